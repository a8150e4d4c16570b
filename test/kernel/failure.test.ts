import { describe, expect, it } from "vitest";
import { badInput } from "../../src/kernel/index.ts";

describe("the message of a failure", () => {
	it("quotes both ends of what is too long to read", () => {
		const { message } = badInput("code", `first ${"x".repeat(100_000)} last`);
		expect(message.length).toBeLessThan(3000);
		expect(message).toMatch(/^first x+ … \(\d+ more letters\) … x+ last$/);
	});

	it("stays as it is otherwise", () => {
		expect(badInput("code", "x".repeat(2500)).message).toBe("x".repeat(2500));
	});
});
