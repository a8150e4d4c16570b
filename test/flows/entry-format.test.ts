import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { entryFormat } from "../../src/flows/entry-format.ts";
import { parseLock } from "../../src/manifest/index.ts";
import { RunCache } from "../../src/store/index.ts";

it("gives a run DVC's own key, whatever its inputs record of cloud-versioned remotes", () => {
	const lock = readFileSync(resolve(import.meta.dirname, "../fixtures/cloud-versioned/dvc.lock"));
	const entry = parseLock(lock, "dvc.lock").get("s");
	if (entry === undefined) throw new Error("no entry");
	expect(new RunCache("/nowhere", entryFormat).key(entry)).toBe(
		"6b6d8565e37f91f59555ba420c8483c55e8484878f2207d18f156b0cee303e4a",
	);
});
