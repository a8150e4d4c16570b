import { formatBytes } from "../../compare/index.ts";
import type {
	GoldenRows,
	MoveRow,
	PromoteDocument,
	ReleaseDocument,
	ReleasedModel,
	RollbackDocument,
} from "../documents/index.ts";
import { columns, paint, type Sign, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";
import { backLines } from "../words/coming-back.ts";
import { pullLine } from "../words/image-preview.ts";
import { foundImages, modelText, moveText } from "../words/moves.ts";
import { environmentText, packagesText } from "../words/packages.ts";
import { shortDigest } from "../words/times.ts";
import { wrongLines } from "./golden.ts";

const LOG_LINES = 15;

const MOVE_SIGNS: Readonly<Record<MoveRow["outcome"], Sign>> = {
	deployed: "done",
	kept: "done",
	waits: "waits",
	refused: "no",
	failed: "no",
	planned: "busy",
};

/** `mainline release` for people: each model, its image, and what each environment has now. */
export function releaseText(document: ReleaseDocument, style: Style): string {
	if (document.models.length === 0) return "nothing to release: mainline.yaml names no model";
	return [
		...document.models.flatMap((model, i) => [...(i > 0 ? [""] : []), ...modelLines(model, style)]),
		...nextLine(nextOf(document), style),
	].join("\n");
}

function nextOf({ models, plan }: ReleaseDocument): string | null {
	if (models.some(({ unknown = [] }) => unknown.length > 0)) return "mainline run, then commit dvc.lock";
	return plan && models.some(({ outcome }) => outcome !== "blocked") ? "mainline release" : null;
}

/** `mainline promote` for people. */
export function promoteText({ model, digest, move, plan }: PromoteDocument, style: Style): string {
	const next =
		plan && move.outcome === "planned"
			? `mainline promote ${clean(model, 80)}@${clean(move.version, 60)} ${clean(move.environment, 60)}`
			: null;
	const lines = [
		oneMove(model, move, style),
		...imageLine(digest, style),
		...foundLines([move], style),
		...afterMove(move, "  ", style),
	];
	return [...lines, ...nextLine(next, style)].join("\n");
}

/** `mainline rollback` for people: what came back, and what automation will not do any more. */
export function rollbackText(document: RollbackDocument, style: Style): string {
	const { model, digest, move, plan, rejects, holds, followsMain = false, rebuilt = false } = document;
	const environment = clean(move.environment, 60);
	const would = plan ? "would be" : "is";
	const until = followsMain
		? "until the main line declares something else, or you promote"
		: "nothing moves it until you promote";
	const told = [
		rebuilt
			? `its image was gone from the registry: it was packed anew from the stored model, with the same digest`
			: null,
		rejects === null ? null : `${clean(rejects, 60)} ${would} rejected: nothing promotes it again`,
		holds ? `${environment} ${would} on hold: ${until}` : null,
	].filter((line) => line !== null);
	const next =
		plan && move.outcome === "planned"
			? `mainline rollback ${clean(model, 80)} ${environment} --to ${clean(move.version, 60)}`
			: null;
	return [
		oneMove(model, move, style),
		...imageLine(digest, style),
		...(rebuilt ? [] : foundLines([move], style)),
		...afterMove(move, "  ", style),
		...told.map((line) => `  ${line}`),
		...nextLine(next, style),
	].join("\n");
}

function modelLines(model: ReleasedModel, style: Style): string[] {
	const tone = model.outcome === "blocked" ? "bad" : "strong";
	const pushed = model.pushed;
	const travelled =
		pushed === null ? "" : `, ${formatBytes(pushed.sent)} sent, ${formatBytes(pushed.reused)} were there`;
	const image =
		model.digest === null
			? []
			: [paint(style, "quiet", `  image ${shortDigest(clean(model.digest, 100))}${travelled}`)];
	const packages = [
		...(model.python === undefined ? [] : [packagesText(model.python)]),
		...(model.dockerfile === undefined ? [] : [environmentText(model.dockerfile)]),
	].map((line) => paint(style, "quiet", `  ${line}`));
	const golden = goldenLines(model.golden, "  ", style);
	const { back } = model;
	const found = back === undefined ? foundLines(model.environments, style) : [];
	const way = wayLines(model, style);
	const head = [paint(style, tone, modelText(model)), ...image, ...found, ...packages, ...golden];
	return [...head, ...way, ...moveLines(model.environments, style)];
}

/** A line for each environment, aligned. */
export function moveLines(moves: readonly MoveRow[], style: Style): string[] {
	const rows = moves.map((move) => [
		`  ${sign(style, MOVE_SIGNS[move.outcome])} ${clean(move.environment, 60)}`,
		moveText(move),
		move.url === null || move.outcome !== "deployed" ? "" : clean(move.url, 200),
	]);
	const lines = columns(rows, [], "   ");
	return moves.flatMap((move, i) => [lines[i] ?? "", ...afterMove(move, "    ", style)]);
}

/** What it answered, and the last that it wrote where it does not run. */
function afterMove({ golden, log = [] }: MoveRow, indent: string, style: Style): string[] {
	const last = log.slice(-LOG_LINES).map((line) => paint(style, "quiet", `${indent}${clean(line, 300)}`));
	return [...goldenLines(golden, indent, style), ...last];
}

/** How many golden requests are answered as they should be, and what is otherwise. */
function goldenLines(golden: GoldenRows | null | undefined, indent: string, style: Style): string[] {
	if (golden == null) return [];
	if (golden.notAsked !== null) {
		return [paint(style, "quiet", `${indent}golden requests not asked: ${clean(golden.notAsked, 200)}`)];
	}
	const { asked } = golden;
	const wrong = asked.filter(({ ok }) => !ok);
	const head = `${indent}golden requests: ${asked.length - wrong.length} of ${asked.length} answered as expected`;
	return [paint(style, "quiet", head), ...wrongLines(wrong, indent, style)];
}

/** What a version that comes back brings with it, what is known of the way, and what a node would pull. */
function wayLines({ version, environments, back, preview }: ReleasedModel, style: Style): string[] {
	const lines = [
		...(back === undefined ? [] : backLines(version ?? "", back, environments)),
		...(preview === undefined ? [] : [pullLine(preview)]),
	];
	const rows = lines.map(({ about, says }) => [paint(style, "quiet", `  ${about}`), says]);
	return columns(rows);
}

/** What was found of an image that was there before, once for all environments. */
function foundLines(moves: readonly MoveRow[], style: Style): string[] {
	return foundImages(moves).map(({ state, says }) => {
		const tone = state === "there" ? "quiet" : state === "lost" ? "bad" : "busy";
		return paint(style, tone, `  ${clean(says, 400)}`);
	});
}

function oneMove(model: string, move: MoveRow, style: Style): string {
	return `${sign(style, MOVE_SIGNS[move.outcome])} ${clean(model, 80)} in ${clean(move.environment, 60)}: ${moveText(move)}`;
}

function imageLine(digest: string | null, style: Style): string[] {
	return digest === null ? [] : [paint(style, "quiet", `  image ${shortDigest(clean(digest, 100))}`)];
}

function nextLine(command: string | null, style: Style): string[] {
	return command === null ? [] : ["", `Next: ${paint(style, "strong", command)}`];
}
