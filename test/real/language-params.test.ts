import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Failure } from "../../src/kernel/index.ts";
import { readParamValues } from "../../src/manifest/index.ts";
import { readParams, toValue } from "../../src/source/index.ts";
import { Chance } from "./language/chance.ts";
import { FILES, JSON_VALUES, KEYS, PYTHON, PYTHON_VALUES, TOML, TOML_VALUES } from "./language/params-texts.ts";
import { type Answer, bytes, RealDvc, type Typed, typed } from "./language/real-dvc.ts";

async function ours(name: string, text: string, keys: readonly string[] | null): Promise<Answer<Typed>> {
	const data = new TextEncoder().encode(text);
	try {
		if (keys === null) return { ok: typed(toValue(readParams(data, name))) };
		const dependency = { path: name, at: name, keys, place: { file: "dvc.yaml" } };
		return { ok: typed((await readParamValues({ read: () => Promise.resolve(data) }, dependency)) ?? new Map()) };
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return { error: error.code, message: error.message };
	}
}

describe("parameters", () => {
	const dvc = new RealDvc();
	const folder = mkdtempSync(join(tmpdir(), "mainline-params-"));
	afterAll(() => dvc.end());

	async function compare(name: string, text: string, keys: readonly string[] | null = null): Promise<void> {
		const theirs = await dvc.ask<Typed>("params", { name, bytes: bytes(text), keys, folder });
		const own = await ours(name, text, keys);
		if ("error" in theirs) {
			// Python is read without its whole grammar: what is no literal is passed over, broken or not
			if (!("error" in own) && !name.endsWith(".py") && !/Empty string keys/.test(theirs.message)) {
				expect({ name, text, keys, ...own }).toEqual({ name, text, keys, ...theirs });
			}
			return;
		}
		// bytes, complex numbers and `...` can be no parameter
		if (JSON.stringify(theirs.ok).includes('"other"')) return;
		expect({ name, text, keys, ...own }).toEqual({ name, text, keys, ...theirs });
	}

	function filled(chance: Chance, statement: string, value: string): string {
		return statement
			.replaceAll("{n}", chance.pick(["a", "b", "cc", "_d", "É"]))
			.replaceAll("{m}", chance.pick(["x", "y"]))
			.replaceAll("{v}", value);
	}

	it("in Python mean what DVC takes from its syntax tree", async () => {
		const chance = new Chance(1);
		for (const value of PYTHON_VALUES) await compare("p.py", `x = ${value}\n`);
		for (const statement of PYTHON) await compare("p.py", `${filled(chance, statement, "1")}\n`);
		for (let round = 0; round < 600; round++) {
			const lines = chance.several(4, () => filled(chance, chance.pick(PYTHON), chance.pick(PYTHON_VALUES)));
			await compare("p.py", `${lines.join("\n")}\n`);
		}
	});

	it("in JSON and TOML mean what Python's readers say", async () => {
		const chance = new Chance(2);
		for (const value of JSON_VALUES) {
			for (const text of [value, `{"k": ${value}}`, `[${value}, 1]`]) await compare("p.json", text);
		}
		for (const value of TOML_VALUES) await compare("p.toml", `x = ${value}\n`);
		for (let round = 0; round < 600; round++) {
			const lines = chance.several(3, () => filled(chance, chance.pick(TOML), chance.pick(TOML_VALUES)));
			await compare("p.toml", `${lines.join("\n")}\n`);
		}
	});

	it("are found by every way of writing a key", async () => {
		for (const text of FILES) for (const key of KEYS) await compare("p.yaml", text, [key]);
	});
});
