import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../../../src/shell/index.ts";
import { freePort } from "../../environments/rig.ts";

/** The Python that has MLServer, Triton's client and schemathesis; `.ci/run` installs it. */
export const PYTHON = "python-serving";

/** A program of that Python. */
export async function servingProgram(name: string): Promise<string> {
	const { stdoutText } = await run(PYTHON, ["-c", "import sys; print(sys.executable)"]);
	return join(dirname(stdoutText.trim()), name);
}

/** Trains a small classifier of sklearn's, and says how one row of its data is asked for. */
export async function trainDigits(file: string): Promise<{ body: string }> {
	const script = `
import json, sys, joblib
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
x, y = load_digits(return_X_y=True)
joblib.dump(LogisticRegression(max_iter=50).fit(x[:500] / 16, y[:500]), sys.argv[1])
print(json.dumps({"inputs": [{"name": "x", "datatype": "FP64", "shape": [1, 64], "data": (x[600] / 16).tolist()}]}))
`;
	const result = await run(PYTHON, ["-W", "ignore", "-c", script, file]);
	if (result.code !== 0) throw new Error(result.stderr);
	return { body: result.stdoutText.trim() };
}

export interface RunningServer {
	readonly url: string;
	end(): Promise<void>;
}

/** MLServer with its sklearn runtime, told its version by the environment, as an image on top of it would be. */
export async function startMlServer(model: string, dir: string, version: string): Promise<RunningServer> {
	mkdirSync(dir, { recursive: true });
	const [http, grpc, metrics] = [await freePort(), await freePort(), await freePort()];
	const settings = { host: "127.0.0.1", http_port: http, grpc_port: grpc, metrics_port: metrics, debug: false };
	const served = { name: "churn", implementation: "mlserver_sklearn.SKLearnModel", parameters: { uri: model } };
	writeFileSync(join(dir, "settings.json"), JSON.stringify(settings));
	writeFileSync(join(dir, "model-settings.json"), JSON.stringify(served));
	const child = spawn(await servingProgram("mlserver"), ["start", dir], {
		cwd: dir,
		env: { ...process.env, MLSERVER_MODEL_VERSION: version },
		stdio: ["ignore", "ignore", "ignore"],
		detached: true,
	});
	const exit = once(child, "exit");
	return {
		url: `http://127.0.0.1:${http}`,
		end: async () => {
			if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
			await exit;
		},
	};
}

/** The protocol's OpenAPI, which comes with MLServer. */
export async function publishedSchema(): Promise<string> {
	const script =
		"import mlserver, os; print(os.path.join(os.path.dirname(mlserver.__file__), 'rest/openapi/dataplane.json'))";
	const { stdoutText } = await run(PYTHON, ["-c", script]);
	return readFileSync(stdoutText.trim(), "utf8");
}
