import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BoardDocument, type PullReport, renderComment, renderDashboard } from "../../src/report/index.ts";
import { boardOf, largeBoard, smallBoard } from "../report/support/boards.ts";
import { flooded } from "../report/support/flooded.ts";
import { HOSTILE } from "../report/support/hostile.ts";
import { failedRun, passingGates, report } from "../report/support/samples.ts";
import { html, look, type Seen } from "./page.ts";

/*
 * The comment as GitHub's own Markdown program (cmark-gfm) and a real browser (chromium) show it. Pictures are kept where
 * LOOKS_DIR says, for a person to look at.
 */

let folder = "";
beforeAll(() => {
	folder = process.env["LOOKS_DIR"] ?? mkdtempSync(join(tmpdir(), "mainline-looks-"));
	mkdirSync(folder, { recursive: true });
});
afterAll(() => {
	if (process.env["LOOKS_DIR"] === undefined) rmSync(folder, { recursive: true, force: true });
});

/** Every tag that a comment of ours may have, once it is HTML. */
const OURS = /^<\/?(h2|p|code|pre|a|strong|blockquote|table|thead|tbody|tr|th|td|details|summary|sub|ul|li|br|input)\b/;

function strangers(page: string): string[] {
	return [...page.matchAll(/<[^>]*>/g)]
		.map((tag) => tag[0])
		.filter((tag) => !OURS.test(tag) && !tag.startsWith("<!--"));
}

describe("a comment made of hostile texts, read by GitHub's own parser", () => {
	it.each(HOSTILE)("is our frame and nothing else: %j", (text) => {
		for (const count of [1, 40]) {
			const page = html(renderComment(flooded(text, count)));
			expect(strangers(page)).toEqual([]);
			expect(page.match(/<h2>/g)).toHaveLength(1);
			expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
			expect(page.match(/<!--[\s\S]*?-->/g)).toEqual(["<!-- mainline report -->"]);
			expect(page).not.toMatch(/<img|<script|<input|(href|src)="(?!https:)/);
		}
	});

	it.each(HOSTILE)("links nowhere but where we say: %j", (text) => {
		const given = flooded(text, 10);
		const page = html(renderComment({ ...given, links: { run: "https://github.com/acme/churn/actions/runs/1" } }));
		const links = [...page.matchAll(/href="([^"]*)"/g)].map((found) => found[1]);
		expect(new Set(links)).toEqual(new Set(["https://github.com/acme/churn/actions/runs/1"]));
	});

	it.each(HOSTILE)("keeps its rows as wide as their headings: %j", (text) => {
		const page = html(renderComment(flooded(text, 5)));
		for (const table of page.split("<table>").slice(1)) {
			const rows = (table.split("</table>")[0] ?? "").split("<tr>").slice(1);
			expect(new Set(rows.map((row) => row.match(/<t[hd]/g)?.length)).size).toBe(1);
		}
	});
});

function shot(name: string, state: PullReport, theme: "light" | "dark"): Seen {
	return look({
		markdown: renderComment(state),
		theme,
		open: theme === "light",
		file: join(folder, `${name}-${theme}`),
	});
}

/** A model that answers one golden request of three otherwise. */
function golden(): PullReport {
	const [model] = report.merging?.models ?? [];
	if (model === undefined) throw new Error("the sample releases nothing");
	const asked = [
		{ file: "golden/young.json", ok: true, differences: [], milliseconds: 8 },
		{
			file: "golden/old.json",
			ok: false,
			differences: ["price[0] is 298000, expected 310000, off by 12000 of 3100", 'label is "middle", expected "high"'],
			milliseconds: 9,
		},
		{ file: "golden/nobody.json", ok: true, differences: [], milliseconds: 7 },
	];
	const merging = {
		models: [{ ...model, outcome: "blocked" as const, golden: { asked, notAsked: null } }],
		revert: null,
	};
	return { ...report, gates: passingGates, warnings: [], merging };
}

describe("a comment in a browser", () => {
	const states: Readonly<Record<string, PullReport>> = {
		failed: report,
		passed: { ...report, gates: passingGates, warnings: [] },
		golden: golden(),
		broken: { ...report, run: failedRun, gates: [], diff: null, merging: null },
		fork: {
			...report,
			run: null,
			notRun: { reason: "fork", text: null },
			gates: [],
			diff: null,
			merging: null,
			warnings: [],
		},
		hostile: flooded("a very long and | hostile `name` @all <b> of/a/path/that.goes/on", 8),
	};

	it.each(Object.keys(states))("stays within its column, in light and dark: %s", (name) => {
		const state = states[name] ?? report;
		const [light, dark] = [shot(name, state, "light"), shot(name, state, "dark")];
		expect([light.wide, dark.wide]).toEqual(["0", "0"]);
		expect(light.png.equals(dark.png)).toBe(false);
	});

	it("fits one screen as long as nothing is unfolded", () => {
		expect(shot("failed", report, "dark").tall).toBeLessThan(700);
	});
});

describe("the dashboard issue", () => {
	const dashboard = (document: BoardDocument): string => renderDashboard(document, { prefix: "/mainline" });

	it.each(HOSTILE)("made of hostile texts is our frame and nothing else, and its rows are whole: %j", (text) => {
		const [model] = boardOf(text).models;
		for (const count of [1, 5]) {
			const models = model === undefined ? [] : Array.from({ length: count }, () => model);
			const page = html(dashboard({ ...boardOf(text), models }));
			expect(strangers(page).filter((tag) => !/^<(\/?(h3|b)>|hr \/>)/.test(tag))).toEqual([]);
			expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
			expect(page.match(/<!--[\s\S]*?-->/g)).toEqual(["<!-- mainline dashboard -->"]);
			expect(page).not.toMatch(/<img|<script|<input|(href|src)="/);
			for (const table of page.split("<table>").slice(1)) {
				const rows = (table.split("</table>")[0] ?? "").split("<tr>").slice(1);
				expect(new Set(rows.map((row) => row.match(/<t[hd]/g)?.length)).size).toBe(1);
			}
		}
	});

	it.each([
		["one-model", smallBoard, ["light", "dark"]],
		["many", largeBoard, ["dark"]],
	] as const)("stays within its column: %s", (name, document, themes) => {
		for (const theme of themes) {
			const file = join(folder, `dashboard-${name}-${theme}`);
			const seen = look({ markdown: dashboard(document), theme, open: theme === "light", file, framed: true });
			expect([seen.wide, seen.tall < 2200]).toEqual(["0", true]);
		}
	});
});
