import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAULTS } from "./fault-proxy.ts";
import { contents, RemoteProject, type RemoteServer, remoteSuite } from "./remote-suite.ts";
import { type Nginx, PASSWORD, startNginx, USER } from "./servers/nginx.ts";

const LOGIN = { auth: "basic", user: USER, password: PASSWORD };

/** nginx, which takes PUT; a place is a folder of its own behind a password. */
async function startHttp(): Promise<RemoteServer> {
	const nginx = await startNginx();
	let places = 0;
	return {
		host: `127.0.0.1:${nginx.port}`,
		place: async () => ({
			url: `http://127.0.0.1:${nginx.port}/locked/p${++places}`,
			options: { ...LOGIN, method: "PUT" },
		}),
		through: ({ url, options }, host) => ({ url: url.replace(/127[^/]*/, host), options }),
		stop: () => nginx.stop(),
	};
}

remoteSuite("HTTP by nginx", startHttp, { runs: false, faults: FAULTS });

describe("an http remote", () => {
	let nginx: Nginx;
	beforeAll(async () => {
		nginx = await startNginx();
	});
	afterAll(() => nginx?.stop());

	const at = (path: string, options: Record<string, string> = {}) => ({
		url: `http://127.0.0.1:${nginx.port}${path}`,
		options,
	});
	const secure = (path: string, options: Record<string, string> = {}) => ({
		url: `https://127.0.0.1:${nginx.tlsPort}${path}`,
		options,
	});

	async function projectAt(place: { url: string; options: Record<string, string> }): Promise<RemoteProject> {
		const project = await RemoteProject.make(place);
		writeFileSync(join(project.root, "single"), randomBytes(1000));
		await project.dvc("add", "-q", "single");
		return project;
	}

	it("takes POST as dvc sends it, when nothing else is said", async () => {
		const project = await projectAt(at("/post/by-post"));
		expect(await project.push()).toMatchObject({ answer: "yes", document: { transferred: 1 } });
		const made = contents(project.root, "single");
		project.forget("single");
		await project.dvc("pull", "-q");
		expect(contents(project.root, "single")).toEqual(made);
	});

	it("says of a wrong password that it is wrong, once, and never shows it", async () => {
		const project = await projectAt(at("/locked/wrong", { ...LOGIN, password: "hunter2", method: "PUT" }));
		const before = nginx.requests().length;
		const failure = await project.push().catch((cause: unknown) => cause);
		expect(failure).toMatchObject({ code: "remote-credentials", details: { found: "401 Unauthorized" } });
		expect(JSON.stringify(failure)).not.toContain("hunter2");
		expect(nginx.requests().length - before).toBeLessThanOrEqual(2);
		await expect(project.pull({ force: true })).resolves.toBeDefined();
	});

	it("says of a server that takes no uploads what to set", async () => {
		const project = await projectAt(at("/open/by-post"));
		await expect(project.push()).rejects.toMatchObject({
			code: "remote-denied",
			details: { found: "404 Not Found", hint: expect.stringContaining("method PUT") },
		});
	});

	it("believes over TLS only whom it may: an unknown authority no, that of ssl_verify yes, anyone when told so", async () => {
		const project = await projectAt(secure("/open/tls", { method: "PUT" }));
		await expect(project.push()).rejects.toMatchObject({
			code: "remote-certificate",
			details: { hint: expect.stringContaining("ssl_verify") },
		});
		await project.attach(secure("/open/tls", { method: "PUT", ssl_verify: nginx.authority }));
		expect(await project.push()).toMatchObject({ document: { transferred: 1 } });
		await project.dvc("status", "-c");
		await project.attach(secure("/open/tls2", { method: "PUT", ssl_verify: "false" }));
		expect(await project.push()).toMatchObject({ document: { transferred: 1 } });
	});

	it("follows a redirect of a whole remote, both ways", async () => {
		const project = await projectAt(at("/open/target", { method: "PUT" }));
		await project.push();
		const made = contents(project.root, "single");
		project.forget("single");
		await project.attach(at("/moved/target"));
		expect(await project.pull()).toMatchObject({ answer: "yes" });
		expect(contents(project.root, "single")).toEqual(made);
	});

	it("sends a big body nowhere when the password is wrong", async () => {
		const project = await projectAt(at("/locked/big", { ...LOGIN, password: "no", method: "PUT" }));
		writeFileSync(join(project.root, "big"), randomBytes(30 * 1024 * 1024));
		await project.dvc("add", "-q", "big");
		await expect(project.push({ targets: ["big"] })).rejects.toMatchObject({ code: "remote-credentials" });
	});

	it("goes on after the server was stopped in the middle", async () => {
		const project = await projectAt(at("/open/stopped", { method: "PUT" }));
		for (let index = 0; index < 40; index++) writeFileSync(join(project.root, `f${index}`), randomBytes(300_000));
		const files = readdirSync(project.root).filter((name) => /^f\d+$/.test(name));
		await project.dvc("add", "-q", ...files);
		const pushing = project.push({ jobs: 2 }).catch((cause: unknown) => cause);
		while (nginx.requests().filter((line) => line.startsWith("PUT /open/stopped")).length < 10)
			await new Promise((resolve) => setTimeout(resolve, 5));
		await nginx.stop();
		const broken = await pushing;
		expect(broken).toMatchObject({ code: "remote-unreachable" });
		await nginx.start();
		const { document } = await project.push();
		expect(document.failed).toEqual([]);
		expect(document.transferred).toBeLessThan(41);
		mkdirSync(join(nginx.folder, "open/stopped"), { recursive: true });
		expect(await project.dvc("status", "-c")).toContain("in sync");
		for (const file of readdirSync(join(nginx.folder, "open/stopped/files/md5"), {
			recursive: true,
			encoding: "utf8",
		})) {
			expect(file).not.toContain("tmp");
		}
		expect(readFileSync(join(project.root, "single")).length).toBe(1000);
	});
});
