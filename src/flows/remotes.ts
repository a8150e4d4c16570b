import { badInput } from "../kernel/index.ts";
import type { DvcConfig, RemoteConfig } from "../manifest/index.ts";
import { openRemote, type Remote } from "../store/index.ts";

/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
export function remoteOf(config: DvcConfig, name: string | null): Remote {
	return openRemote(remoteConfig(config, name ?? config.defaultRemote));
}

function remoteConfig({ remotes }: DvcConfig, name: string | null): RemoteConfig {
	if (name === null) {
		throw badInput("no-remote", "the project has no default remote", {
			at: { file: ".dvc/config" },
			hint: "dvc remote add -d NAME URL, or -r NAME",
		});
	}
	const found = remotes.get(name.toLowerCase());
	if (found !== undefined) return found;
	throw badInput("unknown-remote", `there is no remote \`${name}\``, {
		at: { file: ".dvc/config" },
		found: name,
		expected: remotes.size === 0 ? "a remote in .dvc/config" : `one of ${[...remotes.keys()].join(", ")}`,
	});
}
