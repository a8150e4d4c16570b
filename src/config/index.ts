export { formatDuration as formatSoak, parseDuration } from "../kernel/index.ts";
export { loadMainline } from "./load.ts";
export * from "./model.ts";
export { portHere } from "./ports.ts";
