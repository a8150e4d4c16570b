import { type JointClaim, projectOf } from "../../../claim/index.ts";
import { Git } from "../../../git/index.ts";
import type { Disbelief } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import { projectsAt } from "../../dvc-projects.ts";
import { type ProjectPlace, projectsOf } from "../projects.ts";

export interface JudgedProjects {
	/** Those of the default branch that the pull request still has: where to look for their results is not its to say. */
	readonly places: readonly ProjectPlace[];
	readonly notes: readonly string[];
	/** Projects that the run reports on and that nobody knows. */
	readonly unknown: readonly Disbelief[];
}

/** The projects of this checkout, held against those of the commit that is judged. */
export async function judgedProjects(
	context: FlowContext,
	{ commit, claim }: { readonly commit: string; readonly claim: JointClaim | null },
): Promise<JudgedProjects> {
	const known = await projectsOf(context);
	const there = new Set(await projectsIn(context, commit));
	const kept = known.filter(({ path }) => there.has(path));
	const gone = known.filter((place) => !kept.includes(place));
	const names = new Set(known.map(({ path }) => path));
	// one that is looked at alone is all that this job is about, whatever lies beside it
	const alone = known.length === 1;
	const fresh = alone ? [] : [...there].filter((path) => !names.has(path));
	const strange = new Set((claim?.stages ?? []).map(projectOf).filter((path) => !names.has(path) && !there.has(path)));
	return {
		places: alone || kept.length === 0 ? known : kept,
		notes: [
			...(alone || kept.length === 0 ? [] : gone.map(({ path }) => `The project ${path} is removed.`)),
			...fresh.map((path) => `The project ${path} is new: it is judged from the day its .dvc/config is merged.`),
		],
		unknown: [...strange].map((path) => ({ address: path, why: "the pull request has no such project" })),
	};
}

async function projectsIn(context: FlowContext, commit: string): Promise<readonly string[]> {
	const git = await Git.open(context.cwd);
	try {
		return await projectsAt(git, commit);
	} finally {
		git.close();
	}
}
