import { recordedData } from "../../compare/index.ts";
import type { NamedSide } from "../sides.ts";
import { asRecorded, shelvedObjects } from "./objects.ts";
import type { Review, ReviewBase } from "./review.ts";

/** What a commit has to compare, as its results are recorded. */
export function sideOf({ shelves }: Review, { project, tree, commit }: ReviewBase): NamedSide {
	const side = {
		tree: asRecorded(tree, project),
		project,
		objects: shelvedObjects(shelves),
		data: recordedData(project),
	};
	return { side, name: { name: commit, commit } };
}
