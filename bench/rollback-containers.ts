import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { ContainerProgram } from "../src/config/index.ts";
import { startDockerd } from "../test/real/targets/dockerd.ts";
import { containerEnvironment, pushPythonBase } from "../test/release/support/containers.ts";
import { freePort, startRegistry } from "../test/release/support/registry.ts";
import { has, type Missing, measured, type Result } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";
import { frontsIn, Wine } from "./support/wine.ts";

/** Reverts, and reverts of them: each brings an earlier version back. */
const ROUNDS = 4;
const SHORT = 1;
/** Makes the training take about a quarter of a minute, which is very short for a model that somebody needs. */
const LONG = 60;
const WANTED_MS = 10_000;

const NEEDS: Readonly<Record<ContainerProgram, readonly string[]>> = {
	podman: ["podman", "buildah", "mmdebstrap", "uv"],
	docker: ["docker", "dockerd", "buildah", "mmdebstrap", "uv"],
};

/** The merge of a revert until PROD answers with the earlier version, scikit-learn in a container of this machine. */
export async function containerRollback(program: ContainerProgram): Promise<Result | Missing> {
	const lacking = NEEDS[program].filter((name) => !has(name));
	if (lacking.length > 0) return { missing: `compose with ${program} needs ${lacking.join(", ")}` };
	return inFolder(async (folder) => {
		const registry = await startRegistry(join(folder, "registry"));
		const storage = containerEnvironment(join(folder, "containers"));
		pushPythonBase(join(folder, "base"), `${registry.host}/base/python:3.11`, storage);
		const engine = program === "docker" ? await startDockerd(join(folder, "docker")) : null;
		const env = { ...storage, ...engine?.variables };
		const ports = [await freePort(), await freePort()] as const;
		try {
			return await compared(program, new Wine(folder, { program, registry: registry.host, ports, env }));
		} finally {
			for (const pid of frontsIn(folder, ports)) process.kill(pid);
			const containers = execFileSync(program, ["ps", "-aq"], { env, encoding: "utf8" }).split("\n").filter(Boolean);
			if (containers.length > 0) execFileSync(program, ["rm", "-f", ...containers], { env, stdio: "ignore" });
			if (engine === null) execFileSync("podman", ["system", "reset", "-f"], { env, stdio: "ignore" });
			await engine?.stop();
			await registry.stop();
		}
	});
}

async function compared(program: ContainerProgram, wine: Wine): Promise<Result> {
	const first = await wine.version({ trees: 10, repeats: SHORT });
	const second = await wine.version({ trees: 20, repeats: SHORT });
	const back: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		back.push(await wine.revert());
		const expected = round % 2 === 0 ? "v0.1.0" : "v0.2.0";
		const found = await wine.inProd();
		if (found !== expected) throw new Error(`PROD serves ${found}, not ${expected}, after revert ${round + 1}`);
	}
	const again = await wine.version({ trees: 30, repeats: LONG });
	const ours = measured("revert → PROD", back);
	const peer = measured("retrain → PROD", [again]);
	const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
	return {
		about: `compose with ${program}, scikit-learn, DEV and then PROD`,
		ours,
		peer,
		ratio: {
			value: ours.median / 1000,
			is: "seconds from the merge of a revert until PROD answers",
			wanted: `< ${WANTED_MS / 1000}`,
			reached: ours.median < WANTED_MS,
		},
		note: `the first release, trained, installed and started for the first time: ${seconds(first)}, the second: ${seconds(second)}`,
	};
}
