import type { Readable } from "node:stream";
import { type Clock, Failure } from "../kernel/index.ts";
import type { Fingerprint, RemoteConfig } from "../manifest/index.ts";
import type { Budget } from "./budget.ts";

/** What every file in `depots/` exports. Opening asks nothing of the other side yet; bad settings are refused (`badInput`). */
export interface DepotModule {
	openDepot(config: RemoteConfig, surroundings: Surroundings): Promise<Depot>;
}

/** What a remote may know of the machine that it is opened on. */
export interface Surroundings {
	/** Absolute. */
	readonly home: string;
	/** The environment, in which clients of clouds find their credentials. */
	readonly variables: Readonly<Record<string, string | undefined>>;
	readonly clock: Clock;
	/** A number from 0 up to 1: jitter for pauses. */
	readonly chance: () => number;
	readonly warn: (line: string) => void;
	/** Fires when the user has had enough. */
	readonly signal: AbortSignal;
	/** Nothing that is there may be written over, and the credential may allow no more (S3). Absent: no. */
	readonly writeOnce?: boolean;
	/** Absent: as much as there is. */
	readonly budget?: Budget;
}

/**
 * A flat place of named blobs: what every kind of remote comes down to. Keys are relative to the remote's URL, `/` between
 * parts. A depot knows its protocol and nothing of objects, hashes or runs; it does not try twice and does not check what
 * it carries: `DepotRemote` does both.
 */
export interface Depot {
	/** For people: `s3://bucket/prefix`. Never with a credential in it. */
	readonly address: string;
	/** How many requests it takes at a time before more of them stop helping. */
	readonly lanes: number;
	/** How many names come with one request of a listing; null where nothing can be listed (HTTP). */
	readonly page: number | null;
	/** Size in bytes; null when there is no such blob. */
	stat(key: string): Promise<bigint | null>;
	/** Everything below a prefix, which ends in `/` or is empty, in pages as they come; nothing when there is no such prefix. */
	list(prefix: string): AsyncIterable<readonly Blob[]>;
	/** The bytes from `from` (default: the beginning) on, of a version where buckets keep them; null when there is no such blob. */
	read(key: string, from?: bigint, version?: string | null): Promise<Readable | null>;
	/** What DVC records of a blob that a stage depends on; null when it is not there. Absent where a protocol tells nothing of the kind. */
	fingerprint?(key: string): Promise<Fingerprint | null>;
	/** Takes blobs away, at most `removes` of them in one call; what is not there is gone already. Absent where the protocol has no way to. */
	remove?(keys: readonly string[]): Promise<void>;
	/** How many blobs one request takes away; absent: one. */
	readonly removes?: number;
	/** Why bytes stay although their blob is taken away (a bucket that keeps versions), as a sentence; null where nothing is known of it. */
	keeps?(): Promise<string | null>;
	/** Puts a whole blob there, seen by others only when it is complete. What stood there is replaced. */
	write(key: string, body: Body): Promise<void>;
	/** Lets go of connections. Nothing is asked afterwards. Idle connections never keep the process alive, closed or not. */
	close(): Promise<void>;
}

export interface Blob {
	readonly key: string;
	/** Bytes. */
	readonly size: bigint;
	/** When it was written, by the other side's clock; null or absent where it does not say. */
	readonly modified?: Date | null;
}

/** What is to be written. May be opened again when a first try broke off. */
export interface Body {
	/** Bytes. */
	readonly size: bigint;
	/** MD5 of the bytes in hex, where known: for protocols that can check it on arrival. */
	readonly md5: string | null;
	/** The whole of it, where it is small: spares a stream. */
	readonly bytes: Uint8Array | null;
	/** The bytes from `from` (default: the beginning) on. */
	open(from?: bigint): Readable;
}

/**
 * What a depot throws when the other side did not do as asked; made by `depots/troubles.ts`, which knows the words. `again`
 * where the same request may well succeed later (a cut connection, 408, 429, 5xx, "slow down"); not for what stays wrong
 * (403, a bucket that does not exist, a bad key).
 */
export class DepotTrouble extends Failure {
	readonly again: boolean;
	/** How long the other side asked us to wait. */
	readonly waitMs: number | null;

	constructor(failure: Failure, options: { readonly again: boolean; readonly waitMs?: number | null }) {
		super(failure.kind, failure.code, failure.message, failure.details);
		this.again = options.again;
		this.waitMs = options.waitMs ?? null;
	}
}
