import { LockDraft, parseLock } from "../src/manifest/index.ts";
import { type Benchmark, measured, timed } from "./support/measure.ts";

const LIMIT_MS = 1000;

export const lock: Benchmark = {
	name: "lock",
	about: "a dvc.lock of many stages read, and written with one stage changed, against one second",
	async run({ lockEntries, rounds }) {
		const text = lockText(lockEntries);
		const times: number[] = [];
		for (let round = 0; round < Math.max(rounds, 3); round++) times.push(await timed(() => readAndWrite(text)));
		const ours = measured("read and written", times);
		const peer = measured("the limit", [LIMIT_MS]);
		const value = ours.median / peer.median;
		return {
			about: `${lockEntries} stages, ${(text.length / 2 ** 20).toFixed(1)} MiB`,
			ours,
			peer,
			ratio: { value, is: "our time / one second", wanted: "< 1", reached: value < 1 },
			note: null,
		};
	},
};

async function readAndWrite(text: string): Promise<void> {
	const [[name, entry] = []] = parseLock(Buffer.from(text), "dvc.lock");
	if (name === undefined || entry === undefined) throw new Error("the lock is empty");
	const written = new LockDraft().update(text, name, { ...entry, cmd: "echo changed" });
	if (written === text) throw new Error("nothing was written");
}

export function lockText(entries: number): string {
	const id = "md5: d41d8cd98f00b204e9800998ecf8427e";
	const text = Array.from(
		{ length: entries },
		(_, index) =>
			`  s${index}:\n    cmd: python train.py --n ${index}\n` +
			`    deps:\n    - path: data/in${index}.txt\n      hash: md5\n      ${id}\n      size: 123\n` +
			`    params:\n      params.yaml:\n        train.lr: 0.01\n        train.n: ${index}\n` +
			`    outs:\n    - path: out${index}.txt\n      hash: md5\n      ${id}\n      size: ${index}\n`,
	);
	return `schema: '2.0'\nstages:\n${text.join("")}`;
}
