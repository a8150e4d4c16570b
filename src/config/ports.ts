import type { Node, Report } from "../source/index.ts";
import type { Deploy, EnvironmentConfig } from "./model.ts";

/** The port of this machine, on 127.0.0.1, where people reach what is deployed so; null where it is not for us to say. */
export function portHere(deploy: Deploy): number | null {
	if (deploy.kind === "process") return deploy.port;
	return deploy.kind === "compose" && deploy.host === null ? deploy.port : null;
}

/** Behind a port is one model: a second environment with the same one would replace what the first has. */
export function ownPorts(
	environments: ReadonlyMap<string, EnvironmentConfig>,
	_node: Node,
	report: Report,
): ReadonlyMap<string, EnvironmentConfig> {
	const owners = new Map<number, string>();
	for (const { name, deploy, at } of environments.values()) {
		const port = portHere(deploy);
		if (port === null) continue;
		const owner = owners.get(port);
		if (owner === undefined) owners.set(port, name);
		else refuseShared(owner, { name, port, at, report });
	}
	return environments;
}

interface Shared {
	readonly name: string;
	readonly port: number;
	readonly at: EnvironmentConfig["at"];
	readonly report: Report;
}

function refuseShared(owner: string, { name, port, at, report }: Shared): void {
	report.about(`environment "${name}"`).add(at, `it has the port ${port}, which is that of \`${owner}\``, {
		found: String(port),
		expected: "a port of its own",
		hint: `give ${name} another port`,
		length: name.length,
	});
}
