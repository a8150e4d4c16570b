import type { WaiverPolicy } from "../../../config/index.ts";
import type { GitHub } from "../../../github/index.ts";

/** Why somebody may not waive a gate of a pull request, in a sentence; null when he may. Asked live, each time that it counts. */
export async function mayWaive(
	gitHub: GitHub,
	policy: WaiverPolicy,
	{ by, author }: { readonly by: string; readonly author: string },
): Promise<string | null> {
	if (policy.by !== null && !policy.by.some((login) => same(login, by))) {
		const names = policy.by.length === 0 ? "nobody may" : `${policy.by.join(", ")} may`;
		return `${by} may not: by mainline.yaml of the base branch, ${names} waive gates here`;
	}
	if (same(by, author) && !policy.own)
		return "whoever proposes a change does not waive its gates: somebody else has to";
	const level = await gitHub.permission(by);
	return level === "admin" || level === "write" ? null : `${by} may not: gates are waived by those who may write here`;
}

/** GitHub's logins know no case. */
function same(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
