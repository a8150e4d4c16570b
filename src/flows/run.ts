import { join } from "node:path";
import type { Outcome } from "../kernel/index.ts";
import { type PlannedStage, plan as planStages, Timings } from "../plan/index.ts";
import type { RunDocument, RunStageRow } from "../report/index.ts";
import { type Access, exclusively, execute, Records, type StageReport, type Workshop } from "../run/index.ts";
import { stageInGit } from "./autostage.ts";
import type { FlowContext } from "./context.ts";
import { externalEye } from "./externals.ts";
import { seeingListings } from "./listings.ts";
import { observeWorkspace, rulesFor } from "./observe.ts";
import { rememberPlaced } from "./placed.ts";
import { timingsFile } from "./plan.ts";
import { remoteSupply } from "./supply.ts";
import { type StageSelection, selectedOutputs, selectedStages } from "./targets.ts";
import { changeWorkspace, gitEye, notesFolder, openWorkspace, type Workspace } from "./workspace.ts";

export interface RunOptions extends StageSelection {
	readonly force: boolean;
	readonly forceDownstream: boolean;
	readonly noRunCache: boolean;
	readonly noCommit: boolean;
	readonly keepGoing: boolean;
	/** Fetch what is missing from the remote before running. */
	readonly pull: boolean;
	/** Data that is absent but recorded is no reason to run. */
	readonly allowMissing?: boolean;
	/** Tell what would happen, and change nothing. */
	readonly dry: boolean;
	/** Objects that travel at a time with `pull`; stages run one by one. Null: as many as the machine likes. */
	readonly jobs: number | null;
}

/** Carries the plan out. Answer "no" when a stage failed. */
export async function run(context: FlowContext, options: RunOptions): Promise<Outcome<RunDocument>> {
	if (!options.dry) {
		return changeWorkspace(context, "run", (workspace, access) =>
			realRun(workspace, options, workshop(context, { workspace, access }, options)),
		);
	}
	const workspace = await openWorkspace(context);
	try {
		return await dryRun(workspace, options);
	} finally {
		workspace.git?.close();
	}
}

async function realRun(workspace: Workspace, options: RunOptions, shop: Workshop): Promise<Outcome<RunDocument>> {
	const job = {
		project: workspace.project,
		selection: selectedStages(workspace, options),
		options: { ...options, runCache: !options.noRunCache },
	};
	const report = await exclusively(join(notesFolder(workspace.root), "lock"), process.pid, () => execute(job, shop));
	await stageInGit(workspace, report.stages.some(isBad) ? [] : shop.records.files);
	await workspace.state.save();
	await noteTimes(workspace, report.stages);
	await rememberPlaced(
		workspace,
		selectedOutputs(workspace, []).flatMap(({ out }) => out.at ?? []),
	);
	return {
		answer: report.stages.some(isBad) ? "no" : "yes",
		document: { schema: "mainline.run/1", seconds: report.seconds, stages: report.stages.map(row) },
	};
}

function isBad({ outcome }: StageReport): boolean {
	return outcome === "failed" || outcome === "skipped";
}

function workshop(
	context: FlowContext,
	{ workspace, access }: { workspace: Workspace; access: Access },
	{ pull, jobs, allowMissing = false }: RunOptions,
): Workshop {
	const { git, below, ignore, config } = workspace;
	const eyes = { ...observeWorkspace(workspace), external: externalEye(context, workspace) };
	return {
		...workspace,
		observer: allowMissing ? seeingListings(eyes, context, workspace) : eyes,
		linkTypes: config.cacheTypes,
		rulesFor: (directory) => rulesFor(ignore, directory),
		git: git === null ? null : gitEye(git, below),
		shell: context.machine.shell,
		progress: context.progress,
		signal: context.signal,
		clock: context.clock,
		access,
		records: new Records(workspace.root),
		supply: pull ? remoteSupply(workspace, { jobs, progress: context.progress }) : null,
	};
}

async function noteTimes(workspace: Workspace, stages: readonly StageReport[]): Promise<void> {
	const timings = await Timings.read(timingsFile(workspace));
	for (const { address, outcome, seconds } of stages) if (outcome === "executed") timings.add(address, seconds);
	await timings.save();
}

function row({ failure, ...report }: StageReport): RunStageRow {
	if (failure === undefined) return report;
	const { message, hint, exitCode, tail, at } = failure;
	return {
		...report,
		message: hint === undefined ? message : `${message} (${hint})`,
		exitCode,
		tail,
		file: at.file,
		...(at.line === undefined ? {} : { line: at.line }),
	};
}

async function dryRun(workspace: Workspace, options: RunOptions): Promise<Outcome<RunDocument>> {
	const found = await planStages(workspace.project, observeWorkspace(workspace), {
		...selectedStages(workspace, options),
		data: options.allowMissing !== true,
		force: options.force,
		forceDownstream: options.forceDownstream,
		runCache: !options.noRunCache,
	});
	await workspace.state.save();
	return {
		answer: "yes",
		document: { schema: "mainline.run/1", dry: true, seconds: 0, stages: found.stages.map(dryRow) },
	};
}

const OUTCOMES = {
	none: "unchanged",
	restore: "restored",
	run: "executed",
	maybe: "executed",
	frozen: "frozen",
	blocked: "failed",
} as const;

function dryRow({ stage, action, why, source }: PlannedStage): RunStageRow {
	return {
		address: stage.address,
		outcome: OUTCOMES[action],
		seconds: 0,
		why,
		...(source === undefined ? {} : { source }),
		...(action === "blocked" ? { message: "blocked", file: stage.place.file } : {}),
	};
}
