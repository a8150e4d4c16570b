import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askGolden, type ProbeQuestion, probe, readGolden } from "../../src/environments/index.ts";
import { release } from "../../src/flows/release.ts";
import { status } from "../../src/flows/status.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { freePort } from "../environments/rig.ts";
import { allKnown, knowing } from "../flows/known-tree.ts";
import { ReleaseRig } from "../flows/release-rig.ts";

const know = knowing(allKnown());

/** A row, one that has no answer, a number with more digits than a float has, a truth and a text that is not ASCII. */
const GOLDEN = {
	request: {
		inputs: [
			{ name: "x", datatype: "FP32", shape: [2, 2], data: [1, 2, -3, 1] },
			{ name: "name", datatype: "BYTES", shape: [2, 1], data: ["Zoë", "Bo"] },
		],
	},
	expect: { y: [6, null], n: ["BIG", "BIG"], much: [true, false], name: ["Zoë", "Bo"] },
};

interface Server {
	readonly command: string;
	/** What `probe:` says beside the address. */
	readonly probe: string;
	/** What the probe finds, by what it asks for beside the version that runs. */
	readonly says: readonly (readonly [Partial<ProbeQuestion>, string])[];
	/** What `status --verify` says of each environment. */
	readonly unasked: string | null;
	/** What it answers where two rows have three numbers, and who it says that answers. */
	readonly refuses: string;
	readonly another: readonly string[];
}

const ANOTHER = { version: "v0.2.0", untold: true };
const NO_MODEL = { model: "other", untold: true };
const READY = "it is ready, and does not tell its version";

const SERVERS: Readonly<Record<string, Server>> = {
	kserve: {
		command: "[python-servers, serve.py]",
		probe: "version: false",
		says: [
			[{}, "/v2/models/churn reports no version"],
			[ANOTHER, READY],
			[NO_MODEL, "/v2/models/other/ready answers 404: Model with name other does not exist."],
		],
		unasked: "is ready, and does not tell which version it serves",
		refuses: "answers 500: ValueError : x has to have two columns",
		another: ["v0.1.0 answers, not v0.2.0"],
	},
	triton: {
		command: "[sh, start.sh]",
		probe: "",
		says: [
			[{}, "v0.1.0 answers"],
			[ANOTHER, "v0.1.0 answers, not v0.2.0"],
			[NO_MODEL, "/v2/models/other/ready answers 400: Model version not ready"],
			// whose configuration does not tell its version
			[
				{ model: "plain" },
				"1 answers, not v0.1.0; its server has versions of its own, which `probe: {version: false}` is for",
			],
			[{ model: "plain", untold: true }, READY],
		],
		unasked: null,
		refuses: "answers 400: [request id: <id_unknown>] unexpected shape for input 'x' for model 'churn'.",
		another: [],
	},
	bentoml: {
		command: "[sh, -c, 'exec python-servers -m bentoml serve service:Churn --host $HOST --port $PORT']",
		probe: "",
		says: [
			[{}, "v0.1.0 answers"],
			[ANOTHER, "v0.1.0 answers, not v0.2.0"],
			// which has no more of the protocol than it needs
			[NO_MODEL, READY],
		],
		unasked: null,
		refuses: "answers 400: x has to have two columns",
		another: ["v0.1.0 answers, not v0.2.0"],
	},
};

/** A project whose model is served by somebody else's server, and what `release` makes of it. */
class Project {
	readonly rig: ReleaseRig;
	readonly port: number;

	constructor(rig: ReleaseRig, port: number) {
		this.rig = rig;
		this.port = port;
	}

	static async make(): Promise<Project> {
		const port = await freePort();
		return new Project(await ReleaseRig.make([port]), port);
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	commit(folder: string, { command, probe: says }: Server): void {
		const { root } = this.rig;
		const code = resolve(import.meta.dirname, "serve", folder);
		cpSync(code, root, { recursive: true });
		for (const name of [".dvc", "golden"]) mkdirSync(join(root, name), { recursive: true });
		const [dev, prod] = [says, `url: '${this.url}'${says === "" ? "" : `, ${says}`}`];
		const files = {
			".gitignore": "/.dvc\n",
			weights: JSON.stringify({ quality: 2 }),
			"golden/rows.json": JSON.stringify(GOLDEN).replaceAll('"BIG"', "9007199254740993"),
			"mainline.yaml": `models:
  churn: {image: oci:../images, code: [${readdirSync(code).join(", ")}], command: ${command}}
environments:
  dev: {deploy: {process: {port: ${this.port}}}${dev === "" ? "" : `, probe: {${dev}}`}}
  # a command that leaves all as it is: what answers there is what dev started
  prod: {after: dev, deploy: {command: 'true'}, probe: {${prod}}}
`,
		};
		for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
		this.rig.commit("A model", {});
	}

	/** `dev: deployed v0.1.0, 1 answered`, one line for each environment. */
	async release(): Promise<string[]> {
		const asked = { remote: null, plan: false, by: "ann", model: null, rev: "HEAD", before: null, know };
		const { document } = await release(this.rig.context(), asked);
		const [model] = document.models;
		expect(model?.reason).toBe("");
		return (model?.environments ?? []).map(({ environment, outcome, version, golden }) => {
			const right = golden?.asked.filter(({ ok }) => ok) ?? [];
			return `${environment}: ${outcome} ${version}, ${right.length} answered`;
		});
	}

	async unasked(): Promise<readonly string[]> {
		const { document } = await status(this.rig.context(), { model: null, verify: true, remote: null });
		return document.verified?.unasked.map(({ says }) => says) ?? ["nothing was verified"];
	}

	async probe(more: Partial<ProbeQuestion>): Promise<string> {
		const question = { url: this.url, model: "churn", version: "v0.1.0", deadlineMs: 0, clock: systemClock, ...more };
		return (await probe(question)).reason;
	}

	/** What is wrong with the answer to a golden request. */
	async ask(golden: object, version = "v0.1.0"): Promise<readonly string[] | undefined> {
		const requests = [readGolden(Buffer.from(JSON.stringify(golden)), "golden/rows.json")];
		const { signal } = new AbortController();
		const answers = await askGolden({ url: this.url, model: "churn", version, requests, clock: systemClock, signal });
		return answers[0]?.differences;
	}
}

describe.each(Object.entries(SERVERS))("a model on somebody else's server, %s,", (name, server) => {
	let project: Project;
	beforeAll(async () => {
		project = await Project.make();
		project.commit(name, server);
	});
	afterAll(() => project.rig.end());

	it("is released: it answers its golden requests before it is tagged and where it is deployed", async () => {
		expect(await project.release()).toEqual(["dev: deployed v0.1.0, 1 answered", "prod: deployed v0.1.0, 1 answered"]);
	});

	it("tells as much of its version and of its models as is known of it", async () => {
		for (const [question, reason] of server.says) expect(await project.probe(question)).toBe(reason);
		const { unasked } = server;
		expect(await project.unasked()).toEqual(
			unasked === null ? [] : ["dev", "prod"].map((place) => `${place} has v0.1.0; ${project.url} ${unasked}`),
		);
	});

	it("has a wrong answer, a refusal and another version's answer found", async () => {
		const { request } = GOLDEN;
		expect(await project.ask({ request, expect: { y: [7, 1] } })).toEqual([
			"y[0] is 6, expected 7",
			expect.stringMatching(/^y\[1\] is (NaN|null), expected 1$/),
		]);
		const [x, who] = request.inputs;
		const wide = { inputs: [{ ...x, shape: [2, 3], data: [1, 2, 3, 4, 5, 6] }, who] };
		expect(await project.ask({ request: wide, expect: { y: 6 } })).toEqual([
			expect.stringContaining(`/v2/models/churn/infer ${server.refuses}`),
		]);
		expect(await project.ask({ request, expect: { y: [6, null] } }, "v0.2.0")).toEqual(server.another);
	});
});
