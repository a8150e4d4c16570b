import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ensureGitignore, removeFromGitignore } from "../../src/store/index.ts";

let room: string;
beforeEach(() => {
	room = mkdtempSync(join(tmpdir(), "mainline-ignore-"));
});
const text = (): string => readFileSync(join(room, ".gitignore"), "utf8");

describe("the .gitignore beside an output", () => {
	it("gets a line per output, once", async () => {
		expect(await ensureGitignore(join(room, "data"))).toBe(join(room, ".gitignore"));
		expect(await ensureGitignore(join(room, "model.pkl"))).toBe(join(room, ".gitignore"));
		expect(await ensureGitignore(join(room, "data"))).toBeNull();
		expect(text()).toBe("/data\n/model.pkl\n");
	});

	it("keeps what people wrote, and ends their last line", async () => {
		writeFileSync(join(room, ".gitignore"), "# mine\n*.pyc");
		await ensureGitignore(join(room, "data"));
		expect(text()).toBe("# mine\n*.pyc\n/data\n");
		await removeFromGitignore(join(room, "data"));
		expect(text()).toBe("# mine\n*.pyc\n");
		expect(await removeFromGitignore(join(room, "data"))).toBeNull();
	});

	it("goes when nothing is left", async () => {
		await ensureGitignore(join(room, "data"));
		await removeFromGitignore(join(room, "data"));
		expect(existsSync(join(room, ".gitignore"))).toBe(false);
	});

	it.each(["a!b", "*", "#x", "a[1]", "what?", "!x"])(
		"means the file %s and no other, as git reads it",
		async (name) => {
			execFileSync("git", ["init", "-q", room]);
			await ensureGitignore(join(room, name));
			for (const each of [name, "other", "1a", "whatx"]) writeFileSync(join(room, each), "");
			const ignored = execFileSync("git", ["-C", room, "status", "--porcelain", "--ignored", "-z"], {
				encoding: "utf8",
			})
				.split("\0")
				.filter((line) => line.startsWith("!! "));
			expect(ignored).toEqual([`!! ${name}`]);
		},
	);
});
