import { countOf } from "../../compare/index.ts";
import type { BoardModel, TimelineEntry } from "../documents/index.ts";
import { HAPPENINGS } from "../words/happenings.ts";
import { type Html, html } from "./html.ts";
import { table } from "./page.ts";
import { moment, versionName } from "./parts.ts";

const LOUD: ReadonlySet<TimelineEntry["kind"]> = new Set(["rolled-back", "reverted"]);
/** The tags have the rest. */
const MOST = 60;

/** How a model's versions came and went, the newest first. */
export function timeline({ name, timeline: entries }: BoardModel, open: boolean): Html | null {
	if (entries.length === 0) return null;
	const rows = entries.slice(0, MOST).map(entryRow);
	const left = entries.length - rows.length;
	const more =
		left === 0
			? null
			: html`<p class="quiet">${countOf(left, "older one")}: <code>git tag -n --list '${name}*'</code></p>`;
	const heads = ["When", "What", "Environment", "Version", "By", "Why"];
	const shown = html`<summary>${name}’s past: ${countOf(entries.length, "event")}</summary>
${table({ label: `What happened to ${name}, the newest first`, heads, rows })}${more}`;
	return open ? html`<details open>${shown}</details>` : html`<details>${shown}</details>`;
}

function entryRow({ at, kind, environment, version, from, by, reason }: TimelineEntry): Html {
	const what = LOUD.has(kind) ? html`<span class="badge warn">${HAPPENINGS[kind]}</span>` : html`${HAPPENINGS[kind]}`;
	const moved = from === null || from === version ? null : html` <span class="quiet">from ${versionName(from)}</span>`;
	return html`<tr><td class="now num">${moment(at)}</td><td>${what}</td><td>${environment ?? ""}</td><td class="num short">${versionName(version)}${moved}</td><td>${by}</td><td class="long">${reason ?? ""}</td></tr>\n`;
}
