import { Failure, infrastructure } from "../../../kernel/index.ts";
import { DepotTrouble } from "../../depot.ts";
import { badCredentials, busy, denied, noSuchPlace, strange, unreachable } from "../troubles.ts";
import type { Answer } from "./answer.ts";
import { OwnTrouble } from "./exchange.ts";
import type { Site } from "./site.ts";

/** The code of a system's or TLS's error, also of the first of several addresses that were tried; empty when it has none. */
export function codeOf(cause: unknown): string {
	if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
	return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}

/** No answer, or half of one. */
export function networkTrouble(cause: unknown, { address, remote, base, surroundings }: Site): Error {
	if (surroundings.signal.aborted || cause instanceof Failure) return cause as Error;
	if (cause instanceof OwnTrouble) return cause.cause instanceof Error ? cause.cause : cause;
	const code = codeOf(cause);
	const found = cause instanceof Error ? cause.message || code : String(cause);
	if (/CERT|SELF_SIGNED|^ERR_TLS|^ERR_SSL|UNABLE_TO/.test(code)) return untrusted(found, { address, remote });
	if (code === "ENOTFOUND") {
		return new DepotTrouble(unreachable({ address, cause, found: `no such host: ${base.hostname}` }), { again: false });
	}
	return unreachable({ address, cause, found });
}

function untrusted(found: string, { address, remote }: { address: string; remote: string }): DepotTrouble {
	const failure = infrastructure("remote-certificate", `the certificate of ${address} is not trusted`, {
		found,
		expected: "a certificate of an authority that this machine trusts",
		hint: `name the file of your own authority: dvc remote modify ${remote} ssl_verify FILE.pem`,
	});
	return new DepotTrouble(failure, { again: false });
}

/** A status that is not what was asked for. `doing` completes "does not allow us to …". */
export function refused(answer: Answer, { address, loginHint }: Site, doing: string): DepotTrouble {
	const { status } = answer;
	const found = `${status} ${answer.phrase}`.trim();
	answer.drop();
	const told = { address, found };
	if (status === 401 || status === 407) return badCredentials({ ...told, hint: loginHint });
	if (status === 403) return denied({ ...told, what: doing });
	if (status === 404 || status === 410) return noSuchPlace(told);
	if (status === 413)
		return denied({
			...told,
			what: doing,
			hint: "its limit on the size of a request must grow (nginx: client_max_body_size)",
		});
	if (status === 507) return denied({ ...told, what: doing, hint: "its disk or quota is full: make room there" });
	if ([408, 423, 425, 429, 500, 502, 503, 504].includes(status)) return busy({ ...told, waitMs: waitOf(answer) });
	if (status === 405 || status === 501) return denied({ ...told, what: doing });
	return strange(told);
}

/** `Retry-After`: seconds, or a time, which is compared with the server's own clock. */
function waitOf({ headers }: Answer): number | null {
	const after = headers["retry-after"];
	if (after === undefined) return null;
	if (/^\d+$/.test(after)) return Number(after) * 1000;
	const wait = Date.parse(after) - Date.parse(headers.date ?? "");
	return Number.isNaN(wait) || wait < 0 ? null : wait;
}
