import { badInput } from "../kernel/index.ts";

/** How much may still be read from remotes, names included: whoever writes there must not decide what that costs. */
export interface Budget {
	/** Failure `remote-too-much` where it is used up. */
	spend(bytes: number | bigint): void;
}

export function budgetOf(most: bigint): Budget {
	let left = most;
	return {
		spend: (bytes) => {
			left -= BigInt(bytes);
			if (left >= 0n) return;
			throw badInput(
				"remote-too-much",
				"more would have to be read from the remote than is read for one pull request",
				{
					found: `more than ${most} bytes`,
					expected: "metrics, listings and records of runs that are small",
					hint: "look at what the pull request stores: a metrics file or a folder of its may be far too large",
				},
			);
		},
	};
}
