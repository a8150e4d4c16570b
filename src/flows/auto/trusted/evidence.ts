import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { byStage, type ClaimedResult, type JointClaim, type JointStage } from "../../../claim/index.ts";
import { Failure, type Oid } from "../../../kernel/index.ts";
import type { HashName, LockEntry } from "../../../manifest/index.ts";
import type { Observer, PlannedStage } from "../../../plan/index.ts";
import type { Disbelief } from "../../../report/index.ts";
import { type Remote, RunCache, type RunShelf, sameInputs } from "../../../store/index.ts";
import { entryFormat } from "../../entry-format.ts";
import type { Review } from "../../report/review.ts";

/** Reports that tell different things of one stage. */
export interface Disagreement {
	readonly address: string;
	/** The names of the report that counts, and of the others. */
	readonly counts: string;
	readonly others: readonly string[];
}

/**
 * What the jobs of a run of a pull request claim, held against what can be known without it. An entry counts where its name
 * is in a report, its bytes hash to that name, its inputs are exactly what the pull request's own files make them, and all
 * that it says came out lies at the remote; of several for the same inputs the first of those counts. What its outputs are
 * worth nobody can tell but by running the stage again.
 */
export class Evidence {
	readonly claim: JointClaim;
	readonly #folder: string;
	readonly #entries: RunCache;
	/** Key → values, as claimed, in the order in which they are believed. */
	readonly #named: ReadonlyMap<string, readonly string[]>;
	/** Names of the claimed entries that were there. */
	readonly #waiting = new Set<string>();
	/** Key → value. */
	readonly #used = new Map<string, string>();
	/** Of those used, what became a stage's result and is whole. */
	#whole: readonly ClaimedResult[] = [];
	readonly #refused = new Map<string, string>();

	private constructor(claim: JointClaim, folder: string) {
		this.claim = claim;
		this.#folder = folder;
		this.#entries = new RunCache(folder, entryFormat);
		const results = claim.stages.flatMap(({ result }) => result ?? []);
		const named = Map.groupBy(results, ({ key }) => key);
		this.#named = new Map([...named].map(([key, of]) => [key, [...new Set(of.map(({ value }) => value))]]));
	}

	/** Brings in the entries that a claim names from where they wait. */
	static async fetch(claim: JointClaim, shelf: RunShelf | null): Promise<Evidence> {
		const folder = await mkdtemp(join(tmpdir(), "mainline-claims-"));
		const evidence = new Evidence(claim, folder);
		if (shelf !== null) await shelf.fetchRuns(evidence.#entries, [...evidence.#named.keys()]);
		for (const [key, values] of evidence.#named) {
			for (const value of values) {
				if (await evidence.#entries.has({ key, value })) evidence.#waiting.add(nameOf({ key, value }));
			}
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
				const entries = await this.#claimed(key);
				const found = entries.find((entry) => sameInputs(entry, inputs));
				if (found === undefined) return null;
				this.#used.set(key, this.#entries.digest(found));
				return found;
			},
		};
	}

	/** Looks whether everything is at the remote that the used entries say came out; true when all of it is. */
	async check(review: Review): Promise<boolean> {
		const { workspace, shelves } = review;
		const remoteOf: RemoteOf = (name) =>
			name === null && shelves.remote !== null ? Promise.resolve(shelves.remote) : workspace.remote(name);
		const whole: ClaimedResult[] = [];
		let complete = true;
		for (const planned of review.plan.stages) {
			const made = this.#resultOf(planned);
			if (made === null || this.#used.get(made.key) !== made.value) continue;
			const lacking = await lackingOutput(planned, review, remoteOf);
			if (lacking === null) {
				whole.push(made);
				continue;
			}
			this.#refused.set(nameOf(made), `its output ${lacking} is not at the remote, or not what its name says`);
			this.#used.delete(made.key);
			complete = false;
		}
		this.#whole = whole;
		return complete;
	}

	/** What is claimed and is not so, stage by stage, where no report says what is. */
	disbelieved({ plan }: Review): Disbelief[] {
		const planned = new Map(plan.stages.map((each) => [each.stage.address, each]));
		return [...byStage(this.claim)].flatMap(([address, told]) => {
			const stage = planned.get(address);
			if (told.some(({ result }) => result !== null && result.key === this.#keyOf(stage))) return [];
			const [why] = told.flatMap((each) => this.#doubt(each, stage) ?? []);
			return why === undefined ? [] : [{ address, why }];
		});
	}

	/** What was checked joins the results that everybody finds: here, and at the remote. */
	async accept({ shelves }: Review): Promise<void> {
		const { runCache, remote } = shelves;
		for (const name of this.#whole) await runCache.accept(name, await readFile(this.#entries.path(name), "utf8"));
		const keys = [...new Set(this.#whole.map(({ key }) => key))];
		if (keys.length > 0) await remote?.pushRuns(runCache, keys);
	}

	/** Stages that this run gave another result than everybody knew before: what was known counts. */
	differing(review: Review): string[] {
		return this.#told(review).flatMap(({ address, made, told }) => {
			const known = told.some(({ result }) => result?.key === made.key) && !told.some((each) => says(each, made));
			return known ? [address] : [];
		});
	}

	/** Stages of which one report tells what counts, and another one something else. */
	disagreements(review: Review): Disagreement[] {
		return this.#told(review).flatMap(({ address, made, told }) => {
			const counts = told.find((each) => says(each, made));
			const others = told.filter((each) => (each.result !== null || each.outcome === "failed") && !says(each, made));
			if (counts === undefined || others.length === 0) return [];
			return [{ address, counts: counts.by, others: others.map(({ by }) => by) }];
		});
	}

	/** What is told of stages whose results are known. */
	#told({ plan }: Review): Told[] {
		const stages = byStage(this.claim);
		return plan.stages.flatMap((planned) => {
			const { address } = planned.stage;
			const made = this.#resultOf(planned);
			return made === null ? [] : [{ address, made, told: stages.get(address) ?? [] }];
		});
	}

	async end(): Promise<void> {
		await rm(this.#folder, { recursive: true, force: true });
	}

	/** The entries that are claimed for a key and were not found wanting, as they are believed. */
	async #claimed(key: string): Promise<LockEntry[]> {
		const values = this.#named.get(key) ?? [];
		const open = values.filter((value) => !this.#refused.has(nameOf({ key, value })));
		if (open.length === 0) return [];
		const entries = new Map((await this.#entries.find(key)).map((entry) => [this.#entries.digest(entry), entry]));
		return open.flatMap((value) => entries.get(value) ?? []);
	}

	#doubt({ result }: JointStage, planned: PlannedStage | undefined): string | null {
		if (planned === undefined) return "the pull request has no such stage";
		if (result === null) return null;
		const refused = this.#refused.get(nameOf(result));
		if (refused !== undefined) return refused;
		// what everybody knew before counts, whatever is claimed beside it
		if (this.#keyOf(planned) === result.key) return null;
		return this.#waiting.has(nameOf(result))
			? "it was made from other inputs than the pull request's"
			: "it does not wait at the remote under the name that is claimed";
	}

	#keyOf(planned: PlannedStage | undefined): string | null {
		return planned === undefined ? null : (this.#resultOf(planned)?.key ?? null);
	}

	#resultOf({ result }: PlannedStage): ClaimedResult | null {
		return result === null ? null : { key: this.#entries.key(result), value: this.#entries.digest(result) };
	}
}

interface Told {
	readonly address: string;
	readonly made: ClaimedResult;
	readonly told: readonly JointStage[];
}

function says({ result }: JointStage, made: ClaimedResult): boolean {
	return result?.key === made.key && result.value === made.value;
}

function nameOf({ key, value }: ClaimedResult): string {
	return `${key}/${value}`;
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
