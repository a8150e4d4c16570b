import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EnvironmentConfig, MainlineConfig } from "../../../src/config/index.ts";
import { type ModelState, versionOf } from "../../../src/environments/index.ts";
import { holdAt } from "../../../src/flows/hold.ts";
import { promoteAt } from "../../../src/flows/promote.ts";
import { tellNobody } from "../../../src/flows/release/announce.ts";
import { declare } from "../../../src/flows/release/declare.ts";
import { Ledger } from "../../../src/flows/release/ledger.ts";
import type { Site } from "../../../src/flows/release/site.ts";
import { rollbackAt } from "../../../src/flows/rollback.ts";
import type { Git } from "../../../src/git/index.ts";
import { type Clock, Failure, parseSha256, systemClock } from "../../../src/kernel/index.ts";
import { contextAt } from "../rig.ts";
import type { Model, Place } from "./model.ts";
import { type MemoryClone, MemoryRemote } from "./tag-keeper.ts";

export const PLACES = [
	{ name: "dev", after: null, soak: 0 },
	{ name: "stage", after: "dev", soak: 0 },
	{ name: "prod", after: "stage", soak: 60 },
] as const;

/** Fails where the environment is broken; else the folder says what runs where. */
const DEPLOY = 'test ! -e "$MAINLINE_ENVIRONMENT.broken" && printf %s "$MAINLINE_VERSION" >"$MAINLINE_ENVIRONMENT"';

/** One repository, the machines that work on it, and its environments: everything real but git. */
export class World {
	readonly root = mkdtempSync(join(tmpdir(), "mainline-histories-"));
	readonly remote = new MemoryRemote();
	readonly #config = configOf();

	/** What merging, or the schedule, sets going on one of the machines. */
	async release(model: Model, clone: MemoryClone = this.remote.clone()): Promise<void> {
		const content = model.main.at(-1);
		if (content === undefined) return;
		const site = await this.site(model, clone);
		const commit = commitOf(content);
		let state = site.ledger.state("churn", this.#config.environments);
		let known = state.history.versions.find((version) => version.commit === commit);
		if (known === undefined) {
			const digest = digestOf(content);
			const name = `v0.${state.history.versions.length + 1}.0`;
			const trailers = { digest, image: `oci:images@${digest}` };
			await site.ledger.register({ model: "churn", commit, summary: `churn ${name}`, trailers }, name);
			await site.ledger.refresh();
			state = site.ledger.state("churn", this.#config.environments);
			known = state.history.versions.find((version) => version.commit === commit);
		}
		if (known === undefined) throw new Error(`${content} was not registered`);
		const commits = model.main.length;
		const anew = async (since: string | null) =>
			since === null ? null : model.main.slice(placeOf(since), commits).some((other) => other !== content);
		await declare(site, { model: "churn", version: known, commit: mergeAt(commits - 1), label: "a merge", anew });
	}

	async promote(
		model: Model,
		order: { environment: string; version: number | null; force: boolean },
		clone?: MemoryClone,
	) {
		const site = await this.site(model, clone);
		const version = order.version === null ? null : nameOf(site, order.version);
		if (order.version !== null && version === null) return;
		await unlessImpossible(promoteAt(site, { ...asked(site), ...order, version, breakFreeze: null }));
	}

	async rollback(model: Model, order: { environment: string; to: number | null }, clone?: MemoryClone): Promise<void> {
		const site = await this.site(model, clone);
		const to = order.to === null ? null : nameOf(site, order.to);
		if (order.to !== null && to === null) return;
		await unlessImpossible(
			rollbackAt(site, { ...asked(site), force: false, environment: order.environment, to, know: nobodyKnows }),
		);
	}

	async hold(model: Model, order: { environment: string; holds: boolean }, clone?: MemoryClone): Promise<void> {
		const site = await this.site(model, clone);
		await unlessImpossible(holdAt(site, { ...asked(site), ...order }));
	}

	breaks(environment: string, broken: boolean): void {
		const mark = join(this.root, `${environment}.broken`);
		if (broken) writeFileSync(mark, "");
		else rmSync(mark, { force: true });
	}

	/** What somebody reads who clones now, in the model's words. */
	async read(model: Model): Promise<Pick<Place, "name" | "version" | "hold">[]> {
		const state = await this.state(model);
		const numberOf = (version: string | null) =>
			version === null ? null : contentOf(state.history.versions.find((known) => known.version === version)?.commit);
		return state.environments.map(({ name, version, hold }) => ({
			name,
			version: numberOf(version),
			hold: hold === null ? null : { from: hold.from, rejected: numberOf(hold.rejected) },
		}));
	}

	async rejected(model: Model): Promise<Map<number | null, string>> {
		const { rejections, history } = await this.state(model);
		return new Map(
			[...rejections.values()].map(({ version, from }) => [contentOf(versionOf(history, version)?.commit), from]),
		);
	}

	/** The version whose deploy command ran last in each environment, by its own name. */
	runs(environment: string): string | null {
		const file = join(this.root, environment);
		return existsSync(file) ? readFileSync(file, "utf8") : null;
	}

	async state(model: Model): Promise<ModelState> {
		return (await this.site(model)).ledger.state("churn", this.#config.environments);
	}

	async site(model: Model, clone: MemoryClone = this.remote.clone()): Promise<Site> {
		const clock: Clock = { ...systemClock, now: () => new Date(Date.UTC(2026, 0, 1, 0, model.now + clone.ahead)) };
		const context = contextAt(this.root, { clock });
		return {
			context,
			git: undefined as unknown as Git,
			root: this.root,
			config: this.#config,
			trusted: null,
			ledger: await Ledger.open({ git: clone, clock, remote: "origin", dry: false }),
			mainLine: { tip: async () => mergeAt(model.main.length - 1), newerThan: async () => null },
			announce: tellNobody,
			by: "ann",
			run: null,
			plan: false,
		};
	}

	end(): void {
		rmSync(this.root, { recursive: true, force: true });
	}
}

/** Images are not looked for where nothing is in a registry. */
const nobodyKnows = () => Promise.reject(new Error("nothing is known of any tree"));

const asked = ({ by, plan }: Site) => ({ model: "churn", remote: "origin", plan, by, reason: null });

/** What a person is refused with words changes nothing. */
async function unlessImpossible(act: Promise<unknown>): Promise<void> {
	try {
		await act;
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.kind !== "input") throw failure;
	}
}

function nameOf(site: Site, content: number): string | null {
	const { history } = site.ledger.state("churn", site.config.environments);
	return history.versions.find(({ commit }) => commit === commitOf(content))?.version ?? null;
}

function commitOf(content: number): string {
	return `${content}`.padStart(40, "0");
}

/** The main line's commits, by their place in it. */
function mergeAt(place: number): string {
	return place < 0 ? "" : `f${place}`.padStart(40, "e");
}

function placeOf(commit: string): number {
	return Number(commit.slice(commit.indexOf("f") + 1));
}

function contentOf(commit: string | undefined): number | null {
	return commit === undefined ? null : Number(commit);
}

function digestOf(content: number) {
	const digest = parseSha256(`sha256:${content.toString(16).padStart(64, "0")}`);
	if (digest === null) throw new Error("not a digest");
	return digest;
}

function configOf(): MainlineConfig {
	const at = { file: "mainline.yaml", line: 1, column: 1 };
	const same = { deploy: { kind: "command" as const, command: DEPLOY }, probe: null, approve: null, freeze: [], at };
	const environments = PLACES.map(({ name, after, soak }): [string, EnvironmentConfig] => [
		name,
		{ name, after, soakMs: soak * 60_000, ...same },
	]);
	return {
		models: new Map(),
		gates: [],
		environments: new Map(environments),
		waivers: { by: null, own: false },
		queue: "look-up",
		release: { bump: "minor" },
		signing: null,
	};
}
