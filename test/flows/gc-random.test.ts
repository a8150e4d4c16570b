import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { Chance } from "../fuzz/chance.ts";
import { OldProject } from "./gc-rig.ts";

const HISTORIES = 8;
const DAY = 86_400;

/** A random history of two outputs on three branches, with merges, tags and commits of all ages; its objects lie at the remote. */
class RandomHistory {
	readonly #pick: (below: number) => number;
	readonly #project: OldProject;
	readonly #script: string[] = [];

	constructor(project: OldProject, pick: (below: number) => number) {
		this.#project = project;
		this.#pick = pick;
	}

	make(now: number): void {
		for (let mark = 1; mark <= 14; mark++) {
			const branch = `b${this.#pick(3)}`;
			const time = now - this.#pick(120) * DAY;
			const parents =
				mark === 1
					? []
					: [...new Set([mark - 1 - this.#pick(Math.min(mark - 1, 4)), mark - 1 - this.#pick(Math.min(mark - 1, 2))])];
			this.#script.push(
				`commit refs/heads/${branch}\nmark :${mark}\ncommitter T <t@example.org> ${time} +0000\ndata 1\nx\n`,
			);
			for (const [index, parent] of parents.entries())
				this.#script.push(`${index === 0 ? "from" : "merge"} :${parent}\n`);
			this.#file("a.dvc", this.#object(`file ${this.#pick(9)}`), mark);
			this.#file("sub/d.dvc", this.#directory(), mark);
			if (this.#pick(5) === 0) this.#script.push(`\nreset refs/tags/t${mark}\nfrom :${mark}\n`);
		}
		execFileSync("git", ["fast-import", "--quiet", "--force"], {
			cwd: this.#project.root,
			input: `${this.#script.join("")}\n`,
		});
		for (const branch of ["b0", "b1", "b2"])
			if (this.#pick(3) === 0)
				execFileSync("git", ["update-ref", "-d", `refs/heads/${branch}`], { cwd: this.#project.root });
	}

	#file(path: string, oid: string, mark: number): void {
		const text = `outs:\n- md5: ${oid}\n  hash: md5\n  path: ${path === "a.dvc" ? "a" : "d"}\n# ${mark % 3}\n`;
		this.#script.push(`M 100644 inline ${path}\ndata ${text.length}\n${text}\n`);
	}

	#directory(): string {
		const files = [0, 1, 2].map((n) => `{"md5": "${this.#object(`file ${this.#pick(14)}`)}", "relpath": "f${n}"}`);
		return this.#object(`[${files.join(", ")}]`, ".dir");
	}

	#object(text: string, suffix = ""): string {
		const oid = `${createHash("md5").update(text).digest("hex")}${suffix}`;
		const path = objectPath(this.#project, oid);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		return oid;
	}
}

function objectPath({ remote }: OldProject, oid: string): string {
	return join(remote, "files/md5", oid.slice(0, 2), oid.slice(2));
}

/** By git's own words, and by nothing of ours: what must be there afterwards. */
function neededObjects(project: OldProject, since: number): Set<string> {
	const git = (...args: string[]): string[] =>
		execFileSync("git", args, { cwd: project.root, encoding: "utf8" })
			.split("\n")
			.filter((line) => line !== "");
	const tips = git("for-each-ref", "--format=%(objectname)");
	const young = git("log", "--all", "--format=%H %ct").flatMap((line) =>
		Number(line.split(" ")[1]) >= since ? [line.split(" ")[0] ?? ""] : [],
	);
	const named = [...tips, ...young];
	const kept = new Set([...named, ...named.flatMap((commit) => git("rev-parse", `${commit}^@`))]);
	const found = new Set<string>();
	for (const commit of kept)
		for (const path of ["a.dvc", "sub/d.dvc"])
			found.add(/[0-9a-f]{32}(\.dir)?/.exec(git("show", `${commit}:${path}`).join("\n"))?.[0] ?? "");
	return found;
}

it("keeps all that random histories need, and deletes the rest of what they named", async () => {
	let deleted = 0;
	for (let seed = 1; seed <= HISTORIES; seed++) {
		const project = await OldProject.make();
		const now = Math.floor(Date.now() / 1000) + 200 * DAY;
		const chance = new Chance(seed);
		new RandomHistory(project, (below) => chance.below(below)).make(now);
		execFileSync("git", ["config", "core.logAllRefUpdates", "false"], { cwd: project.root });
		const before = project.objects();
		const { places } = await project.gc({}, { days: 200 });
		deleted += places[0]?.deleted?.count ?? 0;
		for (const oid of neededObjects(project, now - 30 * DAY)) {
			expect(existsSync(objectPath(project, oid)), `seed ${seed}: ${oid}`).toBe(true);
			if (!oid.endsWith(".dir")) continue;
			const listing = execFileSync("cat", [objectPath(project, oid)], { encoding: "utf8" });
			for (const [file] of listing.matchAll(/[0-9a-f]{32}/g))
				expect(existsSync(objectPath(project, file)), `seed ${seed}: ${file}`).toBe(true);
		}
		expect(before.length - project.objects().length).toBe(places[0]?.deleted?.count);
	}
	expect(deleted).toBeGreaterThan(HISTORIES);
});
