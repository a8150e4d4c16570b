import { versionOf } from "../../environments/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import { type ImageLocation, imageTagFor } from "../../release/index.ts";
import type { Candidate } from "./candidate.ts";
import { openStore, type Site, stateOf } from "./site.ts";

/**
 * The tags of an image that is pushed before anybody knows whether it becomes a version. In a registry none: its tags may never move,
 * and an image that is refused would keep the number from the next. A folder's tags move, and podman finds an image there by one alone.
 */
export function tagsOfPush({ kind }: ImageLocation, version: string): readonly string[] {
	return kind === "layout" ? [imageTagFor(version)] : [];
}

/**
 * Gives a version's image its name, just before git's tag is written: killed between the two and run again, it has it already. Not where
 * somebody else took the number meanwhile: the name is his.
 */
export async function nameImage(
	site: Site,
	{ model }: Candidate,
	{ digest, version }: { readonly digest: Sha256; readonly version: string },
): Promise<"named" | "lost"> {
	await site.ledger.refresh();
	if (versionOf(stateOf(site, model.name).history, version) !== null) return "lost";
	await openStore(site, model.image).tag(digest, imageTagFor(version));
	return "named";
}
