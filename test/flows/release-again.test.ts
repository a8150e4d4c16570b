import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Released } from "../../src/flows/release/documents.ts";
import type { KnowTree } from "../../src/flows/release/known.ts";
import { type ReleaseOptions, release } from "../../src/flows/release.ts";
import { rollback } from "../../src/flows/rollback.ts";
import { freePort } from "../environments/rig.ts";
import { allKnown, type Knowledge, knowing } from "./known-tree.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
let ports: readonly [number, number];
let knowledge: Knowledge;

beforeEach(async () => {
	ports = [await freePort(), await freePort()];
	rig = await ReleaseRig.make(ports);
	knowledge = allKnown();
});
afterEach(() => rig.end());

/** Commits weights, which are the model's content, to main, and pushes it. */
function merge(subject: string, weights: number): string {
	mkdirSync(join(rig.root, ".dvc"), { recursive: true });
	writeFileSync(join(rig.root, ".gitignore"), "/.dvc\n");
	writeFileSync(join(rig.root, "weights"), JSON.stringify({ weights }));
	writeFileSync(
		join(rig.root, "mainline.yaml"),
		`models:
  churn: {image: "oci:../images", code: [serve.py], command: [python3, serve.py]}
environments:
  dev: {deploy: {process: {port: ${ports[0]}}}}
  prod: {after: dev, deploy: {process: {port: ${ports[1]}}}}
`,
	);
	writeFileSync(join(rig.root, "serve.py"), ReleaseRig.serve);
	const id = rig.commit(subject, {});
	rig.git("push", "-q", "origin", "HEAD:main");
	return id;
}

const know: KnowTree = async (site, tree) => {
	whenLooked?.();
	return knowing(knowledge)(site, tree);
};
let whenLooked: (() => void) | null = null;
beforeEach(() => {
	whenLooked = null;
});

async function released(more: Partial<ReleaseOptions> = {}): Promise<string[]> {
	const usual = { remote: "origin", plan: false, by: "ann", model: null, rev: "HEAD", before: null, know };
	const { document } = await release(rig.context(), { ...usual, ...more });
	return told(document);
}

function told({ models }: Released): string[] {
	return models.flatMap(({ environments }) =>
		environments.map(({ environment, outcome, version }) => `${environment} ${outcome} ${version}`),
	);
}

async function rolledBack(environment: string, to: string | null = null): Promise<string> {
	const person = { remote: "origin", plan: false, by: "ann", model: "churn", force: false, reason: null, know };
	const { move } = (await rollback(rig.context(), { ...person, environment, to })).document;
	return [environment, move.outcome, move.version, move.reason].join(" ").trim();
}

const serving = async (): Promise<string[]> => [await rig.serves(0), await rig.serves(1)];

describe("a version that a person took out of every environment", () => {
	beforeEach(async () => {
		merge("Good", 1);
		await released();
		merge("Bad", 2);
		await released();
		await rolledBack("dev");
		await rolledBack("prod");
	});

	it("is not brought back by the schedule, nor by a job that is run again", async () => {
		expect(await released()).toEqual(["dev kept v0.1.0", "prod kept v0.1.0"]);
		expect(await released({ before: "HEAD^" })).toEqual(["dev kept v0.1.0", "prod kept v0.1.0"]);
		expect(await serving()).toEqual(["v0.1.0", "v0.1.0"]);
	});

	it("is not brought back by merges that change something else", async () => {
		merge("Explain it", 2);
		expect(await released()).toEqual(["dev kept v0.1.0", "prod kept v0.1.0"]);
		merge("Explain it better", 2);
		expect(await released({ before: "HEAD~2" })).toEqual(["dev kept v0.1.0", "prod kept v0.1.0"]);
	});

	it("comes back where the main line declares something else, and then it, however many merges later", async () => {
		merge("Third", 3);
		expect((await released())[0]).toBe("dev deployed v0.3.0");
		merge("Bad after all", 2);
		merge("Explain it", 2);
		expect((await released())[0]).toBe("dev deployed v0.2.0");
	});
});

describe("a commit of the main line that is not its newest", () => {
	it("is not released: what it declares was left behind", async () => {
		const old = merge("First", 1);
		await released();
		const newest = merge("Second", 2);
		await released();
		await expect(released({ rev: old })).rejects.toMatchObject({
			kind: "input",
			code: "behind-main-line",
			details: { expected: `its newest commit, ${newest.slice(0, 7)}, or one after it` },
		});
		expect(await serving()).toEqual(["v0.2.0", "v0.2.0"]);
		expect(await released({ rev: old, plan: true })).toEqual(["dev planned v0.1.0", "prod planned v0.1.0"]);
	});

	it("is not released from a clone that was not brought up to date, or from one with little history", async () => {
		merge("First", 1);
		const server = `${rig.place.dir}/server.git`;
		for (const depth of [[], ["--depth=1"]]) {
			const late = `${rig.place.dir}/late${depth.length}`;
			rig.git("clone", "-q", ...depth, `file://${server}`, late);
		}
		merge("Second", 2);
		await released();
		for (const late of ["late0", "late1"]) {
			const context = { ...rig.context(), cwd: `${rig.place.dir}/${late}` };
			const usual = { remote: "origin", plan: false, by: null, model: null, rev: "HEAD", before: null, know };
			await expect(release(context, usual)).rejects.toMatchObject({ code: "behind-main-line" });
		}
	});

	it("moves nothing where the main line went on while it was made", async () => {
		merge("First", 1);
		await released();
		merge("Second", 2);
		const second = rig.git("rev-parse", "HEAD");
		whenLooked = () => {
			whenLooked = null;
			merge("First again", 1);
			rig.git("checkout", "-q", second);
		};
		expect(await released({ rev: second, branch: "main" })).toEqual(["dev kept v0.1.0", "prod kept v0.1.0"]);
		expect(await serving()).toEqual(["v0.1.0", "v0.1.0"]);
		// whose version is there all the same, for whoever wants it
		expect(rig.tags()).toContain("churn@v0.2.0");
	});

	it("is released where it is another branch's, ahead of the main line, or where nobody else keeps one", async () => {
		merge("First", 1);
		rig.git("checkout", "-q", "-b", "next");
		rig.commit("Not pushed", { more: true });
		expect(await released()).toEqual(["dev deployed v0.1.0", "prod deployed v0.1.0"]);
		expect(await released({ rev: "main", remote: null })).toEqual(["dev kept v0.1.0", "prod kept v0.1.0"]);
	});
});

describe("a rollback that is told twice", () => {
	it("goes back once, and says how to go further", { timeout: 180_000 }, async () => {
		for (const weights of [1, 2, 3]) {
			merge(`Number ${weights}`, weights);
			await released();
		}
		expect(await rolledBack("prod")).toMatch(/^prod deployed v0\.2\.0/);
		const tags = rig.tags();
		expect(await rolledBack("prod")).toBe(
			"prod kept v0.2.0 prod was brought back from v0.3.0 already; one further back is `--to v0.1.0`",
		);
		expect(rig.tags()).toEqual(tags);
		expect(await rolledBack("prod", "v0.1.0")).toMatch(/^prod deployed v0\.1\.0/);
	});
});
