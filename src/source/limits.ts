/** Caps on every text that is read: a hostile file must cost a message, not the machine. */

/** UTF-16 units. A dvc.lock of 10,000 stages is about 5 million. */
export const MAX_TEXT = 64 * 1024 * 1024;
/** Collections inside collections. */
export const MAX_DEPTH = 200;
/** Nodes that aliases would add if each were written out. */
export const MAX_ALIASED = 200_000;
