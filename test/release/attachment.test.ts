import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
import { hastyClock, recipe } from "./support/images.ts";
import { statementOf } from "./support/statement.ts";

let root = "";
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "mainline-attached-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function pushed(name: string): Promise<{ store: ImageStore; directory: string; digest: Sha256 }> {
	const directory = join(root, name);
	const store = openImageStore({ kind: "layout", directory }, { clock: hastyClock() });
	const { digest } = await store.push(await buildImage(recipe()), ["v0.1.0"]);
	return { store, directory, digest };
}

describe("a document about an image", () => {
	it("hangs on it once, however often it is attached, and is no image of its own", async () => {
		const { store, directory, digest } = await pushed("once");
		const statement = statementOf(digest);
		for (const document of [billOfMaterials(statement), provenance(statement), billOfMaterials(statement)]) {
			await store.attach(digest, document);
		}
		expect((await store.referrers(digest)).map(({ artifactType }) => artifactType)).toEqual([
			BILL_TYPE,
			PROVENANCE_TYPE,
		]);
		expect(await store.tags()).toEqual(["v0.1.0"]);
		const { manifests } = JSON.parse(await readFile(join(directory, "index.json"), "utf8"));
		expect(manifests).toHaveLength(3);
	});

	it("is not what another image has", async () => {
		const { store, digest } = await pushed("other");
		const other = await buildImage(recipe({ version: "v0.2.0" }));
		await store.push(other, ["v0.2.0"]);
		await store.attach(digest, billOfMaterials(statementOf(digest)));
		expect(await store.referrers(other.digest)).toEqual([]);
	});

	it("cannot be hung on what is not there", async () => {
		const { store } = await pushed("nothing");
		const { digest } = await buildImage(recipe({ version: "v9.0.0" }));
		await expect(store.attach(digest, billOfMaterials(statementOf(digest)))).rejects.toMatchObject({
			code: "image-not-found",
		});
	});

	it("names the data, parameters and metrics of the model, and does not depend on when it is written", () => {
		const statement = statementOf(`sha256:${"a".repeat(64)}` as Sha256);
		const bill = JSON.parse(new TextDecoder().decode(billOfMaterials(statement).bytes));
		const [model, data, , library] = bill.components;
		expect(library).toMatchObject({ type: "library", name: "numpy", purl: "pkg:pypi/numpy@2.3.1" });
		expect(model.modelCard.quantitativeAnalysis.performanceMetrics).toEqual([
			{ type: "metrics.json:accuracy", value: "0.93" },
		]);
		expect(model.modelCard.properties).toEqual([{ name: "mainline:param:params.yaml:epochs", value: "20" }]);
		expect(data).toMatchObject({ name: "data/raw", hashes: [{ alg: "MD5", content: "b".repeat(32) }] });
		expect(bill.dependencies[1]).toEqual({ ref: "model", dependsOn: ["data:data/raw", "data:train.py"] });
		expect(billOfMaterials(statement).bytes).toEqual(billOfMaterials(statementOf(statement.image.digest)).bytes);
		const stated = JSON.parse(new TextDecoder().decode(provenance(statement).bytes));
		expect(stated.subject).toEqual([{ name: "localhost:5000/acme/churn", digest: { sha256: "a".repeat(64) } }]);
		expect(stated.predicate.buildDefinition.resolvedDependencies).toContainEqual({
			name: "data/raw",
			digest: { "dvc-md5-dir": "b".repeat(32) },
		});
	});
});
