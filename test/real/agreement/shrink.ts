/**
 * The smallest case that still parts the two in the same way: parts are left out, numbers become 0 and switches off, one at a
 * time, until nothing more can go. Any smaller case is a valid one, because numbers are picks.
 */
export async function shrink<T>(value: T, still: (smaller: T) => Promise<boolean>, until: () => boolean): Promise<T> {
	let best = value;
	for (let progress = true; progress && !until(); ) {
		progress = false;
		for (const smaller of simpler(best)) {
			if (until()) break;
			if (!(await still(smaller as T))) continue;
			best = smaller as T;
			progress = true;
			break;
		}
	}
	return best;
}

/** Big cuts first. */
function* simpler(value: unknown): Generator<unknown> {
	if (Array.isArray(value)) {
		for (let size = value.length; size >= 1; size = Math.floor(size / 2)) {
			for (let at = 0; at + size <= value.length; at += size) yield [...value.slice(0, at), ...value.slice(at + size)];
		}
		for (const [index, item] of value.entries()) {
			for (const smaller of simpler(item)) yield value.map((each, other) => (other === index ? smaller : each));
		}
	} else if (typeof value === "object" && value !== null) {
		for (const [key, item] of Object.entries(value)) {
			for (const smaller of simpler(item)) yield { ...value, [key]: smaller };
		}
	} else if (value === true) yield false;
	else if (typeof value === "number" && value > 0) yield* value > 1 ? [0, value - 1] : [0];
}
