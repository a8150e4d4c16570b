import { describe, expect, it } from "vitest";
import { type BoardDocument, plainStyle, renderBoard, renderText } from "../../src/report/index.ts";
import { boardOf, largeBoard, onlyLookedAt, smallBoard } from "./support/boards.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";

const tagsOf = (page: string): string[] => page.match(/<[^>]*>/g) ?? [];
const count = (page: string, pattern: RegExp): number => page.match(pattern)?.length ?? 0;
/** The page without what people read. */
const frameOf = (page: string): string[] =>
	tagsOf(page).map((tag) => tag.replace(/ (aria-label|href|datetime)="[^"]*"/g, ""));

describe("the board", () => {
	it("says what runs where, since when, by whom, from which pull request, and what a rollback brings back", () => {
		const page = renderBoard(smallBoard);
		for (const said of [
			"v1.4.2",
			'<time datetime="2026-11-03T09:30:00.000Z">3 Nov 2026, 09:30</time>',
			'href="https://github.com/acme/churn/pull/118"',
			'accuracy <strong class="num">0.921</strong>',
			"42 min of 2 h left",
			"begun anew: connection refused",
			"<dt>Frozen</dt><dd>until Mon, 30 Nov 2026, 08:00 (UTC): the fair</dd>",
			'<span class="badge bad">failed</span><span class="badge warn">on hold</span>',
			'<dt>Failed</dt><dd><strong>v1.5.1</strong> <time datetime="2026-11-27T08:00:00.000Z">27 Nov 2026, 08:00</time>',
			"<dt>Approvals recorded</dt><dd>v1.5.1 has 1 of 2: carol</dd>",
			"sha256:4f2c1e9ab03d5e6f718293a4b5c6d7e8f9012345678aabbccddeeff001122334",
			"<dt>By hand</dt><dd>nothing comes here but by <code>mainline promote</code></dd>",
			"would bring back <strong>v1.4.1</strong>",
			"rehearsal failed",
			"the fair is on",
			"rolled back",
		]) {
			expect(page).toContain(said);
		}
		const written: BoardDocument = { ...smallBoard, file: { path: "b.html", bytes: 2048 } };
		expect(renderText(written, plainStyle)).toBe("✓ b.html: 1 model in 2 environments, 2.0 KiB\n");
	});

	it("never calls a way back rehearsed that nobody started", () => {
		const page = renderBoard(onlyLookedAt(smallBoard));
		expect(page).toContain('<span class="badge">not started</span> its image was there');
		expect(page).toContain("which would touch what runs");
		expect(page).not.toContain(">rehearsed<");
	});

	it("loads and runs nothing, and needs no colour: what is loud is a word", () => {
		const page = renderBoard(largeBoard);
		expect(page).toContain("default-src 'none'");
		expect(page).not.toMatch(/<(script|link|img|iframe|object|form)|url\(|@import|\son\w+=/);
		expect(count(page, /class="badge [a-z]+">[a-z ]+</g)).toBe(count(page, /class="badge/g));
	});

	it("is made for keyboards and screen readers: tables with heads, one order of headings, targets that are there", () => {
		const page = renderBoard(largeBoard);
		const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
		expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		expect(count(page, /<table>/g)).toBe(count(page, /<caption/g));
		expect(count(page, /<th>/g)).toBe(0);
		expect(count(page, /class="scroll" role="region" aria-label="[^"]+" tabindex="0"/g)).toBe(count(page, /<table>/g));
		const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const wanted = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)].map(([, id]) => id);
		expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
	});

	it.each(HOSTILE_CASES)("T23: is our frame and nothing else where every text is foreign: %s", (_, text) => {
		const page = renderBoard(boardOf(text));
		const tame = renderBoard(boardOf("tame"));
		expect(frameOf(page)).toEqual(frameOf(tame));
		const links = [...page.matchAll(/href="([^"#][^"]*)"/g)].map(([, address]) => address ?? "");
		expect(links.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
	});
});
