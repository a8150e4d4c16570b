export { commandsOf } from "./command.ts";
export { type Access, type LockPlace, lockedProject, UNGUARDED } from "./dvc-lock.ts";
export { execute, type Job } from "./execute.ts";
export { exclusively } from "./lock.ts";
export { Records, replaceFile, resultFile } from "./manifest-file.ts";
export type {
	ExecuteOptions,
	GitEye,
	Outcome,
	RunReport,
	Shelf,
	StageFailure,
	StageReport,
	Supply,
	Workshop,
} from "./model.ts";
export { ignoreInGit, place, relink, store } from "./outputs.ts";
