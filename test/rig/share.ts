/** How many of the calls that faults are tried at are tried, in percent: CI chooses by the time that it has. */
const SHARE = Number(process.env["FAULT_SHARE"] ?? 100);

export const isWhole = SHARE >= 100;

/** From one of the share to the next. */
export const STRIDE = Math.max(1, Math.round(100 / SHARE));

/** Whether the n-th of many things (from 1) is of the share: they are spread evenly, and the first is one of them. */
export function isOfTheShare(n: number): boolean {
	return parts(n) > parts(n - 1);
}

function parts(n: number): number {
	return Math.ceil((n * SHARE) / 100);
}
