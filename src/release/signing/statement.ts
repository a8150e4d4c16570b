import { parseSha256, type Sha256 } from "../../kernel/index.ts";
import { hexOf, jsonBytes } from "../media.ts";
import type { Attachment } from "../model.ts";

/** What cosign's own signatures state: this image, and nothing more. */
const SIGNED = "https://sigstore.dev/cosign/sign/v1";
/** In-toto's name for a CycloneDX bill of materials. */
const BILL = "https://cyclonedx.org/bom";
const STATEMENT = "https://in-toto.io/Statement/v1";

/** An in-toto statement v1 that signs an image. It does not say where the image lies: a copy of it is signed as well. */
export function signatureOf(image: Sha256): Uint8Array {
	return statement(image, SIGNED, {});
}

/** A bill of materials as a statement about its image. */
export function billStatement(image: Sha256, bill: Pick<Attachment, "bytes">): Uint8Array {
	return statement(image, BILL, JSON.parse(new TextDecoder().decode(bill.bytes)));
}

/** What a statement signs, if it is a signature: the images that it names. Null for another statement. */
export function signedImages(bytes: Uint8Array): Sha256[] | null {
	const { _type, predicateType, subject } = objectIn(bytes);
	if (_type !== STATEMENT || predicateType !== SIGNED || !Array.isArray(subject)) return null;
	return subject.flatMap((each: { digest?: { sha256?: unknown } } | null) => {
		const digest = parseSha256(`sha256:${String(each?.digest?.sha256)}`);
		return digest === null ? [] : [digest];
	});
}

/** Null where it does not say. */
export function predicateTypeOf(bytes: Uint8Array): string | null {
	const { predicateType } = objectIn(bytes);
	return typeof predicateType === "string" ? predicateType : null;
}

function statement(image: Sha256, predicateType: string, predicate: unknown): Uint8Array {
	return jsonBytes({ _type: STATEMENT, subject: [{ digest: { sha256: hexOf(image) } }], predicateType, predicate });
}

function objectIn(bytes: Uint8Array): Record<string, unknown> {
	try {
		const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return typeof json === "object" && json !== null ? Object.fromEntries(Object.entries(json)) : {};
	} catch {
		return {};
	}
}
