import type { Key, Mapping, Oid, Place, Value } from "../kernel/index.ts";
import type { DockerfileConfig } from "../source/index.ts";

/** How an entry's content is named. `md5-dos2unix` is DVC 2.x's: entries without a `hash:` key, stored outside `files/md5`. */
export type HashName = "md5" | "md5-dos2unix";

/** What a manifest (a lock entry or a `.dvc` file) records of one dependency or output. Sizes in bytes. */
export interface Recorded {
	/** As written in the file: `./a`, `dir/` and `../x` are kept. */
	readonly path: string;
	/** Null when nothing was recorded (a dependency that was missing). */
	readonly oid: Oid | null;
	readonly hash: HashName;
	readonly size?: bigint;
	readonly nfiles?: bigint;
	readonly isexec?: boolean;
	/** Every other key (etag, version_id, cloud, files, repo, …), carried through unchanged. */
	readonly extra?: Mapping;
}

/** A stage as recorded after it last ran: one entry of dvc.lock, or one file of the run cache. */
export interface LockEntry {
	readonly cmd: string | readonly string[] | null;
	/** In the file's order. */
	readonly deps: readonly Recorded[];
	/** File as written in dvc.yaml → key → value, in the file's order. */
	readonly params: ReadonlyMap<string, Mapping>;
	readonly outs: readonly Recorded[];
}

export interface Dependency {
	/** As written in dvc.yaml or the `.dvc` file; a URL for external ones. */
	readonly path: string;
	/** Relative to the DVC root, normalised (`../x` when outside); null for URLs and `repo:` imports. */
	readonly at: string | null;
	/** Where `at` is null and something elsewhere is meant: its address, and the settings of the remote that it goes by. */
	readonly external?: External;
	readonly place: Place;
}

/** Something on another machine that a stage reads or makes. */
export interface External {
	/** `remote://name/path` in full: the remote's URL and what follows. */
	readonly url: string;
	/** The remote's name in `remote://name/…`; null for a plain address. */
	readonly remote: string | null;
}

/** What tells one content of something external from another, as its protocol has it. */
export interface Fingerprint {
	/** The key under which DVC records it: S3, GCS, Azure and WebDAV have an `etag`, HTTP what DVC calls a `checksum`. */
	readonly kind: "etag" | "checksum";
	readonly value: string;
	readonly size?: bigint;
}

/** The parameters of one file that a stage reads. `keys` empty means the whole file. */
export interface ParamsDependency {
	/** As written (`params.yaml` when implied). */
	readonly path: string;
	/** Relative to the DVC root. */
	readonly at: string;
	readonly keys: readonly string[];
	readonly place: Place;
}

export type OutputKind = "out" | "metric" | "plot";

export interface Output {
	/** As written. */
	readonly path: string;
	/** Relative to the DVC root, normalised, without a trailing slash; null for URLs. */
	readonly at: string | null;
	/** As for a dependency. */
	readonly external?: External;
	readonly kind: OutputKind;
	readonly cache: boolean;
	readonly persist: boolean;
	readonly push: boolean;
	readonly remote: string | null;
	/** desc, type, labels, meta, plot properties: as written. */
	readonly flags: Mapping;
	readonly place: Place;
}

/** What a stage asks of the machine and of whoever runs it. Null: not said. */
export interface Needs {
	readonly gpus: number | null;
	/** Infinite for `all`. */
	readonly cpus: number | null;
	/** Bytes. */
	readonly memory: number | null;
	/** For one attempt. */
	readonly timeoutMs: number | null;
	/** How often a failed command is tried again. */
	readonly retries: number;
	/** What the command runs in; absent: on the machine itself. */
	readonly container?: Container;
	/** Of `gpus`, where that is written. */
	readonly place: Place;
}

/** What a stage's command runs in. Paths are relative to the DVC root. */
export interface Container {
	readonly from: ContainerSource;
	/** Null: whichever is here. */
	readonly program: "podman" | "docker" | null;
	/** Names of environment variables that it gets, where they are set, beside those that each container gets. */
	readonly variables: readonly string[];
	/** `host`: as the machine itself. */
	readonly network: "host" | "none";
	readonly place: Place;
}

export type ContainerSource =
	| { readonly kind: "image"; readonly name: string }
	| { readonly kind: "dockerfile"; readonly dockerfile: DockerfileConfig };

/** A stage after templating. A `.dvc` file is one too: it has outs, perhaps deps, no cmd. */
export interface Stage {
	/** As DVC addresses it from the DVC root: `train`, `prepare@en`, `sub/dvc.yaml:train`, `data/raw.dvc`. */
	readonly address: string;
	/** The dvc.yaml or `.dvc` file, relative to the DVC root. */
	readonly file: string;
	/** Null for a `.dvc` file. */
	readonly name: string | null;
	/** Working directory relative to the DVC root; `.` for the root. */
	readonly wdir: string;
	readonly cmd: string | readonly string[] | null;
	readonly deps: readonly Dependency[];
	/** In dvc.yaml's order, one per file, the default file included. */
	readonly params: readonly ParamsDependency[];
	/** outs, then metrics, then plots, each in dvc.yaml's order. */
	readonly outs: readonly Output[];
	readonly frozen: boolean;
	readonly alwaysChanged: boolean;
	readonly desc: string | null;
	readonly meta: Value;
	/** What `meta: {mainline: …}` says of running it; absent where nothing is said. */
	readonly needs?: Needs;
	/** What dvc.lock (or the `.dvc` file itself) records; null when there is no entry yet. */
	readonly lock: LockEntry | null;
	readonly place: Place;
	/** Where its `cmd:` stands; absent without one. */
	readonly cmdPlace?: Place;
}

/** An `artifacts:` entry. */
export interface Artifact {
	/** `name`, or `sub/dir:name` for a dvc.yaml in a sub-folder. */
	readonly name: string;
	/** Relative to the DVC root. */
	readonly path: string;
	readonly type: string | null;
	readonly desc: string | null;
	readonly labels: readonly string[];
	readonly place: Place;
}

/** The files that top-level `metrics:`, `params:`, `plots:` name, relative to the DVC root. */
export interface TopLevel {
	readonly metrics: readonly string[];
	readonly params: readonly string[];
	/** Id (a path relative to the DVC root, or a free name) and its definition as written. */
	readonly plots: readonly { readonly id: string; readonly file: string; readonly definition: Value }[];
}

/** Everything that DVC's files say about a tree, at one revision or in the workspace. No output was looked at. */
export interface Project {
	/** In file order: folders sorted, stages as written. */
	readonly stages: readonly Stage[];
	readonly artifacts: readonly Artifact[];
	readonly topLevel: TopLevel;
	readonly config: DvcConfig;
}

/** `.dvc/config` of all four levels, merged. Option and remote names are lower-case, values as ConfigObj reads them. */
export interface DvcConfig {
	/** `section` → option → value; a remote is the section `remote "name"`. */
	readonly sections: ReadonlyMap<string, ReadonlyMap<string, string | readonly string[]>>;
	/** Absolute path of the cache folder (`cache.dir`, default `.dvc/cache`). */
	readonly cacheDir: string;
	/** Link types in the order to try. */
	readonly cacheTypes: readonly ("reflink" | "hardlink" | "symlink" | "copy")[];
	/** `core.remote`, or null. */
	readonly defaultRemote: string | null;
	/** Name → settings; a relative folder `url` is already absolute. */
	readonly remotes: ReadonlyMap<string, RemoteConfig>;
	readonly noScm: boolean;
	readonly autostage: boolean;
}

export interface RemoteConfig {
	readonly name: string;
	readonly url: string;
	readonly options: ReadonlyMap<string, string | readonly string[]>;
	/** Options whose value stands in `.dvc/config`, which comes with the repository and so with anybody's pull request. */
	readonly committed?: ReadonlySet<string>;
}

/**
 * A tree of files: the workspace, or the repository at a revision. Paths are relative to the DVC root, `/` between parts.
 * Owned here because reading manifests needs it; `workspaceTree` and the git room's trees implement it.
 */
export interface Tree {
	/** `workspace`, or the full commit id. */
	readonly name: string;
	read(path: string): Promise<Uint8Array | null>;
	/** Null when absent. Follows symbolic links. */
	kind(path: string): Promise<"file" | "directory" | null>;
	/** Names directly below a directory, sorted by code point; empty when absent. Symbolic links are followed for `kind`. */
	list(path: string): Promise<readonly TreeEntry[]>;
}

export interface TreeEntry {
	readonly name: string;
	readonly kind: "file" | "directory";
	/** True when the entry is a symbolic link (DVC follows those to files, skips those to directories). */
	readonly link: boolean;
	readonly exec: boolean;
}

export type { Key, Mapping, Oid, Place, Value };
