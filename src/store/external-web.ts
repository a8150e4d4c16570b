import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Fingerprint, RemoteConfig } from "../manifest/index.ts";
import type { Surroundings } from "./depot.ts";
import { badCredentials, badOption, busy, denied, unreachable } from "./depots/troubles.ts";

/** A file of a web server, as a dependency or the source of an import. DVC knows it by its ETag, or by Content-MD5. */
export class WebPage {
	readonly #config: RemoteConfig;
	readonly #surroundings: Surroundings;

	constructor(config: RemoteConfig, surroundings: Surroundings) {
		this.#config = config;
		this.#surroundings = surroundings;
	}

	async fingerprint(key: string): Promise<Fingerprint | null> {
		const response = await this.#ask("HEAD", key);
		if (response === null) return null;
		const { headers } = response;
		const value = headers.get("etag") ?? headers.get("content-md5");
		if (value === null) throw this.#namesNothing(key);
		const size = headers.get("content-length");
		return { kind: "checksum", value, ...(size === null ? {} : { size: BigInt(size) }) };
	}

	async read(key: string): Promise<Readable | null> {
		const response = await this.#ask("GET", key);
		if (response === null) return null;
		return response.body === null ? Readable.from([]) : Readable.fromWeb(response.body as ReadableStream);
	}

	async close(): Promise<void> {}

	/** Null for 404 and 410. The length counts as it is sent, so nothing may be packed on the way. */
	async #ask(method: string, key: string): Promise<Response | null> {
		const { signal } = this.#surroundings;
		const address = `${this.#config.url.replace(/\/$/, "")}/${key}`;
		const headers = { ...this.#login(), "accept-encoding": "identity" };
		const response = await fetch(address, { method, headers, signal }).catch((cause: unknown) => {
			signal.throwIfAborted();
			throw unreachable({ address, cause });
		});
		if (response.ok) return response;
		await response.body?.cancel();
		const found = `HTTP ${response.status}`;
		if (response.status === 404 || response.status === 410) return null;
		if (response.status === 401) throw badCredentials({ address, found });
		if (response.status === 403) throw denied({ address, found, what: "read this" });
		if (response.status >= 500 || response.status === 408 || response.status === 429) throw busy({ address, found });
		throw denied({ address, found, what: "read this" });
	}

	#login(): Record<string, string> {
		const { options } = this.#config;
		const text = (name: string): string => String(options.get(name) ?? "");
		const [auth, password] = [text("auth").toLowerCase(), text("password")];
		if (auth === "custom") return { [text("custom_auth_header").toLowerCase()]: password };
		if (auth !== "basic") return {};
		return { authorization: `Basic ${Buffer.from(`${text("user")}:${password}`).toString("base64")}` };
	}

	#namesNothing(key: string): Error {
		return badOption(this.#config.name, "url", `a server that sends an ETag or Content-MD5 for ${key}`, "neither");
	}
}
