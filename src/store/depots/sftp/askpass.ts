import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SshTarget } from "./target.ts";

/** Answers what ssh asks, from its environment: a secret stands in no file and on no command line. Hosts are never confirmed. */
const HELPER = String.raw`#!/bin/sh
case "$1" in
*yes/no*) exit 1 ;;
*assphrase*) [ -n "$MAINLINE_SSH_PASSPHRASE" ] && printf '%s\n' "$MAINLINE_SSH_PASSPHRASE" ;;
*) [ -n "$MAINLINE_SSH_PASSWORD" ] && printf '%s\n' "$MAINLINE_SSH_PASSWORD" ;;
esac
`;

/** What `ssh` gets told by, when a password or a passphrase is configured. */
export interface Askpass {
	readonly variables: Readonly<Record<string, string>>;
	remove(): Promise<void>;
}

export async function makeAskpass({ password, passphrase }: SshTarget): Promise<Askpass> {
	if (password === null && passphrase === null) return { variables: {}, remove: async () => {} };
	const folder = await mkdtemp(join(tmpdir(), "mainline-askpass-"));
	const helper = join(folder, "askpass");
	await writeFile(helper, HELPER, { mode: 0o700 });
	return {
		variables: {
			SSH_ASKPASS: helper,
			SSH_ASKPASS_REQUIRE: "force",
			// older ones ask the helper only where there is a display
			DISPLAY: ":0",
			...(password === null ? {} : { MAINLINE_SSH_PASSWORD: password }),
			...(passphrase === null ? {} : { MAINLINE_SSH_PASSPHRASE: passphrase }),
		},
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}
