import type { ApproveDocument } from "../documents/index.ts";
import { paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";
import { shortDigest } from "../words/times.ts";

/** An approval for people: what it is about, and how many are missing. */
export function approveText(document: ApproveDocument, style: Style): string {
	const { outcome, reason, note, approvals, needed, digest } = document;
	const [model, environment, version] = [document.model, document.environment, document.version].map((text) =>
		clean(text, 80),
	);
	const what = `${model} ${version} for ${environment}`;
	if (outcome === "refused") return `${sign(style, "no")} ${what} is not approved: ${clean(reason, 500)}`;
	const image = digest === null ? "" : `, image ${shortDigest(clean(digest, 100))}`;
	const names = approvals.map(({ by }) => clean(by, 60)).join(", ");
	const missing = needed - approvals.length;
	const next =
		missing > 0
			? `${missing} more ${missing === 1 ? "is" : "are"} waited for`
			: "the next release brings it there, or `mainline promote`";
	return [
		`${sign(style, "done")} ${what} is approved by ${names} (${approvals.length} of ${needed})${image}`,
		...(note === "" ? [] : [`  ${clean(note, 500)}`]),
		paint(style, "quiet", `  ${next}`),
	].join("\n");
}
