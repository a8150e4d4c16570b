import type { EnvironmentStatus } from "../documents/index.ts";

/** A commit's subject without the pull request's number, where that is told beside it. */
export function ownSubject({ subject, pull }: Pick<EnvironmentStatus, "subject" | "pull">): string {
	if (subject == null) return "";
	if (pull == null) return subject;
	return subject.replace(new RegExp(` \\(#${pull}\\)$|^Merge pull request #${pull} from `), "");
}
