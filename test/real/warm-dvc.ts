import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Answer, RealDvc } from "./agreement/worker.ts";

let room: string | null = null;
/** By their variables, of which a file has one set as a rule. */
const warm = new Map<string, RealDvc>();

/**
 * The real dvc, of which a file's tests share one process that forks for each command: a second and more of a core less for
 * each than a program of its own, most of which dvc takes to begin.
 */
export function warmDvc(
	cwd: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
	room ??= mkdtempSync(join(tmpdir(), "mainline-warm-dvc-"));
	const key = JSON.stringify(env);
	const dvc = warm.get(key) ?? new RealDvc(room, "as-it-comes", env);
	warm.set(key, dvc);
	return dvc.call(cwd, ...args);
}

afterAll(() => {
	for (const dvc of warm.values()) dvc.end();
	if (room !== null) rmSync(room, { recursive: true, force: true });
});
