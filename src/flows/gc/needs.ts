import type { Archive, HistoryCommit } from "../../git/index.ts";
import { badInput, type Oid } from "../../kernel/index.ts";
import { parseTag } from "../../release/index.ts";
import { type NeededVersion, neededVersions } from "../../retention/index.ts";
import type { FlowContext } from "../context.ts";
import type { GitHubAccess } from "../doctor/origin.ts";
import { type Site, stateOf } from "../release/site.ts";
import { Names } from "./names.ts";
import { type RemoteHeads, remoteHeads } from "./remote-heads.ts";

export interface NeedsOptions {
	/** What is younger stays. */
	readonly olderThan: Date;
	/** Versions of each model that stay; null: all. */
	readonly keep: number | null;
	/** The git remote that others push to; null where there is none. */
	readonly remote: string | null;
	readonly access: GitHubAccess;
}

/** What a repository needs of its data, and what it ever named. */
export interface Needs {
	/** Objects that something kept names itself. */
	readonly needed: ReadonlySet<Oid>;
	/** Those of them that no place has to hold: directories whose files git holds itself. */
	readonly unstored: ReadonlySet<Oid>;
	/** Objects that any commit which can be reached names itself. */
	readonly known: ReadonlySet<Oid>;
	/** Whether any of them may be an object of DVC 2. */
	readonly legacy: boolean;
	readonly versions: readonly NeededVersion[];
	/** Kept, and all that there are. */
	readonly commits: { readonly kept: number; readonly all: number };
	/** What could not be read or asked, in sentences: more is kept for it. */
	readonly remarks: readonly string[];
	/** Where a directory is named, for people. */
	whereNamed(oid: Oid): string;
}

/** Reads it from git, and reads again what was added since. */
export class Historian {
	readonly #context: FlowContext;
	readonly #archive: Archive;
	readonly #site: Site;
	readonly #options: NeedsOptions;
	readonly #kept: Names;
	readonly #all: Names;

	constructor(
		context: FlowContext,
		{ archive, site, options }: { archive: Archive; site: Site; options: NeedsOptions },
	) {
		this.#context = context;
		this.#archive = archive;
		this.#site = site;
		this.#options = options;
		this.#kept = new Names(archive, { strict: true });
		this.#all = new Names(archive, { strict: false });
	}

	/** Brings in what others pushed, then reads. Failures `gc-shallow`, `git-failed`. */
	async read(): Promise<Needs> {
		const { progress } = this.#context;
		const { remote } = this.#options;
		await this.#refuseShallow();
		progress.live("asking git what is needed");
		if (remote !== null) await this.#archive.fetchAll(remote);
		await this.#site.ledger.refresh();
		const beside = remote === null ? { open: [], all: [], remark: null } : await this.#remoteHeads(remote);
		const { tips, every, versions } = await this.#tips(beside);
		const history = await this.#archive.historyOf(every);
		const kept = keptCommits(history, tips, this.#options.olderThan);
		await this.#look(this.#kept, kept);
		for (const each of await this.#archive.worktrees()) await this.#kept.addWorktree(this.#archive, each);
		await this.#look(this.#all, new Set(history.map(({ id }) => id)));
		const broken = [...this.#kept.broken];
		const doubted = new Set(broken.flatMap(([path]) => this.#all.ofPath(path)));
		const needed = new Set([...this.#kept.oids, ...doubted]);
		return {
			needed,
			unstored: new Set([...this.#kept.unstored()].filter((oid) => !doubted.has(oid))),
			known: new Set([...this.#all.oids, ...needed]),
			legacy: this.#kept.legacy || this.#all.legacy,
			versions,
			commits: { kept: kept.size, all: history.length },
			remarks: [
				...(beside.remark === null ? [] : [beside.remark]),
				...broken.map(([path, says]) => `${path} cannot be read, so what it ever named is kept (${says})`),
			],
			whereNamed: (oid) => this.#kept.places.get(oid) ?? this.#all.places.get(oid) ?? "a commit",
		};
	}

	async #remoteHeads(remote: string): Promise<RemoteHeads> {
		const url = await this.#site.git.remoteUrl(remote);
		return remoteHeads(this.#context, { archive: this.#archive, remote, url, access: this.#options.access });
	}

	/** Where keeping begins: all that has a name, but for versions that nothing needs. `every`: the same with those, and with all that had one. */
	async #tips(theirs: RemoteHeads): Promise<{ tips: string[]; every: string[]; versions: NeededVersion[] }> {
		const { olderThan, keep } = this.#options;
		const [refs, worktrees, left] = await Promise.all([
			this.#archive.refs(),
			this.#archive.worktrees(),
			this.#archive.leftBehind(),
		]);
		const recent = left.flatMap(({ commit, at }) => (at === null || at >= olderThan ? [commit] : []));
		const beside = [...worktrees.flatMap(({ head }) => head ?? []), ...recent, ...theirs.open];
		const once = [...left.map(({ commit }) => commit), ...theirs.all];
		const versions = versionsIn(this.#site, { keep, olderThan });
		const judged = keep === null ? new Set<string>() : this.#site.ledger.refs((name) => parseTag(name) !== null);
		const tips = refs.filter(({ name }) => !judged.has(name)).map(({ commit }) => commit);
		const needed = versions.map(({ commit }) => commit);
		return {
			tips: [...new Set([...tips, ...beside, ...needed])],
			every: [...new Set([...refs.map(({ commit }) => commit), ...beside, ...needed, ...once])],
			versions,
		};
	}

	async #look(names: Names, commits: ReadonlySet<string>): Promise<void> {
		const { progress, signal } = this.#context;
		let done = 0;
		for (const commit of commits) {
			signal.throwIfAborted();
			await names.addCommit(commit);
			if (++done % 100 === 0) progress.live(`reading the history: ${done} of ${commits.size} commits`);
		}
	}

	async #refuseShallow(): Promise<void> {
		if (!(await this.#site.git.isShallow())) return;
		throw badInput("gc-shallow", "this clone is shallow: what its missing commits need cannot be known", {
			found: "a part of the history",
			expected: "all of it",
			hint: "git fetch --unshallow, or `fetch-depth: 0` for actions/checkout",
		});
	}
}

/** Every model's versions that stay. */
export function versionsIn(site: Site, policy: { keep: number | null; olderThan: Date }): NeededVersion[] {
	const rehearsals = site.ledger.rehearsals();
	return [...site.ledger.histories().keys()].flatMap((model) =>
		neededVersions(stateOf(site, model), rehearsals, policy),
	);
}

/** The tips, what is young, and what each of these came from: a revert of it brings that back. */
export function keptCommits(
	history: readonly HistoryCommit[],
	tips: readonly string[],
	olderThan: Date,
): ReadonlySet<string> {
	const byId = new Map(history.map((commit) => [commit.id, commit]));
	const young = history.filter(({ time }) => time >= olderThan).map(({ id }) => id);
	const named = [...tips, ...young];
	return new Set([...named, ...named.flatMap((id) => byId.get(id)?.parents ?? [])]);
}
