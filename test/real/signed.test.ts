import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sha256 } from "../../src/kernel/index.ts";
import {
	billOfMaterials,
	billStatement,
	buildImage,
	checkSignature,
	type ImageStore,
	type KeySigner,
	openImageStore,
	provenance,
	readSigner,
	readVerifier,
	signImage,
} from "../../src/release/index.ts";
import { hastyClock, recipe } from "../release/support/images.ts";
import { pemPair } from "../release/support/keys.ts";
import { type RunningRegistry, startGoRegistry, startRegistry } from "../release/support/registry.ts";
import { statementOf } from "../release/support/statement.ts";

const run = promisify(execFile);
const PASSWORD = "correct horse";

let directory = "";
const registries = new Map<string, RunningRegistry>();
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-signed-"));
	registries.set("distribution 3, which has no referrers API", await startRegistry(join(directory, "v3"), "registry"));
	registries.set("go-containerregistry, which has it", await startGoRegistry(join(directory, "go")));
	await cosign("generate-key-pair");
});
afterAll(async () => {
	for (const registry of registries.values()) await registry.stop();
	await rm(directory, { recursive: true, force: true });
});

/** Its answer on stdout; fails as it fails. No log and no network: the keys are all that there is. */
async function cosign(...args: string[]): Promise<string> {
	const env = { ...process.env, COSIGN_PASSWORD: PASSWORD, HOME: directory };
	const running = run("cosign", args, { cwd: directory, env });
	running.child.stdin?.end();
	return (await running).stdout;
}

const OFFLINE = ["--insecure-ignore-tlog", "--allow-insecure-registry"];

async function keyFile(name = "cosign.key"): Promise<KeySigner> {
	return readSigner(await readFile(join(directory, name), "utf8"), PASSWORD);
}

async function publicKey(name = "cosign.pub") {
	return readVerifier(await readFile(join(directory, name), "utf8"), { file: name });
}

interface Released {
	readonly store: ImageStore;
	readonly digest: Sha256;
	/** `host/repository@sha256:…` */
	readonly name: string;
}

async function released(which: string, path: string, version = "v0.1.0"): Promise<Released> {
	const location = `${registries.get(which)?.host}/${path}`;
	const store = openImageStore({ kind: "registry", repository: location }, { clock: hastyClock() });
	const { digest } = await store.push(await buildImage(recipe({ version })), [version]);
	return { store, digest, name: `${location}@${digest}` };
}

async function signed({ store, digest }: Released, signer: KeySigner): Promise<void> {
	const statement = statementOf(digest);
	const [bill, origin] = [billOfMaterials(statement), provenance(statement)];
	for (const document of [bill, origin]) await store.attach(digest, document);
	const statements = [origin.bytes, billStatement(digest, bill)];
	await signImage(store, digest, { signer, name: "churn-v0.1.0", at: new Date(), statements });
}

describe.each(["distribution 3, which has no referrers API", "go-containerregistry, which has it"])(
	"in %s",
	(which) => {
		it("an image that we sign is one that cosign knows as signed, and its documents as attested", async () => {
			const image = await released(which, "acme/churn");
			await signed(image, await keyFile());
			const [claim] = JSON.parse(await cosign("verify", "--key", "cosign.pub", ...OFFLINE, image.name));
			expect(claim.critical.image["docker-manifest-digest"]).toBe(image.digest);
			const attested = async (type: string) => {
				const text = await cosign("verify-attestation", "--key", "cosign.pub", "--type", type, ...OFFLINE, image.name);
				return JSON.parse(Buffer.from(JSON.parse(text.split("\n")[0] ?? "").payload, "base64").toString());
			};
			expect((await attested("slsaprovenance1")).predicate.buildDefinition.externalParameters.model).toBe("churn");
			expect((await attested("cyclonedx")).predicate.bomFormat).toBe("CycloneDX");
			expect(await checkSignature(image.store, image.digest, await publicKey())).toEqual({ kind: "signed" });
		});

		it("an image that cosign signs is one that we know as signed", async () => {
			const image = await released(which, "acme/theirs");
			await cosign("signing-config", "create", "--out", "none.json");
			const args = ["--yes", "--key", "cosign.key", "--signing-config", "none.json", "--allow-insecure-registry"];
			await cosign("sign", ...args, image.name);
			expect(await checkSignature(image.store, image.digest, await publicKey())).toEqual({ kind: "signed" });
		});

		it("neither of us takes another key, another image's signature, or none", async () => {
			const image = await released(which, "acme/wrong");
			const refused = async ({ store, digest, name }: Released) => {
				await expect(cosign("verify", "--key", "cosign.pub", ...OFFLINE, name)).rejects.toThrow(/Command failed/);
				expect(await checkSignature(store, digest, await publicKey())).toMatchObject({ kind: "unsigned" });
			};
			await refused(image);
			await signed(image, await readSigner(pemPair().key, null));
			await refused(image);

			const other = await released(which, "acme/wrong", "v0.2.0");
			await signed(other, await keyFile());
			for (const { digest } of await other.store.referrers(other.digest)) {
				const {
					artifactType: type,
					layers,
					annotations,
				} = JSON.parse(Buffer.from(await other.store.manifest(digest)).toString());
				const chunks: Uint8Array[] = [];
				for await (const chunk of other.store.blob(layers[0])) chunks.push(chunk);
				const bytes = Buffer.concat(chunks);
				await image.store.attach(image.digest, { type, bytes, title: "moved", created: new Date(0), annotations });
			}
			await refused(image);
			expect(await checkSignature(other.store, other.digest, await publicKey())).toEqual({ kind: "signed" });
		});
	},
);

describe("a key that openssl made", () => {
	it("is the same key to cosign, which imports it", async () => {
		const { key, pub } = pemPair();
		await writeFile(join(directory, "openssl.pem"), key);
		await cosign("import-key-pair", "--key", "openssl.pem", "--output-key-prefix", "imported");
		expect((await keyFile("imported.key")).verifier.id).toBe(readVerifier(pub, { file: "x" }).id);
		expect((await publicKey("imported.pub")).id).toBe(readVerifier(pub, { file: "x" }).id);
		await expect(readSigner(await readFile(join(directory, "imported.key"), "utf8"), "wrong")).rejects.toMatchObject({
			kind: "input",
			code: "signing-key",
			message: expect.stringContaining("does not open with this password"),
		});
	});
});
