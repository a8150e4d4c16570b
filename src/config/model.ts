import type { Place } from "../kernel/index.ts";
import type { DockerfileConfig } from "../source/index.ts";

export type { DockerfileConfig } from "../source/index.ts";

/** mainline.yaml after validation; maps in file order. Without the file everything is empty. */
export interface MainlineConfig {
	readonly models: ReadonlyMap<string, ModelConfig>;
	readonly gates: readonly Gate[];
	readonly environments: ReadonlyMap<string, EnvironmentConfig>;
	readonly waivers: WaiverPolicy;
	/** Whether the merge queue only looks results up, or has run what nobody knows. */
	readonly queue: QueuePolicy;
	readonly release: ReleasePolicy;
	/** Null: images need no signature. */
	readonly signing: SigningPolicy | null;
}

/** Who has to have signed an image before it is deployed. */
export type SigningPolicy = KeySigning | IdentitySigning;

export interface KeySigning {
	readonly kind: "key";
	/** File with a public key, relative to the folder of mainline.yaml, normalised. */
	readonly key: string;
	readonly at: Place;
}

/** A workflow, or whoever else sigstore gives certificates to. */
export interface IdentitySigning {
	readonly kind: "identity";
	/** As certificates name them, any one of which will do: `https://github.com/acme/churn/.github/workflows/release.yml@refs/heads/main`. */
	readonly identities: readonly string[];
	/** Whoever vouched for the identity to sigstore: an OpenID Connect issuer's address. */
	readonly issuer: string;
	/** What the workflow has to have run for; null: its own repository and ref. */
	readonly source: WorkflowSource | null;
	/** Null: any. */
	readonly runner: "github-hosted" | "self-hosted" | null;
	/** Null: nobody chose; the public one, which a private repository has to have chosen. */
	readonly sigstore: { readonly kind: "public" } | OwnSigstore | null;
	readonly at: Place;
}

export interface WorkflowSource {
	/** `https://github.com/acme/churn`. */
	readonly repository: string;
	/** `refs/heads/main`. */
	readonly ref: string;
}

/** An instance of sigstore whose authorities a file in git names. */
export interface OwnSigstore {
	readonly kind: "own";
	/** Sigstore's trusted root in JSON, relative to the folder of mainline.yaml, normalised. */
	readonly trustedRoot: string;
	readonly at: Place;
	/** Addresses without a slash at the end. */
	readonly fulcio: string;
	readonly timestamp: string;
	/** A log of Rekor 2; null: none is written to. */
	readonly rekor: string | null;
}

export const BUMPS = ["auto", "patch", "minor", "major"] as const;

/** How far a new version's number moves. `auto`: as far as what changed asks for. */
export interface ReleasePolicy {
	readonly bump: (typeof BUMPS)[number];
}

/** Who may say that a gate's "no" is not to stand in the way; they have to be allowed to write all the same. */
export interface WaiverPolicy {
	/** Logins, and teams as `organisation/team`; null: everybody who may write. */
	readonly by: readonly string[] | null;
	/** Whether a pull request's author may waive gates of his own. */
	readonly own: boolean;
}

export const QUEUE_POLICIES = ["look-up", "run"] as const;
export type QueuePolicy = (typeof QUEUE_POLICIES)[number];

export interface ModelConfig {
	/** Name of an artifact with `type: model`. */
	readonly name: string;
	readonly image: ImageTarget;
	/** Reference of the image to stand on, as written; null: nothing. */
	readonly base: string | null;
	/** Files or folders of the repository, relative to the DVC root, normalised; none leaves it. */
	readonly code: readonly string[];
	/** The image's command; empty when not given. */
	readonly command: readonly string[];
	/** Python packages that go into the image; null: none but the base's. */
	readonly python: PythonConfig | null;
	/** Folder of its golden requests, relative to the DVC root; null when not given. */
	readonly golden: string | null;
	/** What builds the environment that the model stands on, in place of `base`; absent: nothing. */
	readonly dockerfile?: DockerfileConfig;
	readonly at: Place;
}

/** Where the exact versions of Python packages are written, and what they are installed for. */
export interface PythonConfig {
	/** A lock file, relative to the DVC root. */
	readonly lock: string;
	/** `3.12`; null: as the base says. */
	readonly version: string | null;
	/** The newest platform tag of which wheels are taken: `manylinux_2_28`. */
	readonly wheels: string;
}

/** Where images go, as written: `directory` is relative to the DVC root or absolute; `repository` is `host[:port]/path`. */
export type ImageTarget =
	| { readonly kind: "layout"; readonly directory: string }
	| { readonly kind: "registry"; readonly repository: string };

export type Better = "higher" | "lower";

/** A limit that a change has to keep. */
export interface Gate {
	/** Metrics file relative to the DVC root. */
	readonly file: string;
	/** Name inside the file as `dvc metrics diff` flattens it; empty for a file that is one number. */
	readonly metric: string;
	readonly better: Better;
	/** Absolute limit: the least for `higher`, the most for `lower`. */
	readonly floor: number | null;
	/** How much the metric may worsen against the base. */
	readonly drop: Drop | null;
	readonly at: Place;
}

/** `share` is a part of the base's absolute value: 0.01 for "1%". Neither is negative. */
export type Drop =
	| { readonly kind: "absolute"; readonly value: number }
	| { readonly kind: "share"; readonly value: number };

export interface EnvironmentConfig {
	readonly name: string;
	/** The environment it is promoted from; null when it follows the main line. */
	readonly after: string | null;
	/** The models that come here, of those that mainline.yaml names; absent: all of them. */
	readonly models?: readonly string[];
	/** Where they stand. */
	readonly modelsAt?: Place;
	/** Continuous healthy time in `after` before a promotion, in milliseconds. */
	readonly soakMs: number;
	/** False: nothing comes here by itself, only when a person promotes it. What goes back does. Absent: true. */
	readonly auto?: boolean;
	readonly deploy: Deploy;
	/** Base URL of the Open Inference Protocol; null when nobody asks. */
	readonly probe: string | null;
	/** Its server does not tell its version: that it is ready has to do. Absent: it tells it. */
	readonly untold?: boolean;
	/** Who has to say yes to a version before it comes here; null: nobody. */
	readonly approve: ApprovalPolicy | null;
	/** When nothing is promoted here. */
	readonly freeze: readonly FreezeWindow[];
	readonly at: Place;
}

/** Whose yes a promotion waits for; they have to be allowed to write all the same. */
export interface ApprovalPolicy {
	/** Logins, and teams as `organisation/team`; null: everybody who may write. */
	readonly by: readonly string[] | null;
	/** How many of them. */
	readonly count: number;
	/** Whether those who proposed what changed may be among them. */
	readonly own: boolean;
}

/**
 * A time of every day (`from` and `until` in minutes since 00:00), of every week (in minutes since Monday, 00:00), or once
 * (milliseconds of the zone's wall clock, reckoned as if it were UTC). Daily and weekly ones may go over the end of it.
 */
export interface FreezeWindow {
	readonly kind: "daily" | "weekly" | "once";
	readonly from: number;
	readonly until: number;
	/** An IANA time zone. */
	readonly zone: string;
	readonly reason: string | null;
}

export type DeployKind = Deploy["kind"];

/** How a version gets to run there. */
export type Deploy =
	| { readonly kind: "process"; readonly port: number }
	/** A text goes through the shell, a list does not. */
	| {
			readonly kind: "command";
			readonly command: string | readonly string[];
			/** Absent: the target's own. */
			readonly timeoutMs?: number;
	  }
	| ComposeDeploy
	| KubernetesDeploy
	| KustomizeDeploy
	| HelmDeploy;

export type ContainerProgram = "docker" | "podman";

/** Containers of this machine behind a port of ours, or a service of a compose file on another machine. */
export type ComposeDeploy =
	| {
			readonly kind: "compose";
			readonly host: null;
			/** The public port on 127.0.0.1. */
			readonly port: number;
			readonly program: ContainerProgram;
			/** Null: one plain container. */
			readonly service: ComposeService | null;
	  }
	| {
			readonly kind: "compose";
			readonly host: string;
			readonly program: ContainerProgram;
			readonly service: ComposeService;
	  };

/** A service of a compose file; both as written. */
export interface ComposeService {
	readonly name: string;
	/** Relative to `directory`. */
	readonly file: string;
	/** Relative to the folder of mainline.yaml; absolute on another machine. */
	readonly directory: string;
}

export interface KubernetesDeploy {
	readonly kind: "kubernetes";
	/** Of the machine's kubeconfig. */
	readonly context: string;
	readonly namespace: string;
	readonly deployment: string;
	/** Null: the pod's only one. */
	readonly container: string | null;
	readonly timeoutMs: number;
}

/** A repository from which others deploy, and how long they may take. */
export interface ConfigRepository {
	/** What git takes: an address, or a folder relative to that of mainline.yaml. */
	readonly repository: string;
	readonly branch: string;
	readonly timeoutMs: number;
	/** Nobody pushes to the branch: changes come by pull request. Absent: by a commit. */
	readonly pull?: boolean;
}

export interface KustomizeDeploy extends ConfigRepository {
	readonly kind: "kustomize";
	/** Folder of the kustomization in the repository. */
	readonly path: string;
	/** Name of the image in its `images:`. */
	readonly image: string;
}

export interface HelmDeploy extends ConfigRepository {
	readonly kind: "helm";
	/** File in the repository. */
	readonly values: string;
	/** Keys from the top to the image. */
	readonly key: readonly string[];
}
