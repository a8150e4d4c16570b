import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it, onTestFinished } from "vitest";
import { addFromElsewhere } from "../../src/flows/add/elsewhere.ts";
import { add } from "../../src/flows/add.ts";
import { run } from "../../src/flows/run.ts";
import { contextAt, type Files, RUN, read, remove, snapshot, write } from "../flows/rig.ts";
import { dvcBatch } from "./dvc-batch.ts";
import { actions, dvc, executed, mainlineRun, twins } from "./dvc-twins.ts";
import { freePort, listening } from "./servers/free-port.ts";

interface Web {
	readonly url: string;
	/** Path → text; what is not in it is 404. */
	readonly pages: Map<string, string>;
	readonly asked: string[];
}

/** A web server with ETags. */
async function web(pages: Files): Promise<Web> {
	const served: Web = { url: "", pages: new Map(Object.entries(pages)), asked: [] };
	const server = createServer((request, response) => {
		served.asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
		const text = served.pages.get(request.url ?? "");
		if (text === undefined) return response.writeHead(404).end();
		const etag = `"${createHash("md5").update(text).digest("hex")}"`;
		response.writeHead(200, { etag, "content-length": Buffer.byteLength(text) });
		return response.end(request.method === "HEAD" ? undefined : text);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return { ...served, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function elsewhere(files: Files): string {
	const folder = mkdtempSync(join(tmpdir(), "mainline-elsewhere-"));
	write(folder, files);
	return folder;
}

/** A stage on each kind of address, and one that makes something outside. */
function pipeline(folder: string, url: string): Files {
	return {
		"dvc.yaml": `stages:
  web:
    cmd: echo web > web.txt
    deps: ["${url}/f.txt"]
    outs: [web.txt]
  web-by-remote:
    cmd: echo web > rweb.txt
    deps: ["remote://site/f.txt"]
    outs: [rweb.txt]
  folder-by-remote:
    cmd: echo folder > rfolder.txt
    deps: ["remote://folder/x.txt", "remote://folder/dir"]
    outs: [rfolder.txt]
  absolute:
    cmd: echo absolute > absolute.txt
    deps: [${folder}/x.txt, ${folder}/dir]
    outs: [absolute.txt]
  makes:
    cmd: echo made > ${folder}/made.txt && echo made > ${folder}/too.txt
    deps: [in.txt]
    outs:
    - ${folder}/made.txt: {cache: false}
    - remote://folder/too.txt: {cache: false}
  after:
    cmd: cat ${folder}/too.txt > after.txt
    deps: ["remote://folder/too.txt"]
    outs: [after.txt]
`,
		"in.txt": "in\n",
		".dvc/config.local": `['remote "site"']\n    url = ${url}\n['remote "folder"']\n    url = ${folder}\n`,
	};
}

describe("what lies elsewhere, beside dvc", () => {
	it("is recorded, seen to change, and missed as dvc does it", async () => {
		const folder = elsewhere({ "x.txt": "x\n", "dir/y.txt": "y\n" });
		const { url, pages } = await web({ "/f.txt": "f\n" });
		const [theirs, own] = await twins(pipeline(folder, url));
		const change = [
			() => {},
			() => pages.set("/f.txt", "changed\n"),
			() => write(folder, { "dir/z.txt": "z\n" }),
			() => write(folder, { "x.txt": "other\n" }),
			() => remove(folder, "made.txt"),
			() => remove(own, "web.txt", "absolute.txt") ?? remove(theirs, "web.txt", "absolute.txt"),
		];
		for (const step of change) {
			step();
			// both write to the same places outside: dvc first, and what it left is taken away for us
			const [answer] = await dvcBatch([{ cwd: theirs, args: ["repro"] }]);
			expect(answer?.code, answer?.all).toBe(0);
			const cached = (stage: string): boolean => answer?.all.includes(`Stage '${stage}' is cached`) === true;
			const wanted = executed(answer?.all ?? "").filter((stage) => !cached(stage));
			if (wanted.includes("makes")) remove(folder, "made.txt", "too.txt");
			const { answer: good, document } = await run(contextAt(own), RUN);
			expect([good, document.stages.filter(({ outcome }) => outcome === "failed")]).toEqual(["yes", []]);
			const ran = document.stages.filter(({ outcome }) => outcome === "executed").map(({ address }) => address);
			expect(ran).toEqual(wanted);
			expect(snapshot(own)).toEqual(snapshot(theirs));
			const [status] = await dvcBatch([{ cwd: own, args: ["status", "--json"] }]);
			expect(status?.all.trim()).toBe("{}");
		}
		pages.delete("/f.txt");
		expect((await dvc(theirs, "repro", "web")).code).not.toBe(0);
		const { answer, document } = await run(contextAt(own), { ...RUN, targets: ["web"] });
		expect(answer).toBe("no");
		expect(document.stages).toMatchObject([{ address: "web", outcome: "failed" }]);
	});

	it("is planned by what is recorded, without a request", async () => {
		const { url, pages, asked } = await web({ "/f.txt": "f\n" });
		const [, own] = await twins({
			"dvc.yaml": `stages:\n  s:\n    cmd: echo 1 > o.txt\n    deps: ["${url}/f.txt"]\n    outs: [o.txt]\n`,
		});
		expect(await actions(own, false)).toEqual({ s: "run" });
		expect(asked).toEqual([]);
		expect(await mainlineRun(own)).toEqual({ s: "executed" });
		expect(asked.length).toBeGreaterThan(0);
		expect(new Set(asked)).toEqual(new Set(["HEAD /f.txt"]));
		asked.length = 0;
		pages.set("/f.txt", "changed\n");
		expect(await actions(own, false)).toEqual({ s: "none" });
		expect(asked).toEqual([]);
		expect(await mainlineRun(own)).toEqual({ s: "executed" });
		expect(await mainlineRun(own)).toEqual({ s: "unchanged" });
	});

	it("fails in one stage, with the next step, where nothing can be told", async () => {
		const [, own] = await twins({
			"dvc.yaml":
				'stages:\n  s:\n    cmd: echo 1 > o.txt\n    deps: ["hdfs://host/f.txt"]\n    outs: [o.txt]\n  other:\n    cmd: echo 2 > p.txt\n    outs: [p.txt]\n',
		});
		const { document } = await run(contextAt(own), { ...RUN, keepGoing: true });
		expect(document.stages).toMatchObject([
			{ address: "s", outcome: "failed", message: expect.stringContaining("hdfs://host/f.txt") },
			{ address: "other", outcome: "executed" },
		]);
	});
});

describe("add from elsewhere, beside dvc", () => {
	const OPTIONS = { toRemote: false, remote: null, jobs: null, force: false };

	async function project(): Promise<{ theirs: string; own: string; source: string; remotes: [string, string] }> {
		const source = elsewhere({ "d/a.txt": "a\n", "d/deep/b.txt": "b\n", "d/tool.sh": "run\n", "f.txt": "f\n" });
		const remotes: [string, string] = [elsewhere({}), elsewhere({})];
		const [theirs, own] = await twins({ "data/keep.txt": "k\n", "sub/keep.txt": "k\n" });
		for (const [index, root] of [theirs, own].entries()) {
			write(root, {
				".dvc/config.local": `[core]\n    remote = r\n['remote "r"']\n    url = ${remotes[index] ?? ""}\n`,
			});
		}
		return { theirs, own, source, remotes };
	}

	const withoutLocal = (root: string): Record<string, string> => {
		const { ".dvc/config.local": _, ...files } = snapshot(root);
		return Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith(".tmp")));
	};

	it("--out brings files and folders, and dvc finds them as its own", async () => {
		const { theirs, own, source } = await project();
		for (const [from, out] of [
			["d", "data"],
			["f.txt", "sub/new.txt"],
		] as const) {
			const [answer] = await dvcBatch([{ cwd: theirs, args: ["add", join(source, from), "--out", out] }]);
			expect(answer?.code, answer?.all).toBe(0);
			await addFromElsewhere(contextAt(own), { ...OPTIONS, source: join(source, from), out });
			expect(withoutLocal(own)).toEqual(withoutLocal(theirs));
		}
		expect((await dvc(own, "status", "--json")).out).toBe("{}");
		const again = { ...OPTIONS, source: join(source, "f.txt"), out: "sub/new.txt" };
		await expect(addFromElsewhere(contextAt(own), again)).rejects.toMatchObject({ code: "in-the-way" });
		write(source, { "f.txt": "second\n" });
		await addFromElsewhere(contextAt(own), { ...again, force: true });
		expect(read(own, "sub/new.txt")).toBe("second\n");
	});

	it("--to-remote sends without a trace in cache and workspace", async () => {
		const { theirs, own, source, remotes } = await project();
		const { url } = await web({ "/page.csv": "1,2\n" });
		for (const [from, out] of [
			[join(source, "d"), "sub/dd"],
			[join(source, "f.txt"), null],
			[`${url}/page.csv`, "data/page.csv"],
		] as const) {
			const args = ["add", from, "--to-remote", ...(out === null ? [] : ["-o", out])];
			const [answer] = await dvcBatch([{ cwd: theirs, args }]);
			expect(answer?.code, answer?.all).toBe(0);
			await addFromElsewhere(contextAt(own), { ...OPTIONS, toRemote: true, source: from, out });
			expect(withoutLocal(own)).toEqual(withoutLocal(theirs));
			expect(withoutLocal(remotes[1])).toEqual(withoutLocal(remotes[0]));
		}
		const [pulled] = await dvcBatch([{ cwd: own, args: ["pull"] }]);
		expect(pulled?.code, pulled?.all).toBe(0);
		expect(read(own, "sub/dd/deep/b.txt")).toBe("b\n");
	});

	it("--glob, --no-relink and --no-commit are dvc's", async () => {
		const files = { "a1.csv": "1\n", "a2.csv": "2\n", "b.txt": "b\n", "in/deep.csv": "3\n" };
		const [theirs, own] = await twins({ "README.md": "x\n" }, [["cache.type", "symlink"]]);
		for (const root of [theirs, own]) write(root, files);
		const answers = await dvcBatch([
			{ cwd: theirs, args: ["add", "--glob", "**/*.csv", "--no-relink"] },
			{ cwd: theirs, args: ["add", "--no-commit", "b.txt"] },
		]);
		expect(answers.map(({ code }) => code)).toEqual([0, 0]);
		await add(contextAt(own), { paths: ["**/*.csv"], glob: true, noRelink: true, noCommit: false });
		await add(contextAt(own), { paths: ["b.txt"], noCommit: true });
		expect(snapshot(own)).toEqual(snapshot(theirs));
	});
});

/** An S3 server with one bucket. */
async function startS3(): Promise<{ put: (key: string, text: string) => Promise<void>; config: string }> {
	const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), "mainline-s3-"))];
	const env = { ...process.env, ROOT_ACCESS_KEY: "AKCI", ROOT_SECRET_KEY: "SKSKSKSK" };
	const server = spawn("versitygw", ["--quiet", "--port", `127.0.0.1:${port}`, "posix", folder], {
		stdio: "ignore",
		env,
	});
	const client = new S3Client({
		endpoint: `http://127.0.0.1:${port}`,
		region: "us-east-1",
		forcePathStyle: true,
		credentials: { accessKeyId: "AKCI", secretAccessKey: "SKSKSKSK" },
	});
	onTestFinished(() => {
		client.destroy();
		server.kill("SIGKILL");
	});
	await listening(port);
	await client.send(new CreateBucketCommand({ Bucket: "bucket" }));
	return {
		put: async (Key, Body) => void (await client.send(new PutObjectCommand({ Bucket: "bucket", Key, Body }))),
		config: `['remote "store"']
    url = s3://bucket/inside
    endpointurl = http://127.0.0.1:${port}
    region = us-east-1
    access_key_id = AKCI
    secret_access_key = SKSKSKSK
`,
	};
}

it("a dependency on S3 is recorded by its ETag, and seen to change, as dvc does it", async () => {
	const { put, config } = await startS3();
	await put("inside/data.csv", "1,2\n");
	const [theirs, own] = await twins({
		"dvc.yaml": "stages:\n  s:\n    cmd: echo 1 > o.txt\n    deps: ['remote://store/data.csv']\n    outs: [o.txt]\n",
		".dvc/config.local": config,
	});
	for (const text of ["1,2\n", "3,4\n"]) {
		await put("inside/data.csv", text);
		const [answer] = await dvcBatch([{ cwd: theirs, args: ["repro"] }]);
		expect(answer?.code, answer?.all).toBe(0);
		expect(await mainlineRun(own)).toEqual({ s: "executed" });
		expect(read(own, "dvc.lock")).toBe(read(theirs, "dvc.lock"));
		expect(read(own, "dvc.lock")).toContain("etag: ");
		expect(await mainlineRun(own)).toEqual({ s: "unchanged" });
	}
	write(own, {
		"dvc.yaml":
			"stages:\n  s:\n    cmd: echo 1 > o.txt\n    deps: ['remote://store']\n    outs: [o.txt]\n  t:\n    cmd: echo 2 > p.txt\n    deps: ['remote://store/nothing.csv']\n    outs: [p.txt]\n",
	});
	const { document } = await run(contextAt(own), { ...RUN, keepGoing: true });
	expect(document.stages).toMatchObject([
		{ address: "s", outcome: "failed", message: expect.stringContaining("is a folder") },
		{ address: "t", outcome: "failed" },
	]);
});
