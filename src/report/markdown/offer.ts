import { withBlock } from "./block.ts";
import { code } from "./escape.ts";

/** A merge that conflicts by its lines only, made by what the files mean. */
export interface MergeOffer {
	/** Name of the branch that was merged in. */
	readonly base: string;
	/** What conflicts by lines. */
	readonly paths: readonly string[];
	/** Where the merge commit lies at the remote; null where it could not be put there. */
	readonly ref: string | null;
}

const SHOWN = 5;

/**
 * The pull request's comment with the offer in it, in place of an earlier one. The next report writes the comment anew,
 * and with it goes the offer: by then the branch has changed. `body` null: there was no comment yet.
 */
export function withOffer(body: string | null, offer: MergeOffer): string {
	return withBlock(body, "merge", offerLines(offer));
}

function offerLines({ base, paths, ref }: MergeOffer): string[] {
	const shown = paths.slice(0, SHOWN).map((path) => code(path));
	const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : "";
	const verb = paths.length === 1 ? "conflicts" : "conflict";
	const recipe = `\`mainline init\` once, then ${code(`git pull --no-rebase origin ${base}`)}`;
	return [
		"> [!TIP]",
		`> **The conflict with ${code(base)} is only one of lines.** ${shown.join(", ")}${more} ${verb} as texts; merged by stages and files, nothing is left to settle.`,
		">",
		ref === null
			? `> In your clone: ${recipe}.`
			: `> The merge is made. Take it onto your branch: ${code(`git pull --no-rebase origin ${ref}`)}. Or make it yourself: ${recipe}.`,
	];
}
