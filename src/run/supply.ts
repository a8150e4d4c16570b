import type { Stage } from "../manifest/index.ts";
import { type Graph, inputsNow, type PlannedStage, recordOfOutput, reusable } from "../plan/index.ts";
import type { Supply, Workshop } from "./model.ts";
import { place } from "./outputs.ts";

interface Need {
	readonly graph: Graph;
	readonly shop: Workshop;
	readonly supply: Supply;
	readonly judge: () => Promise<PlannedStage>;
}

/** `--pull`: before a stage runs, or turns out to be impossible, the remote is asked for what is missing. */
export async function pulled(planned: PlannedStage, need: Need): Promise<PlannedStage> {
	const { stage, action } = planned;
	if (action === "blocked") {
		await bringDependencies(stage, need);
		await bringOutputs(stage, need.supply);
		return pulledOnce(await need.judge(), need);
	}
	return pulledOnce(planned, need);
}

async function pulledOnce(planned: PlannedStage, need: Need): Promise<PlannedStage> {
	const { stage, action, why } = planned;
	if (action !== "run" || stage.cmd === null) return planned;
	if (
		why.length > 0 &&
		why.every(({ kind, change }) => kind === "missing" || (kind === "output" && change === "deleted"))
	) {
		return withOutputs(planned, need);
	}
	if (!reusable(stage)) return planned;
	const inputs = await inputsNow(stage, need.shop.observer);
	if (inputs === null) return planned;
	const key = need.shop.runCache.key(inputs);
	await need.supply.runs([key]);
	const [newest] = await need.shop.runCache.find(key);
	if (newest === undefined) return planned;
	await need.supply.objects(newest.outs.flatMap(({ oid, hash }) => (oid === null ? [] : [{ oid, hash }])));
	return need.judge();
}

/** Only data is absent: with it the stage is up to date, whatever else DVC asks of a restored one. */
async function withOutputs(planned: PlannedStage, { supply, shop }: Need): Promise<PlannedStage> {
	const { stage } = planned;
	await bringOutputs(stage, supply);
	for (const out of stage.outs) {
		const record = recordOfOutput(stage, out);
		if (record?.oid == null) return planned;
		const inGit = !out.cache && out.at !== null ? await shop.observer.content(out.at, record.hash) : null;
		if (inGit?.oid !== record.oid && !(await shop.observer.stored(record.oid, record.hash))) return planned;
	}
	return { ...planned, action: "restore", result: stage.lock, source: "lock" };
}

async function bringOutputs(stage: Stage, supply: Supply): Promise<void> {
	const records = stage.outs.map((out) => recordOfOutput(stage, out));
	await supply.objects(
		records.flatMap((record) => (record?.oid == null ? [] : [{ oid: record.oid, hash: record.hash }])),
	);
}

/** Places what a stage is about to read, where it is absent and known. */
export async function placeDependencies(stage: Stage, { graph, shop }: Pick<Need, "graph" | "shop">): Promise<void> {
	await bringDependencies(stage, { graph, shop, supply: shop.supply });
}

/** Places the recorded data of the stages before, where it is absent. */
async function bringDependencies(
	stage: Stage,
	{ graph, supply, shop }: Pick<Need, "graph" | "shop"> & { readonly supply: Supply | null },
): Promise<void> {
	for (const before of graph.upstream(stage)) {
		if (supply !== null) await bringOutputs(before, supply);
		for (const out of before.outs) {
			const record = recordOfOutput(before, out);
			if (out.at === null || record?.oid == null || !out.cache) continue;
			const absent = (await shop.observer.content(out.at, record.hash)) === null;
			if (absent && (await shop.observer.stored(record.oid, record.hash))) {
				await place(out.at, { ...record, oid: record.oid }, shop);
			}
		}
	}
}
