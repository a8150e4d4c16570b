import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Files } from "./rig.ts";
import { type Verdict, verdictOf } from "./verdicts.ts";

/** With the common params.yaml or not; the files; what DVC 3.67.1 says; what we say, where ADR 18 has us differ. */
type Case = readonly [0 | 1, Files, Verdict, Verdict?];

interface Recorded {
	readonly params: string;
	readonly cases: readonly Case[];
}

const FIXTURE = join(import.meta.dirname, "../fixtures/language/verdicts.json");
const { params, cases }: Recorded = JSON.parse(readFileSync(FIXTURE, "utf8"));

describe("what the real dvc said of small projects", () => {
	it("is said by Mainline: the same are refused, and the others have the same stages and commands", async () => {
		for (const [withParams, files, theirs, ours = theirs] of cases) {
			const { verdict, message } = await verdictOf(withParams === 1 ? { ...files, "params.yaml": params } : files);
			const about = { files, message: verdict === ours ? "" : message };
			expect({ ...about, verdict }).toEqual({ ...about, verdict: ours });
		}
		expect(cases.length).toBeGreaterThan(2800);
	});

	it("differs in few of them, and only as ADR 18 lists", () => {
		const refused = cases.filter(([, , theirs, ours]) => ours === 0 && theirs !== 0);
		const taken = cases.filter(([, , theirs, ours]) => ours !== undefined && ours !== 0 && theirs === 0);
		const other = cases.filter(([, , theirs, ours]) => ours !== undefined && ours !== 0 && theirs !== 0);
		expect([refused.length, taken.length, other.length]).toEqual([100, 20, 0]);
	});
});
