import type { EnvironmentConfig } from "../../config/index.ts";
import {
	declaredTrailer,
	type ModelState,
	modelState,
	type Rehearsal,
	rehearsalsIn,
	rehearsalTag,
} from "../../environments/index.ts";
import { type Git, type Head, isLostOnItsWay, type NewTag, type SentTag } from "../../git/index.ts";
import { type Clock, Failure } from "../../kernel/index.ts";
import {
	type ArtifactHistory,
	approvalTag,
	assignmentTag,
	failureTag,
	type Health,
	healthTag,
	nextTagTime,
	parseTag,
	readHistories,
	readHistory,
	readMarks,
	refuseBreaking,
	type TagInfo,
	type Trailers,
	tagMessage,
	versionTag,
} from "../../release/index.ts";

/** How often a push is tried that is lost on its way. */
const PUSHES = 2;

/** Where tags are kept. */
export type TagKeeper = Pick<
	Git,
	"tags" | "createTag" | "makeTag" | "keepTag" | "fetchTags" | "pushTags" | "remoteTags" | "heads" | "forgetHeads"
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

	/** Writes down that a version did not answer as it has to where it was brought. Lost: somebody else tried it, too. */
	noteFailure(entry: Entry, about: { readonly environment: string; readonly version: string }): Promise<Written> {
		const name = failureTag(this.#tags, { ...about, artifact: entry.model });
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
		const at = this.#options.clock.now();
		return this.#record({ name: rehearsalTag(at), target: commit, message, at });
	}

	/**
	 * Sends those of a model's tags that are in this clone alone: they were written with `--local`. Assignments go with the head, as if
	 * they were made now. False: somebody else assigned meanwhile; what stands is read again.
	 */
	async publish(model: string, names: readonly string[]): Promise<boolean> {
		const { git, remote, dry } = this.#options;
		if (remote === null || dry || names.length === 0) return true;
		const there = await git.remoteTags(remote, names);
		const alone = this.#tags.filter(({ name, object }) => names.includes(name) && there.get(name) !== object);
		const [newest] = alone.filter(isAssignment).toSorted((a, b) => b.taggedAt.getTime() - a.taggedAt.getTime());
		return this.#push(remote, alone, newest === undefined ? undefined : { name: headOf(model), to: newest.object });
	}

	async #write(entry: Entry, name: string, message: string, head?: string): Promise<Written> {
		const { clock, dry } = this.#options;
		const at = nextTagTime(this.#tags, entry.model, clock.now());
		if (dry) return this.#imagine({ name, target: entry.commit, message, taggedAt: at });
		return this.#record({ name, target: entry.commit, message, at }, head);
	}

	/** With a remote, a tag comes into this clone once the remote has it: a run that is killed before leaves nothing that others do not see. */
	async #record(tag: NewTag, head?: string): Promise<Written> {
		const { git, remote } = this.#options;
		try {
			if (remote === null) await git.createTag(tag);
			else if (!(await this.#send(remote, tag, head))) return { kind: "lost" };
		} catch (cause) {
			if (!(cause instanceof Failure) || cause.code !== "tag-exists") throw cause;
			await this.refresh();
			return { kind: "lost" };
		}
		this.#tags = await git.tags();
		return { kind: "written", tag: tag.name };
	}

	async #send(remote: string, tag: NewTag, head?: string): Promise<boolean> {
		const { git } = this.#options;
		const object = await git.makeTag(tag);
		const sent = { name: tag.name, object };
		if (!(await this.#push(remote, [sent], head === undefined ? undefined : { name: head, to: object }))) return false;
		await git.keepTag(sent);
		return true;
	}

	/** All or none. False: somebody else was faster, and the record was read again. */
	async #push(
		remote: string,
		tags: readonly SentTag[],
		head: Pick<Head, "name" | "to"> | undefined,
		left = PUSHES,
	): Promise<boolean> {
		const { git } = this.#options;
		const from = head === undefined ? null : (this.#heads.get(head.name) ?? null);
		try {
			await git.pushTags(remote, tags, head === undefined ? undefined : { ...head, from });
		} catch (cause) {
			// that nobody could look, either, says less than what went wrong first
			const there = await this.#lookAgain(remote, tags, head !== undefined).catch(() => Promise.reject(cause));
			// a connection may be cut after the remote took them: only its word is lost
			if (tags.every(({ name, object }) => there.get(name) === object)) return true;
			const faster = head !== undefined && (this.#heads.get(head.name) ?? null) !== from;
			const taken = tags.some(({ name, object }) => (there.get(name) ?? object) !== object);
			const isLost = isLostOnItsWay(cause);
			const isRefused = cause instanceof Failure && cause.code === "push-rejected";
			if ((faster || taken) && (isLost || isRefused)) return false;
			// it did not get there, and what it was decided on stands
			if (isLost && left > 1) return this.#push(remote, tags, head, left - 1);
			throw cause;
		}
		if (head !== undefined) this.#heads = new Map(this.#heads).set(head.name, head.to);
		return true;
	}

	/** Reads the record again, and which of these tags the remote has. */
	async #lookAgain(remote: string, tags: readonly SentTag[], hasHead: boolean): Promise<Map<string, string>> {
		const { git } = this.#options;
		if (hasHead) await git.forgetHeads(remote);
		await this.refresh();
		return git.remoteTags(
			remote,
			tags.map(({ name }) => name),
		);
	}

	#imagine(tag: Pick<TagInfo, "name" | "target" | "message" | "taggedAt">): Written {
		const imagined = { ...tag, object: `imagined ${tag.name}`, tagger: { name: "mainline", email: "plan@localhost" } };
		this.#tags = [...this.#tags, imagined];
		return { kind: "written", tag: tag.name };
	}
}

function isAssignment({ name }: TagInfo): boolean {
	const kind = parseTag(name)?.kind;
	return kind === "assign" || kind === "unassign";
}

/** As tags write it. */
function headOf(model: string): string {
	return model.replace(":", "=");
}
