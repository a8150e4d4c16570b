import { formatSeconds } from "../../compare/index.ts";
import type { DemoDocument } from "../documents/index.ts";
import { columns, paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";
import { shortDigest } from "../words/times.ts";

/** The end of `mainline demo`: what held, the one number worth keeping, and where to look. */
export function demoText(document: DemoDocument, style: Style): string {
	const held = document.steps.filter((step) => step.ok).length;
	const total = document.steps.reduce((sum, step) => sum + step.seconds, 0);
	const all = held === document.steps.length;
	const rows = document.steps.map((step) => [
		`  ${sign(style, step.ok ? "done" : "no")} ${clean(step.name, 100)}`,
		formatSeconds(step.seconds),
		clean(step.note ?? "", 100),
	]);
	const { rollbackSeconds, retrainSeconds, prod } = document;
	const places: string[][] = [
		["repository", document.repository],
		["registry", document.registry],
		[document.kept ? "running" : "ran at", `${prod.url}   ${prod.version} ${shortDigest(prod.digest)}`],
		...Object.entries(document.files ?? {}),
		...(document.stop === undefined ? [] : [["to end it", document.stop]]),
	];
	return [
		"",
		paint(
			style,
			all ? "strong" : "bad",
			all ? `every step held, in ${formatSeconds(total)}` : `${held} of ${document.steps.length} steps held`,
		),
		"",
		...columns(rows, ["left", "right"], "   "),
		"",
		`the revert brought production back in ${formatSeconds(rollbackSeconds)}; training and releasing again took ${formatSeconds(retrainSeconds)} here,`,
		"and takes as long as your training in a project of yours, while the way back stays as short",
		"",
		...columns(
			places.map(([label = "", place = ""]) => [`  ${clean(label, 40)}`, clean(place, 300)]),
			[],
			"   ",
		),
	].join("\n");
}
