import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tagMessage } from "../../src/release/index.ts";
import { repositoryWith } from "../release/support/tags.ts";
import { asShow, ours, withoutEmptyStages } from "./gto/compare.ts";

const run = promisify(execFile);
let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-gto-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function gto(args: string[], cwd: string): Promise<unknown> {
	return JSON.parse((await run("gto", args, { cwd })).stdout);
}

describe("what gto says of a repository's tags", () => {
	it("is what we say, past what a hold and a waiver write", async () => {
		const at = await mkdtemp(join(directory, "r"));
		const held = tagMessage("Hold m v0.1.0 in prod", { hold: "put on hold by carol: the fair is on", by: "carol" });
		const waived = tagMessage("Release m v0.1.0", {
			waived: ["metrics.json:a = 0.8 by carol until 2026-12-31: x (#2)"],
		});
		const tags = repositoryWith(at, [
			{ name: "m@v0.1.0", commit: 1, second: 1, message: waived },
			{ name: "m#prod#2", commit: 1, second: 2 },
			{ name: "m#prod#3", commit: 1, second: 3, message: held },
		]);
		const mine = ours(tags);
		if ("repair" in mine) throw new Error(mine.repair);
		expect(asShow(mine)).toEqual(withoutEmptyStages(await gto(["show", "-d", "--json"], at)));
		expect(await gto(["history", "--json"], at)).toHaveLength(3);
	});
});
