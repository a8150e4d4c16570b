import type { Blob } from "./depot.ts";

/**
 * A cache or a remote as a place of blobs that can be listed and taken away: what a clearing works on. Keys are relative to it, `/` between
 * parts. Nothing else in this room deletes what is not its own.
 */
export interface Stock {
	/** For people; never with a credential in it. */
	readonly address: string;
	/** How many requests it takes well at a time. */
	readonly lanes: number;
	/** How many blobs one request takes away. */
	readonly batch: number;
	/** Everything below a prefix that ends in `/`. A listing that breaks off begins anew. */
	list(prefix: string): Promise<Blob[]>;
	/** Null where it is not there. */
	read(key: string): Promise<Uint8Array | null>;
	write(key: string, bytes: Uint8Array): Promise<void>;
	/** At most `batch` of them; what is not there is gone already. */
	remove(keys: readonly string[]): Promise<void>;
	/** Why bytes stay although their blob is taken away, as a sentence; null where nothing is known of it. */
	keeps(): Promise<string | null>;
	close(): Promise<void>;
}
