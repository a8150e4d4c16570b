import { availableParallelism, cpus, totalmem } from "node:os";
import { add } from "./add.ts";
import { checkout } from "./checkout.ts";
import { folderRemote } from "./folder-remote.ts";
import { growth } from "./growth.ts";
import { hashing } from "./hashing.ts";
import { image } from "./image.ts";
import { lock } from "./lock.ts";
import { pipelines } from "./pipelines.ts";
import { plan } from "./plan.ts";
import { planMany } from "./plan-many.ts";
import { rollback } from "./rollback.ts";
import { s3Remote } from "./s3-remote.ts";
import { serve } from "./serve.ts";
import { stages } from "./stages.ts";
import { startup } from "./startup.ts";
import type { Benchmark, Measured, Missing, Result } from "./support/measure.ts";
import { FULL, type Sizes, sizesOf } from "./support/sizes.ts";

const ALL: readonly Benchmark[] = [
	startup,
	plan,
	planMany,
	hashing,
	add,
	folderRemote,
	s3Remote,
	checkout,
	stages,
	pipelines,
	lock,
	growth,
	image,
	rollback,
	serve,
];

const USAGE = `npm run bench [-- NAME… --json --quick ${Object.keys(FULL)
	.map((name) => `--${name} N`)
	.join(" ")}]`;

/** Ratios against named peers, both sides measured in turn in this very run. */
async function main(args: readonly string[]): Promise<void> {
	const sizes = sizesOf(args);
	if (typeof sizes === "string") return refuse(`${sizes} wants a number: ${USAGE}`);
	const names = args.filter((arg, at) => !arg.startsWith("-") && !takesValue(args[at - 1]));
	const odd = names.find((name) => !ALL.some((each) => each.name === name));
	if (odd !== undefined) {
		return refuse(`there is no benchmark ${odd}: ${ALL.map(({ name }) => name).join(", ")}\n${USAGE}`);
	}
	const isJson = args.includes("--json");
	const results: Named[] = [];
	for (const benchmark of ALL.filter(({ name, long }) => (names.length === 0 ? long !== true : names.includes(name)))) {
		process.stderr.write(`${benchmark.name}: ${benchmark.about} …\n`);
		for (const result of await resultsOf(benchmark, sizes)) {
			results.push({ name: benchmark.name, about: benchmark.about, ...result });
			if (!isJson) process.stdout.write(`${inWords(result)}\n\n`);
		}
	}
	const machine = {
		cores: availableParallelism(),
		cpu: cpus()[0]?.model ?? "",
		memoryGiB: Math.round(totalmem() / 2 ** 30),
		node: process.version,
	};
	process.stdout.write(
		isJson
			? `${JSON.stringify({ machine, sizes, results }, null, 2)}\n`
			: `on ${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB, Node ${machine.node}\n`,
	);
}

type Named = { readonly name: string; readonly about: string } & (Result | Missing);

/** One that fails is told and does not take the others along. */
async function resultsOf(benchmark: Benchmark, sizes: Sizes): Promise<readonly (Result | Missing)[]> {
	try {
		const found = await benchmark.run(sizes);
		return "length" in found ? found : [found];
	} catch (error) {
		process.exitCode = 1;
		return [{ missing: error instanceof Error ? error.message : String(error) }];
	}
}

function takesValue(arg: string | undefined): boolean {
	return arg?.startsWith("--") === true && arg.slice(2) in FULL;
}

function refuse(message: string): void {
	process.stderr.write(`${message}\n`);
	process.exitCode = 2;
}

function inWords(result: Result | Missing): string {
	if ("missing" in result) return `  not measured: ${result.missing}`;
	const { about, ours, peer, ratio, note } = result;
	const verdict = `  ${ratio.value.toFixed(2)}  ${ratio.is} (wanted ${ratio.wanted}: ${ratio.reached ? "reached" : "not reached"})`;
	return [
		...(about === undefined ? [] : [`  ${about}`]),
		side(ours),
		side(peer),
		verdict,
		...(note === null ? [] : [`  ${note}`]),
	].join("\n");
}

function side({ name, times, median, cpu, peakMiB }: Measured): string {
	const rounds = `(${times.at(0)?.toFixed(0)}–${times.at(-1)?.toFixed(0)}, ${times.length} rounds)`;
	const work = cpu === null ? "" : `  ${cpu.toFixed(0)} ms of CPU`;
	const memory = peakMiB === null ? "" : `  ${peakMiB.toFixed(0)} MiB`;
	return `  ${name.padEnd(24)} ${median.toFixed(0).padStart(7)} ms  ${rounds}${work}${memory}`;
}

await main(process.argv.slice(2));
