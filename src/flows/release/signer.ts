import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { IdentitySigning } from "../../config/index.ts";
import { badInput, Failure, type Place } from "../../kernel/index.ts";
import {
	type Claims,
	claimsIn,
	type Identity,
	type IdentityPolicy,
	type IdentityVerifier,
	identitySigner,
	idToken,
	type KeyVerifier,
	misfitOf,
	publicServices,
	readSigner,
	type Services,
	type Signer,
	type TokenSource,
} from "../../release/index.ts";
import { sigstoreCache } from "./signing.ts";
import type { Site } from "./site.ts";

type Here = Pick<Site, "context" | "config" | "trusted">;

/**
 * What this job signs with; null where it signs nothing. Where mainline.yaml asks for signatures it has to be that very key or
 * identity: said before anything is built. Failures `signing-key` and those that begin so; `signing-identity-missing`,
 * `signing-identity-other`, `signing-public-log`, `id-token`, `sigstore-root`.
 */
export async function signerOf(site: Here): Promise<Signer | null> {
	const { trusted } = site;
	return trusted?.kind === "identity" ? identityHere(site, trusted) : keyHere(site, trusted);
}

/** The same for whoever only puts an image back that was signed before: what cannot sign here does without. */
export async function signerIfHere(site: Here): Promise<Signer | null> {
	const { machine } = site.context;
	if (site.trusted?.kind !== "identity") return machine.signingKey === null ? null : signerOf(site);
	return signerOf(site).catch((failure: unknown) => {
		if (failure instanceof Failure && failure.kind === "input") return null;
		throw failure;
	});
}

async function keyHere({ context, config }: Here, trusted: KeyVerifier | null): Promise<Signer | null> {
	const given = context.machine.signingKey;
	if (given === null && trusted === null) return null;
	if (given === null) {
		throw badInput(
			"signing-key-missing",
			"mainline.yaml asks for signed images, and there is no key here to sign with",
			{
				...placeOf(config.signing),
				hint: "set MAINLINE_SIGNING_KEY to the private key or its file (and COSIGN_PASSWORD to what opens it)",
			},
		);
	}
	const signer = await readSigner(await pemOf(context.cwd, given.key), given.password);
	if (trusted === null || trusted.id === signer.verifier.id) return signer;
	const file = config.signing?.kind === "key" ? config.signing.key : "signing.key";
	throw badInput("signing-key-other", "the key in MAINLINE_SIGNING_KEY is not the one that mainline.yaml asks for", {
		...placeOf(config.signing),
		found: `public key ${signer.verifier.id}`,
		expected: `public key ${trusted.id}, that of ${file}`,
		hint: "sign with the key that goes with it, or let a reviewed change name the new key",
	});
}

async function identityHere({ context, config }: Here, trusted: IdentityVerifier): Promise<Signer> {
	const source = context.machine.idToken;
	const at = placeOf(config.signing);
	if (source === null) {
		throw badInput(
			"signing-identity-missing",
			"mainline.yaml asks for images that a workflow signed, and there is no identity here to sign with",
			{
				...at,
				expected: trusted.policy.identities.join(" or "),
				hint: "release in that workflow, and write `id-token: write` under `permissions:` of the job that releases",
			},
		);
	}
	const signing = config.signing?.kind === "identity" ? config.signing : null;
	refuseOther(trusted, { claims: claimsIn(await idToken(source, context)), source, signing });
	const services = await servicesOf(context, signing);
	return identitySigner(trusted, { services, token: () => idToken(source, context) });
}

interface Asked {
	readonly claims: Claims | null;
	readonly source: TokenSource;
	readonly signing: IdentitySigning | null;
}

/** What would be refused when it is to be deployed is not built. */
function refuseOther({ policy }: IdentityVerifier, { claims, source, signing }: Asked): void {
	if (claims === null) {
		const from = source.kind === "given" ? "SIGSTORE_ID_TOKEN holds" : "the runner gave";
		throw badInput("id-token", `${from} no token of an OpenID Connect issuer`, { expected: "a JWT" });
	}
	const { visibility } = claims;
	const identity = identityOf(claims, policy);
	const misfit = identity === null ? null : misfitOf(policy, identity);
	if (misfit !== null) {
		throw badInput("signing-identity-other", "this job is not the one that mainline.yaml asks to sign", {
			...placeOf(signing),
			...misfit,
			hint: "release in that workflow, or let a reviewed change name this one",
		});
	}
	if (signing?.sigstore === null && visibility !== null && visibility !== "public") {
		throw badInput("signing-public-log", `this repository is ${visibility}, and the public sigstore tells everybody`, {
			...placeOf(signing),
			expected: "`signing.sigstore`: who signs, and whether names of repository, workflow and branch may be published",
			hint: "`sigstore: public` says that they may; GitHub's own instance for private repositories stands in the reference",
		});
	}
}

/** What the certificate for a token will say, at GitHub or a server of one's own; null where it is no workflow's. */
function identityOf(claims: Claims, { identities: [first = ""] }: IdentityPolicy): Identity | null {
	const { workflow, repository } = claims;
	if (workflow === null || !URL.canParse(first)) return null;
	const { origin } = new URL(first);
	return {
		...claims,
		name: `${origin}/${workflow}`,
		repository: repository === null ? null : `${origin}/${repository}`,
	};
}

async function servicesOf({ machine, clock }: Site["context"], signing: IdentitySigning | null): Promise<Services> {
	const own = signing?.sigstore?.kind === "own" ? signing.sigstore : null;
	if (own === null) return publicServices({ cache: sigstoreCache(machine) }, clock.now());
	const logs = own.rekor === null ? [] : [{ url: own.rekor, version: 2 }];
	return { fulcio: own.fulcio, timestamps: [own.timestamp], logs };
}

function placeOf(signing: { readonly at: Place } | null): { readonly at?: Place } {
	return signing === null ? {} : { at: signing.at };
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
