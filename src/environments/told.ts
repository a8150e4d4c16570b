import { parseSemVer } from "../release/index.ts";
import { cut } from "./cut.ts";

/** Git has no tag with a longer name; numbers and names of megabytes would take minutes to read. */
const LONGEST_VERSION = 255;
/** No digest is as long; what is cut is none of ours, and stays none. */
const LONGEST_DIGEST = 200;

/** The versions in the metadata of OIP V2 and of the servers that word it otherwise. */
export function reportedVersions(body: string): string[] {
	const metadata = jsonIn(body);
	const named = [fieldOf(metadata, "version"), fieldOf(metadata, "model_version")];
	const listed = fieldOf(metadata, "versions");
	return [...(Array.isArray(listed) ? listed : []), ...named].filter((item) => typeof item === "string");
}

/** What Triton's configuration of a model says in its parameter `MAINLINE_VERSION`; null where it has none. */
export function configuredVersion(body: string): string | null {
	const parameter = fieldOf(fieldOf(jsonIn(body), "parameters"), "MAINLINE_VERSION");
	const version = fieldOf(parameter, "string_value");
	return typeof version === "string" ? version : null;
}

export function reportedDigest(body: string): string | null {
	const digest = fieldOf(fieldOf(jsonIn(body), "parameters"), "digest");
	return typeof digest === "string" ? cut(digest, LONGEST_DIGEST) : null;
}

/** `v1.2.0` and `1.2.0` are one version. */
export function isSameVersion(one: string, other: string): boolean {
	return bare(one) === bare(other);
}

/** A version as releases are numbered: `v1.2.0`, `1.2.0`. */
export function isOurs(version: string): boolean {
	const begin = version.slice(0, LONGEST_VERSION);
	return parseSemVer(begin.startsWith("v") ? begin : `v${begin}`) !== null;
}

/** A server's text as JSON; null where it is none. */
export function jsonIn(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}

/** What an object has under a name. Only that is looked at: a server may send millions of others. */
export function fieldOf(value: unknown, name: string): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
	return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function bare(version: string): string {
	return version.replace(/^v(?=\d)/, "");
}
