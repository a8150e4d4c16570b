import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { Chance } from "./chance.ts";
import { complaintAbout, corpus, inputFrom, TARGETS } from "./targets.ts";
import type { Finding, Share } from "./worker.ts";

/** `FUZZ_INPUTS=1000000 FUZZ_SEED=7 npx vitest run test/fuzz` for the long run. */
const INPUTS = Number(process.env["FUZZ_INPUTS"] ?? 20_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
const THREADS = 2;
/** What reading may take, over what the reader itself needs to be there. */
const HEAP_MB = 200 + 80;
/** Wall time without an answer after which a reader counts as hanging; CPU time over one second is found by the worker. */
const SILENCE_MS = 30_000;

const CASES = join(import.meta.dirname, "cases");

interface Case {
	readonly target: string;
	readonly text: string;
}

function readShare(first: number): Promise<Finding[]> {
	const progress = new SharedArrayBuffer(4);
	const now = new Int32Array(progress);
	const share: Share = { seed: SEED, first, step: THREADS, count: INPUTS, progress };
	const worker = new Worker(new URL("./worker.ts", import.meta.url), {
		workerData: share,
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
	});
	const findings: Finding[] = [];
	const lost = (complaint: string): Finding => {
		const index = Atomics.load(now, 0);
		const { target, text } = inputFrom(new Chance(SEED * 1_000_003 + index), corpus());
		return { index, target: target.name, text, complaint };
	};
	return new Promise((done) => {
		let [seen, since] = [-1, Date.now()];
		const watch = setInterval(() => {
			const index = Atomics.load(now, 0);
			if (index !== seen) [seen, since] = [index, Date.now()];
			if (Date.now() - since < SILENCE_MS) return;
			findings.push(lost("no answer"));
			void worker.terminate();
		}, 500);
		worker.on("message", (finding: Finding) => findings.push(finding));
		worker.on("error", (error) => findings.push(lost(`ended: ${error.message}`)));
		worker.on("exit", () => {
			clearInterval(watch);
			done(findings);
		});
	});
}

const shown = ({ index, target, text, complaint }: Finding): string =>
	`seed ${SEED}, input ${index}, ${target}: ${complaint.slice(0, 600)}\n${JSON.stringify({ target, text: text.slice(0, 2000) })}`;

describe("files of DVC's that somebody or something broke", () => {
	it(`are read or refused, ${INPUTS} of them (seed ${SEED}): no crash, no hang, no flood of memory`, {
		timeout: 3_600_000,
	}, async () => {
		const found = await Promise.all(Array.from({ length: THREADS }, (_, first) => readShare(first)));
		expect(found.flat().map(shown)).toEqual([]);
	});

	it("are mostly read: a fuzzer that makes nothing but nonsense finds nothing", async () => {
		const real = corpus();
		const read = new Map<string, number>();
		for (let index = 0; index < 1500; index++) {
			const { target, text } = inputFrom(new Chance(index), real);
			const fine = await target.read(text).then(
				() => 1,
				() => 0,
			);
			read.set(target.name, (read.get(target.name) ?? 0) + fine);
		}
		for (const { name } of TARGETS)
			expect([name, read.get(name)]).toEqual([name, expect.toSatisfy((fine: number) => fine > 8)]);
	});

	it.each(readdirSync(CASES).filter((name) => name.endsWith(".json")))(
		"%s, found before, stays mended",
		async (name) => {
			const { target, text } = JSON.parse(readFileSync(join(CASES, name), "utf8")) as Case;
			const found = TARGETS.find((each) => each.name === target);
			expect(found).toBeDefined();
			if (found !== undefined) expect(await complaintAbout({ target: found, text })).toBeNull();
		},
	);
});
