import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseOid } from "../../src/kernel/index.ts";
import {
	LockDraft,
	type LockEntry,
	loadConfig,
	lockToValue,
	parseLock,
	readParamValues,
	stageDigest,
	updateDotDvc,
	updateLock,
	workspaceTree,
} from "../../src/manifest/index.ts";
import { parseYaml, toValue } from "../../src/source/index.ts";
import { complaints, folderOf, load } from "./rig.ts";

const GOLDEN = resolve(import.meta.dirname, "../fixtures/golden");
const bytes = (text: string) => new TextEncoder().encode(text);

function oid(text: string) {
	const found = parseOid(text);
	if (found === null) throw new Error("not an oid");
	return found;
}

const ENTRY: LockEntry = {
	cmd: "echo a > a",
	deps: [],
	params: new Map([["params.yaml", new Map([["x", 2n]])]]),
	outs: [{ path: "a", hash: "md5", oid: oid("60b725f10c9c85c70d97880dfe8191b3"), size: 2n }],
};

describe("dvc.lock", () => {
	it.each(["lock1", "pf", "rc1", "rt", "st", "push", "mp"])("%s: every entry comes back as it stands there", (name) => {
		const text = readFileSync(join(GOLDEN, name, "dvc.lock"), "utf8");
		for (const [stage, entry] of parseLock(bytes(text), "dvc.lock")) {
			const whole = toValue(parseYaml(text, "dvc.lock"));
			const stages = whole instanceof Map ? whole.get("stages") : null;
			expect(lockToValue(entry)).toEqual(stages instanceof Map ? stages.get(stage) : null);
		}
	});

	it("begins with its schema", () => {
		expect(updateLock(null, "a", ENTRY)).toBe(
			"schema: '2.0'\nstages:\n  a:\n    cmd: echo a > a\n    params:\n      params.yaml:\n        x: 2\n    outs:\n    - path: a\n      hash: md5\n      md5: 60b725f10c9c85c70d97880dfe8191b3\n      size: 2\n",
		);
	});

	it("keeps what was written by hand of the stages that did not run", () => {
		const old = readFileSync(join(GOLDEN, "rt/dvc.lock"), "utf8");
		const text = updateLock(old, "a", { ...ENTRY, cmd: "echo b > a" });
		expect(text).toContain("# top comment");
		expect(text).toContain("        f: 1.0E-5\n");
		expect(text).toContain("cmd: echo b > a\n");
		expect([...parseLock(bytes(text), "dvc.lock").keys()]).toEqual([...parseLock(bytes(old), "dvc.lock").keys()]);
	});
});

describe("the entry of a stage that ran", () => {
	it("is written anew: what was written into it by hand goes, as with DVC", () => {
		const old = readFileSync(join(GOLDEN, "rt/dvc.lock"), "utf8");
		const [name, entry] = [...parseLock(bytes(old), "dvc.lock")].find(([each]) => each === "b") ?? [];
		if (name === undefined || entry === undefined) throw new Error("the fixture has no stage b");
		const text = updateLock(old, name, entry);
		expect(text).toContain("    # stage comment\n  b:\n    cmd: echo b > b\n");
		expect(text).not.toContain("# cmd comment");
		expect(text).toContain("        f: 1e-05\n");
	});
});

describe("a dvc.lock that is updated stage by stage", () => {
	const names = ["a", "b", "123", "yes", "true", "a: b", "#x", "prepare@en", "ünï", "x".repeat(300), "- c", "'q'"];
	const commands = [
		"echo",
		"a: b # c",
		"line\nline",
		`long ${"word ".repeat(60)}`,
		"'",
		"ünï \u{1f600}",
		["one", "two: 2"],
		"",
	];
	const entry = (n: number): LockEntry => ({
		...ENTRY,
		cmd: commands[n % commands.length] ?? "",
		outs: n % 3 === 0 ? [] : ENTRY.outs,
	});

	it.each([null, "", "rt", "pf", "lock1", "# by hand\n"])(
		"has the very text that a whole update gives, begun with %s",
		(begin) => {
			const golden = begin !== null && /^\w+$/.test(begin);
			let text = golden ? readFileSync(join(GOLDEN, begin, "dvc.lock"), "utf8") : begin;
			const draft = new LockDraft();
			for (let n = 0; n < 60; n++) {
				const name = names[(n * 7) % names.length] ?? "a";
				const whole = updateLock(text, name, entry(n));
				expect(draft.update(text, name, entry(n))).toBe(whole);
				// somebody else writes meanwhile
				text = n % 20 === 19 ? updateLock(whole, `other-${n}`, entry(n)) : whole;
			}
		},
	);

	it.each([
		"    deps:\n        foobar: 1\n",
		"      cmd: echo hello\n",
		"    deps:\n      - path: foobar\n        hash: md5\n",
		"    cmd: echo hello # why\n",
		"    cmd: 'echo hello'\n",
		"    cmd: falsey\n    deps:\n    - path: foobar\n      hash: md5\n      md5: 12345678901234567890123456789012\n",
		"    cmd: falsey\n    deps:\n    - path: foobar\n      hash: md5\n      md5: 1234567890123456789012345678901a\n",
		"    cmd: falsey\n    params:\n      params.yaml:\n        train.lr: 0.010\n        train.n: 007\n",
		"    cmd: falsey\n    params:\n      params.yaml:\n        nothing: null__\n        letters: on_off\n",
	])("gives what a whole update gives where a hand wrote %j", (block) => {
		const lock = (text: string): string =>
			`schema: '2.0'\nstages:\n  train_it:\n${text}  other-1:\n    cmd: echo hello\n`;
		const text = lock(block);
		expect(new LockDraft().update(text, "third", ENTRY)).toBe(updateLock(text, "third", ENTRY));
	});

	it("refuses what is no lock, as a whole update does", () => {
		expect(() => new LockDraft().update("stages: [\n", "a", ENTRY)).toThrow(/ends in the middle/);
	});
});

describe("a .dvc file", () => {
	const out = {
		path: "d",
		hash: "md5",
		oid: oid("7996dcc7dfcd8cbb8430c0ffd723b85e.dir"),
		size: 28n,
		nfiles: 10n,
	} as const;

	it("is written as dvc add writes it", () => {
		const recorded = readFileSync(join(GOLDEN, "hash/d.dvc"), "utf8");
		expect(updateDotDvc(null, { deps: [], outs: [out] })).toBe(recorded);
	});

	it("keeps the order of its keys and what people wrote, and drops what no longer holds", () => {
		const old =
			"# ours\nouts:\n- path: d\n  md5: 60b725f10c9c85c70d97880dfe8191b3\n  size: 2\n  isexec: true\n  desc: raw\n";
		expect(updateDotDvc(old, { deps: [], outs: [out] })).toBe(
			"# ours\nouts:\n- path: d\n  md5: 7996dcc7dfcd8cbb8430c0ffd723b85e.dir\n  size: 28\n  desc: raw\n  nfiles: 10\n  hash: md5\n",
		);
	});

	it("is named by what it says, as DVC names it", () => {
		// as `dvc import-url` wrote it
		const text = `md5: a62fdec02caee159cf23348010c01106
frozen: true
deps:
- md5: b026324c6904b2a9cb4b88d6d61c81d1
  size: 2
  hash: md5
  path: /tmp/iu_src.txt
outs:
- md5: b026324c6904b2a9cb4b88d6d61c81d1
  size: 2
  hash: md5
  path: got.txt
`;
		const value = toValue(parseYaml(text, "a1.dvc"));
		expect(value instanceof Map ? stageDigest(value) : null).toBe("a62fdec02caee159cf23348010c01106");
	});
});

describe("configuration", () => {
	it("merges its levels, takes paths from where they stand, and follows remotes to remotes", async () => {
		const root = folderOf({
			".dvc/config": `[core]\n    remote = Shared # the usual one\n['remote "Shared"']\n    url = ../../store\n['remote "sub"']\n    url = remote://shared/part\n[cache]\n    type = "hardlink,copy"\n`,
			".dvc/config.local": '[cache]\n    dir = ../.cache\n[\'remote "shared"\']\n    password = "a # b"\n',
			"global/config": "[core]\n    autostage = true\n    remote = none\n",
		});
		const config = await loadConfig({ root, home: root, systemDir: join(root, "no"), globalDir: join(root, "global") });
		expect(config).toMatchObject({
			defaultRemote: "shared",
			autostage: true,
			noScm: false,
			cacheDir: join(root, ".cache"),
			cacheTypes: ["hardlink", "copy"],
		});
		expect(config.remotes.get("shared")?.url).toBe(resolve(root, "../store"));
		expect(config.remotes.get("sub")?.url).toBe(`${resolve(root, "../store")}/part`);
		expect(config.remotes.get("shared")?.options.get("password")).toBe("a # b");
	});
});

describe(".dvcignore", () => {
	it.each([
		["a.log", false, true],
		["keep.log", false, false],
		["sub/a.log", false, true],
		["sub/b.tmp", false, true],
		["b.tmp", false, false],
		["build", true, true],
		["build", false, false],
		["build/keep.log", false, true],
		["sub/.git", true, true],
		["sub/deep/only", false, true],
		["only", false, false],
	])("%s (folder: %s) is left out: %s", async (path, isDirectory, expected) => {
		const { ignore } = await load({
			".dvcignore": "  *.log  \n!keep.log\n# a comment\nbuild/\n",
			"sub/.dvcignore": "*.tmp\n/deep/only\n",
		});
		expect(ignore.ignored(path, isDirectory)).toBe(expected);
	});

	it("says nothing by a line that is longer than any path", async () => {
		const { ignore } = await load({ ".dvcignore": `${"${a[0]}".repeat(20_000)}\n${"*x".repeat(2000)}\n*.log\n` });
		expect([ignore.ignored("a.log", false), ignore.ignored("sub/a", false)]).toEqual([true, false]);
	});

	it.each([
		["*a*b*c", "xxaxbyc", true],
		["*a*b*c", "xxbxayc", false],
		["***x", "aax", true],
		["a*?b*c", "axbc", true],
		["\\[*a*b", "[xaxb", true],
		["[*]*x*y", "*1x2y", true],
		[`${"*a".repeat(12)}b`, "a".repeat(60), false],
		[`${"*".repeat(30)}b`, "a".repeat(60), false],
	])("knows at once whether %s means %s: %s", async (line, path, expected) => {
		const { ignore } = await load({ ".dvcignore": `${line}\n` });
		expect(ignore.ignored(path, false)).toBe(expected);
	});

	it("names its rules, so that a change of them is seen", async () => {
		const [one, two] = [await load({ ".dvcignore": "a\n" }), await load({ ".dvcignore": "b\n" })];
		expect(one.ignore.key).not.toBe(two.ignore.key);
	});
});

describe("the values of parameters", () => {
	const read = async (keys: readonly string[]) => {
		const root = folderOf({ "params.yaml": "a: 1\nb: {c: [x, 2.0], d: null}\nwhen: 2020-01-01\nl: &l [1]\nm: *l\n" });
		const place = { file: "dvc.yaml", line: 3, column: 1 };
		return readParamValues(workspaceTree(root), { path: "params.yaml", at: "params.yaml", keys, place });
	};

	it("are found by dots, indexes and patterns that meet one", async () => {
		expect(await read(["a", "b.c.0", "b.c.-1", "b.d", "no", "b.*d", "b.x.y"])).toEqual(
			new Map<string, unknown>([
				["a", 1n],
				["b.c.0", "x"],
				["b.c.-1", 2],
				["b.d", null],
				["b.*d", null],
			]),
		);
	});

	it("keep being one object where YAML says so", async () => {
		const values = await read(["l", "m"]);
		expect(values?.get("l")).toBe(values?.get("m"));
	});

	it("may be neither several nor a date", async () => {
		expect(await complaints(() => read(["b.*"]))).toEqual([
			"dvc.yaml:3:1 the parameter `b.*` means 2 values of params.yaml | write a pattern that meets exactly one value",
		]);
		expect(await complaints(() => read(["when"]))).toEqual([
			"params.yaml:3:7 a date cannot be a parameter | put it in quotes",
		]);
	});
});
