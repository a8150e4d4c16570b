import type { Value } from "../../../kernel/index.ts";
import type { PythonExpression, PythonFunction, PythonStatement, ReadPython } from "../../../source/index.ts";
import type { Known, Module, Scope } from "./values.ts";

/** The files of a project that say something, as texts. Paths are relative to the project. */
export interface Sources {
	has(file: string): boolean;
	text(file: string): string | null;
	/** A text as a Python program. */
	readonly program: ReadPython;
	/** What a file of parameters holds; null where it is none. */
	settings(file: string): Value | null;
}

/** A program, and how it is started. */
export interface Program {
	readonly file: string;
	readonly body: readonly PythonStatement[];
	/** The folder in which it runs. */
	readonly cwd: string;
	/** What follows its name on the command line. */
	readonly words: readonly string[];
	/** Where it finds modules, first first. */
	readonly roots: readonly string[];
	/** A line of it, in words. */
	readonly place: (line: number) => string;
}

/** Somewhere in a source, and what stands there. */
export interface Remark {
	readonly says: string;
	/** `src/train.py:12`. */
	readonly at: string;
}

/** A path that a program reads or writes. */
export interface Touched {
	readonly effect: "reads" | "writes" | "changes";
	/** Relative to the project; of several files of a folder, the folder. */
	readonly path: string;
	readonly folder: boolean;
	readonly call: string;
	readonly at: string;
	/** It may as well be no path at all. */
	readonly perhaps: boolean;
}

/** What of a file of parameters is used: names of values, and of sections that are handed on as they are. */
export interface Used {
	readonly names: Set<string>;
	readonly whole: Set<string>;
}

/** What comes of reading a program: what it would do if it ran. */
export interface Findings {
	readonly touched: Touched[];
	readonly settings: Map<string, Used>;
	/** Local modules that it loads, and where they were looked for. */
	readonly modules: Set<string>;
	readonly roots: Set<string>;
	/** What has to be given on the command line and is not. */
	readonly missing: Remark[];
	/** What cannot be told. */
	readonly unclear: Remark[];
	/** Paths outside the project. */
	readonly elsewhere: Remark[];
}

/** A function that is being read, or a module. */
export interface Frame {
	readonly module: Module;
	/** Names of the function; those of the module for a module. */
	readonly scope: Scope;
	readonly returned: Known[];
	/** In a body that may not run. */
	readonly perhaps: boolean;
	readonly calls: readonly PythonFunction[];
}

export interface CallArguments {
	readonly args: readonly Known[];
	readonly keywords: ReadonlyMap<string, Known>;
	readonly at: string;
	readonly calls: readonly PythonFunction[];
}

/** The reading of one program. */
export interface Tracing {
	readonly program: Program;
	readonly sources: Sources;
	readonly findings: Findings;
	readonly loaded: Map<string, Module>;
	/** Functions that were gone through. */
	readonly seen: Set<PythonFunction>;
	/** Steps that are left before it is given up. */
	left: number;
	evaluate(expression: PythonExpression, frame: Frame): Known;
	call(value: Known, given: CallArguments): Known;
}
