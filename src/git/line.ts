import { git } from "./command.ts";

/** How another machine is reached. */
export interface Line {
	/** As people call it; a folder where it is one of this machine. */
	readonly host: string;
	/** For how many seconds it may be silent. */
	readonly patience: number;
	/** Words before git's verb. */
	readonly settings: readonly string[];
	/** How long git itself may be silent; absent where it counts what comes over the line by itself. */
	readonly silenceMs?: number;
}

/** Seconds without a byte, over the web. */
const WEB_PATIENCE = 120;
/** Seconds without a word of git elsewhere: it has nothing to say while the other side works, or while it asks for a passphrase. */
const PATIENCE = 300;
/** Bytes a second that are no silence. */
const SLOWEST = 1;

/** Few objects are unpacked without a word of how it goes on; as a pack, they are counted as they come. */
const TELLING = ["-c", "fetch.unpackLimit=1"];

/** A server that accepts a connection and falls silent must not hold a job for ever. What the user's own settings say of that counts. */
export async function lineTo(root: string, remote: string): Promise<Line> {
	const [address, asked] = await Promise.all([addressOf(root, remote), limits(root)]);
	const host = hostOf(address);
	if (/^https?:/i.test(address)) {
		const { lowspeedtime: patience = WEB_PATIENCE, lowspeedlimit: slowest = SLOWEST } = asked;
		const settings = ["-c", `http.lowSpeedTime=${patience}`, "-c", `http.lowSpeedLimit=${slowest}`];
		return { host, patience, settings };
	}
	const { lowspeedtime: patience = PATIENCE } = asked;
	const isWatched = patience > 0 && host !== address;
	return { host, patience, ...(isWatched ? { settings: TELLING, silenceMs: patience * 1000 } : { settings: [] }) };
}

/** With the nicknames of git's settings (`url.….insteadOf`) read. */
async function addressOf(root: string, remote: string): Promise<string> {
	const { code, stdoutText } = await git(root, ["ls-remote", "--get-url", "--", remote]);
	return code === 0 ? stdoutText.trim() : remote;
}

type Limits = Partial<Record<"lowspeedtime" | "lowspeedlimit", number>>;

async function limits(root: string): Promise<Limits> {
	const { stdoutText } = await git(root, ["config", "--type=int", "--get-regexp", "^http\\.lowspeed(time|limit)$"]);
	const lines = stdoutText.split("\n").map((line) => /^http\.(\w+) (\d+)$/.exec(line));
	return Object.fromEntries(lines.flatMap((line) => (line === null ? [] : [[line[1], Number(line[2])]])));
}

/** `ssh://git@host:22/x` and `git@host:x` alike; without the user, who may be a token. */
function hostOf(address: string): string {
	const [, url] = /^(?!file:)[a-z][a-z0-9+.-]*:\/\/(?:[^/]*@)?([^/]+)/i.exec(address) ?? [];
	const [, short] = /^(?:[^/@]*@)?([^/:]+):(?!:)/.exec(address) ?? [];
	return url ?? short ?? address;
}
