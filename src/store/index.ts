export { type Budget, budgetOf } from "./budget.ts";
export { type AddOptions, Cache, type Verdict } from "./cache.ts";
export { CompleteMemory } from "./complete.ts";
export type { Blob, Surroundings } from "./depot.ts";
export { bring, type ExternalPlace, lookAt } from "./external.ts";
export { folderStock } from "./folder-stock.ts";
export { ensureGitignore, gitignoreOf, removeFromGitignore } from "./gitignore.ts";
export type { LinkType } from "./link.ts";
export type { NoteShelf } from "./notes.ts";
export type { ObjectRef } from "./object-ref.ts";
export { openRemote } from "./open-remote.ts";
export { openStock } from "./open-stock.ts";
export type { Placed, PlaceOptions } from "./place.ts";
export type { Rights } from "./probe.ts";
export { lackingThere } from "./push-agenda.ts";
export type { Remote, RunShelf } from "./remote.ts";
export { RemoteMemory } from "./remote-memory.ts";
export { remoteRights } from "./rights.ts";
export { type EntryFormat, RunCache, type RunName } from "./run-cache.ts";
export { sameInputs } from "./same-inputs.ts";
export type { Stock } from "./stock.ts";
export { fetch, push } from "./transfer.ts";
export type {
	FailedObject,
	TransferOptions,
	TransferProgress,
	TransferReport,
} from "./transfer-model.ts";
export { type KnownDirectory, notPushable, VersionedRemote, type Whereabouts } from "./versioned-remote.ts";
