import { beforeAll, describe, expect, it } from "vitest";
import { taskOf } from "../../src/flows/auto/untrusted/task.ts";
import { openReview, type Review } from "../../src/flows/report/review.ts";
import { contextAt, project } from "./rig.ts";

let review: Review;

beforeAll(async () => {
	const root = await project({
		"data.txt": "1\n",
		"dvc.yaml": `stages:
  prepare: {cmd: x, deps: [data.txt], outs: [p.txt]}
  train:
    foreach: [en, de]
    do: {cmd: "x \${item}", deps: [p.txt], outs: ["\${item}.bin"]}
  evaluate: {cmd: x, deps: [en.bin, de.bin], outs: [all.txt]}
`,
		"sub/dvc.yaml": "stages:\n  embed: {cmd: x, deps: [../data.txt], outs: [e.bin]}\n",
	});
	review = await openReview(contextAt(root), null);
	review.workspace.git?.close();
});

const task = (share: string, asked = "", path = ".") => {
	const words = (text: string) => text.split(" ").filter((word) => word !== "");
	const found = taskOf({ asked: words(asked), share: words(share) }, { path, review });
	return found.kind === "stages" ? found.stages.join(" ") : `nothing: ${found.said}`;
};

describe("what a job runs", () => {
	it("is all that is stale, or what was asked for, or its share of it, or of that what was asked for", () => {
		expect(task("")).toBe("");
		expect(task("", "prepare")).toBe("prepare");
		expect(task("train@en evaluate")).toBe("train@en evaluate");
		expect(task("train", "train@de")).toBe("train@de");
		expect(task("train@en", "train")).toBe("train@en");
		expect(task("train", "prepare")).toMatch(/^nothing: this job's share, train, has nothing of what was asked for/);
	});

	it("is named as `mainline run --glob` takes names, or by a pattern from the root", () => {
		expect(task("train@*")).toBe("train@en train@de");
		expect(task("*at?")).toBe("evaluate");
		expect(task("sub/dvc.yaml:embed")).toBe("sub/dvc.yaml:embed");
		expect(task("sub/*")).toBe("sub/dvc.yaml:embed");
		expect(task("all.txt")).toBe("evaluate");
		expect(task("trian nowhere/dvc.yaml:train ../x")).toMatch(/^nothing: nothing is stale of this job's share/);
	});

	it("is named from the git root in a repository of several projects", () => {
		expect(task("models/ads/dvc.yaml:train@en", "", "models/ads")).toBe("train@en");
		expect(task("models/*/dvc.yaml:train@*", "", "models/ads")).toBe("train@en train@de");
		expect(task("models/churn/dvc.yaml:train", "", "models/ads")).toMatch(/^nothing/);
		expect(task("models/*:prepare", "models/churn/dvc.yaml:prepare", "models/ads")).toMatch(/^nothing: other stages/);
	});
});
