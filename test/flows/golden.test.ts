import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { plan } from "../../src/flows/plan.ts";
import { run } from "../../src/flows/run.ts";
import type { PlannedStageRow } from "../../src/report/index.ts";
import { contextAt, project, RUN, read } from "./rig.ts";

/** What the real dvc did and said, recorded once. */
const GOLDEN = resolve(import.meta.dirname, "../fixtures/golden");

async function recorded(name: string): Promise<string> {
	const root = await project();
	cpSync(join(GOLDEN, name), root, { recursive: true });
	return root;
}

type Status = Record<string, (string | Record<string, Record<string, string | Record<string, string>>>)[]>;

/** The inputs that `dvc status` called changed, one line each. */
function statusInputs(name: string): string[] {
	const status: Status = JSON.parse(readFileSync(join(GOLDEN, `${name}.out/status-json.stdout`), "utf8"));
	const lines = Object.entries(status).flatMap(([address, groups]) =>
		groups.flatMap((group) =>
			typeof group === "string"
				? []
				: Object.entries(group["changed deps"] ?? {}).flatMap((entry) => inputLines(address, entry)),
		),
	);
	return lines.sort();
}

function inputLines(address: string, [path, change]: [string, string | Record<string, string>]): string[] {
	if (typeof change === "string") return [`${address} ${path} ${change}`];
	return Object.entries(change).map(([name, each]) => `${address} ${path} ${name} ${each}`);
}

function planInputs(stages: readonly PlannedStageRow[]): string[] {
	const lines = stages.flatMap(({ address, why }) =>
		why.flatMap(({ kind, path, file, name, change }) => {
			if (kind === "dependency") return [`${address} ${path ?? ""} ${change ?? ""}`];
			return kind === "parameter" ? [`${address} ${file ?? ""} ${name ?? ""} ${change ?? ""}`] : [];
		}),
	);
	return lines.sort();
}

const ASK = { targets: [], base: null, check: false, data: true, force: false };

describe("what the real dvc was seen to do", () => {
	it.each(["rc1", "lock1", "rt"])("%s: the plan finds the inputs changed that dvc status did", async (name) => {
		const root = await recorded(name);
		const { document } = await plan(contextAt(root), ASK);
		expect(planInputs(document.stages)).toEqual(statusInputs(name));
	});

	it.each(["dag", "push", "st"])(
		"%s: the stages that dvc status calls changed are those not up to date",
		async (name) => {
			const root = await recorded(name);
			const { document } = await plan(contextAt(root), { ...ASK, data: false });
			const stale = document.stages.filter(({ action }) => action !== "none" && action !== "frozen");
			const status = JSON.parse(readFileSync(join(GOLDEN, `${name}.out/status-json.stdout`), "utf8"));
			const frozen = document.stages.filter(({ action }) => action === "frozen").map(({ address }) => address);
			const changed = Object.keys(status).filter((address) => !frozen.includes(address));
			expect(new Set(stale.map(({ address }) => address))).toEqual(new Set(changed));
		},
	);

	it("glob: a pattern that means several values is refused, as dvc repro refuses it", async () => {
		const root = await recorded("glob");
		const commands = readFileSync(join(GOLDEN, "glob.out/_commands.txt"), "utf8");
		expect(commands).toContain("dvc repro --dry -> rc 255");
		await expect(plan(contextAt(root), ASK)).rejects.toMatchObject({
			code: "params-ambiguous",
			details: { at: { file: "dvc.yaml", line: 4 } },
		});
	});

	it("pf: parameters of JSON, TOML and Python files; NaN never equals itself", async () => {
		const root = await recorded("pf");
		const { document } = await plan(contextAt(root), ASK);
		// DVC takes a tuple inside a dictionary for changed always, because the lock holds a list; a list is what we read, too.
		const ofStage = (line: string): boolean => line.startsWith("s ") && line !== "s p.py D modified";
		expect(planInputs(document.stages).filter(ofStage)).toEqual(statusInputs("pf").filter(ofStage));
	});

	it("lock1: a run writes the same dvc.lock and the same run, for every kind of value", async () => {
		const name = "lock1";
		const root = await recorded(name);
		const lock = read(root, "dvc.lock");
		rmSync(join(root, "dvc.lock"));
		await run(contextAt(root), RUN);
		expect(read(root, "dvc.lock")).toBe(lock);
		const runs = join(GOLDEN, `${name}.cache/.dvc/cache/runs`);
		for (const path of readdirSync(runs, { recursive: true, encoding: "utf8" })) {
			if (path.split("/").length < 3) continue;
			expect(read(root, `.dvc/cache/runs/${path}`)).toBe(readFileSync(join(runs, path), "utf8"));
		}
	});
});

describe("where the real dvc was wrong", () => {
	it("rc1: a changed parameter called `size` is seen, and the old result is not restored", async () => {
		const root = await recorded("rc1");
		cpSync(join(GOLDEN, "rc1.cache/.dvc/cache/runs"), join(root, ".dvc/cache/runs"), { recursive: true });
		rmSync(join(root, "dvc.lock"));
		const { document } = await run(contextAt(root), RUN);
		expect(document.stages[0]?.outcome).toBe("executed");
		expect(read(root, "o")).toBe("  size: 2\n");
	});
});
