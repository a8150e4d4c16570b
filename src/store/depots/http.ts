import { Readable } from "node:stream";
import { badInput } from "../../kernel/index.ts";
import type { Fingerprint, RemoteConfig } from "../../manifest/index.ts";
import type { Blob, Body, Depot, Surroundings } from "../depot.ts";
import { Settings } from "./settings.ts";
import { badOption, denied } from "./troubles.ts";
import type { Answer } from "./web/answer.ts";
import { type Base, parseBase } from "./web/base.ts";
import { WebClient } from "./web/client.ts";
import { byBasic, byDigest, byHeader, type Login, NOBODY } from "./web/login.ts";
import { insist, isAbsent, lengthOf, measure, readFrom } from "./web/reading.ts";
import { refused } from "./web/words.ts";

/** DVC's: how long a connection, and the next byte, may take. */
const TIMEOUT_S = 60;
const LANES = 32;

/** Opens `http://` and `https://` with DVC's keys: auth, custom_auth_header, user, password, ssl_verify, method, connect_timeout, read_timeout. */
export async function openDepot(remote: RemoteConfig, surroundings: Surroundings): Promise<Depot> {
	const settings = new Settings(remote);
	const place = parseBase(remote.name, remote.url, /^https:/i.test(remote.url) ? "https" : "http");
	const client = new WebClient({
		remote: remote.name,
		address: place.address,
		base: place.base,
		login: loginOf(settings, place),
		loginHint: loginHint(remote.name),
		trust: { ...settings.trust("ssl_verify"), certificate: null, key: null },
		patience: {
			connectMs: settings.milliseconds("connect_timeout", TIMEOUT_S),
			silenceMs: settings.milliseconds("read_timeout", TIMEOUT_S),
		},
		lanes: LANES,
		surroundings,
	});
	return new HttpDepot(client, methodOf(settings));
}

function loginOf(settings: Settings, place: Base): Login {
	const scheme = settings.text("auth")?.toLowerCase() ?? null;
	const user = settings.text("user") ?? place.user;
	if (scheme === null) return place.user === null ? NOBODY : byBasic(place.user, place.password ?? "");
	const password = settings.secret("password") ?? place.password;
	const need = (option: string): Error =>
		badOption(settings.remote, option, `a value, since \`auth\` is ${scheme}`, "nothing");
	if (password === null) throw need("password");
	if (scheme === "custom") {
		const header = settings.text("custom_auth_header");
		if (header === null) throw need("custom_auth_header");
		if (!/^[\w!#$%&'*+.^`|~-]+$/.test(header))
			throw badOption(settings.remote, "custom_auth_header", "the name of a header", header);
		return byHeader(header.toLowerCase(), password);
	}
	if (user === null) throw need("user");
	if (scheme === "basic") return byBasic(user, password);
	if (scheme === "digest") return byDigest(user, password);
	throw badOption(settings.remote, "auth", "basic, digest or custom", scheme);
}

function loginHint(remote: string): string {
	const set = `dvc remote modify --local ${remote}`;
	return `say who you are: ${set} auth basic, ${set} user NAME, ${set} password …`;
}

function methodOf(settings: Settings): string {
	const method = settings.text("method")?.toUpperCase() ?? "POST";
	if (method === "POST" || method === "PUT") return method;
	throw badOption(settings.remote, "method", "POST or PUT", method);
}

class HttpDepot implements Depot {
	readonly address: string;
	readonly lanes = LANES;
	readonly page = null;
	readonly #web: WebClient;
	readonly #method: string;

	constructor(web: WebClient, method: string) {
		this.#web = web;
		this.#method = method;
		this.address = web.site.address;
	}

	async stat(key: string): Promise<bigint | null> {
		const url = this.#web.url(key);
		const head = await this.#web.ask({ method: "HEAD", url });
		const length = head.isGood ? lengthOf(head) : null;
		if (this.#isNotThere(head)) return this.#nothing(head);
		if (length !== null) {
			head.drop();
			return length;
		}
		if (!head.isGood && head.status !== 405 && head.status !== 501) throw this.#refused(head, key);
		head.drop();
		const size = await measure(this.#web, url);
		if (typeof size === "bigint") return size;
		return this.#isNotThere(size) ? this.#nothing(size) : Promise.reject(this.#refused(size, key));
	}

	/** DVC knows a file of a web server by its ETag, or by Content-MD5. */
	async fingerprint(key: string): Promise<Fingerprint | null> {
		const head = await this.#web.ask({ method: "HEAD", url: this.#web.url(key) });
		if (this.#isNotThere(head)) return this.#nothing(head);
		if (!head.isGood) throw this.#refused(head, key);
		const { etag, "content-md5": md5 } = head.headers;
		const value = etag ?? (typeof md5 === "string" ? md5 : null);
		const size = lengthOf(head);
		head.drop();
		if (value === null) throw this.#namesNothing(key);
		return { kind: "checksum", value, ...(size === null ? {} : { size }) };
	}

	list(): AsyncIterable<readonly Blob[]> {
		throw new Error("HTTP has no listing");
	}

	async read(key: string, from = 0n): Promise<Readable | null> {
		const got = await readFrom(this.#web, this.#web.url(key), from);
		if (got instanceof Readable) return got;
		if (this.#isNotThere(got)) return this.#nothing(got);
		throw this.#refused(got, key);
	}

	async write(key: string, body: Body): Promise<void> {
		const answer = await this.#web.ask({ method: this.#method, url: this.#web.url(key), body });
		if (this.#takesNone(answer)) throw this.#noUploads(answer);
		insist(answer, this.#web, `write ${key}`).drop();
	}

	async close(): Promise<void> {
		await this.#web.close();
	}

	/** To a stranger, a server that lists nothing (S3 above all) says 403 of what it does not have. */
	#isNotThere(answer: Answer): boolean {
		return isAbsent(answer) || (answer.status === 403 && this.#web.site.login.anonymous);
	}

	/** A server of files looks for what is posted to, and does not find it. */
	#takesNone({ status }: Answer): boolean {
		return status === 405 || status === 501 || (status === 404 && this.#method === "POST");
	}

	#nothing(answer: Answer): null {
		answer.drop();
		return null;
	}

	#namesNothing(key: string): Error {
		return badInput("external-not-supported", `${this.address} does not say whether ${key} changed`, {
			found: "neither ETag nor Content-MD5",
			expected: "one of them",
			hint: "import the file instead of depending on it: dvc import-url",
		});
	}

	#noUploads(answer: Answer): Error {
		const { address, remote } = this.#web.site;
		answer.drop();
		const other = this.#method === "POST" ? "PUT" : "POST";
		return denied({
			address,
			found: `${answer.status} ${answer.phrase}`,
			what: `upload by ${this.#method}`,
			hint: `if it takes uploads at all, then by ${other}: dvc remote modify ${remote} method ${other}`,
		});
	}

	#refused(answer: Answer, key: string): Error {
		return refused(answer, this.#web.site, `read ${key}`);
	}
}
