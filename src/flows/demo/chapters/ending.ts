import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DemoDocument } from "../../../report/index.ts";
import { status } from "../../status.ts";
import { git } from "../git.ts";
import { MODEL, REPOSITORY, type Scene } from "../scene.ts";
import type { Chapter } from "../story.ts";
import { screen } from "../words.ts";

/** What the tags of the repository say, offline, and what the environments answer. */
export async function whatRunsWhere(chapter: Chapter, scene: Scene): Promise<DemoDocument["prod"]> {
	await git(scene.work, "checkout", "-q", "-f", "main");
	await git(scene.work, "pull", "-q", "--tags", "origin", "main");
	const { document } = await status(scene.context, { model: MODEL, verify: true, remote: null });
	chapter.show(["$ mainline status --verify", ...screen(document, chapter.style)]);
	const [model] = document.models;
	const prod = model?.environments.find(({ name }) => name === "prod");
	chapter.claim(
		"PROD holds at v0.2.0: nothing newer goes there by itself",
		prod?.version === "v0.2.0" && prod.hold !== null,
	);
	const rejected = model?.rejected?.map(({ version }) => version) ?? [];
	chapter.claim("v0.3.0 is rejected: no policy promotes it again", rejected.includes("v0.3.0"));
	chapter.claim(
		"both environments answer with what the tags say",
		model?.environments.every(({ health }) => health?.ok === true) === true,
	);
	return { version: prod?.version ?? "nothing", digest: prod?.digest ?? "", url: scene.urls.prod };
}

/** Writes what is worth opening; label → absolute path. */
export async function keepFiles(scene: Scene): Promise<Record<string, string>> {
	const repository = scene.gitHub.repository(REPOSITORY);
	const comments = repository.comments.map(({ issue, body }) => `<!-- pull request ${issue} -->\n${body}`);
	const comment = join(scene.dir, "comments.md");
	await writeFile(comment, comments.join("\n\n---\n\n"));
	return {
		comments: comment,
		report: join(scene.dir, "report.json"),
		"jobs' log": join(scene.dir, "jobs.log"),
		"Ada's clone": scene.work,
	};
}
