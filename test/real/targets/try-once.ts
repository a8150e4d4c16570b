import { ContainerTarget, type Deployment, plainStarter } from "../../../src/environments/index.ts";
import { silent, systemClock } from "../../../src/kernel/index.ts";
import { ENV, SELF } from "../../environments/rig.ts";

/** What one trial needs to know. */
export interface TryOnce {
	readonly program: "docker" | "podman";
	readonly port: number;
	readonly root: string;
	readonly deployment: Deployment;
	readonly startMs?: number;
	/** Where a trial goes that leaves nothing; absent: one of the environment's. */
	readonly apart?: string;
}

/** The target of an environment whose state lies in `root`. */
export function targetIn(
	{ program, port, root, startMs = 20_000 }: Omit<TryOnce, "deployment" | "apart">,
	signal?: AbortSignal,
): ContainerTarget {
	const world = { clock: systemClock, progress: silent, self: SELF, env: ENV, stateDir: `${root}/state` };
	const stopped = signal ?? new AbortController().signal;
	return new ContainerTarget({ ...world, signal: stopped, port, root, program, starter: plainStarter, startMs });
}

/** One trial in a process of its own that never ends, to be killed: `node try-once.ts TRY-AS-JSON`. */
if (process.argv[1] === import.meta.filename) {
	const { deployment, apart, ...place } = JSON.parse(process.argv[2] ?? "{}") as TryOnce;
	const forEver = async (): Promise<void> => {
		process.stdout.write("it answers\n");
		await new Promise((resolve) => setTimeout(resolve, 600_000));
	};
	await targetIn(place).tryOut(deployment, forEver, apart);
}
