import { directoryListing, parseListing } from "../../digest/index.ts";
import { badInput, isDirectoryOid, isWithin, type Oid } from "../../kernel/index.ts";
import type { Recorded } from "../../manifest/index.ts";
import type { Content } from "../../plan/index.ts";
import type { Workspace } from "../workspace.ts";

type Files = readonly { readonly relpath: string; readonly oid: Oid }[];

export interface Part {
	/** Relative to the tracked directory. */
	readonly relpath: string;
	/** What lies there now; null when it is gone. */
	readonly now: (Content & { readonly files: Files }) | null;
}

/**
 * A tracked directory with one part of it replaced, added or taken out; the rest is what is recorded, whatever the
 * workspace holds of it. As in DVC the size is known only after an addition.
 */
export async function withPart(workspace: Workspace, record: Recorded, { relpath, now }: Part): Promise<Content> {
	const before = await recordedFiles(workspace, record);
	const rest = before.filter((file) => !isWithin(file.relpath, relpath));
	if (now === null && rest.length === before.length) {
		throw badInput("file-not-found", `${record.path}/${relpath} neither exists nor is it tracked`);
	}
	const files = [...rest, ...(now?.files ?? [])];
	const listing = directoryListing(files);
	await workspace.cache.addBytes(Buffer.from(listing.text), listing.oid);
	const size = sizeAfter(record, {
		oid: listing.oid,
		added: rest.length === before.length ? (now?.size ?? null) : null,
	});
	return { oid: listing.oid, hash: "md5", nfiles: BigInt(files.length), ...(size === null ? {} : { size }) };
}

function sizeAfter(record: Recorded, { oid, added }: { oid: Oid; added: bigint | null }): bigint | null {
	if (record.size !== undefined && record.size !== 0n && added !== null) return record.size + added;
	return oid === record.oid ? (record.size ?? null) : null;
}

async function recordedFiles(workspace: Workspace, { oid, hash, path }: Recorded): Promise<Files> {
	if (oid === null) return [];
	if (!isDirectoryOid(oid) || hash !== "md5") {
		throw badInput("not-a-directory", `${path} is not tracked as a directory, so no part of it can be added`, {
			hint: `mainline add ${path}`,
		});
	}
	const here = await workspace.cache.readListing(oid, hash);
	if (here !== null) return here;
	const bytes = workspace.config.defaultRemote === null ? null : await (await workspace.remote(null)).read(oid, hash);
	const there = bytes === null ? null : parseListing(bytes);
	if (there !== null) return there;
	throw badInput("listing-missing", `the listing of the tracked directory ${path} is not here`, {
		found: oid,
		hint: `mainline fetch ${path}`,
	});
}
