export { type PipedOptions, type PipedProcess, startPiped } from "./cgi.ts";
export { Conversation } from "./converse.ts";
export { type DetachOptions, detach } from "./detach.ts";
export { Flocks } from "./flock.ts";
export { type RunOptions, type RunResult, run } from "./run.ts";
export { type Ending, type StreamOptions, type StreamResult, stream } from "./stream.ts";
