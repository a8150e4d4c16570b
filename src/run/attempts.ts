import type { Stage } from "../manifest/index.ts";
import { type CommandFailure, runCommands, variablesOf } from "./command.ts";
import type { Berth, ContainerUse } from "./container/containers.ts";
import { CommandFailed, commandFailed, howItFailed } from "./failures.ts";
import type { Workshop } from "./model.ts";
import { clearOutputs } from "./outputs.ts";
import { StageLog } from "./stage-log.ts";

/** What a stage was given of the machine, and what is told of it. */
export interface Part {
	readonly variables: Readonly<Record<string, string>>;
	/** GPUs for a container, as CUDA_VISIBLE_DEVICES would name them; asked where there is one. */
	devices(): Promise<readonly string[]>;
	/** What it runs in, once that is known. */
	housed(use: ContainerUse): void;
	/** Every beginning of the command, counted from 1. */
	begun(attempt: number): void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Runs a stage's commands until they end well, or have failed once more than the stage may try again. Throws `CommandFailed`. */
export async function runToTheEnd(stage: Stage, shop: Workshop, part: Part): Promise<void> {
	const berth = await shop.access.rest(() => openBerth(stage, shop, part));
	const log = new StageLog(shop.logs, stage.address);
	const retries = stage.needs?.retries ?? 0;
	try {
		for (let attempt = 1; ; attempt++) {
			part.begun(attempt);
			await clearOutputs(stage, shop);
			const failure = await shop.access.rest(() => runCommands(stage, shop, { ...part, log, berth }));
			if (failure === null) return;
			if (shop.signal.aborted) throw interrupted(stage, failure);
			if (attempt > retries) throw commandFailed(stage, failure, log);
			await pause(shop, `${howItFailed(stage, failure)}: attempt ${attempt} of ${retries + 1}`, { attempt, log });
			if (shop.signal.aborted) throw interrupted(stage, failure);
		}
	} finally {
		log.close();
		await berth?.close();
	}
}

/** Before anything of the stage is cleared away. A container is shown the GPUs that it has, and no others, so that no variable counts them. */
async function openBerth(stage: Stage, shop: Workshop, part: Part): Promise<Berth | null> {
	const container = stage.needs?.container;
	if (container === undefined) return null;
	const gpus = await part.devices();
	const variables = { ...variablesOf(stage, shop), ...(gpus.length > 0 ? {} : part.variables) };
	const asked = { variables, gpus, voice: shop.progress };
	const berth = await shop.containers.open(stage, container, asked).catch((cause: unknown) => {
		throw shop.signal.aborted ? interrupted(stage, { code: null, tail: "" }) : cause;
	});
	const { program, image, digest } = berth.use;
	shop.progress.say(`in ${image}${digest === null || image.includes("@") ? "" : `@${digest}`}, by ${program}`);
	part.housed(berth.use);
	return berth;
}

function interrupted(stage: Stage, { code, tail }: Pick<CommandFailure, "code" | "tail">): CommandFailed {
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
