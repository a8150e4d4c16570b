import { versionOf } from "../../environments/index.ts";
import { infrastructure } from "../../kernel/index.ts";
import { type Site, stateOf } from "./site.ts";

const NEWEST_MARKS = 20;

/** Others may assign while we send. */
const TRIES = 5;

/**
 * Sends the tags that stand (each environment's assignment and its version, the newest marks) to the remote, which has them
 * already unless a run was told to keep them here.
 */
export async function publishStanding(site: Site, model: string): Promise<void> {
	for (let left = TRIES; left > 0; left--) {
		if (await site.ledger.publish(model, standing(site, model))) return;
	}
	throw infrastructure("environment-contended", `${model} was assigned by others ${TRIES} times while we sent tags`, {
		hint: "see `mainline status`, then run again",
	});
}

function standing(site: Site, model: string): string[] {
	const { history, environments, marks } = stateOf(site, model);
	const latest = history.latest?.registration?.tag.name;
	const assigned = environments.flatMap(({ assignment, version }) => [
		assignment?.entry.tag.name,
		version === null ? undefined : versionOf(history, version)?.registration?.tag.name,
	]);
	const marked = marks.slice(-NEWEST_MARKS).map(({ tag }) => tag);
	return [...new Set([latest, ...assigned, ...marked])].filter((name) => name !== undefined);
}
