import { shortCommit } from "../words/times.ts";
import { type Html, html } from "./html.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time in full, in UTC: a page is read long after it was written. */
export function moment(iso: string): Html {
	const time = new Date(iso);
	if (Number.isNaN(time.getTime())) return html`an unknown time`;
	const shown = time.toISOString();
	const words = `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}, ${shown.slice(11, 16)}`;
	return html`<time datetime="${shown}">${words}</time>`;
}

/** A version as people say it; a commit in place of one is shortened. */
export function versionName(version: string): string {
	return shortCommit(version);
}
