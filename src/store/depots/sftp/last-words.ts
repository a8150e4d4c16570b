import { Failure, infrastructure } from "../../../kernel/index.ts";
import { DepotTrouble } from "../../depot.ts";
import { badCredentials, noSuchPlace, strange, unreachable } from "../troubles.ts";
import { NotSftp } from "./packet.ts";
import { Gone } from "./session.ts";
import { addressOf, byHand, type SshTarget } from "./target.ts";

/** Why a session did not come about or ended, told with a next step. `said` is what `ssh` wrote to stderr: OpenSSH speaks English everywhere. */
export function sshTrouble(target: SshTarget, said: string, cause: unknown): Error {
	if (cause instanceof NotSftp) return notSftp(target, cause);
	if (cause instanceof Gone) return wordsTrouble(target, said, cause);
	if (cause instanceof Failure || !(cause instanceof Error)) return cause as Error;
	return unreachable({ address: addressOf(target), cause, found: cause.message });
}

function notSftp(target: SshTarget, { message }: NotSftp): DepotTrouble {
	return strange({
		address: addressOf(target),
		found: message,
		hint: "when a login shell's start-up file prints something (echo in .bashrc), it must do so on terminals only",
	});
}

function wordsTrouble(target: SshTarget, said: string, cause: Gone): DepotTrouble {
	const address = addressOf(target);
	const lines = said.split(/\r?\n/).filter((line) => line.trim() !== "" && !/^(@+|\*\*)/.test(line));
	const found = lines.slice(-2).join("; ").trim() || cause.message;
	const told = { address, cause, found };
	if (/REMOTE HOST IDENTIFICATION HAS CHANGED/.test(said)) return otherKey(target, lines);
	if (/Host key verification failed|No \S+ host key is known for|authenticity of host/.test(said))
		return unknownHost(target, lines);
	if (/Permission denied \(|Too many authentication failures|No more authentication methods/.test(said)) {
		return badCredentials({ ...told, hint: `get in by hand first: ${byHand(target)}` });
	}
	if (/subsystem request failed/i.test(said)) {
		return strange({ ...told, hint: "the server must offer SFTP (sshd_config: Subsystem sftp internal-sftp)" });
	}
	if (/Bad configuration option|bad configuration options|Bad owner or permissions/i.test(said)) {
		return strange({ ...told, hint: "correct the ssh configuration that it names" });
	}
	if (/Could not resolve hostname/.test(said) && !/Temporary failure/.test(said)) {
		return noSuchPlace({
			...told,
			hint: `check the host in the remote's url: dvc remote modify ${target.remote} url …`,
		});
	}
	return unreachable(told);
}

function unknownHost(target: SshTarget, lines: readonly string[]): DepotTrouble {
	return untrusted(`nobody has said yet that the key of ${target.host} is right`, {
		found: lines.slice(-1).join(),
		hint: `compare its fingerprint and say yes, once: ${byHand(target)}\n(on a runner: put the line of \`ssh-keyscan ${
			target.port === null ? "" : `-p ${target.port} `
		}${target.host}\`, once compared, into ~/.ssh/known_hosts)`,
	});
}

function otherKey(target: SshTarget, lines: readonly string[]): DepotTrouble {
	const name = target.port === null || target.port === 22 ? target.host : `[${target.host}]:${target.port}`;
	return untrusted(`${target.host} shows another key than before: somebody may be in between`, {
		found: lines.find((line) => /fingerprint|SHA256:/.test(line)) ?? lines.slice(-1).join(),
		hint: `ask its owner whether the key was changed; if so: ssh-keygen -R '${name}', then ${byHand(target)}`,
	});
}

function untrusted(message: string, { found, hint }: { found: string; hint: string }): DepotTrouble {
	const expected = "a key that is in known_hosts";
	return new DepotTrouble(infrastructure("remote-host-key", message, { found, expected, hint }), { again: false });
}
