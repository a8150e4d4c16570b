import type { InitDocument } from "../documents/index.ts";
import { columns, paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";

/** `mainline init` for people. */
export function initText({ files, next, plan }: InitDocument, style: Style): string {
	const rows = files.map((file) => [
		`${sign(style, file.change === "unchanged" ? "done" : plan ? "busy" : "done")} ${clean(file.path, 140)}`,
		file.change === "new"
			? plan
				? "would be written"
				: "written"
			: file.change === "modified"
				? plan
					? "would change"
					: "changed"
				: "is there already",
	]);
	const steps = next.map((step, i) => `${i === 0 ? "Next: " : "      "}${paint(style, "strong", clean(step, 200))}`);
	return [...columns(rows, [], "   "), ...(steps.length > 0 ? ["", ...steps] : [])].join("\n");
}
