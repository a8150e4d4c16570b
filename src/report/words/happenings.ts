import type { TimelineEntry } from "../documents/index.ts";

/** What happened to a version or an environment, in words. */
export const HAPPENINGS: Readonly<Record<TimelineEntry["kind"], string>> = {
	released: "released",
	withdrawn: "withdrawn",
	deprecated: "deprecated",
	promoted: "promoted",
	"rolled-back": "rolled back",
	reverted: "reverted by the main line",
	held: "put on hold",
	"hold-ended": "hold ended",
	"assigned-again": "assigned again",
	removed: "taken out",
};
