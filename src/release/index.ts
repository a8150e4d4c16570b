export type * from "./history.ts";
export type * from "./model.ts";
