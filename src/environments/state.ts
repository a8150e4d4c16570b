import type { EnvironmentConfig } from "../config/index.ts";
import type { Sha256 } from "../kernel/index.ts";
import type { ArtifactHistory, Assignment, Mark, VersionState } from "../release/index.ts";
import { type Hold, holdOf, type Rejection, rejectionsOf } from "./verdicts.ts";

/** What one environment holds of one model, as the tags say; nothing was asked of the environment itself. */
export interface EnvironmentState {
	readonly name: string;
	/** Null when only tags name the environment. */
	readonly config: EnvironmentConfig | null;
	/** The assignment in effect; null when nothing is assigned. */
	readonly assignment: Assignment | null;
	readonly version: string | null;
	readonly digest: Sha256 | null;
	readonly image: string | null;
	/** Start of the unbroken time in which it has held this version. */
	readonly since: Date | null;
	readonly hold: Hold | null;
}

/** A model, what its tags say, and where it stands. */
export interface ModelState {
	readonly model: string;
	readonly history: ArtifactHistory;
	/** mainline.yaml's environments in its order (an environment behind the one it follows), then those that only tags name. */
	readonly environments: readonly EnvironmentState[];
	/** Version → why it must not be promoted. */
	readonly rejections: ReadonlyMap<string, Rejection>;
	/** Approvals, what failed, and when environments answered badly and well again; oldest first. */
	readonly marks: readonly Mark[];
}

/** Reads a model's state out of its history; `configs` in file order. */
export function modelState(
	history: ArtifactHistory,
	configs: ReadonlyMap<string, EnvironmentConfig> = new Map(),
	marks: readonly Mark[] = [],
): ModelState {
	const onlyTagged = [...history.stages.keys()].filter((name) => !configs.has(name));
	const ordered = inOrderOfPromotion([...configs.values()]);
	return {
		model: history.artifact,
		history,
		environments: [
			...ordered.map((config) => environmentState(history, config.name, config)),
			...onlyTagged.map((name) => environmentState(history, name, null)),
		],
		rejections: rejectionsOf(history),
		marks,
	};
}

export function environmentOf(state: ModelState, name: string): EnvironmentState | null {
	return state.environments.find((environment) => environment.name === name) ?? null;
}

/** The registered version of that name; null when there is none. */
export function versionOf(history: ArtifactHistory, version: string): VersionState | null {
	return history.versions.find((known) => known.version === version && known.registered) ?? null;
}

/** The digest that the version's own tag records; null where its image is another, as in no tag of ours: what is checked has to be what is deployed. */
export function digestOf(version: VersionState | null): Sha256 | null {
	const { digest, image } = version?.registration?.message.trailers ?? {};
	if (digest === undefined || (image !== undefined && !image.endsWith(`@${digest}`))) return null;
	return digest;
}

/** `repository@sha256:…` as the version's own tag records it. */
export function imageOf(version: VersionState | null): string | null {
	return version?.registration?.message.trailers.image ?? null;
}

/** The version whose image was made from this content; the first that was, should there be several. */
export function versionWithContent(history: ArtifactHistory, content: Sha256): VersionState | null {
	return history.versions.findLast((v) => isUsable(v) && v.registration?.message.trailers.content === content) ?? null;
}

/** Negative when `a` is the older version. Versions that the history does not know are the oldest. */
export function compareAge(history: ArtifactHistory, a: string, b: string): number {
	const rank = (version: string): number => {
		const index = history.versions.findIndex((known) => known.version === version);
		return index < 0 ? Number.NEGATIVE_INFINITY : -index;
	};
	return rank(a) === rank(b) ? 0 : rank(a) - rank(b);
}

/** Registered, not withdrawn. */
export function isUsable(version: VersionState): boolean {
	return version.registered && version.active;
}

/** File order, but never before the environment that one is promoted from. */
function inOrderOfPromotion(configs: readonly EnvironmentConfig[]): EnvironmentConfig[] {
	const byName = new Map(configs.map((config) => [config.name, config]));
	const ordered = new Set<EnvironmentConfig>();
	const visit = (config: EnvironmentConfig, path: readonly string[]): void => {
		const before = config.after === null ? undefined : byName.get(config.after);
		if (before !== undefined && !path.includes(before.name)) visit(before, [...path, before.name]);
		ordered.add(config);
	};
	for (const config of configs) visit(config, [config.name]);
	return [...ordered];
}

function environmentState(history: ArtifactHistory, name: string, config: EnvironmentConfig | null): EnvironmentState {
	const assignment = history.stages.get(name) ?? null;
	const trailers = assignment?.entry.message.trailers;
	const version = assignment === null ? null : versionOf(history, assignment.version);
	return {
		name,
		config,
		assignment,
		version: assignment?.version ?? null,
		digest: trailers?.digest ?? digestOf(version),
		image: trailers?.image ?? imageOf(version),
		since: assignment === null ? null : unbrokenSince(history, assignment),
		hold: assignment === null ? null : holdOf(history, assignment),
	};
}

/** A version that is assigned again where it stands has stood there all along. */
function unbrokenSince(history: ArtifactHistory, assignment: Assignment): Date {
	let since = assignment.since;
	for (const { event, tag } of [...history.entries].reverse()) {
		if (event.kind !== "assign" && event.kind !== "unassign") continue;
		if (event.stage !== assignment.stage || tag.taggedAt > assignment.since) continue;
		if (event.kind === "unassign" || tag.target !== assignment.commit) break;
		since = tag.taggedAt;
	}
	return since;
}
