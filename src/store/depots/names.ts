import { randomBytes } from "node:crypto";

const TEMPORARY = /^\.[\w-]{22}\.tmp$/;

/** A name to write under until all is there; the same that DVC takes over SSH, and `dvc gc --cloud` sweeps what a killed one left. */
export function temporaryName(): string {
	return `.${randomBytes(16).toString("base64url")}.tmp`;
}

/** Whether a name that a listing gives can be that of a blob: not one half written, and none that leads elsewhere. */
export function isBlobName(name: string): boolean {
	return name !== "" && name !== "." && name !== ".." && !/[/\0]/.test(name) && !TEMPORARY.test(name);
}
