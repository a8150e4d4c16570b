import { serveFront } from "../../src/environments/index.ts";

/** What the door does for `mainline __front DIRECTORY PORT`. */
const [, , , directory = "", port = ""] = process.argv;
await serveFront({ directory, port: Number(port) });
