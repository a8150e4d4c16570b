import { badInput, isWithin } from "../kernel/index.ts";

/** Absolute paths that a command reads, and those that it makes. */
export interface PathsInUse {
	readonly read: readonly string[];
	readonly write: readonly string[];
}

/** Who uses a path. */
export interface User {
	readonly pid: number;
	readonly cmd: string;
}

/** DVC's `.dvc/tmp/rwlock`: who is using what while the project itself is not locked (dvc 3.67.1, dvc/rwlock.py). */
export interface UseTable {
	readonly read: ReadonlyMap<string, readonly User[]>;
	readonly write: ReadonlyMap<string, User>;
}

/** Failure `rwlock-damaged`. */
export function parseUse(text: string | null, file: string): UseTable {
	if (text === null || text.trim() === "") return { read: new Map(), write: new Map() };
	const whole = record(parsed(text));
	const read = record(whole?.["read"] ?? {});
	const write = record(whole?.["write"] ?? {});
	if (whole === null || read === null || write === null) throw damaged(file);
	return {
		read: new Map(Object.entries(read).map(([path, users]) => [path, list(users).map((one) => user(one, file))])),
		write: new Map(Object.entries(write).map(([path, one]) => [path, user(one, file)])),
	};
}

export function formatUse({ read, write }: UseTable): string {
	return JSON.stringify({ write: Object.fromEntries(write), read: Object.fromEntries(read) });
}

/** The users other than `self` that keep it from these paths: a writer of any of them, or above or below; a reader of what is to be written. */
export function blockersOf(table: UseTable, { read, write }: PathsInUse, self: number): [string, User][] {
	const wanted = [...read, ...write];
	const writers = [...table.write].filter(([path]) => wanted.some((each) => overlap(each, path)));
	const readers = [...table.read]
		.filter(([path]) => write.some((each) => overlap(each, path)))
		.flatMap(([path, users]) => users.map((one): [string, User] => [path, one]));
	return [...writers, ...readers].filter(([, { pid }]) => pid !== self);
}

export function pidsIn({ read, write }: UseTable): Set<number> {
	return new Set([...[...read.values()].flat(), ...write.values()].map(({ pid }) => pid));
}

export function withUse(table: UseTable, { read, write }: PathsInUse, self: User): UseTable {
	return {
		read: new Map([
			...table.read,
			...read.map((path): [string, User[]] => [path, [...usersBut(self, table.read.get(path)), self]]),
		]),
		write: new Map([...table.write, ...write.map((path): [string, User] => [path, self])]),
	};
}

function usersBut({ pid }: User, users: readonly User[] = []): User[] {
	return users.filter((one) => one.pid !== pid);
}

/** The table without those whom `isGone` names. */
export function withoutUsers(table: UseTable, isGone: (user: User) => boolean): UseTable {
	const read = [...table.read].map(([path, users]): [string, User[]] => [path, users.filter((one) => !isGone(one))]);
	return {
		read: new Map(read.filter(([, users]) => users.length > 0)),
		write: new Map([...table.write].filter(([, one]) => !isGone(one))),
	};
}

function overlap(a: string, b: string): boolean {
	return a === b || isWithin(a, b) || isWithin(b, a);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function record(value: unknown): Record<string, unknown> | null {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [value];
}

function user(value: unknown, file: string): User {
	const { pid, cmd } = record(value) ?? {};
	if (typeof pid !== "number" || typeof cmd !== "string") throw damaged(file);
	return { pid, cmd };
}

function damaged(file: string): Error {
	return badInput("rwlock-damaged", `${file} is not what DVC writes there`, {
		at: { file },
		found: "something else than a table of readers and writers",
		expected: '{"read": {…}, "write": {…}}',
		hint: "when no dvc and no mainline is running, remove the file",
	});
}
