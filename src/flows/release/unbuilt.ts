import { digestOf, imageOf } from "../../environments/index.ts";
import { parseSha256, type Sha256 } from "../../kernel/index.ts";
import type { VersionState } from "../../release/index.ts";

/** Stands in a plan for the digest of an image that was not built. */
export const UNBUILT = unbuilt();

/** What a document says of a version's image: nothing, where a plan only imagined it. */
export function documented(version: VersionState): { digest: Sha256 | null; image: string | null } {
	const digest = digestOf(version);
	return digest === UNBUILT ? { digest: null, image: null } : { digest, image: imageOf(version) };
}

function unbuilt(): Sha256 {
	const digest = parseSha256(`sha256:${"0".repeat(64)}`);
	if (digest === null) throw new Error("zeros are hex digits");
	return digest;
}
