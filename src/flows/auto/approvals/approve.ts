import { isSameName } from "../../../config/index.ts";
import { approvalsOf, digestOf, environmentOf, recordedApprovals } from "../../../environments/index.ts";
import type { Outcome } from "../../../kernel/index.ts";
import { approvalTag } from "../../../release/index.ts";
import type { ApproveDocument } from "../../../report/index.ts";
import type { FlowContext } from "../../context.ts";
import { named, usualVersion } from "../../promote.ts";
import { openSite, type SiteOptions } from "../../release/open-site.ts";
import { publishStanding } from "../../release/publish.ts";
import { configuredEnvironment, knownModel } from "../../release/resolve.ts";
import { type MayApprove, stateOf } from "../../release/site.ts";

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
		document: {
			schema: "mainline.approve/1",
			...about,
			outcome: "refused",
			reason,
			note: "",
			approvals: [],
			tag: null,
		},
	});
	if (policy === null || digest === null) return refused(`${environment.name} waits for nobody's approval`);
	const before = environmentOf(state, environment.config?.after ?? "")?.since ?? null;
	if (options.version === null && options.at !== null && before !== null && before > options.at) {
		return refused(`${version.version} came there after you wrote: name the version that you mean`);
	}
	const from = environment.assignment?.commit ?? null;
	const counts = await mayApprove({ policy, by, from, to: version.commit });
	if (counts.refusal !== null) return refused(counts.refusal);
	const yes = { environment: environment.name, version: version.version, by };
	const summary = `Approve ${model} ${version.version} for ${environment.name}`;
	const trailers = { digest, by, ...(counts.team === null ? {} : { team: counts.team }) };
	const entry = { model, commit: version.commit, summary, trailers };
	const written = await site.ledger.approve(entry, yes);
	// he said so before; what was written with `--local` is sent
	if (written.kind === "lost") await publishStanding(site, model);
	const his = recordedApprovals(stateOf(site, model), environment, version).find((each) => isSameName(each.by, by));
	const name = approvalTag({ artifact: model, ...yes });
	if (his === undefined) {
		return refused(`the tag ${name} is about another image: delete it, here and at the remote, and approve again`);
	}
	// by which team he counts may be other than what the tag of an earlier yes says
	const told = approvalsOf(stateOf(site, model), environment, version);
	const others = told.filter((each) => !isSameName(each.by, by));
	const approvals = [...others, his].map((approval) => ({ by: approval.by, at: approval.at.toISOString() }));
	return {
		answer: "yes",
		document: {
			schema: "mainline.approve/1",
			...about,
			outcome: written.kind === "lost" ? "kept" : "approved",
			reason: "",
			note: counts.team === null || others.length < told.length ? "" : untold(name, counts.team),
			approvals,
			tag: written.kind === "lost" ? null : written.tag,
		},
	};
}

/** A tag is never written anew: the older yes says nothing of the team by which its owner counts now. */
function untold(tag: string, team: string): string {
	return `the tag ${tag} is older and does not name ${team}: a promotion that can ask counts it, \`status\`, the dashboard and a command line do not. For these too, delete the tag, here and at the remote, and approve again`;
}
