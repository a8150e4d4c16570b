import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { FlowContext } from "../flows/context.ts";
import { badInput, type Document, type Outcome, systemClock } from "../kernel/index.ts";
import { ask, type Request } from "./ask.ts";
import { exitCodeOf } from "./exit-code.ts";
import { ownVariables, readMachine } from "./machine.ts";
import { ignoreClosedPipes, writeAside } from "./output.ts";
import { type Signals, watchSignals } from "./signals.ts";
import { Speaker } from "./speaker.ts";

/** The command line: reads what was asked, has it done, says how it ended. */
export async function cliDoor(args: readonly string[]): Promise<void> {
	ignoreClosedPipes();
	const speaker = new Speaker(args, ownVariables());
	process.on("uncaughtException", (error) => {
		void speaker.thrown(error).finally(() => process.exit(exitCodeOf(error)));
	});
	process.exitCode = await answer(args, speaker);
}

async function answer(args: readonly string[], speaker: Speaker): Promise<number> {
	const signals = watchSignals();
	try {
		const request = await ask(args);
		if (request.kind !== "command") return await answerItself(request, speaker);
		const outcome = await carryOut(request, speaker, signals);
		const interruption = signals.interruption();
		await speaker.outcome(outcome, interruption);
		return exitCodeOf(interruption ?? outcome);
	} catch (error) {
		const ending = signals.interruption() ?? error;
		await speaker.thrown(ending);
		return exitCodeOf(ending);
	} finally {
		signals.release();
	}
}

type CommandRequest = Extract<Request, { kind: "command" }>;

async function carryOut({ command, input, cd }: CommandRequest, speaker: Speaker, signals: Signals): Promise<Outcome> {
	const variables = ownVariables();
	const { chooseProgress } = await import("./progress/choose.ts");
	const progress = chooseProgress({
		screen: process.stderr,
		style: speaker.aside,
		variables,
		clock: systemClock,
		write: (text) => process.stderr.write(text),
	});
	const context: FlowContext = {
		cwd: await startingFolder(cd),
		machine: await readMachine(variables),
		clock: systemClock,
		progress,
		signal: signals.signal,
	};
	try {
		return await command.start(context, input);
	} finally {
		progress.end();
	}
}

async function startingFolder(cd: string | null): Promise<string> {
	const here = ownFolder();
	if (cd === null) return here;
	const folder = resolve(here, cd);
	if ((await stat(folder).catch(() => null))?.isDirectory() === true) return folder;
	throw badInput("no-such-folder", `there is no folder ${cd}`, {
		found: cd,
		expected: "a folder inside the git repository",
		hint: "--cd DIR counts from the folder that you are in",
	});
}

function ownFolder(): string {
	try {
		return process.cwd();
	} catch (cause) {
		throw badInput("no-such-folder", "the folder that you are in is gone", {
			cause,
			found: "a deleted folder",
			expected: "a folder inside the git repository",
			hint: "cd to one that exists",
		});
	}
}

/** What needs no flow. */
async function answerItself(request: Exclude<Request, CommandRequest>, speaker: Speaker): Promise<number> {
	switch (request.kind) {
		case "version":
			return version(speaker);
		case "help":
			return help(request, speaker);
		case "front":
			return front(request);
	}
}

interface VersionDocument extends Document {
	readonly schema: "mainline.version/1";
	readonly version: string;
}

async function version(speaker: Speaker): Promise<number> {
	const { VERSION } = await import("./version.ts");
	const document: VersionDocument = { schema: "mainline.version/1", version: VERSION };
	await speaker.text(`mainline ${VERSION}\n`, document);
	return 0;
}

async function help({ command }: Extract<Request, { kind: "help" }>, speaker: Speaker): Promise<number> {
	const { helpDocument, helpOn, helpOnAll } = await import("./commands/help.ts");
	const { GROUPS } = await import("./commands/table.ts");
	const text = command === null ? helpOnAll(GROUPS) : helpOn(command);
	await speaker.text(text, helpDocument(command === null ? GROUPS.flatMap((group) => group.commands) : [command]));
	return 0;
}

/** Runs until it is ended, or its owner is; what goes wrong is for its log file. */
async function front({ directory, port }: Extract<Request, { kind: "front" }>): Promise<number> {
	const { serveFront } = await import("../environments/index.ts");
	process.once("SIGTERM", () => process.exit(0));
	try {
		await serveFront({ directory, port, clock: systemClock });
	} catch (error) {
		writeAside(`${error instanceof Error ? error.message : String(error)}\n`);
		return exitCodeOf(error);
	}
	// connections may be open still
	return process.exit(0);
}
