import { createHash, randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDirectoryOid, type Oid, parseOid } from "../kernel/index.ts";
import type { Cache } from "./cache.ts";

const FILE = "complete.json";
const PREFIXES = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));
/** A folder that changed this recently (in ns) may change again without its time telling. */
const SETTLED = 50_000_000n;

/**
 * Remembers which directories the cache was seen to hold whole, so that a hundred thousand files need not be asked for each
 * time: as long as no object came or went (the times of the cache's 256 folders tell), none of theirs did.
 */
export class CompleteMemory {
	readonly #cache: Cache;
	readonly #folder: string;
	#known: { readonly stamp: string; readonly oids: Set<Oid> } | null = null;

	/** `folder`: where notes about the project lie. */
	constructor(cache: Cache, folder: string) {
		this.#cache = cache;
		this.#folder = folder;
	}

	/** Whether the cache holds the object and, for a directory, all of its files. */
	async holds(oid: Oid): Promise<boolean> {
		if (!isDirectoryOid(oid)) return this.#cache.has(oid);
		const before = this.#stamp();
		if (before !== null && this.#recall(before).has(oid)) return true;
		if ((await this.#cache.missingBelow(oid)).length > 0) return false;
		if (before !== null && before === this.#stamp()) this.#remember(before, oid);
		return true;
	}

	/** Null while the cache is changing. */
	#stamp(): string | null {
		const now = BigInt(Math.floor(this.#now() * 1e6));
		const hash = createHash("sha256").update(this.#cache.dir);
		for (const prefix of PREFIXES) {
			const stat = lstatSync(join(this.#cache.dir, "files/md5", prefix), { bigint: true, throwIfNoEntry: false });
			if (stat !== undefined && now - stat.mtimeNs < SETTLED) return null;
			hash.update(stat === undefined ? "-" : `${stat.ino}.${stat.mtimeNs} `);
		}
		return hash.digest("hex");
	}

	/** The file system's own time, in ms: that of a file just written. */
	#now(): number {
		mkdirSync(this.#folder, { recursive: true });
		const probe = join(this.#folder, "now");
		writeFileSync(probe, "");
		return lstatSync(probe).mtimeMs;
	}

	#recall(stamp: string): Set<Oid> {
		if (this.#known?.stamp !== stamp) this.#known = { stamp, oids: this.#read(stamp) };
		return this.#known.oids;
	}

	#read(stamp: string): Set<Oid> {
		try {
			const found: unknown = JSON.parse(readFileSync(join(this.#folder, FILE), "utf8"));
			if (typeof found !== "object" || found === null || !("stamp" in found) || found.stamp !== stamp) return new Set();
			if (!("oids" in found) || !Array.isArray(found.oids)) return new Set();
			return new Set(found.oids.map((oid) => parseOid(String(oid))).filter((oid) => oid !== null));
		} catch {
			return new Set();
		}
	}

	#remember(stamp: string, oid: Oid): void {
		const oids = this.#recall(stamp).add(oid);
		const temporary = join(this.#folder, `${FILE}.${randomBytes(6).toString("hex")}.tmp`);
		writeFileSync(temporary, `${JSON.stringify({ stamp, oids: [...oids] })}\n`);
		renameSync(temporary, join(this.#folder, FILE));
	}
}
