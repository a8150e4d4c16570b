import { joinPath } from "../kernel/index.ts";
import { expectString, mismatch, type Rule, refine } from "../source/index.ts";

export const filled: Rule<string> = refine(expectString, (text, node, report) =>
	text.trim() === "" || text.includes("\0") ? mismatch(node, report, "a text that is not empty") : text,
);

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
