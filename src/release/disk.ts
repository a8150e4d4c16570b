import { badInput, Failure, infrastructure } from "../kernel/index.ts";

/** Runs work on files of ours; what the disk refuses (full, read-only, no permission) becomes a Failure that names `what`. */
export async function onDisk<T>(what: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw diskFailure(what, error);
	}
}

/** The error as a Failure when it comes from the file system, else the error itself. */
export function diskFailure(what: string, error: unknown): unknown {
	if (error instanceof Failure || !(error instanceof Error) || !("code" in error) || !("syscall" in error))
		return error;
	const details = { found: error.message, cause: error };
	if (error.code === "EACCES" || error.code === "EPERM" || error.code === "ENOTDIR" || error.code === "EROFS") {
		return badInput("disk-refused", `${what} cannot be read or written`, {
			...details,
			hint: "check the path and its permissions",
		});
	}
	if (error.code === "ENOSPC") {
		return infrastructure("disk-full", `there is no room for ${what}`, {
			...details,
			hint: "free some space and try again",
		});
	}
	return infrastructure("disk-failed", `${what} cannot be read or written`, details);
}
