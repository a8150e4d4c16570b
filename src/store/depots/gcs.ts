import { Readable } from "node:stream";
import type { Fingerprint, RemoteConfig } from "../../manifest/index.ts";
import type { Blob, Body, Depot, DepotTrouble, Surroundings } from "../depot.ts";
import { dateOf, recordOf } from "./answers.ts";
import { bucketAndPath } from "./bucket.ts";
import { type Account, openAccount } from "./gcs-account.ts";
import { type Answer, type Question, textOf, Wire } from "./gcs-http.ts";
import { gcsTrouble, Refused } from "./gcs-trouble.ts";
import { type Counter, putWhole, Uploads } from "./gcs-upload.ts";
import { carrying, OwnFault } from "./streams.ts";
import { Watch } from "./watch.ts";

const SILENCE_MS = 60_000;
const LANES = 32;

/**
 * `gs://bucket/path`, with DVC's keys. Google's SDK logs in; the few requests go out as they are in Google's JSON interface, so
 * that nothing is tried twice, decoded or buffered behind our back.
 */
export async function openDepot(remote: RemoteConfig, surroundings: Surroundings): Promise<Depot> {
	const { bucket, path } = bucketAndPath(remote);
	return new GcsDepot(await openAccount(remote, surroundings), surroundings, { bucket, path });
}

class GcsDepot implements Depot {
	readonly address: string;
	readonly lanes = LANES;
	readonly page = 1000;
	readonly #account: Account;
	readonly #surroundings: Surroundings;
	readonly #wire: Wire;
	readonly #bucket: string;
	/** Empty, or ends in `/`. */
	readonly #prefix: string;
	/** Address of the bucket's objects in the JSON interface. */
	readonly #objects: string;
	readonly #counter: Counter;
	readonly #uploads: Uploads;

	constructor(account: Account, surroundings: Surroundings, { bucket, path }: { bucket: string; path: string }) {
		this.#account = account;
		this.#surroundings = surroundings;
		this.#wire = new Wire(surroundings, LANES);
		this.#bucket = bucket;
		this.#prefix = path === "" ? "" : `${path}/`;
		this.address = path === "" ? `gs://${bucket}` : `gs://${bucket}/${path}`;
		this.#objects = `${account.endpoint}/storage/v1/b/${encodeURIComponent(bucket)}/o`;
		this.#counter = {
			url: `${account.endpoint}/upload/storage/v1/b/${encodeURIComponent(bucket)}/o`,
			send: (question, watch, through) => this.#send(question, watch, through),
		};
		this.#uploads = new Uploads(this.#counter);
	}

	async stat(key: string): Promise<bigint | null> {
		return (await this.#look(key))?.size ?? null;
	}

	async fingerprint(key: string): Promise<Fingerprint | null> {
		const found = await this.#look(key);
		return found === null ? null : { kind: "etag", value: found.etag, size: found.size };
	}

	/** DVC has the ETag, which is Base64, in hex. */
	async #look(key: string): Promise<{ size: bigint; etag: string } | null> {
		return this.#ask("read objects", async (watch) => {
			try {
				const answer = await this.#send({ method: "GET", url: `${this.#object(key)}?fields=size,etag` }, watch);
				const { size, etag } = await jsonOf(answer, watch);
				const name = typeof etag === "string" ? etag : "";
				return { size: sizeOf(size), etag: Buffer.from(name, "base64").toString("hex") };
			} catch (cause) {
				if (cause instanceof Refused && cause.absent) return null;
				throw cause;
			}
		});
	}

	async *list(prefix: string): AsyncIterable<readonly Blob[]> {
		const fields = "items(name,size,updated),nextPageToken";
		const wanted = { prefix: `${this.#prefix}${prefix}`, maxResults: String(this.page), fields };
		let pageToken: unknown;
		do {
			const query = new URLSearchParams({ ...wanted, ...(typeof pageToken === "string" ? { pageToken } : {}) });
			const page = await this.#ask("list objects", async (watch) =>
				jsonOf(await this.#send({ method: "GET", url: `${this.#objects}?${query.toString()}` }, watch), watch),
			);
			const items = Array.isArray(page["items"]) ? page["items"] : [];
			yield items.map(recordOf).map(({ name, size, updated }) => ({
				key: wordOf(name).slice(this.#prefix.length),
				size: sizeOf(size),
				modified: dateOf(wordOf(updated)),
			}));
			pageToken = page["nextPageToken"];
		} while (typeof pageToken === "string" && pageToken !== "");
	}

	async read(key: string, from = 0n, version: string | null = null): Promise<Readable | null> {
		const watch = new Watch(SILENCE_MS);
		const trouble = (cause: unknown) => this.#trouble(cause, "read objects", watch);
		try {
			const generation = version === null ? "" : `&generation=${encodeURIComponent(version)}`;
			const headers = from === 0n ? {} : { range: `bytes=${from}-` };
			const answer = await this.#send(
				{ method: "GET", url: `${this.#object(key)}?alt=media${generation}`, headers },
				watch,
			);
			return carrying(answer, { watch, trouble });
		} catch (cause) {
			watch.rest();
			if (cause instanceof Refused && cause.absent) return null;
			if (cause instanceof Refused && cause.status === 416) return Readable.from([], { objectMode: false });
			throw trouble(cause);
		}
	}

	async write(key: string, body: Body): Promise<void> {
		const name = `${this.#prefix}${key}`;
		await this.#ask("write objects", (watch) =>
			body.bytes === null ? this.#uploads.put(name, body, watch) : putWhole(this.#counter, name, body, watch),
		);
	}

	async remove(keys: readonly string[]): Promise<void> {
		for (const key of keys) {
			await this.#ask("delete objects", async (watch) => {
				try {
					await textOf(await this.#send({ method: "DELETE", url: this.#object(key) }, watch), watch);
				} catch (cause) {
					if (!(cause instanceof Refused && cause.absent)) throw cause;
				}
			});
		}
	}

	async close(): Promise<void> {
		this.#wire.close();
	}

	#object(key: string): string {
		return `${this.#objects}/${encodeURIComponent(`${this.#prefix}${key}`)}`;
	}

	/** Logged in. Throws `Refused` for an answer that says no. */
	async #send(question: Question, watch: Watch, through: readonly number[] = []): Promise<Answer> {
		const login = await this.#account.login();
		const headers = { ...question.headers, ...Object.fromEntries(login) };
		const answer = await this.#wire.ask({ ...question, headers }, watch);
		const status = answer.statusCode ?? 0;
		if ((status >= 200 && status < 300) || through.includes(status)) return answer;
		const text = await textOf(answer, watch);
		throw new Refused(status, text, { headers: answer.headers, stranger: login.size === 0 });
	}

	async #ask<T>(what: string, act: (watch: Watch) => Promise<T>): Promise<T> {
		const watch = new Watch(SILENCE_MS);
		try {
			return await act(watch);
		} catch (cause) {
			if (cause instanceof OwnFault) throw cause.cause;
			throw this.#trouble(cause, what, watch);
		} finally {
			watch.rest();
		}
	}

	#trouble(cause: unknown, what: string, watch: Watch): DepotTrouble {
		const { clock } = this.#surroundings;
		return gcsTrouble(cause, { address: this.address, bucket: this.#bucket, clock, what, watch });
	}
}

async function jsonOf(answer: Answer, watch: Watch): Promise<Readonly<Record<string, unknown>>> {
	return recordOf(JSON.parse(await textOf(answer, watch)));
}

/** Google writes sizes as texts; one that is none counts as nothing. */
function sizeOf(value: unknown): bigint {
	return BigInt(/^\d+$/.test(wordOf(value)) ? wordOf(value) : 0);
}

function wordOf(value: unknown): string {
	return typeof value === "string" ? value : "";
}
