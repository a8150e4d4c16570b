import type { FlowContext } from "../../flows/context.ts";
import { badInput } from "../../kernel/index.ts";
import type { InitDocument } from "../../report/index.ts";
import { gitHubAccess, ownVariables } from "../machine.ts";
import { styleOf } from "../terminal.ts";
import type { Terminal } from "./asking.ts";
import { type Command, type Input, NO_OPERANDS } from "./command.ts";

export const INIT: Command = {
	name: "init",
	says: "Set a repository up: workflows, mainline.yaml, merge driver",
	more: "Where there is no DVC project, one is made as `dvc init` makes it, with a first dvc.yaml from the scripts and notebooks that are there: they are read, never run. On a terminal it asks; with --yes only what is certain is written, the rest as comments. What somebody wrote is never overwritten; run again, it changes nothing.",
	operands: NO_OPERANDS,
	options: [
		{ name: "plan", says: "only say what would be written" },
		{ name: "yes", short: "y", says: "write without asking" },
		{
			name: "owner",
			value: "WHO",
			says: "@login or @organisation/team that CODEOWNERS names for mainline.yaml, .github/ and .dvc/config",
		},
		{ name: "dashboard", says: "let the workflows keep a pinned issue up to date with what runs where" },
		{ name: "subdir", says: "make the folder that you are in the project, as `dvc init --subdir`" },
		{
			name: "lanes",
			value: "N",
			says: "`two`: what runs code of a pull request holds nothing to steal, another workflow checks and judges; `one`: a single workflow, for a team whose members trust each other. Default: as it is, else two",
		},
	],
	examples: [
		{ line: "mainline init", says: "shows what it would write, and asks" },
		{ line: "mainline init --plan", says: "shows it, and writes nothing" },
	],
	async start(context, input) {
		const { init, LANES } = await import("../../flows/init.ts");
		const { findProgram } = await import("../find-program.ts");
		const asked = input.text("lanes");
		const lanes = LANES.find((name) => name === asked) ?? null;
		if (asked !== null && lanes === null) throw await unknownLanes(asked, LANES);
		const { openTerminal } = await import("./asking.ts");
		const terminal = canAsk(input) ? openTerminal(context) : null;
		try {
			return await init(context, {
				lanes,
				owner: input.text("owner"),
				subdir: input.has("subdir"),
				dashboard: input.has("dashboard"),
				plan: input.has("plan"),
				asker: input.has("plan") || input.has("yes") ? null : terminal,
				agree: (shown) => agree(terminal, input, shown),
				program: await ownProgram(context),
				findsProgram: async (name) => (await findProgram(name, context.machine.path)) !== null,
			});
		} finally {
			terminal?.close();
		}
	},
};

export const DOCTOR: Command = {
	name: "doctor",
	says: "Say what is not set up as it should be, and the fix",
	more: "Looks at the project, mainline.yaml, the remote, the workflows, this clone and, with a token in GH_TOKEN or GITHUB_TOKEN, the repository's settings at GitHub; changes nothing. Exit code 1 when something is dangerous or keeps Mainline from working. docs/reference/doctor.md has every finding.",
	operands: NO_OPERANDS,
	options: [
		{
			name: "lane",
			value: "LANE",
			says: "`untrusted`: this is the job that runs code of pull requests, and what its credential can do at the remote is tried",
		},
	],
	examples: [
		{ line: "mainline doctor", says: "after `mainline init`, and whenever something is odd" },
		{ line: "GH_TOKEN=$(gh auth token) mainline doctor", says: "looks at the settings at GitHub, too" },
		{
			line: "mainline doctor --lane untrusted",
			says: "in the job that runs pull requests: can it overwrite or delete?",
		},
	],
	async start(context, input) {
		const { doctor } = await import("../../flows/doctor.ts");
		const lane = input.text("lane");
		if (lane !== null && lane !== "untrusted") throw unknownLane(lane);
		return doctor(context, {
			program: await ownProgram(context),
			gitHub: gitHubAccess(ownVariables()),
			untrusted: lane !== null,
		});
	},
};

/** How git is to start us: by name where the shell finds us, which outlives an update; else as we were started. */
async function ownProgram({ machine }: FlowContext): Promise<readonly string[]> {
	const { findProgram } = await import("../find-program.ts");
	return (await findProgram("mainline", machine.path)) === null ? machine.self : ["mainline"];
}

function unknownLane(found: string): Error {
	return badInput("bad-option", `\`--lane\` cannot be \`${found}\``, { found, expected: "untrusted" });
}

async function unknownLanes(found: string, known: readonly string[]): Promise<Error> {
	const { didYouMean } = await import("../../source/index.ts");
	const guess = didYouMean(found, known);
	return badInput("bad-option", `\`--lanes\` cannot be \`${found}\``, {
		found,
		expected: "one or two",
		...(guess === null ? {} : { hint: guess }),
	});
}

function canAsk(input: Input): boolean {
	return process.stdin.isTTY === true && process.stderr.isTTY === true && !input.has("json");
}

/** Asks on a terminal. Elsewhere nobody can answer, so `--yes` has to say it. */
async function agree(terminal: Terminal | null, input: Input, shown: InitDocument): Promise<boolean> {
	if (input.has("yes")) return true;
	if (terminal === null) {
		throw badInput("confirmation-needed", "nobody can be asked here, so nothing was written", {
			found: "no terminal",
			expected: "--yes, to write; or --plan, to see what would be written",
			hint: "mainline init --plan",
		});
	}
	const { renderText } = await import("../../report/index.ts");
	process.stderr.write(renderText(shown, styleOf(process.stderr, ownVariables(), input.has("no-color"))));
	return terminal.confirm({ shown: [], ask: "Write this?", standard: false });
}
