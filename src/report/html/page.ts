import { type Html, html, type Part } from "./html.ts";
import { STYLE } from "./style.ts";

export interface Page {
	readonly title: string;
	/** Beside the title's heading, above everything. */
	readonly head: Part;
	readonly body: Part;
	readonly foot: Part;
	/** Rules of this page's own, in our words: it is not escaped. */
	readonly style: string;
}

/**
 * A whole page in one file. It loads nothing and runs nothing: a browser is told so too, in case something foreign got past
 * the escaping.
 */
export function renderPage({ title, head, body, foot, style }: Page): string {
	const page = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
`;
	const rest = html`</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>${head}</header>
<main id="main">${body}</main>
<footer>${foot}</footer>
</body>
</html>
`;
	return `<!doctype html>\n${String(page)}<style>${STYLE}${style}</style>\n${String(rest)}`;
}

/** A table in a frame of its own that scrolls where the screen is narrow, with the keyboard too. */
export function table({ label, heads, rows }: { label: string; heads: readonly Part[]; rows: readonly Html[] }): Html {
	return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><caption class="unseen">${label}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
