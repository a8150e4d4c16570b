import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { actionReference, cliReference } from "../scripts/reference.ts";
import { loadMainline } from "../src/config/index.ts";

const ROOT = resolve(import.meta.dirname, "..");
const PAGES = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", ...pagesIn("docs")];
const read = (page: string): string => readFileSync(join(ROOT, page), "utf8");

function pagesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".md"))
		.map((name) => join(folder, name))
		.sort();
}

describe("the documents", () => {
	it.each(PAGES)("%s links to what is there", (page) => {
		const links = [...read(page).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
		const local = links.filter((link) => !/^[a-z]+:/.test(link));
		expect(local.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
	});

	it("say of every command what the program says itself (npm run docs)", () => {
		expect(read("docs/reference/cli.md")).toBe(cliReference());
	});

	it("say of the action what action.yml says (npm run docs)", async () => {
		expect(read("docs/reference/action.md")).toBe(await actionReference());
	});

	it.each(["README.md", "docs/reference/mainline-yaml.md"])("%s shows a mainline.yaml that is valid", (page) => {
		const [, block = ""] = /^( *)```yaml\n\s*# mainline\.yaml\n([\s\S]*?)^\1```/m.exec(read(page))?.slice(1) ?? [];
		const text = block.replace(/^ {3}/gm, page === "README.md" ? "" : "   ");
		expect(loadMainline(text, "mainline.yaml").environments.size).toBe(2);
	});

	it("list every decision", () => {
		const index = read("docs/adr/README.md");
		const pages = readdirSync(join(ROOT, "docs/adr")).filter((name) => name !== "README.md");
		expect(pages.filter((name) => !index.includes(`(${name})`))).toEqual([]);
	});

	it("promise the two commands", () => {
		expect(read("README.md")).toContain("\nnpm ci && npm run demo\n");
		expect(read("README.md")).toContain("\nnpm ci && npm test\n");
	});

	it("name every room", () => {
		const rooms = readdirSync(join(ROOT, "src"));
		expect(
			rooms.filter((room) => !read("docs/rooms.md").includes(`\`${room}${room.includes(".") ? "" : "/"}\``)),
		).toEqual([]);
	});
});
