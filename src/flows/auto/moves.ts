import type { FlowContext } from "../context.ts";
import { openSite } from "../release/open-site.ts";
import { approversAt, rightsAt } from "./approvals/may-approve.ts";
import { askedByRun } from "./asked-by-run.ts";
import { environmentOf, modelOf } from "./given.ts";
import { type AutoOptions, type AutoOutcome, neededGitHub, plain } from "./options.ts";
import { tellerFor } from "./push.ts";

interface Asked {
	readonly by: string;
	/** When the comment was written; absent: it is a run by hand. */
	readonly asked?: Date;
}

/** Brings a version into an environment, or an earlier one back. */
export async function moved(
	context: FlowContext,
	options: AutoOptions,
	{ command, by, asked }: Asked & { readonly command: "promote" | "rollback" },
): Promise<AutoOutcome> {
	const { version, to, force, reason, breakFreeze } = options.arguments;
	const site = await openSite(context, { remote: null, plan: true, by: null });
	const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
	const teller = tellerFor(context, options, site.config);
	const announce = teller === null ? {} : { announce: teller.announce };
	const rights = rightsAt(context, options);
	const { remote, runUrl: run } = options;
	const { knowTree: know } = await import("../release/know.ts");
	const about = { model, environment, force, reason, remote, plan: false, by, run, know, ...announce, ...rights };
	const { promote } = await import("../promote.ts");
	const { rollback } = await import("../rollback.ts");
	const outcome =
		command === "promote"
			? await promote(context, {
					...about,
					version,
					breakFreeze,
					...when(asked ?? (await askedByRun(context, options))),
				})
			: await rollback(context, { ...about, to, ...when(asked) });
	teller?.settle();
	return plain(outcome, `${command} ${model} ${outcome.document.move.version} in ${environment}`);
}

function when(asked: Date | null | undefined): { readonly asked?: Date } {
	return asked == null ? {} : { asked };
}

/** Writes down somebody's yes, where it counts. */
export async function approved(context: FlowContext, options: AutoOptions, { by, asked }: Asked): Promise<AutoOutcome> {
	const gitHub = neededGitHub(options, "an approval");
	const site = await openSite(context, { remote: null, plan: true, by: null });
	const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
	const { approve } = await import("./approvals/approve.ts");
	const { version } = options.arguments;
	const who = { by, at: asked ?? null, mayApprove: approversAt(context, { gitHub, teams: options.teams }) };
	const outcome = await approve(context, { model, environment, version, ...who, remote: options.remote });
	const { document } = outcome;
	const state = document.outcome === "refused" ? "is not approved" : "is approved";
	return plain(outcome, `${model} ${document.version} ${state} for ${environment}`);
}

/** Stops automation in an environment, or lets it go on. */
export async function held(
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
