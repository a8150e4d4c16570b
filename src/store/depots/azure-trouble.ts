import type { Clock } from "../../kernel/index.ts";
import type { DepotTrouble } from "../depot.ts";
import { firstLine, recordOf, secondsOf, sentence, skewed } from "./answers.ts";
import { badCredentials, busy, clockSkew, denied, noSuchPlace, strange, unreachable } from "./troubles.ts";
import type { Watch } from "./watch.ts";

export interface Asked {
	readonly address: string;
	readonly container: string;
	/** With what we log in, for people. */
	readonly login: string;
	readonly clock: Clock;
}

interface Asking extends Asked {
	/** What was tried: `read objects`. */
	readonly what: string;
	readonly watch: Watch;
}

/** What an answer of the service says. */
interface Refusal {
	readonly status: number;
	/** `BlobNotFound`, `AuthenticationFailed`, … */
	readonly code: string;
	readonly detail: string;
	readonly waitMs: number | null;
	/** When it was given, by the service's clock. */
	readonly date: string | null;
}

export function isAbsent(cause: unknown): boolean {
	const refusal = refusalOf(cause);
	return refusal?.status === 404 && !isPlaceMissing(refusal);
}

export function isPastTheEnd(cause: unknown): boolean {
	return refusalOf(cause)?.status === 416;
}

function isPlaceMissing({ code }: Refusal): boolean {
	return ["ContainerNotFound", "ContainerBeingDeleted", "ResourceNotFound"].includes(code);
}

export function azureTrouble(cause: unknown, asking: Asking): DepotTrouble {
	const { address, watch } = asking;
	if (watch.lost) return unreachable({ address, cause, found: `nothing was heard for ${watch.seconds} s` });
	const refusal = refusalOf(cause);
	if (refusal !== null) return refused(cause, refusal, asking);
	if (isLogin(cause)) return noLogin(cause, asking);
	return unreachable({ address, cause, found: firstLine(cause) });
}

function refused(cause: unknown, refusal: Refusal, { address, container, login, what, clock }: Asking): DepotTrouble {
	const { status, code, detail, waitMs, date } = refusal;
	const found = [String(status), code, detail].filter((part) => part !== "").join(" ");
	const told = { address, cause, found };
	const asLoggedIn = { ...told, found: `${found} (logged in with ${login})` };
	if (status === 404 || status === 409) {
		const hint = `make the container (az storage container create --name ${container}), or correct the remote's url`;
		if (isPlaceMissing(refusal)) return noSuchPlace({ ...told, hint });
	}
	if (status === 403 && skewed(date, clock)) return clockSkew(told);
	if (code === "AuthorizationFailure" && /key|connection string/.test(login)) {
		const hint =
			"correct the key (dvc remote modify --local NAME account_key …), or let this machine through the account's firewall";
		return badCredentials({ ...asLoggedIn, hint });
	}
	if (status === 401 || ["AuthenticationFailed", "NoAuthenticationInformation"].includes(code))
		return badCredentials(asLoggedIn);
	if (status === 403 || code === "PublicAccessNotPermitted") {
		const role = `Storage Blob Data ${/^(write|delete)/.test(what) ? "Contributor" : "Reader"}`;
		return denied({
			...asLoggedIn,
			what,
			hint: `give whoever logs in the role "${role}" on the container, or use other credentials`,
		});
	}
	if ([408, 429].includes(status) || status >= 500 || code === "Md5Mismatch") return busy({ ...told, waitMs });
	return strange(told);
}

/** Azure's identity library throws errors of its own kinds; one that tried several places lists what each of them said. */
function isLogin(cause: unknown): cause is Error {
	return (
		cause instanceof Error &&
		/^(CredentialUnavailableError|AggregateAuthenticationError|AuthenticationError|AuthenticationRequiredError)$/.test(
			cause.name,
		)
	);
}

function noLogin(cause: Error, { address, login }: Asking): DepotTrouble {
	const tried = "errors" in cause && Array.isArray(cause.errors) ? cause.errors.map(sentence) : [sentence(cause)];
	return badCredentials({
		address,
		cause,
		found: `no credentials in ${login}: ${tried.join("; ")}`,
		hint: "set account_key, sas_token or connection_string (dvc remote modify --local NAME …), AZURE_STORAGE_CONNECTION_STRING, or log in: az login",
	});
}

/** `RestError` of Azure's SDK, when there was an answer. A HEAD has no body: its headers alone speak. */
function refusalOf(cause: unknown): Refusal | null {
	if (!(cause instanceof Error) || !("statusCode" in cause) || typeof cause.statusCode !== "number") return null;
	const details = recordOf("details" in cause ? cause.details : null);
	const code = details["errorCode"] ?? details["code"];
	const date = details["date"];
	const headers = "response" in cause ? recordOf(cause.response)["headers"] : null;
	return {
		status: cause.statusCode,
		code: typeof code === "string" ? code : "",
		detail: sentence(details["authenticationErrorDetail"] ?? details["AuthenticationErrorDetail"] ?? cause.message),
		waitMs: secondsOf(headerOf(headers, "retry-after")),
		date: typeof date === "string" ? date : null,
	};
}

function headerOf(headers: unknown, name: string): unknown {
	const carries = typeof headers === "object" && headers !== null && "get" in headers;
	return carries && typeof headers.get === "function" ? headers.get(name) : null;
}
