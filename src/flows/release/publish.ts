import { versionOf } from "../../environments/index.ts";
import type { Site } from "./site.ts";

const NEWEST_MARKS = 20;

/**
 * Sends the tags that stand (each environment's assignment and its version, the newest marks) to the remote, which has them
 * already unless a run was killed between writing and pushing, or was told not to push.
 */
export async function publishStanding(site: Site, model: string): Promise<void> {
	const { history, environments, marks } = site.ledger.state(model, site.config.environments);
	const latest = history.latest?.registration?.tag.name;
	const standing = environments.flatMap(({ assignment, version }) => [
		assignment?.entry.tag.name,
		version === null ? undefined : versionOf(history, version)?.registration?.tag.name,
	]);
	const marked = marks.slice(-NEWEST_MARKS).map(({ tag }) => tag);
	await site.ledger.publish([...new Set([latest, ...standing, ...marked])].filter((name) => name !== undefined));
}
