import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Served, tensor } from "./rig.ts";

const INFER = "/v2/models/churn/infer";

/** A whole request as it goes over the wire; the connection ends after it. */
function request(body: string, headers: readonly string[] = [], line = `POST ${INFER} HTTP/1.1`): string {
	const all = [line, "Host: x", "Connection: close", `Content-Length: ${Buffer.byteLength(body)}`, ...headers];
	return `${all.join("\r\n")}\r\n\r\n${body}`;
}

function head(...lines: string[]): string {
	return `${lines.join("\r\n")}\r\n\r\n`;
}

describe("a body that is no inference", () => {
	let served: Served;
	beforeAll(async () => {
		served = await Served.start();
	});
	afterAll(() => served.remove());
	// whatever was sent before
	afterEach(async () => {
		expect((await served.infer({ inputs: [tensor("x", "INT8", [1])] })).code).toBe(200);
	});

	const x = (parts: object): object => ({
		inputs: [{ name: "x", datatype: "FP32", shape: [2], data: [1, 2], ...parts }],
	});

	it.each([
		["", "not JSON at line 1, column 1: Expecting value"],
		['{"inputs": [}', "not JSON at line 1, column 13: Expecting value"],
		["[1, 2]", "body: found a list of 2, expected an object with `inputs`, `dataframe_records` or `dataframe_split`"],
		[
			'{"input": []}',
			"body: found input, expected `inputs` with at least one tensor, `dataframe_records` or `dataframe_split`",
		],
		[x({ name: 7 }), "inputs[0]: `name`: found 7, expected a text"],
		[x({ datatype: "FLOAT" }), /^input `x`: `datatype`: found "FLOAT", expected one of BOOL, UINT8, /],
		[x({ shape: [3] }), "input `x`: `data`: found 2 elements, expected 3, as shape [3] says"],
		[x({ shape: [-1] }), "input `x`: `shape`: found [-1], expected at most 32 whole numbers, none below 0"],
		[x({ shape: [1.5] }), "input `x`: `shape`: found [1.5], expected at most 32 whole numbers, none below 0"],
		[
			x({ shape: [9e9, 0], data: [] }),
			"input `x`: `shape`: found [9000000000, 0], expected no 0 behind the first dimension",
		],
		[x({ shape: "2" }), 'input `x`: `shape`: found "2", expected a list'],
		[
			x({ shape: [2, 2], data: [[1, 2], [3]] }),
			"input `x`: `data`: found a list of 1 in dimension 1, expected lists of 2 there",
		],
		[x({ shape: [2, 1], data: [[1], 2] }), "input `x`: `data`: found 2 in dimension 1, expected lists of 1 there"],
		[x({ data: [1, "2"] }), 'input `x`: element 1: found "2", expected a number for FP32'],
		[x({ data: [1, null] }), "input `x`: element 1: found null, expected a number for FP32"],
		[x({ data: [1, true] }), "input `x`: element 1: found true, expected a number for FP32"],
		[x({ data: [1, { a: 1 }] }), "input `x`: element 1: found an object of 1, expected a number for FP32"],
		[x({ datatype: "INT32", data: [1, 2.5] }), "input `x`: element 1: found 2.5, expected a whole number for INT32"],
		[x({ datatype: "BOOL", data: [0, 1] }), "input `x`: element 0: found 0, expected true or false for BOOL"],
		[x({ datatype: "BYTES", data: ["a", "\ud800"] }), "input `x`: a text has half a character (a lone surrogate)"],
		[
			'{"inputs": [{"name": "x", "datatype": "FP32", "shape": [1], "data": [NaN]}]}',
			"NaN is not JSON; a tensor in binary can hold it",
		],
		[
			`{"inputs": [{"name": "x", "datatype": "INT64", "shape": [1], "data": [${"9".repeat(5000)}]}]}`,
			"not a number that any datatype holds: 99999999999999999999... (5000 digits)",
		],
		["[".repeat(100_000), "nested too deep"],
		[
			`{"inputs": ${"[".repeat(900)}${"]".repeat(900)}}`,
			"inputs[0]: found a list of 1, expected an object with name, shape, datatype and data",
		],
		[{ inputs: [tensor("x", "INT8", [1]), tensor("x", "INT8", [2])] }, "input `x` is there twice"],
		[x({ parameters: [] }), "input `x`: `parameters`: found a list of 0, expected an object"],
		[{ ...x({}), id: 7 }, "`id`: found 7, expected a text"],
		[{ ...x({}), outputs: ["y"] }, 'outputs[0]: found "y", expected an object with `name`'],
		[
			x({ parameters: { shared_memory_region: "r" }, data: undefined }),
			"input `x`: shared memory is not supported, send the data itself",
		],
		[
			x({ data: undefined, parameters: { binary_data_size: 8 } }),
			"input `x`: binary data: found 0 bytes behind the JSON part, expected 8",
		],
		[x({ data: undefined }), "input `x`: needs either `data` or the parameter `binary_data_size`"],
		[
			{ dataframe_records: [{ a: 1 }, { b: 2 }] },
			"dataframe_records: record 1: found b, expected the columns of the first: a",
		],
		[{ dataframe_records: [] }, "dataframe_records needs at least one record, an object with a value for each column"],
		[
			{ dataframe_split: { columns: ["a"], data: [[1, 2]] } },
			"dataframe_split: row 0: found a list of 2, expected a list of 1, one for each column",
		],
		[
			{ dataframe_split: { columns: ["a", "a"], data: [[1, 2]] } },
			'dataframe_split: `columns`: found ["a", "a"], expected texts, each once',
		],
	] as const)("is refused in words: %j", async (body, error) => {
		const text = typeof body === "string" ? body : JSON.stringify(body);
		const answer = await served.infer(text);
		expect(answer.code).toBe(400);
		if (typeof error === "string") expect(answer.body.error).toBe(error);
		else expect(answer.body.error).toMatch(error);
	});

	it("is refused where it is not UTF-8, or not JSON by its type", async () => {
		expect((await served.infer(Buffer.from([0x7b, 0xff]))).body.error).toBe("not UTF-8 at byte 1");
		expect(await served.infer("a=1", { "content-type": "application/x-www-form-urlencoded" })).toEqual({
			code: 415,
			body: { error: "Content-Type: found application/x-www-form-urlencoded, expected application/json" },
		});
	});

	it.each([
		[{ binary_data_size: 7 }, "7 bytes, expected 8 for 2 elements of FP32"],
		[{ binary_data_size: 9 }, "8 bytes behind the JSON part, expected 9"],
		[{ binary_data_size: -8 }, "8 bytes behind the JSON part, expected -8"],
	])("is refused where its binary part is not what %j says", async (parameters, says) => {
		const json = JSON.stringify({ inputs: [{ name: "x", datatype: "FP32", shape: [2], parameters }] });
		const answer = await served.infer(`${json}12345678`, { "inference-header-content-length": String(json.length) });
		expect(answer).toEqual({ code: 400, body: { error: `input \`x\`: binary data: found ${says}` } });
	});

	it("is refused where a text of its binary part goes beyond its end", async () => {
		const json = JSON.stringify({
			inputs: [{ name: "x", datatype: "BYTES", shape: [1], parameters: { binary_data_size: 5 } }],
		});
		const answer = await served.infer(`${json}\xff\0\0\0a`, { "inference-header-content-length": String(json.length) });
		expect(answer.code).toBe(400);
		expect(await served.infer(json, { "inference-header-content-length": "9999" })).toMatchObject({ code: 400 });
	});
});

describe("a client that keeps to no rules", () => {
	const SMALL = { SERVE_MAX_BODY: "2000", SERVE_READ_SECONDS: "0.4", SERVE_IDLE_SECONDS: "0.4" };
	const BODY = JSON.stringify({ inputs: [tensor("x", "INT8", [1])] });
	let served: Served;
	beforeAll(async () => {
		served = await Served.start({ env: SMALL });
	});
	afterAll(() => served.remove());
	afterEach(async () => {
		expect((await served.infer(BODY)).code).toBe(200);
	});

	it.each([
		["a request line of another protocol", "HELO there\r\n\r\n", 400, "not a request line of HTTP"],
		["HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\n", 505, "HTTP/2.0 is not spoken here, HTTP/1.1 is"],
		["no Host", head("GET /v2 HTTP/1.1"), 400, "the header Host is missing"],
		["two Hosts", head("GET /v2 HTTP/1.1", "Host: a", "Host: b"), 400, "the header host is there twice"],
		["a header without a colon", head("GET /v2 HTTP/1.1", "Host: a", "nonsense"), 400, "not a header of HTTP"],
		["a folded header", head("GET /v2 HTTP/1.1", "Host: a", "X: b", " c: d"), 400, "not a header of HTTP"],
		["a path that is not UTF-8", head("GET /%ff HTTP/1.1", "Host: a"), 400, "the path is not UTF-8"],
		[
			"a head without end",
			`GET /${"a".repeat(40_000)} HTTP/1.1\r\n\r\n`,
			431,
			"the request's head is longer than 32768 bytes",
		],
		[
			"two lengths",
			head(`POST ${INFER} HTTP/1.1`, "Host: a", "Content-Length: 1", "Content-Length: 2"),
			400,
			"the header content-length is there twice",
		],
		[
			"a length that is none",
			head(`POST ${INFER} HTTP/1.1`, "Host: a", "Content-Length: -1"),
			400,
			"Content-Length: found -1, expected a number of bytes",
		],
		[
			"a length beside chunks",
			head(`POST ${INFER} HTTP/1.1`, "Host: a", "Content-Length: 1", "Transfer-Encoding: chunked"),
			400,
			"found Transfer-Encoding and Content-Length, expected one of them",
		],
		[
			"an unknown coding",
			head(`POST ${INFER} HTTP/1.1`, "Host: a", "Transfer-Encoding: gzip, chunked"),
			501,
			"Transfer-Encoding: found gzip, chunked, expected chunked",
		],
		[
			"a chunk without its size",
			`${head(`POST ${INFER} HTTP/1.1`, "Host: a", "Transfer-Encoding: chunked")}zz\r\n`,
			400,
			"not a body in chunks: a chunk begins without its size",
		],
		[
			"a chunk longer than its size",
			`${head(`POST ${INFER} HTTP/1.1`, "Host: a", "Transfer-Encoding: chunked")}1\r\nabc`,
			400,
			"not a body in chunks: a chunk is longer than its size",
		],
		["a body that is too large", request("x".repeat(2001)), 413, "found a body of 2001 bytes, expected at most 2000"],
		[
			"chunks that are too large together",
			`${head(`POST ${INFER} HTTP/1.1`, "Host: a", "Transfer-Encoding: chunked")}7d0\r\n${"x".repeat(2000)}\r\n1\r\nx\r\n0\r\n\r\n`,
			413,
			"found a body of at least 2001 bytes, expected at most 2000",
		],
	] as const)("is told so: %s", async (_, bytes, code, error) => {
		const answer = await served.raw(bytes);
		expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${code} `));
		expect(answer).toContain("\r\nConnection: close\r\n");
		expect(answer.split("\r\n\r\n")[1]).toBe(JSON.stringify({ error }));
	});

	it("says in advance that it sends too much, and is spared that", async () => {
		const asks = head(`POST ${INFER} HTTP/1.1`, "Host: a", "Content-Length: 999999999999", "Expect: 100-continue");
		expect(await served.raw(asks)).toMatch(/^HTTP\/1\.1 413 /);
		const small = request(BODY, ["Expect: 100-continue"]);
		expect(await served.raw(small)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
	});

	it("goes on sending what is refused, and can read why all the same", async () => {
		const socket = connect({ port: served.port, host: "127.0.0.1" });
		let failed: Error | null = null;
		socket.on("error", (error) => {
			failed = error;
		});
		socket.pause();
		socket.write(head(`POST ${INFER} HTTP/1.1`, "Host: a", "Content-Length: 999999"));
		socket.write("x".repeat(200_000));
		await new Promise((done) => setTimeout(done, 200));
		socket.end("x".repeat(200_000));
		await new Promise((done) => setTimeout(done, 200));
		const chunks: Buffer[] = [];
		const over = new Promise((done) => socket.once("close", done));
		socket.on("data", (chunk: Buffer) => chunks.push(chunk)).resume();
		await over;
		expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 413 [\s\S]*found a body of 999999 bytes/);
		expect(failed).toBe(null);
	});

	it("sends slowly, and is not waited for", async () => {
		const began = performance.now();
		const [slowHead, slowBody] = await Promise.all([
			served.raw("GET /v2 HT", 600, "TP/1.1\r\n"),
			served.raw(request(BODY).slice(0, -5), 600),
		]);
		expect(slowHead).toMatch(/^HTTP\/1\.1 408 /);
		expect(slowBody).toMatch(/^HTTP\/1\.1 408 [\s\S]*the request did not come within 0\.4 s/);
		expect(performance.now() - began).toBeLessThan(5000);
	});

	it("says nothing, and is left without a word", async () => {
		expect(await served.raw()).toBe("");
	});

	it("ends in the middle", async () => {
		const socket = connect({ port: served.port, host: "127.0.0.1", allowHalfOpen: true });
		const answer = new Promise<string>((done) => socket.once("data", (chunk: Buffer) => done(chunk.toString())));
		socket.end(request(BODY).slice(0, -5));
		expect(await answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*the body ended too early/);
		socket.destroy();
	});

	it("sends several requests at once, and gets the answers in order", async () => {
		const keep = (body: string): string => request(body).replace("Connection: close\r\n", "");
		const first = JSON.stringify({ id: "1", inputs: [tensor("sleep", "FP32", [0.1])] });
		const second = JSON.stringify({ id: "2", inputs: [tensor("x", "INT8", [1])] });
		const answer = await served.raw(keep(first) + keep("not JSON") + request(second));
		expect(answer.match(/HTTP\/1\.1 (\d+)/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 400", "HTTP/1.1 200"]);
		expect([...answer.matchAll(/"id":"(\d)"/g)].map(([, id]) => id)).toEqual(["1", "2"]);
	});

	it("sends a body in chunks, which is fine", async () => {
		const parts = [BODY.slice(0, 10), BODY.slice(10)].map((part) => `${part.length.toString(16)};a=b\r\n${part}\r\n`);
		const start = head(`POST ${INFER} HTTP/1.1`, "Host: a", "Connection: close", "Transfer-Encoding: chunked");
		expect(await served.raw(`${start}${parts.join("")}0\r\nTrailer: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
	});

	it("speaks HTTP/1.0, or writes the whole address, which is fine", async () => {
		expect(await served.raw(head("GET /v2/health/ready HTTP/1.0"))).toMatch(/^HTTP\/1\.1 200 [\s\S]*Connection: close/);
		const whole = head("GET http://anywhere/v2/health/ready?x HTTP/1.1", "Host: a", "Connection: close");
		expect(await served.raw(whole)).toMatch(/^HTTP\/1\.1 200 /);
		const asked = await served.raw(head("HEAD /v2 HTTP/1.1", "Host: a", "Connection: close"));
		expect(asked).toMatch(/Content-Length: [1-9][\s\S]*\r\n\r\n$/);
	});
});

describe("more than a server can take", () => {
	it("is refused while others wait: 429, and it is answered again afterwards", async () => {
		const served = await Served.start({ env: { SERVE_QUEUE: "1" } });
		const slow = (): ReturnType<Served["infer"]> => served.infer({ inputs: [tensor("sleep", "FP32", [0.5])] });
		const codes = await Promise.all([slow(), slow(), slow(), slow()]).then((all) => all.map(({ code }) => code));
		expect(codes.sort((a, b) => a - b)).toEqual([200, 200, 429, 429]);
		expect((await slow()).code).toBe(200);
		await served.remove();
	});

	it("is refused where bodies on their way fill the memory: 429, until these are gone", async () => {
		const served = await Served.start({ env: { SERVE_MAX_BODY: "1000" } });
		const announce = head(`POST ${INFER} HTTP/1.1`, "Host: a", "Content-Length: 1000");
		const slow = Array.from({ length: 16 }, () => connect(served.port, "127.0.0.1").on("error", () => {}));
		for (const socket of slow) socket.write(announce);
		await expect.poll(async () => (await served.get("/metrics")).text).toMatch(/in_flight 17\n/);
		const body = { inputs: [tensor("x", "INT8", [1])] };
		expect(await served.infer(body)).toEqual({
			code: 429,
			body: { error: "other requests fill the memory; try again" },
		});
		for (const socket of slow) socket.destroy();
		await expect.poll(async () => (await served.infer(body)).code).toBe(200);
		await served.remove();
	});

	it("is refused by the connection: 503", async () => {
		const served = await Served.start({ env: { SERVE_CONNECTIONS: "2" } });
		const idle = [1, 2].map(() => connect(served.port, "127.0.0.1"));
		await Promise.all(idle.map((socket) => new Promise((done) => socket.once("connect", done))));
		expect(await served.raw()).toMatch(/^HTTP\/1\.1 503 [\s\S]*too many connections/);
		for (const socket of idle) socket.destroy();
		await expect.poll(async () => (await served.get("/v2").catch(() => null))?.code).toBe(200);
		await served.remove();
	});

	it("takes too long: 504, and what waited behind it is answered", async () => {
		const served = await Served.start({ env: { SERVE_PREDICT_SECONDS: "0.3" } });
		const late = served.infer({ inputs: [tensor("sleep", "FP32", [0.5])] });
		expect(await late).toEqual({ code: 504, body: { error: "no answer within 0.3 s" } });
		await expect.poll(async () => (await served.infer({ inputs: [tensor("x", "INT8", [1])] })).code).toBe(200);
		await served.remove();
	});
});
