import { type ApprovalPolicy, isNamed, isSameName, isTeam } from "../config/index.ts";
import type { Approved, VersionState } from "../release/index.ts";
import { digestOf, type EnvironmentState, type ModelState } from "./state.ts";

/** Somebody's yes to one version, by the image that its tag names. */
export interface Approval {
	readonly by: string;
	/** The team of mainline.yaml by which it counts; null where its owner does by himself. */
	readonly team: string | null;
	readonly at: Date;
	/** The tag that says so. */
	readonly tag: string;
}

/**
 * The recorded approvals that mainline.yaml lets count, the first of each person: of those whom it names, and of those who
 * were in a team that it names when their tag was written. Whether they still may is asked elsewhere.
 */
export function approvalsOf(state: ModelState, environment: EnvironmentState, version: VersionState): Approval[] {
	const policy = environment.config?.approve ?? null;
	if (policy === null) return [];
	return firstOfEach(marksOf(state, environment, version), (mark) => {
		if (isNamed(policy.by, mark.by)) return { team: null };
		const team = teamIn(policy, mark.team);
		return team === null ? null : { team };
	});
}

/** All that are recorded, the first of each person: for whoever can ask which of them count now. */
export function recordedApprovals(state: ModelState, environment: EnvironmentState, version: VersionState): Approval[] {
	return firstOfEach(marksOf(state, environment, version), () => ({ team: null }));
}

/** Of this environment, this version and this very image. */
function marksOf(state: ModelState, environment: EnvironmentState, version: VersionState): Approved[] {
	const digest = digestOf(version);
	if (digest === null) return [];
	return state.marks.filter(
		(mark): mark is Approved =>
			mark.kind === "approved" &&
			mark.environment === environment.name &&
			mark.version === version.version &&
			mark.digest === digest,
	);
}

function firstOfEach(
	marks: readonly Approved[],
	counted: (mark: Approved) => { readonly team: string | null } | null,
): Approval[] {
	const first = new Map<string, Approval>();
	for (const mark of marks) {
		const counts = counted(mark);
		const login = mark.by.toLowerCase();
		if (counts !== null && !first.has(login)) first.set(login, { by: mark.by, ...counts, at: mark.at, tag: mark.tag });
	}
	return [...first.values()];
}

/** A team as the policy writes it; null where it names no such one: what a tag says is anybody's text. */
function teamIn({ by }: ApprovalPolicy, written: string | null): string | null {
	if (by === null || written === null) return null;
	return by.find((name) => isTeam(name) && isSameName(name, written)) ?? null;
}

/** Who may approve, for a sentence: `carol or dave`, `whoever may write and did not propose it`. */
export function approversIn({ by, own }: ApprovalPolicy): string {
	const names = by === null ? "whoever may write" : by.map(inWords).join(" or ");
	return own ? names : `${names}${by === null ? " and" : ", who"} did not propose it`;
}

function inWords(name: string): string {
	return isTeam(name) ? `somebody of ${name}` : name;
}
