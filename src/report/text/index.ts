import type { Document } from "../../kernel/index.ts";
import type {
	AddDocument,
	ApproveDocument,
	BoardDocument,
	CheckoutDocument,
	DemoDocument,
	DiffDocument,
	DoctorDocument,
	ErrorDocument,
	FetchDocument,
	GateDocument,
	GcDocument,
	HoldDocument,
	ImageDiffDocument,
	InitDocument,
	MergeDriverDocument,
	PlanDocument,
	ProjectsReport,
	PromoteDocument,
	PullDocument,
	PullReport,
	PushDocument,
	RehearsalDocument,
	ReleaseDocument,
	RollbackDocument,
	RunDocument,
	ServeDocument,
	StatusDocument,
} from "../documents/index.ts";
import { type Style, typeset } from "../style.ts";
import { approveText } from "./approve.ts";
import { boardText } from "./board.ts";
import { addText, checkoutText, pullText, transferText } from "./data.ts";
import { demoText } from "./demo.ts";
import { diffText } from "./diff.ts";
import { doctorText } from "./doctor.ts";
import { errorText } from "./error.ts";
import { gateText } from "./gate.ts";
import { gcText } from "./gc.ts";
import { holdText } from "./hold.ts";
import { imageDiffText } from "./image-diff.ts";
import { initText } from "./init.ts";
import { mergeDriverText } from "./merge-driver.ts";
import { planText } from "./plan.ts";
import { projectsText } from "./projects.ts";
import { pullReportText } from "./pull.ts";
import { rehearsalText } from "./rehearsal.ts";
import { promoteText, releaseText, rollbackText } from "./release.ts";
import { runText } from "./run.ts";
import { serveText } from "./serve.ts";
import { statusText } from "./status.ts";

/** Every document that a command ends with; `schema` tells them apart. */
export type AnyDocument =
	| AddDocument
	| BoardDocument
	| CheckoutDocument
	| DemoDocument
	| DiffDocument
	| DoctorDocument
	| ErrorDocument
	| FetchDocument
	| GateDocument
	| ApproveDocument
	| GcDocument
	| HoldDocument
	| ImageDiffDocument
	| InitDocument
	| MergeDriverDocument
	| PlanDocument
	| ProjectsReport
	| PromoteDocument
	| PullDocument
	| PullReport
	| PushDocument
	| RehearsalDocument
	| ReleaseDocument
	| RollbackDocument
	| RunDocument
	| ServeDocument
	| StatusDocument;

type Renderers = { readonly [D in AnyDocument as D["schema"]]: (document: D, style: Style) => string };

const RENDERERS: Renderers = {
	"mainline.add/1": addText,
	"mainline.board/1": boardText,
	"mainline.checkout/1": checkoutText,
	"mainline.demo/1": demoText,
	"mainline.diff/1": diffText,
	"mainline.doctor/1": doctorText,
	"mainline.error/1": errorText,
	"mainline.fetch/1": transferText,
	"mainline.gate/1": gateText,
	"mainline.approve/1": approveText,
	"mainline.gc/1": gcText,
	"mainline.hold/1": holdText,
	"mainline.image-diff/1": imageDiffText,
	"mainline.init/1": initText,
	"mainline.merge-driver/1": mergeDriverText,
	"mainline.plan/1": planText,
	"mainline.projects/1": projectsText,
	"mainline.promote/1": promoteText,
	"mainline.pull/1": pullText,
	"mainline.push/1": transferText,
	"mainline.rehearsal/1": rehearsalText,
	"mainline.release/1": releaseText,
	"mainline.report/1": pullReportText,
	"mainline.rollback/1": rollbackText,
	"mainline.run/1": runText,
	"mainline.serve/1": serveText,
	"mainline.status/1": statusText,
	"mainline.unhold/1": holdText,
};

/** What a person reads of a document, with a line break at its end. Pure: the same document and style give the same text. */
export function renderText(document: Document, style: Style): string {
	if (!isKnown(document)) throw new Error(`there is no text for ${document.schema}`);
	// the table pairs each schema with the renderer of its own document, which TypeScript cannot follow through a union
	const render = RENDERERS[document.schema] as (document: AnyDocument, style: Style) => string;
	return `${typeset(style, render(document, style).trimEnd())}\n`;
}

function isKnown(document: Document): document is AnyDocument {
	return Object.hasOwn(RENDERERS, document.schema);
}
