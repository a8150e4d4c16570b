import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { AutoOptions, AutoOutcome } from "../flows/auto.ts";
import type { FlowContext, Machine } from "../flows/context.ts";
import type { Progress } from "../kernel/index.ts";
import { systemClock } from "../kernel/index.ts";
import { type Inputs, readInputs } from "./action/inputs.ts";
import { type Job, readJob } from "./action/job.ts";
import { type Cancellation, watchCancellation } from "./action/signals.ts";
import type { Told } from "./action/tell.ts";
import { exitCodeOf } from "./exit-code.ts";
import { failureOf } from "./failure-of.ts";
import { forgetSecrets, keepRunnerFiles, ownVariables, readMachine } from "./machine.ts";
import { ignoreClosedPipes } from "./output.ts";
import { ciProgress } from "./progress/ci.ts";

/** The action's door: a job at GitHub, from the runner's variables and files to its outputs, summary and exit code. */
export async function actionDoor(): Promise<void> {
	ignoreClosedPipes();
	const cancellation = watchCancellation();
	try {
		process.exitCode = await work(cancellation);
	} finally {
		cancellation.release();
	}
}

async function work(cancellation: Cancellation): Promise<number> {
	const { bugTold, failureTold, outcomeTold } = await import("./action/tell.ts");
	const runner = await import("./action/runner.ts");
	const filesBack = keepRunnerFiles();
	const tellRunner = async (told: Told): Promise<void> => {
		await filesBack();
		await runner.tellRunner(told);
	};
	try {
		const job = await readJob(ownVariables());
		const inputs = readInputs(ownVariables(), job.event.kind === "workflow_dispatch" ? job.event.inputs : {});
		const machine = await readMachine(ownVariables());
		forgetSecrets();
		const outcome = await carryOut(job, { inputs, machine }, cancellation);
		const told = await outcomeTold(outcome, job.temp);
		process.stdout.write(asWords(told.text));
		await tellRunner(told);
		return exitCodeOf(cancellation.interruption() ?? outcome);
	} catch (error) {
		const interruption = cancellation.interruption();
		const failure = failureOf(error);
		if ((ownVariables()["MAINLINE_DEBUG"] ?? "") !== "" && error instanceof Error)
			process.stderr.write(`${error.stack}\n`);
		if (interruption === null) {
			const told = failure === null ? bugTold(error) : failureTold(failure);
			process.stdout.write(asWords(told.text));
			await tellRunner(told).catch(() => {});
		} else process.stdout.write("cancelled: what was finished is saved, and running again goes on from there\n");
		return exitCodeOf(interruption ?? failure ?? error);
	}
}

async function carryOut(
	job: Job,
	{ inputs, machine }: { inputs: Inputs; machine: Machine },
	{ signal }: Cancellation,
): Promise<AutoOutcome> {
	const { auto } = await import("../flows/auto.ts");
	const context: FlowContext = {
		cwd: join(job.workspace, inputs.workingDirectory),
		machine,
		clock: systemClock,
		progress: runnerProgress(),
		signal,
	};
	return auto(context, await optionsFrom(job, inputs));
}

/** Names out of a pull request stand in it: the runner is to take none of it for a command (`::set-output …`, `##[group]`). */
function asWords(text: string): string {
	const token = randomBytes(16).toString("hex");
	return `::stop-commands::${token}\n${text}${text.endsWith("\n") ? "" : "\n"}::${token}::\n`;
}

async function optionsFrom(
	{ event, repository, apiUrl, runUrl, workflowRun }: Job,
	inputs: Inputs,
): Promise<AutoOptions> {
	const { command, lane, lock, run, stages, comment, dashboard, check, prefix, remote, token, membersToken } = inputs;
	const { model, version, environment, to, reason, breakFreeze, force, verify } = inputs;
	return {
		event,
		lane,
		lock,
		workflowRun,
		gitHub: token === null ? null : await connected(token, { repository, apiUrl }),
		teams: membersToken === null ? null : await teamsSeen(membersToken, { repository, apiUrl }),
		command,
		arguments: { model, version, environment, to, reason, breakFreeze, force, verify },
		run,
		stages,
		comment,
		dashboard,
		checkName: check,
		prefix,
		remote,
		runUrl,
	};
}

interface Address {
	readonly repository: string;
	readonly apiUrl: string;
}

async function connected(token: string, at: Address): Promise<AutoOptions["gitHub"]> {
	const { connect } = await import("../github/index.ts");
	await hide(token);
	return connect({ token, ...at, clock: systemClock });
}

async function teamsSeen(token: string, at: Address): Promise<AutoOptions["teams"]> {
	const { connectTeams } = await import("../github/index.ts");
	await hide(token);
	return connectTeams({ token, ...at, clock: systemClock });
}

async function hide(token: string): Promise<void> {
	const { hideSecret } = await import("./action/runner.ts");
	await hideSecret(token);
}

/** Everything goes to stdout, in the order in which it happened: the runner reads its commands there. */
function runnerProgress(): Progress {
	return ciProgress((text) => process.stdout.write(text), { gitHub: true, clock: systemClock });
}
