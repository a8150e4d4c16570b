import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type BuiltImage, buildImage, openImageStore } from "../../src/release/index.ts";
import { type CuttingProxy, startCuttingProxy } from "../release/support/cutting-proxy.ts";
import { hastyClock, recipe } from "../release/support/images.ts";
import { freePort, REGISTRIES, type RunningRegistry, startRegistry } from "../release/support/registry.ts";

const run = promisify(execFile);
const MIB = 1 << 20;
let directory = "";
const registries = new Map<string, RunningRegistry>();
let image: BuiltImage;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-upload-"));
	for (const program of REGISTRIES) registries.set(program, await startRegistry(join(directory, program), program));
	const source = join(directory, "weights.bin");
	writeFileSync(source, weights(5 * MIB));
	image = await buildImage(recipe({ modelFiles: [{ path: "weights.bin", source }] }));
});
afterAll(async () => {
	for (const registry of registries.values()) await registry.stop();
	await rm(directory, { recursive: true, force: true });
});

/** Bytes of which no two stretches are the same: what is put together wrongly has another digest. */
function weights(size: number): Buffer {
	const blocks = Array.from({ length: size / 32 }, (_, n) => createHash("sha256").update(String(n)).digest());
	return Buffer.concat(blocks);
}

function storeAt(host: string, path: string) {
	return openImageStore({ kind: "registry", repository: `${host}/${path}` }, { clock: hastyClock() });
}

async function isWhole(program: string, path: string): Promise<void> {
	const host = registries.get(program)?.host;
	const { stdout } = await run("crane", ["digest", "--insecure", `${host}/${path}:v0.1.0`]);
	expect(stdout.trim()).toBe(image.digest);
	for (const { descriptor } of image.layers) {
		// crane compares what it reads with the digest that it asks for
		await run("crane", ["blob", "--insecure", `${host}/${path}@${descriptor.digest}`], {
			encoding: "buffer",
			maxBuffer: 64 * MIB,
		});
	}
}

describe("an upload that breaks off", () => {
	let proxy: CuttingProxy | null = null;
	const cutting = async (program: string, times: number): Promise<CuttingProxy> => {
		proxy = await startCuttingProxy(registries.get(program)?.host ?? "", { after: MIB, times });
		return proxy;
	};
	afterAll(() => proxy?.stop());

	it("goes on where the registry says that it ended (distribution 3)", async () => {
		const { host, seen } = await cutting("registry", 3);
		await storeAt(host, "cut/thrice").push(image, ["v0.1.0"]);
		await isWhole("registry", "cut/thrice");
		const goneOn = seen.filter(({ line }) => /^PATCH [1-9]/.test(line));
		expect(goneOn.length).toBeGreaterThanOrEqual(1);
		const sent = seen.reduce((sum, { bytes }) => sum + bytes, 0);
		const size = image.layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
		// from the beginning each time it would be three mebibytes more
		expect(sent).toBeLessThan(size + 2 * MIB);
		await proxy?.stop();
	});

	it("begins anew where the registry cannot go on (2.8), and where it forgot the upload", async () => {
		const { host, seen } = await cutting("docker-registry", 2);
		await storeAt(host, "cut/twice").push(image, ["v0.1.0"]);
		await isWhole("docker-registry", "cut/twice");
		expect(seen.filter(({ line, bytes }) => line === "PUT" && bytes >= MIB).length).toBeGreaterThanOrEqual(2);
		await proxy?.stop();

		const forgetful = await cutting("registry", 1);
		const uploads = join(directory, "registry/data/docker/registry/v2/repositories/cut/forgotten/_uploads");
		forgetful.onCut = () => rename(uploads, `${uploads}-forgotten`);
		await storeAt(forgetful.host, "cut/forgotten").push(image, ["v0.1.0"]);
		await isWhole("registry", "cut/forgotten");
		expect(forgetful.seen.filter(({ line }) => line === "POST").length).toBeGreaterThanOrEqual(4);
		await proxy?.stop();
	});
});

describe("a proxy that takes short requests only", () => {
	let nginx: ChildProcess | null = null;
	afterAll(() => void nginx?.kill("SIGKILL"));

	it("is given the blob in pieces, each where the answer to the one before says", async () => {
		const port = await freePort();
		const home = join(directory, "nginx");
		mkdirSync(home);
		writeFileSync(join(home, "nginx.conf"), configuration(home, port, registries.get("registry")?.host ?? ""));
		nginx = spawn("nginx", ["-c", join(home, "nginx.conf"), "-e", join(home, "error.log")], { stdio: "ignore" });
		const host = `127.0.0.1:${port}`;
		await vi.waitFor(async () => expect((await fetch(`http://${host}/v2/`)).ok).toBe(true), { timeout: 10_000 });
		await storeAt(host, "limited/churn").push(image, ["v0.1.0"]);
		await isWhole("registry", "limited/churn");
	});
});

describe("a proxy between us and the registry", () => {
	it("is used when Node is told to", async () => {
		let tunnels = 0;
		const target = registries.get("registry")?.host ?? "";
		const proxy = createServer().on("connect", (request, socket: Socket) => {
			tunnels++;
			const [name = "", port = ""] = (request.url ?? "").split(":");
			const onward = connect(Number(port), name, () => {
				socket.write("HTTP/1.1 200 OK\r\n\r\n");
				onward.pipe(socket).pipe(onward);
			});
			for (const end of [onward, socket]) end.on("error", () => socket.destroy());
		});
		await once(proxy.listen(0, "127.0.0.1"), "listening");
		const address = proxy.address();
		const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
		const script = resolve(import.meta.dirname, "../release/support/push-once.ts");
		const env = { ...process.env, NODE_USE_ENV_PROXY: "1", HTTP_PROXY: url, NO_PROXY: "" };
		const args = [script, `${target}/proxied/churn`, "", "", "", join(directory, "proxied")];
		const { stdout } = await run(process.execPath, args, { env });
		expect(JSON.parse(stdout)).toMatchObject({ digest: (await buildImage(recipe())).digest });
		expect(tunnels).toBeGreaterThan(0);
		proxy.closeAllConnections();
		proxy.close();
	});
});

/** Of nginx: its usual limit of 1 MiB for a body. */
function configuration(home: string, port: number, target: string): string {
	const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
		(kind) => `${kind}_temp_path ${home}/${kind};`,
	);
	return `user root; daemon off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 64; }
http {
	access_log off; ${temporary.join(" ")}
	server { listen 127.0.0.1:${port}; location / { proxy_pass http://${target}; proxy_set_header Host $http_host; } }
}
`;
}
