import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { badInput, type Progress } from "../../kernel/index.ts";
import { stream } from "../../shell/index.ts";
import { installFailure, withoutPasswords } from "./failures.ts";
import { findInstaller, findUv, installCommand, QUIET } from "./installer.ts";
import type { PinnedRequirements, PythonLock, PythonTarget, UvLock } from "./model.ts";
import { parseRequirements, requirementsText } from "./requirements.ts";

export interface InstallContext {
	readonly progress: Progress;
	readonly signal: AbortSignal;
}

/** Installs the lock's packages into `folder/site`, working in `folder`; what was asked for comes back. Nothing of a package runs. */
export async function install(
	lock: PythonLock,
	{ target, folder }: { readonly target: PythonTarget; readonly folder: string },
	context: InstallContext,
): Promise<PinnedRequirements> {
	const asked = lock.content.kind === "uv" ? await exported(lock.content, folder, context) : lock.content;
	const installer = await findInstaller(target, context.signal);
	const requirements = join(folder, "requirements.txt");
	await writeFile(requirements, requirementsText(asked));
	const hashed = asked.pins.every(({ hashes }) => hashes.length > 0);
	// where markers leave everything out, no tool makes it
	const into = join(folder, "site");
	await mkdir(into);
	const command = installCommand(installer, { requirements, into, target, alone: asked.complete, hashed });
	const packages = `${asked.pins.length} package${asked.pins.length === 1 ? "" : "s"}`;
	context.progress.say(`${lock.file}: installing ${packages} for Python ${target.version} with ${installer.name}`);
	const { code, lines } = await watched(command, "/", context);
	if (code === 0) return asked;
	throw installFailure(lines, { lock, target, installer });
}

/** uv.lock says more than we read; its own program gives what has to be installed. */
async function exported(lock: UvLock, folder: string, context: InstallContext): Promise<PinnedRequirements> {
	const { command } = await findUv(context.signal);
	const project = join(folder, "project");
	await mkdir(project);
	await writeFile(join(project, "uv.lock"), lock.bytes);
	// the lock alone decides: of the project it needs no more than the name, and a workspace of its own keeps uv from looking above
	const name = JSON.stringify(lock.project);
	await writeFile(join(project, "pyproject.toml"), `[project]\nname = ${name}\nversion = "0"\n\n[tool.uv.workspace]\n`);
	const output = join(folder, "exported.txt");
	const flags = ["--frozen", "--no-default-groups", "--no-emit-project", "--no-header", "--no-annotate"];
	const form = ["--format", "requirements-txt", "--output-file", output, "--quiet"];
	const { code, lines } = await watched([...command, "export", ...flags, ...form], project, context);
	if (code !== 0) {
		throw badInput("python-lock", "uv cannot read uv.lock", {
			at: { file: "uv.lock" },
			found: lines.slice(-6).join("\n"),
			hint: "uv lock, and commit the result",
		});
	}
	const read = parseRequirements(await readFile(output, "utf8"), "uv.lock");
	return { ...read, indexes: lock.indexes, complete: true };
}

const MAX_LINES = 200;

/** Runs a tool; its lines are shown as they come, without passwords, and the last of them come back. */
async function watched(
	[program, ...args]: readonly [string, ...string[]],
	cwd: string,
	{ progress, signal }: InstallContext,
): Promise<{ code: number; lines: readonly string[] }> {
	const decoder = new TextDecoder();
	const lines: string[] = [];
	let rest = "";
	const take = (line: string): void => {
		const clean = withoutPasswords(line.trimEnd());
		if (clean === "") return;
		progress.live(clean.trim());
		lines.push(clean);
		if (lines.length > MAX_LINES) lines.shift();
	};
	const onOutput = (chunk: Uint8Array): void => {
		const parts = (rest + decoder.decode(chunk, { stream: true })).split(/[\r\n]+/);
		rest = parts.pop() ?? "";
		for (const part of parts) take(part);
	};
	const { code } = await stream(program, args, { cwd, env: QUIET, signal, onOutput });
	take(rest);
	signal.throwIfAborted();
	return { code, lines };
}
