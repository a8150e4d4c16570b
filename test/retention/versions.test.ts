import { describe, expect, it } from "vitest";
import type { Rehearsal } from "../../src/environments/index.ts";
import { parseSha256, type Sha256 } from "../../src/kernel/index.ts";
import { imagesOf, neededVersions, sortImages } from "../../src/retention/index.ts";
import { Tagged } from "../environments/tagged.ts";

const LATER = new Date("2027-01-01T00:00:00Z");

/** v1 … v8, each assigned as told: `[environment, version]` in order. */
function tagged(assignments: readonly (readonly [string, string])[]): Tagged {
	const tags = new Tagged();
	for (let n = 1; n <= 8; n++) tags.version(`v${n}.0.0`);
	for (const [stage, version] of assignments) tags.assign(stage, version);
	return tags;
}

function why(
	tags: Tagged,
	keep: number | null,
	more: { rehearsals?: Rehearsal[]; olderThan?: Date } = {},
): Record<string, string> {
	const policy = { keep, olderThan: more.olderThan ?? LATER };
	const found = neededVersions(tags.state(), more.rehearsals ?? [], policy);
	return Object.fromEntries(found.map((each) => [each.version, each.why]));
}

describe("which versions are needed", () => {
	it("are all, unless a number is said", () => {
		expect(Object.keys(why(tagged([]), null))).toHaveLength(8);
		expect(why(tagged([]), 2)).toEqual({ "v8.0.0": "newest", "v7.0.0": "newest" });
	});

	it("is what an environment holds, however old", () => {
		expect(why(tagged([["prod", "v1.0.0"]]), 1)).toEqual({ "v1.0.0": "environment", "v8.0.0": "newest" });
	});

	it("is what an environment held before, as many as are kept", () => {
		const tags = tagged(["v1.0.0", "v2.0.0", "v3.0.0", "v4.0.0"].map((version) => ["prod", version] as const));
		expect(why(tags, 2)).toMatchObject({ "v4.0.0": "environment", "v3.0.0": "rollback" });
		expect(why(tags, 2)["v2.0.0"]).toBeUndefined();
		expect(why(tags, 3)["v2.0.0"]).toBe("rollback");
	});

	it("is what a rollback would bring back, further back than what is kept", () => {
		const tags = tagged([
			["prod", "v1.0.0"],
			["prod", "v2.0.0"],
		]);
		tags.assign("prod", "v3.0.0").assign("prod", "v2.0.0", { rejects: "v3.0.0", hold: "reverted" });
		expect(why(tags, 1)).toMatchObject({ "v2.0.0": "environment", "v1.0.0": "rollback" });
	});

	it("is what is rejected: a revert of the revert lifts it", () => {
		const tags = tagged([
			["prod", "v1.0.0"],
			["prod", "v2.0.0"],
			["prod", "v3.0.0"],
		]);
		tags.assign("prod", "v2.0.0", { rejects: "v3.0.0" }).assign("prod", "v4.0.0").assign("prod", "v5.0.0");
		expect(why(tags, 1)["v3.0.0"]).toBe("rejected");
	});

	it("is what was rehearsed, and what is young", () => {
		const digest = parseSha256(`sha256:${"a".repeat(64)}`) as Sha256;
		const about = { model: "churn", environment: "prod", digest, at: LATER, ok: true, started: true, says: "" };
		expect(why(tagged([]), 1, { rehearsals: [{ ...about, version: "v2.0.0" }] })["v2.0.0"]).toBe("rehearsed");
		expect(
			why(tagged([]), 1, { rehearsals: [{ ...about, model: "other", version: "v2.0.0" }] })["v2.0.0"],
		).toBeUndefined();
		expect(Object.keys(why(tagged([]), 1, { olderThan: new Date("2026-01-01T00:06:00Z") }))).toEqual([
			"v8.0.0",
			"v7.0.0",
			"v6.0.0",
		]);
	});

	it("have the images that their tags and their assignments name", () => {
		const tags = tagged([["prod", "v1.0.0"]]);
		const other = parseSha256(`sha256:${"b".repeat(64)}`) as Sha256;
		tags.assign("dev", "v1.0.0", { digest: other, image: `localhost:5000/x@${other}` });
		const state = tags.state();
		const commit = state.history.versions.find(({ version }) => version === "v1.0.0")?.commit ?? "";
		const { digests } = imagesOf(state, new Set([commit]));
		expect(digests.size).toBe(2);
		expect(digests.has(other)).toBe(true);
	});
});

describe("which images stay", () => {
	const digest = (letter: string): Sha256 => parseSha256(`sha256:${letter.repeat(64)}`) as Sha256;
	const [old, young] = [new Date("2025-01-01"), new Date("2026-11-01")];
	const rules = {
		needed: new Set([digest("a")]),
		known: new Set([digest("a"), digest("b")]),
		olderThan: new Date("2026-06-01"),
		unknown: false,
	};
	const tag = (name: string, letter: string, created: Date | null = old) => ({
		tag: name,
		digest: digest(letter),
		created,
	});
	const goes = (tags: ReturnType<typeof tag>[], more = {}): string[] =>
		sortImages(tags, { ...rules, ...more }).going.flatMap(({ tags: names }) => names);

	it("is what is needed, and whatever else has its digest", () => {
		expect(goes([tag("v1", "a"), tag("anything", "a"), tag("v2", "b")])).toEqual(["v2"]);
	});
	it("is what no tag of git names, until that is asked for, and then what is old for certain", () => {
		const tags = [tag("x", "c"), tag("y", "d", young), tag("z", "e", null), tag("epoch", "f", new Date(0))];
		expect(goes(tags)).toEqual([]);
		expect(goes(tags, { unknown: true })).toEqual(["x"]);
	});
	it("is a layer of packages that is young or does not say", () => {
		expect(
			goes([tag("mainline-env-1", "c"), tag("mainline-env-2", "d", young), tag("mainline-env-3", "e", null)]),
		).toEqual(["mainline-env-1"]);
	});
	it("judges no list of what hangs on an image by itself", () => {
		expect(
			sortImages([tag(`sha256-${"b".repeat(64)}`, "c"), tag(`sha256-${"b".repeat(64)}.sig`, "d")], {
				...rules,
				unknown: true,
			}),
		).toEqual({ going: [], staying: [] });
	});
});
