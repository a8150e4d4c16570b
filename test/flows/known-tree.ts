import { createHash } from "node:crypto";
import { join } from "node:path";
import type { KnownTree, KnowTree } from "../../src/flows/release/known.ts";
import { parseOid } from "../../src/kernel/index.ts";
import type { Project, Stage } from "../../src/manifest/index.ts";
import { Cache } from "../../src/store/index.ts";

const AT = { file: "dvc.yaml", line: 1, column: 1 };

export interface Knowledge {
	/** Stages that the tree's look-up does not know. */
	unknown: Map<string, readonly string[]>;
	/** Locks that the pull request did not bring. */
	locks: Map<string, Uint8Array>;
	/** The stored model is another one than was released. */
	tampered: boolean;
	/** A DVC remote; null: the project has none. */
	remote: string | null;
}

/** All is as it should be. */
export function allKnown(): Knowledge {
	return { unknown: new Map(), locks: new Map(), tampered: false, remote: null };
}

/** A tree whose one stage makes model.json out of `weights`: the model is in the cache, not in git. */
export const knowing =
	(knowledge: Knowledge): KnowTree =>
	async (site, tree): Promise<KnownTree> => {
		const { unknown, locks, tampered, remote } = knowledge;
		const bytes = tampered ? Buffer.from("other") : await tree.read("weights");
		const cache = new Cache(join(site.root, ".dvc/cache"));
		const oid = parseOid(
			createHash("md5")
				.update(bytes ?? "")
				.digest("hex"),
		);
		if (bytes === null || oid === null) throw new Error("the test commits weights");
		await cache.addBytes(bytes, oid);
		const entry = {
			cmd: "train",
			deps: [],
			params: new Map(),
			outs: [{ path: "model.json", oid, hash: "md5" as const, size: BigInt(bytes.length) }],
		};
		const results = new Map(unknown.has("train") ? [] : [["train", { entry, source: "lock" as const }]]);
		return { project: project(remote), cache, results, unknown, locks };
	};

function project(remote: string | null): Project {
	const out = { path: "model.json", at: "model.json", kind: "out", cache: true, persist: false, push: true } as const;
	const stage: Stage = {
		address: "train",
		file: "dvc.yaml",
		name: "train",
		wdir: ".",
		cmd: "train",
		deps: [],
		params: [],
		outs: [{ ...out, remote: null, flags: new Map(), place: AT }],
		frozen: false,
		alwaysChanged: false,
		desc: null,
		meta: null,
		lock: null,
		place: AT,
	};
	const artifact = { name: "churn", path: "model.json", type: "model", desc: null, labels: [], place: AT };
	const config = {
		sections: new Map(),
		cacheDir: "",
		cacheTypes: ["copy"],
		defaultRemote: remote === null ? null : "shelf",
		remotes: new Map(remote === null ? [] : [["shelf", { name: "shelf", url: remote, options: new Map() }]]),
		noScm: false,
		autostage: false,
	} as const;
	return { stages: [stage], artifacts: [artifact], topLevel: { metrics: [], params: [], plots: [] }, config };
}
