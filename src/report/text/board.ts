import { countOf, formatBytes } from "../../compare/index.ts";
import type { BoardDocument } from "../documents/index.ts";
import { type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

/** `mainline board` for people: where the page is. */
export function boardText({ models, file }: BoardDocument, style: Style): string {
	const environments = new Set(models.flatMap((model) => model.environments.map(({ name }) => name)));
	const what = `${countOf(models.length, "model")} in ${countOf(environments.size, "environment")}`;
	if (file === null) return what;
	return `${sign(style, "done")} ${clean(file.path, 300)}: ${what}, ${formatBytes(file.bytes)}`;
}
