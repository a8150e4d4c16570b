import { baseName } from "../../../kernel/index.ts";
import { type PythonStatement, parseJson, toValue } from "../../../source/index.ts";
import type { Sources } from "./tracing.ts";

/** The code of a Jupyter notebook as one program; `place` tells a line of it by its cell. */
export interface Notebook {
	readonly body: readonly PythonStatement[];
	readonly place: (line: number) => string;
	/** It has lines that only Jupyter understands, and they start programs. */
	readonly shell: string | null;
}

/** Null for what is no notebook of Python. */
export function readNotebook(sources: Sources, file: string): Notebook | null {
	const cells = cellsOf(sources.text(file) ?? "", file);
	if (cells === null) return null;
	const starts: number[] = [];
	const lines: string[] = [];
	let shell: string | null = null;
	cells.forEach((cell, at) => {
		starts.push(lines.length);
		for (const line of cell.split("\n")) {
			const magic = /^\s*[!%]/.test(line);
			if (/^\s*!(?!\s*pip\b)|^%%(bash|sh|script)/.test(line)) shell ??= `${baseName(file)}, cell ${at + 1}`;
			lines.push(magic || /^\s*\?|\?\s*$/.test(line) ? "" : line);
		}
	});
	const place = (line: number): string => {
		const cell = starts.findLastIndex((start) => start < line);
		return cell < 0 ? file : `${file}, cell ${cell + 1}, line ${line - (starts[cell] ?? 0)}`;
	};
	const body = sources.program(lines.join("\n"));
	return body === null ? null : { body, place, shell };
}

/** The texts of all cells of code. */
function cellsOf(text: string, file: string): string[] | null {
	try {
		const whole = toValue(parseJson(text, file));
		if (!(whole instanceof Map)) return null;
		const kernel = whole.get("metadata");
		const language = kernel instanceof Map ? kernel.get("kernelspec") : undefined;
		const name = language instanceof Map ? language.get("language") : undefined;
		if (typeof name === "string" && name !== "python") return null;
		const cells = whole.get("cells");
		if (!Array.isArray(cells)) return null;
		return cells.map((cell) => {
			const [kind, source] = cell instanceof Map ? [cell.get("cell_type"), cell.get("source")] : [];
			if (kind !== "code") return "";
			return typeof source === "string" ? source : Array.isArray(source) ? source.map(String).join("") : "";
		});
	} catch {
		return null;
	}
}
