import {
	DeleteObjectCommand,
	GetBucketVersioningCommand,
	PutObjectCommand,
	type PutObjectCommandInput,
	S3Client,
} from "@aws-sdk/client-s3";
import type { RemoteConfig } from "../../../manifest/index.ts";
import type { Surroundings } from "../../depot.ts";
import { PROBE, PROBE_OBJECT, PROBE_RUN, PROBE_TEXT, type Rights } from "../../probe.ts";
import { type S3Settings, s3Settings } from "./settings.ts";
import { isRefused, isThere, isWrongDigest, s3Trouble } from "./troubles.ts";

/** Of no bytes that are ever sent: a bucket that would have taken the object refuses it for this, after it looked at the rights. */
const WRONG_MD5 = Buffer.alloc(16).toString("base64");

/** What the credential may in the bucket. Only the probe is ever written; everything else is asked so that it cannot come true. */
export async function bucketRights(config: RemoteConfig, surroundings: Surroundings): Promise<Rights> {
	const settings = s3Settings(config, surroundings, 1);
	const client = new S3Client({ region: "us-east-1", ...settings.client, maxAttempts: 3 });
	const bucket = new Trial(client, settings);
	try {
		const adds = (await bucket.adds()) && (await bucket.couldWrite(PROBE_OBJECT, { IfNoneMatch: "*" }));
		const overwrites = (await bucket.couldWrite(PROBE, {})) || (await bucket.couldWrite(PROBE_OBJECT, {}));
		const writesRuns =
			(await bucket.couldWrite(PROBE_RUN, {})) || (await bucket.couldWrite(PROBE_RUN, { IfNoneMatch: "*" }));
		// last: a credential that can delete leaves nothing behind
		return {
			adds,
			overwrites,
			writesRuns,
			keepsVersions: await bucket.keepsVersions(),
			deletes: await bucket.deletes(),
		};
	} finally {
		client.destroy();
	}
}

class Trial {
	readonly #client: S3Client;
	readonly #settings: S3Settings;

	constructor(client: S3Client, settings: S3Settings) {
		this.#client = client;
		this.#settings = settings;
	}

	/** The probe is written where it is not. */
	adds(): Promise<boolean> {
		return this.#allowed(async () => {
			await this.#put(PROBE, { IfNoneMatch: "*" }).catch((cause: unknown) => {
				if (!isThere(cause)) throw cause;
			});
		});
	}

	/** Sends what cannot be accepted: nothing is ever written. */
	couldWrite(key: string, condition: Pick<PutObjectCommandInput, "IfNoneMatch">): Promise<boolean> {
		return this.#allowed(async () => {
			await this.#put(key, { ...condition, ContentMD5: WRONG_MD5 }).catch((cause: unknown) => {
				if (!isWrongDigest(cause) && !isThere(cause)) throw cause;
			});
		});
	}

	deletes(): Promise<boolean> {
		return this.#allowed(() => this.#client.send(new DeleteObjectCommand(this.#at(PROBE))));
	}

	/** Null where the credential may not ask. */
	async keepsVersions(): Promise<boolean | null> {
		try {
			const { Bucket } = this.#at("");
			return (await this.#client.send(new GetBucketVersioningCommand({ Bucket }))).Status === "Enabled";
		} catch {
			return null;
		}
	}

	#put(key: string, about: Partial<PutObjectCommandInput>): Promise<unknown> {
		const body = { Body: PROBE_TEXT, ContentLength: PROBE_TEXT.length };
		return this.#client.send(new PutObjectCommand({ ...this.#at(key), ...this.#settings.writing, ...body, ...about }));
	}

	/** False for a refusal; whatever else goes wrong says nothing of rights. */
	async #allowed(act: () => Promise<unknown>): Promise<boolean> {
		try {
			await act();
			return true;
		} catch (cause) {
			if (isRefused(cause)) return false;
			throw s3Trouble(cause, { address: `s3://${this.#settings.bucket}`, what: "write objects" });
		}
	}

	#at(key: string): { Bucket: string; Key: string } {
		return { Bucket: this.#settings.bucket, Key: `${this.#settings.prefix}${key}` };
	}
}
