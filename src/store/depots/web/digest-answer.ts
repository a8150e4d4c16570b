import { createHash } from "node:crypto";

/** What a server says of HTTP's digest scheme (RFC 7616) in a `WWW-Authenticate` header. */
export interface Challenge {
	readonly realm: string;
	readonly nonce: string;
	readonly opaque: string | null;
	readonly algorithm: "MD5" | "SHA-256";
	/** `-sess`: the nonce goes into the user's part, too. */
	readonly session: boolean;
	/** False: the older form without counting (RFC 2069). */
	readonly qop: boolean;
}

const ALGORITHM = /^(MD5|SHA-256)(-sess)?$/i;

/** The best digest challenge in a header that may hold several of any scheme; null when there is none that we can answer. */
export function parseChallenge(header: string): Challenge | null {
	const found = header
		.split(/(?:^|,\s*)(?=[\w-]+\s+[\w-]+\s*=)/)
		.filter((part) => /^digest\s/i.test(part))
		.map(readChallenge)
		.filter((challenge) => challenge !== null);
	return found.find(({ algorithm }) => algorithm === "SHA-256") ?? found[0] ?? null;
}

function readChallenge(text: string): Challenge | null {
	const fields = new Map<string, string>();
	for (const [, name = "", quoted, bare] of text
		.slice(7)
		.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)) {
		fields.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "");
	}
	const [, algorithm, session] = ALGORITHM.exec(fields.get("algorithm") ?? "MD5") ?? [];
	const qops = fields.get("qop")?.split(/\s*,\s*/) ?? null;
	const nonce = fields.get("nonce");
	if (algorithm === undefined || nonce === undefined || qops?.includes("auth") === false) return null;
	return {
		realm: fields.get("realm") ?? "",
		nonce,
		opaque: fields.get("opaque") ?? null,
		algorithm: algorithm.toUpperCase() === "MD5" ? "MD5" : "SHA-256",
		session: session !== undefined,
		qop: qops !== null,
	};
}

export interface Question {
	readonly method: string;
	/** Path and query, as sent. */
	readonly uri: string;
	readonly user: string;
	readonly password: string;
	/** How many requests have been made with this nonce, this one included. */
	readonly count: number;
	readonly cnonce: string;
}

/** The value of the `Authorization` header. */
export function digestAnswer(challenge: Challenge, { method, uri, user, password, count, cnonce }: Question): string {
	const { realm, nonce, opaque, algorithm, session, qop } = challenge;
	const hash = (text: string): string =>
		createHash(algorithm === "MD5" ? "md5" : "sha256")
			.update(text)
			.digest("hex");
	const known = hash(`${user}:${realm}:${password}`);
	const secret = session ? hash(`${known}:${nonce}:${cnonce}`) : known;
	const nc = count.toString(16).padStart(8, "0");
	const middle = qop ? `${nonce}:${nc}:${cnonce}:auth` : nonce;
	const response = hash(`${secret}:${middle}:${hash(`${method}:${uri}`)}`);
	return [
		`Digest username=${quoted(user)}`,
		`realm=${quoted(realm)}`,
		`nonce=${quoted(nonce)}`,
		`uri=${quoted(uri)}`,
		`algorithm=${algorithm}${session ? "-sess" : ""}`,
		`response="${response}"`,
		...(qop ? ["qop=auth", `nc=${nc}`] : []),
		...(qop || session ? [`cnonce="${cnonce}"`] : []),
		...(opaque === null ? [] : [`opaque=${quoted(opaque)}`]),
	].join(", ");
}

function quoted(text: string): string {
	return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
