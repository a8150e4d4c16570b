import { countOf, formatNumber, formatSeconds, type Leaf } from "../../compare/index.ts";
import type { BoardEnvironment, BoardModel, ReleasedMetric } from "../documents/index.ts";
import { metricNames } from "../words/metrics.ts";
import { ownSubject } from "../words/origin.ts";
import { withoutSubject } from "../words/rejected.ts";
import { momentText, shortCommit, shortDigest } from "../words/times.ts";
import type { DashboardLimits } from "./dashboard-limits.ts";
import { code, htmlProse, link, name, prose, unbroken } from "./escape.ts";
import { left, table } from "./tables.ts";

export interface Setting {
	/** The repository on the web. */
	readonly url: string | null;
	/** When the document was made. */
	readonly now: string;
	readonly limits: DashboardLimits;
	/** One of many: its name alone is seen at first. */
	readonly folded: boolean;
}

/** One model: its environments in a table, what they wait for and what holds them in lines below it. */
export function modelSection(model: BoardModel, setting: Setting): string {
	const { limits, folded } = setting;
	const metrics = new Metrics(model.environments);
	const notes = [
		...model.environments.flatMap((environment) => environmentNotes(environment, setting)),
		...rejections(model, limits),
		...newest(model, limits),
	];
	const heading = folded
		? `<details><summary><b>${htmlProse(model.name, limits.name)}</b></summary>`
		: `### ${name(model.name, limits.name, "line")}`;
	return [
		heading,
		...(model.environments.length === 0 ? ["It has no environments."] : [environmentTable(model, setting, metrics)]),
		...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join("\n")]),
		...moreMetrics(model, metrics, limits),
		...(folded ? ["</details>"] : []),
	].join("\n\n");
}

function newest({ latest, environments }: BoardModel, { name: length }: DashboardLimits): string[] {
	if (latest == null) return ["nothing is released yet"];
	if (environments.some(({ version }) => version === latest)) return [];
	return [`the newest version, ${name(latest, length, "line")}, is in no environment`];
}

/** What was measured of the versions that run, gated ones first, by metric and by environment. */
class Metrics {
	/** In the order of the first environment that has each. */
	readonly all: readonly ReleasedMetric[];
	readonly nameOf: (metric: ReleasedMetric) => string;

	constructor(environments: readonly BoardEnvironment[]) {
		const found = new Map<string, ReleasedMetric>();
		for (const metric of environments.flatMap(({ metrics }) => metrics ?? [])) {
			const key = keyOf(metric);
			if (!found.has(key)) found.set(key, metric);
		}
		const metrics = [...found.values()];
		this.all = [...metrics.filter(({ gated }) => gated), ...metrics.filter(({ gated }) => !gated)];
		this.nameOf = metricNames(this.all);
	}

	cell(environment: BoardEnvironment, metric: ReleasedMetric): string {
		const found = environment.metrics?.find((each) => keyOf(each) === keyOf(metric));
		return found === undefined ? "" : valueText(found.value);
	}
}

function keyOf({ file, name }: ReleasedMetric): string {
	return `${file}\0${name}`;
}

function valueText(value: Leaf): string {
	return typeof value === "string" ? code(value, 30, "cell") : formatNumber(value);
}

function environmentTable({ environments }: BoardModel, setting: Setting, metrics: Metrics): string {
	const { limits } = setting;
	const shown = metrics.all.slice(0, limits.metrics);
	const rows = environments.map((environment) => [
		`**${name(environment.name, limits.name)}**`,
		versionCell(environment, limits),
		sinceCell(environment),
		originCell(environment, setting),
		...shown.map((metric) => metrics.cell(environment, metric)),
	]);
	const titles = shown.map((metric) => name(metrics.nameOf(metric), limits.name));
	const header = ["Environment", "Version", "Since", unbroken("Made from"), ...titles];
	return table(header, `llll${"r".repeat(shown.length)}`, rows);
}

function versionCell({ version, digest }: BoardEnvironment, { name: length, origins }: DashboardLimits): string {
	if (version === null) return "nothing yet";
	const said = `**${name(shortCommit(version), length)}**`;
	return digest === null || !origins
		? said
		: `${said}<br>${code(shortDigest(digest).replace(/^sha256:/, ""), 30, "cell")}`;
}

function sinceCell({ version, since, by }: BoardEnvironment): string {
	if (version === null) return "";
	const when = since === null ? "" : unbroken(momentText(since));
	return by == null ? when : `${when}<br>by ${prose(by, 60)}`;
}

/** The pull request that brought it, and what it was called. */
function originCell(environment: BoardEnvironment, { url, limits }: Setting): string {
	const { version, commit, pull } = environment;
	if (version === null || commit == null) return "";
	const shown =
		pull == null
			? link(code(shortCommit(commit), 20, "cell"), below(url, `commit/${commit}`))
			: link(`#${pull}`, below(url, `pull/${pull}`));
	const words = limits.origins ? ownSubject(environment) : "";
	return words === "" ? shown : `${shown} ${prose(words, Math.min(60, limits.words))}`;
}

function below(url: string | null, path: string): string | undefined {
	return url === null ? undefined : `${url}/${path}`;
}

type Note = string | null;

function environmentNotes(environment: BoardEnvironment, { now, limits }: Setting): string[] {
	const about = `**${name(environment.name, limits.name, "line")}**`;
	const { version, hold, frozen, auto, failed, waived = [] } = environment;
	const notes: Note[] = [
		failed == null
			? null
			: `❌ ${name(failed.version, limits.name, "line")} failed in ${about} ${momentText(failed.at)}${because(failed.reason, limits)}`,
		auto === false ? "gets versions by hand: nothing comes there but by `promote`" : null,
		version === null || hold === null ? null : `⏸️ ${about} is on hold${held(hold, limits)}`,
		soakNote(environment, now, limits),
		frozen == null ? null : `${about} is frozen until ${prose(frozen.words, 60)}${because(frozen.reason, limits)}`,
		approvalNote(environment, limits),
		...waived.slice(0, limits.notes).map((line) => `⚠️ ${about} has a waived gate: ${prose(line, limits.words)}`),
		...left(waived.length - limits.notes, "waived gate"),
		backNote(environment, limits),
	];
	return notes.filter((note) => note !== null).map((note) => (note.includes(about) ? note : `${about} ${note}`));
}

/** A person's hold says by whom, in the same words. */
function held(hold: string, { words }: DashboardLimits): string {
	const [, by] = /^put on hold (by .*)$/s.exec(hold) ?? [];
	return by === undefined ? `: ${prose(hold, words)}` : ` ${prose(by, words)}`;
}

function because(reason: string | null, { words }: DashboardLimits): string {
	return reason === null ? "" : `: ${prose(reason, words)}`;
}

/** How long it still stays before the next environment may have it. */
function soakNote({ soakSeconds, since, soaking }: BoardEnvironment, now: string, limits: DashboardLimits): Note {
	if (soakSeconds == null || since === null) return null;
	const from = soaking == null ? since : soaking.since;
	const anew = soaking?.broken == null ? "" : `; begun anew: ${prose(soaking.broken, limits.words)}`;
	const asked = formatSeconds(soakSeconds);
	if (from === null) return `soaks for ${asked}, which begin when it answers well${anew}`;
	const ends = Date.parse(from) + soakSeconds * 1000;
	if (Number.isNaN(ends)) return `soaks for ${asked}${anew}`;
	if (ends <= Date.parse(now)) return `has soaked for the ${asked} that the next environment asks for ✅`;
	return `soaks until ${momentText(new Date(ends).toISOString())} (${asked} in all${anew})`;
}

function approvalNote({ approvals }: BoardEnvironment, limits: DashboardLimits): Note {
	if (approvals == null) return null;
	const given = approvals.by.map((login) => prose(login, 60)).join(", ");
	const count = `${approvals.by.length} of ${countOf(approvals.needed, "approval")} recorded`;
	return `would get ${name(approvals.version, limits.name, "line")}, which has ${count}${given === "" ? "" : `: ${given}`}`;
}

function backNote({ version, rollback }: BoardEnvironment, limits: DashboardLimits): Note {
	if (version === null) return null;
	if (rollback == null) return "has nothing to go back to";
	const back = `would go back to ${name(rollback.version, limits.name, "line")}`;
	const place = rollback.inRegistry === false ? ", whose image is gone from the registry ❌" : "";
	return `${back}${place}: ${rehearsal(rollback.rehearsed ?? null, limits)}`;
}

type Rehearsed = NonNullable<NonNullable<BoardEnvironment["rollback"]>["rehearsed"]>;

function rehearsal(rehearsed: Rehearsed | null, { words }: DashboardLimits): string {
	if (rehearsed === null) return "never rehearsed";
	const { at, ok, started = true, says } = rehearsed;
	const when = momentText(at);
	if (ok && !started) return `its image was there ${when}, not started`;
	return ok ? `rehearsed ${when} ✅` : `❌ rehearsal failed ${when}${says === "" ? "" : `: ${prose(says, words)}`}`;
}

function rejections({ rejected = [] }: BoardModel, limits: DashboardLimits): string[] {
	const shown = rejected.slice(0, limits.notes).map(({ version, reason }) => {
		const words = prose(withoutSubject(reason, version), limits.words);
		return `❌ ${name(version, limits.name, "line")} is rejected: ${words}`;
	});
	return [...shown, ...left(rejected.length - shown.length, "rejected version")];
}

/** Those that the table has no room for, folded. */
function moreMetrics({ environments }: BoardModel, metrics: Metrics, limits: DashboardLimits): string[] {
	const others = metrics.all.slice(limits.metrics);
	if (others.length === 0 || limits.more === 0) return [];
	const running = environments.filter(({ version }) => version !== null);
	const rows = others
		.slice(0, limits.more)
		.map((metric) => [
			name(metrics.nameOf(metric), limits.name),
			...running.map((environment) => metrics.cell(environment, metric)),
		]);
	const header = ["Metric", ...running.map((environment) => name(environment.name, limits.name))];
	const shown = table(header, `l${"r".repeat(running.length)}`, rows);
	const rest = left(others.length - rows.length, "metric");
	return [
		[`<details><summary>${countOf(others.length, "more metric")}</summary>`, shown, ...rest, "</details>"].join("\n\n"),
	];
}
