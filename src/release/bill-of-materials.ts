import type { Ingredient, NamedValue, ReleaseStatement } from "./evidence.ts";
import { hexOf, jsonBytes, sha256 } from "./media.ts";
import type { Attachment } from "./model.ts";
import { fileName } from "./naming.ts";

/** CycloneDX's registered media type. */
export const BILL_TYPE = "application/vnd.cyclonedx+json";

/**
 * What is in the image, as CycloneDX 1.6 with its machine-learning part: the model with its card (data, parameters, metrics), the
 * data and code that it was made from with their digests, the base. Nothing in it depends on who writes it or when.
 */
export function billOfMaterials(statement: ReleaseStatement): Attachment {
	const { model, version, created } = statement;
	const body = {
		bomFormat: "CycloneDX",
		specVersion: "1.6",
		serialNumber: `urn:uuid:${uuidOf(statement)}`,
		version: 1,
		metadata: {
			timestamp: created.toISOString().replace(/\.\d+Z$/, "Z"),
			component: image(statement),
		},
		components: [
			modelComponent(statement),
			...statement.ingredients.map(ingredient),
			...statement.packages.map(packageComponent),
			...(statement.base === null ? [] : [baseComponent(statement.base)]),
		],
		dependencies: [
			{ ref: "image", dependsOn: ["model", ...statement.packages, ...(statement.base === null ? [] : ["base"])] },
			{ ref: "model", dependsOn: statement.ingredients.map(refOf) },
		],
	};
	return { type: BILL_TYPE, bytes: jsonBytes(body), title: `${fileName(model, version)}.cdx.json`, created };
}

function image({ model, version, image: { location, digest } }: ReleaseStatement) {
	return {
		type: "container",
		"bom-ref": "image",
		name: model,
		version,
		hashes: [{ alg: "SHA-256", content: hexOf(digest) }],
		properties: [property("image", `${location}@${digest}`)],
	};
}

function modelComponent(statement: ReleaseStatement) {
	const { model, version, files, stages, params, metrics, ingredients, lock, content } = statement;
	const [file] = files;
	return {
		type: "machine-learning-model",
		"bom-ref": "model",
		name: model,
		version,
		...(file !== undefined && files.length === 1 ? { hashes: hashes(file) } : {}),
		modelCard: {
			modelParameters: { datasets: ingredients.map((each) => ({ ref: refOf(each) })) },
			quantitativeAnalysis: {
				performanceMetrics: metrics.map((metric) => ({ type: nameOf(metric), value: metric.value })),
			},
			properties: params.map((param) => property(`param:${nameOf(param)}`, param.value)),
		},
		properties: [
			property("content", content),
			property("lock", lock),
			...files.map(({ path, oid, hash }) => property(`file:${path}`, `${hash}:${oid}`)),
			...stages.map(({ address, command }) => property(`stage:${address}`, command)),
		],
	};
}

function ingredient(each: Ingredient) {
	const { path, oid, hash, size } = each;
	return {
		type: "data",
		"bom-ref": refOf(each),
		name: path,
		hashes: hashes(each),
		data: [{ type: "dataset", name: path }],
		properties: [property("oid", `${hash}:${oid}`), ...(size === null ? [] : [property("bytes", String(size))])],
	};
}

function packageComponent(pinned: string) {
	const [name = "", version = ""] = pinned.split("==");
	return { type: "library", "bom-ref": pinned, name, version, purl: `pkg:pypi/${name}@${encodeURIComponent(version)}` };
}

function baseComponent({ reference, digest }: NonNullable<ReleaseStatement["base"]>) {
	return {
		type: "container",
		"bom-ref": "base",
		name: reference,
		hashes: [{ alg: "SHA-256", content: hexOf(digest) }],
	};
}

function property(name: string, value: string) {
	return { name: `mainline:${name}`, value };
}

/** A folder's oid is the digest of DVC's listing of it: still one digest for all of its content. */
function hashes({ oid, hash }: Ingredient): { alg: string; content: string }[] {
	const hex = oid.replace(/\.dir$/, "");
	return hash === "md5" && /^[0-9a-f]{32}$/.test(hex) ? [{ alg: "MD5", content: hex }] : [];
}

function refOf({ path }: Ingredient): string {
	return `data:${path}`;
}

function nameOf({ file, name }: NamedValue): string {
	return name === "" ? file : `${file}:${name}`;
}

/** Made from what the bill is about (RFC 9562, version 8: the rest is ours to choose). */
function uuidOf({ model, version, image: { digest } }: ReleaseStatement): string {
	const hex = hexOf(sha256(`mainline bill of materials\n${model}\n${version}\n${digest}`));
	return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
		"-",
	);
}
