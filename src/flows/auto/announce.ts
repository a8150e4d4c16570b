import type { GitHub } from "../../github/index.ts";
import { Failure, type Progress } from "../../kernel/index.ts";
import type { Announce, DeploymentNotice } from "../release/announce.ts";

export interface AnnouncerOptions {
	readonly gitHub: GitHub;
	readonly progress: Progress;
	/** Page of this workflow run, for the log's link; null outside one. */
	readonly runUrl: string | null;
	/** Whether models share environments: then GitHub's are named after both. */
	readonly manyModels: boolean;
	/** Environments that nothing comes after: where people use the model. */
	readonly production: ReadonlySet<string>;
}

/** Tells GitHub Deployments. A release does not wait for GitHub: trouble is kept for the end. */
export interface Announcer {
	readonly announce: Announce;
	/** Throws the first trouble, after everything else was done. */
	settle(): void;
}

export function announcer(options: AnnouncerOptions): Announcer {
	let trouble: unknown = null;
	let told = false;
	let mute = false;
	return {
		announce: async (notice) => {
			if (mute) return;
			try {
				await tell(options, notice);
				told = true;
			} catch (failure) {
				// a token that never could is the team's choice; one that could a moment ago has met with trouble
				mute = !told && failure instanceof Failure && failure.code === "github-permission-missing";
				if (!mute) trouble ??= failure;
				const words = failure instanceof Error ? failure.message : String(failure);
				options.progress.warn(
					`GitHub was not told of ${notice.model} ${notice.version} in ${notice.environment}: ${words}`,
				);
			}
		},
		settle: () => {
			if (trouble !== null) throw trouble;
		},
	};
}

async function tell(options: AnnouncerOptions, notice: DeploymentNotice): Promise<void> {
	const { gitHub, runUrl } = options;
	const environment = options.manyModels ? `${notice.environment} (${notice.model})` : notice.environment;
	const { id } = await gitHub.deployment({
		environment,
		sha: notice.commit,
		key: notice.tag,
		description: `${notice.model} ${notice.version}`,
		production: options.production.has(notice.environment),
	});
	await gitHub.deploymentStatus({
		deployment: id,
		state: notice.state,
		description: notice.description,
		...(notice.url === null || notice.state !== "success" ? {} : { environmentUrl: notice.url }),
		...(runUrl === null ? {} : { logUrl: runUrl }),
	});
	if (notice.state === "success") await gitHub.retireDeployments({ environment, current: id });
}
