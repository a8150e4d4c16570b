import type { ApprovalPolicy } from "../config/index.ts";
import type { VersionState } from "../release/index.ts";
import { digestOf, type EnvironmentState, type ModelState } from "./state.ts";

/** Somebody's yes to one version, by the image that its tag names. */
export interface Approval {
	readonly by: string;
	readonly at: Date;
	/** The tag that says so. */
	readonly tag: string;
}

/** The recorded approvals that mainline.yaml lets count, the first of each person. Whether they still may is asked elsewhere. */
export function approvalsOf(state: ModelState, environment: EnvironmentState, version: VersionState): Approval[] {
	const policy = environment.config?.approve ?? null;
	const digest = digestOf(version);
	if (policy === null || digest === null) return [];
	const first = new Map<string, Approval>();
	for (const mark of state.marks) {
		if (mark.kind !== "approved" || mark.environment !== environment.name) continue;
		if (mark.version !== version.version || mark.digest !== digest || !isNamed(policy, mark.by)) continue;
		const login = mark.by.toLowerCase();
		if (!first.has(login)) first.set(login, { by: mark.by, at: mark.at, tag: mark.tag });
	}
	return [...first.values()];
}

/** Whether the policy lets somebody of this name approve; GitHub's logins know no case. */
export function isNamed({ by }: ApprovalPolicy, login: string): boolean {
	return by === null || by.some((name) => name.toLowerCase() === login.toLowerCase());
}

/** Who may approve, for a sentence: `carol or dave`, `whoever may write and did not propose it`. */
export function approversIn({ by, own }: ApprovalPolicy): string {
	const names = by === null ? "whoever may write" : by.join(" or ");
	return own ? names : `${names}${by === null ? " and" : ", who"} did not propose it`;
}
