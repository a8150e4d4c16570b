import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Failure } from "../../src/kernel/index.ts";
import { buildImage, type ImageStore, openImageStore, unpack } from "../../src/release/index.ts";
import { type FaultProxy, startFaultProxy } from "../release/support/fault-proxy.ts";
import { hastyClock, recipe, text } from "../release/support/images.ts";
import {
	freePort,
	REGISTRIES,
	type RegistryProgram,
	type RunningRegistry,
	startRegistry,
	startSecureRegistry,
} from "../release/support/registry.ts";

const run = promisify(execFile);
let directory = "";
const registries = new Map<RegistryProgram, RunningRegistry>();

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-release-"));
	for (const program of REGISTRIES) registries.set(program, await startRegistry(join(directory, program), program));
});
afterAll(async () => {
	for (const registry of registries.values()) await registry.stop();
	await rm(directory, { recursive: true, force: true });
});

function hostOf(program: RegistryProgram): string {
	return registries.get(program)?.host ?? expect.unreachable();
}

function repository(path: string, host: string): ImageStore {
	return openImageStore({ kind: "registry", repository: `${host}/${path}` }, { clock: hastyClock() });
}

async function inspect(...args: string[]): Promise<{ Digest: string; Labels: Record<string, string> }> {
	const { stdout } = await run("skopeo", ["inspect", ...args]);
	return JSON.parse(stdout);
}

describe.each(REGISTRIES)("an image in a registry (%s)", (program) => {
	const host = () => hostOf(program);

	it("is what skopeo reads, copies and gives back unchanged", async () => {
		const image = await buildImage(recipe());
		await repository("acme/churn", host()).push(image, ["v0.1.0", "dev"]);
		const seen = await inspect("--tls-verify=false", `docker://${host()}/acme/churn:v0.1.0`);
		expect(seen.Digest).toBe(image.digest);
		expect(seen.Labels["dev.mainline.model"]).toBe("churn");
		const copy = join(directory, `copy-${program}`);
		await run("skopeo", [
			"copy",
			"--preserve-digests",
			"--src-tls-verify=false",
			`docker://${host()}/acme/churn:dev`,
			`oci:${copy}:dev`,
		]);
		const layout = openImageStore({ kind: "layout", directory: copy }, { clock: hastyClock() });
		expect(await layout.resolve("dev")).toBe(image.digest);
		await unpack(layout, image.digest, join(directory, `copied-${program}`), { appLayersOnly: true });
		expect(await readFile(join(directory, `copied-${program}`, "app/models/churn.json"), "utf8")).toBe(
			'{"weights":[1,2,3]}\n',
		);
	});

	it("is what crane reads", async () => {
		const image = await buildImage(recipe());
		await repository("acme/crane", host()).push(image, ["v0.1.0"]);
		const name = `${host()}/acme/crane:v0.1.0`;
		expect((await run("crane", ["digest", "--insecure", name])).stdout.trim()).toBe(image.digest);
		// without the layers: crane expects each of them to be compressed
		await run("crane", ["validate", "--insecure", "--fast", "--remote", name]);
		const tar = join(directory, `${program}.tar`);
		await run("crane", ["export", "--insecure", name, tar]);
		const { stdout } = await run("tar", ["-xOf", tar, "app/models/churn.json"]);
		expect(stdout).toBe('{"weights":[1,2,3]}\n');
	});

	it("moves the model alone when only the model changed", async () => {
		const store = repository("acme/only-model", host());
		await store.push(await buildImage(recipe()), ["v0.1.0"]);
		const modelFiles = [{ path: "models/churn.json", source: text("{}") }];
		const next = await buildImage(recipe({ version: "v0.2.0", modelFiles, created: new Date("2024-06-01T00:00:00Z") }));
		const report = await store.push(next, ["v0.2.0"]);
		const [code, model] = next.layers;
		expect(report.reused).toBe(code?.descriptor.size);
		expect(report.sent).toBe((model?.descriptor.size ?? 0) + next.config.length);
		expect(await store.tags()).toEqual(["v0.1.0", "v0.2.0"]);
	});

	it("is not there: null for a tag, a failure with the next step for a digest", async () => {
		const store = repository("acme/nothing", host());
		expect(await store.resolve("v9")).toBeNull();
		expect(await store.tags()).toEqual([]);
		const { digest } = await buildImage(recipe());
		await expect(store.manifest(digest)).rejects.toMatchObject({ kind: "infrastructure", code: "image-not-found" });
	});

	it("cannot be reached: the failure says what to start", async () => {
		const store = repository("acme/churn", `127.0.0.1:${await freePort()}`);
		await expect(store.resolve("v1")).rejects.toMatchObject({
			kind: "infrastructure",
			code: "registry-unreachable",
			details: { hint: expect.stringContaining("start the registry") },
		});
	});
});

describe("a folder in OCI layout", () => {
	it("is read by skopeo, tag by tag", async () => {
		const at = join(directory, "layout");
		const layout = openImageStore({ kind: "layout", directory: at }, { clock: hastyClock() });
		const [one, two] = [await buildImage(recipe()), await buildImage(recipe({ version: "v0.2.0" }))];
		await layout.push(one, ["v0.1.0", "prod"]);
		await layout.push(two, ["v0.2.0", "prod"]);
		expect((await inspect(`oci:${at}:v0.1.0`)).Digest).toBe(one.digest);
		expect((await inspect(`oci:${at}:prod`)).Digest).toBe(two.digest);
	});
});

describe("a registry with TLS and passwords", () => {
	it("takes the login of the command line or of docker's file, and refuses others clearly", async () => {
		const secure = await startSecureRegistry(join(directory, "secure"));
		try {
			const script = new URL("../release/support/push-once.ts", import.meta.url).pathname;
			const push = async (...args: string[]): Promise<unknown> => {
				const env = { ...process.env, NODE_EXTRA_CA_CERTS: secure.certificate };
				const out = await mkdtemp(join(directory, "unpacked-"));
				const { stdout } = await run(process.execPath, [script, `${secure.host}/acme/churn`, ...args, join(out, "x")], {
					env,
				});
				return JSON.parse(stdout);
			};
			const { digest } = await buildImage(recipe());
			expect(await push("", "", "")).toMatchObject({ kind: "infrastructure", code: "registry-unauthorized" });
			expect(await push("bot", "wrong", "")).toMatchObject({
				code: "registry-unauthorized",
				hint: expect.stringContaining("was refused"),
			});
			const auth = Buffer.from("bot:s3cret").toString("base64");
			expect(await push("", "", JSON.stringify({ auths: { [secure.host]: { auth } } }))).toMatchObject({ digest });
			expect(await push("bot", "s3cret", "")).toMatchObject({ digest, sent: 0 });
			const creds = ["--cert-dir", secure.certDir, "--creds", "bot:s3cret"];
			expect((await inspect(...creds, `docker://${secure.host}/acme/churn:v0.1.0`)).Digest).toBe(digest);
		} finally {
			await secure.stop();
		}
	});
});

describe.each(REGISTRIES)("a push through a network that fails (%s)", (program) => {
	const host = () => hostOf(program);
	let proxy: FaultProxy;
	beforeAll(async () => {
		proxy = await startFaultProxy(host());
	});
	afterAll(() => proxy.stop());

	for (const fault of ["drop", "drop-after", "cut", "500", "429"] as const) {
		it(`arrives whole whichever single call meets "${fault}"`, async () => {
			const image = await buildImage(recipe());
			let call = 1;
			for (let more = true; more; call++) {
				const path = `faults/${fault}-${call}`;
				const store = repository(path, proxy.host);
				proxy.arm(call, fault);
				await store.push(image, ["v0.1.0"]);
				more = proxy.calls() >= call;
				proxy.arm(0, fault);
				expect(await repository(path, host()).resolve("v0.1.0")).toBe(image.digest);
				await unpack(repository(path, host()), image.digest, join(directory, `faults-${program}-${fault}-${call}`));
			}
			expect(call).toBeGreaterThan(10);
		});
	}

	it("gives up on a registry that stays broken, and says so", async () => {
		proxy.arm(Number.POSITIVE_INFINITY, "500");
		const pushing = repository("faults/always", proxy.host).push(await buildImage(recipe()), ["v0.1.0"]);
		const error = await pushing.catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(Failure);
		expect(error).toMatchObject({ kind: "infrastructure", code: "registry-unavailable" });
		expect(await repository("faults/always", host()).resolve("v0.1.0")).toBeNull();
	});
});
