import type { Surroundings } from "../../depot.ts";
import type { Patience } from "./exchange.ts";
import type { Login } from "./login.ts";
import type { Trust } from "./trust.ts";

/** A remote on the web, as its settings say. */
export interface Site {
	/** For people; without credentials. */
	readonly address: string;
	/** The remote's name, for hints. */
	readonly remote: string;
	/** The folder that all keys lie in; without credentials. */
	readonly base: URL;
	readonly login: Login;
	/** What to do when the login is refused. */
	readonly loginHint: string;
	readonly trust: Trust;
	readonly patience: Patience;
	/** Connections at a time. */
	readonly lanes: number;
	readonly surroundings: Surroundings;
}
