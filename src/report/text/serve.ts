import type { ServeDocument } from "../documents/index.ts";
import { type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

/** A server that ended by itself; to a person who ended it, only that is told. */
export function serveText({ model, exitCode, ready }: ServeDocument, style: Style): string {
	const when = ready ? "" : " before it was ready";
	const how = exitCode === null ? "by a signal" : `with exit code ${exitCode}`;
	return `${sign(style, exitCode === 0 ? "done" : "no")} the server of ${clean(model, 100)} ended${when}, ${how}`;
}
