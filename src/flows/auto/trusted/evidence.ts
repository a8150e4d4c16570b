import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Claim, ClaimedStage } from "../../../claim/index.ts";
import { Failure, type Oid } from "../../../kernel/index.ts";
import type { HashName } from "../../../manifest/index.ts";
import type { Observer, PlannedStage } from "../../../plan/index.ts";
import type { Disbelief } from "../../../report/index.ts";
import { type Remote, RunCache, type RunShelf, sameInputs } from "../../../store/index.ts";
import { entryFormat } from "../../entry-format.ts";
import type { Review } from "../../report/review.ts";

/**
 * What a run of a pull request claims, held against what can be known without it. An entry counts where its name is in the
 * claim, its bytes hash to that name, its inputs are exactly what the pull request's own files make them, and all that it
 * says came out lies at the remote. What its outputs are worth nobody can tell but by running the stage again.
 */
export class Evidence {
	readonly claim: Claim;
	readonly #folder: string;
	readonly #entries: RunCache;
	/** Key → value, as claimed. */
	readonly #named: ReadonlyMap<string, string>;
	/** Keys whose claimed entry was there. */
	readonly #waiting = new Set<string>();
	readonly #used = new Set<string>();
	/** Of those used, what became a stage's result and is whole. */
	#whole: readonly string[] = [];
	readonly #refused = new Map<string, string>();

	private constructor(claim: Claim, folder: string) {
		this.claim = claim;
		this.#folder = folder;
		this.#entries = new RunCache(folder, entryFormat);
		this.#named = new Map(claim.stages.flatMap(({ result }) => (result === null ? [] : [[result.key, result.value]])));
	}

	/** Brings in the entries that a claim names from where they wait. */
	static async fetch(claim: Claim, shelf: RunShelf | null): Promise<Evidence> {
		const folder = await mkdtemp(join(tmpdir(), "mainline-claims-"));
		const evidence = new Evidence(claim, folder);
		if (shelf !== null) await shelf.fetchRuns(evidence.#entries, [...evidence.#named.keys()]);
		for (const [key, value] of evidence.#named) {
			if (await evidence.#entries.has({ key, value })) evidence.#waiting.add(key);
		}
		return evidence;
	}

	/** An observer that knows the claimed results, too, after all that is known otherwise. */
	hearsay(observer: Observer): Observer {
		return {
			...observer,
			knownRun: async (inputs) => {
				const known = await observer.knownRun(inputs);
				if (known !== null) return known;
				const key = this.#entries.key(inputs);
				const value = this.#named.get(key);
				if (value === undefined || this.#refused.has(key)) return null;
				const entries = await this.#entries.find(key);
				const found = entries.find((entry) => this.#entries.digest(entry) === value);
				if (found === undefined || !sameInputs(found, inputs)) return null;
				this.#used.add(key);
				return found;
			},
		};
	}

	/** Looks whether everything is at the remote that the used entries say came out; true when all of it is. */
	async check(review: Review): Promise<boolean> {
		const { workspace, shelves } = review;
		const remoteOf: RemoteOf = (name) =>
			name === null && shelves.remote !== null ? Promise.resolve(shelves.remote) : workspace.remote(name);
		const whole: string[] = [];
		let complete = true;
		for (const planned of review.plan.stages) {
			const key = this.#keyOf(planned);
			if (key === null || !this.#used.has(key)) continue;
			const lacking = await lackingOutput(planned, review, remoteOf);
			if (lacking === null) {
				whole.push(key);
				continue;
			}
			this.#refused.set(key, `its output ${lacking} is not at the remote, or not what its name says`);
			this.#used.delete(key);
			complete = false;
		}
		this.#whole = whole;
		return complete;
	}

	/** What is claimed and is not so, stage by stage. */
	disbelieved({ plan }: Review): Disbelief[] {
		const planned = new Map(plan.stages.map((each) => [each.stage.address, each]));
		return this.claim.stages.flatMap((stage) => {
			const why = this.#doubt(stage, planned.get(stage.address));
			return why === null ? [] : [{ address: stage.address, why }];
		});
	}

	/** What was checked joins the results that everybody finds: here, and at the remote. */
	async accept({ shelves }: Review): Promise<void> {
		const { runCache, remote } = shelves;
		const keys = [...new Set(this.#whole)];
		for (const key of keys) {
			const name = { key, value: this.#named.get(key) ?? "" };
			await runCache.accept(name, await readFile(this.#entries.path(name), "utf8"));
		}
		if (keys.length > 0) await remote?.pushRuns(runCache, keys);
	}

	/** Stages that this run gave another result than everybody knew before: what was known counts. */
	differing({ plan }: Review): string[] {
		const claimed = new Map(this.claim.stages.map(({ address, result }) => [address, result]));
		return plan.stages.flatMap((planned) => {
			const result = claimed.get(planned.stage.address) ?? null;
			if (result === null || planned.result === null || this.#keyOf(planned) !== result.key) return [];
			return this.#entries.digest(planned.result) === result.value ? [] : [planned.stage.address];
		});
	}

	async end(): Promise<void> {
		await rm(this.#folder, { recursive: true, force: true });
	}

	#doubt({ result }: ClaimedStage, planned: PlannedStage | undefined): string | null {
		if (planned === undefined) return "the pull request has no such stage";
		if (result === null) return null;
		const refused = this.#refused.get(result.key);
		if (refused !== undefined) return refused;
		// what everybody knew before counts, whatever is claimed beside it
		if (this.#keyOf(planned) === result.key) return null;
		return this.#waiting.has(result.key)
			? "it was made from other inputs than the pull request's"
			: "it does not wait at the remote under the name that is claimed";
	}

	#keyOf({ result }: PlannedStage): string | null {
		return result === null ? null : this.#entries.key(result);
	}
}

type RemoteOf = (name: string | null) => Promise<Remote>;

/** The first output that is not all there; null when all are. */
async function lackingOutput(
	{ stage, result }: PlannedStage,
	review: Review,
	remoteOf: RemoteOf,
): Promise<string | null> {
	for (const { path, oid, hash } of result?.outs ?? []) {
		const out = stage.outs.find((each) => each.path === path);
		if (out === undefined || oid === null) return path;
		if (!out.push) continue;
		if (!(await isThere(await remoteOf(out.remote), { oid, hash }, review))) return path;
	}
	return null;
}

async function isThere(
	remote: Remote,
	{ oid, hash }: { readonly oid: Oid; readonly hash: HashName },
	{ shelves }: Review,
): Promise<boolean> {
	if (!(await remote.has([oid], hash)).has(oid)) return false;
	if (!oid.endsWith(".dir")) return true;
	try {
		await remote.fetch(oid, shelves.cache, hash);
	} catch (failure) {
		if (failure instanceof Failure && failure.code === "object-corrupt") return false;
		throw failure;
	}
	const files = (await shelves.cache.readListing(oid, hash))?.map((file) => file.oid);
	return files !== undefined && (await remote.has(files, hash)).size === new Set(files).size;
}
