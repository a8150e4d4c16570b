import type { TrustedRoot } from "@sigstore/protobuf-specs";
import type { Verifier as SigstoreVerifier } from "@sigstore/verify";
import { badInput } from "../../kernel/index.ts";
import type { SignedStatement } from "./bundle.ts";
import { identityIn } from "./certificate.ts";
import { type IdentityPolicy, misfitOf } from "./identity.ts";
import type { IdentityVerifier, Verdict } from "./model.ts";

/**
 * Holds signatures against an identity. The root is asked for when the first one is judged, and kept: its failures are the
 * judgement's.
 */
export function identityVerifier(policy: IdentityPolicy, rootOf: () => Promise<TrustedRoot>): IdentityVerifier {
	let verifier: Promise<SigstoreVerifier> | null = null;
	const ready = () => {
		verifier ??= rootOf().then(openVerifier);
		return verifier;
	};
	const who = `${policy.identities.join(" or ")}, as mainline.yaml asks`;
	return { kind: "identity", policy, who, judge: async (signed) => judged(signed, policy, await ready()) };
}

/** What the root lists has to have witnessed a signature: a log, where there is one, and a time in any case. */
async function openVerifier(root: TrustedRoot): Promise<SigstoreVerifier> {
	const { Verifier, toTrustMaterial } = await import("@sigstore/verify");
	const [ctlogThreshold, tlogThreshold] = [Math.min(root.ctlogs.length, 1), Math.min(root.tlogs.length, 1)];
	try {
		return new Verifier(toTrustMaterial(root), { ctlogThreshold, tlogThreshold, timestampThreshold: 1 });
	} catch (cause) {
		throw badInput("sigstore-root", "the trusted root of sigstore holds a certificate or key that cannot be read", {
			cause,
		});
	}
}

async function judged(signed: SignedStatement, policy: IdentityPolicy, verifier: SigstoreVerifier): Promise<Verdict> {
	const { content } = signed.verificationMaterial;
	if (content.$case === "publicKey") return { ok: false, found: "whoever signed it has a key, and no certificate" };
	const { toSignedEntity } = await import("@sigstore/verify");
	try {
		const identity = identityIn(verifier.verify(toSignedEntity(signed)));
		if (identity === null) return { ok: false, found: "the certificate of whoever signed it names nobody" };
		const misfit = misfitOf(policy, identity);
		return misfit === null
			? { ok: true }
			: { ok: false, found: `it was signed by ${misfit.found}, not ${misfit.expected}` };
	} catch (trouble) {
		// what hangs on an image may be anybody's: whatever the library meets in it, it is no signature
		return { ok: false, found: `the signature on it does not hold (${wordsOf(trouble)})` };
	}
}

function wordsOf(trouble: unknown): string {
	return trouble instanceof Error && trouble.message !== "" ? trouble.message : "it cannot be read";
}
