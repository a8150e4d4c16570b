import { badInput, infrastructure } from "../kernel/index.ts";
import { git, gitFailed, gitText, NO_PRUNE } from "./command.ts";
import { identityEnv } from "./identity.ts";

/** An annotated tag. Lightweight ones are not listed: they carry no time, no author and no message. */
export interface TagInfo {
	readonly name: string;
	/** Id of the tag object itself. */
	readonly object: string;
	/** Id of the commit it names. */
	readonly target: string;
	/** Whole seconds. */
	readonly taggedAt: Date;
	readonly tagger: { readonly name: string; readonly email: string };
	readonly message: string;
}

const FIELDS = [
	"refname:strip=2",
	"objectname",
	"objecttype",
	"*objectname",
	"taggerdate:unix",
	"taggername",
	"taggeremail",
	"contents",
];

export async function listTags(root: string): Promise<TagInfo[]> {
	const format = FIELDS.map((field) => `%(${field})%00`).join("");
	const listing = await gitText(root, ["for-each-ref", "refs/tags", `--format=${format}`]);
	const fields = listing.split("\0");
	const tags: TagInfo[] = [];
	for (let i = 0; i + FIELDS.length <= fields.length; i += FIELDS.length) {
		const [name = "", object = "", type, target = "", seconds, tagger = "", email = "", message = ""] = fields.slice(
			i,
			i + FIELDS.length,
		);
		if (type !== "tag") continue;
		tags.push({
			name: name.replace(/^\n/, ""),
			object,
			target,
			taggedAt: new Date(Number(seconds) * 1000),
			tagger: { name: tagger, email: email.replace(/^<|>$/g, "") },
			message: message.replace(/\n$/, ""),
		});
	}
	return tags;
}

export interface NewTag {
	readonly name: string;
	/** The commit to name. */
	readonly target: string;
	readonly message: string;
	/** Tagger time; git keeps whole seconds. */
	readonly at: Date;
}

/** Writes an annotated tag; one that is already there is never moved (Failure `tag-exists`). */
export async function createTag(root: string, tag: NewTag): Promise<void> {
	const env = { ...(await identityEnv(root)), GIT_COMMITTER_DATE: `@${Math.floor(tag.at.getTime() / 1000)} +0000` };
	// As an argument: a message by way of a pipe would be cut, and still tagged, when this process is killed.
	const message = `${tag.message.replace(/\n+$/, "")}\n`;
	const args = ["tag", "-a", "--cleanup=verbatim", "-m", message, tag.name, tag.target];
	const result = await git(root, args, { env });
	if (result.code === 0) return;
	if (!result.stderr.includes("already exists")) throw gitFailed(args, result);
	throw badInput("tag-exists", `the tag ${tag.name} exists already`, {
		hint: "run again: what exists is taken up, not repeated",
	});
}

/**
 * A model's newest assignment, as the remote knows it: a ref beside the tags, moved together with them and only from where it
 * was read. Two who decided on the same record cannot both write, whatever the names of their tags.
 */
export interface Head {
	/** `churn`. */
	readonly name: string;
	/** The tag that it comes to. */
	readonly tag: string;
	/** Id of the object that it was read at; null where there was none. */
	readonly from: string | null;
}

const HEADS = "refs/mainline/heads";

/** Pushes tags, all or none. Failure `push-rejected` when the remote holds another object under one of the names, or the head elsewhere. */
export async function pushTags(root: string, remote: string, names: readonly string[], head?: Head): Promise<void> {
	if (names.length === 0) return;
	const refs = names.map((name) => `refs/tags/${name}:refs/tags/${name}`);
	const lease = head === undefined ? [] : [`--force-with-lease=${HEADS}/${head.name}:${head.from ?? ""}`];
	if (head !== undefined) refs.push(`refs/tags/${head.tag}:${HEADS}/${head.name}`);
	const args = ["push", "--porcelain", "--atomic", "--no-verify", ...lease, remote, ...refs];
	const result = await git(root, args);
	if (result.code === 0) return;
	const refused = result.stdoutText.split("\n").filter((line) => line.startsWith("!"));
	if (refused.length === 0) throw gitFailed(args, result);
	// all are refused together; one says why
	const found = refused.find((line) => !line.includes("atomic")) ?? refused[0] ?? "";
	const isForbidden = found.includes(HEADS) && found.includes("[remote rejected]");
	throw infrastructure("push-rejected", `${remote} refused the tags ${names.join(", ")}`, {
		found,
		hint: isForbidden
			? `whoever releases has to be able to push ${HEADS}/*: allow it where the server guards refs`
			: "somebody else may have released at the same moment: run again",
	});
}

/** Id of the tag object that a remote holds under a name; null where it holds none. */
export async function remoteTag(root: string, remote: string, name: string): Promise<string | null> {
	const listing = await gitText(root, ["ls-remote", "--quiet", remote, `refs/tags/${name}`]);
	const line = listing.split("\n").find((each) => each.endsWith(`\trefs/tags/${name}`));
	return line?.slice(0, line.indexOf("\t")) ?? null;
}

/** Takes a tag out of this clone that no other has. */
export async function dropTag(root: string, name: string): Promise<void> {
	await gitText(root, ["update-ref", "-d", `refs/tags/${name}`]);
}

/** Brings in the remote's tags and heads. A local tag that the remote names otherwise is replaced: the remote is the record. */
export async function fetchTags(root: string, remote: string): Promise<void> {
	const refs = ["+refs/tags/*:refs/tags/*", `+${HEADS}/*:${HEADS}/*`];
	await gitText(root, ["fetch", "--quiet", "--force", NO_PRUNE, "--no-recurse-submodules", remote, ...refs]);
}

/** The objects that heads were at when they were fetched, by name. */
export async function listHeads(root: string): Promise<Map<string, string>> {
	const listing = await gitText(root, ["for-each-ref", HEADS, "--format=%(objectname) %(refname)"]);
	const lines = listing.split("\n").filter((line) => line !== "");
	return new Map(
		lines.map((line) => [line.slice(line.indexOf(" ") + HEADS.length + 2), line.slice(0, line.indexOf(" "))]),
	);
}

/** Forgets heads that the remote has no more: somebody deleted them. */
export async function forgetHeads(root: string, remote: string): Promise<void> {
	await gitText(root, [
		"fetch",
		"--quiet",
		"--prune",
		"--no-tags",
		"--no-recurse-submodules",
		remote,
		`+${HEADS}/*:${HEADS}/*`,
	]);
}
