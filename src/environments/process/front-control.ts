import { mkdir } from "node:fs/promises";
import { type Clock, infrastructure } from "../../kernel/index.ts";
import { detach } from "../../shell/index.ts";
import { lastLines, readProcess, type StateFolder } from "./files.ts";
import { identify, isAlive } from "./identity.ts";

export interface FrontStart {
	readonly folder: StateFolder;
	readonly port: number;
	/** Program and first arguments that start this very program; `__front DIR PORT` is added. */
	readonly self: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly clock: Clock;
}

const START_MS = 15_000;

/** Makes sure that the front listens. Failure `port-taken` when something else owns the port. */
export async function ensureFront(start: FrontStart): Promise<void> {
	const { folder, port, self, env, clock } = start;
	if (await isAlive(readProcess(folder.front))) return;
	await mkdir(folder.logs, { recursive: true });
	const [program = "", ...args] = self;
	const pid = await detach(program, [...args, "__front", folder.root, String(port)], {
		cwd: folder.root,
		// a GitHub runner ends what carries its tracking id when a job is over
		env: { ...env, RUNNER_TRACKING_ID: "" },
		log: folder.frontLog,
	});
	const deadline = clock.monotonic() + START_MS;
	for (;;) {
		const gone = (await identify(pid)) === null || clock.monotonic() > deadline;
		if (await isAlive(readProcess(folder.front))) return;
		if (gone) throw await frontFailed(start);
		await clock.sleep(20);
	}
}

async function frontFailed({ folder, port }: FrontStart): Promise<Error> {
	const log = await lastLines(folder.frontLog, 20);
	const taken = log.some((line) => line.includes("EADDRINUSE"));
	return infrastructure(
		taken ? "port-taken" : "front-failed",
		taken ? `port ${port} is taken by another program` : `the front on port ${port} did not start`,
		{
			found: log.find((line) => /error/i.test(line)) ?? log.at(-1) ?? "nothing in its log",
			hint: taken ? "end that program, or give the environment another port in mainline.yaml" : folder.frontLog,
		},
	);
}
