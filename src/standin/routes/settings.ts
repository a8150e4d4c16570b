import { nodeId } from "../answers/people.ts";
import { repositoryPage, repositoryUrl } from "../answers/repository.ts";
import { type Answer, type Call, flag, idParam, optionalText, param, repositoryOf, route, text } from "../call.ts";
import { countedPage, page } from "../paging.ts";
import { invalid, notFound, Refusal } from "../refusal.ts";
import { coversRef, FORK_APPROVALS, type Rule, type Ruleset, type Runner, type Settings } from "../settings.ts";
import { fullName, type Repository } from "../state.ts";

const READ = ["administration=read"] as const;
const WRITE = ["administration=write"] as const;
/** Whoever sees a repository sees its rules. */
const ANYBODY = ["metadata=read"] as const;

export const settingsRoutes = [
	route("GET /repos/:/actions/permissions/selected-actions", READ, (call) => {
		const { actions } = repositoryOf(call).settings;
		if (actions.allowed !== "selected") throw new Refusal(409, "Conflict: all actions are allowed here");
		const { githubOwned, verified, patterns } = actions.selected;
		const body = { github_owned_allowed: githubOwned, verified_allowed: verified, patterns_allowed: patterns };
		return { status: 200, body };
	}),
	route("PUT /repos/:/actions/permissions/selected-actions", WRITE, (call) =>
		changed(call, ({ actions }) => {
			if (actions.allowed !== "selected") throw new Refusal(409, "Conflict: all actions are allowed here");
			const { selected } = actions;
			const patterns = call.body["patterns_allowed"];
			actions.selected = {
				githubOwned: flag(call, "github_owned_allowed", selected.githubOwned),
				verified: flag(call, "verified_allowed", selected.verified),
				patterns: Array.isArray(patterns) ? patterns.map(String) : selected.patterns,
			};
		}),
	),
	route("GET /repos/:/actions/permissions/workflow", READ, (call) => {
		const { permissions, mayApprove } = repositoryOf(call).settings.workflowToken;
		const body = { default_workflow_permissions: permissions, can_approve_pull_request_reviews: mayApprove };
		return { status: 200, body };
	}),
	route("PUT /repos/:/actions/permissions/workflow", WRITE, (call) =>
		changed(call, ({ workflowToken }) => {
			const asked = optionalText(call, "default_workflow_permissions") ?? workflowToken.permissions;
			workflowToken.permissions = asked === "write" ? "write" : "read";
			workflowToken.mayApprove = flag(call, "can_approve_pull_request_reviews", workflowToken.mayApprove);
		}),
	),
	route("GET /repos/:/actions/permissions/fork-pr-contributor-approval", READ, (call) => {
		const { private: hidden, settings } = repositoryOf(call);
		// forks of a private repository are another page of the settings
		if (hidden) throw notFound();
		return { status: 200, body: { approval_policy: settings.forkApproval } };
	}),
	route("PUT /repos/:/actions/permissions/fork-pr-contributor-approval", WRITE, (call) =>
		changed(call, (settings) => {
			const asked = text(call, "approval_policy");
			const known = FORK_APPROVALS.find((each) => each === asked);
			if (known === undefined) throw invalid("Repository", "approval_policy", `${asked} is not included in the list`);
			settings.forkApproval = known;
		}),
	),
	route("GET /repos/:/actions/permissions", READ, (call) => {
		const repository = repositoryOf(call);
		const { enabled, allowed, shaPinning } = repository.settings.actions;
		const address = `${repositoryUrl(call.hub, repository)}/actions/permissions/selected-actions`;
		const body = {
			enabled,
			...(enabled ? { allowed_actions: allowed, sha_pinning_required: shaPinning } : {}),
			...(allowed === "selected" ? { selected_actions_url: address } : {}),
		};
		return { status: 200, body };
	}),
	route("PUT /repos/:/actions/permissions", WRITE, (call) =>
		changed(call, ({ actions }) => {
			actions.enabled = flag(call, "enabled", true);
			const asked = optionalText(call, "allowed_actions");
			if (asked === "all" || asked === "local_only" || asked === "selected") actions.allowed = asked;
			actions.shaPinning = flag(call, "sha_pinning_required", actions.shaPinning);
		}),
	),
	route("GET /repos/:/actions/runners", READ, (call) => {
		const { runners } = repositoryOf(call).settings;
		return countedPage(call, "runners", { items: runners, render: (one) => runner(one, runners.indexOf(one) + 1) });
	}),
	route("GET /repos/:/rules/branches/{branch}", ANYBODY, (call) => {
		const repository = paidFor(call);
		const ref = `refs/heads/${param(call, "branch")}`;
		const rules = activeRulesets(repository, "branch")
			.filter((each) => coversRef(each, ref, repository.defaultBranch))
			.flatMap((each) => each.rules.map((rule) => detailed(repository, each, rule)));
		return page(call, rules, (rule) => rule);
	}),
	route("GET /repos/:/rulesets", ANYBODY, (call) => {
		const repository = paidFor(call);
		const targets = call.query.get("targets")?.split(",") ?? null;
		const found = repository.settings.rulesets.filter(({ target }) => targets === null || targets.includes(target));
		return page(call, found, (each) => summary(call, repository, each));
	}),
	route("GET /repos/:/rulesets/{ruleset_id}", ANYBODY, (call) => {
		const repository = repositoryOf(call);
		const found = repository.settings.rulesets.find(({ id }) => id === idParam(call, "ruleset_id"));
		if (found === undefined) throw notFound();
		return { status: 200, body: whole(call, repository, found) };
	}),
	route("POST /repos/:/rulesets", WRITE, (call) => {
		const repository = repositoryOf(call);
		const made = newRuleset(call);
		repository.settings.rulesets = [...repository.settings.rulesets, made];
		return { status: 201, body: whole(call, repository, made) };
	}),
];

function changed(call: Call, change: (settings: Settings) => void): Answer {
	change(repositoryOf(call).settings);
	return { status: 204 };
}

function paidFor(call: Call): Repository {
	const repository = repositoryOf(call);
	if (!repository.private || repository.settings.paid) return repository;
	throw new Refusal(403, "Upgrade to GitHub Pro or make this repository public to enable this feature.");
}

function runner({ name, online, labels, version }: Runner, id: number): Record<string, unknown> {
	const every = ["self-hosted", "Linux", "X64"].map((label) => ({ name: label, type: "read-only" }));
	return {
		id,
		name,
		os: "Linux",
		status: online ? "online" : "offline",
		busy: false,
		ephemeral: false,
		version,
		labels: [...every, ...labels.map((label) => ({ name: label, type: "custom" }))],
	};
}

function activeRulesets({ settings }: Repository, target: Ruleset["target"]): Ruleset[] {
	return settings.rulesets.filter((each) => each.enforcement === "active" && each.target === target);
}

function detailed(repository: Repository, { id }: Ruleset, rule: Rule): Record<string, unknown> {
	return {
		...rule,
		ruleset_source_type: "Repository",
		ruleset_source: fullName(repository),
		ruleset_id: id,
	};
}

function summary(call: Call, repository: Repository, one: Ruleset): Record<string, unknown> {
	const self = `${repositoryUrl(call.hub, repository)}/rulesets/${one.id}`;
	return {
		id: one.id,
		name: one.name,
		target: one.target,
		source_type: "Repository",
		source: fullName(repository),
		enforcement: one.enforcement,
		node_id: nodeId("RepositoryRuleset", one.id),
		_links: { self: { href: self }, html: { href: `${repositoryPage(call.hub, repository)}/rules/${one.id}` } },
		created_at: repository.createdAt,
		updated_at: repository.createdAt,
	};
}

function whole(call: Call, repository: Repository, one: Ruleset): Record<string, unknown> {
	return {
		...summary(call, repository, one),
		conditions: { ref_name: { include: one.include, exclude: one.exclude } },
		rules: one.rules,
	};
}

function newRuleset(call: Call): Ruleset {
	const conditions = call.body["conditions"] as { ref_name?: { include?: string[]; exclude?: string[] } } | undefined;
	const target = optionalText(call, "target");
	const enforcement = text(call, "enforcement");
	return {
		id: call.hub.newId(),
		name: text(call, "name"),
		target: target === "tag" || target === "push" ? target : "branch",
		enforcement: enforcement === "active" || enforcement === "evaluate" ? enforcement : "disabled",
		include: conditions?.ref_name?.include ?? [],
		exclude: conditions?.ref_name?.exclude ?? [],
		rules: (call.body["rules"] ?? []) as Rule[],
	};
}
