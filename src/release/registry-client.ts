import { Failure, infrastructure } from "../kernel/index.ts";
import type { StoreOptions } from "./model.ts";
import { isLoopback } from "./reference.ts";
import { RegistryAuth } from "./registry-auth.ts";
import { retryAfter, silence, Transient, withRetries } from "./retry.ts";
import { inSlots } from "./slots.ts";
import { SILENCE_MS, Watch } from "./watch.ts";

export interface RegistryRequest {
	readonly method: "DELETE" | "GET" | "HEAD" | "POST" | "PUT" | "PATCH";
	/** A path below the registry (`/v2/…`), or an absolute address that the registry gave us. */
	readonly url: string;
	/** Token scope: `repository:acme/churn:pull,push`. */
	readonly scope: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** Called anew for each try. */
	readonly body?: () => { readonly content: AsyncIterable<Uint8Array> | Uint8Array; readonly size: number };
	/** Statuses to hand back; others are failures. */
	readonly accept: readonly number[];
	/** What the request is about, for messages: `localhost:5000/acme/churn`. */
	readonly about: string;
}

/** What came back, read. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly bytes: Uint8Array;
}

/** A body on its way here. */
export interface Body {
	/** Null at its end. Throws `Transient` where it breaks off. */
	next(): Promise<Uint8Array | null>;
	close(): Promise<void>;
}

interface Watched {
	readonly request: RegistryRequest;
	/** Whom it waits for. */
	readonly url: URL;
	readonly watch: Watch;
}

const MAX_REDIRECTS = 5;
/** Most bytes of a refusal that are read. */
const MAX_ERROR_SIZE = 1 << 20;
const NOTHING = new Uint8Array(0);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Requests to one registry: signs them, follows redirects, repeats what may pass, and says clearly what does not. */
export class RegistryClient {
	readonly host: string;
	#base: string;
	readonly #auth: RegistryAuth;
	readonly #options: StoreOptions;
	readonly #fetch: typeof fetch;

	/** `path` chooses among the logins for one host. */
	constructor(host: string, path: string, options: StoreOptions) {
		this.host = host;
		this.#base = `${isLoopback(host) ? "http" : "https"}://${host}`;
		this.#options = options;
		this.#fetch = options.fetch ?? fetch;
		this.#auth = new RegistryAuth(host, path, options);
	}

	/** One request with all its tries; an answer that breaks off is asked for again. `most`: bytes of it that are taken. */
	read(request: RegistryRequest, most: number): Promise<Answer> {
		return this.retrying(async () => {
			const response = await this.once(request);
			const bytes = await this.#readWhole(request, response, most);
			return { status: response.status, headers: response.headers, bytes };
		});
	}

	/** Repeats a piece of work of several requests while it meets passing troubles. */
	retrying<T>(work: () => Promise<T>): Promise<T> {
		return withRetries(this.#options.clock, this.#options.signal, work);
	}

	/** One try (two when the registry asks who we are), whose body is the caller's to read or to discard. Throws `Transient` or a Failure. */
	async once(request: RegistryRequest): Promise<Response> {
		const sent = this.#auth.header(request.scope);
		const first = await this.#sendByScheme(request);
		if (first.status !== 401) return this.#judge(request, first);
		await discard(first);
		const again = await this.#troubled(request, () => this.#auth.answer(first, request.scope, sent));
		return again ? this.#judge(request, await this.#send(request)) : this.#judge(request, first);
	}

	/** A registry on this machine may want TLS after all: it then answers 400 to everything said in clear. */
	async #sendByScheme(request: RegistryRequest): Promise<Response> {
		const response = await this.#send(request);
		if (response.status !== 400 || !this.#base.startsWith("http:")) return response;
		const url = new URL(`${this.#base}/v2/`);
		const watch = this.#watch();
		const probing = { request: { ...request, method: "GET" }, url, watch } as const;
		const { status, said } = await this.#watched(probing, async () => {
			const probe = await this.#fetch(url, { redirect: "manual", signal: watch.signal });
			return { status: probe.status, said: await probe.text() };
		});
		if (status !== 400 || !/HTTP request (was sent )?to (an )?HTTPS/i.test(said)) return response;
		await discard(response);
		this.#base = this.#base.replace(/^http:/, "https:");
		return this.#send(request);
	}

	async #send(request: RegistryRequest): Promise<Response> {
		let url = this.#absolute(request.url, this.#base);
		for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
			const watch = this.#watch();
			const to = url;
			const response = await this.#watched({ request, url, watch }, () =>
				this.#fetch(to, this.#init(request, to, watch)),
			);
			const location = response.headers.get("location");
			if (!REDIRECTS.has(response.status) || location === null) return response;
			await discard(response);
			url = this.#absolute(location, url.href);
		}
		throw infrastructure("registry-redirects", `${this.host} redirects without end`, { found: url.host });
	}

	/** An answer's body, for whoever reads it piece by piece. */
	body(request: RegistryRequest, response: Response): Body {
		const reader = response.body?.getReader();
		const watch = this.#watch();
		const close = async (): Promise<void> => {
			watch.signal.removeEventListener("abort", close);
			await reader?.cancel().catch(() => undefined);
		};
		watch.signal.addEventListener("abort", close);
		const next = async (): Promise<Uint8Array | null> => {
			const { value } = (await reader?.read()) ?? {};
			// a body that is let go looks like one that ended
			watch.signal.throwIfAborted();
			return value ?? null;
		};
		const url = new URL(response.url);
		return { next: () => this.#watched({ request, url, watch }, next), close };
	}

	async #readWhole(request: RegistryRequest, response: Response, most: number): Promise<Uint8Array> {
		const body = this.body(request, response);
		try {
			const chunks: Uint8Array[] = [];
			let size = 0;
			for (let chunk = await body.next(); chunk !== null; chunk = await body.next()) {
				size += chunk.length;
				if (size > most)
					throw infrastructure("image-malformed", `${request.about} answers with more than ${most} bytes`);
				chunks.push(chunk);
			}
			return Buffer.concat(chunks);
		} finally {
			await body.close();
		}
	}

	#watch(): Watch {
		return new Watch(this.#options.silenceMs ?? SILENCE_MS, this.#options.signal);
	}

	/** Work on the line, where silence is a trouble like any other. */
	#watched<T>({ request, url, watch }: Watched, work: () => Promise<T>): Promise<T> {
		return this.#troubled(request, async () => {
			try {
				return await watch.during(work);
			} catch (error) {
				this.#options.signal?.throwIfAborted();
				if (!watch.isSilent) throw error;
				throw silence("registry-silent", `${url.host}: ${request.method} ${url.pathname}`, watch.ms);
			}
		});
	}

	#init(request: RegistryRequest, url: URL, watch: Watch): RequestInit {
		const headers = new Headers(request.headers);
		// who we are is for the registry alone, never for the storage it redirects to
		const authorization = url.host === new URL(this.#base).host ? this.#auth.header(request.scope) : null;
		if (authorization !== null) headers.set("authorization", authorization);
		const init: RequestInit = { method: request.method, headers, redirect: "manual", signal: watch.signal };
		const body = request.body?.();
		if (body === undefined) return init;
		headers.set("content-length", String(body.size));
		if (body.content instanceof Uint8Array) return { ...init, body: Buffer.from(body.content) };
		return { ...init, body: ReadableStream.from(watch.passing(inSlots(body.content), body.size)), duplex: "half" };
	}

	/** An address from the registry, relative or not. A registry behind a TLS proxy may name itself `http`: it means `https`. */
	#absolute(location: string, from: string): URL {
		const url = new URL(location, from);
		if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.host))) return url;
		if (url.protocol === "http:" && url.hostname === new URL(this.#base).hostname)
			return new URL(url.href.replace(/^http:/, "https:"));
		throw infrastructure("registry-redirects", `${this.host} sends us to an unsafe address`, { found: url.origin });
	}

	async #troubled<T>(request: RegistryRequest, work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			this.#options.signal?.throwIfAborted();
			if (error instanceof Failure || error instanceof Transient) throw error;
			const inner = failureInside(error);
			if (inner !== null) throw inner;
			throw new Transient(unreachable(this.host, request, error));
		}
	}

	async #judge(request: RegistryRequest, response: Response): Promise<Response> {
		if (request.accept.includes(response.status)) return response;
		const said = readError(await this.#readWhole(request, response, MAX_ERROR_SIZE).catch(() => NOTHING));
		const { status } = response;
		if (status === 429 || status >= 500 || status === 408) {
			const wait = retryAfter(response.headers.get("retry-after"), this.#options.clock.now());
			throw new Transient(answered("registry-unavailable", request, { status, said, hint: "try again later" }), wait);
		}
		if (status === 401) throw answered("registry-unauthorized", request, { status, said, hint: this.#auth.hint() });
		if (status === 403) {
			const right = { push: "push to", delete: "delete in" }[request.scope.split(",").at(-1) ?? ""] ?? "pull from";
			const hint = `ask for the right to ${right} ${request.about}`;
			throw answered("registry-forbidden", request, { status, said, hint });
		}
		const hint = status === 404 ? `check that ${request.about} exists, and that the login may see it` : undefined;
		throw answered(status === 404 ? "registry-not-found" : "registry-refused", request, { status, said, hint });
	}
}

function answered(
	code: string,
	{ about, method }: RegistryRequest,
	{ status, said, hint }: { status: number; said: string; hint: string | undefined },
): Failure {
	const found = said === "" ? String(status) : `${status} ${said}`;
	return infrastructure(code, `the registry answers ${status} to ${method} for ${about}`, {
		found,
		...(hint && { hint }),
	});
}

function unreachable(host: string, { about }: RegistryRequest, cause: unknown): Failure {
	const reason = causeOf(cause);
	return infrastructure("registry-unreachable", `the registry ${host} cannot be reached for ${about}`, {
		found: reason,
		hint: /ECONNREFUSED/.test(reason)
			? `start the registry at ${host}, or correct the address in mainline.yaml`
			: "check the address, the network and the proxy settings",
		cause,
	});
}

/** A Failure of a body's source, which fetch wraps into errors of its own. */
function failureInside(error: unknown): Failure | null {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
		if (at instanceof Failure) return at;
	return null;
}

function causeOf(error: unknown): string {
	const reasons: string[] = [];
	for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
		const code = "code" in at && typeof at.code === "string" ? at.code : "";
		reasons.push(`${code} ${at.message}`.trim());
	}
	return reasons.join(": ");
}

/** Lets an answer go that nobody reads: that it broke off does not matter then. */
export async function discard(response: Response): Promise<void> {
	await response.body?.cancel().catch(() => undefined);
}

/** The registry's own words: `errors[].code` and `message` of the distribution specification. */
function readError(bytes: Uint8Array): string {
	try {
		const { errors } = JSON.parse(new TextDecoder().decode(bytes)) as {
			errors?: { code?: string; message?: string }[];
		};
		return (errors ?? [])
			.map(({ code, message }) => `${code ?? ""} ${message ?? ""}`.trim())
			.join("; ")
			.slice(0, 500);
	} catch {
		return "";
	}
}
