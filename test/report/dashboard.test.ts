import { describe, expect, it } from "vitest";
import { type BoardDocument, COMMENT_BYTES, DASHBOARD_MARKER, renderDashboard } from "../../src/report/index.ts";
import { boardOf, largeBoard, onlyLookedAt, smallBoard } from "./support/boards.ts";
import { HOSTILE_CASES } from "./support/hostile.ts";

const render = (document: BoardDocument): string => renderDashboard(document, { prefix: "/mainline" });
const many = (document: BoardDocument, count: number): BoardDocument => {
	const [first] = document.models;
	if (first === undefined) throw new Error("a board without a model");
	return { ...document, models: Array.from({ length: count }, (_, i) => ({ ...first, name: `${first.name}${i}` })) };
};

describe("the dashboard issue's text", () => {
	it("says what runs where, since when, by whom, from which pull request, what it waits for and what a rollback brings back", () => {
		const text = render(smallBoard);
		for (const said of [
			`${DASHBOARD_MARKER}\n1 model in 2 environments of [acme/churn](https://github.com/acme/churn)`,
			"**1 on hold** · **1 frozen** · **1 without enough approvals recorded** · **1 without a way back that works**",
			"| **prod** | **`v1.4.2`**<br>`4f2c1e9ab03d` | 3\u00a0Nov\u00a02026,\u00a009:30<br>by ann | [#118](https://github.com/acme/churn/pull/118) acme/wider | 0.921 | 41 |",
			"[#131](https://github.com/acme/churn/pull/131) More epochs |",
			"**dev** soaks until 28 Nov 2026, 12:42 (2 h in all; begun anew: connection refused)",
			"⏸️ **prod** is on hold: v1.5.0 was reverted by",
			"**prod** is frozen until Mon, 30 Nov 2026, 08:00 (UTC): the fair",
			"❌ `v1.5.1` failed in **prod** 27 Nov 2026, 08:00: it answers 503",
			"**prod** would get `v1.5.1`, which has 1 of 2 approvals recorded: carol",
			"**prod** gets versions by hand: nothing comes there but by `promote`",
			"**prod** would go back to `v1.4.1`: rehearsed 26 Nov 2026, 03:00 ✅",
			"❌ rehearsal failed 21 Nov 2026, 03:00: its image is gone",
			"has a waived gate: latency_p95 63",
			"❌ `v1.5.0` is rejected: reverted by",
			"| rolled back | prod | `v1.4.1`\u00a0→ `v1.4.0` | ann | latency |",
			"`/mainline rollback ENVIRONMENT`",
		]) {
			expect(text).toContain(said);
		}
	});

	it("never calls a way back rehearsed that nobody started", () => {
		const text = render(onlyLookedAt(smallBoard));
		expect(text).toContain("**prod** would go back to `v1.4.1`: its image was there 26 Nov 2026, 03:00, not started");
		expect(text).not.toContain("rehearsed 26 Nov");
	});

	it("is the same for the same state at another time", () => {
		expect(render({ ...smallBoard, at: "2026-11-28T12:31:07.000Z" })).toBe(render(smallBoard));
		expect(render({ ...smallBoard, at: "2026-11-28T12:43:00.000Z" })).toContain("has soaked for the 2 h");
	});

	it("of many models shows each one's versions at once, and the rest folded", () => {
		const text = render(largeBoard);
		expect(text).toContain("| `model-1` | `v1.5.1` | `v1.4.2` | `v1.4.2`\u00a0⏸️ | nothing\u00a0yet |");
		expect(text.match(/<details><summary><b>/g)).toHaveLength(12);
		expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
		expect(text).toContain("model=NAME");
	});

	it("names the last ten moves of all models, the newest first", () => {
		const moves = render(largeBoard).split("### Last moves")[1] ?? "";
		expect(moves.match(/^\| \d/gm)).toHaveLength(10);
	});

	it("says that nothing is released, and that a newest version is nowhere", () => {
		expect(render({ ...smallBoard, models: [] })).toContain("Nothing is released yet in [acme/churn]");
		const [model] = smallBoard.models;
		const newer = model === undefined ? [] : [{ ...model, latest: "v2.0.0" }];
		expect(render({ ...smallBoard, models: newer })).toContain("the newest version, `v2.0.0`, is in no environment");
	});

	it.each([6, 40, 300])("fits with %d models of the widest names, and says that it was shortened", (count) => {
		for (const text of ["🙂".repeat(400), "|".repeat(500), "@#1".repeat(150)]) {
			const shown = render(many(boardOf(text), count));
			expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(COMMENT_BYTES);
			if (count > 6) expect(shown).toContain("Shortened to fit");
			expect(shown).toContain("/mainline promote");
			expect(shown.match(/<details>/g)?.length).toBe(shown.match(/<\/details>/g)?.length);
		}
	});

	it("gives up details before versions", () => {
		const bare = render(many(smallBoard, 400));
		expect(bare).toMatch(/\| churn\d+ \| `v1\.5\.1` \| `v1\.4\.2`\u00a0⏸️ \|/);
		expect(Buffer.byteLength(bare)).toBeLessThanOrEqual(COMMENT_BYTES);
	});

	it.each(HOSTILE_CASES)("T23: pings, links and marks nobody's words: %s", (_, text) => {
		for (const count of [1, 5]) {
			const shown = render(many(boardOf(text), count));
			expect(shown.match(/<!--/g)).toHaveLength(1);
			expect(shown.replaceAll(/(`+)[\s\S]*?[^`]\1(?!`)/g, "")).not.toMatch(/@[a-z]|#\d(?!18)|https?:\/\/|www\./i);
			expect(shown.match(/^### /gm)?.length).toBe(count <= 3 ? count + 1 : 1);
		}
	});
});
