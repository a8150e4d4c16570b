import type { Document } from "../../kernel/index.ts";
import { type Command, EVERYWHERE, type Option } from "./command.ts";

/** The help for programs. */
export interface HelpDocument extends Document {
	readonly schema: "mainline.help/1";
	readonly commands: readonly {
		readonly name: string;
		readonly says: string;
		readonly usage: string;
		readonly options: readonly Option[];
	}[];
}

export function helpDocument(commands: readonly Command[]): HelpDocument {
	return {
		schema: "mainline.help/1",
		commands: commands.map((command) => ({
			name: command.name,
			says: command.says,
			usage: usageLine(command),
			options: [...command.options, ...EVERYWHERE],
		})),
	};
}

/** `usage: mainline plan [TARGET…] [--base REV] [--check]`. */
export function usageLine({ name, operands, options }: Command): string {
	const parts = [name, operands.usage, ...options.map((option) => `[${written(option)}]`)];
	return `usage: mainline ${parts.filter((part) => part !== "").join(" ")}`;
}

/** For a mistake in using a command: its shape, and where the rest is. */
export function shortUsage({ name, operands }: Command): string {
	const shape = operands.usage === "" ? name : `${name} ${operands.usage}`;
	return `usage: mainline ${shape} [options]; \`mainline ${name} --help\` says more`;
}

/** `mainline COMMAND --help`. */
export function helpOn(command: Command): string {
	return [
		`${command.says}.`,
		...(command.more === undefined ? [] : ["", command.more]),
		"",
		...folded(usageLine(command)),
		"",
		...section("Options", command.options),
		...section("Everywhere", EVERYWHERE),
		"Examples:",
		...aligned(command.examples.map(({ line, says }) => [line, says])),
		"",
	].join("\n");
}

/** `mainline help`: what there is, in the order of a working day. */
export function helpOnAll(
	groups: readonly { readonly title: string; readonly commands: readonly Command[] }[],
): string {
	const width = Math.max(...groups.flatMap(({ commands }) => commands.map(({ name }) => name.length)));
	return [
		"Open a pull request to retrain a model, merge it to deploy, revert it to roll back.",
		"",
		"usage: mainline COMMAND [options]",
		"",
		...groups.flatMap(({ title, commands }) => [
			`${title}:`,
			...commands.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`),
			"",
		]),
		"`mainline COMMAND --help` says more; `mainline --version` says which this is.",
		"",
	].join("\n");
}

function section(title: string, options: readonly Option[]): string[] {
	if (options.length === 0) return [];
	const rows = options.map((option) => {
		const short = option.short === undefined ? "    " : `-${option.short}, `;
		return [`${short}${written(option)}`, option.says] as const;
	});
	return [`${title}:`, ...aligned(rows), ""];
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function written({ name, value }: Option): string {
	return value === undefined ? `--${name}` : `--${name} ${value}`;
}

const WIDTH = 100;

/** The usage over several lines, broken between its parts. */
function folded(line: string): string[] {
	const lines: string[] = [];
	let current = "";
	for (const part of line.match(/\[[^\]]*\]|\S+/g) ?? []) {
		if (current !== "" && current.length + 1 + part.length > WIDTH) {
			lines.push(current);
			current = " ".repeat("usage: mainline ".length - 1);
		}
		current = current === "" ? part : `${current} ${part}`;
	}
	return [...lines, current];
}
