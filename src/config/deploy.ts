import {
	byKind,
	describeNode,
	didYouMean,
	expectBoolean,
	expectMap,
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
import { compose } from "./deploy-compose.ts";
import type { Deploy, DeployKind } from "./model.ts";
import { address, duration, filled, inside, line, named, port } from "./words.ts";

const TEN_MINUTES = 600_000;

type Command = Extract<Deploy, { readonly kind: "command" }>;

const someTime: Rule<number> = refine(duration, (ms, node, report) =>
	ms > 0 ? ms : mismatch(node, report, "a length of time like 90s, 30m, 12h or 7d"),
);

const commandWords: Rule<readonly string[]> = refine(listOf(filled), (words, node, report) =>
	words.length > 0 ? words : mismatch(node, report, "a command"),
);

const words: Rule<Command["command"]> = byKind<Command["command"]>(
	{ scalar: filled, list: commandWords },
	"a command, as a text or a list of words",
);

/** Words alone, or with what else is to be said of them below `run`. */
const command: Rule<Command> = byKind<Command>(
	{
		scalar: refine(words, (run) => ({ kind: "command", command: run })),
		list: refine(words, (run) => ({ kind: "command", command: run })),
		map: refine(
			record("`command`", { run: required(words), timeout: optional(someTime) }),
			({ run, timeout }): Command => ({
				kind: "command",
				command: run,
				...(timeout === null ? {} : { timeoutMs: timeout }),
			}),
		),
	},
	"a command, as a text or a list of words",
);

const kubernetes = record("`kubernetes`", {
	context: required(named(/^[^\s-]\S*$/, "the name of a context of the kubeconfig")),
	namespace: required(named(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "the name of a namespace")),
	deployment: required(named(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, "the name of a deployment, without its kind")),
	container: optional(named(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "the name of a container of its pod")),
	timeout: optional(duration, TEN_MINUTES),
});

const configRepository = {
	repository: required(address),
	branch: optional(named(/^\w(?:[\w./-]*\w)?$/, "the name of a branch"), "main"),
	timeout: optional(duration, TEN_MINUTES),
	pull: optional(expectBoolean, false),
};

/** As the model has it: absent where a commit does. */
function byPull(pull: boolean): { readonly pull?: boolean } {
	return pull ? { pull } : {};
}

const kustomize = record("`kustomize`", {
	...configRepository,
	path: optional(inside, "."),
	image: required(line),
});

const keys: Rule<readonly string[]> = refine(line, (text, node, report) => {
	const words = text.split(".");
	return words.includes("") ? mismatch(node, report, "keys with dots between them, like `model.image`") : words;
});

const helm = record("`helm`", {
	...configRepository,
	values: optional(inside, "values.yaml"),
	key: optional(keys, ["image"]),
});

const KINDS: Readonly<Record<DeployKind, Rule<Deploy>>> = {
	process: refine(record("`process`", { port: required(port) }), (read) => ({ kind: "process", port: read.port })),
	command,
	compose,
	kubernetes: refine(kubernetes, ({ context, namespace, deployment, container, timeout }) => {
		return { kind: "kubernetes", context, namespace, deployment, container, timeoutMs: timeout };
	}),
	kustomize: refine(kustomize, ({ repository, branch, timeout, path, image, pull }) => {
		return { kind: "kustomize", repository, branch, timeoutMs: timeout, path, image, ...byPull(pull) };
	}),
	helm: refine(helm, ({ repository, branch, timeout, values, key, pull }) => {
		return { kind: "helm", repository, branch, timeoutMs: timeout, values, key, ...byPull(pull) };
	}),
};

/**
 * `deploy: {KIND: …}` with exactly one kind. Not a `record`: an unknown kind and two kinds at once are other mistakes than an
 * unknown key and a missing one.
 */
export function deploy(node: Node, report: Report): Deploy | undefined {
	const map = expectMap(node, report);
	if (map === undefined) return undefined;
	const known = Object.keys(KINDS);
	const [entry, second] = map.entries;
	if (entry === undefined || second !== undefined) {
		return report.add(second?.keyAt ?? node.at, `\`deploy\` names ${map.entries.length || "no"} kinds`, {
			found: second === undefined ? describeNode(node) : map.entries.map((each) => String(each.key)).join(", "),
			expected: `exactly one of ${known.join(", ")}`,
		});
	}
	const kind = String(entry.key);
	if (isKind(kind)) return KINDS[kind](entry.value, report);
	return report.add(entry.keyAt, `\`${kind}\` is not a way to deploy`, {
		found: kind,
		expected: `one of ${known.join(", ")}`,
		hint: didYouMean(kind, known) ?? `the ways are ${known.join(", ")}`,
		length: kind.length,
	});
}

function isKind(text: string): text is DeployKind {
	return Object.hasOwn(KINDS, text);
}
