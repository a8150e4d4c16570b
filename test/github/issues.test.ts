import { describe, expect, it } from "vitest";
import { connect } from "../../src/github/index.ts";
import type { Failure } from "../../src/kernel/index.ts";
import type { Fault, GitHubStandIn } from "../../src/standin/index.ts";
import { call, HastyClock, rehearse } from "../rig/world.ts";

const MARKER = "<!-- mainline dashboard -->";
const order = { title: "Models in service", marker: MARKER, body: `${MARKER}\nAll good\n` };
const LIST = "GET /repos/{owner}/{repo}/issues";

interface Place {
	readonly standIn: GitHubStandIn;
	readonly name: string;
}

/** A repository at a stand-in; no git is needed. */
async function place(name = "ada/model", standIn?: GitHubStandIn): Promise<Place> {
	const at = standIn ?? (await rehearse());
	await at.createRepository(name);
	await at.addToken({ value: "ghs_workflow", kind: "actions", limit: 1_000_000 });
	return { standIn: at, name };
}

const upsert = (at: Place, body = order.body, token = "ghs_workflow") => {
	const { apiUrl } = at.standIn;
	const gitHub = connect({ token, apiUrl, repository: at.name, clock: new HastyClock() });
	return gitHub.upsertIssue({ ...order, body });
};
const issues = (at: Place) => at.standIn.repository(at.name).issues;
const open = (at: Place, author: string, body: string) =>
	at.standIn.openIssue(at.name, { title: order.title, body, author });
const BOT = "github-actions[bot]";

describe("the one issue", () => {
	it("is made and pinned, then left alone, then updated, in few calls", async () => {
		const at = await place();
		const calls: string[] = [];
		at.standIn.onExchange(({ method, route }) => calls.push(`${method} ${route}`));
		expect(await upsert(at)).toMatchObject({ action: "created", number: 1, unpinned: null });
		expect(issues(at)).toMatchObject([{ title: "Models in service", body: order.body, pinned: true, state: "open" }]);
		calls.length = 0;
		expect(await upsert(at)).toMatchObject({ action: "unchanged", number: 1 });
		expect(calls).toEqual(["POST /graphql", LIST]);
		expect(await upsert(at, `${MARKER}\nBad`)).toMatchObject({ action: "updated" });
		expect(issues(at)).toMatchObject([{ body: `${MARKER}\nBad` }]);
	});

	it("is never somebody else's, nor one of the same bot that quotes ours, whatever their titles", async () => {
		const at = await place();
		await open(at, "eve", order.body);
		await open(at, BOT, `Somebody wrote:\n${MARKER}\nAll good`);
		await open(at, BOT, `> ${MARKER}`);
		expect(await upsert(at)).toMatchObject({ action: "created", number: 4 });
		expect(issues(at).map(({ state }) => state)).toEqual(["open", "open", "open", "open"]);
		expect(issues(at)[0]?.body).toBe(order.body);
	});

	it("is found behind more than a hundred others, under another title", async () => {
		const at = await place();
		for (let i = 0; i < 105; i++) await open(at, BOT, `Remark ${i}`);
		await upsert(at);
		await at.standIn.changeIssue(at.name, 106, { title: "What runs where" });
		for (let i = 0; i < 105; i++) await open(at, BOT, `Remark ${i}`);
		expect(await upsert(at)).toMatchObject({ action: "unchanged", number: 106 });
		expect(issues(at)[105]?.title).toBe("What runs where");
	});

	it("stays closed, and alone, where somebody closed it; opened again it goes on", async () => {
		const at = await place();
		await upsert(at);
		await at.standIn.changeIssue(at.name, 1, { state: "closed" });
		expect(await upsert(at, `${MARKER}\nNews`)).toMatchObject({ action: "closed", number: 1 });
		expect(issues(at)).toMatchObject([{ body: order.body, state: "closed" }]);
		await at.standIn.changeIssue(at.name, 1, { state: "open" });
		expect(await upsert(at, `${MARKER}\nNews`)).toMatchObject({ action: "updated" });
	});

	it("is not pinned again where somebody took it down", async () => {
		const at = await place();
		await upsert(at);
		await at.standIn.changeIssue(at.name, 1, { pinned: false });
		await upsert(at, `${MARKER}\nNews`);
		expect(issues(at)).toMatchObject([{ pinned: false }]);
	});

	it("is left unpinned where three are pinned already, which is said once", async () => {
		const at = await place();
		for (const author of ["ada", "bob", "cy"]) {
			const { number } = await open(at, author, "Read me");
			await at.standIn.changeIssue(at.name, number, { pinned: true });
		}
		expect(await upsert(at)).toMatchObject({
			action: "created",
			unpinned: expect.stringContaining("Maximum 3 pinned"),
		});
		expect(await upsert(at)).toMatchObject({ action: "unchanged", unpinned: null });
		expect(issues(at).map(({ pinned }) => pinned)).toEqual([true, true, true, false]);
	});

	it("becomes one again when two writers made two: the older stays, the other says so and is closed", async () => {
		const at = await place();
		await open(at, BOT, `${MARKER}\nOld`);
		await open(at, BOT, `${MARKER}\nSecond`);
		expect(await upsert(at)).toMatchObject({ action: "updated", number: 1 });
		const [first, second] = issues(at);
		expect([first?.state, first?.body]).toEqual(["open", order.body]);
		expect(second).toMatchObject({ state: "closed", stateReason: "not_planned" });
		expect(second?.body).toMatch(/^Two jobs began this at once: http.*\/ada\/model\/issues\/1 is the one/);
		expect(await upsert(at)).toMatchObject({ action: "unchanged" });
	});

	it("stays one when two write at once", async () => {
		const at = await place();
		await Promise.all([upsert(at), upsert(at)]);
		await upsert(at);
		expect(issues(at).filter(({ state }) => state === "open")).toMatchObject([
			{ number: 1, body: order.body, pinned: true },
		]);
	});

	it("whose text GitHub leaves as it was without a word is read back, and that is said", async () => {
		const at = await place();
		await upsert(at);
		const failed = await upsert(at, `${MARKER}\n${"x".repeat(70_000)}`).catch((error: Failure) => error);
		expect(failed).toMatchObject({ code: "github-text-ignored", kind: "infrastructure" });
		expect(issues(at)).toMatchObject([{ body: order.body }]);
	});

	it("asks for the permission that it lacks", async () => {
		const at = await place();
		await at.standIn.addToken({
			value: "ghs_poor",
			kind: "actions",
			permissions: { issues: "read", metadata: "read" },
		});
		const failed = await upsert(at, order.body, "ghs_poor").catch((error: Failure) => error);
		expect(failed).toMatchObject({
			code: "github-permission-missing",
			details: { hint: expect.stringContaining("`issues: write`") },
		});
	});
});

const FAULTS: readonly Fault[] = [
	{ kind: "drop-after-handling" },
	{ kind: "drop-connection" },
	{ kind: "status", status: 502 },
	{ kind: "stale-read" },
	{ kind: "status", status: 403 },
];

const LASTING = FAULTS.filter(({ kind }) => kind === "drop-after-handling" || kind === "status");

/** What each of its calls is when it is made for the first time. */
const CALLS = 8;

describe.each(FAULTS)("GitHub failing with %j", (fault) => {
	it("at any one call leaves one issue, pinned and right, at the latest after the next run", async () => {
		const standIn = await rehearse();
		for (let call = 1; call <= CALLS; call++) {
			const at = await place(`ada/model-${call}`, standIn);
			const ordered = at.standIn.fail({ at: call, with: fault });
			await upsert(at).catch((error: Failure) => expect(error.kind, String(error.stack)).toBe("infrastructure"));
			expect(ordered.fired, `call ${call}`).toBe(1);
			ordered.cancel();
			await upsert(at);
			const left = issues(at).filter(({ state }) => state === "open");
			expect(left, `call ${call}`).toMatchObject([{ body: order.body, pinned: true }]);
		}
	});
});

describe.each(LASTING)("GitHub failing with %j", (fault) => {
	it("from any call on leaves what the next run completes", async () => {
		const standIn = await rehearse();
		for (let call = 1; call <= CALLS; call++) {
			const at = await place(`ada/model-${call}`, standIn);
			const ordered = at.standIn.fail({ at: { from: call }, with: fault });
			await upsert(at).catch((error: Failure) => expect(error.kind).toBe("infrastructure"));
			ordered.cancel();
			await upsert(at);
			const left = issues(at).filter(({ state }) => state === "open");
			expect(left, `call ${call}`).toMatchObject([{ body: order.body, pinned: true }]);
		}
	});
});

it("makes the calls that the faults above are tried at", async () => {
	const at = await place();
	let calls = 0;
	at.standIn.onExchange(() => calls++);
	await upsert(at);
	expect(calls).toBe(CALLS);
});

it("the API shows issues beside pulls, by state and author, and its refusals", async () => {
	const at = await place();
	const ask = async (what: string, body?: unknown) =>
		(await call(at.standIn, what, { token: "ghs_workflow", body })).body;
	const made = await ask("POST /repos/ada/model/issues", { title: "One", body: "x" });
	const number = Number(made["number"]);
	await open(at, "eve", "y");
	await ask(`PATCH /repos/ada/model/issues/${number}`, { state: "closed", state_reason: "not_planned" });
	expect(await ask(`GET /repos/ada/model/issues/${number}`)).toMatchObject({
		state: "closed",
		state_reason: "not_planned",
	});
	expect(await ask("GET /repos/ada/model/issues")).toMatchObject([{ user: { login: "eve" } }]);
	expect(await ask("GET /repos/ada/model/issues?state=all&direction=asc")).toMatchObject([
		{ number: 1 },
		{ number: 2 },
	]);
	expect(await ask("GET /repos/ada/model/issues?creator=nobody")).toEqual([]);
	const tooLong = await call(at.standIn, "POST /repos/ada/model/issues", {
		token: "ghs_workflow",
		body: { title: "Long", body: "x".repeat(70_000) },
	});
	expect(tooLong.status).toBe(422);
});
