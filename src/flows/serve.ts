import type { Outcome } from "../kernel/index.ts";
import type { ServeDocument } from "../report/index.ts";
import { stream } from "../shell/index.ts";
import type { FlowContext } from "./context.ts";
import { readPolicy } from "./gate.ts";
import { bringModel } from "./serve/bring-model.ts";
import { chooseModel, type Served } from "./serve/choose-model.ts";
import { requireFreePort, untilReady } from "./serve/port.ts";
import { commandOf } from "./serve/server-command.ts";
import { openWorkspace } from "./workspace.ts";

/** Hears what goes on while the server runs. */
export interface ServeListener {
	/** stdout and stderr of the server. */
	output(chunk: Uint8Array): void;
	ready(model: string, url: string): void;
}

export interface ServeOptions {
	/** Null: the only one. */
	readonly model: string | null;
	readonly port: number;
	/** The file with `load` and `predict`, for a model that names no command. Relative to the DVC root. */
	readonly code: string;
	readonly listener: ServeListener;
}

const HOST = "127.0.0.1";
/** What stands for a version: the workspace has none. */
const VERSION = "workspace";

/**
 * Runs a model's server from the workspace, as a deployed image would run it, until it is told to end. Answer "no" when it
 * ends by itself with a failure.
 */
export async function serve(context: FlowContext, options: ServeOptions): Promise<Outcome<ServeDocument>> {
	const workspace = await openWorkspace(context);
	const { root } = workspace;
	const served = chooseModel(workspace.project, await readPolicy(workspace.tree), options.model);
	workspace.git?.close();
	await bringModel(context, workspace, served);
	const command = await commandOf(served, { root, code: options.code, installDir: context.machine.installDir });
	await requireFreePort(HOST, options.port);
	return whileItRuns(context, { ...options, served, root, command });
}

interface Running extends ServeOptions {
	readonly served: Served;
	readonly root: string;
	readonly command: readonly string[];
}

async function whileItRuns(context: FlowContext, running: Running): Promise<Outcome<ServeDocument>> {
	const { served, root, command, port, listener } = running;
	const url = `http://${HOST}:${port}`;
	const over = new AbortController();
	let ready = false;
	const watching = untilReady(url, { clock: context.clock, signal: over.signal }).then((answered) => {
		ready = answered;
		if (answered) listener.ready(served.name, `${url}/v2/models/${encodeURIComponent(served.name)}`);
	});
	const [program = "", ...args] = command;
	const ended = await stream(program, args, {
		cwd: root,
		env: {
			HOST,
			PORT: String(port),
			MAINLINE_MODEL: served.name,
			MAINLINE_VERSION: VERSION,
			PYTHONUNBUFFERED: "1",
		},
		signal: context.signal,
		onOutput: (chunk) => listener.output(chunk),
	}).finally(() => over.abort());
	await watching;
	const exitCode = ended.signal === null ? ended.code : null;
	const asked = context.signal.aborted;
	return {
		answer: asked || exitCode === 0 ? "yes" : "no",
		document: { schema: "mainline.serve/1", model: served.name, path: served.path, command, url, ready, exitCode },
	};
}
