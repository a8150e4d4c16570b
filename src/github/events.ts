import { badInput, type Failure } from "../kernel/index.ts";

/** What happened, as far as anything here depends on it. Every id in it has been checked to be one. */
export type Event = PullRequestEvent | PushEvent | DispatchEvent | OtherEvent;

export interface EventRepository {
	readonly id: number;
	/** `owner/name`. */
	readonly fullName: string;
	readonly defaultBranch: string;
	readonly private: boolean;
}

export interface PullEnd {
	readonly ref: string;
	readonly sha: string;
	/** Null when it was deleted. */
	readonly repository: string | null;
}

export interface PullRequestEvent {
	readonly kind: "pull_request";
	readonly action: string;
	readonly number: number;
	readonly title: string;
	readonly draft: boolean;
	readonly merged: boolean;
	readonly author: string;
	readonly sender: string;
	/** The head is in another repository than the base, or in one that is gone. */
	readonly fork: boolean;
	readonly head: PullEnd;
	readonly base: PullEnd;
	readonly repository: EventRepository;
}

export interface PushEvent {
	readonly kind: "push";
	readonly ref: string;
	readonly branch: string | null;
	readonly tag: string | null;
	/** Null when the push made the ref. */
	readonly before: string | null;
	/** Null when the push deleted it. */
	readonly after: string | null;
	readonly toDefaultBranch: boolean;
	readonly forced: boolean;
	readonly sender: string;
	readonly repository: EventRepository;
}

export interface DispatchEvent {
	readonly kind: "workflow_dispatch";
	readonly inputs: Readonly<Record<string, string>>;
	readonly ref: string;
	readonly sender: string;
	readonly repository: EventRepository;
}

export interface OtherEvent {
	readonly kind: "other";
	readonly name: string;
}

/** GitHub's own limit for what it delivers. */
const LARGEST_PAYLOAD_BYTES = 25 * 1024 * 1024;

/** Reads what GITHUB_EVENT_NAME and the file GITHUB_EVENT_PATH say. Events that nothing depends on are not looked into. */
export function parseEvent(name: string, payload: string): Event {
	if (name !== "pull_request" && name !== "push" && name !== "workflow_dispatch") return { kind: "other", name };
	if (Buffer.byteLength(payload) > LARGEST_PAYLOAD_BYTES)
		throw unreadable(name, "more than 25 MiB", "GitHub's payload");
	const root = new Reader(name, "", parseJson(name, payload));
	if (name === "pull_request") return readPullRequest(root);
	return name === "push" ? readPush(root) : readDispatch(root);
}

function readPullRequest(root: Reader): PullRequestEvent {
	const pull = root.object("pull_request");
	const [head, base] = [pull.object("head"), pull.object("base")];
	const from = head.objectOrNull("repo");
	return {
		kind: "pull_request",
		action: root.text("action"),
		number: root.integer("number"),
		title: pull.text("title"),
		draft: pull.flag("draft"),
		merged: pull.flag("merged"),
		author: pull.objectOrNull("user")?.text("login") ?? "ghost",
		sender: root.object("sender").text("login"),
		fork: from === null || from.integer("id") !== base.object("repo").integer("id"),
		head: readEnd(head),
		base: readEnd(base),
		repository: readRepository(root),
	};
}

function readEnd(end: Reader): PullEnd {
	return { ref: end.text("ref"), sha: end.sha("sha"), repository: end.objectOrNull("repo")?.text("full_name") ?? null };
}

function readPush(root: Reader): PushEvent {
	const ref = root.text("ref");
	const branch = after(ref, "refs/heads/");
	const repository = readRepository(root);
	return {
		kind: "push",
		ref,
		branch,
		tag: after(ref, "refs/tags/"),
		before: root.shaOrNothing("before"),
		after: root.shaOrNothing("after"),
		toDefaultBranch: branch === repository.defaultBranch,
		forced: root.flag("forced"),
		sender: root.object("sender").text("login"),
		repository,
	};
}

function after(text: string, prefix: string): string | null {
	return text.startsWith(prefix) ? text.slice(prefix.length) : null;
}

function readDispatch(root: Reader): DispatchEvent {
	const given = root.objectOrNull("inputs");
	const inputs = Object.fromEntries((given?.names() ?? []).map((key) => [key, given?.anyText(key) ?? ""]));
	return {
		kind: "workflow_dispatch",
		inputs,
		ref: root.text("ref"),
		sender: root.object("sender").text("login"),
		repository: readRepository(root),
	};
}

function readRepository(root: Reader): EventRepository {
	const repository = root.object("repository");
	return {
		id: repository.integer("id"),
		fullName: repository.text("full_name"),
		defaultBranch: repository.text("default_branch"),
		private: repository.flag("private"),
	};
}

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NO_SHA = /^0+$/;

/** Takes fields out of a foreign object one by one, and says which one was not what GitHub sends. */
class Reader {
	readonly #event: string;
	readonly #path: string;
	readonly #fields: Readonly<Record<string, unknown>>;

	constructor(event: string, path: string, value: unknown) {
		this.#event = event;
		this.#path = path;
		if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.#refuse("", value, "an object");
		this.#fields = value as Record<string, unknown>;
	}

	names(): string[] {
		return Object.keys(this.#fields);
	}

	object(name: string): Reader {
		return new Reader(this.#event, this.#at(name), this.#get(name));
	}

	objectOrNull(name: string): Reader | null {
		const value = this.#get(name);
		return value === null || value === undefined ? null : new Reader(this.#event, this.#at(name), value);
	}

	text(name: string): string {
		const value = this.#get(name);
		if (typeof value !== "string") throw this.#refuse(name, value, "text");
		return value;
	}

	/** Inputs of a workflow may be written as numbers and booleans; they mean their text. */
	anyText(name: string): string {
		const value = this.#get(name);
		return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
	}

	integer(name: string): number {
		const value = this.#get(name);
		if (typeof value !== "number" || !Number.isSafeInteger(value)) throw this.#refuse(name, value, "a whole number");
		return value;
	}

	/** Absent means no. */
	flag(name: string): boolean {
		return this.#get(name) === true;
	}

	sha(name: string): string {
		const value = this.text(name);
		if (!SHA.test(value)) throw this.#refuse(name, value, "40 or 64 hex digits");
		return value;
	}

	/** All zeros: no object. */
	shaOrNothing(name: string): string | null {
		const value = this.sha(name);
		return NO_SHA.test(value) ? null : value;
	}

	#get(name: string): unknown {
		return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
	}

	#at(name: string): string {
		return [this.#path, name].filter((part) => part !== "").join(".");
	}

	#refuse(name: string, found: unknown, expected: string): Failure {
		return unreadable(
			this.#event,
			(JSON.stringify(found) ?? "nothing").slice(0, 100),
			`${expected} at \`${this.#at(name)}\``,
		);
	}
}

function parseJson(name: string, payload: string): unknown {
	try {
		return JSON.parse(payload);
	} catch {
		throw unreadable(name, payload.slice(0, 40), "JSON");
	}
}

function unreadable(name: string, found: string, expected: string): Failure {
	return badInput("event-unreadable", `the event \`${name}\` is not what GitHub sends`, {
		found,
		expected,
		hint: "GITHUB_EVENT_PATH must name the file that the runner wrote",
	});
}
