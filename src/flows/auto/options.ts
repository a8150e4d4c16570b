import type { Event, GitHub, Teams } from "../../github/index.ts";
import { badInput, type Document, type Outcome } from "../../kernel/index.ts";

/** What the commands that a person starts by hand need. */
export interface Arguments {
	/** Null: the only one that mainline.yaml names, or all of them where that makes sense. */
	readonly model: string | null;
	readonly version: string | null;
	readonly environment: string | null;
	readonly to: string | null;
	readonly reason: string | null;
	/** Why something is promoted although the environment is frozen. */
	readonly breakFreeze: string | null;
	readonly force: boolean;
	readonly verify: boolean;
}

export const COMMANDS = [
	"auto",
	"plan",
	"run",
	"report",
	"release",
	"promote",
	"rollback",
	"hold",
	"unhold",
	"approve",
	"status",
	"rehearse",
	"conclude",
] as const;
export type AutoCommand = (typeof COMMANDS)[number];

/** Where stale stages run: in this job, in one that follows on another machine, or nowhere. */
export const RUN_PLACES = ["here", "elsewhere", "never"] as const;
export type RunPlace = (typeof RUN_PLACES)[number];

/** Who writes the comment and the check: this job itself, or a trusted one that reads what this one claims. */
export const LANES = ["one", "untrusted"] as const;
export type Lane = (typeof LANES)[number];

/** Whether the true `dvc.lock` is put on a pull request's branch once its results are accepted. */
export const LOCKS = ["push", "leave"] as const;
export type LockPolicy = (typeof LOCKS)[number];

export interface AutoOptions {
	readonly event: Event;
	readonly lane: Lane;
	readonly lock: LockPolicy;
	/** GitHub's ids of this workflow run and attempt; 0 where the runner does not say. */
	readonly workflowRun: { readonly id: number; readonly attempt: number };
	/** Null without a token: then nothing is written to GitHub. */
	readonly gitHub: GitHub | null;
	/** Who is in teams of organisations; null without a token that may know. */
	readonly teams: Teams | null;
	readonly command: AutoCommand;
	readonly arguments: Arguments;
	readonly run: RunPlace;
	/** The job's share of the stages, where several jobs run them, by names and patterns; none: all that is stale. */
	readonly stages: readonly string[];
	/** Write the comment into the pull request. */
	readonly comment: boolean;
	/** Keep the issue up to date that shows what runs where. */
	readonly dashboard: boolean;
	/** Name of the check run. */
	readonly checkName: string;
	/** How a command in a comment begins. */
	readonly prefix: string;
	/** The git remote that is the record: `origin`. */
	readonly remote: string;
	/** Page of this workflow run; null outside one. */
	readonly runUrl: string | null;
}

/** For what can do nothing without GitHub. Failure `missing-token`. */
export function neededGitHub({ gitHub }: Pick<AutoOptions, "gitHub">, what: string): GitHub {
	if (gitHub !== null) return gitHub;
	throw badInput("missing-token", `${what} needs a token`, {
		expected: "a token that may write checks and comments",
		hint: "leave out `token:` in the workflow: the job's own is the default",
	});
}

/** What came of an event. */
export interface AutoOutcome extends Outcome {
	/** What was done, or why nothing, in a sentence. */
	readonly said: string;
	/** Null when there was nothing to do. */
	readonly result: Document | null;
	readonly check: { readonly url: string; readonly conclusion: string } | null;
	readonly comment: { readonly url: string; readonly action: string } | null;
	/** Stale stages, or a command, wait for a job on another machine. */
	readonly runElsewhere: boolean;
	/** The command in a comment that waits for it. */
	readonly waiting?: string;
}

interface NothingDocument extends Document {
	readonly schema: "mainline.auto/1";
	readonly said: string;
}

/** Nothing was to be done, and why. */
export function nothing(said: string): AutoOutcome {
	const document: NothingDocument = { schema: "mainline.auto/1", said };
	return { answer: "yes", document, said, result: null, check: null, comment: null, runElsewhere: false };
}

/** A flow's own outcome, with nothing written to GitHub. */
export function plain({ answer, document }: Outcome, said: string): AutoOutcome {
	return { answer, document, said, result: document, check: null, comment: null, runElsewhere: false };
}
