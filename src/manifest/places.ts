import { baseName, joinPath, type Key, type Place, pythonRepr, type Value } from "../kernel/index.ts";
import type { Report } from "../source/index.ts";

/** Where paths of a manifest count from. */
export interface Standing {
	/** The DVC root, absolute; null where only a revision is looked at and nothing absolute can be placed. */
	readonly root: string | null;
	/** The working directory, relative to the DVC root. */
	readonly wdir: string;
}

const ADDRESS = /^([a-z][a-z0-9+.-]*):\/\/[^/]/i;

/** The kinds of address that DVC knows a file system for. */
const SCHEMES = [
	"azure",
	"gdrive",
	"gs",
	"hdfs",
	"http",
	"https",
	"oss",
	"remote",
	"s3",
	"ssh",
	"webdav",
	"webdavs",
	"webhdfs",
];

/** Complains of an address that leads nowhere, and of DVC's own files: a stage can neither read nor make them. */
export function checkPath(
	path: string,
	at: Place,
	{ role, report }: { role: "dependency" | "output"; report: Report },
): void {
	const scheme = ADDRESS.exec(path)?.[1]?.toLowerCase();
	const known = role === "dependency" ? [...SCHEMES, "ds"] : SCHEMES;
	if (scheme !== undefined && !known.includes(scheme)) {
		report.add(at, `\`${path}\` is no address that can be read`, {
			found: `${scheme}://`,
			expected: `a path, or one of ${known.map((each) => `${each}://`).join(", ")}`,
		});
	}
	if (baseName(path) === "dvc.yaml" || path.endsWith(".dvc")) {
		const name = role === "output" ? "an output" : "a dependency";
		report.add(at, `\`${path}\` cannot be ${name}: it is one of DVC's own files`, {
			found: path,
			expected:
				role === "output" ? "a file or folder that the command makes" : "a file or folder that the command reads",
		});
	}
}

/** Complains of a name that an expression made something else than a text. */
export function notText(key: Key, at: Place, report: Report): never[] {
	report.add(at, `a path must be a text, and this is ${String(key)}`, { found: String(key), expected: "a text" });
	return [];
}

/** The text of a note (`desc`, `type`, `remote`), whatever an expression made of it. */
export function noteOf(value: Value | undefined): string | null {
	if (value === null || value === undefined) return null;
	return typeof value === "string" ? value : pythonRepr(value);
}

/** A path as written, relative to the DVC root (`../x` outside of it); null for web addresses and what cannot be placed. */
export function placePath({ root, wdir }: Standing, path: string): string | null {
	if (ADDRESS.test(path)) return null;
	if (!path.startsWith("/")) return joinPath(wdir, path);
	if (root === null) return null;
	if (path === root || path.startsWith(`${root}/`)) return joinPath(path.slice(root.length));
	// outside: as many steps up as the root is deep, then down again
	return joinPath(
		...root
			.split("/")
			.filter((part) => part !== "")
			.map(() => ".."),
		path,
	);
}
