import { execFileSync } from "node:child_process";
import type { TagInfo } from "../../../src/release/index.ts";

/** A tag as a test writes it: name, number of the commit, second. */
export interface TagSketch {
	readonly name: string;
	readonly commit: number;
	readonly second: number;
	readonly message?: string;
}

const START = 1_700_000_000;
const TAGGER = { name: "Test Tagger", email: "tagger@example.org" };

export function tagInfo(sketch: TagSketch): TagInfo {
	return {
		name: sketch.name,
		object: "0".repeat(40),
		target: String(sketch.commit).padStart(40, "0"),
		taggedAt: new Date((START + sketch.second) * 1000),
		tagger: TAGGER,
		message: sketch.message ?? "a tag\n",
	};
}

/** Makes a real repository with these annotated tags and returns them as git has them. */
export function repositoryWith(directory: string, sketches: readonly TagSketch[]): TagInfo[] {
	const git = (args: string[], input?: string): string =>
		execFileSync("git", args, { cwd: directory, encoding: "utf8", ...(input === undefined ? {} : { input }) });
	git(["init", "-q", "."]);
	const commits = [...new Set([0, ...sketches.map((sketch) => sketch.commit)])].sort((a, b) => a - b);
	const script = [
		...commits.map(
			(n) =>
				`commit refs/heads/c${n}\nmark :${n + 1}\ncommitter T <t@example.org> ${START - 1000 + n} +0000\ndata ${String(n).length}\n${n}\n`,
		),
		...sketches.map(({ name, commit, second, message = "a tag\n" }) => {
			const tagger = `tagger ${TAGGER.name} <${TAGGER.email}> ${START + second} +0000`;
			return `tag ${name}\nfrom :${commit + 1}\n${tagger}\ndata ${Buffer.byteLength(message)}\n${message}\n`;
		}),
	].join("");
	git(["fast-import", "--quiet"], script);
	git(["symbolic-ref", "HEAD", "refs/heads/c0"]);
	const ids = new Map(commits.map((n) => [n, git(["rev-parse", `refs/heads/c${n}`]).trim()]));
	return sketches.map((sketch) => ({ ...tagInfo(sketch), target: ids.get(sketch.commit) ?? "" }));
}

/** mulberry32: small, seeded, good enough for tests. */
export function randomNumbers(seed: number): (limit: number) => number {
	let state = seed >>> 0;
	return (limit) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % limit;
	};
}
