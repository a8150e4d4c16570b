import type { RunnerFacts } from "../../../github/index.ts";
import type { Found } from "../codes.ts";
import { isSelfHosted, ourJobs, type Placed, placeOf } from "../workflows/model.ts";
import type { Site } from "./site.ts";

/** The first that runs actions of Node 24. */
const OLDEST = "2.327.1";

/** Whether somebody is there to run the jobs that ask for machines of your own. */
export function runners(site: Site): Found[] {
	const { runners: answer, facts } = site.settings;
	if (answer.kind !== "seen") return [];
	const asked = ourJobs(site.workflows).filter(({ job }) => isSelfHosted(job));
	const groups = Map.groupBy(asked, ({ job }) => (job.labels ?? []).join(", "));
	return [
		...[...groups.values()].flatMap((jobs) => unmanned(jobs, { all: answer.value, shared: facts.ownedByOrganization })),
		...tooOld(answer.value),
	];
}

function unmanned(jobs: readonly Placed[], { all, shared }: { all: readonly RunnerFacts[]; shared: boolean }): Found[] {
	const [first] = jobs;
	if (first === undefined) return [];
	const labels = first.job.labels ?? [];
	const fitting = all.filter((runner) => labels.every((label) => hasLabel(runner, label)));
	if (fitting.some(({ online }) => online)) return [];
	const where = placeOf(first) + (jobs.length > 1 ? ` (and ${jobs.length - 1} more)` : "");
	if (fitting.length > 0) {
		return [
			{
				code: "runner-offline",
				level: "problem",
				says: `no runner with the labels ${labels.join(", ")} is online: ${fitting.map(({ name }) => name).join(", ")}`,
				why: `${where} waits for one, for a day at most`,
				fix: "on that machine, in the runner's folder: sudo ./svc.sh start (or ./run.sh)",
			},
		];
	}
	const own = labels.filter((label) => label.toLowerCase() !== "self-hosted");
	return [
		{
			code: "runner-missing",
			level: shared ? "advice" : "problem",
			says: `no runner of the repository has the labels ${labels.join(", ")}${shared ? "; those of the organisation are not seen from here" : ""}`,
			why: `${where} waits for one, for a day at most, and then fails`,
			fix: `Settings, Actions, Runners, "New self-hosted runner", with \`--labels ${own.join(",")}\`; or change \`runs-on\` in ${first.workflow.file}`,
		},
	];
}

function hasLabel({ labels }: RunnerFacts, label: string): boolean {
	return labels.some((each) => each.toLowerCase() === label.toLowerCase());
}

function tooOld(all: readonly RunnerFacts[]): Found[] {
	const old = all.filter(({ version }) => version !== null && isBefore(version, OLDEST));
	if (old.length === 0) return [];
	return [
		{
			code: "runner-too-old",
			level: "problem",
			says: `too old a runner: ${old.map(({ name, version }) => `${name} (${version})`).join(", ")}`,
			why: `actions of Node 24, which Mainline is one of, need ${OLDEST}`,
			fix: "let it update itself (without `--disableupdate`), or install the newest from https://github.com/actions/runner/releases",
		},
	];
}

/** Whether a version of numbers and dots comes before another; what is no version does not. */
export function isBefore(version: string, least: string): boolean {
	const [found, wanted] = [numbers(version), numbers(least)];
	const at = wanted.findIndex((number, index) => (found[index] ?? 0) !== number);
	return found.length > 0 && at >= 0 && (found[at] ?? 0) < (wanted[at] ?? 0);
}

function numbers(version: string): number[] {
	return /^\d+(?:\.\d+)*/.exec(version)?.[0].split(".").map(Number) ?? [];
}
