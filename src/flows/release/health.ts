import { type EnvironmentConfig, portHere } from "../../config/index.ts";
import { environmentOf, type ProbeResult, probe } from "../../environments/index.ts";
import { type Site, stateOf } from "./site.ts";

const ASK_MS = 2000;

/** The environment's own answer; null where it has no address or holds nothing. */
export async function askEnvironment(
	site: Pick<Site, "ledger" | "config" | "context">,
	model: string,
	name: string,
): Promise<ProbeResult | null> {
	const environment = environmentOf(stateOf(site, model), name);
	const url = urlOf(environment?.config ?? null);
	if (url === null || environment === null || environment.version === null) return null;
	const { clock, signal } = site.context;
	const untold = environment.config?.untold;
	return probe({ url, model, version: environment.version, untold, deadlineMs: ASK_MS, clock, signal });
}

/** Where an environment is asked; null when nobody knows. */
export function urlOf(config: EnvironmentConfig | null): string | null {
	if (config === null) return null;
	if (config.probe !== null) return config.probe;
	const port = portHere(config.deploy);
	return port === null ? null : `http://127.0.0.1:${port}`;
}
