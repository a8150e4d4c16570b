import { cp } from "node:fs/promises";
import { join } from "node:path";
import { directoryListing, parseListing } from "../../digest/index.ts";
import { cloneAt } from "../../git/index.ts";
import {
	badInput,
	infrastructure,
	isDirectoryOid,
	isMapping,
	isWithin,
	joinPath,
	type Mapping,
	type Oid,
} from "../../kernel/index.ts";
import type { Output, Recorded, Stage } from "../../manifest/index.ts";
import { recordOfOutput } from "../../plan/index.ts";
import { fetch, type Remote } from "../../store/index.ts";
import type { FlowContext } from "../context.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

/** What a `.dvc` file says of the repository that it was imported from. */
export interface Source {
	readonly url: string;
	readonly commit: string;
	/** Relative to that repository's DVC root. */
	readonly path: string;
	/** The remote there that has the data; null: its default one. */
	readonly remote: string | null;
}

/** Null for what was not imported from a repository. */
export function sourceOf({ deps, lock }: Stage): Source | null {
	const [dependency] = deps;
	const repo = lock?.deps[0]?.extra?.get("repo");
	if (dependency === undefined || repo === undefined || !isMapping(repo)) return null;
	const commit = text(repo, "rev_lock");
	const url = text(repo, "url");
	if (url === null || commit === null) return null;
	return { url, commit, path: dependency.path, remote: text(repo, "remote") };
}

function text(mapping: Mapping, key: string): string | null {
	const value = mapping.get(key);
	return typeof value === "string" ? value : null;
}

interface Bringing {
	readonly source: Source;
	readonly record: Recorded;
	/** A folder for the copy of the repository. */
	readonly folder: string;
	/** Where a file or folder of git is put. */
	readonly to: string;
}

/**
 * Takes an import's content out of its repository: what git tracks there is put at `to`; of what DVC tracks there the
 * objects come from that repository's own remote into our cache, and nothing is put anywhere.
 */
export async function bringFromRepository(
	context: FlowContext,
	workspace: Workspace,
	{ source, record, folder, to }: Bringing,
): Promise<"put" | "stored"> {
	await cloneAt(workspace.root, { url: source.url, commit: source.commit, folder });
	const there = await openWorkspace({ ...context, cwd: folder }).catch(() => null);
	const path = joinPath(source.path);
	const tracked = there?.project.stages
		.flatMap((stage) => stage.outs.map((out) => ({ stage, out })))
		.find(({ out }) => out.cache && out.at !== null && isWithin(path, out.at));
	there?.git?.close();
	if (there === null || tracked === undefined) {
		const from = join(folder, path);
		if (!isWithin(path, ".")) throw notThere(source);
		await cp(from, to, { recursive: true, dereference: true }).catch((cause: unknown) => {
			throw notThere(source, cause);
		});
		return "put";
	}
	await fetchObjects(workspace, { ...tracked, path, record, remote: await there.remote(source.remote) });
	return "stored";
}

interface Fetching {
	readonly stage: Stage;
	readonly out: Output;
	readonly path: string;
	readonly record: Recorded;
	readonly remote: Remote;
}

async function fetchObjects({ cache }: Workspace, fetching: Fetching): Promise<void> {
	const { record, out, stage, path, remote } = fetching;
	const whole = recordOfOutput(stage, out);
	const oid = record.oid;
	if (oid === null) return;
	const inside = out.at !== null && path !== out.at ? path.slice(out.at.length + 1) : null;
	if (inside !== null && isDirectoryOid(oid) && whole?.oid != null) {
		await makeListing(cache, { whole: whole.oid, inside, oid, remote });
	}
	const { failed } = await fetch([{ oid, hash: record.hash }], { cache, remote });
	const [first] = failed;
	if (first !== undefined) throw infrastructure("import-missing", `${remote.name} of the source: ${first.reason}`);
}

/** A folder inside a tracked one is no object there; its listing is the part of the whole's. */
async function makeListing(
	cache: Workspace["cache"],
	{ whole, inside, oid, remote }: { whole: Oid; inside: string; oid: Oid; remote: Remote },
): Promise<void> {
	const bytes = await remote.read(whole, "md5");
	const files = (bytes === null ? null : parseListing(bytes)) ?? [];
	const below = files.filter(({ relpath }) => relpath.startsWith(`${inside}/`));
	const listing = directoryListing(
		below.map((file) => ({ relpath: file.relpath.slice(inside.length + 1), oid: file.oid })),
	);
	if (listing.oid !== oid) return;
	const { failed } = await fetch(
		below.map((file) => ({ oid: file.oid, hash: "md5" as const })),
		{ cache, remote },
	);
	if (failed.length === 0) await cache.addBytes(Buffer.from(listing.text), listing.oid);
}

function notThere({ url, commit, path }: Source, cause?: unknown): Error {
	return badInput("import-missing", `${path} is not in ${url} at ${commit.slice(0, 12)}`, {
		cause,
		found: "nothing of that name",
		expected: "the path that was imported",
	});
}
