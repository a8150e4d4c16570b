import { badInput, type Failure } from "../kernel/index.ts";

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NO_SHA = /^0+$/;

/** Takes fields out of a foreign object one by one, and says which one was not what GitHub sends. */
export class Reader {
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

	textOrNull(name: string): string | null {
		const value = this.#get(name);
		return value === null || value === undefined ? null : this.text(name);
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

	time(name: string): Date {
		const value = new Date(this.text(name));
		if (Number.isNaN(value.getTime())) throw this.#refuse(name, this.text(name), "a time");
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

export function parseJson(name: string, payload: string): unknown {
	try {
		return JSON.parse(payload);
	} catch {
		throw unreadable(name, payload.slice(0, 40), "JSON");
	}
}

export function unreadable(name: string, found: string, expected: string): Failure {
	return badInput("event-unreadable", `the event \`${name}\` is not what GitHub sends`, {
		found,
		expected,
		hint: "GITHUB_EVENT_PATH must name the file that the runner wrote",
	});
}
