import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../../src/manifest/index.ts";
import { openRemote } from "../../../src/store/index.ts";
import { write } from "../../flows/rig.ts";
import { bareSurroundings } from "../surroundings.ts";

/** Opens the remote `r` of a project whose `.dvc/config` and `.dvc/config.local` say this. */
async function opened(committed: string, local = ""): Promise<unknown> {
	const root = mkdtempSync(join(tmpdir(), "mainline-committed-"));
	const marker = join(root, "ran");
	writeFileSync(join(root, "aws"), `[default]\ncredential_process = touch ${marker}\n`);
	write(root, { ".dvc/config": committed.replaceAll("MARKER", marker), ".dvc/config.local": local });
	const nowhere = join(root, "nowhere");
	const config = await loadConfig({ root, home: nowhere, systemDir: nowhere, globalDir: nowhere });
	const remote = config.remotes.get("r");
	if (remote === undefined) throw new Error("the config has a remote");
	return openRemote(remote, bareSurroundings());
}

const WEBDAV = `['remote "r"']\n    url = webdav://127.0.0.1:9/d\n`;
const S3 = `['remote "r"']\n    url = s3://bucket/d\n`;

describe("a .dvc/config that comes with somebody's pull request", () => {
	it("starts no program for a WebDAV token", async () => {
		await expect(opened(`${WEBDAV}    bearer_token_command = touch MARKER\n`)).rejects.toMatchObject({
			code: "config-untrusted",
		});
	});

	it("starts no program by a file of AWS's that it names", async () => {
		for (const option of ["credentialpath", "configpath"]) {
			await expect(opened(`${S3}    ${option} = ../aws\n`)).rejects.toMatchObject({ code: "config-untrusted" });
		}
	});

	it("may be overruled by the user's own settings, which may", async () => {
		const local = `['remote "r"']\n    bearer_token_command = true\n`;
		await expect(opened(`${WEBDAV}    bearer_token_command = false\n`, local)).resolves.toMatchObject({ name: "r" });
		await expect(opened(S3, `['remote "r"']\n    credentialpath = ../aws\n`)).resolves.toMatchObject({ name: "r" });
	});
});
