import type { DoctorDocument, Finding, Unseen } from "../documents/index.ts";
import { paint, type Style, sign, wrap } from "../style.ts";
import { clean } from "../words/clean.ts";

/** A ruleset to paste is long, and worth nothing when it is cut. */
const LONGEST_FIX = 4000;

/** `mainline doctor` for people. */
export function doctorText({ findings, fine, unseen }: DoctorDocument, style: Style): string {
	return [
		paint(style, "strong", headline(findings)),
		"",
		...findings.flatMap((finding) => findingLines(finding, style)),
		...fine.map((each) => `${sign(style, "done")} ${clean(each, 300)}`),
		...unseenLines(unseen, style),
	].join("\n");
}

function headline(findings: readonly Finding[]): string {
	const count = (level: Finding["level"]): number => findings.filter((each) => each.level === level).length;
	const [dangers, problems, advice] = [count("danger"), count("problem"), count("advice")];
	if (findings.length === 0) return "all is well";
	const words = [
		counted(dangers, "danger"),
		counted(problems, "problem"),
		advice === 0 ? "" : `${advice} that could be better`,
	];
	return words.filter((each) => each !== "").join(", ");
}

function counted(number: number, noun: string): string {
	return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function findingLines({ level, says, why, fix }: Finding, style: Style): string[] {
	const mark = sign(style, level === "advice" ? "waits" : "no");
	const width = Math.max(40, style.width) - 2;
	const loud = level === "danger" ? "DANGER: " : "";
	const [first = "", ...rest] = wrap(loud + clean(says, 400), width);
	const tone = level === "danger" ? "bad" : "strong";
	return [
		`${mark} ${paint(style, tone, first)}`,
		...rest.map((line) => `  ${paint(style, tone, line)}`),
		...wrap(clean(why, 400), width).map((line) => `  ${line}`),
		// to be pasted: never broken
		`  ${paint(style, "quiet", "fix:")} ${clean(fix, LONGEST_FIX)}`,
		"",
	];
}

/** One line for each reason. */
function unseenLines(unseen: readonly Unseen[], style: Style): string[] {
	const reasons = Map.groupBy(unseen, ({ because }) => because);
	return [...reasons].map(([because, those]) => {
		const what = those.map((each) => clean(each.what, 200)).join(", ");
		return `${sign(style, "rest")} not looked at: ${what} (${clean(because, 300)})`;
	});
}
