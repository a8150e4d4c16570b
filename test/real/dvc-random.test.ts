import { describe, expect, it } from "vitest";
import { type Files, snapshot } from "../flows/rig.ts";
import { actions, apply, dvc, type Edit, executed, mainlineRun, twins } from "./dvc-twins.ts";

/** A small generator of chance with a seed, so that a failure can be repeated. */
function chance(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1103515245 + 12345) % 2147483648;
		return Math.floor((state / 2147483648) * below);
	};
}

interface Knobs {
	readonly suffix: readonly string[];
	readonly frozen: boolean;
	readonly reader: string;
}

function pipeline({ suffix: [a = "", b = "", c = ""], frozen, reader }: Knobs): string {
	return `stages:
  split:
    cmd: mkdir -p parts && head -c 2 raw.txt > parts/a && tail -c 3 raw.txt > parts/b${a}
    deps: [raw.txt, raw.bin]
    outs: [parts]
  left:
    cmd: cat parts/a > left.txt${b}
    deps: [${reader}]
    params: [left]
    outs: [left.txt]
  right:
    cmd: cat parts/b > right.txt && echo '{}' > right.json
    frozen: ${frozen}
    deps: [parts/b]
    params: [right.k]
    outs: [right.txt]
    metrics: [right.json: {cache: false}]
  join:
    cmd: cat left.txt right.txt > join.txt${c}
    deps: [left.txt, right.txt]
    outs: [join.txt]
  keep:
    cmd: cat left.txt >> log.txt
    deps: [left.txt]
    outs: [log.txt: {persist: true}]
  source:
    cmd: echo fixed > source.txt
    outs: [source.txt]
`;
}

const OUTPUTS = ["parts", "parts/a", "left.txt", "right.txt", "right.json", "join.txt", "log.txt", "source.txt"];
const UNFROZEN = OUTPUTS.filter((path) => !path.startsWith("right"));

/** One step of somebody who edits, reverts, deletes and tampers. */
function randomEdit(random: (below: number) => number, knobs: Knobs): { edit: Edit; knobs: Knobs } {
	const outputs = knobs.frozen ? UNFROZEN : OUTPUTS;
	const output = outputs[random(outputs.length)] ?? "parts";
	const withKnobs = (next: Partial<Knobs>) => {
		const now = { ...knobs, ...next };
		return { edit: { write: { "dvc.yaml": pipeline(now) } }, knobs: now };
	};
	const edits = [
		() => ({
			edit: { write: { "raw.txt": `${["ab", "cd"][random(2)] ?? ""}${["xyz", "uvw"][random(2)] ?? ""}\n` } },
			knobs,
		}),
		() => ({
			edit: { write: { "params.yaml": `left: ${random(2)}\nright: {k: ${random(2)}}\nother: ${random(9)}\n` } },
			knobs,
		}),
		() => ({ edit: { remove: [output] }, knobs }),
		() => ({ edit: { remove: [output, outputs[random(outputs.length)] ?? ""] }, knobs }),
		() => ({ edit: { write: { [output === "parts" ? "parts/stray" : output]: "by hand\n" } }, knobs }),
		() => withKnobs({ suffix: ["", "", ""].map((each) => (random(3) === 0 ? " && true" : each)) }),
		() => withKnobs({ frozen: !knobs.frozen }),
		() => withKnobs({ reader: knobs.reader === "parts" ? "parts/a" : "parts" }),
		() => ({ edit: { write: { "raw.bin": `${random(2)}\n` } }, knobs }),
		() => ({ edit: {}, knobs }),
	];
	return (edits[random(edits.length)] ?? (() => ({ edit: {}, knobs })))();
}

const START: Knobs = { suffix: ["", "", ""], frozen: false, reader: "parts/a" };
const FILES: Files = {
	"dvc.yaml": pipeline(START),
	"raw.txt": "abxyz\n",
	"raw.bin": "0\n",
	"params.yaml": "left: 0\nright: {k: 0}\n",
};
const STEPS = 14;

/** Without what dvc leaves behind when a folder becomes a dependency: its listing, hashed as DVC 2 did, which nothing refers to. */
function meant(root: string): Files {
	return Object.fromEntries(
		Object.entries(snapshot(root)).filter(([path]) => !/^\.dvc\/cache\/[0-9a-f]{2}\//.test(path)),
	);
}

describe("beside the real dvc, edits at random", () => {
	it.each([1, 2, 3])("seed %i: foresees what runs, and leaves the same bytes", async (seed) => {
		const random = chance(seed);
		const [theirs, own] = await twins(FILES);
		let knobs = START;
		for (let step = 0; step < STEPS; step++) {
			const next = step === 0 ? { edit: {}, knobs } : randomEdit(random, knobs);
			knobs = next.knobs;
			apply(theirs, next.edit);
			apply(own, next.edit);
			const about = { seed, step, edit: next.edit };
			const foreseen = Object.entries(await actions(own, true));
			const { code, all } = await dvc(theirs, "repro");
			expect({ ...about, code, all: code === 0 ? "" : all }).toEqual({ ...about, code: 0, all: "" });
			const ran = executed(all);
			const outcomes = await mainlineRun(own);
			const ours = Object.keys(outcomes).filter((address) => outcomes[address] === "executed");
			expect({ ...about, ours: ours.sort() }).toEqual({ ...about, ours: [...ran].sort() });
			const named = (actionsNamed: string[]): string[] =>
				foreseen.filter(([, action]) => actionsNamed.includes(action)).map(([address]) => address);
			expect({ ...about, missed: ran.filter((address) => !named(["run", "maybe"]).includes(address)) }).toEqual({
				...about,
				missed: [],
			});
			expect({ ...about, idle: named(["run"]).filter((address) => !ran.includes(address)) }).toEqual({
				...about,
				idle: [],
			});
			expect({ ...about, files: meant(own) }).toEqual({ ...about, files: meant(theirs) });
		}
	});
});
