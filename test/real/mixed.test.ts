import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mainline } from "../doors/support/program.ts";
import { type Files, project, remove, snapshot, write } from "../flows/rig.ts";
import { Chance } from "../fuzz/chance.ts";
import { RealDvc } from "./agreement/worker.ts";
import { dvcProgram, executed } from "./dvc-twins.ts";

/** `MIXED_ROUNDS=200 MIXED_SEED=3` for longer. */
const ROUNDS = Number(process.env["MIXED_ROUNDS"] ?? 24);
const SEED = Number(process.env["MIXED_SEED"] ?? 1);

const room = mkdtempSync(join(tmpdir(), "mainline-mixed-"));
const dvc = new RealDvc(room);
afterAll(() => {
	dvc.end();
	rmSync(room, { recursive: true, force: true });
});

const NAMES = ["a", "b", "c", "d"];
const OUTPUTS = NAMES.flatMap((name) => [`${name}.txt`, `${name}.d`]);

const pipeline = (salt: number): Files => ({
	"dvc.yaml": `stages:\n${NAMES.map(
		(name, index) => `  ${name}:
    cmd: mkdir -p ${name}.d && cat ${index === 0 ? "in.txt" : `${NAMES[index - 1]}.txt`} > ${name}.txt && cp ${name}.txt ${name}.d/x && echo ${index === 2 ? salt : 0} >> ${name}.txt
    deps: [${index === 0 ? "in.txt" : `${NAMES[index - 1]}.txt`}]
    params: [p${index}]
    outs: [${name}.txt, ${name}.d]
`,
	).join("")}`,
});
const params = (chance: Chance): Files => ({
	"params.yaml": NAMES.map((_, index) => `p${index}: ${chance.below(2)}\n`).join(""),
});

function edit(root: string, chance: Chance): void {
	const edits = [
		() => write(root, { "in.txt": `${chance.below(3)}\n` }),
		() => write(root, params(chance)),
		() => write(root, pipeline(chance.below(3))),
		() => remove(root, chance.one(OUTPUTS)),
		() => write(root, { [`${chance.one(NAMES)}.txt`]: "by hand\n" }),
		() => remove(root, "dvc.lock"),
	];
	for (const each of chance.some(0, 2, () => chance.one(edits))) each();
}

async function begin(): Promise<string> {
	return project({
		...pipeline(0),
		"in.txt": "0\n",
		"params.yaml": "p0: 0\np1: 0\np2: 0\np3: 0\n",
		".gitignore": "/*.txt\n/*.d\n",
	});
}

/** Nothing is left to do for either, and what is recorded is what is there. */
async function bothSayDone(root: string, about: unknown): Promise<void> {
	const status = await dvc.call(root, "status", "--json");
	expect({ about, status: status.out }).toEqual({ about, status: "{}\n" });
	const before = snapshot(root);
	expect({ about, ran: executed((await dvc.call(root, "repro")).out) }).toEqual({ about, ran: [] });
	const plan = await mainline(["plan", "--check", "--data", "--json"], { cwd: root });
	expect({ about, code: plan.code }).toEqual({ about, code: 0 });
	expect(snapshot(root)).toEqual(before);
}

/** In words that tell what to do; `dvc` names the path that is busy or the lock, so do we. */
const BUSY = /is in use by|is busy|Unable to acquire lock|[Aa]nother .*(is working|is running)|waiting for/;

describe("dvc and mainline on one repository", () => {
	it(`${ROUNDS} times, one or the other by chance (seed ${SEED}): each takes the other's results for its own`, {
		timeout: 3_600_000,
	}, async () => {
		const root = await begin();
		const chance = new Chance(SEED);
		for (let round = 0; round < ROUNDS; round++) {
			edit(root, chance);
			const ours = chance.rarely(2);
			const { code, said } = ours ? await runOurs(root) : await runTheirs(root);
			const about = { round, ours, said };
			expect({ ...about, code }).toEqual({ ...about, code: 0 });
			await bothSayDone(root, about);
		}
	});

	it("both at once: each ends well or says who is in the way, and the next one completes", {
		timeout: 3_600_000,
	}, async () => {
		const root = await begin();
		const chance = new Chance(SEED + 1);
		for (let round = 0; round < Math.ceil(ROUNDS / 3); round++) {
			edit(root, chance);
			const sides = await Promise.all([runOurs(root), runTheirs(root), ...(chance.rarely(2) ? [runOurs(root)] : [])]);
			for (const side of sides) {
				if (side.code === 0) continue;
				expect({ round, ...side }).toEqual({ round, ...side, said: expect.stringMatching(BUSY) });
			}
			const last = chance.rarely(2) ? await runOurs(root) : await runTheirs(root);
			expect({ round, ...last }).toEqual({ round, ...last, code: 0 });
			await bothSayDone(root, { round });
			expect(readFileSync(join(root, "dvc.lock"), "utf8")).toMatch(/^schema: '2.0'\nstages:\n/);
		}
	});
});

interface Said {
	readonly code: number | null;
	readonly said: string;
}

async function runOurs(root: string): Promise<Said> {
	const { code, stdout, stderr } = await mainline(["run"], { cwd: root });
	return { code, said: stdout + stderr };
}

async function runTheirs(root: string): Promise<Said> {
	const { code, all } = await dvcProgram(root, "repro");
	return { code, said: all };
}
