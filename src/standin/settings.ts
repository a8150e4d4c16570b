/** What the pages below "Settings" hold, as far as somebody asks for it. */
export interface Settings {
	actions: {
		enabled: boolean;
		allowed: "all" | "local_only" | "selected";
		/** For `selected`. */
		selected: { githubOwned: boolean; verified: boolean; patterns: readonly string[] };
		shaPinning: boolean;
	};
	workflowToken: { permissions: "read" | "write"; mayApprove: boolean };
	/** Whose pull requests from forks start no workflow before somebody agrees. */
	forkApproval: ForkApproval;
	runners: readonly Runner[];
	rulesets: readonly Ruleset[];
	/** Whether somebody pays: a private repository has rulesets only then. */
	paid: boolean;
}

export const FORK_APPROVALS = [
	"first_time_contributors_new_to_github",
	"first_time_contributors",
	"all_external_contributors",
] as const;
export type ForkApproval = (typeof FORK_APPROVALS)[number];

export interface Runner {
	readonly name: string;
	readonly online: boolean;
	/** Without `self-hosted`, which every one has. */
	readonly labels: readonly string[];
	readonly version: string;
}

export interface Ruleset {
	readonly id: number;
	readonly name: string;
	readonly target: "branch" | "tag" | "push";
	readonly enforcement: "disabled" | "active" | "evaluate";
	readonly include: readonly string[];
	readonly exclude: readonly string[];
	/** As they were given. */
	readonly rules: readonly Rule[];
}

export interface Rule {
	readonly type: string;
	readonly parameters?: Readonly<Record<string, unknown>>;
}

/** As GitHub makes a repository. */
export function freshSettings(): Settings {
	return {
		actions: {
			enabled: true,
			allowed: "all",
			selected: { githubOwned: true, verified: false, patterns: [] },
			shaPinning: false,
		},
		workflowToken: { permissions: "read", mayApprove: false },
		forkApproval: "first_time_contributors",
		runners: [],
		rulesets: [],
		paid: true,
	};
}

/** Ruby's `File.fnmatch` with FNM_PATHNAME, by which rulesets name refs: `*` ends at a slash, a whole part of two stars goes on. */
export function coversRef(ruleset: Pick<Ruleset, "include" | "exclude">, ref: string, defaultBranch: string): boolean {
	const fits = (pattern: string): boolean =>
		pattern === "~ALL" ||
		(pattern === "~DEFAULT_BRANCH" && ref === `refs/heads/${defaultBranch}`) ||
		expression(pattern).test(ref);
	return ruleset.include.some(fits) && !ruleset.exclude.some(fits);
}

function expression(pattern: string): RegExp {
	const source = pattern.replaceAll(/\*\*\/|\*+|\?|[.+^${}()|[\]\\]/g, (found) => {
		if (found === "**/") return "(?:[^/]+/)*";
		if (found.startsWith("*")) return "[^/]*";
		return found === "?" ? "[^/]" : `\\${found}`;
	});
	return new RegExp(`^${source}$`);
}
