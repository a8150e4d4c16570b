import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { CircleWorld, type Place, params } from "../circle/world.ts";
import { git } from "../rig/world.ts";

let world: CircleWorld;
let changes = 0;
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

beforeEach(async () => {
	changes = 0;
	world = await CircleWorld.make("command", undefined, async (place) => {
		const files = await CircleWorld.files(place);
		return {
			...files,
			...(await data(place, "one\n")),
			"dvc.yaml": (files["dvc.yaml"] ?? "").replace("data.txt]", "data.txt, raw.txt]"),
			"prepare.sh": (files["prepare.sh"] ?? "").replace("sort data.txt", "sort data.txt raw.txt"),
			"mainline.yaml": `${files["mainline.yaml"]}release: {bump: auto}\n`,
		};
	});
	expect(await world.act("push")).toMatchObject({ code: 0 });
});

/** Data that DVC tracks, at the remote. */
async function data({ directory }: Place, text: string): Promise<Record<string, string>> {
	const oid = createHash("md5").update(text).digest("hex");
	const folder = join(directory, "store/files/md5", oid.slice(0, 2));
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, oid.slice(2)), text);
	return { "raw.txt.dvc": `outs:\n- md5: ${oid}\n  size: ${text.length}\n  hash: md5\n  path: raw.txt\n` };
}

/** Merges a change, whose stages run on the main line; the version that dev then holds. */
async function next(files: Record<string, string>, words = "", labels: string[] = []): Promise<string> {
	const branch = `change-${changes++}`;
	const pull = await world.pull(branch, files);
	if (words !== "") {
		await git(world.clone, "commit", "-q", "--amend", "-m", `Change it\n\n${words}`);
		await git(world.clone, "push", "-qf", world.pushUrl, `HEAD:refs/heads/${branch}`);
	}
	world.repository.pulls.find(({ number }) => number === pull)?.labels.push(...labels);
	await world.merge(pull);
	expect(await world.act("push", { fetchDepth: 0 })).toMatchObject({ code: 0 });
	return world.serves("dev");
}

async function grown(path: string): Promise<Record<string, string>> {
	return { [path]: `${await git(world.clone, "show", `HEAD:${path}`)}\n# changed\n` };
}

describe("a new version's number", () => {
	it("moves by what changed: patch for other data, minor for parameters and code, else as far as a commit or a label says", async () => {
		expect(await world.serves("dev")).toBe("v0.1.0");
		expect(await next(await data(world.place, "two\n"))).toBe("v0.1.1");
		expect(await next(params(0.91))).toBe("v0.2.0");
		expect(await next(await grown("train.sh"))).toBe("v0.3.0");
		expect(await next(await grown("serve.py"))).toBe("v0.4.0");
		expect(await next(params(0.92), "Release: major")).toBe("v1.0.0");
		expect(await next(params(0.93), "Release: patch")).toBe("v1.0.1");
		expect(await next(params(0.94), "", ["bug", "Release: Major", "release: patch"])).toBe("v2.0.0");
		expect(await next(params(0.95), "Release: minor", ["release: patch"])).toBe("v2.1.0");
		// a tag that somebody made by hand, on a commit that knows nothing of the model
		const elsewhere = await git(world.clone, "commit-tree", "-m", "Another", EMPTY_TREE);
		await git(world.clone, "tag", "-a", "-m", "By hand", "churn@v3.0.0", elsewhere);
		await git(world.clone, "push", "-q", world.pushUrl, "refs/tags/churn@v3.0.0");
		expect(await next(await data(world.place, "three\n"))).toBe("v3.1.0");
	}, 120_000);
});
