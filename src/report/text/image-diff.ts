import { countOf, formatBytes } from "../../compare/index.ts";
import type { DiffedImage, ImageDiffDocument } from "../documents/index.ts";
import { columns, paint, type Style } from "../style.ts";
import { clean } from "../words/clean.ts";
import { shortDigest, spanText, whenText } from "../words/times.ts";

const ROLES = { base: "base", python: "Python packages", code: "code", model: "model" } as const;
const SIGNS = { added: "+", modified: "~", deleted: "-" } as const;
/** Rows of a list; of the others the number is said. */
const MOST = 40;

/** `mainline image diff` for people: what is pulled first, then why. */
export function imageDiffText(document: ImageDiffDocument, style: Style): string {
	const { from, to, at, pull } = document;
	const same = from.digest === to.digest;
	const goal = same
		? "the same image"
		: `a node that has the first pulls ${formatBytes(pull.bytes)} of ${formatBytes(pull.of)}`;
	return [
		...columns([imageRow("from", from, at), imageRow("to", to, at)]),
		"",
		paint(style, "strong", goal),
		...(same ? [] : layerRows(document)),
		...packageRows(document),
		...codeRows(document),
		...baseRows(document),
	].join("\n");
}

function imageRow(word: string, { asked, digest, version, created }: DiffedImage, at: string): string[] {
	const made = created === null ? "" : `made ${whenText(created, at)}`;
	return [word, clean(asked, 200), clean(version ?? "", 60), shortDigest(clean(digest, 100)), made];
}

function layerRows({ layers }: ImageDiffDocument): string[] {
	const rows = layers.map(({ role, change, from, to, pull }) => {
		const size = from === to ? formatBytes(to) : `${formatBytes(from)} → ${formatBytes(to)}`;
		return [`  ${ROLES[role]}`, change, size, pull === 0 ? "" : `pull ${formatBytes(pull)}`];
	});
	return columns(rows);
}

function packageRows({ packages }: ImageDiffDocument): string[] {
	if (packages === null || packages.length === 0) return [];
	const rows = packages.slice(0, MOST).map(({ name, from, to }) => {
		const versions = [from, to].map((version) => clean(version ?? "", 60));
		const said = from === null ? `+ ${versions[1]}` : to === null ? `- ${versions[0]}` : versions.join(" → ");
		return [`  ${clean(name, 80)}`, said];
	});
	return [
		"",
		countOf(packages.length, "Python package changed", "Python packages changed"),
		...columns(rows),
		...more(packages),
	];
}

function codeRows({ code }: ImageDiffDocument): string[] {
	if (code === null)
		return ["", "which files of the code changed was not looked at: they are too big to fetch for that"];
	if (code.length === 0) return [];
	const rows = code.slice(0, MOST).map(({ path, change }) => `  ${SIGNS[change]} ${clean(path, 200)}`);
	return ["", countOf(code.length, "file of the code changed", "files of the code changed"), ...rows, ...more(code)];
}

function more(list: readonly unknown[]): string[] {
	return list.length > MOST ? [`  and ${list.length - MOST} more (\`--json\` has all)`] : [];
}

/** Of an age in days, hours say nothing. */
function ageText(created: string, at: string): string {
	const days = Math.floor((Date.parse(at) - Date.parse(created)) / 86_400_000);
	return days >= 2 ? countOf(days, "day") : spanText(created, at);
}

function baseRows({ from, to, at }: ImageDiffDocument): string[] {
	const said = (image: DiffedImage): string => {
		if (image.base === null) return "none that it names";
		const { name, digest, created } = image.base;
		const age = created === null ? ", of unknown age" : `, ${ageText(created, at)} old`;
		return `${clean(name, 200)} (${shortDigest(clean(digest ?? "no digest", 100))}${age})`;
	};
	if (from.base === null && to.base === null) return [];
	const [before, after] = [said(from), said(to)];
	return ["", before === after ? `base: ${after}` : `base: ${before} → ${after}`];
}
