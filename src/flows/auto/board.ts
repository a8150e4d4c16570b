import type { CheckConclusion, GitHub, WrittenCheck, WrittenComment } from "../../github/index.ts";
import { Failure, type Progress } from "../../kernel/index.ts";
import { type CheckOutput, COMMENT_MARKER } from "../../report/index.ts";

export interface BoardOptions {
	readonly gitHub: GitHub | null;
	readonly progress: Progress;
	readonly checkName: string;
	readonly headSha: string;
	/** Null: there is none to comment on. */
	readonly pull: number | null;
	readonly runUrl: string | null;
	readonly comment: boolean;
}

/**
 * Where a pull request's readers look: one check on its head, one comment. A token that may not write there (a fork's)
 * is no failure: it is said once, and the log and the job summary have everything.
 */
export class Board {
	readonly #options: BoardOptions;
	#mute = false;
	#ownHead: string | null = null;

	constructor(options: BoardOptions) {
		this.#options = options;
	}

	/**
	 * For what is told on the way, and not worth a wait: whoever writes by it is told of trouble at once. Null where nothing may
	 * be written.
	 */
	live(): Board | null {
		const { gitHub } = this.#options;
		if (gitHub === null || this.#mute) return null;
		const hasty = new Board({ ...this.#options, gitHub: gitHub.hasty() });
		hasty.headIsOurs(this.#ownHead);
		return hasty;
	}

	/** The pull's head is our own commit on the one that the check is for: it has not moved on. */
	headIsOurs(commit: string | null): void {
		this.#ownHead = commit;
	}

	/** The check stands there from the first second, so that nobody takes its absence for consent. */
	begin(title: string, summary = "The result follows."): Promise<WrittenCheck | null> {
		const words = { title, summary };
		return this.#check({ status: "in_progress" }, words, []);
	}

	/** Says how it ended. What comes here ends the check, whatever it is. */
	conclude(output: CheckOutput): Promise<WrittenCheck | null> {
		const { conclusion, title, summary, annotations } = output;
		return this.#check({ status: "completed", conclusion }, { title, summary }, annotations);
	}

	/** Writes the comment, unless the pull has moved on since: then a later run has it. */
	async tell(body: string): Promise<WrittenComment | null> {
		const { gitHub, comment, pull, headSha, progress } = this.#options;
		if (gitHub === null || !comment || pull === null || this.#mute) return null;
		return this.#permitted(async () => {
			const live = await gitHub.pullRequest(pull);
			if (live.headSha !== headSha && live.headSha !== this.#ownHead && live.state === "open") {
				progress.say(`#${pull} has a newer commit: the comment is left to its run`);
				return null;
			}
			return gitHub.upsertComment({ issue: pull, marker: COMMENT_MARKER, body });
		});
	}

	#check(
		state: { status: "in_progress" } | { status: "completed"; conclusion: CheckConclusion },
		words: { title: string; summary: string },
		annotations: CheckOutput["annotations"],
	): Promise<WrittenCheck | null> {
		const { gitHub, checkName, headSha, runUrl } = this.#options;
		if (gitHub === null) return Promise.resolve(null);
		return this.#permitted(() =>
			gitHub.checkRun({
				name: checkName,
				headSha,
				...state,
				output: words,
				annotations,
				...(runUrl === null ? {} : { detailsUrl: runUrl }),
			}),
		);
	}

	async #permitted<T>(write: () => Promise<T>): Promise<T | null> {
		try {
			return await write();
		} catch (failure) {
			if (!isForbidden(failure)) throw failure;
			if (!this.#mute) {
				const hint = failure.details.hint === undefined ? "" : ` (${failure.details.hint})`;
				this.#options.progress.warn(`this job's token may not write here, so the report is in its summary only${hint}`);
			}
			this.#mute = true;
			return null;
		}
	}
}

function isForbidden(failure: unknown): failure is Failure {
	return failure instanceof Failure && failure.code === "github-permission-missing";
}
