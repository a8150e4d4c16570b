import { statSync } from "node:fs";
import type { Stamp } from "../digest/index.ts";
import { badInput } from "../kernel/index.ts";

/** The file as it stands now, links followed. */
export function stampOf(file: string): Stamp {
	const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
	if (stat === undefined) throw badInput("file-not-found", `${file} does not exist`, { at: { file } });
	return { inode: BigInt.asIntN(64, stat.ino), size: stat.size, modified: stat.mtimeNs, changed: stat.ctimeNs };
}
