import { join } from "node:path";
import { letGo, own, processesOf, type StateFolder, stateFolder, stopProcesses } from "../environments/index.ts";
import type { Outcome } from "../kernel/index.ts";
import type { DemoDocument } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import { badModel } from "./demo/chapters/bad.ts";
import { betterModel } from "./demo/chapters/better.ts";
import { onlyWords } from "./demo/chapters/document.ts";
import { keepFiles, whatRunsWhere } from "./demo/chapters/ending.ts";
import { firstTraining } from "./demo/chapters/first.ts";
import { worseModel } from "./demo/chapters/worse.ts";
import { REPOSITORY, type Scene, setScene } from "./demo/scene.ts";
import { type Listener, Story } from "./demo/story.ts";
import { seconds } from "./demo/words.ts";

export type { Listener } from "./demo/story.ts";

export interface DemoOptions {
	/** A new or empty folder; null: one in the machine's temporary folder. */
	readonly dir: string | null;
	/** Leave the two environments running. */
	readonly keep: boolean;
	readonly listener: Listener;
}

/** Lives the life of a model in a new folder, by the code that does it at GitHub. Answer "no" when something was not as told. */
export async function demo(context: FlowContext, options: DemoOptions): Promise<Outcome<DemoDocument>> {
	const scene = await setScene(context, options.dir);
	const story = new Story(options.listener, context.clock);
	let isKept = false;
	// at once, beside the end of a job that may take its time: nothing may be left when the program has to be gone
	const stopAtOnce = (): void => void stopEnvironments(scene);
	context.signal.addEventListener("abort", stopAtOnce, { once: true });
	try {
		await forEach(scene, own);
		story.tell(`The life of a model, in ${scene.dir}`);
		story.tell("GitHub is played by a server of our own; git, the pipeline, images and processes are real.");
		const document = await live(scene, story, options.keep);
		if (options.keep) await forEach(scene, letGo);
		isKept = options.keep;
		return { answer: document.steps.every(({ ok }) => ok) ? "yes" : "no", document };
	} finally {
		context.signal.removeEventListener("abort", stopAtOnce);
		if (!isKept) await stopEnvironments(scene);
		await scene.gitHub.stop();
	}
}

async function live(scene: Scene, story: Story, kept: boolean): Promise<DemoDocument> {
	const itself = (note: string): string => note;
	await story.chapter("A first model on main", (chapter) => firstTraining(chapter, scene), itself);
	await story.chapter("A pull request makes it better", (chapter) => betterModel(chapter, scene), itself);
	await story.chapter("A pull request changes a document", (chapter) => onlyWords(chapter, scene), itself);
	await story.chapter("A pull request makes it worse", (chapter) => worseModel(chapter, scene), itself);
	const times = await story.chapter(
		"A bad model reaches production, and goes",
		(chapter) => badModel(chapter, scene),
		({ rollbackSeconds }) => `gone ${seconds(rollbackSeconds)} after the merge of the revert`,
	);
	const prod = await story.chapter(
		"What runs where",
		(chapter) => whatRunsWhere(chapter, scene),
		({ version }) => `PROD on hold at ${version}, v0.3.0 rejected`,
	);
	return {
		schema: "mainline.demo/1",
		dir: scene.dir,
		repository: scene.gitHub.bareDirectory(REPOSITORY),
		registry: scene.registry,
		steps: story.steps,
		...times,
		prod,
		files: await keepFiles(scene),
		kept,
		...(kept ? { stop: `kill ${folders(scene).flatMap(processesOf).join(" ")}` } : {}),
	};
}

/** Whatever ended the demo: a second Ctrl-C or a broken state must not leave a server behind, so each is tried for itself. */
async function stopEnvironments(scene: Scene): Promise<void> {
	const { clock, progress } = scene.context;
	const { signal } = new AbortController();
	await Promise.allSettled(folders(scene).map((folder) => stopProcesses(folder, { clock, progress, signal })));
}

async function forEach(scene: Scene, act: (folder: StateFolder) => Promise<void>): Promise<void> {
	await Promise.all(folders(scene).map(act));
}

function folders({ context, ports }: Scene): StateFolder[] {
	return Object.values(ports).map((port) => stateFolder(join(context.machine.stateDir, "process", String(port))));
}
