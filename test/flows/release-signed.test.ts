import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carryOut } from "../../src/flows/release/carry-out.ts";
import { imageAt } from "../../src/flows/release/image-at.ts";
import { signatureAt, trustedBy } from "../../src/flows/release/signing.ts";
import { locationOf, openStore } from "../../src/flows/release/site.ts";
import { type Failure, infrastructure, parseSha256, type Sha256 } from "../../src/kernel/index.ts";
import { type BuiltImage, buildImage, identityVerifier, readSigner, signImage } from "../../src/release/index.ts";
import { recipe } from "../release/support/images.ts";
import { pair, pemPair } from "../release/support/keys.ts";
import { freePort } from "../release/support/registry.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
beforeAll(async () => {
	rig = await ReleaseRig.make([await freePort(), await freePort()]);
});
afterAll(() => rig.end());

/** The same image, as if another tool had put it together. */
function unlabelled(image: BuiltImage): BuiltImage {
	const config = JSON.parse(new TextDecoder().decode(image.config));
	config.config.Labels = {};
	const bytes = new TextEncoder().encode(JSON.stringify(config));
	const manifest = JSON.parse(new TextDecoder().decode(image.manifest));
	manifest.config = { ...manifest.config, digest: sha256(bytes), size: bytes.length };
	const manifestBytes = new TextEncoder().encode(JSON.stringify(manifest));
	return { ...image, digest: sha256(manifestBytes), manifest: manifestBytes, config: bytes };
}

function sha256(bytes: Uint8Array): Sha256 {
	return parseSha256(`sha256:${createHash("sha256").update(bytes).digest("hex")}`) ?? expect.unreachable();
}

const digestLine = (image: string): string => `Digest: ${image.split("@")[1]}`;

describe("where mainline.yaml asks for signed images", () => {
	it("nothing is built without the key, or with another one", async () => {
		rig.trusted = (await pair()).verifier;
		rig.commit("First", { version: "a" });
		await expect(rig.release()).rejects.toMatchObject({ kind: "input", code: "signing-key-missing" });
		rig.signingKey = { key: (await pair()).key, password: null };
		await expect(rig.release()).rejects.toMatchObject({ kind: "input", code: "signing-key-other" });
		rig.signingKey = { key: join(rig.root, "no-such-file"), password: null };
		await expect(rig.release()).rejects.toMatchObject({ kind: "input", code: "signing-key" });
		expect(rig.tags()).toEqual([]);
	});

	it("a release signs, and what it signed is deployed", async () => {
		const { key, verifier } = await pair();
		rig.trusted = verifier;
		rig.signingKey = { key, password: null };
		expect(await rig.released()).toEqual(["dev: deployed v0.1.0", "prod: deployed v0.1.0"]);
	});

	it("an image that somebody else signed, or nobody, is not deployed, and what runs goes on", async () => {
		const trusted = rig.trusted;
		const signed = rig.signingKey;
		rig.commit("Second", { version: "b" });
		// pushed by somebody who has the registry and the tags, but not the key
		for (const key of [pemPair().key, null]) {
			[rig.trusted, rig.signingKey] = [null, key === null ? null : { key, password: null }];
			const site = await rig.site();
			await rig.version(site, await rig.candidate(site));
		}
		[rig.trusted, rig.signingKey] = [trusted, signed];
		const [planned] = await rig.release({ plan: true });
		expect(planned).toMatchObject({ outcome: "refused", reason: expect.stringContaining("has another key") });
		const [dev] = await rig.release();
		expect(dev).toMatchObject({ outcome: "failed", reason: expect.stringContaining("is not signed by the key") });
		expect(rig.notices.at(-1)).toMatchObject({ state: "failure", version: "v0.2.0" });
		expect(rig.tags().filter((tag) => tag.startsWith("churn#"))).toEqual(["churn#dev#1", "churn#prod#2"]);
		expect(await rig.serves(0)).toBe("v0.1.0");
	});

	it.each([
		["two images, of which one is signed", (signed: string, other: string) => [`Image: ${other}`, digestLine(signed)]],
		["no image, and the digest of one", (_: string, other: string) => [digestLine(other)]],
		["a digest of zeros", (_: string, other: string) => [`Image: ${other}`, digestLine(`@sha256:${"0".repeat(64)}`)]],
	])("a version whose tag names %s is not deployed", async (_, lines) => {
		const [signed, other] = ["v0.1.0", "v0.2.0"].map(
			(version) => /^Image: (.*)$/m.exec(rig.git("tag", "-l", "--format=%(contents)", `churn@${version}`))?.[1] ?? "",
		);
		rig.git(
			"tag",
			"-a",
			"-f",
			"churn@v0.9.0",
			"-m",
			`forged\n\n${lines(signed ?? "", other ?? "").join("\n")}`,
			rig.commit("Forged", { version: "c" }),
		);
		const site = await rig.site();
		const state = site.ledger.state("churn", site.config.environments);
		const version = state.history.versions.find(({ version }) => version === "v0.9.0") ?? expect.unreachable();
		const environment = state.environments[0] ?? expect.unreachable();
		const about = { model: "churn", environment, version, action: "deploy", trailers: {}, declared: null } as const;
		const before = rig.tags();
		const done = await carryOut(site, { ...about, reason: "", predicates: [] }).catch(({ code }: Failure) => code);
		expect(done).toSatisfy((found) => typeof found === "string" || found.outcome === "failed");
		expect([await rig.serves(0), rig.tags()]).toEqual(["v0.1.0", before]);
		rig.git("tag", "-d", "churn@v0.9.0");
	});

	it.each([
		["another version's", "churn", "v0.1.0"],
		["another model's", "fraud", "v0.9.0"],
		["that of a model of the same name in a folder", "sub/dir:churn", "v0.9.0"],
		["one that says nothing of itself", null, null],
	])("a signed image is not deployed as what it is not: %s", async (_, model, version) => {
		const { key } = await pair();
		const signer = await readSigner(key, null);
		const store = openStore(await rig.site(), { kind: "layout", directory: "../images" });
		const built = await buildImage(recipe({ model: model ?? "x", version: version ?? "v0" }));
		const image = model === null ? unlabelled(built) : built;
		const { digest } = await store.push(image, []);
		await signImage(store, digest, { signer, name: "x", at: new Date(), statements: [] });
		const asked = { image: `oci:../images@${digest}`, digest, model: "churn", version: "v0.9.0" };
		const site = { ...(await rig.site()), trusted: signer.verifier };
		const itself =
			model === null ? "is no model of Mainline's by its own labels" : `is ${model} ${version} by its own labels`;
		expect(await signatureAt(site, asked)).toMatchObject({
			kind: "unsigned",
			says: expect.stringContaining(`${itself}, not churn v0.9.0`),
		});
		const same = { ...asked, model: model ?? "churn", version: version ?? "v0.9.0" };
		expect((await signatureAt(site, same)).kind).toBe(model === null ? "unsigned" : "signed");
		// as long as nobody asks for signatures, what a tag names is what is deployed
		expect(await signatureAt({ ...site, trusted: null }, asked)).toEqual({ kind: "signed" });
	});

	it("what an assignment's tag alone says is not put back after a deploy that failed", async () => {
		const unsigned = /^Image: (.*)$/m.exec(rig.git("tag", "-l", "--format=%(contents)", "churn@v0.2.0"))?.[1] ?? "";
		const forged = ["tag", "-a", "churn#dev#9", "-m", `forged\n\nImage: ${unsigned}\n${digestLine(unsigned)}`];
		rig.git(...forged, rig.git("rev-parse", "churn@v0.2.0^{commit}"));
		rig.commit("Bad", { fails: "cannot load weights" });
		const [dev] = await rig.release();
		expect(dev).toMatchObject({ outcome: "failed", previous: "v0.2.0", restored: null, log: ["cannot load weights"] });
		expect(await rig.serves(0)).toBe("v0.1.0");
		rig.git("tag", "-d", "churn#dev#9");
	});

	it("where what a signature is held against cannot be had, nothing is deployed, and nobody says that it is signed", async () => {
		const unheard = infrastructure("sigstore-root", "sigstore's root of trust cannot be had", {
			hint: "see the network",
		});
		const policy = { identities: ["ada@example.org"], issuer: "https://x", source: null, runner: null };
		const trusted = identityVerifier(policy, () => Promise.reject(unheard));
		const image = /^Image: (.*)$/m.exec(rig.git("tag", "-l", "--format=%(contents)", "churn@v0.1.0"))?.[1] ?? "";
		const digest = parseSha256(image.split("@")[1] ?? "") ?? expect.unreachable();
		const asked = { image, digest, model: "churn", version: "v0.1.0" };
		const site = { ...(await rig.site()), trusted };
		await expect(signatureAt(site, asked)).rejects.toMatchObject({ code: "sigstore-root" });
		expect(await imageAt(site, asked)).toEqual({
			kind: "unknown",
			says: "whether it is signed cannot be told: sigstore's root of trust cannot be had",
			next: "see the network",
		});
	});

	it("a signature that was lost is missed", async () => {
		const site = await rig.site();
		const image = "oci:../images";
		const store = openStore(site, locationOf(image));
		const digest = (await store.resolve("v0.1.0")) ?? expect.unreachable();
		const asked = { image: `${image}@${digest}`, digest, model: "churn", version: "v0.1.0" };
		expect(await imageAt(site, asked)).toEqual({ kind: "there" });
		for (const { digest: referrer, artifactType } of await store.referrers(digest)) {
			const file = join(rig.place.dir, "images/blobs/sha256", referrer.slice("sha256:".length));
			if (artifactType?.includes("sigstore") === true) await rm(file);
		}
		expect(await imageAt(site, asked)).toMatchObject({ kind: "unsigned", next: expect.stringContaining("released") });
		expect(await imageAt({ ...site, trusted: null }, asked)).toEqual({ kind: "there" });
	});
});

describe("the key file", () => {
	const machine = { stateDir: "nowhere" };
	const config = (key: string) => ({
		signing: { kind: "key", key, at: { file: "mainline.yaml", line: 2, column: 8 } },
	});

	it("has to be there, with a public key", async () => {
		const read = async (path: string) => (path === "cosign.pub" ? new TextEncoder().encode(pemPair().pub) : null);
		expect(await trustedBy(config("cosign.pub") as never, read, machine)).not.toBeNull();
		expect(await trustedBy({ signing: null } as never, read, machine)).toBeNull();
		await expect(trustedBy(config("other.pub") as never, read, machine)).rejects.toMatchObject({
			kind: "input",
			code: "signing-key",
			details: { at: { file: "mainline.yaml", line: 2, column: 8 } },
		});
	});
});
