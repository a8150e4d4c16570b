import { resolve } from "node:path";

/** What tests start as the program: the sources, or the bundle of them, which starts sooner (`TESTED_PROGRAM=dist/index.js`). */
export const PROGRAM = resolve(import.meta.dirname, "../..", process.env["TESTED_PROGRAM"] ?? "src/entry.ts");
