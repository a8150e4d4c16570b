/** SemVer 2 with GTO's `v` in front: https://semver.org, gto/versions.py. */

const SEMVER =
	/^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;

export interface SemVer {
	readonly major: bigint;
	readonly minor: bigint;
	readonly patch: bigint;
	/** Dot-separated parts; empty for a final version. */
	readonly prerelease: readonly string[];
}

/** Null when the text is not `v` and a SemVer. Build metadata is accepted and plays no part in order. */
export function parseSemVer(text: string): SemVer | null {
	const [, major, minor, patch, prerelease] = SEMVER.exec(text) ?? [];
	if (major === undefined || minor === undefined || patch === undefined) return null;
	return {
		major: BigInt(major),
		minor: BigInt(minor),
		patch: BigInt(patch),
		prerelease: prerelease === undefined ? [] : prerelease.split("."),
	};
}

/** SemVer 2, section 11. */
export function compareSemVer(a: SemVer, b: SemVer): number {
	return (
		compareNumbers(a.major, b.major) ||
		compareNumbers(a.minor, b.minor) ||
		compareNumbers(a.patch, b.patch) ||
		comparePrerelease(a.prerelease, b.prerelease)
	);
}

function comparePrerelease(a: readonly string[], b: readonly string[]): number {
	if (a.length === 0 || b.length === 0) return b.length - a.length;
	for (const [index, part] of a.entries()) {
		const other = b[index];
		if (other === undefined) return 1;
		const order = compareParts(part, other);
		if (order !== 0) return order;
	}
	return a.length - b.length;
}

function compareParts(a: string, b: string): number {
	const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)];
	if (x && y) return compareNumbers(BigInt(a), BigInt(b));
	if (x !== y) return x ? -1 : 1;
	return a < b ? -1 : a > b ? 1 : 0;
}

function compareNumbers(a: bigint, b: bigint): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
