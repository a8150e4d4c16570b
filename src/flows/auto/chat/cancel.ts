import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkflowRun } from "../../../github/index.ts";
import { Failure } from "../../../kernel/index.ts";
import { RunCache } from "../../../store/index.ts";
import type { FlowContext } from "../../context.ts";
import { entryFormat } from "../../entry-format.ts";
import { openCommitReview } from "../../report/review.ts";
import type { AutoOptions } from "../options.ts";
import { openGround } from "../trusted/ground.ts";
import { finishedBy } from "../untrusted/own-shelf.ts";
import type { Reply } from "./reply.ts";
import { type AboutPull, runsOf } from "./runs.ts";

/** A runner ends what runs within ten seconds; a hosted one that only begins may take longer. */
const PATIENCE_MS = 60_000;
const GLANCE_MS = 2000;

/** Ends what runs for the pull's head, waits for the end, and says what of it is kept. */
export async function cancelRuns(context: FlowContext, options: AutoOptions, about: AboutPull): Promise<Reply> {
	const running = await openRuns(about);
	const [newest] = running;
	if (newest === undefined) return { kind: "refused", said: "nothing of it runs", text: null };
	for (const { id } of running) await about.gitHub.cancelRun(id);
	const ended = await hasEnded(context, about);
	const said = ended ? "the run was ended" : "the run is being ended: GitHub has not said yet that it is over";
	return { kind: "done", said: `${said}. ${await keptWords(context, options, { about, run: newest })}`, text: null };
}

async function openRuns(about: AboutPull): Promise<WorkflowRun[]> {
	return (await runsOf(about)).filter(({ status }) => status !== "completed");
}

async function hasEnded({ clock, signal }: FlowContext, about: AboutPull): Promise<boolean> {
	const start = clock.monotonic();
	for (;;) {
		if ((await openRuns(about)).length === 0) return true;
		if (signal.aborted || clock.monotonic() - start > PATIENCE_MS) return false;
		await clock.sleep(GLANCE_MS);
	}
}

interface Ended {
	readonly about: AboutPull;
	readonly run: WorkflowRun;
}

async function keptWords(context: FlowContext, options: AutoOptions, ended: Ended): Promise<string> {
	try {
		const { finished, open } = await leftBy(context, options, ended);
		const kept =
			finished.length === 0
				? "None of its stages had finished and reached the remote"
				: `${listed(finished)} had finished and ${finished.length === 1 ? "is" : "are"} kept`;
		const rest =
			open.length === 0 ? "" : `; ${listed(open)} ${open.length === 1 ? "was" : "were"} ended, or had not begun`;
		return `${kept}${rest}.`;
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return `What it had finished could not be looked up: ${failure.message}.`;
	}
}

function listed(stages: readonly string[]): string {
	const shown = stages.slice(0, 5).map((stage) => `\`${stage}\``);
	return `${shown.join(", ")}${stages.length > 5 ? ` and ${stages.length - 5} more` : ""}`;
}

/** What the run's shelf at the remote has of the pull's stages, and which of them nobody knows a result of. */
async function leftBy(
	context: FlowContext,
	options: AutoOptions,
	{ about, run }: Ended,
): Promise<{ readonly finished: readonly string[]; readonly open: readonly string[] }> {
	const folder = await mkdtemp(join(tmpdir(), "mainline-cancelled-"));
	try {
		const { remote } = options;
		const ground = await openGround(context, { pull: about.pull, head: run.head.sha, remote, base: null });
		const shelf = new RunCache(folder, entryFormat);
		const { commit, base } = ground;
		const hearsay = finishedBy(run.id, shelf);
		const { plan, workspace } = await openCommitReview(context, {
			commit,
			base,
			judge: base,
			hearsay,
			own: "written",
			run: run.id,
		});
		workspace.git?.close();
		const finished: string[] = [];
		for (const { stage, result } of plan.stages) {
			const name = result === null ? null : { key: shelf.key(result), value: shelf.digest(result) };
			if (name !== null && (await shelf.has(name))) finished.push(stage.address);
		}
		const open = plan.stages.filter(({ action }) => action === "run" || action === "maybe");
		return { finished, open: open.map(({ stage }) => stage.address) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
