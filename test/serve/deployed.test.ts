import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Deployment } from "../../src/environments/index.ts";
import { buildImage } from "../../src/release/index.ts";
import { Rig } from "../environments/rig.ts";
import { SERVER, tensor } from "./rig.ts";

const MODULE = `import json
import time

def load(path):
    with open(path) as file:
        return json.load(file)["adds"]

def predict(model, inputs):
    time.sleep(max(0, -inputs["x"][0]))
    return [value + model for value in inputs["x"]]
`;

let rig: Rig | undefined;
afterEach(() => rig?.end());

/** The image that \`code: [mainline_serve.py, serve.py]\` and its command make. */
async function image({ store }: Rig, version: string, adds: number): Promise<Deployment> {
	const built = await buildImage({
		model: "churn",
		version,
		modelFiles: [{ path: "model/adds.json", source: Buffer.from(JSON.stringify({ adds })) }],
		codeFiles: [
			{ path: "mainline_serve.py", source: await readFile(SERVER) },
			{ path: "serve.py", source: Buffer.from(MODULE) },
		],
		base: null,
		command: ["python3", "mainline_serve.py", "serve.py", "model/adds.json"],
		labels: {},
		created: new Date(0),
	});
	await store.push(built, [version]);
	const reference = `${store.location}@${built.digest}`;
	return { environment: "prod", model: "churn", version, image: reference, digest: built.digest, previousImage: null };
}

describe("the server in an image", () => {
	it("is deployed, says which image it is, and is replaced without a failed request, however long one takes that is under way", async () => {
		rig = await Rig.make();
		const { port, target } = rig;
		const [first, second] = [await image(rig, "v1.0.0", 1), await image(rig, "v2.0.0", 2)];
		const predict = async (x = 40): Promise<unknown> => {
			const body = JSON.stringify({ inputs: [tensor("x", "INT64", [x])] });
			const headers = { "content-type": "application/json", connection: "close" };
			const response = await fetch(`http://127.0.0.1:${port}/v2/models/churn/infer`, { method: "POST", headers, body });
			return response.json();
		};
		expect(await target.deploy(first)).toEqual({ ok: true, changed: true });
		expect(await predict()).toMatchObject({ model_version: "v1.0.0", outputs: [{ data: [41] }] });

		// longer than the server is left alone after nobody new is sent to it
		const slow = predict(-5);
		let over = false;
		const answers: unknown[] = [];
		const asking = (async () => {
			while (!over) answers.push(await predict());
		})();
		expect(await target.deploy(second)).toEqual({ ok: true, changed: true });
		over = true;
		await asking;
		expect(await slow).toMatchObject({ model_version: "v1.0.0", outputs: [{ data: [-4] }] });
		for (const answer of answers) expect(answer).toHaveProperty("outputs");
		expect(await predict()).toMatchObject({ model_version: "v2.0.0", outputs: [{ data: [42] }] });
		const response = await fetch(`http://127.0.0.1:${port}/v2/models/churn`, { headers: { connection: "close" } });
		expect(await response.json()).toMatchObject({ versions: ["v2.0.0"], parameters: { digest: second.digest } });
	});
});
