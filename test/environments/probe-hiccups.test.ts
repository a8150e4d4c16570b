import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type ProbeResult, probe } from "../../src/environments/index.ts";
import { systemClock } from "../../src/kernel/index.ts";

let server: Server | undefined;
afterEach(() => server?.close());

interface Answer {
	readonly status?: number;
	readonly body?: unknown;
}

const MODEL = "/v2/models/churn";
const CONFIG = { parameters: { MAINLINE_VERSION: { string_value: "v1.1.0" } } };
const NAMELESS: Answer = { body: { name: "churn", versions: [] } };
const NUMBERED: Answer = { body: { versions: ["1"] } };
const READY = "it is ready, and does not tell its version";

/** A server that is ready; each path gives its answers one after the other, the last one from then on, any other path 404. */
async function serving(paths: Readonly<Record<string, readonly Answer[]>>): Promise<string> {
	const asked = new Map<string, number>();
	server = createServer(({ url = "" }, response) => {
		const answers = url === "/v2/health/ready" ? [{}] : (paths[url] ?? [{ status: 404 }]);
		const turn = asked.get(url) ?? 0;
		asked.set(url, turn + 1);
		const { status, body }: Answer = answers[Math.min(turn, answers.length - 1)] ?? {};
		response.writeHead(status ?? 200).end(JSON.stringify(body ?? {}));
	});
	await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Asked once, and once more where that was a no. */
async function askTwice(url: string, untold = true): Promise<readonly [ProbeResult, ProbeResult]> {
	const question = { url, model: "churn", version: "v1.2.0", untold, deadlineMs: 0, clock: systemClock };
	return [await probe(question), await probe(question)];
}

const HICCUPS = [503, 502, 500, 429, 401, 403];

describe("of a server that does not tell its version, an answer that means nothing", () => {
	it.each(HICCUPS)("at /v2 makes no model ready that is not: %i", async (status) => {
		const url = await serving({ [MODEL]: [NAMELESS], [`${MODEL}/ready`]: [{ status: 404 }], "/v2": [{ status }, {}] });
		const [first, second] = await askTwice(url);
		expect(first).toMatchObject({ ok: false, reached: true, reason: `/v2 answers ${status}` });
		expect(second).toMatchObject({ ok: false, reason: `${MODEL}/ready answers 404` });
	});

	it.each(HICCUPS)("at the model's own readiness is no proof that it has none: %i", async (status) => {
		const hiccup = { status, body: { error: "not yet" } };
		const url = await serving({ [MODEL]: [NAMELESS], [`${MODEL}/ready`]: [hiccup, {}] });
		const [first, second] = await askTwice(url);
		expect(first).toMatchObject({ ok: false, reached: true, reason: `${MODEL}/ready answers ${status}: not yet` });
		expect(second).toMatchObject({ ok: true, untold: true, reason: READY });
	});

	it("never makes a model ready that failed to load", async () => {
		const paths = { [MODEL]: [NAMELESS], [`${MODEL}/ready`]: [{ status: 503 }] };
		const url = await serving({ ...paths, "/v2": [{}, { status: 503 }, { status: 404 }, { status: 429 }] });
		const question = { url, model: "churn", version: "v1.2.0", untold: true, clock: systemClock };
		expect(await probe({ ...question, deadlineMs: 400 })).toMatchObject({
			ok: false,
			reason: `${MODEL}/ready answers 503`,
		});
	});

	it.each(HICCUPS)("at the model's configuration does not hide which version it names: %i", async (status) => {
		const url = await serving({
			[MODEL]: [NUMBERED],
			[`${MODEL}/ready`]: [{}],
			[`${MODEL}/config`]: [{ status }, { body: CONFIG }],
		});
		const [first, second] = await askTwice(url);
		expect(first).toMatchObject({ ok: false, reached: true, reason: `${MODEL}/config answers ${status}` });
		expect(second).toMatchObject({ ok: false, reason: "v1.1.0 answers, not v1.2.0" });
	});

	it.each(HICCUPS)("at the model's metadata does not hide which version they name: %i", async (status) => {
		const url = await serving({
			[MODEL]: [{ status }, { body: { versions: ["v1.1.0"] } }],
			[`${MODEL}/ready`]: [{}],
		});
		const [first, second] = await askTwice(url);
		expect(first).toMatchObject({ ok: false, reached: true, reason: `${MODEL} answers ${status}` });
		expect(second).toMatchObject({ ok: false, reason: "v1.1.0 answers, not v1.2.0" });
	});

	it.each([404, 405, 501])("is none that says that there is no such path: %i", async (status) => {
		const none = [{ status }];
		const url = await serving({ [MODEL]: none, [`${MODEL}/ready`]: none, "/v2": none });
		expect((await askTwice(url))[0]).toMatchObject({ ok: true, reason: READY });
	});

	it.each([400, 404, 405, 501])("is none that says that a model has no configuration: %i", async (status) => {
		const url = await serving({
			[MODEL]: [NUMBERED],
			[`${MODEL}/ready`]: [{}],
			[`${MODEL}/config`]: [{ status, body: CONFIG }],
		});
		expect((await askTwice(url))[0]).toMatchObject({ ok: true, reason: READY });
	});

	it("is none that sends on to the same path with a slash, where it is asked again", async () => {
		const paths = { [MODEL]: [NAMELESS], "/v2": [{ status: 307 }] };
		expect((await askTwice(await serving(paths)))[0]).toMatchObject({ ok: true, reason: READY });
		server?.close();
		const [first] = await askTwice(await serving({ ...paths, "/v2/": [{}] }));
		expect(first).toMatchObject({ ok: false, reason: `${MODEL}/ready answers 404` });
		server?.close();
		const [login] = await askTwice(await serving({ ...paths, "/v2/": [{ status: 302 }] }));
		expect(login).toMatchObject({ ok: false, reason: "/v2 answers 302" });
	});
});

describe("of a server that tells its version, an answer that means nothing", () => {
	it("at the path of a version that there is not makes no other version the right one", async () => {
		const other = `${MODEL}/versions/v1.2.0-is-not-this/ready`;
		const url = await serving({
			[MODEL]: [NAMELESS],
			[`${MODEL}/versions/v1.2.0/ready`]: [{}],
			[other]: [{ status: 503 }, {}],
		});
		const [first, second] = await askTwice(url, false);
		expect(first).toMatchObject({ ok: false, reached: true, reason: `${other} answers 503` });
		expect(second).toMatchObject({ ok: false, reason: `${MODEL} reports no version` });
	});

	it("at the model's configuration is told as what it is", async () => {
		const config = [{ status: 503 }, { body: { parameters: { MAINLINE_VERSION: { string_value: "1.2.0" } } } }];
		const [first, second] = await askTwice(await serving({ [MODEL]: [NUMBERED], [`${MODEL}/config`]: config }), false);
		expect(first).toMatchObject({ ok: false, reason: `${MODEL}/config answers 503` });
		expect(second).toMatchObject({ ok: true, reason: "v1.2.0 answers" });
	});
});

describe("what a server says that it serves", () => {
	it("is shown in part where it is endless, and found wherever it is in it", async () => {
		const many = Array.from({ length: 5000 }, (_, i) => `1.0.${i}-${"🙂".repeat(20)}`);
		const digest = "9".repeat(5000);
		const endless = { versions: many, parameters: { digest } };
		const url = await serving({ [MODEL]: [{ body: endless }, { body: { versions: [...many, "v1.2.0"] } }] });
		const [first, second] = await askTwice(url, false);
		expect(first.reason).toMatch(/^1\.0\.0-🙂+, .*… answers, not v1\.2\.0/u);
		expect(first.reason.length).toBeLessThan(1000);
		expect(first.serves).toHaveLength(20);
		expect(first.digest?.length).toBe(200);
		expect(second).toMatchObject({ ok: true, reason: "v1.2.0 answers" });
	});

	it("is judged by its beginning where it is longer than a tag can be", async () => {
		const version = `1.2.0-${"a".repeat(100_000)}`;
		const url = await serving({ [MODEL]: [{ body: { version } }] });
		const [first] = await askTwice(url);
		expect(first).toMatchObject({ ok: false, reason: `1.2.0-${"a".repeat(93)}… answers, not v1.2.0` });
	});
});
