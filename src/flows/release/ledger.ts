import type { EnvironmentConfig } from "../../config/index.ts";
import {
	declaredTrailer,
	type ModelState,
	modelState,
	type Rehearsal,
	rehearsalsIn,
	rehearsalTag,
} from "../../environments/index.ts";
import type { Git } from "../../git/index.ts";
import { type Clock, Failure } from "../../kernel/index.ts";
import {
	type ArtifactHistory,
	approvalTag,
	assignmentTag,
	type Health,
	healthTag,
	nextTagTime,
	readHistories,
	readHistory,
	readMarks,
	refuseBreaking,
	type TagInfo,
	type Trailers,
	tagMessage,
	versionTag,
} from "../../release/index.ts";

/** Where tags are kept. */
export type TagKeeper = Pick<
	Git,
	"tags" | "createTag" | "fetchTags" | "pushTags" | "remoteTag" | "dropTag" | "heads" | "forgetHeads"
>;

export interface LedgerOptions {
	readonly git: TagKeeper;
	readonly clock: Clock;
	/** Whose tags are the record; null keeps new tags in this clone. */
	readonly remote: string | null;
	/** Nothing is written: new tags exist for this ledger only, so that a plan can see what would follow. */
	readonly dry: boolean;
}

/** A tag to write. */
export interface Entry {
	readonly model: string;
	readonly commit: string;
	/** The first line, for people. */
	readonly summary: string;
	readonly trailers: Trailers;
}

export interface AssignmentEntry extends Entry {
	readonly environment: string;
	/** The main line's commit that asks for it; null when a person does. */
	readonly declared: string | null;
}

/** `lost`: somebody else wrote that tag first. Read again and decide again. */
export type Written = { readonly kind: "written"; readonly tag: string } | { readonly kind: "lost" };

/** The record of releases and environments: GTO tags in git, of the remote where there is one. */
export class Ledger {
	readonly #options: LedgerOptions;
	#tags: readonly TagInfo[] = [];
	/** What each model's newest assignment was when the tags were read. */
	#heads: ReadonlyMap<string, string> = new Map();

	private constructor(options: LedgerOptions) {
		this.#options = options;
	}

	static async open(options: LedgerOptions): Promise<Ledger> {
		const ledger = new Ledger(options);
		await ledger.refresh();
		return ledger;
	}

	/** Reads the tags again, the remote's first. A dry ledger keeps what it imagines. */
	async refresh(): Promise<void> {
		const { git, remote, dry } = this.#options;
		if (dry && this.#tags.length > 0) return;
		if (remote !== null) await git.fetchTags(remote);
		// the heads first: what another run on this clone fetches between the two makes ours old, and not theirs ours
		this.#heads = await git.heads();
		this.#tags = await git.tags();
	}

	/** Refs of the annotated tags whose name is wanted. */
	refs(wanted: (name: string) => boolean): Set<string> {
		return new Set(this.#tags.flatMap(({ name }) => (wanted(name) ? [`refs/tags/${name}`] : [])));
	}

	histories(): Map<string, ArtifactHistory> {
		return readHistories(this.#tags);
	}

	state(model: string, configs: ReadonlyMap<string, EnvironmentConfig>): ModelState {
		return modelState(readHistory(this.#tags, model), configs, readMarks(this.#tags, model));
	}

	register(entry: Entry, version: string): Promise<Written> {
		const name = versionTag(entry.model, version);
		return this.#write(entry, name, tagMessage(entry.summary, entry.trailers));
	}

	/** Writes down somebody's yes. Lost: he said so before. */
	approve(
		entry: Entry,
		about: { readonly environment: string; readonly version: string; readonly by: string },
	): Promise<Written> {
		const name = approvalTag({ ...about, artifact: entry.model });
		return this.#write(entry, name, tagMessage(entry.summary, entry.trailers));
	}

	/** Writes down that an environment answers badly, or well again. Lost: somebody else saw it, too. */
	noteHealth(entry: Entry, about: { readonly environment: string; readonly kind: Health["kind"] }): Promise<Written> {
		const name = healthTag(this.#tags, { ...about, artifact: entry.model });
		return this.#write(entry, name, tagMessage(entry.summary, entry.trailers));
	}

	/** The tag that the next assignment gets, unless somebody else is faster. */
	nextAssignment(model: string, environment: string): string {
		return assignmentTag(this.#tags, model, environment);
	}

	assign(entry: AssignmentEntry): Promise<Written> {
		refuseBreaking(this.#tags, entry.model, entry.commit);
		const name = assignmentTag(this.#tags, entry.model, entry.environment);
		const message = tagMessage(entry.summary, entry.trailers);
		const whole = entry.declared === null ? message : message + declaredTrailer(entry.declared);
		return this.#write(entry, name, whole, headOf(entry.model));
	}

	/** What was rehearsed, the oldest first. */
	rehearsals(): Rehearsal[] {
		return rehearsalsIn(this.#tags);
	}

	/** Writes down what was rehearsed just now, in one tag that is never moved; its name. `commit`: one that the remote has. */
	async rehearsed(commit: string, message: string): Promise<Written> {
		const { git, clock } = this.#options;
		const at = clock.now();
		const name = rehearsalTag(at);
		try {
			await git.createTag({ name, target: commit, message, at });
		} catch (cause) {
			return this.#lostOr(cause, "tag-exists");
		}
		this.#tags = await git.tags();
		return this.#push(name);
	}

	/** Pushes tags that were written here before and may never have left: a run that was killed between the two. */
	async publish(names: readonly string[]): Promise<void> {
		const { git, remote, dry } = this.#options;
		if (remote === null || dry) return;
		await git.pushTags(remote, names);
	}

	async #write(entry: Entry, name: string, message: string, head?: string): Promise<Written> {
		const { git, clock, dry } = this.#options;
		const at = nextTagTime(this.#tags, entry.model, clock.now());
		if (dry) return this.#imagine({ name, target: entry.commit, message, taggedAt: at });
		try {
			await git.createTag({ name, target: entry.commit, message, at });
		} catch (cause) {
			return this.#lostOr(cause, "tag-exists");
		}
		this.#tags = await git.tags();
		return this.#push(name, head);
	}

	async #push(name: string, head?: string): Promise<Written> {
		const { git, remote } = this.#options;
		if (remote === null) return { kind: "written", tag: name };
		const ours = this.#objectOf(name);
		const from = head === undefined ? null : (this.#heads.get(head) ?? null);
		try {
			await git.pushTags(remote, [name], head === undefined ? undefined : { name: head, tag: name, from });
			if (head !== undefined && ours !== null) this.#heads = new Map(this.#heads).set(head, ours);
			return { kind: "written", tag: name };
		} catch (cause) {
			if (head !== undefined) await git.forgetHeads(remote);
			await this.refresh();
			// a connection may be cut after the remote took the tag: only its word is lost
			if (ours !== null && (await git.remoteTag(remote, name)) === ours) return { kind: "written", tag: name };
			const faster = head !== undefined && (this.#heads.get(head) ?? null) !== from;
			// fetching put the remote's tag in the place of ours, unless it was refused for another reason
			const taken = this.#objectOf(name) !== ours;
			if (!faster && !taken) throw cause;
			if (!taken) await this.#drop(name);
			return this.#lostOr(cause, "push-rejected");
		}
	}

	/** Takes back what is in this clone alone: it was decided on a record that is no more. */
	async #drop(name: string): Promise<void> {
		const { git } = this.#options;
		await git.dropTag(name);
		this.#tags = await git.tags();
	}

	async #lostOr(cause: unknown, code: string): Promise<Written> {
		if (!(cause instanceof Failure) || cause.code !== code) throw cause;
		await this.refresh();
		return { kind: "lost" };
	}

	#imagine(tag: Pick<TagInfo, "name" | "target" | "message" | "taggedAt">): Written {
		const imagined = { ...tag, object: "", tagger: { name: "", email: "" } };
		this.#tags = [...this.#tags, imagined];
		return { kind: "written", tag: tag.name };
	}

	#objectOf(name: string): string | null {
		return this.#tags.find((tag) => tag.name === name)?.object ?? null;
	}
}

/** As tags write it. */
function headOf(model: string): string {
	return model.replace(":", "=");
}
