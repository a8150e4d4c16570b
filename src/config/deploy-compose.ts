import { mismatch, type Node, oneOf, optional, type Report, type Rule, record, refine } from "../source/index.ts";
import type { ComposeDeploy, ComposeService } from "./model.ts";
import { inside, line, named, port } from "./words.ts";

const settings = record("`compose`", {
	port: optional(port),
	program: optional(oneOf("docker", "podman")),
	service: optional(named(/^[a-zA-Z0-9][\w.-]*$/, "the name of a service of the compose file")),
	file: optional(inside),
	directory: optional(line),
	host: optional(named(/^(?:[\w.-]+@)?[\w][\w.-]*$/, "a machine that ssh knows, like `deploy@gpu1`")),
});

type Read = NonNullable<ReturnType<typeof settings>>;

/** Without `host` it is this machine, behind a port of ours; with it a compose file there. */
export const compose: Rule<ComposeDeploy> = refine(settings, (read, node, report) =>
	read.host === null ? here(read, node, report) : elsewhere(read, read.host, { node, report }),
);

function here(read: Read, node: Node, report: Report): ComposeDeploy | undefined {
	if (read.port === null) {
		return report.add(node.at, "`compose` needs `port`: where people ask, on 127.0.0.1", {
			expected: "`port`, or `host` for another machine",
			hint: "for example `compose: {port: 8081}`",
		});
	}
	const stray = read.$.nodes.get("file") ?? read.$.nodes.get("directory");
	if (read.service === null && stray !== undefined)
		return mismatch(stray, report, "`service` beside it, the service that runs the model");
	const service = read.service === null ? null : serviceOf(read, read.service, ".");
	const program = read.program ?? "docker";
	if (service !== null && program === "podman") {
		return mismatch(read.$.nodes.get("program") ?? node, report, "`docker` for a service of a compose file", {
			hint: "podman-compose takes a whole project down to change one service; docker compose speaks to podman when DOCKER_HOST names its socket",
		});
	}
	return { kind: "compose", host: null, port: read.port, program, service };
}

function elsewhere(
	read: Read,
	host: string,
	{ node, report }: { node: Node; report: Report },
): ComposeDeploy | undefined {
	const { service, directory } = read;
	if (service === null || directory === null) {
		const missing = service === null ? "service" : "directory";
		return report.add(node.at, `\`compose\` on another machine needs \`${missing}\``, {
			expected: "`host`, `directory` (its folder there) and `service`",
		});
	}
	const port = read.$.nodes.get("port");
	if (port !== undefined)
		return mismatch(port, report, "no `port`: on another machine the compose file's own `ports` hold");
	const folder = read.$.nodes.get("directory") ?? node;
	if (!directory.startsWith("/")) return mismatch(folder, report, "an absolute folder of that machine");
	const program = read.program ?? "docker";
	return { kind: "compose", host, program, service: serviceOf(read, service, directory) };
}

function serviceOf(read: Read, name: string, directory: string): ComposeService {
	return { name, file: read.file ?? "compose.yaml", directory: read.directory ?? directory };
}
