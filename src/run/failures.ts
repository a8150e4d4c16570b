import { Failure, formatDuration, infrastructure } from "../kernel/index.ts";
import type { Stage } from "../manifest/index.ts";
import type { PlannedStage, Reason } from "../plan/index.ts";
import type { CommandFailure } from "./command.ts";
import type { StageFailure } from "./model.ts";
import type { StageLog } from "./stage-log.ts";

/** A stage's own command said no: no fault of the world's, but told like one. */
export class CommandFailed extends Error {
	readonly failure: StageFailure;

	constructor(failure: StageFailure) {
		super(failure.message);
		this.failure = failure;
	}
}

export function commandFailed(stage: Stage, failure: CommandFailure, log: StageLog): CommandFailed {
	const { code, tail } = failure;
	const where = log.exists ? { log: log.file } : {};
	return new CommandFailed({
		message: howItFailed(stage, failure),
		at: stage.cmdPlace ?? stage.place,
		exitCode: code,
		tail,
		...(code === NOT_STARTED && stage.needs?.container !== undefined ? { hint: MAYBE_NOT_STARTED } : {}),
		...where,
	});
}

/** What podman and docker end with where the container could not be started. */
const NOT_STARTED = 125;
const MAYBE_NOT_STARTED =
	"125 is also what podman and docker say when they cannot start a container: the last lines tell why";

/** In a few words, what a command did. */
export function howItFailed({ needs }: Stage, { command, code, signal, timedOut }: CommandFailure): string {
	const limit = needs?.timeoutMs ?? null;
	if (timedOut && limit !== null)
		return `\`${firstLine(command)}\` was ended after its timeout of ${formatDuration(limit)}`;
	return `\`${firstLine(command)}\` ${signal === null ? `exited with ${code ?? "no code"}` : `was ended by ${signal}`}`;
}

function firstLine(command: string): string {
	const [line = ""] = command.split("\n");
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** What is told of a stage that failed; anything that is no failure of the stage's is a bug of ours and goes on. */
export function asStageFailure(stage: Stage, cause: unknown): StageFailure {
	if (cause instanceof CommandFailed) return cause.failure;
	if (cause instanceof Failure) {
		const { at = stage.place, hint } = cause.details;
		return { message: cause.message, at, exitCode: null, tail: "", ...(hint === undefined ? {} : { hint }) };
	}
	if (cause instanceof Error && "code" in cause && "syscall" in cause) {
		return asStageFailure(stage, infrastructure("disk", cause.message, { cause }));
	}
	throw cause;
}

export function blockedFailure({ stage, why }: PlannedStage): StageFailure {
	return { message: why.map(blockage).join("; "), at: stage.place, exitCode: null, tail: "" };
}

function blockage({ kind, path, name, file, stage }: Reason): string {
	if (kind === "parameter") return `parameter ${name ?? ""} is missing from ${file ?? ""}`;
	if (kind === "upstream") return `${stage ?? ""} before it is blocked`;
	return `${path ?? ""} is missing and nothing makes it`;
}
