import type { Place } from "../kernel/index.ts";
import {
	byKind,
	dockerfileRule,
	expectString,
	listOf,
	type Node,
	optional,
	type Report,
	type Rule,
	record,
	refine,
	required,
} from "../source/index.ts";
import type { ImageTarget, ModelConfig } from "./model.ts";
import { pathBelow } from "./paths.ts";
import { python } from "./python.ts";
import { filled } from "./words.ts";

/** One part of a repository's path, as the OCI distribution specification writes it. */
const PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const HOST = /^([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?$/;
/** GTO's grammar of an artifact's name, the folder of its dvc.yaml before a colon. */
const ARTIFACT = /^(?:[a-zA-Z0-9_./-]+:)?[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?$/;

const image: Rule<ImageTarget> = refine(expectString, (text, node, report) => {
	const target = parseImage(text);
	if (target !== null) return target;
	return report.add(node.at, `\`image\` does not say where images go: ${JSON.stringify(text)}`, {
		found: text,
		expected: "host[:port]/path in lower case without a tag, or oci:FOLDER",
		hint: "for example `localhost:5000/acme/churn`, or `oci:.registry` for a folder",
		length: text.length,
	});
});

const command: Rule<readonly string[]> = byKind(
	{ list: listOf(expectString) },
	"a list of words, as in `command: [python3, serve.py]`",
);

const fields = {
	image: required(image),
	base: optional(filled),
	code: optional(listOf(pathBelow("code")), []),
	command: optional(command, []),
	python: optional(python),
	golden: optional(pathBelow("golden")),
	dockerfile: optional(dockerfileRule(pathBelow, ".")),
};

/** One entry of `models:`. */
export function model(node: Node, report: Report, name: string, at: Place): ModelConfig | undefined {
	const here = report.about(`model "${name}"`);
	if (!ARTIFACT.test(name)) {
		return here.add(at, "not a name that an artifact can have", {
			found: name,
			expected: "letters, digits, `-`, `_` and `/`, a letter or digit at both ends",
			length: name.length,
		});
	}
	const read = record("a model", fields)(node, here);
	if (read === undefined) return undefined;
	const { image, base, code, command, python, golden, dockerfile, $ } = read;
	const beside = $.nodes.get("base") ?? $.nodes.get("python");
	if (dockerfile !== null && beside !== undefined) {
		const other = base === null ? "python" : "base";
		return here.add(beside.at, `\`${other}\` and \`dockerfile\` exclude each other`, {
			found: `both \`dockerfile\` and \`${other}\``,
			expected: "one of them",
			hint:
				other === "base"
					? "the Dockerfile's FROM names what the image stands on: take `base` out"
					: "let the Dockerfile install the packages: take `python` out",
		});
	}
	if (python !== null && base === null) {
		return here.add($.nodes.get("python")?.at ?? at, "`python` needs a `base`: packages alone run nowhere", {
			found: "no `base`",
			expected: "`base`, an image that has Python",
			hint: `for example models.${name}.base: docker.io/library/python:3.12-slim`,
		});
	}
	return { name, image, base, code, command, python, golden, ...(dockerfile === null ? {} : { dockerfile }), at };
}

/** Two models that push to one place would overwrite each other's tags: same repository or folder, whatever the case. */
export function ownImages(
	models: ReadonlyMap<string, ModelConfig>,
	_node: Node,
	report: Report,
): ReadonlyMap<string, ModelConfig> {
	const owners = new Map<string, string>();
	for (const { name, image, at } of models.values()) {
		const key = placeOf(image);
		const other = owners.get(key);
		if (other === undefined) owners.set(key, name);
		else {
			report.about(`model "${name}"`).add(at, `its images would overwrite those of \`${other}\``, {
				found: `${key} for both`,
				expected: "an `image` of its own for each model",
				hint: `give models.${name}.image a place of its own, for example ${key}-${name.replace(/^.*[/:]/, "")}`,
				length: name.length,
			});
		}
	}
	return models;
}

function placeOf(image: ImageTarget): string {
	if (image.kind === "registry") return image.repository;
	return `oci:${image.directory.replace(/^\.\/|\/+$/g, "")}`;
}

function parseImage(text: string): ImageTarget | null {
	if (text.startsWith("oci:")) {
		const directory = text.slice("oci:".length);
		return directory === "" || /[\0@]/.test(directory) ? null : { kind: "layout", directory };
	}
	const [host = "", ...path] = text.split("/");
	const isHost = HOST.test(host) && (/[.:]/.test(host) || host === "localhost");
	const fits = isHost && path.length > 0 && path.every((part) => PART.test(part)) && text.length <= 255;
	return fits ? { kind: "registry", repository: text } : null;
}
