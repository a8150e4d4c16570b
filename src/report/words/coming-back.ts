import { countOf } from "../../compare/index.ts";
import type { ComingBack, MoveRow, ValueChange } from "../documents/index.ts";
import { clean } from "./clean.ts";
import { foundImages } from "./moves.ts";
import { aboutText, momentText, shortDigest } from "./times.ts";

/** One thing to know of a way back: what it is about, and what is said of it. */
export interface BackLine {
	readonly about: string;
	readonly says: string;
}

/** Names of a list; of the others the number is said. */
const MOST = 6;

/** What a plan that brings a version back means, in the order of asking. */
export function backLines(version: string, back: ComingBack, moves: readonly MoveRow[]): BackLine[] {
	return [
		{ about: "Goes back", says: goesBack(back) },
		{ about: "Stays", says: stays(back, version) },
		...(back.seconds === null
			? []
			: [{ about: "Takes", says: `${aboutText(back.seconds)}, by what the last deploys took` }]),
		...imageLines(moves),
		{ about: "Rehearsed", says: rehearsed(back) },
		{ about: "From then on", says: fromThenOn(back) },
	].filter(({ says }) => says !== "");
}

function goesBack({ back, image }: ComingBack): string {
	const digests =
		image.to === null
			? []
			: [
					`image ${image.from === null ? "" : `${shortDigest(clean(image.from, 100))} → `}${shortDigest(clean(image.to, 100))}`,
				];
	if (back === null) return digests.join("");
	return [
		...listed("data", back.data),
		...listed("files", back.code),
		...values("parameters", back.params),
		...values("metrics", back.metrics),
		...digests,
	].join("; ");
}

function stays({ stays: files }: ComingBack, version: string): string {
	if (files === null) return "";
	if (files.length === 0) return `nothing that changed since ${clean(version, 60)}: all reads as it did then`;
	const verb = files.length === 1 ? "stays" : "stay";
	return `${countOf(files.length, "file")} that changed since ${clean(version, 60)} ${verb}: ${names(files)}`;
}

function imageLines(moves: readonly MoveRow[]): BackLine[] {
	return foundImages(moves).map(({ says }) => ({ about: "Image", says: clean(says, 300) }));
}

function rehearsed({ rehearsed: rows }: ComingBack): string {
	const told = rows.slice(0, MOST).map(({ environment, at, ok, says }) => {
		const name = clean(environment, 60);
		if (at === null) return `never for ${name}`;
		const found = says === "" ? (ok ? "it started and answered" : "it failed") : clean(says, 200);
		return `for ${name} on ${momentText(at)} (${ok || says === "" ? "" : "it failed: "}${found})`;
	});
	return withRest(told, rows.length);
}

function fromThenOn({ rejects, holds }: ComingBack): string {
	const [verb, it] = rejects.length === 1 ? ["is", "it"] : ["are", "them"];
	const held =
		holds.length === 0
			? ""
			: `; ${names(holds)} ${holds.length === 1 ? "is" : "are"} on hold: the next version waits there for \`mainline promote\``;
	return `${names(rejects)} ${verb} rejected: nothing brings ${it} back by itself, but reverting this does${held}`;
}

function listed(word: string, paths: readonly string[]): string[] {
	return paths.length === 0 ? [] : [`${word} ${names(paths)}`];
}

function values(word: string, changes: readonly ValueChange[]): string[] {
	const shown = changes
		.slice(0, MOST)
		.map(({ name, from, to }) => `${clean(name, 80)} ${clean(from ?? "none", 40)} → ${clean(to ?? "none", 40)}`);
	return shown.length === 0 ? [] : [`${word} ${withRest(shown, changes.length)}`];
}

function names(all: readonly string[]): string {
	return withRest(
		all.slice(0, MOST).map((name) => clean(name, 100)),
		all.length,
	);
}

function withRest(shown: readonly string[], count: number): string {
	return count > shown.length ? `${shown.join(", ")} and ${count - shown.length} more` : shown.join(", ");
}
