import type { ServeListener } from "../../flows/serve.ts";
import { badInput } from "../../kernel/index.ts";
import type { Command, Input } from "./command.ts";

const USUAL_PORT = 8080;
const LAST_PORT = 65535;

export const SERVE: Command = {
	name: "serve",
	says: "Serve a model of the workspace, as its image would",
	more: "Runs the `command` of mainline.yaml with what a deployed model is given; without one, `serve.py` in Mainline's own server. A model that is recorded but not here is brought first. The server's log goes to stdout, with --json to stderr; the document comes when it has ended.",
	operands: { usage: "[MODEL]", least: 0, most: 1 },
	options: [
		{ name: "port", value: "N", says: `the port on 127.0.0.1 (default: ${USUAL_PORT})` },
		{
			name: "code",
			value: "FILE",
			says: "the file with load and predict, for a model without a `command` (default: serve.py)",
		},
	],
	examples: [
		{ line: "mainline serve", says: "the only model, on port 8080" },
		{ line: "mainline serve churn --port 9000", says: "then ask http://127.0.0.1:9000/v2/models/churn" },
	],
	async start(context, input) {
		const port = input.count("port") ?? USUAL_PORT;
		if (port > LAST_PORT) {
			throw badInput("bad-option", `${port} is not a port`, { found: String(port), expected: `1 to ${LAST_PORT}` });
		}
		const { serve } = await import("../../flows/serve.ts");
		const [model = null] = input.operands;
		return serve(context, { model, port, code: input.text("code") ?? "serve.py", listener: listenerOf(input) });
	},
};

/** The server's own words are for whoever watches: with `--json` they go beside the document. */
function listenerOf(input: Input): ServeListener {
	const screen = input.has("json") ? process.stderr : process.stdout;
	return {
		output: (chunk) => screen.write(chunk, () => {}),
		ready: (model, url) => process.stderr.write(`${model} answers on ${url}, until Ctrl-C\n`, () => {}),
	};
}
