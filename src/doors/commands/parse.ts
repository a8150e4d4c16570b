import { parseArgs } from "node:util";
import { badInput, type Failure } from "../../kernel/index.ts";
import { type Command, EVERYWHERE, type Input, type Option } from "./command.ts";
import { shortUsage } from "./help.ts";

/** Parses what follows the command's name. Failures `unknown-option`, `bad-option`, `too-few-arguments`, `too-many-arguments`. */
export async function parseInput(command: Command, args: readonly string[]): Promise<Input> {
	const options = [...command.options, ...EVERYWHERE];
	const values = new Map<string, string | true>();
	const operands: string[] = [];
	for (const token of tokensOf(args, options)) {
		if (token.kind === "positional") operands.push(token.value);
		if (token.kind !== "option") continue;
		const option = options.find(({ name }) => name === token.name);
		if (option === undefined) throw await unknownOption(command, token.rawName);
		values.set(token.name, checkedValue(token, { command, option }));
	}
	const input = inputOf(command, values, operands);
	if (!input.has("help")) checkOperands(command, operands);
	return input;
}

interface OptionToken {
	readonly name: string;
	/** As it was written. */
	readonly rawName: string;
	readonly value?: string | undefined;
	readonly inlineValue?: boolean | undefined;
}

/** Not strict: what is wrong is told in our own words. */
function tokensOf(args: readonly string[], options: readonly Option[]) {
	const described = options.map(({ name, short, value }) => {
		const type: "boolean" | "string" = value === undefined ? "boolean" : "string";
		return [name, short === undefined ? { type } : { type, short }] as const;
	});
	return parseArgs({
		args: [...args],
		options: Object.fromEntries(described),
		allowPositionals: true,
		strict: false,
		tokens: true,
	}).tokens;
}

function checkedValue(token: OptionToken, { command, option }: { command: Command; option: Option }): string | true {
	const { value } = token;
	if (option.value === undefined) {
		if (value === undefined) return true;
		throw badOption(command, `\`--${option.name}\` takes no value`, { found: value, expected: `--${option.name}` });
	}
	const swallowed = value?.startsWith("-") === true && value.length > 1 && token.inlineValue === false;
	if (value !== undefined && value !== "" && !swallowed) return value;
	throw badOption(command, `\`--${option.name}\` needs a value: --${option.name} ${option.value}`, {
		found: swallowed ? (value ?? "") : "nothing",
		expected: `--${option.name} ${option.value}`,
	});
}

function inputOf(command: Command, values: ReadonlyMap<string, string | true>, operands: readonly string[]): Input {
	const text = (option: string): string | null => {
		const value = values.get(option);
		return typeof value === "string" ? value : null;
	};
	return {
		operands,
		has: (option) => values.has(option),
		text,
		count: (option) => {
			const value = text(option);
			if (value === null) return null;
			if (/^[1-9][0-9]{0,5}$/.test(value)) return Number(value);
			throw badOption(command, `\`--${option}\` is a whole number from 1 on, not \`${value}\``, {
				found: value,
				expected: "such as 4",
			});
		},
	};
}

function checkOperands(command: Command, operands: readonly string[]): void {
	const { least, most, usage } = command.operands;
	const [first = ""] = operands.slice(most);
	if (operands.length > most) {
		throw badInput("too-many-arguments", `\`${command.name}\` does not know what to do with \`${first}\``, {
			found: `${operands.length} arguments`,
			expected: most === 0 ? "none" : usage,
			hint: shortUsage(command),
		});
	}
	if (operands.length >= least) return;
	throw badInput("too-few-arguments", `\`${command.name}\` needs ${usage}`, {
		found: operands.length === 0 ? "no argument" : operands.join(" "),
		expected: usage,
		hint: shortUsage(command),
	});
}

async function unknownOption(command: Command, raw: string): Promise<Failure> {
	const { didYouMean } = await import("../../source/index.ts");
	const names = [...command.options, ...EVERYWHERE].map(({ name }) => `--${name}`);
	const word = raw.replace(/=.*/, "");
	const begun = word.length > 3 ? names.filter((name) => name.startsWith(word)) : [];
	const guess = didYouMean(begun.length === 1 ? (begun[0] ?? word) : word, names);
	return badInput("unknown-option", `\`${command.name}\` has no option \`${raw}\``, {
		found: raw,
		expected: `one of ${names.join(", ")}`,
		hint: `${guess === null ? "" : `${guess}\n`}${shortUsage(command)}`,
	});
}

function badOption(command: Command, message: string, details: { found?: string; expected?: string }): Failure {
	return badInput("bad-option", message, { ...details, hint: shortUsage(command) });
}
