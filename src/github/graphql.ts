import { Failure, infrastructure } from "../kernel/index.ts";
import type { Wire } from "./wire.ts";

/** GraphQL says no with the status 200, in a list. */
export interface Refusal {
	readonly type?: string;
	readonly message?: string;
}

export interface Question {
	readonly text: string;
	readonly variables?: Readonly<Record<string, unknown>>;
	/** May be asked again when its answer was lost. */
	readonly repeatable?: boolean;
}

/** The answer's data, or what GitHub has against it. What is neither is thrown. */
export async function askGraphql<T>(
	wire: Wire,
	{ text, variables = {}, repeatable = false }: Question,
): Promise<{ readonly data: T } | { readonly refusals: readonly Refusal[] }> {
	const client = await wire.client();
	try {
		return { data: await client.graphql<T>(text, { ...variables, request: { repeatable } }) };
	} catch (error) {
		const refusals = refusalsOf(error);
		if (refusals.length === 0) throw error;
		return { refusals };
	}
}

/** Octokit throws them as an error of its own. */
function refusalsOf(error: unknown): readonly Refusal[] {
	if (error instanceof Failure) return [];
	const { errors } = (error ?? {}) as { errors?: unknown };
	return Array.isArray(errors) ? (errors as Refusal[]) : [];
}

/** `about`: in words, "the commit". */
export function refused(about: string, refusals: readonly Refusal[]): Failure {
	const [{ type, message = "no reason given" } = {}] = refusals;
	const said = `GitHub refused ${about}: ${message}`;
	if (type === "RATE_LIMITED")
		return infrastructure("github-rate-limited", said, {
			hint: "wait for the limit to be lifted, then run it again: what was done is found again",
		});
	if (type !== "FORBIDDEN" && type !== "INSUFFICIENT_SCOPES") return infrastructure("github-refused", said);
	return infrastructure("github-permission-missing", said, {
		hint: "give the job `contents: write` under `permissions:` in the workflow",
	});
}
