import { expect, it } from "vitest";
import { mainline } from "./program.ts";
import { fingerprint, project } from "./project.ts";

/** One line of a table of bad input. */
export interface Row {
	/** What is wrong, as the end of "refuses …". */
	readonly what: string;
	/** Files beside the sound project (one stage, `copy`). */
	readonly files?: Readonly<Record<string, string>>;
	/** The stage ran: there is a dvc.lock, and its output is in the workspace and in the cache. */
	readonly ran?: true;
	/** What else is done to the project; the folder that the program is started in, if not the root. */
	readonly spoil?: (root: string) => unknown;
	/** Default: `plan`. */
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	/** Default: 2. */
	readonly exit?: number;
	/** `file:line:column`; less of it where a whole file is wrong, null where no file is to blame. */
	readonly at: string | null;
	/** Null: the command's own answer is "no", and its document says so. */
	readonly code: string | null;
	/** Each stands in what a person reads. */
	readonly says: readonly string[];
}

/** Every row is refused, to a person and to a program alike, and leaves everything as it was. */
export function refuses(rows: readonly Row[]): void {
	it.each(rows)("refuses $what", async (row) => {
		const root = project(row.files, { ran: row.ran ?? false });
		const elsewhere = row.spoil?.(root);
		const cwd = typeof elsewhere === "string" ? elsewhere : root;
		const before = fingerprint(root);
		const args = row.args ?? ["plan"];
		const how = { cwd, env: row.env ?? {} };
		const [person, program] = await Promise.all([mainline(args, how), mainline([...args, "--json"], how)]);

		const exit = row.exit ?? 2;
		expect([person.code, program.code], person.stderr + program.stdout).toEqual([exit, exit]);
		for (const words of row.says) expect(person.stdout + person.stderr).toContain(words);
		for (const { stdout, stderr } of [person, program]) expect(stdout + stderr).not.toMatch(STACK);
		const document = JSON.parse(program.stdout);
		if (row.code !== null) {
			expect(person.stdout).toBe("");
			if (row.at !== null) expect(person.stderr).toContain(row.at);
			expectRefusal(document, { at: row.at, code: row.code });
		}
		expect(fingerprint(root)).toBe(before);
	});
}

const STACK = /^\s+at .*(\.ts|\.js|node:)/m;

interface Refusal {
	readonly schema: string;
	readonly error: {
		readonly code: string;
		readonly message: string;
		readonly file: string | null;
		readonly line: number | null;
		readonly column: number | null;
		readonly hint: string | null;
		readonly found?: string;
		readonly expected?: string;
	};
}

/** Where, what was found, what was expected, the next step: none may be left out. */
function expectRefusal({ schema, error }: Refusal, { at, code }: { at: string | null; code: string }): void {
	expect([schema, error.code]).toEqual(["mainline.error/1", code]);
	expect([error.file, error.line, error.column].filter((part) => part !== null).join(":")).toBe(at ?? "");
	const { found, expected, hint } = error;
	expect({ found, expected, hint }).toEqual({
		found: expect.stringMatching(/\S/),
		expected: expect.stringMatching(/\S/),
		hint: expect.stringMatching(/\S/),
	});
}
