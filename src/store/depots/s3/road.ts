import { createHash, createHmac } from "node:crypto";
import { type Agent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { type Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Clock } from "../../../kernel/index.ts";

/** A request as the SDK sent it. */
export interface SentRequest {
	readonly protocol: string;
	readonly hostname: string;
	readonly port?: number | undefined;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
}

export interface Identity {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken?: string | undefined;
}

export interface Means {
	readonly clock: Clock;
	readonly identity: () => Promise<Identity>;
	readonly agents: { readonly http: Agent; readonly https: HttpsAgent };
	readonly timeoutMs: number;
}

export interface Call {
	readonly method: "GET" | "HEAD" | "PUT";
	readonly key: string;
	readonly range?: string;
	readonly body?: Uint8Array;
	readonly md5?: string | null;
	/** Of PUT: only where nothing is there. */
	readonly once?: boolean;
}

const EMPTY = createHash("sha256").digest("hex");

/**
 * The quick way to single objects: a request that is nothing but its signature, at a tenth of what the SDK's many layers cost.
 * Where it leads (host, path, region) is learnt from a request of the SDK's own that went well. Whatever does not go well here is
 * to be done again by the SDK, which knows about redirects, clocks and the reasons of refusals.
 */
export class Road {
	readonly #means: Means;
	readonly #base: Omit<SentRequest, "headers">;
	readonly #region: string;
	#signingKey: { readonly of: string; readonly key: Buffer } | null = null;

	/** Null where the request was signed in another way, or not at all. `key`: what it asked for, its prefix included. */
	static learn(sent: SentRequest, key: string, means: Means): Road | null {
		const scope = /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/([^/]+)\/s3\/aws4_request/.exec(
			sent.headers["authorization"] ?? sent.headers["Authorization"] ?? "",
		);
		const region = scope?.[1];
		if (region === undefined || !sent.path.endsWith(encodePath(key))) return null;
		return new Road({ ...sent, path: sent.path.slice(0, -encodePath(key).length) }, region, means);
	}

	private constructor(base: Omit<SentRequest, "headers">, region: string, means: Means) {
		this.#base = base;
		this.#region = region;
		this.#means = means;
	}

	/** The answer, whatever it is; rejects when there is none. Its body must be read or destroyed. */
	async ask(call: Call): Promise<IncomingMessage> {
		const { protocol, hostname, port } = this.#base;
		const path = `${this.#base.path}${encodePath(call.key)}`;
		const headers = this.#signed(call, path, await this.#means.identity());
		const { agents, timeoutMs: timeout } = this.#means;
		const options: RequestOptions = { method: call.method, hostname, path, headers, timeout };
		if (port !== undefined) options.port = port;
		return new Promise((resolve, reject) => {
			const secure = protocol === "https:";
			const asked = secure
				? httpsRequest({ ...options, agent: agents.https }, resolve)
				: httpRequest({ ...options, agent: agents.http }, resolve);
			asked.on("error", reject);
			asked.on("timeout", () => asked.destroy(new Error("no answer in time")));
			asked.end(call.body);
		});
	}

	/** AWS Signature Version 4. */
	#signed(call: Call, path: string, identity: Identity): Record<string, string> {
		const { hostname, port } = this.#base;
		const time = this.#means.clock
			.now()
			.toISOString()
			.replaceAll(/[-:]|\.\d+/g, "");
		const payload = call.body === undefined ? EMPTY : sha256(call.body);
		const headers: Record<string, string> = {
			...(call.md5 === undefined || call.md5 === null
				? {}
				: { "content-md5": Buffer.from(call.md5, "hex").toString("base64") }),
			host: port === undefined ? hostname : `${hostname}:${port}`,
			"x-amz-content-sha256": payload,
			"x-amz-date": time,
			...(identity.sessionToken === undefined ? {} : { "x-amz-security-token": identity.sessionToken }),
		};
		const names = Object.keys(headers);
		const lines = names.map((name) => `${name}:${headers[name]}\n`).join("");
		const signedNames = names.join(";");
		const scope = `${time.slice(0, 8)}/${this.#region}/s3/aws4_request`;
		const canonical = `${call.method}\n${path}\n\n${lines}\n${signedNames}\n${payload}`;
		const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`;
		const signature = createHmac("sha256", this.#keyFor(scope, identity.secretAccessKey)).update(text).digest("hex");
		return {
			...headers,
			authorization: `AWS4-HMAC-SHA256 Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${signedNames}, Signature=${signature}`,
			...(call.range === undefined ? {} : { range: call.range }),
			...(call.once === true ? { "if-none-match": "*" } : {}),
			...(call.body === undefined ? {} : { "content-length": String(call.body.length) }),
		};
	}

	#keyFor(scope: string, secret: string): Buffer {
		const of = `${scope} ${secret}`;
		if (this.#signingKey?.of === of) return this.#signingKey.key;
		let key = Buffer.from(`AWS4${secret}`);
		for (const part of scope.split("/")) key = createHmac("sha256", key).update(part).digest();
		this.#signingKey = { of, key };
		return key;
	}
}

function sha256(bytes: Uint8Array | string): string {
	return createHash("sha256").update(bytes).digest("hex");
}

/** As S3 wants it: everything but letters, digits, `-_.~` and the slash. */
function encodePath(key: string): string {
	return encodeURIComponent(key)
		.replaceAll("%2F", "/")
		.replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
