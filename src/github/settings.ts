import { Failure } from "../kernel/index.ts";
import { isForbidden, isNotFound } from "./failures.ts";
import { makeWire, PAGE_SIZE, type Wire, type WireOptions } from "./wire.ts";

/** An answer of GitHub's, or why there is none: a right that the token lacks, or a trouble of the moment. */
export type Looked<T> =
	| { readonly kind: "seen"; readonly value: T }
	| { readonly kind: "hidden"; readonly needs: Right }
	| { readonly kind: "failed"; readonly failure: Failure };

/** What a token has to be allowed, in GitHub's names; each for reading. */
export type Right = "actions" | "administration" | "contents" | "metadata" | "statuses";

/** Who answered, and to whom. */
export interface Site {
	/** Of GitHub Enterprise Server; null: github.com. */
	readonly enterpriseVersion: string | null;
	/** The time there. */
	readonly date: Date | null;
	/** Of a classic token; null where the token has rights of a finer kind. */
	readonly scopes: readonly string[] | null;
}

export interface RepositoryFacts {
	readonly public: boolean;
	readonly defaultBranch: string;
	readonly ownedByOrganization: boolean;
}

export interface ActionsPolicy {
	readonly enabled: boolean;
	readonly allowed: "all" | "local_only" | "selected";
	readonly shaPinning: boolean;
	/** For `selected`, where it may be looked at. */
	readonly selected: {
		readonly githubOwned: boolean;
		readonly verified: boolean;
		readonly patterns: readonly string[];
	} | null;
}

export type ForkApproval =
	| "first_time_contributors_new_to_github"
	| "first_time_contributors"
	| "all_external_contributors";

export interface RunnerFacts {
	readonly name: string;
	readonly online: boolean;
	readonly labels: readonly string[];
	/** Null where GitHub does not say. */
	readonly version: string | null;
}

export interface EnvironmentFacts {
	readonly name: string;
	readonly reviewed: boolean;
	/** Whether any rule keeps a job of it waiting or away. */
	readonly guarded: boolean;
}

/** A ruleset of tags that is in force. */
export interface TagRuleset {
	readonly include: readonly string[];
	readonly exclude: readonly string[];
	/** Kinds of its rules: `deletion`, `update`, … */
	readonly rules: readonly string[];
}

/** What a repository is set to. Each question is answered for itself. */
export interface RepositorySettings {
	readonly site: Site;
	readonly facts: RepositoryFacts;
	/** Names of the checks without which nothing gets onto the default branch. */
	readonly requiredChecks: Looked<readonly string[]>;
	/** Contexts of commit statuses, on the default branch and on the pull request that moved last. */
	readonly statuses: Looked<readonly string[]>;
	readonly actions: Looked<ActionsPolicy>;
	readonly workflowToken: Looked<"read" | "write">;
	/** Null for a private repository, which has another page for forks. */
	readonly forkApproval: Looked<ForkApproval | null>;
	readonly runners: Looked<readonly RunnerFacts[]>;
	readonly environments: Looked<readonly EnvironmentFacts[]>;
	readonly tagRulesets: Looked<readonly TagRuleset[]>;
}

/** Looks, and changes nothing. Failures: those of asking for the repository itself, of which nothing else can be known then. */
export async function readSettings(options: WireOptions): Promise<RepositorySettings> {
	const wire = makeWire(options);
	const { site, facts } = await repository(wire);
	const { defaultBranch } = facts;
	const [requiredChecks, statuses, actions, workflowToken, forkApproval, runners, environments, tagRulesets] =
		await Promise.all([
			looked("contents", () => required(wire, defaultBranch)),
			looked("statuses", () => statusContexts(wire, defaultBranch)),
			looked("administration", () => actionsPolicy(wire)),
			looked("administration", () => workflowPermission(wire)),
			looked("administration", async () => (facts.public ? approval(wire) : null)),
			looked("administration", () => allRunners(wire)),
			looked("actions", () => allEnvironments(wire)),
			looked("metadata", () => rulesetsOfTags(wire)),
		]);
	const answers = {
		requiredChecks,
		statuses,
		actions,
		workflowToken,
		forkApproval,
		runners,
		environments,
		tagRulesets,
	};
	return { site, facts, ...answers };
}

async function looked<T>(needs: Right, ask: () => Promise<T>): Promise<Looked<T>> {
	try {
		return { kind: "seen", value: await ask() };
	} catch (failure) {
		if ((isForbidden(failure) || isNotFound(failure)) && !isOfPlan(failure)) return { kind: "hidden", needs };
		if (failure instanceof Failure) return { kind: "failed", failure };
		throw failure;
	}
}

/** Some settings of private repositories are for those who pay: no right helps there. */
function isOfPlan(failure: unknown): boolean {
	return failure instanceof Failure && /\bUpgrade to GitHub\b/i.test(failure.message);
}

/** What is nothing where it cannot be seen; a trouble stays one. */
async function orNone<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
	const answer = await looked("metadata", ask);
	if (answer.kind === "failed") throw answer.failure;
	return answer.kind === "seen" ? answer.value : [];
}

async function repository(wire: Wire): Promise<{ site: Site; facts: RepositoryFacts }> {
	const client = await wire.client();
	const { data, headers } = await client.rest.repos.get(wire.at);
	const said: Readonly<Record<string, string | number | undefined>> = headers;
	const date = new Date(String(said["date"]));
	const scopes = said["x-oauth-scopes"];
	return {
		site: {
			enterpriseVersion: said["x-github-enterprise-version"]?.toString() ?? null,
			date: Number.isNaN(date.getTime()) ? null : date,
			scopes:
				scopes === undefined
					? null
					: String(scopes)
							.split(/, */)
							.filter((scope) => scope !== ""),
		},
		facts: {
			public: !data.private && data.visibility !== "internal",
			defaultBranch: data.default_branch,
			ownedByOrganization: data.owner.type === "Organization",
		},
	};
}

/** By the branch's own protection and by rulesets; both can be read without being an administrator. */
async function required(wire: Wire, branch: string): Promise<string[]> {
	const client = await wire.client();
	const [{ data: protection }, rules] = await Promise.all([
		client.rest.repos.getBranch({ ...wire.at, branch }),
		// older servers have no rulesets
		orNone(() => client.paginate(client.rest.repos.getBranchRules, { ...wire.at, branch, per_page: PAGE_SIZE })),
	]);
	const classic = protection.protection?.required_status_checks?.contexts ?? [];
	const ruled = rules.flatMap((rule) =>
		rule.type === "required_status_checks"
			? (rule.parameters?.required_status_checks ?? []).map(({ context }) => context)
			: [],
	);
	return [...new Set([...classic, ...ruled])];
}

async function statusContexts(wire: Wire, branch: string): Promise<string[]> {
	const client = await wire.client();
	const newest = { state: "open", sort: "updated", direction: "desc", per_page: 1 } as const;
	const pulls = await orNone(async () => (await client.rest.pulls.list({ ...wire.at, ...newest })).data);
	const heads = [branch, ...pulls.map(({ head }) => head.sha)];
	const found = await Promise.all(
		heads.map((ref) => client.rest.repos.getCombinedStatusForRef({ ...wire.at, ref, per_page: PAGE_SIZE })),
	);
	return [...new Set(found.flatMap(({ data }) => data.statuses.map(({ context }) => context)))];
}

async function actionsPolicy(wire: Wire): Promise<ActionsPolicy> {
	const client = await wire.client();
	const { data } = await client.rest.actions.getGithubActionsPermissionsRepository(wire.at);
	const allowed = data.allowed_actions ?? "all";
	return {
		enabled: data.enabled,
		allowed,
		shaPinning: data.sha_pinning_required ?? false,
		selected: allowed === "selected" ? await selectedActions(wire) : null,
	};
}

/** Null where an organisation chooses, and tells its owners only. */
async function selectedActions(wire: Wire): Promise<ActionsPolicy["selected"]> {
	const client = await wire.client();
	const answer = await looked("administration", () => client.rest.actions.getAllowedActionsRepository(wire.at));
	if (answer.kind !== "seen") return null;
	const {
		github_owned_allowed: githubOwned,
		verified_allowed: verified,
		patterns_allowed: patterns,
	} = answer.value.data;
	return { githubOwned: githubOwned ?? false, verified: verified ?? false, patterns: patterns ?? [] };
}

async function workflowPermission(wire: Wire): Promise<"read" | "write"> {
	const client = await wire.client();
	const { data } = await client.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(wire.at);
	return data.default_workflow_permissions;
}

async function approval(wire: Wire): Promise<ForkApproval> {
	const client = await wire.client();
	const path = "GET /repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval";
	return (await client.request(path, wire.at)).data.approval_policy;
}

async function allRunners(wire: Wire): Promise<RunnerFacts[]> {
	const client = await wire.client();
	const runners = await client.paginate(client.rest.actions.listSelfHostedRunnersForRepo, {
		...wire.at,
		per_page: PAGE_SIZE,
	});
	return runners.map((runner) => ({
		name: runner.name,
		online: runner.status === "online",
		labels: runner.labels.map(({ name }) => name),
		version: versionOf(runner),
	}));
}

/** Newer than some descriptions of GitHub's API. */
function versionOf(runner: object): string | null {
	const { version }: { readonly version?: unknown } = runner;
	return typeof version === "string" && version !== "" ? version : null;
}

async function allEnvironments(wire: Wire): Promise<EnvironmentFacts[]> {
	const client = await wire.client();
	const { data } = await client.rest.repos.getAllEnvironments({ ...wire.at, per_page: PAGE_SIZE });
	return (data.environments ?? []).map(
		({ name, protection_rules: rules = [], deployment_branch_policy: branches }) => ({
			name,
			reviewed: rules.some(({ type }) => type === "required_reviewers"),
			guarded: rules.length > 0 || (branches ?? null) !== null,
		}),
	);
}

/** The repository's own and its organisation's. */
async function rulesetsOfTags(wire: Wire): Promise<TagRuleset[]> {
	const client = await wire.client();
	const rulesets = await client.paginate(client.rest.repos.getRepoRulesets, {
		...wire.at,
		targets: "tag",
		includes_parents: true,
		per_page: PAGE_SIZE,
	});
	const active = rulesets.filter(({ enforcement }) => enforcement === "active");
	const whole = await Promise.all(
		active.map(({ id }) => client.rest.repos.getRepoRuleset({ ...wire.at, ruleset_id: id, includes_parents: true })),
	);
	return whole.map(({ data }) => {
		const refs = data.conditions?.ref_name;
		return {
			include: refs?.include ?? [],
			exclude: refs?.exclude ?? [],
			rules: (data.rules ?? []).map(({ type }) => type),
		};
	});
}
