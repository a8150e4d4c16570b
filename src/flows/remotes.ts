import { randomInt } from "node:crypto";
import { badInput } from "../kernel/index.ts";
import type { DvcConfig, RemoteConfig } from "../manifest/index.ts";
import { didYouMean } from "../source/index.ts";
import { openRemote, type Remote, type Surroundings } from "../store/index.ts";
import type { FlowContext } from "./context.ts";

/** The part of the context that opening a remote needs. */
export type RemoteContext = Pick<FlowContext, "machine" | "clock" | "progress" | "signal" | "writeOnce" | "budget">;

/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
export async function remoteOf(context: RemoteContext, config: DvcConfig, name: string | null): Promise<Remote> {
	return openConfigured(context, remoteConfig(config, name ?? config.defaultRemote));
}

export function openConfigured(context: RemoteContext, config: RemoteConfig): Promise<Remote> {
	return openRemote(config, surroundingsOf(context));
}

export function surroundingsOf({
	machine,
	clock,
	progress,
	signal,
	writeOnce = false,
	budget,
}: RemoteContext): Surroundings {
	return {
		home: machine.home,
		variables: machine.variables,
		clock,
		chance: () => randomInt(2 ** 32) / 2 ** 32,
		warn: (line) => progress.warn(line),
		signal,
		writeOnce,
		...(budget === undefined ? {} : { budget }),
	};
}

/** Failures `no-remote`, `unknown-remote`. */
export function remoteConfig({ remotes }: DvcConfig, name: string | null): RemoteConfig {
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
