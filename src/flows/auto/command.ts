import { badInput, type Outcome } from "../../kernel/index.ts";
import { didYouMean } from "../../source/index.ts";
import type { FlowContext } from "../context.ts";
import type { Status, StatusOfModel } from "../release/documents.ts";
import { openSite } from "../release/open-site.ts";
import type { Site } from "../release/site.ts";
import { approversAt } from "./approvals/may-approve.ts";
import { type AutoCommand, type AutoOptions, type AutoOutcome, neededGitHub, plain } from "./options.ts";
import { type ProjectPlace, projectsOf } from "./projects.ts";
import { releaseCommit, releaseProjects, tellerFor } from "./push.ts";

type Named = Exclude<AutoCommand, "auto" | "conclude">;

interface Order {
	readonly command: Named;
	readonly by: string;
	/** When it was asked for, where that is longer ago than now. */
	readonly at?: Date;
}

/** A command that somebody named: by hand (`workflow_dispatch`), or in the workflow itself. */
export async function onCommand(context: FlowContext, options: AutoOptions, order: Order): Promise<AutoOutcome> {
	const { command, by } = order;
	const projects = await projectsOf(context);
	if (projects.length === 1) return inProject(context, options, order);
	const { model } = options.arguments;
	switch (command) {
		case "release":
			return model === null
				? releaseProjects(context, options, { commit: "HEAD", before: null, by, model })
				: inProject((await projectOfModel(projects, model)).context, options, order);
		case "status":
			return statusOfAll(projects, options);
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
	const answer = asked.some((each) => each.answer === "no") ? "no" : "yes";
	const document: Status = { ...first.document, models };
	return plain({ answer, document }, "asked");
}

async function inProject(context: FlowContext, options: AutoOptions, { command, by, at }: Order): Promise<AutoOutcome> {
	const { model, verify } = options.arguments;
	switch (command) {
		case "plan":
			return plain(await planned(context), "planned");
		case "run":
			return plain(await ran(context), "ran");
		case "report": {
			const { report } = await import("../report.ts");
			return plain(await report(context, { base: null }), "reported");
		}
		case "status": {
			const { status } = await import("../status.ts");
			return plain(await status(context, { model, verify, remote: options.remote }), "asked");
		}
		case "release":
			return releaseCommit(context, options, { commit: "HEAD", before: null, by, model });
		case "promote":
		case "rollback":
			return moved(context, options, { command, by });
		case "hold":
		case "unhold":
			return held(context, options, { holds: command === "hold", by });
		case "approve":
			return approved(context, options, { by, at: at ?? null });
	}
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

async function moved(
	context: FlowContext,
	options: AutoOptions,
	{ command, by }: { readonly command: "promote" | "rollback"; readonly by: string },
): Promise<AutoOutcome> {
	const { version, to, force, reason, breakFreeze } = options.arguments;
	const site = await openSite(context, { remote: null, plan: true, by: null });
	const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
	const teller = tellerFor(context, options, site.config);
	const announce = teller === null ? {} : { announce: teller.announce };
	const rights = options.gitHub === null ? {} : { mayApprove: approversAt(context, options.gitHub) };
	const about = { model, environment, force, reason, remote: options.remote, plan: false, by, ...announce, ...rights };
	const { promote } = await import("../promote.ts");
	const { rollback } = await import("../rollback.ts");
	const outcome =
		command === "promote"
			? await promote(context, { ...about, version, breakFreeze })
			: await rollback(context, { ...about, to });
	teller?.settle();
	return plain(outcome, `${command} ${model} ${outcome.document.move.version} in ${environment}`);
}

async function approved(
	context: FlowContext,
	options: AutoOptions,
	{ by, at }: { readonly by: string; readonly at: Date | null },
): Promise<AutoOutcome> {
	const gitHub = neededGitHub(options, "an approval");
	const site = await openSite(context, { remote: null, plan: true, by: null });
	const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
	const { approve } = await import("./approvals/approve.ts");
	const { version } = options.arguments;
	const mayApprove = approversAt(context, gitHub);
	const outcome = await approve(context, { model, environment, version, by, at, mayApprove, remote: options.remote });
	const { document } = outcome;
	const state = document.outcome === "refused" ? "is not approved" : "is approved";
	return plain(outcome, `${model} ${document.version} ${state} for ${environment}`);
}

async function held(
	context: FlowContext,
	options: AutoOptions,
	{ holds, by }: { readonly holds: boolean; readonly by: string },
): Promise<AutoOutcome> {
	const { reason } = options.arguments;
	const site = await openSite(context, { remote: null, plan: true, by: null });
	const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
	const { hold } = await import("../hold.ts");
	const outcome = await hold(context, { model, environment, holds, reason, remote: options.remote, plan: false, by });
	const state = outcome.document.hold === null ? "is not on hold" : "is on hold";
	return plain(outcome, `${model} in ${environment} ${state}`);
}

function modelOf({ config }: Site, { arguments: { model } }: AutoOptions): string {
	const names = [...config.models.keys()];
	const [only] = names;
	if (model !== null) return model;
	if (only !== undefined && names.length === 1) return only;
	throw missing("model", names);
}

function environmentOf({ config }: Site, { arguments: { environment } }: AutoOptions): string {
	if (environment !== null) return environment;
	throw missing("environment", [...config.environments.keys()]);
}

function missing(input: string, known: readonly string[]): Error {
	return badInput("missing-input", `the input \`${input}\` is missing`, {
		expected: known.length === 0 ? `a name in mainline.yaml's \`${input}s:\`` : `one of ${known.join(", ")}`,
		hint: `give the workflow's input \`${input}\``,
	});
}
