import type { Clock } from "../../kernel/index.ts";
import type { Style } from "../../report/index.ts";
import type { Variables } from "../machine.ts";
import type { Screen } from "../terminal.ts";
import { ciProgress } from "./ci.ts";
import { plainProgress } from "./plain.ts";
import { type TerminalProgress, terminalProgress } from "./terminal.ts";

export interface Watching {
	readonly screen: Screen;
	readonly style: Style;
	readonly variables: Variables;
	readonly clock: Clock;
	readonly write: (text: string | Uint8Array) => void;
}

/** A live line for a person, groups and a line a minute for a CI log, plain lines for everything else. */
export function chooseProgress({ screen, style, variables, clock, write }: Watching): TerminalProgress {
	const ci = variables["CI"] ?? "";
	const gitHub = variables["GITHUB_ACTIONS"] === "true";
	if (gitHub || (ci !== "" && ci !== "false" && ci !== "0")) {
		return { ...ciProgress(write, { gitHub, clock }), end: () => {} };
	}
	if (screen.isTTY === true && variables["TERM"] !== "dumb") return terminalProgress(write, { clock, style });
	return { ...plainProgress(write), end: () => {} };
}
