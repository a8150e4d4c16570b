import { posix } from "node:path";
import type { OutSpec, ParamSpec, Ref } from "./model.ts";
import { PARAM_FILES, PARAM_KEYS } from "./parameters.ts";
import {
	chosen,
	homeOf,
	homesOf,
	itemText,
	nameOf,
	outPath,
	outPaths,
	type Stage,
	sourcesOf,
	type World,
	wdirOf,
} from "./world.ts";

/** Every dvc.yaml of the project, by path. */
export function pipelines(world: World): Map<string, string> {
	const texts = new Map<string, string>();
	for (const home of homesOf(world.frame)) {
		const own = turned(
			world.stages.filter((stage) => homeOf(world, stage) === home),
			world.turned,
		);
		if (own.length === 0) continue;
		const stages = own.map((stage) => stageText(world, stage)).join("");
		texts.set(posix.join(home, "dvc.yaml"), `${world.frame.vars ? varsText(world) : ""}stages:\n${stages}`);
	}
	return texts;
}

const varsText = ({ vars }: World): string =>
	`vars:\n- v: {x: ${vars}, dir: wd, items: [en, fr], text: "a ${vars % 2} b"}\n- flags: {lr: 0.${1 + (vars % 5)}, on: ${vars % 2 === 0}, names: [a, "b c"]}\n`;

function turned<T>(items: readonly T[], by: number): T[] {
	const at = by % Math.max(items.length, 1);
	return [...items.slice(at), ...items.slice(0, at)];
}

/** A double-quoted JSON text is YAML. */
const q = (text: string): string => JSON.stringify(text);

function stageText(world: World, stage: Stage): string {
	const pad = stage.generated === 0 || stage.generated === 3 ? "    " : "      ";
	const lines: string[] = [];
	const { written } = wdirOf(world, stage);
	if (written !== null) lines.push(`wdir: ${q(written)}`);
	lines.push(...commandLines(commands(world, stage), stage.style));
	lines.push(
		...section(
			"deps",
			turned(depTexts(world, stage), stage.turned).map((path) => `- ${q(path)}`),
		),
	);
	lines.push(
		...section(
			"params",
			stage.params.flatMap((param) => paramLines(world, stage, param)),
		),
	);
	for (const [name, kinds] of SECTIONS) {
		const outs = stage.outs.map((out, index) => ({ out, index })).filter(({ out }) => kinds.includes(out.kind));
		lines.push(
			...section(
				name,
				turned(outs, stage.turned).map((each) => outLine(world, stage, each)),
			),
		);
	}
	if (stage.frozen) lines.push("frozen: true");
	if (stage.always) lines.push("always_changed: true");
	const body = lines.map((line) => `${pad}${line}\n`).join("");
	return `  ${q(nameOf(world, stage))}:\n${generator(world, stage)}${body}`;
}

const SECTIONS: readonly (readonly [string, readonly OutSpec["kind"][]])[] = [
	["outs", ["file", "directory", "params"]],
	["metrics", ["metric"]],
	["plots", ["plot"]],
];

function generator({ frame }: World, { generated }: Stage): string {
	if (generated === 1) return "    foreach: [en, de]\n    do:\n";
	if (generated === 2) return "    foreach:\n      small: {n: 1}\n      large: {n: 2}\n    do:\n";
	if (generated === 3) return "    matrix:\n      l: [x, y]\n      n: [1, 2]\n";
	if (generated === 4) return `    foreach: ${frame.vars ? "${v.items}" : "[en, de]"}\n    do:\n`;
	return "";
}

function section(name: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : [`${name}:`, ...lines];
}

function commandLines(lines: readonly string[], style: number): string[] {
	const block = (text: string): string[] => text.split("\n").map((line) => `  ${line}`);
	switch (style % 6) {
		case 1:
			return ["cmd:", ...lines.map((line) => `- ${q(line)}`)];
		case 2:
			return ["cmd: |", ...block(lines.join("\n"))];
		case 3:
			return ["cmd: >-", ...block(lines.join(" && "))];
		case 4:
			return ["cmd:", "- |", ...block(lines.join("\n"))];
		default:
			return [`cmd: ${q(lines.join(" && "))}`];
	}
}

/** For a shell, whatever stands in it. */
const sh = (text: string): string => (/^[\w./${}-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`);

/** One line an output, each its own shell's; what they write follows from what the dependencies hold. */
function commands(world: World, stage: Stage): string[] {
	const { path: wdir } = wdirOf(world, stage);
	const from = (path: string): string => sh(posix.relative(wdir, path) || ".");
	const refs = refsOf(world, stage);
	const folders = refs.filter(({ ref, path }) => isFolder(world, ref, path)).map(({ path }) => from(path));
	const files = [
		...refs.filter(({ ref, path }) => !isFolder(world, ref, path)).map(({ path }) => from(path)),
		...folders.map((path) => `${path}/*`),
	];
	const reads = [
		...(files.length > 0 ? [`cat ${files.join(" ")}`] : []),
		...(folders.length > 0 ? [`ls -R ${folders.join(" ")}`] : []),
	];
	const input =
		reads.length === 0
			? `echo salt ${stage.salt}`
			: `{ echo salt ${stage.salt}; ${reads.map((read) => `${read}; `).join("")}} 2>/dev/null`;
	const guard = stage.id % 3 === 2 ? `test ! -e ${from("fail")} && ` : "";
	const template = world.frame.vars && stage.id % 2 === 0 ? ": ${v.x} ${v.text} ${flags}; " : "";
	const lines = stage.outs.map((out, index) => {
		const path = outPath(world, stage, { out, index, item: stage.generated === 0 ? null : itemText(stage) });
		return `${guard}${template}set -- $(${input} | cksum); ${making(world, out, { folder: from(posix.dirname(path)), path: from(path) })}`;
	});
	return lines.length === 0 ? [`${guard}${template}echo ${stage.salt} > /dev/null`] : lines;
}

function isFolder(world: World, { of }: Ref, path: string): boolean {
	if (of === "folder" || path === "data" || path === "made") return true;
	if (of === "part") return path.endsWith("/deep");
	return (
		of === "out" &&
		world.stages.some((each) =>
			outPaths(world, each).some(({ path: made, out }) => made === path && out.kind === "directory"),
		)
	);
}

function making(world: World, out: OutSpec, { folder, path }: { folder: string; path: string }): string {
	const arrow = out.persist ? ">>" : ">";
	// dvc makes a linked object itself executable (docs/reference/differences-from-dvc.md)
	const mode = out.executable && world.frame.links === 0 ? ` && chmod +x ${path}` : "";
	if (out.kind === "directory") {
		return `mkdir -p ${path}/deep && echo $1 ${arrow} ${path}/a.txt && echo $2 ${arrow} ${path}/'deep/b c.txt' && echo same ${arrow} ${path}/.hidden`;
	}
	const text = out.kind === "params" ? `"a: $1"` : `'{"acc": '$1', "n": {"k": '$2'}}'`;
	return `${out.made ? `mkdir -p ${folder} && ` : ""}echo ${text} ${arrow} ${path}${mode}`;
}

/** The paths that a stage depends on, from the root; none twice. */
export function refsOf(world: World, stage: Stage): { readonly path: string; readonly ref: Ref }[] {
	const found = new Map<string, Ref>();
	for (const ref of stage.deps) {
		const path = refPath(world, stage, ref);
		if (path !== null && !found.has(path)) found.set(path, ref);
	}
	return [...found].map(([path, ref]) => ({ path, ref }));
}

function refPath(world: World, stage: Stage, { of, pick, which }: Ref): string | null {
	const before = world.stages.filter(({ id }) => id < stage.id);
	const producer = chosen(
		before.filter(({ outs }) => outs.length > 0),
		pick,
	);
	switch (of) {
		case "source":
			return chosen(sourcesOf(world.frame), pick) ?? null;
		case "folder":
			return pick % 2 === 0 ? "src" : "src/deep";
		case "data":
			return world.frame.data ? (["data", "data/x.txt", "one.bin"][pick % 3] ?? null) : "raw.txt";
		case "made":
			return before.some(({ outs }) => outs.some(({ made }) => made)) && !stage.outs.some(({ made }) => made)
				? "made"
				: "raw.txt";
		case "absent":
			return `absent-${pick}.txt`;
		case "out":
			return producer === undefined ? "raw.txt" : (chosen(outPaths(world, producer), which)?.path ?? null);
		case "part": {
			const out = producer === undefined ? undefined : chosen(outPaths(world, producer), which);
			if (out === undefined) return "src/a.txt";
			return out.out.kind === "directory" ? `${out.path}/${["a.txt", "deep", "deep/b c.txt"][which % 3]}` : out.path;
		}
	}
}

function depTexts(world: World, stage: Stage): string[] {
	const { path: wdir } = wdirOf(world, stage);
	return refsOf(world, stage).map(({ path, ref }) => {
		const written = posix.relative(wdir, path);
		const folder = ["src", "src/deep", "made", "data"].includes(path);
		if (folder && ref.which % 4 === 3) return `${written}/`;
		return ref.which % 6 === 5 ? `./${written}` : written;
	});
}

function paramLines(world: World, stage: Stage, { file, keys, whole }: ParamSpec): string[] {
	const { path: wdir } = wdirOf(world, stage);
	const made = world.stages
		.filter(({ id }) => id < stage.id)
		.flatMap((each) => outPaths(world, each).filter(({ out }) => out.kind === "params"));
	const path = chosen([...PARAM_FILES, ...made.map((each) => each.path)], file) ?? "params.yaml";
	const written = posix.relative(wdir, path);
	const names = made.some((each) => each.path === path)
		? ["a"]
		: [...new Set(keys.map((key) => PARAM_KEYS[key % PARAM_KEYS.length] ?? "a"))];
	// dvc merges a key and a part of it into something else
	const last = (name: string): boolean =>
		!(name === "list.0" && names.includes("list")) && !(name === "b.c" && names.includes("b"));
	if (whole) return [`- ${q(written)}:`];
	return written === "params.yaml"
		? names.filter(last).map((name) => `- ${name}`)
		: [`- ${q(written)}:`, ...names.filter(last).map((name) => `  - ${name}`)];
}

function outLine(world: World, stage: Stage, { out, index }: { out: OutSpec; index: number }): string {
	const { path: wdir } = wdirOf(world, stage);
	const path = outPath(world, stage, { out, index, item: stage.generated === 0 ? null : itemText(stage) });
	const flags = [...(out.cache ? [] : ["cache: false"]), ...(out.persist ? ["persist: true"] : [])];
	const written = q(posix.relative(wdir, path));
	return flags.length === 0 ? `- ${written}` : `- ${written}: {${flags.join(", ")}}`;
}
