import { badInput, parseSha256, type Sha256 } from "../kernel/index.ts";

/** `host[:port]/path[:tag][@sha256:…]`, taken apart. */
export interface Reference {
	/** `localhost:5000`, `ghcr.io`. */
	readonly host: string;
	/** `acme/churn`. */
	readonly path: string;
	readonly tag: string | null;
	readonly digest: Sha256 | null;
}

/** One part of a repository's path, as the distribution specification writes it. */
const PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const HOST = /^([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?$/;
const DOCKER_HUB = "registry-1.docker.io";

/**
 * Reads an image's name. A name without a host (`python:3.12`, `acme/churn`) is Docker Hub's, as for docker itself.
 * Failure `image-reference`.
 */
export function parseReference(text: string): Reference {
	const [named = "", digestText] = text.split("@", 2);
	const digest = digestText === undefined ? null : parseSha256(digestText);
	if (digestText !== undefined && digest === null) throw badReference(text, "a digest `sha256:` and 64 hex digits");
	const colon = named.lastIndexOf(":");
	const hasTag = colon > named.lastIndexOf("/");
	const tag = hasTag ? named.slice(colon + 1) : null;
	if (tag !== null && !TAG.test(tag)) throw badReference(text, "a tag of letters, digits, `_`, `.` and `-`");
	return { ...splitHost(hasTag ? named.slice(0, colon) : named, text), tag, digest };
}

function splitHost(name: string, text: string): { host: string; path: string } {
	const [first = "", ...rest] = name.split("/");
	const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
	const host = isHost ? first : DOCKER_HUB;
	const path = isHost ? rest.join("/") : rest.length > 0 ? name : `library/${name}`;
	if (!HOST.test(host) || !path.split("/").every((part) => PART.test(part))) {
		throw badReference(text, "host[:port]/path in lower case, as localhost:5000/acme/churn");
	}
	return { host: host === "docker.io" || host === "index.docker.io" ? DOCKER_HUB : host, path };
}

/** Registries on this machine speak plain HTTP. */
export function isLoopback(host: string): boolean {
	const name = host.replace(/:[0-9]+$/, "");
	return name === "localhost" || name === "127.0.0.1" || name === "[::1]";
}

export function isImageTag(text: string): boolean {
	return TAG.test(text);
}

export function isRepositoryPath(text: string): boolean {
	return text.length <= 255 && text.split("/").every((part) => PART.test(part));
}

function badReference(text: string, expected: string): Error {
	return badInput("image-reference", `"${text}" does not name an image`, { found: text, expected });
}
