import type { Delivery, RunnerResult } from "../../src/standin/index.ts";
import { Lanes, REPOSITORY } from "./world.ts";

const TOKEN = "ghs_answers";

export interface Written {
	readonly result: RunnerResult;
	readonly reactions: readonly string[];
	readonly event: Delivery;
}

/** Two lanes, and the workflow that answers comments. ada owns the repository, carol may write, bob may read. */
export class Comments {
	readonly lanes: Lanes;

	private constructor(lanes: Lanes) {
		this.lanes = lanes;
	}

	static async make(made?: Lanes): Promise<Comments> {
		const lanes = made ?? (await Lanes.make());
		const { gitHub, repository } = lanes.world;
		const permissions = {
			actions: "write",
			checks: "write",
			contents: "write",
			metadata: "read",
			pull_requests: "write",
		};
		await gitHub.addToken({ value: TOKEN, kind: "actions", limit: 1_000_000, permissions } as never);
		await gitHub.addToken({ value: "ghp_bob", kind: "personal", login: "bob" });
		await gitHub.addUser("carol");
		repository.roles["carol"] = "write";
		return new Comments(lanes);
	}

	/** Somebody writes; the workflow for it runs. */
	async write(pull: number, author: string, body: string, inputs: Record<string, string> = {}): Promise<Written> {
		const { world } = this.lanes;
		const { id } = await world.gitHub.commentOn(REPOSITORY, { issue: pull, author, body });
		const event = world.event("issue_comment");
		const result = await this.answer(event, inputs);
		const reactions = world.repository.reactions.filter(({ comment }) => comment === id).map(({ content }) => content);
		return { result, reactions, event };
	}

	/** The workflow for a comment, as often as it is wanted. */
	answer(event: Delivery, inputs: Record<string, string> = {}): Promise<RunnerResult> {
		return this.lanes.judge({ event, token: TOKEN, inputs: { token: TOKEN, run: "here", ...inputs } });
	}

	/** The one comment of ours. */
	ours(pull: number): string {
		const { comments } = this.lanes.world.repository;
		return comments.find(({ issue, author }) => issue === pull && author === "github-actions[bot]")?.body ?? "";
	}

	/** A pull request whose run has ended and was judged. */
	async judged(branch: string, files: Record<string, string>): Promise<{ pull: number; run: number }> {
		const { pull, run } = await this.lanes.begin(branch, files);
		await this.lanes.run(run);
		await this.lanes.judge();
		return { pull, run };
	}

	/** The newest check of a name on a pull's head. */
	check(pull: number, name = "mainline") {
		const head = this.lanes.head(pull);
		return this.lanes.checks.findLast((each) => each.headSha === head && each.name === name);
	}
}
