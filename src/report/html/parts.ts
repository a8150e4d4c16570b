import { momentText, shortCommit } from "../words/times.ts";
import { type Html, html } from "./html.ts";

/** A time in full, in UTC: a page is read long after it was written. */
export function moment(iso: string): Html {
	const time = new Date(iso);
	if (Number.isNaN(time.getTime())) return html`${momentText(iso)}`;
	return html`<time datetime="${time.toISOString()}">${momentText(iso)}</time>`;
}

/** A version as people say it; a commit in place of one is shortened. */
export function versionName(version: string): string {
	return shortCommit(version);
}
