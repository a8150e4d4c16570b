import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const EXTENSIONS = ["table", "autolink", "strikethrough", "tagfilter", "tasklist"].flatMap((name) => ["-e", name]);

/** Markdown as GitHub's own program reads it. */
export function html(markdown: string): string {
	return execFileSync("cmark-gfm", ["--unsafe", ...EXTENSIONS], { input: markdown, encoding: "utf8" });
}

/** GitHub's own measures and colours, as far as a comment needs them. */
const STYLE = `body{margin:0;padding:24px;background:var(--bg);color:var(--fg);font:14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,"Noto Color Emoji",sans-serif}
main{max-width:830px}h2{font-size:1.5em;font-weight:600;border-bottom:1px solid var(--line);padding-bottom:.3em;margin:0 0 16px}
.frame{border:1px solid var(--line);border-radius:6px;max-width:864px}.frame>header{background:var(--soft);border-bottom:1px solid var(--line);border-radius:6px 6px 0 0;padding:8px 16px;color:var(--muted)}
.frame>header b{color:var(--fg);font-weight:600}.frame>header i{font-style:normal;font-size:12px;border:1px solid var(--line);border-radius:2em;padding:0 7px;margin:0 4px}.frame>main{padding:16px}.frame>main>:last-child{margin-bottom:0}
table{border-collapse:collapse;display:block;width:max-content;max-width:100%;overflow:auto;margin:0 0 16px}th,td{border:1px solid var(--line);padding:6px 13px}th{font-weight:600}
tr:nth-child(2n){background:var(--soft)}code{background:var(--code);padding:.2em .4em;border-radius:6px;font:85% ui-monospace,SFMono-Regular,"Liberation Mono",monospace}
pre{background:var(--soft);padding:16px;border-radius:6px;overflow:auto}pre code{background:none;padding:0}
blockquote{margin:0 0 16px;padding:0 1em;color:var(--muted);border-left:.25em solid var(--line)}blockquote>:last-child{margin-bottom:0}a{color:var(--link)}p,details,ul{margin:0 0 16px}ul{padding-left:2em}
.light{--bg:#fff;--fg:#1f2328;--line:#d1d9e0;--soft:#f6f8fa;--code:#818b981f;--muted:#59636e;--link:#0969da}
.dark{--bg:#0d1117;--fg:#f0f6fc;--line:#3d444d;--soft:#151b23;--code:#656c7633;--muted:#9198a1;--link:#4493f8}`;

const CHROMIUM =
	"--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars".split(
		" ",
	);

/** Writes into the page what the browser made of it: whether anything sticks out, and how tall it is. */
const MEASURE = `<script>const m=document.querySelector('main');document.body.dataset.wide=[...m.querySelectorAll('p,h2,table,pre,ul')].filter(e=>e.getBoundingClientRect().right>m.getBoundingClientRect().right+1).length;document.body.dataset.tall=Math.ceil(m.getBoundingClientRect().bottom)</script>`;

/** Opens a page without a window; what the browser wrote to its stdout. */
export function browse(file: string, args: readonly string[], { width = 912, height = 1500 } = {}): string {
	return execFileSync("chromium", [...CHROMIUM, `--window-size=${width},${height}`, ...args, `file://${file}`], {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "ignore"],
		timeout: 60_000,
	});
}

export interface Shot {
	readonly markdown: string;
	readonly theme: "light" | "dark";
	/** Details are unfolded. */
	readonly open: boolean;
	/** Path without its ending. */
	readonly file: string;
	/** In the frame of a comment, cut to its height. */
	readonly framed?: boolean;
}

export interface Seen {
	/** How many parts stick out of the column. */
	readonly wide: string;
	/** Where the comment ends, in pixels. */
	readonly tall: number;
	readonly png: Buffer;
}

/** A comment in a browser: what it measures there, and its picture. */
export function look({ markdown, theme, open, file, framed = false }: Shot): Seen {
	const page = html(markdown).replaceAll("<details>", open ? "<details open>" : "<details>");
	const comment = framed
		? `<div class="frame"><header><b>github-actions</b><i>bot</i>commented</header><main>${page}</main></div>`
		: `<main>${page}</main>`;
	writeFileSync(
		`${file}.html`,
		`<!doctype html><meta charset="utf-8"><html class="${theme}"><style>${STYLE}</style>${comment}${MEASURE}`,
	);
	const dom = browse(`${file}.html`, ["--dump-dom"]);
	const tall = Number(/data-tall="(\d+)"/.exec(dom)?.[1] ?? Number.NaN);
	browse(`${file}.html`, [`--screenshot=${file}.png`], { height: framed ? tall + 24 : 1500 });
	return { wide: /data-wide="(\d+)"/.exec(dom)?.[1] ?? "unmeasured", tall, png: readFileSync(`${file}.png`) };
}
