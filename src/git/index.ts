export { type BranchElsewhere, cloneBranch, moveBranch } from "./branch-elsewhere.ts";
export { type Cloning, cloneAt } from "./clone.ts";
export type { CommitBeside, CommitInfo } from "./commit.ts";
export { BOT } from "./identity.ts";
export { type MergeFiles, mergeText } from "./merge-file.ts";
export { Git } from "./repository.ts";
export type { Head, NewTag, TagInfo } from "./tags.ts";
export { GitTree } from "./tree.ts";
