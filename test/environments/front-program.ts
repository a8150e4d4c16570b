import { serveFront } from "../../src/environments/index.ts";
import { systemClock } from "../../src/kernel/index.ts";

/** What the door does for `mainline __front DIRECTORY PORT`. */
const [, , , directory = "", port = ""] = process.argv;
await serveFront({ directory, port: Number(port), clock: systemClock });
process.exit(0);
