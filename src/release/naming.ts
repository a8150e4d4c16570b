import { badInput } from "../kernel/index.ts";
import { isImageTag, isRepositoryPath } from "./reference.ts";

/**
 * The repository for a model below a prefix (`ghcr.io/acme/shop`): `sub/dir:Vec` → `ghcr.io/acme/shop/sub/dir/vec`.
 * OCI allows lower case only, and few characters between. Failure `image-name` when no legal name comes out.
 */
export function repositoryFor(prefix: string, artifact: string): string {
	const path = artifact
		.replace(":", "/")
		.toLowerCase()
		.replace(/^\.?\/+/, "");
	if (isRepositoryPath(path)) return `${prefix}/${path}`;
	throw badInput("image-name", `no image repository can be named after the model ${artifact}`, {
		found: path,
		expected: "letters and digits with `.`, `_`, `__` or `-` between them",
		hint: `give models.${artifact}.image in mainline.yaml`,
	});
}

/** What files about a version are called: `sub/dir:vec` and `v0.2.0` → `sub-dir-vec-v0.2.0`. */
export function fileName(artifact: string, version: string): string {
	return `${artifact.replace(/[^\w.-]/g, "-")}-${version}`;
}

/** The image tag for a version: `v1.2.3+b7` → `v1.2.3_b7`, as Helm does, because OCI tags have no `+`. Failure `image-tag`. */
export function imageTagFor(version: string): string {
	const tag = version.replaceAll("+", "_");
	if (isImageTag(tag)) return tag;
	throw badInput("image-tag", `the version ${version} cannot be an image tag`, { expected: "at most 128 characters" });
}
