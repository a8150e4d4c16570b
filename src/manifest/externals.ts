import { fileURLToPath } from "node:url";
import { badInput } from "../kernel/index.ts";
import { didYouMean } from "../source/index.ts";
import type { Dependency, DvcConfig, External, Output, Stage } from "./model.ts";
import { placePath } from "./places.ts";

interface Setting {
	readonly config: DvcConfig;
	/** The DVC root, absolute; null where only a revision is looked at. */
	readonly root: string | null;
}

/**
 * Stages with their addresses understood: `remote://name/path` is the remote's URL and the path behind it, which may be a
 * folder of this machine. Failure `unknown-remote`.
 */
export function withExternals(stages: readonly Stage[], setting: Setting): readonly Stage[] {
	return stages.map((stage) => {
		if (![...stage.deps, ...stage.outs].some((item) => isAddress(stage, item))) return stage;
		return {
			...stage,
			deps: stage.deps.map((item) => (isAddress(stage, item) ? located(item, setting) : item)),
			outs: stage.outs.map((item) => (isAddress(stage, item) ? located(item, setting) : item)),
		};
	});
}

/** Not so an import from another repository or a database, and a dataset. */
function isAddress({ lock, name }: Stage, { at, path }: Dependency | Output): boolean {
	if (at !== null || !/^[a-z][a-z0-9+.-]*:\/\//i.test(path) || path.startsWith("ds://")) return false;
	const extra = name === null ? lock?.deps.find((recorded) => recorded.path === path)?.extra : undefined;
	return extra?.has("repo") !== true && extra?.has("db") !== true;
}

function located<T extends Dependency | Output>(item: T, { config, root }: Setting): T {
	const external = externalOf(item, config);
	const local = localPathOf(external.url);
	const at = local === null ? null : placePath({ root, wdir: "." }, local);
	return at === null ? { ...item, external } : { ...item, at };
}

function externalOf({ path, place }: Dependency | Output, { remotes }: DvcConfig): External {
	const [, given, rest = ""] = /^remote:\/\/([^/]+)(\/.*)?$/i.exec(path) ?? [];
	if (given === undefined) return { url: path, remote: null };
	const remote = given.toLowerCase();
	const found = remotes.get(remote);
	if (found !== undefined) return { url: found.url.replace(/\/$/, "") + rest, remote };
	const names = [...remotes.keys()];
	throw badInput("unknown-remote", `there is no remote \`${given}\``, {
		at: place,
		found: path,
		expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
		hint: didYouMean(given, names) ?? `dvc remote add ${given} URL`,
	});
}

function localPathOf(url: string): string | null {
	if (url.startsWith("/")) return url;
	return url.startsWith("file://") ? fileURLToPath(url) : null;
}
