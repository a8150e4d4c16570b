import { commit, diffEntries } from "../answers/commit.ts";
import { simplePull, wholePull } from "../answers/pull.ts";
import { type Answer, type Call, flag, idParam, optionalText, repositoryOf, route, text, viewerOf } from "../call.ts";
import { page } from "../paging.ts";
import { closePull, type MergeMethod, mergePull, openPull, pullOf } from "../pulls.ts";
import { notFound } from "../refusal.ts";
import { fullName, type Pull, type Repository } from "../state.ts";

/** GitHub lists no more than these. */
const MOST_FILES = 3000;
const MOST_COMMITS = 250;
const READ = ["pull_requests=read"] as const;
const WRITE = ["pull_requests=write"] as const;

export const pullRoutes = [
	route("GET /repos/:/pulls", READ, listPulls),
	route("POST /repos/:/pulls", WRITE, async (call) => {
		const repository = repositoryOf(call);
		const [owner, branch] = splitHead(text(call, "head"));
		const source = owner === null || owner === repository.owner ? repository : forkOf(call, repository, owner);
		const pull = await openPull(call.hub, repository, {
			head: branch,
			headRepository: fullName(source),
			base: text(call, "base"),
			title: text(call, "title"),
			body: optionalText(call, "body"),
			draft: flag(call, "draft", false),
			author: viewerOf(call).login,
		});
		return { status: 201, body: await whole(call, repository, pull) };
	}),
	route("GET /repos/:/pulls/{pull_number}/files", READ, async (call) => {
		const { repository, pull } = subject(call);
		const from = await call.hub.bare(repository).mergeBase(pull.baseSha, pull.headSha);
		const files = await diffEntries(call.hub, repository, { from: from ?? pull.baseSha, to: pull.headSha });
		return page(call, files.slice(0, MOST_FILES), (file) => file);
	}),
	route("GET /repos/:/pulls/{pull_number}/commits", READ, async (call) => {
		const { repository, pull } = subject(call);
		const shas = await call.hub.bare(repository).commits([pull.headSha, `^${pull.baseSha}`]);
		return page(call, shas.slice(0, MOST_COMMITS), (sha) => commit(call.hub, repository, sha));
	}),
	route("GET /repos/:/pulls/{pull_number}/merge", READ, (call) => {
		if (subject(call).pull.mergedAt === null) throw notFound();
		return { status: 204 };
	}),
	route("PUT /repos/:/pulls/{pull_number}/merge", ["contents=write"], merge),
	route("GET /repos/:/pulls/{pull_number}", READ, async (call) => {
		const { repository, pull } = subject(call);
		return { status: 200, body: await whole(call, repository, pull) };
	}),
	route("PATCH /repos/:/pulls/{pull_number}", WRITE, async (call) => {
		const { repository, pull } = subject(call);
		pull.title = optionalText(call, "title") ?? pull.title;
		pull.body = optionalText(call, "body") ?? pull.body;
		pull.base = optionalText(call, "base") ?? pull.base;
		pull.updatedAt = call.hub.now();
		if (optionalText(call, "state") === "closed" && pull.state === "open") {
			await closePull(call.hub, repository, { pull, sender: viewerOf(call).login });
		}
		return { status: 200, body: await whole(call, repository, pull) };
	}),
	route("GET /repos/:/commits/{commit_sha}/pulls", READ, pullsOfCommit),
];

function listPulls(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const state = call.query.get("state") ?? "open";
	const [owner, head] = splitHead(call.query.get("head") ?? "");
	const base = call.query.get("base");
	const fits = (pull: Pull): boolean =>
		(state === "all" || pull.state === state) &&
		(base === null || pull.base === base) &&
		(head === "" || pull.head === head) &&
		(owner === null || pull.headRepository?.startsWith(`${owner}/`) === true);
	const found = repository.pulls.filter(fits);
	const ascending = call.query.get("direction") === "asc";
	return page(call, ascending ? found : found.toReversed(), (pull) => simplePull(call.hub, repository, pull));
}

async function merge(call: Call): Promise<Answer> {
	const { repository, pull } = subject(call);
	const sha = await mergePull(call.hub, repository, {
		number: pull.number,
		method: (optionalText(call, "merge_method") ?? "merge") as MergeMethod,
		sender: viewerOf(call).login,
		sha: optionalText(call, "sha"),
		title: optionalText(call, "commit_title"),
		message: optionalText(call, "commit_message"),
		byWorkflow: call.token?.kind === "actions",
	});
	return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
}

/** The merged pull that brought a commit to the base, else the open ones that hold it. */
async function pullsOfCommit(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const bare = call.hub.bare(repository);
	const sha = await bare.resolve(call.params["commit_sha"] ?? "");
	if (sha === null) throw notFound();
	const found: Pull[] = [];
	for (const pull of repository.pulls) {
		const landed = pull.landed.includes(sha);
		const holds = (await bare.isAncestor(sha, pull.headSha)) && !(await bare.isAncestor(sha, pull.baseSha));
		if (landed || holds) found.push(pull);
	}
	return page(call, found, (pull) => simplePull(call.hub, repository, pull));
}

function whole(call: Call, repository: Repository, pull: Pull): Promise<Record<string, unknown>> {
	return wholePull(call.hub, { state: call.state, repository }, pull);
}

function subject(call: Call): { repository: Repository; pull: Pull } {
	const repository = repositoryOf(call);
	return { repository, pull: pullOf(repository, idParam(call, "pull_number")) };
}

function splitHead(head: string): [string | null, string] {
	const at = head.indexOf(":");
	return at < 0 ? [null, head] : [head.slice(0, at), head.slice(at + 1)];
}

function forkOf(call: Call, repository: Repository, owner: string): Repository {
	const fork = Object.values(call.state.repositories).find(
		(one) => one.owner === owner && one.parent === fullName(repository),
	);
	if (fork === undefined) throw notFound();
	return fork;
}
