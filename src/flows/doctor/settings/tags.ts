import type { MainlineConfig } from "../../../config/index.ts";
import type { TagRuleset } from "../../../github/index.ts";
import type { Found } from "../codes.ts";
import { makeRuleset } from "../commands.ts";
import type { Site } from "./site.ts";

/** Tags record what was released where. Mainline only ever adds to them; so should everybody. */
export function tagRulesets({ repository, settings, config }: Site): Found[] {
	const { tagRulesets: answer } = settings;
	if (answer.kind !== "seen" || config === null || config.models.size === 0) return [];
	const open = tagsOf(config).filter(
		({ sample }) => !["update", "deletion"].every((rule) => isForbidden(rule, sample, answer.value)),
	);
	if (open.length === 0) return [];
	const patterns = open.map(({ pattern }) => pattern);
	const ruleset = {
		name: "Mainline tags",
		target: "tag",
		enforcement: "active",
		conditions: { ref_name: { include: patterns, exclude: [] } },
		rules: [{ type: "update" }, { type: "deletion" }],
	};
	return [
		{
			code: "tag-ruleset-missing",
			level: "advice",
			says: `whoever may push may move or delete ${patterns.map((each) => each.replace("refs/tags/", "")).join(", ")}`,
			why: "these tags are the record of what was released and what runs where: who changes them changes what is deployed",
			fix: makeRuleset(repository, ruleset),
		},
	];
}

interface TagKind {
	readonly pattern: string;
	/** A ref that such a tag has. */
	readonly sample: string;
}

/** Versions of each model and what each environment was given; a pattern's star ends at a slash. */
function tagsOf({ models, environments }: MainlineConfig): TagKind[] {
	const deep = [...environments.keys()].filter((name) => name.includes("/"));
	return [...models.keys()].flatMap((model) => [
		{ pattern: `refs/tags/${model}@v*`, sample: `refs/tags/${model}@v1.2.3` },
		{ pattern: `refs/tags/${model}#*`, sample: `refs/tags/${model}#prod#1` },
		...deep.map((name) => ({ pattern: `refs/tags/${model}#${name}#*`, sample: `refs/tags/${model}#${name}#1` })),
	]);
}

function isForbidden(rule: string, ref: string, rulesets: readonly TagRuleset[]): boolean {
	return rulesets.some(
		({ rules, include, exclude }) =>
			rules.includes(rule) &&
			include.some((pattern) => covers(pattern, ref)) &&
			!exclude.some((pattern) => covers(pattern, ref)),
	);
}

/** As GitHub matches refs: `*` stays between slashes, `**` with a slash goes over them. */
function covers(pattern: string, ref: string): boolean {
	if (pattern === "~ALL") return true;
	const source = pattern.replaceAll(/\*\*\/|\*+|\?|[.+^${}()|[\]\\]/g, (found) => {
		if (found === "**/") return "(?:.*/)?";
		if (found.startsWith("*")) return "[^/]*";
		return found === "?" ? "[^/]" : `\\${found}`;
	});
	return new RegExp(`^${source}$`).test(ref);
}
