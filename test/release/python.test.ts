import { describe, expect, it } from "vitest";
import { Failure } from "../../src/kernel/index.ts";
import { type PythonLock, parsePythonLock } from "../../src/release/index.ts";
import { withoutPasswords } from "../../src/release/python/failures.ts";
import { requirementsText } from "../../src/release/python/requirements.ts";
import { text } from "./support/images.ts";

const HASH = `sha256:${"a".repeat(64)}`;
const read = (content: string, file = "requirements.txt"): PythonLock => parsePythonLock(text(content), file);

/** What the tools would be given. */
function given(content: string, file?: string): string[] {
	const lock = read(content, file);
	if (lock.content.kind !== "requirements") throw new Error("another kind of lock");
	return requirementsText(lock.content).trim().split("\n");
}

function mistakes(content: string, file = "requirements.txt"): string[] {
	try {
		read(content, file);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return [error, ...(error.details.others ?? [])].map(({ code, details }) => `${details.at?.line ?? "-"} ${code}`);
	}
	return [];
}

describe("a lock of Python packages", () => {
	it("is read with names in one form, markers, extras, hashes over several lines, and comments", () => {
		const content = `# made by uv\n--extra-index-url https://wheels.example/simple\nRuamel.YAML==0.18.6\nuvicorn[standard]==0.30.1 ; python_version < "3.13" \\\n    --hash=${HASH}\n    # via churn\n`;
		expect(given(content)).toEqual([
			"--extra-index-url https://wheels.example/simple",
			"ruamel-yaml==0.18.6",
			`uvicorn[standard]==0.30.1 ; python_version < "3.13" --hash=${HASH}`,
		]);
	});

	it("is the same lock in another order and with other comments, and another with another version", () => {
		const { digest } = read("six==1.17.0\nidna==3.10\n");
		expect(read("# pinned\r\nIDNA==3.10\r\nsix==1.17.0").digest).toBe(digest);
		expect(read("six==1.16.0\nidna==3.10\n").digest).not.toBe(digest);
	});

	it("names every line that is no exact version, all at once", () => {
		const lines = [
			"six",
			"idna>=3",
			"jinja2==3.*",
			"-r other.txt",
			"-e .",
			"x @ https://e.org/x.whl",
			"ok==1",
			"y==1 --hash=md5:00",
		];
		expect(mistakes(lines.join("\n"))).toEqual([
			"1 python-not-pinned",
			"2 python-not-pinned",
			"3 python-not-pinned",
			"4 python-lock",
			"5 python-lock",
			"6 python-not-pinned",
			"8 python-lock",
		]);
	});

	it("holds no password of an index", () => {
		for (const url of ["https://ann:secret@e.org/simple", "https://${TOKEN}@e.org/simple"]) {
			expect(mistakes(`--index-url ${url}\nsix==1.17.0`)).toEqual(["1 python-index-password"]);
		}
		expect(withoutPasswords("GET https://ann:p@ss@e.org/simple and http://token@e.org/a@b")).toBe(
			"GET https://***@e.org/simple and http://***@e.org/a@b",
		);
	});

	it("is Poetry's, for the main group alone", () => {
		const one = (name: string, more: string): string =>
			`[[package]]\nname = "${name}"\nversion = "1.0"\noptional = false\n${more}\nfiles = [{file = "x.whl", hash = "${HASH}"}]\n`;
		const lock = [
			one("a", 'groups = ["main"]'),
			one("b", 'groups = ["dev"]'),
			one("c", 'groups = ["main", "dev"]\nmarkers = {main = "python_version < \\"3.9\\"", dev = ""}'),
			'[metadata]\nlock-version = "2.1"\n',
		].join("\n");
		expect(given(lock, "poetry.lock")).toEqual([
			`a==1.0 --hash=${HASH}`,
			`c==1.0 ; python_version < "3.9" --hash=${HASH}`,
		]);
		expect(mistakes(lock.replace('"2.1"', '"2.0"'), "poetry.lock")).toEqual(["- python-lock"]);
		const fromGit = lock.replace(
			'groups = ["main"]',
			'groups = ["main"]\nsource = {type = "git", url = "https://e.org/a.git"}',
		);
		expect(mistakes(fromGit, "poetry.lock")).toEqual(["- python-no-wheel"]);
	});

	it("is Pipenv's", () => {
		const _meta = { sources: [{ url: "https://pypi.org/simple" }, { url: "https://wheels.example/simple" }] };
		const six = { version: "==1.17.0", hashes: [HASH], markers: "python_version >= '2.7'" };
		expect(
			given(JSON.stringify({ _meta, default: { six }, develop: { idna: { version: "==3.10" } } }), "Pipfile.lock"),
		).toEqual([
			"--extra-index-url https://wheels.example/simple",
			`six==1.17.0 ; python_version >= '2.7' --hash=${HASH}`,
		]);
		expect(mistakes(JSON.stringify({ default: { x: { git: "https://e.org/x" } } }), "Pipfile.lock")).toEqual([
			"- python-no-wheel",
		]);
	});

	it("lets nothing in a name become an option", () => {
		const lock = JSON.stringify({ default: { "six==1\n--index-url https://evil.example": { version: "==1" } } });
		expect(mistakes(lock, "Pipfile.lock")).toEqual(["1 python-not-pinned"]);
	});

	it("is uv's as a whole, and none without a project of its own", () => {
		const lock = 'version = 1\n[[package]]\nname = "churn"\nversion = "1"\nsource = { virtual = "." }\n';
		expect(read(lock, "uv.lock").content).toMatchObject({ kind: "uv", project: "churn", indexes: [] });
		expect(mistakes("version = 1\n", "uv.lock")).toEqual(["- python-lock"]);
	});

	it("names at least one package", () => {
		expect(mistakes("# nothing\n")).toEqual(["- python-lock"]);
	});
});
