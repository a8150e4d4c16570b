import type { DoctorDocument, Finding } from "../documents/index.ts";
import { paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

/** `mainline doctor` for people. */
export function doctorText({ findings, fine }: DoctorDocument, style: Style): string {
	return [
		paint(style, "strong", headline(findings)),
		"",
		...findings.flatMap((finding) => findingLines(finding, style)),
		...fine.map((each) => `${sign(style, "done")} ${clean(each, 300)}`),
	].join("\n");
}

function headline(findings: readonly Finding[]): string {
	const problems = findings.filter(({ level }) => level === "problem").length;
	const advice = findings.length - problems;
	if (findings.length === 0) return "all is well";
	const words = [count(problems, "problem"), advice === 0 ? "" : `${advice} that could be better`];
	return words.filter((each) => each !== "").join(", ");
}

function count(number: number, noun: string): string {
	return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function findingLines({ level, says, why, fix }: Finding, style: Style): string[] {
	const mark = sign(style, level === "problem" ? "no" : "waits");
	return [
		`${mark} ${clean(says, 400)}`,
		`  ${clean(why, 400)}`,
		`  ${paint(style, "quiet", "fix:")} ${clean(fix, 400)}`,
		"",
	];
}
