import { badInput } from "../../kernel/index.ts";
import type { RemoteConfig } from "../../manifest/index.ts";
import { type Options, readOptions } from "./options.ts";
import { badOption } from "./troubles.ts";

/** What remotes that are servers of one's own have beside texts and numbers: authorities, secrets, time-outs. Failure `config-invalid`. */
export class Settings {
	readonly remote: string;
	readonly #options: Options;

	constructor(config: RemoteConfig) {
		this.remote = config.name;
		this.#options = readOptions(config);
	}

	text(option: string): string | null {
		return this.#options.text(option);
	}

	flag(option: string): boolean | null {
		return this.#options.yes(option);
	}

	/** Milliseconds of an option in seconds. 0 stands for no limit, as in DVC. */
	milliseconds(option: string, unset: number): number {
		return Math.round((this.#options.seconds(option) ?? unset) * 1000);
	}

	whole(option: string): number | null {
		const text = this.text(option);
		if (text === null) return null;
		if (/^[1-9]\d{0,5}$/.test(text.trim())) return Number(text);
		throw badOption(this.remote, option, "a whole number from 1 on", text);
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
}
