import { startPiped } from "../../../shell/index.ts";
import type { Surroundings } from "../../depot.ts";
import { makeAskpass } from "./askpass.ts";
import { sshTrouble } from "./last-words.ts";
import { SftpSession } from "./session.ts";
import { type SshTarget, sshArguments } from "./target.ts";

/** So long may a login take where the remote does not say. */
const LOGIN_MS = 120_000;
const SILENCE_MS = 120_000;
/** With so many works in every connection, one more connection pays. */
const CROWDED = 3;
const KEPT_WORDS = 4096;

/**
 * A few `ssh` at a time: a server works through one connection's requests one after the other. The first is opened when it is
 * needed, more while the work goes on; where no more of them are let in, those that are there do.
 */
export class Connections {
	readonly target: SshTarget;
	readonly #surroundings: Surroundings;
	readonly #words = new WeakMap<SftpSession, () => string>();
	#sessions: SftpSession[] = [];
	#opening: Promise<SftpSession> | null = null;
	#most: number;

	constructor(target: SshTarget, surroundings: Surroundings) {
		this.target = target;
		this.#surroundings = surroundings;
		this.#most = target.connections;
		surroundings.signal.addEventListener("abort", () => this.#endAll(), { once: true });
	}

	/** A living session, which counts as used until `release`. */
	async take(): Promise<SftpSession> {
		this.#sessions = this.#sessions.filter((session) => session.over === null);
		const idlest = this.#sessions.reduce<SftpSession | null>(
			(best, each) => (best === null || each.users < best.users ? each : best),
			null,
		);
		if (idlest !== null && idlest.users >= CROWDED && this.#sessions.length < this.#most) this.#grow();
		const session = idlest ?? (await this.#open());
		session.users++;
		return session;
	}

	release(session: SftpSession): void {
		session.users--;
	}

	/** What to tell when a session broke. */
	trouble(cause: Error, session: SftpSession): Error {
		return sshTrouble(this.target, this.#words.get(session)?.() ?? "", cause);
	}

	async close(): Promise<void> {
		this.#most = 0;
		await this.#opening?.catch(() => {});
		this.#endAll();
	}

	#endAll(): void {
		for (const session of this.#sessions.splice(0)) session.end();
	}

	#grow(): void {
		if (this.#opening !== null) return;
		this.#open().catch(() => {
			this.#most = Math.max(1, this.#sessions.length);
		});
	}

	#open(): Promise<SftpSession> {
		this.#opening ??= this.#connect().finally(() => {
			this.#opening = null;
		});
		return this.#opening;
	}

	async #connect(): Promise<SftpSession> {
		this.#surroundings.signal.throwIfAborted();
		const askpass = await makeAskpass(this.target);
		const env = defined({ ...this.#surroundings.variables, ...askpass.variables });
		let words = "";
		try {
			const process = await startPiped("ssh", sshArguments(this.target), { env });
			process.stderr.on("data", (chunk: Buffer) => {
				words = (words + chunk.toString("utf8")).slice(-KEPT_WORDS);
			});
			const greetingMs = this.target.timeoutMs || LOGIN_MS;
			const session = await SftpSession.open(process, { greetingMs, silenceMs: SILENCE_MS });
			this.#words.set(session, () => words);
			this.#sessions.push(session);
			if (this.#surroundings.signal.aborted) session.end();
			return session;
		} catch (cause) {
			throw sshTrouble(this.target, words, cause);
		} finally {
			await askpass.remove();
		}
	}
}

function defined(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}
