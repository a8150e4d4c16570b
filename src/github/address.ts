/** Where a repository at GitHub is asked about. */
export interface GitHubAddress {
	/** `https://api.github.com`. */
	readonly apiUrl: string;
	/** `owner/name`. */
	readonly repository: string;
}

/**
 * What git's address of a repository means at GitHub: `https://HOST/OWNER/NAME.git`, `ssh://git@HOST/OWNER/NAME` or
 * `git@HOST:OWNER/NAME`. Null for what is no such address, and for plain http to another machine: a token would go there unlocked.
 */
export function gitHubAddress(url: string): GitHubAddress | null {
	const web = /^(https?):\/\/(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(url);
	const ssh = /^ssh:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/i.exec(url) ?? /^[^@/:]+@([^/:]+):(?!\/)(.+)$/.exec(url);
	const [scheme = "https", host, path] = web?.slice(1) ?? ["https", ...(ssh?.slice(1) ?? [])];
	const [, repository] = /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path ?? "") ?? [];
	if (host === undefined || repository === undefined) return null;
	const name = host.toLowerCase();
	if (scheme.toLowerCase() === "http") {
		return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(name) ? { apiUrl: `http://${name}/api/v3`, repository } : null;
	}
	if (name === "github.com") return { apiUrl: "https://api.github.com", repository };
	return { apiUrl: name.endsWith(".ghe.com") ? `https://api.${name}` : `https://${name}/api/v3`, repository };
}
