import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { isList, isMapping, isTimestamp, reprFloat, type Value } from "../../../src/kernel/index.ts";

/** A value with its Python type: what `reader.py` speaks. */
export type Typed = readonly [string, ...unknown[]];

export type Answer<T = unknown> = { readonly ok: T } | { readonly error: string; readonly message: string };

/** One long-lived Python with the real dvc in it, asked one question after the other. */
export class RealDvc {
	readonly #process: ChildProcessWithoutNullStreams;
	readonly #waiting: ((answer: Answer) => void)[] = [];

	constructor() {
		this.#process = spawn(pythonOfDvc(), [resolve(import.meta.dirname, "reader.py")], {
			env: { ...process.env, DVC_NO_ANALYTICS: "1", PYTHONHASHSEED: "0", PYTHONIOENCODING: "utf-8" },
		});
		this.#process.stderr.resume();
		createInterface({ input: this.#process.stdout }).on("line", (line) => this.#waiting.shift()?.(JSON.parse(line)));
		this.#process.on("close", () => {
			for (const answer of this.#waiting.splice(0)) answer({ error: "Died", message: "the reader ended" });
		});
	}

	ask<T = unknown>(op: string, asked: object): Promise<Answer<T>> {
		return new Promise((answer) => {
			this.#waiting.push(answer as (answer: Answer) => void);
			this.#process.stdin.write(`${JSON.stringify({ op, ...asked })}\n`);
		});
	}

	end(): void {
		this.#process.stdin.end();
	}
}

/** The interpreter that the `dvc` of the PATH names in its first line. */
function pythonOfDvc(): string {
	for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
		try {
			const first = readFileSync(realpathSync(join(folder, "dvc")), "utf8").split("\n", 1)[0] ?? "";
			if (first.startsWith("#!")) return first.slice(2).trim();
		} catch {}
	}
	throw new Error("there is no dvc on the PATH");
}

export function bytes(text: string | Uint8Array): string {
	return Buffer.from(typeof text === "string" ? new TextEncoder().encode(text) : text).toString("base64");
}

export function typed(value: Value): Typed {
	if (value === null) return ["none"];
	if (typeof value === "boolean") return ["bool", value];
	if (typeof value === "bigint") return ["int", String(value)];
	if (typeof value === "number") return ["float", pythonFloat(value)];
	if (typeof value === "string") return ["str", value];
	if (isList(value)) return ["list", value.map(typed)];
	if (isMapping(value)) return ["map", [...value].map(([key, item]) => [typed(key), typed(item)])];
	return isTimestamp(value) ? ["date"] : ["other"];
}

function pythonFloat(value: number): string {
	if (Number.isNaN(value)) return "nan";
	if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
	return reprFloat(value);
}
