import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Clock } from "../../../kernel/index.ts";
import { type Call, Road, type SentRequest } from "./road.ts";
import type { S3Settings } from "./settings.ts";

/** So many refusals in a row, and it is no road for us. */
const STRIKES = 3;

/** What of a command of the SDK's is needed to see the request that it becomes. */
interface Watchable {
	readonly middlewareStack: {
		add(
			middleware: (next: (args: never) => Promise<never>) => (args: never) => Promise<never>,
			options: { readonly step: "deserialize"; readonly name: string },
		): void;
	};
}

/**
 * Single objects by the quick road, once it is known and while it goes well; every answer but the plain good ones is null, for "let
 * the SDK do it". Not taken where objects have a key or rights of their own.
 */
export class Shortcut {
	readonly #settings: S3Settings;
	readonly #client: S3Client;
	readonly #clock: Clock;
	#road: Road | null = null;
	#open: boolean;
	#strikes = 0;

	constructor(settings: S3Settings, { client, clock }: { readonly client: S3Client; readonly clock: Clock }) {
		this.#settings = settings;
		this.#client = client;
		this.#clock = clock;
		this.#open = Object.keys({ ...settings.reading, ...settings.writing }).length === 0;
	}

	async head(key: string): Promise<bigint | "absent" | null> {
		const answer = await this.#ask({ method: "HEAD", key }, [200, 404]);
		answer?.resume();
		if (answer === null) return null;
		return answer.statusCode === 404 ? "absent" : BigInt(answer.headers["content-length"] ?? 0);
	}

	async get(key: string, from: bigint): Promise<Readable | null> {
		if (from === 0n) return this.#ask({ method: "GET", key }, [200]);
		return this.#ask({ method: "GET", key, range: `bytes=${from}-` }, [206]);
	}

	/** True when it is there. */
	async put(
		key: string,
		{ bytes, md5, once }: { readonly bytes: Uint8Array; readonly md5: string | null; readonly once: boolean },
	): Promise<boolean> {
		const answer = await this.#ask({ method: "PUT", key, body: bytes, md5, once }, once ? [200, 412] : [200]);
		answer?.resume();
		return answer !== null;
	}

	/** Does a command of the SDK's, and learns the road from the request that it became, when it went well. */
	async learning<T>(command: object, key: string, work: () => Promise<T>): Promise<T> {
		if (!this.#open || this.#road !== null) return work();
		let sent: SentRequest | null = null;
		(command as Watchable).middlewareStack.add(
			(next) => (args) => {
				sent = (args as { readonly request: SentRequest }).request;
				return next(args);
			},
			{ step: "deserialize", name: "learning" },
		);
		const result = await work();
		if (sent !== null) this.#road = Road.learn(sent, key, this.#means());
		return result;
	}

	async #ask(call: Call, good: readonly number[]): Promise<IncomingMessage | null> {
		if (!this.#open || this.#road === null) return null;
		const answer = await this.#road.ask(call).catch(() => null);
		const status = answer?.statusCode ?? 0;
		if (good.includes(status)) {
			this.#strikes = 0;
			return answer;
		}
		answer?.resume();
		// what is missing or busy says nothing against the road
		const refused = status >= 300 && status < 500 && ![404, 408, 416, 429].includes(status);
		if (refused && ++this.#strikes === STRIKES) this.#open = false;
		return null;
	}

	#means() {
		const { agents, timeoutMs } = this.#settings;
		return { clock: this.#clock, identity: () => this.#client.config.credentials(), agents, timeoutMs };
	}
}
