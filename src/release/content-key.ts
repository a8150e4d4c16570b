import { badInput, compareCodePoints, type Sha256 } from "../kernel/index.ts";
import { jsonBytes, sha256 } from "./media.ts";

/** What makes a release what it is. Two releases that agree here are the same release, whatever commit they come from. */
export interface ReleaseContent {
	readonly model: string;
	/** Digest of the lock entry of the stage that made the model. */
	readonly lock: string;
	/** Path → DVC oid. */
	readonly modelFiles: ReadonlyMap<string, string>;
	/** Path → sha256 of the content, with `+x` behind it when it is executable. */
	readonly codeFiles: ReadonlyMap<string, string>;
	/** Of the platform's manifest. */
	readonly base: Sha256 | null;
	readonly command: readonly string[];
	/** What names the Python packages; null, or absent: none. */
	readonly python?: PythonContent | null;
	/** Digest of the recipe of an environment that a Dockerfile makes; null, or absent: none. */
	readonly environment?: Sha256 | null;
}

/** As far as the tree tells. */
export interface PythonContent {
	/** Digest of the lock file's meaning. */
	readonly lock: Sha256;
	/** As mainline.yaml says; null where the base does. */
	readonly version: string | null;
	readonly wheels: string;
}

/**
 * SHA-256 of one JSON array without white space: `["mainline.release/1", model, lock, [[path, oid]…], [[path, sha256]…],
 * base or null, [argument…]]`, files in code point order of their paths; with Python packages one member more, `[lock, version
 * or null, wheels]`: a release without any keeps the key that it had before there were any. On a Dockerfile's environment that member is
 * `["dockerfile", recipe]`.
 */
export function contentKey(content: ReleaseContent): Sha256 {
	if (content.modelFiles.size === 0) throw badInput("model-empty", `the model ${content.model} has no files`);
	const { base, command, lock, model, python } = content;
	const record = ["mainline.release/1", model, lock, rows(content.modelFiles), rows(content.codeFiles), base, command];
	const packages = python ? [[python.lock, python.version, python.wheels]] : [];
	const environment = content.environment ? [["dockerfile", content.environment]] : [];
	return sha256(jsonBytes([...record, ...packages, ...environment]));
}

function rows(files: ReadonlyMap<string, string>): [string, string][] {
	return [...files].sort(([a], [b]) => compareCodePoints(a, b));
}
