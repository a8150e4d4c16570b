import { run } from "../../src/flows/run.ts";
import { contextAt } from "../flows/rig.ts";

/** `node run-once.ts FOLDER`: one `mainline run`, in a process that a test can kill. */
const [root = "."] = process.argv.slice(2);
const options = {
	targets: [],
	force: false,
	forceDownstream: false,
	noRunCache: false,
	noCommit: false,
	keepGoing: false,
};
const { answer } = await run(contextAt(root), { ...options, pull: false, dry: false, jobs: null });
process.exitCode = answer === "yes" ? 0 : 1;
