import type { Blob } from "../depot.ts";

/** What one look into a folder shows. Names are single parts. */
export interface Contents {
	readonly blobs: readonly { readonly name: string; readonly size: bigint; readonly modified?: Date | null }[];
	readonly folders: readonly string[];
}

/** All blobs below a prefix, folder by folder, some looks at a time. `look` gives null where there is no such folder. */
export async function* walk(
	prefix: string,
	width: number,
	look: (folder: string) => Promise<Contents | null>,
): AsyncGenerator<readonly Blob[]> {
	const ahead = [prefix];
	const looking: { folder: string; contents: Promise<Contents | null> }[] = [];
	while (ahead.length > 0 || looking.length > 0) {
		while (looking.length < width) {
			const folder = ahead.shift();
			if (folder === undefined) break;
			const contents = look(folder.replace(/\/$/, "") || ".");
			// its turn comes; an error must not be thrown before
			contents.catch(() => {});
			looking.push({ folder, contents });
		}
		const next = looking.shift();
		const contents = (await next?.contents) ?? null;
		if (next === undefined || contents === null) continue;
		ahead.push(...contents.folders.map((name) => `${next.folder}${name}/`));
		if (contents.blobs.length > 0)
			yield contents.blobs.map(({ name, ...about }) => ({ key: next.folder + name, ...about }));
	}
}
