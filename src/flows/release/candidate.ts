import type { ModelConfig } from "../../config/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import type { Evidence, ImageFile } from "../../release/index.ts";
import type { EnvironmentPart } from "./environment.ts";
import type { PythonPart } from "./python.ts";
import type { Site } from "./site.ts";

/** A model as one commit's tree makes it: everything that a release needs to know, nothing of it computed anew. */
export interface Candidate {
	readonly model: ModelConfig;
	/** The commit whose tree it is, and that commit's time: the image's too. */
	readonly commit: string;
	readonly time: Date;
	readonly subject: string;
	/** What the release is looked up by. */
	readonly content: Sha256;
	/** What DVC, or git, calls the model: `model.pkl md5:…`. */
	readonly made: string;
	/** The model's bytes as DVC, or git, knows them; null or absent where nobody does. */
	readonly size?: number | null;
	/** Digest of the lock entry of the stage that made the model. */
	readonly lock: string;
	readonly codeFiles: readonly ImageFile[];
	/** The Python packages that go in; null: none. */
	readonly python: PythonPart | null;
	/** The environment that a Dockerfile makes; absent, or null: none. */
	readonly environment?: EnvironmentPart | null;
	/** Finds the stored model; fetched from the remote where this machine lacks it. */
	modelFiles(): Promise<readonly ImageFile[]>;
	/** How it came about, for the documents that go with its image. */
	evidence(): Promise<Evidence>;
	/** What keeps another machine from packing the model: what is not kept for good, in a sentence part. Null where nothing does. */
	lacking(): Promise<string | null>;
	/** Files (relative to the git root) that have to read otherwise for dvc.lock to be true; empty when it is. */
	readonly locks: ReadonlyMap<string, Uint8Array>;
}

/**
 * The commit to tag: the candidate's own, or one beside the branch that holds the lock its pull request did not bring.
 * Nothing in it depends on who makes it or when, so every attempt tags the same commit.
 */
export async function commitWithTrueLock(site: Site, candidate: Candidate): Promise<string> {
	const { commit, locks, subject, time } = candidate;
	if (locks.size === 0) return commit;
	const message = `${subject}\n\nThe tree of ${commit} with the dvc.lock of its results.`;
	return site.git.commitBeside({ parent: commit, changes: locks, message, at: time });
}
