import { Readable } from "node:stream";
import {
	DeleteObjectCommand,
	DeleteObjectsCommand,
	GetBucketVersioningCommand,
	GetObjectCommand,
	HeadBucketCommand,
	HeadObjectCommand,
	ListObjectsV2Command,
	PutObjectCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { Clock } from "../../kernel/index.ts";
import type { Fingerprint, RemoteConfig } from "../../manifest/index.ts";
import type { Blob, Body, Depot, Surroundings } from "../depot.ts";
import { Gate } from "./gate.ts";
import { type S3Settings, s3Settings } from "./s3/settings.ts";
import { Shortcut } from "./s3/shortcut.ts";
import { isAbsent, isBeyondEnd, isSilent, isThere, isUnknownHere, refusalOf, s3Trouble } from "./s3/troubles.ts";
import { noSuchPlace } from "./troubles.ts";

const LANES = 64;
/** Above this, an object goes up in parts: bytes. */
const PART = 8 * 1024 * 1024;
/** S3 takes 10,000 parts at most. */
const PARTS = 9_000n;
/** Objects that go up in parts at a time, and parts of each: what they hold in memory is the product. */
const BIG_ONES = 4;
const PARTS_AT_A_TIME = 4;

/** `s3://BUCKET/PATH`: Amazon's S3 and everything that speaks it. */
export async function openDepot(config: RemoteConfig, surroundings: Surroundings): Promise<Depot> {
	const settings = s3Settings(config, surroundings, LANES);
	const region = await regionOf(settings.client);
	return new S3Depot(settings, {
		clock: surroundings.clock,
		// one quick try more than the engine's own: that is how the SDK learns of a clock that is wrong
		client: new S3Client({ ...settings.client, region, maxAttempts: 2 }),
		// a part that fails must not cost all parts of a big object
		forParts: new S3Client({ ...settings.client, region, maxAttempts: 6 }),
		signal: surroundings.signal,
		writeOnce: surroundings.writeOnce ?? false,
	});
}

/** Without a region anywhere, Amazon's first one: it knows where a bucket really is. */
async function regionOf(config: S3Settings["client"]): Promise<string> {
	const client = new S3Client(config);
	try {
		return await client.config.region();
	} catch {
		return "us-east-1";
	} finally {
		client.destroy();
	}
}

interface Means {
	readonly clock: Clock;
	readonly client: S3Client;
	readonly forParts: S3Client;
	readonly signal: AbortSignal;
	readonly writeOnce: boolean;
}

class S3Depot implements Depot {
	readonly address: string;
	readonly lanes = LANES;
	readonly page = 1000;
	readonly removes = 1000;
	readonly #settings: S3Settings;
	readonly #client: S3Client;
	readonly #forParts: S3Client;
	readonly #signal: AbortSignal;
	readonly #shortcut: Shortcut;
	readonly #bigOnes = new Gate(BIG_ONES);
	/** Until the server turns out not to know the condition. */
	#once: boolean;
	#bucket: Promise<void> | null = null;

	constructor(settings: S3Settings, { client, forParts, signal, clock, writeOnce }: Means) {
		this.#once = writeOnce;
		this.address = `s3://${settings.bucket}${settings.prefix === "" ? "" : `/${settings.prefix.slice(0, -1)}`}`;
		this.#settings = settings;
		this.#client = client;
		this.#forParts = forParts;
		this.#signal = signal;
		this.#shortcut = new Shortcut(settings, { client, clock });
	}

	async stat(key: string): Promise<bigint | null> {
		const quick = await this.#shortcut.head(this.#at(key).Key);
		if (quick === "absent") return this.#absent();
		return quick ?? (await this.#head(key))?.size ?? null;
	}

	async fingerprint(key: string): Promise<Fingerprint | null> {
		const found = await this.#head(key);
		return found === null ? null : { kind: "etag", value: found.etag, size: found.size };
	}

	async #head(key: string): Promise<{ size: bigint; etag: string } | null> {
		const at = this.#at(key);
		try {
			const command = new HeadObjectCommand({ ...at, ...this.#settings.reading });
			const found = await this.#shortcut.learning(command, at.Key, () => this.#client.send(command));
			return { size: BigInt(found.ContentLength ?? 0), etag: (found.ETag ?? "").replaceAll('"', "") };
		} catch (cause) {
			if (isAbsent(cause)) return this.#absent();
			throw isSilent(cause) ? await this.#reason(cause) : this.#trouble(cause, "look at objects");
		}
	}

	async *list(prefix: string): AsyncIterable<readonly Blob[]> {
		const [bucket, skipped] = [this.#settings.bucket, this.#settings.prefix.length];
		let token: string | undefined;
		do {
			const page = await this.#tried("list objects", () =>
				this.#client.send(
					new ListObjectsV2Command({
						Bucket: bucket,
						Prefix: `${this.#settings.prefix}${prefix}`,
						...(token === undefined ? {} : { ContinuationToken: token }),
					}),
				),
			);
			yield (page.Contents ?? []).map(({ Key = "", Size = 0, LastModified }) => ({
				key: Key.slice(skipped),
				size: BigInt(Size),
				modified: LastModified ?? null,
			}));
			token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
		} while (token !== undefined);
	}

	async read(key: string, from = 0n, version: string | null = null): Promise<Readable | null> {
		const at = this.#at(key);
		const quick = version === null ? await this.#shortcut.get(at.Key, from) : null;
		if (quick !== null) return quick;
		try {
			const range = from === 0n ? {} : { Range: `bytes=${from}-` };
			const which = version === null ? {} : { VersionId: version };
			const command = new GetObjectCommand({ ...at, ...which, ...range, ...this.#settings.reading });
			const found = await this.#shortcut.learning(command, at.Key, () => this.#client.send(command));
			return found.Body as Readable;
		} catch (cause) {
			if (isAbsent(cause)) return null;
			if (from > 0n && isBeyondEnd(cause)) return Readable.from([]);
			throw this.#trouble(cause, "read objects");
		}
	}

	async write(key: string, body: Body): Promise<void> {
		if (body.size > BigInt(PART)) return this.#bigOnes.through(() => this.#writeParts(key, body));
		const at = this.#at(key);
		const { bytes, md5 } = body;
		if (bytes !== null && (await this.#shortcut.put(at.Key, { bytes, md5, once: this.#once }))) return;
		await this.#onlyOnce(async (condition) => {
			const command = new PutObjectCommand({
				...at,
				...this.#settings.writing,
				...condition,
				Body: bytes ?? body.open(),
				ContentLength: Number(body.size),
				...(md5 === null ? {} : { ContentMD5: Buffer.from(md5, "hex").toString("base64") }),
			});
			await this.#shortcut.learning(command, at.Key, () => this.#client.send(command));
		});
	}

	/** By the thousand where the server knows how; else (Google's, for one) one by one. */
	async remove(keys: readonly string[]): Promise<void> {
		const { bucket, prefix } = this.#settings;
		const Objects = keys.map((key) => ({ Key: `${prefix}${key}` }));
		try {
			const command = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } });
			const { Errors = [] } = await this.#client.send(command);
			const [refused] = Errors.filter(({ Code }) => Code !== "NoSuchKey");
			if (refused !== undefined) throw refusalOf(refused);
		} catch (cause) {
			if (!isUnknownHere(cause)) throw this.#trouble(cause, "delete objects");
			for (const { Key } of Objects) {
				const command = new DeleteObjectCommand({ Bucket: bucket, Key });
				await this.#tried("delete objects", () => this.#client.send(command));
			}
		}
	}

	async keeps(): Promise<string | null> {
		try {
			const { Status } = await this.#client.send(new GetBucketVersioningCommand({ Bucket: this.#settings.bucket }));
			return Status === "Enabled"
				? `the bucket ${this.#settings.bucket} keeps versions: what is deleted there stays, and is paid for, until a rule of the bucket expires it`
				: null;
		} catch {
			// that right is a rare one
			return null;
		}
	}

	/** Writes where nothing is there, if that is wanted: what is there already is what was to be written. */
	async #onlyOnce(write: (condition: { IfNoneMatch?: string }) => Promise<void>): Promise<void> {
		if (!this.#once) return this.#tried("write objects", () => write({}));
		try {
			await write({ IfNoneMatch: "*" });
		} catch (cause) {
			if (isThere(cause)) return;
			if (!isUnknownHere(cause)) throw this.#trouble(cause, "write objects");
			this.#once = false;
			await this.#tried("write objects", () => write({}));
		}
	}

	async close(): Promise<void> {
		this.#client.destroy();
		this.#forParts.destroy();
	}

	/** Nothing of it is seen before its last part; what came of an upload that fails is taken away. */
	async #writeParts(key: string, body: Body): Promise<void> {
		await this.#onlyOnce(async (condition) => {
			const about = { ...this.#at(key), ...this.#settings.writing, ...condition };
			const upload = new Upload({
				client: this.#forParts,
				params: { ...about, Body: body.open(), ContentLength: Number(body.size) },
				partSize: Math.max(PART, Number(body.size / PARTS) + 1),
				queueSize: PARTS_AT_A_TIME,
			});
			const stop = (): void => void upload.abort();
			this.#signal.addEventListener("abort", stop);
			try {
				await upload.done();
			} finally {
				this.#signal.removeEventListener("abort", stop);
			}
		});
	}

	async #absent(): Promise<null> {
		this.#bucket ??= this.#seeBucket();
		await this.#bucket;
		return null;
	}

	/** The answer to a HEAD says nothing of a bucket that is not there: asked once, when the first object is missing. */
	async #seeBucket(): Promise<void> {
		try {
			await this.#client.send(new HeadBucketCommand({ Bucket: this.#settings.bucket }));
		} catch (cause) {
			if (isAbsent(cause)) throw noSuchPlace({ address: `s3://${this.#settings.bucket}`, cause });
		}
	}

	/** Why a HEAD was refused: a listing of one name is refused for the same reason, and says it. */
	async #reason(cause: unknown): Promise<Error> {
		try {
			await this.#client.send(
				new ListObjectsV2Command({ Bucket: this.#settings.bucket, Prefix: this.#settings.prefix, MaxKeys: 1 }),
			);
		} catch (telling) {
			return this.#trouble(telling, "look at objects");
		}
		return this.#trouble(cause, "look at objects");
	}

	async #tried<T>(what: string, work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (cause) {
			throw this.#trouble(cause, what);
		}
	}

	#trouble(cause: unknown, what: string): Error {
		return s3Trouble(cause, { address: this.address, what });
	}

	#at(key: string): { Bucket: string; Key: string } {
		return { Bucket: this.#settings.bucket, Key: `${this.#settings.prefix}${key}` };
	}
}
