import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PullReport, renderComment } from "../../src/report/index.ts";
import { flooded } from "../report/support/flooded.ts";
import { HOSTILE } from "../report/support/hostile.ts";
import { failedRun, passingGates, report } from "../report/support/samples.ts";

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

const EXTENSIONS = ["table", "autolink", "strikethrough", "tagfilter", "tasklist"].flatMap((name) => ["-e", name]);
const html = (markdown: string): string =>
	execFileSync("cmark-gfm", ["--unsafe", ...EXTENSIONS], { input: markdown, encoding: "utf8" });

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

const STYLE = `body{margin:0;padding:24px;background:var(--bg);color:var(--fg);font:14px/1.5 -apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,"DejaVu Sans",sans-serif,"Noto Color Emoji"}
main{max-width:830px}h2{font-size:1.5em;border-bottom:1px solid var(--line);padding-bottom:.3em;margin:0 0 16px}
table{border-collapse:collapse;display:block;width:max-content;max-width:100%;overflow:auto;margin:0 0 16px}th,td{border:1px solid var(--line);padding:6px 13px}
tr:nth-child(2n){background:var(--soft)}code{background:var(--code);padding:.2em .4em;border-radius:6px;font-size:85%}
pre{background:var(--soft);padding:16px;border-radius:6px;overflow:auto}pre code{background:none;padding:0}
blockquote{margin:0 0 16px;padding:0 1em;color:var(--muted);border-left:.25em solid var(--line)}a{color:var(--link)}p,details,ul{margin:0 0 16px}
.light{--bg:#fff;--fg:#1f2328;--line:#d1d9e0;--soft:#f6f8fa;--code:#818b981f;--muted:#59636e;--link:#0969da}
.dark{--bg:#0d1117;--fg:#f0f6fc;--line:#3d444d;--soft:#151b23;--code:#656c7633;--muted:#9198a1;--link:#4493f8}`;

const CHROMIUM =
	"--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars".split(
		" ",
	);

/** Writes into the page what the browser made of it: whether anything sticks out, and how tall it is. */
const MEASURE = `<script>const m=document.querySelector('main');document.body.dataset.wide=[...m.querySelectorAll('p,h2,table,pre,ul')].filter(e=>e.getBoundingClientRect().right>m.getBoundingClientRect().right+1).length;document.body.dataset.tall=Math.ceil(m.getBoundingClientRect().height)</script>`;

function look(name: string, state: PullReport, theme: "light" | "dark"): { wide: string; tall: number; png: Buffer } {
	const file = join(folder, `${name}-${theme}`);
	const page = html(renderComment(state)).replaceAll("<details>", theme === "light" ? "<details open>" : "<details>");
	writeFileSync(
		`${file}.html`,
		`<!doctype html><meta charset="utf-8"><html class="${theme}"><style>${STYLE}</style><main>${page}</main>${MEASURE}`,
	);
	const browse = (args: readonly string[]): string =>
		execFileSync("chromium", [...CHROMIUM, "--window-size=900,1500", ...args, `file://${file}.html`], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
			timeout: 60_000,
		});
	const dom = browse(["--dump-dom"]);
	browse([`--screenshot=${file}.png`]);
	return {
		wide: /data-wide="(\d+)"/.exec(dom)?.[1] ?? "unmeasured",
		tall: Number(/data-tall="(\d+)"/.exec(dom)?.[1] ?? Number.NaN),
		png: readFileSync(`${file}.png`),
	};
}

describe("a comment in a browser", () => {
	const states: Readonly<Record<string, PullReport>> = {
		failed: report,
		passed: { ...report, gates: passingGates, warnings: [] },
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
		const [light, dark] = [look(name, state, "light"), look(name, state, "dark")];
		expect([light.wide, dark.wide]).toEqual(["0", "0"]);
		expect(light.png.equals(dark.png)).toBe(false);
	});

	it("fits one screen as long as nothing is unfolded", () => {
		expect(look("failed", report, "dark").tall).toBeLessThan(700);
	});
});
