import { expect, it } from "vitest";
import { tookText, usualTake } from "../../src/environments/index.ts";
import { type ArtifactHistory, readHistory, tagMessage } from "../../src/release/index.ts";

function historyOf(takes: readonly (number | null)[]): ArtifactHistory {
	const tags = takes.map((seconds, i) => ({
		name: `churn#prod#${i + 1}`,
		object: `${i}`,
		target: "a".repeat(40),
		taggedAt: new Date(Date.UTC(2026, 0, i + 1)),
		tagger: { name: "ann", email: "ann@example.com" },
		message: tagMessage("Assign", seconds === null ? {} : { took: tookText(seconds) }),
	}));
	return readHistory(tags, "churn");
}

it("how long a deploy takes is the middle one of the last five that were measured, of that environment alone", () => {
	expect(usualTake(historyOf([100, 100, 100, 3, null, 1, 2, 5, 4]), "prod")).toBe(3);
	expect(usualTake(historyOf([1.26]), "prod")).toBe(1.3);
	expect(usualTake(historyOf([1]), "dev")).toBeNull();
});

it("nothing is made up where no tag says it", () => {
	expect(usualTake(historyOf([null, null]), "prod")).toBeNull();
	expect(usualTake(historyOf([]), "prod")).toBeNull();
});
