import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import ajvFormats from "ajv-formats";
import type { Exchange } from "../../src/standin/index.ts";

interface KnownError {
	readonly operation: RegExp;
	readonly path: RegExp;
	/** The value that GitHub really sends there. */
	readonly value: unknown;
}

/** What is known to be wrong in GitHub's own description: a value that it sends all the same. */
const KNOWN_ERRORS: readonly KnownError[] = [
	// nullable, but the list of its values lacks null
	{ operation: /check-runs/, path: /\/conclusion$/, value: null },
	{ operation: /\/issues/, path: /\/state_reason$/, value: null },
	// the repository of a fork that was deleted
	{ operation: /pulls/, path: /\/head\/repo$/, value: null },
	{ operation: /actions\/.*runs/, path: /\/head_repository$/, value: null },
	// described as addresses with the default ""
	{ operation: /deployments\/\{deployment_id\}\/statuses/, path: /\/(target|environment|log)_url$/, value: "" },
];

interface Operation {
	readonly requestBody?: { readonly content?: Record<string, unknown> };
	readonly responses: Record<string, { readonly $ref?: string; readonly content?: Record<string, unknown> }>;
}

interface Description {
	readonly paths: Record<string, Record<string, Operation>>;
	readonly components: { readonly responses?: Record<string, { readonly content?: Record<string, unknown> }> };
}

const description = JSON.parse(
	readFileSync(new URL("../fixtures/github-openapi/github.json", import.meta.url), "utf8"),
) as Description;

const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, validateSchema: false });
ajvFormats.default(ajv);
ajv.addFormat("repo.nwo", true);
ajv.addSchema(description, "github");
const compiled = new Map<string, ValidateFunction>();

/** Served without being in GitHub's description. */
const UNDESCRIBED = new Set(["POST /graphql"]);

/** Everything in which a request or its answer breaks GitHub's description; empty when nothing does. */
export function violations(exchange: Exchange): string[] {
	if (exchange.route === null || exchange.fault !== null) return [];
	const name = `${exchange.method} ${exchange.route}`;
	if (UNDESCRIBED.has(name)) return [];
	const method = exchange.method.toLowerCase();
	const operation = description.paths[exchange.route]?.[method];
	if (operation === undefined) return [`${name}: GitHub describes no such operation`];
	const at = { name, pointer: `/paths/${escapePointer(exchange.route)}/${method}` };
	return [...ofRequest(exchange, operation, at), ...ofResponse(exchange, operation, at)];
}

interface Where {
	readonly name: string;
	readonly pointer: string;
}

function ofRequest(exchange: Exchange, operation: Operation, at: Where): string[] {
	const described = operation.requestBody?.content?.["application/json"];
	// what we refuse may well break the description: that is why it is refused
	if (described === undefined || exchange.status >= 400) return [];
	const pointer = `${at.pointer}/requestBody/content/application~1json/schema`;
	return check(pointer, exchange.requestBody ?? {}, `${at.name} request`);
}

function ofResponse(exchange: Exchange, operation: Operation, at: Where): string[] {
	const { status } = exchange;
	if (status === 0 || status === 304 || status === 401) return [];
	const described = operation.responses[status];
	if (described === undefined) return isCommonRefusal(status) ? [] : [`${at.name}: ${status} is not described`];
	const direct = described.$ref === undefined;
	const whole = direct ? described : description.components.responses?.[described.$ref?.split("/").at(-1) ?? ""];
	if (whole?.content?.["application/json"] === undefined) {
		return exchange.responseBody === undefined || status >= 400
			? []
			: [`${at.name}: ${status} has a body that is not described`];
	}
	const base = direct ? `${at.pointer}/responses/${status}` : (described.$ref ?? "").slice(1);
	return check(`${base}/content/application~1json/schema`, exchange.responseBody, `${at.name} ${status}`);
}

/** Any operation may be answered so, described or not. */
function isCommonRefusal(status: number): boolean {
	return [403, 404, 409, 422].includes(status);
}

function check(pointer: string, value: unknown, name: string): string[] {
	const known = compiled.get(pointer);
	const validate = known ?? ajv.compile({ $ref: `github#${encodePointer(pointer)}` });
	compiled.set(pointer, validate);
	if (validate(value) === true) return [];
	return (validate.errors ?? [])
		.filter((error) => !isKnown(name, error))
		.map((error) => `${name}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

function isKnown(name: string, error: ErrorObject): boolean {
	return KNOWN_ERRORS.some(
		(known) => known.operation.test(name) && known.path.test(error.instancePath) && known.value === error.data,
	);
}

function escapePointer(text: string): string {
	return text.replaceAll("~", "~0").replaceAll("/", "~1");
}

function encodePointer(pointer: string): string {
	return pointer.replaceAll("{", "%7B").replaceAll("}", "%7D");
}
