import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askGolden, type GoldenRequest, readGolden } from "../../src/environments/index.ts";
import { reasonIn } from "../../src/environments/refusal.ts";
import { Failure, systemClock } from "../../src/kernel/index.ts";
import { Rig } from "./rig.ts";

const schema = new URL("../../docs/reference/golden.schema.json", import.meta.url);
const fitsSchema = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, "utf8")) as object);

const SMALL = `{
  "request": {"inputs": [{"name": "x", "shape": [1, 2], "datatype": "FP32", "data": [[0.5, 1]]}]},
  "expect": {"y": 1.5}
}`;

function read(text: string): GoldenRequest {
	return readGolden(new TextEncoder().encode(text), "golden/a.json");
}

function mistakes(text: string): string[] {
	try {
		read(text);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return [error, ...(error.details.others ?? [])].map(
			({ message, details: { at } }) => `${at?.file}:${at?.line}:${at?.column} ${message}`,
		);
	}
	return [];
}

const unbroken = { version: "v0.1.0", clock: systemClock, signal: new AbortController().signal };

describe("a golden request", () => {
	it("is a request and what its answer is to be", () => {
		expect(read(SMALL)).toEqual({
			file: "golden/a.json",
			body: '{"inputs":[{"name":"x","shape":[1,2],"datatype":"FP32","data":[[0.5,1]]}]}',
			expect: [{ name: "y", elements: [1.5], tolerance: { absolute: 0, relative: 0 } }],
			milliseconds: null,
		});
		expect(fitsSchema(JSON.parse(SMALL))).toBe(true);
	});

	it("may say how far off an answer may be, for all outputs or for one, and how long it may take", () => {
		const text = `{
			"$schema": "https://example.org/golden.schema.json",
			"request": {"dataframe_records": [{"age": 30, "id": 12345678901234567890, "ratio": 1.0}]},
			"expect": {"price": [[1, 2], [3, null]], "label": "yes"},
			"tolerance": {"relative": 0.01, "outputs": {"price": {"absolute": 5}}},
			"milliseconds": 200
		}`;
		expect(read(text)).toMatchObject({
			body: '{"dataframe_records":[{"age":30,"id":12345678901234567890,"ratio":1.0}]}',
			expect: [
				{ name: "price", elements: [1n, 2n, 3n, null], tolerance: { absolute: 5, relative: 0.01 } },
				{ name: "label", elements: ["yes"], tolerance: { absolute: 0, relative: 0.01 } },
			],
			milliseconds: 200,
		});
		expect(fitsSchema(JSON.parse(text))).toBe(true);
	});

	it.each([
		[
			"a key that it has not",
			SMALL.replace('"expect"', '"expects"'),
			["3:3 `expects` is not a key of a golden request", "1:1 a golden request needs `expect`"],
		],
		["an input without a shape", SMALL.replace('"shape": [1, 2], ', ""), ["2:26 an input needs `shape`"]],
		["a datatype that there is not", SMALL.replace("FP32", "float32"), ["2:69 expected BOOL"]],
		["fewer elements than its shape says", SMALL.replace("[1, 2]", "[1, 3]"), ['2:85 input "x" has 2 elements']],
		["no output to compare", SMALL.replace('{"y": 1.5}', "{}"), ["3:13 expected the name of at least one output"]],
		["a number that JSON has not", SMALL.replace("1.5", "NaN"), ["3:19 expected a number that JSON has"]],
		[
			"a tolerance below nothing",
			SMALL.replace("1.5}", '1.5}, "tolerance": {"absolute": -1}'),
			["3:51 expected a number from 0 on"],
		],
		[
			"a tolerance of an output that is not expected",
			SMALL.replace("1.5}", '1.5}, "tolerance": {"outputs": {"z": {}}}'),
			["3:50 `tolerance` names an output that `expect` has not"],
		],
		["a budget of no time", SMALL.replace("1.5}", '1.5}, "milliseconds": 0'), ["3:41 expected milliseconds"]],
		["no JSON", SMALL.slice(0, -1), ["3:23 the file ends in the middle of a value"]],
	])("is refused with its place where it has %s", (_, text, said) => {
		const found = mistakes(text);
		expect(found).toHaveLength(said.length);
		for (const [i, each] of said.entries()) expect(found[i]).toContain(`golden/a.json:${each}`);
		let document: unknown = null;
		try {
			document = JSON.parse(text);
		} catch {}
		// what only arithmetic can tell, the schema cannot
		if (!/fewer elements|not expected/.test(_)) expect(fitsSchema(document)).toBe(false);
	});
});

describe("asking a model what its answers are known to be", () => {
	let rig: Rig;
	beforeAll(async () => {
		rig = await Rig.make();
		await rig.target.deploy(await rig.image("v0.1.0", { quality: 2, thinks: 0.05 }));
	});
	afterAll(() => rig.end());

	/** One request with x = 1 and 2, which is answered with y = 6. */
	async function asked(rest: string, inputs = "[1, 2]"): Promise<readonly string[]> {
		const text = `{"request": {"inputs": [{"name": "x", "shape": [2], "datatype": "FP64", "data": ${inputs}}]}, ${rest}}`;
		const requests = [read(text)];
		const [answer] = await askGolden({ url: rig.target.url, model: "churn", requests, ...unbroken });
		expect(answer?.ok).toBe(answer?.differences.length === 0);
		return answer?.differences ?? ["nothing was asked"];
	}

	it.each([
		["exactly as expected", '"expect": {"y": 6}', []],
		["as another type of number", '"expect": {"y": [6.0]}', []],
		["otherwise", '"expect": {"y": [7]}', ["y[0] is 6, expected 7"]],
		["as far off as it may be", '"expect": {"y": [5.5]}, "tolerance": {"absolute": 0.5}', []],
		["in another type", '"expect": {"y": ["6"]}', ['y[0] is 6, expected "6"']],
		["as far off as a share of it", '"expect": {"y": [5]}, "tolerance": {"relative": 0.2}', []],
		[
			"farther off",
			'"expect": {"y": [5]}, "tolerance": {"relative": 0.1, "absolute": 0.1}',
			["y[0] is 6, expected 5, off by 1 of 0.6"],
		],
		["in another shape", '"expect": {"y": [6, 6]}', ["y has 1 elements, 2 are expected"]],
		["without an output", '"expect": {"z": [6]}', ["the answer has no output z: its outputs are y"]],
		["in time", '"expect": {"y": 6}, "milliseconds": 5000', []],
	])("tells whether it answers %s", async (_, rest, differences) => {
		expect(await asked(rest)).toEqual(differences);
	});

	it("says how long an answer took that was to be faster, and what the server refuses", async () => {
		expect(await asked('"expect": {"y": 6}, "milliseconds": 40')).toEqual([
			expect.stringMatching(/^the answer took \d+ ms, 40 ms are allowed$/),
		]);
		const requests = [read('{"request": {"dataframe_records": [{}]}, "expect": {"y": 6}}')];
		const [refused] = await askGolden({ url: rig.target.url, model: "churn", requests, ...unbroken });
		expect(refused?.differences).toEqual(["/v2/models/churn/infer answers 400: this is not asked of me"]);
		const [gone] = await askGolden({ url: "http://127.0.0.1:1", model: "churn", requests, ...unbroken });
		expect(gone).toMatchObject({ ok: false, differences: ["connection refused"], milliseconds: null });
	});

	it("stops asking when it is told to", async () => {
		const stop = new AbortController();
		const requests = [
			read(
				'{"request": {"inputs": [{"name": "x", "shape": [1], "datatype": "FP64", "data": [1]}]}, "expect": {"y": 2}}',
			),
		];
		const asking = askGolden({
			url: rig.target.url,
			model: "churn",
			requests,
			...unbroken,
			signal: stop.signal,
		});
		stop.abort();
		await expect(asking).rejects.toMatchObject({ code: "interrupted" });
	});

	it("holds only the best of three against the time that is allowed", async () => {
		let asked = 0;
		const url = await answering((response) => {
			asked++;
			const answer = JSON.stringify({ outputs: [{ name: "y", data: [6] }] });
			setTimeout(() => response.end(answer), asked < 3 ? 400 : 0);
		});
		const request = `{"request": {"dataframe_records": [{}]}, "expect": {"y": 6}, "milliseconds": 300}`;
		const [answer] = await askGolden({ url, model: "churn", requests: [read(request)], ...unbroken });
		expect([asked, answer?.differences]).toEqual([3, []]);
	});

	/** What is wrong with a server's answer, as text, where two numbers are expected to be null. */
	async function wrongWith(
		answer: string,
		status = 200,
		expected = '{"y": [null, null]}',
	): Promise<readonly string[] | undefined> {
		const url = await answering((response) => response.writeHead(status).end(answer));
		const requests = [
			read(`{"request": {"dataframe_records": [{}]}, "expect": ${expected}, "tolerance": {"relative": 0.1}}`),
		];
		return (await askGolden({ url, model: "churn", requests, ...unbroken }))[0]?.differences;
	}

	it.each(["NaN, null", "Infinity, -Infinity"])(
		"takes numbers that JSON has not for null, also where a server writes them: %s",
		async (data) => {
			expect(await wrongWith(`{"outputs": [{"name": "y", "data": [${data}]}]}`)).toEqual([]);
			expect(await wrongWith(`{"outputs": [{"name": "y", "data": [NaN, 1]}]}`)).toEqual(["y[1] is 1, expected null"]);
			expect(await wrongWith(`{"outputs": [{"name": "y", "data": [${data}]}]}`, 200, '{"y": [1, 1]}')).toEqual(
				data.split(", ").map((each, at) => `y[${at}] is ${each}, expected 1`),
			);
		},
	);

	it.each([
		["v0.1.0", []],
		["0.1.0", []],
		["1", []],
		["v0.0.9", ["v0.0.9 answers, not v0.1.0"]],
	])("believes an answer only of the version that is asked: %s", async (version, differences) => {
		const answer = { model_version: version, outputs: [{ name: "y", data: [null, null] }] };
		expect(await wrongWith(JSON.stringify(answer))).toEqual(differences);
	});

	it("shows no more of what a server names than is read", async () => {
		const outputs = [{ name: "y", data: [null, null] }];
		const version = `1.0.0-${"a".repeat(1 << 20)}`;
		expect(await wrongWith(JSON.stringify({ model_version: version, outputs }))).toEqual([
			`${version.slice(0, 59)}… answers, not v0.1.0`,
		]);
		const named = Array.from({ length: 3000 }, (_, i) => ({ name: `🙂${i}`.repeat(100), data: [] }));
		const [other] = (await wrongWith(JSON.stringify({ outputs: named }))) ?? [];
		expect(other).toMatch(/^the answer has no output y: its outputs are 🙂0🙂0/u);
		expect(other?.length).toBeLessThan(1000);
		const text = await wrongWith(JSON.stringify({ outputs: [{ name: "y", data: ["a🙂".repeat(100), null] }] }));
		expect(text).toEqual([`y[0] is "${"a🙂".repeat(29)}…, expected null`]);
	});

	it.each([
		["in one line", { error: "no\n  such column" }, "no such column"],
		["shortened", { error: "x".repeat(500) }, `${"x".repeat(399)}…`],
		[
			"with the fields that pydantic names",
			{ detail: [{ type: "missing", loc: ["body", "Request", "inputs"], msg: "Field required" }] },
			"inputs: Field required",
		],
		["shortened by characters", { error: "🙂".repeat(500) }, `${"🙂".repeat(399)}…`],
		[
			"shortened by characters behind many blanks",
			{ error: `no${" ".repeat(3800)}${"🙂".repeat(300)}` },
			`no ${"🙂".repeat(197)}…`,
		],
		["as long as it may be", { error: "🙂".repeat(400) }, "🙂".repeat(400)],
		[
			"with the first twenty fields",
			{ detail: Array.from({ length: 50 }, (_, i) => ({ msg: `no ${i}` })) },
			Array.from({ length: 20 }, (_, i) => `no ${i}`).join(": "),
		],
		["in a word of FastAPI's", { error: "bad", detail: "Not Found" }, "bad: Not Found"],
	])("says why a server refuses: %s", async (_, answer, reason) => {
		expect(await wrongWith(JSON.stringify(answer), 422)).toEqual([`/v2/models/churn/infer answers 422: ${reason}`]);
	});

	it("does without a reason where a server gives none that it can read", async () => {
		for (const answer of [
			"<html>",
			"{}",
			'["error"]',
			'{"error": 1, "detail": [{}]}',
			'{"__proto__": {"error": "no"}}',
		]) {
			expect(await wrongWith(answer, 500)).toEqual(["/v2/models/churn/infer answers 500"]);
		}
	});

	it.each([
		["a list", (many: string) => `[${many}]`],
		["a list for the fields", (many: string) => `{"detail": [${many}]}`],
		["a list for a field", (many: string) => `{"detail": [[${many}]]}`],
	])("spends no time on an answer of megabytes that gives no reason: %s", (_, make) => {
		const body = make(`0${",0".repeat(1 << 20)}`);
		const took = (act: () => unknown): number => {
			const start = performance.now();
			act();
			return performance.now() - start;
		};
		const reading = took(() => JSON.parse(body));
		expect(took(() => reasonIn(body))).toBeLessThan(5 * reading + 100);
	});

	const servers: Server[] = [];
	afterEach(() => {
		for (const server of servers.splice(0)) server.close();
	});

	async function answering(answer: (response: ServerResponse) => void): Promise<string> {
		const server = createServer((_, response) => answer(response)).listen(0, "127.0.0.1");
		servers.push(server);
		await once(server, "listening");
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}
});
