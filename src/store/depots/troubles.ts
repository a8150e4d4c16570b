import { badInput, infrastructure } from "../../kernel/index.ts";
import { DepotTrouble } from "../depot.ts";

/**
 * The troubles that every kind of remote has, in the same words. `address` is the depot's own, `cause` what the client threw
 * (it is kept for whoever debugs, and never shown: it may hold a credential); `found` is what the other side said, cleaned.
 */
interface Told {
	readonly address: string;
	readonly cause?: unknown;
	readonly found?: string;
	/** The next step, where this protocol knows a better one. */
	readonly hint?: string;
}

interface Passing extends Told {
	readonly waitMs?: number | null;
}

/** No name, no route, nobody listens, a cut connection, a time-out. */
export function unreachable(told: Told): DepotTrouble {
	return trouble("remote-unreachable", `${told.address} cannot be reached`, {
		...told,
		again: true,
		hint: told.hint ?? "check the network and the remote's address (dvc remote list), then run the same command again",
	});
}

/** 408, 429, 5xx, "slow down". */
export function busy(told: Passing): DepotTrouble {
	return trouble("remote-busy", `${told.address} is overloaded or out of order`, {
		...told,
		again: true,
		hint: told.hint ?? "run the same command again in a while: what has arrived is not sent again",
	});
}

/** 403: known, but not allowed to do this. */
export function denied(told: Told & { readonly what: string }): DepotTrouble {
	return trouble("remote-denied", `${told.address} does not allow us to ${told.what}`, {
		...told,
		again: false,
		hint: told.hint ?? "ask whoever owns it for that right, or use other credentials",
	});
}

/** None found, unknown ones, a wrong secret, an expired token. */
export function badCredentials(told: Told): DepotTrouble {
	return trouble("remote-credentials", `${told.address} does not accept the credentials, or there are none`, {
		...told,
		again: false,
		hint: told.hint ?? "see docs/reference/remotes.md for the places where credentials are looked for",
	});
}

/** The bucket, container, share or folder itself is not there. */
export function noSuchPlace(told: Told): DepotTrouble {
	return trouble("remote-not-found", `${told.address} does not exist`, {
		...told,
		again: false,
		hint: told.hint ?? "make it, or correct the remote's url: dvc remote modify NAME url …",
	});
}

/** The other side's clock and ours disagree, so that signatures are refused. */
export function clockSkew(told: Told): DepotTrouble {
	return trouble("remote-clock", `${told.address} says that this machine's clock is wrong`, {
		...told,
		again: false,
		hint: told.hint ?? "set the clock (timedatectl set-ntp true), then run the same command again",
	});
}

/** An answer that is none of the protocol's. */
export function strange(told: Told): DepotTrouble {
	return trouble("remote-strange", `${told.address} gave an answer that makes no sense`, {
		...told,
		again: false,
		hint: told.hint ?? "check that the remote's url is that of the storage itself, not of a web page or a proxy",
	});
}

/** An option of the remote that cannot be. */
export function badOption(remote: string, option: string, expected: string, found: string | null = null): Error {
	return badInput("config-invalid", `option \`${option}\` of remote "${remote}" is wrong`, {
		at: { file: ".dvc/config" },
		...(found === null ? {} : { found }),
		expected,
		hint: `dvc remote modify ${remote} ${option} …`,
	});
}

interface Trouble extends Passing {
	readonly again: boolean;
	readonly hint: string;
}

function trouble(code: string, message: string, { again, waitMs, cause, found, hint }: Trouble): DepotTrouble {
	const failure = infrastructure(code, message, { ...(found === undefined ? {} : { found }), hint, cause });
	return new DepotTrouble(failure, { again, waitMs: waitMs ?? null });
}
