export { hashBytes } from "./bytes.ts";
export { dos2unixHashFile } from "./dos2unix.ts";
export { type FileHash, hashFile } from "./file.ts";
export { directoryListing, type ListedFile, parseListing } from "./listing.ts";
export type { Stamp } from "./stamp.ts";
export { sameStamp } from "./stamp.ts";
export { HashState } from "./state.ts";
export { type HashedFile, TreeHash } from "./tree.ts";
export type { IgnoreRules } from "./walk.ts";
