import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareCodePoints } from "../../kernel/index.ts";
import type { ImageFile } from "../model.ts";
import { normalName } from "./model.ts";

/*
 * What uv and pip leave in a folder, made the same whichever of them it was, of which version, and where: who installed it and
 * from where is left out, and what they write themselves (scripts, lists of files) is written anew.
 */

/** What only says how the package came here. */
const LEFT_OUT = ["INSTALLER", "REQUESTED", "RECORD", "direct_url.json", "uv_cache.json", "uv_build.json"];

/** An installed package. */
export interface Distribution {
	readonly name: string;
	readonly version: string;
}

export interface Site {
	/** Paths relative to the site's folder. */
	readonly files: readonly ImageFile[];
	/** By name. */
	readonly distributions: readonly Distribution[];
}

/** The installed packages below `folder` as files for a layer. */
export async function readSite(folder: string): Promise<Site> {
	const paths = (await filesBelow(folder)).filter((path) => !isLeftOut(path));
	const plain = new Map<string, ImageFile>();
	for (const path of paths) plain.set(path, await fileOf(folder, path));
	const infos = paths.filter((path) => /^[^/]+\.dist-info\/METADATA$/.test(path));
	const distributions: Distribution[] = [];
	for (const metadata of infos) {
		const info = metadata.slice(0, metadata.lastIndexOf("/"));
		distributions.push(distributionOf(await readFile(join(folder, metadata), "utf8")));
		for (const script of await scriptsOf(folder, info)) plain.set(script.path, script);
	}
	for (const metadata of infos) {
		const info = metadata.slice(0, metadata.lastIndexOf("/"));
		const record = await recordOf(folder, info, plain);
		plain.set(record.path, record);
	}
	return {
		files: [...plain.values()],
		distributions: distributions.toSorted((a, b) => compareCodePoints(a.name, b.name)),
	};
}

async function filesBelow(folder: string, below = ""): Promise<string[]> {
	const entries = await readdir(join(folder, below), { withFileTypes: true });
	const found = await Promise.all(
		entries.map(async (entry): Promise<string[]> => {
			const path = below === "" ? entry.name : `${below}/${entry.name}`;
			if (entry.isDirectory()) return entry.name === "__pycache__" ? [] : filesBelow(folder, path);
			return entry.isFile() ? [path] : [];
		}),
	);
	return found.flat().sort(compareCodePoints);
}

/** C headers are put elsewhere by each tool, and are for compilers. A dot file beside the packages is the tool's own. */
function isLeftOut(path: string): boolean {
	const [top = "", name = "", ...rest] = path.split("/");
	if (name === "") return top.startsWith(".");
	if (top === "include") return /\.(h|hh|hpp|hxx|inc|pxd)$/.test(path);
	return top.endsWith(".dist-info") && rest.length === 0 && LEFT_OUT.includes(name);
}

async function fileOf(folder: string, path: string): Promise<ImageFile> {
	const source = join(folder, path);
	const executable = ((await stat(source)).mode & 0o100) !== 0;
	if (!path.startsWith("bin/")) return { path, source, executable };
	const bytes = await readFile(source);
	return { path, source: withShebang(bytes), executable };
}

/** A script names the Python of the machine that installed it: in the image it is the one on PATH. */
function withShebang(bytes: Uint8Array): Uint8Array {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	const end = text.indexOf("\n");
	const first = end < 0 || end > 4096 ? "" : text.toString("latin1", 0, end);
	if (/^#!.*python[0-9.]*\s*$/.test(first)) return Buffer.concat([SHEBANG, text.subarray(end)]);
	// where the interpreter's path is long, the tools write `#!/bin/sh` and a line that is shell and Python at once
	const long = /^#!\/bin\/sh\n'''exec' [^\n]*python[^\n]*\n' '''\n/.exec(text.toString("latin1", 0, 8192))?.[0];
	return long === undefined ? bytes : Buffer.concat([SHEBANG, Buffer.from("\n"), text.subarray(long.length)]);
}

const SHEBANG = Buffer.from("#!/usr/bin/env python3");
const ENTRY_POINT = /^([A-Za-z0-9][\w.-]*)\s*=\s*([A-Za-z_][\w.]*)\s*:\s*([A-Za-z_][\w.]*)\s*(?:\[[^\]]*\])?$/;

/** The commands that a package offers, in our words: uv's and pip's differ. */
async function scriptsOf(folder: string, info: string): Promise<ImageFile[]> {
	const text = await readFile(join(folder, info, "entry_points.txt"), "utf8").catch(() => "");
	const scripts: ImageFile[] = [];
	let section = "";
	for (const raw of text.split(/\r?\n/)) {
		const line = raw.trim();
		section = /^\[(.+)\]$/.exec(line)?.[1]?.trim() ?? section;
		const [, name, module = "", attribute = ""] = ENTRY_POINT.exec(line) ?? [];
		if (name === undefined || (section !== "console_scripts" && section !== "gui_scripts")) continue;
		const [first = ""] = attribute.split(".");
		const body = [
			SHEBANG.toString(),
			"import sys",
			`from ${module} import ${first}`,
			'if __name__ == "__main__":',
			`    sys.exit(${attribute}())`,
			"",
		].join("\n");
		scripts.push({ path: `bin/${name}`, source: Buffer.from(body), executable: true });
	}
	return scripts;
}

/** The list of a package's files, which some programs read, of what is really there. Of files as they were, what the wheel says. */
async function recordOf(folder: string, info: string, files: ReadonlyMap<string, ImageFile>): Promise<ImageFile> {
	const text = await readFile(join(folder, info, "RECORD"), "utf8").catch(() => "");
	const listed = new Map<string, string>();
	for (const line of text.split(/\r?\n/)) {
		const { path, rest } = rowOf(line);
		const source = files.get(path)?.source;
		if (source !== undefined) listed.set(path, typeof source === "string" ? rest : checkOf(source));
	}
	const rows = [...listed].sort(([a], [b]) => compareCodePoints(a, b));
	const lines = rows.map(([path, rest]) => `${/[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path}${rest}`);
	const path = `${info}/RECORD`;
	return { path, source: Buffer.from([...lines, `${path},,`, ""].join("\n")) };
}

/** A line of CSV: the path, without the way up that pip writes for scripts, and hash and size as they stand behind it. */
function rowOf(line: string): { path: string; rest: string } {
	const [, quoted, plain = "", rest = ""] = /^(?:"((?:[^"]|"")*)"|([^",]*))(,.*)?$/.exec(line) ?? [];
	return { path: (quoted?.replaceAll('""', '"') ?? plain).replace(/^(\.\.\/)+/, ""), rest };
}

function checkOf(bytes: Uint8Array): string {
	return `,sha256=${createHash("sha256").update(bytes).digest("base64url")},${bytes.length}`;
}

function distributionOf(metadata: string): Distribution {
	const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(\\S+)`, "mi").exec(metadata)?.[1] ?? "";
	return { name: normalName(field("Name")), version: field("Version") };
}
