import { type GcOptions, gc } from "../../src/flows/gc.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { GC } from "../flows/gc-rig.ts";
import { contextAt } from "../flows/rig.ts";

/** `node gc-once.ts FOLDER OPTIONS`: a clearing in a process of its own, a hundred days from now, to be killed. Every object that goes is told. */
const [root = "", options = "{}"] = process.argv.slice(2);
const clock = { ...systemClock, now: () => new Date(Date.now() + 100 * 86_400_000) };
const live = (line: string): void => void process.stdout.write(`${line}\n`);
const { document } = await gc(contextAt(root, { clock, progress: { ...contextAt(root).progress, live } }), {
	...GC,
	...(JSON.parse(options) as Partial<GcOptions>),
});
process.stdout.write(`${JSON.stringify(document.places[0]?.deleted)}\n`);
