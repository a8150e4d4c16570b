/** The program as it is, but that nobody waits: a pause is noted and over, and a call counts as lost after seconds, not a minute. */
import { appendFileSync } from "node:fs";
import { systemClock } from "../../../src/kernel/index.ts";

const ANSWER_MS = 3000;
const notes = process.env["PAUSES"] ?? "";

const sleep = systemClock.sleep.bind(systemClock);
systemClock.sleep = async (milliseconds, end) => {
	// what only tells how far it is until the work is done keeps no job waiting
	if (end !== undefined) return sleep(milliseconds, end);
	if (notes !== "") appendFileSync(notes, `${milliseconds}\n`);
};

const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds) => timeout(Math.min(milliseconds, ANSWER_MS));

await import("../../../src/entry.ts");
