import { countOf, formatBytes } from "../../compare/index.ts";
import type { ImagePreview } from "../documents/index.ts";
import { clean } from "./clean.ts";
import type { BackLine } from "./coming-back.ts";

const ROLES = { base: "base", python: "Python packages", code: "code", model: "model" } as const;

type Row = ImagePreview["layers"][number];

/** `a node with v0.1.0 pulls about 12 MB: model 12 MB, code 2 KB; base and Python packages stay; base python:3.12 is 40 days old`. */
export function pullLine(preview: ImagePreview): BackLine {
	const { layers } = preview;
	const moving = layers.filter(({ change, pull }) => change !== "same" && change !== "removed" && pull !== 0);
	const rest = (change: Row["change"], verb: string): string[] => {
		const names = layers.filter((layer) => layer.change === change).map(({ role }) => ROLES[role]);
		const verbs = names.length === 1 && names[0] !== ROLES.python ? `${verb}s` : verb;
		return names.length === 0 ? [] : [`${listed(names)} ${verbs}`];
	};
	const said = [
		`${pullText(preview)}${moving.length === 0 ? "" : `: ${moving.map(rowText).join(", ")}`}`,
		...rest("same", "stay"),
		...rest("removed", "go"),
		...baseText(preview),
	];
	return { about: "To pull", says: said.join("; ") };
}

function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

const CERTAINTIES = { exact: "", about: "about ", most: "at most about " } as const;

function pullText({ from, bytes, certainty }: ImagePreview): string {
	const node = `a node with ${clean(from, 60)} pulls`;
	if (bytes === null) return `${node} what changes`;
	if (bytes === 0) return `${node} no layer`;
	return `${node} ${CERTAINTIES[certainty]}${formatBytes(bytes)}`;
}

function rowText({ role, change, pull }: Row): string {
	if (change === "unknown") return `${ROLES[role]}, if it changes: that is known when it is built`;
	return pull === null ? `${ROLES[role]}, of a size that is not known yet` : `${ROLES[role]} ${formatBytes(pull)}`;
}

function baseText({ base }: ImagePreview): string[] {
	if (base === null) return [];
	const age = base.days === null ? "is of unknown age" : `is ${countOf(base.days, "day")} old`;
	return [`base ${clean(base.name, 200)} ${age}`];
}
