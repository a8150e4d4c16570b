import { join } from "node:path";
import type { IdentitySigning, KeySigning, MainlineConfig } from "../../config/index.ts";
import { badInput, Failure, type Sha256 } from "../../kernel/index.ts";
import {
	checkSignature,
	type IdentityVerifier,
	type ImageStore,
	identityVerifier,
	type KeyVerifier,
	ownWords,
	publicRoot,
	readTrustedRoot,
	readVerifier,
	type Signer,
	signImage,
	type Verifier,
} from "../../release/index.ts";
import type { Machine } from "../context.ts";
import { locationOf, openStore, type Site } from "./site.ts";

type Read = (path: string) => Promise<Uint8Array | null>;

/** Who has to have signed what is deployed, out of the same tree as mainline.yaml; null where nobody is asked for. */
export async function trustedBy(
	{ signing }: MainlineConfig,
	read: Read,
	machine: Pick<Machine, "stateDir">,
): Promise<Verifier | null> {
	if (signing === null) return null;
	return signing.kind === "key" ? trustedKey(signing, read) : trustedIdentity(signing, read, machine);
}

async function trustedKey({ key, at }: KeySigning, read: Read): Promise<KeyVerifier> {
	const bytes = await read(key);
	if (bytes !== null) return readVerifier(new TextDecoder().decode(bytes), { file: key });
	throw badInput("signing-key", `\`signing.key\` names a file that is not there: ${key}`, {
		at,
		expected: "a file that git tracks with a public key in PEM, as cosign.pub",
		hint: "`cosign generate-key-pair` makes cosign.key, which stays secret, and cosign.pub",
	});
}

async function trustedIdentity(
	policy: IdentitySigning,
	read: Read,
	machine: Pick<Machine, "stateDir">,
): Promise<IdentityVerifier> {
	const { sigstore } = policy;
	if (sigstore?.kind !== "own") return identityVerifier(policy, () => publicRoot({ cache: sigstoreCache(machine) }));
	const { trustedRoot: file, at } = sigstore;
	const bytes = await read(file);
	if (bytes === null) {
		throw badInput("sigstore-root", `\`signing.sigstore.trusted-root\` names a file that is not there: ${file}`, {
			at,
			expected: "a file that git tracks with sigstore's trusted root in JSON",
			hint: "`cosign trusted-root create` makes one",
		});
	}
	const root = readTrustedRoot(bytes, { file });
	return identityVerifier(policy, async () => root);
}

/** Where what the public sigstore says of itself is kept; it is signed, and held against the library's own root whenever it is read. */
export function sigstoreCache({ stateDir }: Pick<Machine, "stateDir">): string {
	return join(stateDir, "sigstore");
}

export interface ToSign {
	readonly store: ImageStore;
	readonly image: Sha256;
	/** `churn-v0.2.0`. */
	readonly name: string;
	/** In-toto statements about the image. */
	readonly statements: readonly Uint8Array[];
}

/** Hangs signatures on an image that is in the store. */
export async function sign({ context }: Pick<Site, "context">, signer: Signer, what: ToSign): Promise<void> {
	const { store, image, name, statements } = what;
	await signImage(store, image, { signer, name, statements, at: context.clock.now() });
}

/** What is to be deployed, and as what. */
export interface Deployable {
	readonly image: string;
	readonly digest: Sha256;
	readonly model: string;
	readonly version: string;
}

/** Whether somebody whom mainline.yaml trusts vouches for it; if not, why, and what to do. */
export type Vouched =
	| { readonly kind: "signed" }
	| { readonly kind: "unsigned"; readonly says: string; readonly next: string };

/**
 * Whether an image may be deployed as far as signatures go: `signed` also where none is asked for. A signature is of a digest
 * alone: that the image is this model's, and this version, is asked of the image.
 */
export async function signatureAt(
	site: Pick<Site, "context" | "root" | "trusted">,
	{ image, digest, model, version }: Deployable,
): Promise<Vouched> {
	if (site.trusted === null) return { kind: "signed" };
	const store = openStore(site, locationOf(image));
	const found = await checkSignature(store, digest, site.trusted);
	if (found.kind === "unsigned") return { ...found, next: howToSign(image, site.trusted) };
	const words = await ownWords(store, digest);
	if (words.model === model && words.version === version) return found;
	const itself = words.model === null ? "no model of Mainline's" : `${words.model} ${words.version ?? "of no version"}`;
	return {
		kind: "unsigned",
		says: `its image ${digest} is signed, but is ${itself} by its own labels, not ${model} ${version}`,
		next: "a tag was made or moved by hand: see who may push tags",
	};
}

/** What to do about an image that nobody signed, or somebody else. */
function howToSign(image: string, trusted: Verifier): string {
	const isKey = trusted.kind === "key";
	if (image.startsWith("oci:")) {
		const how = isKey ? "with MAINLINE_SIGNING_KEY set" : "in that workflow";
		return `an image in a folder is signed when it is released: release another version ${how}`;
	}
	const command = isKey
		? `cosign sign --key cosign.key ${image}`
		: `cosign sign ${image} in a job of that workflow, with \`id-token: write\``;
	return `see who pushed it; if it is yours: ${command}`;
}

/** For plans, which do without a registry that does not answer. */
export async function signatureIfAsked(...args: Parameters<typeof signatureAt>): Promise<Vouched> {
	return signatureAt(...args).catch((failure: unknown): Vouched => {
		if (failure instanceof Failure && failure.kind === "infrastructure" && failure.code !== "interrupted")
			return { kind: "signed" };
		throw failure;
	});
}
