import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { git } from "../support/project.ts";
import { type Row, refuses } from "../support/refusal.ts";

const ROWS: readonly Row[] = [
	{
		what: "an unknown revision",
		args: ["diff", "nope"],
		at: null,
		code: "unknown-revision",
		says: ["`nope`", "git fetch"],
	},
	{
		what: "to release where nothing was committed",
		spoil: (root) => {
			git(root, "update-ref", "-d", "HEAD");
		},
		args: ["release", "--plan"],
		at: null,
		code: "unknown-revision",
		says: ["no commit yet", "git commit"],
	},
	{
		what: "a revision that looks like an option",
		args: ["gate", "--base=--help"],
		at: null,
		code: "unknown-revision",
		says: ["`--help`"],
	},
	{
		what: "to release an unknown revision",
		args: ["release", "--rev", "nope"],
		at: null,
		code: "unknown-revision",
		says: ["`nope`"],
	},
	{
		what: "a revision that a shallow clone lacks",
		spoil: (root) => {
			git(root, "commit", "-q", "--allow-empty", "-m", "second");
			git(root, "clone", "-q", "--depth", "1", `file://${root}`, join(root, "shallow"));
			return join(root, "shallow");
		},
		args: ["diff", "HEAD~1"],
		at: null,
		code: "unknown-revision",
		says: ["shallow", "git fetch --unshallow", "fetch-depth: 0"],
	},
	{
		what: "a machine without git",
		env: { PATH: "/nonexistent" },
		at: null,
		code: "program-missing",
		says: ["`git`", "install git"],
	},
	{
		what: "a folder without .dvc",
		spoil: (root) => rmSync(join(root, ".dvc"), { recursive: true }),
		at: null,
		code: "no-dvc",
		says: ["not a DVC project", "mainline init"],
	},
	{
		what: "status outside of git",
		spoil: (root) => rmSync(join(root, ".git"), { recursive: true }),
		args: ["status"],
		at: null,
		code: "not-a-git-repository",
		says: ["not inside a git repository", "git init"],
	},
	{
		what: "a folder that is not there",
		args: ["plan", "--cd", "nope"],
		at: null,
		code: "no-such-folder",
		says: ["nope"],
	},
];

describe("a bad clone", () => refuses(ROWS));
