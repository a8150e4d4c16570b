import { randomBytes } from "node:crypto";
import { freePort } from "../../process/free-port.ts";
import { type Deployment, deploymentVariables } from "../target.ts";
import { ask, containerOf, type Engine, labelsOf, type Refusal, refused } from "./engine.ts";
import type { Instance } from "./instance.ts";

/** The port on which a model listens inside its container. */
export const INSIDE = 8080;

/** A container about to be started beside the one in service. */
export interface Start {
	readonly id: string;
	/** A free port on 127.0.0.1. */
	readonly port: number;
	readonly image: string;
	readonly deployment: Deployment;
}

/** Makes the engine start it; null when it did. */
export type Starter = (engine: Engine, start: Start) => Promise<Refusal | null>;

/** Starts the image beside whatever runs; nobody is sent to it yet. */
export async function startBeside(
	engine: Engine,
	starter: Starter,
	{ image, deployment }: Pick<Start, "image" | "deployment">,
): Promise<Instance | Refusal> {
	const { model, version, digest } = deployment;
	const id = `${version.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${randomBytes(6).toString("hex")}`;
	const port = await freePort();
	const failed = await starter(engine, { id, port, image, deployment });
	if (failed !== null) return failed;
	const container = await containerOf(engine, id);
	if (container === null) return { ok: false, reason: `${version}'s container ended and is gone`, log: [] };
	return { id, container, port, model, version, digest };
}

/** What the model's process is told, over what its image says. */
export function variablesOf(deployment: Deployment): Record<string, string> {
	return { ...deploymentVariables(deployment), HOST: "0.0.0.0", PORT: String(INSIDE) };
}

/** One plain container of the image, which the engine starts again when it falls. */
export const plainStarter: Starter = async (engine, { id, port, image, deployment }) => {
	const labels = Object.entries(labelsOf(engine, id)).flatMap(([key, value]) => ["--label", `${key}=${value}`]);
	const variables = Object.entries(variablesOf(deployment)).flatMap(([key, value]) => ["-e", `${key}=${value}`]);
	const kept = ["--name", `mainline-${id}`, "--restart", "unless-stopped", "-p", `127.0.0.1:${port}:${INSIDE}`];
	const result = await ask(engine, ["run", "-d", "--pull", "never", ...kept, ...labels, ...variables, image]);
	return result.code === 0 ? null : refused(`${engine.program} run`, result);
};
