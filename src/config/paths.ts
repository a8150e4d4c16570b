import { joinPath } from "../kernel/index.ts";
import { type Rule, refine } from "../source/index.ts";
import { filled } from "./words.ts";

/** A path of the repository that `key` names, normalised. */
export function pathBelow(key: string): Rule<string> {
	return refine(filled, (text, node, report) => {
		const path = joinPath(text);
		const inside = !text.startsWith("/") && path !== ".." && !path.startsWith("../") && !/^[A-Za-z]:[\\/]/.test(text);
		if (inside) return path;
		return report.add(node.at, `\`${key}\` leaves the repository: ${JSON.stringify(text)}`, {
			found: text,
			expected: "a path below the folder of mainline.yaml",
			length: text.length,
		});
	});
}
