import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLAIM_LIMITS, type Claim, joinReports, jointAbout, readClaim, writeClaim } from "../../src/claim/index.ts";
import { Failure } from "../../src/kernel/index.ts";

const schema = JSON.parse(
	readFileSync(new URL("../../docs/reference/claim.schema.json", import.meta.url), "utf8"),
) as object;
const valid = new Ajv2020({ allErrors: true }).compile(schema);

const bytes = (value: unknown): Uint8Array => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));

const CLAIM: Claim = {
	schema: "mainline.claim/1",
	run: { id: 17, attempt: 2 },
	head: "a".repeat(40),
	base: "b".repeat(64),
	stages: [
		{ address: "prepare", outcome: "restored", seconds: 0, result: { key: "c".repeat(64), value: "d".repeat(64) } },
		{
			address: "sub/dvc.yaml:train@en",
			outcome: "failed",
			seconds: 12.5,
			result: null,
			attempts: 3,
			message: "exited with 7",
			exitCode: 7,
			tail: "it will not learn\n",
		},
		{
			project: "models/churn",
			address: "evaluate",
			outcome: "skipped",
			seconds: 0,
			result: null,
			after: "sub/dvc.yaml:train@en",
		},
	],
};

/** A report with one golden answer. */
function golden1(answer: object): unknown {
	return { ...CLAIM, golden: [{ model: "churn", asked: [answer], notAsked: null }] };
}

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const stage = fc.record(
	{
		project: fc.string({ unit: "binary", maxLength: 50 }),
		address: fc.string({ unit: "binary", maxLength: 50 }),
		outcome: fc.constantFrom("executed" as const, "restored" as const, "failed" as const, "skipped" as const),
		seconds: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
		result: fc.option(fc.record({ key: hex(64), value: hex(64) })),
		attempts: fc.nat(),
		message: fc.string({ unit: "binary", maxLength: 100 }),
		exitCode: fc.integer({ min: -255, max: 2 ** 32 }),
		tail: fc.string({ unit: "binary", maxLength: 100 }),
		after: fc.string({ unit: "binary", maxLength: 50 }),
	},
	{ requiredKeys: ["address", "outcome", "seconds", "result"] },
);
const text = (most: number) => fc.string({ unit: "binary", maxLength: most });
const golden = fc.record(
	{
		project: text(50),
		model: text(50),
		asked: fc.array(
			fc.record({
				file: text(50),
				differences: fc.array(text(50), { maxLength: 3 }),
				milliseconds: fc.option(fc.nat()),
			}),
			{ maxLength: 3 },
		),
		notAsked: fc.option(text(50)),
	},
	{ requiredKeys: ["model", "asked", "notAsked"] },
);
const claims = fc.record({
	schema: fc.constant("mainline.claim/1" as const),
	run: fc.record({ id: fc.maxSafeNat(), attempt: fc.nat() }),
	head: hex(40),
	base: fc.oneof(hex(40), hex(64)),
	stages: fc.uniqueArray(stage, { selector: ({ address }) => address, maxLength: 5 }),
	golden: fc.array(golden, { maxLength: 3 }),
});

describe("the report of an untrusted run", () => {
	it("reads as it was written, and is what its published schema says", () => {
		fc.assert(
			fc.property(claims, (claim) => {
				const written = writeClaim(claim as Claim);
				expect(readClaim(bytes(written))).toEqual(claim);
				expect(valid(JSON.parse(written))).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	it("is cut to its limits by those who write it", () => {
		const long = { ...CLAIM.stages[1], message: "m".repeat(5000), tail: `${"x".repeat(30_000)}end` };
		const read = readClaim(bytes(writeClaim({ ...CLAIM, stages: [long as Claim["stages"][number]] })));
		expect(read.stages[0]?.message).toHaveLength(CLAIM_LIMITS.message);
		expect(read.stages[0]?.tail).toMatch(/^x+end$/);
	});

	it("has its golden requests cut, too: how many, what is different, and why nobody was asked", () => {
		const differences = Array.from({ length: 30 }, () => "d".repeat(1000));
		const answer = { file: "golden/one.json", differences, milliseconds: 3 };
		const asked = Array.from({ length: 200 }, () => answer);
		const told = Array.from({ length: 150 }, () => ({ model: "churn", asked, notAsked: "n".repeat(1000) }));
		const [first, ...others] = readClaim(bytes(writeClaim({ ...CLAIM, golden: told }))).golden ?? [];
		expect(others).toHaveLength(99);
		expect(first?.asked).toHaveLength(100);
		expect(first?.asked[0]?.differences.map(({ length }) => length)).toEqual(Array(3).fill(200));
		expect(first?.notAsked).toHaveLength(200);
	});

	it.each<[string, unknown]>([
		["no object", []],
		["a missing key", { ...CLAIM, base: undefined }],
		["a key of its own", { ...CLAIM, pull: 3 }],
		["another schema", { ...CLAIM, schema: "mainline.report/1" }],
		["a short commit", { ...CLAIM, head: "abc1234" }],
		["a commit in capitals", { ...CLAIM, head: "A".repeat(40) }],
		["a negative run", { ...CLAIM, run: { id: -1, attempt: 1 } }],
		["a run beyond all numbers", `${JSON.stringify(CLAIM).replace('"id":17', '"id":1e400')}`],
		["a run as text", { ...CLAIM, run: { id: "17", attempt: 1 } }],
		["an outcome of its own", { ...CLAIM, stages: [{ ...CLAIM.stages[0], outcome: "passed" }] }],
		["endless seconds", JSON.stringify(CLAIM).replace("12.5", "1e999")],
		[
			"a result with a path",
			{ ...CLAIM, stages: [{ ...CLAIM.stages[0], result: { key: "../../x", value: "d".repeat(64) } }] },
		],
		["a text too long", { ...CLAIM, stages: [{ ...CLAIM.stages[1], message: "m".repeat(1001) }] }],
		["an answer without a file", golden1({ differences: [], milliseconds: 1 })],
		["an answer that took less than nothing", golden1({ file: "one.json", differences: [], milliseconds: -1 })],
		[
			"more differences than are shown",
			golden1({ file: "one.json", differences: Array(4).fill("d"), milliseconds: 1 }),
		],
		["T40: a prototype", JSON.stringify(CLAIM).replace('"run":', '"__proto__":{"polluted":true},"run":')],
	])("is refused by reader and schema alike with %s", (_, value) => {
		expect(() => readClaim(bytes(value))).toThrow(Failure);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
		const text = typeof value === "string" ? value : JSON.stringify(value);
		expect(valid(JSON.parse(text))).toBe(false);
	});

	it.each<[string, Uint8Array]>([
		["the same stage twice", bytes({ ...CLAIM, stages: [CLAIM.stages[0], CLAIM.stages[0]] })],
		["half of itself", bytes(JSON.stringify(CLAIM).slice(0, 200))],
		["bytes that are no text", Uint8Array.from([0xff, 0x00])],
		["more than it may have", new Uint8Array(CLAIM_LIMITS.bytes + 1)],
		["nothing", new Uint8Array(0)],
	])("is refused with %s", (_, value) => {
		expect(() => readClaim(value)).toThrow(Failure);
	});
});

describe("reports of several jobs", () => {
	const [one, two, three] = CLAIM.stages;
	const report = (name: string, more: Partial<Claim>) => ({ name, claim: { ...CLAIM, ...more } });
	const stages = [one, two, three].flatMap((each) => each ?? []);
	const order = (...reports: Parameters<typeof joinReports>[0]) => {
		const { joint, apart } = joinReports(reports);
		return { order: joint.reports.join(" "), apart: apart.map(({ name }) => name).join(" "), joint };
	};

	it("are joined with the newest attempt first, then the fullest, then by name", () => {
		const [old, few] = [{ id: 17, attempt: 1 }, stages.slice(0, 1)];
		const all = [
			report("b", { stages: few }),
			report("a", { stages: few }),
			report("c", {}),
			report("0", { run: old }),
		];
		expect(order(...all).order).toBe("c a b 0");
		expect(order(...all.toReversed()).order).toBe("c a b 0");
		expect(order(report("z", { run: old })).joint.run).toEqual(old);
	});

	it("are joined on the base of the first, and keep whose word each row is", () => {
		const found = order(report("a", { base: "c".repeat(40), stages: [] }), report("b", {}));
		expect([found.order, found.apart]).toEqual(["b", "a"]);
		expect(found.joint.stages.map(({ by, attempt, address }) => `${by} ${attempt} ${address}`)).toEqual([
			"b 2 prepare",
			"b 2 sub/dvc.yaml:train@en",
			"b 2 evaluate",
		]);
		expect(jointAbout(found.joint, "models/churn").stages.map(({ address }) => address)).toEqual(["evaluate"]);
	});

	it("tell of each model's golden requests once: who asked it comes before who could not", () => {
		const answers = (differences: string[]) => [{ file: "golden/one.json", differences, milliseconds: 1 }];
		const could = (differences: string[]) => ({ model: "churn", asked: answers(differences), notAsked: null });
		const not = { model: "churn", asked: [], notAsked: "it does not start here" };
		const other = { ...could([]), project: "models/churn" };
		const golden = (...reports: Parameters<typeof joinReports>[0]) => joinReports(reports).joint.golden;
		expect(golden(report("a", { golden: [not] }), report("b", { golden: [could(["1 is 2"]), other] }))).toEqual([
			could(["1 is 2"]),
			other,
		]);
		expect(golden(report("a", { golden: [not] }), report("b", {}))).toEqual([not]);
		const joint = joinReports([report("a", { golden: [not, other] })]).joint;
		expect(jointAbout(joint, "models/churn").golden).toEqual([other]);
		expect(jointAbout(joint, ".").golden).toEqual([not]);
	});
});
