import type { PythonClass, PythonFunction, PythonImport, PythonStatement } from "../../../source/index.ts";

/** Stands in a text for what is not known of it. */
export const HOLE = "\u0000";
/** Begins paths that a program takes from its own place (`__file__`): the project's folder, wherever it lies. */
export const PROJECT = "/\u0001project";

/** What is known of a value of a program that nobody ran. */
export type Known =
	/** A text or a path: one of these. */
	| { readonly kind: "texts"; readonly texts: readonly string[] }
	| { readonly kind: "list"; readonly items: readonly Known[] }
	| { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, Known> }
	/** An open file, or what was read out of it whole. */
	| { readonly kind: "file"; readonly texts: readonly string[] }
	/** What a file of parameters holds below some keys. */
	| { readonly kind: "settings"; readonly file: string; readonly keys: readonly string[] }
	| { readonly kind: "function"; readonly of: PythonFunction; readonly module: Module; readonly self: Known | null }
	| { readonly kind: "class"; readonly of: PythonClass; readonly module: Module }
	| { readonly kind: "instance"; readonly of: PythonClass; readonly module: Module; readonly own: Scope }
	| { readonly kind: "module"; readonly module: Module }
	/** Something of a library, by its dotted name; `()` stands for the result of a call. */
	| { readonly kind: "outside"; readonly name: string }
	| { readonly kind: "parser"; readonly options: Option[] }
	| { readonly kind: "unknown" };

/** One option or operand of a program's command line. */
export interface Option {
	readonly names: readonly string[];
	/** Under what the program finds it. */
	readonly as: string;
	readonly standard: Known | null;
	readonly required: boolean;
	readonly flag: boolean;
	/** Where it is declared. */
	readonly at: string;
}

export type Scope = Map<string, Known>;

/** A local file that is imported, or the program itself. */
export interface Module {
	/** Relative to the project. */
	readonly file: string;
	readonly scope: Scope;
	readonly body: readonly PythonStatement[];
	/** Words for a line of it, where the file is no plain text. */
	readonly place: (line: number) => string;
}

export type { PythonImport };

export const UNKNOWN: Known = { kind: "unknown" };

/** More than so many are as good as none. */
const MANY = 24;

export function texts(...all: readonly string[]): Known {
	const different = [...new Set(all)];
	return different.length === 0 || different.length > MANY
		? { kind: "texts", texts: [HOLE] }
		: { kind: "texts", texts: different };
}

export function outside(name: string): Known {
	return { kind: "outside", name };
}

/** One or the other. */
export function either(a: Known | undefined, b: Known): Known {
	if (a === undefined || a.kind === "unknown" || isNothing(a)) return b;
	if (b.kind === "unknown" || isNothing(b)) return a;
	if (a.kind === "texts" && b.kind === "texts") return texts(...a.texts, ...b.texts);
	if (a.kind === "list" && b.kind === "list") return { kind: "list", items: [...a.items, ...b.items].slice(0, MANY) };
	return b;
}

/** Python's None. */
export const NOTHING: Known = { kind: "outside", name: "None" };

export function isNothing(value: Known): boolean {
	return value.kind === "outside" && value.name === "None";
}

/** The texts that a value can be; with a hole for one that is not known. */
export function textsOf(value: Known | undefined): readonly string[] {
	return value?.kind === "texts" ? value.texts : [HOLE];
}

/** Every way to put one of each together. */
export function combined(parts: readonly (readonly string[])[], join: (parts: readonly string[]) => string): Known {
	let rows: string[][] = [[]];
	for (const part of parts) {
		rows = rows.flatMap((row) => part.map((text) => [...row, text]));
		if (rows.length > MANY) return texts(HOLE);
	}
	return texts(...rows.map(join));
}
