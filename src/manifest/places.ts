import { joinPath } from "../kernel/index.ts";

/** Where paths of a manifest count from. */
export interface Standing {
	/** The DVC root, absolute; null where only a revision is looked at and nothing absolute can be placed. */
	readonly root: string | null;
	/** The working directory, relative to the DVC root. */
	readonly wdir: string;
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** A path as written, relative to the DVC root (`../x` outside of it); null for web addresses and what cannot be placed. */
export function placePath({ root, wdir }: Standing, path: string): string | null {
	if (ADDRESS.test(path)) return null;
	if (!path.startsWith("/")) return joinPath(wdir, path);
	if (root === null) return null;
	if (path === root || path.startsWith(`${root}/`)) return joinPath(path.slice(root.length));
	// outside: as many steps up as the root is deep, then down again
	return joinPath(
		...root
			.split("/")
			.filter((part) => part !== "")
			.map(() => ".."),
		path,
	);
}
