import { lstatSync, type Stats } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { compareCodePoints, infrastructure } from "../kernel/index.ts";
import type { Blob } from "./depot.ts";
import { install, writeInto } from "./install.ts";
import type { Stock } from "./stock.ts";

/** What is half written, by us or by DVC, and no blob. */
const TEMPORARY = /\.tmp$/;

/** A folder of this machine: a cache, or a remote that is one. Links are none of ours, nor what lies behind them. */
export function folderStock(folder: string): Stock {
	const at = (key: string): string => join(folder, key);
	return {
		address: folder,
		lanes: 16,
		batch: 20,
		list: (prefix) => told(at(prefix), () => below(folder, prefix)),
		read: (key) => told(at(key), () => readFile(at(key)).catch(absentAsNull)),
		write: (key, bytes) => told(at(key), () => install(at(key), (temporary) => writeInto(temporary, bytes, 0o644))),
		remove: async (keys) => {
			for (const key of keys) await told(at(key), () => rm(at(key), { force: true }));
		},
		keeps: async () => null,
		close: async () => {},
	};
}

async function below(folder: string, prefix: string): Promise<Blob[]> {
	const ahead = [prefix];
	const found: Blob[] = [];
	for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
		const entries = (await readdir(join(folder, next), { withFileTypes: true }).catch(absentAsNull)) ?? [];
		for (const entry of entries.sort((a, b) => compareCodePoints(a.name, b.name))) {
			const key = `${next}${entry.name}`;
			if (entry.isDirectory()) ahead.push(`${key}/`);
			const stats = entry.isFile() && !TEMPORARY.test(entry.name) ? lstatSync(join(folder, key), GONE) : undefined;
			if (stats !== undefined) found.push({ key, size: BigInt(stats.size), modified: newest(stats) });
		}
	}
	return found;
}

const GONE = { throwIfNoEntry: false } as const;

/** A file that was moved or linked into a cache brought its own time along; that of its entry is when it came. */
function newest({ mtime, ctime }: Stats): Date {
	return mtime > ctime ? mtime : ctime;
}

function absentAsNull(cause: unknown): null {
	if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR")) return null;
	throw cause;
}

async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		throw infrastructure("remote-denied", `${path} cannot be read or changed`, {
			cause,
			found: cause instanceof Error ? cause.message : "a refusal",
			hint: "clear it as the user whom its files belong to",
		});
	}
}
