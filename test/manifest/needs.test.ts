import { describe, expect, it } from "vitest";
import type { Needs } from "../../src/manifest/index.ts";
import { complaints, load } from "./rig.ts";

async function needsOf(written: string, more: Readonly<Record<string, string>> = {}): Promise<Needs | undefined> {
	const { stages } = await load({ "dvc.yaml": `stages:\n  s:\n    cmd: c\n    meta: ${written}\n`, ...more });
	return stages[0]?.needs;
}

const refused = (written: string): Promise<string[]> => complaints(() => needsOf(written));

describe("what a stage needs of the machine", () => {
	it("is what meta.mainline says, in cores, bytes and milliseconds", async () => {
		expect(await needsOf("{mainline: {gpus: 1, cpus: 4, memory: 16G, timeout: 6h, retries: 2}}")).toMatchObject({
			gpus: 1,
			cpus: 4,
			memory: 16 * 2 ** 30,
			timeoutMs: 6 * 3_600_000,
			retries: 2,
		});
		expect(await needsOf("{mainline: {cpus: all, memory: 1.5 GiB}}")).toMatchObject({
			cpus: Number.POSITIVE_INFINITY,
			memory: 1.5 * 2 ** 30,
			gpus: null,
			timeoutMs: null,
			retries: 0,
		});
	});

	it("may come out of a variable", async () => {
		expect(await needsOf("{mainline: {gpus: '${gpus}'}}", { "params.yaml": "gpus: 2\n" })).toMatchObject({ gpus: 2 });
	});

	it("is nothing where meta speaks of something else", async () => {
		for (const meta of ["{owner: ada}", "free text", "[mainline]", "5"]) expect(await needsOf(meta)).toBeUndefined();
	});

	it.each([
		[
			"{mainline: {gpu: 1}}",
			/^dvc\.yaml:4:23 stage "s": `gpu` is not a key of meta\.mainline \| did you mean `gpus`\?/,
		],
		["{mainline: {gpus: -1}}", /^dvc\.yaml:4:29 stage "s": expected a number of GPUs from 0 on/],
		["{mainline: {gpus: one}}", /^dvc\.yaml:4:29 stage "s": expected a whole number/],
		["{mainline: {cpus: 0}}", /^dvc\.yaml:4:29 .* from 1 on, or `all`/],
		["{mainline: {cpus: 1.5}}", /^dvc\.yaml:4:29 stage "s": expected a whole number/],
		["{mainline: {memory: 16}}", /^dvc\.yaml:4:31 stage "s": expected a size such as 512M or 16G/],
		["{mainline: {memory: 0G}}", /^dvc\.yaml:4:31 stage "s": expected a size/],
		["{mainline: {timeout: 90}}", /^dvc\.yaml:4:32 stage "s": expected a time such as 90s/],
		["{mainline: {timeout: 0}}", /^dvc\.yaml:4:32 stage "s": expected a time/],
		["{mainline: {retries: 101}}", /^dvc\.yaml:4:32 stage "s": expected a number of further attempts from 0 to 100/],
		["{mainline: 2}", /^dvc\.yaml:4:22 stage "s": expected a mapping/],
	])("%s is refused where it stands", async (written, words) => {
		expect(await refused(written)).toEqual([expect.stringMatching(words)]);
	});
});
