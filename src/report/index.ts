export type * from "./documents/index.ts";
