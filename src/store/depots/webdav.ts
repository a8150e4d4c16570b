import { Readable } from "node:stream";
import { parentOf } from "../../kernel/index.ts";
import type { RemoteConfig } from "../../manifest/index.ts";
import { run } from "../../shell/index.ts";
import type { Blob, Body, Depot, Surroundings } from "../depot.ts";
import { refuseCommittedProgram } from "./committed.ts";
import { Folders } from "./folders.ts";
import { temporaryName } from "./names.ts";
import { Settings } from "./settings.ts";
import { badCredentials, badOption, noSuchPlace, strange } from "./troubles.ts";
import { type Contents, walk } from "./walk.ts";
import type { Answer } from "./web/answer.ts";
import { parseBase } from "./web/base.ts";
import { WebClient } from "./web/client.ts";
import { byBasic, byCommand, byHeader, type Login, NOBODY } from "./web/login.ts";
import { insist, isAbsent, measure, readFrom } from "./web/reading.ts";
import { splitWords } from "./web/split-words.ts";
import { refused } from "./web/words.ts";
import { childrenOf, type Entry, PROPFIND_BODY, parseEntries } from "./webdav-listing.ts";

/** DVC's: how long a connection, and the next byte, may take. */
const TIMEOUT_S = 30;
const LANES = 16;
/** What a server says that knows no MOVE, does not allow it, or cannot make out where to (a proxy that ends TLS before it). */
const NO_MOVE = [400, 403, 405, 501, 502];

/** Opens `webdav://` and `webdavs://` with DVC's keys: user, password, token, bearer_token_command, custom_auth_header, cert_path, key_path, ssl_verify, timeout. */
export async function openDepot(remote: RemoteConfig, surroundings: Surroundings): Promise<Depot> {
	refuseCommittedProgram(remote, "bearer_token_command");
	const settings = new Settings(remote);
	const place = parseBase(remote.name, remote.url, /^webdavs:/i.test(remote.url) ? "https" : "http");
	const timeoutMs = settings.milliseconds("timeout", TIMEOUT_S);
	const client = new WebClient({
		remote: remote.name,
		address: place.address,
		base: place.base,
		login: loginOf(settings, { ...place, timeoutMs, surroundings }),
		loginHint: `say who you are: dvc remote modify ${remote.name} user NAME, dvc remote modify --local ${remote.name} password …`,
		trust: { ...settings.trust("ssl_verify"), certificate: settings.text("cert_path"), key: settings.text("key_path") },
		patience: { connectMs: timeoutMs, silenceMs: timeoutMs },
		lanes: LANES,
		surroundings,
	});
	return new WebdavDepot(client);
}

interface Place {
	readonly address: string;
	readonly user: string | null;
	readonly password: string | null;
	readonly timeoutMs: number;
	readonly surroundings: Surroundings;
}

/** DVC's order: a command that prints a token, a token, user and password, a header of one's own. */
function loginOf(settings: Settings, place: Place): Login {
	const command = settings.text("bearer_token_command");
	if (command !== null) return byCommand(() => printedToken(command, settings.remote, place));
	const token = settings.text("token");
	if (token !== null) return byHeader("authorization", `Bearer ${token}`);
	const user = settings.text("user") ?? place.user;
	if (user !== null) return byBasic(user, settings.secret("password") ?? place.password ?? "");
	const header = settings.text("custom_auth_header");
	if (header === null) return NOBODY;
	const password = settings.secret("password");
	if (password === null)
		throw badOption(settings.remote, "password", "a value, since custom_auth_header is set", "nothing");
	return byHeader(header.toLowerCase(), password);
}

async function printedToken(
	command: string,
	remote: string,
	{ address, timeoutMs, surroundings }: Place,
): Promise<string> {
	const [program = "", ...args] = splitWords(command) ?? [];
	if (program === "") throw badOption(remote, "bearer_token_command", "a command line", command);
	const limit = timeoutMs === 0 ? {} : { timeoutMs };
	const { code, stdoutText } = await run(program, args, { ...limit, signal: surroundings.signal });
	const token = stdoutText.trim();
	if (code === 0 && token !== "") return token;
	throw badCredentials({
		address,
		found: `bearer_token_command ended with ${code} and printed ${token === "" ? "nothing" : "something"}`,
		hint: `try it by hand: ${command}`,
	});
}

class WebdavDepot implements Depot {
	readonly address: string;
	readonly lanes = LANES;
	readonly page = 1000;
	readonly #web: WebClient;
	readonly #folders: Folders;
	#standing: Promise<void> | null = null;
	#moves = true;

	constructor(web: WebClient) {
		this.#web = web;
		this.address = web.site.address;
		this.#folders = new Folders({ make: (folder) => this.#makeFolder(folder), root: () => this.#rootStands() });
	}

	async stat(key: string): Promise<bigint | null> {
		const [entry] = (await this.#propfind(this.#web.url(key), "0", key)) ?? [];
		if (entry === undefined || entry.isFolder) return null;
		return entry.size ?? this.#measured(key);
	}

	async *list(prefix: string): AsyncIterable<readonly Blob[]> {
		yield* walk(prefix, LANES, async (folder): Promise<Contents | null> => {
			const entries = await this.#propfind(this.#folderUrl(folder), "1", folder);
			if (entries === null) return null;
			const children = childrenOf(entries);
			const at = folder === "." ? "" : `${folder}/`;
			const blobs = children
				.filter(({ isFolder }) => !isFolder)
				.map(async ({ name, size, modified }) => ({
					name,
					modified,
					size: size ?? (await this.#measured(at + name)) ?? 0n,
				}));
			return {
				blobs: await Promise.all(blobs),
				folders: children.filter(({ isFolder }) => isFolder).map(({ name }) => name),
			};
		});
	}

	async read(key: string, from = 0n): Promise<Readable | null> {
		const got = await readFrom(this.#web, this.#web.url(key), from);
		if (got instanceof Readable) return got;
		if (isAbsent(got)) return this.#nothing(got);
		throw refused(got, this.#web.site, `read ${key}`);
	}

	/** Under a name of its own first: a half-written blob is never seen under its name. */
	async write(key: string, body: Body): Promise<void> {
		const folder = parentOf(key);
		await this.#folders.ensure(folder);
		if (!this.#moves) return this.#put(key, key, body);
		const temporary = folder === "." ? temporaryName() : `${folder}/${temporaryName()}`;
		try {
			await this.#put(temporary, key, body);
			if (await this.#move(temporary, key)) return;
		} catch (trouble) {
			await this.#remove(temporary);
			throw trouble;
		}
		await this.#remove(temporary);
		this.#moves = false;
		return this.#put(key, key, body);
	}

	async remove(keys: readonly string[]): Promise<void> {
		for (const key of keys) {
			const answer = await this.#web.ask({ method: "DELETE", url: this.#web.url(key) });
			(isAbsent(answer) ? answer : insist(answer, this.#web, `delete ${key}`)).drop();
		}
	}

	async close(): Promise<void> {
		await this.#web.close();
	}

	async #put(at: string, key: string, body: Body): Promise<void> {
		const answer = await this.#web.ask({ method: "PUT", url: this.#web.url(at), body });
		if (answer.status === 409 || isAbsent(answer)) this.#folders.forget(parentOf(key));
		insist(answer, this.#web, `write ${key}`).drop();
	}

	/** False where the server does not move. */
	async #move(from: string, to: string): Promise<boolean> {
		const headers = { destination: this.#web.url(to).href, overwrite: "T" };
		const answer = await this.#web.ask({ method: "MOVE", url: this.#web.url(from), headers });
		if (NO_MOVE.includes(answer.status)) {
			answer.drop();
			return false;
		}
		insist(answer, this.#web, `rename what was written to ${to}`).drop();
		return true;
	}

	/** As well as it goes: what stays is swept by `dvc gc --cloud`. */
	async #remove(key: string): Promise<void> {
		const answer = await this.#web.ask({ method: "DELETE", url: this.#web.url(key) }).catch(() => null);
		answer?.drop();
	}

	async #makeFolder(folder: string): Promise<Error | null> {
		const answer = await this.#web.ask({ method: "MKCOL", url: this.#folderUrl(folder) });
		// 405: it stands
		if (!answer.isGood && ![301, 405, 409, 404].includes(answer.status)) {
			throw refused(answer, this.#web.site, `make the folder ${folder}`);
		}
		answer.drop();
		if (answer.status !== 409 && answer.status !== 404) return null;
		return noSuchPlace({ address: `${this.address}/${parentOf(folder)}`, found: `${answer.status} ${answer.phrase}` });
	}

	/** Null where nothing is there. */
	async #propfind(url: URL, depth: "0" | "1", what: string): Promise<Entry[] | null> {
		const headers = { depth, "content-type": "application/xml" };
		const answer = await this.#web.ask({ method: "PROPFIND", url, headers, body: PROPFIND_BODY });
		if (isAbsent(answer)) {
			answer.drop();
			if (url.href !== this.#folderUrl(".").href) await this.#rootStands();
			return null;
		}
		const speaksNone = answer.isGood || answer.status === 405 || answer.status === 501;
		if (answer.status !== 207)
			throw speaksNone ? this.#notWebdav(answer) : refused(answer, this.#web.site, `look at ${what}`);
		try {
			return await parseEntries(await answer.text());
		} catch (cause) {
			if (cause instanceof SyntaxError || !(cause instanceof Error) || "again" in cause) throw cause;
			throw strange({ address: this.address, cause, found: "an answer to PROPFIND that is no multistatus" });
		}
	}

	/** Asked when something is not there, once: a remote without its folder is a mistake in the url rather than empty. */
	#rootStands(): Promise<void> {
		this.#standing ??= this.#lookAtRoot();
		this.#standing.catch(() => {
			this.#standing = null;
		});
		return this.#standing;
	}

	async #lookAtRoot(): Promise<void> {
		if ((await this.#propfind(this.#folderUrl("."), "0", "the remote's folder")) !== null) return;
		throw noSuchPlace({
			address: this.address,
			found: "no folder there",
			hint: `make it on the server (dvc does not, either), or correct the url: dvc remote modify ${this.#web.site.remote} url …`,
		});
	}

	async #measured(key: string): Promise<bigint | null> {
		const size = await measure(this.#web, this.#web.url(key));
		if (typeof size === "bigint") return size;
		if (isAbsent(size)) return this.#nothing(size);
		throw refused(size, this.#web.site, `read ${key}`);
	}

	#notWebdav(answer: Answer): Error {
		answer.drop();
		return strange({ address: this.address, found: `${answer.status} to PROPFIND: no WebDAV` });
	}

	#folderUrl(folder: string): URL {
		return this.#web.url(folder === "." ? "" : `${folder}/`);
	}

	#nothing(answer: Answer): null {
		answer.drop();
		return null;
	}
}
