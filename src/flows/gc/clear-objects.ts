import { countOf } from "../../compare/index.ts";
import type { GcGroup, GcPlace } from "../../report/index.ts";
import { type Item, KINDS, REASONS } from "../../retention/index.ts";
import type { FlowContext } from "../context.ts";
import type { Historian, Needs } from "./needs.ts";
import { type ClearingRules, newlyNeeded, type ObjectPlace, removeObjects, surveyObjects } from "./objects.ts";

export interface ObjectClearing extends ObjectPlace {
	readonly place: "cache" | "remote";
	readonly name: string;
	readonly needs: Needs;
	readonly rules: ClearingRules;
	/** Who is asked again before every batch; null: nothing is deleted. */
	readonly historian: Historian | null;
}

/** So many directories that are lost are named. */
const NAMED = 5;

/** What goes at a cache or a remote, and with a historian: is gone. */
export async function clearObjects(context: FlowContext, clearing: ObjectClearing): Promise<GcPlace> {
	const { place, name, stock, needs, rules, historian } = clearing;
	const surveyed = await surveyObjects(context, clearing, { needs, rules });
	const { going, staying, unreadable } = surveyed.verdict;
	const lost = unreadable.slice(0, NAMED).map((oid) => `${oid} (${needs.whereNamed(oid)})`);
	const more = unreadable.length > NAMED ? ` and ${unreadable.length - NAMED} more` : "";
	const doubt = `${countOf(unreadable.length, "directory", "directories")} that something kept names cannot be looked into: ${lost.join(", ")}${more}`;
	const remedy = rules.allowMissing
		? "taken for lost, as --allow-missing says"
		: "which files they need is not known, so nothing goes here; push them from where they are (mainline push --all-tags), or take them for lost with --allow-missing";
	const keeps = going.length === 0 ? null : await stock.keeps();
	const gone =
		historian === null
			? null
			: await removeObjects(context, {
					place: clearing,
					surveyed,
					spared: async () => newlyNeeded(clearing, needs, await historian.read()),
				});
	return {
		place,
		name,
		address: stock.address,
		going: groups(gone ?? going),
		staying: REASONS.flatMap((reason) => {
			const items = staying.flatMap((each) => (each.reason === reason ? [each.item] : []));
			return items.length === 0 ? [] : [{ reason, count: items.length, bytes: bytesOf(items) }];
		}),
		deleted: gone === null ? null : { count: gone.length, bytes: bytesOf(gone) },
		remarks: [...(unreadable.length === 0 ? [] : [`${doubt}; ${remedy}`]), ...(keeps === null ? [] : [keeps])],
	};
}

function groups(items: readonly Item[]): GcGroup[] {
	return KINDS.flatMap((kind) => {
		const some = items.filter((item) => item.kind === kind);
		const times = some.flatMap(({ modified }) => (modified === null ? [] : [modified.getTime()]));
		const at = (time: number | undefined): string | null => (time === undefined ? null : new Date(time).toISOString());
		const [oldest, newest] = [times.reduce(least, times[0] ?? 0), times.reduce(most, times[0] ?? 0)];
		const known = times.length > 0;
		return some.length === 0
			? []
			: [
					{
						kind,
						count: some.length,
						bytes: bytesOf(some),
						oldest: at(known ? oldest : undefined),
						newest: at(known ? newest : undefined),
					},
				];
	});
}

const least = (a: number, b: number): number => Math.min(a, b);
const most = (a: number, b: number): number => Math.max(a, b);

function bytesOf(items: readonly Item[]): number {
	return items.reduce((sum, { size }) => sum + size, 0);
}
