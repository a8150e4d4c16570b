import { type GateVerdict, type Waiver, waive } from "../../../compare/index.ts";
import type { WaiverPolicy } from "../../../config/index.ts";
import { Git } from "../../../git/index.ts";
import { Failure, joinPath } from "../../../kernel/index.ts";
import { renderWaivers } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import type { Waiving } from "../../report/compose.ts";
import type { Askable } from "../named.ts";
import type { ProjectName } from "../projects.ts";
import { type MayWaive, mayWaive } from "./may-waive.ts";
import { readRecord, type WaiverRecord, waiverCheckName, writeRecord } from "./record.ts";

/** Whose gates are judged, and where waivers of them are kept. */
export interface WaiverScope extends Askable {
	/** Of this pull's check. */
	readonly checkName: string;
	readonly pull: { readonly number: number; readonly author: string };
	/** The pull's commit that is judged. */
	readonly head: string;
	/** Where the base branch stands: what the pull has beyond it are its commits. */
	readonly base: string;
	/** Whether what the verdict stands on is written down on the head. */
	readonly keeps: boolean;
	/** Whose gates they are. Records name files from the git root. */
	readonly project: ProjectName;
}

/** Somebody asks for a waiver, or takes one back: what the record is to be; null leaves it as it is. */
export type AskWaiver = (at: {
	readonly gates: readonly GateVerdict[];
	readonly policy: WaiverPolicy;
	readonly before: WaiverRecord | null;
	readonly project: ProjectName;
}) => Promise<WaiverRecord | null>;

/**
 * Which gates are waived. A waiver stays with a pull request while the value does, whatever is pushed on top; the commit
 * that is judged gets a record of those that its verdict stands on.
 */
export function waivingIn(context: FlowContext, scope: WaiverScope | null, ask: AskWaiver | null = null): Waiving {
	return async (own, policy) => {
		if (scope === null || (ask === null && !own.some(({ blocks }) => blocks))) return own;
		const { project } = scope;
		const gates = own.map((gate) => ({ ...gate, file: joinPath(project.path, gate.file) }));
		const found = await findRecord(scope, await commitsOf(context, scope));
		const asked = ask === null ? null : await ask({ gates, policy, before: found?.record ?? null, project });
		if (asked !== null) await keep(scope, asked);
		const record = asked ?? found?.record ?? null;
		if (record === null) return own;
		const { counting, notKnown, refusals } = await allowed(record.waivers, scope, policy);
		for (const refusal of refusals) context.progress.warn(`a waiver does not count: ${refusal}`);
		const now = context.clock.now();
		const settled = waive(gates, counting, now);
		const inherited = asked === null && found?.commit !== scope.head;
		if (inherited && scope.keeps && settled.some(({ waived }) => waived !== undefined)) {
			await keepUsed(scope, { record, notKnown, standing: waive(gates, [...counting, ...notKnown], now) });
		}
		return settled.map((gate, index) => ({ ...gate, file: own[index]?.file ?? gate.file }));
	};
}

/** How far back a waiver is looked for. */
const MOST_COMMITS = 20;

async function commitsOf({ cwd }: FlowContext, { head, base }: WaiverScope): Promise<string[]> {
	const git = await Git.open(cwd);
	try {
		if (await git.isShallow()) return [head];
		const before = await git.newestCommits({ from: base, to: head, most: MOST_COMMITS });
		return [head, ...before.filter((commit) => commit !== head)];
	} finally {
		git.close();
	}
}

interface Found {
	readonly commit: string;
	readonly record: WaiverRecord;
}

type Where = Pick<WaiverScope, "gitHub" | "checkName" | "pull">;

/** The record of the newest of some commits that has one: it has the word, though it be empty. */
export async function findRecord(
	{ gitHub, checkName, pull }: Where,
	commits: readonly string[],
): Promise<Found | null> {
	const name = waiverCheckName(checkName);
	for (const commit of commits) {
		const seen = await permitted(() => gitHub.ownCheck({ headSha: commit, name }));
		const record = readRecord(seen?.text ?? null);
		if (record !== null && record.pull === pull.number) return { commit, record };
	}
	return null;
}

/** A token that may not even look finds nothing. */
async function permitted<T>(look: () => Promise<T>): Promise<T | null> {
	try {
		return await look();
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "github-permission-missing") return null;
		throw failure;
	}
}

interface Allowed {
	/** Of people who may waive it still. */
	readonly counting: Waiver[];
	/** Of people of whom it was not told: they do not count now, and may where it is. */
	readonly notKnown: Waiver[];
	/** Why the others do not count, and these. */
	readonly refusals: readonly string[];
}

async function allowed(waivers: readonly Waiver[], scope: WaiverScope, policy: WaiverPolicy): Promise<Allowed> {
	const answers = new Map<string, MayWaive>();
	for (const { by } of waivers) {
		if (!answers.has(by)) answers.set(by, await mayWaive(scope, policy, { by, author: scope.pull.author }));
	}
	const of = (kind: MayWaive["kind"]): Waiver[] => waivers.filter(({ by }) => answers.get(by)?.kind === kind);
	return {
		counting: of("may"),
		notKnown: of("not-known"),
		refusals: [...answers.values()].flatMap((answer) => (answer.kind === "may" ? [] : [answer.why])),
	};
}

interface Keeping extends Pick<Allowed, "notKnown"> {
	readonly record: WaiverRecord;
	/** The gates as they were if all counted of whose owners nothing was told. */
	readonly standing: readonly GateVerdict[];
}

/** The head's record has the word from now on: what a job that can ask more would count must not be lost by it. */
async function keepUsed(scope: WaiverScope, { record, notKnown, standing }: Keeping): Promise<void> {
	const used = new Set(
		standing.flatMap(({ file, metric, waived }) => (waived === undefined ? [] : `${file}\0${metric}`)),
	);
	// what stands there for other projects is theirs to look at
	const waivers = record.waivers.filter(({ file, metric }) => scope.project.many || used.has(`${file}\0${metric}`));
	if (waivers.length > 0) await keep(scope, { ...record, waivers }, notKnown);
}

async function keep(
	{ gitHub, checkName, head }: WaiverScope,
	record: WaiverRecord,
	notKnown: readonly Waiver[] = [],
): Promise<void> {
	await gitHub.checkRun({
		name: waiverCheckName(checkName),
		headSha: head,
		status: "completed",
		conclusion: "neutral",
		output: { ...renderWaivers(record.waivers, notKnown), text: writeRecord(record) },
	});
}
