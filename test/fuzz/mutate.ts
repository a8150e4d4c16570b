import type { Chance } from "./chance.ts";

/** What has broken readers of such files before. */
const PIECES = [
	"${",
	"}",
	"${a.b}",
	"${item}",
	"${a[0]}",
	"\\${x}",
	"$${x}",
	"&a ",
	"*a",
	"<<: *a",
	"<<: [*a, *a]",
	"!!python/object:x ",
	"!!binary ",
	"!x ",
	"? ",
	": ",
	"- ",
	"- - - ",
	"|\n",
	">-\n",
	"|2-\n",
	">+9\n",
	"'",
	'"',
	'"\\u',
	"''",
	"#",
	" #",
	"\t",
	"\r",
	"\r\n",
	"\u0000",
	"\u0085",
	"\u2028",
	"\ufeff",
	"\ud800",
	"😀",
	"é",
	"---\n",
	"...\n",
	"%YAML 1.1\n",
	"{",
	"}",
	"[",
	"]",
	"{{",
	"[[[[",
	",",
	"null",
	"~",
	"true",
	"yes",
	"0x1F",
	"0o17",
	"1_000",
	"1e999",
	".nan",
	".inf",
	"-0",
	"99999999999999999999999999",
	"2020-01-01",
	"12:30",
	"=",
	"../../..",
	"/etc/passwd",
	".",
	"",
	"./",
	"a/../b",
	"C:\\x",
	"s3://b/k",
	"remote://r/x",
	"constructor",
	"__proto__",
	"toString",
	"hasOwnProperty",
	"[a-",
	"**/",
	"!**",
	"[!",
	"\\",
	"[[:alpha:]]",
	"= ",
	"['remote \"x\"']",
	"[core]",
	'"""',
	"'''",
	"lambda: 1",
	"(1,)",
	"f''",
	"b''",
	"class A:\n",
	"\\x",
];

/** The text after a few changes of the kinds that hands, merges and disks make. */
export function mutated(text: string, chance: Chance, others: readonly string[]): string {
	let now = text;
	for (let left = 1 + chance.below(4); left > 0; left--) now = mutatedOnce(now, chance, others);
	return now.length > 200_000 ? now.slice(0, 200_000) : now;
}

function mutatedOnce(text: string, chance: Chance, others: readonly string[]): string {
	const at = chance.below(text.length + 1);
	const lines = text.split("\n");
	const line = chance.below(lines.length);
	switch (chance.below(14)) {
		case 0:
			return text.slice(0, at) + chance.one(PIECES) + text.slice(at);
		case 1:
			return text.slice(0, at) + text.slice(at + 1 + chance.below(8));
		case 2:
			return text.slice(0, at);
		case 3:
			return lines.toSpliced(line, 1).join("\n");
		case 4:
			return lines.toSpliced(line, 0, lines[line] ?? "").join("\n");
		case 5:
			return lines.toSpliced(line, 1, ...[lines[chance.below(lines.length)] ?? "", lines[line] ?? ""]).join("\n");
		case 6:
			return lines.with(line, `${" ".repeat(1 + chance.below(4))}${lines[line] ?? ""}`).join("\n");
		case 7:
			return lines.with(line, (lines[line] ?? "").trimStart()).join("\n");
		case 8:
			return lines.with(line, (lines[line] ?? "").replace(/: .*$/, `: ${chance.one(PIECES)}`)).join("\n");
		case 9:
			return lines
				.with(
					line,
					(lines[line] ?? "").replace(/[\w.-]+/, () => chance.one(PIECES)),
				)
				.join("\n");
		case 10: {
			const other = chance.one(others);
			const from = chance.below(other.length + 1);
			return text.slice(0, at) + other.slice(from, from + 1 + chance.below(200)) + text.slice(at);
		}
		case 11:
			return (
				text.slice(0, at) + String.fromCharCode(chance.below(chance.rarely(4) ? 0x10000 : 0x80)) + text.slice(at + 1)
			);
		case 12:
			return `${lines.slice(0, line).join("\n")}\n<<<<<<< ours\n${lines.slice(line).join("\n")}\n=======\n>>>>>>> theirs\n`;
		default: {
			// once in a while something long or deep
			const times = chance.rarely(200) ? 20_000 : 1 + chance.below(40);
			return text.slice(0, at) + chance.one(PIECES).repeat(times) + text.slice(at);
		}
	}
}
