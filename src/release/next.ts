import { badInput } from "../kernel/index.ts";
import type { ArtifactHistory, TagInfo } from "./history.ts";
import { markedArtifact } from "./marks.ts";
import { eventOf } from "./registry-state.ts";
import { compareSemVer, parseSemVer } from "./semver.ts";
import { formatTag, parseTag } from "./tag-name.ts";

export type Bump = "major" | "minor" | "patch";

const BUMPS: readonly Bump[] = ["major", "minor", "patch"];

/** The largest that is named among words; null where none is. */
export function largestBump(words: readonly string[]): Bump | null {
	return BUMPS.find((bump) => words.includes(bump)) ?? null;
}

/**
 * The version after the highest one that any tag names, deregistered ones included (a number is never used twice):
 * the next minor by default, `v0.1.0` first. A pre-release's number is taken as used.
 */
export function nextVersion(history: ArtifactHistory, bump: Bump = "minor"): string {
	const known = history.versions.flatMap(({ version }) => parseSemVer(version) ?? []);
	const [highest] = known.sort((a, b) => compareSemVer(b, a));
	if (highest === undefined) return "v0.1.0";
	const { major, minor, patch } = highest;
	if (bump === "major") return `v${major + 1n}.0.0`;
	if (bump === "minor") return `v${major}.${minor + 1n}.0`;
	return `v${major}.${minor}.${patch + 1n}`;
}

/** The number of the artifact's next stage tag: GTO counts over all stages of an artifact together. */
export function nextCounter(tags: readonly TagInfo[], artifact: string): number {
	return (
		tags.reduce((highest, tag) => {
			const event = parseTag(tag.name);
			return event?.artifact === artifact ? Math.max(highest, event.counter ?? 0) : highest;
		}, 0) + 1
	);
}

/**
 * The time to write on the next tag: now, and at least a second after every tag and mark of the artifact, because GTO orders
 * by the second and does not know which of two came later, and because clocks of two machines differ. Whole seconds.
 */
export function nextTagTime(tags: readonly TagInfo[], artifact: string, now: Date): Date {
	const own = tags.filter((tag) => (eventOf(tag)?.artifact ?? markedArtifact(tag.name)) === artifact);
	const times = own.map(({ taggedAt }) => taggedAt.getTime());
	const newest = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
	return new Date(Math.floor(Math.max(now.getTime(), newest + 1000) / 1000) * 1000);
}

/** `churn#prod#4`: the tag that gives the version on a commit to a stage. */
export function assignmentTag(tags: readonly TagInfo[], artifact: string, stage: string): string {
	return formatTag({ kind: "assign", artifact, stage, counter: nextCounter(tags, artifact) });
}

/** `churn@v1.2.3`. Failure `version-malformed`. */
export function versionTag(artifact: string, version: string): string {
	if (parseSemVer(version) === null) {
		throw badInput("version-malformed", `"${version}" is not a version`, { found: version, expected: "v1.2.3" });
	}
	return formatTag({ kind: "register", artifact, version, counter: null });
}
