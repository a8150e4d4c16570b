import { chmodSync, constants, linkSync, lstatSync, mkdirSync, readlinkSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { infrastructure } from "../kernel/index.ts";
import { canClone, copyInto, install, writeInto } from "./install.ts";

export type LinkType = "reflink" | "hardlink" | "symlink" | "copy";

/** What a file system answers when it cannot make a link of a kind; anything else (no space, no permission) is told. */
const CANNOT = new Set(["ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EINVAL", "EPERM", "EMLINK", "ENOTTY", "EBADF"]);

/** Makes workspace files of cache objects by the first kind of link that works here, which it remembers. */
export class Linker {
	readonly #types: readonly LinkType[];
	readonly #unable = new Set<LinkType>();
	/** Asked once: each question is a call to the system. */
	readonly #umask = process.umask();

	constructor(types: readonly LinkType[]) {
		this.#types = types.length === 0 ? ["reflink", "copy"] : types;
	}

	/**
	 * Replaces `target` whole, or makes it where it `isNew`. Files stay writable unless they are links to the object itself.
	 */
	async link(object: string, target: string, { exec, isNew = false }: Linking): Promise<void> {
		const size = lstatSync(object, { bigint: true }).size;
		for (const type of this.#candidates(exec)) {
			try {
				if (isNew && size > 0n && linkedAtOnce(type, object, target)) return;
				await install(target, (temporary) =>
					make({ type, object, temporary, size, mode: workspaceMode(this.#umask, exec) }),
				);
				return;
			} catch (cause) {
				if (!CANNOT.has(codeOf(cause) ?? "")) throw cause;
				this.#unable.add(type);
			}
		}
		throw infrastructure("cannot-link", `no link type of cache.type works for ${target}`, {
			at: { file: target },
			found: this.#types.join(", "),
			hint: "add `copy`: dvc config cache.type reflink,copy",
		});
	}

	/**
	 * Whether a file with the right content inside a directory is a link, or a copy, that `cache.type` asks for. As in DVC a
	 * copy stays as it is, with its mode: that of files in directories is recorded nowhere, so it would be lost.
	 */
	isFine(object: string, target: string): boolean {
		const found = lstatSync(target);
		const plain = found.isFile() && found.nlink === 1;
		return this.#types.some((type) => {
			if (type === "copy" || type === "reflink") return plain;
			if (type === "symlink") return found.isSymbolicLink() && readlinkSync(target) === object;
			return found.isFile() && found.nlink > 1 && found.ino === lstatSync(object).ino;
		});
	}

	/** Whether a file with the right content is already what `link` would make of it. */
	isLinked(object: string, target: string, { exec }: Linking): boolean {
		const found = lstatSync(target);
		for (const type of this.#candidates(exec)) {
			if (type === "reflink") {
				if (canClone(object, target)) return false;
				this.#unable.add(type);
			} else if (type === "copy") {
				return found.isFile() && found.nlink === 1 && (found.mode & 0o777) === workspaceMode(this.#umask, exec);
			} else return type === "hardlink" && found.nlink > 1 && lstatSync(object).ino === found.ino;
		}
		return false;
	}

	/** An executable file cannot share its mode with the object, so links to the object are out of the question for it. */
	#candidates(exec: boolean): LinkType[] {
		const types = exec
			? this.#types.map((type) => (type.endsWith("link") && type !== "reflink" ? "copy" : type))
			: this.#types;
		return [...new Set(types)].filter((type) => !this.#unable.has(type));
	}
}

export interface Linking {
	readonly exec: boolean;
	/** Nothing is known to stand there. */
	readonly isNew?: boolean;
}

/** A link appears whole by itself: where nothing stands, it needs no temporary. False where something does, and for copies. */
function linkedAtOnce(type: LinkType, object: string, target: string): boolean {
	if (type !== "hardlink" && type !== "symlink") return false;
	const link = (): void => (type === "hardlink" ? linkSync : symlinkSync)(object, target);
	try {
		try {
			link();
		} catch (cause) {
			if (codeOf(cause) !== "ENOENT") throw cause;
			mkdirSync(dirname(target), { recursive: true });
			link();
		}
		return true;
	} catch (cause) {
		if (codeOf(cause) === "EEXIST") return false;
		throw cause;
	}
}

function codeOf(cause: unknown): string | null {
	return cause instanceof Error && "code" in cause ? String(cause.code) : null;
}

interface Making {
	readonly type: LinkType;
	readonly object: string;
	readonly temporary: string;
	readonly size: bigint;
	readonly mode: number;
}

function make({ type, object, temporary, size, mode }: Making): Promise<void> | void {
	switch (type) {
		case "reflink":
			return copyInto(object, temporary, { size, flags: constants.COPYFILE_FICLONE_FORCE, mode });
		case "copy":
			return copyInto(object, temporary, { size, mode });
		case "hardlink":
			// Every empty file of the project would be one file; DVC keeps them apart.
			return size === 0n ? writeInto(temporary, Buffer.alloc(0), mode) : linkSync(object, temporary);
		case "symlink":
			return symlinkSync(object, temporary);
	}
}

/** What the user's umask leaves of 0666, and the owner's execute bit where it is wanted. */
function workspaceMode(umask: number, exec: boolean): number {
	return (0o666 & ~umask) | (exec ? 0o100 : 0);
}

/** Adds the owner's execute bit to a file that is already right. */
export function makeExecutable(target: string): void {
	const stat = lstatSync(target);
	if (stat.isFile() && (stat.mode & 0o100) === 0 && stat.nlink === 1) chmodSync(target, (stat.mode & 0o777) | 0o100);
}
