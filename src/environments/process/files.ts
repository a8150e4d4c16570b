import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseSha256, type Sha256 } from "../../kernel/index.ts";
import type { ProcessId } from "./identity.ts";

/** One started copy of a model's server. */
export interface Instance {
	readonly id: string;
	readonly process: ProcessId;
	/** On 127.0.0.1. */
	readonly port: number;
	readonly model: string;
	readonly version: string;
	readonly digest: Sha256;
}

/** Where the embedded target keeps what: one folder for each environment's port. */
export interface StateFolder {
	readonly root: string;
	readonly images: string;
	readonly logs: string;
	/** The instance that the front sends everybody to. */
	readonly current: string;
	/** Written by the front itself once it listens. */
	readonly front: string;
	/** Whoever all of it ends with; absent where it stays. */
	readonly owner: string;
	readonly frontLog: string;
}

export function stateFolder(root: string): StateFolder {
	return {
		root,
		images: join(root, "images"),
		logs: join(root, "logs"),
		current: join(root, "current.json"),
		front: join(root, "front.json"),
		owner: join(root, "owner.json"),
		frontLog: join(root, "logs", "front.log"),
	};
}

/** Where the front sends people, whatever kind of thing listens there. */
export type Route = Pick<Instance, "port" | "model" | "version">;

/** Null when nothing is in service or the file is not what we write. Synchronous: the front reads it for each connection. */
export function readRoute(folder: StateFolder): Route | null {
	const fields = readFields(folder.current);
	const port = fields.get("port");
	if (typeof port !== "number") return null;
	return { port, model: text(fields.get("model")), version: text(fields.get("version")) };
}

/** The instance in service; null when there is none or the file is not what we write. */
export function readCurrent(folder: StateFolder): Instance | null {
	const fields = readFields(folder.current);
	const found = processIn(fields);
	const digest = parseSha256(text(fields.get("digest")));
	const port = fields.get("port");
	if (found === null || digest === null || typeof port !== "number") return null;
	return {
		id: text(fields.get("id")),
		process: found,
		port,
		model: text(fields.get("model")),
		version: text(fields.get("version")),
		digest,
	};
}

export function readProcess(file: string): ProcessId | null {
	return processIn(readFields(file));
}

/** Temp + rename: whoever reads finds the old or the new file, never a part. */
export async function writeJson(file: string, value: object): Promise<void> {
	const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
	await writeFile(temporary, `${JSON.stringify(value, null, "\t")}\n`);
	await rename(temporary, file);
}

/** The last lines of a log, at most 16 KiB of them. */
export async function lastLines(file: string, count: number): Promise<string[]> {
	const handle = await open(file, "r").catch(() => null);
	if (handle === null) return [];
	try {
		const { size } = await handle.stat();
		const start = Math.max(0, size - 16_384);
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
		const lines = buffer.toString("utf8", 0, bytesRead).split("\n");
		return lines.filter((line) => line.trim() !== "").slice(-count);
	} finally {
		await handle.close();
	}
}

/** Removes the oldest entries of a folder, except those kept by name. */
export async function prune(folder: string, keepNewest: number, keep: ReadonlySet<string>): Promise<void> {
	const names = (await readdir(folder).catch(() => [])).filter((name) => !keep.has(name));
	const aged = await Promise.all(
		names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
	);
	const old = aged.sort((a, b) => b.at - a.at).slice(keepNewest);
	for (const { name } of old) await rm(join(folder, name), { recursive: true, force: true });
}

function processIn(fields: ReadonlyMap<string, unknown>): ProcessId | null {
	const [pid, startedAt] = [fields.get("pid"), fields.get("startedAt")];
	return typeof pid === "number" && pid > 1 && typeof startedAt === "string" ? { pid, startedAt } : null;
}

/** What one of our own files says; nothing when it is absent or broken. */
export function readFields(file: string): Map<string, unknown> {
	try {
		const document: unknown = JSON.parse(readFileSync(file, "utf8"));
		if (typeof document !== "object" || document === null) return new Map();
		const fields = new Map<string, unknown>(Object.entries(document));
		const nested = fields.get("process");
		return typeof nested === "object" && nested !== null ? new Map([...fields, ...Object.entries(nested)]) : fields;
	} catch {
		return new Map();
	}
}

/** Empty where no text stands. */
export function text(value: unknown): string {
	return typeof value === "string" ? value : "";
}
