import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { scenarios } from "./agreement/arbitrary.ts";
import { agree, Disagreement } from "./agreement/check.ts";
import { KNOWN_DIFFERENCES } from "./agreement/known-differences.ts";
import type { Scenario } from "./agreement/model.ts";
import { shrink } from "./agreement/shrink.ts";
import { RealDvc } from "./agreement/worker.ts";

/** A case is one step of edits and a command, compared fully. `AGREEMENT_CASES=20000 AGREEMENT_SEED=7` for a long run. */
const CASES = Number(process.env["AGREEMENT_CASES"] ?? 1000);
const SEED = Number(process.env["AGREEMENT_SEED"] ?? 20261125);
const LANES = 2;
const SHRINK_MS = Number(process.env["AGREEMENT_SHRINK_SECONDS"] ?? 120) * 1000;
const KEPT = resolve(import.meta.dirname, "agreement/cases");

// commands list folders, and the two twins must see them in one order
process.env["LC_ALL"] = "C";
process.env["SHELL"] = "/bin/sh";

const room = mkdtempSync(join(tmpdir(), "mainline-agreement-"));
const lanes = Array.from({ length: LANES }, (_, lane) => {
	const own = join(room, String(lane));
	mkdirSync(own);
	return { dvc: new RealDvc(own), room: own };
});
afterAll(() => {
	for (const { dvc } of lanes) dvc.end();
	rmSync(room, { recursive: true, force: true });
});

type Lane = (typeof lanes)[number];

async function complaintAbout(scenario: Scenario, lane: Lane): Promise<{ kind: string; text: string } | null> {
	try {
		await agree(scenario, lane);
		return null;
	} catch (cause) {
		if (cause instanceof Disagreement) return { kind: cause.kind, text: cause.message };
		return { kind: "crash", text: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
	}
}

/** Lives random scenarios until so many steps are compared; of the first that parts the two, the smallest form is written down. */
async function live(lane: Lane, { seed, cases }: { seed: number; cases: number }): Promise<string[]> {
	let done = 0;
	for (let part = 0; done < cases; part++) {
		for (const scenario of fc.sample(scenarios, { seed: seed + part * 7919, numRuns: 25 })) {
			const complaint = await complaintAbout(scenario, lane);
			if (complaint !== null) return [await kept(scenario, { complaint, lane, seed })];
			done += scenario.steps.length;
			if (done >= cases) break;
		}
	}
	return [];
}

async function kept(
	scenario: Scenario,
	{ complaint, lane, seed }: { complaint: { kind: string; text: string }; lane: Lane; seed: number },
): Promise<string> {
	const end = Date.now() + SHRINK_MS;
	const still = async (smaller: Scenario): Promise<boolean> =>
		(await complaintAbout(smaller, lane))?.kind === complaint.kind;
	const small = await shrink(scenario, still, () => Date.now() > end);
	const said = (await complaintAbout(small, lane))?.text ?? complaint.text;
	const file = join(KEPT, `found-${seed}-${complaint.kind.replace(/\W+/g, "-")}.json`);
	writeFileSync(file, `${JSON.stringify(small, null, "\t")}\n`);
	return `seed ${seed}: ${said}\nkept as ${file}`;
}

describe("beside the real dvc", () => {
	it.each(readdirSync(KEPT).filter((name) => name.endsWith(".json")))("%s, which once parted the two, does not any more", async (name) => {
		const [lane] = lanes;
		const scenario = JSON.parse(readFileSync(join(KEPT, name), "utf8")) as Scenario;
		expect(lane === undefined ? null : await complaintAbout(scenario, lane)).toBeNull();
	});

	it(`${CASES} random steps on random projects end alike (seed ${SEED})`, { timeout: 7_200_000 }, async () => {
		const found = await Promise.all(
			lanes.map((lane, index) => live(lane, { seed: SEED + index * 104729, cases: Math.ceil(CASES / LANES) })),
		);
		expect(found.flat()).toEqual([]);
	});

	it("whatever is handled as a known difference stands in the documents", () => {
		const page = readFileSync(resolve(import.meta.dirname, "../../docs/reference/differences-from-dvc.md"), "utf8").replace(/\s+/g, " ");
		expect(KNOWN_DIFFERENCES.filter(({ sentence }) => !page.includes(sentence))).toEqual([]);
	});
});
