import { plainComment } from "../plain-comment.ts";
import { editParams, openPull } from "../pulls.ts";
import type { Scene } from "../scene.ts";
import { bothServe } from "../serving.ts";
import type { Chapter } from "../story.ts";

/** A pull request whose model is worse. */
export async function worseModel(chapter: Chapter, scene: Scene): Promise<string> {
	chapter.say("Another branch hurries: learning_rate: 5. The gates of main judge it:");
	chapter.doing("the pull request's job");
	const change = editParams({ epochs: 20, learning_rate: 5 });
	const pull = await openPull(scene, { branch: "hurry", title: "Learn faster", change });
	chapter.show(plainComment(pull.comment));
	chapter.claim("the gate says no", pull.job.result.outputs["verdict"] === "failed");
	chapter.claim("the check is red, so a required check keeps the merge back", pull.check.conclusion === "failure");
	chapter.claim("DEV and PROD never saw it", await bothServe(scene, "v0.2.0"));
	return "the gate says no, the check is red";
}
