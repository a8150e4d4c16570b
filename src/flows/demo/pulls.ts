import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { git } from "./git.ts";
import { type Job, jobAfter } from "./job.ts";
import { PERSON, REPOSITORY, type Scene } from "./scene.ts";

/** A pull request after its job: what it says on GitHub. */
export interface PullSeen {
	readonly number: number;
	readonly job: Job;
	/** Markdown of the one comment; empty when there is none. */
	readonly comment: string;
	readonly check: { readonly conclusion: string | null; readonly title: string | null };
}

/** Ada changes files on a branch, pushes it and opens a pull request; the job that this starts has run. */
export async function openPull(
	scene: Scene,
	order: { branch: string; title: string; change: (work: string) => Promise<void> },
): Promise<PullSeen> {
	const { work, gitHub } = scene;
	await git(work, "fetch", "-q", "origin", "main");
	await git(work, "checkout", "-q", "-f", "-B", order.branch, "FETCH_HEAD");
	await order.change(work);
	await git(work, "commit", "-q", "-a", "-m", order.title);
	await git(work, "push", "-q", "origin", `HEAD:${order.branch}`);
	return seen(scene, () =>
		gitHub.openPull(REPOSITORY, { head: order.branch, base: "main", title: order.title, author: PERSON }),
	);
}

/** Presses "Revert" on a merged pull request. */
export function revertPull(scene: Scene, number: number): Promise<PullSeen> {
	return seen(scene, () => scene.gitHub.revertPull(REPOSITORY, { number, author: PERSON }));
}

/** Presses "Merge", and sees the release through. */
export function merge(scene: Scene, number: number): Promise<Job> {
	return jobAfter(scene, () => scene.gitHub.mergePull(REPOSITORY, { number, method: "merge", sender: PERSON }));
}

async function seen(scene: Scene, open: () => Promise<{ readonly number: number; readonly headSha: string }>) {
	const opened: { number: number; headSha: string }[] = [];
	const job = await jobAfter(scene, async () => {
		opened.push(await open());
	});
	const { number, headSha } = opened[0] ?? { number: 0, headSha: "" };
	const repository = scene.gitHub.repository(REPOSITORY);
	const check = repository.checks.findLast((one) => one.headSha === headSha);
	return {
		number,
		job,
		comment: repository.comments.find((one) => one.issue === number)?.body ?? "",
		check: { conclusion: check?.conclusion ?? null, title: check?.title ?? null },
	};
}

/** Sets values of params.yaml by their names, as a person would with an editor. */
export function editParams(values: Readonly<Record<string, string | number>>): (work: string) => Promise<void> {
	return async (work) => {
		const path = join(work, "params.yaml");
		let text = await readFile(path, "utf8");
		for (const [name, value] of Object.entries(values)) {
			text = text.replace(new RegExp(`^( *${name}: ).*$`, "m"), `$1${value}`);
		}
		await writeFile(path, text);
	};
}
