import { isUtf8 } from "node:buffer";
import { infrastructure } from "../kernel/index.ts";
import type { RunResult } from "../shell/index.ts";
import { git, gitFailed, gitText, NO_PRUNE } from "./command.ts";
import { ask, type Here, send } from "./talk.ts";

/** An annotated tag. Lightweight ones are not listed: they carry no time, no author and no message. */
export interface TagInfo {
	readonly name: string;
	/** Id of the tag object itself. */
	readonly object: string;
	/** Id of the commit it names, or of the tag that it names in its turn. */
	readonly target: string;
	/** Whole seconds. */
	readonly taggedAt: Date;
	readonly tagger: { readonly name: string; readonly email: string };
	readonly message: string;
	/** The name that its object carries, where it is another than the ref's: a tag that was renamed, or a second name for one. */
	readonly inside?: string;
	/** What it names, where that is no commit: `tree`, `blob`. */
	readonly of?: string;
	/** False where who tagged, or the message, is not UTF-8. */
	readonly isText?: boolean;
}

const FIELDS = [
	"refname:strip=2",
	"objectname",
	"objecttype",
	"object",
	"type",
	"tag",
	"taggerdate:unix",
	"taggername",
	"taggeremail",
	"contents",
];

export async function listTags(root: string): Promise<TagInfo[]> {
	const format = FIELDS.map((field) => `%(${field})%00`).join("");
	const args = ["for-each-ref", "refs/tags", `--format=${format}`];
	const result = await git(root, args);
	if (result.code !== 0) throw gitFailed(args, result);
	const fields = splitFields(result.stdout);
	const rows = Array.from({ length: Math.floor(fields.length / FIELDS.length) }, (_, row) => row * FIELDS.length);
	const tags = rows.flatMap((at) => tagOf(fields.slice(at, at + FIELDS.length)) ?? []);
	return behindTags(root, tags);
}

/** What tags of tags come to in the end: git tells it in the listing from 2.45 on. */
async function behindTags(root: string, tags: readonly TagInfo[]): Promise<TagInfo[]> {
	const nested = tags.filter(({ of }) => of === "tag");
	if (nested.length === 0) return [...tags];
	const input = nested.map(({ object }) => `${object}^{}\n`).join("");
	const kinds = (await gitText(root, ["cat-file", "--batch-check=%(objecttype)"], { input })).split("\n");
	const known = new Map(nested.map(({ name }, index) => [name, kinds[index] ?? "missing"]));
	return tags.map(({ of, ...tag }) => {
		const kind = known.get(tag.name) ?? of;
		return kind === undefined || kind === "commit" ? tag : { ...tag, of: kind };
	});
}

/** A field, and whether it is UTF-8. */
interface Field {
	readonly text: string;
	readonly isText: boolean;
}

function splitFields(listing: Uint8Array): Field[] {
	const bytes = Buffer.from(listing);
	if (isUtf8(bytes))
		return bytes
			.toString()
			.split("\0")
			.map((text) => ({ text, isText: true }));
	// one character for a byte, so that each field's bytes are still there to be looked at
	return bytes
		.toString("latin1")
		.split("\0")
		.map((text) => Buffer.from(text, "latin1"))
		.map((field) => ({ text: field.toString(), isText: isUtf8(field) }));
}

/** Null for a lightweight tag. */
function tagOf(fields: readonly Field[]): TagInfo | null {
	const [ref = "", object = "", kind, target = "", type = "", inside, seconds, tagger = "", email = "", message = ""] =
		fields.map(({ text }) => text);
	if (kind !== "tag") return null;
	const name = ref.replace(/^\n/, "");
	return {
		name,
		object,
		target,
		taggedAt: new Date(Number(seconds) * 1000),
		tagger: { name: tagger, email: email.replace(/^<|>$/g, "") },
		message: message.replace(/\n$/, ""),
		...(inside === undefined || inside === name ? {} : { inside }),
		...(type === "commit" ? {} : { of: type }),
		...(fields.every(({ isText }) => isText) ? {} : { isText: false }),
	};
}

/** A tag by its name and the id of its object, which is in this clone. */
export type SentTag = Pick<TagInfo, "name" | "object">;

/**
 * A model's newest assignment, as the remote knows it: a ref beside the tags, moved together with them and only from where it
 * was read. Two who decided on the same record cannot both write, whatever the names of their tags.
 */
export interface Head {
	/** `churn`. */
	readonly name: string;
	/** Id of the tag's object that it comes to. */
	readonly to: string;
	/** Id of the object that it was read at; null where there was none. */
	readonly from: string | null;
}

const HEADS = "refs/mainline/heads";

/** Pushes tags, all or none. Failure `push-rejected` when the remote holds another object under one of the names, or the head elsewhere. */
export async function pushTags(here: Here, remote: string, tags: readonly SentTag[], head?: Head): Promise<void> {
	if (tags.length === 0) return;
	const refs = tags.map(({ name, object }) => `${object}:refs/tags/${name}`);
	const lease = head === undefined ? [] : [`--force-with-lease=${HEADS}/${head.name}:${head.from ?? ""}`];
	if (head !== undefined) refs.push(`${head.to}:${HEADS}/${head.name}`);
	const args = ["push", "--porcelain", "--atomic", "--no-verify", ...lease, remote, ...refs];
	const about = tags.map(({ name }) => name).join(", ");
	const { result, failure } = await send(here, { to: remote, about, args });
	if (result.code === 0) return;
	throw refusalOf(result, remote, about) ?? failure();
}

/** Somebody wrote there between our look and our push. */
const RACE = /stale info|already exists|cannot lock ref|failed to update ref|fetch first|non-fast-forward/;

/** The server's own no; null where it did not come to that. */
function refusalOf({ stdoutText, stderr }: RunResult, remote: string, about: string): Error | null {
	const refused = stdoutText.split("\n").filter((line) => line.startsWith("!"));
	// all are refused together; those that were the reason say why
	const reasons = refused.filter((line) => !line.includes("atomic"));
	const line = reasons.find((each) => !each.includes(HEADS)) ?? reasons[0] ?? refused[0];
	if (line === undefined) return null;
	const theirs = line.includes("[remote rejected]") && !RACE.test(line);
	const said = theirs ? remoteWords(stderr) : "";
	return infrastructure("push-rejected", `${remote} refused the tags ${about}`, {
		found: said === "" ? line : `${line}: ${said}`,
		hint: theirs ? ruleHint(line) : "somebody else may have released at the same moment: run again",
	});
}

function ruleHint(line: string): string {
	return line.includes(HEADS)
		? `whoever releases has to be able to push ${HEADS}/*: allow it where the server guards refs`
		: "the server has a rule against it (a hook, a protected tag, a ruleset): let whoever releases push these tags, then run again";
}

/** What the server had to say beside its answer. */
function remoteWords(stderr: string): string {
	const lines = stderr.split(/[\r\n]/).filter((line) => line.startsWith("remote: "));
	return lines.map((line) => line.slice("remote: ".length).trim()).join("; ");
}

/** Ids of the tag objects that a remote holds under these names, by name; without those that it does not hold. */
export async function remoteTags(here: Here, remote: string, names: readonly string[]): Promise<Map<string, string>> {
	if (names.length === 0) return new Map();
	const args = ["ls-remote", "--quiet", remote, ...names.map((name) => `refs/tags/${name}`)];
	const listing = await ask(here, { to: remote, about: "the list of its tags", args });
	const wanted = new Set(names);
	const found = listing.split("\n").map((line) => line.split("\trefs/tags/"));
	return new Map(found.flatMap(([object = "", name = ""]) => (wanted.has(name) ? [[name, object] as const] : [])));
}

/** Gives an object its name in this clone, as the remote has it. */
export async function keepTag(root: string, { name, object }: SentTag): Promise<void> {
	await gitText(root, ["update-ref", `refs/tags/${name}`, object]);
}

/** Brings in the remote's tags and heads. A local tag that the remote names otherwise is replaced: the remote is the record. */
export async function fetchTags(here: Here, remote: string): Promise<void> {
	const refs = ["+refs/tags/*:refs/tags/*", `+${HEADS}/*:${HEADS}/*`];
	const args = ["fetch", "--quiet", "--force", NO_PRUNE, "--no-recurse-submodules", remote, ...refs];
	await ask(here, { to: remote, about: "tags", args });
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
export async function forgetHeads(here: Here, remote: string): Promise<void> {
	const heads = `+${HEADS}/*:${HEADS}/*`;
	const args = ["fetch", "--quiet", "--prune", "--no-tags", "--no-recurse-submodules", remote, heads];
	await ask(here, { to: remote, about: HEADS, args });
}
