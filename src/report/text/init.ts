import type { InitDocument, InitFile, InitSetting, InitStage } from "../documents/index.ts";
import { columns, paint, type Sign, type Style, sign } from "../style.ts";
import { clean, cleanLines } from "../words/clean.ts";

const SIGNS: Readonly<Record<InitFile["state"], Sign>> = {
	new: "done",
	extended: "done",
	unchanged: "rest",
	kept: "waits",
};

/** `mainline init` for people. */
export function initText(document: InitDocument, style: Style): string {
	const { files, settings, applied, declined, next } = document;
	if (declined === true) return "nothing was written";
	const rows = [
		...files.map((file) => [mark(file, applied, style), file.path, stateText(file, applied), file.purpose]),
		...settings.map((setting) => [
			mark(setting, applied, style),
			setting.name,
			stateText(setting, applied),
			"in this clone's git",
		]),
	];
	return [
		paint(style, "strong", headline(document)),
		"",
		...columns(rows.map(([first = "", ...rest]) => [`  ${first}`, ...rest.map((cell) => clean(cell, 200))])),
		...stageLines(document, style),
		...files.flatMap((file) => diffOf(file, style)),
		...listed("Seen:", document.notes, style),
		...listed("Next:", next, style),
	].join("\n");
}

function headline({ files, settings, applied }: InitDocument): string {
	const changes = [...files, ...settings].filter(({ state }) => state === "new" || state === "extended").length;
	if (changes === 0) return "everything is set up: nothing to change";
	return applied ? `set up: ${changes} of ${files.length + settings.length} changed` : `would change ${changes}`;
}

function mark({ state }: InitFile | InitSetting, applied: boolean, style: Style): string {
	return sign(style, SIGNS[state] === "done" && !applied ? "busy" : SIGNS[state]);
}

function stateText({ state }: InitFile | InitSetting, applied: boolean): string {
	if (state === "kept") return "left as it is";
	if (state === "unchanged") return "is there";
	const done = state === "new" ? "written" : "extended";
	return applied ? done : `to be ${done}`;
}

function diffOf({ path, diff }: InitFile, style: Style): string[] {
	if (diff === undefined) return [];
	const lines = cleanLines(diff).trimEnd().split("\n");
	return [
		"",
		`${clean(path, 200)} differs from what would be written now:`,
		...lines.map((line) => painted(line, style)),
	];
}

function painted(line: string, style: Style): string {
	const tone = line.startsWith("+") ? "good" : line.startsWith("-") ? "bad" : "quiet";
	return `  ${paint(style, tone, line)}`;
}

/** What the programs were read to do, each path with its reason. */
function stageLines({ stages }: InitDocument, style: Style): string[] {
	if (stages.length === 0) return [];
	return [
		"",
		"Stages, from reading the programs (nothing was run):",
		...stages.flatMap((stage) => stageOf(stage, style)),
	];
}

function stageOf(stage: InitStage, style: Style): string[] {
	const { name, state, cmd, deps, params, outs, metrics, why } = stage;
	const head = `  ${sign(style, state === "written" ? "done" : "waits")} ${clean(name, 80)}  ${clean(cmd, 300)}`;
	if (state === "left out") {
		return [head, ...why.map((reason) => `      left out: ${clean(reason, 300)}`)];
	}
	const rows = [
		...deps.map(({ path, because }) => ["reads", path, because]),
		...params.map(({ file, names, because }) => ["params", names === null ? file : names.join(", "), because]),
		...outs.map(({ path, because }) => ["writes", path, because]),
		...metrics.map(({ path, because }) => ["metrics", path, because]),
	];
	const cells = rows.map(([word = "", path = "", because = ""]) => [
		`      ${word}`,
		clean(path, 200),
		paint(style, "quiet", clean(because, 200)),
	]);
	return [head, ...columns(cells)];
}

function listed(title: string, lines: readonly string[], style: Style): string[] {
	if (lines.length === 0) return [];
	return ["", title, ...lines.map((line) => `  ${paint(style, "quiet", "·")} ${clean(line, 400)}`)];
}
