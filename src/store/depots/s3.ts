import type { RemoteConfig } from "../../manifest/index.ts";
import type { Depot, Surroundings } from "../depot.ts";
import { badOption } from "./troubles.ts";

export async function openDepot(config: RemoteConfig, _surroundings: Surroundings): Promise<Depot> {
	throw badOption(config.name, "url", "a scheme that is spoken");
}
