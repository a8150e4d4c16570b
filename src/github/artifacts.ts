import { badInput, compareCodePoints } from "../kernel/index.ts";
import { isNotFound } from "./failures.ts";
import { PAGE_SIZE, type Wire } from "./wire.ts";
import { onlyFile } from "./zip.ts";

/** So many pages of a run's artifacts are looked through. */
const MOST_PAGES = 10;

export interface FoundArtifact {
	readonly id: number;
	readonly name: string;
	/** Packed. */
	readonly bytes: number;
}

/**
 * The artifacts of a workflow run that are called by a family's name, or by it, a hyphen and more: of each name the newest, by
 * name. Failure `artifact-refused` where the run has more artifacts than are looked through.
 */
export async function artifactsOf(
	wire: Wire,
	{ run, family }: { readonly run: number; readonly family: string },
): Promise<FoundArtifact[]> {
	const newest = new Map<string, FoundArtifact>();
	for (let page = 1; ; page++) {
		const client = await wire.client();
		const at = { ...wire.at, run_id: run, per_page: PAGE_SIZE, page };
		const { artifacts, total_count: total } = (await client.rest.actions.listWorkflowRunArtifacts(at)).data;
		for (const { id, name, size_in_bytes: bytes, expired } of artifacts) {
			if (expired || !(name === family || name.startsWith(`${family}-`))) continue;
			// an attempt after the first leaves one of the same name beside the earlier one's
			if (id > (newest.get(name)?.id ?? 0)) newest.set(name, { id, name, bytes });
		}
		if (artifacts.length === 0 || total <= page * PAGE_SIZE) break;
		if (page === MOST_PAGES) {
			throw badInput("artifact-refused", "the run has more artifacts than are looked through", {
				found: String(total),
				expected: `at most ${MOST_PAGES * PAGE_SIZE}`,
			});
		}
	}
	return [...newest.values()].toSorted((a, b) => compareCodePoints(a.name, b.name));
}

export interface ArtifactOrder {
	readonly artifact: FoundArtifact;
	/** The one file that it is to hold, at its top. */
	readonly file: string;
	/** More than so many bytes, packed or not, are not taken. */
	readonly most: number;
}

/**
 * The file that a workflow run left in an artifact; null where it is gone. Whoever ran there may have made the artifact:
 * nothing is unpacked to disk, no name in it becomes a path, and it is read no further than its limit. Failure
 * `artifact-refused`.
 */
export async function artifactFile(wire: Wire, order: ArtifactOrder): Promise<Uint8Array | null> {
	const { artifact, most } = order;
	if (artifact.bytes > most) {
		throw badInput("artifact-refused", "it is too large", {
			found: `${artifact.bytes} bytes`,
			expected: `at most ${most}`,
		});
	}
	const zip = await downloaded(wire, artifact.id);
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
