import type { Value } from "../kernel/index.ts";
import type { GateVerdict, LimitVerdict } from "./model.ts";

/** Something that numbers were measured with and that is another on the other side. */
export interface YardstickChange {
	/** `stage`: another stage measures. */
	readonly kind: "data" | "code" | "environment" | "command" | "parameter" | "stage";
	/** What differs: a path relative to the DVC root; of a command or a stage, the stage's address. */
	readonly path: string;
	readonly change: "new" | "modified" | "deleted";
	/** Of a parameter: its dotted name, and the values before and now (absent: there is none). */
	readonly name?: string;
	readonly old?: Value;
	readonly new?: Value;
	/** It makes the model as well, so that nobody can tell which of the two it changed. */
	readonly shared: boolean;
}

/** How far a metrics file's numbers may be held against the base's. */
export interface Comparability {
	/** The metrics files that it is about. */
	readonly files: readonly string[];
	/** The stage that measures. */
	readonly stage: string;
	/** `unsure`: only what makes the model as well has changed. */
	readonly verdict: "not-comparable" | "unsure";
	readonly changes: readonly YardstickChange[];
}

/**
 * Gates in the light of it. Another yardstick takes a "yes" of a comparison away and never a "no": who makes the model worse must not
 * get past a gate by touching the test set. A floor compares with nothing and stands as it is.
 */
export function inTheLightOf(comparability: readonly Comparability[], gates: readonly GateVerdict[]): GateVerdict[] {
	const apart = new Map(
		comparability
			.filter(({ verdict }) => verdict === "not-comparable")
			.flatMap((each) => each.files.map((file) => [file, changesText(each.changes)] as const)),
	);
	return gates.map((gate) => {
		const why = apart.get(gate.file);
		return why === undefined ? gate : heldApart(gate, why);
	});
}

function heldApart(gate: GateVerdict, changed: string): GateVerdict {
	if (!gate.limits.some(isComparison)) return gate;
	const limits = gate.limits.map((limit) =>
		isComparison(limit) && limit.verdict === "passed"
			? { ...limit, verdict: "not-comparable" as const, why: `not comparable: ${changed}` }
			: limit,
	);
	if (gate.verdict === "failed") {
		const compared = gate.limits.some((limit) => isComparison(limit) && limit.verdict === "failed");
		return compared ? { ...gate, limits, why: `${gate.why}, though not comparable: ${changed}` } : { ...gate, limits };
	}
	return { ...gate, limits, verdict: "not-comparable", why: `not comparable: ${changed}` };
}

function isComparison({ kind, verdict }: LimitVerdict): boolean {
	return kind === "drop" && verdict !== "not-comparable";
}

const NAMED = 2;

/** `data/test.csv changed`, `the command of evaluate and 3 more changed`. */
export function changesText(changes: readonly YardstickChange[]): string {
	const shown = changes.slice(0, NAMED).map(changeText);
	const more = changes.length - shown.length;
	return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(" and ");
}

/** One of them in a few words. */
export function changeText({ kind, path, change, name }: YardstickChange): string {
	if (kind === "command") return `the command of ${path} changed`;
	if (kind === "stage") return `another stage measures, ${path}`;
	const what = kind === "parameter" ? `${path} ${name ?? ""}`.trim() : path;
	return `${what} ${change === "new" ? "is new" : change === "deleted" ? "is gone" : "changed"}`;
}
