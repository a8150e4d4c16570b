export { type AddOptions, Cache, type Verdict } from "./cache.ts";
export { CompleteMemory } from "./complete.ts";
export type { Surroundings } from "./depot.ts";
export { bring, type ExternalPlace, lookAt } from "./external.ts";
export { ensureGitignore, removeFromGitignore } from "./gitignore.ts";
export type { LinkType } from "./link.ts";
export { openRemote } from "./open-remote.ts";
export type { Placed, PlaceOptions } from "./place.ts";
export type { Remote } from "./remote.ts";
export { type EntryFormat, RunCache, type RunName } from "./run-cache.ts";
export { sameInputs } from "./same-inputs.ts";
export {
	type FailedObject,
	fetch,
	type ObjectRef,
	push,
	type TransferOptions,
	type TransferProgress,
	type TransferReport,
} from "./transfer.ts";
