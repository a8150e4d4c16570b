import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { probe } from "../../src/environments/index.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { Served, tensor } from "./rig.ts";

describe("a served model", () => {
	let served: Served;
	beforeAll(async () => {
		served = await Served.start({ env: { MAINLINE_DIGEST: "sha256:abc" } });
	});
	afterAll(() => served.remove());

	it("is alive, ready, and says what it is", async () => {
		expect(await served.get("/v2/health/live")).toMatchObject({ code: 200 });
		expect(await served.get("/v2/health/ready")).toMatchObject({ code: 200 });
		expect(await served.get("/v2/models/churn/ready")).toMatchObject({ code: 200 });
		expect(await served.get("/v2/models/churn/versions/v1.2.0/ready")).toMatchObject({ code: 200 });
		const server = JSON.parse((await served.get("/v2")).text);
		expect(server).toMatchObject({ name: "mainline-serve", extensions: ["binary_tensor_data"] });
	});

	it("names its version, the image's digest, and the model's content as DVC does", async () => {
		const md5 = createHash("md5")
			.update(readFileSync(join(served.dir, "model.json")))
			.digest("hex");
		const { code, text } = await served.get("/v2/models/churn");
		expect(code).toBe(200);
		expect(JSON.parse(text)).toMatchObject({
			name: "churn",
			versions: ["v1.2.0"],
			parameters: { digest: "sha256:abc", content: `md5:${md5}` },
		});
	});

	it("passes the probe of a deployment for its own version, and no other", async () => {
		const question = { url: served.url, model: "churn", deadlineMs: 0, clock: systemClock };
		expect(await probe({ ...question, version: "v1.2.0" })).toMatchObject({ ok: true, serves: ["v1.2.0"] });
		expect(await probe({ ...question, version: "v1.3.0" })).toMatchObject({ ok: false });
	});

	it("answers with typed tensors, under the request's own id", async () => {
		const { code, body } = await served.infer({
			id: "42",
			inputs: [
				tensor("x", "FP32", [1, 2.5, 3, 4], [2, 2]),
				tensor("n", "INT64", [1, -2]),
				tensor("yes", "BOOL", [true, false]),
				tensor("word", "BYTES", ["a", "é"]),
			],
		});
		expect(code).toBe(200);
		expect(body).toEqual({
			id: "42",
			model_name: "churn",
			model_version: "v1.2.0",
			outputs: [
				{ name: "x", datatype: "FP64", shape: [2, 2], data: [1, 2.5, 3, 4] },
				{ name: "n", datatype: "INT64", shape: [2], data: [1, -2] },
				{ name: "yes", datatype: "BOOL", shape: [2], data: [true, false] },
				{ name: "word", datatype: "BYTES", shape: [2], data: ["a", "é"] },
			],
		});
	});

	it.each(["UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP16", "FP32", "FP64"])(
		"takes the numbers that %s has, and none beyond",
		async (datatype) => {
			const float = datatype.startsWith("FP");
			const bits = BigInt(/\d+/.exec(datatype)?.[0] ?? "0");
			const most = datatype.startsWith("U") ? 2n ** bits - 1n : 2n ** (bits - 1n) - 1n;
			const beyond = { FP16: "65505", FP32: "3.5e38", FP64: "1e999" }[datatype] ?? String(most + 1n);
			const body = (data: string): string =>
				`{"inputs": [{"name": "x", "datatype": "${datatype}", "shape": [1], "data": [${data}]}]}`;
			expect((await served.infer(body(float ? "1.5" : String(most)))).code).toBe(200);
			const refused = await served.infer(body(beyond));
			expect(refused.code).toBe(400);
			expect(refused.body.error).toMatch(new RegExp(`input \`x\`: element 0: found .*, expected .* for ${datatype}`));
		},
	);

	it("takes data as flat rows or nested as the shape says", async () => {
		const nested = await served.infer({
			inputs: [
				tensor(
					"x",
					"INT32",
					[
						[[1], [2]],
						[[3], [4]],
					],
					[2, 2, 1],
				),
			],
		});
		const flat = await served.infer({ inputs: [tensor("x", "INT32", [1, 2, 3, 4], [2, 2, 1])] });
		expect(nested.code).toBe(200);
		expect(nested.body).toEqual(flat.body);
		expect(nested.body.outputs?.[0]).toMatchObject({ shape: [2, 2, 1], data: [1, 2, 3, 4] });
	});

	it("takes the rows of a table in both of pandas' forms", async () => {
		const records = await served.infer({
			dataframe_records: [
				{ age: 31, name: "Ada" },
				{ age: 45, name: "Bo" },
			],
		});
		const split = await served.infer({
			dataframe_split: {
				columns: ["age", "name"],
				index: [0, 1],
				data: [
					[31, "Ada"],
					[45, "Bo"],
				],
			},
		});
		expect(records).toEqual(split);
		expect(records.body.outputs).toEqual([
			{ name: "age", datatype: "INT64", shape: [2], data: [31, 45] },
			{ name: "name", datatype: "BYTES", shape: [2], data: ["Ada", "Bo"] },
		]);
	});

	it("gives only the outputs that are asked for, and knows no others", async () => {
		const inputs = [tensor("a", "INT8", [1]), tensor("b", "INT8", [2])];
		const one = await served.infer({ inputs, outputs: [{ name: "b" }] });
		expect(one.body.outputs).toMatchObject([{ name: "b", data: [2] }]);
		const none = await served.infer({ inputs, outputs: [{ name: "c" }] });
		expect(none).toMatchObject({ code: 400, body: { error: "outputs: found `c`, expected one of a, b" } });
	});

	it("reads binary tensors, and answers in binary when asked to", async () => {
		const numbers = Buffer.from(new Float32Array([1.5, -2]).buffer);
		const words = Buffer.from("\x03\0\0\0abc\x01\0\0\0\xff", "latin1");
		const head = JSON.stringify({
			inputs: [
				{ name: "x", datatype: "FP32", shape: [2], parameters: { binary_data_size: numbers.length } },
				{ name: "raw", datatype: "BYTES", shape: [2], parameters: { binary_data_size: words.length } },
			],
			outputs: [{ name: "raw", parameters: { binary_data: true } }, { name: "x" }],
		});
		const response = await fetch(`${served.url}/v2/models/churn/infer`, {
			method: "POST",
			headers: { "inference-header-content-length": String(head.length) },
			body: Buffer.concat([Buffer.from(head), numbers, words]),
		});
		expect(response.status).toBe(200);
		const length = Number(response.headers.get("inference-header-content-length"));
		const body = Buffer.from(await response.arrayBuffer());
		const document = JSON.parse(body.subarray(0, length).toString());
		expect(document.outputs).toEqual([
			{ name: "raw", datatype: "BYTES", shape: [2], parameters: { binary_data_size: words.length } },
			{ name: "x", datatype: "FP64", shape: [2], data: [1.5, -2] },
		]);
		expect(body.subarray(length)).toEqual(words);
	});

	it("takes a compressed body, within the limit of a plain one", async () => {
		const body = JSON.stringify({ inputs: [tensor("x", "INT8", [1])] });
		expect((await served.infer(gzipSync(body), { "content-encoding": "gzip" })).code).toBe(200);
		const bomb = gzipSync(Buffer.alloc(20 << 20, " "));
		expect((await served.infer(bomb, { "content-encoding": "gzip" })).code).toBe(413);
		expect((await served.infer(body, { "content-encoding": "br" })).code).toBe(415);
		expect((await served.infer(body, { "content-encoding": "gzip" })).code).toBe(400);
	});

	it("writes NaN and the infinite as null, which is all that JSON has for them", async () => {
		const { body } = await served.infer({ inputs: [tensor("nothing", "INT8", [1])] });
		expect(body.outputs?.[0]).toMatchObject({ datatype: "FP64", data: [null, null, 0.5] });
	});

	it("tells the caller what predict refuses, and not what predict got wrong", async () => {
		const refused = await served.infer({ inputs: [tensor("refuse", "INT8", [1])] });
		expect(refused).toEqual({ code: 400, body: { error: "age has to be positive" } });
		const failed = await served.infer({ inputs: [tensor("fail", "INT8", [1])] }, { "x-request-id": "r-7" });
		expect(failed.code).toBe(500);
		expect(failed.body.error).toBe("predict failed (KeyError); the server's log has more under r-7");
		expect(served.stderr).toContain("request r-7: predict failed");
		expect(served.stderr).toContain("a secret of the server");
		const ragged = await served.infer({ inputs: [tensor("ragged", "INT8", [1])] });
		expect(ragged.code).toBe(500);
	});

	it("passes a request's id through, and makes one where there is none or it is no id", async () => {
		const ids = async (headers: Record<string, string>): Promise<string | null> =>
			(await fetch(`${served.url}/v2`, { headers })).headers.get("x-request-id");
		expect(await ids({ "x-request-id": "trace/1" })).toBe("trace/1");
		expect(await ids({})).toMatch(/^[0-9a-f]{32}$/);
		expect(await ids({ "x-request-id": 'a" b' })).toMatch(/^[0-9a-f]{32}$/);
	});

	it("writes one line of JSON for each request, without what was in it", async () => {
		const before = served.log.length;
		const sent = { inputs: [tensor("word", "BYTES", ["confidential"])] };
		await served.infer(sent, { "x-request-id": "logged" });
		await served.get("/v2/nowhere?token=confidential");
		await expect.poll(() => served.log.length).toBe(before + 2);
		const [first, second] = served.log.slice(before);
		expect(first).toMatchObject({ id: "logged", method: "POST", path: "/v2/models/churn/infer", code: 200 });
		expect(first?.in).toBe(JSON.stringify(sent).length);
		expect(first?.seconds).toBeGreaterThan(0);
		expect(second).toMatchObject({ method: "GET", path: "/v2/nowhere", code: 404 });
		expect(JSON.stringify([first, second])).not.toContain("confidential");
	});

	it.each([
		["GET", "/v2/models/churn/infer", 405, "found GET, expected POST"],
		["DELETE", "/v2/health/live", 405, "found DELETE, expected GET, HEAD"],
		["GET", "/v2/models/other", 404, "nothing at /v2/models/other; this server has the model `churn`"],
		["GET", "/v2/models/churn/versions/v9", 404, "no version v9 of `churn` here; this is v1.2.0"],
		["GET", "/v2/models/churn/nothing", 404, "nothing at /v2/models/churn/nothing; see /v2/models/churn"],
	])("answers %s %s with %i", async (method, path, code, error) => {
		const response = await fetch(served.url + path, { method });
		expect(response.status).toBe(code);
		expect(await response.json()).toEqual({ error });
		if (code === 405) expect(response.headers.get("allow")).toBe(error.replace(/.*expected /, ""));
	});
});

describe("a model that declares what it takes", () => {
	const module = `
INPUTS = [{"name": "x", "datatype": "FP32", "shape": [-1, 2]}]
OUTPUTS = [{"name": "sum", "datatype": "FP32", "shape": [-1]}]

def load(path):
    return None

def predict(model, inputs):
    return [sum(row) for row in inputs["x"]]
`;
	let served: Served;
	beforeAll(async () => {
		served = await Served.start({ module, env: { MAINLINE_MODEL: "team/fraud:V" } });
	});
	afterAll(() => served.remove());

	const ask = async (path: string, inputs: object[]): Promise<unknown> => {
		const response = await fetch(`${served.url}${path}/infer`, {
			method: "POST",
			body: new Blob([JSON.stringify({ inputs })]),
		});
		return response.json();
	};

	it("says so in its metadata, whichever way its name is written in the path", async () => {
		for (const path of ["/v2/models/team%2Ffraud%3AV", "/v2/models/team/fraud%3AV"]) {
			const { text } = await served.get(path);
			expect(JSON.parse(text)).toMatchObject({
				name: "team/fraud:V",
				inputs: [{ name: "x", datatype: "FP32", shape: [-1, 2] }],
				outputs: [{ name: "sum", datatype: "FP32", shape: [-1] }],
			});
		}
	});

	it("answers with the output's own name and datatype", async () => {
		const answer = await ask("/v2/models/team%2Ffraud%3AV", [tensor("x", "FP32", [1, 2, 3, 4], [2, 2])]);
		expect(answer).toMatchObject({ outputs: [{ name: "sum", datatype: "FP32", shape: [2], data: [3, 7] }] });
	});

	it.each([
		[tensor("y", "FP32", [1, 2], [1, 2]), "inputs: found y, expected x"],
		[tensor("x", "FP64", [1, 2], [1, 2]), "input `x`: `datatype`: found FP64, expected FP32"],
		[tensor("x", "FP32", [1, 2, 3], [1, 3]), "input `x`: `shape`: found [1, 3], expected [-1, 2] (-1: any)"],
	])("refuses %j", async (input, error) => {
		expect(await ask("/v2/models/team%2Ffraud%3AV", [input])).toEqual({ error });
	});
});

describe("a model in a folder", () => {
	it("is named by its content as a folder is in DVC", async () => {
		const module =
			"import os\ndef load(path): return sorted(os.listdir(path))\ndef predict(model, inputs): return model\n";
		const served = await Served.start({
			module,
			model: [
				["sub/a", "1"],
				["b", "2"],
			],
		});
		const { text } = await served.get("/v2/models/churn");
		const { body } = await served.infer({ inputs: [tensor("x", "INT8", [1])] });
		await served.remove();
		const md5 = (bytes: string): string => createHash("md5").update(bytes).digest("hex");
		// the bytes of a `.dir` object in DVC's cache
		const listing = `[{"md5": "${md5("2")}", "relpath": "b"}, {"md5": "${md5("1")}", "relpath": "sub/a"}]`;
		expect(JSON.parse(text).parameters).toEqual({ content: `md5:${md5(listing)}.dir` });
		expect(body.outputs).toMatchObject([{ name: "predict", data: ["b", "sub"] }]);
	});
});
