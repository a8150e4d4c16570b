import { badInput } from "../kernel/index.ts";
import type { Command, Input } from "./commands/command.ts";
import { parseInput } from "./commands/parse.ts";
import { COMMANDS } from "./commands/table.ts";

/** What a command line asks for. */
export type Request =
	| { readonly kind: "version" }
	/** Null: the list of all commands. */
	| { readonly kind: "help"; readonly command: Command | null }
	/** Hidden: the embedded target's front, a process of its own. */
	| { readonly kind: "front"; readonly directory: string; readonly port: number }
	| { readonly kind: "command"; readonly command: Command; readonly input: Input; readonly cd: string | null };

const USAGE = "usage: mainline COMMAND [options]; `mainline help` lists the commands";

/** Reads a command line; the rooms behind are loaded only when a word has to be guessed. Failures `no-command`, `unknown-command` and those of `parseInput`. */
export async function ask(args: readonly string[]): Promise<Request> {
	const { before, name, after } = split(args);
	if (name === "__front") return front(after);
	if (before.includes("--version") || before.includes("-V")) return { kind: "version" };
	if (name === "help") return { kind: "help", command: await topic(after) };
	if (name === null) return withoutCommand(before);
	const command = await commandNamed(name);
	const input = await parseInput(command, [...before, ...after]);
	return input.has("help") ? { kind: "help", command } : { kind: "command", command, input, cd: input.text("cd") };
}

/** Options that go everywhere may stand before the command, as git's and dvc's do. */
function split(args: readonly string[]): { before: string[]; name: string | null; after: string[] } {
	let at = 0;
	while (at < args.length && args[at]?.startsWith("-") === true) at += args[at] === "--cd" ? 2 : 1;
	return { before: args.slice(0, at), name: args[at] ?? null, after: args.slice(at + 1) };
}

async function withoutCommand(before: readonly string[]): Promise<Request> {
	if (before.includes("--help") || before.includes("-h")) return { kind: "help", command: null };
	const known = ["--json", "--no-color", "--cd"];
	const odd = before.find((arg) => arg.startsWith("-") && !known.includes(arg) && !arg.startsWith("--cd="));
	if (odd === undefined) {
		throw badInput("no-command", "no command was given", {
			found: "nothing",
			expected: `one of ${COMMANDS.map((command) => command.name).join(", ")}`,
			hint: USAGE,
		});
	}
	const { didYouMean } = await import("../source/index.ts");
	const guess = didYouMean(odd, [...known, "--version", "--help"]);
	throw badInput("unknown-option", `there is no option \`${odd}\``, {
		found: odd,
		expected: `${known.join(", ")}, --version or --help`,
		hint: `${guess === null ? "" : `${guess}\n`}${USAGE}`,
	});
}

async function topic(after: readonly string[]): Promise<Command | null> {
	const name = after.find((arg) => !arg.startsWith("-"));
	return name === undefined ? null : commandNamed(name);
}

async function commandNamed(name: string): Promise<Command> {
	const found = COMMANDS.find((command) => command.name === name);
	if (found !== undefined) return found;
	const names = COMMANDS.map((command) => command.name);
	const { didYouMean } = await import("../source/index.ts");
	const guess = didYouMean(name, names);
	throw badInput("unknown-command", `there is no command \`${name}\``, {
		found: name,
		expected: `one of ${names.join(", ")}`,
		hint: `${guess === null ? "" : `${guess}\n`}${USAGE}`,
	});
}

function front([directory = "", port = ""]: readonly string[]): Request {
	return { kind: "front", directory, port: Number(port) };
}
