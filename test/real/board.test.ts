import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BoardDocument, renderBoard } from "../../src/report/index.ts";
import { largeBoard, smallBoard } from "../report/support/boards.ts";
import { browse } from "./page.ts";

/* The board in a real browser (chromium). Pictures are kept where LOOKS_DIR says, for a person to look at. */

let folder = "";
beforeAll(() => {
	folder = process.env["LOOKS_DIR"] ?? mkdtempSync(join(tmpdir(), "mainline-board-"));
	mkdirSync(folder, { recursive: true });
});
afterAll(() => {
	if (process.env["LOOKS_DIR"] === undefined) rmSync(folder, { recursive: true, force: true });
});

interface View {
	readonly width: number;
	readonly theme?: "light" | "dark";
}

/** The page beside one that holds it in a frame of a width (a window of chromium is never narrower than 500 pixels), and measures it. */
function seen(name: string, board: BoardDocument, { width, theme = "light" }: View): { wide: number; png: Buffer } {
	const file = join(folder, `${name}-${width}-${theme}`);
	writeFileSync(`${file}.html`, renderBoard(board));
	const measure = `const f=document.querySelector('iframe');f.onload=()=>{const d=f.contentDocument.documentElement;
document.body.dataset.wide=d.scrollWidth-${width};f.style.height=Math.min(d.scrollHeight,6000)+'px'}`;
	const frame = `<!doctype html><meta name="color-scheme" content="light dark"><body style="margin:0"><iframe src="${name}-${width}-${theme}.html" style="border:0;width:${width}px;height:900px"></iframe><script>${measure}</script>`;
	writeFileSync(`${file}-frame.html`, frame);
	const args = [
		"--allow-file-access-from-files",
		...(theme === "dark" ? ["--blink-settings=preferredColorScheme=0"] : []),
	];
	const dom = browse(`${file}-frame.html`, [...args, "--dump-dom"], { width, height: 1500 });
	browse(`${file}-frame.html`, [...args, `--screenshot=${file}.png`], { width, height: 3000 });
	const wide = Number(/data-wide="(-?\d+)"/.exec(dom)?.[1] ?? Number.NaN);
	return { wide, png: readFileSync(`${file}.png`) };
}

describe("the board in a browser", () => {
	it.each([
		["small", smallBoard],
		["large", largeBoard],
	])("%s: nothing sticks out on a phone or a screen, and dark is another picture than light", (name, board) => {
		expect(seen(name, board, { width: 390 }).wide).toBe(0);
		const [light, dark] = [seen(name, board, { width: 1280 }), seen(name, board, { width: 1280, theme: "dark" })];
		expect([light.wide, dark.wide]).toEqual([0, 0]);
		expect(light.png.equals(dark.png)).toBe(false);
	});
});
