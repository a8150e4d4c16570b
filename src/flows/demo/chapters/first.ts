import { run } from "../../run.ts";
import { push } from "../../transfer.ts";
import { git } from "../git.ts";
import { jobAfter } from "../job.ts";
import { draw, heldOutScans, predict } from "../model-client.ts";
import type { Scene } from "../scene.ts";
import { bothServe } from "../serving.ts";
import type { Chapter } from "../story.ts";
import { screen, seconds, trained } from "../words.ts";

const RUN = {
	targets: [],
	force: false,
	forceDownstream: false,
	noRunCache: false,
	noCommit: false,
	keepGoing: false,
	pull: false,
	dry: false,
	jobs: null,
};
const PUSH = { targets: [], remote: null, jobs: null, allCommits: false, runCache: true };

/** Ada trains on her own machine, and the push to main is released: a job makes the image and deploys it. */
export async function firstTraining(chapter: Chapter, scene: Scene): Promise<string> {
	chapter.say("Ada has 1,797 scanned digits and a DVC pipeline. She runs it on her own machine:");
	chapter.doing("mainline run");
	const { document } = await run(scene.context, RUN);
	chapter.show(["$ mainline run", ...screen(document, chapter.style)]);

	chapter.say("She pushes the results to the team's store and the code to main, and the push starts a job at GitHub.");
	chapter.doing("mainline push, git push, and the job");
	await push(scene.context, PUSH);
	await git(scene.work, "add", "-A");
	await git(scene.work, "commit", "-q", "-m", "Read handwritten digits");
	const { result, seconds: took } = await jobAfter(scene, () => git(scene.work, "push", "-q", "-u", "origin", "main"));
	chapter.say(`After ${seconds(took)} it says: ${result.outputs["said"] ?? "nothing"}.`);
	chapter.claim("the stored model became an image, without Docker and without training again", !trained(result.stdout));
	chapter.claim("v0.1.0 answers in DEV and in PROD", await bothServe(scene, "v0.1.0"));
	await askOnce(chapter, scene);
	return "v0.1.0 in DEV and PROD";
}

async function askOnce(chapter: Chapter, scene: Scene): Promise<void> {
	const [scan] = await heldOutScans(scene);
	if (scan === undefined) return chapter.claim("a scan was kept apart to ask with", false);
	chapter.say("A scan that no model has learnt from, sent to PROD by the Open Inference Protocol:");
	chapter.show([...draw(scan), "", `POST ${scene.urls.prod}/v2/models/digits/infer`]);
	const [answer] = await predict(scene.urls.prod, [scan]);
	chapter.claim(`PROD reads a ${answer}; a person had read a ${scan.digit}`, answer === scan.digit);
}
