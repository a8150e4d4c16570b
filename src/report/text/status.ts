import { formatNumber, formatSeconds } from "../../compare/index.ts";
import type { Discrepancy, EnvironmentStatus, ModelStatus, StatusDocument, Verified } from "../documents/index.ts";
import { columns, paint, type Sign, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";
import { metricNames } from "../words/metrics.ts";
import { ownSubject } from "../words/origin.ts";
import { withoutSubject } from "../words/rejected.ts";
import { shortCommit, spanText, whenText } from "../words/times.ts";

/** `mainline status` for people: what runs where, since when, from which commit, what holds it. */
export function statusText(document: StatusDocument, style: Style): string {
	if (document.models.length === 0) return "nothing is released: no tag and no mainline.yaml names a model";
	return document.models
		.flatMap((model, i) => [...(i > 0 ? [""] : []), ...modelLines(model, document.at, style)])
		.concat(document.verified === undefined ? [] : ["", ...verifiedLines(document.verified, style)])
		.join("\n");
}

/** Who disagrees with git, and what to do about it. */
function verifiedLines({ disagreements, unasked }: Verified, style: Style): string[] {
	const told = (findings: readonly Discrepancy[], mark: Sign): string[] =>
		findings.flatMap(({ model, environment, says, next }) => [
			`${sign(style, mark)} ${clean(model, 80)} in ${clean(environment, 40)}: ${clean(says, 400)}`,
			`  ${paint(style, "quiet", clean(next, 400))}`,
		]);
	if (disagreements.length + unasked.length === 0) return [`${sign(style, "done")} git, registry and servers agree`];
	return [...told(disagreements, "no"), ...told(unasked, "waits")];
}

function modelLines(model: ModelStatus, now: string, style: Style): string[] {
	const rows = model.environments.map((environment) => environmentCells(environment, now, style));
	const lines = columns(rows, [], "   ");
	const indent = 2 + Math.max(0, ...model.environments.map((environment) => clean(environment.name, 40).length)) + 3;
	const told = model.environments.map((environment) =>
		notes(environment, now, style).map((note) => " ".repeat(indent) + note),
	);
	const rejected = (model.rejected ?? []).map(
		({ version, reason }) =>
			`  ${sign(style, "no")} ${clean(version, 60)} is rejected: ${clean(withoutSubject(reason, version), 200)}`,
	);
	return [
		paint(style, "strong", clean(model.name, 80)),
		...(lines.length === 0 ? ["  no environments"] : lines.flatMap((line, i) => [line, ...(told[i] ?? [])])),
		...rejected,
	];
}

function environmentCells(environment: EnvironmentStatus, now: string, style: Style): string[] {
	const { name, version } = environment;
	const hold = environment.hold === null ? "" : paint(style, "busy", "on hold");
	return [
		`  ${clean(name, 40)}`,
		version === null ? paint(style, "quiet", "nothing yet") : clean(version, 60),
		ageText(environment, now),
		hold,
		originText(environment),
		metricsText(environment),
	];
}

/** Since when, and who brought it. */
function ageText(environment: EnvironmentStatus, now: string): string {
	const { since, by } = environment;
	if (since === null) return "";
	const who = by == null ? "" : ` by ${clean(by, 40)}`;
	return `since ${whenText(since, now)}${who}, ${spanText(since, now)}${soakText(environment, now)}`;
}

/** The pull request that brought it, or else the commit that it was made from, and its subject. */
function originText(environment: EnvironmentStatus): string {
	const { commit, pull } = environment;
	if (commit == null) return "";
	const subject = clean(ownSubject(environment), 50);
	return `${pull == null ? shortCommit(clean(commit, 64)) : `#${pull}`}${subject === "" ? "" : ` "${subject}"`}`;
}

/** So many of a version's metrics are told; `--json` has all that its tag keeps. */
const MOST_METRICS = 2;

function metricsText({ metrics }: EnvironmentStatus): string {
	const shown = (metrics ?? []).slice(0, MOST_METRICS);
	const nameOf = metricNames(shown);
	return shown.map((metric) => `${nameOf(metric)} ${clean(formatNumber(metric.value), 30)}`).join(", ");
}

/** ` (soak 2 h ✓)`: well-spent time that it needs before the next environment may have it, or what is left of it. */
function soakText({ soakSeconds, since, soaking }: EnvironmentStatus, now: string): string {
	if (soakSeconds == null || soakSeconds === 0 || since === null) return "";
	const asked = ` (soak ${formatSeconds(soakSeconds)}`;
	const from = soaking === undefined || soaking === null ? since : soaking.since;
	if (from === null) return `${asked}, which begins when it answers well)`;
	const left = soakSeconds - (Date.parse(now) - Date.parse(from)) / 1000;
	const anew = soaking?.broken == null ? "" : ", begun anew";
	return left <= 0 ? `${asked} ✓)` : `${asked}, ${formatSeconds(left)} left${anew})`;
}

function waitingNotes({ soaking, soakSeconds, frozen, approvals, auto }: EnvironmentStatus): string[] {
	const given = approvals == null ? "" : approvals.by.map((login) => clean(login, 60)).join(", ");
	return [
		auto === false ? "by hand: nothing comes here but by `mainline promote`" : null,
		soaking?.broken == null || !soakSeconds ? null : `its soak was broken: ${clean(soaking.broken, 200)}`,
		frozen == null
			? null
			: `frozen until ${clean(frozen.words, 80)}${frozen.reason === null ? "" : `: ${clean(frozen.reason, 200)}`}`,
		approvals == null
			? null
			: `${clean(approvals.version, 60)} has ${approvals.by.length} of ${approvals.needed} approvals recorded${given === "" ? "" : `: ${given}`}`,
	].filter((note) => note !== null);
}

function notes(environment: EnvironmentStatus, now: string, style: Style): string[] {
	const { hold, health, rollback, failed, waived = [] } = environment;
	return [
		failed == null ? null : `${sign(style, "no")} ${failureNote(failed, now)}`,
		hold === null ? null : `on hold: ${clean(hold, 200)}`,
		...waitingNotes(environment),
		...waived.map((line) => `waived: ${clean(line, 300)}`),
		health == null ? null : `${sign(style, health.ok ? "done" : "no")} ${clean(health.message, 200)}`,
		rollback == null ? null : rollbackNote(rollback, now),
	]
		.filter((note) => note !== null)
		.map((note) => paint(style, "quiet", note));
}

function failureNote({ version, at, reason }: NonNullable<EnvironmentStatus["failed"]>, now: string): string {
	const why = reason === null ? "" : `: ${clean(reason, 200)}`;
	return `${clean(version, 60)} failed here ${agoText(at, now)}${why}`;
}

function rollbackNote({ version, inRegistry, rehearsed }: WayBack, now: string): string {
	const found = [
		inRegistry === null ? null : inRegistry ? "in the registry ✓" : "its image is gone from the registry ✗",
		rehearsed == null ? null : rehearsalNote(rehearsed, now),
	].filter((note) => note !== null);
	return `rollback would bring back ${clean(version, 60)}${found.length === 0 ? "" : `: ${found.join(", ")}`}`;
}

type WayBack = NonNullable<EnvironmentStatus["rollback"]>;

function rehearsalNote({ at, ok, started = true, says }: NonNullable<WayBack["rehearsed"]>, now: string): string {
	const age = agoText(at, now);
	if (ok && !started) return `its image was there ${age}, not started`;
	return ok ? `rehearsed ${age} ✓` : `rehearsal failed ${age} ✗ (${clean(says, 200)})`;
}

function agoText(at: string, now: string): string {
	const span = spanText(at, now);
	return span === "just now" ? span : `${span} ago`;
}
