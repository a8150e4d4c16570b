export { formatDuration as formatSoak, parseDuration } from "../kernel/index.ts";
export { loadMainline } from "./load.ts";
export * from "./model.ts";
export { isNamed, isSameName, isTeam } from "./people.ts";
export { portHere } from "./ports.ts";
export { environmentsFor, modelsFor } from "./taken.ts";
