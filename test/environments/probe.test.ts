import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type ProbeQuestion, type ProbeResult, probe } from "../../src/environments/index.ts";
import { systemClock } from "../../src/kernel/index.ts";

let server: Server | undefined;
afterEach(() => server?.close());

interface Served {
	ready?: number;
	status?: number;
	body?: unknown;
	/** Versions that are ready by their own paths. */
	knows?: readonly string[];
	/** The model's configuration, as Triton has it. */
	config?: unknown;
	/** What the model's own readiness is answered with, by a server that says of itself what it is. */
	model?: number;
}

/** A server whose metadata is as given; each entry answers once, the last one from then on. */
async function serving(...answers: readonly Served[]): Promise<string> {
	let turn = 0;
	server = createServer((request, response) => {
		const answer = answers[Math.min(turn, answers.length - 1)] ?? {};
		if (request.url === "/v2/health/ready") {
			response.writeHead(answer.ready ?? 200).end();
			if ((answer.ready ?? 200) !== 200) turn++;
			return;
		}
		turn++;
		const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
		const ready = /^\/v2\/models\/churn\/versions\/(.*)\/ready$/.exec(request.url ?? "")?.[1];
		if (ready !== undefined) {
			response.writeHead(answer.knows?.includes(ready) || answer.knows?.includes("*") ? 200 : 404).end();
			return;
		}
		if (answer.config !== undefined && request.url === "/v2/models/churn/config") {
			response.end(JSON.stringify(answer.config));
			return;
		}
		if (answer.model !== undefined && request.url === "/v2") {
			response.end('{"name": "triton"}');
			return;
		}
		if (answer.model !== undefined && request.url === "/v2/models/churn/ready") {
			response.writeHead(answer.model).end('{"error": "not yet"}');
			return;
		}
		response.writeHead(request.url === "/v2/models/churn" ? (answer.status ?? 200) : 404).end(body);
	});
	await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function ask(url: string, more: Partial<ProbeQuestion> = {}): Promise<ProbeResult> {
	return probe({ url, model: "churn", version: "v1.2.0", deadlineMs: 0, clock: systemClock, ...more });
}

describe("the probe", () => {
	it("hears which image a server says that it is, and tells a host that says no from one that says nothing", async () => {
		const digest = "sha256:00";
		const url = await serving({ body: { version: "1.2.0", parameters: { digest } } });
		expect(await ask(url)).toMatchObject({ ok: true, digest, reached: true });
		expect(await ask("http://127.0.0.1:1")).toMatchObject({ ok: false, digest: null, reached: true });
		expect(await ask("http://nowhere.invalid")).toMatchObject({ ok: false, reached: false });
	});

	it.each([
		["versions", { versions: ["v1.1.0", "v1.2.0"] }],
		["a version without the v", { versions: ["1.2.0"] }],
		["version", { version: "v1.2.0" }],
		["model_version", { model_version: "1.2.0" }],
	])("believes a server that reports it as %s", async (_, body) => {
		expect(await ask(await serving({ body }))).toMatchObject({ ok: true, reason: "v1.2.0 answers" });
	});

	it.each([
		["another version", { body: { versions: ["v1.1.0"] } }, "v1.1.0 answers, not v1.2.0"],
		["no version", { body: { name: "churn" } }, "/v2/models/churn reports no version"],
		["no JSON", { body: "<html>" }, "/v2/models/churn reports no version"],
		["a number for a version", { body: { version: 12 } }, "/v2/models/churn reports no version"],
		["not ready", { ready: 503 }, "/v2/health/ready answers 503"],
		["unknown model", { status: 404, body: {} }, "/v2/models/churn answers 404"],
		[
			"a model by another name",
			{ status: 404, body: { error: "Model with name churn does not exist." } },
			"/v2/models/churn answers 404: Model with name churn does not exist.",
		],
		[
			"a number of the server's own",
			{ body: { versions: ["1"] } },
			"1 answers, not v1.2.0; its server has versions of its own, which `probe: {version: false}` is for",
		],
		["an endless answer", { body: "x".repeat(2 << 20) }, "the answer is too long"],
	])("says what answered instead: %s", async (_, answer, reason) => {
		expect(await ask(await serving(answer))).toMatchObject({ ok: false, reason });
	});

	it("asks for the version by its path where a server's metadata has none, and is not taken in by one that knows all", async () => {
		const body = { name: "churn", versions: [] };
		expect(await ask(await serving({ body, knows: ["v1.2.0"] }))).toMatchObject({ ok: true, serves: ["v1.2.0"] });
		server?.close();
		expect(await ask(await serving({ body, knows: ["v1.1.0"] }))).toMatchObject({ ok: false });
		server?.close();
		const reason = "/v2/models/churn reports no version";
		expect(await ask(await serving({ body, knows: ["*"] }))).toMatchObject({ ok: false, reason });
	});

	it("reads the version in the model's configuration where the server's own are numbers, and holds it to that", async () => {
		const told = (version: unknown) => ({
			body: { versions: ["1"] },
			config: { parameters: { MAINLINE_VERSION: { string_value: version } } },
		});
		expect(await ask(await serving(told("v1.2.0")))).toMatchObject({ ok: true, serves: ["v1.2.0"] });
		server?.close();
		const another = await serving(told("v1.1.0"));
		for (const untold of [false, true]) {
			expect(await ask(another, { untold })).toMatchObject({ ok: false, reason: "v1.1.0 answers, not v1.2.0" });
		}
		server?.close();
		expect(await ask(await serving(told(2)))).toMatchObject({ ok: false, serves: ["1"] });
		server?.close();
		const metadata = { ...told("v1.1.0"), body: { versions: ["v1.2.0"] } };
		expect(await ask(await serving(metadata))).toMatchObject({ ok: true, serves: ["v1.2.0"] });
	});

	it.each([
		["versions that are numbers of its own", { body: { versions: ["1"] } }],
		["no versions", { body: { name: "churn", versions: [] } }],
		["no metadata", { status: 404, body: {} }],
	])("takes ready for an answer where the server is known not to tell its version: %s", async (_, answer) => {
		const url = await serving(answer);
		expect(await ask(url)).toMatchObject({ ok: false });
		expect(await ask(url, { untold: true })).toMatchObject({
			ok: true,
			untold: true,
			serves: [],
			reason: "it is ready, and does not tell its version",
		});
	});

	it.each([
		["no metadata of the model", { status: 404, body: {} }],
		["metadata without a version", { body: { name: "churn", versions: null } }],
		["versions of its own", { body: { versions: ["1"] } }],
	])("takes a server that speaks all of the protocol for ready when the model is, too: %s", async (_, answer) => {
		const reason = "/v2/models/churn/ready answers 503: not yet";
		expect(await ask(await serving({ ...answer, model: 503 }), { untold: true })).toMatchObject({ ok: false, reason });
		server?.close();
		expect(await ask(await serving({ ...answer, model: 200 }), { untold: true })).toMatchObject({
			ok: true,
			untold: true,
		});
	});

	it("holds a server to what it tells all the same, and to being ready", async () => {
		const told = await ask(await serving({ body: { versions: ["v1.2.0"] } }), { untold: true });
		expect(told).toMatchObject({ ok: true, reason: "v1.2.0 answers" });
		expect(told.untold).toBeUndefined();
		server?.close();
		const reason = "v1.1.0 answers, not v1.2.0";
		expect(await ask(await serving({ body: { versions: ["v1.1.0"] } }), { untold: true })).toMatchObject({
			ok: false,
			reason,
		});
		server?.close();
		expect(await ask(await serving({ ready: 503 }), { untold: true })).toMatchObject({ ok: false });
	});

	it("says that nobody answers", async () => {
		const url = await serving({});
		await new Promise((done) => server?.close(done));
		expect(await ask(url)).toMatchObject({ ok: false, reason: "connection refused" });
	});

	it("goes on asking until the new version is there", async () => {
		const old = { body: { versions: ["v1.1.0"] } };
		const url = await serving({ ready: 503 }, old, old, { body: { versions: ["v1.2.0"] } });
		const result = await ask(url, { deadlineMs: 5000 });
		expect(result).toMatchObject({ ok: true });
		expect(result.tookMs).toBeGreaterThan(50);
	});

	it("gives up at the deadline, and at once where there is no hope", async () => {
		const url = await serving({ ready: 503 });
		const late = await ask(url, { deadlineMs: 300 });
		expect(late).toMatchObject({ ok: false, reason: "/v2/health/ready answers 503" });
		expect(late.tookMs).toBeLessThan(1000);
		const hopeless = await ask(url, { deadlineMs: 60_000, hopeless: () => "its process ended" });
		expect(hopeless).toMatchObject({ ok: false, reason: "its process ended" });
	});
});
