import { compareCodePoints, joinPath, type Oid } from "../kernel/index.ts";
import type { Compared } from "./metrics.ts";
import type { DataRow } from "./model.ts";
import type { Content, ListedFile, Side } from "./side.ts";

/**
 * What `dvc diff --json` says of the two sides: a row for each cached output and, where both listings are at hand, for each
 * file below a directory. A directory's path has no slash at its end; its row counts its files.
 */
export async function dataDiff(base: Side, head: Side, all = false): Promise<Compared<DataRow>> {
	const paths = [...new Set([...base.data.keys(), ...head.data.keys()])].sort(compareCodePoints);
	const rows: DataRow[] = [];
	const problems: string[] = [];
	for (const path of paths) {
		const pair = { path, base: base.data.get(path), head: head.data.get(path) };
		if (sameContent(pair) && !all) continue;
		const [old, now] = await Promise.all([filesOf(base, pair.base), filesOf(head, pair.head)]);
		if (old === "unknown" || now === "unknown") {
			problems.push(`the files of ${path} cannot be compared: its listing is not in the cache`);
			rows.push(outputRow(pair, null));
			continue;
		}
		const below = sameContent(pair) ? [] : fileRows(path, { old, now, pair });
		rows.push(outputRow(pair, old === null && now === null ? null : below), ...below);
	}
	return { rows: withRenames(rows.filter((row) => all || row.change !== "unchanged")), problems };
}

interface Pair {
	readonly path: string;
	readonly base: Content | undefined;
	readonly head: Content | undefined;
}

function sameContent({ base, head }: Pair): boolean {
	return named(base) === named(head) && (base === undefined) === (head === undefined);
}

function outputRow(pair: Pair, below: readonly DataRow[] | null): DataRow {
	const { path, base, head } = pair;
	const change =
		base === undefined ? "new" : head === undefined ? "deleted" : sameContent(pair) ? "unchanged" : "modified";
	const sized = base?.size !== undefined || head?.size !== undefined;
	const bytes = Number((head?.size ?? 0n) - (base?.size ?? 0n));
	const known =
		sized && (base === undefined || base.size !== undefined) && (head === undefined || head.size !== undefined);
	return {
		path,
		change,
		base: digest(base?.oid),
		head: digest(head?.oid),
		...(below === null ? {} : { files: tally(below) }),
		...(known ? { bytes } : {}),
	};
}

function fileRows(path: string, sides: { old: Files; now: Files; pair: Pair }): DataRow[] {
	const old = sides.old ?? new Map<string, Oid>();
	const now = sides.now ?? new Map<string, Oid>();
	const names = [...new Set([...old.keys(), ...now.keys()])].sort(compareCodePoints);
	return names.flatMap((name): DataRow[] => {
		const [before, after] = [old.get(name), now.get(name)];
		if (before === after) return [];
		const change = before === undefined ? "new" : after === undefined ? "deleted" : "modified";
		return [{ path: joinPath(path, name), change, base: digest(before), head: digest(after), below: path }];
	});
}

function tally(rows: readonly DataRow[]): NonNullable<DataRow["files"]> {
	const count = (change: DataRow["change"]): number => rows.filter((row) => row.change === change).length;
	return { added: count("new"), removed: count("deleted"), changed: count("modified") };
}

/** Relpath → oid; null for what is no directory. */
type Files = ReadonlyMap<string, Oid> | null;

async function filesOf(side: Side, content: Content | undefined): Promise<Files | "unknown"> {
	if (content?.oid == null || !content.oid.endsWith(".dir")) return null;
	const files: readonly ListedFile[] | null = content.files ?? (await side.objects.listing(content.oid, content.hash));
	return files === null ? "unknown" : new Map(files.map((file) => [file.relpath, file.oid]));
}

/** A deleted and a new path with one content are one renamed path; pairs are made in the order of the paths, as DVC makes them. */
function withRenames(rows: readonly DataRow[]): DataRow[] {
	const gone = new Map<string, DataRow[]>();
	for (const row of rows) {
		if (row.change === "deleted" && row.base !== null) gone.set(row.base, [...(gone.get(row.base) ?? []), row]);
	}
	const used = new Set<DataRow>();
	const renamed = rows.map((row): DataRow => {
		const before = row.change === "new" && row.head !== null ? gone.get(row.head)?.shift() : undefined;
		if (before === undefined) return row;
		used.add(before);
		return { ...row, change: "renamed", base: before.base, from: before.path };
	});
	return renamed.filter((_, index) => !used.has(rows[index] ?? absent));
}

const absent: DataRow = { path: "", change: "unchanged", base: null, head: null };

function named(content: Content | undefined): string {
	return content?.oid == null ? "" : `${content.hash}:${content.oid}`;
}

function digest(oid: Oid | null | undefined): string | null {
	return oid == null ? null : `md5:${oid}`;
}
