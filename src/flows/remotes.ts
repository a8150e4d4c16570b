import { badInput } from "../kernel/index.ts";
import type { DvcConfig, RemoteConfig } from "../manifest/index.ts";
import { didYouMean } from "../source/index.ts";
import { openRemote, type Remote } from "../store/index.ts";

/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
export function remoteOf(config: DvcConfig, name: string | null): Remote {
	return openRemote(remoteConfig(config, name ?? config.defaultRemote));
}

function remoteConfig({ remotes }: DvcConfig, name: string | null): RemoteConfig {
	if (name === null) {
		throw badInput("no-remote", "the project has no default remote", {
			at: { file: ".dvc/config" },
			found: "no `core.remote`",
			expected: "the name of a remote",
			hint: "dvc remote add -d NAME URL, or -r NAME",
		});
	}
	const found = remotes.get(name.toLowerCase());
	if (found !== undefined) return found;
	const names = [...remotes.keys()];
	const known = names.length === 0 ? "" : `the remotes are ${names.join(", ")}; `;
	throw badInput("unknown-remote", `there is no remote \`${name}\``, {
		at: { file: ".dvc/config" },
		found: name,
		expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
		hint: didYouMean(name, names) ?? `${known}dvc remote add ${name} URL makes one`,
	});
}
