import { describe, expect, it } from "vitest";
import { dataDiff, metricsDiff, paramsDiff } from "../../src/compare/index.ts";
import { asOid, type Given, oidOf, sideOf } from "./support/side.ts";

const metrics = async (base: Given, head: Given, all = false) =>
	(await metricsDiff(sideOf(base), sideOf(head), all)).rows;
const params = async (base: Given, head: Given, all = false) =>
	(await paramsDiff(sideOf(base), sideOf(head), all)).rows;
const json = (text: string): Given => ({ metrics: ["m.json"], files: { "m.json": text } });

describe("metrics between two sides", () => {
	it("are what dvc 3.67.1 recorded for the project mp", async () => {
		const common = { metrics: ["m.json", "eval/dir"], top: ["top.yaml"] };
		const evaluated = { "eval/dir/x.yaml": "a: 1\n", "eval/dir/y.toml": "v = 1.5\n", "eval/dir/z.txt": "bad\n" };
		const base = {
			"m.json":
				'{"acc": 0.5, "n": 3, "s": "str", "nul": null, "l": [1], "nest": {"deep": {"x": 1}}, "b": true, "nan": NaN, "inf": Infinity}',
			"top.yaml": "v: 0.1\nonly_old: 1\n",
		};
		const head = {
			"m.json":
				'{"acc": 0.75, "n": 4, "s": "str2", "nul": null, "l": [1,3], "nest": {"deep": {"x": 1.5}}, "b": false, "new": 1}',
			"top.yaml": "v: 0.30000000000000004\nonly_new: 1\n",
		};
		const rows = await metrics(
			{ ...common, files: { ...evaluated, ...base } },
			{ ...common, files: { ...evaluated, ...head } },
		);
		expect(rows.map((row) => [row.file, row.name, row.base, row.head, row.delta])).toEqual([
			["m.json", "acc", 0.5, 0.75, 0.25],
			["m.json", "b", true, false, -1n],
			["m.json", "inf", Infinity, null, null],
			["m.json", "n", 3n, 4n, 1n],
			["m.json", "nan", Number.NaN, null, null],
			["m.json", "nest.deep.x", 1n, 1.5, 0.5],
			["m.json", "new", null, 1n, null],
			["m.json", "s", "str", "str2", null],
			["top.yaml", "only_new", null, 1n, null],
			["top.yaml", "only_old", 1n, null, null],
			["top.yaml", "v", 0.1, 0.30000000000000004, 0.20000000000000004],
		]);
		const all = await metrics(
			{ ...common, files: { ...evaluated, ...base } },
			{ ...common, files: { ...evaluated, ...head } },
			true,
		);
		expect(all).toHaveLength(14);
		expect(all).toContainEqual({ file: "eval/dir/z.txt", name: "", base: "bad", head: "bad", delta: null });
		expect(all).toContainEqual({ file: "eval/dir/y.toml", name: "v", base: 1.5, head: 1.5, delta: 0 });
	});

	it("keep NaN and infinities, and take NaN for different from itself as Python does", async () => {
		const rows = await metrics(
			json('{"a": NaN, "b": -Infinity, "c": 1}'),
			json('{"a": NaN, "b": -Infinity, "c": 1.0}'),
		);
		expect(rows).toEqual([{ file: "m.json", name: "a", base: Number.NaN, head: Number.NaN, delta: Number.NaN }]);
	});

	it("keep integers beyond the range of a double exact", async () => {
		const rows = await metrics(json('{"n": 9007199254740993}'), json('{"n": 9007199254740995}'));
		expect(rows[0]?.delta).toBe(2n);
	});

	it("come out of the cache where the file is not in the tree, also from inside a tracked directory", async () => {
		const base = { metrics: ["m.json", "eval"], recorded: { "m.json": '{"a": 1}', eval: { "x.json": '{"b": 1}' } } };
		const head = { metrics: ["m.json", "eval"], recorded: { "m.json": '{"a": 2}', eval: { "x.json": '{"b": 3}' } } };
		expect((await metrics(base, head)).map((row) => [row.file, row.name, row.delta])).toEqual([
			["eval/x.json", "b", 2n],
			["m.json", "a", 1n],
		]);
	});

	it("say which file is known but not at hand, and which cannot be read", async () => {
		const base = { metrics: ["m.json"], recorded: { "m.json": '{"a": 1}' }, lost: ["m.json"] };
		const { problems } = await metricsDiff(sideOf(base), sideOf(json("{broken")));
		expect(problems).toEqual([
			"m.json of the workspace is known but not at hand: `mainline pull` brings it",
			expect.stringMatching(/^m\.json:1 of the workspace cannot be read: /),
		]);
	});

	it("of a file that is one number have no name, and are compared only with another number", async () => {
		const bare = (text: string): Given => ({ metrics: ["acc"], files: { acc: text } });
		expect(await metrics(bare("0.5"), bare("0.75"))).toEqual([
			{ file: "acc", name: "", base: 0.5, head: 0.75, delta: 0.25 },
		]);
		expect(await metrics({ metrics: ["acc"] }, bare("0.75"))).toEqual([]);
	});
});

describe("parameters between two sides", () => {
	it("are what dvc 3.67.1 recorded for the project mp", async () => {
		const rows = await params(
			{ files: { "params.yaml": "lr: 1\nlist: [1, 2]\nsub: {a: x}\n" } },
			{ files: { "params.yaml": "lr: 1.5\nlist: [1,2,3]\nsub: x\nnew: {}\n" } },
		);
		expect(rows.map((row) => [row.name, row.base, row.head])).toEqual([
			["list", "[1, 2]", "[1, 2, 3]"],
			["lr", 1n, 1.5],
			["sub", null, "x"],
			["sub.a", "x", null],
		]);
	});

	it("of another file are only those that a stage names, with globs", async () => {
		const files = (a: number) => ({ "p.yaml": `train: {lr: ${a}, epochs: ${a}}\nother: ${a}\nlist: [${a}, 0]\n` });
		const given = { params: { "p.yaml": ["train.l*", "list"] } };
		expect((await params({ ...given, files: files(1) }, { ...given, files: files(2) })).map((row) => row.name)).toEqual(
			["list", "train.lr"],
		);
	});

	it("write lists as Python does", async () => {
		const of = (text: string): Given => ({ files: { "params.yaml": text } });
		const rows = await params(of("a: []\n"), of("a: [1, 1.0, \"it's\", 'x\"y', true, null, {k: [0.5]}, 1e-7]\n"));
		expect(rows[0]?.head).toBe(`[1, 1.0, "it's", 'x"y', True, None, {'k': [0.5]}, 1e-07]`);
	});

	it("follow Python's equality: 1, 1.0 and true are no change", async () => {
		const of = (text: string): Given => ({ files: { "params.yaml": text } });
		expect(await params(of("a: 1\nb: 1\n"), of("a: 1.0\nb: true\n"))).toEqual([]);
	});
});

describe("data between two sides", () => {
	const file = (text: string) => ({ oid: oidOf(text), hash: "md5" as const, size: BigInt(text.length) });
	const directory = (files: Readonly<Record<string, string>>) => ({
		oid: asOid(`${oidOf(JSON.stringify(files))}.dir`),
		hash: "md5" as const,
		files: Object.entries(files).map(([relpath, text]) => ({ relpath, oid: oidOf(text) })),
	});
	const data = async (base: Given["data"], head: Given["data"], all = false) =>
		dataDiff(sideOf({ ...(base && { data: base }) }), sideOf({ ...(head && { data: head }) }), all);

	it("is a row for each output, with the bytes it grew by", async () => {
		const { rows } = await data(
			{ a: file("one"), b: file("two"), c: file("same") },
			{ a: file("three"), c: file("same"), d: file("four") },
		);
		expect(rows).toEqual([
			{ path: "a", change: "modified", base: `md5:${oidOf("one")}`, head: `md5:${oidOf("three")}`, bytes: 2 },
			{ path: "b", change: "deleted", base: `md5:${oidOf("two")}`, head: null, bytes: -3 },
			{ path: "d", change: "new", base: null, head: `md5:${oidOf("four")}`, bytes: 4 },
		]);
	});

	it("counts the files of a directory and gives each a row of its own", async () => {
		const { rows } = await data(
			{ raw: directory({ a: "1", b: "2", c: "3" }) },
			{ raw: directory({ a: "1", b: "9", d: "4" }) },
		);
		expect(rows.map((row) => [row.path, row.change, row.files])).toEqual([
			["raw", "modified", { added: 1, removed: 1, changed: 1 }],
			["raw/b", "modified", undefined],
			["raw/c", "deleted", undefined],
			["raw/d", "new", undefined],
		]);
	});

	it("takes the same content under another path for renamed", async () => {
		const { rows } = await data({ old: file("x") }, { new: file("x") });
		expect(rows).toMatchObject([{ path: "new", change: "renamed", from: "old" }]);
	});

	it("still says that a directory changed where its listing is not at hand", async () => {
		const unknown = (text: string) => ({ oid: asOid(`${oidOf(text)}.dir`), hash: "md5" as const });
		const { rows, problems } = await data({ raw: unknown("a") }, { raw: unknown("b") });
		expect(rows.map((row) => [row.path, row.change])).toEqual([["raw", "modified"]]);
		expect(problems).toEqual(["the files of raw cannot be compared: its listing is not in the cache"]);
	});
});
