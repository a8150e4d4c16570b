import { rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../environments/rig.ts";
import { Served, type ServeOptions, tensor } from "./rig.ts";

const started: Served[] = [];

async function start(options: ServeOptions = {}): Promise<Served> {
	const served = await Served.start(options);
	started.push(served);
	return served;
}

afterEach(async () => {
	for (const served of started.splice(0)) await served.remove();
});

const code = (served: Served, path: string): Promise<number | null> =>
	served.get(path).then(
		(answer) => answer.code,
		() => null,
	);

const sleep = (seconds: number): object => ({ inputs: [tensor("sleep", "FP32", [seconds])] });

describe("a server that begins", () => {
	it("is alive at once and ready when the model is loaded", async () => {
		const env = { PORT: String(await freePort()) };
		const served = await start({ hasty: true, env, model: { slow: 3 } });
		await expect.poll(() => code(served, "/v2/health/live"), { interval: 20 }).toBe(200);
		expect(await code(served, "/v2/health/ready")).toBe(503);
		expect(await code(served, "/v2/models/churn/ready")).toBe(503);
		expect(await served.infer(sleep(0))).toEqual({ code: 503, body: { error: "the model is still being loaded" } });
		await expect.poll(() => code(served, "/v2/health/ready"), { timeout: 20_000 }).toBe(200);
		expect((await served.infer(sleep(0))).code).toBe(200);
		for (const _ of "again") await code(served, "/v2/health/ready");
		const logged = (path: string) => served.log.filter((line) => line.path === path).map((line) => line.code);
		expect(logged("/v2/health/ready"), "as often as it is another").toEqual([503, 200]);
		expect(logged("/v2/models/churn/infer")).toEqual([503, 200]);
	});

	it.each([
		["no load", "def predict(model, inputs): return 1\n", {}, 2, "has no function `load`"],
		[
			"an async predict",
			"def load(path): pass\nasync def predict(model, inputs): pass\n",
			{},
			2,
			"has no function `predict` (a plain one",
		],
		[
			"a model that does not load",
			"def load(path): raise KeyError('weights')\ndef predict(m, i): pass\n",
			{},
			1,
			"KeyError: 'weights'",
		],
		[
			"a limit that is none",
			undefined,
			{ SERVE_QUEUE: "many" },
			2,
			"SERVE_QUEUE: found 'many', expected a whole number of at least 1",
		],
		["a port that is none", undefined, { PORT: "99999" }, 2, "cannot listen on 127.0.0.1:99999"],
		[
			"a bad declaration",
			"INPUTS = [{}]\ndef load(path): pass\ndef predict(m, i): pass\n",
			{},
			2,
			"INPUTS: found {}, expected",
		],
	] as const)("ends with a word about %s", async (_, module, env, exit, says) => {
		const served = await start({ hasty: true, env, ...(module === undefined ? {} : { module }) });
		expect(await served.exit()).toBe(exit);
		expect(served.stderr).toContain(says);
	});
});

describe("a server that is to end", () => {
	it("takes nothing new, finishes what is under way, and ends well", async () => {
		const served = await start();
		const idle = connect(served.port, "127.0.0.1");
		const closed = new Promise((done) => idle.once("close", done).resume());
		let isAnswered = false;
		const underway = served.infer(sleep(1)).finally(() => {
			isAnswered = true;
		});
		await expect.poll(async () => (await served.get("/metrics")).text).toMatch(/in_flight 2\n/);
		const stopped = served.stop();
		await closed;
		expect(isAnswered).toBe(false);
		await expect.poll(() => code(served, "/v2/health/live")).toBe(null);
		expect((await underway).code).toBe(200);
		expect(await stopped).toBe(0);
	});

	it("is no longer ready before it stops accepting, where balancers need time to see it", async () => {
		const served = await start({ env: { SERVE_STOP_DELAY: "0.5" } });
		const stopped = served.stop();
		await expect.poll(() => code(served, "/v2/health/ready")).toBe(503);
		expect((await served.infer(sleep(0))).code).toBe(503);
		expect(await code(served, "/v2/health/live")).toBe(200);
		expect(await stopped).toBe(0);
	});

	it("does not wait longer than it may", async () => {
		const served = await start({ env: { SERVE_STOP_SECONDS: "0.2" } });
		const lost = served.infer(sleep(30)).catch(() => null);
		await expect.poll(async () => (await served.get("/metrics")).text).toMatch(/in_flight 2\n/);
		const asked = performance.now();
		expect(await served.stop("SIGINT")).toBe(1);
		expect(performance.now() - asked).toBeLessThan(5000);
		expect(await lost).toBe(null);
		expect(served.stderr).toContain("ended, with 1 requests unanswered");
	});
});

describe("a server that batches", () => {
	const module = `
def load(path):
    return []

def predict(model, inputs):
    values = inputs["x"]
    if any(value < 0 for value in values):
        raise ValueError("below zero")
    return {"x": values, "together": [len(values)] * len(values)}
`;
	const ask = (served: Served, values: number[]): ReturnType<Served["infer"]> =>
		served.infer({ inputs: [tensor("x", "INT64", values)] });
	const env = { SERVE_BATCH: "4", SERVE_BATCH_SECONDS: "0.3" };

	it("gives requests that fit together to predict as one, and each its own rows back", async () => {
		const served = await start({ module, env });
		const answers = await Promise.all([ask(served, [1]), ask(served, [2, 3]), ask(served, []), ask(served, [4])]);
		const outputs = answers.map(({ body }) => body.outputs?.map(({ data }) => data));
		expect(outputs).toEqual([
			[[1], [4]],
			[
				[2, 3],
				[4, 4],
			],
			[[], []],
			[[4], [4]],
		]);
	});

	it("does not let the others suffer for one that is refused", async () => {
		const served = await start({ module, env });
		const answers = await Promise.all([ask(served, [1]), ask(served, [-1]), ask(served, [2]), served.infer("no")]);
		expect(answers.map((answer) => answer.code)).toEqual([200, 400, 200, 400]);
	});

	it("keeps apart what does not fit together", async () => {
		const served = await start({ module, env });
		const floats = served.infer({ inputs: [tensor("x", "FP32", [0.5])] });
		const [whole, broken] = await Promise.all([ask(served, [1]), floats]);
		expect(whole.body.outputs?.[0]).toMatchObject({ datatype: "INT64", data: [1] });
		expect(broken.body.outputs?.[0]).toMatchObject({ datatype: "FP64", data: [0.5] });
	});

	it("asks one at a time where predict does not give a row for each row", async () => {
		const served = await start({ module: "def load(path): pass\ndef predict(model, inputs): return [7]\n", env });
		const answers = await Promise.all([ask(served, [1]), ask(served, [2])]);
		// one at a time each is right
		expect(answers.map((answer) => answer.code)).toEqual([200, 200]);
	});
});

describe("the metrics", () => {
	const module = `
BUCKETS = {"score": [0.5]}

def load(path):
    return None

def predict(model, inputs):
    return {"score": inputs["x"], "label": inputs["word"]}
`;
	const ask = (served: Served, x: unknown[], word: string[]): ReturnType<Served["infer"]> =>
		served.infer({ inputs: [tensor("x", "FP64", x), tensor("word", "BYTES", word)] });

	it("count requests, faults and predictions, and name the model", async () => {
		const served = await start({ module, env: { MAINLINE_MODEL: 'a"b\\c' } });
		const url = `${served.url}/v2/models/a%22b%5Cc/infer`;
		const inputs = [tensor("x", "FP64", [0.25, 0.75, 2]), tensor("word", "BYTES", ["yes", "no", 'a"\n'])];
		await fetch(url, { method: "POST", body: new Blob([JSON.stringify({ inputs })]) });
		await fetch(url, { method: "POST", body: new Blob(["{"]) });
		const { text } = await served.get("/metrics");
		for (const line of [
			/^mainline_model_info\{model="a\\"b\\\\c",version="v1\.2\.0",digest="",content="md5:[0-9a-f]{32}"\} 1$/m,
			/^mainline_requests_total\{endpoint="infer",code="200"\} 1$/m,
			/^mainline_requests_total\{endpoint="infer",code="400"\} 1$/m,
			/^mainline_errors_total\{endpoint="infer",fault="client"\} 1$/m,
			/^mainline_request_duration_seconds_count\{endpoint="infer"\} 2$/m,
			/^mainline_predict_duration_seconds_count 1$/m,
			/^mainline_prediction_bucket\{output="score",le="0\.5"\} 1$/m,
			/^mainline_prediction_bucket\{output="score",le="\+Inf"\} 3$/m,
			/^mainline_prediction_sum\{output="score"\} 3\.0$/m,
			/^mainline_prediction_labels_total\{output="label",label="yes"\} 1$/m,
			/^mainline_prediction_labels_total\{output="label",label="a\\"\\n"\} 1$/m,
			/^mainline_requests_in_flight 1$/m,
		])
			expect(text).toMatch(line);
	});

	it("stay small, whatever is predicted and asked for", async () => {
		const served = await start({ module });
		const words = Array.from({ length: 200 }, (_, index) => `word ${index}`);
		await ask(served, words.map(Number.prototype.valueOf.bind(1)), words);
		await ask(served, [1], ["x".repeat(65)]);
		for (let index = 0; index < 20; index++) await served.get(`/v2/${index}`);
		const { text } = await served.get("/metrics");
		expect(text.match(/^mainline_prediction_labels_total\{/gm)?.length).toBeLessThanOrEqual(51);
		expect(text).toMatch(/^mainline_prediction_labels_total\{output="label",label="other"\} 151$/m);
		expect(text).toMatch(/^mainline_requests_total\{endpoint="other",code="404"\} 20$/m);
	});

	it("tell predictions that are no numbers", async () => {
		const served = await start();
		await served.infer({ inputs: [tensor("nothing", "INT8", [1])] });
		const { text } = await served.get("/metrics");
		expect(text).toMatch(/^mainline_prediction_nonfinite_total\{output="numbers"\} 2$/m);
		expect(text).toMatch(/^mainline_prediction_count\{output="numbers"\} 1$/m);
	});
});

describe("the template", () => {
	it("writes no log when told so, and needs the file no more once the model is loaded", async () => {
		const served = await start({ env: { SERVE_LOG: "off" } });
		rmSync(join(served.dir, "model.json"));
		writeFileSync(join(served.dir, "model.json"), "changed");
		expect((await served.infer(sleep(0))).code).toBe(200);
		expect(served.log).toEqual([]);
	});
});
