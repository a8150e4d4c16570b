import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { badInput } from "../kernel/index.ts";
import { git, gitFailed, gitText } from "./command.ts";
import { identityEnv } from "./identity.ts";

const ASIDE = "mainline-tag-";
const HOUR_MS = 3_600_000;

export interface NewTag {
	readonly name: string;
	/** The commit to name. */
	readonly target: string;
	readonly message: string;
	/** Tagger time; git keeps whole seconds. */
	readonly at: Date;
}

/** Writes an annotated tag; one that is already there is never moved (Failure `tag-exists`). */
export async function createTag(root: string, tag: NewTag): Promise<void> {
	await annotate(root, tag, {});
}

/**
 * Makes the object of an annotated tag, and no tag of it yet: its id. `git tag` makes it, which signs where it is set to, in a
 * repository of its own for a moment, whose objects and settings are this one's. Failure `tag-exists`.
 */
export async function makeTag(root: string, commonDir: string, tag: NewTag): Promise<string> {
	const ref = `refs/tags/${tag.name}`;
	if ((await git(root, ["show-ref", "--verify", "--quiet", ref])).code === 0) throw tagExists(tag.name);
	// within the repository: settings may be for what lies below a folder
	const aside = await mkdtemp(join(commonDir, ASIDE));
	try {
		await removeOlder(commonDir, aside);
		const format = await gitText(root, ["rev-parse", "--show-object-format"]);
		await mkdir(join(aside, "refs"));
		await mkdir(join(aside, "objects"));
		await writeFile(join(aside, "HEAD"), "ref: refs/heads/none\n");
		await writeFile(join(aside, "config"), settings(commonDir, format));
		const env = { GIT_DIR: aside, GIT_WORK_TREE: root, GIT_OBJECT_DIRECTORY: join(commonDir, "objects") };
		await annotate(root, tag, env);
		return await gitText(root, ["rev-parse", "--verify", ref], { env });
	} finally {
		await rm(aside, { recursive: true, force: true });
	}
}

/** What runs left that were killed at it; who is at work has begun within the hour. */
async function removeOlder(commonDir: string, aside: string): Promise<void> {
	const now = (await stat(aside)).mtimeMs;
	const others = (await readdir(commonDir)).filter((name) => name.startsWith(ASIDE));
	for (const other of others.map((name) => join(commonDir, name))) {
		const at = (await stat(other).catch(() => null))?.mtimeMs ?? now;
		if (now - at > HOUR_MS) await rm(other, { recursive: true, force: true });
	}
}

function settings(commonDir: string, format: string): string {
	const place = JSON.stringify(join(commonDir, "config"));
	return `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = ${format}\n[include]\n\tpath = ${place}\n`;
}

async function annotate(root: string, tag: NewTag, where: Readonly<Record<string, string>>): Promise<void> {
	const date = `@${Math.floor(tag.at.getTime() / 1000)} +0000`;
	const env = { ...(await identityEnv(root)), ...where, GIT_COMMITTER_DATE: date };
	// As an argument: a message by way of a pipe would be cut, and still tagged, when this process is killed.
	const message = `${tag.message.replace(/\n+$/, "")}\n`;
	const args = ["tag", "-a", "--cleanup=verbatim", "-m", message, tag.name, tag.target];
	const result = await git(root, args, { env });
	if (result.code === 0) return;
	throw result.stderr.includes("already exists") ? tagExists(tag.name) : gitFailed(args, result);
}

function tagExists(name: string): Error {
	return badInput("tag-exists", `the tag ${name} exists already`, {
		hint: "run again: what exists is taken up, not repeated",
	});
}
