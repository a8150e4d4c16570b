import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

export interface Answer {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** The real dvc in one long-lived Python process that forks for every call: 0.1 s instead of a second. */
export class RealDvc {
	readonly #child: ChildProcess;
	readonly #waiting = new Map<number, (answer: Answer) => void>();
	#next = 0;
	#ended: string | null = null;

	/**
	 * `in-order`: what is by chance in dvc, in which order it lists, is the order of names, so that two runs can be compared.
	 * `variables` beside those of this process: some packages look at theirs once, when they are imported.
	 */
	constructor(
		room: string,
		chance: "in-order" | "as-it-comes" = "in-order",
		variables: Readonly<Record<string, string>> = {},
	) {
		const site = mkdtempSync(join(room, "site-"));
		this.#child = spawn(interpreter(), [resolve(import.meta.dirname, "worker.py"), chance], {
			stdio: ["pipe", "pipe", "inherit"],
			env: {
				...process.env,
				...variables,
				SHELL: "/bin/sh",
				// it looks for no newer dvc then
				CI: "true",
				...(chance === "in-order" ? { PYTHONHASHSEED: "0" } : {}),
				DVC_NO_ANALYTICS: "1",
				DVC_SITE_CACHE_DIR: site,
				DVC_GLOBAL_CONFIG_DIR: join(site, "global"),
				DVC_SYSTEM_CONFIG_DIR: join(site, "system"),
			},
		});
		if (this.#child.stdout === null) throw new Error("the worker has no output");
		createInterface({ input: this.#child.stdout }).on("line", (line) => {
			const { id, ...answer } = JSON.parse(line) as Answer & { id: number };
			this.#waiting.get(id)?.(answer);
			this.#waiting.delete(id);
		});
		this.#child.once("exit", (code) => {
			this.#ended = `the worker ended: ${code}`;
			for (const tell of this.#waiting.values()) tell({ code: 999, out: "", err: this.#ended });
		});
	}

	call(cwd: string, ...argv: string[]): Promise<Answer> {
		if (this.#ended !== null) return Promise.resolve({ code: 999, out: "", err: this.#ended });
		const id = this.#next++;
		return new Promise((tell) => {
			this.#waiting.set(id, tell);
			this.#child.stdin?.write(`${JSON.stringify({ id, cwd, argv })}\n`);
		});
	}

	end(): void {
		this.#child.stdin?.end();
	}
}

/** The interpreter that the installed dvc itself runs on. */
export function interpreter(): string {
	const first = execFileSync("sh", ["-c", 'head -n 1 "$(command -v dvc)"'], { encoding: "utf8" });
	if (!first.startsWith("#!")) throw new Error("dvc is not installed, or is no Python script");
	return first.slice(2).trim();
}
