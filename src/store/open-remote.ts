import { fileURLToPath } from "node:url";
import { badInput, type Failure } from "../kernel/index.ts";
import type { RemoteConfig } from "../manifest/index.ts";
import { FolderRemote } from "./folder-remote.ts";
import type { Remote } from "./remote.ts";

/** Opens a remote by its URL. For now: a folder on this machine (a mounted share is one). */
export function openRemote(config: RemoteConfig): Remote {
	const { name, url } = config;
	const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(url)?.[1]?.toLowerCase() ?? null;
	if (scheme !== null && scheme !== "file") throw notSupported(name, `${scheme}://`);
	for (const option of ["version_aware", "worktree"]) {
		if (isTrue(config.options.get(option))) throw notSupported(name, option);
	}
	return new FolderRemote(name, scheme === "file" ? fileURLToPath(url) : url);
}

function isTrue(value: string | readonly string[] | undefined): boolean {
	return typeof value === "string" && /^(true|yes|on|1)$/i.test(value);
}

function notSupported(name: string, what: string): Failure {
	return badInput("remote-not-supported", `remote "${name}" uses ${what}, which mainline cannot talk to yet`, {
		found: what,
		expected: "a folder, mounted or local",
		hint: `move data with dvc for now (dvc push -r ${name}, dvc pull -r ${name}): mainline finds it in the cache`,
	});
}
