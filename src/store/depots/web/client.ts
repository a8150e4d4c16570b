import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Body } from "../../depot.ts";
import { noSuchPlace, strange } from "../troubles.ts";
import { Answer } from "./answer.ts";
import { exchange } from "./exchange.ts";
import type { Site } from "./site.ts";
import { isUnknownAuthority, secureContext } from "./trust.ts";
import { codeOf, networkTrouble } from "./words.ts";

export interface Ask {
	readonly method: string;
	readonly url: URL;
	readonly headers?: Readonly<Record<string, string>>;
	/** A stream of bytes, or the whole. */
	readonly body?: Body | string;
}

const MOST_REDIRECTS = 10;

/** One server, over kept-alive connections: logs in, follows redirects, and leaves the judgement of a status to the caller. */
export class WebClient {
	readonly site: Site;
	readonly #plain: HttpAgent;
	/** By whether the machine's own authorities are trusted and whether the server is the remote's own. */
	readonly #secure = new Map<string, Promise<HttpsAgent>>();
	#trustsMachine = false;

	constructor(site: Site) {
		this.site = site;
		this.#plain = new HttpAgent(this.#agentOptions());
	}

	/** Failure `DepotTrouble` when no answer came. */
	async ask(ask: Ask): Promise<Answer> {
		let { url } = ask;
		for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
			const answer = await this.#loggedIn({ ...ask, url });
			const next = this.#redirected(ask.method, url, answer);
			if (next === null) return answer;
			answer.drop();
			url = next;
		}
		throw strange({ address: this.site.address, found: `more than ${MOST_REDIRECTS} redirects` });
	}

	/** Where a key lives. */
	url(key: string, from: URL = this.site.base): URL {
		const url = new URL(from);
		const path = key.split("/").map(encodeURIComponent).join("/");
		url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
		return url;
	}

	async close(): Promise<void> {
		this.#plain.destroy();
		for (const agent of this.#secure.values()) (await agent.catch(() => null))?.destroy();
	}

	async #loggedIn(ask: Ask): Promise<Answer> {
		const { login, base } = this.site;
		// nobody else's server learns our password
		if (ask.url.origin !== base.origin) return this.#exchange(ask, {});
		const sent = await login.headers(ask);
		const answer = await this.#exchange(ask, sent);
		if (answer.status !== 401) return answer;
		if (!(await login.learn(answer.headers["www-authenticate"] ?? "", sent))) return answer;
		answer.drop();
		return this.#exchange(ask, await login.headers(ask));
	}

	async #exchange(ask: Ask, credentials: Readonly<Record<string, string>>): Promise<Answer> {
		const { patience, surroundings } = this.site;
		const trouble = (cause: unknown): Error => networkTrouble(cause, this.site);
		const trustedMachine = this.#trustsMachine;
		try {
			const agent = await this.#agentFor(ask.url);
			const headers = { ...ask.headers, ...credentials };
			return new Answer(await exchange({ ...ask, headers, agent, patience, signal: surroundings.signal }), trouble);
		} catch (cause) {
			if (isUnknownAuthority(codeOf(cause)) && !trustedMachine) {
				this.#trustsMachine = true;
				return this.#exchange(ask, credentials);
			}
			throw trouble(cause);
		}
	}

	#redirected(method: string, from: URL, answer: Answer): URL | null {
		const isReading = method === "GET" || method === "HEAD";
		// any other redirect would turn an upload into a download
		if (!(isReading ? [301, 302, 303, 307, 308] : [307, 308]).includes(answer.status)) return null;
		const { location } = answer.headers;
		const next = location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : null;
		if (next !== null && /^https?:$/.test(next.protocol)) return next;
		answer.drop();
		throw noSuchPlace({ address: this.site.address, found: `a redirect to ${location ?? "nowhere"}` });
	}

	async #agentFor({ protocol, origin }: URL): Promise<HttpAgent> {
		if (protocol === "http:") return this.#plain;
		const isOwn = origin === this.site.base.origin;
		const key = `${isOwn} ${this.#trustsMachine}`;
		const agent = this.#secure.get(key) ?? this.#secureAgent(isOwn);
		this.#secure.set(key, agent);
		return agent;
	}

	async #secureAgent(isOwn: boolean): Promise<HttpsAgent> {
		const { remote, trust } = this.site;
		const shown = isOwn ? trust : { ...trust, certificate: null, key: null };
		const context = await secureContext(remote, shown, this.#trustsMachine);
		return new HttpsAgent({ ...this.#agentOptions(), secureContext: context, rejectUnauthorized: trust.verify });
	}

	#agentOptions(): { keepAlive: true; maxSockets: number; maxFreeSockets: number; proxyEnv: NodeJS.ProcessEnv } {
		const { lanes, surroundings } = this.site;
		return { keepAlive: true, maxSockets: lanes, maxFreeSockets: lanes, proxyEnv: { ...surroundings.variables } };
	}
}
