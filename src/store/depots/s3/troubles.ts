import { infrastructure } from "../../../kernel/index.ts";
import { DepotTrouble } from "../../depot.ts";
import { badCredentials, busy, clockSkew, denied, noSuchPlace, strange, unreachable } from "../troubles.ts";

/** What a failed call looks like, whichever of the SDK's many classes it is. */
interface S3Error {
	readonly name: string;
	readonly message: string;
	readonly status: number | null;
	/** System code of a network error. */
	readonly code: string | null;
	readonly retryAfter: string | null;
	readonly region: string | null;
}

const CREDENTIALS =
	/^(InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|ExpiredTokenException|InvalidToken|TokenRefreshRequired|CredentialsProviderError|TokenProviderError|XAdminUserNotFound|InvalidClientTokenId|UnrecognizedClientException|AuthorizationQueryParametersError)$/;
const BUSY =
	/^(SlowDown|ServiceUnavailable|InternalError|RequestTimeout|RequestTimeoutException|Throttling.*|TooManyRequests.*|OperationAborted|503|500)$/;
const NETWORK = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_AGAIN|NOTFOUND|ADDR|PROTO)|ERR_STREAM_PREMATURE|UND_ERR|ABORT)/;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|ERR_OSSL/;

export interface Circumstances {
	/** Of the remote, for people. */
	readonly address: string;
	/** What was tried: `read objects`. */
	readonly what: string;
}

/** True for "there is no such object". */
export function isAbsent(cause: unknown): boolean {
	const { name, status } = read(cause);
	return name === "NoSuchKey" || (status === 404 && name !== "NoSuchBucket");
}

export function isBeyondEnd(cause: unknown): boolean {
	return read(cause).status === 416;
}

/** The answer to "only where nothing is there" where something is; 409 while another is being written there. */
export function isThere(cause: unknown): boolean {
	const { name, status } = read(cause);
	return status === 412 || name === "PreconditionFailed" || name === "ConditionalRequestConflict";
}

/** The credential is known, and may not. */
export function isRefused(cause: unknown): boolean {
	const { name, status } = read(cause);
	return status === 403 && !CREDENTIALS.test(name) && name !== "RequestTimeTooSkewed";
}

/** What came is not what its digest says; said of a request that was allowed. */
export function isWrongDigest(cause: unknown): boolean {
	return read(cause).name === "BadDigest";
}

/** A server that does not know the condition. */
export function isUnknownHere(cause: unknown): boolean {
	const { name, status } = read(cause);
	return status === 501 || name === "NotImplemented";
}

/** What a request for many objects says of one of them, as if that one had been asked for alone. */
export function refusalOf({ Code: name = "", Message = "" }: Refusal): Error {
	const status = name === "AccessDenied" ? 403 : name === "NotImplemented" ? 501 : BUSY.test(name) ? 503 : 400;
	return Object.assign(new Error(Message), { name, $metadata: { httpStatusCode: status } });
}

interface Refusal {
	readonly Code?: string | undefined;
	readonly Message?: string | undefined;
}

/** A refusal that came without its reason: answers to HEAD have no body. */
export function isSilent(cause: unknown): boolean {
	const { name, status } = read(cause);
	return (
		status !== null &&
		status >= 300 &&
		status < 500 &&
		/^(\d+|Unknown.*|UnknownError|Error|Forbidden|BadRequest)$/.test(name)
	);
}

export function s3Trouble(cause: unknown, { address, what }: Circumstances): Error {
	if (cause instanceof DepotTrouble) return cause;
	const error = read(cause);
	const { name, status, code } = error;
	const told = { address, cause, found: wordsOf(error) };
	if (CREDENTIALS.test(name)) return badCredentials({ ...told, found: name, hint: CREDENTIALS_HINT });
	if (name === "RequestTimeTooSkewed" || name === "RequestExpired") return clockSkew({ ...told });
	if (name === "NoSuchBucket") return noSuchPlace({ ...told, hint: "make the bucket, or correct the remote's url" });
	if (isRegion(error)) return wrongRegion(told, error.region);
	if (code !== null && CERTIFICATE.test(code)) return certificate(told);
	if (isNetwork(error)) return unreachable(told);
	if (BUSY.test(name) || status === 408 || status === 429 || (status !== null && status >= 500)) {
		return busy({ ...told, waitMs: secondsToMs(error.retryAfter) });
	}
	if (status === 401 || status === 403) return denied({ ...told, what, hint: rightsHint(what) });
	if (status !== null) return strange(told);
	return cause instanceof Error ? cause : new Error("something was thrown that is no error");
}

const CREDENTIALS_HINT =
	"dvc remote modify --local NAME access_key_id … (and secret_access_key), or AWS_PROFILE, or aws sso login";

function rightsHint(what: string): string {
	const [verb = ""] = what.split(" ");
	const right = { write: "s3:PutObject", delete: "s3:DeleteObject" }[verb] ?? "s3:GetObject and s3:ListBucket";
	return `the credentials need ${right} on this bucket`;
}

function isNetwork({ name, code, status }: S3Error): boolean {
	return status === null && (name === "TimeoutError" || name === "AbortError" || (code !== null && NETWORK.test(code)));
}

function isRegion({ name, status }: S3Error): boolean {
	return (
		/^(PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraintException|InvalidRegion)$/.test(name) ||
		status === 301
	);
}

function wrongRegion(told: { address: string; cause: unknown; found: string }, region: string | null): DepotTrouble {
	const failure = infrastructure("remote-region", `${told.address} is in another region than the one asked`, {
		found: told.found,
		...(region === null ? {} : { expected: `region ${region}` }),
		hint: `dvc remote modify NAME region ${region ?? "…"}`,
		cause: told.cause,
	});
	return new DepotTrouble(failure, { again: false });
}

function certificate(told: { address: string; cause: unknown; found: string }): DepotTrouble {
	const failure = infrastructure("remote-certificate", `the certificate of ${told.address} is not trusted`, {
		found: told.found,
		hint: "dvc remote modify NAME ssl_verify /path/to/ca.pem names whom to trust",
		cause: told.cause,
	});
	return new DepotTrouble(failure, { again: false });
}

function wordsOf({ name, message, status, code }: S3Error): string {
	const said = message === "" || message === name ? "" : `: ${message.replace(/\s+/g, " ").slice(0, 200)}`;
	return `${status === null ? (code ?? name) : `${status} ${name}`}${said}`;
}

function secondsToMs(text: string | null): number | null {
	return text !== null && /^\d{1,6}$/.test(text.trim()) ? Number(text) * 1000 : null;
}

function read(cause: unknown): S3Error {
	const record = (typeof cause === "object" && cause !== null ? cause : {}) as Record<string, unknown>;
	const metadata = (record["$metadata"] ?? {}) as Record<string, unknown>;
	const response = (record["$response"] ?? {}) as { statusCode?: unknown; headers?: Record<string, string> };
	const status = metadata["httpStatusCode"] ?? response.statusCode;
	const code = record["code"] ?? (record["cause"] as Record<string, unknown> | undefined)?.["code"];
	return {
		name: typeof record["name"] === "string" ? record["name"] : "Error",
		message: typeof record["message"] === "string" ? record["message"] : "",
		status: typeof status === "number" ? status : null,
		code: typeof code === "string" ? code : null,
		retryAfter: response.headers?.["retry-after"] ?? null,
		region:
			response.headers?.["x-amz-bucket-region"] ?? (typeof record["Region"] === "string" ? record["Region"] : null),
	};
}
