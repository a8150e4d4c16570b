import { isList, joinPath, type Value } from "../kernel/index.ts";
import {
	expectNode,
	expectString,
	listOf,
	type Node,
	optional,
	type Report,
	type Rule,
	record,
	required,
	toValue,
} from "../source/index.ts";
import type { Artifact, TopLevel } from "./model.ts";
import { named } from "./pipeline-schema.ts";
import { noteOf } from "./places.ts";

interface Beside {
	/** Folder of the dvc.yaml, relative to the DVC root. */
	readonly folder: string;
	readonly report: Report;
}

const paths = listOf(expectString);

const artifact = record("an artifact", {
	path: required(expectString),
	type: optional<Value>(toValue),
	desc: optional<Value>(toValue),
	labels: optional<Value>(toValue),
	meta: optional(expectNode),
});

/** `artifacts:`, named as GTO does: with the folder before a colon where dvc.yaml is not at the root. */
export function readArtifacts(node: Node | undefined, { folder, report }: Beside): Artifact[] {
	if (node === undefined) return [];
	const rule: Rule<Artifact[]> = named((each, inner, name, place) => {
		const read = artifact(each, inner.about(`artifact "${name}"`));
		if (read === undefined) return undefined;
		const { path, type, desc, labels } = read;
		const full = folder === "." ? name : `${folder}:${name}`;
		const said = labels !== null && isList(labels) ? labels.flatMap((label) => noteOf(label) ?? []) : [];
		return { name: full, path: joinPath(folder, path), type: noteOf(type), desc: noteOf(desc), labels: said, place };
	});
	// two names may come out of one expression: the last counts
	return [...new Map(rule(node, report)?.map((each) => [each.name, each])).values()];
}

type Sections = { readonly [K in keyof TopLevel]: Node | undefined };

/** Top-level `metrics:`, `params:` and `plots:`. */
export function readTopLevel(sections: Sections, { folder, report }: Beside): TopLevel {
	const files = (node: Node | undefined): string[] =>
		(node === undefined ? [] : (paths(node, report) ?? [])).map((path) => joinPath(folder, path));
	return {
		metrics: files(sections.metrics),
		params: files(sections.params),
		plots: plotsOf(sections.plots, folder, report),
	};
}

function plotsOf(node: Node | undefined, folder: string, report: Report): TopLevel["plots"] {
	if (node?.kind !== "list") return [];
	const file = folder === "." ? "dvc.yaml" : `${folder}/dvc.yaml`;
	return node.items.flatMap((item) => {
		if (item.kind === "map") {
			return item.entries.map(({ key, value }) => ({ id: String(key), file, definition: toValue(value) }));
		}
		const path = expectString(item, report);
		return path === undefined ? [] : [{ id: joinPath(folder, path), file, definition: null }];
	});
}
