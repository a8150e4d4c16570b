import { expect, it } from "vitest";
import { pullLine } from "../../src/report/words/image-preview.ts";

const same = { role: "code", change: "same", pull: 0 } as const;

it("what a node pulls is said with what changes, what stays, and how old the base is", () => {
	const layers = [
		{ role: "base", change: "same", pull: 0 },
		{ role: "python", change: "same", pull: 0 },
		same,
		{ role: "model", change: "changed", pull: 2 << 20 },
	] as const;
	const base = { name: "docker.io/library/python:3.12-slim", days: 40 };
	expect(pullLine({ from: "v0.1.0", layers, bytes: 2 << 20, certainty: "most", base }).says).toBe(
		"a node with v0.1.0 pulls at most about 2.0 MiB: model 2.0 MiB; base, Python packages and code stay; base docker.io/library/python:3.12-slim is 40 days old",
	);
});

it("what is known only when it is built is not guessed", () => {
	const layers = [
		{ role: "base", change: "unknown", pull: null },
		{ role: "python", change: "changed", pull: null },
		same,
	] as const;
	expect(
		pullLine({ from: "v0.1.0", layers, bytes: null, certainty: "exact", base: { name: "x", days: null } }).says,
	).toBe(
		"a node with v0.1.0 pulls what changes: base, if it changes: that is known when it is built, Python packages, of a size that is not known yet; code stays; base x is of unknown age",
	);
	const nothing = { from: "v0.1.0", layers: [same], bytes: 0, certainty: "exact", base: null } as const;
	expect(pullLine(nothing).says).toBe("a node with v0.1.0 pulls no layer; code stays");
});
