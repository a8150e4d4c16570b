import { badInput } from "../../kernel/index.ts";
import type { Site } from "../release/site.ts";
import type { AutoOptions } from "./options.ts";

/** The model that the inputs name, or the only one. */
export function modelOf({ config }: Site, { arguments: { model } }: AutoOptions): string {
	const names = [...config.models.keys()];
	const [only] = names;
	if (model !== null) return model;
	if (only !== undefined && names.length === 1) return only;
	throw missing("model", names);
}

export function environmentOf({ config }: Site, { arguments: { environment } }: AutoOptions): string {
	if (environment !== null) return environment;
	throw missing("environment", [...config.environments.keys()]);
}

export function missing(input: string, known: readonly string[]): Error {
	return badInput("missing-input", `the input \`${input}\` is missing`, {
		expected: known.length === 0 ? `a name in mainline.yaml's \`${input}s:\`` : `one of ${known.join(", ")}`,
		hint: `give the workflow's input \`${input}\``,
	});
}
