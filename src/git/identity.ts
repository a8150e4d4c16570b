import { git } from "./command.ts";

/** Who signs tags and commits where git knows nobody (a bare runner). The address is GitHub's own for its Actions bot. */
export const BOT = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };

/** Variables that give git a committer where it has none of its own; empty where it has. */
export async function identityEnv(root: string): Promise<Record<string, string>> {
	const known = await git(root, ["-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"]);
	if (known.code === 0) return {};
	return {
		GIT_COMMITTER_NAME: BOT.name,
		GIT_COMMITTER_EMAIL: BOT.email,
		GIT_AUTHOR_NAME: BOT.name,
		GIT_AUTHOR_EMAIL: BOT.email,
	};
}
