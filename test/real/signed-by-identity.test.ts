import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Failure, type Sha256 } from "../../src/kernel/index.ts";
import {
	type Attachment,
	billOfMaterials,
	billStatement,
	buildImage,
	checkSignature,
	type IdentityPolicy,
	type IdentityVerifier,
	type ImageStore,
	identitySigner,
	identityVerifier,
	openImageStore,
	provenance,
	readTrustedRoot,
	type Services,
	signImage,
} from "../../src/release/index.ts";
import { hastyClock, recipe } from "../release/support/images.ts";
import { pair } from "../release/support/keys.ts";
import { type RunningRegistry, startRegistry } from "../release/support/registry.ts";
import { statementOf } from "../release/support/statement.ts";
import { type Job, RELEASE } from "./sigstore/issuer.ts";
import { type Sigstore, startSigstore } from "./sigstore/servers.ts";

const run = promisify(execFile);
const NAME = `https://github.com/${RELEASE.workflow}`;

let directory = "";
let registry: RunningRegistry;
/** The one that is trusted, and somebody else's, whose tokens come from another issuer of the same kind. */
let sigstore: Sigstore;
let strange: Sigstore;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-identity-"));
	registry = await startRegistry(join(directory, "registry"), "registry");
	sigstore = await startSigstore(join(directory, "ours"));
	strange = await startSigstore(join(directory, "theirs"), sigstore);
});
afterAll(async () => {
	await registry?.stop();
	await sigstore?.stop();
	await strange?.stop();
	await rm(directory, { recursive: true, force: true });
});

interface Released {
	readonly store: ImageStore;
	readonly digest: Sha256;
	/** `host/repository@sha256:…` */
	readonly name: string;
}

async function released(path: string, version = "v0.1.0"): Promise<Released> {
	const location = `${registry.host}/${path}`;
	const store = openImageStore({ kind: "registry", repository: location }, { clock: hastyClock() });
	const { digest } = await store.push(await buildImage(recipe({ version })), [version]);
	return { store, digest, name: `${location}@${digest}` };
}

const KINDS = ["logged", "unlogged"] as const;
type Kind = (typeof KINDS)[number];

function policy(more: Partial<IdentityPolicy> = {}): IdentityPolicy {
	return { identities: [NAME], issuer: sigstore.issuer.url, source: null, runner: null, ...more };
}

function trusting(kind: Kind, more: Partial<IdentityPolicy> = {}): IdentityVerifier {
	return verifierOf(readFileSync(sigstore.trustedRoot[kind]), more);
}

function verifierOf(root: Uint8Array, more: Partial<IdentityPolicy> = {}): IdentityVerifier {
	const read = readTrustedRoot(root, { file: "sigstore.json" });
	return identityVerifier(policy(more), async () => read);
}

function servicesOf(kind: Kind, of = sigstore): Services {
	const logs = kind === "logged" ? [{ url: of.rekor, version: 2 }] : [];
	return { fulcio: of.fulcio, timestamps: [of.timestamp], logs };
}

/** Takes what it signs for right, so that it can be refused by those who should. */
const anything: IdentityVerifier = {
	kind: "identity",
	who: "anybody",
	policy: { identities: [], issuer: "", source: null, runner: null },
	judge: async () => ({ ok: true }),
};

async function signed(
	{ store, digest }: Released,
	{ job = RELEASE, services = servicesOf("unlogged"), of = sigstore, by = anything } = {},
): Promise<void> {
	const statement = statementOf(digest);
	const [bill, origin] = [billOfMaterials(statement), provenance(statement)];
	const signer = identitySigner(by, { services, token: async () => of.issuer.token(job) });
	const statements = [origin.bytes, billStatement(digest, bill)];
	await signImage(store, digest, { signer, name: "churn-v0.1.0", at: new Date(), statements });
}

async function cosign(...args: string[]): Promise<string> {
	const running = run("cosign", args, { cwd: directory, env: { ...process.env, HOME: directory } });
	running.child.stdin?.end();
	return (await running).stdout;
}

/** What cosign is told to hold a signature against. */
function asking(kind: Kind): string[] {
	const whom = ["--certificate-identity", NAME, "--certificate-oidc-issuer", sigstore.issuer.url];
	const log = kind === "logged" ? [] : ["--insecure-ignore-tlog"];
	const root = ["--trusted-root", sigstore.trustedRoot[kind], "--insecure-ignore-sct", "--use-signed-timestamps"];
	return [...whom, ...root, ...log, "--allow-insecure-registry"];
}

async function bundlesOn({ store, digest }: Released): Promise<number> {
	return (await store.referrers(digest)).filter(({ artifactType }) => artifactType?.includes("sigstore")).length;
}

/** The signature of an image as it hangs there, for whoever wants to hang it elsewhere or change it. */
async function signatureOn({ store, digest }: Released): Promise<Attachment> {
	for (const { digest: referrer } of await store.referrers(digest)) {
		const { artifactType, layers, annotations } = JSON.parse(Buffer.from(await store.manifest(referrer)).toString());
		if (annotations["dev.sigstore.bundle.predicateType"] !== "https://sigstore.dev/cosign/sign/v1") continue;
		const chunks: Uint8Array[] = [];
		for await (const chunk of store.blob(layers[0])) chunks.push(chunk);
		return { type: artifactType, bytes: Buffer.concat(chunks), title: "moved", created: new Date(0), annotations };
	}
	throw new Error("nothing is signed");
}

describe.each(KINDS)("with a time from an authority, %s", (kind) => {
	it("an image that we sign is one that cosign knows as signed, and its documents as attested", async () => {
		const image = await released(`acme/ours-${kind}`);
		await signed(image, { services: servicesOf(kind), by: trusting(kind) });
		const [claim] = JSON.parse(await cosign("verify", ...asking(kind), image.name));
		expect(claim.critical.image["docker-manifest-digest"]).toBe(image.digest);
		const attested = async (type: string) => {
			const text = await cosign("verify-attestation", "--type", type, ...asking(kind), image.name);
			return JSON.parse(Buffer.from(JSON.parse(text.split("\n")[0] ?? "").payload, "base64").toString());
		};
		expect((await attested("slsaprovenance1")).predicate.buildDefinition.externalParameters.model).toBe("churn");
		expect((await attested("cyclonedx")).predicate.bomFormat).toBe("CycloneDX");
		expect(await checkSignature(image.store, image.digest, trusting(kind))).toEqual({ kind: "signed" });
	});

	it("an image that cosign signs is one that we know as signed", async () => {
		const image = await released(`acme/theirs-${kind}`);
		const begins = "start-time=2024-01-01T00:00:00Z,operator=test";
		const log = [`--rekor=url=${sigstore.rekor},api-version=2,${begins}`, "--rekor-config=ANY"];
		const services = [
			`--fulcio=url=${sigstore.fulcio},api-version=1,${begins}`,
			`--tsa=url=${sigstore.timestamp}/api/v1/timestamp,api-version=1,${begins}`,
			"--tsa-config=ANY",
			...(kind === "logged" ? log : []),
		];
		await cosign("signing-config", "create", ...services, "--out", `${kind}.json`);
		const how = ["--signing-config", `${kind}.json`, "--trusted-root", sigstore.trustedRoot[kind]];
		const token = ["--identity-token", sigstore.issuer.token(RELEASE)];
		await cosign("sign", "--yes", ...how, ...token, "--allow-insecure-registry", image.name);
		expect(await checkSignature(image.store, image.digest, trusting(kind))).toEqual({ kind: "signed" });
	});
});

describe("what is signed already", () => {
	it("is not signed again, however often it is begun", async () => {
		const image = await released("acme/once");
		for (let n = 0; n < 3; n++) await signed(image, { by: trusting("unlogged") });
		expect(await bundlesOn(image)).toBe(3);
	});

	it("is finished by whoever begins again after a kill", async () => {
		const image = await released("acme/killed");
		let tokens = 0;
		const dying = async () => {
			if (++tokens > 1) throw new Error("killed");
			return sigstore.issuer.token(RELEASE);
		};
		const by = trusting("unlogged");
		const signer = identitySigner(by, { services: servicesOf("unlogged"), token: dying });
		const statements = [provenance(statementOf(image.digest)).bytes];
		const what = { signer, name: "churn-v0.1.0", at: new Date(), statements };
		await expect(signImage(image.store, image.digest, what)).rejects.toThrow("killed");
		expect(await image.store.referrers(image.digest)).toHaveLength(1);
		await signed(image, { by });
		expect(await bundlesOn(image)).toBe(3);
	});

	it("is not hung on the image where it would not be accepted", async () => {
		const image = await released("acme/unfit");
		const failure = await signed(image, { services: servicesOf("unlogged"), by: trusting("logged") }).catch((f) => f);
		expect(failure).toBeInstanceOf(Failure);
		expect(failure).toMatchObject({ kind: "infrastructure", code: "signing-failed" });
		expect(await bundlesOn(image)).toBe(0);
	});

	it("says why sigstore did not sign", async () => {
		const image = await released("acme/unsigned");
		const failure = await signed(image, { of: strange, services: servicesOf("unlogged") }).catch((f) => f);
		expect(failure).toMatchObject({ kind: "infrastructure", code: "signing-failed" });
		expect(failure.message).toContain("sigstore did not sign: error creating signing certificate");
	});
});

describe("neither cosign nor we take", () => {
	const OTHER_JOBS: readonly (readonly [string, Partial<Job>, RegExp])[] = [
		["another workflow", { workflow: RELEASE.workflow.replace("release", "retrain") }, /signed by .*retrain.*not/],
		[
			"another branch",
			{ ref: "refs/heads/x", workflow: RELEASE.workflow.replace("heads/main", "heads/x") },
			/heads\/x/,
		],
		[
			"another repository",
			{ repository: "evil/churn", workflow: RELEASE.workflow.replace("acme", "evil") },
			/evil\/churn/,
		],
	];
	it.each(OTHER_JOBS)("a signature by %s", async (which, job, words) => {
		const image = await released(`acme/${which.replaceAll(" ", "-")}`);
		await signed(image, { job: { ...RELEASE, ...job } });
		await expectRefused(image, words);
	});

	it("one whose statement was changed", async () => {
		const image = await released("acme/changed");
		const other = await released("acme/changed", "v0.2.0");
		await signed(other);
		const signature = await signatureOn(other);
		const bundle = JSON.parse(Buffer.from(signature.bytes).toString());
		const statement = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, "base64").toString());
		statement.subject[0].digest.sha256 = image.digest.slice("sha256:".length);
		bundle.dsseEnvelope.payload = Buffer.from(JSON.stringify(statement)).toString("base64");
		await image.store.attach(image.digest, { ...signature, bytes: Buffer.from(JSON.stringify(bundle)) });
		await expectRefused(image, /does not hold/);
	});

	it("another image's", async () => {
		const image = await released("acme/moved");
		const other = await released("acme/moved", "v0.2.0");
		await signed(other);
		await image.store.attach(image.digest, await signatureOn(other));
		await expectRefused(image, /is of another image/);
	});

	it("one that nobody says the time of", async () => {
		const image = await released("acme/timeless");
		await signed(image);
		const signature = await signatureOn(image);
		const bare = await released("acme/bare");
		const bundle = JSON.parse(Buffer.from(signature.bytes).toString());
		bundle.verificationMaterial.timestampVerificationData = { rfc3161Timestamps: [] };
		await bare.store.attach(bare.digest, { ...signature, bytes: Buffer.from(JSON.stringify(bundle)) });
		expect(bare.digest).toBe(image.digest);
		await expectRefused(bare, /expected 1 timestamps, got 0/);
	});

	it("another sigstore's", async () => {
		const image = await released("acme/strange");
		await signed(image, { of: strange, services: servicesOf("unlogged", strange) });
		await expectRefused(image, /does not hold/);
	});

	it("one of no log, where the root names one", async () => {
		const image = await released("acme/unlogged");
		await signed(image);
		await expectRefused(image, /expected 1 tlog entries, got 0/, "logged");
	});

	it("a key's", async () => {
		const image = await released("acme/key");
		const { signer } = await pair();
		await signImage(image.store, image.digest, { signer, name: "x", at: new Date(), statements: [] });
		await expectRefused(image, /has a key, and no certificate/);
	});

	async function expectRefused(image: Released, words: RegExp, kind: Kind = "unlogged"): Promise<void> {
		await expect(cosign("verify", ...asking(kind), image.name)).rejects.toThrow(/Command failed/);
		expect(await checkSignature(image.store, image.digest, trusting(kind))).toMatchObject({
			kind: "unsigned",
			says: expect.stringMatching(words),
		});
	}
});

describe("beyond the name", () => {
	it("a shared workflow's signature counts only for the repository and branch that it ran for", async () => {
		const shared = "acme/workflows/.github/workflows/release.yml@refs/heads/v1";
		const identities = [`https://github.com/${shared}`];
		const source = { repository: "https://github.com/acme/churn", ref: "refs/heads/main" };
		const check = async (job: Job, asked: Partial<IdentityPolicy>) => {
			const image = await released(`acme/shared-${job.ref.split("/").at(-1)}-${job.repository.split("/")[0]}`);
			await signed(image, { job });
			return (await checkSignature(image.store, image.digest, trusting("unlogged", { identities, ...asked }))).kind;
		};
		const ours = { ...RELEASE, workflow: shared };
		expect(await check(ours, { source })).toBe("signed");
		expect(await check(ours, {})).toBe("unsigned");
		expect(await check({ ...ours, ref: "refs/heads/x" }, { source })).toBe("unsigned");
		expect(await check({ ...ours, repository: "evil/churn" }, { source })).toBe("unsigned");
	});

	it("a workflow that a branch calls from the main branch signs for the branch, which is not enough", async () => {
		const image = await released("acme/called");
		await signed(image, { job: { ...RELEASE, ref: "refs/heads/x" } });
		expect(await checkSignature(image.store, image.digest, trusting("unlogged"))).toMatchObject({
			kind: "unsigned",
			says: expect.stringContaining("run for https://github.com/acme/churn at refs/heads/x"),
		});
	});

	it("issuer and runner have to be those that are asked for", async () => {
		const image = await released("acme/runner");
		await signed(image, { job: { ...RELEASE, runner: "self-hosted" } });
		const check = (asked: Partial<IdentityPolicy>) =>
			checkSignature(image.store, image.digest, trusting("unlogged", asked));
		expect(await check({ runner: "self-hosted" })).toEqual({ kind: "signed" });
		expect(await check({ runner: "github-hosted" })).toMatchObject({ says: expect.stringContaining("self-hosted") });
		expect(await check({ issuer: "https://token.actions.githubusercontent.com" })).toMatchObject({
			says: expect.stringContaining(`by word of ${sigstore.issuer.url}`),
		});
	});

	it("authorities whose time was over when it was signed vouch for nothing", async () => {
		const image = await released("acme/over");
		await signed(image);
		const root = JSON.parse(readFileSync(sigstore.trustedRoot.unlogged, "utf8"));
		const check = (lists: readonly string[]) => {
			const over = structuredClone(root);
			for (const list of lists) for (const each of over[list]) each.validFor.end = "2025-01-01T00:00:00Z";
			writeFileSync(join(directory, "over.json"), JSON.stringify(over));
			return checkSignature(image.store, image.digest, verifierOf(readFileSync(join(directory, "over.json"))));
		};
		expect(await check([])).toEqual({ kind: "signed" });
		expect(await check(["certificateAuthorities"])).toMatchObject({ kind: "unsigned" });
		expect(await check(["timestampAuthorities"])).toMatchObject({ kind: "unsigned" });
	});
});
