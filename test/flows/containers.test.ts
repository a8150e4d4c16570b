import { describe, expect, it } from "vitest";
import { doctor, NO_ACCESS } from "../../src/flows/doctor.ts";
import { plan } from "../../src/flows/plan.ts";
import { silent } from "../../src/kernel/index.ts";
import { renderText } from "../../src/report/index.ts";
import { contextAt, type Files, project } from "./rig.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;

async function planned(files: Files) {
	const warnings: string[] = [];
	const progress = { ...silent, warn: (line: string) => void warnings.push(line) };
	const root = await project(files);
	const asked = { targets: [], base: null, check: false, data: false, force: false };
	return { root, warnings, ...(await plan(contextAt(root, { progress }), asked)) };
}

const stage = (container: string, more = ""): string =>
	`stages:\n  train:\n    cmd: "true"\n${more}    meta: {mainline: {container: ${container}}}\n`;

describe("a plan", () => {
	it("shows what a stage would run in", async () => {
		const files = {
			"dvc.yaml": stage("{dockerfile: {file: Dockerfile, target: gpu}}", "    deps: [Dockerfile]\n"),
			Dockerfile: "FROM a AS gpu\n",
		};
		const { document } = await planned(files);
		expect(document.stages).toMatchObject([{ container: { dockerfile: "Dockerfile", target: "gpu" } }]);
		expect(renderText(document, { colour: false, unicode: true, width: 100 })).toContain(
			"in what Dockerfile (gpu) makes",
		);
		const { document: other } = await planned({ "dvc.yaml": stage("python:3.12") });
		expect(other.stages).toMatchObject([{ container: { image: "python:3.12" } }]);
		expect(renderText(other, { colour: false, unicode: true, width: 100 })).toContain("in python:3.12");
	});

	it("says of an image that no lock records it, and the lines that change that", async () => {
		const said =
			/^train: no lock records that it runs in python:3\.12: .*`image: python:3\.12@sha256:…` into params\.yaml, `container: \$\{image\}` and `params: \[image\]`/;
		expect((await planned({ "dvc.yaml": stage("python:3.12") })).warnings).toEqual([expect.stringMatching(said)]);
		const pinned = await planned({ "dvc.yaml": stage(`python:3.12@${DIGEST}`) });
		expect(pinned.warnings).toEqual([expect.stringMatching(/^train: no lock records/)]);
	});

	it("has nothing to say of an image with a digest in a parameter that the stage reads", async () => {
		const text = stage("'${image}'", "    params: [image]\n");
		const good = await planned({ "dvc.yaml": text, "params.yaml": `image: python:3.12@${DIGEST}\n` });
		expect(good.warnings).toEqual([]);
		const tag = await planned({ "dvc.yaml": text, "params.yaml": "image: python:3.12\n" });
		expect(tag.warnings).toEqual([expect.stringMatching(/^train: python:3\.12 can mean another image tomorrow/)]);
	});

	it("says once what many stages have in common", async () => {
		const text = `stages:\n  train:\n    foreach: [a, b, c]\n    do:\n      cmd: echo \${item}\n      meta: {mainline: {container: python}}\n`;
		expect((await planned({ "dvc.yaml": text })).warnings).toEqual([expect.stringMatching(/^train@a and 2 more: /)]);
	});

	it("says what a Dockerfile copies that no deps name, and which FROM is open", async () => {
		const dockerfile = "FROM python:3.12\nCOPY requirements.txt env/ /opt/\n";
		const files = {
			"dvc.yaml": stage("{dockerfile: Dockerfile}", "    deps: [Dockerfile, env]\n"),
			Dockerfile: dockerfile,
			"env/x": "",
		};
		expect((await planned(files)).warnings).toEqual([
			expect.stringMatching(/^train: Dockerfile copies requirements\.txt, which its deps do not name/),
			expect.stringMatching(/^train: FROM python:3\.12 in Dockerfile can mean another image tomorrow/),
		]);
	});
});

describe("doctor", () => {
	it("looks for an engine where stages run in containers, and nowhere else", async () => {
		const asked = { program: ["mainline"], gitHub: NO_ACCESS, untrusted: false };
		const about = async (files: Files): Promise<string> => {
			const { document } = await doctor(contextAt(await project(files)), asked);
			return JSON.stringify(document);
		};
		const with_ = await about({ "dvc.yaml": stage("{image: python, program: podman}") });
		expect(with_).toMatch(/podman is here for stages in containers|nothing here runs one by podman/);
		expect(await about({ "dvc.yaml": 'stages:\n  a:\n    cmd: "true"\n' })).not.toMatch(/containers|podman/);
	});
});
