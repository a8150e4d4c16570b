import { join } from "node:path";
import { type Lanes, REPOSITORY } from "../lanes/world.ts";
import { cloneUrl, commit, git } from "../rig/world.ts";

/** A stranger's fork, with one commit more than `main`, and a pull request of it. */
export async function forked({ world }: Lanes, files: Record<string, string>): Promise<{ pull: number; work: string }> {
	const { gitHub, place } = world;
	await gitHub.createRepository("bob/model", { forkOf: REPOSITORY });
	await gitHub.addToken({ value: "ghp_bob", kind: "personal", login: "bob" });
	const work = join(place.directory, "bob");
	await git(place.directory, "clone", "-q", cloneUrl(gitHub, "bob/model", "ghp_bob"), work);
	await commit(work, { files, message: "Help" });
	await git(work, "push", "-q", "origin", "HEAD:help");
	const order = { head: "help", headRepository: "bob/model", base: "main", title: "Help", author: "bob" };
	return { pull: (await gitHub.openPull(REPOSITORY, order)).number, work };
}

/** What GitHub's runner takes for a command in a step's output: `::name …::` where a line begins, `##[name]` anywhere in it. */
export function heard(stdout: string): string[] {
	let stopped: string | null = null;
	return stdout.split(/\r\n|\r|\n/).flatMap((line) => {
		const [, name = "", rest = ""] = /^\s*::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
		if (stopped !== null) {
			if (name === stopped) stopped = null;
			return [];
		}
		if (name === "stop-commands") stopped = rest;
		else if (name !== "" || /##\[[\w-]+/.test(line)) return [line];
		return [];
	});
}

/** What a test may wait for at most. */
export async function within<T>(milliseconds: number, work: () => Promise<T> | T): Promise<T> {
	const start = performance.now();
	const result = await work();
	const took = performance.now() - start;
	if (took > milliseconds) throw new Error(`it took ${Math.round(took)} ms`);
	return result;
}
