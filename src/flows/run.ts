import { join, relative } from "node:path";
import type { Outcome } from "../kernel/index.ts";
import type { LockEntry, Stage } from "../manifest/index.ts";
import { isOutside, type PlannedStage, plan as planStages, Timings } from "../plan/index.ts";
import type { RunDocument, RunStageRow } from "../report/index.ts";
import {
	type Access,
	type Containers,
	exclusively,
	execute,
	GitLines,
	Newcomers,
	orderOf,
	Records,
	type RunReport,
	resultFile,
	Slots,
	type StageReport,
	type Workshop,
} from "../run/index.ts";
import type { RunShelf } from "../store/index.ts";
import { stageInGit } from "./autostage.ts";
import { lookAhead } from "./containers/ahead.ts";
import { containersOf } from "./containers/world.ts";
import type { FlowContext } from "./context.ts";
import { capacityOf } from "./devices.ts";
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
	/** More runs that may be known, where the remote's own are not enough; with `pull`. */
	readonly beside?: RunShelf | null;
	/** Data that is absent but recorded is no reason to run. */
	readonly allowMissing?: boolean;
	/** Tell what would happen, and change nothing. */
	readonly dry: boolean;
	/** After a failure go on with everything. */
	readonly ignoreErrors?: boolean;
	/** Stages at a time, and objects that travel at a time with `pull`. Null: as many as the machine allows. */
	readonly jobs: number | null;
	/** Told of every result as soon as it is recorded. */
	readonly recorded?: (stage: Stage, entry: LockEntry) => void;
	/** The GPUs to hand out; null or absent: those that the machine shows. */
	readonly gpus?: readonly string[] | null;
}

/** Carries the plan out. Answer "no" when a stage failed. */
export async function run(context: FlowContext, options: RunOptions): Promise<Outcome<RunDocument>> {
	if (!options.dry) {
		return changeWorkspace(context, "run", (workspace, access) =>
			exclusively(join(notesFolder(workspace.root), "lock"), process.pid, () =>
				realRun(context, { workspace, access }, options),
			),
		);
	}
	const workspace = await openWorkspace(context);
	try {
		return await dryRun(workspace, options);
	} finally {
		workspace.git?.close();
	}
}

interface Opened {
	readonly workspace: Workspace;
	readonly access: Access;
}

async function realRun(
	context: FlowContext,
	{ workspace, access }: Opened,
	options: RunOptions,
): Promise<Outcome<RunDocument>> {
	const { project, root } = workspace;
	const job = {
		project,
		selection: selectedStages(workspace, options),
		options: { ...options, ignoreErrors: options.ignoreErrors ?? false, runCache: !options.noRunCache },
		progress: context.progress,
	};
	const newcomers = await Newcomers.open(root, orderOf(job).order, join(notesFolder(root), "newcomers"));
	const written = new Set<string>();
	const shop = workshop(context, { workspace, access, newcomers, written }, options);
	await lookAhead(context, { workspace, ...job, containers: shop.containers, pull: options.pull });
	const report = await execute(job, shop).finally(() => workspace.state.save());
	await newcomers.close(isWhole(report, options));
	if (isSuccess(report, options)) await stageInGit(workspace, [...written, ...resultFiles(workspace, report)]);
	await noteTimes(workspace, report.stages);
	await rememberPlaced(
		workspace,
		selectedOutputs(workspace, []).flatMap(({ out }) => out.at ?? []),
	);
	return {
		answer: isSuccess(report, options) ? "yes" : "no",
		document: {
			schema: "mainline.run/1",
			seconds: report.seconds,
			stages: report.stages.map((each) => row(root, each)),
		},
	};
}

/** As for DVC, errors that are ignored are none. */
function isSuccess({ stages }: RunReport, { ignoreErrors = false }: RunOptions): boolean {
	return ignoreErrors || !stages.some(({ outcome }) => outcome === "failed" || outcome === "skipped");
}

/** Whether stages running one after the other would not have stopped earlier. */
function isWhole({ stages }: RunReport, { ignoreErrors = false, keepGoing }: RunOptions): boolean {
	const stopped = stages.some(({ outcome, after }) => outcome === "skipped" && after === undefined);
	return !stopped && (ignoreErrors || keepGoing || !stages.some(({ outcome }) => outcome === "failed"));
}

function workshop(
	context: FlowContext,
	{ workspace, access, newcomers, written }: Opened & { newcomers: Newcomers; written: Set<string> },
	options: RunOptions,
): Workshop & { readonly containers: Containers } {
	const { root, ignore, config } = workspace;
	const { machine, progress, signal, clock } = context;
	const added: Newcomers["add"] = (file, key) => {
		written.add(file);
		return newcomers.add(file, key);
	};
	const eyes = { ...observeWorkspace(workspace), external: externalEye(context, workspace) };
	return {
		...workspace,
		observer: options.allowMissing === true ? seeingListings(eyes, context, workspace) : eyes,
		linkTypes: config.cacheTypes,
		rulesFor: (directory) => rulesFor(ignore, directory),
		git: gitLines(workspace, added),
		shell: machine.shell,
		progress,
		signal,
		clock,
		access,
		records: toldOf(new Records(root, added), options),
		supply: options.pull ? remoteSupply(workspace, { ...options, progress }) : null,
		containers: containersOf(context, workspace),
		slots: new Slots(capacityOf(machine, options)),
		logs: join(notesFolder(root), "logs"),
	};
}

function toldOf(records: Records, { recorded }: RunOptions): Workshop["records"] {
	if (recorded === undefined) return records;
	return {
		add: async (stage, entry) => {
			await records.add(stage, entry);
			recorded(stage, entry);
		},
	};
}

/** Where the results of the stages that changed are recorded. */
function resultFiles({ root, project }: Workspace, { stages }: RunReport): string[] {
	const changed = new Set(
		stages.filter(({ outcome }) => outcome === "executed" || outcome === "restored").map(({ address }) => address),
	);
	return project.stages.filter(({ address }) => changed.has(address)).map((stage) => join(root, resultFile(stage)));
}

function gitLines({ git, below, root, project }: Workspace, added: Newcomers["add"]): GitLines | null {
	if (git === null) return null;
	const outputs = project.stages.flatMap(({ outs }) =>
		outs.flatMap(({ at, cache }) => (cache && at !== null ? at : [])),
	);
	return new GitLines({ eye: gitEye(git, below), root, added, outputs: outputs.filter((path) => !isOutside(path)) });
}

async function noteTimes(workspace: Workspace, stages: readonly StageReport[]): Promise<void> {
	const timings = await Timings.read(timingsFile(workspace));
	for (const { address, outcome, seconds } of stages) if (outcome === "executed") timings.add(address, seconds);
	await timings.save();
}

function row(root: string, { failure, ...report }: StageReport): RunStageRow {
	if (failure === undefined) return report;
	const { message, hint, exitCode, tail, at, log } = failure;
	return {
		...report,
		message: hint === undefined ? message : `${message} (${hint})`,
		exitCode,
		tail,
		file: at.file,
		...(at.line === undefined ? {} : { line: at.line }),
		...(log === undefined ? {} : { log: relative(root, log) }),
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
