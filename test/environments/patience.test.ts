import { describe, expect, it } from "vitest";
import { type Call, doingOf, Patience } from "../../src/environments/targets/compose/patience.ts";
import type { RunResult } from "../../src/shell/index.ts";

const CALL: Call = { who: "docker", see: "the engine", what: "docker ps", doing: "question" };
const ENDED = { signal: null, stdout: new Uint8Array(), stdoutText: "", stderr: "" };

function answer(code: number, timedOut = false): RunResult {
	return { ...ENDED, code, timedOut };
}

async function limitOf(patience: Patience, result = answer(0), call = CALL): Promise<object> {
	let found = {};
	await patience
		.within(call, async (limit) => {
			found = limit;
			return result;
		})
		.catch(() => {});
	return found;
}

describe("how long an engine is waited for", () => {
	it.each([
		["ps -a -q", "question"],
		["container inspect x", "question"],
		["volume create x", "question"],
		["volume rm x", "work"],
		["run -d x", "work"],
		["rm -f x", "work"],
		["pull x", "transfer"],
	])("goes by what it is asked: `%s` is %s", (args, doing) => {
		expect(doingOf(args.split(" "))).toBe(doing);
	});

	it("is longer for podman, which waits for whoever writes a layer", async () => {
		expect(await limitOf(new Patience("docker"))).toEqual({ timeoutMs: 60_000 });
		expect(await limitOf(new Patience("podman"))).toEqual({ timeoutMs: 300_000 });
		expect(await limitOf(new Patience("docker"), answer(0), { ...CALL, doing: "work" })).toEqual({
			timeoutMs: 600_000,
		});
	});

	it("of a transfer is how long it says nothing", async () => {
		const call = { ...CALL, doing: "transfer", what: "docker pull" } as const;
		expect(await limitOf(new Patience("docker"), answer(0), call)).toEqual({ silenceMs: 3_600_000 });
		await expect(new Patience("docker").within(call, async () => answer(1, true))).rejects.toMatchObject({
			code: "engine-silent",
			kind: "infrastructure",
			message: "docker gave no answer to `docker pull` for 1 h",
			details: { hint: expect.stringMatching(/^see to the network and to the registry, then run again/) },
		});
	});

	it("is short once it was silent, until it answers", async () => {
		const patience = new Patience("docker");
		expect(await limitOf(patience, answer(1, true))).toEqual({ timeoutMs: 60_000 });
		// ended, as another one got no answer
		expect(await limitOf(patience, answer(1))).toEqual({ timeoutMs: 10_000 });
		expect(await limitOf(patience)).toEqual({ timeoutMs: 10_000 });
		expect(await limitOf(patience)).toEqual({ timeoutMs: 60_000 });
	});

	it("does not matter to an answer that came in the last moment", async () => {
		expect((await new Patience("docker").within(CALL, async () => answer(0, true))).code).toBe(0);
	});
});
