import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { parseListing } from "../../src/digest/index.ts";
import { add } from "../../src/flows/add.ts";
import { checkout } from "../../src/flows/checkout.ts";
import { pull, push } from "../../src/flows/transfer.ts";
import { type Oid, parseOid } from "../../src/kernel/index.ts";
import { parseYaml } from "../../src/source/index.ts";
import { PLAIN_ENV } from "../doors/support/program.ts";
import { contextAt, project, read, remove, write } from "../flows/rig.ts";
import { PROGRAM } from "../rig/program.ts";
import { RealDvc } from "./agreement/worker.ts";
import { mainlineRun } from "./dvc-twins.ts";

/** `KILLS=500` for a longer run; shared out among the five verbs. */
const KILLS = Math.ceil(Number(process.env["KILLS"] ?? 500) / 5);
/** After so many kills the work is let through, and the real dvc is asked. */
const FINISH_EVERY = 20;
const room = mkdtempSync(join(tmpdir(), "mainline-kills-"));
const dvc = new RealDvc(room);

afterAll(() => {
	dvc.end();
	rmSync(room, { recursive: true, force: true });
});

/** Starts a command and kills it, with all that it started, after so many milliseconds. False when it ended before. */
async function killed(root: string, args: readonly string[], after: number): Promise<boolean> {
	const child = spawn(process.execPath, [PROGRAM, ...args], {
		cwd: root,
		env: PLAIN_ENV,
		stdio: "ignore",
		detached: true,
	});
	const ended = once(child, "exit");
	await Promise.race([ended, sleep(after)]);
	if (child.exitCode !== null || child.pid === undefined) return false;
	process.kill(-child.pid, "SIGKILL");
	await ended;
	return child.signalCode === "SIGKILL";
}

/** Wall time of a command that nobody disturbs. */
async function timeOf(root: string, args: readonly string[]): Promise<number> {
	const start = performance.now();
	await killed(root, args, 60_000);
	return performance.now() - start;
}

const KEPT = /^(files\/md5|runs)\//;

/** Every object is what its name says, and nobody may write to it; a listing comes after its files. */
function checkObjects(folder: string): void {
	if (!existsSync(folder)) return;
	const objects = new Map<Oid, Buffer>();
	for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
		const oid = path.startsWith("files/md5/") ? parseOid(path.split("/").slice(2).join("")) : null;
		if (oid === null) continue;
		const bytes = readFileSync(join(folder, path));
		expect({ path, oid: createHash("md5").update(bytes).digest("hex") }).toEqual({ path, oid: oid.slice(0, 32) });
		expect({ path, mode: statSync(join(folder, path)).mode & 0o777 }).toEqual({ path, mode: 0o444 });
		objects.set(oid, bytes);
	}
	for (const [oid, bytes] of objects) {
		if (!oid.endsWith(".dir")) continue;
		expect({ oid, whole: parseListing(bytes)?.every((file) => objects.has(file.oid)) }).toEqual({ oid, whole: true });
	}
	expect(KEPT.test("files/md5/")).toBe(true);
}

const STAGES = ["a", "b", "c", "d"]
	.map(
		(name, index, all) => `  ${name}:
    cmd: mkdir -p ${name}.d && for n in 1 2 3; do cat ${index === 0 ? "in.txt" : `${all[index - 1]}.d/1`} > ${name}.d/$n; echo $n >> ${name}.d/$n; done
    deps: [${index === 0 ? "in.txt" : `${all[index - 1]}.d`}]
    outs: [${name}.d]
`,
	)
	.join("");

const TRANSFER = { targets: [], remote: null, jobs: null, allCommits: false, runCache: false };
const CHECKOUT = { targets: [], force: true, relink: false, allowMissing: false };

interface Verb {
	readonly name: string;
	readonly args: readonly string[];
	/** What makes the next attempt have something to do. */
	prepare(root: string, attempt: number): Promise<void> | void;
	/** Lets the work through. */
	finish(root: string): Promise<unknown>;
}

const data = (attempt: number): Record<string, string> =>
	Object.fromEntries(
		Array.from({ length: 12 }, (_, file) => [`data/f${file}`, `${attempt} ${file}\n`.repeat(file === 0 ? 60_000 : 3)]),
	);

async function tracked(root: string, attempt: number): Promise<void> {
	write(root, data(attempt));
	await add(contextAt(root), { paths: ["data"], noCommit: false });
}

const VERBS: readonly Verb[] = [
	{
		name: "run",
		args: ["run"],
		prepare: (root, attempt) => write(root, { "in.txt": `${attempt}\n` }),
		finish: (root) => mainlineRun(root),
	},
	{
		name: "add",
		args: ["add", "data"],
		prepare: (root, attempt) => write(root, data(attempt)),
		finish: (root) => add(contextAt(root), { paths: ["data"], noCommit: false }),
	},
	{
		name: "push",
		args: ["push"],
		prepare: tracked,
		finish: (root) => push(contextAt(root), TRANSFER),
	},
	{
		name: "pull",
		args: ["pull", "--force"],
		prepare: async (root, attempt) => {
			await tracked(root, attempt);
			await push(contextAt(root), TRANSFER);
			remove(root, "data", ".dvc/cache");
		},
		finish: (root) => pull(contextAt(root), { ...TRANSFER, force: true, allowMissing: false }),
	},
	{
		name: "checkout",
		args: ["checkout", "--force"],
		prepare: async (root, attempt) => {
			await tracked(root, attempt);
			remove(root, attempt % 2 === 0 ? "data" : "data/f0", "data/f3");
		},
		finish: (root) => checkout(contextAt(root), CHECKOUT),
	},
];

async function begin({ name }: Verb): Promise<{ root: string; remote: string }> {
	const remote = join(room, `remote-${name}`);
	mkdirSync(remote);
	const root = await project({
		".dvc/config": `[core]\n    remote = r\n['remote "r"']\n    url = ${remote}\n`,
		"in.txt": "0\n",
	});
	if (name === "run") write(root, { "dvc.yaml": `stages:\n${STAGES}` });
	return { root, remote };
}

describe.concurrent(`killed at any of ${KILLS} moments`, () => {
	it.each(VERBS)(
		"$name leaves files whole, the next one completes, and dvc agrees",
		{ timeout: 1_800_000 },
		async (verb) => {
			const { root, remote } = await begin(verb);
			let kills = 0;
			await verb.prepare(root, 0);
			let whole = await timeOf(root, verb.args);
			for (let attempt = 1; kills < KILLS; attempt++) {
				await verb.prepare(root, attempt);
				// the golden section spreads moments evenly over the second part, where the work is
				const hit = await killed(root, verb.args, whole * (0.35 + 0.65 * ((attempt * 0.618034) % 1)));
				kills += hit ? 1 : 0;
				if (!hit) whole *= 0.97;
				for (const file of ["dvc.lock", "data.dvc"])
					if (existsSync(join(root, file))) parseYaml(read(root, file), file);
				checkObjects(join(root, ".dvc/cache"));
				checkObjects(remote);
				if (attempt % FINISH_EVERY !== 0) continue;
				await verb.finish(root);
				const { code, out } = await dvc.call(root, "status", "--json");
				expect({ attempt, code, out }).toEqual({ attempt, code: 0, out: "{}\n" });
				if (verb.name === "push") expect((await dvc.call(root, "status", "--cloud", "--json")).out).toBe("{}\n");
			}
			expect(kills).toBe(KILLS);
		},
	);
});
