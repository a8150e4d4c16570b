import { versionAt } from "./model-client.ts";
import type { Scene } from "./scene.ts";

/** Whether both environments say, over HTTP, that they serve this version. */
export async function bothServe({ urls }: Scene, version: string): Promise<boolean> {
	const versions = await Promise.all([versionAt(urls.dev), versionAt(urls.prod)]);
	return versions.every((each) => each === version);
}

/** Seconds from now until PROD answers with this version, asked many times a second; null when `end` comes first. */
export async function untilProdServes(scene: Scene, version: string, end: Promise<unknown>): Promise<number | null> {
	const { clock } = scene.context;
	const start = clock.monotonic();
	let isOver = false;
	const over = end.finally(() => {
		isOver = true;
	});
	over.catch(() => {});
	for (;;) {
		const wasOver = isOver;
		if ((await versionAt(scene.urls.prod)) === version) return (clock.monotonic() - start) / 1000;
		if (wasOver) return null;
		await clock.sleep(10);
	}
}
