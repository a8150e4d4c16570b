import { badInput, infrastructure } from "../../kernel/index.ts";
import type { Installer } from "./installer.ts";
import type { PythonLock, PythonTarget } from "./model.ts";

/** `https://ann:secret@index.example/simple` → `https://***@index.example/simple`. */
export function withoutPasswords(text: string): string {
	return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/]+@/gi, "$1***@");
}

const UNREACHABLE =
	/connection broken|failed to (?:fetch|download)|error sending request|connection refused|timed out|name or service not known|temporary failure in name resolution|SSLError|HTTP status (?:server error|client error \((?:401|403|407|429))|40[13] (?:client )?error/i;
const NO_VERSION = /there is no version of ([A-Za-z0-9._-]+==[^\s,]+)|Because ([A-Za-z0-9._-]+) was not found/;
/** pip says the same of a version without wheels and of one that never was. */
const NO_WHEEL = /Because ([A-Za-z0-9._-]+(?:==[^\s,]+)?) has no |No matching distribution found for ([^\s;,]+)/;
const HASH_MISMATCH = /hash mismatch|DO NOT MATCH THE HASHES/i;
const NO_HASH = /In --require-hashes mode|Hash-checking is required/i;
const NO_PYTHON = /No interpreter found|python-build-standalone/i;

interface Attempt {
	readonly lock: PythonLock;
	readonly target: PythonTarget;
	readonly installer: Installer;
}

/** What a tool said, as one of our failures. */
export function installFailure(lines: readonly string[], { lock, target, installer }: Attempt): Error {
	const text = lines.join("\n");
	const at = { file: lock.file };
	const found = lines.slice(-8).join("\n");
	if (HASH_MISMATCH.test(text)) {
		return badInput("python-hash", "the index has other files than the lock's hashes say", {
			at,
			found,
			expected: "the files that were locked",
			hint: "lock again where you trust the index; if nobody changed the packages, somebody changed their files",
		});
	}
	if (NO_HASH.test(text)) return unlisted(lock, found);
	if (NO_PYTHON.test(text) || UNREACHABLE.test(text)) {
		const what = NO_PYTHON.test(text) ? "uv found no Python on this machine" : "the package index does not answer";
		return infrastructure("python-index", what, {
			at,
			found,
			hint: "try again; the index is the one of pip's or uv's own settings",
		});
	}
	const [, version, name] = NO_VERSION.exec(text) ?? [];
	const absent = version ?? name;
	if (absent !== undefined) {
		return badInput("python-no-version", `the index has no ${absent}`, {
			at,
			found,
			expected: "versions that are there",
			hint: `correct ${lock.file}, or have uv ask the index that has it: UV_INDEX_URL, UV_EXTRA_INDEX_URL`,
		});
	}
	const [, uvs, pips] = NO_WHEEL.exec(text) ?? [];
	const pin = uvs ?? pips;
	if (pin !== undefined) {
		const platform = `linux/amd64, Python ${target.version} and ${target.wheels}`;
		return badInput("python-no-wheel", `${pin} has no wheel for ${platform}: use a Dockerfile for it`, {
			at,
			found,
			expected: "a wheel at the index: a release builds nothing from source",
			hint: `take a version that has one, or build an image with ${pin} and name that image as the model's \`base\``,
		});
	}
	return badInput("python-install", `${installer.name} cannot install the packages of ${lock.file}`, {
		at,
		found,
		hint: "what it says stands above; the versions of the lock have to go together",
	});
}

/** A lock that leaves out what its packages need. */
export function unlisted(lock: PythonLock, found: string): Error {
	return badInput("python-not-pinned", `the packages of ${lock.file} need others that it does not name`, {
		at: { file: lock.file },
		found,
		expected: "every package that comes in, with its version",
		hint: `write them down: \`uv pip compile --generate-hashes requirements.in -o ${lock.file}\` (or \`pip freeze\`), and commit the result`,
	});
}
