import { describe, expect, it } from "vitest";
import { COMMENT_MARKER, renderComment, withAnswer } from "../../src/report/index.ts";
import { HOSTILE } from "./support/hostile.ts";
import { report } from "./support/samples.ts";

const body = renderComment(report);
const answer = { command: "/mainline run", by: "ada", kind: "done" as const, said: "it runs", text: null };

describe("an answer in the one comment", () => {
	it("stands above the report, and takes the place of the one before", () => {
		const first = withAnswer(body, { ...answer, text: "one\ntwo" });
		expect(first.split("\n").slice(0, 4)).toEqual([
			COMMENT_MARKER,
			"<!-- mainline answer -->",
			"> [!NOTE]",
			"> `/mainline run` by `ada`: it runs",
		]);
		const second = withAnswer(first, { ...answer, kind: "refused", said: "bob may not: `run` is for others" });
		expect(second).not.toContain("> two");
		expect(second).toContain("> [!WARNING]\n> `/mainline run` by `ada`: bob may not: `run` is for others\n");
		expect(second.endsWith(body.slice(COMMENT_MARKER.length))).toBe(true);
	});

	it("makes a comment where there was none", () => {
		expect(withAnswer(null, answer).split("\n")[0]).toBe(COMMENT_MARKER);
	});

	it.each(HOSTILE)("cannot be left by what it quotes: %j", (text) => {
		const lines = withAnswer(body, { command: text, by: text, kind: "unclear", said: text, text }).split("\n");
		const [begin, end] = [lines.indexOf("<!-- mainline answer -->"), lines.indexOf("<!-- /mainline answer -->")];
		expect(begin).toBe(1);
		for (const line of lines.slice(begin + 1, end)) expect(line).toMatch(/^>/);
		expect(lines.slice(end + 2).join("\n")).toBe(body.slice(COMMENT_MARKER.length + 1));
		expect(lines.filter((line) => line === COMMENT_MARKER)).toHaveLength(1);
	});
});

describe("a report that is not believed", () => {
	it("is said first, with each result that is not, whatever its names are", () => {
		const disbelieved = [
			{ address: "train", why: "it was made from other inputs than the pull request's" },
			{ address: null, why: "it is of another run, 7" },
		];
		const said = renderComment({ ...report, disbelieved });
		expect(said).toContain("## ❌ Mainline: the run's report is not believed: train");
		expect(said).toContain(
			"> ⚠️ The result that the run reports for train is not believed: it was made from other inputs",
		);
		expect(said).toContain("> ⚠️ The run's report is not believed: it is of another run, 7.");
		for (const text of HOSTILE) {
			const hostile = renderComment({ ...report, disbelieved: [{ address: text, why: text }] });
			expect(hostile.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(1);
			expect(hostile.split("\n").filter((line) => line === COMMENT_MARKER)).toHaveLength(1);
		}
	});
});
