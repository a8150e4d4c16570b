import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import {
	claimsIn,
	type IdentityPolicy,
	idToken,
	misfitOf,
	readTrustedRoot,
	servicesIn,
} from "../../src/release/index.ts";
import { hastyClock } from "./support/images.ts";

const hasty = { clock: hastyClock() };
const NAME = "https://github.com/acme/churn/.github/workflows/release.yml@refs/heads/main";
const SHARED = "https://github.com/acme/shared/.github/workflows/release.yml@refs/tags/v1";
const ISSUER = "https://token.actions.githubusercontent.com";
const FOUND = {
	name: NAME,
	issuer: ISSUER,
	repository: "https://github.com/acme/churn",
	ref: "refs/heads/main",
	runner: "github-hosted",
};

const policy = (more: Partial<IdentityPolicy> = {}): IdentityPolicy => ({
	identities: [NAME],
	issuer: ISSUER,
	source: null,
	runner: null,
	...more,
});

describe("an identity", () => {
	it("fits where certificate and policy name the same workflow, run for its own repository and branch", () => {
		expect(misfitOf(policy(), FOUND)).toBeNull();
		expect(misfitOf(policy({ identities: ["ada@example.org", NAME] }), FOUND)).toBeNull();
		expect(misfitOf(policy({ runner: "github-hosted" }), FOUND)).toBeNull();
	});

	it("is taken by the letter: nothing that begins, ends or looks like it fits", () => {
		for (const name of [`${NAME}2`, `x${NAME}`, NAME.toUpperCase(), NAME.replace(".yml", "xyml"), ""]) {
			expect(misfitOf(policy(), { ...FOUND, name })).toEqual({ found: name, expected: NAME });
		}
		expect(misfitOf(policy({ identities: [".*"] }), FOUND)).not.toBeNull();
	});

	it.each([
		["issuer", { issuer: "https://evil.example" }, "by word of https://evil.example"],
		["issuer", { issuer: null }, "by word of nobody"],
		["repository", { repository: "https://github.com/evil/churn" }, "run for https://github.com/evil/churn"],
		["ref", { ref: "refs/pull/7/merge" }, "at refs/pull/7/merge"],
		["source", { repository: null, ref: null }, "run for no repository at no ref"],
	])("does not fit with another %s: %o", (_, more, words) => {
		expect(misfitOf(policy(), { ...FOUND, ...more })?.found).toContain(words);
	});

	it("of a shared workflow needs to be told whom it may run for", () => {
		const shared = { ...FOUND, name: SHARED };
		expect(misfitOf(policy({ identities: [SHARED] }), shared)).not.toBeNull();
		const source = { repository: FOUND.repository, ref: FOUND.ref };
		expect(misfitOf(policy({ identities: [SHARED], source }), shared)).toBeNull();
		expect(misfitOf(policy({ identities: [SHARED], source }), { ...shared, ref: "refs/heads/x" })).not.toBeNull();
	});

	it("of a workflow that is called at a commit needs to be told, too", () => {
		const name = `https://github.com/acme/shared/.github/workflows/release.yml@${"0".repeat(40)}`;
		const called = { ...FOUND, name };
		expect(misfitOf(policy({ identities: [name] }), called)).not.toBeNull();
		const source = { repository: FOUND.repository, ref: FOUND.ref };
		expect(misfitOf(policy({ identities: [name], source }), called)).toBeNull();
	});

	it("that is none of a workflow ran for nothing", () => {
		const person = {
			name: "ada@example.org",
			issuer: "https://accounts.example",
			repository: null,
			ref: null,
			runner: null,
		};
		expect(misfitOf(policy({ identities: [person.name], issuer: person.issuer }), person)).toBeNull();
	});

	it("on a runner that nobody asked for, or that is not named, does not fit where one is", () => {
		for (const runner of ["self-hosted", null]) {
			expect(misfitOf(policy({ runner: "github-hosted" }), { ...FOUND, runner })?.expected).toContain("github-hosted");
		}
	});
});

describe("a job's token", () => {
	async function answering<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
		const server = createServer(listener).listen(0, "127.0.0.1");
		await once(server, "listening");
		try {
			return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/token?api-version=2.0`);
		} finally {
			server.closeAllConnections();
			server.close();
		}
	}

	it("is asked for sigstore, with what the runner gave", async () => {
		const asked: unknown[] = [];
		const token = await answering(
			({ url, headers }, response) => {
				asked.push([url, headers.authorization]);
				response.end('{"value": "a.b.c"}');
			},
			(url) => idToken({ kind: "runner", url, bearer: "secret" }, hasty),
		);
		expect([token, asked]).toEqual(["a.b.c", [["/token?api-version=2.0&audience=sigstore", "Bearer secret"]]]);
		expect(await idToken({ kind: "given", token: "x.y.z" }, hasty)).toBe("x.y.z");
	});

	it("is asked for again where the runner stumbles", async () => {
		let times = 0;
		const token = await answering(
			(_, response) => (++times < 3 ? response.writeHead(503).end() : response.end('{"value": "a.b.c"}')),
			(url) => idToken({ kind: "runner", url, bearer: "secret" }, hasty),
		);
		expect([token, times]).toEqual(["a.b.c", 3]);
	});

	it.each([
		["refuses", 403, "{}", "answered 403"],
		["says something else", 200, "<html>", "answered 200"],
		["gives nothing", 200, '{"value": null}', "answered 200"],
	])("is missed where the runner %s, without a word of its password", async (_, status, body, words) => {
		const failure = await answering(
			(_, response) => response.writeHead(status).end(body),
			(url) => idToken({ kind: "runner", url, bearer: "secret" }, hasty).catch((caught: Error) => caught),
		);
		expect(failure).toMatchObject({
			kind: "infrastructure",
			code: "id-token",
			message: expect.stringContaining(words),
		});
		expect(JSON.stringify(failure)).not.toContain("secret");
		expect(
			await idToken({ kind: "runner", url: "http://127.0.0.1:9/", bearer: "secret" }, hasty).catch((f) => f.code),
		).toBe("id-token");
	});

	it("says of which workflow it is; another's says so", () => {
		const jwt = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.s`;
		const claims = { iss: ISSUER, job_workflow_ref: "a/b/c.yml@r", repository: "a/b", ref: "r", runner_environment: 1 };
		expect(claimsIn(jwt(claims))).toEqual({
			workflow: "a/b/c.yml@r",
			issuer: ISSUER,
			repository: "a/b",
			ref: "r",
			runner: null,
			visibility: null,
		});
		expect(claimsIn(jwt({ iss: "x" }))).toMatchObject({ workflow: null, issuer: "x", repository: null });
		for (const none of ["", "a.b.c", `h.${Buffer.from("7").toString("base64url")}.s`])
			expect(claimsIn(none)).toBeNull();
	});
});

describe("what sigstore says of itself", () => {
	const service = (url: string, majorApiVersion: number, start: string, end?: string) => ({
		url,
		majorApiVersion,
		validFor: { start, ...(end === undefined ? {} : { end }) },
		operator: "sigstore.dev",
	});
	const config = (more: object) =>
		JSON.stringify({
			mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
			caUrls: [service("https://fulcio.example/", 1, "2022-01-01T00:00:00Z")],
			...more,
		});
	const now = new Date("2026-01-01T00:00:00Z");

	it("names who signs: of what is valid now and known to us, the newest", () => {
		const rekorTlogUrls = [
			service("https://log-next.example", 2, "2027-01-01T00:00:00Z"),
			service("https://log3.example", 3, "2025-06-01T00:00:00Z"),
			service("https://log2025.example", 2, "2025-01-01T00:00:00Z"),
			service("https://log-over.example", 2, "2025-03-01T00:00:00Z", "2025-12-01T00:00:00Z"),
			service("https://log2024.example", 2, "2024-01-01T00:00:00Z"),
			service("https://rekor.example", 1, "2025-10-01T00:00:00Z"),
		];
		const tsaUrls = [service("https://time.example/api/v1/timestamp", 1, "2025-01-01T00:00:00Z")];
		expect(servicesIn(config({ rekorTlogUrls, tsaUrls }), now)).toEqual({
			fulcio: "https://fulcio.example",
			timestamps: ["https://time.example/api/v1/timestamp"],
			logs: [{ url: "https://log2025.example", version: 2 }],
		});
		expect(servicesIn(config({ rekorTlogUrls: rekorTlogUrls.slice(-1) }), now)).toMatchObject({
			logs: [{ url: "https://rekor.example", version: 1 }],
		});
	});

	it("is of no use where nobody witnesses anything", () => {
		expect(() => servicesIn(config({}), now)).toThrow(/no service that this version can use/);
	});

	it.each(["", "{}", "[]", '{"certificateAuthorities": [{}]}', '{"tlogs": [{}]}\n{"tlogs": []}', "null"])(
		"is no trusted root: %s",
		(text) => {
			expect(() => readTrustedRoot(Buffer.from(text), { file: "sigstore.json" })).toThrow(
				expect.objectContaining({
					kind: "input",
					code: "sigstore-root",
					message: expect.stringContaining("sigstore.json"),
				}),
			);
		},
	);
});
