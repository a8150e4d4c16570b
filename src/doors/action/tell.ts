import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Claim, writeClaim } from "../../claim/index.ts";
import type { AutoOutcome } from "../../flows/auto.ts";
import type { Annotation } from "../../github/index.ts";
import type { Document, Failure } from "../../kernel/index.ts";
import {
	type AnyDocument,
	checkOf,
	failureAnnotations,
	failureText,
	headlineOf,
	internalError,
	type PlanDocument,
	type PullRequestReport,
	plainStyle,
	type ReleaseDocument,
	renderFailureCheck,
	renderText,
	summaryOf,
	writeJson,
} from "../../report/index.ts";

/** What is told to the runner when the work is done. */
export interface Told {
	/** For the log. */
	readonly text: string;
	/** Markdown for the job's page. */
	readonly summary: string;
	/** By their names in action.yml. */
	readonly outputs: Readonly<Record<string, string>>;
	readonly annotations: readonly Annotation[];
}

/** The action's outputs, as action.yml names them. */
export const OUTPUTS = [
	"verdict",
	"stale",
	"run-elsewhere",
	"command",
	"report",
	"report-json",
	"said",
	"version",
	"digest",
	"check-url",
	"comment-url",
] as const;

/** Writes the document into the job's temporary folder and puts everything else into words. */
export async function outcomeTold(outcome: AutoOutcome, temp: string): Promise<Told> {
	const { result, said, check, comment, runElsewhere, waiting = "" } = outcome;
	const path = join(temp, "mainline-report.json");
	const { document } = outcome;
	// a stage may have left something by that name, a link to somewhere else for one
	await rm(path, { force: true, recursive: true });
	await writeFile(path, isClaim(document) ? writeClaim(document) : writeJson(document), { flag: "wx" });
	const report = isReport(result) ? result : null;
	const text = result === null ? `${said}\n` : renderText(result as AnyDocument, plainStyle);
	return {
		text,
		summary: report === null ? fenced(text) : summaryOf(report),
		outputs: {
			verdict: report === null ? (outcome.answer === "yes" ? "passed" : "failed") : headlineOf(report).verdict,
			stale: String(staleCount(result)),
			"run-elsewhere": String(runElsewhere),
			command: waiting,
			report: path,
			"report-json": report === null ? "" : path,
			said,
			...releasedOutputs(result),
			"check-url": check?.url ?? "",
			"comment-url": comment?.url ?? "",
		},
		annotations: report === null ? [] : checkOf(report).annotations,
	};
}

export function failureTold(failure: Failure): Told {
	return {
		text: failureText(failure, plainStyle),
		summary: `## ❌ Mainline\n\n${renderFailureCheck(failure).summary}\n`,
		outputs: { verdict: "failed", said: failure.message },
		annotations: failureAnnotations(failure),
	};
}

/** A mistake of ours, said as one. */
export function bugTold(error: unknown): Told {
	const text = renderText(internalError(error), plainStyle);
	return {
		text,
		summary: fenced(text),
		outputs: { verdict: "failed", said: "Mainline itself failed" },
		annotations: [],
	};
}

function isReport(document: Document | null): document is PullRequestReport {
	return document?.schema === "mainline.report/1" || document?.schema === "mainline.projects/1";
}

function isClaim(document: Document): document is Claim {
	return document.schema === "mainline.claim/1";
}

function staleCount(document: Document | null): number {
	return plansOf(document)
		.flatMap(({ stages }) => stages)
		.filter(({ action }) => action === "run" || action === "maybe").length;
}

function plansOf(document: Document | null): readonly PlanDocument[] {
	if (isPlan(document)) return [document];
	if (!isReport(document)) return [];
	return document.schema === "mainline.report/1"
		? [document.plan]
		: document.projects.flatMap((project) => ("report" in project ? [project.report.plan] : []));
}

function isPlan(document: Document | null): document is PlanDocument {
	return document?.schema === "mainline.plan/1";
}

/** Of a release of one model. */
function releasedOutputs(document: Document | null): { version?: string; digest?: string } {
	if (document?.schema !== "mainline.release/1") return {};
	const [model] = (document as ReleaseDocument).models;
	return { version: model?.version ?? "", digest: model?.digest ?? "" };
}

/** Text in a block that nothing in it can end. */
function fenced(text: string): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}text\n${text.trimEnd()}\n${fence}\n`;
}
