import { badInput, compareCodePoints, type Failure, type Place, together } from "../../kernel/index.ts";
import { normalName, type PackageIndex, type Pin, type PinnedRequirements } from "./model.ts";

/** Name, extras, the one version, and the marker. `==1.*` is no version. */
const PIN =
	/^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[A-Za-z0-9._,\s-]*\])?\s*===?\s*([A-Za-z0-9][A-Za-z0-9.!+_-]*)\s*(?:;\s*(\S.*))?$/;
const HASH = /\s--hash[=\s]\s*(sha256:[0-9a-f]{64}|\S+)/g;
const INDEX = /^(-i|--index-url|--extra-index-url)[=\s]\s*(\S+)$/;

/** Nobody reads more, and the file may be a stranger's. */
const MOST_PROBLEMS = 20;

/** One requirement or option, over as many lines as it took. */
interface Entry {
	readonly text: string;
	readonly at: Place;
}

/** Reads a requirements file of pins. Failures `python-not-pinned`, `python-lock`, all of the file at once. */
export function parseRequirements(text: string, file: string): PinnedRequirements {
	const problems: Failure[] = [];
	const pins: Pin[] = [];
	const indexes: PackageIndex[] = [];
	for (const entry of entriesOf(text, file)) {
		const read = entry.text.startsWith("-") ? indexOf(entry) : pinOf(entry);
		if (problems.length >= MOST_PROBLEMS) break;
		if (read instanceof Error) problems.push(read);
		else if ("role" in read) indexes.push(read);
		else pins.push(read);
	}
	if (problems.length === 0 && pins.length === 0) problems.push(emptyLock(file));
	if (problems.length > 0) throw together(problems);
	return { kind: "requirements", pins: inOrder(pins), indexes, complete: false };
}

/** One order for all, so that a sorted and an unsorted file are the same lock. */
export function inOrder(pins: readonly Pin[]): Pin[] {
	return pins.toSorted((a, b) => compareCodePoints(a.requirement, b.requirement));
}

/** The file that the tools are given. */
export function requirementsText({ pins, indexes }: Pick<PinnedRequirements, "pins" | "indexes">): string {
	const options = indexes.map(({ role, url }) => `${role === "main" ? "--index-url" : "--extra-index-url"} ${url}`);
	const lines = pins.map(({ requirement, hashes }) =>
		[requirement, ...hashes.map((hash) => `--hash=${hash}`)].join(" "),
	);
	return `${[...options, ...lines].join("\n")}\n`;
}

/** An index's address, without a password in it. Failure `python-index-password`. */
export function publicIndex(url: string, at: Place): string | Failure {
	const address = URL.canParse(url) ? new URL(url) : null;
	if (address === null || !/^https?:$/.test(address.protocol)) {
		return badInput("python-lock", "a package index needs an address", { at, found: url, expected: "https://…" });
	}
	if (address.username === "" && address.password === "" && !url.includes("$")) return url;
	return badInput("python-index-password", "a password for a package index does not belong into the repository", {
		at,
		expected: "the address alone",
		hint: "give the whole address in PIP_INDEX_URL or UV_INDEX_URL, or the password in ~/.netrc, where the release runs",
	});
}

export function emptyLock(file: string): Failure {
	return badInput("python-lock", `${file} names no package`, { at: { file }, expected: "at least one NAME==VERSION" });
}

function pinOf({ text, at }: Entry): Pin | Failure {
	const hashes = [...` ${text}`.matchAll(HASH)].map(([, hash = ""]) => hash);
	const odd = hashes.find((hash) => !/^sha256:[0-9a-f]{64}$/.test(hash));
	if (odd !== undefined) {
		return badInput("python-lock", "a hash that is no SHA-256", {
			at,
			found: odd,
			expected: "--hash=sha256:… (64 hex digits)",
		});
	}
	const bare = ` ${text}`.replace(HASH, "").trim();
	const [, name = "", extras = "", version = "", marker] = PIN.exec(bare) ?? [];
	if (name === "") return notPinned(bare, at);
	const condition = marker === undefined ? "" : ` ; ${marker.trim()}`;
	const requirement = `${normalName(name)}${extras.replace(/\s/g, "")}==${version}${condition}`;
	return { name: normalName(name), requirement, hashes: hashes.toSorted(compareCodePoints) };
}

function notPinned(found: string, at: Place): Failure {
	return badInput("python-not-pinned", "a release needs the exact version of every package", {
		at,
		found,
		expected: "NAME==VERSION from a package index",
		hint: `pin what you wrote: \`uv pip compile --generate-hashes requirements.in -o ${at.file}\` (or \`pip freeze\`), and commit the result. What has no wheel needs a Dockerfile`,
	});
}

function indexOf({ text, at }: Entry): PackageIndex | Failure {
	const [, option, url = ""] = INDEX.exec(text) ?? [];
	if (option === undefined) {
		return badInput("python-lock", "an option that a release does not know", {
			at,
			found: text,
			expected: "--index-url, --extra-index-url, or none",
			hint: "list every package in this one file (`uv pip compile` and `pip freeze` do); everything else needs a Dockerfile",
		});
	}
	const address = publicIndex(url, at);
	return typeof address === "string"
		? { role: option === "--extra-index-url" ? "extra" : "main", url: address }
		: address;
}

/** Lines that end in a backslash go on in the next one; comments and blank lines are none. */
function entriesOf(text: string, file: string): Entry[] {
	const entries: Entry[] = [];
	let open: { line: number; parts: string[] } | null = null;
	for (const [index, raw] of text
		.replace(/^\uFEFF/, "")
		.split(/\r?\n/)
		.entries()) {
		const part = raw.replace(/(^|\s)#.*$/, "").trim();
		open ??= { line: index + 1, parts: [] };
		open.parts.push(part.replace(/\\$/, "").trim());
		if (part.endsWith("\\")) continue;
		const entry = open.parts.join(" ").trim();
		if (entry !== "") entries.push({ text: entry, at: { file, line: open.line, column: 1 } });
		open = null;
	}
	const rest = open?.parts.join(" ").trim() ?? "";
	if (open !== null && rest !== "") entries.push({ text: rest, at: { file, line: open.line, column: 1 } });
	return entries;
}
