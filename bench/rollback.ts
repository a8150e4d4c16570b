import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Benchmark, measured } from "./support/measure.ts";
import { BUNDLE, inFolder } from "./support/places.ts";

const ROUNDS = 3;

export const rollback: Benchmark = {
	name: "rollback",
	about:
		"the merge of a revert until PROD serves the earlier model, against training and releasing it again (the demo's project)",
	async run() {
		const back: number[] = [];
		const again: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			const facts = await inFolder(async (folder) => {
				const args = [BUNDLE, "demo", "--json", "--dir", join(folder, "demo")];
				return JSON.parse(
					execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
				);
			});
			back.push(facts.rollbackSeconds * 1000);
			again.push(facts.retrainSeconds * 1000);
		}
		const [ours, peer] = [measured("revert → PROD", back), measured("retrain → PROD", again)];
		const value = peer.median / ours.median;
		const enough = (20 * ours.median - peer.median) / 1000;
		return {
			ours,
			peer,
			ratio: { value, is: "retrain's time / revert's", wanted: "≥ 20", reached: value >= 20 },
			note: `the example trains in about a second; 20 is reached by every training that takes ${Math.ceil(enough)} s longer`,
		};
	},
};
