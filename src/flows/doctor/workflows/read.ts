import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure, type Key, type Value } from "../../../kernel/index.ts";
import { parseYaml, toValue } from "../../../source/index.ts";
import type { Found } from "../codes.ts";
import type { Group, Job, Permissions, Readings, Secret, Step, Workflow } from "./model.ts";

const FOLDER = ".github/workflows";

export interface WrittenWorkflows {
	readonly all: readonly Workflow[];
	readonly unreadable: readonly Found[];
}

/** The workflows of a repository, as far as they can be read: somebody else's file may be written in any way. */
export async function readWorkflows(root: string): Promise<WrittenWorkflows> {
	const entries = await readdir(join(root, FOLDER), { withFileTypes: true }).catch(() => []);
	const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name)).map(({ name }) => name);
	const read = await Promise.all(
		files.sort().map(async (name) => workflow(`${FOLDER}/${name}`, await readFile(join(root, FOLDER, name), "utf8"))),
	);
	return {
		all: read.filter((each): each is Workflow => !("code" in each)),
		unreadable: read.filter((each): each is Found => "code" in each),
	};
}

function workflow(file: string, text: string): Workflow | Found {
	try {
		const top = mapping(toValue(parseYaml(text, file)));
		const permissions = permissionsOf(top.get("permissions"));
		const readings = readingsOf(top.get("permissions"));
		const shared = secretsIn(top.get("env"));
		return {
			file,
			name: words(top.get("name")) ?? file,
			events: eventsOf(top.get("on")),
			group: groupOf(top.get("concurrency")),
			jobs: [...mapping(top.get("jobs"))].map(([id, job]) =>
				jobOf(String(id), mapping(job), { permissions, readings, shared }),
			),
		};
	} catch (failure) {
		if (failure instanceof Failure) return unreadable(file, failure);
		throw failure;
	}
}

function unreadable(file: string, { message, details: { at } }: Failure): Found {
	return {
		code: "workflow-unreadable",
		level: "problem",
		says: `${[file, at?.line, at?.column].filter((part) => part !== undefined).join(":")}: ${message}`,
		why: "GitHub does not start what it cannot read",
		fix: `correct ${file}; what is wrong stands where it says`,
	};
}

/** `on: push`, `on: [push, pull_request]` or each with its filters. */
function eventsOf(value: Value | undefined): Map<string, ReadonlyMap<Key, Value>> {
	const one = words(value);
	if (one !== null) return new Map([[one, new Map()]]);
	if (Array.isArray(value)) return new Map(value.map((each) => [String(each), new Map()]));
	return new Map([...mapping(value)].map(([name, filters]) => [String(name), mapping(filters)]));
}

function jobOf(
	id: string,
	job: ReadonlyMap<Key, Value>,
	inherited: Pick<Job, "permissions" | "readings"> & { readonly shared: readonly Secret[] },
): Job {
	const environment = job.get("environment");
	return {
		id,
		title: words(job.get("name")) ?? id,
		labels: labelsOf(job.get("runs-on")),
		permissions: permissionsOf(job.get("permissions")) ?? inherited.permissions,
		readings: readingsOf(job.get("permissions")) ?? inherited.readings,
		limited: job.has("timeout-minutes"),
		environment: words(environment) ?? words(mapping(environment).get("name")),
		steps: list(job.get("steps")).map((step) => stepOf(mapping(step))),
		secrets: [...inherited.shared, ...secretsIn([...job].filter(([key]) => key !== "outputs").map(([, part]) => part))],
		group: groupOf(job.get("concurrency")),
		calls: words(job.get("uses")),
	};
}

function stepOf(step: ReadonlyMap<Key, Value>): Step {
	const given = [...mapping(step.get("with"))].map(([name, value]) => [String(name), words(value) ?? ""] as const);
	return { uses: words(step.get("uses")), given: new Map(given) };
}

/** `concurrency: NAME`, or with how it waits. */
function groupOf(value: Value | undefined): Group | null {
	const written = mapping(value);
	const name = words(value) ?? words(written.get("group"));
	if (name === null) return null;
	const cancels = words(written.get("cancel-in-progress")) ?? "false";
	return { name, keepsAll: words(written.get("queue")) === "max", cancels: cancels !== "false" };
}

/** Null where an expression, or a group alone, decides. */
function labelsOf(value: Value | undefined): readonly string[] | null {
	const written = value instanceof Map ? value.get("labels") : value;
	const labels = Array.isArray(written) ? written.map(words) : [words(written)];
	const known = labels.filter((label) => label !== null);
	return known.length < labels.length || known.some((label) => label.includes("${{")) ? null : known;
}

function permissionsOf(value: Value | undefined): Permissions | null {
	if (value === undefined || value === null) return null;
	const all = words(value);
	if (all !== null) return all === "write-all" ? "write-all" : new Set();
	return rightsIn(value, ["write"]);
}

function readingsOf(value: Value | undefined): Readings | null {
	if (value === undefined || value === null) return null;
	const all = words(value);
	if (all !== null) return all === "read-all" || all === "write-all" ? "all" : new Set();
	return rightsIn(value, ["read", "write"]);
}

function rightsIn(value: Value, levels: readonly string[]): ReadonlySet<string> {
	const given = [...mapping(value)].filter(([, level]) => typeof level === "string" && levels.includes(level));
	return new Set(given.map(([name]) => String(name)));
}

const NAMED = /\bsecrets\s*(?:\.\s*([\w-]+)|\[\s*'([^']*)'\s*\])/g;
const ALL = /\btoJSON\(\s*secrets\s*\)/i;

/** Secrets that a value hands on, each with the key that takes it. */
function secretsIn(value: Value | undefined, key = ""): Secret[] {
	if (Array.isArray(value)) return value.flatMap((item) => secretsIn(item, key));
	if (value instanceof Map) return [...value].flatMap(([name, item]) => secretsIn(item, String(name)));
	if (typeof value !== "string") return [];
	if (ALL.test(value) || (key === "secrets" && value === "inherit")) return [{ name: "*", key }];
	return [...value.matchAll(NAMED)].map((found) => ({ name: found[1] ?? found[2] ?? "", key }));
}

function mapping(value: Value | undefined): ReadonlyMap<Key, Value> {
	return value instanceof Map ? value : new Map();
}

function list(value: Value | undefined): readonly Value[] {
	return Array.isArray(value) ? value : [];
}

/** A scalar as the text that GitHub would make of it; null for none. */
function words(value: Value | undefined): string | null {
	if (typeof value === "string") return value;
	const plain = typeof value === "boolean" || typeof value === "number" || typeof value === "bigint";
	return plain ? String(value) : null;
}
