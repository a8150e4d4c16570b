import { describe, expect, it } from "vitest";
import { clean, cleanLines } from "../../src/report/index.ts";
import { code, fence, link, name, prose } from "../../src/report/markdown/escape.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";

const INVISIBLE = /\p{Cc}|[\u200c-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\u{e0000}-\u{e0fff}]/u;

/** Cells of a row of GFM: split at bars that no backslash escapes, a backslash itself being one that can be escaped. */
const cellsOf = (row: string): number => row.replace(/\\[\\|]/g, "").split("|").length - 2;

/** The text outside of code spans. */
const outsideCode = (text: string): string => text.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");

describe("T23: a foreign text", () => {
	it.each(HOSTILE_CASES)("stays one cell of one row: %s", (_, text) => {
		for (const escaped of [prose(text), code(text, 200, "cell"), name(text)]) {
			const row = `| ${escaped} | ok |`;
			expect(row).not.toMatch(/[\r\n]/);
			expect(cellsOf(row)).toBe(2);
			expect(escaped).not.toMatch(INVISIBLE);
		}
	});

	it.each(HOSTILE_CASES)("pings, links, shows and hides nothing as running text: %s", (_, text) => {
		const shown = prose(text);
		expect(shown).not.toMatch(/[<>]/);
		expect(shown).not.toMatch(/@[\w-]/);
		expect(shown).not.toMatch(/#\d|\bGH-\d|:\/\/|www\./i);
		expect(shown).not.toMatch(/:[\w+-]+:/);
		expect(shown).not.toMatch(/(?<!\\)(?:\\\\)*[`*[\]~$|]/);
		expect(shown).not.toMatch(/^(#|>|[-+] |\d+[.)]( |$))/);
	});

	it.each(HOSTILE_CASES)("cannot leave its code span or fence: %s", (_, text) => {
		expect(outsideCode(code(text))).toBe("");
		const lines = fence(text).split("\n");
		const mark = /^`+/.exec(lines[0] ?? "")?.[0] ?? "";
		expect(lines.slice(1, -1).filter((line) => line.includes(mark))).toEqual([]);
		expect(lines.at(-1)).toBe(mark);
	});

	it.each(HOSTILE_CASES)("never carries our marker or any comment of HTML: %s", (_, text) => {
		for (const escaped of [prose(text), code(text), name(text), fence(text)]) {
			expect(escaped).not.toContain("<!--");
			expect(escaped).not.toContain("-->");
		}
	});

	it("that is an ordinary name is shown as it is", () => {
		expect(["accuracy", "latency_p95", "latency p95 (ms)", "train"].map((text) => name(text))).toEqual([
			"accuracy",
			"latency_p95",
			"latency p95 (ms)",
			"train",
		]);
		expect(["data/raw", "val.acc", "a-b", "_x_"].map((text) => name(text))).toEqual([
			"`data/raw`",
			"`val.acc`",
			"`a-b`",
			"`_x_`",
		]);
		expect(prose("params.yaml train.epochs: 20 → 40 (+100 %)")).toBe("params.yaml train.epochs: 20 → 40 (+100 %)");
	});

	it("keeps the letters of every script, and its accents", () => {
		expect(clean("größe 大きさ Ünïcödé עברית é")).toBe("größe 大きさ Ünïcödé עברית é");
	});
});

describe("a text that is cut", () => {
	it("ends in a whole character", () => {
		const shown = clean(`${"\t".repeat(10)}a${"🙂".repeat(600)}`, 500);
		expect(shown).toBe(` a${"🙂".repeat(495)}…`);
		expect(clean("🙂".repeat(600), 500)).toBe(`${"🙂".repeat(499)}…`);
		expect(clean("🙂".repeat(500), 500)).toBe("🙂".repeat(500));
		expect(clean("a\ud83d")).toBe("a\ufffd");
		expect(clean(`${"\t".repeat(1001)}\ud83d\n`)).toBe(" \ufffd");
	});

	it("of several lines begins with a whole character", () => {
		expect(cleanLines(`🙂${"a".repeat(9)}`, 10)).toBe("a".repeat(9));
		expect(cleanLines(`🙂${"\n".repeat(3)}${"\u001b[1m".repeat(4)}`, 10)).not.toContain("\ufffd");
	});

	it("says so only where something is left out that is seen", () => {
		for (const blanks of ["\n".repeat(2000), "\n", " ".repeat(600), "\r\n\t \u00a0".repeat(300)]) {
			expect(clean(`done${blanks}`).trimEnd()).toBe("done");
			expect(clean(`${"a".repeat(500)}${blanks}`)).toBe("a".repeat(500));
			expect(clean(`${"a".repeat(500)}${blanks}b`)).toBe(`${"a".repeat(499)}…`);
		}
		expect(clean(`done${"\n".repeat(2000)}b`)).toBe("done …");
	});

	it("is not looked through to its end", () => {
		const text = `done${"\n".repeat(8 << 20)}`;
		const start = performance.now();
		for (let i = 0; i < 500; i++) clean(text, 20);
		expect(performance.now() - start).toBeLessThan(1000);
	});
});

describe("a link", () => {
	it("goes to web addresses only", () => {
		expect(link("run", "https://github.com/a/b/actions/runs/1")).toBe("[run](https://github.com/a/b/actions/runs/1)");
		for (const address of [
			"javascript:alert(1)",
			"data:text/html,x",
			"https://u:p@evil.example",
			"nonsense",
			undefined,
		]) {
			expect(link("run", address)).toBe("run");
		}
		expect(link("run", "https://x.example/a) [b](https://evil.example")).toBe(
			"[run](https://x.example/a%29%20[b]%28https://evil.example)",
		);
	});
});
