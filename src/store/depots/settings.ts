import { badInput } from "../../kernel/index.ts";
import type { RemoteConfig } from "../../manifest/index.ts";
import { badOption } from "./troubles.ts";

/** A remote's options as DVC's schema reads them. Failure `config-invalid` for what the schema refuses. */
export class Settings {
	readonly remote: string;
	readonly #options: RemoteConfig["options"];

	constructor({ name, options }: RemoteConfig) {
		this.remote = name;
		this.#options = options;
	}

	/** Null when it is not set. A value with commas stands whole: nobody means a list by a password. */
	text(option: string): string | null {
		const value = this.#options.get(option);
		if (value === undefined) return null;
		const text = typeof value === "string" ? value : value.join(", ");
		return text === "" ? null : text;
	}

	/** Null when it is not set. */
	flag(option: string): boolean | null {
		const text = this.text(option)?.toLowerCase() ?? null;
		if (text === null) return null;
		if (/^(true|yes|on|1)$/.test(text)) return true;
		if (/^(false|no|off|0)$/.test(text)) return false;
		throw badOption(this.remote, option, "true or false", text);
	}

	/** Milliseconds of an option in seconds. 0 stands for no limit, as in DVC. */
	milliseconds(option: string, unset: number): number {
		return Math.round((this.#number(option, /^\d+(\.\d+)?$/, "a number of seconds") ?? unset) * 1000);
	}

	whole(option: string): number | null {
		return this.#number(option, /^[1-9]\d*$/, "a whole number from 1 on");
	}

	/** `ssl_verify`: a word for yes or no, or else the file with the authorities to trust. */
	trust(option: string): { readonly verify: boolean; readonly authorities: string | null } {
		const text = this.text(option) ?? "true";
		if (/^(true|yes|on|1|false|no|off|0)$/i.test(text)) return { verify: this.flag(option) ?? true, authorities: null };
		return { verify: true, authorities: text };
	}

	/** A secret that DVC would ask for on the terminal: we run where nobody sits. */
	secret(option: string): string | null {
		const text = this.text(option);
		if (text !== null || this.flag(`ask_${option}`) !== true) return text;
		throw badInput("config-invalid", `remote "${this.remote}" has no ${option}`, {
			at: { file: ".dvc/config.local" },
			found: `ask_${option} = true`,
			expected: `the ${option} itself: mainline asks nothing while it works`,
			hint: `dvc remote modify --local ${this.remote} ${option} … (git does not see .dvc/config.local)`,
		});
	}

	#number(option: string, pattern: RegExp, expected: string): number | null {
		const text = this.text(option);
		if (text === null) return null;
		if (pattern.test(text.trim())) return Number(text);
		throw badOption(this.remote, option, expected, text);
	}
}
