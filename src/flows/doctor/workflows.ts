import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnosis, Patient } from "./check.ts";

const FOLDER = ".github/workflows";
/** `uses: mainline-ml/mainline@…`, `uses: OWNER/mainline@…` or the action of this very repository. */
const USES = /^\s*(?:-\s+)?uses:\s*(?:\.\/|[\w.-]+\/mainline@)/m;

/** Whether GitHub is told to do anything. */
export async function workflows({ ground: { root } }: Patient): Promise<Diagnosis> {
	const texts = await readAll(join(root, FOLDER));
	const users = texts.filter(({ text }) => USES.test(text));
	if (users.length === 0) {
		return [
			{
				code: "no-workflows",
				level: "advice",
				says: `no workflow in ${FOLDER} uses Mainline`,
				why: "pull requests are not planned, and merges are not released",
				fix: "mainline init",
			},
		];
	}
	const risky = users.filter(({ text }) => /^\s*pull_request_target\s*:/m.test(text));
	if (risky.length === 0) return `GitHub runs Mainline (${users.map(({ name }) => name).join(", ")})`;
	return risky.map(({ name }) => ({
		code: "pull-request-target",
		level: "problem" as const,
		says: `${FOLDER}/${name} uses Mainline on \`pull_request_target\``,
		why: "there the code of anybody's pull request would run with a token that may write",
		fix: "use `on: pull_request`, as the template of `mainline init` does",
	}));
}

async function readAll(folder: string): Promise<{ name: string; text: string }[]> {
	const names = await readdir(folder).catch(() => []);
	const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
	return Promise.all(files.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })));
}
