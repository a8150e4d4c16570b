import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** `cache.shared = group`: members of one group share a cache. */
const GROUP_FOLDER = 0o2775;
export const GROUP_FILE = 0o664;

/** Makes a folder and those above it; in a shared cache with the modes that DVC gives them, whatever the umask. */
export function makeFolder(folder: string, shared: boolean): void {
	const first = mkdirSync(folder, { recursive: true });
	if (!shared || first === undefined) return;
	for (let each = folder; ; each = dirname(each)) {
		chmodSync(each, GROUP_FOLDER);
		if (each === first || each === dirname(each)) return;
	}
}
