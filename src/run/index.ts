export { commandsOf } from "./command.ts";
export { type Built, Containers, type ContainerUse, type ContainerWorld } from "./container/containers.ts";
export { type ContainerProgram, type Engine, findEngine } from "./container/engine.ts";
export { type ImageHere, imageHere, loadImage } from "./container/image.ts";
export { type Access, lockedProject, UNGUARDED } from "./dvc-lock.ts";
export { execute, type Job, orderOf } from "./execute.ts";
export { type GitEye, GitLines } from "./git-lines.ts";
export { exclusively } from "./lock.ts";
export { Records, replaceFile, resultFile } from "./manifest-file.ts";
export type {
	ExecuteOptions,
	Outcome,
	RunReport,
	Shelf,
	StageFailure,
	StageReport,
	Supply,
	Workshop,
} from "./model.ts";
export { Newcomers } from "./newcomers.ts";
export { ignoreInGit, place, relink, store } from "./outputs.ts";
export type { LockPlace } from "./patience.ts";
export { type Capacity, Slots } from "./slots.ts";
