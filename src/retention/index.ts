export { type ImageRules, type ImageTag, needsAge, type SortedImages, sortImages } from "./images.ts";
export { type Item, itemOf, KINDS, type Kind, type Listed } from "./item.ts";
export { digestsIn, listedIn, recordsData } from "./manifests.ts";
export { REASONS, type Reason, type Rules, Sorting, type Verdict } from "./sorting.ts";
export { imagesOf, type NeededVersion, neededVersions, type VersionPolicy } from "./versions.ts";
