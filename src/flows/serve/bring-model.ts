import { stat } from "node:fs/promises";
import { join } from "node:path";
import { infrastructure } from "../../kernel/index.ts";
import { checkout } from "../checkout.ts";
import type { FlowContext } from "../context.ts";
import { pull } from "../transfer.ts";
import type { Workspace } from "../workspace.ts";
import type { Served } from "./choose-model.ts";

/** Places a model that is recorded but not in the workspace: from the cache, else from the remote. Failure `model-missing`. */
export async function bringModel(context: FlowContext, { root, config }: Workspace, served: Served): Promise<void> {
	const isThere = (): Promise<boolean> => stat(join(root, served.path)).then(Boolean, () => false);
	if (await isThere()) return;
	if (served.stage === null) throw missing(served, "no stage makes it");
	const here: FlowContext = { ...context, cwd: root };
	const targets = [served.path];
	context.progress.say(`${served.path} is not in the workspace: it is brought there`);
	await checkout(here, { targets, force: false, relink: false, allowMissing: true });
	if (await isThere()) return;
	if (config.defaultRemote === null) throw missing(served, "this machine's cache lacks it, and there is no remote");
	await pull(here, {
		targets,
		remote: null,
		jobs: null,
		allCommits: false,
		runCache: false,
		noRunCache: true,
		force: false,
		allowMissing: true,
	});
	if (!(await isThere())) throw missing(served, "neither the cache nor the remote has it");
}

function missing({ path, stage, artifact }: Served, why: string): Error {
	return infrastructure("model-missing", `the model ${path} is not here: ${why}`, {
		at: artifact.place,
		found: `nothing at ${path}`,
		hint: stage === null ? "correct `path` in dvc.yaml, or add the file" : `mainline run ${stage.address}`,
	});
}
