import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { type Row, refuses } from "../support/refusal.ts";

const ROWS: readonly Row[] = [
	{
		what: "a dvc.lock cut in half",
		ran: true,
		spoil: cutInHalf,
		at: "dvc.lock:8:12",
		code: "lock-invalid",
		says: ["expected an md5", "git has its former text"],
	},
	{
		what: "running on a dvc.lock cut in half",
		ran: true,
		spoil: cutInHalf,
		args: ["run"],
		at: "dvc.lock:8:12",
		code: "lock-invalid",
		says: ["expected an md5"],
	},
	{
		what: "merge-conflict markers in dvc.lock",
		ran: true,
		spoil: (root) => {
			const lock = readFileSync(join(root, "dvc.lock"), "utf8");
			writeFileSync(join(root, "dvc.lock"), `<<<<<<< HEAD\n${lock}=======\n${lock}>>>>>>> x\n`);
		},
		at: "dvc.lock:1:1",
		code: "merge-conflict",
		says: ["dvc.lock", "git add"],
	},
	{
		what: "a dvc.lock that is a folder",
		spoil: (root) => mkdirSync(join(root, "dvc.lock")),
		at: "dvc.lock",
		code: "not-a-file",
		says: ["dvc.lock"],
	},
	{
		what: "a dvc.lock of another schema",
		files: { "dvc.lock": "schema: '9.0'\nstages: {}\n" },
		at: "dvc.lock:1:9",
		code: "lock-invalid",
		says: ["9.0", "2.0"],
	},
];

describe("a bad dvc.lock", () => refuses(ROWS));

function cutInHalf(root: string): void {
	const lock = readFileSync(join(root, "dvc.lock"), "utf8");
	writeFileSync(join(root, "dvc.lock"), lock.slice(0, lock.length / 2));
}
