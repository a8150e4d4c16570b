import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { stream } from "../../src/shell/index.ts";
import { parseYaml } from "../../src/source/index.ts";
import { read, remove } from "../flows/rig.ts";
import { dvc, mainlineRun, twins } from "./dvc-twins.ts";

const STAGES = Array.from(
	{ length: 8 },
	(_, i) => `  s${i}:
    cmd: mkdir -p d${i} && for n in 1 2 3 4 5 6 7 8; do head -c 20000 /dev/zero | tr '\\0' "$n" > d${i}/$n-${i}.bin; done
    deps: [${i === 0 ? "in.txt" : `d${i - 1}`}]
    outs: [d${i}]
`,
).join("");

const PROGRAM = resolve(import.meta.dirname, "../run/run-once.ts");

/** Starts a run and kills it, and its commands, after so many milliseconds. False when it ended before. */
async function killedAfter(root: string, milliseconds: number): Promise<boolean> {
	const killer = '"$0" "$1" "$2" & sleep "$3"; kill -9 $! 2>/dev/null && echo killed';
	const said: string[] = [];
	const args = ["-c", killer, process.execPath, PROGRAM, root, String(milliseconds / 1000)];
	await stream("sh", args, { onOutput: (chunk) => said.push(Buffer.from(chunk).toString()) });
	return said.join("").includes("killed");
}

function checkCache(root: string): void {
	const cache = join(root, ".dvc/cache/files/md5");
	if (!existsSync(cache)) return;
	for (const path of readdirSync(cache, { recursive: true, encoding: "utf8" })) {
		if (statSync(join(cache, path)).isDirectory() || path.endsWith(".tmp")) continue;
		const named = path.replace("/", "").replace(".dir", "");
		expect(
			createHash("md5")
				.update(readFileSync(join(cache, path)))
				.digest("hex"),
		).toBe(named);
	}
}

describe("a run that is killed at any moment", () => {
	it("leaves a valid lock and a whole cache, and the next one completes", async () => {
		const [reference, root] = await twins({ "dvc.yaml": `stages:\n${STAGES}`, "in.txt": "1\n" });
		let kills = 0;
		for (let attempt = 0; attempt < 25; attempt++) {
			const killed = await killedAfter(root, 150 + ((attempt * 137) % 700));
			kills += killed ? 1 : 0;
			if (existsSync(join(root, "dvc.lock"))) parseYaml(read(root, "dvc.lock"), "dvc.lock");
			checkCache(root);
			if (!killed) remove(root, "dvc.lock", "d3", "d5", ".dvc/cache/runs");
		}
		expect(kills).toBeGreaterThan(5);
		expect(Object.values(await mainlineRun(root))).not.toContain("failed");
		expect((await dvc(root, "status", "--json")).out).toBe("{}");
		await dvc(reference, "repro", "-q");
		expect(read(root, "dvc.lock")).toBe(read(reference, "dvc.lock"));
	});
});
