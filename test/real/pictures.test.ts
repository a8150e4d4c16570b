import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CircleWorld } from "../circle/world.ts";
import { git } from "../rig/world.ts";
import { look, type Shot } from "./page.ts";

/*
 * The comments of real pull requests: stages run, numbers measured, gates of the base, in a repository at the stand-in. With
 * PICTURES=docs/pictures the pictures of docs/what-a-reviewer-sees.md are made anew.
 */

const kept = process.env["PICTURES"];
let folder = "";
let world: CircleWorld;
/** Pull request → its comment. The world is gone after the first test. */
const comments = new Map<string, string>();

const TRAIN = `epochs=$(sed -n 's/^  epochs: //p' params.yaml)
width=$(sed -n 's/^  width: //p' params.yaml)
if [ "$epochs" = 0 ]; then echo "epoch 0/0"; echo "ValueError: epochs must be at least 1" >&2; exit 1; fi
mkdir -p model && echo "$epochs $width" > model/weights.txt
`;
const EVALUATE = `read epochs width < model/weights.txt
rows=$(cat prepared/*.csv | wc -l)
awk -v e=$epochs -v w=$width -v n=$rows 'BEGIN {
  printf "{\\"accuracy\\": %.4f, \\"recall\\": %.4f, \\"loss\\": %.4f, \\"latency_p95_ms\\": %d, \\"size_mb\\": %.1f, \\"rows\\": %d}\\n", 1 - 1.6 / (e + w / 8), 1 - 2 / (e + w / 8) - n / 10000, 2 / e, 20 + w / 3, w * 1.2, n
}' > metrics.json
`;
const DVC = `stages:
  prepare:
    cmd: mkdir -p prepared && for i in $(seq 1 $(cat data.txt)); do echo "$i,$((i % 10))" > prepared/part-$i.csv; done
    deps: [data.txt]
    outs: [prepared]
  train:
    cmd: sh train.sh
    deps: [train.sh, prepared]
    params: [train]
    outs: [model]
  evaluate:
    cmd: sh evaluate.sh
    deps: [evaluate.sh, model, prepared]
    metrics:
      - metrics.json: {cache: false}
artifacts:
  churn: {type: model, path: model}
`;
const params = (epochs: number, width: number): Record<string, string> => ({
	"params.yaml": `train:\n  epochs: ${epochs}\n  width: ${width}\n`,
});

const PULLS: readonly (readonly [name: string, files: Record<string, string>, says: string])[] = [
	["passed", params(40, 64), "## ✅ Mainline: all 3 gates passed"],
	["failed", params(24, 96), "## ❌ Mainline: 1 of 3 gates says no"],
	["not-comparable", { "data.txt": "31\n", ...params(22, 64) }, "prepared changed"],
	["broken", params(0, 64), "ValueError: epochs must be at least 1"],
];

beforeAll(async () => {
	folder = kept !== undefined ? resolve(kept) : mkdtempSync(join(tmpdir(), "mainline-pictures-"));
	mkdirSync(folder, { recursive: true });
	world = await CircleWorld.make();
	await world.act("push");
	const policy = await readPolicy();
	const begin = await world.pull("begin", {
		"train.sh": TRAIN,
		"evaluate.sh": EVALUATE,
		"dvc.yaml": DVC,
		"data.txt": "24\n",
		".gitignore": "/model\n/metrics.json\n/prepared\n",
		"mainline.yaml": policy,
		...params(20, 64),
	});
	await world.act("pull_request");
	await world.merge(begin);
	await world.act("push");
	for (const [name, files] of PULLS) comments.set(name, await commentOf(name, files));
	comments.set("revert", await revertOf("regretted", { ...params(30, 64), "data.txt": "25\n" }));
});
afterAll(() => {
	if (kept === undefined) rmSync(folder, { recursive: true, force: true });
});

/** The circle's, with gates of more kinds and an environment that waits. */
async function readPolicy(): Promise<string> {
	const text = await git(world.clone, "show", "HEAD:mainline.yaml");
	const gates = `gates:
  - metric: metrics.json:accuracy
    better: higher
    floor: 0.9
  - metric: metrics.json:recall
    better: higher
    drop: 0.02
  - metric: metrics.json:latency_p95_ms
    better: lower
    drop: 10%
`;
	return text
		.replace(/gates:[\s\S]*?(?=environments:)/, gates)

		.replace(/oci:.*\n/, "oci:../images\n")
		.replace("    after: dev\n", "    after: dev\n    soak: 2h\n");
}

async function commentOf(branch: string, files: Record<string, string>): Promise<string> {
	const pull = await world.pull(branch, files);
	await world.act("pull_request");
	return world.repository.comments.findLast(({ issue }) => issue === pull)?.body ?? "";
}

/** The comment of the pull request that takes another one back, which was released. */
async function revertOf(branch: string, files: Record<string, string>): Promise<string> {
	const pull = await world.pull(branch, files);
	await world.act("pull_request");
	await world.merge(pull);
	await world.act("push");
	const back = await world.revert(pull);
	await world.act("pull_request");
	return world.repository.comments.findLast(({ issue }) => issue === back)?.body ?? "";
}

describe("what a reviewer sees", () => {
	const REVERT = ["revert", {}, "brings back churn v0.2.0"] as const;
	it.each([...PULLS, REVERT])("%s, in light and dark, within its column", (name, _, says) => {
		const markdown = comments.get(name) ?? "";
		expect(markdown).toContain(says);
		for (const theme of ["light", "dark"] as const)
			expect(seen(`${name}-${theme}`, { markdown, theme, open: false })).toBeLessThan(1000);
	});

	it("unfolded has every number, stage and reason", () => {
		const markdown = comments.get("failed") ?? "";
		expect(markdown).toContain("Why this baseline");
		for (const theme of ["light", "dark"] as const)
			expect(seen(`unfolded-${theme}`, { markdown, theme, open: true })).toBeLessThan(1500);
	});
});

/** How tall it is. */
function seen(name: string, shot: Pick<Shot, "markdown" | "theme" | "open">): number {
	const file = join(folder, name);
	const { wide, tall, png } = look({ ...shot, file, framed: true });
	rmSync(`${file}.html`);
	expect(wide).toBe("0");
	expect(png.length).toBeLessThan(150_000);
	return tall;
}
