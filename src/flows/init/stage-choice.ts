import type { InitStage } from "../../report/index.ts";
import type { Asker } from "./asker.ts";
import type { Chosen } from "./pipeline/dvc-yaml-text.ts";
import type { Proposal, ProposedStage } from "./pipeline/model.ts";
import { runnable } from "./pipeline/order.ts";

/** Lets each proposed stage be looked at; without anybody to ask, those without a doubt are taken. */
export async function chooseStages(
	proposal: Proposal,
	asker: Asker | null,
	isThere: (path: string) => boolean,
): Promise<Chosen> {
	const answers = new Map<ProposedStage, boolean>();
	for (const stage of proposal.stages) {
		const certain = stage.doubts.length === 0;
		const question = { shown: linesOf(stage), ask: `Make it the stage \`${stage.name}\`?`, standard: certain };
		answers.set(stage, asker === null ? certain : await asker.confirm(question));
	}
	const { chosen, lacking } = runnable(proposal.stages, (stage) => answers.get(stage) === true, isThere);
	return {
		stages: proposal.stages.filter((stage) => chosen.has(stage)),
		left: proposal.stages
			.filter((stage) => !chosen.has(stage))
			.map((stage) => ({ stage, why: [...stage.doubts, ...(lacking.has(stage) ? [lacking.get(stage) ?? ""] : [])] })),
		model: await chooseModel(proposal, chosen, asker),
	};
}

async function chooseModel(
	{ model }: Proposal,
	chosen: ReadonlySet<ProposedStage>,
	asker: Asker | null,
): Promise<Chosen["model"]> {
	if (model === null) return null;
	const made = [...chosen].some(({ name }) => name === model.stage);
	const question = {
		shown: [`${model.path} looks like the model (${model.because})`],
		ask: `Name it \`${model.name}\` in \`artifacts:\`, so that it can be released?`,
		standard: true,
	};
	return { ...model, real: made && asker !== null && (await asker.confirm(question)) };
}

function linesOf({ because, cmd, deps, params, outs, metrics, doubts }: ProposedStage): string[] {
	const row = (word: string, path: string, why: string): string => `  ${word.padEnd(8)} ${path}  (${why})`;
	return [
		because,
		`  ${"runs".padEnd(8)} ${cmd}`,
		...deps.map(({ path, because: why }) => row("reads", path, why)),
		...params.map(({ file, names, because: why }) =>
			row("params", names === null ? file : `${file}: ${names.join(", ")}`, why),
		),
		...outs.map(({ path, because: why }) => row("writes", path, why)),
		...metrics.map(({ path, because: why }) => row("metrics", path, why)),
		...doubts.map((doubt) => `  ${"unsure".padEnd(8)} ${doubt}`),
	];
}

/** The choice as the document tells it. */
export function stageRows({ stages, left }: Chosen): InitStage[] {
	return [
		...stages.map((stage) => row(stage, "written", [])),
		...left.map(({ stage, why }) => row(stage, "left out", why.length === 0 ? ["not wanted"] : why)),
	];
}

function row(stage: ProposedStage, state: InitStage["state"], why: readonly string[]): InitStage {
	const { name, cmd, because, deps, params, outs, metrics } = stage;
	return { name, state, cmd, because, deps, params, outs, metrics, why };
}
