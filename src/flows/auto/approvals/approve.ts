import { approvalsOf, digestOf, environmentOf } from "../../../environments/index.ts";
import type { Outcome } from "../../../kernel/index.ts";
import type { ApproveDocument } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import { named, usualVersion } from "../../promote.ts";
import { openSite, type SiteOptions } from "../../release/open-site.ts";
import { configuredEnvironment, knownModel } from "../../release/resolve.ts";
import type { MayApprove } from "../../release/site.ts";

export interface ApproveOptions extends Pick<SiteOptions, "remote"> {
	readonly model: string;
	readonly environment: string;
	/** Default: what a promotion would bring there now. */
	readonly version: string | null;
	readonly by: string;
	/** When he said so; null where he was asked just now. What an environment got later he has not seen. */
	readonly at: Date | null;
	readonly mayApprove: MayApprove;
}

/** Writes down that somebody says yes to a version's coming into an environment. Answer "no" where his yes does not count. */
export async function approve(context: FlowContext, options: ApproveOptions): Promise<Outcome<ApproveDocument>> {
	const { model, by, mayApprove } = options;
	const site = await openSite(context, { remote: options.remote, plan: false, by });
	const state = knownModel(site, model);
	const environment = configuredEnvironment(site, state, options.environment);
	const version =
		options.version === null ? usualVersion(site, state, environment.name) : named(state, options.version);
	const policy = environment.config?.approve ?? null;
	const digest = digestOf(version);
	const about = { model, environment: environment.name, version: version.version, digest, needed: policy?.count ?? 0 };
	const refused = (reason: string): Outcome<ApproveDocument> => ({
		answer: "no",
		document: { schema: "mainline.approve/1", ...about, outcome: "refused", reason, approvals: [], tag: null },
	});
	if (policy === null || digest === null) return refused(`${environment.name} waits for nobody's approval`);
	const before = environmentOf(state, environment.config?.after ?? "")?.since ?? null;
	if (options.version === null && options.at !== null && before !== null && before > options.at) {
		return refused(`${version.version} came there after you wrote: name the version that you mean`);
	}
	const from = environment.assignment?.commit ?? null;
	const refusal = await mayApprove({ policy, by, from, to: version.commit });
	if (refusal !== null) return refused(refusal);
	const written = await site.ledger.approve(
		{
			model,
			commit: version.commit,
			summary: `Approve ${model} ${version.version} for ${environment.name}`,
			trailers: { digest, by },
		},
		{ environment: environment.name, version: version.version, by },
	);
	const now = site.ledger.state(model, site.config.environments);
	const approvals = approvalsOf(now, environment, version).map(({ by, at }) => ({ by, at: at.toISOString() }));
	return {
		answer: "yes",
		document: {
			schema: "mainline.approve/1",
			...about,
			outcome: written.kind === "lost" ? "kept" : "approved",
			reason: "",
			approvals,
			tag: written.kind === "lost" ? null : written.tag,
		},
	};
}
