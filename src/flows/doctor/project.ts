import { metricPaths, readMetrics, refuseUnknownMetrics } from "../../compare/index.ts";
import { loadMainline } from "../../config/index.ts";
import { buildGraph } from "../../plan/index.ts";
import { artifactOf } from "../release/model-files.ts";
import { recordedSide } from "../sides.ts";
import type { Workspace } from "../workspace.ts";
import type { Diagnosis, Patient } from "./check.ts";
import type { Found } from "./codes.ts";
import { trying } from "./trying.ts";

/** Whether the stages can run at all: `dvc status` does not look, `dvc repro` fails. */
export async function pipeline({ ground }: Patient): Promise<Diagnosis> {
	const { workspace } = ground;
	if (workspace === null) return ground.projects.length > 0 ? severalProjects(ground.projects) : [noProject()];
	const { stages } = workspace.project;
	return trying("`plan` and `run` refuse the project as it is", async () => {
		buildGraph(stages);
		return `the pipeline is sound (${count(stages.filter(({ cmd }) => cmd !== null).length, "stage")})`;
	});
}

/** Each of them is looked at in its own folder. */
function severalProjects(projects: readonly string[]): string {
	const shown = projects.slice(0, 5).join(", ");
	return `DVC projects lie in folders below (${shown}${projects.length > 5 ? ", …" : ""}): \`mainline doctor\` in each looks at it`;
}

function noProject(): Found {
	return {
		code: "no-dvc",
		level: "problem",
		says: "there is no DVC project here",
		why: "Mainline runs the pipeline of a dvc.yaml",
		fix: "mainline init",
	};
}

/** Whether mainline.yaml can be read, and names what is there. */
export async function policy({ ground: { workspace } }: Patient): Promise<Diagnosis> {
	if (workspace === null) return null;
	const bytes = await workspace.tree.read("mainline.yaml");
	if (bytes === null) return [noPolicy()];
	return trying("pull requests cannot be judged, and nothing can be released", async () => {
		const config = loadMainline(new TextDecoder().decode(bytes), "mainline.yaml");
		for (const model of config.models.values()) artifactOf(workspace.project, model);
		await checkGates(workspace, config.gates);
		const images = config.models.size > 0 ? ["images are put together without docker or buildah"] : [];
		const order = `mainline.yaml is in order (${count(config.models.size, "model")}, ${count(config.gates.length, "gate")}, ${count(config.environments.size, "environment")})`;
		return [order, ...images];
	});
}

async function checkGates(workspace: Workspace, gates: Parameters<typeof refuseUnknownMetrics>[0]): Promise<void> {
	const side = recordedSide(workspace);
	refuseUnknownMetrics(gates, { base: null, head: await readMetrics(side) }, metricPaths(side));
}

function noPolicy(): Found {
	return {
		code: "no-policy",
		level: "advice",
		says: "there is no mainline.yaml",
		why: "without it pull requests have no gates, and nothing is released",
		fix: "mainline init",
	};
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
