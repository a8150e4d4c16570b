import type { FlowContext } from "../context.ts";
import { openSite } from "../release/open-site.ts";
import { approversAt } from "./approvals/may-approve.ts";
import { environmentOf, modelOf } from "./given.ts";
import { type AutoOptions, type AutoOutcome, neededGitHub, plain } from "./options.ts";
import { tellerFor } from "./push.ts";

interface Asked {
	readonly by: string;
	/** Absent: just now. */
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
	const rights = options.gitHub === null ? {} : { mayApprove: approversAt(context, options.gitHub) };
	const about = { model, environment, force, reason, remote: options.remote, plan: false, by, ...announce, ...rights };
	const { promote } = await import("../promote.ts");
	const { rollback } = await import("../rollback.ts");
	const { knowTree } = await import("../release/know.ts");
	const outcome =
		command === "promote"
			? await promote(context, { ...about, version, breakFreeze })
			: await rollback(context, { ...about, to, know: knowTree, ...(asked === undefined ? {} : { asked }) });
	teller?.settle();
	return plain(outcome, `${command} ${model} ${outcome.document.move.version} in ${environment}`);
}

/** Writes down somebody's yes, where it counts. */
export async function approved(context: FlowContext, options: AutoOptions, { by, asked }: Asked): Promise<AutoOutcome> {
	const gitHub = neededGitHub(options, "an approval");
	const site = await openSite(context, { remote: null, plan: true, by: null });
	const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
	const { approve } = await import("./approvals/approve.ts");
	const { version } = options.arguments;
	const who = { by, at: asked ?? null, mayApprove: approversAt(context, gitHub) };
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
