import { readFileSync } from "node:fs";
import { badInput, type Failure } from "../../kernel/index.ts";
import type { RemoteConfig } from "../../manifest/index.ts";

/**
 * `.dvc/config` comes with the repository, and so with anybody's pull request: it must not name a program that a plan would
 * start. Failure `config-untrusted`.
 */
export function refuseCommittedProgram({ name, committed }: RemoteConfig, option: string): void {
	if (committed?.has(option) === true) throw untrusted(name, option, "the name of a program");
}

/** The same for AWS's files of credentials and settings, which may name one (`credential_process`). */
export function refuseCommittedProcess({ name, committed, options }: RemoteConfig, option: string): void {
	const file = options.get(option);
	if (committed?.has(option) !== true || typeof file !== "string") return;
	if (/^\s*credential_process\s*=/m.test(textOf(file))) {
		throw untrusted(name, option, `${file}, which has a credential_process`);
	}
}

function textOf(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		// whoever needs it says that it cannot be read
		return "";
	}
}

function untrusted(remote: string, option: string, found: string): Failure {
	return badInput(
		"config-untrusted",
		`\`${option}\` of remote "${remote}" would start a program that the repository names`,
		{
			at: { file: ".dvc/config" },
			found,
			expected: "such a setting in .dvc/config.local, or in your own DVC configuration",
			hint: `dvc remote modify --local ${remote} ${option} …, and take it out of .dvc/config`,
		},
	);
}
