import { formatSeconds } from "../../compare/index.ts";
import type { ImageFound, MoveRow, ReleasedModel } from "../documents/index.ts";
import { clean } from "./clean.ts";

/** `v1.5.0 runs there now, 4.2 s`, `would get v1.5.0 after v1.4.2`, `waits: …`. */
export function moveText(move: MoveRow): string {
	const version = clean(move.version, 60);
	const replaced =
		move.previous === null || move.previous === move.version ? "" : `, before it ${clean(move.previous, 60)}`;
	const reason = move.reason === "" ? "" : `: ${clean(move.reason, 300)}`;
	switch (move.outcome) {
		case "deployed":
			return `${version} runs there now${move.seconds === null ? "" : ` (${formatSeconds(move.seconds)})`}${replaced}`;
		case "kept":
			return `keeps ${version}${reason}`;
		case "waits":
			return `${version} waits${reason}`;
		case "refused":
			return `${version} stays out${reason}`;
		case "failed":
			return `${version} does not run there${reason}${move.back == null ? "" : `; ${clean(move.back, 300)}`}`;
		case "planned":
			return `would get ${version}${replaced}${reason}`;
	}
}

/** What became of a model: `churn v1.5.0 released`. */
export function modelText(model: ReleasedModel): string {
	const name = `${clean(model.name, 80)}${model.version === null ? "" : ` ${clean(model.version, 60)}`}`;
	const reason = model.reason === "" ? "" : `: ${clean(model.reason, 400)}`;
	switch (model.outcome) {
		case "released":
			return `${name} released`;
		case "exists":
			return `${name} is released already`;
		case "reverted":
			return `${name} comes back${reason}`;
		case "blocked":
			return `${name} cannot be released${reason}`;
		case "planned":
			return `${name} would be released${reason}`;
	}
}

/** What was found of images that were there before, each once: one goes to several environments. */
export function foundImages(moves: readonly MoveRow[]): ImageFound[] {
	return [
		...new Map(moves.flatMap(({ image }) => (image === undefined ? [] : [[image.says, image] as const]))).values(),
	];
}
