import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { actionReference, cliReference } from "../scripts/reference.ts";
import { loadMainline } from "../src/config/index.ts";
import { EVERYWHERE } from "../src/doors/commands/command.ts";
import { COMMANDS } from "../src/doors/commands/table.ts";
import { CODES } from "../src/flows/doctor/codes.ts";

const ROOT = resolve(import.meta.dirname, "..");
const PAGES = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", ...filesIn("docs", ".md")];
const read = (page: string): string => readFileSync(join(ROOT, page), "utf8");

function filesIn(folder: string, ending: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(ending))
		.map((name) => join(folder, name))
		.sort();
}

/** Blocks of ```yaml whose first line is `# mainline.yaml`, without the indentation of the list that they stand in. */
function mainlineFiles(page: string): string[] {
	const blocks = read(page).matchAll(/^( *)```yaml\n( *# mainline\.yaml\n[\s\S]*?)^\1```$/gm);
	return [...blocks].map(([, indent = "", text = ""]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), ""));
}

/** As GitHub makes them of headings. */
function anchorsOf(page: string): Set<string> {
	const headings = read(page).matchAll(/^#+ (.+)$/gm);
	return new Set(
		[...headings].map(([, text = ""]) =>
			text
				.toLowerCase()
				.replaceAll(/[^\p{L}\p{N} _-]/gu, "")
				.replaceAll(" ", "-"),
		),
	);
}

interface Link {
	/** Relative to the root; the page itself for a link within it. */
	readonly target: string;
	readonly anchor: string;
}

function localLinks(page: string): Link[] {
	const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
	return links
		.filter((link) => !/^[a-z]+:/.test(link))
		.map((link) => {
			const [path = "", anchor = ""] = link.split("#");
			return { target: path === "" ? page : join(dirname(page), path), anchor };
		});
}

/** The rows of a table whose first cell is code: `| \`name\` | …`. */
function tabled(text: string): string[] {
	return [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = ""]) => name);
}

describe("the documents", () => {
	it.each(PAGES)("%s links to what is there", (page) => {
		const links = localLinks(page);
		expect(links.filter(({ target }) => !existsSync(join(ROOT, target)))).toEqual([]);
		const anchored = links.filter(({ target, anchor }) => anchor !== "" && target.endsWith(".md"));
		expect(anchored.filter(({ target, anchor }) => !anchorsOf(target).has(anchor))).toEqual([]);
	});

	it.each(PAGES.filter((page) => mainlineFiles(page).length > 0))("%s shows a mainline.yaml that is valid", (page) => {
		for (const text of mainlineFiles(page)) expect(loadMainline(text, page).environments.size).toBeGreaterThan(0);
	});

	it("show a mainline.yaml where people begin", () => {
		for (const page of ["README.md", "docs/reference/mainline-yaml.md"]) expect(mainlineFiles(page)).toHaveLength(1);
	});

	it("name no variable that the program does not know", () => {
		const programs = [...filesIn("src", ".ts"), ".ci/run"].map(read).join("\n");
		const known = new Set(programs.match(/\bMAINLINE_[A-Z_]+/g));
		const named = PAGES.flatMap((page) => read(page).match(/\bMAINLINE_[A-Z_]+/g) ?? []);
		expect(named.filter((name) => !known.has(name))).toEqual([]);
	});

	it("say nothing of the machine that they were written on", () => {
		expect(PAGES.filter((page) => /(?:^|[\s`(])\/(?:work|root|home)\//m.test(read(page)))).toEqual([]);
	});

	it("promise the two commands", () => {
		expect(read("README.md")).toContain("\nnpm ci && npm run demo\n");
		expect(read("README.md")).toContain("\nnpm ci && npm test\n");
	});

	it("list every decision, once, in order, by its own title", () => {
		const pages = filesIn("docs/adr", ".md").filter((page) => !page.endsWith("README.md"));
		const rows = pages.map(
			(page) => `- [${read(page).split("\n")[0]?.slice("# ".length)}](${page.slice("docs/adr/".length)})`,
		);
		expect(
			read("docs/adr/README.md")
				.split("\n")
				.filter((line) => line.startsWith("- ")),
		).toEqual(rows);
	});

	it("name every room, and what is at its face", () => {
		const page = read("docs/rooms.md");
		const rooms = readdirSync(join(ROOT, "src"));
		expect(rooms.filter((room) => !page.includes(`\`${room}${room.includes(".") ? "" : "/"}\``))).toEqual([]);
		const missing = [...page.matchAll(/^\| `([a-z]+)\/` \| (.*) \|$/gm)].flatMap(([, room = "", says = ""]) => {
			const sources = filesIn(`src/${room}`, ".ts").map(read).join("\n");
			const names = [...says.matchAll(/`([A-Za-z]+)`/g)].map(([, name = ""]) => name);
			return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(sources)).map((name) => `${room}: ${name}`);
		});
		expect(missing).toEqual([]);
	});
});

describe("the reference of the command line", () => {
	const page = read("docs/reference/cli.md");
	const sections = new Map(page.split(/^### mainline /m).map((text) => [/^\S+/.exec(text)?.[0] ?? "", text]));

	it("is what the program says itself (npm run docs)", () => {
		expect(page).toBe(cliReference());
	});

	it("has the commands that there are, and no others", () => {
		expect([...sections.keys()].slice(1)).toEqual(COMMANDS.map(({ name }) => name));
	});

	it.each(COMMANDS.map(({ name, options }) => ({ name, options })))(
		"has every option of $name, and no other",
		({ name, options }) => {
			const [usage = "", ...described] = (sections.get(name) ?? "").split(/^(?:Options|Everywhere):$/m);
			const listed = described.flatMap((part) => [...part.matchAll(/^ {2}(?:-\w, | {4})--([\w-]+)/gm)]);
			expect(listed.map(([, option]) => option)).toEqual([...options, ...EVERYWHERE].map((option) => option.name));
			expect(options.filter((option) => !usage.includes(`[--${option.name}`))).toEqual([]);
		},
	);

	it("has in the README's table every command", () => {
		const table = /## Use it by hand[\s\S]*?(?=\n\[)/.exec(read("README.md"))?.[0] ?? "";
		const named = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) => cell.match(/[\w-]+/g) ?? []);
		expect(named.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
	});
});

describe("the reference of the action", () => {
	const page = read("docs/reference/action.md");

	it("is what action.yml says (npm run docs)", async () => {
		expect(page).toBe(await actionReference());
	});

	it("has every input and every output, and no other", () => {
		const file = read("action.yml");
		const keysOf = (section: string): string[] => {
			const text = new RegExp(`^${section}:\\n((?: .*\\n|\\n)*)`, "m").exec(file)?.[1] ?? "";
			return [...text.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = ""]) => name);
		};
		expect(tabled(page)).toEqual([...keysOf("inputs"), ...keysOf("outputs")]);
	});
});

describe("the reference of what doctor finds", () => {
	const page = read("docs/reference/doctor.md");
	const sources = filesIn("src/flows/doctor", ".ts").filter((file) => !file.endsWith("/codes.ts"));
	const found = [
		...sources
			.map(read)
			.join("\n")
			.matchAll(/(?:\bcode: |\bsays\()"([a-z-]+)"(?=([\s\S]{0,300}))/g),
	];

	it("has every code that there is, and no other", () => {
		expect(tabled(page).sort()).toEqual([...CODES].sort());
		expect([...new Set(found.map(([, code = ""]) => code))].sort()).toEqual([...CODES].sort());
	});

	it("says of each whether it makes the command say no", () => {
		const rows = new Map([...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, code, levels]) => [code, levels]));
		const wrong = found.filter(([, code = "", after = ""]) => {
			const [, level] = /\blevel: (?:"(\w+)"|\w)/.exec(after) ?? [];
			return level !== undefined && rows.get(code)?.includes(level) !== true;
		});
		expect(wrong.map(([, code]) => code)).toEqual([]);
	});
});

describe("the reference of the JSON documents", () => {
	it("has the documents that commands write, and no other", () => {
		const page = read("docs/reference/json-documents.md");
		const written = new Set(page.match(/mainline\.[a-z-]+\/\d/g));
		const declared = filesIn("src", ".ts").flatMap((file) => read(file).match(/"mainline\.[a-z-]+\/\d"/g) ?? []);
		const known = new Set(declared.map((text) => text.slice(1, -1)));
		expect([...written].filter((schema) => !known.has(schema))).toEqual([]);
		// `image diff` writes mainline.image-diff/1
		const has = (name: string): boolean =>
			[...written].some((schema) => /^mainline\.([a-z-]+)/.exec(schema)?.[1] === name);
		const commands = COMMANDS.map(({ name, operands }) => [name, `${name}-${operands.usage.split(" ")[0] ?? ""}`]);
		expect(commands.filter((names) => !names.some(has))).toEqual([]);
	});
});

describe("the threats in docs/security.md", () => {
	const rows = [...read("docs/security.md").matchAll(/^\| (T\d+) \|.*\]\(\.\.\/(test\/[^)]+)\) \|$/gm)].map(
		([, number = "", file = ""]) => ({ number, file }),
	);
	const tried = new Map(
		filesIn("test", ".test.ts").map((file) => [file, new Set(read(file).match(/(?<=["`])T\d+(?=:)/g))] as const),
	);

	it("are numbered one after the other, from T1", () => {
		expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => `T${index + 1}`));
		expect(rows.length).toBeGreaterThanOrEqual(28);
	});

	it("are each tried in the file that is named, and every threat that is tried has its row", () => {
		expect(rows.filter(({ number, file }) => tried.get(file)?.has(number) !== true)).toEqual([]);
		const known = new Set(rows.map(({ number }) => number));
		expect([...tried].flatMap(([, numbers]) => [...numbers].filter((number) => !known.has(number)))).toEqual([]);
	});
});
