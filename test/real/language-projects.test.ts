import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Chance } from "./language/chance.ts";
import { readOurs } from "./language/ours.ts";
import { type Answer, RealDvc } from "./language/real-dvc.ts";

type Files = Readonly<Record<string, string>>;
type Stage = { address: string; cmd: unknown; [key: string]: unknown };
type Project = { stages: Stage[] };

function folderOf(files: Files): string {
	const root = mkdtempSync(join(tmpdir(), "mainline-language-"));
	for (const [path, text] of Object.entries({ ".dvc/config": "[core]\nno_scm = true\n", ...files })) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

const PARAMS = `a: 1
f: 1.5
b: true
n: null
s: text
l: [1, two, true]
m: {x: 1, y: {z: [1, 2]}, flag: false}
ml: [{p: 1}, {p: 2}]
`;
const SINGLE = [
	"${a}",
	"${f}",
	"${b}",
	"${s}",
	"${m.x}",
	"${m.y.z[0]}",
	"${m.y.z.-1}",
	"${l[1]}",
	"${ml[0].p}",
	"\\${a}",
	"${own}",
	"${lost}",
];
const CHARACTERS = ["x", "y", " ", "-", "/", "é"];

/** A project that is mostly right: expressions, generated stages, flags, folders, and now and then a mistake. */
function randomProject(chance: Chance): Files {
	const text = (): string => chance.several(3, () => chance.pick(chance.holds(0.6) ? CHARACTERS : SINGLE)).join("");
	const path = (): string =>
		`${chance.pick(["", "d/", "./", "../", "d/../"])}${chance.pick(["p", "q", "r"])}-${text()}`;
	const quoted = (value: string): string => JSON.stringify(value);
	const list = (make: () => string): string => `[${chance.several(3, make).join(", ")}]`;
	const flags = (): string =>
		chance.pick([
			"{cache: false}",
			"{persist: true, desc: d}",
			"{push: false, remote: r}",
			"{labels: [x], type: t, meta: {k: 1}}",
		]);
	const output = (): string => (chance.holds(0.5) ? quoted(path()) : `{${quoted(path())}: ${flags()}}`);
	const body = (indent: string): string =>
		[
			`cmd: ${chance.holds(0.2) ? list(() => quoted(`run ${text()}`)) : quoted(`run ${text()} ${chance.pick(["", "${m}", "${item}", "${key}"])}`)}`,
			chance.holds(0.6) && `deps: ${list(() => quoted(path()))}`,
			chance.holds(0.6) && `outs: ${list(output)}`,
			chance.holds(0.3) && `metrics: ${list(output)}`,
			chance.holds(0.2) && `plots: [{${quoted(path())}: {x: a, y: ${quoted(text())}}}]`,
			chance.holds(0.3) && `params: [a, m.x, {other.yaml: ${chance.pick(["[k]", "null", "[]"])}}]`,
			chance.holds(0.2) && `wdir: ${quoted(chance.pick(["d", ".", "${s}", "d/${s}"]))}`,
			chance.holds(0.2) && "vars: [{own: 7}]",
			chance.holds(0.1) && `${chance.pick(["frozen", "always_changed"])}: ${chance.pick(["true", "false", '"${b}"'])}`,
			chance.holds(0.2) && `desc: ${quoted(`about ${text()}`)}`,
			chance.holds(0.2) && `meta: {k: ${quoted(`of ${text()}`)}}`,
		]
			.filter((line) => line !== false)
			.map((line) => `${indent}${line}\n`)
			.join("");
	const data = (): string =>
		chance.pick([
			"[a, b]",
			"${l}",
			'["${s}", true, 2.0]',
			"{k: 1, j: {v: 2}}",
			"${m}",
			"${ml}",
			"[[1], 2]",
			"[a, a]",
			"[]",
		]);
	const stage = (name: string): string => {
		const roll = chance.next();
		if (roll < 0.25) return `  ${name}:\n    foreach: ${data()}\n    do:\n${body("      ")}`;
		if (roll < 0.4) return `  ${name}:\n    matrix: {x: ${data()}, y: [1, true]}\n${body("    ")}`;
		return `  ${name}:\n${body("    ")}`;
	};
	const vars = chance.holds(0.5)
		? `vars: ${chance.pick(["[{own: 5}]", "[more.json]", '["more.json:own"]', "[params.yaml, {own: 5}]", '["more.json:own,lost"]'])}\n`
		: "";
	const text1 = `${vars}stages:\n${["one", "two"].map(stage).join("")}`;
	return {
		"dvc.yaml": text1.replaceAll(": ${", ': "${').replace(/: "(\$\{[^}\n]*\})(?=[,}\n])/g, ': "$1"'),
		"params.yaml": PARAMS,
		"more.json": '{"own": 6, "rest": 1}',
		"text/params.yaml": "k: 1\n",
	};
}

/** One shape for both: what a comparison of outside paths, empty notes and the order of recorded keys would blur. */
function alike(stage: Stage): unknown {
	const at = (item: { at: string | null }): string | null => (item.at?.startsWith("..") ? ".." : item.at);
	const { address, wdir, cmd, frozen, always, desc, meta, deps, params, outs } = stage as Stage & {
		deps: { path: string; at: string | null }[];
		params: { path: string; keys: string[]; values: unknown[] }[];
		outs: {
			path: string;
			at: string | null;
			kind: string;
			cache: boolean;
			persist: boolean;
			push: boolean;
			remote: string | null;
		}[];
	};
	return {
		stage: [address, wdir, cmd, frozen, always, desc === "" ? null : desc, meta],
		deps: deps.map((dep) => [dep.path, at(dep)]),
		params: params.map(({ path, keys, values }) => [path, keys, values[0] === "error" ? "error" : values]),
		outs: outs.map((out) => [out.path, at(out), out.kind, out.cache, out.persist, out.push, out.remote]),
	};
}

function sorted({ stages }: Project): unknown[] {
	return [...stages].sort((x, y) => (x.address < y.address ? -1 : 1)).map(alike);
}

describe("projects", () => {
	const dvc = new RealDvc();
	afterAll(() => dvc.end());

	it.each([1, 2, 3])("made at random are read as the real dvc reads them, seed %i", async (seed) => {
		const chance = new Chance(seed);
		let read = 0;
		for (let round = 0; round < 150; round++) {
			const files = randomProject(chance);
			const root = folderOf(files);
			const theirs = await dvc.ask<Project>("project", { root });
			const own = (await readOurs(root)) as Answer<Project>;
			rmSync(root, { recursive: true });
			const about = { seed, round, text: files["dvc.yaml"] };
			if ("error" in theirs || "error" in own) {
				expect({ ...about, own: "error" in own, message: own }).toEqual({
					...about,
					own: "error" in theirs,
					message: own,
				});
				continue;
			}
			expect({ ...about, stages: sorted(own.ok) }).toEqual({ ...about, stages: sorted(theirs.ok) });
			read++;
		}
		expect(read).toBeGreaterThan(20);
	});

	it("that were recorded are still what the real dvc says", async () => {
		const chance = new Chance(9);
		const file = join(import.meta.dirname, "../fixtures/language/verdicts.json");
		const { params, cases }: { params: string; cases: [number, Files, 0 | [string, unknown][]][] } = JSON.parse(
			readFileSync(file, "utf8"),
		);
		for (let round = 0; round < 250; round++) {
			const [withParams, files, recorded] = chance.pick(cases);
			const root = folderOf(withParams === 1 ? { ...files, "params.yaml": params } : files);
			const theirs = await dvc.ask<Project>("project", { root });
			rmSync(root, { recursive: true });
			const said = "error" in theirs ? 0 : theirs.ok.stages.map(({ address, cmd }) => [address, cmd]);
			expect({ files, said }).toEqual({ files, said: recorded });
		}
	});
});
