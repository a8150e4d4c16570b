import { type ProbeResult, probe } from "../../probe.ts";
import type { Deployment } from "../target.ts";
import { byteCodeOf, keepByteCode } from "./byte-code.ts";
import { type Engine, logsOf, type Refusal, trouble } from "./engine.ts";
import { pull } from "./images.ts";
import type { Instance } from "./instance.ts";
import { type Starter, startBeside } from "./start.ts";

export interface Beginning {
	readonly deployment: Deployment;
	readonly starter: Starter;
	/** The environment's state folder, whoever starts there; null for what leaves neither byte code nor an image. */
	readonly home: string | null;
	readonly trial: boolean;
	/** How long it may take until it answers. */
	readonly startMs: number;
}

/** Starts a version beside whatever runs, until it answers as itself. One that does not is left to whoever sweeps. */
export async function startAnswering(engine: Engine, beginning: Beginning): Promise<Instance | Refusal> {
	const { deployment, starter, home, trial, startMs } = beginning;
	const { digest } = deployment;
	const image = await pull(engine, deployment, home === null);
	if (typeof image !== "string") return image;
	const byteCode = home === null ? null : await byteCodeOf(engine, home, { image, digest });
	const started = await startBeside(engine, starter, { image, deployment, trial, byteCode });
	if (!("id" in started)) return started;
	const silent = await untilItAnswers(engine, started, startMs);
	if (silent !== null) return silent;
	if (home !== null) await keepByteCode(engine, home, { digest, byteCode });
	return started;
}

/** Null once the container answers as its version; else what keeps it from that, and what it said. */
async function untilItAnswers(engine: Engine, instance: Instance, deadlineMs: number): Promise<Refusal | null> {
	const answer = await probe({
		...questionOf(engine, instance),
		deadlineMs,
		hopeless: () => trouble(engine, instance.container),
	});
	if (answer.ok) return null;
	const log = await logsOf(engine, instance.container);
	return { ok: false, reason: `${instance.version} does not answer: ${answer.reason}`, log };
}

export function askOnce(engine: Engine, instance: Instance): Promise<ProbeResult> {
	return probe({ ...questionOf(engine, instance), deadlineMs: 0 });
}

function questionOf({ clock, signal, untold }: Engine, { port, model, version }: Instance) {
	return { url: urlOf({ port }), model, version, untold, clock, signal };
}

/** Where a container of this machine is asked directly. */
export function urlOf({ port }: Pick<Instance, "port">): string {
	return `http://127.0.0.1:${port}`;
}
