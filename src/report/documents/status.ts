import type { Leaf } from "../../compare/index.ts";
import type { Document } from "../../kernel/index.ts";

/** `mainline status --json`: from the tags alone; `health` only where `--verify` asked the targets. */
export interface StatusDocument extends Document {
	readonly schema: "mainline.status/1";
	/** When the question was asked, ISO 8601. */
	readonly at: string;
	readonly models: readonly ModelStatus[];
	/** What git, the registry and the servers say against each other; only where `--verify` asked. */
	readonly verified?: Verified;
}

export interface Verified {
	readonly disagreements: readonly Discrepancy[];
	/** What could not be asked, so that nothing is known about it. */
	readonly unasked: readonly Discrepancy[];
}

export interface Discrepancy {
	readonly model: string;
	readonly environment: string;
	/** Who says something else, or could not be asked. */
	readonly who: "git" | "registry" | "server";
	/** In a sentence. */
	readonly says: string;
	/** What to do about it. */
	readonly next: string;
}

export interface ModelStatus {
	readonly name: string;
	readonly environments: readonly EnvironmentStatus[];
	/** Newest version of all; null before the first release. */
	readonly latest?: string | null;
	readonly rejected?: readonly { readonly version: string; readonly reason: string }[];
}

/** The last time that a way back was tried. */
export interface RehearsedWay {
	readonly at: string;
	/** Nothing was found that would keep it from coming back. */
	readonly ok: boolean;
	/** Whether it was started and answered; absent or true: it was. False: its image was looked at, and no more. */
	readonly started?: boolean;
	readonly says: string;
}

/** What was measured of a version when it was made. */
export interface ReleasedMetric {
	readonly file: string;
	/** Empty where the file is one value. */
	readonly name: string;
	readonly value: Leaf;
	/** A gate of mainline.yaml looks at it. */
	readonly gated: boolean;
}

export interface EnvironmentStatus {
	readonly name: string;
	readonly version: string | null;
	readonly digest: string | null;
	/** Start of the unbroken time with this version, ISO 8601; null where nothing is assigned. */
	readonly since: string | null;
	/** Why it is on hold; null when it is not. */
	readonly hold: string | null;
	readonly image?: string | null;
	readonly url?: string | null;
	/** The commit that the version was made from, and its subject. */
	readonly commit?: string | null;
	readonly subject?: string | null;
	/** The pull request that brought it, as the subject tells; null where it does not. */
	readonly pull?: number | null;
	/** Who assigned it, and the reason as the tag's message gives it. */
	readonly by?: string | null;
	readonly reason?: string | null;
	/** What the version's tag keeps of what was measured of it; null where it keeps nothing. */
	readonly metrics?: readonly ReleasedMetric[] | null;
	/** Gates that were waived for the version, as its tag says: metric, value, who, until when and why. */
	readonly waived?: readonly string[];
	/** Required healthy time before the next environment may have it, in seconds. */
	readonly soakSeconds?: number | null;
	/**
	 * Of that: since when it has run well without a break, as far as anybody looked (null while it does not), and why it began
	 * anew (null where it did not).
	 */
	readonly soaking?: { readonly since: string | null; readonly broken: string | null } | null;
	/** Until when nothing is promoted here; null when it is not frozen. */
	readonly frozen?: { readonly until: string; readonly words: string; readonly reason: string | null } | null;
	/** What was tried here last and failed, with its reason; absent where nothing failed since the version came. */
	readonly failed?: { readonly version: string; readonly at: string; readonly reason: string | null } | null;
	/** False: nothing comes here by itself, only by a person's `promote`. Absent: it does. */
	readonly auto?: boolean;
	/**
	 * Approvals that are recorded of what a promotion would bring here now, and how many it waits for; null where none is asked
	 * for. By tags and mainline.yaml alone: a promotion asks whether each still counts.
	 */
	readonly approvals?: { readonly version: string; readonly by: readonly string[]; readonly needed: number } | null;
	/** What the target said when asked. */
	readonly health?: { readonly ok: boolean; readonly running: string | null; readonly message: string } | null;
	/** What a rollback would bring back. */
	readonly rollback?: {
		readonly version: string;
		readonly inRegistry: boolean | null;
		/** The last time that bringing back this very image was tried; null for never. */
		readonly rehearsed?: RehearsedWay | null;
	} | null;
}
