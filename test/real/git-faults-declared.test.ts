import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Deployment, openTarget, type Target } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { digestNamed, environment } from "../environments/tagged.ts";
import { type FaultProxy, startFaultProxy } from "../release/support/fault-proxy.ts";
import { isWhole } from "../rig/share.ts";
import { commit, git, HastyClock, type Project, project, temporaryFolder } from "../rig/world.ts";
import { spoilEach, TOKEN } from "./git-faults/spoil.ts";

const HEAD = "mainline/prod/churn";
const VALUES = "# what runs in prod\nimage: nowhere/churn  # by Mainline\nreplicas: 2\n";
const DIGEST = digestNamed("v0.1.0");
const DEPLOYMENT: Deployment = {
	environment: "prod",
	model: "churn",
	version: "v0.1.0",
	image: `registry.example/churn@${DIGEST}`,
	digest: DIGEST,
	previousImage: null,
};

let config: Project;
let proxy: FaultProxy;
let begin = "";
beforeEach(async () => {
	config = await project();
	begin = await commit(config.work, { files: { "values.yaml": VALUES }, message: "What runs" });
	await git(config.work, "push", "-q", "origin", "HEAD:main");
	proxy = await startFaultProxy(new URL(config.standIn.serverUrl).host);
	// how long git waits for a server that says nothing, as a user has it
	const folder = await temporaryFolder();
	await mkdir(dirname(join(folder, "config")), { recursive: true });
	await writeFile(join(folder, "config"), "[http]\n\tlowSpeedTime = 1\n");
	process.env["GIT_CONFIG_GLOBAL"] = join(folder, "config");
});
afterEach(async () => {
	delete process.env["GIT_CONFIG_GLOBAL"];
	await proxy.stop();
});

async function open({ pull }: { pull: boolean }): Promise<Target> {
	const root = await temporaryFolder();
	const login = pull ? "" : `x-access-token:${TOKEN}@`;
	const where = { repository: `http://${login}${proxy.host}/${config.name}.git`, branch: "main", timeoutMs: 0, pull };
	const deploy = { kind: "helm", ...where, values: "values.yaml", key: ["image"] } as const;
	const store = openImageStore({ kind: "layout", directory: root }, { clock: systemClock });
	const { signal } = new AbortController();
	const about = {
		clock: new HastyClock(),
		progress: silent,
		signal,
		self: [],
		store,
		env: { PATH: "", HOME: "", LANG: "" },
	};
	return openTarget(environment("prod", { deploy }), { ...about, root, stateDir: root, configToken: TOKEN });
}

const inBare = (...args: string[]) => git(config.standIn.bareDirectory(config.name), ...args);
const written = VALUES.trimEnd().replace("nowhere/churn", DEPLOYMENT.image);

describe("whatever single call of a configuration repository's server goes wrong, the same deployment again ends where it would have", () => {
	it("by one commit on the branch", async () => {
		const target = await open({ pull: false });
		const { calls, codes } = await spoilEach({
			proxy,
			prepare: () => inBare("update-ref", "refs/heads/main", begin),
			work: () => target.deploy(DEPLOYMENT),
			between: async () => expect([VALUES.trimEnd(), written]).toContain(await inBare("show", "main:values.yaml")),
			end: async () => [
				await inBare("show", "main:values.yaml"),
				await inBare("rev-list", "--count", `${begin}..main`),
			],
		});
		expect(calls).toBeGreaterThan(4);
		if (isWhole) expect(codes).toEqual(new Set([0, 3]));
		expect(await inBare("show", "main:values.yaml")).toBe(written);
	});

	it.each(["500", "drop-after"] as const)("at once, where %s is all that a push of the commit meets", async (fault) => {
		const target = await open({ pull: false });
		proxy.arm(0, fault);
		await target.deploy(DEPLOYMENT);
		const push = proxy.calls();
		await inBare("update-ref", "refs/heads/main", begin);
		proxy.arm(push, fault);
		expect(await target.deploy(DEPLOYMENT)).toEqual({ ok: true, changed: true });
		expect(await inBare("rev-list", "--count", `${begin}..main`)).toBe("1");
	});

	it("by one pull request", async () => {
		const target = await open({ pull: true });
		const { calls } = await spoilEach({
			proxy,
			prepare: async () => {
				await inBare("update-ref", "-d", `refs/heads/${HEAD}`);
				config.standIn.repository(config.name).pulls.splice(0);
			},
			work: () => target.deploy(DEPLOYMENT),
			between: () => {},
			end: async () => [
				await inBare("show", `${HEAD}:values.yaml`),
				await inBare("rev-list", "--count", `${begin}..${HEAD}`),
				config.standIn
					.repository(config.name)
					.pulls.map(({ head, base, state, title }) => ({ head, base, state, title })),
			],
		});
		expect(calls).toBeGreaterThan(7);
	});
});
