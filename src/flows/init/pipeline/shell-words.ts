/** One command of a line of shell, as far as it can be told without running it. */
export interface ShellCommand {
	readonly words: readonly string[];
	/** Where its output goes: `> file`. */
	readonly into: readonly string[];
	/** As it was written, variables put in. */
	readonly text: string;
	readonly line: number;
}

const TOKEN = /\s+|"((?:[^"\\]|\\.)*)"|'([^']*)'|(&&|\|\||>>|[;|&<>])|((?:[^\s"'\\;|&<>]|\\.)+)/gsy;

/** The commands of one line that `&&` or `;` separates. Null where the line does what only a shell understands. */
export function commandsIn(text: string, line: number): ShellCommand[] | null {
	if (/[`()]|\$[({]?\w|<<|\$[@*#?!]/.test(text)) return null;
	const commands: ShellCommand[] = [];
	let [words, into, start]: [string[], string[], number] = [[], [], 0];
	let redirect = false;
	let glued = false;
	TOKEN.lastIndex = 0;
	const finish = (end: number): void => {
		if (words.length > 0) commands.push({ words, into, text: text.slice(start, end).trim(), line });
		[words, into, redirect, glued] = [[], [], false, false];
	};
	for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
		const [all, double, single, operator, bare] = match;
		if (operator === "&&" || operator === ";") {
			finish(match.index);
			start = TOKEN.lastIndex;
		} else if (operator === ">" || operator === ">>") redirect = true;
		else if (operator !== undefined) return null;
		else if (/^\s/.test(all)) {
			glued = false;
			continue;
		} else {
			const word = double?.replace(/\\(.)/gs, "$1") ?? single ?? bare?.replace(/\\(.)/gs, "$1") ?? "";
			const list = redirect ? into : words;
			if (glued && list.length > 0) list[list.length - 1] += word;
			else list.push(word);
			redirect = false;
			glued = true;
			continue;
		}
		glued = false;
	}
	finish(text.length);
	return commands;
}

/** Puts variables in that are known; the others stay. */
export function substituted(text: string, variables: ReadonlyMap<string, string>): string {
	let result = text;
	// a variable's value may name others
	for (let round = 0; round < 5; round++) {
		const next = result.replace(
			/\$(?:\((\w+)\)|\{(\w+)\}|(\w+))/g,
			(all, a, b, c) => variables.get(String(a ?? b ?? c)) ?? all,
		);
		if (next === result || next.length > 10_000) break;
		result = next;
	}
	return result;
}

export interface Start {
	/** The file that is run; relative to the folder of the call. */
	readonly program: string | null;
	/** `-m package.module`. */
	readonly module: string | null;
	readonly words: readonly string[];
}

const PYTHON = /^(?:.*\/)?python[\d.]*$/;

/** What a command starts, where it is Python: `env A=b uv run python -u x.py --flag`. */
export function startOf(words: readonly string[]): Start | null {
	let rest = [...words];
	while (/^\w+=/.test(rest[0] ?? "") || rest[0] === "env" || rest[0] === "time" || rest[0] === "exec") rest.shift();
	if (/^(uv|poetry|pipenv|pixi|pdm|hatch|rye)$/.test(rest[0] ?? "") && rest[1] === "run") rest = rest.slice(2);
	const [first = "", ...after] = rest;
	if (first.endsWith(".py")) return { program: first.replace(/^\.\//, ""), module: null, words: after };
	if (!PYTHON.test(first)) return null;
	while (/^-[uBOEsI]+$/.test(after[0] ?? "")) after.shift();
	if (after[0] === "-m") return { program: null, module: after[1] ?? null, words: after.slice(2) };
	const [program = "", ...words2] = after;
	return program.endsWith(".py") ? { program: program.replace(/^\.\//, ""), module: null, words: words2 } : null;
}
