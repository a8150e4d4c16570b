import type { MainlineConfig } from "../../config/index.ts";
import { loadMainline } from "../../config/index.ts";
import { type Looked, type RepositorySettings, type Right, readSettings } from "../../github/index.ts";
import { Failure } from "../../kernel/index.ts";
import type { Unseen } from "../../report/index.ts";
import type { Diagnosis, Patient, Remark } from "./check.ts";
import { type GitHubAccess, type Origin, originAt } from "./origin.ts";
import { allowedActions } from "./settings/actions.ts";
import { nameClash, requiredCheck } from "./settings/checks.ts";
import { clock } from "./settings/clock.ts";
import { environments } from "./settings/environments.ts";
import { forks } from "./settings/forks.ts";
import { runners } from "./settings/runners.ts";
import type { Site } from "./settings/site.ts";
import { tagRulesets } from "./settings/tags.ts";
import { tokenScopes } from "./settings/token.ts";
import { workflowToken } from "./settings/workflow-token.ts";

/** For somebody who waits: whatever does not answer now is said, and can be asked again. */
const PATIENCE = { attempts: 1, timeoutMs: 15_000 };

/** What GitHub is set to, as far as the token may see it. */
export async function settings(patient: Patient, access: GitHubAccess): Promise<Diagnosis> {
	const { ground, context } = patient;
	const origin = originAt(await ground.git.remoteUrl("origin"), access);
	if (typeof origin === "string") return unseen(origin);
	const { token, repository, apiUrl } = origin;
	if (token === null)
		return unseen(
			"needs a token: `GH_TOKEN=$(gh auth token) mainline doctor`, or GH_ENTERPRISE_TOKEN for a server of your own",
		);
	try {
		const read = await readSettings({ apiUrl, repository, token, clock: context.clock, patience: PATIENCE });
		const { workflows } = patient;
		const site = {
			repository,
			settings: read,
			workflows: workflows.all,
			config: await policyOf(patient),
		};
		return [`${serverOf(read)} answers for ${repository}`, ...judged(site, patient), ...hidden(read, token)];
	} catch (failure) {
		if (failure instanceof Failure) return notAsked(failure, origin);
		throw failure;
	}
}

function judged(site: Site, { context }: Patient): Remark[] {
	return [
		...forks(site),
		...requiredCheck(site),
		...nameClash(site),
		...allowedActions(site),
		...workflowToken(site),
		...runners(site),
		...environments(site),
		...tagRulesets(site),
		...tokenScopes(site),
		...clock(site, context.clock.now()),
	];
}

/** Gates, models and environments as they are here; `policy` says what is wrong with them. */
async function policyOf({ ground: { workspace } }: Patient): Promise<MainlineConfig | null> {
	const bytes = (await workspace?.tree.read("mainline.yaml")) ?? null;
	if (bytes === null) return null;
	try {
		return loadMainline(new TextDecoder().decode(bytes), "mainline.yaml");
	} catch (failure) {
		if (failure instanceof Failure) return null;
		throw failure;
	}
}

function serverOf({ site: { enterpriseVersion } }: RepositorySettings): string {
	return enterpriseVersion === null ? "GitHub" : `GitHub Enterprise Server ${enterpriseVersion}`;
}

function unseen(because: string): Unseen {
	return { what: "the settings at GitHub", because };
}

/** The repository itself cannot be seen, so nothing of it can. */
function notAsked(failure: Failure, { repository }: Origin): Remark {
	if (failure.code === "github-unauthorized") {
		return {
			code: "token-refused",
			level: "advice",
			says: "GitHub does not take the token that it was given",
			why: "nothing can be looked at there, and nothing written",
			fix: "GH_TOKEN=$(gh auth token) mainline doctor; a workflow's token ends with its job",
		};
	}
	if (failure.code === "github-not-found" || failure.code === "github-permission-missing") {
		return unseen(`needs a token that may see ${repository}, if that is its name`);
	}
	return unseen(failure.message);
}

const QUESTIONS: readonly (readonly [keyof RepositorySettings, string])[] = [
	["requiredChecks", "the checks that a merge needs"],
	["statuses", "commit statuses"],
	["actions", "which actions are allowed"],
	["workflowToken", "the default permission of workflows"],
	["forkApproval", "who has to approve workflows from forks"],
	["runners", "the runners"],
	["environments", "environments and their reviewers"],
	["tagRulesets", "rulesets of tags"],
];

function hidden(read: RepositorySettings, token: string): Unseen[] {
	return QUESTIONS.flatMap(([name, what]) => {
		const answer = read[name] as Looked<unknown>;
		if (answer.kind === "seen") return [];
		const because = answer.kind === "failed" ? answer.failure.message : needsOf(answer.needs, read, token);
		return [{ what, because }];
	});
}

function needsOf(right: Right, { site }: RepositorySettings, token: string): string {
	if (site.scopes !== null) {
		return right === "administration"
			? "needs the token of somebody who administers the repository, with the scope `repo`"
			: "needs a token with the scope `repo`";
	}
	if (!token.startsWith("ghs_")) return `needs a token with \`${right}: read\``;
	return right === "administration"
		? "needs `administration: read`, which no workflow's token can have: run it with a personal one in GH_TOKEN"
		: `needs \`${right}: read\` under \`permissions:\` of the job`;
}
