import { Git } from "../../git/index.ts";
import type { PullRequestEvent } from "../../github/index.ts";
import { badInput } from "../../kernel/index.ts";
import type { FlowContext } from "../context.ts";
import type { AutoOptions } from "./options.ts";
import { mayNot } from "./why-not.ts";

const SETTINGS = /(?:^|\/)\.dvc\/config(?:\.local)?$/;

/**
 * Where this machine looks for results, and with whose credentials, is not a stranger's to say: a fork's pull request that
 * changes DVC's settings is not even planned before somebody who may write has named its commit. Failure `foreign-settings`.
 */
export async function refuseForeignSettings(
	{ cwd }: FlowContext,
	options: AutoOptions,
	{ event, merged }: { readonly event: PullRequestEvent; readonly merged: { commit: string; base: string } },
): Promise<void> {
	if (!event.fork) return;
	const git = await Git.open(cwd);
	const changed = await git.changedFiles(merged.base, merged.commit).finally(() => git.close());
	const file = changed.find((path) => SETTINGS.test(path));
	if (file === undefined) return;
	const { head, author } = event;
	if ((await mayNot({ ...options, run: "here" }, { fork: true, author, head: head.sha })) === null) return;
	throw badInput("foreign-settings", `a fork's pull request changes ${file}, which says where data are looked for`, {
		at: { file },
		expected: "a pull request that leaves it alone",
		hint: `somebody who may write here reads it, and lets it run: ${options.prefix} run ${head.sha}`,
	});
}
