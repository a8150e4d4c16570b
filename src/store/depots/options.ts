import type { RemoteConfig } from "../../manifest/index.ts";
import { badOption } from "./troubles.ts";

/** Options of a remote, read by kind. An empty one is none. Failure `config-invalid` for what is of another kind. */
export interface Options {
	text(name: string): string | null;
	yes(name: string): boolean | null;
	seconds(name: string): number | null;
}

export function readOptions({ name: remote, options }: RemoteConfig): Options {
	const text = (name: string): string | null => {
		const value = options.get(name);
		if (value === undefined) return null;
		const whole = typeof value === "string" ? value : value.join(",");
		return whole === "" ? null : whole;
	};
	return {
		text,
		yes: (name) => {
			const value = text(name);
			if (value === null) return null;
			if (/^(true|yes|on|1)$/i.test(value)) return true;
			if (/^(false|no|off|0)$/i.test(value)) return false;
			throw badOption(remote, name, "true or false", value);
		},
		seconds: (name) => {
			const value = text(name);
			if (value === null) return null;
			if (/^\d{1,6}(\.\d+)?$/.test(value)) return Number(value);
			throw badOption(remote, name, "a number of seconds", value);
		},
	};
}
