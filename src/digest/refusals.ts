import { badInput, type Failure, infrastructure } from "../kernel/index.ts";
import { KIND } from "./worker.ts";

/** Why a path cannot be hashed, said for its reader; null when it can. `kind` is one of the thread's. */
export function refusalOf(kind: number, path: string): Failure | null {
	switch (kind) {
		case KIND.file:
		case KIND.linkToDirectory:
			return null;
		case KIND.brokenLink:
			return badInput("broken-link", `${path} is a symbolic link that leads nowhere`, {
				at: { file: path },
				expected: "a file, or a link to one",
				hint: "repair or remove the link; .dvcignore can leave it out",
			});
		case KIND.special:
			return badInput("not-a-regular-file", `${path} is not a regular file`, {
				at: { file: path },
				found: "a directory, named pipe, socket or device",
				expected: "regular files",
				hint: "remove it or leave it out by .dvcignore",
			});
		case KIND.gone:
			return badInput("file-not-found", `${path} does not exist`, { at: { file: path } });
		case KIND.changing:
			return infrastructure("file-changing", `${path} kept changing while it was read`, {
				at: { file: path },
				hint: "wait until the program that writes it is done, then try again",
			});
		default:
			return badInput("unreadable", `${path} cannot be read`, {
				at: { file: path },
				hint: "check its permissions and those of its folders",
			});
	}
}

export function refuseUnreadable(path: string, cause: unknown): never {
	const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
	if (missing) throw badInput("file-not-found", `${path} does not exist`, { at: { file: path }, cause });
	throw badInput("unreadable", `${path} cannot be read`, { at: { file: path }, cause });
}

export function notUtf8(directory: string, name: Uint8Array): Failure {
	const shown = JSON.stringify(Buffer.from(name).toString("latin1"));
	return badInput("name-not-utf8", `a file name in ${directory} is not UTF-8: ${shown} (shown as Latin-1)`, {
		at: { file: directory },
		expected: "names in UTF-8, which DVC's directory listings are written in",
		hint: "rename the file, for example with `convmv -f latin1 -t utf8`",
	});
}
