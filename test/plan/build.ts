import { hashBytes } from "../../src/digest/index.ts";
import type { Oid, Value } from "../../src/kernel/index.ts";
import { parseOid } from "../../src/kernel/index.ts";
import type { LockEntry, Output, Project, Recorded, Stage } from "../../src/manifest/index.ts";
import type { Observer } from "../../src/plan/index.ts";

const AT = { file: "dvc.yaml", line: 1, column: 1 };

export function oidOf(text: string): Oid {
	return hashBytes(new TextEncoder().encode(text));
}

export function directoryOid(text: string): Oid {
	const oid = parseOid(`${oidOf(text)}.dir`);
	if (oid === null) throw new Error("not an oid");
	return oid;
}

type OutputSpec = string | ({ path: string } & Partial<Output>);

interface StageSpec extends Partial<Omit<Stage, "deps" | "params" | "outs">> {
	readonly deps?: readonly string[];
	readonly params?: Readonly<Record<string, readonly string[]>>;
	readonly outs?: readonly OutputSpec[];
}

/** A stage of ./dvc.yaml; one without a command is a `.dvc` file. */
export function stage(address: string, spec: StageSpec = {}): Stage {
	const data = address.endsWith(".dvc");
	return {
		address,
		file: data ? address : "dvc.yaml",
		name: data ? null : address,
		wdir: ".",
		cmd: data ? null : `make ${address}`,
		frozen: false,
		alwaysChanged: false,
		desc: null,
		meta: null,
		lock: null,
		place: AT,
		...spec,
		deps: (spec.deps ?? []).map((path) => ({ path, at: path, place: AT })),
		params: Object.entries(spec.params ?? {}).map(([path, keys]) => ({ path, at: path, keys, place: AT })),
		outs: (spec.outs ?? []).map(output),
	};
}

function output(spec: OutputSpec): Output {
	const { path, ...rest } = typeof spec === "string" ? { path: spec } : spec;
	const fixed = { kind: "out", cache: true, persist: false, push: true, remote: null, flags: new Map() } as const;
	return { ...fixed, path, at: path, place: AT, ...rest };
}

/** What the lock says after the stage ran with these contents. */
export function locked(
	cmd: string,
	{
		deps = {},
		params = {},
		outs = {},
	}: Partial<Record<"deps" | "outs", Record<string, string | Oid>>> & {
		params?: Record<string, Record<string, Value>>;
	},
): LockEntry {
	const records = (items: Record<string, string>): Recorded[] =>
		Object.entries(items).map(([path, content]) => ({ path, oid: parseOid(content) ?? oidOf(content), hash: "md5" }));
	return {
		cmd,
		deps: records(deps),
		params: new Map(Object.entries(params).map(([file, values]) => [file, new Map(Object.entries(values))])),
		outs: records(outs),
	};
}

export function project(...stages: Stage[]): Project {
	const config = {
		sections: new Map(),
		cacheDir: "/nowhere",
		cacheTypes: ["copy" as const],
		defaultRemote: null,
		remotes: new Map(),
		noScm: false,
		autostage: false,
	};
	return { stages, artifacts: [], topLevel: { metrics: [], params: [], plots: [] }, config };
}

export interface World {
	/** Path → text of a file, or the id of a directory. */
	readonly files?: Readonly<Record<string, string>>;
	readonly params?: Readonly<Record<string, Record<string, Value>>>;
	/** What the cache holds; "all" by default. */
	readonly cache?: readonly Oid[];
	readonly listings?: Readonly<Record<string, { relpath: string; oid: Oid }[]>>;
	readonly runs?: readonly LockEntry[];
}

/** An observer that sees exactly this. */
export function world({ files = {}, params = {}, cache, listings = {}, runs = [] }: World): Observer {
	const sameInputs = (a: LockEntry, b: LockEntry, open: ReadonlySet<string> = new Set()): boolean =>
		a.cmd === b.cmd && b.deps.every((d) => open.has(d.path) || a.deps.find((x) => x.path === d.path)?.oid === d.oid);
	return {
		content: async (path) => {
			const text = files[path];
			return text === undefined ? null : { oid: parseOid(text) ?? oidOf(text), hash: "md5" };
		},
		values: async ({ path, keys }) => {
			const values = params[path];
			if (values === undefined) return null;
			return new Map(Object.entries(values).filter(([key]) => keys.length === 0 || keys.includes(key)));
		},
		stored: async (oid) => cache?.includes(oid) ?? true,
		listing: async (oid) => listings[oid] ?? null,
		knownRun: async (inputs) => runs.find((entry) => sameInputs(entry, inputs)) ?? null,
		mayKnowRun: async (inputs, open) => runs.some((entry) => sameInputs(entry, inputs, open)),
	};
}
