import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { MainlineConfig } from "../../config/index.ts";
import { badInput, Failure, type Sha256 } from "../../kernel/index.ts";
import {
	checkSignature,
	type ImageStore,
	readSigner,
	readVerifier,
	type Signature,
	type Signer,
	signImage,
	type Verifier,
} from "../../release/index.ts";
import { locationOf, openStore, type Site } from "./site.ts";

/** The key that has to have signed what is deployed, out of the same tree as mainline.yaml; null where none is asked for. */
export async function trustedKey(
	{ signing }: MainlineConfig,
	read: (path: string) => Promise<Uint8Array | null>,
): Promise<Verifier | null> {
	if (signing === null) return null;
	const { key, at } = signing;
	const bytes = await read(key);
	if (bytes !== null) return readVerifier(new TextDecoder().decode(bytes), { file: key });
	throw badInput("signing-key", `\`signing.key\` names a file that is not there: ${key}`, {
		at,
		expected: "a file that git tracks with a public key in PEM, as cosign.pub",
		hint: "`cosign generate-key-pair` makes cosign.key, which stays secret, and cosign.pub",
	});
}

/**
 * What this job signs with; null where it signs nothing. Where mainline.yaml asks for signatures it has to be that very key:
 * said before anything is built. Failures `signing-key`, `signing-key-missing`, `signing-key-other`.
 */
export async function signerOf({
	context,
	config,
	trusted,
}: Pick<Site, "context" | "config" | "trusted">): Promise<Signer | null> {
	const given = context.machine.signingKey;
	if (given === null && trusted === null) return null;
	if (given === null) {
		throw badInput(
			"signing-key-missing",
			"mainline.yaml asks for signed images, and there is no key here to sign with",
			{
				...(config.signing === null ? {} : { at: config.signing.at }),
				hint: "set MAINLINE_SIGNING_KEY to the private key or its file (and COSIGN_PASSWORD to what opens it)",
			},
		);
	}
	const signer = await readSigner(await pemOf(context.cwd, given.key), given.password);
	if (trusted === null || trusted.id === signer.verifier.id) return signer;
	throw badInput("signing-key-other", "the key in MAINLINE_SIGNING_KEY is not the one that mainline.yaml asks for", {
		...(config.signing === null ? {} : { at: config.signing.at }),
		found: `public key ${signer.verifier.id}`,
		expected: `public key ${trusted.id}, that of ${config.signing?.key ?? "signing.key"}`,
		hint: "sign with the key that goes with it, or let a reviewed change name the new key",
	});
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

/** Whether an image may be deployed as far as signatures go: `signed` also where none is asked for. */
export async function signatureAt(
	site: Pick<Site, "context" | "root" | "trusted">,
	{ image, digest }: { readonly image: string; readonly digest: Sha256 },
): Promise<Signature> {
	if (site.trusted === null) return { kind: "signed" };
	return checkSignature(openStore(site, locationOf(image)), digest, site.trusted);
}

/** What to do about an image that nobody signed, or somebody else. */
export function howToSign(image: string): string {
	return image.startsWith("oci:")
		? "an image in a folder is signed when it is released: release another version with MAINLINE_SIGNING_KEY set"
		: `see who pushed it; if it is yours: cosign sign --key cosign.key ${image}`;
}

async function pemOf(cwd: string, keyOrFile: string): Promise<string> {
	if (keyOrFile.includes("-----BEGIN ")) return keyOrFile;
	const file = resolve(cwd, keyOrFile);
	return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException): never => {
		// what does not look like a path may be a key that lost its first line: it is not repeated
		throw badInput("signing-key", "MAINLINE_SIGNING_KEY is neither a private key in PEM nor a file that can be read", {
			expected: "-----BEGIN … PRIVATE KEY-----, or the path of such a file",
			hint: `reading a file of that name: ${cause.code ?? "failed"}`,
		});
	});
}

/** For plans, which do without a registry that does not answer. */
export async function signatureIfAsked(...args: Parameters<typeof signatureAt>): Promise<Signature> {
	return signatureAt(...args).catch((failure: unknown): Signature => {
		if (failure instanceof Failure && failure.kind === "infrastructure" && failure.code !== "interrupted")
			return { kind: "signed" };
		throw failure;
	});
}
