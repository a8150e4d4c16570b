/** Writes the parts of docs/reference/ that the program itself knows: every command's help, every input of the action. */
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { helpOn } from "../src/doors/commands/help.ts";
import { GROUPS } from "../src/doors/commands/table.ts";

const ROOT = resolve(import.meta.dirname, "..");

/** `docs/reference/cli.md`. */
export function cliReference(): string {
	const groups = GROUPS.map(({ title, commands }) => {
		const parts = commands.map((command) => `### mainline ${command.name}\n\n\`\`\`\n${helpOn(command).trim()}\n\`\`\`\n`);
		return `## ${title}\n\n${parts.join("\n")}`;
	});
	return `# The command line\n\nWritten by \`npm run docs\` from the program's own help.\nExit codes: [exit-codes.md](exit-codes.md). JSON: [json-documents.md](json-documents.md).\n\n${groups.join("\n")}`;
}

interface ActionFile {
	readonly inputs: Readonly<Record<string, { description: string; default?: string }>>;
	readonly outputs: Readonly<Record<string, { description: string }>>;
}

/** `docs/reference/action.md`. */
export async function actionReference(): Promise<string> {
	const { inputs, outputs } = parse(await readFile(join(ROOT, "action.yml"), "utf8")) as ActionFile;
	const input = Object.entries(inputs).map(
		([name, { description, default: usual }]) => `| \`${name}\` | ${usual ? `\`${usual}\`` : ""} | ${cell(description)} |`,
	);
	const output = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`);
	return [
		"# The action\n\nWritten by `npm run docs` from `action.yml`. Whole workflows to copy are in [templates/workflows](../../templates/workflows).\n",
		`## Inputs\n\n| Input | Default | |\n|---|---|---|\n${input.join("\n")}\n`,
		`## Outputs\n\n| Output | |\n|---|---|\n${output.join("\n")}\n`,
	].join("\n");
}

function cell(text: string): string {
	return text.trim().replaceAll("|", "\\|").replaceAll("\n", " ");
}

if (process.argv[1] === import.meta.filename) {
	await writeFile(join(ROOT, "docs/reference/cli.md"), cliReference());
	await writeFile(join(ROOT, "docs/reference/action.md"), await actionReference());
}
