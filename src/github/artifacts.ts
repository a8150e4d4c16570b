import { badInput } from "../kernel/index.ts";
import { isNotFound } from "./failures.ts";
import { PAGE_SIZE, type Wire } from "./wire.ts";
import { onlyFile } from "./zip.ts";

export interface ArtifactOrder {
	readonly run: number;
	readonly name: string;
	/** The one file that it is to hold, at its top. */
	readonly file: string;
	/** More than so many bytes, packed or not, are not taken. */
	readonly most: number;
}

/**
 * The file that a workflow run left in an artifact; null where there is none of the name. Whoever ran there may have made
 * the artifact: nothing is unpacked to disk, no name in it becomes a path, and it is read no further than its limit.
 * Failure `artifact-refused`.
 */
export async function artifactFile(wire: Wire, order: ArtifactOrder): Promise<Uint8Array | null> {
	const client = await wire.client();
	const { data } = await client.rest.actions.listWorkflowRunArtifacts({
		...wire.at,
		run_id: order.run,
		name: order.name,
		per_page: PAGE_SIZE,
	});
	// an attempt after the first leaves one of the same name beside the earlier one's
	const newest = data.artifacts
		.filter(({ name, expired }) => name === order.name && !expired)
		.toSorted((a, b) => b.id - a.id)[0];
	if (newest === undefined) return null;
	if (newest.size_in_bytes > order.most) {
		throw badInput("artifact-refused", `the artifact ${order.name} is too large`, {
			found: `${newest.size_in_bytes} bytes`,
			expected: `at most ${order.most}`,
		});
	}
	const zip = await downloaded(wire, newest.id);
	return zip === null ? null : onlyFile(zip, order);
}

async function downloaded(wire: Wire, id: number): Promise<Uint8Array | null> {
	const client = await wire.client();
	try {
		const { data } = await client.rest.actions.downloadArtifact({ ...wire.at, artifact_id: id, archive_format: "zip" });
		return new Uint8Array(data as ArrayBuffer);
	} catch (error) {
		if (isNotFound(error)) return null;
		throw error;
	}
}
