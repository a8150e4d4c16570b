import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { containerRollback } from "./rollback-containers.ts";
import { type Benchmark, measured, type Result, timedProcess } from "./support/measure.ts";
import { BUNDLE, inFolder } from "./support/places.ts";

const ROUNDS = 3;
/** Makes the example train for about half a minute, which is short for a model that somebody needs. */
const EPOCHS = 600;

/** What the demo says, and the way to end what it keeps running. */
interface Facts {
	readonly rollbackSeconds: number;
	readonly retrainSeconds: number;
	readonly stop: string;
}

export const rollback: Benchmark = {
	name: "rollback",
	about: `the merge of a revert until PROD serves the earlier model, against training (${EPOCHS} epochs), building and deploying again`,
	async run() {
		return [await processRollback(), await containerRollback("podman"), await containerRollback("docker")];
	},
};

async function processRollback(): Promise<Result> {
	const back: number[] = [];
	const short: number[] = [];
	const again: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		await inFolder(async (folder) => {
			const dir = join(folder, "demo");
			const facts = demo(dir);
			back.push(facts.rollbackSeconds * 1000);
			short.push(facts.retrainSeconds * 1000);
			try {
				if (round === 0) again.push(await retrain(join(dir, "digits")));
			} finally {
				execFileSync("sh", ["-c", facts.stop]);
			}
		});
	}
	const [ours, peer] = [measured("revert → PROD", back), measured("retrain → PROD", again)];
	const value = peer.median / ours.median;
	const demos = measured("the demo's", short).median;
	return {
		about: "process, the demo's model",
		ours,
		peer,
		ratio: { value, is: "retrain's time / revert's", wanted: "≥ 20", reached: value >= 20 },
		note: `the revert's time does not depend on the training; with the demo's one second of it the ratio is ${(demos / ours.median).toFixed(1)}`,
	};
}

function demo(dir: string): Facts {
	const args = [BUNDLE, "demo", "--keep", "--json", "--dir", dir];
	return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

/** In the demo's own project, where PROD is on hold after the revert: hence the promotion by hand. */
async function retrain(project: string): Promise<number> {
	const file = join(project, "params.yaml");
	writeFileSync(file, readFileSync(file, "utf8").replace(/epochs: \d+/, `epochs: ${EPOCHS}`));
	// where the demo's own jobs remember what they keep running
	const env = { ...process.env, XDG_STATE_HOME: join(project, "..", "state") };
	const mainline = (...args: string[]): Promise<number> =>
		timedProcess(process.execPath, [BUNDLE, ...args], { cwd: project, env });
	const trained = await mainline("run");
	execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qam", "Train for longer"], {
		cwd: project,
	});
	const released = await mainline("release", "--local");
	return trained + released + (await mainline("promote", "digits", "prod", "--force", "--local"));
}
