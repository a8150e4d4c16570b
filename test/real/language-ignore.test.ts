import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadConfig, loadProject, workspaceTree } from "../../src/manifest/index.ts";
import { Chance } from "./language/chance.ts";
import { RealDvc } from "./language/real-dvc.ts";

const NAMES = [
	"a",
	"b",
	"c",
	"ab",
	"a.txt",
	"b.txt",
	"A",
	"foo bar",
	"x[1]",
	"!a",
	"#c",
	"é",
	".h",
	"a-b",
	"^",
	"]",
	"d",
];
const PARTS =
	"a b c * ** ? [ab] [!a] [^a] *.txt a* ?b [a-c] []] []-] \\a \\!a \\#c !a é [!]a] x[[]1] x\\[1\\] A d [[:alpha:]] .* *** a** **b [\\]] [a-] ^ [a".split(
		" ",
	);
const FOLDERS = [".", "d", "d/a", "b", "b/c"];

function pattern(chance: Chance): string {
	const path = chance.several(3, () => chance.pick(PARTS)).join("/");
	const rule = `${chance.holds(0.3) ? "!" : ""}${chance.holds(0.2) ? "/" : ""}${path}${chance.holds(0.3) ? "/" : ""}`;
	return chance.holds(0.1) ? `  ${rule} \t` : rule;
}

function project(chance: Chance): { root: string; texts: Record<string, string> } {
	const root = mkdtempSync(join(tmpdir(), "mainline-ignore-"));
	const texts: Record<string, string> = {};
	mkdirSync(join(root, ".dvc"));
	for (const folder of FOLDERS) {
		mkdirSync(join(root, folder), { recursive: true });
		if (folder !== "." && !chance.holds(0.4)) continue;
		const lines = chance.several(4, () => pattern(chance));
		texts[folder] = `${lines.join(chance.holds(0.1) ? "\r\n" : "\n")}\n`;
		writeFileSync(join(root, folder, ".dvcignore"), texts[folder]);
	}
	if (chance.holds(0.1)) mkdirSync(join(root, "b/.dvc"));
	return { root, texts };
}

function paths(chance: Chance): [string, boolean][] {
	const free = Array.from({ length: 40 }, () => chance.several(4, () => chance.pick(NAMES)).join("/"));
	const near = FOLDERS.slice(1).flatMap((folder) => NAMES.slice(0, 8).map((name) => `${folder}/${name}`));
	return [...free, ...near].map((path) => [path, chance.holds(0.4)]);
}

describe("what a .dvcignore leaves out", () => {
	const dvc = new RealDvc();
	afterAll(() => dvc.end());

	it.each([1, 2, 3, 4])("is what the real dvc leaves out, seed %i", async (seed) => {
		const chance = new Chance(seed);
		let asked = 0;
		for (let round = 0; round < 120; round++) {
			const { root, texts } = project(chance);
			const questions = paths(chance);
			const theirs = await dvc.ask<boolean[]>("ignored", { root, paths: questions });
			// a pattern that Python's own library breaks down over
			if ("error" in theirs) continue;
			const config = await loadConfig({ root, home: root, systemDir: join(root, "no"), globalDir: join(root, "no") });
			const { ignore } = await loadProject(workspaceTree(root), { config, root });
			const ours = questions.map(([path, directory]) => ignore.ignored(path, directory));
			expect({ seed, round, texts, answers: named(questions, ours) }).toEqual({
				seed,
				round,
				texts,
				answers: named(questions, theirs.ok),
			});
			asked += questions.length;
		}
		expect(asked).toBeGreaterThan(4000);
	});
});

function named(questions: readonly [string, boolean][], answers: readonly boolean[]): Record<string, boolean> {
	return Object.fromEntries(
		questions.map(([path, directory], index) => [`${path}${directory ? "/" : ""}`, answers[index] ?? false]),
	);
}
