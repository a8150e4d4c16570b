export { formatSoak, parseDuration } from "./duration.ts";
export { loadMainline } from "./load.ts";
export type * from "./model.ts";
