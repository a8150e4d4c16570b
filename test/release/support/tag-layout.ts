import { systemClock } from "../../../src/kernel/index.ts";
import { buildImage, openImageStore } from "../../../src/release/index.ts";
import { recipe } from "./images.ts";

/* Run as a program: DIRECTORY NAME COUNT. Pushes one image again and again, under a new tag each time. */
const [directory = "", name = "", count = "0"] = process.argv.slice(2);
const store = openImageStore({ kind: "layout", directory }, { clock: systemClock });
const image = await buildImage(recipe({ version: `v0.1.0-${name}` }));
for (let n = 0; n < Number(count); n++) await store.push(image, [`${name}${n}`]);
