import { gitCommit } from "../answers/commit.ts";
import { nodeId } from "../answers/people.ts";
import { repositoryUrl } from "../answers/repository.ts";
import type { BareRepository, Person } from "../bare.ts";
import { type Answer, type Call, flag, optionalText, param, repositoryOf, route, text, viewerOf } from "../call.ts";
import { personOf } from "../pulls.ts";
import { refsChanged } from "../pushes.ts";
import { notFound, Refusal } from "../refusal.ts";
import type { Repository } from "../state.ts";
import { treeWith } from "../trees.ts";

const READ = ["contents=read"] as const;
const WRITE = ["contents=write"] as const;

/** GitHub's Git database API: refs, tags, commits, trees and blobs, straight from the repository. */
export const gitDataRoutes = [
	route("GET /repos/:/git/ref/{ref}", READ, async (call) => {
		const { repository, bare } = subject(call);
		const ref = `refs/${param(call, "ref")}`;
		const sha = (await bare.refs(ref)).get(ref);
		if (sha === undefined) throw notFound();
		return { status: 200, body: await gitRef(call, repository, { ref, sha }) };
	}),
	route("GET /repos/:/git/matching-refs/{ref}", READ, async (call) => {
		const { repository, bare } = subject(call);
		const found = [...(await bare.refs())].filter(([ref]) => ref.startsWith(`refs/${param(call, "ref")}`));
		return { status: 200, body: await Promise.all(found.map(([ref, sha]) => gitRef(call, repository, { ref, sha }))) };
	}),
	route("POST /repos/:/git/refs", WRITE, async (call) => {
		const { repository, bare } = subject(call);
		const [ref, sha] = [text(call, "ref"), text(call, "sha")];
		if (!/^refs\/[^/]+\/./.test(ref)) throw new Refusal(422, `${ref} is not a valid ref name`);
		if ((await bare.type(sha)) === null) throw new Refusal(422, "Object does not exist");
		if ((await bare.refs(ref)).has(ref)) throw new Refusal(422, "Reference already exists");
		await bare.setRef(ref, sha);
		await tell(call, repository, { ref, before: null, after: sha });
		return { status: 201, body: await gitRef(call, repository, { ref, sha }) };
	}),
	route("PATCH /repos/:/git/refs/{ref}", WRITE, moveRef),
	route("DELETE /repos/:/git/refs/{ref}", WRITE, async (call) => {
		const { repository, bare } = subject(call);
		const ref = `refs/${param(call, "ref")}`;
		const before = (await bare.refs(ref)).get(ref);
		if (before === undefined) throw new Refusal(422, "Reference does not exist");
		await bare.deleteRef(ref);
		await tell(call, repository, { ref, before, after: null });
		return { status: 204 };
	}),
	route("POST /repos/:/git/tags", WRITE, createTag),
	route("GET /repos/:/git/tags/{tag_sha}", READ, async (call) => {
		const { repository, bare } = subject(call);
		if ((await bare.type(param(call, "tag_sha"))) !== "tag") throw notFound();
		return { status: 200, body: await gitTag(call, repository, param(call, "tag_sha")) };
	}),
	route("POST /repos/:/git/commits", WRITE, createCommit),
	route("GET /repos/:/git/commits/{commit_sha}", READ, async (call) => {
		const { repository, bare } = subject(call);
		if ((await bare.type(param(call, "commit_sha"))) !== "commit") throw notFound();
		return { status: 200, body: await gitCommit(call.hub, repository, param(call, "commit_sha")) };
	}),
	route("POST /repos/:/git/trees", WRITE, createTree),
	route("GET /repos/:/git/trees/{tree_sha}", READ, async (call) => {
		const { repository, bare } = subject(call);
		const sha = await bare.resolve(param(call, "tree_sha"), "tree");
		if (sha === null) throw notFound();
		return { status: 200, body: await gitTree(call, repository, { sha, deep: call.query.has("recursive") }) };
	}),
	route("POST /repos/:/git/blobs", WRITE, async (call) => {
		const { repository, bare } = subject(call);
		const encoding = optionalText(call, "encoding") === "base64" ? "base64" : "utf8";
		const sha = await bare.writeBlob(Buffer.from(text(call, "content"), encoding));
		return { status: 201, body: { sha, url: `${repositoryUrl(call.hub, repository)}/git/blobs/${sha}` } };
	}),
	route("GET /repos/:/git/blobs/{file_sha}", READ, async (call) => {
		const { repository, bare } = subject(call);
		const sha = param(call, "file_sha");
		if ((await bare.type(sha)) !== "blob") throw notFound();
		const bytes = await bare.bytes(["cat-file", "blob", sha]);
		const url = `${repositoryUrl(call.hub, repository)}/git/blobs/${sha}`;
		const content = Buffer.from(bytes).toString("base64");
		return {
			status: 200,
			body: { sha, node_id: nodeId("Blob", sha), size: bytes.length, url, content, encoding: "base64" },
		};
	}),
];

async function moveRef(call: Call): Promise<Answer> {
	const { repository, bare } = subject(call);
	const ref = `refs/${param(call, "ref")}`;
	const sha = text(call, "sha");
	const before = (await bare.refs(ref)).get(ref);
	if (before === undefined) throw new Refusal(422, "Reference does not exist");
	if ((await bare.type(sha)) === null) throw new Refusal(422, "Object does not exist");
	if (!flag(call, "force", false) && !(await bare.isAncestor(before, sha))) {
		throw new Refusal(422, "Update is not a fast forward");
	}
	await bare.setRef(ref, sha);
	await tell(call, repository, { ref, before, after: sha });
	return { status: 200, body: await gitRef(call, repository, { ref, sha }) };
}

async function createTag(call: Call): Promise<Answer> {
	const { repository, bare } = subject(call);
	const tagger = person(call, "tagger");
	const seconds = Math.floor((Date.parse(tagger.date ?? call.hub.now()) || 0) / 1000);
	const content = [
		`object ${text(call, "object")}`,
		`type ${text(call, "type")}`,
		`tag ${text(call, "tag")}`,
		`tagger ${tagger.name} <${tagger.email}> ${seconds} +0000`,
		"",
		text(call, "message"),
	].join("\n");
	const sha = await bare.tryGit(["mktag"], { input: content.endsWith("\n") ? content : `${content}\n` });
	if (sha === null) throw new Refusal(422, "Object does not exist");
	return { status: 201, body: await gitTag(call, repository, sha) };
}

async function createCommit(call: Call): Promise<Answer> {
	const { repository, bare } = subject(call);
	const parents = Array.isArray(call.body["parents"]) ? call.body["parents"].map(String) : [];
	const tree = await bare.resolve(text(call, "tree"), "tree");
	if (tree === null) throw new Refusal(422, "Tree SHA does not exist");
	const sha = await bare.commitTree(tree, { parents, message: text(call, "message"), as: person(call, "author") });
	return { status: 201, body: await gitCommit(call.hub, repository, sha) };
}

interface TreeEntry {
	readonly path: string;
	readonly mode: string;
	readonly type: string;
	readonly sha?: string | null;
	readonly content?: string;
}

async function createTree(call: Call): Promise<Answer> {
	const { repository, bare } = subject(call);
	const entries = (call.body["tree"] ?? []) as TreeEntry[];
	const base = optionalText(call, "base_tree");
	const changes = new Map<string, string | null>();
	for (const entry of entries) {
		const sha = entry.sha === undefined ? await bare.writeBlob(Buffer.from(entry.content ?? "")) : entry.sha;
		changes.set(entry.path, sha === null ? null : `${entry.mode} ${entry.type} ${sha}`);
	}
	const sha = await treeWith(bare, base, changes);
	return { status: 201, body: await gitTree(call, repository, { sha, deep: false }) };
}

async function gitRef(
	call: Call,
	repository: Repository,
	at: { ref: string; sha: string },
): Promise<Record<string, unknown>> {
	const url = repositoryUrl(call.hub, repository);
	const type = (await call.hub.bare(repository).type(at.sha)) ?? "commit";
	return {
		ref: at.ref,
		node_id: nodeId("Ref", at.ref),
		url: `${url}/git/${at.ref}`,
		object: { sha: at.sha, type, url: `${url}/git/${type}s/${at.sha}` },
	};
}

async function gitTag(call: Call, repository: Repository, sha: string): Promise<Record<string, unknown>> {
	const content = await call.hub.bare(repository).git(["cat-file", "tag", sha]);
	const [head = "", ...message] = content.split("\n\n");
	const field = (name: string): string => new RegExp(`^${name} (.*)$`, "m").exec(head)?.[1] ?? "";
	const tagger = /^(.*) <(.*)> (\d+)/.exec(field("tagger"));
	const url = repositoryUrl(call.hub, repository);
	return {
		sha,
		node_id: nodeId("Tag", sha),
		url: `${url}/git/tags/${sha}`,
		tag: field("tag"),
		message: message.join("\n\n"),
		tagger: {
			name: tagger?.[1] ?? "",
			email: tagger?.[2] ?? "",
			date: new Date(Number(tagger?.[3] ?? 0) * 1000).toISOString().replace(".000Z", "Z"),
		},
		object: { sha: field("object"), type: field("type"), url: `${url}/git/${field("type")}s/${field("object")}` },
		verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
	};
}

async function gitTree(
	call: Call,
	repository: Repository,
	at: { sha: string; deep: boolean },
): Promise<Record<string, unknown>> {
	const url = `${repositoryUrl(call.hub, repository)}/git`;
	const out = await call.hub
		.bare(repository)
		.git(["ls-tree", "-l", "-z", "--full-tree", ...(at.deep ? ["-r", "-t"] : []), at.sha]);
	const tree = out.split("\0").flatMap((line) => {
		const [, mode, type, sha, size, path] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
		if (path === undefined) return [];
		return [{ path, mode, type, sha, ...(size === "-" ? {} : { size: Number(size) }), url: `${url}/${type}s/${sha}` }];
	});
	return { sha: at.sha, url: `${url}/trees/${at.sha}`, tree, truncated: false };
}

/** Author, committer or tagger of the request; the asker when it names none. */
function person(call: Call, field: string): Person {
	const given = call.body[field] as Partial<Person> | undefined;
	const self = personOf(call.hub, viewerOf(call).login);
	return { name: given?.name ?? self.name, email: given?.email ?? self.email, date: given?.date ?? call.hub.now() };
}

function tell(
	call: Call,
	repository: Repository,
	change: { ref: string; before: string | null; after: string | null },
): Promise<void> {
	const startsWorkflows = call.token?.kind !== "actions";
	return refsChanged(call.hub, { repository, sender: viewerOf(call).login, startsWorkflows }, [change]);
}

function subject(call: Call): { repository: Repository; bare: BareRepository } {
	const repository = repositoryOf(call);
	return { repository, bare: call.hub.bare(repository) };
}
