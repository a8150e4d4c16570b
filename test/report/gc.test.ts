import { expect, it } from "vitest";
import { type GcDocument, plainStyle, renderText } from "../../src/report/index.ts";

const document: GcDocument = {
	schema: "mainline.gc/1",
	plan: true,
	at: "2026-11-29T10:00:00.000Z",
	olderThan: "30d",
	keep: 2,
	unknown: false,
	commits: { kept: 12, all: 1340 },
	versions: [],
	places: [
		{
			place: "remote",
			name: "store",
			address: "s3://models/team\u001b[31m",
			going: [
				{ kind: "file", count: 1204, bytes: 2 ** 31, oldest: "2025-03-01T00:00:00Z", newest: "2026-02-01T00:00:00Z" },
			],
			staying: [
				{ reason: "needed", count: 10, bytes: 100 },
				{ reason: "unknown", count: 3, bytes: 30 },
			],
			deleted: null,
			remarks: ["the bucket keeps versions"],
		},
	],
	remarks: ["data.dvc cannot be read"],
};

it("says what would go and what stays, and the same command carried out", () => {
	expect(renderText(document, plainStyle)).toBe(
		[
			"✗ data.dvc cannot be read",
			"",
			"store  s3://models/team�[31m",
			"  would go:",
			"  ● 1,204 files  2.0 GiB  1 Mar 2025 – 1 Feb 00:00",
			"  stays: 10 needed (100 B), 3 named by nobody here (30 B)",
			"  ✗ the bucket keeps versions",
			"",
			"kept: what 12 of 1,340 commits name, the last 2 versions, what is younger than 30d",
			"",
			"Nothing was deleted. Next: mainline gc -r store --keep 2 --yes",
			"",
		].join("\n"),
	);
	const done: GcDocument = { ...document, plan: false };
	expect(renderText(done, plainStyle)).not.toContain("Nothing was deleted");
});
