import type { TagEvent } from "./history.ts";
import { parseSemVer } from "./semver.ts";

/*
 * GTO's tag grammar (gto/constants.py, 1.10): `art@v1.2.3`, `art@v1.2.3!`, `art#stage#4`, `art#stage!#5`,
 * `art@deprecated`. A tag writes `=` where commands write `:`, because git forbids `:` in the name of a ref.
 */
const FOLDER = "[a-zA-Z0-9_./-]+";
const NAME = "[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?";
const TAG = new RegExp(
	`^(?<artifact>(?:${FOLDER}=)?${NAME})(?:(?:#(?<stage>${NAME})|@(?<version>v[0-9][^#!]*))(?<cancel>!?)|@(?<word>deprecated|created))(?:#(?<counter>[0-9]+))?$`,
);
const ARTIFACT = new RegExp(`^(?:${FOLDER}:)?${NAME}$`);
const STAGE = new RegExp(`^${NAME}$`);

/** The event, or null for a tag that is none of GTO's (and for `art@created`, which no GTO ever wrote). */
export function parseTag(name: string): TagEvent | null {
	const found = TAG.exec(name)?.groups;
	if (found === undefined) return null;
	const { artifact: written = "", stage, version, cancel, word, counter: digits } = found;
	const artifact = written.replace("=", ":");
	const counter = digits === undefined ? null : Number(digits);
	const cancelled = cancel === "!";
	if (stage !== undefined) return { kind: cancelled ? "unassign" : "assign", artifact, stage, counter };
	if (version !== undefined) {
		if (parseSemVer(version) === null) return null;
		return { kind: cancelled ? "deregister" : "register", artifact, version, counter };
	}
	return word === "deprecated" ? { kind: "deprecate", artifact, counter } : null;
}

/** The tag's name: the inverse of `parseTag`. */
export function formatTag(event: TagEvent): string {
	const artifact = event.artifact.replace(":", "=");
	const counter = event.counter === null ? "" : `#${event.counter}`;
	switch (event.kind) {
		case "register":
			return `${artifact}@${event.version}${counter}`;
		case "deregister":
			return `${artifact}@${event.version}!${counter}`;
		case "assign":
			return `${artifact}#${event.stage}${counter}`;
		case "unassign":
			return `${artifact}#${event.stage}!${counter}`;
		case "deprecate":
			return `${artifact}@deprecated${counter}`;
	}
}

/** True for names that GTO takes for an artifact: `churn`, `sub/dir:churn`. */
export function isArtifactName(text: string): boolean {
	return ARTIFACT.test(text);
}

/** True for names that GTO takes for a stage: what an environment may be called. */
export function isStageName(text: string): boolean {
	return STAGE.test(text);
}
