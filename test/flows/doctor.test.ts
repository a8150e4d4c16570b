import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { FlowContext } from "../../src/flows/context.ts";
import { doctor as examine, NO_ACCESS } from "../../src/flows/doctor.ts";
import { init } from "../../src/flows/init.ts";
import { mainline } from "../doors/support/program.ts";
import { contextAt, type Files, git, project, remove, write } from "./rig.ts";

const INSTALLED = resolve(import.meta.dirname, "../..");
const PROGRAM = ["mainline"];
const PIPELINE = "stages:\n  make:\n    cmd: sort in.txt > out.txt\n    deps: [in.txt]\n    outs: [out.txt]\n";

const doctor = (context: FlowContext) => examine(context, { program: PROGRAM, gitHub: NO_ACCESS, untrusted: false });

async function findings(root: string): Promise<string[]> {
	const { document } = await doctor(contextAt(root));
	return document.findings.map(({ code }) => code);
}

/** A project in which nothing is amiss: set up, run, pushed to a remote that is a folder. */
async function healthy(files: Files = {}): Promise<string> {
	const shelf = mkdtempSync(join(tmpdir(), "mainline-shelf-"));
	const root = await project({
		".dvc/config": `[core]\n    remote = shelf\n['remote "shelf"']\n    url = ${shelf}\n`,
		"dvc.yaml": PIPELINE,
		"in.txt": "1\n",
		...files,
	});
	const context = contextAt(root);
	const machine = { ...context.machine, installDir: INSTALLED };
	await init({ ...context, machine }, { plan: false, lanes: null, program: PROGRAM, agree: async () => true });
	expect((await mainline(["run"], { cwd: root })).code).toBe(0);
	expect((await mainline(["push"], { cwd: root })).code).toBe(0);
	return root;
}

describe("mainline doctor", () => {
	it("has nothing to say about a project that is set up", async () => {
		const root = await healthy();
		const { answer, document } = await doctor(contextAt(root));
		expect(document.findings).toEqual([]);
		expect(answer).toBe("yes");
		expect(document.fine).toContain("remote `shelf` answers and holds what the manifests name (1)");
	});

	it("says what a bare repository lacks", async () => {
		const root = mkdtempSync(join(tmpdir(), "mainline-doctor-"));
		await git(root, "init", "-q");
		expect(await findings(root)).toEqual(["no-dvc", "no-workflows", "merge-attributes-missing"]);
	});

	it("finds a clone that lacks the merge driver which the repository names", async () => {
		const root = await healthy();
		await git(root, "config", "--unset", "merge.mainline.driver");
		expect(await findings(root)).toEqual(["merge-driver-not-set"]);
	});

	it("finds data that the remote lacks, and no remote at all", async () => {
		const root = await healthy();
		write(root, { "in.txt": "2\n" });
		expect((await mainline(["run"], { cwd: root })).code).toBe(0);
		const { document } = await doctor(contextAt(root));
		expect(document.findings.map(({ code, says }) => [code, says])).toEqual([
			["remote-incomplete", "remote `shelf` lacks 1 of 1 outputs that the manifests name: out.txt (make)"],
		]);
		write(root, { ".dvc/config": "" });
		expect(await findings(root)).toEqual(["no-remote"]);
	});

	it("finds a pipeline that cannot run, with its place", async () => {
		const root = await healthy();
		write(root, { "dvc.yaml": `${PIPELINE}  again:\n    cmd: touch out.txt\n    outs: [out.txt]\n` });
		const { document } = await doctor(contextAt(root));
		expect(document.findings[0]?.code).toBe("duplicate-output");
		expect(document.findings[0]?.says).toMatch(/^dvc\.yaml:\d+:\d+: /);
	});

	it("finds a policy that names what is not there", async () => {
		const root = await healthy();
		write(root, { "mainline.yaml": "models:\n  churn: {image: acme/churn}\n" });
		expect(await findings(root)).toEqual(["mainline-invalid"]);
		write(root, { "mainline.yaml": "models:\n  churn: {image: localhost:5000/acme/churn}\n" });
		expect(await findings(root)).toEqual(["unknown-artifact"]);
		remove(root, "mainline.yaml");
		expect(await findings(root)).toEqual(["no-policy"]);
	});

	it("T2: warns of a workflow that would give a stranger's code a writing token", async () => {
		const root = await healthy({
			".github/workflows/risky.yml":
				"on:\n  pull_request_target:\njobs:\n  a:\n    steps:\n      - uses: mainline-ml/mainline@v0\n",
		});
		expect(await findings(root)).toEqual(["pull-request-target"]);
	});

	it("finds an untrusted lane that nobody listens to", async () => {
		const root = await healthy();
		remove(root, ".github/workflows/mainline-report.yml");
		expect(await findings(root)).toEqual(["lane-unheard"]);
	});

	it("finds a shallow clone", async () => {
		const root = await healthy();
		await git(root, "add", "-A");
		await git(root, "commit", "-q", "-m", "one");
		await git(root, "commit", "-q", "--allow-empty", "-m", "two");
		const folder = mkdtempSync(join(tmpdir(), "mainline-shallow-"));
		mkdirSync(join(folder, "in"));
		await git(folder, "clone", "-q", "--depth", "1", `file://${root}`, "clone");
		const found = await findings(join(folder, "clone"));
		expect(found).toContain("shallow-clone");
		expect(found).toContain("merge-driver-not-set");
	});
});
