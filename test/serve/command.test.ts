import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mainline, start } from "../doors/support/program.ts";
import { COPIED_OBJECT, COPY, project } from "../doors/support/project.ts";
import { freePort } from "../environments/rig.ts";

const DVC_YAML = `${COPY}artifacts:\n  churn:\n    type: model\n    path: out.txt\n`;
const SERVE_PY = `def load(path):
    with open(path) as file:
        return file.read()

def predict(model, inputs):
    return [model.strip()]
`;
const NO_WORDS = { MAINLINE_VERSION: undefined };

/** A project whose stage made the model, which is recorded and cached. */
function served(files: Readonly<Record<string, string>> = {}): string {
	return project({ "dvc.yaml": DVC_YAML, "serve.py": SERVE_PY, ...files }, { ran: true });
}

async function ask(port: number, path: string, inputs?: object[]): Promise<unknown> {
	const request = inputs === undefined ? {} : { method: "POST", body: new Blob([JSON.stringify({ inputs })]) };
	const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...request, headers: { connection: "close" } });
	return response.json();
}

describe("mainline serve", () => {
	it.each([
		["SIGINT", 130],
		["SIGTERM", 143],
	] as const)(
		"serves the workspace's model until %s, brought from the cache where it was missing",
		async (signal, code) => {
			const root = served();
			rmSync(join(root, "out.txt"));
			const port = await freePort();
			const running = start(["serve", "--port", String(port)], { cwd: root, env: NO_WORDS });
			await running.said(`churn answers on http://127.0.0.1:${port}/v2/models/churn`);
			expect(await ask(port, "/v2/models/churn")).toMatchObject({ name: "churn", versions: ["workspace"] });
			const inputs = [{ name: "x", datatype: "INT8", shape: [1], data: [1] }];
			expect(await ask(port, "/v2/models/churn/infer", inputs)).toMatchObject({ outputs: [{ data: ["one"] }] });
			expect(existsSync(join(root, "out.txt"))).toBe(true);

			const asked = performance.now();
			running.kill(signal);
			const ended = await running.ended;
			// two seconds are promised; a loaded machine may take a little longer to tell
			expect(performance.now() - asked).toBeLessThan(4000);
			expect(ended.code).toBe(code);
			expect(ended.stderr, "nothing goes on from there").not.toContain("ended by");
			expect(ended.stdout).toContain('"path": "/v2/models/churn/infer", "code": 200');
			await expect(ask(port, "/v2")).rejects.toThrow("fetch failed");
		},
	);

	it("runs the command of mainline.yaml, with what a deployed model is given", async () => {
		const command = `import json, os, sys\\njson.dump({k: v for k, v in os.environ.items() if k in ("HOST", "PORT") or k.startswith("MAINLINE_")}, sys.stdout)`;
		const policy = `models:\n  churn:\n    image: oci:.registry\n    command: [python3, -c, "${command.replaceAll('"', '\\"')}"]\n`;
		const port = await freePort();
		const ran = await mainline(["serve", "churn", "--port", String(port)], {
			cwd: served({ "mainline.yaml": policy }),
			env: NO_WORDS,
		});
		expect(ran.code).toBe(0);
		expect(JSON.parse(ran.stdout.split("\n")[0]?.replace(/✓.*$/, "") ?? "")).toEqual({
			HOST: "127.0.0.1",
			PORT: String(port),
			MAINLINE_MODEL: "churn",
			MAINLINE_VERSION: "workspace",
		});
	});

	it("writes its document when the server has ended, and the server's words beside it", async () => {
		const root = served({ "serve.py": "raise SystemExit(7)\n" });
		const port = await freePort();
		const ran = await mainline(["serve", "--json", "--port", String(port)], { cwd: root });
		expect(ran.code).toBe(1);
		expect(JSON.parse(ran.stdout)).toMatchObject({
			schema: "mainline.serve/1",
			model: "churn",
			path: "out.txt",
			url: `http://127.0.0.1:${port}`,
			ready: false,
			exitCode: 7,
		});
		const plain = await mainline(["serve", "--port", String(port)], { cwd: root });
		expect(plain).toMatchObject({ code: 1 });
		expect(plain.stdout).toContain("the server of churn ended before it was ready, with exit code 7");
	});

	it.each([
		[["serve", "chrun"], {}, 2, "there is no model `chrun` here", "churn"],
		[["serve", "--port", "70000"], {}, 2, "70000 is not a port", "1 to 65535"],
		[["serve", "--code", "other.py"], {}, 2, "nothing says how churn is served", "other.py"],
		[["serve"], { "dvc.yaml": COPY }, 2, "this project declares no model", "artifacts:"],
		[
			["serve"],
			{ "dvc.yaml": `${DVC_YAML}  late:\n    type: model\n    path: in.txt\n` },
			2,
			"this project has several models",
			"churn, late",
		],
	] as const)("%j says what is wrong", async (args, files, code, says, hint) => {
		const ran = await mainline(args, { cwd: served(files) });
		expect(ran.code).toBe(code);
		expect(ran.stderr).toContain(says);
		expect(ran.stderr).toContain(hint);
	});

	it("says which stage makes a model that nobody has", async () => {
		const root = served();
		rmSync(join(root, "out.txt"));
		rmSync(join(root, COPIED_OBJECT));
		const ran = await mainline(["serve"], { cwd: root });
		expect(ran.code).toBe(3);
		expect(ran.stderr).toContain(
			"the model out.txt is not here: this machine's cache lacks it, and there is no remote",
		);
		expect(ran.stderr).toContain("mainline run copy");
	});

	it("starts nothing where the port is taken", async () => {
		const server = createServer().listen(0, "127.0.0.1");
		await new Promise((done) => server.once("listening", done));
		const address = server.address();
		const port = typeof address === "object" && address !== null ? address.port : 0;
		const ran = await mainline(["serve", "--port", String(port)], { cwd: served() });
		server.close();
		expect(ran.code).toBe(3);
		expect(ran.stderr).toContain(`port ${port} cannot be listened on`);
	});
});
