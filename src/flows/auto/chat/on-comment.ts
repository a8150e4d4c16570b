import type { GitHub, IssueCommentEvent } from "../../../github/index.ts";
import { Failure } from "../../../kernel/index.ts";
import { COMMENT_MARKER, plainStyle, renderText, withAnswer } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import { onCommand } from "../command.ts";
import { type AutoOptions, type AutoOutcome, neededGitHub, nothing } from "../options.ts";
import { judgeRun } from "../trusted/judging.ts";
import { mayAsk } from "./authority.ts";
import { cancelRuns } from "./cancel.ts";
import { diffOf } from "./diff.ts";
import { type Ask, helpText, type Mistake, parseAsk } from "./grammar.ts";
import type { Reply } from "./reply.ts";
import { type AboutPull, aboutPull, newestRun, runAgain } from "./runs.ts";
import { changeWaivers } from "./waive.ts";

/**
 * A comment below a pull request: a command is answered with a reaction at once, carried out once, and answered at the top of
 * the one comment. Only new comments of people count, by the text that the event brought: what is edited later asks for nothing.
 */
export async function onComment(
	context: FlowContext,
	options: AutoOptions,
	event: IssueCommentEvent,
): Promise<AutoOutcome> {
	if (event.action !== "created") return nothing(`\`${event.action}\` of a comment asks for nothing`);
	if (event.pull === null) return nothing("the comment is below an issue");
	if (event.comment.byBot) return nothing("the comment is a program's");
	const ask = parseAsk(event.comment.body, options.prefix);
	if (ask === null) return nothing("the comment asks for nothing");
	const gitHub = neededGitHub(options, "a command in a comment");
	const { id } = event.comment;
	const asked = { options, gitHub, event, pull: event.pull };
	const { existed } = await gitHub.react({ comment: id, content: "eyes" });
	// a job that is run again, or the one that an earlier job handed it on to
	if (existed && (await gitHub.hasReacted({ comment: id, content: REACTIONS.done })))
		return nothing("the command was carried out already");
	try {
		const reply = await replyTo(context, asked, ask);
		if (reply.kind === "elsewhere") return { ...nothing(reply.said), runElsewhere: true, waiting: ask.verb };
		await answer(asked, ask, reply);
		return { ...nothing(reply.said), answer: reply.kind === "done" ? "yes" : "no" };
	} catch (failure) {
		if (failure instanceof Failure) {
			// what keeps the answer from being written must not hide what it would have said
			await answer(asked, ask, { kind: "refused", said: failure.message, text: null }).catch((cause: unknown) => {
				context.progress.warn(`not answered: ${cause instanceof Error ? cause.message : String(cause)}`);
			});
		}
		throw failure;
	}
}

interface Asked {
	readonly options: AutoOptions;
	readonly gitHub: GitHub;
	readonly event: IssueCommentEvent;
	readonly pull: number;
}

async function replyTo(context: FlowContext, asked: Asked, ask: Ask | Mistake): Promise<Reply> {
	const { options, gitHub, event } = asked;
	if (ask.verb === "mistake") {
		const hint = ask.hint === null ? "" : `: ${ask.hint}`;
		return { kind: "unclear", said: `${ask.said}${hint}`, text: ask.hint === null ? helpText(options.prefix) : null };
	}
	const refusal = await mayAsk(gitHub, ask, event);
	if (refusal !== null) return { kind: "refused", said: refusal, text: null };
	switch (ask.verb) {
		case "help":
			return { kind: "done", said: "this is understood", text: helpText(options.prefix) };
		case "status":
			return statusNow(context, options, event.sender);
		case "plan":
		case "gate":
			return lookedAnew(context, asked);
		case "run":
		case "retry":
			return runAgain(context, await pullOf(context, asked), {
				sha: ask.sha,
				stages: ask.verb === "run" ? ask.stages : [],
				remote: options.remote,
			});
		case "cancel":
			return cancelRuns(context, options, await pullOf(context, asked));
		case "waive":
		case "unwaive":
			return changeWaivers(context, { options, about: await pullOf(context, asked), ask });
		case "diff":
			return diffOf(context, { options, about: await pullOf(context, asked), rev: ask.rev });
		case "hold":
		case "unhold":
		case "promote":
		case "approve":
		case "rollback":
			return options.run === "elsewhere" ? HANDED_ON : moved(context, options, ask, event);
	}
}

const HANDED_ON: Reply = {
	kind: "elsewhere",
	said: "the job that reaches the environments goes on with it",
	text: null,
};

function pullOf(context: FlowContext, { options, gitHub, event, pull }: Asked): Promise<AboutPull> {
	return aboutPull(context, options, { gitHub, event, number: pull });
}

async function statusNow(context: FlowContext, options: AutoOptions, by: string): Promise<Reply> {
	const { result } = await onCommand(context, options, { command: "status", by });
	return {
		kind: "done",
		said: "this is what the tags say",
		text: result === null ? null : renderText(result, plainStyle),
	};
}

async function lookedAnew(context: FlowContext, asked: Asked): Promise<Reply> {
	const { options, event } = asked;
	const run = await newestRun(await pullOf(context, asked));
	if (run === null) return { kind: "refused", said: "no run of it has begun yet", text: null };
	const { said } = await judgeRun(context, options, {
		run,
		ended: run.status === "completed",
		mainLine: event.repository.defaultBranch,
	});
	return { kind: "done", said: `looked at anew: ${said}`, text: null };
}

/** What writes tags, in the job that may. */
type Move = Extract<Ask, { verb: "promote" | "approve" | "rollback" | "hold" | "unhold" }>;

async function moved(
	context: FlowContext,
	options: AutoOptions,
	ask: Move,
	{ sender: by, comment }: IssueCommentEvent,
): Promise<Reply> {
	const { verb, environment, reason } = ask;
	const model = ask.model ?? options.arguments.model;
	const given = { ...options.arguments, model, environment, reason, ...givenIn(ask), force: false };
	const order = { command: verb, by, asked: comment.createdAt };
	const outcome = await onCommand(context, { ...options, arguments: given }, order);
	const text = outcome.result === null ? null : renderText(outcome.result, plainStyle);
	return { kind: outcome.answer === "yes" ? "done" : "refused", said: outcome.said, text };
}

function givenIn(ask: Move): Partial<AutoOptions["arguments"]> {
	if (ask.verb === "promote") return { version: ask.version, breakFreeze: ask.breakFreeze };
	if (ask.verb === "approve") return { version: ask.version };
	return ask.verb === "rollback" ? { to: ask.to, breakFreeze: null } : {};
}

const REACTIONS = { done: "rocket", refused: "-1", unclear: "confused" } as const;

async function answer(
	{ options, gitHub, event, pull }: Asked,
	ask: Ask | Mistake,
	{ kind, said, text }: Reply,
): Promise<void> {
	if (kind === "elsewhere") return;
	const at = { issue: pull, marker: COMMENT_MARKER };
	const [before] = await gitHub.ourComments(at);
	const { prefix } = options;
	const command = ask.verb === "mistake" ? prefix : `${prefix} ${ask.verb}`;
	const body = withAnswer(before?.body ?? null, { command, by: event.sender, kind, said, text });
	await gitHub.upsertComment({ ...at, body });
	await gitHub.react({ comment: event.comment.id, content: REACTIONS[kind] });
}
