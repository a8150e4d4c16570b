import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const SERVER = resolve(import.meta.dirname, "../../templates/serve/mainline_serve.py");

/** Gives back what it is given, unless an input's name asks for something else. */
export const ECHO = `import json, time

def load(path):
    with open(path, encoding="utf-8") as file:
        model = json.load(file)
    time.sleep(model.get("slow", 0))
    return model

def predict(model, inputs):
    if "sleep" in inputs:
        time.sleep(inputs["sleep"][0])
    if "fail" in inputs:
        raise KeyError("a secret of the server")
    if "refuse" in inputs:
        raise ValueError("age has to be positive")
    if "ragged" in inputs:
        return [[1, 2], [3]]
    if "nothing" in inputs:
        return {"numbers": [float("nan"), float("inf"), 0.5]}
    return inputs
`;

export interface ServeOptions {
	readonly module?: string;
	/** Which Python runs it; the machine's own by default. */
	readonly python?: string;
	/** What is in model.json; a list is a folder of files instead: [path, text]. */
	readonly model?: object | readonly (readonly [string, string])[];
	readonly env?: Readonly<Record<string, string>>;
	/** Do not wait until it says that it is ready. */
	readonly hasty?: boolean;
}

export interface LogLine {
	readonly id: string | null;
	readonly method: string | null;
	readonly path: string | null;
	readonly code: number;
	readonly seconds: number;
	readonly in: number;
	readonly out: number;
}

/** `mainline_serve.py` as a process, with a model of its own. */
export class Served {
	readonly url: string;
	readonly port: number;
	readonly process: ChildProcess;
	readonly dir: string;
	readonly #said: { out: string; err: string };
	readonly #exit: Promise<number | null>;

	private constructor(parts: { port: number; process: ChildProcess; dir: string; said: { out: string; err: string } }) {
		this.port = parts.port;
		this.url = `http://127.0.0.1:${parts.port}`;
		this.process = parts.process;
		this.dir = parts.dir;
		this.#said = parts.said;
		this.#exit = once(parts.process, "exit").then(([code]) => code as number | null);
	}

	static async start({
		module = ECHO,
		python = "python3",
		model = {},
		env = {},
		hasty = false,
	}: ServeOptions = {}): Promise<Served> {
		const dir = mkdtempSync(join(tmpdir(), "mainline-serve-"));
		writeFileSync(join(dir, "serve.py"), module);
		const path = writeModel(dir, model);
		const child = spawn(python, [SERVER, "serve.py", path], {
			cwd: dir,
			env: {
				PATH: process.env["PATH"],
				PYTHONDONTWRITEBYTECODE: "1",
				HOST: "127.0.0.1",
				PORT: "0",
				MAINLINE_MODEL: "churn",
				MAINLINE_VERSION: "v1.2.0",
				...env,
			},
		});
		const said = { out: "", err: "" };
		child.stdout.on("data", (chunk: Buffer) => {
			said.out += chunk.toString();
		});
		child.stderr.on("data", (chunk: Buffer) => {
			said.err += chunk.toString();
		});
		const port = hasty ? Number(env["PORT"]) : await readyPort(child, said);
		return new Served({ port, process: child, dir, said });
	}

	get stderr(): string {
		return this.#said.err;
	}

	get log(): LogLine[] {
		return this.#said.out
			.split("\n")
			.filter((line) => line !== "")
			.map((line) => JSON.parse(line) as LogLine);
	}

	/** An inference by JSON. */
	async infer(
		body: unknown,
		headers: Readonly<Record<string, string>> = {},
	): Promise<{ code: number; body: Answered }> {
		const response = await fetch(`${this.url}/v2/models/churn/infer`, {
			method: "POST",
			headers: { "content-type": "application/json", ...headers },
			body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
		});
		return { code: response.status, body: (await response.json()) as Answered };
	}

	async get(path: string): Promise<{ code: number; text: string }> {
		const response = await fetch(this.url + path);
		return { code: response.status, text: await response.text() };
	}

	/** Sends bytes as they are, and gives back all that comes until the server ends the connection. */
	async raw(...parts: (string | Uint8Array | number)[]): Promise<string> {
		const socket = connect({ port: this.port, host: "127.0.0.1", allowHalfOpen: true });
		const chunks: Buffer[] = [];
		socket.on("data", (chunk: Buffer) => chunks.push(chunk));
		socket.on("error", () => {});
		const over = new Promise((done) => socket.once("end", done).once("close", done));
		for (const part of parts) {
			if (typeof part === "number") await new Promise((done) => setTimeout(done, part));
			else if (!socket.destroyed) socket.write(part);
		}
		await over;
		socket.destroy();
		return Buffer.concat(chunks).toString("latin1");
	}

	/** Asks it to end; its exit code. */
	async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
		this.process.kill(signal);
		return this.exit();
	}

	exit(): Promise<number | null> {
		return this.#exit;
	}

	async remove(): Promise<void> {
		this.process.kill("SIGKILL");
		await this.#exit;
		rmSync(this.dir, { recursive: true, force: true });
	}
}

export interface Answered {
	readonly error?: string;
	readonly id?: string;
	readonly model_name?: string;
	readonly model_version?: string;
	readonly outputs?: readonly { name: string; shape: number[]; datatype: string; data: unknown[] }[];
}

/** A tensor of the protocol. */
export function tensor(name: string, datatype: string, data: unknown[], shape: number[] = [data.length]): object {
	return { name, datatype, shape, data };
}

function writeModel(dir: string, model: NonNullable<ServeOptions["model"]>): string {
	const files = Array.isArray(model) ? (model as [string, string][]) : null;
	if (files === null) writeFileSync(join(dir, "model.json"), JSON.stringify(model));
	for (const [path, text] of files ?? []) {
		mkdirSync(dirname(join(dir, "model", path)), { recursive: true });
		writeFileSync(join(dir, "model", path), text);
	}
	return files === null ? "model.json" : "model";
}

async function readyPort(child: ChildProcess, said: { readonly err: string }): Promise<number> {
	const over = once(child, "exit");
	for (;;) {
		const port = /is ready on http:\/\/127\.0\.0\.1:(\d+)/.exec(said.err)?.[1];
		if (port !== undefined) return Number(port);
		const pause = new Promise((done) => setTimeout(done, 20, "pause"));
		if ((await Promise.race([over, pause])) !== "pause") throw new Error(`the server ended: ${said.err}`);
	}
}
