import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicRoot, publicServices } from "../../src/release/index.ts";
import { startUpdates, type Updates } from "./support/tuf.ts";

const ROOT = JSON.stringify({
	mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
	tlogs: [],
	certificateAuthorities: [
		{ uri: "https://fulcio.example", certChain: { certificates: [] }, validFor: { start: "2024-01-01T00:00:00Z" } },
	],
	ctlogs: [],
	timestampAuthorities: [],
});
const begins = { validFor: { start: "2024-01-01T00:00:00Z" }, majorApiVersion: 1, operator: "example" };
const CONFIG = JSON.stringify({
	mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
	caUrls: [{ url: "https://fulcio.example", ...begins }],
	tsaUrls: [{ url: "https://time.example", ...begins }],
});
const TARGETS = { "trusted_root.json": ROOT, "signing_config.v0.2.json": CONFIG };

let directory = "";
let caches = 0;
const running: Updates[] = [];
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "mainline-trust-root-"));
});
afterAll(async () => {
	for (const updates of running) await updates.stop();
	await rm(directory, { recursive: true, force: true });
});

async function updates(more: { expires?: string } = {}): Promise<Updates> {
	const started = await startUpdates(join(directory, `root-${running.length}.json`), TARGETS, more);
	running.push(started);
	return started;
}

const freshCache = () => join(directory, `cache-${caches++}`);
const asked = ({ url, root }: Updates, cache = freshCache()) => ({ cache, mirror: { url, root } });
const FAILED = { kind: "infrastructure", code: "sigstore-root" };

describe("the public sigstore's root of trust", () => {
	it("is what its maintainers signed, and names who signs today", async () => {
		const from = asked(await updates());
		expect((await publicRoot(from)).certificateAuthorities.map(({ uri }) => uri)).toEqual(["https://fulcio.example"]);
		expect(await publicServices(from, new Date("2026-01-01T00:00:00Z"))).toEqual({
			fulcio: "https://fulcio.example",
			timestamps: ["https://time.example"],
			logs: [],
		});
	});

	it("is fetched once, and asked each time whether it is still the one", async () => {
		const served = await updates();
		const from = asked(served);
		await publicRoot(from);
		served.asked.length = 0;
		await publicRoot(from);
		expect(served.asked).toContain("/timestamp.json");
		expect(served.asked.filter((path) => path.startsWith("/targets/"))).toEqual([]);
	});

	it("is what this machine was told last, as long as that is good for, where nobody can be asked", async () => {
		const expires = new Date(Math.ceil(Date.now() / 1000) * 1000 + 6000).toISOString().replace(".000Z", "Z");
		const served = await updates({ expires });
		const from = asked(served);
		const root = await publicRoot(from);
		served.files.clear();
		expect(await publicRoot(from)).toEqual(root);
		await new Promise((then) => setTimeout(then, Date.parse(expires) - Date.now() + 50));
		await expect(publicRoot(from)).rejects.toMatchObject(FAILED);
	});

	it("is held against the root that one begins with, whatever lies in the folder where it is kept", async () => {
		const [good, evil] = [await updates(), await updates()];
		const cache = freshCache();
		const keptOf = ({ url }: Updates): string => join(cache, encodeURIComponent(new URL(url).host));
		// somebody who may write there fills it from a repository of his own
		await publicRoot(asked(evil, cache));
		await rename(keptOf(evil), keptOf(good));
		good.files.clear();
		await expect(publicRoot(asked(good, cache))).rejects.toMatchObject(FAILED);
	});

	it("is had again where a file of it was left half written", async () => {
		const served = await updates();
		const cache = freshCache();
		await publicRoot(asked(served, cache));
		const kept = join(cache, encodeURIComponent(new URL(served.url).host));
		for (const file of ["root.json", "timestamp.json", "snapshot.json", "targets.json"]) {
			await writeFile(join(kept, file), "");
			expect(await publicRoot(asked(served, cache)), file).toBeDefined();
		}
	});

	it("is not believed by halves: changed, out of date, signed by others or not to be had it is a failure", async () => {
		const changed = await updates();
		for (const [path] of changed.files) {
			if (path.startsWith("/targets/")) changed.files.set(path, Buffer.from(ROOT.replace("fulcio", "evil!!")));
		}
		await expect(publicRoot(asked(changed))).rejects.toMatchObject(FAILED);

		await expect(publicRoot(asked(await updates({ expires: "2025-01-01T00:00:00Z" })))).rejects.toMatchObject(FAILED);

		const [one, other] = [await updates(), await updates()];
		await expect(publicRoot(asked({ ...one, url: other.url }))).rejects.toMatchObject(FAILED);

		const gone = await updates();
		gone.files.clear();
		await expect(publicRoot(asked(gone))).rejects.toMatchObject(FAILED);
		await expect(publicServices(asked(gone), new Date())).rejects.toMatchObject({
			...FAILED,
			message: expect.stringContaining("sigstore's root of trust cannot be had"),
		});
	});
});
