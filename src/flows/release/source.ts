import type { Git } from "../../git/index.ts";
import { Failure } from "../../kernel/index.ts";
import { run } from "../../shell/index.ts";
import { addressOf, partsOf } from "./web-address.ts";

const ASKING_MS = 5000;

/**
 * Where a clone's repository is, as everybody else knows it: the address goes into the image's digest, and two clones of one repository
 * have to come to the same. Null for a folder on some machine.
 */
export async function sourceOf(git: Pick<Git, "remoteUrl" | "resolvedUrl">): Promise<string | null> {
	const written = partsOf(await git.remoteUrl("origin"));
	if (written !== null && isPublic(written.host)) return addressOf(written);
	// a nickname: git's own (`url.….insteadOf`), or SSH's (`Host work`)
	const meant = partsOf(await git.resolvedUrl("origin")) ?? written;
	if (meant === null || isPublic(meant.host) || !meant.ssh) return meant === null ? null : addressOf(meant);
	return addressOf({ ...meant, host: await sshHost(meant.host) });
}

/** No nickname has a dot, and hardly a host that others know has none. */
function isPublic(host: string): boolean {
	return host.includes(".");
}

/** What SSH's settings say that a nickname stands for; the nickname itself where there is no SSH, or nothing is said. */
async function sshHost(nickname: string): Promise<string> {
	if (nickname.startsWith("-")) return nickname;
	try {
		const { code, stdoutText } = await run("ssh", ["-G", nickname], { timeoutMs: ASKING_MS });
		const named = code === 0 ? /^hostname (\S+)$/m.exec(stdoutText)?.[1] : undefined;
		return named ?? nickname;
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return nickname;
	}
}
