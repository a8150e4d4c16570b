import { parentOf } from "../../kernel/index.ts";

/** For protocols whose blobs lie in folders. Folders are named relative to the remote, `.` is the remote's own. */
export interface FolderMaker {
	/** Null when it stands now, made or found; what to say of it when the folder above is not there. Throws any other trouble. */
	make(folder: string): Promise<Error | null>;
	/** Makes sure of the remote's own folder, or throws. */
	root(): Promise<void>;
}

/** Makes each folder once, asking for the deepest first: where one stands, one request is all. */
export class Folders {
	readonly #maker: FolderMaker;
	readonly #known = new Map<string, Promise<void>>();

	constructor(maker: FolderMaker) {
		this.#maker = maker;
	}

	ensure(folder: string): Promise<void> {
		const known = this.#known.get(folder);
		if (known !== undefined) return known;
		const making = this.#make(folder);
		this.#known.set(folder, making);
		making.catch(() => this.#known.delete(folder));
		return making;
	}

	/** After a write found no folder: somebody took it away. */
	forget(folder: string): void {
		for (const known of this.#known.keys()) {
			if (folder === known || folder.startsWith(`${known}/`) || known === ".") this.#known.delete(known);
		}
	}

	async #make(folder: string): Promise<void> {
		if (folder === ".") return this.#maker.root();
		if ((await this.#maker.make(folder)) === null) return;
		await this.ensure(parentOf(folder));
		const trouble = await this.#maker.make(folder);
		if (trouble !== null) throw trouble;
	}
}
