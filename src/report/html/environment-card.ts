import { formatNumber, formatSeconds } from "../../compare/index.ts";
import type { BoardEnvironment, ReleasedMetric } from "../documents/index.ts";
import { shortCommit, spanText } from "../words/times.ts";
import { type Html, html, type Part, webLink } from "./html.ts";
import { moment, versionName } from "./parts.ts";

/** Metrics that are shown unfolded. */
const SHOWN_METRICS = 4;

export interface CardSetting {
	/** For the heading: unique on the page. */
	readonly id: string;
	/** When the board was made. */
	readonly now: string;
	/** The repository on the web. */
	readonly url: string | null;
}

/** One environment of one model: what it has, since when, why, who said so, and what a rollback would bring back. */
export function environmentCard(environment: BoardEnvironment, setting: CardSetting): Html {
	const { name, version } = environment;
	const rows = [failed(environment, setting), ...(version === null ? waits(environment) : told(environment, setting))];
	return html`<article class="card" aria-labelledby="${setting.id}"><header><h3 id="${setting.id}">${name}</h3>${badges(environment)}</header>
<p class="version num">${version === null ? html`<span class="quiet">nothing yet</span>` : versionName(version)}</p>
<dl>${[...rows, after(environment)].filter((row) => row !== null)}</dl></article>\n`;
}

function badges({ version, hold, frozen, failed }: BoardEnvironment): Html[] {
	const stops = version !== null && hold !== null ? "on hold" : frozen == null ? null : "frozen";
	return [
		...(failed == null ? [] : [html`<span class="badge bad">failed</span>`]),
		...(stops === null ? [] : [html`<span class="badge warn">${stops}</span>`]),
	];
}

function told(environment: BoardEnvironment, { now, url }: CardSetting): (Html | null)[] {
	const { since, by, reason, hold, digest, image, metrics, waived = [], rollback } = environment;
	return [
		since === null ? null : row("Since", html`${moment(since)} <span class="quiet">(${spanText(since, now)})</span>`),
		hold === null ? null : row("On hold", hold),
		by == null ? null : row("By", by),
		row("Made from", origin(environment, url)),
		reason == null || reason === hold ? null : row("Reason", reason),
		row("Metrics", metricList(metrics)),
		waived.length === 0 ? null : row("Waived gates", html`<ul>${waived.map((line) => html`<li>${line}</li>`)}</ul>`),
		soak(environment, now),
		...waits(environment),
		row(
			"Image",
			digest === null ? html`<span class="quiet">its tag names none</span>` : imageText(digest, image ?? null),
		),
		row(
			"A rollback",
			rollback == null ? html`<span class="quiet">would bring nothing back</span>` : wayBack(rollback, now),
		),
	];
}

/** What was to come here last, and does not run. */
function failed({ failed: failure }: BoardEnvironment, { now }: CardSetting): Html | null {
	if (failure == null) return null;
	const { version, at, reason } = failure;
	const when = html`${moment(at)} <span class="quiet">(${ago(at, now)})</span>`;
	return row("Failed", html`<strong>${version}</strong> ${when}${reason === null ? null : html`: ${reason}`}`);
}

function row(term: string, description: Part): Html {
	return html`<dt>${term}</dt><dd>${description}</dd>\n`;
}

function origin({ commit, subject, pull }: BoardEnvironment, url: string | null): Html {
	if (commit == null) return html`<span class="quiet">an unknown commit</span>`;
	const id = webLink(url === null ? null : `${url}/commit/${commit}`, html`<code>${shortCommit(commit)}</code>`);
	const words = subject == null ? html` <span class="quiet">which this clone lacks</span>` : html` ${subject}`;
	const link = pull == null || url === null ? null : html` (${webLink(`${url}/pull/${pull}`, `pull request ${pull}`)})`;
	return html`${id}${words}${link}`;
}

function metricList(metrics: readonly ReleasedMetric[] | null): Html {
	if (metrics === null) return html`<span class="quiet">not at hand (mainline board --fetch asks the remote)</span>`;
	if (metrics.length === 0) return html`<span class="quiet">none recorded</span>`;
	const items = metrics.map(
		({ file, name, value }) =>
			html`<li>${name === "" ? file : name} <strong class="num">${formatNumber(value)}</strong></li>`,
	);
	const shown = html`<ul class="metrics">${items.slice(0, SHOWN_METRICS)}</ul>`;
	const rest = items.slice(SHOWN_METRICS);
	if (rest.length === 0) return shown;
	return html`${shown}<details><summary>${rest.length} more</summary><ul class="metrics">${rest}</ul></details>`;
}

/** How long it still has to stay before the next environment may have it. */
function soak({ soakSeconds, since, soaking }: BoardEnvironment, now: string): Html | null {
	if (soakSeconds == null || since === null) return null;
	const whole = formatSeconds(soakSeconds);
	const broken = soaking?.broken == null ? null : html`<br>begun anew: ${soaking.broken}`;
	const from = soaking == null ? since : soaking.since;
	if (from === null) return row("Soak", html`${whole}, which begin when it answers well${broken}`);
	const ends = new Date(Date.parse(from) + soakSeconds * 1000);
	const left = (ends.getTime() - Date.parse(now)) / 1000;
	if (left <= 0) return row("Soak", `done: longer than the ${whole} that the next environment asks for`);
	return row("Soak", html`${formatSeconds(left)} of ${whole} left, until ${moment(ends.toISOString())}${broken}`);
}

/** What a promotion into it waits for. */
function waits({ frozen, approvals, auto }: BoardEnvironment): (Html | null)[] {
	const reason = frozen?.reason == null ? "" : `: ${frozen.reason}`;
	const given = approvals == null || approvals.by.length === 0 ? "" : `: ${approvals.by.join(", ")}`;
	return [
		auto === false ? row("By hand", html`nothing comes here but by <code>mainline promote</code>`) : null,
		frozen == null ? null : row("Frozen", `until ${frozen.words}${reason}`),
		approvals == null
			? null
			: row("Approvals recorded", `${approvals.version} has ${approvals.by.length} of ${approvals.needed}${given}`),
	];
}

function imageText(digest: string, image: string | null): Html {
	const place = image?.split("@sha256:")[0] ?? "";
	return html`${place === "" ? null : html`<code>${place}</code><br>`}<code class="quiet">${digest}</code>`;
}

function wayBack({ version, inRegistry, rehearsed }: NonNullable<BoardEnvironment["rollback"]>, now: string): Html {
	const place =
		inRegistry === null ? null : html`, whose image is ${inRegistry ? "in the registry" : "gone from the registry"}`;
	return html`would bring back <strong>${version}</strong>${place}<br>${rehearsal(rehearsed ?? null, now)}`;
}

type Rehearsed = NonNullable<NonNullable<BoardEnvironment["rollback"]>["rehearsed"]>;

function rehearsal(rehearsed: Rehearsed | null, now: string): Html {
	if (rehearsed === null) return html`<span class="quiet">never rehearsed</span>`;
	const { at, ok, started = true, says } = rehearsed;
	const age = html`${moment(at)} <span class="quiet">(${ago(at, now)})</span>`;
	if (ok && !started) return html`<span class="badge">not started</span> its image was there ${age}: ${says}`;
	if (ok) return html`<span class="badge good">rehearsed</span> ${age}`;
	return html`<span class="badge bad">rehearsal failed</span> ${age}: ${says}`;
}

function ago(at: string, now: string): string {
	const span = spanText(at, now);
	return span === "just now" ? span : `${span} before`;
}

function after({ after: before }: BoardEnvironment): Html | null {
	return before == null ? null : row("Comes after", before);
}
