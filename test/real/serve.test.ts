import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { probe } from "../../src/environments/index.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { run } from "../../src/shell/index.ts";
import { Served, tensor } from "../serve/rig.ts";
import {
	PYTHON,
	publishedSchema,
	type RunningServer,
	servingProgram,
	startMlServer,
	trainDigits,
} from "./serve/mlserver.ts";
import { protocolSchema } from "./serve/protocol-schema.ts";

/** Gives back what it is given, in numpy's own types. */
const NUMPY_ECHO = `import numpy

TYPES = {"FP16": "float16", "FP32": "float32", "FP64": "float64", "BOOL": "bool"}

def load(path):
    return None

def predict(model, inputs):
    return {
        name: values if name == "BYTES" or name == "x" else numpy.asarray(values, TYPES.get(name, name.lower()))
        for name, values in inputs.items()
    }
`;

const dir = mkdtempSync(join(tmpdir(), "mainline-serving-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("a model that Mainline's template serves", () => {
	let served: Served;
	beforeAll(async () => {
		served = await Served.start({ python: PYTHON, module: NUMPY_ECHO });
	});
	afterAll(() => served.remove());

	it("is understood by Triton's client: health, metadata, and every datatype in binary and in JSON", async () => {
		const script = resolve(import.meta.dirname, "serve/triton_client.py");
		const said = await run(PYTHON, [script, `127.0.0.1:${served.port}`, "churn", "v1.2.0"]);
		expect(said.code, said.stderr).toBe(0);
		const found = JSON.parse(said.stdoutText);
		const datatypes = [
			"BOOL",
			"BYTES",
			"FP16",
			"FP32",
			"FP64",
			"INT16",
			"INT32",
			"INT64",
			"INT8",
			"UINT16",
			"UINT32",
			"UINT64",
			"UINT8",
		];
		expect(Object.keys(found.binary).sort()).toEqual(datatypes);
		expect(found).toMatchObject({
			live: true,
			ready: true,
			modelReady: true,
			otherReady: false,
			server: { name: "mainline-serve" },
			model: { name: "churn", versions: ["v1.2.0"] },
			binary: Object.fromEntries(datatypes.map((name) => [name, true])),
			json: Object.fromEntries(datatypes.map((name) => [name, name === "FP16" ? null : true])),
			compressed: [true, true],
			allInBinary: true,
			unknownModel: ["404", "nothing at /v2/models/nobody/infer; this server has the model `churn`"],
			unknownOutput: ["400", "outputs: found `y`, expected one of FP32"],
		});
	});

	it("keeps to the protocol's OpenAPI, whatever schemathesis sends", async () => {
		const file = join(dir, "protocol.json");
		writeFileSync(file, JSON.stringify(protocolSchema(await publishedSchema(), "churn", "v1.2.0")));
		const args = ["run", file, "--url", served.url, "--max-examples", "50", "--seed", "1", "--no-color"];
		// a request that fits the schema may still have a shape that its data has not
		args.push("--exclude-checks", "positive_data_acceptance");
		const said = await run(await servingProgram("schemathesis"), args, { cwd: dir });
		expect(said.code, said.stdoutText.slice(-8000)).toBe(0);
		expect(said.stdoutText).toMatch(/API Operations:\s+Selected: 9\/9\s+Tested: 9/);
		expect(said.stdoutText).toMatch(/[1-9]\d{2,} generated, \d+ passed\n/);
		expect((await served.infer({ inputs: [tensor("x", "INT8", [1])] })).code).toBe(200);
	});

	it("has metrics that Prometheus' own parser reads", async () => {
		const script = `
import json, sys
from prometheus_client.parser import text_string_to_metric_families
print(json.dumps({each.name: each.type for each in text_string_to_metric_families(sys.stdin.read())}))
`;
		await served.infer({ inputs: [tensor("x", "BYTES", ['a "quoted"\nlabel \\'])] });
		const { text } = await served.get("/metrics");
		const said = await run(PYTHON, ["-c", script], { input: text });
		expect(said.code, said.stderr).toBe(0);
		expect(JSON.parse(said.stdoutText)).toMatchObject({
			mainline_model_info: "gauge",
			mainline_requests: "counter",
			mainline_request_duration_seconds: "histogram",
			mainline_prediction: "histogram",
			mainline_prediction_labels: "counter",
		});
	});
});

describe("MLServer", () => {
	let server: RunningServer;
	let body: string;
	let served: Served;
	beforeAll(async () => {
		const model = join(dir, "model.joblib");
		({ body } = await trainDigits(model));
		server = await startMlServer(model, join(dir, "mlserver"), "v1.2.0");
		const module = `import joblib, numpy\n\ndef load(path): return joblib.load("${model}")\n\ndef predict(model, inputs): return model.predict(numpy.asarray(inputs["x"]))\n`;
		served = await Served.start({ python: PYTHON, module });
	});
	afterAll(async () => {
		await server.end();
		await served.remove();
	});

	it("passes the probe of a deployment for its own version, and no other", async () => {
		const question = { url: server.url, model: "churn", clock: systemClock };
		expect(await probe({ ...question, version: "v1.2.0", deadlineMs: 120_000 })).toMatchObject({ ok: true });
		expect(await probe({ ...question, version: "v1.3.0", deadlineMs: 0 })).toMatchObject({ ok: false });
	});

	it("is asked as our server is asked, and predicts the same", async () => {
		const ask = async (url: string): Promise<unknown> => {
			const headers = { "content-type": "application/json" };
			const response = await fetch(`${url}/v2/models/churn/infer`, { method: "POST", headers, body });
			return response.json();
		};
		const expected = {
			model_name: "churn",
			model_version: "v1.2.0",
			outputs: [{ name: "predict", datatype: "INT64" }],
		};
		const [theirs, ours] = [await ask(server.url), await ask(served.url)];
		expect(theirs).toMatchObject(expected);
		expect(ours).toMatchObject(expected);
		const digit = (answer: unknown): unknown => (answer as { outputs: { data: unknown[] }[] }).outputs[0]?.data;
		expect(digit(ours)).toEqual(digit(theirs));
	});
});
