import {
	badInput,
	compareCodePoints,
	type Failure,
	isList,
	isMapping,
	type Mapping,
	together,
	type Value,
} from "../../kernel/index.ts";
import { decodeUtf8, parseJson, parseToml, toValue } from "../../source/index.ts";
import { jsonBytes, sha256 } from "../media.ts";
import type { PackageIndex, Pin, PinnedRequirements, PythonLock, UvLock } from "./model.ts";
import { emptyLock, inOrder, parseRequirements, publicIndex, requirementsText } from "./requirements.ts";

/** Longer locks are none. */
const MAX_LOCK = 16 << 20;
const PYPI = /^https:\/\/pypi\.org\/simple\/?$/;

type Reader = (text: string, file: string, bytes: Uint8Array) => PinnedRequirements | UvLock;

/** By the file's name; everything that ends in `.txt` is a requirements file. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
	[/\.txt$/, parseRequirements],
	[/^uv\.lock$/, readUv],
	[/^poetry\.lock$/, readPoetry],
	[/^Pipfile\.lock$/, readPipfile],
];

/** Whether a file of this name can be a lock. */
export function isPythonLock(file: string): boolean {
	return readerOf(file) !== undefined;
}

/** Reads a lock file of the commit. Failures `python-lock`, `python-not-pinned`, with the place. */
export function parsePythonLock(bytes: Uint8Array, file: string): PythonLock {
	const read = readerOf(file);
	if (read === undefined || bytes.length > MAX_LOCK) {
		throw badInput("python-lock", `${file} cannot be a lock of Python packages`, {
			at: { file },
			found: read === undefined ? file : `${bytes.length} bytes`,
			expected: `requirements.txt, uv.lock, poetry.lock or Pipfile.lock, ${MAX_LOCK} bytes at most`,
		});
	}
	const content = read(decodeUtf8(bytes, file), file, bytes);
	if (content.kind === "uv") return { file, content, digest: sha256(bytes) };
	if (content.pins.length === 0) throw emptyLock(file);
	return { file, content, digest: sha256(jsonBytes([requirementsText(content), content.complete])) };
}

function readerOf(file: string): Reader | undefined {
	const name = file.slice(file.lastIndexOf("/") + 1);
	return READERS.find(([pattern]) => pattern.test(name))?.[1];
}

function readUv(text: string, file: string, bytes: Uint8Array): UvLock {
	const packages = mappings(toValue(parseToml(text, file)), "package");
	const sources = packages.map((found) => child(found, "source"));
	const root = packages.find((_, index) =>
		["virtual", "editable"].some((kind) => textOf(sources[index] ?? null, kind) === "."),
	);
	const project = textOf(root ?? null, "name");
	if (project === null) throw badLock(file, "no project of its own", "the lock of one project, made by `uv lock`");
	const urls = sources.flatMap((source) => textOf(source, "registry") ?? []);
	return { kind: "uv", bytes, project, indexes: extraIndexes(urls, file) };
}

/** Since lock version 2.1 (Poetry 2.0) every package says its groups and markers. */
function readPoetry(text: string, file: string): PinnedRequirements {
	const lock = toValue(parseToml(text, file));
	const version = textOf(child(lock, "metadata"), "lock-version") ?? "";
	if (!/^2\.[1-9]/.test(version)) {
		throw badLock(file, `lock-version ${version || "none"}`, "2.1 or newer", "`poetry lock` with Poetry 2 writes one");
	}
	const wanted = mappings(lock, "package").filter((found) => {
		const groups = child(found, "groups");
		return found.get("optional") !== true && isList(groups) && groups.includes("main");
	});
	const sources = wanted.map((found) => child(found, "source"));
	const foreign = wanted.filter((_, index) => ![null, "legacy"].includes(textOf(sources[index] ?? null, "type")));
	if (foreign.length > 0) throw together(foreign.map((found) => notFromIndex(file, textOf(found, "name") ?? "")));
	const pins = wanted.map((found): Pin => {
		const markers = child(found, "markers");
		const marker = isMapping(markers) ? textOf(markers, "main") : typeof markers === "string" ? markers : null;
		const hashes = mappings(found, "files").flatMap((item) => textOf(item, "hash") ?? []);
		return pin({ file, name: textOf(found, "name"), version: textOf(found, "version"), marker, hashes });
	});
	const urls = sources.flatMap((source) => textOf(source, "url") ?? []);
	return { kind: "requirements", pins: inOrder(pins), indexes: extraIndexes(urls, file), complete: true };
}

function readPipfile(text: string, file: string): PinnedRequirements {
	const lock = toValue(parseJson(text, file));
	const defaults = child(lock, "default");
	const packages = isMapping(defaults) ? [...defaults] : [];
	const pins = packages.map(([key, found]): Pin => {
		const name = String(key);
		const version = textOf(found, "version")?.replace(/^===?/, "") ?? null;
		if (version === null) throw notFromIndex(file, name);
		const hashes = child(found, "hashes");
		const listed = isList(hashes) ? hashes.filter((hash) => typeof hash === "string") : [];
		return pin({ file, name, version, marker: textOf(found, "markers"), hashes: listed });
	});
	const urls = mappings(child(lock, "_meta"), "sources").flatMap((source) => textOf(source, "url") ?? []);
	return { kind: "requirements", pins: inOrder(pins), indexes: extraIndexes(urls, file), complete: true };
}

interface Locked {
	readonly file: string;
	readonly name: string | null;
	readonly version: string | null;
	readonly marker: string | null;
	readonly hashes: readonly string[];
}

/** By the rules of a requirements file: a line break in a name must not become another line. */
function pin({ file, name, version, marker, hashes }: Locked): Pin {
	const usable = hashes.filter((hash) => hash.startsWith("sha256:"));
	const line = [
		`${name}==${version}${marker === null ? "" : ` ; ${marker}`}`,
		...usable.map((hash) => `--hash=${hash}`),
	];
	const [read] = parseRequirements(line.join(" ").replace(/[\r\n#\\]/g, "?"), file).pins;
	if (read === undefined) throw badLock(file, String(name), "a package with a name and a version");
	return read;
}

function extraIndexes(urls: readonly string[], file: string): PackageIndex[] {
	const others = [...new Set(urls)].filter((url) => !PYPI.test(url)).toSorted(compareCodePoints);
	return others.map((found) => {
		const url = publicIndex(found, { file });
		if (typeof url !== "string") throw url;
		return { role: "extra", url };
	});
}

function child(value: Value, key: string): Value {
	return isMapping(value) ? (value.get(key) ?? null) : null;
}

function mappings(value: Value, key: string): Mapping[] {
	const list = child(value, key);
	return isList(list) ? list.filter((item) => isMapping(item)) : [];
}

function textOf(value: Value, key: string): string | null {
	const found = child(value, key);
	return typeof found === "string" ? found : null;
}

function notFromIndex(file: string, name: string): Failure {
	return badInput("python-no-wheel", `${name} does not come from a package index: use a Dockerfile for it`, {
		at: { file },
		found: name,
		expected: "packages that have a wheel at an index",
		hint: "build an image with it and name that image as the model's `base`",
	});
}

function badLock(file: string, found: string, expected: string, hint?: string): Failure {
	const message = `${file} is no lock that a release can use`;
	return badInput("python-lock", message, { at: { file }, found, expected, ...(hint === undefined ? {} : { hint }) });
}
