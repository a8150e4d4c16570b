import { badInput, Failure } from "../kernel/index.ts";
import type { Credentials } from "../release/index.ts";
import { run } from "../shell/index.ts";
import type { FlowContext } from "./context.ts";

/** A helper that takes longer waits for somebody: a keychain that wants to be unlocked. */
const HELPER_MS = 60_000;

/** Who we are to registries: a login that was given by name, then docker's file and the programs that it names. */
export function registryCredentials(
	{ machine, signal }: Pick<FlowContext, "machine" | "signal">,
	login: Credentials["login"],
): Credentials {
	const askHelper = (name: string, server: string) => ask({ name, server, signal });
	return { dockerConfig: machine.registryAuth, login: login ?? null, askHelper };
}

/** The protocol of docker-credential-helpers: `get`, the server on stdin, JSON on stdout; an exit code where it knows nothing. Null without the program, too. */
async function ask({
	name,
	server,
	signal,
}: {
	name: string;
	server: string;
	signal: AbortSignal;
}): Promise<string | null> {
	if (!/^[\w.-]+$/.test(name)) {
		throw badInput("docker-config", "the file with registry logins names a helper that no program can be called", {
			found: name,
			expected: "letters, digits, `.`, `_` and `-`, as in `ecr-login`",
		});
	}
	try {
		const options = { input: server, timeoutMs: HELPER_MS, signal };
		const { code, stdoutText } = await run(`docker-credential-${name}`, ["get"], options);
		return code === 0 ? stdoutText : null;
	} catch (failure) {
		// a file that came along from another machine: what is public can be read all the same
		if (failure instanceof Failure && failure.code === "program-missing") return null;
		throw failure;
	}
}
