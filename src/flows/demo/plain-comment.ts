import { columns } from "../../report/index.ts";

/** The Markdown of our own comment as a person reads it on a page: folded parts folded, tables in columns. */
export function plainComment(markdown: string): string[] {
	const lines = markdown
		.replace(/<!--[\s\S]*?-->\n?/g, "")
		.replace(/<details>\s*<summary>(.*?)<\/summary>[\s\S]*?<\/details>/g, "▸ $1")
		.replace(/<\/?(?:sub|summary|details|b|code)>/g, "")
		.replaceAll("<br>", " ")
		.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
		.replaceAll(/[\u200b\\]/g, "")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&")
		.replace(/\*\*|(?<!`)`(?!`)/g, "")
		.replace(/^#+ /gm, "")
		.trim()
		.split("\n");
	return withColumns(lines).filter(
		(line, index, all) => line !== "" || (all[index - 1] !== "" && index < all.length - 1),
	);
}

function withColumns(lines: readonly string[]): string[] {
	const shown: string[] = [];
	let table: string[][] = [];
	for (const line of [...lines, ""]) {
		if (line.startsWith("|")) {
			if (!/^\|[-:| ]+\|$/.test(line)) table.push(cells(line));
			continue;
		}
		shown.push(...columns(table, [], "   ").map((row) => `  ${row}`), line);
		table = [];
	}
	return shown;
}

function cells(line: string): string[] {
	return line
		.slice(1, -1)
		.split("|")
		.map((cell) => cell.trim());
}
