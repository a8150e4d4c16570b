import { type Service, SigningConfig, TrustedRoot } from "@sigstore/protobuf-specs";
import { badInput, infrastructure, type Place } from "../../kernel/index.ts";
import type { Services } from "./sigstore-signer.ts";

const SIGNING_CONFIG = "signing_config.v0.2.json";
const PATIENCE = { timeout: 10_000, retry: { retries: 2 } };

/** Where the public instance's root is kept up to date, by The Update Framework. */
export interface UpdatedRoot {
	/** A folder of ours, for what was fetched. */
	readonly cache: string;
	/** Absent: the public instance's, whose first root the library carries. */
	readonly mirror?: { readonly url: string; readonly root: string };
}

/**
 * The authorities of the public sigstore as they are today. Where they cannot be asked, those that this machine was told last, as long
 * as that was signed to be good for (a week): a deploy, and a way back most of all, is not to wait for somebody else's server.
 * Failure `sigstore-root`.
 */
export async function publicRoot({ cache, mirror }: UpdatedRoot): Promise<TrustedRoot> {
	const { getTrustedRoot } = await import("@sigstore/tuf");
	const options = optionsOf({ cache, mirror });
	return getTrustedRoot(options).catch((cause: Error) =>
		getTrustedRoot({ ...options, forceCache: true }).catch(() => notToBeHad(cause)),
	);
}

/** Whom the public sigstore has sign today. Failure `sigstore-root`. */
export async function publicServices({ cache, mirror }: UpdatedRoot, now: Date): Promise<Services> {
	const { initTUF } = await import("@sigstore/tuf");
	const text = await initTUF(optionsOf({ cache, mirror }))
		.then((client) => client.getTarget(SIGNING_CONFIG))
		.catch(notToBeHad);
	return servicesIn(text, now);
}

function optionsOf({ cache, mirror }: { cache: string; mirror: UpdatedRoot["mirror"] | undefined }) {
	const other = mirror === undefined ? {} : { mirrorURL: mirror.url, rootPath: mirror.root };
	// the first root is always the library's own: who may write to the folder must not say whom to believe, nor half a file stop everything
	return { cachePath: cache, forceInit: true, ...PATIENCE, ...other };
}

function notToBeHad(cause: Error): never {
	const inner = cause.cause instanceof Error ? `, ${cause.cause.message}` : "";
	throw infrastructure("sigstore-root", `sigstore's root of trust cannot be had: ${cause.message}${inner}`, {
		hint: "https://tuf-repo-cdn.sigstore.dev has to be reachable from here; without it no signature can be believed",
		cause,
	});
}

/** The newest service of each kind that is valid now (sigstore's SigningConfig 0.2). Failure `sigstore-root`. */
export function servicesIn(text: string, now: Date): Services {
	const { caUrls, rekorTlogUrls, tsaUrls } = SigningConfig.fromJSON(JSON.parse(text));
	const fulcio = newest(caUrls, { now, most: 1 });
	const [log, timestamp] = [newest(rekorTlogUrls, { now, most: 2 }), newest(tsaUrls, { now, most: 1 })];
	if (fulcio === null || (log ?? timestamp) === null) {
		throw infrastructure(
			"sigstore-root",
			"sigstore's signing configuration names no service that this version can use",
		);
	}
	return {
		fulcio: bare(fulcio.url),
		timestamps: timestamp === null ? [] : [bare(timestamp.url)],
		logs: log === null ? [] : [{ url: bare(log.url), version: log.majorApiVersion }],
	};
}

/** Of those whose interface is known, the highest version comes first, then the youngest. */
function newest(services: readonly Service[], { now, most }: { now: Date; most: number }): Service | null {
	const begins = ({ validFor }: Service): number => validFor?.start?.getTime() ?? 0;
	const [first = null] = services
		.filter(({ majorApiVersion: version }) => version >= 1 && version <= most)
		.filter((service) => begins(service) <= now.getTime() && (service.validFor?.end ?? now) >= now)
		.toSorted((a, b) => b.majorApiVersion - a.majorApiVersion || begins(b) - begins(a));
	return first;
}

function bare(url: string): string {
	return url.replace(/\/+$/, "");
}

/** The authorities that a file names, as `cosign trusted-root create` and `gh attestation trusted-root` write them. Failure `sigstore-root`. */
export function readTrustedRoot(bytes: Uint8Array, at: Place): TrustedRoot {
	const root = parsed(new TextDecoder().decode(bytes));
	const isOne = root !== null && root.certificateAuthorities.length > 0;
	if (isOne && root.timestampAuthorities.length + root.tlogs.length > 0) return root;
	throw badInput("sigstore-root", `${at.file} is no trusted root of sigstore`, {
		at,
		expected: "one JSON document with certificateAuthorities, and timestampAuthorities or tlogs",
		hint: "`cosign trusted-root create --fulcio … --tsa …` makes one; of `gh attestation trusted-root` take one line",
	});
}

function parsed(text: string): TrustedRoot | null {
	try {
		return TrustedRoot.fromJSON(JSON.parse(text));
	} catch {
		return null;
	}
}
