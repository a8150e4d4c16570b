import { run } from "../../src/flows/run.ts";
import { contextAt } from "../flows/rig.ts";

/** `node run-once.ts FOLDER [JOBS]`: one `mainline run`, in a process that a test can kill. */
const [root = ".", jobs] = process.argv.slice(2);
const options = {
	targets: [],
	force: false,
	forceDownstream: false,
	noRunCache: false,
	noCommit: false,
	keepGoing: false,
};
const { answer } = await run(contextAt(root), {
	...options,
	pull: false,
	dry: false,
	jobs: jobs === undefined ? null : Number(jobs),
});
process.exitCode = answer === "yes" ? 0 : 1;
