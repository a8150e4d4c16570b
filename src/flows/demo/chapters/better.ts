import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { plainComment } from "../plain-comment.ts";
import { editParams, merge, openPull } from "../pulls.ts";
import type { Scene } from "../scene.ts";
import { bothServe } from "../serving.ts";
import type { Chapter } from "../story.ts";
import { seconds, trained } from "../words.ts";

/** A pull request that improves the model, merged. */
export async function betterModel(chapter: Chapter, scene: Scene): Promise<string> {
	chapter.say("Two epochs were few. On a branch Ada sets epochs: 20 and learning_rate: 0.1, and opens a pull request.");
	chapter.say("Its job plans, runs just what is stale, compares, and writes one comment:");
	chapter.doing("the pull request's job");
	const change = editParams({ epochs: 20, learning_rate: 0.1 });
	const pull = await openPull(scene, { branch: "longer", title: "Train longer", change });
	chapter.show(plainComment(pull.comment));
	const { outputs, stdout } = pull.job.result;
	await copyFile(outputs["report"] ?? "", join(scene.dir, "report.json"));
	chapter.claim(
		"train and evaluate ran; prepare did not, its inputs are the same",
		outputs["stale"] === "2" && trained(stdout),
	);
	chapter.claim(`the check is green after ${seconds(pull.job.seconds)}`, pull.check.conclusion === "success");

	chapter.say("She merges. The release takes the model that the pull request made:");
	chapter.doing("the release");
	const release = await merge(scene, pull.number);
	chapter.claim(
		`v0.2.0 answers in DEV, then PROD, ${seconds(release.seconds)} after the merge`,
		await bothServe(scene, "v0.2.0"),
	);
	chapter.claim("nothing was trained for that", !trained(release.result.stdout));
	return "v0.2.0, trained once, in the pull request";
}
