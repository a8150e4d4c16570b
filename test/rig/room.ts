import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One folder for all that a run of the tests puts into folders of a moment; what a test leaves behind goes with it. */
export function setup(): () => void {
	const folder = mkdtempSync(join(tmpdir(), "mainline-t-"));
	process.env["TMPDIR"] = folder;
	return () => {
		try {
			rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
		} catch (cause) {
			// what is left is no reason for tests that passed to count as failed
			console.warn(`${folder} was not removed: ${String(cause)}`);
		}
	};
}
