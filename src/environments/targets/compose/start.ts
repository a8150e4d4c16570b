import { randomBytes } from "node:crypto";
import { freePort } from "../../process/free-port.ts";
import { type Deployment, deploymentVariables } from "../target.ts";
import { type ByteCode, byteCodeVariables, mountOf } from "./byte-code.ts";
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
	/** It is tried only: nobody is sent to it, and the engine does not start it again. */
	readonly trial: boolean;
	readonly byteCode: ByteCode | null;
}

/** Makes the engine start it; null when it did. */
export type Starter = (engine: Engine, start: Start) => Promise<Refusal | null>;

/** Starts the image beside whatever runs; nobody is sent to it yet. */
export async function startBeside(
	engine: Engine,
	starter: Starter,
	about: Omit<Start, "id" | "port">,
): Promise<Instance | Refusal> {
	const { model, version, digest } = about.deployment;
	const name = version.toLowerCase().replace(/[^a-z0-9]+/g, "-");
	const id = `${about.trial ? "try-" : ""}${name}-${randomBytes(6).toString("hex")}`;
	const port = await freePort();
	const failed = await starter(engine, { id, port, ...about });
	if (failed !== null) return failed;
	const container = await containerOf(engine, id);
	if (container === null) return { ok: false, reason: `${version}'s container ended and is gone`, log: [] };
	return { id, container, port, model, version, digest };
}

/** What is in service is started again by the engine when it falls. */
export const RESTART = "unless-stopped";

/** What the model's process is told, over what its image says. */
export function variablesOf({ deployment, byteCode }: Pick<Start, "deployment" | "byteCode">): Record<string, string> {
	return { ...byteCodeVariables(byteCode), ...deploymentVariables(deployment), HOST: "0.0.0.0", PORT: String(INSIDE) };
}

/** One plain container of the image. */
export const plainStarter: Starter = async (engine, start) => {
	const { id, port, image, byteCode } = start;
	const labels = Object.entries(labelsOf(engine, id)).flatMap(([key, value]) => ["--label", `${key}=${value}`]);
	const variables = Object.entries(variablesOf(start)).flatMap(([key, value]) => ["-e", `${key}=${value}`]);
	const kept = [
		"--name",
		`mainline-${id}`,
		"--restart",
		start.trial ? "no" : RESTART,
		"-p",
		`127.0.0.1:${port}:${INSIDE}`,
	];
	const mounts = byteCode === null ? [] : ["-v", mountOf(byteCode)];
	const result = await ask(engine, [
		"run",
		"-d",
		"--pull",
		"never",
		...kept,
		...labels,
		...variables,
		...mounts,
		image,
	]);
	return result.code === 0 ? null : refused(`${engine.program} run`, result);
};
