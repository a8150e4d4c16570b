import { Readable } from "node:stream";
import { parentOf } from "../../../kernel/index.ts";
import type { RemoteConfig } from "../../../manifest/index.ts";
import type { Blob, Body, Depot, Surroundings } from "../../depot.ts";
import { Folders } from "../folders.ts";
import { isBlobName, temporaryName } from "../names.ts";
import { type Contents, walk } from "../walk.ts";
import { Connections } from "./connections.ts";
import { OPEN, STATUS } from "./packet.ts";
import { isAbsence, refusalTrouble } from "./refusal.ts";
import { type DirectoryEntry, isFolder, SftpRefusal, type SftpSession } from "./session.ts";
import { addressOf, parseTarget } from "./target.ts";
import { readAhead, writeAll } from "./transfer.ts";

/** Works at a time in one connection: covers the way there and back. */
const WORKS = 8;
/** Names in one answer to READDIR, as OpenSSH gives them. */
const PAGE = 100;

/** Opens `ssh://` with DVC's keys: user, port, keyfile, password, passphrase, timeout, allow_agent, gss_auth, max_sessions. */
export async function openDepot(config: RemoteConfig, surroundings: Surroundings): Promise<Depot> {
	return new SftpDepot(new Connections(parseTarget(config), surroundings));
}

class SftpDepot implements Depot {
	readonly address: string;
	readonly lanes: number;
	readonly page = PAGE;
	readonly #connections: Connections;
	readonly #path: string;
	readonly #folders: Folders;

	constructor(connections: Connections) {
		const { target } = connections;
		this.#connections = connections;
		this.#path = target.path;
		this.address = addressOf(target);
		this.lanes = target.connections * WORKS;
		// from the server's own root, or the folder that it starts in: as with DVC, a remote's folder is made with the first push
		this.#folders = new Folders({ make: (folder) => this.#makeFolder(folder), root: async () => {} });
	}

	async stat(key: string): Promise<bigint | null> {
		return this.#work(`look at ${key}`, async (session) => {
			const attributes = await session.stat(this.#at(key));
			return attributes === null || isFolder(attributes) ? null : (attributes.size ?? 0n);
		});
	}

	list(prefix: string): AsyncIterable<readonly Blob[]> {
		return walk(prefix, this.lanes, (folder) =>
			this.#work(`list ${folder}`, (session) => this.#look(session, folder === "." ? "" : folder)),
		);
	}

	async read(key: string, from = 0n): Promise<Readable | null> {
		const session = await this.#connections.take();
		const doing = `read ${key}`;
		const handle = await session.open(this.#at(key), OPEN.read).catch((cause: unknown) => {
			this.#connections.release(session);
			if (isAbsence(cause)) return null;
			throw this.#told(cause, session, doing);
		});
		if (handle === null) return null;
		const told = (cause: unknown): unknown => this.#told(cause, session, doing);
		async function* bytes(): AsyncGenerator<Buffer> {
			try {
				yield* readAhead(session, handle as Buffer, from);
			} catch (cause) {
				throw told(cause);
			}
		}
		const stream = Readable.from(bytes(), { objectMode: false });
		stream.once("close", () => {
			session.close(handle).catch(() => {});
			this.#connections.release(session);
		});
		return stream;
	}

	/** Under a name of its own first: a half-written blob is never seen under its name. */
	async write(key: string, body: Body): Promise<void> {
		const path = this.#at(key);
		const temporary = `${path.slice(0, path.lastIndexOf("/") + 1)}${temporaryName()}`;
		await this.#work(`write ${key}`, async (session) => {
			const handle = await this.#create(session, temporary);
			try {
				await writeAll(session, handle, body.bytes ?? body.open());
				await session.close(handle);
				await session.rename(temporary, path);
			} catch (cause) {
				// as well as it goes: what stays is swept by `dvc gc --cloud`
				session.close(handle).catch(() => {});
				await session.remove(temporary).catch(() => {});
				throw cause;
			}
		});
	}

	async remove(keys: readonly string[]): Promise<void> {
		for (const key of keys) {
			await this.#work(`delete ${key}`, async (session) => {
				await session.remove(this.#at(key)).catch((cause: unknown) => {
					if (!isAbsence(cause)) throw cause;
				});
			});
		}
	}

	async close(): Promise<void> {
		await this.#connections.close();
	}

	#at(key: string): string {
		return this.#path === "" ? key : `${this.#path.replace(/\/$/, "")}/${key}`;
	}

	async #work<T>(doing: string, work: (session: SftpSession) => Promise<T>): Promise<T> {
		const session = await this.#connections.take();
		try {
			return await work(session);
		} catch (cause) {
			throw this.#told(cause, session, doing);
		} finally {
			this.#connections.release(session);
		}
	}

	#told(cause: unknown, session: SftpSession, doing: string): unknown {
		if (cause instanceof SftpRefusal) return refusalTrouble(cause, this.address, doing);
		return cause instanceof Error && cause === session.over ? this.#connections.trouble(cause, session) : cause;
	}

	async #create(session: SftpSession, path: string): Promise<Buffer> {
		const flags = OPEN.write | OPEN.create | OPEN.exclusive;
		try {
			return await session.open(path, flags);
		} catch (cause) {
			const folder = parentOf(path.replace(/^\//, ""));
			if (!isAbsence(cause) || folder === ".") throw cause;
			this.#folders.forget(folder);
			await this.#folders.ensure(folder);
			return session.open(path, flags);
		}
	}

	/** `folder` counts from the server's root where the remote's path does. */
	async #makeFolder(folder: string): Promise<Error | null> {
		const path = this.#path.startsWith("/") ? `/${folder}` : folder;
		return this.#work(`make the folder ${path}`, async (session) => {
			try {
				await session.makeFolder(path);
				return null;
			} catch (cause) {
				if (isAbsence(cause)) return refusalTrouble(cause, this.address, `make the folder ${path}`);
				// the protocol has no word of its own for "it stands already"
				if (cause instanceof SftpRefusal && cause.code !== STATUS.denied) {
					const there = await session.stat(path);
					if (there !== null && isFolder(there)) return null;
				}
				throw cause;
			}
		});
	}

	async #look(session: SftpSession, folder: string): Promise<Contents | null> {
		const path = this.#at(folder);
		const entries = await session.list(path === "" ? "." : path);
		if (entries === null) return null;
		const named = entries.filter(({ name }) => isBlobName(name));
		const meant = await Promise.all(named.map((entry) => follow(session, path, entry)));
		return {
			blobs: meant.filter((entry) => entry?.kind === "file").map((entry) => entry as DirectoryEntry),
			folders: meant.filter((entry) => entry?.kind === "folder").map((entry) => (entry as DirectoryEntry).name),
		};
	}
}

/** What a link leads to; null when it leads nowhere. */
async function follow(session: SftpSession, folder: string, entry: DirectoryEntry): Promise<DirectoryEntry | null> {
	if (entry.kind !== "link") return entry;
	const attributes = await session.stat(folder === "" ? entry.name : `${folder}/${entry.name}`);
	if (attributes === null) return null;
	const { size, modified } = attributes;
	return { name: entry.name, kind: isFolder(attributes) ? "folder" : "file", size: size ?? 0n, modified };
}
