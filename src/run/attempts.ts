import type { Stage } from "../manifest/index.ts";
import { type CommandFailure, runCommands } from "./command.ts";
import { CommandFailed, commandFailed, howItFailed } from "./failures.ts";
import type { Workshop } from "./model.ts";
import { clearOutputs } from "./outputs.ts";
import { StageLog } from "./stage-log.ts";

/** What a stage was given of the machine, and what is told of it. */
export interface Part {
	readonly variables: Readonly<Record<string, string>>;
	/** Every beginning of the command, counted from 1. */
	begun(attempt: number): void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Runs a stage's commands until they end well, or have failed once more than the stage may try again. Throws `CommandFailed`. */
export async function runToTheEnd(stage: Stage, shop: Workshop, part: Part): Promise<void> {
	const log = new StageLog(shop.logs, stage.address);
	const retries = stage.needs?.retries ?? 0;
	try {
		for (let attempt = 1; ; attempt++) {
			part.begun(attempt);
			await clearOutputs(stage, shop);
			const failure = await shop.access.rest(() => runCommands(stage, shop, { ...part, log }));
			if (failure === null) return;
			if (shop.signal.aborted) throw interrupted(stage, failure);
			if (attempt > retries) throw commandFailed(stage, failure, log);
			await pause(shop, `${howItFailed(stage, failure)}: attempt ${attempt} of ${retries + 1}`, { attempt, log });
			if (shop.signal.aborted) throw interrupted(stage, failure);
		}
	} finally {
		log.close();
	}
}

function interrupted(stage: Stage, { code, tail }: CommandFailure): CommandFailed {
	return new CommandFailed({ message: "interrupted", at: stage.cmdPlace ?? stage.place, exitCode: code, tail });
}

/** Twice as long each time: what failed for a moment's reason gets more than a moment. */
async function pause(
	{ access, clock, progress, signal }: Workshop,
	words: string,
	{ attempt, log }: { attempt: number; log: StageLog },
): Promise<void> {
	const length = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
	const line = `${words}, again in ${length / 1000} s`;
	progress.say(line);
	log.write(`\n${line}\n`);
	await access.rest(() => Promise.race([clock.sleep(length), aborted(signal)]));
}

function aborted(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener("abort", () => resolve(), { once: true });
	});
}
