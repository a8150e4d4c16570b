/** Paths as DVC's files and our documents write them: `/` between parts, relative, `.` for the root itself. */

/** Joins and normalises (`a/../b`, `./a`, `a//b`); the result never starts with `./` and may start with `../`. */
export function joinPath(...parts: readonly string[]): string {
	const out: string[] = [];
	for (const part of parts.join("/").split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && out.length > 0 && out.at(-1) !== "..") out.pop();
		else out.push(part);
	}
	return out.length === 0 ? "." : out.join("/");
}

export function parentOf(path: string): string {
	const at = path.lastIndexOf("/");
	return at < 0 ? "." : path.slice(0, at);
}

export function baseName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** True when `path` is `ancestor` or lies below it, part by part (`data2` is not inside `data`). */
export function isWithin(path: string, ancestor: string): boolean {
	return ancestor === "."
		? !path.startsWith("../") && path !== ".."
		: path === ancestor || path.startsWith(`${ancestor}/`);
}

/** `path` as seen from the folder `from`; both relative to the same root. */
export function relativeTo(path: string, from: string): string {
	const a = from === "." ? [] : from.split("/");
	const b = path === "." ? [] : path.split("/");
	let shared = 0;
	while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
	return joinPath(...Array.from({ length: a.length - shared }, () => ".."), ...b.slice(shared));
}
