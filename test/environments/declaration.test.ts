import { describe, expect, it } from "vitest";
import { decideDeclaration, type ModelState, type Move, modelState, versionOf } from "../../src/environments/index.ts";
import { environment, Tagged } from "./tagged.ts";

const main = "a".repeat(40);

/** `dev: revert (rejects v0.2.0)`, one line for each environment. */
function movesFor(state: ModelState, version: string, now: Date, anew: boolean | null = true): string[] {
	const found = versionOf(state.history, version);
	if (found === null) throw new Error(`no ${version}`);
	return decideDeclaration({ state, version: found, now, anew }).map(inWords);
}

function inWords(move: Move): string {
	const notes = [
		"rejects" in move ? `rejects ${move.rejects}` : "",
		"lifts" in move && move.lifts !== null ? `lifts ${move.lifts}` : "",
	].filter((note) => note !== "");
	return `${move.environment.name}: ${[move.kind, ...notes].join(", ")}`;
}

const twoReleased = (): Tagged =>
	new Tagged()
		.version("v0.1.0")
		.assign("dev", "v0.1.0", {}, main)
		.assign("prod", "v0.1.0", {}, main)
		.version("v0.2.0")
		.assign("dev", "v0.2.0", {}, main)
		.assign("prod", "v0.2.0", {}, main);

const reverted = (): Tagged =>
	twoReleased()
		.assign("prod", "v0.1.0", { hold: "v0.2.0 was reverted", rejects: "v0.2.0" }, main)
		.assign("dev", "v0.1.0", { hold: "v0.2.0 was reverted", rejects: "v0.2.0" }, main);

describe("what the main line declares", () => {
	it("sends a new version to the environment that follows it, and on by policy", () => {
		const tagged = new Tagged().version("v0.1.0");
		expect(movesFor(tagged.state(), "v0.1.0", tagged.now())).toEqual(["dev: advance", "prod: wait"]);
		tagged.assign("dev", "v0.1.0", {}, main);
		expect(movesFor(tagged.state(), "v0.1.0", tagged.now())).toEqual(["dev: keep", "prod: advance"]);
	});

	it("leaves an environment that follows it alone where mainline.yaml says `auto: false`", () => {
		const tagged = new Tagged().version("v0.1.0");
		const state = tagged.state([environment("dev", { auto: false })]);
		expect(movesFor(state, "v0.1.0", tagged.now())).toEqual(["dev: wait"]);
	});

	it("does nothing when the content is what already runs everywhere", () => {
		const tagged = twoReleased();
		expect(movesFor(tagged.state(), "v0.2.0", tagged.now(), false)).toEqual(["dev: keep", "prod: keep"]);
	});

	it("takes an older version's content for a revert, and brings it back in production first", () => {
		const tagged = twoReleased();
		expect(movesFor(tagged.state(), "v0.1.0", tagged.now())).toEqual([
			"prod: revert, rejects v0.2.0",
			"dev: revert, rejects v0.2.0",
		]);
	});

	it("finishes a revert that was cut off between two environments", () => {
		const tagged = twoReleased().assign("prod", "v0.1.0", { hold: "reverted", rejects: "v0.2.0" }, main);
		expect(movesFor(tagged.state(), "v0.1.0", tagged.now(), false)).toEqual([
			"dev: revert, rejects v0.2.0",
			"prod: keep",
		]);
	});

	it("leaves an environment alone that never had the reverted version", () => {
		const tagged = twoReleased().version("v0.3.0").assign("dev", "v0.3.0", {}, main);
		expect(movesFor(tagged.state(), "v0.2.0", tagged.now())).toEqual(["dev: revert, rejects v0.3.0", "prod: keep"]);
	});

	it("waits for approval, and takes back what it declares anew, in an environment that follows it and asks for that", () => {
		const approve = { by: ["carol"], count: 1, own: false };
		const configs = [environment("dev", { approve }), environment("prod", { after: "dev" })];
		const tagged = reverted();
		expect(movesFor(tagged.state(configs), "v0.2.0", tagged.now())[0]).toBe("dev: wait, lifts v0.2.0");
		tagged.approve("dev", "v0.2.0", "carol");
		expect(movesFor(tagged.state(configs), "v0.2.0", tagged.now())[0]).toBe("dev: advance, lifts v0.2.0");
	});

	it("lifts the rejection when the revert is reverted, and then promotes by policy", () => {
		const tagged = reverted();
		expect(movesFor(tagged.state(), "v0.2.0", tagged.now())).toEqual(["dev: advance, lifts v0.2.0", "prod: wait"]);
		tagged.assign("dev", "v0.2.0", { lifts: "v0.2.0" }, main);
		expect(tagged.state().environments.map((found) => found.hold)).toEqual([null, null]);
		expect(movesFor(tagged.state(), "v0.2.0", tagged.now())).toEqual(["dev: keep", "prod: advance"]);
	});

	it("lets a fix into dev after a revert, and keeps production on hold", () => {
		const tagged = reverted().version("v0.3.0");
		expect(movesFor(tagged.state(), "v0.3.0", tagged.now())).toEqual(["dev: advance", "prod: wait"]);
		tagged.assign("dev", "v0.3.0", {}, main);
		expect(tagged.state().environments.map((found) => found.hold?.reason ?? null)).toEqual([
			null,
			"v0.2.0 was reverted",
		]);
		expect(movesFor(tagged.state(), "v0.3.0", tagged.now())).toEqual(["dev: keep", "prod: wait"]);
	});

	it("does not undo a rollback by hand when a later merge changes something else", () => {
		const tagged = twoReleased()
			.assign("dev", "v0.1.0", { hold: "wrong answers", rejects: "v0.2.0" })
			.assign("prod", "v0.1.0", { hold: "wrong answers", rejects: "v0.2.0" });
		for (const anew of [false, null]) {
			expect(movesFor(tagged.state(), "v0.2.0", tagged.now(), anew)).toEqual(["dev: keep", "prod: keep"]);
		}
		expect(movesFor(tagged.state(), "v0.2.0", tagged.now(), true)).toEqual([
			"dev: advance, lifts v0.2.0",
			"prod: wait",
		]);
	});

	it("says nothing about environments that mainline.yaml does not name", () => {
		const tagged = twoReleased().assign("staging", "v0.1.0");
		expect(movesFor(tagged.state(), "v0.2.0", tagged.now())).toEqual(["dev: keep", "prod: keep"]);
	});

	it("decides in order of promotion, whatever the order of the file", () => {
		const tagged = new Tagged().version("v0.1.0");
		const state = tagged.state([
			environment("prod", { after: "staging" }),
			environment("staging", { after: "dev" }),
			environment("dev"),
		]);
		expect(state.environments.map(({ name }) => name)).toEqual(["dev", "staging", "prod"]);
		expect(modelState(state.history).environments).toEqual([]);
	});
});
