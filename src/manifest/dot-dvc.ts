import { joinPath, type Key, parentOf, type Value } from "../kernel/index.ts";
import {
	check,
	complain,
	decodeUtf8,
	expectBoolean,
	expectString,
	listOf,
	type Node,
	nullable,
	optional,
	parseYaml,
	type Rule,
	record,
	refine,
	toValue,
} from "../source/index.ts";
import type { Dependency, Output, Recorded, Stage } from "./model.ts";
import { placePath, type Standing } from "./places.ts";
import { checksum, dependencyRule, outputRule } from "./recorded.ts";

const OUT_FLAGS = ["desc", "type", "labels", "meta", "cache", "persist", "remote", "push"];

interface Entry {
	readonly node: Node;
	readonly recorded: Recorded;
}

function entryOf(rule: Rule<Recorded>): Rule<Entry> {
	return refine(rule, (recorded, node) => ({ node, recorded }));
}

const fields = {
	md5: optional(checksum),
	wdir: optional(nullable(expectString)),
	deps: optional(nullable(listOf(entryOf(dependencyRule)))),
	outs: optional(nullable(listOf(entryOf(outputRule)))),
	locked: optional(expectBoolean, false),
	frozen: optional(expectBoolean, false),
	meta: optional<Value>(toValue),
	always_changed: optional(expectBoolean, false),
	desc: optional(expectString),
};

const dotDvc = record("a .dvc file", fields);

/** A `.dvc` file as the stage that it is. `file` is relative to the DVC root. Failure `dvc-file-invalid`. */
export function readDotDvc(bytes: Uint8Array, file: string, root: string | null): Stage {
	const node = parseYaml(decodeUtf8(bytes, file), file);
	const read = check(node, dotDvc, "dvc-file-invalid");
	const wdir = joinPath(parentOf(file), read.wdir ?? ".");
	const deps = read.deps ?? [];
	const outs = read.outs ?? [];
	return {
		address: file,
		file,
		name: null,
		wdir,
		cmd: null,
		deps: deps.map((entry) => dependency(entry, { root, wdir })),
		params: [],
		outs: outs.map((entry) => output(entry, { root, wdir })),
		frozen: read.frozen || read.locked,
		alwaysChanged: read.always_changed,
		desc: read.desc,
		meta: read.meta,
		lock: {
			cmd: null,
			deps: deps.map(({ recorded }) => recorded),
			params: new Map(),
			outs: outs.map(({ recorded }) => recorded),
		},
		place: node.at,
	};
}

/** An import from another repository or a database has no place in this one. */
function dependency({ node, recorded }: Entry, standing: Standing): Dependency {
	const elsewhere = recorded.extra?.has("repo") === true || recorded.extra?.has("db") === true;
	return { path: recorded.path, at: elsewhere ? null : placePath(standing, recorded.path), place: node.at };
}

function wholeProject(node: Node, path: string): Error {
	return complain(node.at, "dvc-file-invalid", `\`${path}\` cannot be an output: it is the project itself`, {
		found: path,
		expected: "a path below the project",
	});
}

function output({ node, recorded }: Entry, standing: Standing): Output {
	const flags = new Map<Key, Value>();
	for (const { key, value } of node.kind === "map" ? node.entries : []) {
		if (OUT_FLAGS.includes(String(key))) flags.set(key, toValue(value));
	}
	const remote = flags.get("remote");
	const at = placePath(standing, recorded.path);
	if (at === ".") throw wholeProject(node, recorded.path);
	return {
		path: recorded.path,
		at,
		kind: "out",
		cache: flags.get("cache") !== false,
		persist: flags.get("persist") === true,
		push: flags.get("push") !== false,
		remote: typeof remote === "string" ? remote : null,
		flags: new Map([...flags].filter(([key]) => !["cache", "persist", "push", "remote"].includes(String(key)))),
		place: node.at,
	};
}
