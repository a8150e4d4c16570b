/**
 * A number as a person wrote it: `digits × 10^scale`. Limits are decimal ("may drop by 0.005"), and binary fractions judge
 * them wrongly: 0.93 - 0.925 is 0.0050000000000000044.
 */
export interface Decimal {
	readonly digits: bigint;
	readonly scale: number;
}

/** The shortest decimal that reads back as the number; null for NaN and infinities. */
export function toDecimal(value: number | bigint): Decimal | null {
	if (typeof value === "bigint") return { digits: value, scale: 0 };
	if (!Number.isFinite(value)) return null;
	const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
	const fraction = mantissa.split(".")[1] ?? "";
	return { digits: BigInt(mantissa.replace(".", "")), scale: Number(exponent) - fraction.length };
}

/** The nearest binary number; never -0. */
export function fromDecimal({ digits, scale }: Decimal): number {
	return digits === 0n ? 0 : Number(`${digits}e${scale}`);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
	return add(a, { digits: -b.digits, scale: b.scale });
}

export function add(a: Decimal, b: Decimal): Decimal {
	const scale = Math.min(a.scale, b.scale);
	return { digits: raise(a, scale) + raise(b, scale), scale };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
	return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function absolute({ digits, scale }: Decimal): Decimal {
	return { digits: digits < 0n ? -digits : digits, scale };
}

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
	const { digits } = subtract(a, b);
	return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

function raise({ digits, scale }: Decimal, to: number): bigint {
	return digits * 10n ** BigInt(scale - to);
}
