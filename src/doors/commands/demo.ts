import { resolve } from "node:path";
import type { FlowContext } from "../../flows/context.ts";
import type { Listener } from "../../flows/demo.ts";
import { ownVariables } from "../machine.ts";
import { styleOf } from "../terminal.ts";
import { type Command, type Input, NO_OPERANDS } from "./command.ts";

export const DEMO: Command = {
	name: "demo",
	says: "Live the life of a model in a new folder, in under a minute",
	more: "Train, pull request, gates, merge, DEV, PROD, revert: on a data set that comes along, with a GitHub of its own.",
	operands: NO_OPERANDS,
	options: [
		{ name: "dir", value: "DIR", says: "a new or empty folder to do it in (default: a temporary one)" },
		{ name: "keep", says: "leave DEV and PROD running, to try by hand" },
	],
	examples: [{ line: "mainline demo --keep", says: "then ask the model that it leaves in PROD" }],
	async start(context, input) {
		const { demo } = await import("../../flows/demo.ts");
		const dir = input.text("dir");
		return demo(context, {
			dir: dir === null ? null : resolve(context.cwd, dir),
			keep: input.has("keep"),
			listener: listenerOf(context, input),
		});
	},
};

/** The story is for people: with `--json` it goes beside the document, to stderr. */
function listenerOf({ progress }: FlowContext, input: Input): Listener {
	const screen = input.has("json") ? process.stderr : process.stdout;
	let endWork = (): void => {};
	return {
		style: styleOf(screen, ownVariables(), input.has("no-color")),
		tell: (line) => {
			endWork();
			endWork = () => {};
			screen.write(`${line}\n`, () => {});
		},
		work: (words) => {
			endWork();
			endWork = progress.group(words);
		},
	};
}
