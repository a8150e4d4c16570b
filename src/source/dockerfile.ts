import { byKind, expectString, mapOf, oneOf, type Report, type Rule, refine } from "./expect.ts";
import { describeNode, type Node } from "./node.ts";
import { optional, record, required } from "./record.ts";

export const BUILDERS = ["auto", "buildx", "docker", "buildah", "podman"] as const;

/** An environment as a Dockerfile makes it. Paths are relative to the DVC root. */
export interface DockerfileConfig {
	readonly file: string;
	/** The folder whose files the Dockerfile can copy. */
	readonly context: string;
	/** The stage to stop at; null: the last one. */
	readonly target: string | null;
	readonly args: ReadonlyMap<string, string>;
	/** What has to build it. `auto`: what is there. */
	readonly builder: (typeof BUILDERS)[number];
}

/** What the builders take for the name of a stage and of an argument. */
const STAGE = /^[A-Za-z0-9][\w.-]*$/;
const ARGUMENT = /^[A-Za-z_]\w*$/;

const target: Rule<string> = refine(expectString, (text, node, report) =>
	STAGE.test(text)
		? text
		: report.add(node.at, "`target` is a stage of the Dockerfile", {
				found: text,
				expected: "the name behind `AS`, or a stage's number",
				length: text.length,
			}),
);

function argument(node: Node, report: Report, name: string, at: Node["at"]): string | undefined {
	if (!ARGUMENT.test(name)) {
		return report.add(at, "not a name that a build argument can have", {
			found: name,
			expected: "letters, digits and `_`, no digit first",
			length: name.length,
		});
	}
	if (node.kind === "scalar" && typeof node.value !== "string") {
		return report.add(node.at, `the build argument ${name} is a text`, {
			found: describeNode(node),
			expected: "a text in quotes: without them 3.10 is 3.1",
			hint: `args: {${name}: "3.10"}`,
		});
	}
	const value = expectString(node, report);
	if (value === undefined || !/[\0\r\n]/.test(value)) return value;
	return report.add(node.at, `the build argument ${name} is one line`, { expected: "a text without line breaks" });
}

/**
 * `dockerfile: Dockerfile`, or the same with what else has to be said: written alike in mainline.yaml and in dvc.yaml. `path` reads a
 * path of the repository under its key; `here` is the context where none is named.
 */
export function dockerfileRule(path: (key: string) => Rule<string>, here: string): Rule<DockerfileConfig> {
	const file = path("dockerfile");
	const written = record("`dockerfile`", {
		file: required(file),
		context: optional(path("context"), here),
		target: optional(target),
		args: optional(mapOf(argument), new Map<string, string>()),
		builder: optional(oneOf(...BUILDERS), "auto"),
	});
	return byKind<DockerfileConfig>(
		{
			scalar: refine(file, (name) => ({ file: name, context: here, target: null, args: new Map(), builder: "auto" })),
			map: refine(written, ({ file: name, context, target: stage, args, builder }) => ({
				file: name,
				context,
				target: stage,
				args,
				builder,
			})),
		},
		"a file, as in `dockerfile: Dockerfile`",
	);
}
