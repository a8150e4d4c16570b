export { Archive } from "./archive.ts";
export {
	type BranchElsewhere,
	cloneBranch,
	deleteBranch,
	fetchBranch,
	type Login,
	moveBranch,
} from "./branch-elsewhere.ts";
export { type Cloning, cloneAt } from "./clone.ts";
export type { CommitBeside, CommitInfo } from "./commit.ts";
export { BOT } from "./identity.ts";
export { type MergeFiles, mergeText } from "./merge-file.ts";
export type { NamedFile, NamedFiles } from "./named-files.ts";
export type { HistoryCommit, Ref, Worktree } from "./refs.ts";
export { Git } from "./repository.ts";
export type { NewTag } from "./tag-object.ts";
export type { Head, SentTag, TagInfo } from "./tags.ts";
export { isLostOnItsWay } from "./talk.ts";
export { GitTree } from "./tree.ts";
