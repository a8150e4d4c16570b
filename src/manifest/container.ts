import { isWithin, relativeTo } from "../kernel/index.ts";
import {
	byKind,
	dockerfileRule,
	expectString,
	listOf,
	mismatch,
	oneOf,
	optional,
	type Report,
	type Rule,
	record,
	refine,
} from "../source/index.ts";
import type { Container, Dependency } from "./model.ts";
import { placePath, type Standing } from "./places.ts";

/** `host[:port]/path[:tag][@sha256:…]`, or less of it. */
const IMAGE = /^[A-Za-z0-9][\w.-]*(?::[0-9]+(?=\/))?(?:\/[\w.-]+)*(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/;
const VARIABLE = /^[A-Za-z_]\w*$/;

const image: Rule<string> = refine(expectString, (text, node, report) =>
	IMAGE.test(text)
		? text
		: report.add(node.at, "not the name of an image", {
				found: text,
				expected: "host/path:tag@sha256:…, as in docker.io/library/python:3.12",
				length: text.length,
			}),
);

const variable: Rule<string> = refine(expectString, (text, node, report) =>
	VARIABLE.test(text) ? text : mismatch(node, report, "the name of an environment variable"),
);

/** `container: IMAGE`, or a mapping. Paths are written as in `deps`. */
export function containerRule(standing: Standing): Rule<Container> {
	const settings = record("`container`", {
		image: optional(image),
		dockerfile: optional(dockerfileRule((key) => pathFrom(standing, key), standing.wdir)),
		program: optional(oneOf("podman", "docker")),
		env: optional(listOf(variable), []),
		network: optional(oneOf("host", "none"), "host"),
	});
	const written = refine(settings, (read, node, report): Container | undefined => {
		const { image: name, dockerfile, program, env, network, $ } = read;
		const more = { program, variables: env, network };
		if (name !== null && dockerfile !== null) {
			return report.add($.nodes.get("dockerfile")?.at ?? node.at, "`image` and `dockerfile` exclude each other", {
				expected: "one of them",
				hint: "FROM in the Dockerfile names the image that it stands on",
			});
		}
		const place = $.nodes.get(name === null ? "dockerfile" : "image")?.at ?? node.at;
		if (name !== null) return { from: { kind: "image", name }, ...more, place };
		if (dockerfile !== null) return { from: { kind: "dockerfile", dockerfile }, ...more, place };
		return report.add(node.at, "`container` needs `image` or `dockerfile`", {
			expected: "what the command runs in",
			hint: "for example `container: docker.io/library/python:3.12`",
		});
	});
	const plain = refine(image, (name, node): Container => {
		return { from: { kind: "image", name }, program: null, variables: [], network: "host", place: node.at };
	});
	return byKind<Container>({ scalar: plain, map: written }, "an image, or a mapping with `image` or `dockerfile`");
}

function pathFrom(standing: Standing, key: string): Rule<string> {
	return refine(expectString, (text, node, report) => {
		const path = text.trim() === "" ? null : placePath(standing, text);
		if (path !== null && !path.startsWith("/") && isWithin(path, ".")) return path;
		return report.add(node.at, `\`${key}\` is not a path of the project: ${JSON.stringify(text)}`, {
			found: text,
			expected: "a path in the project, written as in deps",
			length: text.length,
		});
	});
}

/**
 * What makes the environment has to be among what the stage depends on: dvc.lock has no other place for it, and a changed
 * Dockerfile would not run the stage again.
 */
export function checkDockerfileIsRead(
	{ from, place }: Container,
	{ deps, wdir, report }: { readonly deps: readonly Dependency[]; readonly wdir: string; readonly report: Report },
): void {
	if (from.kind === "image") return;
	const { file } = from.dockerfile;
	if (deps.some(({ at }) => at !== null && isWithin(file, at))) return;
	const written = deps.map(({ path }) => path);
	report.add(place, `${file} is not among the deps of the stage whose container it makes`, {
		found: written.length === 0 ? "no deps" : `deps: [${written.join(", ")}]`,
		expected: "the Dockerfile in `deps`: a change of it has to run the stage again",
		hint: `deps: [${[...written, relativeTo(file, wdir)].join(", ")}]`,
	});
}
