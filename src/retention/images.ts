import { parseSha256, type Sha256 } from "../kernel/index.ts";
import type { Reason } from "./sorting.ts";

/** A tag of a repository, and what it names. */
export interface ImageTag {
	readonly tag: string;
	readonly digest: Sha256;
	/** When the image was made, as it says itself; null where it does not, or nobody looked. */
	readonly created: Date | null;
}

export interface ImageRules {
	/** Images of versions that something needs. */
	readonly needed: ReadonlySet<Sha256>;
	/** Images that any tag of git ever named. */
	readonly known: ReadonlySet<Sha256>;
	readonly olderThan: Date;
	/** Also what no tag of git names. */
	readonly unknown: boolean;
}

export interface SortedImages {
	readonly going: readonly {
		readonly digest: Sha256;
		readonly tags: readonly string[];
		readonly kind: "image" | "environment";
	}[];
	readonly staying: readonly { readonly digest: Sha256; readonly tags: readonly string[]; readonly reason: Reason }[];
}

/** What carries packages or documents and is no image to deploy. */
const ENVIRONMENT = /^mainline-env-/;
/** What hangs on an image where the registry does not keep such lists (distribution-spec 1.1), and cosign's own way before it. */
const HANGING = /^sha256-([0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/;
/** Reproducible images say that they were made at a time that means nothing. */
const MEANINGFUL = Date.UTC(2000, 0, 1);

/** The image that a tag's manifest hangs on; null for one that stands for itself. */
function hangsOn(tag: string): Sha256 | null {
	const [, hex = ""] = HANGING.exec(tag) ?? [];
	return parseSha256(`sha256:${hex}`);
}

/** Whether a tag's image has to say when it was made before it can be judged. */
export function needsAge(tag: ImageTag, { needed, known, unknown }: ImageRules): boolean {
	return !needed.has(tag.digest) && (ENVIRONMENT.test(tag.tag) || (unknown && !known.has(tag.digest)));
}

/** By image, as a registry deletes all tags of one together: one tag that stays keeps it. */
export function sortImages(tags: readonly ImageTag[], rules: ImageRules): SortedImages {
	const own = tags.filter(({ tag }) => hangsOn(tag) === null);
	const images = [...Map.groupBy(own, ({ digest }) => digest)].map(([digest, named]) => ({
		digest,
		tags: named.map(({ tag }) => tag),
		kind: named.every(({ tag }) => ENVIRONMENT.test(tag)) ? ("environment" as const) : ("image" as const),
		reason: named.map((tag) => reasonFor(tag, rules)).find((reason) => reason !== null) ?? null,
	}));
	return {
		going: images.flatMap(({ reason, ...image }) => (reason === null ? [image] : [])),
		staying: images.flatMap(({ digest, tags: names, reason }) =>
			reason === null ? [] : [{ digest, tags: names, reason }],
		),
	};
}

function reasonFor(
	{ tag, digest, created }: ImageTag,
	{ needed, known, unknown, olderThan }: ImageRules,
): Reason | null {
	if (needed.has(digest)) return "needed";
	const old = created !== null && created.getTime() >= MEANINGFUL && created < olderThan;
	if (ENVIRONMENT.test(tag)) return old ? null : "young";
	if (known.has(digest)) return null;
	return unknown ? (old ? null : "young") : "unknown";
}
