import { randomBytes } from "node:crypto";
import { type Challenge, digestAnswer, parseChallenge } from "./digest-answer.ts";

/** How we say who we are, request by request. */
export interface Login {
	/** Whether we say anything at all. */
	readonly anonymous: boolean;
	headers(request: { readonly method: string; readonly url: URL }): Promise<Readonly<Record<string, string>>>;
	/** Takes what a 401 says to a request with those headers; true where it is worth sending again at once. */
	learn(challenge: string, sent: Readonly<Record<string, string>>): Promise<boolean>;
}

export const NOBODY: Login = { anonymous: true, headers: async () => ({}), learn: async () => false };

export function byHeader(name: string, value: string): Login {
	return { anonymous: false, headers: async () => ({ [name]: value }), learn: async () => false };
}

export function byBasic(user: string, password: string): Login {
	return byHeader("authorization", `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`);
}

/** HTTP's digest scheme: the first request is refused with a challenge, by which all further ones are answered. */
export function byDigest(user: string, password: string): Login {
	let challenge: Challenge | null = null;
	let count = 0;
	return {
		anonymous: false,
		headers: async ({ method, url }) => {
			if (challenge === null) return {};
			count++;
			const question = { method, uri: url.pathname + url.search, user, password, count };
			return { authorization: digestAnswer(challenge, { ...question, cnonce: randomBytes(8).toString("hex") }) };
		},
		learn: async (header) => {
			const next = parseChallenge(header);
			if (next === null) return false;
			if (next.nonce !== challenge?.nonce) count = 0;
			challenge = next;
			return true;
		},
	};
}

/** A token that a command prints; got anew when it is refused. Requests at once share one run of the command. */
export function byCommand(token: () => Promise<string>): Login {
	let running: Promise<string> | null = null;
	return {
		anonymous: false,
		headers: async () => {
			running ??= token();
			return { authorization: `Bearer ${await running}` };
		},
		learn: async (_challenge, sent) => {
			// somebody else may have got a new one meanwhile
			if (sent["authorization"] === `Bearer ${await running}`) running = null;
			return true;
		},
	};
}
