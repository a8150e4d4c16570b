/**
 * Values as Python's YAML and JSON readers know them. DVC compares, hashes and prints them by Python's rules, where
 * `1`, `1.0` and `true` are three different texts but equal values; JavaScript's one number type would lose that.
 *
 * - integer: `bigint`   - float: `number` (also integral ones: 1.0)   - mapping: `Map` in file order
 * Two places that hold the same YAML alias hold the same object.
 */
export type Value = Scalar | readonly Value[] | Mapping;
export type Scalar = null | boolean | bigint | number | string | Timestamp;
export type Mapping = ReadonlyMap<Key, Value>;
export type Key = null | boolean | bigint | number | string;

/** A YAML timestamp. DVC cannot use one (its templating and hashing crash on it), so it is only carried to be refused by name. */
export interface Timestamp {
	readonly timestamp: string;
}

export function isMapping(value: Value): value is Mapping {
	return value instanceof Map;
}

export function isList(value: Value): value is readonly Value[] {
	return Array.isArray(value);
}

export function isTimestamp(value: Value): value is Timestamp {
	return typeof value === "object" && value !== null && "timestamp" in value;
}

/** Python's `==`: `1 == 1.0 == True`, NaN differs from itself, mappings are unordered, lists ordered. */
export function equalInPython(a: Value, b: Value): boolean {
	if (isList(a) || isList(b)) {
		return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => equalInPython(item, b[i] ?? null));
	}
	if (isMapping(a) || isMapping(b)) return isMapping(a) && isMapping(b) && equalMappings(a, b);
	const [x, y] = [comparable(a), comparable(b)];
	// bigint == number compares mathematically in JavaScript, as in Python
	// biome-ignore lint/suspicious/noDoubleEquals: the mixed comparison is the point
	return isNumeric(x) && isNumeric(y) ? x == y : x === y;
}

function equalMappings(a: Mapping, b: Mapping): boolean {
	if (a.size !== b.size) return false;
	const others = new Map([...b].map(([key, value]) => [canonicalKey(key), value]));
	return [...a].every(([key, value]) => {
		const other = others.get(canonicalKey(key));
		return other !== undefined && equalInPython(value, other);
	});
}

/** One text for keys that Python takes for the same: `1`, `1.0` and `true`. */
export function canonicalKey(key: Key): string {
	if (typeof key === "string") return `s${key}`;
	if (key === null) return "null";
	return `n${Number(key)}`;
}

type Comparable = null | bigint | number | string;

function comparable(value: Scalar): Comparable {
	if (typeof value === "boolean") return value ? 1n : 0n;
	if (value !== null && typeof value === "object") return `timestamp ${value.timestamp}`;
	return value;
}

function isNumeric(value: Comparable): value is bigint | number {
	return typeof value === "bigint" || typeof value === "number";
}
