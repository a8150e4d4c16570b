import { Git } from "../../../git/index.ts";
import type { GitHub } from "../../../github/index.ts";
import type { FlowContext } from "../../context.ts";
import type { MayApprove } from "../../release/site.ts";
import { type Askable, meant } from "../named.ts";
import type { AutoOptions } from "../options.ts";

/** Whose pull requests are looked at: so many commits of the main line, the newest. */
const MOST_COMMITS = 50;

/** For what may promote; nothing where GitHub cannot be asked. */
export function rightsAt(
	context: FlowContext,
	{ gitHub, teams }: Pick<AutoOptions, "gitHub" | "teams">,
): { readonly mayApprove?: MayApprove } {
	return gitHub === null ? {} : { mayApprove: approversAt(context, { gitHub, teams }) };
}

/** Asks GitHub, each time that an approval counts. */
export function approversAt({ cwd }: FlowContext, { gitHub, teams }: Askable): MayApprove {
	const proposers = new Map<string, Promise<Logins | null>>();
	return async ({ policy, by, from, to }) => {
		const named = await meant(teams, policy.by, by);
		if (named.kind === "not-yet") return { refusal: named.why };
		if (named.kind === "not-meant") {
			return { refusal: `${by} may not: by mainline.yaml, ${policy.by?.join(", ") ?? "nobody"} may approve` };
		}
		const level = await gitHub.permission(by);
		if (level !== "admin" && level !== "write") {
			return { refusal: `${by} may not: those who may write here approve` };
		}
		const counts = { refusal: null, team: named.team };
		if (policy.own) return counts;
		const range = `${from}..${to}`;
		const known = proposers.get(range) ?? proposersBetween(cwd, gitHub, { from, to });
		proposers.set(range, known);
		const refusal = whyHisOwn(by, await known);
		return refusal === null ? counts : { refusal };
	};
}

function whyHisOwn(by: string, proposers: Logins | null): string | null {
	if (proposers === null)
		return `nobody can tell what ${by} proposed: the clone is shallow (\`fetch-depth: 0\` makes it whole)`;
	return proposers.has(by.toLowerCase())
		? `whoever proposed a change does not approve it: ${by} proposed some of what is promoted`
		: null;
}

type Logins = ReadonlySet<string>;

/** The authors of the pull requests that brought what one commit has and the other has not; null where the clone lacks history. */
async function proposersBetween(
	cwd: string,
	gitHub: GitHub,
	{ from, to }: { readonly from: string | null; readonly to: string },
): Promise<Logins | null> {
	const git = await Git.open(cwd);
	try {
		if (await git.isShallow()) return null;
		const logins = new Set<string>();
		for (const commit of await commitsBetween(git, from, to)) {
			const pull = await gitHub.pullForCommit(commit);
			if (pull !== null) logins.add(pull.author.toLowerCase());
		}
		return logins;
	} finally {
		git.close();
	}
}

/** Into an environment that holds nothing comes what the version's own commit changed; its tag may stand beside the branch. */
async function commitsBetween(git: Git, from: string | null, to: string): Promise<string[]> {
	if (from !== null && (await git.tryResolve(from)) !== null) {
		return git.newestCommits({ from, to, most: MOST_COMMITS, along: true });
	}
	return [to, ...(await git.commitInfo(to)).parents.slice(0, 1)];
}
