import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { openPull } from "../pulls.ts";
import type { Scene } from "../scene.ts";
import type { Chapter } from "../story.ts";
import { seconds, trained } from "../words.ts";

/** A pull request that changes only a document. */
export async function onlyWords(chapter: Chapter, scene: Scene): Promise<string> {
	chapter.say("Somebody corrects a sentence about the data, and nothing else:");
	chapter.doing("the pull request's job");
	const change = (work: string): Promise<void> =>
		appendFile(join(work, "data", "LICENSE.md"), "\nThe scans were made by 43 people.\n");
	const pull = await openPull(scene, { branch: "words", title: "Say who wrote the digits", change });
	chapter.show([`check mainline: ${pull.check.conclusion} · ${pull.check.title}`]);
	const { outputs, stdout } = pull.job.result;
	chapter.claim("no stage is stale, and nothing ran", outputs["stale"] === "0" && !trained(stdout));
	chapter.claim(
		`the check is green all the same, after ${seconds(pull.job.seconds)}`,
		pull.check.conclusion === "success",
	);
	return `nothing to do, green in ${seconds(pull.job.seconds)}`;
}
