import type { Place } from "../kernel/index.ts";
import {
	byKind,
	didYouMean,
	expectBoolean,
	listOf,
	mismatch,
	type Node,
	optional,
	type Report,
	type Rule,
	record,
	refine,
	required,
} from "../source/index.ts";
import { approval } from "./approval.ts";
import { deploy } from "./deploy.ts";
import { freeze } from "./freeze.ts";
import type { Deploy, EnvironmentConfig } from "./model.ts";
import { portHere } from "./ports.ts";
import { duration, filled } from "./words.ts";

/** GTO's grammar of a stage's name, which is our environment. */
const NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?$/;

const probeUrl: Rule<string> = refine(filled, (text, node, report) => {
	const url = URL.canParse(text) ? new URL(text) : null;
	const fits = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
	if (fits) return text.replace(/\/+$/, "");
	return mismatch(node, report, "an http or https address without a password in it", {
		hint: "for example `probe: http://127.0.0.1:8081`; /v2/health/ready is asked below it",
	});
});

/** An address, or what is to be known of who answers there. */
const probe: Rule<ProbeConfig> = byKind<ProbeConfig>(
	{
		scalar: refine(probeUrl, (url) => ({ url, tells: true })),
		map: refine(
			record("`probe`", { url: optional(probeUrl), version: optional(expectBoolean, true) }),
			({ url, version }) => ({ url, tells: version }),
		),
	},
	"an address, or a mapping with `url` and `version`",
);

interface ProbeConfig {
	readonly url: string | null;
	/** Whether its server tells its version. */
	readonly tells: boolean;
}

const fields = {
	after: optional(filled),
	soak: optional(duration, 0),
	auto: optional(expectBoolean, true),
	models: optional(listOf(filled)),
	deploy: required(deploy),
	probe: optional(probe),
	approve: optional(approval),
	freeze: optional(freeze, []),
};

/** An environment before the order is checked. */
export interface LocatedEnvironment {
	readonly config: EnvironmentConfig;
	/** Where `after` stands, for what is only known when all were read. */
	readonly afterAt: Place | null;
}

/** One entry of `environments:`. */
export function environment(node: Node, report: Report, name: string, at: Place): LocatedEnvironment | undefined {
	const here = report.about(`environment "${name}"`);
	if (!NAME.test(name)) {
		return here.add(at, "not a name that an environment can have", {
			found: name,
			expected: "letters, digits, `-`, `_` and `/`, a letter or digit at both ends",
			length: name.length,
		});
	}
	const read = record("an environment", fields)(node, here);
	if (read === undefined) return undefined;
	const soakNode = read.$.nodes.get("soak");
	if (soakNode !== undefined && read.after === null && read.soak > 0) {
		return here.add(soakNode.at, "`soak` needs `after`: it is the time healthy in the environment before", {
			hint: "add `after: NAME`, or take `soak` out",
		});
	}
	const { after, soak: soakMs, auto, models, deploy, approve, freeze: frozen } = read;
	const probe = read.probe?.url ?? null;
	const untold = read.probe?.tells === false;
	const probeNode = read.$.nodes.get("probe");
	const unproven = whyUnproven(deploy, { url: probe, untold });
	if (unproven !== null) {
		const { says, expected, hint } = unproven;
		return here.add((untold ? probeNode : read.$.nodes.get("deploy"))?.at ?? at, says, { expected, hint });
	}
	const modelsAt = read.$.nodes.get("models")?.at;
	const taken = models === null ? {} : { models, ...(modelsAt === undefined ? {} : { modelsAt }) };
	const config = {
		name,
		after,
		...taken,
		soakMs,
		...(auto ? {} : { auto }),
		deploy,
		probe,
		...(untold ? { untold } : {}),
		approve,
		freeze: frozen,
		at,
	};
	return { config, afterAt: read.$.nodes.get("after")?.at ?? null };
}

interface Unproven {
	readonly says: string;
	readonly expected: string;
	readonly hint: string;
}

/** What keeps anybody from knowing that a version was deployed; null for nothing. */
function whyUnproven(
	deploy: Deploy,
	{ url, untold }: { readonly url: string | null; readonly untold: boolean },
): Unproven | null {
	const byOthers = deploy.kind === "kustomize" || deploy.kind === "helm";
	if (byOthers && url === null) {
		return {
			says: `\`${deploy.kind}\` needs \`probe\`: others deploy, only the model itself can say that they did`,
			expected: "`probe`, the model's own address",
			hint: "add `probe: https://…` to the environment",
		};
	}
	if (byOthers && untold) {
		return {
			says: `\`${deploy.kind}\` needs a server that tells its version: others deploy, and nothing else says that they did`,
			expected: "no `version: false`",
			hint: "docs/serving.md says how a server can tell it; `deploy: {kubernetes: …}` waits for the cluster itself",
		};
	}
	if (untold && url === null && portHere(deploy) === null) {
		return {
			says: "`probe` has no address",
			expected: "`url` beside `version`",
			hint: "`probe: {url: https://…, version: false}`",
		};
	}
	return null;
}

/** Every `after` names an environment of the file, and following them ends. */
export function checkOrder(
	read: ReadonlyMap<string, LocatedEnvironment>,
	node: Node,
	report: Report,
): ReadonlyMap<string, EnvironmentConfig> {
	// the names as written: an environment with a mistake of its own is still one that can be named
	const names = node.kind === "map" ? node.entries.map((entry) => String(entry.key)) : [];
	for (const { config, afterAt } of read.values()) {
		const { name, after } = config;
		const here = report.about(`environment "${name}"`);
		if (after === null) continue;
		if (!names.includes(after)) refuseUnknown(after, { at: afterAt ?? config.at, names, report: here });
		else if (leadsBack(name, read)) refuseCircle(name, { at: afterAt ?? config.at, read, report: here });
	}
	return new Map([...read].map(([name, { config }]) => [name, config]));
}

interface Complaint {
	readonly at: Place;
	readonly report: Report;
}

function refuseUnknown(after: string, { at, names, report }: Complaint & { names: readonly string[] }): void {
	report.add(at, `there is no environment \`${after}\` to come after`, {
		found: after,
		expected: `one of ${names.join(", ")}`,
		hint: didYouMean(after, names) ?? `the environments are ${names.join(", ")}`,
		length: after.length,
	});
}

function refuseCircle(
	name: string,
	{ at, read, report }: Complaint & { read: ReadonlyMap<string, LocatedEnvironment> },
): void {
	const circle = [...chain(name, read), name].join(" after ");
	report.add(at, `\`after\` leads back to where it began: ${circle}`, {
		found: circle,
		expected: "one environment without `after`, which follows the main line",
		hint: "take `after` out of the environment that comes first",
		length: read.get(name)?.config.after?.length ?? 1,
	});
}

/** The names met by following `after`, until the end or the first name met twice. */
function chain(name: string, read: ReadonlyMap<string, LocatedEnvironment>): string[] {
	const met: string[] = [];
	for (let at: string | null = name; at !== null && !met.includes(at); at = read.get(at)?.config.after ?? null)
		met.push(at);
	return met;
}

/** True for the members of a circle, false for those that only lead into one. */
function leadsBack(name: string, read: ReadonlyMap<string, LocatedEnvironment>): boolean {
	const last = chain(name, read).at(-1) ?? name;
	return read.get(last)?.config.after === name;
}
