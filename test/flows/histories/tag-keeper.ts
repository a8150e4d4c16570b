import type { TagKeeper } from "../../../src/flows/release/ledger.ts";
import type { Head, NewTag, SentTag } from "../../../src/git/index.ts";
import { badInput, infrastructure } from "../../../src/kernel/index.ts";
import type { TagInfo } from "../../../src/release/index.ts";

/** Where a run may be killed: each is a moment at which something was done and the next thing was not. */
export type Moment =
	| "before the tag"
	| "before the push"
	| "before it arrives"
	| "after the push"
	| "before the answer";

/** A run that was killed: nothing after it is done. */
export class Killed extends Error {}

/** A connection that was cut after the remote took a push: the run goes on, without the remote's word. */
const CUT: Moment = "before the answer";
/** One that was cut before: the remote took nothing, and the run goes on. */
const LOST: Moment = "before it arrives";

/**
 * Tags of one remote and its clones, as git keeps them, in memory: a thousand histories are told in a minute. What git itself
 * does with them is tried in `release-declare.test.ts` and the suites against the real git.
 */
export class MemoryRemote {
	readonly tags = new Map<string, TagInfo>();
	readonly heads = new Map<string, string>();
	#objects = 0;
	#clones = 0;

	/** On another machine than the one before: their clocks are five minutes apart. */
	clone(): MemoryClone {
		this.#clones += 1;
		return new MemoryClone(this, { ahead: this.#clones % 2 === 0 ? 5 : 0 });
	}

	nextObject(): string {
		this.#objects += 1;
		return this.#objects.toString(16).padStart(40, "0");
	}
}

export class MemoryClone implements TagKeeper {
	readonly #remote: MemoryRemote;
	readonly #tags = new Map<string, TagInfo>();
	/** Tag objects that were made here. */
	readonly #objects = new Map<string, TagInfo>();
	#heads = new Map<string, string>();
	/** The next of these moments ends the run. */
	killAt: Moment | null = null;
	#dead: Moment | null = null;
	/** Waited for at every step, so that others can come between. */
	meanwhile: () => Promise<void> = async () => {};

	/** Minutes by which its machine's clock is ahead. */
	readonly ahead: number;

	constructor(remote: MemoryRemote, { ahead }: { readonly ahead: number }) {
		this.#remote = remote;
		this.ahead = ahead;
	}

	/** The same machine, and another run. */
	revive(): void {
		this.#dead = null;
		this.killAt = null;
	}

	async pause(): Promise<void> {
		if (this.#dead !== null) throw new Killed(this.#dead);
		await this.meanwhile();
	}

	async tags(): Promise<TagInfo[]> {
		await this.pause();
		return [...this.#tags.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
	}

	async fetchTags(): Promise<void> {
		await this.pause();
		for (const [name, tag] of this.#remote.tags) this.#tags.set(name, tag);
		this.#heads = new Map(this.#remote.heads);
	}

	async heads(): Promise<Map<string, string>> {
		await this.pause();
		return new Map(this.#heads);
	}

	async forgetHeads(): Promise<void> {
		await this.pause();
		this.#heads = new Map(this.#remote.heads);
	}

	async remoteTags(_: string, names: readonly string[]): Promise<Map<string, string>> {
		await this.pause();
		const found = names.flatMap((name) => this.#remote.tags.get(name) ?? []);
		return new Map(found.map(({ name, object }) => [name, object]));
	}

	async createTag(): Promise<void> {
		throw new Error("there is a remote");
	}

	async makeTag({ name, target, message, at }: NewTag): Promise<string> {
		await this.pause();
		this.#killed("before the tag");
		if (this.#tags.has(name)) throw badInput("tag-exists", `the tag ${name} exists already`);
		const tagger = { name: "Ann", email: "ann@example.org" };
		const object = this.#remote.nextObject();
		this.#objects.set(object, { name, object, target, taggedAt: at, tagger, message });
		this.#killed("before the push");
		return object;
	}

	async keepTag({ name, object }: SentTag): Promise<void> {
		await this.pause();
		const tag = this.#objects.get(object);
		if (tag !== undefined) this.#tags.set(name, tag);
	}

	async pushTags(_: string, tags: readonly SentTag[], head?: Head): Promise<void> {
		await this.pause();
		this.#cut(LOST);
		const refused = tags.some(({ name, object }) => (this.#remote.tags.get(name)?.object ?? object) !== object);
		const moved = head !== undefined && (this.#remote.heads.get(head.name) ?? null) !== head.from;
		if (refused || moved) throw infrastructure("push-rejected", "the remote refused the tags");
		const news = tags.filter(({ name }) => !this.#remote.tags.has(name));
		for (const { name, object } of news) {
			const tag = this.#objects.get(object);
			if (tag === undefined) throw new Error(`${name} was never made here`);
			this.#remote.tags.set(name, tag);
		}
		if (head !== undefined) this.#remote.heads.set(head.name, head.to);
		this.#killed("after the push");
		if (news.length > 0) this.#cut(CUT);
	}

	#cut(moment: Moment): void {
		if (this.killAt !== moment) return;
		this.killAt = null;
		throw infrastructure(
			"git-unreachable",
			"git could not send tags to the remote: the remote end hung up unexpectedly",
		);
	}

	#killed(moment: Moment): void {
		if (this.killAt !== moment) return;
		this.killAt = null;
		this.#dead = moment;
		throw new Killed(moment);
	}
}
