import type { Sha256 } from "../../../src/kernel/index.ts";
import type { ReleaseStatement } from "../../../src/release/index.ts";

/** What is said of a small model. */
export function statementOf(digest: Sha256, location = "localhost:5000/acme/churn"): ReleaseStatement {
	return {
		model: "churn",
		version: "v0.1.0",
		image: { location, digest },
		packages: ["numpy==2.3.1"],
		base: { reference: "docker.io/library/python:3.12-slim", digest: `sha256:${"d".repeat(64)}` as Sha256 },
		source: { url: "https://github.com/acme/churn", commit: "1".repeat(40) },
		created: new Date("2024-05-06T07:08:09Z"),
		content: `sha256:${"c".repeat(64)}` as Sha256,
		lock: `sha256:${"e".repeat(64)}`,
		stages: [{ address: "train", command: "python train.py" }],
		ingredients: [
			{ path: "data/raw", oid: `${"b".repeat(32)}.dir`, hash: "md5", size: 14_000_000_000n },
			{ path: "train.py", oid: "f".repeat(32), hash: "md5", size: 90n },
		],
		params: [{ file: "params.yaml", name: "epochs", value: "20" }],
		metrics: [{ file: "metrics.json", name: "accuracy", value: "0.93" }],
		files: [{ path: "model.bin", oid: "9".repeat(32), hash: "md5", size: 1000n }],
	};
}
