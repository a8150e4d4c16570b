/** What the environment says of GitHub. */
export interface GitHubAccess {
	readonly token: string | null;
	/** For a server other than github.com: `GH_ENTERPRISE_TOKEN`. */
	readonly enterpriseToken: string | null;
	/** `GITHUB_SERVER_URL` and `GITHUB_API_URL`, as the runner sets them. */
	readonly serverUrl: string | null;
	readonly apiUrl: string | null;
	/** `GH_HOST`: the Enterprise Server that the token is for. */
	readonly host: string | null;
}

export const NO_ACCESS: GitHubAccess = {
	token: null,
	enterpriseToken: null,
	serverUrl: null,
	apiUrl: null,
	host: null,
};

/** Which repository to ask for, and where. */
export interface Origin {
	readonly apiUrl: string;
	/** `owner/name`. */
	readonly repository: string;
	/** The one that is meant for this server. */
	readonly token: string | null;
}

/**
 * Where a clone's origin is asked about. A token goes to github.com, to the server that the runner names and to the one that GH_HOST
 * names, and nowhere else: an address in a clone is no reason to trust a machine. Else null, or why not.
 */
export function originAt(url: string | null, access: GitHubAccess): Origin | string {
	if (url === null) return "needs a git remote `origin` at GitHub";
	const named = parse(url);
	if (named === null) return "needs a git remote `origin` at GitHub; this one is somewhere else";
	const { repository } = named;
	const { token, enterpriseToken, serverUrl, apiUrl, host } = access;
	if (serverUrl !== null && named.host === hostOf(serverUrl)) {
		const own = apiUrl ?? `${serverUrl.replace(/\/$/, "")}/api/v3`;
		return { apiUrl: own, repository, token: named.host === "github.com" ? token : (enterpriseToken ?? token) };
	}
	if (named.host === "github.com") return { apiUrl: "https://api.github.com", repository, token };
	if (host !== null && named.host === host.toLowerCase()) {
		if (named.host.endsWith(".ghe.com")) return { apiUrl: `https://api.${named.host}`, repository, token };
		return { apiUrl: `https://${named.host}/api/v3`, repository, token: enterpriseToken };
	}
	return `needs GH_HOST=${named.host}, if that is your GitHub: the token goes to no server that you do not name`;
}

/** `https://HOST/OWNER/NAME.git`, `ssh://git@HOST/OWNER/NAME` or `git@HOST:OWNER/NAME`. */
function parse(url: string): { host: string; repository: string } | null {
	const written =
		/^(?:[a-z+]+:\/\/)(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(url) ?? /^(?:[^@/:]+@)?([^/:]+):(?!\/)(.+)$/.exec(url);
	const [host = "", path = ""] = written?.slice(1) ?? [];
	const [, repository] = /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
	const ssh = !/^https?:/i.test(url);
	return repository === undefined ? null : { host: (ssh ? host.replace(/:\d+$/, "") : host).toLowerCase(), repository };
}

function hostOf(url: string): string | null {
	return URL.canParse(url) ? new URL(url).host.toLowerCase() : null;
}
