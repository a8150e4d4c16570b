import { createHash } from "node:crypto";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { COPIED, COPIED_OBJECT, folder } from "../support/project.ts";
import { type Row, refuses } from "../support/refusal.ts";

const ROWS: readonly Row[] = [
	{
		what: "to place what the cache lacks",
		ran: true,
		spoil: (root) => {
			rmSync(join(root, ".dvc/cache"), { recursive: true });
			rmSync(join(root, "out.txt"));
		},
		args: ["checkout"],
		exit: 1,
		at: null,
		code: null,
		says: ["out.txt", "not in the cache", "mainline pull"],
	},
	{
		what: "to push what the cache lacks",
		ran: true,
		spoil: (root) => {
			useRemote(root);
			rmSync(join(root, ".dvc/cache/files"), { recursive: true });
		},
		args: ["push"],
		exit: 1,
		at: null,
		code: null,
		says: ["out.txt"],
	},
	{
		what: "to place a corrupted object",
		ran: true,
		spoil: (root) => {
			rmSync(join(root, "out.txt"));
			const object = join(root, COPIED_OBJECT);
			rmSync(object);
			writeFileSync(object, "two\n");
		},
		args: ["checkout"],
		exit: 1,
		at: null,
		code: null,
		says: ["out.txt", "its object in the cache is damaged", "mainline pull"],
	},
	{
		what: "to push a corrupted object",
		ran: true,
		spoil: (root) => {
			useRemote(root);
			rmSync(join(root, COPIED_OBJECT));
			writeFileSync(join(root, COPIED_OBJECT), "two\n");
		},
		args: ["push"],
		exit: 1,
		at: null,
		code: null,
		says: ["out.txt"],
	},
	{
		what: "a folder's listing that leads out",
		spoil: (root) => listing(root, [{ md5: COPIED, relpath: "../../zz" }]),
		args: ["checkout"],
		at: null,
		code: "listing-corrupt",
		says: ["no listing of a directory", "leads out"],
	},
	{
		what: "a folder's listing with an absolute path",
		spoil: (root) => listing(root, [{ md5: COPIED, relpath: "/etc/zz" }]),
		args: ["checkout"],
		at: null,
		code: "listing-corrupt",
		says: ["leads out"],
	},
	{
		what: "a folder's listing that is no JSON",
		spoil: (root) => listing(root, null),
		args: ["checkout"],
		at: null,
		code: "listing-corrupt",
		says: [],
	},
	{
		what: "to push to nowhere",
		args: ["push"],
		at: ".dvc/config",
		code: "no-remote",
		says: ["no default remote", "dvc remote add -d"],
	},
	{
		what: "an unknown remote",
		args: ["pull", "-r", "nope"],
		at: ".dvc/config",
		code: "unknown-remote",
		says: ["`nope`"],
	},
	{
		what: "broken settings",
		spoil: (root) => writeFileSync(join(root, ".dvc/config"), "[core\nremote = x\n"),
		at: ".dvc/config:1:1",
		code: "config-invalid",
		says: ["["],
	},
	{
		what: "to add what is not there",
		args: ["add", "nope"],
		at: "nope",
		code: "file-not-found",
		says: ["nope does not exist"],
	},
	{
		what: "to add what lies above the project",
		args: ["add", "../x"],
		at: null,
		code: "outside",
		says: ["../x is not inside the project"],
	},
	{
		what: "to add an absolute path elsewhere",
		args: ["add", "/etc/hostname"],
		at: null,
		code: "outside",
		says: ["/etc/hostname is not inside"],
	},
	{
		what: "to add behind a symbolic link",
		spoil: (root) => {
			mkdirSync(join(root, "real"));
			writeFileSync(join(root, "real/x"), "1");
			symlinkSync("real", join(root, "link"));
		},
		args: ["add", "link/x"],
		at: null,
		code: "behind-a-link",
		says: ["symbolic link"],
	},
	{
		what: "to add what git tracks",
		args: ["add", "in.txt"],
		at: null,
		code: "already-in-git",
		says: ["git rm -r --cached"],
	},
];

describe("bad data", () => refuses(ROWS));

function useRemote(root: string): void {
	writeFileSync(join(root, ".dvc/config"), `[core]\n    remote = r\n['remote "r"']\n    url = ${folder()}\n`);
}

/** A tracked folder whose listing in the cache says this; null: something that is no listing. */
function listing(root: string, entries: readonly object[] | null): void {
	const text = entries === null ? "[{" : JSON.stringify(entries);
	const digest = createHash("md5").update(text).digest("hex");
	mkdirSync(join(root, ".dvc/cache/files/md5", digest.slice(0, 2)), { recursive: true });
	writeFileSync(join(root, ".dvc/cache/files/md5", digest.slice(0, 2), `${digest.slice(2)}.dir`), text);
	writeFileSync(join(root, "d.dvc"), `outs:\n- md5: ${digest}.dir\n  hash: md5\n  path: d\n`);
}
