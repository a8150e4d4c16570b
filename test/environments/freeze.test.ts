import { describe, expect, it } from "vitest";
import { loadMainline } from "../../src/config/index.ts";
import { frozenAt } from "../../src/environments/index.ts";
import { Failure } from "../../src/kernel/index.ts";

function windows(freeze: string) {
	const text = `environments:\n  prod:\n    deploy: {command: ./deploy.sh}\n    freeze: ${freeze}\n`;
	return loadMainline(text, "mainline.yaml").environments.get("prod")?.freeze ?? [];
}

function until(freeze: string, now: string): string | null {
	return frozenAt(windows(freeze), new Date(now))?.until.toISOString().replace(":00.000Z", "Z") ?? null;
}

const WEEKEND = "[{from: fri 16:00, until: mon 08:00, zone: Europe/Berlin, reason: nobody is there}]";
const NIGHT = '[{from: "22:00", until: "06:00", zone: America/New_York}]';
const YEAR_END = "[{from: 2026-12-20, until: 2027-01-06, zone: Europe/Berlin}]";

describe("a freeze", () => {
	it.each([
		["a weekend, before it", WEEKEND, "2026-11-27T14:59Z", null],
		["a weekend, as it begins", WEEKEND, "2026-11-27T15:00Z", "2026-11-30T07:00Z"],
		["a weekend, in its middle", WEEKEND, "2026-11-29T12:00Z", "2026-11-30T07:00Z"],
		["a weekend, when it is over", WEEKEND, "2026-11-30T07:00Z", null],
		["a weekend in which clocks go forward", WEEKEND, "2026-03-28T12:00Z", "2026-03-30T06:00Z"],
		["a weekend in which clocks go back", WEEKEND, "2026-10-24T12:00Z", "2026-10-26T07:00Z"],
		["a night, before midnight", NIGHT, "2026-07-02T02:30Z", "2026-07-02T10:00Z"],
		["a night, after midnight", NIGHT, "2026-07-02T09:59Z", "2026-07-02T10:00Z"],
		["a day between nights", NIGHT, "2026-07-02T10:00Z", null],
		["days, the last of them whole", YEAR_END, "2027-01-06T22:59Z", "2027-01-06T23:00Z"],
		["days, when they are over", YEAR_END, "2027-01-06T23:00Z", null],
		["days, as they begin", YEAR_END, "2026-12-19T23:00Z", "2027-01-06T23:00Z"],
		["days, before them", YEAR_END, "2026-12-19T22:59Z", null],
		[
			"one after the other",
			"[{from: fri 16:00, until: sat 08:00}, {from: sat 08:00, until: mon 08:00}]",
			"2026-11-27T20:00Z",
			"2026-11-30T08:00Z",
		],
	])("knows when it ends: %s", (_, freeze, now, end) => {
		expect(until(freeze, now)).toBe(end);
	});

	it("says its end in its own zone, and why it is", () => {
		expect(frozenAt(windows(WEEKEND), new Date("2026-11-29T12:00Z"))).toMatchObject({
			words: "Mon, 30 Nov 2026, 08:00 (Europe/Berlin)",
			reason: "nobody is there",
		});
	});

	it.each([
		["another day", "[{from: fry 16:00, until: mon 08:00}]", /^expected `16:00`/],
		["an hour that there is not", '[{from: "24:00", until: "08:00"}]', /^expected `16:00`/],
		["a day that there is not", "[{from: 2026-02-30, until: 2026-03-01}]", /^expected `16:00`/],
		["two kinds", '[{from: fri 16:00, until: "08:00"}]', /of two kinds/],
		["an end before its beginning", "[{from: 2026-12-20, until: 2026-12-01}]", /ends where it begins/],
		["no length", '[{from: "16:00", until: "16:00"}]', /ends where it begins/],
		["a zone that there is not", '[{from: "16:00", until: "17:00", zone: Europe/Atlantis}]', /^expected a time zone/],
		["a key that it has not", '[{days: [fri], from: "16:00", until: "17:00"}]', /`days` is not a key/],
	])("is refused with its place where it has %s", (_, freeze, said) => {
		const found = (() => {
			try {
				return windows(freeze);
			} catch (failure) {
				return failure;
			}
		})();
		expect(found).toBeInstanceOf(Failure);
		const { message, details } = found as Failure;
		expect(message.replace('environment "prod": ', "")).toMatch(said);
		expect(details.at).toMatchObject({ file: "mainline.yaml", line: 4 });
	});
});

describe("who approves", () => {
	const approve = (text: string) =>
		loadMainline(`environments: {prod: {deploy: {command: x}, approve: ${text}}}`, "mainline.yaml").environments.get(
			"prod",
		)?.approve;

	it("is one of those who may write, or as many of the named as are asked for", () => {
		expect(approve("{}")).toEqual({ by: null, count: 1, own: false });
		expect(approve("{by: [ada, carol], count: 2, own: true}")).toEqual({ by: ["ada", "carol"], count: 2, own: true });
	});

	it("is in a team, of which nobody here knows how many are", () => {
		const by = ["ada", "acme/release-managers"];
		expect(approve("{by: [ada, acme/release-managers], count: 3}")).toEqual({ by, count: 3, own: false });
	});

	it("is told how a team is written", () => {
		expect(() => approve("{by: ['@acme/ml']}")).toThrow(
			expect.objectContaining({ details: expect.objectContaining({ hint: "write `acme/ml`" }) }),
		);
	});

	it.each([
		["{by: [ada, Ada], count: 2}", "asks for 2, and names 1"],
		["{by: []}", "asks for 1, and names 0"],
		["{by: ['@ada']}", "expected a login at GitHub, or a team as `organisation/team`, without `@`"],
		["{by: ['@acme/ml']}", "expected a login at GitHub, or a team"],
		["{by: [acme/ml/ops]}", "expected a login at GitHub, or a team"],
		["{by: ['acme/ML ops']}", "expected a login at GitHub, or a team"],
		["{count: 0}", "expected a number from 1 to 20"],
	])("is refused as %s", (text, said) => {
		expect(() => approve(text)).toThrow(said);
	});
});
