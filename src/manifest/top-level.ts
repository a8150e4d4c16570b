import { joinPath } from "../kernel/index.ts";
import {
	expectNode,
	expectString,
	listOf,
	mapOf,
	type Node,
	nullable,
	optional,
	type Report,
	type Rule,
	record,
	required,
	toValue,
} from "../source/index.ts";
import type { Artifact, TopLevel } from "./model.ts";

interface Beside {
	/** Folder of the dvc.yaml, relative to the DVC root. */
	readonly folder: string;
	readonly report: Report;
}

const paths = nullable(listOf(expectString));

const artifact = record("an artifact", {
	path: required(expectString),
	type: optional(nullable(expectString)),
	desc: optional(nullable(expectString)),
	labels: optional(nullable(listOf(expectString))),
	meta: optional(expectNode),
});

/** `artifacts:`, named as GTO does: with the folder before a colon where dvc.yaml is not at the root. */
export function readArtifacts(node: Node | undefined, { folder, report }: Beside): Artifact[] {
	if (node === undefined || (node.kind === "scalar" && node.value === null)) return [];
	const rule: Rule<Map<string, Artifact>> = mapOf((each, inner, name, place) => {
		const read = artifact(each, inner.about(`artifact "${name}"`));
		if (read === undefined) return undefined;
		const { path, type, desc, labels } = read;
		const full = folder === "." ? name : `${folder}:${name}`;
		return { name: full, path: joinPath(folder, path), type, desc, labels: labels ?? [], place };
	});
	return [...(rule(node, report)?.values() ?? [])];
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
	if (node === undefined || (node.kind === "scalar" && node.value === null)) return [];
	const file = folder === "." ? "dvc.yaml" : `${folder}/dvc.yaml`;
	// a mapping of definitions is what DVC makes of the list, and reads as well
	const items = node.kind === "list" ? node.items : [node];
	return items.flatMap((item) => {
		if (item.kind === "map") {
			return item.entries.map(({ key, value }) => ({ id: String(key), file, definition: toValue(value) }));
		}
		const path = expectString(item, report);
		return path === undefined ? [] : [{ id: joinPath(folder, path), file, definition: null }];
	});
}
