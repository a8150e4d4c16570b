import { Failure } from "../../../src/kernel/index.ts";
import { loadConfig, loadProject, readParamValues, type Stage, workspaceTree } from "../../../src/manifest/index.ts";
import { type Answer, type Typed, typed } from "./real-dvc.ts";

type Plain = Record<string, unknown>;

/** What Mainline reads, in the words of `reader.py`. */
export async function readOurs(root: string): Promise<Answer<Plain>> {
	try {
		const config = await loadConfig({ root, home: root, systemDir: `${root}/no`, globalDir: `${root}/no` });
		const tree = workspaceTree(root);
		const { stages, topLevel, artifacts } = await loadProject(tree, { config, root });
		return {
			ok: {
				stages: await Promise.all(stages.map((stage) => stageOf(stage, tree))),
				metrics: topLevel.metrics,
				params: topLevel.params,
				plots: topLevel.plots.map(({ id, file, definition }) => [file, id, typed(definition)]),
				artifacts: artifacts.map(({ name, path, type, desc, labels }) => [name, path, type, desc, labels]),
			},
		};
	} catch (error) {
		if (error instanceof Failure) {
			const { at } = error.details;
			return { error: error.code, message: `${at?.file}:${at?.line}:${at?.column} ${error.message}` };
		}
		throw error;
	}
}

async function stageOf(stage: Stage, tree: ReturnType<typeof workspaceTree>): Promise<Plain> {
	const { lock } = stage;
	const recordedOf = (group: "deps" | "outs", path: string): Plain => {
		const found = lock?.[group].find((each) => each.path === path);
		return {
			oid: found?.oid ?? null,
			...(found?.oid ? { hash: found.hash } : {}),
			size: found?.size === undefined ? null : Number(found.size),
			nfiles: found?.nfiles === undefined ? null : Number(found.nfiles),
			isexec: found?.isexec === true,
		};
	};
	return {
		address: stage.address,
		wdir: stage.wdir,
		cmd: typed(stage.cmd),
		frozen: stage.frozen,
		always: stage.alwaysChanged,
		desc: stage.desc,
		meta: typed(stage.meta),
		name: stage.name,
		changed: stage.name !== null && lock !== null && JSON.stringify(lock.cmd) !== JSON.stringify(stage.cmd),
		deps: stage.deps.map(({ path, at }) => ({ path, at, ...recordedOf("deps", path) })),
		params: await Promise.all(
			stage.params.map(async (dep) => {
				const saved = lock?.params.get(dep.path);
				const kept = [...(saved ?? [])].filter(([key]) => dep.keys.length === 0 || dep.keys.includes(String(key)));
				let values: Typed;
				try {
					values = typed((await readParamValues(tree, dep)) ?? new Map());
				} catch (error) {
					if (!(error instanceof Failure)) throw error;
					values = ["error", error.message];
				}
				return {
					path: dep.path,
					keys: dep.keys,
					recorded: saved === undefined ? null : typed(new Map(kept)),
					values,
				};
			}),
		),
		outs: stage.outs.map(({ path, at, kind, cache, persist, push, remote, flags }) => ({
			path,
			at,
			kind,
			cache,
			persist,
			push,
			remote,
			flags: typed(flags),
			...recordedOf("outs", path),
		})),
	};
}
