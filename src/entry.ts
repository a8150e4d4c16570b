#!/usr/bin/env node
/** One file for both doors: as an action there are no arguments, and the runner says that it is one. */
import { chooseDoor } from "./doors/choose.ts";

await chooseDoor(process.argv.slice(2));
