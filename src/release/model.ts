import type { Clock, Sha256 } from "../kernel/index.ts";

/** Where a model's images live. `directory` is absolute; `repository` is `host[:port]/path`, lower-case, without a tag. */
export type ImageLocation =
	| { readonly kind: "layout"; readonly directory: string }
	| { readonly kind: "registry"; readonly repository: string };

/** A content descriptor, as OCI image-spec 1.1 defines it. Sizes in bytes. */
export interface Descriptor {
	readonly mediaType: string;
	readonly digest: Sha256;
	readonly size: number;
	readonly annotations?: Readonly<Record<string, string>>;
}

/** One file that goes into an image. */
export interface ImageFile {
	/** Its path in the repository; in the image it lies at `/app/<path>`. */
	readonly path: string;
	/** An absolute path to read from, or the bytes themselves. */
	readonly source: string | Uint8Array;
	/** 0755 instead of 0644. Nothing else of the file's mode survives. */
	readonly executable?: boolean;
	/** What names its content (an oid, a blob id): lets a layer's digest be remembered instead of computed. */
	readonly contentId?: string;
}

/** What a layer holds: `base` came with the base image, `python` are the packages that a lock file names. */
export type LayerRole = "base" | "python" | "code" | "model";

/** A layer of a built image. It need not exist anywhere: `open` makes the same bytes each time. */
export interface Layer {
	readonly role: LayerRole;
	readonly descriptor: Descriptor;
	/** Digest of the uncompressed tar. Equal to the descriptor's for our own layers, which are not compressed. */
	readonly diffId: Sha256;
	open(): AsyncIterable<Uint8Array>;
	/** `host/repository` that already holds the blob, for a mount instead of a copy. */
	readonly mountFrom?: string;
}

export interface BuiltImage {
	/** Digest of the manifest: the image's one identity. */
	readonly digest: Sha256;
	readonly manifest: Uint8Array;
	readonly config: Uint8Array;
	/** Bottom first. */
	readonly layers: readonly Layer[];
	/** What the same recipe came to in former releases of Mainline, where that is another image. Absent: nothing else. */
	readonly earlier?: readonly BuiltImage[];
}

/** The image a model stands on, found once; `digest` is what to record. */
export interface BaseImage {
	/** As it was asked for. */
	readonly reference: string;
	/** `host/repo@sha256:…` of the platform's manifest. */
	readonly pinned: string;
	/** Of the platform's manifest, not of an index above it. */
	readonly digest: Sha256;
	readonly config: ImageConfig;
	readonly layers: readonly Layer[];
	/** A Dockerfile of the project made it: what that says of how it runs holds for the image, too. Absent: no. */
	readonly isEnvironment?: boolean;
}

/** The parts of an OCI image config that matter here. Unknown fields are not carried. */
export interface ImageConfig {
	readonly architecture: string;
	readonly os: string;
	/** ISO 8601. */
	readonly created: string | null;
	readonly user: string | null;
	/** `NAME=value`, in order. */
	readonly env: readonly string[];
	readonly entrypoint: readonly string[];
	readonly command: readonly string[];
	readonly workingDir: string;
	readonly labels: Readonly<Record<string, string>>;
	/** ExposedPorts, Volumes, StopSignal and Healthcheck, those that are there, as written. */
	readonly rest?: Readonly<Record<string, unknown>>;
	/** Instructions that it puts into every Dockerfile that stands on it. */
	readonly onBuild?: readonly string[];
	/** Uncompressed digests of the layers, bottom first. */
	readonly diffIds: readonly Sha256[];
}

export interface ImageRecipe {
	/** The artifact's name, as MAINLINE_MODEL carries it. */
	readonly model: string;
	/** `v1.2.3`. */
	readonly version: string;
	readonly modelFiles: readonly ImageFile[];
	readonly codeFiles: readonly ImageFile[];
	readonly base: BaseImage | null;
	/** The Python packages, between base and code; absent: none. */
	readonly python?: Layer | null;
	/** Run in `/app`. Empty on an environment: as its Dockerfile says. */
	readonly command: readonly string[];
	/** Become config labels and manifest annotations. */
	readonly labels: Readonly<Record<string, string>>;
	/** The commit's time. */
	readonly created: Date;
	/** Layer recipe → digest and size, so that an unchanged big layer is not read to be named. */
	readonly memory?: LayerMemory;
}

/** Remembers what a layer came to. Losing it costs time only; it must never be shared between machines that are not trusted alike. */
export interface LayerMemory {
	get(key: string): { readonly digest: Sha256; readonly size: number } | null;
	set(key: string, value: { readonly digest: Sha256; readonly size: number }): void;
}

/** What a push moved. */
export interface PushReport {
	readonly digest: Sha256;
	/** Bytes of blobs that travelled, config included. */
	readonly sent: number;
	/** Bytes that the store held already or mounted from another repository. */
	readonly reused: number;
}

/** A document about an image, kept beside it: a bill of materials, a statement of where it comes from. */
export interface Attachment {
	/** Media type of the document, and what it is looked for by. */
	readonly type: string;
	readonly bytes: Uint8Array;
	/** A file name, for whoever pulls it. */
	readonly title: string;
	readonly created: Date;
	/** More about it, on its manifest. */
	readonly annotations?: Readonly<Record<string, string>>;
}

/** The manifest by which a document hangs on an image. */
export interface Referrer extends Descriptor {
	/** Null where whoever wrote it did not say. */
	readonly artifactType: string | null;
}

/** A place that holds the images of one repository. */
export interface ImageStore {
	/** `oci:/dir` or `host/repository`; with `@sha256:…` behind it, it names one image for good. */
	readonly location: string;
	/** The digest that a tag or a digest names here; null when it is not there. */
	resolve(reference: string): Promise<Sha256 | null>;
	/** All tags, sorted. */
	tags(): Promise<readonly string[]>;
	/** The manifest's bytes, verified. Failure `image-not-found`. */
	manifest(digest: Sha256): Promise<Uint8Array>;
	hasBlob(digest: Sha256): Promise<boolean>;
	/** The blob as a stream; the last chunk comes only after size and digest proved right. Failure `blob-corrupt`. */
	blob(descriptor: Descriptor): AsyncIterable<Uint8Array>;
	/** Layers, config, manifest, then tags: a tag never names something incomplete. */
	push(image: BuiltImage, tags: readonly string[]): Promise<PushReport>;
	/** Makes `tag` name an image that is here already. */
	tag(digest: Sha256, tag: string): Promise<void>;
	/** Hangs a document on an image that is here: once, however often it is asked for. Failure `image-not-found`. */
	attach(image: Sha256, attachment: Attachment): Promise<void>;
	/** What hangs on an image, whoever attached it. */
	referrers(image: Sha256): Promise<readonly Referrer[]>;
	/**
	 * Takes a manifest away, and the tags that name it; one that is not there is gone already. Its layers are the store's own to collect.
	 * Failure `registry-keeps`.
	 */
	remove(manifest: Sha256, tags: readonly string[]): Promise<void>;
}

/** User name and password for one registry host. */
export interface Login {
	readonly username: string;
	readonly password: string;
}

/** What a door knows about who we are: nothing is read from the machine here. */
export interface Credentials {
	/** Text of `~/.docker/config.json` or of the file that REGISTRY_AUTH_FILE names. */
	readonly dockerConfig?: string | null;
	/** Given by the user; stands above the file. `host` null: for every registry. */
	readonly login?: (Login & { readonly host: string | null }) | null;
	/** Asks the helper program that the file names; absent: none is asked. */
	readonly askHelper?: AskHelper;
}

/**
 * Asks `docker-credential-NAME` for the login to a server, as the file writes the server; its answer (JSON), or null where it
 * knows none. A failure where the program cannot be run.
 */
export type AskHelper = (name: string, server: string) => Promise<string | null>;

export interface StoreOptions {
	readonly clock: Clock;
	readonly credentials?: Credentials;
	/** Ends waiting and transfers. */
	readonly signal?: AbortSignal;
	/** How long a registry may say nothing; absent: twenty seconds. */
	readonly silenceMs?: number;
	/** The machine's, when absent. */
	readonly fetch?: typeof fetch;
}
