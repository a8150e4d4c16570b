export { type AddOptions, Cache, type Verdict } from "./cache.ts";
export type { LinkType } from "./link.ts";
export type { Placed, PlaceOptions } from "./place.ts";
