import type { CallArguments, Findings } from "./tracing.ts";
import { either, isNothing, type Known, NOTHING, type Option, texts, textsOf, UNKNOWN } from "./values.ts";

/** `parser.add_argument(...)`, `click.option(...)`: null where it names nothing. */
export function optionFrom({ args, keywords, at }: CallArguments): Option | null {
	const names = args.flatMap((arg) => (arg.kind === "texts" ? arg.texts : [])).filter((name) => name !== "");
	const long = names.find((name) => name.startsWith("--")) ?? names[0];
	if (long === undefined) return null;
	const action = textsOf(keywords.get("action"))[0] ?? "";
	const isFlag = keywords.get("is_flag");
	const bare = names.find((name) => !name.startsWith("-"));
	const positional = !names.some((name) => name.startsWith("-"));
	const several = ["*", "?"].includes(textsOf(keywords.get("nargs"))[0] ?? "");
	const standard = keywords.get("default") ?? null;
	return {
		names,
		as:
			textsOf(keywords.get("dest"))[0]?.replaceAll("\0", "") || (bare ?? long).replace(/^-+/, "").replaceAll("-", "_"),
		standard,
		required: positional ? standard === null && !several : isTrue(keywords.get("required")),
		flag: /^(store_true|store_false|count|version|help)$/.test(action) || isTrue(isFlag) || long.includes("/--"),
		at,
	};
}

function isTrue(value: Known | undefined): boolean {
	return value?.kind === "outside" && value.name === "True";
}

/** What a program gets to see of its command line. What is required and not there is a finding. */
export function argumentValues(
	options: readonly Option[],
	words: readonly string[],
	findings: Findings,
): Map<string, Known> {
	const given = new Map<string, Known>();
	const operands = options.filter(({ names }) => !names.some((name) => name.startsWith("-")));
	let nextOperand = 0;
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		const [name = "", inline] = word.startsWith("--") ? splitOnce(word) : [word];
		const option = options.find(({ names }) => word.startsWith("-") && names.includes(name));
		if (option?.flag === true) given.set(option.as, texts("True"));
		else if (option !== undefined) {
			given.set(option.as, texts(inline ?? words[at + 1] ?? ""));
			if (inline === undefined) at++;
		} else if (!word.startsWith("-")) {
			const operand = operands[nextOperand++];
			if (operand !== undefined) given.set(operand.as, texts(word));
		}
	}
	for (const { as, standard, required, names, at } of options) {
		if (given.has(as)) continue;
		if (required) findings.missing.push({ says: `needs ${names[0] ?? as}`, at });
		given.set(
			as,
			standard === null || isNothing(standard) ? (required ? UNKNOWN : NOTHING) : either(undefined, standard),
		);
	}
	return given;
}

function splitOnce(word: string): [string, string | undefined] {
	const at = word.indexOf("=");
	return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
