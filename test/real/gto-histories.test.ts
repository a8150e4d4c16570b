import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Git } from "../../src/git/index.ts";
import { inParallel } from "../../src/kernel/index.ts";
import { gtoBatch, type Said } from "./gto/batch.ts";
import { asHistory, asShow, type Ours, ours, withoutEmptyStages } from "./gto/compare.ts";
import { type Kind, randomHistory } from "./gto/histories.ts";
import { type HandMade, writeRepository } from "./gto/repository.ts";

/** Of each kind. */
const COUNT = 180;
const KINDS: readonly Kind[] = ["sound", "crowded", "handmade"];

interface Case {
	readonly seed: number;
	readonly kind: Kind;
	readonly tags: readonly HandMade[];
	readonly mine: Ours;
	readonly said: Said;
	/** Where we refused: what gto says after the repair that we told. */
	readonly repaired: Said | null;
}

let directory = "";
let cases: readonly Case[] = [];
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-gto-histories-"));
	const made = KINDS.flatMap((kind) => Array.from({ length: COUNT }, (_, seed) => ({ kind, seed }))).map((each) => {
		const root = join(directory, `${each.kind}-${each.seed}`);
		const tags = randomHistory(each.seed, each.kind);
		writeRepository(root, tags);
		return { ...each, root, tags };
	});
	const read = await inParallel(made, 4, async (each) => {
		const mine = await readingOf(each.root);
		return { ...each, mine, repairedRoot: "repair" in mine ? await repair(each, mine) : null };
	});
	const repaired = read.flatMap(({ repairedRoot }) => repairedRoot ?? []);
	const said = await gtoBatch([...read.map(({ root }) => root), ...repaired]);
	const after = new Map(repaired.map((root, index) => [root, said[read.length + index] as Said]));
	cases = read.map(({ repairedRoot, ...each }, index) => ({
		...each,
		said: said[index] as Said,
		repaired: repairedRoot === null ? null : (after.get(repairedRoot) ?? null),
	}));
}, 300_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

async function readingOf(root: string): Promise<Ours> {
	return ours(await (await Git.open(root)).tags());
}

/** The same repository without what our words say to delete. */
async function repair(
	{ root, tags }: { readonly root: string; readonly tags: readonly HandMade[] },
	told: { readonly repair: string },
): Promise<string> {
	const fixed = `${root}-repaired`;
	writeRepository(fixed, tags, toDelete(told.repair));
	expect(await readingOf(fixed), root).not.toHaveProperty("repair");
	return fixed;
}

/** The names in every `git tag -d 'A' 'B'`. */
function toDelete(hint: string): string[] {
	const commands = [...hint.matchAll(/git tag -d ((?:'[^']+' ?)+)/g)].map(([, names = ""]) => names);
	return commands.flatMap((names) => [...names.matchAll(/'([^']+)'/g)].map(([, name = ""]) => name));
}

describe("what gto says of a repository's tags", () => {
	it.each(KINDS)("is what we say, wherever it says anything: %s tags", (kind) => {
		const accepted = cases.filter((each) => each.kind === kind && each.said.show !== null);
		expect(accepted.length).toBeGreaterThan(COUNT / 3);
		for (const { seed, mine, said } of accepted) {
			const told = `${kind}, seed ${seed}`;
			if ("repair" in mine) throw new Error(`${told}: gto reads what we refuse: ${mine.repair}`);
			expect(asShow(mine), told).toEqual(withoutEmptyStages(said.show));
			expect(asHistory(mine), told).toEqual((said.history ?? []).map(({ ref }) => ref).sort());
		}
	});

	it("never stops where the tags are sound", () => {
		expect(cases.filter(({ kind, said }) => kind === "sound" && said.show === null)).toEqual([]);
	});

	it("is nothing in a broken state, which we refuse, too; and it says something again after the repair that we tell", () => {
		const stopped = cases.filter(({ said }) => said.show === null);
		expect(new Set(stopped.map(({ kind }) => kind))).toEqual(new Set(["crowded", "handmade"]));
		for (const { seed, kind, mine, said, repaired } of stopped) {
			const told = `${kind}, seed ${seed}: ${said.trouble}`;
			expect(mine, told).toHaveProperty("repair");
			expect(repaired?.show, `${told}, repaired: ${repaired?.trouble}`).not.toBeNull();
		}
	});

	it("stops for each of the reasons that people's hands give it", () => {
		const troubles = cases.map(({ said }) => said.trouble).join("\n");
		for (const reason of ["Multiple versions", "Cannot parse tag", "NoneType", "tagger identity", "utf-8", "Tree"]) {
			expect(troubles).toContain(reason);
		}
	});
});
