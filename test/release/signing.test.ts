import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sha256 } from "../../src/kernel/index.ts";
import {
	type Attachment,
	buildImage,
	checkSignature,
	type ImageStore,
	openImageStore,
	provenance,
	readSigner,
	readVerifier,
	type Signer,
	signImage,
} from "../../src/release/index.ts";
import { hastyClock, recipe } from "./support/images.ts";
import { pair, pemPair } from "./support/keys.ts";
import { statementOf } from "./support/statement.ts";

let root = "";
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "mainline-signing-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function pushed(name: string, version = "v0.1.0"): Promise<{ store: ImageStore; digest: Sha256 }> {
	const store = openImageStore({ kind: "layout", directory: join(root, name) }, { clock: hastyClock() });
	const { digest } = await store.push(await buildImage(recipe({ version })), [version]);
	return { store, digest };
}

const about = (signer: Signer, statements: readonly Uint8Array[] = []) => ({
	signer,
	name: "churn-v0.1.0",
	at: new Date("2024-05-06T07:08:09Z"),
	statements,
});

/** What hangs on an image, byte for byte. */
async function bundlesOn(store: ImageStore, image: Sha256): Promise<Attachment[]> {
	const found: Attachment[] = [];
	for (const { digest } of await store.referrers(image)) {
		const manifest = JSON.parse(new TextDecoder().decode(await store.manifest(digest)));
		const [layer] = manifest.layers;
		const chunks: Uint8Array[] = [];
		for await (const chunk of store.blob(layer)) chunks.push(chunk);
		const { artifactType: type, annotations } = manifest;
		found.push({ type, bytes: Buffer.concat(chunks), title: "moved", created: new Date(0), annotations });
	}
	return found;
}

describe("a signed image", () => {
	it("is known by the public key, and signed once however often it is asked for", async () => {
		const { store, digest } = await pushed("once");
		const { signer, verifier } = await pair();
		const statements = [provenance(statementOf(digest)).bytes];
		expect(await checkSignature(store, digest, verifier)).toMatchObject({ kind: "unsigned" });
		// killed after the first of two, and begun again
		await signImage(store, digest, about(signer));
		for (let n = 0; n < 2; n++) await signImage(store, digest, about(signer, statements));
		expect(await store.referrers(digest)).toHaveLength(2);
		expect(await checkSignature(store, digest, verifier)).toEqual({ kind: "signed" });
	});

	it("is none for another key, and may be signed by both", async () => {
		const { store, digest } = await pushed("other-key");
		const [one, two] = [await pair(), await pair()];
		await signImage(store, digest, about(one.signer));
		expect(await checkSignature(store, digest, two.verifier)).toMatchObject({
			kind: "unsigned",
			says: expect.stringContaining("whoever signed it has another key"),
		});
		await signImage(store, digest, about(two.signer));
		expect(await checkSignature(store, digest, two.verifier)).toEqual({ kind: "signed" });
	});

	it("lends its signature to no other image", async () => {
		const { store, digest } = await pushed("moved");
		const other = await pushed("moved", "v0.2.0");
		const { signer, verifier } = await pair();
		await signImage(store, digest, about(signer));
		for (const each of await bundlesOn(store, digest)) await store.attach(other.digest, each);
		expect(await store.referrers(other.digest)).toHaveLength(1);
		expect(await checkSignature(store, other.digest, verifier)).toMatchObject({
			kind: "unsigned",
			says: expect.stringContaining("is of another image"),
		});
	});

	it("is not one about which the key states something else", async () => {
		const { store, digest } = await pushed("stated");
		const { signer, verifier } = await pair();
		const copy = await pushed("stated-copy");
		await signImage(copy.store, digest, about(signer, [provenance(statementOf(digest)).bytes]));
		const hung = await bundlesOn(copy.store, digest);
		const isSignature = ({ annotations }: Attachment) =>
			annotations?.["dev.sigstore.bundle.predicateType"] === "https://sigstore.dev/cosign/sign/v1";
		for (const each of hung.filter((each) => !isSignature(each))) await store.attach(digest, each);
		expect(await store.referrers(digest)).toHaveLength(1);
		expect(await checkSignature(store, digest, verifier)).toMatchObject({ kind: "unsigned" });
		for (const each of hung.filter(isSignature)) await store.attach(digest, each);
		expect(await checkSignature(store, digest, verifier)).toEqual({ kind: "signed" });
	});

	it("is not one whose signature was changed", async () => {
		const { store, digest } = await pushed("document");
		const { signer, verifier } = await pair();
		await store.attach(digest, provenance(statementOf(digest)));
		const type = "application/vnd.dev.sigstore.bundle.v0.3+json";
		const bundle = async (change: (bundle: { dsseEnvelope: { payload: string } }) => void) => {
			const signed = await pushed(`document-${Math.round(performance.now())}`);
			await signImage(signed.store, signed.digest, about(signer));
			const [referrer] = await signed.store.referrers(signed.digest);
			const { layers } = JSON.parse(new TextDecoder().decode(await signed.store.manifest(referrer?.digest as Sha256)));
			const chunks: Uint8Array[] = [];
			for await (const chunk of signed.store.blob(layers[0])) chunks.push(chunk);
			const json = JSON.parse(Buffer.concat(chunks).toString());
			change(json);
			return new TextEncoder().encode(JSON.stringify(json));
		};
		const altered = await bundle(({ dsseEnvelope }) => {
			const statement = JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString());
			statement.predicate = { note: "more" };
			dsseEnvelope.payload = Buffer.from(JSON.stringify(statement)).toString("base64");
		});
		const broken = [new TextEncoder().encode("not a bundle"), new TextEncoder().encode('{"mediaType":"x"}')];
		for (const bytes of [altered, ...broken]) {
			await store.attach(digest, { type, bytes, title: "x", created: new Date(0) });
		}
		expect(await checkSignature(store, digest, verifier)).toMatchObject({ kind: "unsigned" });
		await store.attach(digest, { type, bytes: await bundle(() => {}), title: "x", created: new Date(0) });
		expect(await checkSignature(store, digest, verifier)).toEqual({ kind: "signed" });
	});
});

describe("a key", () => {
	it("is read in the forms that openssl writes, sealed or not", async () => {
		const { key, pub } = pemPair();
		const object = createPrivateKey(key);
		const sealed = object.export({ format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "s3cret" });
		const { id } = readVerifier(pub, { file: "cosign.pub" });
		expect((await readSigner(key, null)).verifier.id).toBe(id);
		expect((await readSigner(object.export({ format: "pem", type: "sec1" }).toString(), null)).verifier.id).toBe(id);
		expect((await readSigner(sealed.toString(), "s3cret")).verifier.id).toBe(id);
	});

	it("that is none, is sealed, or is of another kind is refused without a word of it", async () => {
		const { key, pub } = pemPair();
		const sealed = createPrivateKey(key).export({
			format: "pem",
			type: "pkcs8",
			cipher: "aes-256-cbc",
			passphrase: "x",
		});
		const { privateKey } = generateKeyPairSync("ed25519");
		const other = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
		const box = (text: string) =>
			`-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\n${Buffer.from(text).toString("base64")}\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----`;
		const huge =
			'{"kdf":{"name":"scrypt","params":{"N":1073741824,"r":8,"p":1},"salt":""},"cipher":{"name":"nacl/secretbox"}}';
		const bad = [
			pub,
			"-----BEGIN x",
			sealed.toString(),
			other,
			pemPair("secp384r1").key,
			box("{"),
			box("{}"),
			box(huge),
		];
		for (const pem of bad) {
			const failure = await readSigner(pem, null).catch((caught: unknown) => caught);
			expect(failure).toMatchObject({ kind: "input", code: "signing-key" });
			expect(JSON.stringify(failure)).not.toContain(pem.split("\n")[1] ?? "no second line");
		}
		for (const pem of [key, "nothing", `${pub.slice(0, 60)}\n-----END PUBLIC KEY-----`, pemPair("secp384r1").pub]) {
			expect(() => readVerifier(pem, { file: "cosign.pub" })).toThrow(
				expect.objectContaining({ kind: "input", code: "signing-key" }),
			);
		}
	});
});
