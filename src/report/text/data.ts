import { countOf, formatBytes } from "../../compare/index.ts";
import type {
	AddDocument,
	Change,
	CheckoutDocument,
	FetchDocument,
	PullDocument,
	PushDocument,
} from "../documents/index.ts";
import { columns, paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

const MOST_PATHS = 20;

/** `mainline add` for people, with what git has to be told. */
export function addText({ added, staged }: AddDocument, style: Style): string {
	if (added.length === 0) return "nothing to add";
	const rows = added.map((row) => [
		`${sign(style, "done")} ${clean(row.path, 120)}`,
		row.change === "unchanged" ? "unchanged" : `tracked by ${clean(row.file, 140)}`,
		[row.files === undefined ? "" : countOf(row.files, "file"), row.size === null ? "" : formatBytes(row.size)]
			.filter((part) => part !== "")
			.join(", "),
	]);
	const changed = added.filter((row) => row.change !== "unchanged").map((row) => quoteArgument(clean(row.file, 200)));
	const files = [...new Set(changed)].slice(0, MOST_PATHS);
	const next =
		files.length === 0 || staged === true ? [] : ["", `Next: ${paint(style, "strong", `git add ${files.join(" ")}`)}`];
	return [...columns(rows, [], "   "), ...next].join("\n");
}

/** `mainline checkout` for people. */
export function checkoutText(document: CheckoutDocument, style: Style): string {
	const { changes, summary } = document;
	const told = summary === undefined ? changeLines(changes) : summaryLines(summary);
	const lines = [...told, ...missingLines(document, style, "mainline pull")];
	return lines.length === 0 ? "the workspace holds what is recorded already" : lines.join("\n");
}

/** `mainline push` and `fetch` for people. */
export function transferText(document: PushDocument | FetchDocument | PullDocument, style: Style): string {
	const verb = document.schema === "mainline.push/1" ? "pushed to" : "fetched from";
	const { transferred, bytes, failed, remote, runs } = document;
	const size = bytes > 0 ? ` (${formatBytes(bytes)})` : "";
	const runText = runs === undefined || runs === 0 ? "" : `, ${countOf(runs, "run-cache entry", "run-cache entries")}`;
	const headline =
		transferred === 0 && failed.length === 0 && runText === ""
			? `nothing to do: ${document.schema === "mainline.push/1" ? `${clean(remote, 80)} has it all` : "it is all here"}`
			: `${countOf(transferred, "object")}${size}${runText} ${verb} ${clean(remote, 80)}`;
	const lost = failed
		.slice(0, MOST_PATHS)
		.map((row) => `  ${sign(style, "no")} ${clean(row.path ?? row.digest, 120)}: ${clean(row.reason, 200)}`);
	const more = failed.length > MOST_PATHS ? [`  and ${failed.length - MOST_PATHS} more`] : [];
	return [
		headline,
		...(failed.length > 0 ? [`${countOf(failed.length, "object")} failed:`] : []),
		...lost,
		...more,
	].join("\n");
}

/** `mainline pull` for people: what travelled, then what was placed. */
export function pullText(document: PullDocument, style: Style): string {
	// what the remote lacks, too, can only be made again, or pushed by whoever has it
	return [
		transferText(document, style),
		...changeLines(document.changes),
		...missingLines(document, style, "mainline run, or mainline push on the machine that has it"),
	].join("\n");
}

/** As DVC says it: `2 files modified, 1 added and 1 deleted`. */
function summaryLines(summary: Readonly<Record<Change, number>>): string[] {
	const words = { modified: "modified", new: "added", deleted: "deleted" } as const;
	const parts = (["modified", "new", "deleted"] as const).filter((change) => summary[change] > 0);
	const said = parts.map((change, index) =>
		index === 0 ? `${countOf(summary[change], "file")} ${words[change]}` : `${summary[change]} ${words[change]}`,
	);
	const [last] = said.splice(-1);
	if (last === undefined) return [];
	return [said.length === 0 ? last : `${said.join(", ")} and ${last}`];
}

const LETTERS: Readonly<Record<Change, string>> = { new: "A", modified: "M", deleted: "D" };

function changeLines(changes: CheckoutDocument["changes"]): string[] {
	const lines = changes.slice(0, MOST_PATHS).map(({ path, change }) => `${LETTERS[change]}  ${clean(path, 140)}`);
	return changes.length > MOST_PATHS ? [...lines, `and ${changes.length - MOST_PATHS} more`] : lines;
}

function missingLines(document: Pick<CheckoutDocument, "missing" | "damaged">, style: Style, next: string): string[] {
	const { missing, damaged = [] } = document;
	if (missing.length === 0) return [];
	const lines = missing
		.slice(0, MOST_PATHS)
		.map(
			(path) =>
				`  ${sign(style, "no")} ${clean(path, 140)}${damaged.includes(path) ? ": its object in the cache is damaged" : ""}`,
		);
	const more = missing.length > MOST_PATHS ? [`  and ${missing.length - MOST_PATHS} more`] : [];
	return [
		`${countOf(missing.length, "path")} could not be placed, not in the cache:`,
		...lines,
		...more,
		"",
		`Next: ${paint(style, "strong", next)}`,
	];
}

/** Quoted for a POSIX shell where it needs to be. */
function quoteArgument(text: string): string {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
