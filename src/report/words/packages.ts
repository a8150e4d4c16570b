import { formatBytes } from "../../compare/index.ts";
import type { PythonUse } from "../documents/index.ts";
import { clean } from "./clean.ts";

const LAYERS: Readonly<Record<PythonUse["layer"], string>> = {
	released: "the layer of an earlier image",
	cached: "the layer is at hand",
	installed: "installed, the layer is new",
	"to install": "to be installed, the layer is new",
};

/** `12 Python packages of requirements.txt for 3.12: the layer of an earlier image, 24 MB`. */
export function packagesText(use: PythonUse): string {
	const size = use.size === null ? "" : `, ${formatBytes(use.size)}`;
	return `${countText(use)} of ${clean(use.lock, 120)} for ${clean(use.version, 10)}: ${LAYERS[use.layer]}${size}`;
}

/** Among what merging would do: `with 12 Python packages (the layer is at hand)`. */
export function withPackages(use: PythonUse): string {
	return `with ${countText(use)} (${LAYERS[use.layer]})`;
}

function countText({ packages }: PythonUse): string {
	return `${packages === null ? "the" : packages} Python package${packages === 1 ? "" : "s"}`;
}
