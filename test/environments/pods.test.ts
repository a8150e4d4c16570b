import { describe, expect, it } from "vitest";
import { steadySince, viewPods } from "../../src/environments/targets/kubernetes/objects.ts";

/** As a cluster lists it. */
function pod(name: string, startedAt: string | null, restartCount = 0): object {
	const state = startedAt === null ? { waiting: { reason: "CrashLoopBackOff" } } : { running: { startedAt } };
	const status = { name: "server", ready: startedAt !== null, restartCount, state };
	return {
		metadata: { name, creationTimestamp: "2026-11-29T08:00:00Z" },
		spec: { containers: [{ name: "server", image: "x@y" }] },
		status: { containerStatuses: [status] },
	};
}

const since = (...items: object[]): string | null => steadySince(viewPods({ items }, "server"))?.toISOString() ?? null;

describe("since when pods have served without a break", () => {
	it("is when the oldest that is ready was started: a younger one beside it breaks nothing", () => {
		expect(since(pod("a", "2026-11-29T10:00:00Z"), pod("b", "2026-11-29T11:30:00Z"))).toBe("2026-11-29T10:00:00.000Z");
	});

	it("is when the last one that fell was started again", () => {
		const fallen = pod("b", "2026-11-29T11:10:00Z", 2);
		expect(since(pod("a", "2026-11-29T10:00:00Z"), fallen, pod("c", "2026-11-29T12:00:00Z"))).toBe(
			"2026-11-29T11:10:00.000Z",
		);
	});

	it("is not known where none is ready", () => {
		expect(since(pod("a", null, 3))).toBeNull();
		expect(since()).toBeNull();
	});
});
