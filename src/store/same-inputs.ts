import { equalInPython, type Mapping } from "../kernel/index.ts";
import type { LockEntry, Recorded } from "../manifest/index.ts";

/**
 * Whether two entries really had the same inputs: command, dependencies, every parameter. The run cache's key leaves out
 * whatever is called `size` or `nfiles`, so that `model.size: 1` and `model.size: 2` share it.
 */
export function sameInputs(a: LockEntry, b: LockEntry): boolean {
	return sameCommand(a, b) && sameDependencies(a.deps, b.deps) && sameParameters(a.params, b.params);
}

function sameCommand(a: LockEntry, b: LockEntry): boolean {
	return JSON.stringify(a.cmd) === JSON.stringify(b.cmd);
}

function sameDependencies(a: readonly Recorded[], b: readonly Recorded[]): boolean {
	const others = new Map(b.map((dependency) => [dependency.path, dependency]));
	return (
		a.length === b.length &&
		a.every(({ path, oid, hash }) => {
			const other = others.get(path);
			return other !== undefined && other.oid === oid && other.hash === hash;
		})
	);
}

function sameParameters(a: LockEntry["params"], b: LockEntry["params"]): boolean {
	return a.size === b.size && [...a].every(([file, values]) => sameValues(values, b.get(file)));
}

function sameValues(a: Mapping, b: Mapping | undefined): boolean {
	return b !== undefined && equalInPython(a, b);
}
