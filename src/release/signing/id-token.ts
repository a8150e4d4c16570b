import { type Clock, type Failure, infrastructure } from "../../kernel/index.ts";
import { Transient, withRetries } from "../retry.ts";
import type { Identity } from "./identity.ts";

/** What sigstore asks tokens to be made for. */
const AUDIENCE = "sigstore";
const PATIENCE_MS = 15_000;

/** Where a job can have a token of its own: GitHub's runner gives address and password with `id-token: write`. */
export type TokenSource =
	| { readonly kind: "runner"; readonly url: string; readonly bearer: string }
	| { readonly kind: "given"; readonly token: string };

/** A token that says which workflow asks for it. Failure `id-token`. */
export async function idToken(
	source: TokenSource,
	{ clock, signal }: { clock: Clock; signal?: AbortSignal },
): Promise<string> {
	if (source.kind === "given") return source.token;
	return withRetries(clock, signal, () => askRunner(source));
}

async function askRunner({ url: address, bearer }: { readonly url: string; readonly bearer: string }): Promise<string> {
	const url = new URL(address);
	url.searchParams.set("audience", AUDIENCE);
	const headers = { Accept: "application/json", Authorization: `Bearer ${bearer}` };
	const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) }).catch((cause: unknown) => {
		throw new Transient(noToken("it did not answer", cause));
	});
	const body: unknown = answer.ok ? await answer.json().catch(() => null) : null;
	const value = typeof body === "object" && body !== null && "value" in body ? body.value : null;
	if (typeof value === "string") return value;
	const failure = noToken(`it answered ${answer.status}`);
	throw answer.status >= 500 ? new Transient(failure) : failure;
}

function noToken(why: string, cause?: unknown): Failure {
	return infrastructure("id-token", `the runner gave no token to sign with: ${why}`, {
		hint: "run the job again; where it stays so, see https://www.githubstatus.com",
		...(cause === undefined ? {} : { cause }),
	});
}

/** What a token says of the job that it is for. Nobody checks it here: who gives certificates does. */
export interface Claims extends Omit<Identity, "name"> {
	/** `owner/repository`. */
	readonly repository: string | null;
	/** `owner/repository/.github/workflows/file.yml@refs/heads/main`; null for a token that is none of a workflow. */
	readonly workflow: string | null;
	/** `public`, `private`, `internal`. */
	readonly visibility: string | null;
}

/** Null for what is no token. */
export function claimsIn(token: string): Claims | null {
	const says = payloadOf(token);
	if (says === null) return null;
	const text = (name: string): string | null => (typeof says[name] === "string" ? says[name] : null);
	return {
		workflow: text("job_workflow_ref"),
		issuer: text("iss"),
		repository: text("repository"),
		ref: text("ref"),
		runner: text("runner_environment"),
		visibility: text("repository_visibility"),
	};
}

function payloadOf(token: string): Record<string, unknown> | null {
	try {
		const json: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		return typeof json === "object" && json !== null ? Object.fromEntries(Object.entries(json)) : null;
	} catch {
		return null;
	}
}
