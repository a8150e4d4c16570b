import { badOption } from "../troubles.ts";

export interface Base {
	/** Without credentials. */
	readonly base: URL;
	/** For people: without credentials and without a query, which may be one. */
	readonly address: string;
	/** Those that stand in the url itself. */
	readonly user: string | null;
	readonly password: string | null;
}

/** Takes a remote's url apart. `scheme` is `http` or `https`; what is written (`webdavs`) stays in the address. */
export function parseBase(remote: string, url: string, scheme: "http" | "https"): Base {
	const web = url.replace(/^[a-z][a-z0-9+.-]*:/i, `${scheme}:`);
	if (!URL.canParse(web)) throw badOption(remote, "url", "an address such as https://host/path", shown(url));
	const base = new URL(web);
	const [user, password] = [base.username, base.password].map((text) => (text === "" ? null : decoded(text)));
	base.username = "";
	base.password = "";
	base.hash = "";
	const written = /^[^:]*/.exec(url)?.[0]?.toLowerCase() ?? scheme;
	const address = `${written}://${base.host}${base.pathname.replace(/\/+$/, "")}`;
	return { base, address, user: user ?? null, password: password ?? null };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function shown(url: string): string {
	return url.replace(/\/\/[^/@]*@/, "//…@").replace(/\?.*$/, "");
}
