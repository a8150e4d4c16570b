export { isOn, loadConfig } from "./config.ts";
export { readDotDvc } from "./dot-dvc.ts";
export { stageDigest, updateDotDvc } from "./dot-dvc-text.ts";
export { findDvcRoot } from "./dvc-root.ts";
export type { Ignore } from "./ignore.ts";
export { parseIni } from "./ini.ts";
export { lockToValue, type Newcomer, parseLock, parseLockEntry, updateLock } from "./lock.ts";
export { LockDraft } from "./lock-draft.ts";
export { type MergeContent, mergeDotDvc } from "./merge-dot-dvc.ts";
export { type LockMerge, mergeLocks } from "./merge-lock.ts";
export type {
	Artifact,
	Container,
	ContainerSource,
	Dependency,
	DvcConfig,
	External,
	Fingerprint,
	HashName,
	LockEntry,
	Needs,
	Output,
	OutputKind,
	ParamsDependency,
	Project,
	Recorded,
	RemoteConfig,
	Stage,
	TopLevel,
	Tree,
	TreeEntry,
} from "./model.ts";
export { readParamValues } from "./param-values.ts";
export { type LoadedProject, type LoadOptions, loadProject } from "./project.ts";
export { resolveTargets, splitTarget, stagesInFolder, stagesNamed, unknownTarget } from "./targets.ts";
export type { Sides } from "./three-way.ts";
export { keepVersions, listedDirectory, type Versioned, versionedFiles } from "./versioned.ts";
export { workspaceTree } from "./workspace-tree.ts";
