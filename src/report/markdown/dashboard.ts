import { countOf } from "../../compare/index.ts";
import type { BoardDocument, BoardEnvironment, BoardModel } from "../documents/index.ts";
import { shortCommit } from "../words/times.ts";
import { COMMENT_BYTES } from "./comment.ts";
import { DASHBOARD_STEPS, type DashboardLimits } from "./dashboard-limits.ts";
import { modelSection } from "./dashboard-model.ts";
import { movesSection } from "./dashboard-moves.ts";
import { byteLength, link, name, prose, unbroken } from "./escape.ts";
import { left, table } from "./tables.ts";

/** The dashboard issue's first line: by it, and by its author, it is known as ours. */
export const DASHBOARD_MARKER = "<!-- mainline dashboard -->";
export const DASHBOARD_TITLE = "Models in service";

/** So many models are shown unfolded: nobody has to scroll for long. */
const FEW = 3;

/** Columns of the overview. */
const MOST_ENVIRONMENTS = 6;

export interface DashboardOptions {
	/** How a command in a comment begins. */
	readonly prefix: string;
}

/**
 * The dashboard issue's text, marker included: the board's document as Markdown, the fullest that fits. All times are said in
 * full, so that the same state gives the same text whenever it is asked.
 */
export function renderDashboard(document: BoardDocument, options: DashboardOptions): string {
	for (const [step, limits] of DASHBOARD_STEPS.entries()) {
		const text = whole(document, options, { limits, shortened: step > 0 });
		if (byteLength(text) <= COMMENT_BYTES) return text;
	}
	let models = 256;
	while (models > 0 && byteLength(bare(document, options, models)) > COMMENT_BYTES) models >>= 1;
	return bare(document, options, models);
}

interface Shown {
	readonly limits: DashboardLimits;
	readonly shortened: boolean;
}

function whole(document: BoardDocument, options: DashboardOptions, { limits, shortened }: Shown): string {
	const { models, repository, at } = document;
	return framed([
		headline(document),
		...(models.length > 1 ? [overview(models, models.length, limits.name)] : []),
		...models.map((model) =>
			modelSection(model, { url: repository.url, now: at, limits, folded: models.length > FEW }),
		),
		...movesSection(models, limits),
		...(shortened ? [SHORTENED] : []),
		...footer(document, options),
	]);
}

/** Where nothing else fits: versions alone, of as many models as there is room for. */
function bare(document: BoardDocument, options: DashboardOptions, most: number): string {
	const { models } = document;
	return framed([headline(document), overview(models, most, 30), SHORTENED, ...footer(document, options)]);
}

function framed(parts: readonly string[]): string {
	return `${DASHBOARD_MARKER}\n${parts.join("\n\n")}\n`;
}

const SHORTENED = "<sub>Shortened to fit: `mainline status` and `mainline board --fetch` have the rest.</sub>";

/** `1 model in 2 environments of acme/churn · **1 on hold**`: what somebody should look at is said first. */
function headline({ models, repository }: BoardDocument): string {
	const where = link(prose(repository.name, 120), repository.url ?? undefined);
	if (models.length === 0) return `Nothing is released yet in ${where}: no tag and no \`mainline.yaml\` names a model.`;
	const environments = models.flatMap((model) => model.environments);
	const tallies: readonly (readonly [number, string])[] = [
		[count(environments, isHeld), "on hold"],
		[count(environments, ({ frozen }) => frozen != null), "frozen"],
		[count(environments, ({ approvals }) => lacksApproval(approvals)), "without enough approvals recorded"],
		[count(environments, ({ rollback }) => rollback?.rehearsed?.ok === false), "without a way back that works"],
	];
	const found = tallies.filter(([many]) => many > 0).map(([many, words]) => `**${many} ${words}**`);
	const what = `${countOf(models.length, "model")} in ${countOf(environments.length, "environment")}`;
	return [`${what} of ${where}`, ...found].join(" · ");
}

function count(environments: readonly BoardEnvironment[], counts: (environment: BoardEnvironment) => boolean): number {
	return environments.filter(counts).length;
}

function isHeld({ version, hold }: BoardEnvironment): boolean {
	return version !== null && hold !== null;
}

function lacksApproval(approvals: BoardEnvironment["approvals"]): boolean {
	return approvals != null && approvals.by.length < approvals.needed;
}

/** A line for each model, a column for each environment. */
function overview(models: readonly BoardModel[], most: number, length: number): string {
	const environments = [...new Set(models.flatMap((model) => model.environments.map((each) => each.name)))];
	const columns = environments.slice(0, MOST_ENVIRONMENTS);
	const rows = models.slice(0, most).map((model) => [
		name(model.name, length),
		...columns.map((column) =>
			overviewCell(
				model.environments.find((each) => each.name === column),
				length,
			),
		),
	]);
	const header = ["Model", ...columns.map((column) => name(column, length))];
	return [
		table(header, "l".repeat(header.length), rows),
		...left(models.length - rows.length, "model"),
		...left(environments.length - columns.length, "environment"),
	].join("\n\n");
}

function overviewCell(environment: BoardEnvironment | undefined, length: number): string {
	if (environment === undefined) return "";
	if (environment.version === null) return unbroken("nothing yet");
	return `${name(shortCommit(environment.version), length)}${isHeld(environment) ? "\u00a0⏸️" : ""}`;
}

/** How to move something from here, and what this issue is. */
function footer({ models }: BoardDocument, { prefix }: DashboardOptions): string[] {
	const which = models.length > 1 ? " model=NAME" : "";
	const said = (words: string): string => `\`${prefix} ${words}${which}\``;
	return [
		[
			"---",
			`**To move a version**, write below any pull request: ${said("promote ENVIRONMENT")}, ${said("rollback ENVIRONMENT")}, ${said("hold ENVIRONMENT")} or ${said("approve ENVIRONMENT")}; \`${prefix} help\` lists them all. Or start the workflow “Mainline command” by hand.`,
			"<sub>Kept up to date by Mainline from the repository’s tags: what is written here by hand is lost. Times are UTC. Close this issue to have it left alone.</sub>",
		].join("\n\n"),
	];
}
