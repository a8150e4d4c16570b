import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, openSync, writeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { hashFile } from "../src/digest/index.ts";
import { type Benchmark, has, inTurn, timed } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";

const FILES = 4;

export const hashing: Benchmark = {
	name: "hashing",
	about: `MD5 of ${FILES} big files against OpenSSL's own \`dgst\` on all cores`,
	async run({ mib }) {
		if (!has("openssl")) return { missing: "no `openssl` on PATH" };
		return inFolder(async (folder) => {
			const paths = Array.from({ length: FILES }, (_, index) => bigFile(join(folder, `${index}.bin`), mib));
			const { ours, peer } = await inTurn(
				{ name: "mainline", run: () => timed(() => Promise.all(paths.map((path) => hashFile(path)))) },
				{ name: "openssl dgst -md5", run: () => timed(() => opensslOnAllCores(paths)) },
				4,
			);
			const value = peer.median / ours.median;
			return {
				ours,
				peer,
				ratio: { value, is: "our rate / OpenSSL's", wanted: "≥ 0.9", reached: value >= 0.9 },
				note: null,
			};
		});
	},
};

function bigFile(path: string, mib: number): string {
	const file = openSync(path, "w");
	for (let written = 0; written < mib; written++) writeSync(file, randomBytes(1 << 20));
	closeSync(file);
	return path;
}

/** As many processes at a time as there are cores. */
async function opensslOnAllCores(paths: readonly string[]): Promise<void> {
	const waiting = [...paths];
	const worker = async (): Promise<void> => {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			await once(spawn("openssl", ["dgst", "-md5", path], { stdio: "ignore" }), "exit");
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
