import type { Arg } from "dockerfile-ast";

/** `$NAME`, `${NAME}`, `${NAME:-word}`, `${NAME:+word}` and those without the colon. */
const VARIABLE = /\\?\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^}]*))?\})/g;

/** The arguments before the first FROM, which alone FROM can name: as given, else as the Dockerfile has them. */
export function globalArguments(written: readonly Arg[], given: ReadonlyMap<string, string>): Map<string, string> {
	const values = new Map<string, string>();
	for (const arg of written) {
		const property = arg.getProperty();
		if (property === null) continue;
		const value = given.get(property.getName()) ?? property.getUnescapedValue();
		if (value !== null) values.set(property.getName(), given.has(property.getName()) ? value : expand(value, values));
	}
	return values;
}

/** The text with what the variables stand for; one that stands for nothing stays as it is written. */
export function expand(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(VARIABLE, (whole: string, plain?: string, braced?: string, sign?: string, word = "") => {
		if (whole.startsWith("\\")) return whole;
		const value = values.get(plain ?? braced ?? "");
		const given = value !== undefined && (value !== "" || sign?.startsWith(":") !== true);
		if (sign?.endsWith("-") === true) return given ? value : word;
		if (sign?.endsWith("+") === true) return given ? word : "";
		return value ?? whole;
	});
}
