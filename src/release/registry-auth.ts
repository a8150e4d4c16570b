import { infrastructure } from "../kernel/index.ts";
import { type Challenge, parseChallenges } from "./challenge.ts";
import { type Identity, identityFor, identityFromHelper } from "./credentials.ts";
import { parseJson } from "./image-json.ts";
import type { StoreOptions } from "./model.ts";
import { isLoopback } from "./reference.ts";
import { retryAfter, silence, Transient } from "./retry.ts";
import { SILENCE_MS } from "./watch.ts";

/** A token answer longer than this is not one. */
const MAX_TOKEN_ANSWER = 1 << 20;

type AuthOptions = Pick<StoreOptions, "clock" | "credentials" | "fetch" | "signal" | "silenceMs">;

/** How a registry's requests are signed: nothing until it asks, then Basic, or a bearer token per scope. */
export class RegistryAuth {
	readonly #host: string;
	readonly #options: AuthOptions;
	readonly #fetch: typeof fetch;
	#identity: Identity;
	/** The helper program is asked when the registry first asks us, and once. */
	#asked: Promise<void> | null = null;
	readonly #tokens = new Map<string, string>();
	#basic = false;

	/** `path` chooses among the logins for one host. */
	constructor(host: string, path: string, options: AuthOptions) {
		this.#host = host;
		this.#options = options;
		this.#identity = identityFor(options.credentials, host, path);
		this.#fetch = options.fetch ?? fetch;
	}

	/** The Authorization header for requests of this scope, or null. */
	header(scope: string): string | null {
		const token = this.#tokens.get(scope);
		if (token !== undefined) return `Bearer ${token}`;
		return this.#basic ? this.#basicHeader() : null;
	}

	/**
	 * Answers a 401: true when the request is worth repeating. `sent`: the header that was refused; when another request got
	 * a better one meanwhile, there is nothing to ask for.
	 */
	async answer(response: Response, scope: string, sent: string | null): Promise<boolean> {
		const known = this.header(scope);
		if (known !== null && known !== sent) return true;
		this.#asked ??= this.#askHelper();
		await this.#asked;
		const challenges = parseChallenges(response.headers.get("www-authenticate") ?? "");
		const bearer = challenges.find((challenge) => challenge.scheme === "bearer");
		if (bearer !== undefined) return this.#exchange(bearer, scope);
		const basic = challenges.some((challenge) => challenge.scheme === "basic");
		if (!basic || this.#basic || this.#identity.login === null) return false;
		this.#basic = true;
		return true;
	}

	/** What to do about a refusal, in a sentence. */
	hint(): string {
		const { helper } = this.#identity;
		if (helper !== null) {
			return `docker-credential-${helper.name} keeps the logins: it is not installed here, or has none for ${this.#host} that is taken (docker login ${this.#host}, or give a user name and a password)`;
		}
		if (this.#identity.login !== null || this.#identity.refreshToken !== null) {
			return `the login for ${this.#host} was refused: renew it (docker login ${this.#host}) or give another`;
		}
		return `log in (docker login ${this.#host}), or give a user name and a password`;
	}

	async #askHelper(): Promise<void> {
		const { helper } = this.#identity;
		const ask = this.#options.credentials?.askHelper;
		if (helper === null || ask === undefined) return;
		const answer = await ask(helper.name, helper.server);
		this.#identity = (answer === null ? null : identityFromHelper(answer, helper)) ?? this.#identity;
	}

	#basicHeader(): string | null {
		const { login } = this.#identity;
		return login === null ? null : `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
	}

	/** Distribution's token protocol; with an identity token, OAuth2's refresh. */
	async #exchange({ parameters }: Challenge, scope: string): Promise<boolean> {
		const realm = this.#realm(parameters.get("realm") ?? "");
		const service = parameters.get("service") ?? this.#host;
		const refresh = this.#identity.refreshToken;
		const { response, bytes } = await this.#inTime(realm, async (end) => {
			const answer =
				refresh === null
					? await this.#askByGet(realm, { service, scope, end })
					: await this.#askByPost(realm, { service, scope, refresh, end });
			return { response: answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
		});
		if (response.status === 429 || response.status >= 500) {
			throw new Transient(
				infrastructure("registry-token", `${realm.host} answers ${response.status} to a request for a token`),
				retryAfter(response.headers.get("retry-after"), this.#options.clock.now()),
			);
		}
		if (!response.ok) return false;
		const token = readToken(bytes, realm.host);
		const fresh = this.#tokens.get(scope) !== token;
		this.#tokens.set(scope, token);
		return fresh;
	}

	/** A token is a short answer: all of it has to come in time. */
	async #inTime<T>(realm: URL, ask: (end: AbortSignal) => Promise<T>): Promise<T> {
		const { silenceMs = SILENCE_MS, signal } = this.#options;
		const late = AbortSignal.timeout(silenceMs);
		try {
			return await ask(signal === undefined ? late : AbortSignal.any([late, signal]));
		} catch (error) {
			signal?.throwIfAborted();
			if (!late.aborted) throw error;
			throw silence("registry-silent", `${realm.host}: the request for a token to ${this.#host}`, silenceMs);
		}
	}

	async #askByGet(realm: URL, { service, scope, end }: Asking): Promise<Response> {
		realm.searchParams.set("service", service);
		for (const part of scope.split(" ")) if (part !== "") realm.searchParams.append("scope", part);
		const basic = this.#basicHeader();
		const headers = basic === null ? {} : { authorization: basic };
		return this.#fetch(realm, { redirect: "error", headers, signal: end });
	}

	async #askByPost(
		realm: URL,
		{ service, scope, refresh, end }: Asking & { readonly refresh: string },
	): Promise<Response> {
		const body = new URLSearchParams({
			grant_type: "refresh_token",
			service,
			scope,
			client_id: "mainline",
			refresh_token: refresh,
		});
		return this.#fetch(realm, { method: "POST", redirect: "error", body, signal: end });
	}

	/** A registry may not talk a password out of us in clear. */
	#realm(text: string): URL {
		const realm = URL.canParse(text) ? new URL(text) : null;
		if (realm?.protocol === "https:" || (realm?.protocol === "http:" && isLoopback(realm.host))) return realm;
		throw infrastructure("registry-token", `${this.#host} names no safe place to get a token from`, {
			found: text,
			expected: "an https address",
		});
	}
}

interface Asking {
	readonly service: string;
	readonly scope: string;
	readonly end: AbortSignal;
}

function readToken(bytes: Uint8Array, host: string): string {
	const json = bytes.length > MAX_TOKEN_ANSWER ? {} : parseJson(bytes, `the token from ${host}`);
	const token = json["token"] ?? json["access_token"];
	if (typeof token === "string" && token !== "") return token;
	throw infrastructure("registry-token", `${host} gave no token`);
}
