import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startPiped } from "../../src/shell/index.ts";
import { parseYaml } from "../../src/source/index.ts";
import { type Files, read, snapshot } from "../flows/rig.ts";
import { dvc, mainlineRun, twins } from "./dvc-twins.ts";

const WIDTH = 16;

/** One stage, many that read it (in two folders, in an order of their own), one that reads them all; the middle ends in any order. */
function diamond(pause: string): Files {
	const middle = (folder: string, numbers: readonly number[]): string =>
		numbers
			.map(
				(n) => `  ${n % 3 === 0 ? "z" : "m"}${n}:
    cmd: ${pause.replace("N", String((n * 7) % 5))}; (cat ${folder === "." ? "" : "../"}top.txt; echo ${n}) > p${n}.txt
    deps: [${folder === "." ? "" : "../"}top.txt]
    outs: [p${n}.txt]
`,
			)
			.join("");
	const numbers = Array.from({ length: WIDTH }, (_, n) => (n * 5) % WIDTH);
	const [here, there] = [numbers.filter((n) => n % 2 === 0), numbers.filter((n) => n % 2 === 1)];
	return {
		"dvc.yaml": `stages:
  top:
    cmd: cp in.txt top.txt
    deps: [in.txt]
    outs: [top.txt]
${middle(".", here)}  bottom:
    cmd: cat ${here.map((n) => `p${n}.txt`).join(" ")} ${there.map((n) => `sub/p${n}.txt`).join(" ")} > all.txt && wc -l < all.txt > count.json
    deps: [${here.map((n) => `p${n}.txt`).join(", ")}, ${there.map((n) => `sub/p${n}.txt`).join(", ")}]
    outs: [all.txt]
    metrics: [count.json: {cache: false}]
`,
		"sub/dvc.yaml": `stages:\n${middle("x", there)}`,
		"in.txt": "1\n",
		".gitignore": "/other",
	};
}

/** The real dvc, one stage after the other, over every pipeline. */
async function reproduced(root: string): Promise<Record<string, string>> {
	const { code, all } = await dvc(root, "repro", "-q", "-P");
	expect([code, all]).toEqual([0, expect.anything()]);
	return snapshot(root);
}

describe("many stages at a time", () => {
	it("leave byte for byte what dvc leaves that runs one after the other", async () => {
		const [theirs, ours] = await twins(diamond("sleep 0.0N"));
		const outcomes = await mainlineRun(ours, { jobs: 8 });
		expect(new Set(Object.values(outcomes))).toEqual(new Set(["executed"]));
		expect(snapshot(ours)).toEqual(await reproduced(theirs));
		expect((await dvc(ours, "status", "--json")).out).toBe("{}");
	});

	it("leave it also when they were killed in the middle, twice, and what was done is not done again", async () => {
		const [theirs, ours] = await twins(diamond("sleep 0.N; echo . >> $DVC_ROOT/.git/ran"));
		for (let stages = 5; stages < WIDTH; stages += 8) {
			await killedAfter(ours, stages);
			parseYaml(read(ours, "dvc.lock"), "dvc.lock");
		}
		expect(new Set(Object.values(await mainlineRun(ours, { jobs: 8 })))).toEqual(new Set(["executed", "unchanged"]));
		// each kill may have caught eight at work
		expect(read(ours, ".git/ran").trim().split("\n").length).toBeLessThanOrEqual(WIDTH + 3 * 8);
		expect((await dvc(ours, "status", "--json")).out).toBe("{}");
		const [mine, reference] = [snapshot(ours), await reproduced(theirs)];
		for (const file of ["dvc.lock", "sub/dvc.lock", ".gitignore", "sub/.gitignore"]) {
			expect(mine[file], file).toBe(reference[file]);
		}
	});
});

/** Starts a run and kills it, with everything it started, when so many stages are in the lock files. */
async function killedAfter(root: string, stages: number): Promise<void> {
	const program = resolve(import.meta.dirname, "../run/run-once.ts");
	const child = await startPiped(process.execPath, [program, root, "8"], {});
	child.stdout.resume();
	child.stderr.resume();
	for (let tries = 0; tries < 2000 && recorded(root) < stages; tries++) await sleep(10);
	child.kill("SIGKILL");
	await child.ended;
	await sleep(700);
}

function recorded(root: string): number {
	const files = ["dvc.lock", "sub/dvc.lock"].map((file) => join(root, file)).filter((file) => existsSync(file));
	return files.flatMap((file) => readFileSync(file, "utf8").match(/^ {2}\w+:$/gm) ?? []).length;
}
