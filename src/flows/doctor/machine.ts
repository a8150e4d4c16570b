import { open, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isWithin, joinPath } from "../../kernel/index.ts";
import { recordOfOutput } from "../../plan/index.ts";
import { run } from "../../shell/index.ts";
import type { Workspace } from "../workspace.ts";
import type { Diagnosis, Patient } from "./check.ts";
import { isBefore } from "./settings/runners.ts";

/** The first git that merges without a work tree. */
const OLDEST_GIT = "2.38";

export async function gitVersion({ ground: { root } }: Patient): Promise<Diagnosis> {
	const { stdoutText } = await run("git", ["--version"], { cwd: root });
	const version = /\d+(?:\.\d+)+/.exec(stdoutText)?.[0] ?? "";
	if (!isBefore(version, OLDEST_GIT)) return `git is new enough (${version})`;
	return [
		{
			code: "git-too-old",
			level: "problem",
			says: `git ${version} is too old`,
			why: "a pull request is judged by its merge, which git makes without a work tree from 2.38 on",
			fix: `install git ${OLDEST_GIT} or newer; for Ubuntu: sudo add-apt-repository ppa:git-core/ppa && sudo apt install git`,
		},
	];
}

/** Git LFS beside DVC: files of stages that are pointers where their content should be. */
export async function largeFiles({ ground: { git, root, workspace } }: Patient): Promise<Diagnosis> {
	if (workspace === null) return null;
	const paths = filesOfStages(workspace).map((path) => joinPath(workspace.below, path));
	if (paths.length === 0) return null;
	const filters = await git.attributes("filter", paths);
	const named = paths.filter((path) => filters.get(path) === "lfs");
	const below = (await keptByLfs(root)).filter((file) => paths.some((path) => isWithin(file, path)));
	const large = [...new Set([...named, ...below])].slice(0, MOST_FILES);
	if (large.length === 0) return null;
	const unresolved = await Promise.all(large.map((path) => isPointer(join(root, path))));
	const pointers = large.filter((_, index) => unresolved[index]);
	if (pointers.length > 0) {
		return [
			{
				code: "lfs-pointers",
				level: "problem",
				says: `what Git LFS keeps is not here: ${some(pointers)}`,
				why: "a stage would read the pointer, a text of three lines, in place of the data",
				fix: "git lfs install && git lfs pull; in a workflow: `lfs: true` for actions/checkout",
			},
		];
	}
	if (await hasLfs(root)) return `Git LFS is here for ${some(large)}`;
	return [
		{
			code: "lfs-missing",
			level: "problem",
			says: `.gitattributes gives ${some(large)} to Git LFS, which is not installed`,
			why: "git would commit the data itself, or check out pointers in its place",
			fix: "install git-lfs (https://git-lfs.com), then git lfs install",
		},
	];
}

/** Enough to know: who lacks one mostly lacks all. */
const MOST_FILES = 500;

/** Files of the index that `.gitattributes` gives to Git LFS. */
async function keptByLfs(root: string): Promise<string[]> {
	const { stdoutText } = await run("git", ["ls-files", "-z", "--", ":(top,attr:filter=lfs)"], { cwd: root });
	return stdoutText.split("\0").filter((path) => path !== "");
}

/** What git, not DVC, keeps of what stages read and make: files and folders. */
function filesOfStages({ project }: Workspace): string[] {
	const read = project.stages.flatMap(({ deps }) => deps.map(({ at }) => at));
	const made = project.stages.flatMap(({ outs }) => outs.filter(({ cache }) => !cache).map(({ at }) => at));
	return [...new Set([...read, ...made])].filter((at) => at !== null && !at.startsWith("../")) as string[];
}

const POINTER = "version https://git-lfs.github.com/spec/v1";

async function isPointer(path: string): Promise<boolean> {
	const file = await open(path).catch(() => null);
	if (file === null) return false;
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(POINTER.length), 0, POINTER.length, 0);
		return buffer.toString("latin1", 0, bytesRead) === POINTER;
	} catch {
		// a folder
		return false;
	} finally {
		await file.close();
	}
}

async function hasLfs(cwd: string): Promise<boolean> {
	return (await run("git", ["lfs", "version"], { cwd })).code === 0;
}

function some(paths: readonly string[]): string {
	return paths.slice(0, 3).join(", ") + (paths.length > 3 ? ` and ${paths.length - 3} more` : "");
}

/** What a machine should keep free beside the data that is still to come. Bytes. */
const SPARE = 2n ** 30n;

/** Room for the cache: what the lock names and is not here has to fit. */
export async function disk({ ground: { workspace } }: Patient): Promise<Diagnosis> {
	if (workspace === null) return null;
	const room = await statfs(await existing(workspace.cache.dir), { bigint: true }).catch(() => null);
	if (room === null) return { what: "the room for the cache", because: `${workspace.cache.dir} may not be looked at` };
	const [free, coming] = [room.bavail * room.bsize, await toCome(workspace)];
	if (free >= coming + SPARE) return `there is room for the cache (${gibibytes(free)} free)`;
	return [
		{
			code: "disk-short",
			level: "advice",
			says: `${gibibytes(free)} are free for the cache, and ${gibibytes(coming)} of recorded data are not here yet`,
			why: "a run that fills the disk fails in its middle",
			fix: "dvc gc --workspace, or a larger disk: dvc cache dir --local FOLDER",
		},
	];
}

async function toCome({ project, cache }: Workspace): Promise<bigint> {
	const records = project.stages.flatMap((stage) => stage.outs.map((out) => recordOfOutput(stage, out)));
	let sum = 0n;
	for (const record of records) {
		if (record?.oid == null || record.size === undefined || (await cache.has(record.oid, record.hash))) continue;
		sum += record.size;
	}
	return sum;
}

/** The nearest folder that is there: the cache is made with its first object. */
async function existing(folder: string): Promise<string> {
	const there = await statfs(folder).then(
		() => true,
		() => false,
	);
	return there || dirname(folder) === folder ? folder : existing(dirname(folder));
}

function gibibytes(bytes: bigint): string {
	return `${(Number(bytes) / 2 ** 30).toFixed(1)} GiB`;
}
