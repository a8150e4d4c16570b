import type { PipedProcess } from "../../../shell/index.ts";
import {
	type Attributes,
	decodeReply,
	decodeVersion,
	encode,
	type Field,
	NotSftp,
	PacketSplitter,
	REQUEST,
	type Reply,
	STATUS,
} from "./packet.ts";

/** A server's "no". */
export class SftpRefusal extends Error {
	readonly code: number;

	constructor(code: number, message: string) {
		super(message);
		this.code = code;
	}
}

/** The server fell silent although it was asked. */
export class Silent extends Error {}

/** The connection is gone; the process's own last words tell why. */
export class Gone extends Error {}

/** Bytes of one read or write that every server takes. */
const SAFE_LENGTH = 32 * 1024;
const MOST_LENGTH = 256 * 1024 - 1024;

const IS_FOLDER = 0o040000;
const IS_LINK = 0o120000;
const KIND = 0o170000;

export interface DirectoryEntry {
	readonly name: string;
	readonly kind: "folder" | "link" | "file";
	readonly size: bigint;
	readonly modified: Date | null;
}

/** One SFTP session over the pipes of a program: any number of requests at a time, each answered by its number. */
export class SftpSession {
	/** How many works are under way in it, counted by whoever hands it out. */
	users = 0;
	/** Bytes of one read or write. */
	readLength = SAFE_LENGTH;
	writeLength = SAFE_LENGTH;
	readonly #process: PipedProcess;
	readonly #silenceMs: number;
	readonly #splitter = new PacketSplitter();
	readonly #waiting = new Map<number, { resolve(reply: Reply): void; reject(cause: Error): void }>();
	#extensions: ReadonlyMap<string, string> = new Map();
	#next = 0;
	#over: Error | null = null;
	#alarm: NodeJS.Timeout | null = null;

	private constructor(process: PipedProcess, silenceMs: number) {
		this.#process = process;
		this.#silenceMs = silenceMs;
	}

	/** Greets the server. Rejects with `Gone`, `Silent` or `NotSftp`, and then the program has been ended. */
	static async open(
		process: PipedProcess,
		{ greetingMs, silenceMs }: { greetingMs: number; silenceMs: number },
	): Promise<SftpSession> {
		const session = new SftpSession(process, silenceMs);
		await session.#greet(greetingMs);
		if (session.#extensions.has("limits@openssh.com")) await session.#askLimits();
		return session;
	}

	/** Null while it lives. */
	get over(): Error | null {
		return this.#over;
	}

	/** Null when there is nothing. */
	async stat(path: string): Promise<Attributes | null> {
		try {
			return attributesOf(await this.#ask(REQUEST.stat, [path]));
		} catch (cause) {
			if (cause instanceof SftpRefusal && cause.code === STATUS.noSuchFile) return null;
			throw cause;
		}
	}

	async open(path: string, flags: number): Promise<Buffer> {
		return handleOf(await this.#ask(REQUEST.open, [path, flags, 0]));
	}

	async fstat(handle: Buffer): Promise<Attributes> {
		return attributesOf(await this.#ask(REQUEST.fstat, [handle]));
	}

	/** Null at the end. May give less than it was asked for. */
	async read(handle: Buffer, offset: bigint, length: number): Promise<Buffer | null> {
		const reply = await this.#ask(REQUEST.read, [handle, offset, length]).catch(endAsNull);
		if (reply === null) return null;
		return reply.kind === "data" ? reply.bytes : mismatch(reply);
	}

	async write(handle: Buffer, offset: bigint, bytes: Uint8Array): Promise<void> {
		await this.#ask(REQUEST.write, [handle, offset, bytes]);
	}

	async close(handle: Buffer): Promise<void> {
		await this.#ask(REQUEST.close, [handle]);
	}

	async remove(path: string): Promise<void> {
		await this.#ask(REQUEST.remove, [path]);
	}

	async makeFolder(path: string): Promise<void> {
		await this.#ask(REQUEST.mkdir, [path, 0]);
	}

	/** What stood at `to` is replaced. */
	async rename(from: string, to: string): Promise<void> {
		if (this.#extensions.has("posix-rename@openssh.com")) {
			await this.#ask(REQUEST.extended, ["posix-rename@openssh.com", from, to]);
			return;
		}
		try {
			await this.#ask(REQUEST.rename, [from, to]);
		} catch (cause) {
			// the protocol's own rename takes no name that is taken
			if (!(cause instanceof SftpRefusal) || (await this.stat(to)) === null) throw cause;
			await this.remove(to);
			await this.#ask(REQUEST.rename, [from, to]);
		}
	}

	/** Null when there is no such folder. */
	async list(path: string): Promise<DirectoryEntry[] | null> {
		const opened = await this.#ask(REQUEST.opendir, [path]).catch(absentAsNull);
		if (opened === null) return null;
		const handle = handleOf(opened);
		const entries: DirectoryEntry[] = [];
		try {
			for (;;) {
				const reply = await this.#ask(REQUEST.readdir, [handle]).catch(endAsNull);
				if (reply === null) return entries;
				if (reply.kind !== "names") return mismatch(reply);
				entries.push(...reply.names.map(({ name, attributes }) => entryOf(name, attributes)));
			}
		} finally {
			this.close(handle).catch(() => {});
		}
	}

	/** Ends the program; who still waits is told `cause`. */
	end(cause: Error = new Gone("closed")): void {
		this.#end(cause);
		this.#process.stdin.end();
		this.#process.kill("SIGTERM");
	}

	#ask(type: number, fields: readonly Field[]): Promise<Reply> {
		const id = this.#next++ >>> 0;
		return this.#send(id, encode(type, [id, ...fields]));
	}

	#send(id: number, packet: Buffer): Promise<Reply> {
		if (this.#over !== null) return Promise.reject(this.#over);
		return new Promise<Reply>((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#watch();
			this.#process.stdin.write(packet);
		});
	}

	async #greet(greetingMs: number): Promise<void> {
		const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
		let take: (packet: Buffer) => void = (packet) => {
			take = (next) => this.#take(next);
			resolve(packet);
		};
		this.#process.stdout.on("data", (chunk: Buffer) => {
			try {
				for (const packet of this.#splitter.push(chunk)) take(packet);
			} catch (cause) {
				const told = cause instanceof Error ? cause : new NotSftp(String(cause));
				reject(told);
				this.end(told);
			}
		});
		void this.#process.ended.then(() => {
			const gone = new Gone("the connection is gone");
			reject(gone);
			this.#end(gone);
		});
		const alarm = setTimeout(() => reject(new Silent(`no greeting within ${greetingMs / 1000} s`)), greetingMs);
		this.#process.stdin.write(encode(REQUEST.init, [3]));
		try {
			this.#extensions = decodeVersion(await promise).extensions;
			this.#watch();
		} catch (cause) {
			this.end(cause instanceof Error ? cause : new NotSftp(String(cause)));
			throw cause;
		} finally {
			clearTimeout(alarm);
		}
	}

	async #askLimits(): Promise<void> {
		const reply = await this.#ask(REQUEST.extended, ["limits@openssh.com"]);
		if (reply.kind !== "extended") return;
		reply.reader.uint64(); // of a packet
		// 0 stands for no limit
		const length = (limit: bigint): number => (limit === 0n ? SAFE_LENGTH : Math.min(MOST_LENGTH, Number(limit)));
		this.readLength = length(reply.reader.uint64());
		this.writeLength = length(reply.reader.uint64());
	}

	#take(packet: Buffer): void {
		const { id, reply } = decodeReply(packet);
		const waiter = this.#waiting.get(id);
		if (waiter === undefined) throw new NotSftp(`an answer that nobody asked for (${id})`);
		this.#waiting.delete(id);
		if (reply.kind === "status" && reply.code !== STATUS.ok) waiter.reject(new SftpRefusal(reply.code, reply.message));
		else waiter.resolve(reply);
		this.#watch();
	}

	/** Alarmed while somebody waits, and out of the way of a program that wants to end while nobody does. */
	#watch(): void {
		if (this.#waiting.size === 0) {
			if (this.#alarm !== null) clearTimeout(this.#alarm);
			this.#alarm = null;
			this.#process.hold(false);
		} else if (this.#alarm === null) {
			this.#alarm = setTimeout(
				() => this.end(new Silent(`no sign of life for ${this.#silenceMs / 1000} s`)),
				this.#silenceMs,
			);
			this.#process.hold(true);
		} else this.#alarm.refresh();
	}

	#end(cause: Error): void {
		this.#over ??= cause;
		const waiters = [...this.#waiting.values()];
		this.#waiting.clear();
		this.#watch();
		for (const waiter of waiters) waiter.reject(this.#over);
	}
}

function attributesOf(reply: Reply): Attributes {
	return reply.kind === "attributes" ? reply.attributes : mismatch(reply);
}

function handleOf(reply: Reply): Buffer {
	// it is kept, and must not keep all else that came with it
	return reply.kind === "handle" ? Buffer.from(reply.handle) : mismatch(reply);
}

function mismatch(reply: Reply): never {
	throw new NotSftp(`an answer of the wrong kind (${reply.kind})`);
}

function endAsNull(cause: unknown): null {
	if (cause instanceof SftpRefusal && cause.code === STATUS.end) return null;
	throw cause;
}

function absentAsNull(cause: unknown): null {
	if (cause instanceof SftpRefusal && cause.code === STATUS.noSuchFile) return null;
	throw cause;
}

function entryOf(name: string, { mode, size, modified }: Attributes): DirectoryEntry {
	const kind = (mode ?? 0) & KIND;
	return { name, kind: kind === IS_FOLDER ? "folder" : kind === IS_LINK ? "link" : "file", size: size ?? 0n, modified };
}

export function isFolder({ mode }: Attributes): boolean {
	return ((mode ?? 0) & KIND) === IS_FOLDER;
}
