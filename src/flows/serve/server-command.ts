import { stat } from "node:fs/promises";
import { join } from "node:path";
import { badInput } from "../../kernel/index.ts";
import type { Served } from "./choose-model.ts";

export interface ServerPlace {
	/** The DVC root, where it is run. */
	readonly root: string;
	/** The file with `load` and `predict`. */
	readonly code: string;
	/** Where our own templates lie. */
	readonly installDir: string;
}

/** What the image runs; without a `command` in mainline.yaml, the server of our own around the user's code. Failure `no-serving-code`. */
export async function commandOf(
	{ name, path, config }: Served,
	{ root, code, installDir }: ServerPlace,
): Promise<readonly string[]> {
	if (config !== null && config.command.length > 0) return config.command;
	const file = await stat(join(root, code)).catch(() => null);
	if (file?.isFile() !== true) {
		throw badInput(
			"no-serving-code",
			`nothing says how ${name} is served: mainline.yaml has no command for it, and there is no ${code}`,
			{
				found: `nothing at ${code}`,
				expected: `a file ${code} with \`load(path)\` and \`predict(model, inputs)\``,
				hint: `write ${code} with \`load(path)\` and \`predict(model, inputs)\`, or models.${name}.command in mainline.yaml`,
			},
		);
	}
	return ["python3", join(installDir, "templates/serve/mainline_serve.py"), code, path];
}
