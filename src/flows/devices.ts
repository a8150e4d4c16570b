import type { Capacity } from "../run/index.ts";
import { run } from "../shell/index.ts";
import type { Machine } from "./context.ts";

interface Asked {
	readonly jobs: number | null;
	readonly gpus?: readonly string[] | null;
}

const ASK_MS = 20_000;

/** What this machine has for stages to share. */
export function capacityOf({ cpus, memory, visibleDevices }: Machine, { jobs, gpus }: Asked): Capacity {
	let found: Promise<readonly string[]> | null = null;
	return {
		jobs,
		cpus,
		memory,
		devices: () => {
			const given = gpus ?? visibleDevices;
			found ??= given === null ? devicesFound() : Promise.resolve(given);
			return found;
		},
	};
}

/** As CUDA_VISIBLE_DEVICES may name them; none where nvidia-smi is not installed, or finds none. */
async function devicesFound(): Promise<readonly string[]> {
	const asked = await run("nvidia-smi", ["-L"], { timeoutMs: ASK_MS }).catch(() => null);
	return asked === null || asked.code !== 0 ? [] : devicesIn(asked.stdoutText);
}

/** The devices in what `nvidia-smi -L` says. Of a GPU that is cut into parts (MIG) the parts count. */
export function devicesIn(list: string): string[] {
	const found: { gpu: string; parts: string[] }[] = [];
	for (const line of list.split("\n")) {
		const [, gpu] = /^GPU \d+: .*\(UUID: (GPU-[^)]+)\)/.exec(line) ?? [];
		const [, part] = /^\s+MIG .*\(UUID: (MIG-[^)]+)\)/.exec(line) ?? [];
		if (gpu !== undefined) found.push({ gpu, parts: [] });
		if (part !== undefined) found.at(-1)?.parts.push(part);
	}
	return found.flatMap(({ gpu, parts }) => (parts.length > 0 ? parts : [gpu]));
}
