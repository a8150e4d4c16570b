import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { remoteHeads } from "../../src/flows/gc/remote-heads.ts";
import { Archive } from "../../src/git/index.ts";
import { contextAt, git } from "./rig.ts";

const NOBODY = { token: null, enterpriseToken: null, serverUrl: null, apiUrl: null, host: null };

it("finds experiments, tells open pull requests from closed ones where GitHub can be asked, and takes all for open where not", async () => {
	const root = mkdtempSync(join(tmpdir(), "mainline-gc-pulls-"));
	await git(root, "init", "-q", "-b", "main");
	const commits: string[] = [];
	for (const number of [7, 8]) {
		await git(root, "commit", "-q", "--allow-empty", "-m", `pull ${number}`);
		commits.push((await git(root, "rev-parse", "HEAD")).trim());
		await git(root, "update-ref", `refs/pull/${number}/head`, "HEAD");
	}
	const experiment = (await git(root, "commit-tree", "-m", "experiment", "HEAD^{tree}")).trim();
	await git(root, "update-ref", "refs/exps/ab/cdef/try", experiment);
	await git(
		root,
		"update-ref",
		"refs/blobs/none",
		(await git(root, "hash-object", "-w", "-t", "blob", ".git/HEAD")).trim(),
	);
	// git offers refs in the order of their names
	const all = [experiment, ...commits];
	const seen: string[] = [];
	const server = createServer((request, response) => {
		seen.push(`${request.url} ${request.headers.authorization}`);
		response.setHeader("content-type", "application/json").end(JSON.stringify([{ number: 7 }]));
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	const host = `127.0.0.1:${address.port}`;
	try {
		const asking = { archive: new Archive(root), remote: root, url: `http://${host}/acme/shop.git` };
		const here = { ...NOBODY, serverUrl: `http://${host}`, apiUrl: `http://${host}`, enterpriseToken: "t" };
		expect(await remoteHeads(contextAt(root), { ...asking, access: here })).toEqual({
			open: [experiment, commits[0]],
			all,
			remark: null,
		});
		expect(seen).toEqual([expect.stringMatching(/^\/repos\/acme\/shop\/pulls\?state=open.* token t$/)]);
		const blind = await remoteHeads(contextAt(root), { ...asking, access: NOBODY });
		expect(blind).toMatchObject({ open: all, all, remark: expect.stringContaining("GH_TOKEN") });
		expect(seen).toHaveLength(1);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});
