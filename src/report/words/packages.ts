import { formatBytes } from "../../compare/index.ts";
import type { EnvironmentUse, PythonUse, ReleasedModel } from "../documents/index.ts";
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
function withPackages(use: PythonUse): string {
	return `with ${countText(use)} (${LAYERS[use.layer]})`;
}

const ENVIRONMENTS: Readonly<Record<EnvironmentUse["from"], string>> = {
	registry: "as the registry has it",
	cached: "at hand",
	built: "built",
	"to build": "to be built",
};

/** `environment of Dockerfile: built with buildah, 1.2 GB`. */
export function environmentText({ dockerfile, from, builder, size }: EnvironmentUse): string {
	const by = builder === null ? "" : ` with ${clean(builder, 20)}`;
	return `environment of ${clean(dockerfile, 120)}: ${ENVIRONMENTS[from]}${by}${size === null ? "" : `, ${formatBytes(size)}`}`;
}

/** Among what merging would do: what the model stands on; empty where there is nothing to say. */
export function withUses({ python, dockerfile }: Pick<ReleasedModel, "python" | "dockerfile">): string {
	const environment =
		dockerfile === undefined
			? []
			: [`on the environment of ${clean(dockerfile.dockerfile, 120)} (${ENVIRONMENTS[dockerfile.from]})`];
	return [...(python === undefined ? [] : [withPackages(python)]), ...environment].map((text) => ` ${text}`).join("");
}

function countText({ packages }: PythonUse): string {
	return `${packages === null ? "the" : packages} Python package${packages === 1 ? "" : "s"}`;
}
