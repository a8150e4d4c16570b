import { randomBytes } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Adds `/<name>` to the `.gitignore` beside an output, as DVC does. The caller asks git first: what is ignored already
 * needs no line. A new line goes to the end, or before the first that `newcomer`, asked for a new one only, says.
 * Returns the `.gitignore` when it changed, else null.
 */
export async function ensureGitignore(
	output: string,
	newcomer: () => (other: string) => boolean = () => () => false,
): Promise<string | null> {
	const { file, line } = gitignoreOf(output);
	const text = (await readText(file)) ?? "";
	if (linesOf(text).includes(line)) return null;
	const goesBefore = newcomer();
	const lines = text.split(/(?<=\n)/);
	const next = lines.findIndex((other) => goesBefore(other.trim()));
	const newline = next >= 0 || text === "" || text.endsWith("\n") ? "" : "\n";
	await replace(file, lines.toSpliced(next < 0 ? lines.length : next, 0, `${newline}${line}\n`).join(""));
	return file;
}

/** The file that has git ignore an output, and its line there. */
export function gitignoreOf(output: string): { readonly file: string; readonly line: string } {
	return { file: join(dirname(output), ".gitignore"), line: ignoreLine(output) };
}

/** Takes the line out again; a file that holds nothing else goes with it. Returns the `.gitignore` when it changed, else null. */
export async function removeFromGitignore(output: string): Promise<string | null> {
	const { file, line } = gitignoreOf(output);
	const text = await readText(file);
	if (text === null || !linesOf(text).includes(line)) return null;
	const rest = text.split(/(?<=\n)/).filter((each) => each.trim() !== line);
	if (rest.length === 0) await rm(file);
	else await replace(file, rest.join(""));
	return file;
}

/** gitignore's own special characters are escaped, so that the line means this one name. */
function ignoreLine(output: string): string {
	return `/${basename(output).replace(/[[\]!*#?]/g, "\\$&")}`;
}

function linesOf(text: string): string[] {
	return text.split("\n").map((line) => line.trim());
}

async function readText(file: string): Promise<string | null> {
	try {
		return await readFile(file, "utf8");
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
		throw cause;
	}
}

async function replace(file: string, text: string): Promise<void> {
	const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
	await writeFile(temporary, text);
	await rename(temporary, file);
}
