import { describe, expect, it } from "vitest";
import { loadMainline } from "../../src/config/index.ts";
import { signerIfHere, signerOf } from "../../src/flows/release/signer.ts";
import { trustedBy } from "../../src/flows/release/signing.ts";
import type { Site } from "../../src/flows/release/site.ts";
import { systemClock } from "../../src/kernel/index.ts";

const WORKFLOW = "acme/churn/.github/workflows/release.yml@refs/heads/main";
const ROOT = Buffer.from(
	JSON.stringify({ certificateAuthorities: [{ uri: "x" }], timestampAuthorities: [{ uri: "x" }] }),
);
const OWN = "{trusted-root: sigstore.json, fulcio: https://fulcio.example, timestamp: https://time.example}";

const JOB = {
	iss: "https://token.actions.githubusercontent.com",
	job_workflow_ref: WORKFLOW,
	repository: "acme/churn",
	ref: "refs/heads/main",
	runner_environment: "github-hosted",
	repository_visibility: "public",
};

/** A job with such a token, where mainline.yaml says so. */
async function job(
	claims: object | string | null,
	signing: string,
	identity = WORKFLOW,
): Promise<Pick<Site, "context" | "config" | "trusted">> {
	const config = loadMainline(`signing:\n  identity: ${identity}\n${signing}`, "mainline.yaml");
	const trusted = await trustedBy(config, async () => ROOT, { stateDir: "/nowhere" });
	const jwt = typeof claims === "string" ? claims : `h.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.s`;
	const idToken = claims === null ? null : { kind: "given", token: jwt };
	// the parts that are asked for
	const context = {
		machine: { idToken, signingKey: null, stateDir: "/nowhere" },
		clock: systemClock,
		cwd: "/",
	} as never;
	return { context, config, trusted };
}

const own = `  sigstore: ${OWN}\n`;

describe("who signs where mainline.yaml asks for an identity", () => {
	it("is the job whose token names it", async () => {
		expect(await signerOf(await job(JOB, own))).toMatchObject({ verifier: { kind: "identity" } });
		// what is no workflow's says nothing that could be held against it before
		expect(await signerOf(await job({ iss: "https://accounts.example" }, own))).not.toBeNull();
	});

	it.each([
		["nobody, without a token", null, "signing-identity-missing"],
		[
			"not another workflow",
			{ ...JOB, job_workflow_ref: WORKFLOW.replace("release", "test") },
			"signing-identity-other",
		],
		["not a pull request's run", { ...JOB, ref: "refs/pull/7/merge" }, "signing-identity-other"],
		["not another issuer's", { ...JOB, iss: "https://ghes.example" }, "signing-identity-other"],
		["nobody, with what is no token", "secret", "id-token"],
	])("is %s", async (_, claims, code) => {
		const failure = await signerOf(await job(claims, own)).catch((caught: Error) => caught);
		expect(failure).toMatchObject({ kind: "input", code });
		expect(JSON.stringify(failure)).not.toContain("secret");
	});

	it("may be a job of a server of one's own, by its own address", async () => {
		const identity = `https://ghes.example/${WORKFLOW}`;
		const issuer = "https://ghes.example/_services/token";
		const here = await job({ ...JOB, iss: issuer }, `  issuer: ${issuer}\n${own}`, identity);
		expect(await signerOf(here)).not.toBeNull();
		await expect(
			signerOf(await job({ ...JOB, iss: issuer, ref: "refs/heads/x" }, `  issuer: ${issuer}\n${own}`, identity)),
		).rejects.toMatchObject({
			code: "signing-identity-other",
		});
	});

	it("is not a private repository that nobody let tell the public", async () => {
		const hidden = { ...JOB, repository_visibility: "private" };
		await expect(signerOf(await job(hidden, ""))).rejects.toMatchObject({
			kind: "input",
			code: "signing-public-log",
			details: { at: { line: 2 }, hint: expect.stringContaining("sigstore: public") },
		});
		expect(await signerOf(await job(hidden, own))).not.toBeNull();
	});

	it("is asked for nothing where an image is only put back", async () => {
		for (const claims of [null, { ...JOB, ref: "refs/heads/x" }]) {
			expect(await signerIfHere(await job(claims, own))).toBeNull();
		}
		expect(await signerIfHere(await job(JOB, own))).not.toBeNull();
	});
});

describe("the trusted root", () => {
	it("has to be there, and to be one", async () => {
		const config = loadMainline(`signing:\n  identity: ${WORKFLOW}\n${own}`, "mainline.yaml");
		for (const [bytes, at] of [
			[null, { file: "mainline.yaml", line: 3 }],
			[Buffer.from("{}"), { file: "sigstore.json" }],
		] as const) {
			await expect(trustedBy(config, async () => bytes, { stateDir: "/" })).rejects.toMatchObject({
				kind: "input",
				code: "sigstore-root",
				details: { at },
			});
		}
	});
});
