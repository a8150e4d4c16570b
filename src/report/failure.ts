import { Failure } from "../kernel/index.ts";
import type { ErrorDocument, ErrorRow } from "./documents/index.ts";

/** The document of a failure; `excerpt`s stay out of it, programs have the place. */
export function errorDocument(failure: Failure): ErrorDocument {
	return {
		schema: "mainline.error/1",
		error: { ...rowOf(failure), others: (failure.details.others ?? []).map(rowOf) },
	};
}

/** A mistake of ours, told as one: the message names it, the hint says where to take it. No stack: that goes to stderr with MAINLINE_DEBUG=1. */
export function internalError(error: unknown): ErrorDocument {
	const message = error instanceof Error ? error.message : String(error);
	return errorDocument(
		new Failure("infrastructure", "internal", `Mainline itself failed: ${message}`, {
			hint: "this is a bug of Mainline: please report it, with what the same command says under MAINLINE_DEBUG=1",
		}),
	);
}

/** Every failure in one: the first, then the others. */
export function allFailures(failure: Failure): Failure[] {
	return [failure, ...(failure.details.others ?? [])];
}

function rowOf({ code, message, details }: Failure): ErrorRow {
	const { at, hint, found, expected } = details;
	return {
		code,
		message,
		file: at?.file ?? null,
		line: at?.line ?? null,
		column: at?.column ?? null,
		hint: hint ?? null,
		...(found === undefined ? {} : { found }),
		...(expected === undefined ? {} : { expected }),
	};
}
