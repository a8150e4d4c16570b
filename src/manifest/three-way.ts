import { dumpPythonJson, type Key, type Mapping, type Value } from "../kernel/index.ts";

/** What a merge has of one thing: before the sides parted, and on each side. */
export interface Sides<T> {
	readonly base: T;
	readonly ours: T;
	readonly theirs: T;
}

/** `conflict`: two sides changed it, and not alike. Undefined stands for absent, on the way in and out. */
export type Merged = { readonly kind: "merged"; readonly value: Value | undefined } | { readonly kind: "conflict" };

export function threeWay({ base, ours, theirs }: Sides<Value | undefined>): Merged {
	const [was, here, there] = [written(base), written(ours), written(theirs)];
	if (here === there || was === there) return { kind: "merged", value: ours };
	return was === here ? { kind: "merged", value: theirs } : { kind: "conflict" };
}

/** Keys of both sides: ours in their order, then what only they have. */
export function keysOf({ ours, theirs }: Sides<Mapping>): Key[] {
	return [...new Set([...ours.keys(), ...theirs.keys()])];
}

export function at(sides: Sides<Mapping>, key: Key): Sides<Value | undefined> {
	return { base: sides.base.get(key), ours: sides.ours.get(key), theirs: sides.theirs.get(key) };
}

/** Equal texts for equal values. */
function written(value: Value | undefined): string | undefined {
	return value === undefined ? undefined : dumpPythonJson(value);
}
