import { describe, expect, it } from "vitest";
import { ciProgress } from "../../src/doors/progress/ci.ts";
import { plainProgress } from "../../src/doors/progress/plain.ts";
import { terminalProgress } from "../../src/doors/progress/terminal.ts";
import { type Clock, systemClock } from "../../src/kernel/index.ts";

const ESCAPE = "\u001b";

function paper(): { write: (text: string | Uint8Array) => void; text: () => string } {
	const parts: string[] = [];
	return { write: (text) => parts.push(Buffer.from(text).toString()), text: () => parts.join("") };
}

describe("stages that speak at the same time", () => {
	it("have each line behind their name, also one that comes in pieces", () => {
		const { write, text } = paper();
		const progress = plainProgress(write);
		const [train, tune] = [progress.lane("train"), progress.lane("tune")];
		train.say("> python train.py");
		train.output("epo");
		tune.output("a\nb\nc");
		train.output(Buffer.from("ch 1 \u00fc").subarray(0, 6));
		train.output(Buffer.from("\u00fc").subarray(1));
		train.output("\n");
		train.warn("odd");
		train.close();
		tune.close();
		expect(text().split("\n")).toEqual([
			"train | > python train.py",
			"tune | a",
			"tune | b",
			"train | epoch 1 \u00fc",
			"train | warning: odd",
			"tune | c",
			"",
		]);
	});

	it("leave of a bar that is drawn over and over the last drawing, and cannot move the cursor", () => {
		const { write, text } = paper();
		const lane = plainProgress(write).lane("s");
		lane.output(` 10%\r 50%\r100%\r\n${ESCAPE}[2A${ESCAPE}[31mred${ESCAPE}[0m${ESCAPE}]0;title\u0007\n`);
		lane.close();
		expect(text()).toBe(`s | 100%\ns | ${ESCAPE}[31mred${ESCAPE}[0m\n`);
	});

	it("are told on a terminal's live line with their times, beside how many wait", async () => {
		const { write, text } = paper();
		let now = 0;
		const clock: Clock = { ...systemClock, monotonic: () => now };
		const progress = terminalProgress(write, { clock, style: { colour: false, unicode: true, width: 100 } });
		const lane = progress.lane("train");
		now = 65_000;
		progress.lane("tune");
		lane.output("10%\r31%");
		now = 72_000;
		progress.live("3 wait");
		await expect.poll(text, { timeout: 20_000 }).toContain("● train 01:12 31% · tune 00:07 · 3 wait");
		lane.output("\rdone\n");
		expect(text()).toMatch(/train │ done\n$/);
		lane.close();
		progress.end();
	});

	it("have a group each in a GitHub log, written when they end, in which they cannot speak to the runner", () => {
		const { write, text } = paper();
		const progress = ciProgress(write, { gitHub: true, clock: systemClock });
		const [a, b] = [progress.lane("a"), progress.lane("b")];
		a.say("> one");
		b.output("x\n::error::boo");
		a.output("1\n");
		b.close();
		a.close();
		progress.lane("silent").close();
		const token = /stop-commands::(\w+)/.exec(text())?.[1];
		expect(text().split("\n")).toEqual([
			"::group::b",
			`::stop-commands::${token}`,
			"x",
			"::error::boo",
			`::${token}::`,
			"::endgroup::",
			"::group::a",
			`::stop-commands::${token}`,
			"> one",
			"1",
			`::${token}::`,
			"::endgroup::",
			"",
		]);
	});

	it("keep of a flood the last of it for the group", () => {
		const { write, text } = paper();
		const lane = ciProgress(write, { gitHub: true, clock: systemClock }).lane("flood");
		for (let n = 0; n < 20; n++) lane.output(`${String(n).repeat(2 ** 19)}\n`);
		lane.close();
		expect(text().length).toBeLessThan(9 * 2 ** 20);
		expect(text()).toMatch(/^::group::flood\n::stop-commands::\w+\n… \d+ bytes before this are in its log file\n/);
		expect(text()).toContain("\n1919");
	});
});
