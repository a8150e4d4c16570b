import { cut } from "./cut.ts";
import { fieldOf, jsonIn } from "./told.ts";

const LONGEST = 400;
/** So many fields are named, and so much of each text is read: an answer may have megabytes. */
const MOST_FIELDS = 20;
const READ = 4000;

/**
 * Why a server refuses, `: ` before it; empty where it does not say. The protocol has `{"error": "…"}`; what is built on pydantic
 * (KServe's SDK, BentoML) names the fields in `detail`.
 */
export function reasonIn(body: string): string {
	const answer = jsonIn(body);
	const detail = fieldOf(answer, "detail");
	const fields = Array.isArray(detail) ? detail.slice(0, MOST_FIELDS).map(fieldIn) : [detail];
	const parts = [fieldOf(answer, "error"), ...fields].filter((part) => typeof part === "string");
	const said = parts.map(lineOf).filter((part) => part !== "");
	return said.length === 0 ? "" : `: ${cut(said.join(": "), LONGEST)}`;
}

/** `inputs: Field required`; the last part of where it is, as those before it are pydantic's own. */
function fieldIn(item: unknown): string {
	const [place, message] = [fieldOf(item, "loc"), fieldOf(item, "msg")];
	if (typeof message !== "string") return "";
	const last = Array.isArray(place) ? place.at(-1) : undefined;
	return typeof last === "string" || typeof last === "number" ? `${lineOf(String(last))}: ${message}` : message;
}

function lineOf(text: string): string {
	return cut(text, READ).replace(/\s+/g, " ").trim();
}
