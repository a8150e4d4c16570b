import type { Progress } from "../kernel/index.ts";
import type { Project, Stage } from "../manifest/index.ts";
import { type Graph, graphFor, inOrder, type Selection } from "../plan/index.ts";
import { attend, type Run } from "./attend.ts";
import type { ExecuteOptions, RunReport, StageReport, Workshop } from "./model.ts";
import { Seats } from "./seats.ts";
import { Tally } from "./tally.ts";
import { Twins } from "./twins.ts";

export interface Job {
	readonly project: Project;
	readonly selection: Selection;
	readonly options: ExecuteOptions;
	readonly progress: Progress;
}

/** So many stages are looked at at a time: each keeps a few files open. */
const LOOKED_AT = 32;

/** The graph of a job, and its stages as they run one after the other. Failures of `graphFor`. */
export function orderOf({ project, selection }: Pick<Job, "project" | "selection">): { graph: Graph; order: Stage[] } {
	const graph = graphFor(project.stages, selection);
	return { graph, order: inOrder(graph, selection) };
}

/**
 * Brings the selected stages up to date, each judged when its turn comes. What is done stays done: every stage's result is
 * recorded before one that needs it begins, and a kill at any moment leaves files whole.
 */
export async function execute(job: Job, shop: Workshop): Promise<RunReport> {
	const start = shop.clock.monotonic();
	const { graph, order } = orderOf(job);
	const [planned, forced, dropped] = [new Map(), new Set<Stage>(), new Map()];
	const run: Run = { graph, options: job.options, shop, planned, forced, dropped, company: null };
	const stages =
		job.options.jobs === 1 || isChain(order, graph) ? await oneByOne(order, run, job) : await atOnce(order, run, job);
	return { stages, seconds: (shop.clock.monotonic() - start) / 1000 };
}

/** Whether no two commands could run at the same time: then each has the whole screen. */
function isChain(order: readonly Stage[], graph: Graph): boolean {
	const commands = order.filter(({ cmd }) => cmd !== null);
	return commands.every((stage, index) => {
		const before = commands[index - 1];
		return before === undefined || graph.upstream(stage).includes(before);
	});
}

async function oneByOne(order: readonly Stage[], run: Run, { progress }: Job): Promise<StageReport[]> {
	const reports: StageReport[] = [];
	for (const [rank, stage] of order.entries()) {
		const end = progress.group(stage.address);
		reports.push(await attend({ stage, rank }, run).finally(end));
	}
	return reports;
}

/**
 * Every stage as soon as it may: two that touch the same path come one after the other, as they would without the others;
 * all the rest does not wait.
 */
async function atOnce(order: readonly Stage[], alone: Run, { progress }: Job): Promise<StageReport[]> {
	const { access } = alone.shop;
	const tally = new Tally(progress, order.length);
	const run: Run = { ...alone, company: { twins: new Twins(order), seats: new Seats(LOOKED_AT), tally } };
	const ranks = new Map(order.map((stage, rank) => [stage, rank]));
	const ends: Promise<StageReport>[] = [];
	for (const [rank, stage] of order.entries()) {
		const before = neighbours(run.graph, stage).flatMap((other) => ends[ranks.get(other) ?? order.length] ?? []);
		const turn = Promise.all(before).then(() => access.hold(() => attend({ stage, rank }, run)));
		ends.push(turn.finally(() => tally.end()));
	}
	return access.rest(() => Promise.all(ends));
}

/** A stage is pushed after those before it: who is not there yet comes later, and waits itself. */
function neighbours(graph: Graph, stage: Stage): Stage[] {
	return [...graph.upstream(stage), ...graph.downstream(stage)];
}
