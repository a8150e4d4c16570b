import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../../report/index.ts";
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
	const found = [...risky(users), ...halfLanes(users)];
	return found.length > 0 ? found : `GitHub runs Mainline (${users.map(({ name }) => name).join(", ")})`;
}

interface Written {
	readonly name: string;
	readonly text: string;
}

function risky(users: readonly Written[]): Finding[] {
	return users
		.filter(({ text }) => /^\s*pull_request_target\s*:/m.test(text))
		.map(({ name }) => ({
			code: "pull-request-target",
			level: "problem" as const,
			says: `${FOLDER}/${name} uses Mainline on \`pull_request_target\``,
			why: "there the code of anybody's pull request would run with a token that may write",
			fix: "use `on: pull_request`, as the template of `mainline init` does",
		}));
}

/** The untrusted lane says nothing by itself. */
function halfLanes(users: readonly Written[]): Finding[] {
	const untrusted = users.filter(({ text }) => /^\s*lane:\s*untrusted\b/m.test(text));
	return untrusted.flatMap(({ name, text }) => {
		const title = /^name:\s*(.+?)\s*$/m.exec(text)?.[1] ?? name;
		const heard = users.some((other) => /^\s*workflow_run\s*:/m.test(other.text) && other.text.includes(title));
		return heard ? [] : [unheard(name, title)];
	});
}

function unheard(name: string, title: string): Finding {
	return {
		code: "lane-unheard",
		level: "problem",
		says: `${FOLDER}/${name} runs pull requests, and no workflow reads what they report`,
		why: "no comment and no check is ever written: a required check stays pending",
		fix: `mainline init --lanes two, or \`on: workflow_run: workflows: [${title}]\` in a workflow of yours`,
	};
}

async function readAll(folder: string): Promise<{ name: string; text: string }[]> {
	const names = await readdir(folder).catch(() => []);
	const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
	return Promise.all(files.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })));
}
