import fc from "fast-check";
import {
	type Act,
	EDITS,
	type Edit,
	type EditKind,
	type OutSpec,
	PLAIN_ACT,
	type Ref,
	type Scenario,
	type StageSpec,
	type Step,
} from "./model.ts";

const pick = fc.nat({ max: 11 });
const rarely = (one: number): fc.Arbitrary<boolean> =>
	fc.oneof({ weight: one - 1, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const weighted = <T>(...choices: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
	fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const ref: fc.Arbitrary<Ref> = fc.record({
	of: weighted<Ref["of"]>(
		[5, "source"],
		[6, "out"],
		[3, "part"],
		[2, "folder"],
		[1, "data"],
		[1, "made"],
		[0, "absent"],
	),
	pick,
	which: pick,
});

const out: fc.Arbitrary<OutSpec> = fc.record({
	kind: weighted<OutSpec["kind"]>([6, "file"], [4, "directory"], [2, "metric"], [1, "plot"], [1, "params"]),
	cache: weighted([4, true], [1, false]),
	persist: rarely(10),
	made: rarely(4),
	executable: rarely(8),
});

const stage: fc.Arbitrary<StageSpec> = fc.record({
	home: weighted([6, 0], [2, 1], [1, 2]),
	wdir: weighted([6, 0], [1, 1], [1, 2], [1, 3]),
	deps: fc.array(ref, { maxLength: 3 }),
	outs: fc.array(out, { maxLength: 3 }),
	params: fc.array(fc.record({ file: pick, keys: fc.array(pick, { minLength: 1, maxLength: 3 }), whole: rarely(4) }), {
		maxLength: 2,
	}),
	style: pick,
	salt: fc.nat({ max: 2 }),
	frozen: rarely(20),
	always: rarely(20),
	generated: weighted([6, 0], [1, 1], [1, 2], [1, 3], [1, 4]),
});

/** What people do most, and what breaks programs. */
const WEIGHTS: Partial<Record<EditKind, number>> = {
	"write-source": 10,
	"set-param": 8,
	"remove-out": 5,
	"tamper-out": 4,
	"stray-in-out": 3,
	salt: 5,
	commit: 3,
	reorder: 3,
	"remove-data": 1,
	"old-lock": 1,
};

const edit: fc.Arbitrary<Edit> = fc.oneof(
	...EDITS.map((kind) => ({
		weight: WEIGHTS[kind] ?? 2,
		arbitrary: fc.record({ do: fc.constant(kind), pick, which: pick }),
	})),
	{ weight: 2, arbitrary: fc.record({ do: fc.constant("add-stage" as const), pick, which: pick, stage }) },
);

const flags: fc.Arbitrary<Act> = fc.record({
	verb: weighted<Act["verb"]>([10, "repro"], [1, "checkout"], [1, "none"]),
	targets: fc.oneof(
		{ weight: 2, arbitrary: fc.constant([]) },
		{ weight: 1, arbitrary: fc.array(fc.record({ pick, which: pick }), { minLength: 1, maxLength: 2 }) },
	),
	singleItem: rarely(5),
	downstream: rarely(6),
	pipeline: rarely(6),
	force: rarely(6),
	noRunCache: rarely(6),
	noCommit: rarely(8),
	keepGoing: rarely(5),
});

/** Half of the time plain, so that what odd options left is met by plain runs. */
const act = fc.oneof({ weight: 1, arbitrary: fc.constant(PLAIN_ACT) }, { weight: 1, arbitrary: flags });

const step: fc.Arbitrary<Step> = fc.record({
	edits: fc.array(edit, { maxLength: 3 }),
	act,
	diff: rarely(3),
});

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
	stages: fc.array(stage, { minLength: 1, maxLength: 5 }),
	frame: fc.record({
		links: weighted([6, 0], [1, 1], [1, 2]),
		ignore: rarely(3),
		data: rarely(3),
		vars: rarely(2),
		odd: rarely(3),
	}),
	steps: fc.array(step, { minLength: 1, maxLength: 12, size: "max" }),
});
