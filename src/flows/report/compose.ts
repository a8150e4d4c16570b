import { type Comparability, type GateVerdict, inTheLightOf, recordedData } from "../../compare/index.ts";
import type { WaiverPolicy } from "../../config/index.ts";
import type { DiffDocument, NotRun, PullReport, PullSide, RunDocument } from "../../report/index.ts";
import type { FlowContext } from "../context.ts";
import { gateSides, readPolicy } from "../gate.ts";
import { diffSides, type NamedSide, openSide } from "../sides.ts";
import { openWorkspace } from "../workspace.ts";
import { withCauses } from "./causes.ts";
import { comparabilityOf } from "./comparability.ts";
import { metricHistory, shownMetrics } from "./history.ts";
import { type MergingOrder, mergingOf } from "./merging.ts";
import { asRecorded, shelvedObjects } from "./objects.ts";
import { isSettled, type Review } from "./review.ts";
import { sideOf } from "./side-of.ts";
import { withTables } from "./tables.ts";
import { withPlanned } from "./truth.ts";
import { wayBack } from "./way-back.ts";

/** What is known beside the review itself. */
export interface Circumstances {
	readonly pull: PullReport["pull"];
	readonly base: PullSide | null;
	readonly head: PullSide;
	/** Null when nothing was executed. */
	readonly run: RunDocument | null;
	/** Where its results are looked at: in this workspace, or as they are recorded. Absent: in the workspace. */
	readonly results?: "workspace" | "recorded";
	/** What was claimed of stages and is not so. */
	readonly disbelieved?: PullReport["disbelieved"];
	readonly notRun: NotRun | null;
	/** The commit whose merge would release; null: nothing is said of releases. */
	readonly merging: MergingOrder | null;
	readonly links: PullReport["links"];
	readonly warnings: readonly string[];
	/** Absent: what the verdict suggests. */
	readonly next?: PullReport["next"];
	/** Says which gates' "no" somebody has waived. Absent: none is. */
	readonly waived?: Waiving;
}

/** Gates as the policy's own branch has them, and who may waive them there. */
export type Waiving = (gates: readonly GateVerdict[], policy: WaiverPolicy) => Promise<readonly GateVerdict[]>;

/** Compares, judges, and says what merging would do. Gates are the base's: a change does not judge itself. */
export async function compose(context: FlowContext, review: Review, about: Circumstances): Promise<PullReport> {
	const here = about.results === "recorded" ? null : about.run;
	const settled = here === null ? isSettled(review) : here.stages.every(({ outcome }) => isDone(outcome));
	const sides = { base: baseSide(review), head: await headSide(context, review, here) };
	const compared = sides.base === null ? null : await diffSides(sides.base, sides.head, true);
	const diff = compared === null ? null : await withShapes(compared, { ...sides, review, here });
	const judged = settled
		? await judge(review, { ...sides, base: judgingBase(review, sides.base) }, { waived: about.waived, diff })
		: null;
	const apart = judged?.comparability ?? [];
	const merging = about.merging === null ? null : await mergingOf(context, review, about.merging);
	const passes =
		merging === null || about.merging === null ? null : await wayBack(review, { merging, rev: about.merging.rev });
	const gates = (judged?.gates ?? []).map((gate) => (passes?.(gate) === true ? { ...gate, blocks: false } : gate));
	const back = passes === null ? [] : gates.some(({ blocks }) => blocks) ? [MORE] : [BACK];
	// after the release's preview, which brings in the tags that tell of earlier ones
	const history = settled ? await metricHistory(review, shownMetrics(diff, judged)) : [];
	return {
		schema: "mainline.report/1",
		pull: about.pull,
		base: about.base === null ? null : { ...about.base, ...resultsOf(review) },
		head: about.head,
		plan: review.document,
		run: about.run,
		...(about.disbelieved === undefined ? {} : { disbelieved: about.disbelieved }),
		notRun: about.notRun,
		diff: diff === null ? null : settled ? diff : asFarAsMeasured(diff, review, here),
		gates: await withCauses(gates, { head: sides.head.side, diff }),
		...(apart.length === 0 ? {} : { comparability: apart }),
		...(history.length === 0 ? {} : { history }),
		warnings: [...new Set([...about.warnings, ...back, ...(diff?.warnings ?? []), ...(judged?.warnings ?? [])])],
		merging,
		next: about.next ?? [],
		links: about.links,
	};
}

const BACK = "This brings back what was released before: the gates are shown, and do not stand in its way.";

const MORE =
	"It brings back what was released before, and changes more than that: gates on numbers that were not released with it count.";

/** Where the base's results are known from: its lock, or, where that is behind, the run cache. */
function resultsOf({ base }: Review): Pick<PullSide, "results"> {
	if (base === null) return {};
	const stages = base.project.stages.filter(({ cmd }) => cmd !== null);
	const sources = stages.map(({ address }) => base.known.results.get(address)?.source ?? null);
	const count = (source: (typeof sources)[number]): number => sources.filter((each) => each === source).length;
	return { results: { lock: count("lock"), runCache: count("run-cache"), unknown: count(null) } };
}

interface Sides {
	readonly base: NamedSide | null;
	readonly head: NamedSide;
}

interface Judged {
	readonly gates: readonly GateVerdict[];
	readonly comparability: readonly Comparability[];
	readonly warnings: readonly string[];
}

async function judge(
	review: Review,
	sides: Sides,
	{ waived, diff }: { readonly waived: Waiving | undefined; readonly diff: DiffDocument | null },
): Promise<Judged> {
	const policy = await readPolicy((review.judge ?? review.base)?.tree ?? review.tree);
	const { gates: judged, warnings } = await gateSides(policy.gates, sides.base, sides.head);
	const files = [...judged, ...(diff?.metrics ?? [])].map(({ file }) => file);
	const { base, head } = sides;
	const comparability = base === null ? [] : await comparabilityOf(base.side, head.side, files);
	const gates = inTheLightOf(comparability, judged);
	return { gates: waived === undefined ? gates : await waived(gates, policy.waivers), comparability, warnings };
}

function judgingBase(review: Review, base: NamedSide | null): NamedSide | null {
	return review.judge === null ? base : sideOf(review, review.judge);
}

/** What was not made is not shown: the numbers of an earlier run say nothing about this change, nor does what a failed stage left out. */
function asFarAsMeasured(diff: DiffDocument, { project }: Review, run: RunDocument | null): DiffDocument {
	const unmade = new Set((run?.stages ?? []).filter(({ outcome }) => !isDone(outcome)).map(({ address }) => address));
	const paths = project.stages.flatMap(({ address, outs }) => (unmade.has(address) ? outs.map(({ at }) => at) : []));
	return { ...diff, metrics: [], data: diff.data.filter(({ path, below }) => !paths.includes(below ?? path)) };
}

/** Rows and columns of changed tables, where they are at hand. */
async function withShapes(
	diff: DiffDocument,
	{ base, head, review, here }: Sides & { readonly review: Review; readonly here: RunDocument | null },
): Promise<DiffDocument> {
	if (base === null) return diff;
	const places = { ...review.shelves, root: here === null ? null : review.workspace.root };
	return { ...diff, data: await withTables(diff.data, { base: base.side, head: head.side, places }) };
}

function isDone(outcome: RunDocument["stages"][number]["outcome"]): boolean {
	return outcome !== "failed" && outcome !== "skipped";
}

function baseSide(review: Review): NamedSide | null {
	return review.base === null ? null : sideOf(review, review.base);
}

/** After a run, what lies in the workspace; else what is known of it, wherever its data are. */
async function headSide(context: FlowContext, review: Review, run: RunDocument | null): Promise<NamedSide> {
	if (run !== null) {
		const workspace = await openWorkspace(context);
		const { side, name } = await openSide(workspace, null);
		workspace.git?.close();
		return { side: { ...side, objects: shelvedObjects(review.shelves) }, name };
	}
	const project = withPlanned(review.project, review.plan);
	const side = {
		tree: asRecorded(review.tree, project),
		project,
		objects: shelvedObjects(review.shelves),
		data: recordedData(project),
	};
	return { side, name: { name: "workspace", commit: null } };
}
