import { describe, expect, it } from "vitest";
import type { Container } from "../../src/manifest/index.ts";
import { complaints, load } from "./rig.ts";

const PINNED = `docker.io/library/python:3.12@sha256:${"a".repeat(64)}`;

async function containerOf(written: string, { deps = "[Dockerfile]", file = "dvc.yaml", more = {} } = {}) {
	const text = `stages:\n  s:\n    cmd: c\n    deps: ${deps}\n    meta: {mainline: {container: ${written}}}\n`;
	const { stages } = await load({ [file]: text, ...more });
	return stages[0]?.needs?.container;
}

const refused = (written: string, deps?: string): Promise<string[]> =>
	complaints(() => containerOf(written, deps === undefined ? {} : { deps }));

describe("the container of a stage", () => {
	it("is an image by its name, in short or with what else can be said", async () => {
		const plain: Partial<Container> = {
			from: { kind: "image", name: "python:3.12" },
			program: null,
			variables: [],
			network: "host",
		};
		expect(await containerOf("python:3.12")).toMatchObject(plain);
		expect(await containerOf("{image: 'python:3.12'}")).toMatchObject(plain);
		const full = `{image: '${PINNED}', program: docker, env: [WANDB_MODE], network: none}`;
		expect(await containerOf(full)).toMatchObject({
			from: { kind: "image", name: PINNED },
			program: "docker",
			variables: ["WANDB_MODE"],
			network: "none",
		});
	});

	it("is what a Dockerfile makes, said as in mainline.yaml", async () => {
		const dockerfile = { file: "Dockerfile", context: ".", target: null, args: new Map(), builder: "auto" };
		expect(await containerOf("{dockerfile: Dockerfile}")).toMatchObject({ from: { kind: "dockerfile", dockerfile } });
		const full = "{dockerfile: {file: env/Dockerfile, context: env, target: train, args: {CUDA: '12.4'}}}";
		expect(await containerOf(full, { deps: "[env]" })).toMatchObject({
			from: {
				dockerfile: { file: "env/Dockerfile", context: "env", target: "train", args: new Map([["CUDA", "12.4"]]) },
			},
		});
	});

	it("counts paths as deps do, from the stage's folder", async () => {
		const found = await containerOf("{dockerfile: ../Dockerfile}", { deps: "[../Dockerfile]", file: "sub/dvc.yaml" });
		expect(found?.from).toMatchObject({ dockerfile: { file: "Dockerfile", context: "sub" } });
	});

	it("may come out of a parameter, which DVC then records", async () => {
		expect(await containerOf("'${image}'", { more: { "params.yaml": `image: ${PINNED}\n` } })).toMatchObject({
			from: { kind: "image", name: PINNED },
		});
	});

	it.each([
		["{images: a}", /^dvc\.yaml:5:35 .*`images` is not a key of `container` \| did you mean `image`\?/],
		["{}", /^dvc\.yaml:5:34 .*`container` needs `image` or `dockerfile`/],
		["{image: a, dockerfile: Dockerfile}", /^dvc\.yaml:5:57 .*exclude each other/],
		["[a]", /^dvc\.yaml:5:34 .*an image, or a mapping/],
		["'-v /:/host'", /^dvc\.yaml:5:34 .*not the name of an image/],
		["'two words'", /^dvc\.yaml:5:34 .*not the name of an image/],
		["python@sha256:12", /^dvc\.yaml:5:34 .*not the name of an image/],
		["{image: a, program: rkt}", /^dvc\.yaml:5:54 .*expected podman, docker/],
		["{image: a, env: [A=1]}", /^dvc\.yaml:5:51 .*the name of an environment variable/],
		["{image: a, network: bridge}", /^dvc\.yaml:5:54 .*expected host, none/],
		["{dockerfile: ../Dockerfile}", /^dvc\.yaml:5:47 .*not a path of the project/],
		["{dockerfile: {file: Dockerfile, context: /}}", /^dvc\.yaml:5:75 .*not a path of the project/],
		["{dockerfile: {file: Dockerfile, args: {A: 3.10}}}", /^dvc\.yaml:5:76 .*is a text/],
	])("%s is refused where it stands", async (written, words) => {
		expect(await refused(written)).toEqual([expect.stringMatching(words)]);
	});

	it("is refused where its Dockerfile is not among deps: nothing would tell that it changed", async () => {
		expect(await refused("{dockerfile: env/Dockerfile}", "[train.py]")).toEqual([
			expect.stringMatching(
				/^dvc\.yaml:5:47 .*env\/Dockerfile is not among the deps.*deps: \[train\.py, env\/Dockerfile\]/,
			),
		]);
		expect(await refused("{dockerfile: env/Dockerfile}", "[env]")).toEqual([]);
	});
});
