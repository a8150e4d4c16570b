import type { ArtifactHistory } from "../release/index.ts";

/** So many of the last deploys are looked at. */
const LAST = 5;

/** What an assignment's tag says of how long it took until the version answered: `1.3 s`. */
export function tookText(seconds: number): string {
	return `${seconds.toFixed(1)} s`;
}

/** How long deploys to an environment took lately, in seconds: the middle one. Null where no tag says it. */
export function usualTake({ entries }: ArtifactHistory, environment: string): number | null {
	const takes = entries.flatMap(({ event, message }) => {
		const said = event.kind === "assign" && event.stage === environment ? message.trailers.took : undefined;
		const [, seconds] = /^(\d+(?:\.\d+)?) s$/.exec(said ?? "") ?? [];
		return seconds === undefined ? [] : [Number(seconds)];
	});
	const last = takes.slice(-LAST).sort((a, b) => a - b);
	return last[Math.floor(last.length / 2)] ?? null;
}
