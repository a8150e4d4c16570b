import type { Sha256 } from "../kernel/index.ts";
import type { TagInfo } from "./history.ts";
import { parseTagMessage } from "./tag-message.ts";

/**
 * What is known of an environment beside what it was assigned: annotated tags next to the assignments, which GTO passes
 * over because of the `+` in their names. `churn#prod+approved+v1.2.0+carol`, `churn#dev+unwell+3`, `churn#dev+well+4`,
 * `churn#prod+failed+v1.2.0+1`.
 */
export type Mark = Approved | Health | Failed;

/** Somebody said yes to a version. */
export interface Approved {
	readonly kind: "approved";
	readonly environment: string;
	readonly version: string;
	/** The image that the yes is about; null in a tag that somebody made without one. */
	readonly digest: Sha256 | null;
	readonly by: string;
	/** The team that the tag says he was in, as it was written by whoever wrote the tag; null in most. */
	readonly team: string | null;
	readonly at: Date;
	readonly tag: string;
}

/** It began to answer badly, or well again. */
export interface Health {
	readonly kind: "unwell" | "well";
	readonly environment: string;
	readonly reason: string | null;
	readonly at: Date;
	readonly tag: string;
}

/** A version was brought there, and did not answer as it has to. */
export interface Failed {
	readonly kind: "failed";
	readonly environment: string;
	readonly version: string;
	/** The image that was tried; null in a tag that somebody made without one. */
	readonly digest: Sha256 | null;
	readonly reason: string | null;
	readonly at: Date;
	readonly tag: string;
}

const STAGE = "[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?";
const MARK = new RegExp(
	`^(?<artifact>[^#@+]+)#(?<stage>${STAGE})\\+(?:approved\\+(?<version>v[^#!]+)\\+(?<by>[A-Za-z0-9_-]+)|failed\\+(?<failed>v[^#!+]+)\\+[0-9]{1,9}|(?<health>unwell|well)\\+[0-9]{1,9})$`,
);

/** An artifact's marks, oldest first. */
export function readMarks(tags: readonly TagInfo[], artifact: string): Mark[] {
	const marks = tags.flatMap((tag) => markOf(tag, artifact) ?? []);
	return marks.sort((a, b) => a.at.getTime() - b.at.getTime() || numberIn(a.tag) - numberIn(b.tag));
}

/** The artifact that a mark of this name is about; null for any other tag. */
export function markedArtifact(name: string): string | null {
	return MARK.exec(name)?.groups?.["artifact"]?.replace("=", ":") ?? null;
}

function markOf(tag: TagInfo, artifact: string): Mark | null {
	const found = MARK.exec(tag.name)?.groups;
	if (found === undefined || markedArtifact(tag.name) !== artifact) return null;
	const { stage: environment = "", version, by, health, failed } = found;
	const { trailers } = parseTagMessage(tag.message);
	const about = { environment, at: tag.taggedAt, tag: tag.name };
	if (health === "unwell" || health === "well") return { kind: health, ...about, reason: trailers.reason ?? null };
	const digest = trailers.digest ?? null;
	if (failed !== undefined) {
		return { kind: "failed", ...about, version: failed, digest, reason: trailers.reason ?? null };
	}
	if (version === undefined || by === undefined) return null;
	return { kind: "approved", ...about, version, by, team: trailers.team ?? null, digest };
}

/** One for each person, version and environment: GitHub's logins know no case. */
export function approvalTag(about: {
	readonly artifact: string;
	readonly environment: string;
	readonly version: string;
	readonly by: string;
}): string {
	const { artifact, environment, version, by } = about;
	return `${artifact.replace(":", "=")}#${environment}+approved+${version}+${by.toLowerCase()}`;
}

export function healthTag(
	tags: readonly TagInfo[],
	{ artifact, environment, kind }: { artifact: string; environment: string; kind: Health["kind"] },
): string {
	const earlier = readMarks(tags, artifact).filter((mark) => isHealth(mark) && mark.environment === environment);
	return `${artifact.replace(":", "=")}#${environment}+${kind}+${numberAfter(earlier)}`;
}

export function failureTag(
	tags: readonly TagInfo[],
	{ artifact, environment, version }: { artifact: string; environment: string; version: string },
): string {
	const earlier = readMarks(tags, artifact).filter(
		(mark) => mark.kind === "failed" && mark.environment === environment && mark.version === version,
	);
	return `${artifact.replace(":", "=")}#${environment}+failed+${version}+${numberAfter(earlier)}`;
}

export function isHealth(mark: Mark): mark is Health {
	return mark.kind === "well" || mark.kind === "unwell";
}

function numberAfter(marks: readonly Mark[]): number {
	return Math.max(0, ...marks.map(({ tag }) => numberIn(tag))) + 1;
}

function numberIn(tag: string): number {
	return Number(/\+([0-9]+)$/.exec(tag)?.[1] ?? 0);
}
