import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { infrastructure } from "../../kernel/index.ts";
import { MODEL, type Scene } from "./scene.ts";

/** One scanned digit: 64 pixels row by row, 0 (paper) to 16 (ink), and what a person says it is. */
export interface Scan {
	readonly pixels: readonly number[];
	readonly digit: number;
}

/** The scans that the first training kept apart, which no model has learnt from. */
export async function heldOutScans({ work }: Scene): Promise<Scan[]> {
	const text = await readFile(join(work, "prepared", "test.csv"), "utf8");
	return text
		.trim()
		.split("\n")
		.map((line) => {
			const numbers = line.split(",").map(Number);
			return { pixels: numbers.slice(0, 64).map((value) => Math.round(value * 16)), digit: numbers[64] ?? -1 };
		});
}

/** Asks a server by the Open Inference Protocol V2 what these scans show. */
export async function predict(url: string, scans: readonly Scan[]): Promise<number[]> {
	const data = scans.map(({ pixels }) => pixels);
	const inputs = [{ name: "image", shape: [scans.length, 64], datatype: "FP32", data }];
	const answer = await ask(`${url}/v2/models/${MODEL}/infer`, { method: "POST", body: JSON.stringify({ inputs }) });
	const outputs = field(answer, "outputs");
	const digits = Array.isArray(outputs) ? field(outputs[0], "data") : null;
	if (Array.isArray(digits)) return digits.map(Number);
	throw infrastructure("demo-answer", `${url} gave no prediction`, { found: JSON.stringify(answer).slice(0, 200) });
}

/** Share of the scans that a server reads right, 0 to 1. */
export async function accuracyAt(url: string, scans: readonly Scan[]): Promise<number> {
	const digits = await predict(url, scans);
	return scans.filter(({ digit }, index) => digits[index] === digit).length / scans.length;
}

/** The version that a server says it is; null when it does not answer. */
export async function versionAt(url: string): Promise<string | null> {
	const answer = await ask(`${url}/v2/models/${MODEL}`).catch(() => null);
	const versions = field(answer, "versions");
	return Array.isArray(versions) ? String(versions[0]) : null;
}

/** A scan in characters, two for a pixel, one line each row. */
export function draw({ pixels }: Scan): string[] {
	return Array.from({ length: 8 }, (_, row) =>
		pixels
			.slice(row * 8, row * 8 + 8)
			.map((ink) => (" ░▒▓█"[Math.ceil(ink / 4)] ?? " ").repeat(2))
			.join(""),
	);
}

async function ask(address: string, request: RequestInit = {}): Promise<unknown> {
	// a connection of its own: one that is kept open stays with the version that it was opened to until that is drained
	const headers = { connection: "close" };
	const response = await fetch(address, { ...request, headers, signal: AbortSignal.timeout(10_000) });
	return response.json();
}

function field(value: unknown, name: string): unknown {
	return typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
