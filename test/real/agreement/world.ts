import { posix } from "node:path";
import type { Edit, Frame, OutSpec, Scenario, StageSpec } from "./model.ts";
import { LEAVES, PARAM_FILES, type Picks, paramsText } from "./parameters.ts";

/** A stage as it stands now; its number stays, whatever becomes of it. */
export interface Stage extends StageSpec {
	readonly id: number;
	readonly renamed: number;
	readonly turned: number;
}

export interface World {
	readonly frame: Frame;
	readonly stages: readonly Stage[];
	readonly params: ReadonlyMap<string, { readonly picks: Picks; readonly other: number }>;
	readonly vars: number;
	readonly turned: number;
	readonly born: number;
}

export function firstWorld({ stages, frame }: Scenario): World {
	const picks = { a: 0, c: 1, item: 3, y: 5, t: 2 };
	return {
		frame,
		stages: stages.map((stage, id) => ({ ...stage, id, renamed: 0, turned: 0 })),
		params: new Map(PARAM_FILES.map((file) => [file, { picks, other: 0 }])),
		vars: 0,
		turned: 0,
		born: stages.length,
	};
}

/** `items[pick]`, whatever the pick; undefined of nothing. */
export function chosen<T>(items: readonly T[], pick: number): T | undefined {
	return items[pick % Math.max(items.length, 1)];
}

export function sourcesOf({ odd }: Frame): readonly string[] {
	return ["src/a.txt", "src/b.txt", "raw.txt", odd ? "it's ☃.txt" : "plain.txt", "src/deep/c.txt", "m.json"];
}

export function homesOf({ odd }: Frame): readonly string[] {
	return [".", "sub", odd ? "zwei ü/in" : "deep/in"];
}

export function homeOf(world: World, { home }: Stage): string {
	return chosen(homesOf(world.frame), home) ?? ".";
}

/** The stage's working directory as written, and as it is from the root. */
export function wdirOf(world: World, stage: Stage): { readonly written: string | null; readonly path: string } {
	const home = homeOf(world, stage);
	const written =
		[null, "wd", home === "." ? "./wd" : "..", world.frame.vars ? "${v.dir}" : "wd/"][stage.wdir % 4] ?? null;
	return {
		written,
		path: written === null ? home : posix.join(home, written.replace("${v.dir}", "wd")).replace(/\/$/, ""),
	};
}

export function nameOf({ frame }: World, { id, renamed }: Stage): string {
	const name = frame.odd && id % 3 === 1 ? `größe-${id}` : `s${id}`;
	return renamed === 0 ? name : `${name}_${renamed}`;
}

/** What `${item…}` becomes, one by one; null for a plain stage. */
export function itemsOf(
	world: World,
	{ generated }: Stage,
): readonly { readonly name: string; readonly text: string }[] | null {
	if (generated === 0) return null;
	const scalars = (names: string[]) => names.map((name) => ({ name, text: name }));
	if (generated === 1) return scalars(["en", "de"]);
	if (generated === 2)
		return [
			{ name: "small", text: "small" },
			{ name: "large", text: "large" },
		];
	if (generated === 3) return scalars(["x-1", "x-2", "y-1", "y-2"]);
	return scalars(world.frame.vars ? ["en", "fr"] : ["en", "de"]);
}

export function itemText({ generated }: Stage): string {
	return ["", "${item}", "${key}", "${item.l}-${item.n}", "${item}"][generated] ?? "";
}

export function outPath(
	world: World,
	stage: Stage,
	{ out, index, item }: { out: OutSpec; index: number; item: string | null },
): string {
	const folder = out.made ? "made" : homeOf(world, stage);
	const suffix = item === null ? "" : `-${item}`;
	const name = out.kind === "directory" ? "d" : out.kind === "params" ? "q" : "o";
	const end = out.kind === "directory" ? "" : out.kind === "params" ? ".yaml" : ".json";
	const blank = world.frame.odd && (stage.id + index) % 4 === 2 ? " é" : "";
	return posix.join(folder, `${name}${stage.id}${index}${blank}${suffix}${end}`);
}

/** Every output of a stage, generated ones one by one, from the root. */
export function outPaths(
	world: World,
	stage: Stage,
): { readonly path: string; readonly out: OutSpec; readonly index: number }[] {
	const items = itemsOf(world, stage) ?? [null];
	return items.flatMap((item) =>
		stage.outs.map((out, index) => ({
			path: outPath(world, stage, { out, index, item: item?.text ?? null }),
			out,
			index,
		})),
	);
}

export function addresses(world: World): string[] {
	return world.stages.flatMap((stage) => addressesOf(world, stage));
}

/** One, or those of a generated stage. */
export function addressesOf(world: World, stage: Stage): string[] {
	const home = homeOf(world, stage);
	const prefix = home === "." ? "" : `${home}/dvc.yaml:`;
	const items = itemsOf(world, stage);
	const name = nameOf(world, stage);
	return items === null ? [prefix + name] : items.map((item) => `${prefix}${name}@${item.name}`);
}

/** What an edit makes of the plan of the project; what it does to files on disk is `hands.ts`. */
export function edited(world: World, edit: Edit): World {
	const { pick, which } = edit;
	const stage = chosen(world.stages, pick);
	if (edit.do === "add-stage") {
		const id = world.born;
		return { ...world, born: id + 1, stages: [...world.stages, { ...edit.stage, id, renamed: 0, turned: 0 }] };
	}
	if (edit.do === "vars") return { ...world, vars: world.vars === which ? which + 1 : which };
	const file = PARAM_FILES[pick % PARAM_FILES.length] ?? "params.yaml";
	const leaf = LEAVES[which % LEAVES.length] ?? "a";
	switch (edit.do) {
		case "set-param":
			return withPicks(world, file, (picks) => ({ ...picks, [leaf]: Math.floor(which / 2) + pick }));
		case "unset-param":
			return withPicks(world, file, ({ [leaf]: _, ...rest }) => rest);
		case "retype-param":
			return withPicks(world, file, (picks) => ({ ...picks, [leaf]: [0, 1, 2, 4][which % 4] ?? 0 }));
		case "other-param": {
			const before = world.params.get(file) ?? { picks: {}, other: 0 };
			return { ...world, params: new Map(world.params).set(file, { ...before, other: which }) };
		}
		default:
			return stage === undefined ? world : withStage(world, stage, edit);
	}
}

function withPicks(world: World, file: string, change: (picks: Picks) => Picks): World {
	const { picks, other } = world.params.get(file) ?? { picks: {}, other: 0 };
	return { ...world, params: new Map(world.params).set(file, { picks: change(picks), other }) };
}

function withStage(world: World, stage: Stage, edit: Edit): World {
	const { which } = edit;
	const put = (next: Stage | null): World => ({
		...world,
		stages: world.stages.flatMap((each) => (each !== stage ? [each] : next === null ? [] : [next])),
	});
	const outs = (change: (out: OutSpec) => OutSpec): World =>
		put({
			...stage,
			outs: stage.outs.map((out, index) => (index === which % Math.max(stage.outs.length, 1) ? change(out) : out)),
		});
	switch (edit.do) {
		case "salt":
			return put({ ...stage, salt: which % 3 });
		case "style":
			return put({ ...stage, style: which });
		case "add-dep":
			return put({
				...stage,
				deps: [...stage.deps, { of: which % 2 === 0 ? "source" : "out", pick: which, which: edit.pick }],
			});
		case "remove-dep":
			return put({ ...stage, deps: stage.deps.slice(1) });
		case "reorder":
			return which % 2 === 0 ? { ...world, turned: world.turned + 1 } : put({ ...stage, turned: stage.turned + 1 });
		case "rename":
			return put({ ...stage, renamed: which % 3 });
		case "freeze":
			return put({ ...stage, frozen: !stage.frozen });
		case "always":
			return put({ ...stage, always: !stage.always });
		case "persist":
			return outs((out) => ({ ...out, persist: !out.persist }));
		case "cache":
			return outs((out) => ({ ...out, cache: !out.cache }));
		case "kind":
			return outs((out) => ({
				...out,
				kind: out.kind === "file" ? "metric" : out.kind === "metric" ? "plot" : "file",
			}));
		case "wdir":
			return put({ ...stage, wdir: which });
		case "remove-stage":
			return world.stages.length > 1 ? put(null) : world;
		default:
			return world;
	}
}

export function paramsFiles({ params }: World): Map<string, string> {
	return new Map([...params].map(([file, { picks, other }]) => [file, paramsText(file, picks, other)]));
}
