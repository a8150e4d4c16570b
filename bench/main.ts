import { availableParallelism, cpus, totalmem } from "node:os";
import { hashing } from "./hashing.ts";
import { image } from "./image.ts";
import { plan } from "./plan.ts";
import { rollback } from "./rollback.ts";
import { startup } from "./startup.ts";
import type { Benchmark, Measured, Missing, Result } from "./support/measure.ts";

const ALL: readonly Benchmark[] = [startup, plan, hashing, image, rollback];

/** `npm run bench [-- NAME… --json]`: ratios against named peers, both sides measured in turn in this very run. */
async function main(args: readonly string[]): Promise<void> {
	const names = args.filter((arg) => !arg.startsWith("-"));
	const odd = names.find((name) => !ALL.some((each) => each.name === name));
	if (odd !== undefined) {
		process.stderr.write(`there is no benchmark ${odd}: ${ALL.map(({ name }) => name).join(", ")}\n`);
		process.exitCode = 2;
		return;
	}
	const isJson = args.includes("--json");
	const results: ({ name: string; about: string } & (Result | Missing))[] = [];
	for (const benchmark of ALL.filter((each) => names.length === 0 || names.includes(each.name))) {
		const { name, about } = benchmark;
		process.stderr.write(`${name}: ${about} …\n`);
		const result = await benchmark.run();
		results.push({ name, about, ...result });
		if (!isJson) process.stdout.write(`${inWords(result)}\n\n`);
	}
	const machine = {
		cores: availableParallelism(),
		cpu: cpus()[0]?.model ?? "",
		memoryGiB: Math.round(totalmem() / 2 ** 30),
		node: process.version,
	};
	process.stdout.write(
		isJson
			? `${JSON.stringify({ machine, results }, null, 2)}\n`
			: `on ${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, Node ${machine.node}\n`,
	);
}

function inWords(result: Result | Missing): string {
	if ("missing" in result) return `  not measured: ${result.missing}`;
	const { ours, peer, ratio, note } = result;
	const verdict = `  ${ratio.value.toFixed(2)}  ${ratio.is} (wanted ${ratio.wanted}: ${ratio.reached ? "reached" : "not reached"})`;
	return [side(ours), side(peer), verdict, ...(note === null ? [] : [`  ${note}`])].join("\n");
}

function side({ name, times, median }: Measured): string {
	return `  ${name.padEnd(20)} ${median.toFixed(0).padStart(6)} ms  (${times.at(0)?.toFixed(0)}–${times.at(-1)?.toFixed(0)}, ${times.length} rounds)`;
}

await main(process.argv.slice(2));
