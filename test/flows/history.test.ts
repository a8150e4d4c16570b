import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { report } from "../../src/flows/report.ts";
import { run } from "../../src/flows/run.ts";
import { Git } from "../../src/git/index.ts";
import { contextAt, git, project, RUN, read, remove, write } from "./rig.ts";

let root: string;

const STAGE = (metrics: string): string => `stages:
  train:
    cmd: cp quality metrics.json
    deps: [quality]
    metrics:
      - ${metrics}
`;

beforeEach(async () => {
	root = await project({
		".gitignore": "/metrics.json\n",
		"mainline.yaml": "gates:\n  - {metric: 'metrics.json:acc', better: higher, floor: 0}\n",
	});
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function commit(message: string): Promise<string> {
	await git(root, "add", "-A");
	await git(root, "commit", "-q", "-m", message);
	return (await git(root, "rev-parse", "HEAD")).trim();
}

const quality = (acc: number | string): Record<string, string> => ({ quality: `{"acc": ${acc}}` });

/** What is told of the metric's past, beside main. */
async function history() {
	const { document } = await report(contextAt(root), { base: "main", golden: false });
	return document.history;
}

describe("the history of a metric", () => {
	it("is what git tracks, at the changes that wrote it", async () => {
		write(root, {
			"dvc.yaml": "metrics: [scores.json]\n",
			".gitignore": "",
			"mainline.yaml": "gates: [{metric: 'scores.json:acc', better: higher, floor: 0}]\n",
		});
		const commits: string[] = [];
		for (const acc of [0.5, 0.6, 0.7]) {
			write(root, { "scores.json": `{"acc": ${acc}, "note": "x"}` });
			commits.push(await commit(`acc ${acc}`));
			write(root, { "README.md": `after ${acc}` });
			await commit("words");
		}
		write(root, { "scores.json": '{"acc": 0.65}' });
		const base = (await git(root, "rev-parse", "HEAD")).trim();
		expect(await history()).toEqual([
			{
				file: "scores.json",
				name: "acc",
				points: [
					{ commit: commits[0], value: 0.5 },
					{ commit: commits[1], value: 0.6 },
					{ commit: commits[2], value: 0.7 },
					{ commit: base, value: 0.7 },
				],
				head: 0.65,
			},
		]);
	});

	it("is what the lock records, out of the cache, and passes over what is not at hand or cannot be read", async () => {
		write(root, { "dvc.yaml": STAGE("metrics.json") });
		for (const acc of [0.5, 0.6, "[1", 0.7, 0.8]) {
			write(root, quality(acc));
			await run(contextAt(root), RUN);
			await commit(`acc ${acc}`);
		}
		const gone =
			/md5: ([0-9a-f]{32})\n\s+size/.exec((await git(root, "show", "HEAD~3:dvc.lock")).split("outs:")[1] ?? "")?.[1] ??
			"";
		remove(root, join(".dvc/cache/files/md5", gone.slice(0, 2), gone.slice(2)));
		write(root, quality(0.9));
		await run(contextAt(root), RUN);
		const [found] = (await history()) ?? [];
		expect(found?.points.map(({ value }) => value)).toEqual([0.5, 0.7, 0.8]);
		expect(found?.head).toBe(0.9);
	});

	it("is what was released where locks stay off the branch: the version's tag has the true one", async () => {
		write(root, { "dvc.yaml": STAGE("metrics.json"), ".gitignore": "/metrics.json\n" });
		const repository = await Git.open(root);
		for (const [i, acc] of [0.5, 0.6, 0.7].entries()) {
			write(root, quality(acc));
			const parent = await commit(`acc ${acc}`);
			await run(contextAt(root), RUN);
			const at = new Date(Date.UTC(2026, 10, 1 + i));
			const changes = new Map([["dvc.lock", Buffer.from(read(root, "dvc.lock"))]]);
			remove(root, "dvc.lock");
			const target = await repository.commitBeside({ parent, changes, message: "The true lock", at });
			await repository.createTag({ name: `churn@v0.${i + 1}.0`, target, message: "release", at });
		}
		write(root, quality(0.8));
		await run(contextAt(root), RUN);
		const [found] = (await history()) ?? [];
		expect(found?.points.map(({ value }) => value)).toEqual([0.5, 0.6, 0.7]);
		expect(found?.head).toBe(0.8);
	});

	it("is not told where there is little of it", async () => {
		write(root, { "dvc.yaml": STAGE("metrics.json") });
		for (const acc of [0.5, 0.6]) {
			write(root, quality(acc));
			await run(contextAt(root), RUN);
			await commit(`acc ${acc}`);
		}
		write(root, quality(0.7));
		await run(contextAt(root), RUN);
		expect(await history()).toBeUndefined();
	});
});
