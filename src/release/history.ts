import type { Sha256 } from "../kernel/index.ts";

/** An annotated git tag, as the git room reads it. */
export interface TagInfo {
	readonly name: string;
	/** Id of the tag object. */
	readonly object: string;
	/** Id of the commit, or of the tag that it names in its turn. */
	readonly target: string;
	/** Whole seconds. */
	readonly taggedAt: Date;
	readonly tagger: { readonly name: string; readonly email: string };
	readonly message: string;
	/** The name that its object carries, where it is another than the ref's: a tag that was renamed, or a second name for one. */
	readonly inside?: string;
	/** What it names, where that is no commit: `tree`, `blob`. */
	readonly of?: string;
	/** False where who tagged, or the message, is not UTF-8. */
	readonly isText?: boolean;
}

/** What a tag's name says. Artifact names are written with `:` (`sub/dir:vec`), as GTO's commands do. */
export type TagEvent =
	| {
			readonly kind: "register" | "deregister";
			readonly artifact: string;
			readonly version: string;
			readonly counter: number | null;
	  }
	| {
			readonly kind: "assign" | "unassign";
			readonly artifact: string;
			readonly stage: string;
			readonly counter: number | null;
	  }
	| { readonly kind: "deprecate"; readonly artifact: string; readonly counter: number | null };

/** The machine-readable part of a tag's message. */
export interface Trailers {
	/** `host/repo@sha256:…` or `oci:dir@sha256:…`. */
	readonly image?: string;
	readonly digest?: Sha256;
	/** Content key of the release. */
	readonly content?: Sha256;
	/** What DVC, or git, calls the model: `model.pkl md5:…`. */
	readonly model?: string;
	/** Digest of the stage's lock entry. */
	readonly lock?: string;
	/** Digest of the environment that a Dockerfile made, on which the image stands. */
	readonly environment?: string;
	/** Address of the repository that the image names, `https://github.com/acme/churn`: it is in its digest. */
	readonly source?: string;
	/** Why automation must not move the environment on. */
	readonly hold?: string;
	/** Version or digest that must not be promoted again. */
	readonly rejects?: string;
	/** Version or digest whose hold and rejection end. */
	readonly lifts?: string;
	/** Gates whose "no" somebody took for its pull request: metric, value, who, until when and why. */
	readonly waived?: readonly string[];
	/** What was measured of the version, for whoever has nothing but the tags: `metrics.json:accuracy 0.934`. */
	readonly metrics?: readonly string[];
	/** What the gates said of it beside the version before: `metrics.json:accuracy 0.91 → 0.934 passed`. */
	readonly gates?: readonly string[];
	/** The pull requests that brought it: `#12`. */
	readonly pulls?: readonly string[];
	/** Whose yes a promotion had, one for each. */
	readonly approved?: readonly string[];
	/** What came of the golden requests: how many were answered as expected, or why they were not asked. */
	readonly golden?: string;
	/** How long a deploy took until the version answered. */
	readonly took?: string;
	readonly reason?: string;
	/** The main line's newest commit when a person did it: what it declared before says nothing against him. */
	readonly main?: string;
	readonly by?: string;
	/** Of an approval: the team of mainline.yaml that he was in, as `organisation/team`. */
	readonly team?: string;
	/** Page of the workflow run that did it. */
	readonly run?: string;
}

export interface TagMessage {
	/** The first line, for people. */
	readonly summary: string;
	readonly trailers: Trailers;
}

/** A tag, its event and its message. */
export interface HistoryEntry {
	readonly tag: TagInfo;
	readonly event: TagEvent;
	readonly message: TagMessage;
}

export interface VersionState {
	/** `v1.2.3`; the commit's id where a stage was assigned to a commit without a version. */
	readonly version: string;
	readonly commit: string;
	readonly registered: boolean;
	/** Its newest own event is not a deregistration. */
	readonly active: boolean;
	/** The registering tag; null when only a stage names the commit. */
	readonly registration: HistoryEntry | null;
}

/** Which version a stage holds, as `gto show` resolves it. */
export interface Assignment {
	readonly stage: string;
	readonly version: string;
	readonly commit: string;
	/** When it took effect: the tag's time. */
	readonly since: Date;
	readonly entry: HistoryEntry;
}

/** Everything that the tags say about one artifact. */
export interface ArtifactHistory {
	readonly artifact: string;
	/** False after a deprecation. */
	readonly active: boolean;
	/** Highest version first. */
	readonly versions: readonly VersionState[];
	/** Highest registered and active version. */
	readonly latest: VersionState | null;
	/** Stage → what it holds; null where a stage was named but nothing holds. Stages sorted by name. */
	readonly stages: ReadonlyMap<string, Assignment | null>;
	/** Every event, oldest first. */
	readonly entries: readonly HistoryEntry[];
}
