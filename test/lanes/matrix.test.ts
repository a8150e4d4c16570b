import { cp, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claim/index.ts";
import type { Delivery } from "../../src/standin/index.ts";
import { params } from "../circle/world.ts";
import { WIDE } from "../real/act/matrix.ts";
import { lasting } from "../rig/world.ts";
import { Comments } from "./comments.ts";
import type { Lanes } from "./world.ts";

let chat: Comments;
let lanes: Lanes;

// one world for all: each test has a pull request of its own
beforeAll(async () => {
	chat = await lasting(() => Comments.make());
	({ lanes } = chat);
}, 120_000);

/** What comes of it is another thing each time, and known to nobody before. */
const random = (branch: string) => ({
	"prepare.sh": `# ${branch}\necho prepare >> "$NOTES/ran"\nhead -c 9 /dev/urandom | od > prepared.txt\n`,
});

const A = { label: "a100", stages: "train" };
const B = { label: "h100", stages: "embed" };
const REST = { label: "cpu", stages: "" };

let quality = 0.9;
const begin = (branch: string, more: Record<string, string> = {}) => {
	quality += 0.001;
	return lanes.begin(branch, { ...WIDE, ...params(quality), ...more });
};
const ran = async () => Promise.all(["prepare", "train", "embed", "both"].map((stage) => lanes.world.runs(stage)));
const newRuns = async (before: readonly number[]) => (await ran()).map((now, index) => now - (before[index] ?? 0));
const verdict = (pull: number) => chat.check(pull)?.conclusion;
const addresses = ({ stages }: Claim) => stages.map(({ address, outcome }) => `${address} ${outcome}`);

/** The run ends, and is judged. */
async function judged(run: number, pull: number, conclusion = "success"): Promise<string> {
	await lanes.end(run, conclusion);
	await lanes.judge();
	const comments = lanes.comments(pull).filter((body) => body.startsWith("<!-- mainline report -->"));
	expect(comments).toHaveLength(1);
	return comments[0] ?? "";
}

/** A report is left in the place of a job's own. */
const tell = (run: number, label: string, report: unknown) =>
	lanes.leave(run, { "mainline-report.json": JSON.stringify(report) }, `mainline-report-${label}`);

describe("a run that jobs on two kinds of machines share", () => {
	it("is judged as one, with nothing run twice: not what a job before has made, and not by the job after them all", async () => {
		const before = await ran();
		const { pull, run } = await begin("shared", random("shared"));
		const first = await lanes.share(run, A);
		const second = await lanes.share(run, { ...B, stages: "em*  nothing-here" });
		expect(addresses(await lanes.claim({ job: first }))).toEqual(["prepare executed", "train executed"]);
		expect(addresses(await lanes.claim({ job: second }))).toEqual(["prepare restored", "embed executed"]);
		const last = await lanes.share(run, REST);
		expect(last.code, last.stdout).toBe(0);
		expect(await newRuns(before)).toEqual([1, 1, 1, 1]);
		const comment = await judged(run, pull);
		expect(verdict(pull)).toBe("success");
		expect(comment).toContain("4 stages ran");
		expect(comment).not.toContain("do not agree");
		const report = JSON.parse(await readFile((await lanes.judge()).outputs["report-json"] ?? "", "utf8"));
		const rows = report.run.stages.map(({ address, outcome }: Record<string, string>) => `${address} ${outcome}`);
		expect(rows.toSorted()).toEqual(["both executed", "embed executed", "prepare executed", "train executed"]);
	});

	it("says which reports came where a job left none, and is whole when GitHub has run that job again", async () => {
		const before = await ran();
		const { pull, run } = await begin("killed");
		await lanes.share(run, { ...A, stages: "train" });
		const comment = await judged(run, pull, "failure");
		expect(verdict(pull)).toBe("failure");
		expect(comment).toContain("## ❌ Mainline: 2 stages are stale, and the run brought no result");
		expect(comment).toContain("Reports came as `mainline-report-a100`.");
		expect(comment).toContain("a job ended before it left its report");
		await chat.write(pull, "ada", "/mainline retry");
		await lanes.share(run, { label: "h100", stages: "embed both", attempt: 2 });
		expect(await newRuns(before)).toEqual([0, 1, 1, 1]);
		await judged(run, pull);
		expect(verdict(pull)).toBe("success");
	});

	it("runs what a comment asks for in the job whose share it is, and the other job says that it has nothing of it", async () => {
		const { pull, run } = await begin("asked");
		await judged(run, pull, "cancelled");
		const before = await ran();
		await chat.write(pull, "ada", "/mainline run embed");
		const a = await lanes.share(run, { ...A, attempt: 2 });
		const b = await lanes.share(run, { ...B, attempt: 2 });
		expect([a.code, b.code]).toEqual([0, 0]);
		expect(a.stdout).toContain("this job's share, train, has nothing of what was asked for: embed");
		expect(await newRuns(before)).toEqual([0, 0, 1, 0]);
		expect(await judged(run, pull)).toContain("Only embed was asked for in this run.");

		await chat.write(pull, "ada", "/mainline run both");
		await lanes.share(run, { ...A, attempt: 3 });
		expect(await judged(run, pull)).toContain("Only both was asked for in this run, and no job brought it.");
		expect(verdict(pull)).toBe("action_required");
	});
});

describe("jobs that do not agree", () => {
	/** Both made what they need themselves, at the same moment. */
	async function torn(branch: string): Promise<{ pull: number; run: number }> {
		const { pull, run } = await begin(branch, random(branch));
		const shelf = join(lanes.world.place.directory, "store/mainline/claims", String(run));
		await lanes.share(run, A);
		await rename(shelf, `${shelf}-aside`);
		await lanes.share(run, B);
		await cp(`${shelf}-aside`, shelf, { recursive: true });
		return { pull, run };
	}

	it("are told, by name and with what counts; what was made of the other thing does not", async () => {
		const { pull, run } = await torn("torn");
		const comment = await judged(run, pull);
		expect(comment).toContain(
			"`prepare`: the reports `mainline-report-h100` and `mainline-report-a100` do not agree. What `mainline-report-a100` says counts",
		);
		expect(comment).toMatch(/reports for embed is not believed: it was made from other inputs/);
		expect(verdict(pull)).toBe("failure");
	});

	it("are settled by a job that saw what both made", async () => {
		const { pull, run } = await torn("settled");
		await lanes.share(run, REST);
		const comment = await judged(run, pull);
		expect(comment).toMatch(/`prepare`: the reports .* do not agree. What `mainline-report-cpu` says counts/);
		expect(verdict(pull)).toBe("success");
	});

	it("cannot hide, by what is not so, what another one brings", async () => {
		const { pull, run } = await begin("hidden");
		const good = await lanes.claim({ job: await lanes.share(run, REST) });
		const bad = good.stages.map((stage) => ({
			...stage,
			result: stage.result === null ? null : { ...stage.result, value: "d".repeat(64) },
		}));
		await tell(run, "aaa", { ...good, stages: bad });
		const comment = await judged(run, pull);
		expect(comment).toContain("the reports `mainline-report-aaa` and `mainline-report-cpu` do not agree");
		expect(verdict(pull)).toBe("success");
	});
});

describe("of reports that lie or are none", () => {
	let pull: number;
	let good: Claim;
	let event: Delivery;
	let shelf: string;

	// one run did the work, of which the others have a copy
	beforeAll(async () => {
		const begun = await begin("lies");
		pull = begun.pull;
		event = lanes.world.event("pull_request");
		shelf = join(lanes.world.place.directory, "store/mainline/claims", String(begun.run));
		good = await lanes.claim({ job: await lanes.share(begun.run, REST) });
	});

	/** A run of the same head, with the good report of one job. */
	async function another(): Promise<{ run: number; claim: Claim }> {
		const run = await lanes.start(event);
		await cp(shelf, join(shelf, "..", String(run)), { recursive: true });
		const claim = { ...good, run: { id: run, attempt: 1 } };
		await tell(run, "cpu", claim);
		return { run, claim };
	}

	const lies: readonly { what: string; lie: (claim: Claim) => unknown; says: string }[] = [
		{ what: "no JSON", lie: () => "<script>", says: "`mainline-report-odd`: expected a mapping" },
		{ what: "another run's", lie: (claim) => ({ ...claim, run: { id: 7, attempt: 1 } }), says: "of another run, 7" },
		{ what: "another commit's", lie: (claim) => ({ ...claim, head: "a".repeat(40) }), says: "of another commit" },
		{ what: "on another base", lie: (claim) => ({ ...claim, base: claim.head, stages: [] }), says: "on another base" },
	];

	it.each(lies)(
		"$what, the check says no and names it, and the good ones join what is known",
		async ({ lie, says }) => {
			const { run, claim } = await another();
			await tell(run, "odd", lie(claim));
			const comment = await judged(run, pull);
			expect(comment).toContain("the run's report is not believed");
			expect(comment).toContain(says);
			expect(verdict(pull)).toBe("failure");
			const known = (await lanes.remote("runs")).join("\n");
			for (const { result } of good.stages) expect(known).toContain(result?.value);
		},
	);

	it("more than are read, the check says no", async () => {
		const { run, claim } = await another();
		for (let index = 0; index < 32; index++) await tell(run, `n${index}`, claim);
		expect(await judged(run, pull)).toContain("there are 33 reports, and at most 32 are read");
		expect(verdict(pull)).toBe("failure");
	});

	it("one that says that a stage failed, which another one brings, is told", async () => {
		const { run, claim } = await another();
		const train = { address: "train", outcome: "failed", seconds: 1, result: null, message: "out of memory" };
		await tell(run, "aaa", { ...claim, stages: [train] });
		expect(await judged(run, pull)).toContain(
			"`train`: the reports `mainline-report-aaa` and `mainline-report-cpu` do not",
		);
		expect(verdict(pull)).toBe("success");
	});

	it("the words of a name are only a name", async () => {
		const { run } = await another();
		await tell(run, "` @ada <img src=x>\n# ✅ fine", { schema: "mainline.claim/1" });
		const comment = await judged(run, pull);
		expect(comment).not.toMatch(/@ada\b(?!`)|<img|^# ✅/m);
		expect(verdict(pull)).toBe("failure");
	});
});
