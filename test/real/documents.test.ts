import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sha256 } from "../../src/kernel/index.ts";
import {
	BILL_TYPE,
	billOfMaterials,
	buildImage,
	type ImageStore,
	openImageStore,
	PROVENANCE_TYPE,
	provenance,
} from "../../src/release/index.ts";
import { hastyClock, recipe } from "../release/support/images.ts";
import { type RunningRegistry, startGoRegistry, startRegistry } from "../release/support/registry.ts";
import { statementOf } from "../release/support/statement.ts";

const run = promisify(execFile);

/** Reads a bill by CycloneDX's own schema, and a statement by in-toto's own types. */
const VALIDATE = `
import json, sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from in_toto_attestation.v1.statement import Statement
from google.protobuf.json_format import ParseDict
import in_toto_attestation.v1.statement_pb2 as pb
bill, statement = (open(path).read() for path in sys.argv[1:])
error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill)
assert error is None, error
Statement.copy_from_pb(ParseDict(json.loads(statement), pb.Statement())).validate()
`;

let directory = "";
let withoutApi: RunningRegistry;
let withApi: RunningRegistry;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-documents-"));
	withoutApi = await startRegistry(join(directory, "registry"));
	withApi = await startGoRegistry(join(directory, "go-registry"));
});
afterAll(async () => {
	await Promise.all([withoutApi?.stop(), withApi?.stop()]);
	await rm(directory, { recursive: true, force: true });
});

async function released(store: ImageStore, location: string): Promise<Sha256> {
	const { digest } = await store.push(await buildImage(recipe()), ["v0.1.0"]);
	const statement = statementOf(digest, location);
	// twice, as a release that was killed and begun again
	for (const document of [billOfMaterials(statement), provenance(statement), billOfMaterials(statement)]) {
		await store.attach(digest, document);
	}
	return digest;
}

interface Found {
	readonly artifactType: string;
	readonly reference: string;
}

/** What somebody else's client finds. */
async function discovered(...args: string[]): Promise<Found[]> {
	const { stdout } = await run("oras", ["discover", "--format", "json", ...args]);
	const found: { referrers?: Found[] } = JSON.parse(stdout);
	return found.referrers ?? [];
}

const types = (found: readonly Found[]) => found.map(({ artifactType }) => artifactType).toSorted();

describe("what an image is made of and where it comes from", () => {
	it.each(["a registry without the referrers API", "a registry with it"])("hangs on the image in %s", async (which) => {
		const { host } = which.startsWith("a registry without") ? withoutApi : withApi;
		const location = `${host}/acme/churn`;
		const store = openImageStore({ kind: "registry", repository: location }, { clock: hastyClock() });
		const digest = await released(store, location);
		expect((await store.referrers(digest)).length).toBe(2);
		const found = await discovered("--plain-http", `${location}@${digest}`);
		// go-containerregistry's names the config's type in its place
		if (host === withoutApi.host) expect(types(found)).toEqual([BILL_TYPE, PROVENANCE_TYPE].toSorted());
		expect(found).toHaveLength(2);

		const files = join(directory, which.replaceAll(" ", "-"));
		for (const { reference } of found) await run("oras", ["pull", "--plain-http", "-o", files, reference]);
		const paths = ["churn-v0.1.0.cdx.json", "churn-v0.1.0.intoto.json"].map((name) => join(files, name));
		await run("python-documents", ["-c", VALIDATE, ...paths]);
		const statement = JSON.parse(await readFile(paths[1] ?? "", "utf8"));
		expect(`sha256:${statement.subject[0].digest.sha256}`).toBe(digest);
	});

	it("hangs on it in a folder, too, and leaves the image readable", async () => {
		const folder = join(directory, "layout");
		const store = openImageStore({ kind: "layout", directory: folder }, { clock: hastyClock() });
		const digest = await released(store, `oci:${folder}`);
		const found = await discovered("--oci-layout", `${folder}@${digest}`);
		expect(types(found)).toEqual([BILL_TYPE, PROVENANCE_TYPE].toSorted());
		const { stdout } = await run("skopeo", ["inspect", `oci:${folder}:v0.1.0`]);
		expect(JSON.parse(stdout).Digest).toBe(digest);
	});

	it("is listed with what others attach at the same moment, at the latest when it is asked for again", async () => {
		const location = `${withoutApi.host}/acme/crowd`;
		const stores = [1, 2, 3].map(() =>
			openImageStore({ kind: "registry", repository: location }, { clock: hastyClock() }),
		);
		const [first] = stores;
		const pushed = await first?.push(await buildImage(recipe()), ["v0.1.0"]);
		const digest = pushed?.digest ?? expect.unreachable();
		const attach = (store: ImageStore, n: number) =>
			store.attach(digest, { ...billOfMaterials(statementOf(digest)), bytes: new TextEncoder().encode(`{"n":${n}}`) });
		await Promise.all(stores.map(attach));
		// without the API nobody can keep another from writing over his line of the list: asking again mends it
		for (const [n, store] of stores.entries()) await attach(store, n);
		expect(await first?.referrers(digest)).toHaveLength(3);
	});
});
