import type { MainlineConfig } from "../../config/index.ts";
import { Git } from "../../git/index.ts";
import type { PushEvent } from "../../github/index.ts";
import { badInput, Failure, joinPath, type Outcome } from "../../kernel/index.ts";
import type { FlowContext } from "../context.ts";
import type { Released } from "../release/documents.ts";
import { knowTree } from "../release/know.ts";
import { mainLineOf } from "../release/main-line.ts";
import { release } from "../release.ts";
import { compose } from "../report/compose.ts";
import { isSettled, openReview } from "../report/review.ts";
import { shareTimes } from "../times/shared.ts";
import { type Announcer, announcer } from "./announce.ts";
import { rightsAt } from "./approvals/may-approve.ts";
import { bumpOfMerge } from "./bump-of-merge.ts";
import { executeReview } from "./execute.ts";
import { mergedPulls, pullNumbers } from "./merged-pulls.ts";
import { offerMerges } from "./offer-merges.ts";
import { type AutoOptions, type AutoOutcome, nothing, plain } from "./options.ts";
import { eachProject, type Looked, type ProjectPlace, projectsOf } from "./projects.ts";
import { waiversOfMerge } from "./waivers/of-merge.ts";

/** A push to the main line: what it declares is released. */
export async function onPush(context: FlowContext, options: AutoOptions, event: PushEvent): Promise<AutoOutcome> {
	const { after, before, sender } = event;
	if (!event.toDefaultBranch) return nothing(`a push to ${event.ref} releases nothing: only the default branch does`);
	if (after === null) return nothing("the branch was deleted: there is nothing to release");
	const { branch } = event;
	const order = await brought(context, options, { commit: after, before, branch, by: sender, model: null });
	const outcome = await releaseProjects(context, options, order);
	if (event.branch !== null) await offerMerges(context, options, { branch: event.branch, commit: after });
	return outcome;
}

export interface ReleaseOrder {
	readonly commit: string;
	readonly before: string | null;
	/** The branch that the commit is of; null: the one that is checked out. */
	readonly branch: string | null;
	readonly by: string;
	readonly model: string | null;
}

/**
 * A job that is run again, or comes late, has an old commit. What that declares was left behind: the branch's newest one is released in its
 * place, for whose own push may have started no job.
 */
export async function brought(
	context: FlowContext,
	{ remote }: AutoOptions,
	order: ReleaseOrder,
): Promise<ReleaseOrder> {
	const git = await Git.open(context.cwd);
	const commit = await git.resolve(order.commit);
	const newer = await mainLineOf(git, remote).newerThan(commit, order.branch);
	if (newer === null) return { ...order, commit };
	const [from, to] = [commit, newer].map((each) => each.slice(0, 7));
	context.progress.warn(`the main line has gone on from ${from} to ${to}: that is released in its place`);
	return { ...order, commit: newer };
}

/** Releases a commit of every project: one that cannot be read keeps nobody else from being released. */
export async function releaseProjects(
	context: FlowContext,
	options: AutoOptions,
	order: ReleaseOrder,
): Promise<AutoOutcome> {
	const projects = await projectsOf(context);
	if (projects.length > 1) await refuseNamesakes(projects, order.commit);
	const looked = await eachProject(projects, (project) => releaseCommit(project.context, options, order));
	const [only] = looked;
	if (looked.length === 1 && only?.kind === "found") return only.found;
	for (const each of looked)
		if (each.kind === "failure") context.progress.warn(`${each.path}: ${each.failure.message}`);
	return allReleased(looked, order.commit);
}

function allReleased(looked: readonly Looked<AutoOutcome>[], commit: string): AutoOutcome {
	const found = looked.flatMap((each) => (each.kind === "found" ? [each.found] : []));
	const models = found.flatMap(({ result }) => (isRelease(result) ? result.models : []));
	const broken = looked.flatMap(({ kind, path }) => (kind === "failure" ? [`${path} cannot be read`] : []));
	const seconds = found.reduce((sum, { result }) => sum + (isRelease(result) ? (result.seconds ?? 0) : 0), 0);
	const document: Released = { schema: "mainline.release/1", plan: false, commit, models, seconds };
	const fine = broken.length === 0 && found.every(({ answer }) => answer === "yes");
	const words = [...broken, releaseWords(document)].filter((part) => part !== "").join(", ");
	if (models.length === 0 && fine)
		return nothing("no project's mainline.yaml names a model: there is nothing to release");
	return plain({ answer: fine ? "yes" : "no", document }, words);
}

function isRelease(result: AutoOutcome["result"]): result is Released {
	return result?.schema === "mainline.release/1";
}

/** Tags belong to the whole repository: two models of one name would be one. */
async function refuseNamesakes(projects: readonly ProjectPlace[], commit: string): Promise<void> {
	const owners = new Map<string, string>();
	const looked = await eachProject(projects, ({ context }) => policyAt(context, commit));
	for (const each of looked) {
		for (const name of each.kind === "found" ? each.found.models.keys() : []) {
			const other = owners.get(name);
			if (other === undefined) owners.set(name, each.path);
			else throw namesakes(name, [other, each.path]);
		}
	}
}

function namesakes(name: string, [first, second]: readonly [string, string]): Failure {
	return badInput("model-twice", `${first} and ${second} both release a model \`${name}\``, {
		at: { file: joinPath(second, "mainline.yaml") },
		found: name,
		expected: "a name of its own for each model: the tags that record releases are those of the whole repository",
		hint: `call one of them otherwise, in dvc.yaml's \`artifacts:\` and in mainline.yaml`,
	});
}

function isScheduled(event: AutoOptions["event"]): boolean {
	return event.kind === "other" && event.name === "schedule";
}

/** Releases a commit of one project; stages whose results nobody knows run first, where that is allowed. */
export async function releaseCommit(
	context: FlowContext,
	options: AutoOptions,
	order: ReleaseOrder,
): Promise<AutoOutcome> {
	const config = await policyAt(context, order.commit);
	if (config.models.size === 0) return nothing("mainline.yaml names no model: there is nothing to release");
	await bringBefore(context, options, order);
	const teller = tellerFor(context, options, config);
	const merged = mergedPulls(context, options.gitHub, order);
	const once = (): Promise<Outcome<Released>> =>
		release(context, {
			model: order.model,
			rev: order.commit,
			before: order.before,
			branch: order.branch,
			know: knowTree,
			remote: options.remote,
			plan: false,
			by: order.by,
			run: options.runUrl,
			waived: () => waiversOfMerge(context, options, merged),
			pulls: () => pullNumbers(context, merged),
			labelled: () => bumpOfMerge(context, merged),
			// each hour would be a gap where what fails stops what ran; a merge, or a person, tries it again
			retries: !isScheduled(options.event),
			...rightsAt(context, options),
			...(teller === null ? {} : { announce: teller.announce }),
		});
	const first = await once();
	const ran =
		isBlocked(first.document) &&
		options.run === "here" &&
		(await isHere(context, order)) &&
		(await runFirst(context, options, order));
	const outcome = ran ? await once() : first;
	teller?.settle();
	return plain(outcome, releaseWords(outcome.document));
}

/** What is checked out can be run; another commit's own job does. */
async function isHere({ cwd }: FlowContext, { commit }: ReleaseOrder): Promise<boolean> {
	const git = await Git.open(cwd);
	return (await git.resolve("HEAD")) === (await git.resolve(commit));
}

/** What stands in for a pull request's run, where main got inputs that nobody ever ran together. False when a gate or a stage says no. */
async function runFirst(
	context: FlowContext,
	{ workflowRun }: AutoOptions,
	{ before }: ReleaseOrder,
): Promise<boolean> {
	const review = await openReview(context, before);
	try {
		if (isSettled(review)) return false;
		const { document: run } = await executeReview(context, review);
		await shareTimes(context, review, { run: workflowRun, stages: run.stages });
		if (run.stages.some(({ outcome }) => outcome === "failed" || outcome === "skipped")) return false;
		const side = { name: "main", commit: before ?? "" };
		const about = { pull: null, base: before === null ? null : side, head: { name: "main", commit: "" }, run };
		const report = await compose(context, review, { ...about, notRun: null, merging: null, links: {}, warnings: [] });
		const broken = report.gates.filter(({ blocks }) => blocks);
		for (const { metric, why } of broken) context.progress.warn(`not released: ${metric} ${why}`);
		return broken.length === 0;
	} finally {
		review.workspace.git?.close();
	}
}

async function policyAt(context: FlowContext, commit: string): Promise<MainlineConfig> {
	const { openCommit } = await import("../release/open-commit.ts");
	const site = await openCommit(context, { rev: commit, know: knowTree, remote: null, plan: true, by: null });
	site.git.close();
	return site.config;
}

/** A shallow clone lacks the commit before; without it a revert is still told by its content. */
async function bringBefore(
	{ cwd, progress }: FlowContext,
	{ remote }: AutoOptions,
	order: ReleaseOrder,
): Promise<void> {
	if (order.before === null) return;
	const git = await Git.open(cwd);
	await git.fetchCommit(remote, order.before).catch((failure: unknown) => {
		if (!(failure instanceof Failure)) throw failure;
		progress.warn(`the commit before could not be fetched: ${failure.message}`);
	});
}

export function tellerFor(context: FlowContext, options: AutoOptions, config: MainlineConfig): Announcer | null {
	const { gitHub, runUrl } = options;
	if (gitHub === null) return null;
	const environments = [...config.environments.values()];
	const followed = new Set(environments.map(({ after }) => after));
	return announcer({
		gitHub,
		progress: context.progress,
		runUrl,
		manyModels: config.models.size > 1,
		production: new Set(environments.filter(({ name }) => !followed.has(name)).map(({ name }) => name)),
	});
}

function isBlocked({ models }: Released): boolean {
	return models.some(({ outcome }) => outcome === "blocked");
}

function releaseWords({ models }: Released): string {
	return models
		.map(({ name, version, outcome }) => `${name} ${version ?? ""} ${outcome}`.replace("  ", " "))
		.join(", ");
}
