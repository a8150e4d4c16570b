import { type GateVerdict, type SeenGate, seenGate } from "../../../compare/index.ts";
import { didYouMean } from "../../../source/index.ts";
import type { FlowContext } from "../../context.ts";
import { checkNameFor } from "../check-name.ts";
import type { AutoOptions } from "../options.ts";
import type { ProjectName } from "../projects.ts";
import { judgeRun } from "../trusted/judging.ts";
import { mayWaive } from "../waivers/may-waive.ts";
import { shortName } from "../waivers/offer.ts";
import { isDay, WAIVER_LIMITS, type WaiverRecord } from "../waivers/record.ts";
import { type AskWaiver, findRecord } from "../waivers/settle.ts";
import type { Ask } from "./grammar.ts";
import type { Reply } from "./reply.ts";
import { type AboutPull, newestRun } from "./runs.ts";

type Waive = Extract<Ask, { verb: "waive" }>;
type Unwaive = Extract<Ask, { verb: "unwaive" }>;

interface Asked {
	readonly options: AutoOptions;
	readonly about: AboutPull;
	readonly ask: Waive | Unwaive;
}

/**
 * Waives a gate's "no" to the value that it was given for, or takes that back, and judges the pull request anew. What is
 * waived was shown before it was asked for, and is looked at again just before it is written down.
 */
export async function changeWaivers(context: FlowContext, { options, about, ask }: Asked): Promise<Reply> {
	const { pull, event } = about;
	const now = context.clock.now();
	if (pull.state !== "open") return refused("the pull request is closed");
	const wrong = ask.verb === "waive" ? wrongDay(ask.until, now) : null;
	if (wrong !== null) return refused(wrong);
	const run = await newestRun(about);
	if (run === null) return refused("no run of it has begun yet");
	const seen = await verdictSeen(about, run.head.sha);
	if (seen === null) return refused("its verdict has been written anew since: look at it, and ask again");

	let reply = refused("its results are not known yet: no gate has judged them");
	const word = async (at: Parameters<AskWaiver>[0]): Promise<WaiverRecord | null> => {
		const asker = { about, seen: seen.toISOString(), at: now.toISOString() };
		const given = ask.verb === "waive" ? await waived(asker, ask, at) : takenBack(asker, ask, at);
		// of several projects each is asked: the one that it is about has the word
		if (reply.kind !== "done") reply = given.reply;
		return given.record;
	};
	const { said } = await judgeRun(context, options, {
		run,
		ended: run.status === "completed",
		mainLine: event.repository.defaultBranch,
		asked: { pull: pull.number, ask: word },
	});
	return reply.kind === "done" ? { ...reply, said: `${reply.said}: ${said}` } : reply;
}

interface Asker {
	readonly about: AboutPull;
	readonly seen: string;
	readonly at: string;
}

/** What is to be written down, if anything, and what is answered. */
interface Word {
	readonly reply: Reply;
	readonly record: WaiverRecord | null;
}

type At = Parameters<AskWaiver>[0];

async function waived({ about, seen, at }: Asker, ask: Waive, { gates, policy, before, project }: At): Promise<Word> {
	const { pull, event } = about;
	const may = await mayWaive(about, policy, { by: event.sender, author: pull.author });
	if (may.kind !== "may") return no(may.why);
	const gate = gateNamed(ask.metric, gates, project);
	if (typeof gate === "string") return no(gate);
	const name = shortName(gate, gates);
	const subject = seenGate(gate);
	if (subject === null) {
		return no(
			gate.blocks ? `\`${name}\` has no value that could be waived: ${gate.why}` : `no gate says no to \`${name}\``,
		);
	}
	const { until } = ask;
	const waiver = { ...subject, by: event.sender, reason: ask.reason.trim().slice(0, WAIVER_LIMITS.reason), until, at };
	const others = (before?.waivers ?? []).filter((each) => !isSame(each, subject));
	return {
		reply: done(`\`${name}\` at ${subject.value} is waived until ${until}`),
		record: { pull: pull.number, seen, waivers: [...others, waiver] },
	};
}

function takenBack({ about, seen }: Asker, ask: Unwaive, { gates, before, project }: At): Word {
	const standing = before?.waivers ?? [];
	const gate = gateNamed(ask.metric, gates, project);
	if (typeof gate === "string") return no(gate);
	const waivers = standing.filter((each) => !isSame(each, gate));
	const name = shortName(gate, gates);
	if (waivers.length === standing.length) return no(`nothing of \`${name}\` is waived`);
	return {
		reply: done(`\`${name}\` is not waived any more`),
		record: { pull: about.pull.number, seen, waivers },
	};
}

function isSame(a: Pick<SeenGate, "file" | "metric">, b: Pick<SeenGate, "file" | "metric">): boolean {
	return a.file === b.file && a.metric === b.metric;
}

/** By `FILE:NAME`, or by the name alone where one gate has it. A text says why none is meant. */
function gateNamed(asked: string, gates: readonly GateVerdict[], { many }: ProjectName): GateVerdict | string {
	const full = (gate: GateVerdict): string => `${gate.file}:${gate.metric}`;
	const fits = gates.filter((gate) => full(gate) === asked || (!many && gate.metric === asked));
	const exact = fits.find((gate) => full(gate) === asked) ?? (fits.length === 1 ? fits[0] : undefined);
	if (exact !== undefined) return exact;
	const names = gates.map((gate) => shortName(gate, gates));
	if (fits.length > 1)
		return `\`${asked}\` is the name of several: ${fits.map((gate) => `\`${full(gate)}\``).join(", ")}`;
	if (names.length === 0) return "the base branch has no gates";
	const hint = didYouMean(asked, [...names, ...gates.map(full)]) ?? `the gates are on ${names.slice(0, 8).join(", ")}`;
	return `no gate is on \`${asked}\`: ${hint}`;
}

/**
 * When a verdict stood that the one who asks has seen; null where the one that stands is newer than his words. Waivers
 * write it anew by themselves: who asks for two of them at once has seen the one before both.
 */
async function verdictSeen({ gitHub, pull, event, checkName }: AboutPull, headSha: string): Promise<Date | null> {
	const asked = event.comment.createdAt.getTime();
	const name = checkNameFor(checkName, pull.baseRef, event.repository.defaultBranch);
	const at = await gitHub.ownCheck({ headSha, name });
	if (at?.concludedAt != null && at.concludedAt.getTime() <= asked) return at.concludedAt;
	const found = await findRecord({ gitHub, checkName: name, pull }, [headSha]);
	if (found === null || Date.parse(found.record.seen) > asked) return null;
	return new Date(found.record.seen);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Why a waiver cannot last until a day, in a sentence; null when it can. */
function wrongDay(until: string, now: Date): string | null {
	if (!isDay(until)) return `\`${until}\` is no day: \`until=YYYY-MM-DD\``;
	const today = Date.parse(now.toISOString().slice(0, 10));
	const days = (Date.parse(until) - today) / DAY_MS;
	if (days < 0) return `${until} is over`;
	const last = new Date(today + WAIVER_LIMITS.days * DAY_MS).toISOString().slice(0, 10);
	return days > WAIVER_LIMITS.days
		? `a waiver lasts ${WAIVER_LIMITS.days} days at most, until ${last} if given today`
		: null;
}

function refused(said: string): Reply {
	return { kind: "refused", said, text: null };
}

function no(said: string): Word {
	return { reply: refused(said), record: null };
}

function done(said: string): Reply {
	return { kind: "done", said, text: null };
}
