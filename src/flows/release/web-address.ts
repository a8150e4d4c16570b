/** Hosts that answer in the place of another, where a firewall lets no SSH through. */
const STANDS_FOR: ReadonlyMap<string, string> = new Map([
	["ssh.github.com", "github.com"],
	["altssh.gitlab.com", "gitlab.com"],
	["altssh.bitbucket.org", "bitbucket.org"],
]);

interface Parts {
	readonly host: string;
	/** Of the repository, without `.git`. */
	readonly path: string;
	/** By SSH, whose settings may know the host by a nickname. */
	readonly ssh: boolean;
}

/** One address for every way to clone (`git@host:o/r.git`, `https://token@host/o/r`); null for a folder on some machine. */
export function webAddress(remote: string | null): string | null {
	const parts = partsOf(remote);
	return parts === null ? null : addressOf(parts);
}

export function addressOf({ host, path }: Pick<Parts, "host" | "path">): string {
	const name = host.toLowerCase();
	return `https://${STANDS_FOR.get(name) ?? name}/${path}`;
}

export function partsOf(remote: string | null): Parts | null {
	const scp = /^(?:[^@/]+@)?([^:/]{2,}):(?!\/\/)(.+)$/.exec(remote ?? "");
	const url = /^(https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(remote ?? "");
	const [host, path] = url === null ? [scp?.[1], scp?.[2]] : [url[2], url[3]];
	if (host === undefined || path === undefined) return null;
	const bare = path.replace(/^\/+/, "").replace(/(\.git)?\/*$/, "");
	return { host, path: bare, ssh: url === null || url[1] === "ssh" };
}
