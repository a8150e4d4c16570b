import { parseSha256, type Sha256 } from "../../../kernel/index.ts";
import { type Route, readFields, readRoute, type StateFolder, text } from "../../process/files.ts";

/** One started container of a model. */
export interface Instance extends Route {
	/** Our own name for this start of it, carried by its label. */
	readonly id: string;
	/** The engine's id of it. */
	readonly container: string;
	readonly digest: Sha256;
}

/** The one in service; null when there is none or the file is not what we write. */
export function readCurrent(folder: StateFolder): Instance | null {
	const fields = readFields(folder.current);
	const route = readRoute(folder);
	const digest = parseSha256(text(fields.get("digest")));
	const container = text(fields.get("container"));
	if (route === null || digest === null || container === "") return null;
	return { ...route, id: text(fields.get("id")), container, digest };
}
