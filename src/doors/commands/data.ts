import type { TransferOptions } from "../../flows/transfer.ts";
import { type Command, type Input, type Option, TARGETS } from "./command.ts";

const TRANSFER: readonly Option[] = [
	{ name: "remote", short: "r", value: "NAME", says: "this remote instead of the default one" },
	{ name: "jobs", short: "j", value: "N", says: "objects that travel at a time" },
	{ name: "all-commits", short: "A", says: "what every commit of every branch and tag records" },
	{ name: "run-cache", says: "all of the run cache, not only the runs of this project's stages" },
];
const FORCE: Option = { name: "force", short: "f", says: "overwrite and remove data that is saved nowhere" };
const ALLOW_MISSING: Option = { name: "allow-missing", says: "data that cannot be had is no failure" };

function transferOf(input: Input): TransferOptions {
	return {
		targets: input.operands,
		remote: input.text("remote"),
		jobs: input.count("jobs"),
		allCommits: input.has("all-commits"),
		runCache: input.has("run-cache"),
	};
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
	options: [{ name: "no-commit", says: "record the data without taking it into the cache" }],
	examples: [{ line: "mainline add data/raw", says: "then commit data/raw.dvc and data/.gitignore" }],
	async start(context, input) {
		const { add } = await import("../../flows/add.ts");
		return add(context, { paths: input.operands, noCommit: input.has("no-commit") });
	},
};

export const CHECKOUT: Command = {
	name: "checkout",
	says: "Place the recorded data into the workspace",
	operands: TARGETS,
	options: [FORCE, { name: "relink", says: "link unchanged data anew, too" }, ALLOW_MISSING],
	examples: [{ line: "git checkout v1.0.0 && mainline checkout", says: "code and data of that version" }],
	async start(context, input) {
		const { checkout } = await import("../../flows/checkout.ts");
		return checkout(context, {
			targets: input.operands,
			force: input.has("force"),
			relink: input.has("relink"),
			allowMissing: input.has("allow-missing"),
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
