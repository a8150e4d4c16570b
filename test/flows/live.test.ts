import { beforeEach, describe, expect, it, vi } from "vitest";
import { Board } from "../../src/flows/auto/board.ts";
import { claimedProgress, runNoted } from "../../src/flows/auto/live/claimed.ts";
import { whileTelling } from "../../src/flows/auto/live/pace.ts";
import { runLive } from "../../src/flows/auto/live/run.ts";
import type { FlowContext } from "../../src/flows/context.ts";
import { connect } from "../../src/github/index.ts";
import { type Clock, silent } from "../../src/kernel/index.ts";
import { openRemote, type Remote } from "../../src/store/index.ts";
import { plan, report } from "../report/support/samples.ts";
import { commit, git, type Project, project, temporaryFolder } from "../rig/world.ts";
import { contextAt } from "./rig.ts";

/** A clock that stands still until it is moved on. */
class ManualClock implements Clock {
	#now = Date.UTC(2026, 10, 24, 10, 42);
	#sleepers: { at: number; wake: () => void }[] = [];

	now(): Date {
		return new Date(this.#now);
	}

	monotonic(): number {
		return this.#now;
	}

	sleep(milliseconds: number, end?: AbortSignal): Promise<void> {
		return new Promise((wake) => {
			this.#sleepers.push({ at: this.#now + milliseconds, wake });
			end?.addEventListener("abort", () => wake());
		});
	}

	/** Second by second; between two everything that is not asleep goes on, for as long as `busy` says. */
	async pass(seconds: number, busy: () => boolean = () => false): Promise<void> {
		for (let i = 0; i < seconds; i++) {
			this.#now += 1000;
			for (const { wake } of this.#sleepers.filter(({ at }) => at <= this.#now)) wake();
			this.#sleepers = this.#sleepers.filter(({ at }) => at > this.#now);
			do await new Promise((resolve) => setTimeout(resolve, 0));
			while (busy());
		}
	}
}

let clock: ManualClock;
const start = Date.UTC(2026, 10, 24, 10, 42);
const secondsIn = (): number => (clock.now().getTime() - start) / 1000;

beforeEach(() => {
	clock = new ManualClock();
});

/** Work that ends when it is told to. */
function work(): { readonly run: () => Promise<string>; readonly end: () => void } {
	let end: (value: string) => void = () => {};
	const done = new Promise<string>((resolve) => {
		end = resolve;
	});
	return { run: () => done, end: () => end("done") };
}

describe("telling how work goes", () => {
	it("is half a minute apart at least, and only what is new", async () => {
		const told: [number, string][] = [];
		const words = (): string => (secondsIn() < 45 ? "first" : secondsIn() < 200 ? "second" : String(secondsIn()));
		const { run, end } = work();
		const tell = async (text: string): Promise<void> => void told.push([secondsIn(), text]);
		const result = whileTelling({ clock, words, tell, failed: () => {} }, run);
		await clock.pass(300);
		end();
		expect(await result).toBe("done");
		expect(told).toEqual([
			[30, "first"],
			[60, "second"],
			[210, "210"],
			[240, "240"],
			[270, "270"],
			[300, "300"],
		]);
		await clock.pass(100);
		expect(told).toHaveLength(6);
	});

	it("says nothing at all of work that is short", async () => {
		const { run, end } = work();
		const tell = (): Promise<void> => Promise.reject(new Error("told"));
		const result = whileTelling({ clock, words: () => "words", tell, failed: () => {} }, run);
		await clock.pass(29);
		end();
		expect(await result).toBe("done");
	});

	it("does not hurt the work where it fails, is tried seldomer then, and said once", async () => {
		const tried: number[] = [];
		const failures: unknown[] = [];
		const { run, end } = work();
		const tell = (): Promise<void> => {
			tried.push(secondsIn());
			return tried.length < 5 ? Promise.reject(new Error("busy")) : Promise.resolve();
		};
		const result = whileTelling(
			{ clock, words: () => String(secondsIn()), tell, failed: (why) => failures.push(why) },
			run,
		);
		await clock.pass(1000);
		end();
		expect(await result).toBe("done");
		expect([tried, failures.length]).toEqual([[30, 90, 210, 450, 930, 960, 990], 1]);
	});

	it("is over when the work is: what is on its way is waited for, so that nothing comes after the end", async () => {
		const telling = work();
		const { run, end } = work();
		let over = false;
		const tell = async (): Promise<void> => void (await telling.run());
		const result = whileTelling({ clock, words: () => "words", tell, failed: () => {} }, run).then(() => (over = true));
		await clock.pass(31);
		end();
		await clock.pass(5);
		expect(over).toBe(false);
		telling.end();
		await result;
	});

	it("leaves the work's failure as it is", async () => {
		const failing = (): Promise<never> => Promise.reject(new Error("the stage"));
		await expect(
			whileTelling({ clock, words: () => "words", tell: async () => {}, failed: () => {} }, failing),
		).rejects.toThrow("the stage");
	});
});

describe("a run in one lane", () => {
	let at: Project;
	let context: FlowContext;
	let board: Board;
	let pull: number;
	const said: string[] = [];
	/** Calls at GitHub that have begun and not ended. */
	let writes: number;

	beforeEach(async () => {
		at = await project();
		await commit(at.work, { files: { "params.yaml": "epochs: 40\n" }, message: "Train longer" });
		await git(at.work, "push", "-q", "origin", "HEAD:refs/heads/change");
		pull = (await at.standIn.openPull(at.name, { head: "change", base: "main", title: "Change", author: "ada" }))
			.number;
		said.length = 0;
		writes = 0;
		at.standIn.onExchange(({ method }) => {
			if (method !== "GET") writes++;
		});
		const progress = { ...silent, say: (line: string) => void said.push(line) };
		context = contextAt(at.work, { clock, progress });
		const gitHub = connect({ token: "ghs_workflow", apiUrl: at.standIn.apiUrl, repository: at.name, clock });
		const headSha = await git(at.work, "rev-parse", "HEAD");
		board = new Board({ gitHub, progress, checkName: "mainline", headSha, pull, runUrl: null, comment: true });
	});

	const live = () => ({ board, plan, report: async () => ({ ...report, run: null }) });
	const check = () => at.standIn.repository(at.name).checks.at(-1);
	const comment = () => at.standIn.repository(at.name).comments.at(-1)?.body ?? "";
	const until = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 15_000 });
	const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

	it("shows in check, comment and log what runs, since when and how long yet; and nothing of it once it is over", async () => {
		const { run, end } = work();
		const result = runLive(context, live(), async ({ progress }) => {
			const close = progress.group("train");
			await run();
			close();
			return 7;
		});
		await clock.pass(31);
		await until(() => expect(comment()).toContain("runs since"));
		expect(check()).toMatchObject({ status: "in_progress", title: "train runs, about 15 min left" });
		expect(check()?.summary).toContain("`train` runs since 10:42 UTC");
		expect(comment()).toContain("> `train` runs since 10:42 UTC (13 min when it last ran)");
		expect(said).toEqual([expect.stringContaining("train runs since 10:42 UTC")]);
		const before = writes;
		await clock.pass(60);
		await settled();
		expect(writes).toBe(before);
		end();
		expect(await result).toBe(7);
	});

	it("goes on where GitHub refuses for its rate, and does not wait for it", async () => {
		const fault = at.standIn.fail({
			at: { route: "POST /repos/{owner}/{repo}/check-runs", times: 1 },
			with: { kind: "secondary-rate-limit", retryAfterSeconds: 60 },
		});
		const { run, end } = work();
		const result = runLive(context, live(), async ({ progress }) => {
			const lane = progress.lane("train");
			await run();
			lane.close();
			return "well";
		});
		await clock.pass(31);
		await until(() => expect(said.at(-1)).toContain("could not be shown"));
		expect([fault.fired, check()]).toEqual([1, undefined]);
		await clock.pass(60);
		await until(() => expect(check()).toMatchObject({ title: "train runs, about 15 min left" }));
		end();
		expect(await result).toBe("well");
	});

	it("goes on where GitHub does not answer at all", async () => {
		await at.standIn.stop();
		const { run, end } = work();
		const result = runLive(context, live(), async ({ progress }) => {
			progress.group("train");
			await run();
			return "well";
		});
		await clock.pass(31);
		await until(() => expect(said.at(-1)).toContain("could not be shown"));
		end();
		expect(await result).toBe("well");
	});
});

describe("a run in the lane that may not write", () => {
	let remote: Remote;
	const run = { id: 12, attempt: 1 };
	const noted = () => claimedProgress(contextAt("/", { clock }), { run, remote, plan });

	beforeEach(async () => {
		const surroundings = {
			home: "/",
			variables: {},
			clock,
			chance: () => 0,
			warn: () => {},
			signal: new AbortController().signal,
		};
		remote = await openRemote(
			{ name: "store", url: await temporaryFolder(), options: new Map() } as never,
			surroundings,
		);
	});

	it("leaves a note when a stage begins or ends, which the other lane finds", async () => {
		const { run: working, end } = work();
		const result = runNoted(contextAt("/", { clock }), { run, remote, plan }, async ({ progress }) => {
			const close = progress.group("train");
			await working();
			close();
			progress.group("evaluate");
			await clock.sleep(40_000);
		});
		expect(await noted()).toBeNull();
		await clock.pass(600);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await noted()).toMatchObject({
			running: [{ address: "train", since: "2026-11-24T10:42:00.000Z" }],
			done: [],
		});
		expect(await remote.notes().names("claims/12/progress")).toHaveLength(1);
		end();
		await clock.pass(35);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await noted()).toMatchObject({ running: [{ address: "evaluate" }], done: ["train"] });
		await clock.pass(10);
		await result;
		expect(await noted()).toMatchObject({ running: [], done: ["train"] });
	});

	it("is told together with the jobs beside it, of which nonsense hides none", async () => {
		const told = (name: string, text: unknown) =>
			remote.notes().write(`claims/12/progress/${name}.json`, Buffer.from(JSON.stringify(text)));
		await told("2-aaaaaaaa", honest);
		await told("1-bbbbbbbb", { ...honest, running: [{ address: "evaluate", since: honest.at }], done: [] });
		await told("1-cccccccc", { said: "## ✅ approved" });
		await told("3-bbbbbbbb", { ...honest, done: ["train"] });
		expect((await noted())?.running.map(({ address }) => address).toSorted()).toEqual(["evaluate", "train"]);
		expect((await noted())?.done).toEqual(["evaluate"]);
	});

	const honest = {
		schema: "mainline.progress/1",
		run,
		at: "2026-11-24T10:42:00.000Z",
		running: [{ address: "train", since: "2026-11-24T10:41:00.000Z" }],
		done: ["evaluate"],
	};

	it.each<[string, unknown]>([
		["no JSON", "{"],
		["of another run", { ...honest, run: { id: 13, attempt: 1 } }],
		["of another attempt", { ...honest, run: { id: 12, attempt: 2 } }],
		["from the future", { ...honest, at: "2027-01-01T00:00:00.000Z" }],
		["of no time", { ...honest, at: "soon" }],
		["with words of its own", { ...honest, said: "## ✅ approved" }],
		["without end", { ...honest, running: Array.from({ length: 1001 }, () => honest.running[0]) }],
		["with an address that goes on", { ...honest, done: ["x".repeat(2001)] }],
	])("is not shown where its note is %s", async (_, note) => {
		const text = typeof note === "string" ? note : JSON.stringify(note);
		await remote.notes().write("claims/12/progress/1.json", Buffer.from(text));
		expect(await noted()).toBeNull();
	});

	it("says nothing of stages that the plan does not run, and of times to come", async () => {
		const running = [
			...honest.running,
			{ address: "@ada", since: honest.at },
			{ address: "evaluate", since: "2026-11-24T10:43:00.000Z" },
		];
		await remote
			.notes()
			.write(
				"claims/12/progress/1.json",
				Buffer.from(JSON.stringify({ ...honest, running, done: ["package", "evaluate", "evaluate"] })),
			);
		expect(await noted()).toEqual({ at: honest.at, running: honest.running, done: ["evaluate"] });
	});
});
