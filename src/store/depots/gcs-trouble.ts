import type { Clock } from "../../kernel/index.ts";
import type { DepotTrouble } from "../depot.ts";
import { firstLine, recordOf, secondsOf, skewed } from "./answers.ts";
import { badCredentials, busy, clockSkew, denied, noSuchPlace, strange, unreachable } from "./troubles.ts";
import type { Watch } from "./watch.ts";

const PLACES =
	"credentialpath of the remote, GOOGLE_APPLICATION_CREDENTIALS, gcloud's login (~/.config/gcloud), the machine's own identity";

/** An answer that says no. */
export class Refused extends Error {
	readonly status: number;
	readonly waitMs: number | null;
	readonly date: string | null;
	/** Whether we came as strangers. */
	readonly stranger: boolean;

	constructor(status: number, text: string, about: { headers: NodeJS.Dict<string | string[]>; stranger: boolean }) {
		super(messageOf(text));
		this.status = status;
		this.waitMs = secondsOf(about.headers["retry-after"]);
		this.date = String(about.headers["date"] ?? "");
		this.stranger = about.stranger;
	}

	/** The object is not there, as far as can be told: the bucket is. */
	get absent(): boolean {
		return this.status === 404 && !this.#placeMissing;
	}

	get placeMissing(): boolean {
		return this.#placeMissing;
	}

	get #placeMissing(): boolean {
		return this.status === 404 && /bucket does not exist/i.test(this.message);
	}
}

interface Asking {
	readonly address: string;
	readonly bucket: string;
	readonly clock: Clock;
	/** What was tried: `read objects`. */
	readonly what: string;
	readonly watch: Watch;
}

export function gcsTrouble(cause: unknown, asking: Asking): DepotTrouble {
	const { address, watch } = asking;
	if (watch.lost) return unreachable({ address, cause, found: `nothing was heard for ${watch.seconds} s` });
	if (cause instanceof Refused) return refused(cause, asking);
	const login = loginTrouble(cause, asking);
	if (login !== null) return login;
	return unreachable({ address, cause, found: firstLine(cause) });
}

function refused(cause: Refused, { address, bucket, what, clock }: Asking): DepotTrouble {
	const { status, waitMs, stranger } = cause;
	const told = { address, cause, found: `${status} ${firstLine(cause)}`.trim() };
	if (cause.status === 404) {
		const hint = `make the bucket (gcloud storage buckets create gs://${bucket}), or correct the remote's url`;
		return noSuchPlace({ ...told, hint });
	}
	if ((status === 401 || status === 403) && stranger) {
		const hint = "gcloud auth application-default login, or dvc remote modify --local NAME credentialpath KEY.json";
		return badCredentials({ ...told, found: `${told.found}; no credentials in any of: ${PLACES}`, hint });
	}
	if (status === 401) return skewed(cause.date, clock) ? clockSkew(told) : badCredentials(told);
	if (status === 429 || status === 408 || status >= 500) return busy({ ...told, waitMs });
	if (status === 403) {
		const role = /^(write|delete)/.test(what) ? "Storage Object User" : "Storage Object Viewer";
		return denied({
			...told,
			what,
			hint: `give whoever logs in the role "${role}" on the bucket, or use other credentials`,
		});
	}
	// The MD5 that we named and the one of what arrived differ: bytes were changed on the way.
	if (status === 400 && /md5|hash|checksum/i.test(cause.message)) return busy(told);
	return strange(told);
}

/** What Google's library says when no token is to be had. */
function loginTrouble(cause: unknown, { address }: Asking): DepotTrouble | null {
	if (!(cause instanceof Error)) return null;
	const answer = recordOf("response" in cause ? recordOf(cause.response)["data"] : null);
	const description = typeof answer["error_description"] === "string" ? answer["error_description"] : "";
	const found = firstLine(description === "" ? cause : description);
	if (/reasonable timeframe|iat and exp/i.test(found)) return clockSkew({ address, cause, found });
	if (typeof answer["error"] === "string")
		return badCredentials({ address, cause, found: `${answer["error"]}: ${found}` });
	if (/credentials|private key|DECODER|PEM|client_email|token/i.test(found))
		return badCredentials({ address, cause, found });
	return null;
}

function messageOf(text: string): string {
	try {
		const error = recordOf(recordOf(JSON.parse(text))["error"]);
		if (typeof error["message"] === "string") return error["message"];
	} catch {
		// Not JSON: the text speaks for itself.
	}
	return firstLine(text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "));
}
