import { describe, expect, it } from "vitest";
import {
	lastRehearsal,
	type Rehearsal,
	rehearsalMessage,
	rehearsalsIn,
	rehearsalTag,
} from "../../src/environments/index.ts";
import { parseTag } from "../../src/release/index.ts";
import { digestNamed } from "./tagged.ts";

const AT = new Date("2026-11-28T03:00:00Z");
const about = { model: "sub/dir:churn", environment: "eu/prod", version: "v1.4.1", digest: digestNamed("v1.4.1") };

function tag(rehearsals: readonly Omit<Rehearsal, "at">[], { at = AT, name = rehearsalTag(at) } = {}) {
	const tagger = { name: "Ann", email: "ann@example.org" };
	return { name, object: "0", target: "1", taggedAt: at, tagger, message: rehearsalMessage(rehearsals, "ann") };
}

describe("what was rehearsed", () => {
	it("is read back as it was written, out of tags that GTO takes for none of its own", () => {
		const passed = { ...about, ok: true, started: true, says: "" };
		const looked = { ...about, environment: "qa", ok: true, started: false, says: "" };
		const failed = { ...about, environment: "dev", ok: false, started: false, says: "no image\nRehearsed: a b c" };
		const written = tag([passed, looked, failed]);
		expect(written.name).toBe("rehearsal-20261128T030000Z");
		expect(parseTag(written.name)).toBeNull();
		expect(written.message.split("\n")[0]).toBe(
			"Rehearse what a rollback would bring back: 1 of 3 passed, 1 not started",
		);
		expect(rehearsalsIn([written])).toEqual([
			{ ...passed, at: AT },
			{ ...looked, at: AT },
			{ ...failed, at: AT, says: "no image Rehearsed: a b c" },
		]);
		expect(rehearsalsIn([{ ...written, name: "churn@v1.0.0" }])).toEqual([]);
	});

	it("was not started where a tag says so that had no word for it yet", () => {
		const says = "it was not started: prod is deployed by `kubernetes`, which would touch what runs";
		const old = tag([{ ...about, ok: true, started: true, says }]);
		expect(rehearsalsIn([old])).toMatchObject([{ ok: true, started: false }]);
	});

	it("counts for the image that was tried, the newest time first", () => {
		const later = new Date(AT.getTime() + 1000);
		const tags = [
			tag([{ ...about, ok: false, started: false, says: "slow" }], { at: later }),
			tag([{ ...about, ok: true, started: true, says: "" }]),
		];
		const all = rehearsalsIn(tags);
		expect(lastRehearsal(all, about)).toMatchObject({ ok: false, at: later });
		expect(lastRehearsal(all, { ...about, digest: digestNamed("v1.4.2") })).toBeNull();
		expect(lastRehearsal(all, { ...about, environment: "dev" })).toBeNull();
	});
});
