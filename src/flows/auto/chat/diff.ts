import { recordedData } from "../../../compare/index.ts";
import type { Git } from "../../../git/index.ts";
import { badInput, Failure } from "../../../kernel/index.ts";
import { plainStyle, renderText } from "../../../report/index.ts";
import { didYouMean } from "../../../source/index.ts";
import type { FlowContext } from "../../context.ts";
import { refuseOutside } from "../../outside.ts";
import { knownAt } from "../../release/know.ts";
import { optionalRemote, type Shelves } from "../../remote-shelves.ts";
import { asRecorded, shelvedObjects } from "../../report/objects.ts";
import { withResults } from "../../report/truth.ts";
import { diffSides, type NamedSide } from "../../sides.ts";
import { openWorkspace, type Workspace } from "../../workspace.ts";
import type { AutoOptions } from "../options.ts";
import { openGround } from "../trusted/ground.ts";
import type { Reply } from "./reply.ts";
import type { AboutPull } from "./runs.ts";

/**
 * A pull request, merged with its base as that is now, beside a revision of this repository: out of git, as data, with the
 * results that both are known to have.
 */
export async function diffOf(
	context: FlowContext,
	{ options, about, rev }: { readonly options: AutoOptions; readonly about: AboutPull; readonly rev: string | null },
): Promise<Reply> {
	const asked = rev ?? about.pull.baseRef;
	const head = await headOf(context, options, about);
	const workspace = await openWorkspace(context);
	try {
		if (workspace.git === null) throw new Error("a comment was answered without git");
		const commit = await revisionNamed(workspace.git, options.remote, asked);
		const { cache, runCache, config } = workspace;
		const shelves = { cache, runCache, remote: await optionalRemote(context, config) };
		const base = await knownSide(workspace, shelves, { name: asked, commit });
		const ours = await knownSide(workspace, shelves, { name: "this PR", commit: head });
		const document = await diffSides(base.side, ours.side, false);
		const unknown = [...new Set([...base.unknown, ...ours.unknown])];
		const known = unknown.length === 0 ? document : { ...document, metrics: [], warnings: [unmeasured(unknown)] };
		return { kind: "done", said: `its differences to \`${asked}\``, text: renderText(known, plainStyle) };
	} finally {
		workspace.git?.close();
	}
}

/** Merged as GitHub would; where that conflicts, the head alone. */
async function headOf(context: FlowContext, { remote }: AutoOptions, { pull }: AboutPull): Promise<string> {
	try {
		return (await openGround(context, { pull, head: pull.headSha, remote, base: null })).commit;
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "pull-conflicts") return pull.headSha;
		throw failure;
	}
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** What git takes for the name of a branch or tag, and nothing that it takes for more than a name. */
const NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_./#@+-]*[A-Za-z0-9_#+-])?$/;

/** A full commit, a tag or a branch of the repository, by its full ref. Failure `unknown-revision`. */
async function revisionNamed(git: Git, remote: string, asked: string): Promise<string> {
	if (COMMIT.test(asked)) await git.fetchCommit(remote, asked);
	const names = COMMIT.test(asked) ? [asked] : [`refs/tags/${asked}`, `refs/remotes/${remote}/${asked}`];
	const plain = COMMIT.test(asked) || (NAME.test(asked) && !/\.\.|@\{|\/\/|\/\./.test(asked));
	for (const name of plain ? names : []) {
		const found = await git.tryResolve(name);
		if (found !== null) return found;
	}
	const tags = (await git.tags()).map(({ name }) => name);
	throw badInput("unknown-revision", `there is no commit, tag or branch \`${asked}\` here`, {
		found: asked,
		expected: "all hex digits of a commit, or the name of a tag or branch",
		hint: didYouMean(asked, tags) ?? "a commit is named by all of its hex digits",
	});
}

interface KnownSide {
	readonly side: NamedSide;
	/** Stages whose results nobody knows: what they measure is not what the revision makes. */
	readonly unknown: readonly string[];
}

async function knownSide(
	{ git, below, root, config }: Workspace,
	shelves: Shelves,
	{ name, commit }: { readonly name: string; readonly commit: string },
): Promise<KnownSide> {
	if (git === null) throw new Error("a comment was answered without git");
	const tree = git.treeAt(commit, below);
	const known = await knownAt(tree, { root, config, ...shelves });
	const project = withResults(known.project, known.results);
	refuseOutside(project, root);
	const side = {
		tree: asRecorded(tree, project),
		project,
		objects: shelvedObjects(shelves),
		data: recordedData(project),
	};
	return { side: { side, name: { name, commit } }, unknown: [...known.unknown.keys()] };
}

function unmeasured(stages: readonly string[]): string {
	const shown = stages.slice(0, 3).join(", ");
	const more = stages.length > 3 ? ` and ${stages.length - 3} more` : "";
	return `metrics are left out: the results of ${shown}${more} are not known`;
}
