import type { MergedModel, Merging, MoveRow, PullReport } from "../documents/index.ts";
import { clean } from "./clean.ts";
import { type BackLine, backLines } from "./coming-back.ts";
import { pullLine } from "./image-preview.ts";
import { withUses } from "./packages.ts";
import { aboutText, shortDigest } from "./times.ts";

const MOST_MODELS = 10;
/** Of so many it is told what their image, or their coming back, means. */
const MOST_TOLD = 3;

/** `release churn v1.5.0 → dev now, → prod after 2 h healthy`: what goes after "Merging would". Null when nothing would happen. */
export function mergingText({ models }: Merging): string | null {
	const said = models.filter((model) => model.outcome !== "blocked");
	const parts = said.slice(0, MOST_MODELS).map((model) => {
		const verb = model.outcome === "reverted" ? "bring back" : model.outcome === "exists" ? "keep" : "release";
		const name = `${clean(model.name, 80)}${model.version === null ? "" : ` ${clean(model.version, 60)}`}${imageText(model)}${withUses(model)}`;
		const moves = model.environments.map(moveGoal).filter((goal) => goal !== "");
		return [`${verb} ${name}${moves.length === 0 ? "" : ` ${moves.join(", ")}`}`].join("");
	});
	if (said.length > parts.length) parts.push(`and ${said.length - parts.length} more`);
	return parts.length === 0 ? null : parts.join("; ");
}

/** Of each model whose image changes, or that comes back: what that means. */
export function mergedLines({ merging }: Pick<PullReport, "merging">): BackLine[] {
	const told = (merging?.models ?? []).filter((model) => model.back !== undefined || model.preview !== undefined);
	const shown = told.slice(0, MOST_TOLD);
	return shown.flatMap(({ name, version, preview, back, environments }) => {
		const lines = [
			...(back === undefined ? [] : backLines(version ?? "", back, environments)),
			...(preview === undefined ? [] : [pullLine(preview)]),
		];
		return shown.length === 1 ? lines : lines.map((line) => ({ ...line, about: `${clean(name, 80)}: ${line.about}` }));
	});
}

/** `A revert brings back v1.4.2 in about 5 s`. */
export function revertText({ revert }: Merging): string | null {
	if (revert === null) return null;
	return `A revert brings back ${clean(revert.version, 60)}${revert.seconds === null ? "" : ` in ${aboutText(revert.seconds)}`}`;
}

/** Which image: by its digest where it is there already, else where it would go. */
function imageText({ to, digest, outcome }: MergedModel): string {
	if (digest != null) return ` (${clean(shortDigest(digest), 40)}${to === undefined ? "" : ` in ${clean(to, 120)}`})`;
	return to === undefined || outcome === "blocked" ? "" : ` to ${clean(to, 120)}`;
}

function moveGoal(move: MoveRow): string {
	const environment = clean(move.environment, 60);
	if (move.outcome === "kept") return "";
	if (move.outcome === "refused") return `but not → ${environment} (${clean(move.reason, 120)})`;
	if (move.outcome === "waits") return `→ ${environment} ${laterText(move.reason)}`;
	return `→ ${environment} now`;
}

/** `after 2 h healthy`, `by hand`, `later (on hold)`. */
function laterText(reason: string): string {
	if (reason === "") return "later";
	if (reason.startsWith("by hand")) return "by hand";
	return reason.startsWith("after ") ? clean(reason, 120) : `later (${clean(reason, 120)})`;
}
