import { createInterface, type Interface } from "node:readline/promises";
import type { FlowContext } from "../../flows/context.ts";
import type { Asker } from "../../flows/init.ts";
import { clean } from "../../report/index.ts";

/** Somebody at a terminal. Questions go to stderr; whoever ends the input has said no to all that follows. */
export interface Terminal extends Asker {
	close(): void;
}

export function openTerminal({ progress, signal }: Pick<FlowContext, "progress" | "signal">): Terminal {
	let screen: Interface | null = null;
	let ended = false;
	const opened = (): Interface => {
		if (screen !== null) return screen;
		progress.live("");
		screen = createInterface({ input: process.stdin, output: process.stderr });
		screen.once("close", () => {
			ended = true;
		});
		// a terminal that readline holds sends no signal of its own
		screen.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
		return screen;
	};
	const answer = async (shown: readonly string[], ask: string): Promise<string | null> => {
		if (ended) return null;
		const at = opened();
		process.stderr.write(shown.length === 0 ? "\n" : `\n${shown.map((line) => clean(line, 400)).join("\n")}\n`);
		const closed = new Promise<null>((resolve) => at.once("close", () => resolve(null)));
		return Promise.race([at.question(`${clean(ask, 400)} `, { signal }), closed]);
	};
	return {
		confirm: async ({ shown, ask, standard }) => {
			const said = await answer(shown, `${ask} ${standard ? "[Y/n]" : "[y/N]"}`);
			if (said === null) return false;
			return said.trim() === "" ? standard : /^y(es)?$/i.test(said.trim());
		},
		text: async ({ shown, ask, standard, suggestion }) => {
			const hint = suggestion === undefined ? "" : ` (such as ${suggestion})`;
			return (await answer(shown, `${ask}${hint}:`))?.trim() ?? standard;
		},
		close: () => screen?.close(),
	};
}
