import type { FlowContext } from "../../flows/context.ts";
import type { Outcome } from "../../kernel/index.ts";

/** An option as people write it. */
export interface Option {
	/** Without the dashes. */
	readonly name: string;
	/** One letter. */
	readonly short?: string;
	/** What stands for the value in the usage (`REV`); absent for a switch. */
	readonly value?: string;
	/** A sentence part for the help. */
	readonly says: string;
}

/** What stands beside the options. */
export interface Operands {
	/** As in the usage line: `[TARGET…]`, `MODEL ENVIRONMENT`. */
	readonly usage: string;
	readonly least: number;
	readonly most: number;
}

/** The arguments of one command, parsed and checked against its table. */
export interface Input {
	readonly operands: readonly string[];
	has(option: string): boolean;
	/** The value, or null where the option is absent. */
	text(option: string): string | null;
	/** A positive whole number, or null where the option is absent. Failure `bad-option`. */
	count(option: string): number | null;
}

export interface Example {
	readonly line: string;
	readonly says: string;
}

/** One line of the table: all that usage, help and the call itself need. */
export interface Command {
	readonly name: string;
	/** What it does, as a sentence without its full stop. */
	readonly says: string;
	/** Further sentences for `COMMAND --help`. */
	readonly more?: string;
	readonly operands: Operands;
	readonly options: readonly Option[];
	readonly examples: readonly Example[];
	/** Loads the flow and calls it. */
	start(context: FlowContext, input: Input): Promise<Outcome>;
}

export const NO_OPERANDS: Operands = { usage: "", least: 0, most: 0 };
export const TARGETS: Operands = { usage: "[TARGET…]", least: 0, most: Number.POSITIVE_INFINITY };

/** What every command takes. */
export const EVERYWHERE: readonly Option[] = [
	{ name: "cd", value: "DIR", says: "start in DIR instead of here" },
	{ name: "json", says: "one JSON document on stdout, everything else on stderr" },
	{ name: "no-color", says: "no colours (NO_COLOR and FORCE_COLOR are respected, too)" },
	{ name: "help", short: "h", says: "what this command does, and how" },
];
