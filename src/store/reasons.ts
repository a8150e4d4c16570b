import { Failure } from "../kernel/index.ts";
import { DepotTrouble } from "./depot.ts";

/** One object that is not where it was looked for. */
export class Missing extends Error {}

/**
 * Why one object could not be moved, where that is its own affair: the others go on. A remote that does not do as asked is
 * everyone's affair and surfaces, as does a bug of ours.
 */
export function reasonOf(cause: unknown): string {
	if (cause instanceof DepotTrouble) throw cause;
	if (cause instanceof Failure || cause instanceof Missing) return cause.message;
	if (cause instanceof Error && "code" in cause && "syscall" in cause) return cause.message;
	throw cause;
}
