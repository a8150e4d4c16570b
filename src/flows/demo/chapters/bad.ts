import { accuracyAt, heldOutScans } from "../model-client.ts";
import { plainComment } from "../plain-comment.ts";
import { editParams, merge, openPull, revertPull } from "../pulls.ts";
import type { Scene } from "../scene.ts";
import { bothServe, untilProdServes } from "../serving.ts";
import type { Chapter } from "../story.ts";
import { percent, seconds, trained } from "../words.ts";

/** What the demo is for: how long the way back takes, beside the way that needs a training. In seconds. */
export interface Times {
	readonly rollbackSeconds: number;
	readonly retrainSeconds: number;
}

/** A model that passes its gates and turns out bad in PROD; the merge is reverted. */
export async function badModel(chapter: Chapter, scene: Scene): Promise<Times> {
	chapter.say(
		"Now a change that passes every gate and is wrong: the pixels are read by columns, in training and evaluation alike. The customers' scanners still send rows.",
	);
	chapter.doing("the pull request's job, and the release");
	const change = editParams({ order: "columns", epochs: 25, learning_rate: 0.1 });
	const pull = await openPull(scene, { branch: "columns", title: "Read by columns", change });
	chapter.claim("the gates pass, the check is green", pull.check.conclusion === "success");
	const release = await merge(scene, pull.number);
	chapter.claim("merged: v0.3.0 answers in DEV and in PROD", await bothServe(scene, "v0.3.0"));

	const scans = await heldOutScans(scene);
	const wrong = await accuracyAt(scene.urls.prod, scans);
	chapter.claim(
		`and talks nonsense: of ${scans.length} scans sent as the customers do, PROD reads ${percent(wrong)} right`,
		wrong < 0.5,
	);

	const rollbackSeconds = await wayBack(chapter, scene, pull.number);
	const right = await accuracyAt(scene.urls.prod, scans);
	chapter.claim(`of the same scans PROD now reads ${percent(right)} right`, right > 0.9);
	return { rollbackSeconds, retrainSeconds: pull.job.seconds + release.seconds };
}

async function wayBack(chapter: Chapter, scene: Scene, bad: number): Promise<number> {
	chapter.say("Ada presses “Revert” on the pull request. The revert's own comment:");
	chapter.doing("the revert's job");
	const back = await revertPull(scene, bad);
	chapter.show(plainComment(back.comment));
	chapter.claim("nothing has to run", back.check.conclusion === "success" && !trained(back.job.result.stdout));
	chapter.doing("the merge of the revert");
	const release = merge(scene, back.number);
	const took = await untilProdServes(scene, "v0.2.0", release);
	const { result } = await release;
	chapter.claim(`merged: PROD serves v0.2.0 again ${seconds(took ?? 0)} later`, took !== null);
	chapter.claim("no training and no build: the earlier image was still there", !trained(result.stdout));
	return took ?? Number.NaN;
}
