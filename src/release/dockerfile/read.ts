import type { Dockerfile } from "./model.ts";
import type { Asked } from "./parse.ts";

/** As `parseDockerfile`, whose parser is loaded only where there is a Dockerfile. */
export async function readDockerfile(text: string, asked: Asked): Promise<Dockerfile> {
	const { parseDockerfile } = await import("./parse.ts");
	return parseDockerfile(text, asked);
}
