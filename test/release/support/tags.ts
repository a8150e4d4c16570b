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

/** A random history: few names, few commits, few seconds, so that collisions and ties are common. Reproducible by its seed. */
export function randomTags(seed: number, broken: boolean): TagSketch[] {
	const below = randomNumbers(seed);
	const artifacts = ["m", "sub/dir=vec"];
	const used = new Map<string, TagSketch>();
	const versionAt = new Map<string, string>();
	for (let n = 6 + below(14); n > 0; n--) {
		const artifact = artifacts[below(2)] ?? "m";
		const commit = below(4);
		const second = below(8);
		const version = pickVersion(below, versionAt, `${artifact} ${commit}`, broken);
		const stage = ["dev", "prod"][below(2)];
		const counter = below(3) === 0 ? `#${below(30)}` : "";
		const action = below(12);
		const name =
			action < 4
				? `${artifact}@${version}${counter}`
				: action < 5
					? `${artifact}@${version}!${counter}`
					: action < 9
						? `${artifact}#${stage}#${n}`
						: action < 11
							? `${artifact}#${stage}!#${n}`
							: below(3) === 0
								? `${artifact}@deprecated${counter}`
								: "unrelated-tag";
		used.set(name, { name, commit, second });
	}
	return [...used.values()];
}

function pickVersion(below: (limit: number) => number, at: Map<string, string>, key: string, broken: boolean): string {
	const choices = ["v0.1.0", "v1.0.0-rc.1", "v1.0.0", "v1.0.0+b", "v1.2.3", "v1.10.0", "v2.0.0-a.b-c"];
	const picked = choices[below(choices.length)] ?? "v0.1.0";
	const version = broken ? picked : (at.get(key) ?? picked);
	at.set(key, version);
	return version;
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
