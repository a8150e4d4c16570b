import { badInput } from "../kernel/index.ts";
import type { Needs, Stage } from "../manifest/index.ts";

/** What stages that run at the same time share. */
export interface Capacity {
	/** Stages at a time, as it was asked for; null: as many as the rest allows. */
	readonly jobs: number | null;
	readonly cpus: number;
	/** Bytes. */
	readonly memory: number;
	/** The GPUs that may be handed out, as CUDA_VISIBLE_DEVICES names them; asked when a stage needs to know. */
	devices(): Promise<readonly string[]>;
}

/** A stage's part, to be given back. */
export interface Share {
	/** What its command is told of the GPUs, as environment variables. */
	readonly variables: Readonly<Record<string, string>>;
	/** The GPUs that it may use. */
	readonly devices: () => Promise<readonly string[]>;
	/** What it asks for beyond what the machine has. */
	readonly scarce: readonly string[];
	giveBack(): void;
}

interface Demand {
	readonly cpus: number;
	readonly memory: number;
	/** `all`: it may use any that it sees, so nobody else may have one. */
	readonly gpus: number | "all";
	/** Whether the command is told which. */
	readonly told: boolean;
}

interface Waiter {
	readonly rank: number;
	readonly demand: Demand;
	readonly start: (devices: readonly string[]) => void;
}

/** Hands out the machine: the stage that would be first one after the other comes first, where it fits. */
export class Slots {
	readonly #capacity: Capacity;
	readonly #free: { jobs: number; cpus: number; memory: number; devices: readonly string[] };
	#waiting: readonly Waiter[] = [];
	#all: readonly string[] | null = null;

	constructor(capacity: Capacity) {
		this.#capacity = capacity;
		const { jobs, cpus, memory } = capacity;
		this.#free = { jobs: jobs ?? Number.POSITIVE_INFINITY, cpus, memory, devices: [] };
	}

	/** Failure `too-few-gpus` for what can never be. */
	async take({ needs, address }: Stage, rank: number): Promise<Share> {
		const wanted = demandOf(needs, this.#capacity.jobs !== null);
		const all = wanted.gpus === 0 ? [] : await this.#devices();
		if (needs !== undefined && typeof wanted.gpus === "number" && wanted.gpus > all.length) {
			throw tooFewGpus(address, needs, all);
		}
		const demand = this.#withinReach(wanted);
		const devices = await this.#turn(rank, demand);
		let isTaken = true;
		return {
			variables: demand.told ? { CUDA_VISIBLE_DEVICES: devices.join(",") } : {},
			devices: async () => (demand.told ? devices : this.#devices()),
			scarce: scarceOf(wanted, demand),
			giveBack: () => {
				if (isTaken) this.#give(demand, devices);
				isTaken = false;
			},
		};
	}

	/** More cores or memory than there are mean all of them. */
	#withinReach(demand: Demand): Demand {
		const { cpus, memory } = this.#capacity;
		return { ...demand, cpus: Math.min(demand.cpus, cpus), memory: Math.min(demand.memory, memory) };
	}

	async #devices(): Promise<readonly string[]> {
		const found = await this.#capacity.devices();
		if (this.#all === null) {
			this.#all = found;
			this.#free.devices = found;
		}
		return this.#all;
	}

	#turn(rank: number, demand: Demand): Promise<readonly string[]> {
		return new Promise((start) => {
			this.#waiting = [...this.#waiting, { rank, demand, start }].sort((a, b) => a.rank - b.rank);
			this.#startWhatFits();
		});
	}

	#startWhatFits(): void {
		this.#waiting = this.#waiting.filter(({ demand, start }) => {
			if (!this.#fits(demand)) return true;
			start(this.#carveOut(demand));
			return false;
		});
	}

	#fits({ cpus, memory, gpus }: Demand): boolean {
		const { jobs, cpus: cores, memory: bytes, devices } = this.#free;
		const enough = gpus === "all" ? devices.length === (this.#all ?? []).length : devices.length >= gpus;
		return jobs >= 1 && cores >= cpus && bytes >= memory && enough;
	}

	#carveOut({ cpus, memory, gpus }: Demand): readonly string[] {
		const free = this.#free;
		const count = gpus === "all" ? free.devices.length : gpus;
		const devices = free.devices.slice(0, count);
		free.jobs -= 1;
		free.cpus -= cpus;
		free.memory -= memory;
		free.devices = free.devices.slice(count);
		return devices;
	}

	#give({ cpus, memory }: Demand, devices: readonly string[]): void {
		const free = this.#free;
		const back = new Set([...free.devices, ...devices]);
		free.jobs += 1;
		free.cpus += cpus;
		free.memory += memory;
		free.devices = (this.#all ?? []).filter((device) => back.has(device));
		this.#startWhatFits();
	}
}

/**
 * What is not said counts as one core and every GPU. Where somebody says how many run at a time, what is not said does not
 * count.
 */
function demandOf(needs: Needs | undefined, isCounted: boolean): Demand {
	const { cpus = null, memory = null, gpus = null } = needs ?? {};
	return {
		cpus: cpus ?? (isCounted ? 0 : 1),
		memory: memory ?? 0,
		gpus: gpus ?? (isCounted ? 0 : "all"),
		told: gpus !== null,
	};
}

function scarceOf(wanted: Demand, got: Demand): string[] {
	const cores =
		Number.isFinite(wanted.cpus) && wanted.cpus > got.cpus ? [`${wanted.cpus} cores (${got.cpus} are here)`] : [];
	const memory = wanted.memory > got.memory ? [`${gib(wanted.memory)} of memory (${gib(got.memory)} are here)`] : [];
	return [...cores, ...memory];
}

function gib(bytes: number): string {
	return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}

function tooFewGpus(address: string, { gpus, place }: Needs, all: readonly string[]): Error {
	return badInput(
		"too-few-gpus",
		`stage \`${address}\` needs ${gpus} ${gpus === 1 ? "GPU" : "GPUs"}, and ${here(all.length)} here`,
		{
			at: place,
			found: all.length === 0 ? "no GPU" : all.join(","),
			expected: `${gpus} in CUDA_VISIBLE_DEVICES, or found by nvidia-smi`,
			hint: "run it on a machine that has them, name them with --gpus, or ask for fewer in meta.mainline",
		},
	);
}

function here(count: number): string {
	return count === 0 ? "none is" : `only ${count} ${count === 1 ? "is" : "are"}`;
}
