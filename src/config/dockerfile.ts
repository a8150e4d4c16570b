import {
	byKind,
	describeNode,
	expectString,
	mapOf,
	type Node,
	oneOf,
	optional,
	type Report,
	type Rule,
	record,
	refine,
	required,
} from "../source/index.ts";
import { BUILDERS, type DockerfileConfig } from "./model.ts";
import { pathBelow } from "./paths.ts";
import { filled } from "./words.ts";

/** What the builders take for the name of a stage and of an argument. */
const STAGE = /^[A-Za-z0-9][\w.-]*$/;
const ARGUMENT = /^[A-Za-z_]\w*$/;

const file = pathBelow("dockerfile");

const target: Rule<string> = refine(filled, (text, node, report) =>
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

const written = record("`dockerfile`", {
	file: required(file),
	context: optional(pathBelow("context"), "."),
	target: optional(target),
	args: optional(mapOf(argument), new Map<string, string>()),
	builder: optional(oneOf(...BUILDERS), "auto"),
});

/** `dockerfile: Dockerfile`, or the same with what else has to be said. */
export const dockerfile: Rule<DockerfileConfig> = byKind<DockerfileConfig>(
	{
		scalar: refine(file, (path) => ({ file: path, context: ".", target: null, args: new Map(), builder: "auto" })),
		map: refine(written, ({ file: path, context, target: stage, args, builder }) => ({
			file: path,
			context,
			target: stage,
			args,
			builder,
		})),
	},
	"a file, as in `dockerfile: Dockerfile`",
);
