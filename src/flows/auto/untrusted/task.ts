import { Failure, fnmatch } from "../../../kernel/index.ts";
import { resolveTargets } from "../../../manifest/index.ts";
import type { Review } from "../../report/review.ts";
import { nameFromRoot, nameWithin } from "../stage-names.ts";

/** What a job runs of one project: these stages and what they need (empty: all that is stale), or nothing, and why. */
export type Task =
	| { readonly kind: "stages"; readonly stages: readonly string[] }
	| { readonly kind: "nothing"; readonly said: string };

interface Wishes {
	/** Stages that somebody asked this attempt for, by address; none: all that is stale. */
	readonly asked: readonly string[];
	/** The job's part of the work where several jobs share it, by names and patterns; none: all of it. */
	readonly share: readonly string[];
}

interface Here {
	/** The project's folder from the git root. */
	readonly path: string;
	readonly review: Review;
}

/** A share and an asking make the work smaller, and nothing else. */
export function taskOf({ asked, share }: Wishes, here: Here): Task {
	const wanted = asked.length === 0 ? null : askedHere(asked, here);
	if (wanted?.length === 0) return { kind: "nothing", said: "other stages were asked for" };
	if (share.length === 0) return { kind: "stages", stages: wanted ?? [] };
	const own = shareHere(share, here);
	const open = openAddresses(here.review);
	const stale = [...own].filter((address) => open.has(address));
	if (wanted === null) {
		const said = `nothing is stale of this job's share: ${share.join(" ")}`;
		return stale.length === 0 ? { kind: "nothing", said } : { kind: "stages", stages: stale };
	}
	const meant = addressesOf(wanted, here);
	const both = stale.filter((address) => meant.has(address));
	const said = `this job's share, ${share.join(" ")}, has nothing of what was asked for: ${asked.join(" ")}`;
	return both.length === 0 ? { kind: "nothing", said } : { kind: "stages", stages: both };
}

/** What was asked for of one project, by its own addresses. */
function askedHere(asked: readonly string[], { path, review }: Here): readonly string[] {
	const known = new Set(review.plan.stages.flatMap(({ stage }) => [stage.address, stage.name ?? stage.address]));
	return asked.map((name) => nameWithin(path, name)).filter((own) => path === "." || known.has(own));
}

/** As `mainline run --glob` takes them, or as they are called from the git root. */
function shareHere(share: readonly string[], here: Here): ReadonlySet<string> {
	const { path, review } = here;
	const within = addressesOf(
		share.map((name) => nameWithin(path, name)),
		here,
	);
	const fromRoot = review.plan.stages.flatMap(({ stage: { address } }) =>
		share.some((pattern) => fnmatch(nameFromRoot(path, address), pattern)) ? [address] : [],
	);
	return new Set([...within, ...fromRoot]);
}

function addressesOf(names: readonly string[], { review }: Here): ReadonlySet<string> {
	return new Set(names.flatMap((name) => stagesCalled(name, review)));
}

/** A name that nothing here has is another project's, or was one before this change. */
function stagesCalled(name: string, { project }: Review): readonly string[] {
	try {
		return resolveTargets(project, [name], { here: ".", glob: true }).map(({ address }) => address);
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "unknown-target") return [];
		throw failure;
	}
}

function openAddresses({ plan }: Review): ReadonlySet<string> {
	return new Set(
		plan.stages.flatMap(({ action, stage }) => (action === "run" || action === "maybe" ? [stage.address] : [])),
	);
}
