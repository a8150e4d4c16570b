import { Failure } from "../../kernel/index.ts";
import type { Finding } from "../../report/index.ts";
import type { Diagnosis } from "./check.ts";

/** Does what others will do; what refuses them is a problem here. `why`: what it keeps from working. */
export async function trying(why: string, attempt: () => Promise<Diagnosis>): Promise<Diagnosis> {
	try {
		return await attempt();
	} catch (cause) {
		if (cause instanceof Failure) return [problemOf(cause, why)];
		throw cause;
	}
}

function problemOf({ code, message, details }: Failure, why: string): Finding {
	const { at, hint, expected } = details;
	const place =
		at === undefined ? "" : `${[at.file, at.line, at.column].filter((part) => part !== undefined).join(":")}: `;
	const fix = hint ?? (expected === undefined ? "the message says what is wrong" : `write ${expected}`);
	return { code, level: "problem", says: `${place}${message}`, why, fix };
}
