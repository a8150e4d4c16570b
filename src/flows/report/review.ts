import type { Project, Tree } from "../../manifest/index.ts";
import { lookingOnce, type Observer, type Plan, plan as planStages, Timings } from "../../plan/index.ts";
import type { PlanDocument } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { observeRevision, observeWorkspace } from "../observe.ts";
import { refuseOutside } from "../outside.ts";
import { planDocument, row, timingsFile } from "../plan.ts";
import { knownAt } from "../release/know.ts";
import type { KnownTree } from "../release/known.ts";
import { type Hearsay, optionalRemote, type Shelves, withRemote } from "../remote-shelves.ts";
import { sharedTimes } from "../times/shared.ts";
import { openWorkspace, projectAt, type Workspace } from "../workspace.ts";
import { movedStages, overlooking, standingOn, withoutHearsay, withResults } from "./truth.ts";

/** A workspace, or a commit, beside the revision that it is to change, planned. */
export interface Review {
	/** Where the project's cache, remotes and settings are: never those of a commit that is reviewed. */
	readonly workspace: Workspace;
	/** Of what is reviewed. */
	readonly tree: Tree;
	readonly shelves: Shelves;
	readonly base: ReviewBase | null;
	/** Whose gates judge, and against whose numbers; null: the base's. */
	readonly judge: ReviewBase | null;
	/** The stages of what is reviewed, with the base's true results where it left them alone. */
	readonly project: Project;
	readonly plan: Plan;
	/** The plan, with the reasons against the base's results. */
	readonly document: PlanDocument;
}

export interface ReviewBase {
	readonly commit: string;
	readonly tree: Awaited<ReturnType<typeof projectAt>>["tree"];
	/** As its files say. */
	readonly written: Project;
	/** With the results that its inputs are known to have. */
	readonly project: Project;
	readonly known: KnownTree;
}

/** What is reviewed: its files and manifests, and eyes for it. */
interface Subject {
	readonly tree: Tree;
	readonly project: Project;
	readonly observer: Observer;
	/** The observer without what is only claimed. Absent: the same. */
	readonly plain?: Observer;
	/** What it is to change. */
	readonly base: ReviewBase | null;
}

/** Plans the workspace against a base. Nothing is changed, but what the remote knows may be brought into the cache. */
export async function openReview(
	context: FlowContext,
	base: string | null,
	hearsay: Hearsay = (observer) => observer,
): Promise<Review> {
	const workspace = await openWorkspace(context);
	const shelves = await shelvesOf(context, workspace);
	const { tree, project } = workspace;
	const observer = await hearsay(withRemote(observeWorkspace(workspace), shelves), shelves);
	const found = base === null ? null : await openBase(workspace, shelves, base);
	return reviewOf(context, { workspace, shelves }, { tree, project, observer, base: found });
}

export interface CommitOrder {
	readonly commit: string;
	/** What the commit is compared with. */
	readonly base: string;
	/** Whose gates judge; the base's where it is the same. */
	readonly judge: string;
	readonly hearsay: Hearsay;
	/** What of the commit's own locks counts; see `Locks`. */
	readonly own: Locks;
	/** GitHub's id of the run that is judged: what it took is not what was expected of it. Null: none is. */
	readonly run: number | null;
}

/** `written`: a lock is what its author says. `known`: only where somebody's run is known to have made it. */
export type Locks = "written" | "known";

/**
 * Plans a commit against a base from metadata alone: nothing of it is checked out, and the settings of DVC are those of
 * the workspace, so that a commit cannot say where to look or what to send there.
 */
export async function openCommitReview(
	context: FlowContext,
	{ commit, base, judge, hearsay, own, run }: CommitOrder,
): Promise<Review> {
	const workspace = await openWorkspace(context);
	const shelves = await shelvesOf(context, workspace);
	const { tree, project } = await projectAt(workspace, commit);
	refuseOutside(project, workspace.root);
	const revision = observeRevision({ tree, ignore: project.ignore, ...shelves, assumeStored: true });
	const plain = withRemote(revision, shelves);
	const observer = await hearsay(plain, shelves);
	const place = { workspace, shelves, besides: run };
	const found = await openBase(workspace, shelves, base);
	const judging = judge === base ? null : await openBase(workspace, shelves, judge);
	const counted = own === "written" ? project : await withoutHearsay(project, found, shelves);
	const review = await reviewOf(context, place, { tree, project: counted, observer, plain, base: found });
	return { ...review, judge: judging };
}

async function shelvesOf(context: FlowContext, { config, cache, runCache }: Workspace): Promise<Shelves> {
	return { cache, runCache, remote: await optionalRemote(context, config) };
}

async function reviewOf(
	context: FlowContext,
	place: { workspace: Workspace; shelves: Shelves; besides?: number | null },
	subject: Subject,
): Promise<Review> {
	const { workspace, shelves } = place;
	const { runCache } = shelves;
	const found = subject.base;
	const project = found === null ? subject.project : standingOn(subject.project, { ...onBase(found), runCache });
	const observer = lookingOnce(overlooked(subject, project));
	const plan = await planStages(project, observer, { targets: null, data: false });
	const eyes =
		subject.plain === undefined ? observer : lookingOnce(overlooked({ ...subject, observer: subject.plain }, project));
	const why = found === null ? null : await reasonsAgainst(found, project, eyes);
	await workspace.state.save();
	const timings = await Timings.read(timingsFile(workspace));
	const elsewhere = await sharedTimes(context, place);
	const runsOf = (address: string): readonly number[] =>
		elsewhere.get(address)?.map(({ seconds }) => seconds) ?? timings.of(address);
	const stages = plan.stages.map((planned) => {
		const reasons = why?.get(planned.stage.address) ?? [];
		return row(reasons.length === 0 ? planned : { ...planned, why: reasons }, runsOf(planned.stage.address));
	});
	const document = planDocument(workspace, { base: found?.commit ?? null, stages });
	return { workspace, tree: subject.tree, shelves, base: found, judge: null, project, plan, document };
}

/** True when every stage's result is known: nothing would execute, and nothing is impossible. */
export function isSettled({ plan }: Pick<Review, "plan">): boolean {
	return plan.stages.every(({ action }) => action !== "run" && action !== "maybe" && action !== "blocked");
}

function onBase({ written, known }: ReviewBase): { project: Project; results: KnownTree["results"] } {
	return { project: written, results: known.results };
}

/** A commit to compare with, with the results that its inputs are known to have. */
export async function openBase(workspace: Workspace, shelves: Shelves, rev: string): Promise<ReviewBase> {
	const { commit, tree, project } = await projectAt(workspace, rev);
	const known = await knownAt(tree, { root: workspace.root, config: workspace.config, ...shelves });
	return { commit, tree, written: project, project: withResults(project, known.results), known };
}

function overlooked({ base, ...subject }: Subject, project: Project): Observer {
	if (base === null) return subject.observer;
	return overlooking(subject.observer, { stages: movedStages(subject.project, project), base: base.tree });
}

/** Address → what differs from the base's results. */
async function reasonsAgainst(
	base: ReviewBase,
	project: Project,
	observer: Observer,
): Promise<ReadonlyMap<string, Plan["stages"][number]["why"]>> {
	const locks = new Map(base.project.stages.map(({ address, lock }) => [address, lock]));
	const stages = project.stages.map((stage) => ({ ...stage, lock: locks.get(stage.address) ?? null }));
	const found = await planStages({ ...project, stages }, observer, { targets: null, data: false });
	return new Map(found.stages.map(({ stage, why }) => [stage.address, why]));
}
