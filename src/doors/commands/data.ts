import type { ElsewhereOptions } from "../../flows/add/elsewhere.ts";
import type { TransferOptions } from "../../flows/transfer.ts";
import { badInput } from "../../kernel/index.ts";
import { type Command, type Input, type Option, TARGETS } from "./command.ts";
import { shortUsage } from "./help.ts";

const SCOPE: readonly Option[] = [
	{ name: "with-deps", short: "d", says: "with a stage all that it needs" },
	{ name: "recursive", short: "R", says: "a target that is a folder means all stages in and below it" },
];
const GLOB: Option = { name: "glob", says: "targets are patterns of files: `data/*.dvc`, `**/*.csv`" };
const TRANSFER: readonly Option[] = [
	{ name: "remote", short: "r", value: "NAME", says: "this remote instead of the default one" },
	{ name: "jobs", short: "j", value: "N", says: "objects that travel at a time" },
	{ name: "all-branches", short: "a", says: "what the last commit of every branch records, too" },
	{ name: "all-tags", short: "T", says: "what every tag records, too" },
	{ name: "all-commits", short: "A", says: "what every commit of every branch and tag records, too" },
	...SCOPE,
	GLOB,
	{ name: "run-cache", says: "all of the run cache, not only the runs of this project's stages" },
	{ name: "no-run-cache", says: "nothing of the run cache" },
];
const FORCE: Option = { name: "force", short: "f", says: "overwrite and remove data that is saved nowhere" };
const ALLOW_MISSING: Option = { name: "allow-missing", says: "data that cannot be had is no failure" };

function transferOf(input: Input): TransferOptions {
	return {
		targets: input.operands,
		remote: input.text("remote"),
		jobs: input.count("jobs"),
		allBranches: input.has("all-branches"),
		allTags: input.has("all-tags"),
		allCommits: input.has("all-commits"),
		...scopeOf(input),
		glob: input.has("glob"),
		runCache: input.has("run-cache"),
		noRunCache: input.has("no-run-cache"),
	};
}

function scopeOf(input: Input): { withDeps: boolean; recursive: boolean } {
	return { withDeps: input.has("with-deps"), recursive: input.has("recursive") };
}

export const MERGE_DRIVER: Command = {
	name: "merge-driver",
	says: "Merge a dvc.lock or a .dvc file, for git",
	more: "A lock is merged stage by stage, a tracked folder file by file. `mainline init` sets it up: `dvc.lock merge=mainline` and `*.dvc merge=mainline` in .gitattributes, and git's own setting in each clone.",
	operands: { usage: "BASE OURS THEIRS PATH", least: 4, most: 4 },
	options: [{ name: "marker-size", value: "N", says: "length of a conflict marker (default: 7)" }],
	examples: [
		{
			line: "git config merge.mainline.driver 'mainline merge-driver %O %A %B %P --marker-size %L'",
			says: "once in each clone",
		},
	],
	async start(context, input) {
		const { mergeDriver } = await import("../../flows/merge-driver.ts");
		const [base = "", ours = "", theirs = "", path = ""] = input.operands;
		return mergeDriver(context, { files: { base, ours, theirs }, path, markerSize: input.count("marker-size") ?? 7 });
	},
};

export const ADD: Command = {
	name: "add",
	says: "Track files or folders as data",
	more: "The content goes to the cache, a `.dvc` file beside the data names it, and git ignores the data itself.",
	operands: { usage: "PATH…", least: 1, most: Number.POSITIVE_INFINITY },
	options: [
		{ name: "no-commit", says: "record the data without taking it into the cache" },
		{ name: "no-relink", says: "leave the files in the workspace as they are" },
		{ name: "glob", says: "paths are patterns: `data/*.csv`, `**/*.png`" },
		{ name: "out", short: "o", value: "PATH", says: "bring data from elsewhere to this path, and track it there" },
		{ name: "to-remote", says: "send the data straight to the remote: neither cache nor workspace get it" },
		{ name: "remote", short: "r", value: "NAME", says: "with --to-remote: this one instead of the default one" },
		{ name: "remote-jobs", value: "N", says: "with --to-remote: objects that travel at a time" },
		{ name: "force", short: "f", says: "with --out and --to-remote: replace what is there" },
	],
	examples: [
		{ line: "mainline add data/raw", says: "then commit data/raw.dvc and data/.gitignore" },
		{ line: "mainline add /mnt/scans --out data/scans", says: "a copy of a folder outside of the project" },
	],
	async start(context, input) {
		const elsewhere = transferredAdd(input);
		if (elsewhere !== null) {
			const { addFromElsewhere } = await import("../../flows/add/elsewhere.ts");
			return addFromElsewhere(context, elsewhere);
		}
		const { add } = await import("../../flows/add.ts");
		return add(context, {
			paths: input.operands,
			noCommit: input.has("no-commit"),
			noRelink: input.has("no-relink"),
			glob: input.has("glob"),
		});
	},
};

/** What `--out` and `--to-remote` ask for; null without them. Failure `bad-option`, as DVC has it. */
function transferredAdd(input: Input): ElsewhereOptions | null {
	const [out, toRemote] = [input.text("out"), input.has("to-remote")];
	const lonely = ["remote", "remote-jobs"].find((name) => input.has(name));
	if (!toRemote && lonely !== undefined) throw misfit(`--${lonely}`, "is for `--to-remote`");
	if (out === null && !toRemote) return null;
	const leading = toRemote ? "--to-remote" : "--out";
	const other = ["glob", "no-commit"].find((name) => input.has(name));
	if (other !== undefined) throw misfit(`--${other}`, `cannot stand beside \`${leading}\``);
	const [source = "", second] = input.operands;
	if (second !== undefined) throw misfit(second, `is one too many: \`${leading}\` takes one path`);
	const jobs = input.count("remote-jobs");
	return { source, out, toRemote, remote: input.text("remote"), jobs, force: input.has("force") };
}

function misfit(what: string, why: string): Error {
	return badInput("bad-option", `\`${what}\` ${why}`, { found: what, hint: shortUsage(ADD) });
}

export const CHECKOUT: Command = {
	name: "checkout",
	says: "Place the recorded data into the workspace",
	operands: TARGETS,
	options: [
		FORCE,
		{ name: "relink", says: "link unchanged data anew, too" },
		...SCOPE,
		ALLOW_MISSING,
		{ name: "summary", says: "how many files changed instead of which" },
	],
	examples: [{ line: "git checkout v1.0.0 && mainline checkout", says: "code and data of that version" }],
	async start(context, input) {
		const { checkout } = await import("../../flows/checkout.ts");
		return checkout(context, {
			targets: input.operands,
			force: input.has("force"),
			relink: input.has("relink"),
			...scopeOf(input),
			allowMissing: input.has("allow-missing"),
			summary: input.has("summary"),
		});
	},
};

export const PUSH: Command = {
	name: "push",
	says: "Send data and results to the remote",
	operands: TARGETS,
	options: TRANSFER,
	examples: [{ line: "mainline push -r backup", says: "to the remote `backup`" }],
	async start(context, input) {
		const { push } = await import("../../flows/transfer.ts");
		return push(context, transferOf(input));
	},
};

export const FETCH: Command = {
	name: "fetch",
	says: "Bring data from the remote to the cache",
	operands: TARGETS,
	options: TRANSFER,
	examples: [{ line: "mainline fetch --all-commits", says: "the data of the whole history" }],
	async start(context, input) {
		const { fetch } = await import("../../flows/transfer.ts");
		return fetch(context, transferOf(input));
	},
};

export const PULL: Command = {
	name: "pull",
	says: "Bring data from the remote and place it",
	operands: TARGETS,
	options: [...TRANSFER, FORCE, ALLOW_MISSING],
	examples: [
		{ line: "mainline pull", says: "all data of this revision" },
		{ line: "mainline pull data/raw.dvc", says: "one data set" },
	],
	async start(context, input) {
		const { pull } = await import("../../flows/transfer.ts");
		return pull(context, {
			...transferOf(input),
			force: input.has("force"),
			allowMissing: input.has("allow-missing"),
		});
	},
};
