import type { HoldDocument } from "../documents/index.ts";
import { paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

/** `mainline hold` and `mainline unhold` for people. */
export function holdText(document: HoldDocument, style: Style): string {
	const { outcome, plan, hold } = document;
	const [model, environment, version] = [document.model, document.environment, document.version].map((text) =>
		clean(text, 80),
	);
	const state = hold === null ? "not on hold" : "on hold";
	const verb = outcome === "planned" ? "would be" : outcome === "kept" ? "is already" : "is";
	const why = hold === null ? [] : [`  ${clean(hold, 300)}`];
	const means =
		hold === null
			? `policy moves ${environment} on again: the next release, or the next look of the schedule`
			: `only a person brings another version there: \`mainline promote\`, or a revert of what it has`;
	return [
		`${sign(style, outcome === "planned" ? "busy" : "done")} ${model} ${version} in ${environment} ${verb} ${state}`,
		...why,
		paint(style, "quiet", `  ${means}`),
		...(plan && outcome === "planned" ? ["", "Next: the same without `--plan`"] : []),
	].join("\n");
}
