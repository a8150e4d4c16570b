import { type ApprovalPolicy, isNamed } from "../../config/index.ts";
import type { Approval } from "../../environments/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { MayApprove } from "./site.ts";

interface Asking extends Omit<Parameters<MayApprove>[0], "by"> {
	readonly policy: ApprovalPolicy;
	readonly mayApprove: MayApprove;
}

/** Those that count, no more than are needed, and why others that were asked about do not. */
interface Answers {
	readonly approvals: readonly Approval[];
	readonly uncounted: readonly string[];
}

/** Whoever may push tags can write down a yes by anybody: of so many who could count by a team only is asked. */
const MOST_BY_TEAM = 24;

/**
 * Which of the recorded approvals count, asked until there are enough: first those of people whom mainline.yaml means by
 * themselves, then the newest of the others. A yes that may not be needed stops nothing: what cannot be told of it is said.
 */
export async function askUntilEnough(recorded: readonly Approval[], asking: Asking): Promise<Answers> {
	const { policy, mayApprove, from, to } = asking;
	const named = recorded.filter(({ by }) => isNamed(policy.by, by));
	const others = recorded
		.filter(({ by }) => !isNamed(policy.by, by))
		.toSorted((a, b) => b.at.getTime() - a.at.getTime());
	const approvals: Approval[] = [];
	const uncounted: string[] = [];
	const ask = async (approval: Approval): Promise<void> => {
		const counts = await mayApprove({ policy, by: approval.by, from, to });
		if (counts.refusal === null) approvals.push({ ...approval, team: counts.team });
		else uncounted.push(counts.refusal);
	};
	for (const approval of named) {
		if (approvals.length < policy.count) await ask(approval);
	}
	for (const approval of others.slice(0, MOST_BY_TEAM)) {
		if (approvals.length >= policy.count) break;
		await ask(approval).catch((failure: unknown) => uncounted.push(notTold(approval, failure)));
	}
	const unasked = others.slice(MOST_BY_TEAM);
	// first, as a sentence has no place for all: whoever is among them has to know
	return { approvals, uncounted: unasked.length === 0 ? uncounted : [tooMany(unasked), ...uncounted] };
}

function notTold({ by }: Approval, failure: unknown): string {
	if (!(failure instanceof Failure) || failure.kind !== "infrastructure") throw failure;
	return `whether ${by} may is not known just now: ${failure.message}`;
}

/** His tag is what somebody who is among them by mistake can do something about. */
function tooMany(unasked: readonly Approval[]): string {
	const [newest] = unasked;
	const more = unasked.length === 1 ? "" : ` and ${unasked.length - 1} older ones`;
	return `${newest?.tag}${more} were not asked about, as at most ${MOST_BY_TEAM} that a team would have to let count are: delete the tags that mean nothing`;
}
