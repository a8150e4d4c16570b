import type { PythonStatement } from "./python-tree.ts";

/** A Python program as a tree; null for a text that is too long. */
export type ReadPython = (text: string) => PythonStatement[] | null;

/** The parser is large, and most commands need none: it is loaded by who does. */
export async function pythonReader(): Promise<ReadPython> {
	const { readPython } = await import("./python-program.ts");
	return readPython;
}
