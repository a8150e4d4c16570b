import type { Annotation } from "../../github/index.ts";
import type { Told } from "./tell.ts";

/** The runner's toolkit is loaded when something is to be said: most of a job's time it is not needed. */
export async function hideSecret(secret: string): Promise<void> {
	const core = await import("@actions/core");
	core.setSecret(secret);
}

/** Hands outputs, summary and annotations to the runner. */
export async function tellRunner({ outputs, summary, annotations }: Told): Promise<void> {
	const core = await import("@actions/core");
	for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
	for (const annotation of annotations) annotate(core, annotation);
	if ((process.env["GITHUB_STEP_SUMMARY"] ?? "") !== "") await core.summary.addRaw(summary).write();
}

const LEVELS = { failure: "error", warning: "warning", notice: "notice" } as const;

function annotate(core: typeof import("@actions/core"), { path, startLine, endLine, ...rest }: Annotation): void {
	core[LEVELS[rest.level]](rest.message, {
		file: path,
		startLine,
		endLine,
		...(rest.title === undefined ? {} : { title: rest.title }),
	});
}
