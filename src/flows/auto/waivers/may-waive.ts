import { isSameName, type WaiverPolicy } from "../../../config/index.ts";
import { type Askable, meant } from "../named.ts";

/** Whether somebody may waive a gate of a pull request; why not, in a sentence. `not-known`: who is in a team was not told. */
export type MayWaive = { readonly kind: "may" } | { readonly kind: "may-not" | "not-known"; readonly why: string };

/** Asked live, each time that it counts. */
export async function mayWaive(
	{ gitHub, teams }: Askable,
	policy: WaiverPolicy,
	{ by, author }: { readonly by: string; readonly author: string },
): Promise<MayWaive> {
	const named = await meant(teams, policy.by, by);
	if (named.kind === "not-yet") return { kind: "not-known", why: named.why };
	if (named.kind === "not-meant") {
		const names = policy.by === null || policy.by.length === 0 ? "nobody may" : `${policy.by.join(", ")} may`;
		return mayNot(`${by} may not: by mainline.yaml of the base branch, ${names} waive gates here`);
	}
	if (isSameName(by, author) && !policy.own) {
		return mayNot("whoever proposes a change does not waive its gates: somebody else has to");
	}
	const level = await gitHub.permission(by);
	if (level === "admin" || level === "write") return { kind: "may" };
	return mayNot(`${by} may not: gates are waived by those who may write here`);
}

function mayNot(why: string): MayWaive {
	return { kind: "may-not", why };
}
