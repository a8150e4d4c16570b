import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Oid, parseOid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import type { ObjectRef } from "./object-ref.ts";

/** Directories remembered for a remote: the newest ones. */
const REMEMBERED = 64;

/**
 * Remembers which directories were seen whole at a remote. Whoever pushes a directory of which one file in a hundred thousand
 * changed then need not ask for each: an earlier one's files are there as long as its listing is, and that is one question.
 * Nothing is believed without that question. A file for each remote, replaced whole: killed at any time it is the old or the
 * new one; lost, it costs questions and nothing else.
 */
export class RemoteMemory {
	readonly #folder: string;

	/** `folder`: where notes about the project lie. */
	constructor(folder: string) {
		this.#folder = join(folder, "remotes");
	}

	/** The newest first. To be asked for before they are believed. */
	recall(address: string): readonly ObjectRef[] {
		try {
			const found: unknown = JSON.parse(readFileSync(this.#file(address), "utf8"));
			if (typeof found !== "object" || found === null || !("address" in found) || found.address !== address) return [];
			if (!("directories" in found) || !Array.isArray(found.directories)) return [];
			return found.directories.slice(0, REMEMBERED).flatMap(refOf);
		} catch {
			return [];
		}
	}

	note(address: string, seen: readonly ObjectRef[]): void {
		const known = this.recall(address);
		const all = new Map([...seen, ...known].map((ref) => [textOf(ref), ref]));
		const kept = [...all.keys()].slice(0, REMEMBERED);
		if (kept.join() !== known.map(textOf).join()) this.#write(address, kept);
	}

	/** They are there no more, or were not whole. */
	forget(address: string, gone: readonly ObjectRef[]): void {
		const texts = new Set(gone.map(textOf));
		const known = this.recall(address).map(textOf);
		const kept = known.filter((text) => !texts.has(text));
		if (kept.length < known.length) this.#write(address, kept);
	}

	#write(address: string, directories: readonly string[]): void {
		mkdirSync(this.#folder, { recursive: true });
		const file = this.#file(address);
		const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
		writeFileSync(temporary, `${JSON.stringify({ address, directories })}\n`);
		renameSync(temporary, file);
	}

	#file(address: string): string {
		return join(this.#folder, `${createHash("sha256").update(address).digest("hex").slice(0, 32)}.json`);
	}
}

function textOf({ hash, oid }: ObjectRef): string {
	return `${hash}:${oid}`;
}

function refOf(text: unknown): ObjectRef[] {
	const [hash, name = ""] = String(text).split(":");
	const oid: Oid | null = parseOid(name);
	return oid !== null && isHash(hash) ? [{ oid, hash }] : [];
}

function isHash(text: string | undefined): text is HashName {
	return text === "md5" || text === "md5-dos2unix";
}
