import { describe, expect, it } from "vitest";
import { Failure } from "../../src/kernel/index.ts";
import {
	assignmentTag,
	findBreakages,
	formatTag,
	nextCounter,
	nextTagTime,
	nextVersion,
	parseTag,
	parseTagMessage,
	readHistory,
	refuseBreaking,
	type TagInfo,
	tagMessage,
	versionTag,
} from "../../src/release/index.ts";
import { type TagSketch, tagInfo } from "./support/tags.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;

function history(...sketches: TagSketch[]) {
	return readHistory(sketches.map(tagInfo), "m");
}

describe("a tag's name", () => {
	const names: [string, ReturnType<typeof parseTag>][] = [
		["churn@v1.2.3", { kind: "register", artifact: "churn", version: "v1.2.3", counter: null }],
		["churn@v1.2.3-rc.1+b7!#4", { kind: "deregister", artifact: "churn", version: "v1.2.3-rc.1+b7", counter: 4 }],
		["sub/dir=vec#prod#12", { kind: "assign", artifact: "sub/dir:vec", stage: "prod", counter: 12 }],
		["a#dev!#2", { kind: "unassign", artifact: "a", stage: "dev", counter: 2 }],
		["a@deprecated", { kind: "deprecate", artifact: "a", counter: null }],
	];
	for (const [name, event] of names) {
		it(`${name} is read and written back`, () => {
			expect(parseTag(name)).toEqual(event);
			expect(event && formatTag(event)).toBe(name);
		});
	}

	for (const name of [
		"v1.2.3",
		"a@1.2.3",
		"a@v1.2",
		"a@v01.2.3",
		"-a@v1.0.0",
		"a#",
		"a=b=c@v1.0.0",
		"a:b@v1.0.0",
		"a@created",
	]) {
		it(`${name} is none of GTO's`, () => expect(parseTag(name)).toBeNull());
	}
});

describe("a tag's message", () => {
	it("carries its trailers there and back", () => {
		const trailers = {
			image: `localhost:5000/a@${DIGEST}`,
			digest: DIGEST,
			hold: "until Monday",
			waived: ["metrics.json:accuracy = 0.8 by Ana: x", "m.json:loss = 2 by Ben: y"],
			metrics: ["metrics.json:accuracy 0.934", "metrics.json:rows 12"],
			reason: "a: b",
			by: "Ana",
		};
		const message = tagMessage("Promote churn v1 to prod", trailers as never);
		expect(parseTagMessage(message)).toEqual({ summary: "Promote churn v1 to prod", trailers });
	});

	it("cannot be given a forged trailer by a reason", () => {
		const message = tagMessage("Roll back\n\nDigest: evil", {
			reason: `slow\n\nDigest: ${DIGEST}\r\nLifts: v1\u2028Hold: x`,
		});
		expect(message.split("\n").filter((line) => /^(Digest|Lifts|Hold):/.test(line))).toEqual([]);
		expect(Object.keys(parseTagMessage(message).trailers)).toEqual(["reason"]);
	});

	it("written by hand is read as far as it goes", () => {
		expect(parseTagMessage("release\n").trailers).toEqual({});
		expect(parseTagMessage("Digest: sha256:no").trailers).toEqual({});
		expect(
			parseTagMessage(`x\n\nDIGEST:   ${DIGEST}  \nDigest: sha256:other\nFoo: bar\nno trailer\n`).trailers,
		).toEqual({
			digest: DIGEST,
		});
		const signed = `x\n\nBy: Ana\n-----BEGIN PGP SIGNATURE-----\n\nBy: Mallory\n-----END PGP SIGNATURE-----\n`;
		expect(parseTagMessage(signed).trailers).toEqual({ by: "Ana" });
	});
});

describe("what the tags say", () => {
	it("is the newest standing assignment of a stage, whatever its number", () => {
		const { stages, latest } = history(
			{ name: "m@v1.0.0", commit: 1, second: 1 },
			{ name: "m@v1.10.0", commit: 2, second: 2 },
			{ name: "m@v1.9.0", commit: 3, second: 3 },
			{ name: "m#prod#9", commit: 2, second: 4 },
			{ name: "m#prod#3", commit: 1, second: 5 },
		);
		expect(stages.get("prod")).toMatchObject({ version: "v1.0.0", since: new Date(1_700_000_005_000) });
		expect(latest?.version).toBe("v1.10.0");
	});

	it("falls back when an assignment is taken back, and to nothing when it was the only one", () => {
		const tags: TagSketch[] = [
			{ name: "m@v1.0.0", commit: 1, second: 1 },
			{ name: "m@v2.0.0", commit: 2, second: 2 },
			{ name: "m#prod#1", commit: 1, second: 3 },
			{ name: "m#prod#2", commit: 2, second: 4 },
			{ name: "m#prod!#3", commit: 2, second: 5 },
		];
		expect(history(...tags).stages.get("prod")?.version).toBe("v1.0.0");
		expect(history(...tags, { name: "m#prod!#4", commit: 1, second: 6 }).stages.get("prod")).toBeNull();
	});

	it("lets the unassignment win within one second", () => {
		const { stages } = history(
			{ name: "m@v1.0.0", commit: 1, second: 1 },
			{ name: "m#prod#1", commit: 1, second: 2 },
			{ name: "m#prod!#2", commit: 1, second: 2 },
		);
		expect(stages.get("prod")).toBeNull();
	});

	it("passes over deregistered versions", () => {
		const { latest, versions } = history(
			{ name: "m@v1.0.0", commit: 1, second: 1 },
			{ name: "m@v2.0.0", commit: 2, second: 2 },
			{ name: "m@v2.0.0!", commit: 2, second: 2 },
		);
		expect(latest?.version).toBe("v1.0.0");
		expect(versions.map((v) => [v.version, v.active])).toEqual([
			["v2.0.0", false],
			["v1.0.0", true],
		]);
	});

	it("is refused with the repair when two versions share a commit that holds a stage", () => {
		const tags: TagSketch[] = [
			{ name: "m@v1.0.0-rc", commit: 1, second: 1 },
			{ name: "m@v1.0.0", commit: 1, second: 2, message: `x\n\nDigest: ${DIGEST}\n` },
		];
		expect(findBreakages(tags.map(tagInfo))).toMatchObject([{ dormant: true, remove: ["m@v1.0.0-rc"] }]);
		expect(history(...tags).latest?.version).toBe("v1.0.0");
		expect(() => refuseBreaking(tags.map(tagInfo), "m", tagInfo({ name: "", commit: 1, second: 0 }).target)).toThrow(
			/stop every gto/,
		);
		const staged = [...tags, { name: "m#dev#1", commit: 1, second: 3 }];
		const failure = (): unknown => {
			try {
				return history(...staged);
			} catch (error) {
				return error;
			}
		};
		expect(failure()).toBeInstanceOf(Failure);
		expect(failure()).toMatchObject({
			kind: "input",
			code: "gto-broken",
			details: { hint: "git tag -d 'm@v1.0.0-rc' && git push origin ':refs/tags/m@v1.0.0-rc'" },
		});
	});
});

describe("a tag that somebody made by hand", () => {
	const good = tagInfo({ name: "m@v1.0.0", commit: 1, second: 1 });
	const by = (more: Partial<TagInfo>): TagInfo[] => [
		good,
		{ ...tagInfo({ name: "m#dev#2", commit: 1, second: 2 }), object: "2", ...more },
	];

	it("counts as what its object says, once under however many names", () => {
		expect(readHistory(by({ inside: "m#prod#2" }), "m").stages.get("prod")).toMatchObject({ version: "v1.0.0" });
		expect([...readHistory(by({ inside: "m#prod#2" }), "m").stages.keys()]).toEqual(["prod"]);
		expect([...readHistory(by({ name: "of-mine", inside: "m#prod#2" }), "m").stages.keys()]).toEqual([]);
		const twice = [...by({}), ...by({ name: "m#dev#3", inside: "m#dev#2" }).slice(1)];
		expect(readHistory(twice, "m").stages.get("dev")).toMatchObject({ version: "v1.0.0" });
	});

	it.each([
		["its object carries another name, mine", { inside: "mine" }],
		["it does not name who tagged", { tagger: { name: "", email: "" } }],
		["it does not name who tagged", { tagger: { name: "Carol", email: "" } }],
		["not UTF-8", { isText: false }],
		["it names a tree and not a commit", { of: "tree" }],
		["its name is one that GTO cannot read", { name: "m@created" }],
	])("is refused where it stops GTO, with the command that takes it away: %s", (why, more) => {
		const tags = by(more);
		expect(() => readHistory(tags, "m")).toThrow(why);
		expect(findBreakages(tags)).toMatchObject([{ dormant: false, remove: [tags[1]?.name] }]);
		// what GTO does not look at does not stop it
		const aside = { ...more, name: "of-mine" };
		expect(readHistory(by(aside), "m").latest?.version).toBe("v1.0.0");
	});
});

describe("the next tag", () => {
	const tags = [
		tagInfo({ name: "m@v1.9.3", commit: 1, second: 1 }),
		tagInfo({ name: "m@v1.10.0!", commit: 2, second: 2 }),
		tagInfo({ name: "m#dev#7", commit: 1, second: 50 }),
		tagInfo({ name: "other#dev#90", commit: 1, second: 99 }),
	];

	it("bumps the minor of the highest number ever used", () => {
		expect(nextVersion(readHistory(tags, "m"))).toBe("v1.11.0");
		expect(nextVersion(readHistory(tags, "m"), "major")).toBe("v2.0.0");
		expect(nextVersion(readHistory(tags, "m"), "patch")).toBe("v1.10.1");
		expect(nextVersion(readHistory(tags, "new"))).toBe("v0.1.0");
		expect(versionTag("sub:m", "v1.11.0")).toBe("sub=m@v1.11.0");
		expect(() => versionTag("m", "1.0")).toThrow(/not a version/);
	});

	it("counts over all stages of its artifact", () => {
		expect(nextCounter(tags, "m")).toBe(8);
		expect(assignmentTag(tags, "m", "prod")).toBe("m#prod#8");
	});

	it("comes at least a second after the newest", () => {
		const early = new Date(1_700_000_010_900);
		expect(nextTagTime(tags, "m", early)).toEqual(new Date(1_700_000_051_000));
		expect(nextTagTime(tags, "none", early)).toEqual(new Date(1_700_000_010_000));
	});

	it("comes after the newest mark, too, so that marks of machines whose clocks differ keep their order", () => {
		const unwell = tagInfo({ name: "m#prod+unwell+1", commit: 1, second: 400 });
		const others = tagInfo({ name: "other#prod+well+1", commit: 1, second: 900 });
		const next = nextTagTime([...tags, unwell, others], "m", new Date(1_700_000_100_000));
		expect(next).toEqual(new Date(1_700_000_401_000));
	});
});
