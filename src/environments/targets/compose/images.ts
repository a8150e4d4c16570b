import { isLoopback } from "../../../release/index.ts";
import type { Deployment } from "../target.ts";
import { ask, type Engine, type Refusal, refused } from "./engine.ts";
import { takeFromFolder } from "./folder-images.ts";

/**
 * The name or the id by which the engine's own storage has the image, where it is brought when it is not there yet. `passing`: one that
 * comes out of a folder is to go again (`sweepImages`).
 */
export async function pull(engine: Engine, deployment: Deployment, passing: boolean): Promise<string | Refusal> {
	const { image } = deployment;
	if (image.startsWith("oci:")) return takeFromFolder(engine, deployment, passing);
	if ((await ask(engine, ["image", "inspect", image])).code === 0) return image;
	const insecure = engine.program === "podman" && isLoopback(image.split("/")[0] ?? "");
	// a word for each step of it shows that it goes on
	const result = await ask(engine, ["pull", ...(insecure ? ["--tls-verify=false"] : []), image]);
	return result.code === 0 ? image : refused(`${engine.program} pull ${image}`, result);
}
