import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { add } from "../../src/flows/add.ts";
import { type GcOptions, gc } from "../../src/flows/gc.ts";
import { run as runFlow } from "../../src/flows/run.ts";
import { push } from "../../src/flows/transfer.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import type { GcDocument } from "../../src/report/index.ts";
import { run } from "../../src/shell/index.ts";
import { contextAt, type Files, git, project, RUN, write } from "./rig.ts";

const DAY = 86_400_000;
const NO_ACCESS = { token: null, enterpriseToken: null, serverUrl: null, apiUrl: null, host: null };
export const GC: GcOptions = {
	cache: false,
	remote: "store",
	registry: false,
	keep: null,
	olderThanMs: 30 * DAY,
	unknown: false,
	allowMissing: false,
	local: false,
	yes: true,
	access: NO_ACCESS,
};

interface Running {
	readonly days?: number;
	readonly live?: (line: string) => void;
}

/** A project with a folder for a remote. Its history is long ago: gc runs a hundred days later. */
export class OldProject {
	readonly root: string;
	readonly remote: string;

	constructor(root: string, remote: string) {
		this.root = root;
		this.remote = remote;
	}

	static async make(): Promise<OldProject> {
		const remote = mkdtempSync(join(tmpdir(), "mainline-gc-remote-"));
		const config = `[core]\n    remote = store\n['remote "store"']\n    url = ${remote}\n`;
		return new OldProject(await project({ ".dvc/config": config }), remote);
	}

	/** Tracks data and pushes it. */
	async track(data: Files): Promise<void> {
		write(this.root, data);
		const outputs = [...new Set(Object.keys(data).map((path) => path.split("/")[0] ?? ""))];
		await add(contextAt(this.root), { paths: outputs, noCommit: false, noRelink: false, glob: false });
		await this.push();
	}

	/** The same, and commits its record; the commit's id. */
	async commit(data: Files): Promise<string> {
		await this.track(data);
		return this.commitAll();
	}

	async run(): Promise<void> {
		await runFlow(contextAt(this.root), RUN);
	}

	/** Entries of the remote's run cache. */
	runs(): string[] {
		return readdirSync(join(this.remote, "runs"), { recursive: true, encoding: "utf8" }).filter(
			(path) => path.length > 128,
		);
	}

	async push(): Promise<void> {
		const options = { targets: [], remote: null, jobs: null, allCommits: false, runCache: true };
		await push(contextAt(this.root), options);
	}

	async commitAll(): Promise<string> {
		await git(this.root, "add", "-A");
		await git(this.root, "commit", "-q", "--allow-empty", "-m", "data");
		return (await git(this.root, "rev-parse", "HEAD")).trim();
	}

	/** `days`: from now, by the clock that it runs with. `live`: told of every line of progress. */
	async gc(options: Partial<GcOptions> = {}, { days = 100, live = () => {} }: Running = {}): Promise<GcDocument> {
		const now = (): Date => new Date(Date.now() + days * DAY);
		const context = contextAt(this.root, { clock: { ...systemClock, now }, progress: { ...silent, live } });
		return (await gc(context, { ...GC, ...options })).document;
	}

	/** Whether the remote holds the data of a text. */
	async holds(text: string): Promise<boolean> {
		const { stdoutText } = await run("md5sum", [], { cwd: this.root, input: text });
		return existsSync(join(this.remote, "files/md5", stdoutText.slice(0, 2), stdoutText.slice(2, 32)));
	}

	objects(folder = this.remote): string[] {
		const at = join(folder, "files/md5");
		return existsSync(at)
			? readdirSync(at, { recursive: true, encoding: "utf8" })
					.filter((path) => path.length > 3)
					.sort()
			: [];
	}

	forgetCache(): void {
		rmSync(join(this.root, ".dvc/cache"), { recursive: true, force: true });
	}
}

/** Kind → how many went. */
export function went({ places }: GcDocument): Record<string, number> {
	return Object.fromEntries(places.flatMap(({ going }) => going.map(({ kind, count }) => [kind, count])));
}
