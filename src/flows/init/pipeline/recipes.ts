import { baseName } from "../../../kernel/index.ts";
import { commandsIn, type ShellCommand, substituted } from "./shell-words.ts";

/** Commands that a project already starts its programs with, and what it calls them. */
export interface Recipe {
	/** The target of a Makefile; null in a shell script. */
	readonly target: string | null;
	readonly needs: readonly string[];
	readonly commands: readonly ShellCommand[];
	/** `Makefile:12`. */
	readonly at: string;
	/** Lines that only a shell or make understands. */
	readonly unclear: boolean;
}

const MAKEFILE = /^(?:GNUm|M|m)akefile$/;

export function isMakefile(path: string): boolean {
	return MAKEFILE.test(path);
}

export function isShellScript(path: string): boolean {
	return /\.(sh|bash)$/.test(path);
}

/** The rules of a Makefile, variables put in. What is no plain rule is left out. */
export function makeRecipes(text: string, file: string): Recipe[] {
	const variables = new Map([
		["MAKE", "make"],
		["SHELL", "sh"],
		["CURDIR", "."],
	]);
	const recipes: { targets: string[]; needs: string[]; lines: { text: string; line: number }[]; line: number }[] = [];
	for (const { text: line, line: at } of joinedLines(text)) {
		const assigned = /^(?:export\s+)?([\w.]+)\s*(?:::?|\?)?=\s*(.*)$/.exec(line);
		const rule = /^([^\s#:=][^:=#]*?)\s*::?\s*([^=#]*)(?:#.*)?$/.exec(line);
		if (line.startsWith("\t")) recipes.at(-1)?.lines.push({ text: line.slice(1), line: at });
		else if (assigned !== null) variables.set(assigned[1] ?? "", (assigned[2] ?? "").replace(/\s+#.*$/, "").trim());
		else if (rule !== null) {
			const words = (part: string): string[] =>
				substituted(part, variables)
					.split(/\s+/)
					.filter((word) => word !== "" && word !== "|");
			recipes.push({ targets: words(rule[1] ?? ""), needs: words(rule[2] ?? ""), lines: [], line: at });
		}
	}
	return recipes
		.filter(
			({ targets }) => targets.length > 0 && !targets.some((target) => target.startsWith(".") || target.includes("%")),
		)
		.map(({ targets, needs, lines, line }) => {
			const [target = ""] = targets;
			const own = new Map([...variables, ["@", target], ["<", needs[0] ?? ""], ["^", needs.join(" ")]]);
			const read = lines.map((one) => commandsIn(inRecipe(one.text, own), one.line));
			return {
				target,
				needs,
				commands: read.flatMap((one) => one ?? []),
				at: `${file}:${line}`,
				unclear: read.includes(null),
			};
		});
}

function inRecipe(text: string, variables: ReadonlyMap<string, string>): string {
	const automatic = text
		.replace(/^[@+-]+/, "")
		.replace(/\$([@<^])/g, (all, name: string) => variables.get(name) ?? all);
	return substituted(automatic, variables).replace(/\s+#.*$/, "");
}

/** The commands of a shell script, one after the other; loops and conditions are not understood. */
export function shellRecipe(text: string, file: string): Recipe {
	const variables = new Map<string, string>();
	const commands: ShellCommand[] = [];
	let unclear = false;
	for (const { text: line, line: at } of joinedLines(text)) {
		const plain = line.trim();
		if (plain === "" || plain.startsWith("#") || /^(set|echo|mkdir|export PATH|source|\.|date|printf)\b/.test(plain))
			continue;
		const assigned = /^(?:export\s+)?(\w+)=("[^"$`]*"|'[^']*'|[^\s"'$`;&|]*)$/.exec(plain);
		if (assigned !== null) {
			variables.set(assigned[1] ?? "", (assigned[2] ?? "").replace(/^["']|["']$/g, ""));
			continue;
		}
		const read = /^(if|then|else|elif|fi|for|while|do|done|case|esac|function|cd|pushd|trap|exit|return)\b/.test(plain)
			? null
			: commandsIn(substituted(plain, variables), at);
		if (read === null) unclear = true;
		else commands.push(...read);
	}
	return { target: null, needs: [], commands, at: baseName(file) === file ? file : file, unclear };
}

function joinedLines(text: string): { text: string; line: number }[] {
	const lines = text.replace(/\r\n?/g, "\n").split("\n");
	const joined: { text: string; line: number }[] = [];
	for (let at = 0; at < lines.length; at++) {
		const line = at + 1;
		let whole = lines[at] ?? "";
		while (whole.endsWith("\\") && at + 1 < lines.length)
			whole = `${whole.slice(0, -1).trimEnd()} ${(lines[++at] ?? "").trim()}`;
		joined.push({ text: whole, line });
	}
	return joined;
}

/** Files that a shell command makes, and those that it reads: programs that everybody knows. */
export function shellTouches({ words, into }: ShellCommand): { reads: string[]; writes: string[] } {
	const [program = "", ...args] = words;
	const name = baseName(program);
	const after = (...flags: string[]): string[] =>
		args.flatMap((arg, at) => (flags.includes(arg) ? [args[at + 1] ?? ""] : []));
	const operands = args.filter((arg, at) => !arg.startsWith("-") && !/^-[oOPdCf]$/.test(args[at - 1] ?? ""));
	const files = [...into];
	const last = operands.at(-1);
	switch (name) {
		case "curl":
			return { reads: [], writes: [...files, ...after("-o", "--output")] };
		case "wget":
			return { reads: [], writes: [...files, ...after("-O", "--output-document")] };
		case "tar":
			return {
				reads: args.some((arg) => /^-?\w*x/.test(arg))
					? operands.filter((one) => /\.(tar|tgz|gz|bz2|xz)/.test(one)).slice(0, 1)
					: [],
				writes: [...files, ...after("-C")],
			};
		case "unzip":
			return { reads: operands.slice(0, 1), writes: [...files, ...after("-d")] };
		case "cp":
		case "mv":
			return { reads: operands.slice(0, -1), writes: last === undefined ? files : [...files, last] };
		case "cat":
		case "sort":
		case "head":
		case "tail":
		case "zcat":
			return { reads: operands.filter((one) => one.includes(".")), writes: files };
		default:
			return { reads: [], writes: files };
	}
}
