import { afterAll, beforeAll, expect, it } from "vitest";
import { askGolden, readGolden } from "../../src/environments/index.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { Served, tensor } from "./rig.ts";

let served: Served;
beforeAll(async () => {
	served = await Served.start({});
});
afterAll(() => served.remove());

async function differences(golden: object | string): Promise<readonly string[]> {
	const text = typeof golden === "string" ? golden : JSON.stringify(golden);
	const requests = [readGolden(new TextEncoder().encode(text), "golden/a.json")];
	const about = {
		url: served.url,
		model: "churn",
		version: "v1.2.0",
		clock: systemClock,
		signal: new AbortController().signal,
	};
	return (await askGolden({ ...about, requests }))[0]?.differences ?? ["nothing was asked"];
}

const rows = {
	dataframe_records: [
		{ age: 31, name: "Ada" },
		{ age: 45, name: "Bo" },
	],
};
const large = '{"inputs": [{"name": "n", "shape": [1], "datatype": "INT64", "data": [9007199254740993]}]}';

it.each([
	["rows of a table", { request: rows, expect: { age: [31, 45], name: ["Ada", "Bo"] } }, []],
	["otherwise than expected", { request: rows, expect: { name: ["Ada", "Bob"] } }, ['name[1] is "Bo", expected "Bob"']],
	["whole numbers to the last digit", `{"request": ${large}, "expect": {"n": 9007199254740993}}`, []],
	[
		"a whole number that is off by one",
		`{"request": ${large}, "expect": {"n": 9007199254740992}}`,
		["n[0] is 9007199254740993, expected 9007199254740992"],
	],
	[
		"what JSON has no number for",
		{ request: { inputs: [tensor("nothing", "INT8", [1])] }, expect: { numbers: [null, null, 0.5] } },
		[],
	],
	[
		"a refusal, by the server's own word",
		{ request: { inputs: [tensor("refuse", "INT8", [1])] }, expect: { y: 1 } },
		["/v2/models/churn/infer answers 400: age has to be positive"],
	],
])("our own server is asked golden requests: %s", async (_, golden, expected) => {
	expect(await differences(golden)).toEqual(expected);
});
