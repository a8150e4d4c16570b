import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { badInput } from "../kernel/index.ts";
import { isOver, isRunning, processAt } from "./process.ts";

/**
 * Does work that no second mainline may do at the same time in the same project. A lock that a killed process left is
 * taken over. Failure `locked` names the process that holds it.
 */
export async function exclusively<T>(file: string, pid: number, work: () => Promise<T>): Promise<T> {
	await take(file, await nameOf(pid));
	try {
		return await work();
	} finally {
		await rm(file, { force: true });
	}
}

async function take(file: string, self: string): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	if (await created(file, self)) return;
	const holder = await readFile(file, "utf8").catch(() => "");
	if (await isAlive(holder)) throw locked(file, holder);
	await removeStale(file, holder);
	if (!(await created(file, self))) throw locked(file, await readFile(file, "utf8").catch(() => holder));
}

/** Written elsewhere first: a lock that exists always says whose it is. */
async function created(file: string, self: string): Promise<boolean> {
	const aside = asideOf(file);
	await writeFile(aside, self);
	try {
		await link(aside, file);
		return true;
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
		throw cause;
	} finally {
		await rm(aside, { force: true });
	}
}

function asideOf(file: string): string {
	return `${file}.${randomBytes(6).toString("hex")}.tmp`;
}

/** Another process may have taken the stale lock over since it was read: what was moved away by mistake is put back. */
export async function removeStale(file: string, holder: string): Promise<void> {
	const aside = asideOf(file);
	await rename(file, aside).catch(() => undefined);
	const moved = await readFile(aside, "utf8").catch(() => holder);
	if (moved !== holder) await link(aside, file).catch(() => undefined);
	await rm(aside, { force: true });
}

/** `pid start`: a process id alone may have been given to another process since. */
async function nameOf(pid: number): Promise<string> {
	return `${pid} ${(await processAt(pid))?.started ?? ""}`.trim();
}

async function isAlive(holder: string): Promise<boolean> {
	const [pid = "", started = ""] = holder.split(" ");
	if (!/^[1-9]\d*$/.test(pid)) return false;
	const found = await processAt(Number(pid));
	if (found !== null && started !== "") return !isOver(found) && found.started === started;
	return isRunning(Number(pid));
}

function locked(file: string, holder: string): Error {
	return badInput("locked", `another mainline (process ${holder.split(" ")[0] ?? "?"}) is working in this project`, {
		found: file,
		hint: "wait for it to end and try again",
	});
}
