import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Archive, Git } from "../../src/git/index.ts";
import { run } from "../../src/shell/index.ts";

let folder: string;
const git = async (...args: string[]): Promise<string> => {
	const result = await run("git", ["-c", "user.name=T", "-c", "user.email=t@example.org", ...args], { cwd: folder });
	if (result.code !== 0) throw new Error(result.stderr);
	return result.stdoutText.trim();
};

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "mainline-git-"));
	await git("init", "-q", "-b", "main");
	await mkdir(join(folder, "sub/deep"), { recursive: true });
	await writeFile(join(folder, "a.txt"), "a\n");
	await writeFile(join(folder, "sub/deep/é.txt"), "deep\n");
	await writeFile(join(folder, "sub/run.sh"), "#!/bin/sh\n", { mode: 0o755 });
	await symlink("deep", join(folder, "sub/link"));
	await symlink("/etc", join(folder, "outside"));
	await git("add", ".");
	await git("commit", "-q", "-m", "first");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a commit's tree", () => {
	it("reads files, through links inside the repository too, and never outside of it", async () => {
		const repository = await Git.open(folder);
		const tree = repository.treeAt(await repository.resolve("HEAD"));
		const text = async (path: string): Promise<string | null> => {
			const bytes = await tree.read(path);
			return bytes === null ? null : new TextDecoder().decode(bytes);
		};
		expect(await text("a.txt")).toBe("a\n");
		expect(await text("sub/link/é.txt")).toBe("deep\n");
		expect(await text("outside/passwd")).toBeNull();
		expect(await text("missing")).toBeNull();
		expect(await text("sub")).toBeNull();
		expect(await tree.kind("sub/link")).toBe("directory");
	});

	it("lists a folder with kinds, links and the executable bit", async () => {
		const repository = await Git.open(folder);
		const tree = repository.treeAt(await repository.resolve("HEAD"), "sub");
		expect(await tree.list(".")).toEqual([
			{ name: "deep", kind: "directory", link: false, exec: false },
			{ name: "link", kind: "directory", link: true, exec: false },
			{ name: "run.sh", kind: "file", link: false, exec: true },
		]);
	});

	it("tells every file below a folder as it is stored: links are links, and say where they point", async () => {
		const repository = await Git.open(folder);
		const tree = repository.treeAt(await repository.resolve("HEAD"));
		const below = await tree.entriesBelow("sub");
		expect(below.map(({ path, kind }) => [path, kind])).toEqual([
			["deep/é.txt", "file"],
			["link", "link"],
			["run.sh", "executable"],
		]);
		const texts = await Promise.all(
			below.map(async ({ object }) => new TextDecoder().decode(await tree.content(object))),
		);
		expect(texts).toEqual(["deep\n", "deep", "#!/bin/sh\n"]);
		const inside = repository.treeAt(await repository.resolve("HEAD"), "sub");
		expect((await inside.entriesBelow(".")).map(({ path }) => path)).toEqual(below.map(({ path }) => path));
		expect(await tree.entriesBelow("a.txt")).toEqual([]);
	});

	it("serves many reads at once from one process", async () => {
		const repository = await Git.open(folder);
		const tree = repository.treeAt(await repository.resolve("HEAD"));
		const texts = await Promise.all(Array.from({ length: 200 }, () => tree.read("sub/deep/é.txt")));
		expect(new Set(texts.map((bytes) => new TextDecoder().decode(bytes ?? undefined)))).toEqual(new Set(["deep\n"]));
	});
});

describe("tags", () => {
	it("are annotated, carry the given time and message, and are never moved", async () => {
		const repository = await Git.open(folder);
		const target = await repository.resolve("HEAD");
		const at = new Date("2026-01-02T03:04:05Z");
		await repository.createTag({ name: "churn#prod#1", target, message: "Deploy\n\nImage: a@sha256:b\n# kept", at });
		await git("tag", "lightweight");
		const [tag, ...others] = await repository.tags();
		expect(others).toEqual([]);
		expect(tag).toMatchObject({
			name: "churn#prod#1",
			target,
			taggedAt: at,
			message: "Deploy\n\nImage: a@sha256:b\n# kept",
		});
		await expect(repository.createTag({ name: "churn#prod#1", target, message: "x", at })).rejects.toMatchObject({
			code: "tag-exists",
		});
	});

	it("tell what somebody's hand made of them: another name inside, a tag of a tag, a tree, bytes that are no text", async () => {
		const repository = await Git.open(folder);
		await git("tag", "-a", "one", "-m", "One");
		await git("tag", "renamed", "one");
		await git("tag", "-a", "of-tag", "-m", "Two", "one");
		await git("tag", "-a", "tree", "-m", "Three", "HEAD^{tree}");
		await git("tag", "-a", "of-tree", "-m", "Four", "tree");
		await git(
			"-c",
			"i18n.commitEncoding=latin1",
			"tag",
			"-a",
			"bytes",
			"-F",
			await inFolder(Buffer.from([0xe9, 0x0a])),
		);
		const tags = new Map((await repository.tags()).map((tag) => [tag.name, tag]));
		const one = tags.get("one");
		expect(tags.get("renamed")).toEqual({ ...one, name: "renamed", inside: "one" });
		expect(tags.get("of-tag")).toMatchObject({ target: one?.object });
		expect(tags.get("of-tag")).not.toHaveProperty("of");
		expect([tags.get("tree")?.of, tags.get("of-tree")?.of]).toEqual(["tree", "tree"]);
		expect([...tags.values()].filter(({ isText }) => isText === false).map(({ name }) => name)).toEqual(["bytes"]);
	});
});

async function inFolder(bytes: Uint8Array): Promise<string> {
	const file = join(await mkdtemp(join(tmpdir(), "mainline-git-message-")), "message");
	await writeFile(file, bytes);
	return file;
}

describe("the object of a tag", () => {
	const at = new Date("2026-01-02T03:04:05Z");

	it("is made before there is a tag, and leaves nothing else behind", async () => {
		const repository = await Git.open(folder);
		const tag = { name: "churn#prod#2", target: await repository.resolve("HEAD"), message: "Deploy\n\nImage: a" };
		const before = await readdir(repository.commonDir);
		const killed = join(repository.commonDir, "mainline-tag-killed");
		await mkdir(killed);
		await utimes(killed, 0, 0);
		const object = await repository.makeTag({ ...tag, at });
		expect(await readdir(repository.commonDir)).toEqual(before);
		expect(await repository.tags()).toEqual([]);
		await repository.keepTag({ name: tag.name, object });
		expect(await repository.tags()).toMatchObject([{ ...tag, object, taggedAt: at }]);
		await expect(repository.makeTag({ ...tag, at })).rejects.toMatchObject({ code: "tag-exists" });
	});

	it("is signed where git is set to sign tags", async () => {
		const repository = await Git.open(folder);
		const signer = join(folder, "sign");
		const signature = "-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n";
		const script = `#!/bin/sh\ncat >/dev/null\nprintf '\\n[GNUPG:] SIG_CREATED x\\n' >&2\nprintf '%b' '${signature}'\n`;
		await writeFile(signer, script, { mode: 0o755 });
		await git("config", "gpg.program", signer);
		await git("config", "tag.gpgSign", "true");
		const target = await repository.resolve("HEAD");
		const object = await repository.makeTag({ name: "churn#prod#1", target, message: "Deploy", at });
		expect(await git("cat-file", "tag", object)).toMatch(/\n\nDeploy\n-----BEGIN PGP SIGNATURE-----\n/);
	});
});

describe("a clone that is set to prune what it fetches", () => {
	it("keeps the tags and branches that the remote has not", async () => {
		const server = await mkdtemp(join(tmpdir(), "mainline-git-server-"));
		await git("init", "-q", "--bare", server);
		await git("remote", "add", "origin", server);
		await git("push", "-q", "origin", "main", "main:gone");
		await git("push", "-q", "origin", "main:refs/mainline/heads/other");
		await git("tag", "-a", "churn@v1.0.0", "-m", "not pushed yet");
		for (const key of ["fetch.prune", "fetch.pruneTags"]) await git("config", key, "true");
		await git("fetch", "-q", "origin", "--no-tags", "--no-prune");
		await git("push", "-q", "origin", ":gone");
		await git("update-ref", "refs/remotes/origin/gone", "main");
		const repository = await Git.open(folder);
		await repository.fetchTags("origin");
		await repository.forgetHeads("origin");
		await new Archive(folder).fetchAll("origin");
		expect([...(await repository.heads()).keys()]).toEqual(["other"]);
		const names = (await git("for-each-ref", "--format=%(refname)")).split("\n");
		expect(names).toContain("refs/tags/churn@v1.0.0");
		expect(names).toContain("refs/remotes/origin/gone");
		await rm(server, { recursive: true });
	});
});

describe("a commit beside the branch", () => {
	it("has the same id in every attempt and moves nothing", async () => {
		const repository = await Git.open(folder);
		const parent = await repository.resolve("HEAD");
		const beside = {
			parent,
			changes: new Map([["dvc.lock", new TextEncoder().encode("x\n")]]),
			message: "Lock",
			at: new Date(1e12),
		};
		const [first, second] = [await repository.commitBeside(beside), await repository.commitBeside(beside)];
		expect(first).toBe(second);
		expect(await repository.resolve("HEAD")).toBe(parent);
		expect(await git("status", "--porcelain")).toBe("");
		expect(await git("show", `${first}:dvc.lock`)).toBe("x");
	});
});

describe("what git does not know", () => {
	it("is told with the next step", async () => {
		const repository = await Git.open(folder);
		await expect(repository.resolve("nosuch")).rejects.toMatchObject({ code: "unknown-revision", kind: "input" });
		await expect(repository.resolve("--output=x")).rejects.toMatchObject({ code: "unknown-revision" });
		await expect(Git.open(tmpdir())).rejects.toMatchObject({ code: "not-a-git-repository" });
	});

	it("names the cure in a shallow clone", async () => {
		await git("commit", "-q", "--allow-empty", "-m", "second");
		const clone = join(folder, "clone");
		await git("clone", "-q", "--depth", "1", `file://${folder}`, clone);
		const repository = await Git.open(clone);
		await expect(repository.resolve("HEAD~1")).rejects.toMatchObject({
			details: { hint: expect.stringContaining("shallow") },
		});
	});
});
