import { Failure, infrastructure } from "../kernel/index.ts";

/** What the operating system refuses, in words. Anything else that it says is a case that we forgot. */
const REFUSALS: Readonly<Record<string, string>> = {
	EACCES: "permission denied",
	EPERM: "operation not permitted",
	EROFS: "the file system is read-only",
	ENOSPC: "no space is left on the disk",
	EDQUOT: "the disk quota is used up",
	EMFILE: "too many files are open",
	ENFILE: "too many files are open on this machine",
	EIO: "the disk failed to read or write",
	ENOMEM: "there is not enough memory",
	ENAMETOOLONG: "the name is too long",
	ELOOP: "symbolic links lead round in a circle",
};

/** The failure to tell the user; null for a bug of ours. */
export function failureOf(error: unknown): Failure | null {
	if (error instanceof Failure) return error;
	if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
	const words = REFUSALS[error.code];
	if (words === undefined) return null;
	const path = "path" in error && typeof error.path === "string" ? error.path : null;
	return infrastructure(`system-${error.code.toLowerCase()}`, path === null ? words : `${path}: ${words}`, {
		cause: error,
		...(path === null ? {} : { at: { file: path } }),
		found: error.code,
		expected: "a file system that lets this user read the project and write below it",
		hint: "see to it, then run the same command again",
	});
}
