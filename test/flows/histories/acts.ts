import fc from "fast-check";
import { expect } from "vitest";
import { Failure } from "../../../src/kernel/index.ts";
import type { Model } from "./model.ts";
import { Killed, type Moment } from "./tag-keeper.ts";
import { PLACES, type World } from "./world.ts";

/** One thing that somebody does, for the model and for the program. */
export type Act =
	| { readonly does: "merges"; readonly content: number | "new" | "same" }
	| { readonly does: "releases" }
	| {
			readonly does: "promotes";
			readonly environment: string;
			readonly version: number | null;
			readonly force: boolean;
	  }
	| { readonly does: "rolls back"; readonly environment: string; readonly to: number | null }
	| { readonly does: "holds"; readonly environment: string; readonly holds: boolean }
	| { readonly does: "waits"; readonly minutes: number }
	| { readonly does: "breaks"; readonly environment: string; readonly broken: boolean };

const environment = fc.constantFrom<string[]>(...PLACES.map(({ name }) => name));
/** Reduced to what there is when its turn comes. */
const version = fc.noBias(fc.nat(7));

/** None is named, two times out of three: the one that it usually is. */
const usually = fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, version);

/** Something that a run does, which may be killed. */
export const run: fc.Arbitrary<Act> = fc.oneof(
	{ weight: 2, arbitrary: fc.constant<Act>({ does: "releases" }) },
	{
		weight: 3,
		arbitrary: fc.record({
			does: fc.constant("promotes" as const),
			environment,
			version: usually,
			force: fc.boolean(),
		}),
	},
	{ weight: 3, arbitrary: fc.record({ does: fc.constant("rolls back" as const), environment, to: usually }) },
	{ weight: 1, arbitrary: fc.record({ does: fc.constant("holds" as const), environment, holds: fc.boolean() }) },
);

/** A merge to the main line: new content, an earlier one (a revert, however it came about), or the same with other words. */
const merge: fc.Arbitrary<Act> = fc.record({
	does: fc.constant("merges" as const),
	content: fc.oneof(
		{ weight: 3, arbitrary: fc.constant("new" as const) },
		{ weight: 3, arbitrary: version },
		fc.constant("same" as const),
	),
});
const release = fc.constant<Act>({ does: "releases" });
const wait: fc.Arbitrary<Act> = fc.record({
	does: fc.constant("waits" as const),
	// no sum of them is what is asked for as soak, nor within the five minutes that clocks are apart
	minutes: fc.constantFrom(25, 45, 95, 95),
});
const inTurn = (...acts: fc.Arbitrary<Act>[]): fc.Arbitrary<Act[]> => fc.tuple(...acts);
const trouble = fc
	.tuple(environment, run)
	.map(([name, act]): Act[] => [
		{ does: "breaks", environment: name, broken: true },
		act,
		{ does: "breaks", environment: name, broken: false },
	]);

/** A history as it may happen: most merges are released at once, some only by the next run; time passes, and the schedule comes. */
export const history: fc.Arbitrary<Act[]> = fc
	.array(
		fc.oneof(
			{ weight: 5, arbitrary: inTurn(merge, release) },
			{ weight: 1, arbitrary: inTurn(merge) },
			{ weight: 6, arbitrary: inTurn(run) },
			{ weight: 3, arbitrary: inTurn(wait, release) },
			{ weight: 1, arbitrary: trouble },
		),
		{ minLength: 6, maxLength: 20, size: "max" },
	)
	.map((parts) => parts.flat());

/** What nobody has done anything about yet: time that passed, what was merged since. */
export const unanswered: fc.Arbitrary<Act[]> = fc.tuple(wait, merge);

export function foretell(model: Model, act: Act): void {
	switch (act.does) {
		case "merges":
			model.main.push(contentOf(model, act.content));
			return;
		case "releases":
			model.release();
			return;
		case "promotes":
			model.promote(act.environment, versionIn(model, act.version), act.force);
			return;
		case "rolls back":
			model.rollback(act.environment, versionIn(model, act.to));
			return;
		case "holds":
			model.hold(act.environment, act.holds);
			return;
		case "waits":
			model.now += act.minutes;
			return;
		case "breaks":
			model.place(act.environment).broken = act.broken;
	}
}

/** Whoever names no version means the one that he saw there to be meant, whatever comes between. */
export function asSeen(model: Model, act: Act): Act {
	const isOpen = (act.does === "rolls back" && act.to === null) || (act.does === "promotes" && act.version === null);
	if (!isOpen) return act;
	const alone = model.copy();
	foretell(alone, act);
	const { version } = alone.place(act.environment);
	if (version === null) return act;
	const seen = model.released.indexOf(version);
	return act.does === "promotes" ? { ...act, version: seen } : { ...act, to: seen };
}

/** With the version by the place that it keeps, however many are released meanwhile. */
export function byNumber({ released }: Model, act: Act): Act {
	const place = (version: number | null): number | null =>
		version === null || released.length === 0 ? null : version % released.length;
	if (act.does === "promotes") return { ...act, version: place(act.version) };
	return act.does === "rolls back" ? { ...act, to: place(act.to) } : act;
}

/** What may come of two at once: one after the other, or, as a release looks at one environment after another, in the midst of it. */
export function outcomes(before: Model, [first, second]: readonly [Act, Act]): Model[] {
	const after = (...tells: ((model: Model) => void)[]): Model => {
		const model = before.copy();
		for (const tell of tells) tell(model);
		return model;
	};
	const pairs = [
		[first, second],
		[second, first],
	] as const;
	return pairs.flatMap(([one, other]) =>
		[other, asSeen(before, other)].flatMap((then) => [
			after(
				(model) => foretell(model, one),
				(model) => foretell(model, then),
			),
			...(one.does === "releases" && then.does !== "releases"
				? Array.from({ length: 2 * before.places.length }, (_, at) =>
						after((model) => model.release((looked) => looked === at && foretell(model, then))),
					)
				: []),
		]),
	);
}

/** Does it with the program; asked before the model knows what comes of it. */
export async function perform(world: World, model: Model, act: Act, clone = world.remote.clone()): Promise<void> {
	switch (act.does) {
		case "releases":
			return world.release(model, clone);
		case "promotes":
			return world.promote(model, { ...act, version: versionIn(model, act.version) }, clone);
		case "rolls back":
			return world.rollback(model, { ...act, to: versionIn(model, act.to) }, clone);
		case "holds":
			return world.hold(model, act, clone);
		case "breaks":
			return world.breaks(act.environment, act.broken);
		case "merges":
		case "waits":
			return;
	}
}

export const MOMENTS: readonly Moment[] = [
	"before the tag",
	"before the push",
	"before it arrives",
	"after the push",
	"before the answer",
];

/** Killed at a moment, if it comes so far, and then the same command again: on the same machine, or on another. */
export async function performKilled(
	world: World,
	model: Model,
	act: Act,
	{ at, elsewhere }: { readonly at: Moment; readonly elsewhere: boolean },
): Promise<void> {
	const clone = world.remote.clone();
	clone.killAt = at;
	try {
		await perform(world, model, act, clone);
	} catch (cause) {
		if (!(cause instanceof Killed)) throw cause;
		clone.revive();
		await perform(world, model, act, elsewhere ? world.remote.clone() : clone);
	}
}

/** Killed at a moment, then somebody else on another machine, and only then the same command again, where it was killed. */
export async function performKilledBeside(
	world: World,
	model: Model,
	[act, other]: readonly [Act, Act],
	at: Moment,
): Promise<void> {
	const clone = world.remote.clone();
	clone.killAt = at;
	try {
		await perform(world, model, act, clone);
	} catch (cause) {
		if (!(cause instanceof Killed)) throw cause;
	}
	clone.revive();
	await perform(world, model, other);
	await perform(world, model, act, clone);
}

/** What may come of that: the first time counts as far as it came, which for a release may be any number of environments. */
export function outcomesOfKilled(before: Model, [act, other]: readonly [Act, Act]): Model[] {
	const looks = act.does === "releases" ? 2 * before.places.length : 0;
	const firsts: ((model: Model) => void)[] = [
		() => {},
		(model) => foretell(model, act),
		...Array.from({ length: looks }, (_, at) => (model: Model) => releaseUntil(model, at)),
	];
	return firsts.map((first) => {
		const model = before.copy();
		first(model);
		foretell(model, other);
		foretell(model, act);
		return model;
	});
}

function releaseUntil(model: Model, end: number): void {
	const killed = new Error("killed");
	try {
		model.release((looked) => {
			if (looked === end) throw killed;
		});
	} catch (cause) {
		if (cause !== killed) throw cause;
	}
}

/** Two at once, on two machines; who was told that others were faster does it again, as he was told. */
export async function performBoth(
	world: World,
	model: Model,
	[first, second]: readonly [Act, Act],
	turns: () => number,
): Promise<void> {
	await Promise.all([first, second].map((act) => inTurns(world, model, act, turns)));
}

async function inTurns(world: World, model: Model, act: Act, turns: () => number): Promise<void> {
	const clone = world.remote.clone();
	clone.meanwhile = async () => {
		for (let left = turns(); left > 0; left--) await new Promise((resolve) => setTimeout(resolve));
	};
	try {
		await perform(world, model, act, clone);
	} catch (cause) {
		if (!(cause instanceof Failure) || cause.code !== "environment-contended") throw cause;
		await inTurns(world, model, act, turns);
	}
}

/** What the tags say and what runs is what the model says. */
export async function agree(world: World, model: Model): Promise<void> {
	await agreeInWriting(world, model);
	const state = await world.state(model);
	// where nothing is assigned, one that lost to a faster one may have left what it brought: nothing can be put back
	const assigned = state.environments.filter(({ version }) => version !== null);
	for (const { name, version } of assigned) expect(world.runs(name), name).toBe(version);
}

/** What the tags say is what the model says. */
export async function agreeInWriting(world: World, model: Model): Promise<void> {
	const expected = model.places.map(({ name, version, hold }) => ({ name, version, hold }));
	expect(await world.read(model)).toEqual(expected);
	const rejected = new Map([...model.rejected].map(([version, { from }]) => [version, from]));
	expect(await world.rejected(model)).toEqual(rejected);
}

function contentOf(model: Model, content: number | "new" | "same"): number {
	if (content === "new" || model.main.length === 0) {
		model.contents += 1;
		return model.contents;
	}
	if (content === "same") return model.main.at(-1) ?? 1;
	return model.main[content % model.main.length] ?? 1;
}

function versionIn({ released }: Model, version: number | null): number | null {
	return version === null || released.length === 0 ? null : (released[version % released.length] ?? null);
}
