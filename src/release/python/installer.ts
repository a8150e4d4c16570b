import { badInput } from "../../kernel/index.ts";
import { run } from "../../shell/index.ts";
import type { PythonTarget } from "./model.ts";

/** What installs packages on this machine. */
export interface Installer {
	readonly name: "uv" | "pip";
	readonly command: readonly [string, ...string[]];
}

/** What is installed where, for either tool. */
export interface Installing {
	readonly requirements: string;
	readonly into: string;
	readonly target: PythonTarget;
	/** Nothing but what is listed. */
	readonly alone: boolean;
	/** Every file must have a hash that is listed. */
	readonly hashed: boolean;
}

/** Variables that would have a tool do something else than what it is asked; those that name an index are left to it. */
export const QUIET: Readonly<Record<string, string | undefined>> = {
	PYTHONDONTWRITEBYTECODE: "1",
	...Object.fromEntries(
		["TARGET", "PREFIX", "ROOT", "USER", "REQUIREMENT", "CONSTRAINT", "NO_BINARY", "ONLY_BINARY", "REQUIRE_VIRTUALENV"]
			.flatMap((name) => [`PIP_${name}`, `UV_${name}`])
			.map((name) => [name, undefined]),
	),
	UV_OVERRIDE: undefined,
	UV_COMPILE_BYTECODE: undefined,
	PIP_QUIET: undefined,
	PIP_VERBOSE: undefined,
	NO_COLOR: "1",
	PIP_NO_COLOR: "1",
};

/** uv where there is one; else a pip whose Python reads markers as the image's does. Failure `python-no-installer`. */
export async function findInstaller(target: PythonTarget, signal: AbortSignal): Promise<Installer> {
	if ((await answer(["uv", "--version"], signal)) !== null) return { name: "uv", command: ["uv"] };
	const found: string[] = [];
	for (const python of [`python${target.version}`, "python3", "python"]) {
		const version = pythonOf(await answer([python, "-m", "pip", "--version"], signal));
		if (version === target.version && isThePlatform()) return { name: "pip", command: [python, "-m", "pip"] };
		if (version !== null) found.push(`pip of Python ${version}`);
	}
	throw badInput("python-no-installer", `nothing here can install packages for Python ${target.version}`, {
		found: found.length === 0 ? "neither uv nor pip" : `${[...new Set(found)].join(", ")} on ${process.platform}`,
		expected: `\`uv\` on PATH, or pip of Python ${target.version} on Linux for x86-64, which can do it for itself alone`,
		hint: "install uv (`pipx install uv`, or `uses: astral-sh/setup-uv` before this step) and run again",
	});
}

/** uv is needed to read its own lock. Failure `python-no-installer`. */
export async function findUv(signal: AbortSignal): Promise<Installer> {
	if ((await answer(["uv", "--version"], signal)) !== null) return { name: "uv", command: ["uv"] };
	throw badInput("python-no-installer", "uv.lock can be read by uv alone, and there is none here", {
		found: "no `uv` on PATH",
		expected: "`uv`",
		hint: "install uv (`pipx install uv`, or `uses: astral-sh/setup-uv` before this step), or name the file that `uv export -o requirements.txt` writes",
	});
}

/** The whole command line. */
export function installCommand({ name, command }: Installer, installing: Installing): readonly [string, ...string[]] {
	const { requirements, into, target, alone, hashed } = installing;
	const common = [
		"--target",
		into,
		"--python-version",
		target.version,
		"-r",
		requirements,
		...(alone ? ["--no-deps"] : []),
		...(hashed ? ["--require-hashes"] : []),
	];
	if (name === "uv") {
		const platform = `x86_64-${target.wheels}`;
		return [...command, "pip", "install", ...common, "--python-platform", platform, "--only-binary", ":all:"];
	}
	const platforms = platformTags(target.wheels).flatMap((tag) => ["--platform", tag]);
	const quiet = [
		"--no-compile",
		"--no-input",
		"--disable-pip-version-check",
		"--progress-bar",
		"off",
		"--retries",
		"3",
	];
	return [...command, "install", ...common, ...platforms, "--only-binary=:all:", ...quiet];
}

/** pip takes a tag for what it says; uv knows which older ones fit, too. Newest first, as uv prefers them. */
function platformTags(wheels: string): string[] {
	const newest = Number(wheels.slice(wheels.lastIndexOf("_") + 1));
	const legacy = new Map([
		[17, "manylinux2014_x86_64"],
		[12, "manylinux2010_x86_64"],
		[5, "manylinux1_x86_64"],
	]);
	const minors = Array.from({ length: newest - 4 }, (_, index) => newest - index);
	const tags = minors.flatMap((minor) => [`manylinux_2_${minor}_x86_64`, legacy.get(minor) ?? []].flat());
	return [...tags, "linux_x86_64"];
}

async function answer([program = "", ...args]: readonly string[], signal: AbortSignal): Promise<string | null> {
	const result = await run(program, args, { signal, env: QUIET, timeoutMs: 20_000 }).catch(() => null);
	return result === null || result.code !== 0 ? null : result.stdoutText;
}

/** `pip 23.2.1 from /usr/lib/… (python 3.11)`. */
function pythonOf(text: string | null): string | null {
	return /\(python (3\.\d+)\)\s*$/.exec(text ?? "")?.[1] ?? null;
}

function isThePlatform(): boolean {
	return process.platform === "linux" && process.arch === "x64";
}
