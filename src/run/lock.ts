import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { badInput } from "../kernel/index.ts";

/**
 * Does work that no second mainline may do at the same time in the same project. A lock that a killed process left is
 * taken over. Failure `locked` names the process that holds it.
 */
export async function exclusively<T>(file: string, pid: number, work: () => Promise<T>): Promise<T> {
	await take(file, pid);
	try {
		return await work();
	} finally {
		await rm(file, { force: true });
	}
}

async function take(file: string, pid: number): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	if (await created(file, pid)) return;
	const holder = Number(await readFile(file, "utf8").catch(() => "0"));
	if (holder !== pid && isAlive(holder)) throw locked(file, holder);
	await rm(file, { force: true });
	if (!(await created(file, pid))) throw locked(file, holder);
}

async function created(file: string, pid: number): Promise<boolean> {
	try {
		await writeFile(file, String(pid), { flag: "wx" });
		return true;
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
		throw cause;
	}
}

function isAlive(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return cause instanceof Error && "code" in cause && cause.code === "EPERM";
	}
}

function locked(file: string, holder: number): Error {
	return badInput("locked", `another mainline (process ${holder}) is working in this project`, {
		found: file,
		hint: "wait for it to end and try again",
	});
}
