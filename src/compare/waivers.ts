import { formatExact } from "./format.ts";
import type { GateVerdict, LimitVerdict } from "./model.ts";

/** What somebody saw of a gate when he waived it. A gate that looks otherwise is another question. */
export interface SeenGate {
	readonly file: string;
	readonly metric: string;
	/** To its last digit. */
	readonly value: string;
	/** The base's value, where the gate compares with it; else null. */
	readonly against: string | null;
	/** As mainline.yaml had them. */
	readonly limits: string;
}

/** Somebody's word that a gate's "no" to one value is not to stand in the way. */
export interface Waiver extends SeenGate {
	/** Login. */
	readonly by: string;
	readonly reason: string;
	/** The last day on which it holds, `YYYY-MM-DD`, in UTC. */
	readonly until: string;
	/** When it was given, ISO 8601. */
	readonly at: string;
}

/** What a gate looks like, for those who would waive it; null where there is no value, or no "no" to it. */
export function seenGate({ file, metric, verdict, blocks, base, head, limits, better }: GateVerdict): SeenGate | null {
	if (verdict !== "failed" || !blocks || limits.length === 0) return null;
	const compares = limits.some(({ kind }) => kind === "drop");
	return {
		file,
		metric,
		value: formatExact(head),
		against: compares ? formatExact(base) : null,
		limits: [better, ...limits.map(limitWritten)].join(", "),
	};
}

/** Gates whose "no" is waived stand in nobody's way; they say who waived them. */
export function waive(gates: readonly GateVerdict[], waivers: readonly Waiver[], now: Date): GateVerdict[] {
	return gates.map((gate) => {
		const found = waivers.find((waiver) => isFor(waiver, gate) && !hasExpired(waiver, now));
		if (found === undefined) return gate;
		const { by, until, reason } = found;
		return { ...gate, blocks: false, waived: { by, until, reason } };
	});
}

/** Whether it is about this gate, this value and all else that was seen. */
export function isFor(waiver: SeenGate, gate: GateVerdict): boolean {
	const seen = seenGate(gate);
	return (
		seen !== null &&
		seen.file === waiver.file &&
		seen.metric === waiver.metric &&
		seen.value === waiver.value &&
		seen.against === waiver.against &&
		seen.limits === waiver.limits
	);
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function hasExpired({ until }: Pick<Waiver, "until">, now: Date): boolean {
	return now.getTime() >= Date.parse(`${until}T00:00:00Z`) + DAY_MS;
}

function limitWritten({ kind, limit, drop }: LimitVerdict): string {
	if (kind === "floor") return `floor ${limit}`;
	return drop?.kind === "share" ? `drop ${drop.value} of the base` : `drop ${drop?.value}`;
}
