import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../kernel/index.ts";
import { BareRepository } from "./bare.ts";
import type { Delivery, Pusher, RefChange } from "./happenings.ts";
import { notFound } from "./refusal.ts";
import { freshSettings } from "./settings.ts";
import { emptyState, fullName, type Repository, type State, type User } from "./state.ts";

/** The parts that every route works on: the state, the git repositories, the time, and where it is all kept. */
export class Hub {
	readonly directory: string;
	readonly clock: Clock;
	state: State;
	/** As it was before the last write, for stale reads. */
	before: State;
	serverUrl = "";
	/** Of GitHub Enterprise Server; null: github.com. */
	readonly enterpriseVersion: string | null;
	readonly deliveries: Delivery[] = [];
	/** Follows a ref that moved; set when the parts are put together, because pulls know pushes and not the other way round. */
	onRefChange: ((pusher: Pusher, change: RefChange) => Promise<void>) | null = null;
	readonly listeners = new Set<(delivery: Delivery) => void>();
	#lastWork: Promise<unknown> = Promise.resolve();

	constructor(directory: string, clock: Clock, enterpriseVersion: string | null = null) {
		this.enterpriseVersion = enterpriseVersion;
		this.directory = directory;
		this.clock = clock;
		mkdirSync(directory, { recursive: true });
		this.state = readState(join(directory, "state.json"));
		this.before = structuredClone(this.state);
	}

	get apiUrl(): string {
		return `${this.serverUrl}/api/v3`;
	}

	now(): string {
		return this.clock
			.now()
			.toISOString()
			.replace(/\.\d+Z$/, "Z");
	}

	newId(): number {
		this.state.lastId += 1;
		return this.state.lastId;
	}

	repository(name: string): Repository {
		const found = this.state.repositories[name];
		if (found === undefined) throw notFound();
		return found;
	}

	bare(repository: Repository): BareRepository {
		return new BareRepository(this.bareDirectory(fullName(repository)), this.clock);
	}

	bareDirectory(name: string): string {
		return join(this.directory, "repositories", `${name}.git`);
	}

	user(login: string): User {
		const known = this.state.users[login];
		if (known !== undefined) return known;
		const user: User = { id: this.newId(), login, type: login.endsWith("[bot]") ? "Bot" : "User" };
		this.state.users[login] = user;
		return user;
	}

	deliver(delivery: Delivery): void {
		this.deliveries.push(delivery);
		for (const listener of this.listeners) listener(delivery);
	}

	/** One write at a time, as GitHub's database would see to; the state is on disk before the answer goes out. */
	exclusively<T>(work: () => Promise<T>): Promise<T> {
		const run = this.#lastWork.then(async () => {
			const before = structuredClone(this.state);
			try {
				return await work();
			} finally {
				this.before = before;
				this.#save();
			}
		});
		this.#lastWork = run.catch(() => {});
		return run;
	}

	#save(): void {
		const file = join(this.directory, "state.json");
		writeFileSync(`${file}.new`, JSON.stringify(this.state));
		renameSync(`${file}.new`, file);
	}
}

function readState(file: string): State {
	try {
		const state = JSON.parse(readFileSync(file, "utf8")) as Omit<State, "teams"> & Partial<State>;
		for (const repository of Object.values(state.repositories)) complete(repository);
		return { ...state, teams: state.teams ?? {} };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return emptyState();
		throw error;
	}
}

/** A repository that was kept before there were runs, settings and issues has none. */
function complete(repository: Partial<Pick<Repository, "runs" | "artifacts" | "settings" | "issues">>): void {
	repository.issues ??= [];
	repository.runs ??= [];
	repository.artifacts ??= [];
	repository.settings ??= freshSettings();
}
