import { readFile } from "node:fs/promises";
import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import { badOption } from "../troubles.ts";

/** Whom we believe over TLS, and with which certificate we show ourselves. */
export interface Trust {
	readonly verify: boolean;
	/** File of further authorities. */
	readonly authorities: string | null;
	/** Our own certificate and its key; the key may stand in the certificate's file. */
	readonly certificate: string | null;
	readonly key: string | null;
}

/** What OpenSSL says of a chain that ends at somebody whom we do not know: the machine's own store may know them. */
const UNKNOWN_AUTHORITY = new Set([
	"DEPTH_ZERO_SELF_SIGNED_CERT",
	"SELF_SIGNED_CERT_IN_CHAIN",
	"UNABLE_TO_GET_ISSUER_CERT",
	"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
	"UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

export function isUnknownAuthority(code: string): boolean {
	return UNKNOWN_AUTHORITY.has(code);
}

/**
 * Node's own authorities and those of `ssl_verify`; with `system`, those of the machine, too, which take a tenth of a second
 * to read: they are looked at when the others did not do.
 */
export async function secureContext(remote: string, trust: Trust, system: boolean): Promise<SecureContext> {
	const own = await fileOf(remote, "ssl_verify", trust.authorities);
	const cert = await fileOf(remote, "cert_path", trust.certificate);
	const key = (await fileOf(remote, "key_path", trust.key)) ?? cert;
	const ca = [
		...getCACertificates("default"),
		...(system ? getCACertificates("system") : []),
		...(own === null ? [] : [own]),
	];
	try {
		return createSecureContext({ ca, ...(cert === null || key === null ? {} : { cert, key }) });
	} catch (cause) {
		const option = cert === null ? "ssl_verify" : "cert_path";
		throw badOption(remote, option, "a PEM file", cause instanceof Error ? cause.message : null);
	}
}

async function fileOf(remote: string, option: string, path: string | null): Promise<string | null> {
	if (path === null) return null;
	try {
		return await readFile(path, "utf8");
	} catch {
		throw badOption(remote, option, "a PEM file that can be read", path);
	}
}
