import { commit, diffEntries, gitCommit } from "../answers/commit.ts";
import { nodeId, privateUser, publicUser, simpleUser } from "../answers/people.ts";
import { repositoryPage, repositoryUrl, rolePermissions, wholeRepository } from "../answers/repository.ts";
import { type Answer, type Call, optionalText, param, repositoryOf, route, text, viewerOf } from "../call.ts";
import { page } from "../paging.ts";
import { personOf } from "../pulls.ts";
import { refsChanged } from "../pushes.ts";
import { invalid, notFound, Refusal } from "../refusal.ts";
import type { Repository } from "../state.ts";
import { treeWith } from "../trees.ts";

const READ = ["contents=read"] as const;
const MOST_COMPARED_FILES = 300;

export const repositoryRoutes = [
	route("GET /user", [], (call) => {
		if (call.token?.kind !== "personal") throw new Refusal(403, "Resource not accessible by integration");
		return { status: 200, body: privateUser(call.hub, viewerOf(call).login) };
	}),
	route("GET /users/{username}", [], (call) => {
		const login = param(call, "username");
		if (call.state.users[login] === undefined) throw notFound();
		return { status: 200, body: publicUser(call.hub, login) };
	}),
	route("GET /repos/{owner}/{repo}", ["metadata=read"], (call) => {
		const repository = repositoryOf(call);
		return { status: 200, body: wholeRepository(call.hub, repository) };
	}),
	route("GET /repos/:/branches", READ, async (call) => {
		const repository = repositoryOf(call);
		const branches = [...(await call.hub.bare(repository).refs("refs/heads/"))];
		return page(call, branches, ([ref, sha]) => shortBranch(call, repository, { name: ref.slice(11), sha }));
	}),
	route("GET /repos/:/branches/{branch}", READ, async (call) => {
		const repository = repositoryOf(call);
		const name = param(call, "branch");
		const sha = await call.hub.bare(repository).branch(name);
		if (sha === null) throw new Refusal(404, "Branch not found");
		return { status: 200, body: await wholeBranch(call, repository, { name, sha }) };
	}),
	route("GET /repos/:/tags", READ, listTags),
	route("GET /repos/:/compare/{basehead}", READ, compare),
	route("GET /repos/:/commits", READ, async (call) => {
		const repository = repositoryOf(call);
		const bare = call.hub.bare(repository);
		const start = await bare.resolve(call.query.get("sha") ?? repository.defaultBranch);
		if (start === null) throw notFound();
		return page(call, (await bare.commits([start])).toReversed(), (sha) => commit(call.hub, repository, sha));
	}),
	route("GET /repos/:/commits/{ref}", READ, async (call) => {
		const repository = repositoryOf(call);
		const sha = await call.hub.bare(repository).resolve(param(call, "ref"));
		if (sha === null) throw new Refusal(422, `No commit found for SHA: ${param(call, "ref")}`);
		return { status: 200, body: await wholeCommit(call, repository, sha) };
	}),
	route("GET /repos/:/contents/{path}", READ, readContents),
	route("PUT /repos/:/contents/{path}", ["contents=write"], writeContents),
	route("GET /repos/:/collaborators/{username}/permission", ["metadata=read"], permission),
];

function shortBranch(call: Call, repository: Repository, at: { name: string; sha: string }): Record<string, unknown> {
	return {
		name: at.name,
		commit: { sha: at.sha, url: `${repositoryUrl(call.hub, repository)}/commits/${at.sha}` },
		protected: false,
	};
}

async function wholeBranch(
	call: Call,
	repository: Repository,
	at: { name: string; sha: string },
): Promise<Record<string, unknown>> {
	const url = `${repositoryUrl(call.hub, repository)}/branches/${at.name}`;
	// checks are required of the default branch alone here
	const required = at.name === repository.defaultBranch ? repository.requiredChecks : [];
	const isProtected = required.length > 0;
	return {
		name: at.name,
		commit: await commit(call.hub, repository, at.sha),
		_links: { self: url, html: `${repositoryPage(call.hub, repository)}/tree/${at.name}` },
		protected: isProtected,
		protection: {
			enabled: isProtected,
			required_status_checks: {
				enforcement_level: isProtected ? "non_admins" : "off",
				contexts: required,
				checks: required.map((context) => ({ context, app_id: null })),
			},
		},
		protection_url: `${url}/protection`,
	};
}

async function listTags(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const bare = call.hub.bare(repository);
	const url = repositoryUrl(call.hub, repository);
	const tags = [...(await bare.refs("refs/tags/")).keys()].toReversed();
	return page(call, tags, async (ref) => {
		const name = ref.slice("refs/tags/".length);
		const sha = await bare.resolve(ref);
		return {
			name,
			node_id: nodeId("Ref", ref),
			commit: { sha, url: `${url}/commits/${sha}` },
			zipball_url: `${url}/zipball/${ref}`,
			tarball_url: `${url}/tarball/${ref}`,
		};
	});
}

async function wholeCommit(call: Call, repository: Repository, sha: string): Promise<Record<string, unknown>> {
	const { parents } = await call.hub.bare(repository).commit(sha);
	const from = parents[0] ?? "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
	const files = await diffEntries(call.hub, repository, { from, to: sha });
	const sum = (field: string): number => files.reduce((total, file) => total + Number(file[field]), 0);
	const [additions, deletions] = [sum("additions"), sum("deletions")];
	return {
		...(await commit(call.hub, repository, sha)),
		stats: { additions, deletions, total: additions + deletions },
		files,
	};
}

/** `base...head`: what head brought since the two parted. */
async function compare(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const bare = call.hub.bare(repository);
	const [from = "", to = ""] = param(call, "basehead").split("...");
	const [base, head] = [await bare.resolve(from), await bare.resolve(to)];
	if (base === null || head === null) throw notFound();
	const common = await bare.mergeBase(base, head);
	if (common === null) throw new Refusal(404, `No common ancestor between ${from} and ${to}.`);
	const ahead = await bare.commits([head, `^${base}`]);
	const behind = await bare.commits([base, `^${head}`]);
	const url = `${repositoryUrl(call.hub, repository)}/compare/${from}...${to}`;
	const html = `${repositoryPage(call.hub, repository)}/compare/${from}...${to}`;
	const files = await diffEntries(call.hub, repository, { from: common, to: head });
	const body = {
		url,
		html_url: html,
		permalink_url: `${repositoryPage(call.hub, repository)}/compare/${base}...${head}`,
		diff_url: `${html}.diff`,
		patch_url: `${html}.patch`,
		base_commit: await commit(call.hub, repository, base),
		merge_base_commit: await commit(call.hub, repository, common),
		status: comparison(ahead.length, behind.length),
		ahead_by: ahead.length,
		behind_by: behind.length,
		total_commits: ahead.length,
		commits: await Promise.all(ahead.map((sha) => commit(call.hub, repository, sha))),
		files: files.slice(0, MOST_COMPARED_FILES),
	};
	return { status: 200, body };
}

function comparison(ahead: number, behind: number): string {
	if (ahead > 0 && behind > 0) return "diverged";
	if (ahead > 0) return "ahead";
	return behind > 0 ? "behind" : "identical";
}

interface FileAt {
	readonly path: string;
	readonly sha: string;
	readonly size: number;
	readonly ref: string;
}

async function readContents(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const bare = call.hub.bare(repository);
	const ref = call.query.get("ref") ?? repository.defaultBranch;
	const path = param(call, "path");
	const commitSha = await bare.resolve(ref);
	if (commitSha === null) throw new Refusal(404, `No commit found for the ref ${ref}`);
	const kind = await bare.tryGit(["cat-file", "-t", `${commitSha}:${path}`]);
	if (kind === null) throw notFound();
	if (kind === "tree") return { status: 200, body: await listFolder(call, repository, { commitSha, path, ref }) };
	const bytes = await bare.bytes(["cat-file", "blob", `${commitSha}:${path}`]);
	const sha = await bare.git(["rev-parse", `${commitSha}:${path}`]);
	const content = Buffer.from(bytes).toString("base64");
	return {
		status: 200,
		body: { ...contentFile(call, repository, { path, sha, size: bytes.length, ref }), content, encoding: "base64" },
	};
}

async function listFolder(
	call: Call,
	repository: Repository,
	at: { commitSha: string; path: string; ref: string },
): Promise<Record<string, unknown>[]> {
	const out = await call.hub.bare(repository).git(["ls-tree", "-l", "-z", `${at.commitSha}:${at.path}`]);
	return out.split("\0").flatMap((line) => {
		const [, , type, sha = "", size, name] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
		if (name === undefined) return [];
		const file = contentFile(call, repository, {
			path: `${at.path}/${name}`,
			sha,
			size: Number(size) || 0,
			ref: at.ref,
		});
		return [type === "tree" ? { ...file, type: "dir", download_url: null } : file];
	});
}

function contentFile(call: Call, repository: Repository, file: FileAt): Record<string, unknown> {
	const api = repositoryUrl(call.hub, repository);
	const html = repositoryPage(call.hub, repository);
	const path = file.path.split("/").map(encodeURIComponent).join("/");
	const url = `${api}/contents/${path}?ref=${file.ref}`;
	const links = { self: url, git: `${api}/git/blobs/${file.sha}`, html: `${html}/blob/${file.ref}/${path}` };
	return {
		name: file.path.split("/").at(-1) ?? "",
		path: file.path,
		sha: file.sha,
		size: file.size,
		type: "file",
		url,
		html_url: links.html,
		git_url: links.git,
		download_url: `${html}/raw/${file.ref}/${path}`,
		_links: links,
	};
}

/** One file written as one commit on a branch; `sha` must name what it replaces. */
async function writeContents(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const bare = call.hub.bare(repository);
	const branch = optionalText(call, "branch") ?? repository.defaultBranch;
	const path = param(call, "path");
	const tip = await bare.branch(branch);
	if (tip === null) throw new Refusal(404, `Branch ${branch} not found`);
	const old = await bare.tryGit(["rev-parse", "--verify", "--quiet", `${tip}:${path}`]);
	const given = optionalText(call, "sha");
	if (old !== null && given === null) throw invalid("Contents", "sha", '"sha" wasn\'t supplied.');
	if (given !== null && old !== given) throw new Refusal(409, `${path} does not match ${given}`);
	const bytes = Buffer.from(text(call, "content"), "base64");
	const written = `100644 blob ${await bare.writeBlob(bytes)}`;
	const tree = await treeWith(bare, tip, new Map([[path, written]]));
	const as = personOf(call.hub, viewerOf(call).login);
	const sha = await bare.commitTree(tree, { parents: [tip], message: `${text(call, "message")}\n`, as });
	await bare.setRef(`refs/heads/${branch}`, sha);
	const pusher = { repository, sender: viewerOf(call).login, startsWorkflows: call.token?.kind !== "actions" };
	await refsChanged(call.hub, pusher, [{ ref: `refs/heads/${branch}`, before: tip, after: sha }]);
	const blob = await bare.git(["rev-parse", `${sha}:${path}`]);
	const content = contentFile(call, repository, { path, sha: blob, size: bytes.length, ref: branch });
	const made = await gitCommit(call.hub, repository, sha);
	return { status: old === null ? 201 : 200, body: { content, commit: made } };
}

function permission(call: Call): Answer {
	const repository = repositoryOf(call);
	const login = param(call, "username");
	if (call.state.users[login] === undefined) throw notFound();
	const role = repository.roles[login] ?? (repository.private ? null : "read");
	const coarse: Record<string, string> = { maintain: "write", triage: "read" };
	const body = {
		permission: role === null ? "none" : (coarse[role] ?? role),
		role_name: role ?? "none",
		user: { ...simpleUser(call.hub, login), role_name: role ?? "none", permissions: rolePermissions(role) },
	};
	return { status: 200, body };
}
