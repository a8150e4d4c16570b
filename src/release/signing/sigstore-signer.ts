import { crypto, dsse } from "@sigstore/core";
import { HashAlgorithm } from "@sigstore/protobuf-specs";
import type { InternalError, Witness } from "@sigstore/sign";
import { infrastructure } from "../../kernel/index.ts";
import { PROVENANCE_TYPE } from "../provenance.ts";
import { bundleBytes, parseBundle } from "./bundle.ts";
import type { IdentityVerifier, Signer } from "./model.ts";

/** Whom to ask for a certificate and who witnesses a signature. Addresses without a slash at the end. */
export interface Services {
	readonly fulcio: string;
	readonly timestamps: readonly string[];
	readonly logs: readonly { readonly url: string; readonly version: number }[];
}

/** Long enough for a log that makes an entry wait for the next ones. */
const PATIENCE = { timeout: 20_000, retry: 2 };
const TIMESTAMP_PATH = /\/api\/v1\/timestamp$/;

/**
 * Signs with a key that lives for one statement: the authority gives a certificate to whoever the token names, and witnesses
 * say when. What was signed is held against what it has to be before anybody gets it. Failure `signing-failed`.
 */
export function identitySigner(
	verifier: IdentityVerifier,
	{ services, token }: { readonly services: Services; readonly token: () => Promise<string> },
): Signer {
	return {
		verifier,
		seal: async (statement) => {
			const bytes = await sealed(Buffer.from(statement), services, await token());
			const signed = parseBundle(bytes);
			const verdict = signed === null ? null : await verifier.judge(signed);
			if (verdict?.ok === true) return bytes;
			throw infrastructure(
				"signing-failed",
				`what was signed would not be accepted: ${verdict?.found ?? "no bundle"}`,
				{
					hint: "`signing` in mainline.yaml has to name who signs, and the authorities of the same sigstore",
				},
			);
		},
	};
}

async function sealed(data: Buffer, { fulcio, timestamps, logs }: Services, token: string): Promise<Uint8Array> {
	const { DSSEBundleBuilder, FulcioSigner, TSAWitness, RekorWitness } = await import("@sigstore/sign");
	const identityProvider = { getToken: async () => token };
	const builder = new DSSEBundleBuilder({
		signer: new FulcioSigner({ fulcioBaseURL: fulcio, identityProvider, ...PATIENCE }),
		witnesses: [
			...timestamps.map((url) => new TSAWitness({ tsaBaseURL: url.replace(TIMESTAMP_PATH, ""), ...PATIENCE })),
			...logs.map(({ url, version }) => {
				const about = { rekorBaseURL: url, majorApiVersion: version, ...PATIENCE };
				return version === 1
					? new RekorWitness({ ...about, entryType: "dsse" as const })
					: hashed(new RekorWitness(about));
			}),
		],
	});
	const bundle = await builder.create({ data, type: PROVENANCE_TYPE }).catch((cause: InternalError) => {
		throw infrastructure("signing-failed", `sigstore did not sign: ${cause.message}${because(cause)}`, {
			hint: `see whether ${fulcio} can be reached from here, and takes tokens of this issuer`,
			cause,
		});
	});
	return bundleBytes(bundle);
}

/** Rekor 2 takes an envelope as what its signature is of, hashed (sigstore-go, pkg/sign/transparency.go); the library would send all of it. */
function hashed(log: Witness): Witness {
	return {
		testify: (content, key) => {
			if (content.$case !== "dsseEnvelope") return log.testify(content, key);
			const { payloadType, payload, signatures } = content.dsseEnvelope;
			const digest = crypto.digest("sha256", dsse.preAuthEncoding(payloadType, payload));
			const messageDigest = { algorithm: HashAlgorithm.SHA2_256, digest };
			const signature = signatures[0]?.sig ?? Buffer.alloc(0);
			return log.testify({ $case: "messageSignature", messageSignature: { messageDigest, signature } }, key);
		},
	};
}

function because({ cause }: InternalError): string {
	return cause instanceof Error ? `, ${cause.message}` : "";
}
