import { decideDeclaration, environmentOf, type Move, reinstates } from "../../environments/index.ts";
import { infrastructure } from "../../kernel/index.ts";
import type { VersionState } from "../../release/index.ts";
import { type Act, type Done, moveOf, waiting } from "./act.ts";
import { carryOut, keepUp, lookAfter } from "./carry-out.ts";
import { approvedTrailer, decideNow } from "./decide.ts";
import type { Move as MoveMade } from "./documents.ts";
import { publishStanding } from "./publish.ts";
import { type Site, stateOf } from "./site.ts";

/** What the main line's commit declares for one model. */
export interface Declared {
	readonly model: string;
	readonly version: VersionState;
	/** The commit on the main line. */
	readonly commit: string;
	/** How a person recognises it: `a1b2c3d "Revert …"`. */
	readonly label: string;
	/** Whether the main line declared other content since the version was rejected, at a commit of it; asked only where it matters. */
	readonly anew: (rejectedAt: string | null) => Promise<boolean | null>;
	/** The newer commit of the main line where this one is behind it; absent: it is not. */
	readonly overtaken?: () => Promise<string | null>;
	/** False: what failed in an environment is not tried again there. */
	readonly retries?: boolean;
}

/** How often an environment is decided anew because somebody else was faster. */
const TRIES = 3;

/**
 * Brings every environment to what the main line declares, one after the other; each act changes the tags, so the rest
 * is decided anew. A failure in one does not keep the others from theirs.
 */
export async function declare(site: Site, declared: Declared): Promise<MoveMade[]> {
	const outcomes = new Map<string, MoveMade>();
	const lost = new Map<string, number>();
	const newer = (await declared.overtaken?.()) ?? null;
	for (;;) {
		const move = newer === null ? await nextMove(site, declared, outcomes) : stays(site, declared, newer, outcomes);
		if (move === null) break;
		const { name } = move.environment;
		const done = await make(site, declared, move);
		if (done !== "lost") outcomes.set(name, done);
		else if ((lost.get(name) ?? 0) + 1 >= TRIES) throw raced(name);
		else lost.set(name, (lost.get(name) ?? 0) + 1);
	}
	await publishStanding(site, declared.model);
	return [...site.config.environments.keys()].flatMap((name) => outcomes.get(name) ?? []);
}

/** The first environment that was not dealt with yet: acts before those that only wait, which an act may set free. */
async function nextMove(site: Site, declared: Declared, done: ReadonlyMap<string, unknown>): Promise<Move | null> {
	const state = stateOf(site, declared.model);
	const { version, retries = true } = declared;
	const rejection = state.rejections.get(version.version);
	const anew = rejection?.from === "person" ? await declared.anew(rejection.main) : null;
	const moves = decideDeclaration({ state, version, now: site.context.clock.now(), anew, retries });
	const open = moves.filter((move) => !done.has(move.environment.name));
	return open.find((move) => move.kind !== "wait") ?? open[0] ?? null;
}

/** What came to be old while it was made moves nothing: going back is what the main line says, not what came late. */
function stays(
	site: Site,
	{ model, commit }: Declared,
	newer: string,
	done: ReadonlyMap<string, unknown>,
): Move | null {
	const open = stateOf(site, model).environments.filter(({ name, config }) => config !== null && !done.has(name));
	const reason = `the main line has gone on from ${commit.slice(0, 7)} to ${newer.slice(0, 7)}, whose own release decides`;
	return open.map((environment): Move => ({ kind: "keep", environment, reason }))[0] ?? null;
}

async function make(site: Site, declared: Declared, move: Move): Promise<Done> {
	const { model, version } = declared;
	const { environment } = move;
	const about = { model, environment, version, declared: declared.commit, predicates: [] };
	switch (move.kind) {
		case "keep":
			return keep(site, declared, move.environment.name, move.reason);
		case "revert":
			return carryOut(site, revertAct(about, declared, move));
		case "wait":
		case "advance":
			return advance(site, declared, move);
	}
}

type Forward = Extract<Move, { kind: "wait" | "advance" }>;

/** Decided once more by what can only be asked: health where a soak is demanded, the rights of those who approved. */
async function advance(site: Site, declared: Declared, move: Forward): Promise<Done> {
	const { model, version, retries = true } = declared;
	const { environment, lifts } = move;
	const about = { model, environment, version, declared: declared.commit };
	const { decision, approvals } =
		move.decision === null || site.plan
			? { decision: move.decision, approvals: [] }
			: await decideNow(site, {
					model,
					environment: environment.name,
					version,
					asked: "automatic",
					reinstates: reinstates(environment, lifts),
					retries,
				});
	if (decision !== null && !decision.allow) {
		return (await lookAfter(site, model, environment)) ?? waiting(about, decision);
	}
	const why = lifts === null ? {} : { lifts, reason: `reinstated by ${declared.label}` };
	return carryOut(site, {
		...about,
		action: "deploy",
		trailers: { ...why, ...approvedTrailer(approvals) },
		predicates: decision?.predicates ?? [],
		reason: advanceReason(declared, { environment, decision, lifts }),
	});
}

type About = Pick<Act, "model" | "environment" | "version" | "declared" | "predicates">;

function revertAct(about: About, declared: Declared, move: Move & { kind: "revert" }): Act {
	const reason = `${move.rejects} was reverted by ${declared.label}`;
	return {
		...about,
		action: "revert",
		trailers: { hold: reason, rejects: move.rejects, ...(move.lifts === null ? {} : { lifts: move.lifts }) },
		reason,
	};
}

/** An environment that is kept although it holds another version (a rejection by hand) is looked after all the same. */
async function keep(site: Site, declared: Declared, name: string, reason: string): Promise<Done> {
	const state = stateOf(site, declared.model);
	const environment = environmentOf(state, name);
	const version = state.history.versions.find((known) => known.version === environment?.version);
	if (environment === null) throw new Error(`${name} was decided and is gone`);
	if (version === undefined) {
		const act = {
			action: "repair" as const,
			environment,
			version: declared.version,
			trailers: {},
			predicates: [],
			reason,
		};
		return { ...moveOf(act, "refused"), action: "wait" };
	}
	return keepUp(site, { model: declared.model, environment, version, reason, predicates: [] });
}

function advanceReason(
	declared: Declared,
	{ environment, decision, lifts }: Pick<Move & { kind: "advance" }, "environment" | "decision" | "lifts">,
): string {
	if (lifts !== null) return `${lifts} is reinstated by ${declared.label}`;
	const told = (decision?.predicates ?? []).filter(
		({ name }) => name === "after" || name === "soak" || name === "approval",
	);
	return told.map(({ reason }) => reason).join(", ") || `${environment.name} follows the main line`;
}

function raced(name: string): Error {
	return infrastructure(
		"environment-contended",
		`${name} was changed by somebody else ${TRIES} times while we worked`,
		{
			hint: "let one release at a time work on an environment (a concurrency group), and run again",
		},
	);
}
