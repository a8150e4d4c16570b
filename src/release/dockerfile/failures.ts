import { stripVTControlCharacters } from "node:util";
import { badInput, infrastructure } from "../../kernel/index.ts";
import { withoutPasswords } from "../python/failures.ts";
import type { BuilderName } from "./builder.ts";
import type { Dockerfile, Step } from "./model.ts";
import { oneLine } from "./text.ts";

/** Lines of a builder's output that are shown with a failure; it was shown whole while it came. */
const SHOWN = 8;

/** What BuildKit draws around the place, which is told otherwise here. */
const FRAME = /^\s*$|^-+$|^\s*\d+ \| /;

interface Attempt {
	/** As the builder got it: images by their digests. */
	readonly dockerfile: Dockerfile;
	readonly builder: BuilderName;
}

/** What a builder said last, as one of our failures with the line of the Dockerfile. */
export function buildFailure(output: string, { dockerfile, builder }: Attempt): Error {
	const { file } = dockerfile;
	const said = stripVTControlCharacters(output);
	const lines = said.split(/[\r\n]+/).filter((line) => !FRAME.test(line));
	const found = withoutPasswords(lines.slice(-SHOWN).join("\n"));
	const line = lineTold(said);
	const step = line === null ? stepTold(said, dockerfile.steps) : stepAt(dockerfile.steps, line);
	if (step === null && line === null) {
		return infrastructure("environment-builder", `${builder} could not build ${file}`, {
			at: { file },
			found,
			hint: "what it says stands above: is it set up to build on this machine?",
		});
	}
	const at = { file, line: line ?? step?.line ?? 1, column: 1 };
	const excerpt = excerptOf(dockerfile.text, at.line, lines);
	const what = step === null ? "" : `: ${withoutPasswords(short(step.text))}`;
	if (step !== null && /^FROM\s/i.test(step.text)) {
		return infrastructure("environment-image", `${builder} could not get an image that ${file} names${what}`, {
			at,
			found,
			excerpt,
			hint: `log ${builder} in to that registry, or correct the name; then run again`,
		});
	}
	return badInput("environment-build", `${file} cannot be built${what}`, {
		at,
		found,
		excerpt,
		hint: /^(COPY|ADD)\s/i.test(step?.text ?? "")
			? "the context holds what git tracks, without what .dockerignore leaves out and without what DVC's stages make"
			: "what the step said stands above; steps that went well are not repeated by the next build",
	});
}

/** The line, and below it what was said last. */
function excerptOf(text: string, line: number, said: readonly string[]): string {
	const source = text.split("\n")[line - 1] ?? "";
	const last = said.slice(-SHOWN / 2).map((each) => `      > ${short(withoutPasswords(each.trim()))}`);
	return [`${String(line).padStart(5)} | ${short(withoutPasswords(source.trimEnd()))}`, ...last].join("\n");
}

/** BuildKit shows the place itself, and a text that is no Dockerfile has one in every builder. */
function lineTold(output: string): number | null {
	const told = /^\S+:(\d+)\r?\n-{8,}/m.exec(output)?.[1] ?? /parse error (?:on )?line (\d+)/.exec(output)?.[1];
	return told === undefined ? null : Number(told);
}

function stepAt(steps: readonly Step[], line: number): Step | null {
	return steps.findLast((step) => step.line <= line) ?? null;
}

/** How builders name the step that failed, or at least the one that they came to. */
const TOLD: readonly RegExp[] = [
	/building at STEP "([\s\S]*?)": /,
	/^ > \[[^\]]*\] ([\s\S]*?):$/m,
	/^(?:\[\d+\/\d+\] )?STEP \d+(?:\/\d+)?: (.*)$/gm,
	/^Step \d+\/\d+ : (.*)$/gm,
];

function stepTold(output: string, steps: readonly Step[]): Step | null {
	for (const pattern of TOLD) {
		const told = pattern.global ? [...output.matchAll(pattern)].at(-1)?.[1] : pattern.exec(output)?.[1];
		const text = told === undefined ? null : oneLine(told.replaceAll('\\"', '"'));
		const step = steps.find((each) => each.text === text);
		if (step !== undefined) return step;
	}
	return null;
}

function short(text: string): string {
	return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
