import { badInput, type Outcome } from "../../kernel/index.ts";
import type { RehearsalDocument } from "../../report/index.ts";
import { didYouMean } from "../../source/index.ts";
import type { FlowContext } from "../context.ts";
import type { Status, StatusOfModel } from "../release/documents.ts";
import { openSite } from "../release/open-site.ts";
import { withDashboard } from "./dashboard.ts";
import { missing } from "./given.ts";
import { approved, held, moved } from "./moves.ts";
import { type AutoCommand, type AutoOptions, type AutoOutcome, plain } from "./options.ts";
import { type ProjectPlace, projectsOf } from "./projects.ts";
import { brought, type ReleaseOrder, releaseCommit, releaseProjects } from "./push.ts";

type Named = Exclude<AutoCommand, "auto" | "conclude">;

export interface CommandOrder {
	readonly command: Named;
	readonly by: string;
	/** When it was asked for, where that is longer ago than now. */
	readonly asked?: Date;
}

/** Commands after which something else may run somewhere, or is known of it. */
const MOVING: ReadonlySet<Named> = new Set(["release", "promote", "rollback", "hold", "unhold", "approve", "rehearse"]);

/** A command that somebody named: by hand (`workflow_dispatch`), or in the workflow itself. */
export function onCommand(context: FlowContext, options: AutoOptions, order: CommandOrder): Promise<AutoOutcome> {
	const work = (): Promise<AutoOutcome> => carriedOut(context, options, order);
	return MOVING.has(order.command) ? withDashboard(context, options, work) : work();
}

async function carriedOut(context: FlowContext, options: AutoOptions, order: CommandOrder): Promise<AutoOutcome> {
	const { command, by } = order;
	const projects = await projectsOf(context);
	if (projects.length === 1) return inProject(context, options, order);
	const { model } = options.arguments;
	switch (command) {
		case "release":
			return model === null
				? releaseProjects(context, options, await brought(context, options, headOf(order, model)))
				: inProject((await projectOfModel(projects, model)).context, options, order);
		case "status":
			return statusOfAll(projects, options);
		case "rehearse":
			return rehearsed(projects, options, by);
		case "promote":
		case "rollback":
		case "hold":
		case "unhold":
		case "approve":
			return inProject((await projectOfModel(projects, model)).context, options, order);
		default:
			throw badInput(
				"several-projects",
				`\`${command}\` is about one DVC project, and there are ${projects.length} here`,
				{
					expected: `one of ${projects.map(({ path }) => path).join(", ")}`,
					hint: "name it in the workflow: `working-directory`",
				},
			);
	}
}

function headOf({ by }: Pick<CommandOrder, "by">, model: string | null): ReleaseOrder {
	return { commit: "HEAD", before: null, branch: null, by, model };
}

async function projectOfModel(projects: readonly ProjectPlace[], model: string | null): Promise<ProjectPlace> {
	const owners = new Map<string, ProjectPlace>();
	for (const project of projects) {
		const { config } = await openSite(project.context, { remote: null, plan: true, by: null });
		for (const name of config.models.keys()) owners.set(name, project);
	}
	const names = [...owners.keys()];
	const asked = model ?? (names.length === 1 ? (names[0] ?? null) : null);
	const found = asked === null ? undefined : owners.get(asked);
	if (found !== undefined) return found;
	throw model === null ? missing("model", names) : unknownModel(model, names);
}

function unknownModel(model: string, names: readonly string[]): Error {
	return badInput("unknown-model", `no project's mainline.yaml has a model \`${model}\``, {
		found: model,
		expected: `one of ${names.join(", ")}`,
		hint: didYouMean(model, names) ?? "`mainline status` lists them",
	});
}

/** Each project's models by its own mainline.yaml; what only tags name comes last. The tags are fetched once. */
async function statusOfAll(projects: readonly ProjectPlace[], options: AutoOptions): Promise<AutoOutcome> {
	const { model, verify } = options.arguments;
	const { status } = await import("../status.ts");
	const { answerOf, together } = await import("../status/verify.ts");
	const asked: Outcome<Status>[] = [];
	const own: StatusOfModel[] = [];
	for (const [index, { context }] of projects.entries()) {
		const { config } = await openSite(context, { remote: null, plan: true, by: null });
		const outcome = await status(context, { model, verify, remote: index === 0 ? options.remote : null });
		asked.push(outcome);
		own.push(...outcome.document.models.filter(({ name }) => config.models.has(name)));
	}
	const [first] = asked;
	if (first === undefined) throw new Error("a repository of several projects has none");
	const named = new Set(own.map(({ name }) => name));
	const models = [...own, ...first.document.models.filter(({ name }) => !named.has(name))];
	const verified = together(asked.flatMap(({ document }) => document.verified ?? []));
	const document: Status = { ...first.document, models, ...(verify ? { verified } : {}) };
	return plain({ answer: answerOf(verified), document }, "asked");
}

async function inProject(
	context: FlowContext,
	options: AutoOptions,
	{ command, by, asked }: CommandOrder,
): Promise<AutoOutcome> {
	const { model, verify } = options.arguments;
	switch (command) {
		case "plan":
			return plain(await planned(context), "planned");
		case "run":
			return plain(await ran(context), "ran");
		case "report": {
			const { report } = await import("../report.ts");
			return plain(await report(context, { base: null, golden: false }), "reported");
		}
		case "status": {
			const { status } = await import("../status.ts");
			return plain(await status(context, { model, verify, remote: options.remote }), "asked");
		}
		case "rehearse":
			return rehearsed([{ context }], options, by);
		case "release":
			return releaseCommit(context, options, await brought(context, options, headOf({ by }, model)));
		case "promote":
		case "rollback":
			return moved(context, options, { command, by, ...(asked === undefined ? {} : { asked }) });
		case "hold":
		case "unhold":
			return held(context, options, { holds: command === "hold", by });
		case "approve":
			return approved(context, options, { by, ...(asked === undefined ? {} : { asked }) });
	}
}

/** Every project's ways back, or one environment's. */
async function rehearsed(
	projects: readonly Pick<ProjectPlace, "context">[],
	options: AutoOptions,
	by: string,
): Promise<AutoOutcome> {
	const { rehearse, allRehearsed } = await import("../rehearse.ts");
	const { knowTree } = await import("../release/know.ts");
	const { model, environment } = options.arguments;
	const environments = environment === null ? [] : [environment];
	const about = { model, environments, remote: options.remote, plan: false, by, know: knowTree };
	const outcomes: Outcome<RehearsalDocument>[] = [];
	for (const { context } of projects) outcomes.push(await rehearse(context, about));
	return plain(allRehearsed(outcomes), "rehearsed");
}

async function planned(context: FlowContext): Promise<Outcome> {
	const { plan } = await import("../plan.ts");
	return plan(context, { targets: [], base: null, check: false, data: false, force: false });
}

async function ran(context: FlowContext): Promise<Outcome> {
	const { run } = await import("../run.ts");
	const quiet = { force: false, forceDownstream: false, noRunCache: false, noCommit: false, keepGoing: false };
	return run(context, { targets: [], ...quiet, pull: true, dry: false, jobs: null });
}
