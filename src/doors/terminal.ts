import type { Style } from "../report/index.ts";
import type { Variables } from "./machine.ts";

/** What has to be known of a stream: `process.stdout`, `process.stderr`. */
export interface Screen {
	readonly isTTY?: boolean;
	readonly columns?: number;
}

/**
 * How a stream takes text. Colour: `--no-color`, then FORCE_COLOR, then NO_COLOR (in the order of Node itself), then
 * whether it is a terminal that knows colours. ASCII only where a terminal's locale says that it has nothing else.
 */
export function styleOf(screen: Screen, variables: Variables, noColor: boolean): Style {
	return {
		colour: !noColor && wantsColour(screen, variables),
		width: screen.columns ?? widthFrom(variables) ?? 100,
		unicode: screen.isTTY !== true || hasUnicode(variables),
	};
}

function wantsColour(screen: Screen, variables: Variables): boolean {
	const forced = variables["FORCE_COLOR"];
	if (forced !== undefined) return forced !== "0" && forced !== "false";
	if ((variables["NO_COLOR"] ?? "") !== "") return false;
	return screen.isTTY === true && variables["TERM"] !== "dumb";
}

function widthFrom(variables: Variables): number | null {
	const columns = Number(variables["COLUMNS"]);
	return Number.isInteger(columns) && columns >= 40 ? columns : null;
}

/** A locale that is not set says nothing; `C`, `POSIX` and the 8-bit ones say no. */
function hasUnicode(variables: Variables): boolean {
	const locale = [variables["LC_ALL"], variables["LC_CTYPE"], variables["LANG"]].find((name) => (name ?? "") !== "");
	return locale === undefined || /utf-?8/i.test(locale);
}
