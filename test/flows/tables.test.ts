import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { add } from "../../src/flows/add.ts";
import { diff } from "../../src/flows/diff.ts";
import { report } from "../../src/flows/report.ts";
import { push } from "../../src/flows/transfer.ts";
import { renderComment } from "../../src/report/index.ts";
import { contextAt, git, project, remove, write } from "./rig.ts";

let root: string;

beforeEach(async () => {
	root = await project();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function tracked(...paths: string[]): Promise<void> {
	await add(contextAt(root), { paths, noCommit: false });
	await git(root, "add", "-A");
}
const table = async (path: string) => {
	const { document } = await diff(contextAt(root), { base: "HEAD", head: null, all: false });
	return document.data.find((row) => row.path === path)?.table;
};

describe("rows and columns of changed data", () => {
	it("are counted on both sides, of a file and of a folder of tables, in diff and report", async () => {
		write(root, {
			"train.csv": "zip,name\n1,a\n2,b\n",
			"parts/1.jsonl": '{"a":1}\n',
			"parts/2.jsonl": '{"a":2}\n',
			"parts/README": "x",
		});
		await tracked("train.csv", "parts");
		await git(root, "commit", "-q", "-m", "Data");
		write(root, { "train.csv": 'name,age\n"x\ny",1\nz,2\nw,3\n', "parts/3.jsonl": '{"a":3}\n{"a":4}\n' });
		await tracked("train.csv", "parts");
		expect(await table("train.csv")).toEqual({
			rows: { base: 2, head: 3 },
			columns: { base: 2, head: 2, added: ["age"], removed: ["zip"] },
		});
		expect(await table("parts")).toEqual({
			rows: { base: 2, head: 4 },
			columns: { base: 1, head: 1, added: [], removed: [] },
		});
		const { document } = await report(contextAt(root), { base: "HEAD", golden: false });
		expect(renderComment(document)).toContain("`train.csv`: 2 → 3 rows, 2 columns (+age, −zip)");
		expect(renderComment(document)).toContain("`parts`: 1 file added, 2 → 4 rows, 1 column");
	});

	it("are not guessed where one side is not at hand, nor of folders of several kinds", async () => {
		write(root, { "train.csv": "a\n1\n", "mixed/1.csv": "a\n1\n", "mixed/2.jsonl": "{}\n" });
		await tracked("train.csv", "mixed");
		await git(root, "commit", "-q", "-m", "Data");
		remove(root, ".dvc/cache/files/md5");
		write(root, { "train.csv": "a\n1\n2\n", "mixed/1.csv": "a\n1\n2\n" });
		await tracked("train.csv", "mixed");
		expect([await table("train.csv"), await table("mixed")]).toEqual([undefined, undefined]);
	});

	it("are fetched for a report where the object is small, and not where it is large", async () => {
		const rows = (count: number): string => `a,b\n${"1234567890,x\n".repeat(count)}`;
		write(root, {
			".dvc/config": `[core]\n    remote = store\n['remote "store"']\n    url = ${join(root, "store")}\n`,
			".gitignore": "/store\n",
			"small.csv": rows(10),
			"large.csv": rows(100_000),
		});
		await tracked("small.csv", "large.csv");
		await git(root, "commit", "-q", "-m", "Data");
		await push(contextAt(root), { targets: [], jobs: null, remote: null, allCommits: false, runCache: false });
		remove(root, ".dvc/cache/files/md5");
		write(root, { "small.csv": rows(12), "large.csv": rows(100_001) });
		await tracked("small.csv", "large.csv");
		const { document } = await report(contextAt(root), { base: "HEAD", golden: false });
		const found = new Map(document.diff?.data.map((row) => [row.path, row.table?.rows]));
		expect([found.get("small.csv"), found.get("large.csv")]).toEqual([{ base: 10, head: 12 }, undefined]);
	});
});
