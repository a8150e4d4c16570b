/** One `WWW-Authenticate` challenge: scheme in lower case, parameters as sent. */
export interface Challenge {
	readonly scheme: string;
	readonly parameters: ReadonlyMap<string, string>;
}

/** Reads the header (RFC 9110, 11.6.1): several challenges may follow each other, values may be quoted. */
export function parseChallenges(header: string): Challenge[] {
	const found: { scheme: string; parameters: Map<string, string> }[] = [];
	const token = /(?:([A-Za-z][\w-]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+)))|([A-Za-z][\w-]*)(?=\s|$|,)/g;
	for (const [, key, quoted, bare, scheme] of header.matchAll(token)) {
		if (scheme !== undefined) found.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
		else if (key !== undefined) {
			found.at(-1)?.parameters.set(key.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "");
		}
	}
	return found;
}
