import { badInput, type Key, type Mapping, type Value } from "../kernel/index.ts";
import {
	byKind,
	check,
	decodeUtf8,
	describeNode,
	emitYaml,
	entryOf,
	expectMapping,
	expectNode,
	expectString,
	listOf,
	type MapNode,
	mapOf,
	mismatch,
	type Node,
	optional,
	parseYaml,
	type Report,
	type Rule,
	record,
	required,
	rewriteYaml,
	toValue,
} from "../source/index.ts";
import type { LockEntry, Recorded } from "./model.ts";
import { lockedRule, recordedToValue } from "./recorded.ts";

const SCHEMA = "2.0";
const CODE = "lock-invalid";

const command: Rule<string | string[]> = byKind<string | string[]>(
	{ scalar: expectString, list: listOf(expectString) },
	"a command, or a list of them",
);

const entryFields = record("a stage's entry", {
	cmd: required(command),
	deps: optional(listOf(lockedRule)),
	params: optional(mapOf((node, report) => expectMapping(node, report))),
	outs: optional(listOf(lockedRule)),
});

const entry: Rule<LockEntry> = (node, report) => {
	const read = entryFields(node, report);
	if (read === undefined) return undefined;
	const { cmd, deps, params, outs } = read;
	return { cmd, deps: deps ?? [], params: params ?? new Map<string, Mapping>(), outs: outs ?? [] };
};

const lockFile = record("dvc.lock", {
	schema: required(schema),
	stages: optional(mapOf((node, report, name) => entry(node, report.about(`stage "${name}"`)))),
	datasets: optional(expectNode),
});

function schema(node: Node, report: Report): string | undefined {
	if (toValue(node) === SCHEMA) return SCHEMA;
	return mismatch(node, report, `the text '${SCHEMA}'`, {
		found: describeNode(node),
		hint: "another program, or a newer DVC, wrote this file",
	});
}

/** Stage name → entry. An empty file is an empty lock. Failure `lock-invalid`, with every mistake and its place. */
export function parseLock(bytes: Uint8Array, file: string): Map<string, LockEntry> {
	const node = parseYaml(decodeUtf8(bytes, file), file);
	if (isEmpty(node)) return new Map();
	if (node.kind === "map" && !node.entries.some(({ key }) => key === "schema")) throw withoutSchema(node);
	return check(node, lockFile, CODE).stages ?? new Map<string, LockEntry>();
}

function isEmpty(node: Node): boolean {
	return node.kind === "map" ? node.entries.length === 0 : toValue(node) === null;
}

/** DVC 1.x wrote stages at the top; DVC 3 refuses that, too, because its hashes count differently. */
function withoutSchema(node: MapNode): Error {
	const { at } = node;
	const old = node.entries.some(({ value }) => entryOf(value, "cmd") !== undefined);
	return badInput(CODE, old ? `${at.file} is a lock of DVC 1.x` : `${at.file} does not say its schema`, {
		at,
		expected: `schema: '${SCHEMA}'`,
		hint: old
			? "DVC 3 does not read it either: delete it and run `mainline run` (or `dvc commit`, where the results are there)"
			: "its beginning is lost: take it from git, or delete it and run `mainline run`",
	});
}

/** One entry on its own: a file of the run cache. Failure `lock-invalid`. */
export function parseLockEntry(node: Node): LockEntry {
	return check(node, entry, CODE);
}

/** In DVC's order; empty parts are left out. */
export function lockToValue({ cmd, deps, params, outs }: LockEntry): Mapping {
	const value = new Map<Key, Value>();
	if (cmd !== null) value.set("cmd", cmd);
	if (deps.length > 0) value.set("deps", listed(deps));
	if (params.size > 0) value.set("params", new Map<Key, Value>(params));
	if (outs.length > 0) value.set("outs", listed(outs));
	return value;
}

function listed(items: readonly Recorded[]): Value {
	return items.map(recordedToValue);
}

/** Asked for a stage that has no entry yet: which of those that are there it goes before. */
export type Newcomer = () => (other: string) => boolean;

/** As DVC does it. */
export const atTheEnd: Newcomer = () => () => false;

/** Gives a key its value, in its old place, or as a newcomer. */
export function entered<K, V>(known: ReadonlyMap<K, V>, [key, value]: readonly [K, V], newcomer: Newcomer): Map<K, V> {
	const entries = new Map(known);
	if (entries.has(key)) return entries.set(key, value);
	const goesBefore = newcomer();
	const next = [...entries.keys()].findIndex((other) => goesBefore(String(other)));
	return next < 0 ? entries.set(key, value) : new Map([...entries].toSpliced(next, 0, [key, value]));
}

/** The text of dvc.lock with this stage's entry, anew in its old place or as a newcomer; the other stages stay as they are written. */
export function updateLock(
	oldText: string | null,
	stageName: string,
	entryNow: LockEntry,
	newcomer = atTheEnd,
): string {
	const old = oldText === null ? null : toValue(parseYaml(oldText, "dvc.lock"));
	const before: Mapping = old instanceof Map ? old : new Map();
	const known = before.get("stages");
	const had = new Map<Key, Value>(known instanceof Map ? known : []);
	const stages = entered<Key, Value>(had, [stageName, lockToValue(entryNow)], newcomer);
	const value = new Map<Key, Value>(before.size === 0 ? [["schema", SCHEMA]] : before).set("stages", stages);
	return before.size === 0 || oldText === null ? emitYaml(value) : rewriteYaml(oldText, value, ["stages", stageName]);
}
