import { readTree } from "../../../src/digest/index.ts";
import { Cache } from "../../../src/store/index.ts";

/** Takes a folder into a cache, as `add` does. */
const [data = "", cache = ""] = process.argv.slice(2);
await new Cache(cache).addTree(data, await readTree(data, { ignored: () => false }));
