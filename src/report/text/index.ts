import type { Document } from "../../kernel/index.ts";
import type {
	AddDocument,
	CheckoutDocument,
	DemoDocument,
	DiffDocument,
	ErrorDocument,
	FetchDocument,
	GateDocument,
	InitDocument,
	PlanDocument,
	PromoteDocument,
	PullDocument,
	PullReport,
	PushDocument,
	ReleaseDocument,
	RollbackDocument,
	RunDocument,
	StatusDocument,
} from "../documents/index.ts";
import { type Style, typeset } from "../style.ts";
import { addText, checkoutText, pullText, transferText } from "./data.ts";
import { demoText } from "./demo.ts";
import { diffText } from "./diff.ts";
import { errorText } from "./error.ts";
import { gateText } from "./gate.ts";
import { initText } from "./init.ts";
import { planText } from "./plan.ts";
import { pullReportText } from "./pull.ts";
import { promoteText, releaseText, rollbackText } from "./release.ts";
import { runText } from "./run.ts";
import { statusText } from "./status.ts";

/** Every document that a command ends with; `schema` tells them apart. */
export type AnyDocument =
	| AddDocument
	| CheckoutDocument
	| DemoDocument
	| DiffDocument
	| ErrorDocument
	| FetchDocument
	| GateDocument
	| InitDocument
	| PlanDocument
	| PromoteDocument
	| PullDocument
	| PullReport
	| PushDocument
	| ReleaseDocument
	| RollbackDocument
	| RunDocument
	| StatusDocument;

/** What a person reads of a document, with a line break at its end. Pure: the same document and style give the same text. */
export function renderText(document: Document, style: Style): string {
	if (!isKnown(document)) throw new Error(`there is no text for ${document.schema}`);
	return `${typeset(style, textOf(document, style).trimEnd())}\n`;
}

function textOf(document: AnyDocument, style: Style): string {
	switch (document.schema) {
		case "mainline.plan/1":
			return planText(document, style);
		case "mainline.run/1":
			return runText(document, style);
		case "mainline.diff/1":
			return diffText(document, style);
		case "mainline.gate/1":
			return gateText(document, style);
		case "mainline.release/1":
			return releaseText(document, style);
		case "mainline.promote/1":
			return promoteText(document, style);
		case "mainline.rollback/1":
			return rollbackText(document, style);
		case "mainline.status/1":
			return statusText(document, style);
		case "mainline.report/1":
			return pullReportText(document, style);
		case "mainline.error/1":
			return errorText(document, style);
		case "mainline.demo/1":
			return demoText(document, style);
		case "mainline.init/1":
			return initText(document, style);
		default:
			return dataTextOf(document, style);
	}
}

function dataTextOf(
	document: AddDocument | CheckoutDocument | FetchDocument | PullDocument | PushDocument,
	style: Style,
): string {
	switch (document.schema) {
		case "mainline.add/1":
			return addText(document, style);
		case "mainline.checkout/1":
			return checkoutText(document, style);
		case "mainline.pull/1":
			return pullText(document, style);
		case "mainline.push/1":
		case "mainline.fetch/1":
			return transferText(document, style);
	}
}

const KNOWN: ReadonlySet<string> = new Set<AnyDocument["schema"]>([
	"mainline.add/1",
	"mainline.checkout/1",
	"mainline.demo/1",
	"mainline.diff/1",
	"mainline.error/1",
	"mainline.fetch/1",
	"mainline.gate/1",
	"mainline.init/1",
	"mainline.plan/1",
	"mainline.promote/1",
	"mainline.pull/1",
	"mainline.push/1",
	"mainline.release/1",
	"mainline.report/1",
	"mainline.rollback/1",
	"mainline.run/1",
	"mainline.status/1",
]);

function isKnown(document: Document): document is AnyDocument {
	return KNOWN.has(document.schema);
}
