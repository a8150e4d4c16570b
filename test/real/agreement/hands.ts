import { execFile } from "node:child_process";
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import type { Edit } from "./model.ts";
import { PARAM_FILES } from "./parameters.ts";
import { pipelines } from "./render.ts";
import { chosen, edited, homeOf, homesOf, outPaths, paramsFiles, sourcesOf, type World, wdirOf } from "./world.ts";

const exec = promisify(execFile);
const GIT = {
	...process.env,
	GIT_AUTHOR_NAME: "Ada",
	GIT_AUTHOR_EMAIL: "ada@example.com",
	GIT_COMMITTER_NAME: "Ada",
	GIT_COMMITTER_EMAIL: "ada@example.com",
	GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
	GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
	GIT_CONFIG_GLOBAL: "/dev/null",
};

export async function git(root: string, ...args: string[]): Promise<void> {
	await exec("git", args, { cwd: root, env: GIT });
}

export async function commitAll(root: string): Promise<void> {
	await git(root, "add", "-A");
	await git(root, "commit", "-q", "--allow-empty", "-m", "step");
}

/** Never through a link: that would write into the cache. */
export function put(root: string, path: string, text: string): void {
	const absolute = join(root, path);
	const above = lstatSync(dirname(absolute), { throwIfNoEntry: false });
	if (above?.isFile() === true) rmSync(dirname(absolute));
	mkdirSync(dirname(absolute), { recursive: true });
	const before = lstatSync(absolute, { throwIfNoEntry: false });
	const protectedByCache = before !== undefined && (before.nlink > 1 || (before.mode & 0o200) === 0);
	if (protectedByCache || before?.isSymbolicLink() === true || before?.isDirectory() === true) {
		rmSync(absolute, { recursive: true });
	}
	writeFileSync(absolute, text);
}

const textOf = (root: string, path: string): string | null =>
	existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null;

/** The files that a world consists of, but for data. */
export function lay(root: string, world: World): void {
	const files = new Map([...pipelines(world), ...paramsFiles(world)]);
	for (const [path, text] of files) if (textOf(root, path) !== text) put(root, path, text);
	for (const home of homesOf(world.frame)) {
		const path = posix.join(home, "dvc.yaml");
		if (!files.has(path)) rmSync(join(root, path), { force: true });
	}
	for (const stage of world.stages) {
		const { path } = wdirOf(world, stage);
		if (!existsSync(join(root, path))) put(root, posix.join(path, ".keep"), "");
	}
}

export function layFirst(root: string, world: World): void {
	for (const path of sourcesOf(world.frame)) put(root, path, path === "m.json" ? '{"m": 1}\n' : `${path}\n`);
	if (world.frame.ignore) put(root, ".dvcignore", "*.tmp\nsrc/b.txt\n");
	lay(root, world);
}

/** What an edit does to one root, `world` being how things stood before. */
export async function lend(root: string, world: World, edit: Edit): Promise<void> {
	const { pick, which } = edit;
	const source = chosen(sourcesOf(world.frame), pick) ?? "raw.txt";
	const out = chosen(
		world.stages.flatMap((stage) => outPaths(world, stage)),
		pick,
	);
	const object = chosen(objects(root), pick * 12 + which);
	switch (edit.do) {
		case "write-source":
			return put(root, source, source === "m.json" ? `{"m": ${which % 3}}\n` : `${source} ${which % 3}\n`);
		case "remove-source":
			return rmSync(join(root, source), { force: true });
		case "link-source": {
			const target = chosen(sourcesOf(world.frame), which) ?? "raw.txt";
			if (target === source || !existsSync(join(root, target)) || lstatSync(join(root, target)).isSymbolicLink())
				return;
			rmSync(join(root, source), { force: true });
			mkdirSync(dirname(join(root, source)), { recursive: true });
			return symlinkSync(posix.relative(posix.dirname(source), target), join(root, source));
		}
		case "mode-source":
			return mode(root, source, which);
		case "remove-params":
			return rmSync(join(root, PARAM_FILES[pick % PARAM_FILES.length] ?? ""), { force: true });
		case "remove-out":
			return out === undefined
				? undefined
				: rmSync(join(root, which % 3 === 0 && out.out.kind === "directory" ? `${out.path}/a.txt` : out.path), {
						recursive: true,
						force: true,
					});
		case "tamper-out":
			return out === undefined
				? undefined
				: tamper(root, which % 2 === 0 && out.out.kind === "directory" ? `${out.path}/a.txt` : out.path, which);
		case "stray-in-out":
			return out?.out.kind === "directory" && isFolder(root, out.path)
				? put(root, `${out.path}/${["stray", "deep/x.tmp", ".gitkeep"][which % 3]}`, "stray\n")
				: undefined;
		case "touch-out": {
			const path = out?.path;
			if (path === undefined || !existsSync(join(root, path)) || isFolder(root, path)) return;
			return put(root, path, readFileSync(join(root, path), "utf8"));
		}
		case "mode-out":
			return out === undefined || isFolder(root, out.path) || linked(root, out.path)
				? undefined
				: mode(root, out.path, which);
		case "remove-lock":
			return rmSync(join(root, lockOf(world, pick)), { force: true });
		case "restore-lock":
			await git(root, "checkout", "-q", "HEAD", "--", lockOf(world, pick)).catch(() => undefined);
			return;
		case "empty-lock":
			return existsSync(join(root, lockOf(world, pick)))
				? put(root, lockOf(world, pick), "schema: '2.0'\n")
				: undefined;
		case "forget-stage":
			return forget(root, lockOf(world, pick), which);
		case "old-lock":
			return comment(root, lockOf(world, pick), which);
		case "corrupt-object":
			return object === undefined ? undefined : overwrite(object, 0o644);
		case "spoil-object":
			return;
		case "remove-object":
			return object === undefined ? undefined : rmSync(object, { force: true });
		case "remove-runs":
			return rmSync(join(root, ".dvc/cache/runs"), { recursive: true, force: true });
		case "remove-cache":
			return rmSync(join(root, ".dvc/cache"), { recursive: true, force: true });
		case "commit":
			return commitAll(root);
		case "fail":
			return existsSync(join(root, "fail")) ? rmSync(join(root, "fail")) : put(root, "fail", "");
		case "ignore":
			return put(
				root,
				".dvcignore",
				["*.tmp\n", "src/b.txt\n*.tmp\n!keep.tmp\n", "deep/x*\n", "# none\n"][which % 4] ?? "",
			);
		case "data":
			return world.frame.data
				? put(root, ["data/x.txt", "one.bin", "data/new.txt"][pick % 3] ?? "one.bin", `data ${which % 3}\n`)
				: undefined;
		case "remove-data":
			return world.frame.data
				? rmSync(join(root, ["data/x.txt", "one.bin", "data"][pick % 3] ?? "one.bin"), { recursive: true, force: true })
				: undefined;
		default:
			return lay(root, edited(world, edit));
	}
}

function isFolder(root: string, path: string): boolean {
	return lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

function linked(root: string, path: string): boolean {
	const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
	return stat === undefined || stat.isSymbolicLink() || stat.nlink > 1;
}

function mode(root: string, path: string, which: number): void {
	if (existsSync(join(root, path))) chmodSync(join(root, path), which % 2 === 0 ? 0o755 : 0o644);
}

function tamper(root: string, path: string, which: number): void {
	if (existsSync(join(root, dirname(path)))) put(root, path, `{"acc": ${which}}\n`);
}

function lockOf(world: World, pick: number): string {
	const stage = chosen(world.stages, pick);
	return posix.join(stage === undefined ? "." : homeOf(world, stage), "dvc.lock");
}

/** A lock of which somebody's merge kept less. */
function forget(root: string, lock: string, which: number): void {
	const text = textOf(root, lock);
	if (text === null) return;
	const parts = text.split(/^(?= {2}\S)/m);
	if (parts.length < 3) return;
	const gone = 1 + (which % (parts.length - 1));
	put(root, lock, parts.filter((_, index) => index !== gone).join(""));
}

/** A lock that somebody wrote in. */
function comment(root: string, lock: string, which: number): void {
	const text = textOf(root, lock);
	if (text === null || text === "") return;
	put(root, lock, which % 2 === 0 ? `# kept by hand\n${text}` : text.replace(/^( +size: \d+)$/m, "$1  # bytes"));
}

/** Objects of the cache, in the order of their names; absolute. */
function objects(root: string): string[] {
	const folder = join(root, ".dvc/cache/files/md5");
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((path) => join(folder, path))
		.filter((path) => statSync(path).isFile())
		.sort();
}

/** A new file under the old name: what is changed in place, mainline notices when it places it, and not before. */
function overwrite(path: string, finalMode: number): void {
	rmSync(path);
	writeFileSync(path, "corrupt\n");
	chmodSync(path, finalMode);
}
