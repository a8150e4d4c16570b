import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Benchmark, has, inTurn, timedProcess } from "./support/measure.ts";
import { BUNDLE, inFolder } from "./support/places.ts";

const FILES = 100_000;

export const plan: Benchmark = {
	name: "plan",
	about: `\`mainline plan\` on an unchanged project with a folder of ${FILES} files against \`dvc status\``,
	async run() {
		if (!has("dvc")) return { missing: "no `dvc` on PATH (pip install dvc)" };
		return inFolder(async (folder) => {
			await makeProject(folder);
			const env = { ...process.env, DVC_NO_ANALYTICS: "1" };
			const { ours, peer } = await inTurn(
				{
					name: "mainline plan",
					run: () => timedProcess(process.execPath, [BUNDLE, "plan", "--check"], { cwd: folder }),
				},
				{ name: "dvc status", run: () => timedProcess("dvc", ["status", "-q"], { cwd: folder, env }) },
				5,
			);
			const value = peer.median / ours.median;
			return {
				ours,
				peer,
				ratio: { value, is: "dvc's time / ours", wanted: "≥ 10", reached: value >= 10 },
				note: null,
			};
		});
	},
};

/** A tracked folder, and a stage that has read it. Both programs have seen it once. */
async function makeProject(folder: string): Promise<void> {
	for (let index = 0; index < FILES; index++) {
		const sub = join(folder, "data", String(index % 100));
		if (index < 100) mkdirSync(sub, { recursive: true });
		writeFileSync(join(sub, `${index}.txt`), `${index}\n`);
	}
	mkdirSync(join(folder, ".dvc"));
	writeFileSync(join(folder, ".dvc/config"), "");
	writeFileSync(join(folder, ".dvc/.gitignore"), "/config.local\n/tmp\n/cache\n");
	writeFileSync(
		join(folder, "dvc.yaml"),
		"stages:\n  count:\n    cmd: ls data | wc -l > count.txt\n    deps: [data]\n    outs: [count.txt]\n",
	);
	await timedProcess("git", ["init", "-q"], { cwd: folder });
	for (const args of [["add", "data"], ["run"]])
		await timedProcess(process.execPath, [BUNDLE, ...args], { cwd: folder });
}
