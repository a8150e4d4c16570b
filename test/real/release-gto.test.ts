import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Failure } from "../../src/kernel/index.ts";
import { type ArtifactHistory, readHistories, type TagInfo, tagMessage } from "../../src/release/index.ts";
import { randomTags, repositoryWith } from "../release/support/tags.ts";

const run = promisify(execFile);
let directory = "";
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-gto-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Null when gto stopped. */
async function gto(args: string[], cwd: string): Promise<unknown> {
	try {
		const { stdout } = await run("gto", args, { cwd });
		return JSON.parse(stdout);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === 1) return null;
		throw error;
	}
}

function ours(tags: TagInfo[]): Map<string, ArtifactHistory> | null {
	try {
		return readHistories(tags);
	} catch (error) {
		if (error instanceof Failure && error.code === "gto-broken" && error.kind === "input") return null;
		throw error;
	}
}

/** Our histories in the shape of `gto show -d --json`, stages that nobody holds left out. */
function asShow(histories: Map<string, ArtifactHistory>): unknown {
	const rows = [...histories.values()].map((h) => [
		h.artifact,
		{
			version: h.latest?.version ?? null,
			stage: Object.fromEntries([...h.stages].flatMap(([s, held]) => (held === null ? [] : [[s, held.version]]))),
			registered: true,
			active: h.active,
		},
	]);
	return Object.fromEntries(rows);
}

function withoutEmptyStages(show: unknown): unknown {
	return JSON.parse(JSON.stringify(show), (key, value) => (value === null && key !== "version" ? undefined : value));
}

function asHistory(histories: Map<string, ArtifactHistory>): string[] {
	return [...histories.values()].flatMap((h) => h.entries.map((e) => e.tag.name)).sort();
}

describe("what gto says of a repository's tags", () => {
	for (const broken of [false, true]) {
		it(`is what we say, for random histories${broken ? " that may stop gto" : ""}`, async () => {
			let stopped = 0;
			for (let seed = 0; seed < 8; seed++) {
				const at = await mkdtemp(join(directory, "r"));
				const tags = repositoryWith(at, randomTags(seed * 2 + Number(broken), broken));
				const [show, history] = await Promise.all([gto(["show", "-d", "--json"], at), gto(["history", "--json"], at)]);
				const mine = ours(tags);
				expect(mine === null, `seed ${seed}`).toBe(show === null);
				if (mine === null) stopped++;
				else {
					expect(asShow(mine), `seed ${seed}`).toEqual(withoutEmptyStages(show));
					const refs = (history as { ref: string }[]).map((row) => row.ref).sort();
					expect(asHistory(mine), `seed ${seed}`).toEqual(refs);
				}
			}
			expect(stopped > 0).toBe(broken);
		}, 300_000);
	}

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
		expect(mine).not.toBeNull();
		expect(asShow(mine ?? new Map())).toEqual(withoutEmptyStages(await gto(["show", "-d", "--json"], at)));
		expect(await gto(["history", "--json"], at)).toHaveLength(3);
	});
});
