import { baseName, isWithin, parentOf } from "../../../kernel/index.ts";
import type { Candidate } from "./candidates.ts";
import type { Entry, ProposedStage } from "./model.ts";
import { namesOf } from "./settings.ts";
import type { Touched } from "./tracing.ts";

/** What has to be known of the project beside its programs. */
export interface Surroundings {
	readonly tracked: ReadonlySet<string>;
	/** Paths that DVC has of its own: outputs of `.dvc` files. */
	readonly dvc: readonly string[];
	/** What is there: bytes of a file, a folder, or nothing. */
	readonly there: ReadonlyMap<string, number | "folder" | null>;
}

/** Programs as stages, each with what is not certain about it. */
export function stagesOf(candidates: readonly Candidate[], surroundings: Surroundings): ProposedStage[] {
	const names = namesFor(candidates);
	const written = new Map(candidates.map((one) => [one, writesOf(one).map(({ path }) => path)] as const));
	return candidates.map((candidate) => {
		const others = [...written].filter(([one]) => one !== candidate).flatMap(([, paths]) => paths);
		return stageOf(candidate, { name: names.get(candidate) ?? "stage", others, ...surroundings });
	});
}

interface Around extends Surroundings {
	readonly name: string;
	/** What other programs write. */
	readonly others: readonly string[];
}

/** `prepare` of `01_prepare.py`; with its folder where two are called so. */
function namesFor(candidates: readonly Candidate[]): Map<Candidate, string> {
	const plain = (name: string): string =>
		name
			.replace(/^\d+[-_. ]*(?=\D)/, "")
			.replace(/[^A-Za-z0-9_-]+/g, "-")
			.replace(/^-+|-+$/g, "") || "stage";
	const names = new Map<Candidate, string>();
	const taken = new Set<string>();
	for (const candidate of candidates) {
		const short = plain(candidate.name);
		const long = plain(`${baseName(parentOf(candidate.file))}-${candidate.name}`);
		let name = taken.has(short) ? long : short;
		for (let at = 2; taken.has(name); at++) name = `${short}-${at}`;
		taken.add(name);
		names.set(candidate, name);
	}
	return names;
}

function writesOf({ findings, named, copy, file }: Candidate): Touched[] {
	const more = (path: string, at: string): Touched => ({
		effect: "writes",
		path,
		folder: false,
		call: "its rule",
		at,
		perhaps: false,
	});
	const all = findings.touched.filter(({ effect }) => effect === "writes");
	const listed = (named?.writes ?? []).map((path) => more(path, named?.at ?? ""));
	return firstOfEach([
		...all,
		...listed,
		...(copy === null ? [] : [{ ...more(copy, file), call: "the executed notebook" }]),
	]);
}

function firstOfEach(all: readonly Touched[]): Touched[] {
	return all.filter((one, at) => all.findIndex(({ path }) => path === one.path) === at);
}

function reason({ call, at }: Pick<Touched, "call" | "at">): string {
	return `${call}, ${at}`;
}

function stageOf(candidate: Candidate, around: Around): ProposedStage {
	const { file, cmd, said, findings } = candidate;
	const doubts: string[] = [
		...[...findings.missing, ...findings.unclear].map(({ says, at }) => `${says}: ${at}`),
		...findings.elsewhere.map(({ says, at }) => `${says}, outside of the project: ${at}`),
	];
	const writes = withoutParts(writesOf(candidate));
	const reads = depsOf(candidate, { writes, around, doubts });
	for (const one of findings.touched.filter(({ effect }) => effect === "changes")) {
		if (!/\.log$|(^|\/)logs?\//.test(one.path))
			doubts.push(`adds to ${one.path}, which DVC removes before a run: ${reason(one)}`);
	}
	for (const one of writes) {
		const trouble = troubleWith(one, candidate, around);
		if (trouble !== null) doubts.push(`${trouble}: ${reason(one)}`);
	}
	const metrics = writes.filter(isMetrics);
	const outs = writes.filter((one) => !isMetrics(one));
	if (writes.length === 0) doubts.push("writes nothing that was found");
	return {
		name: around.name,
		file,
		cmd,
		because: said === null ? file : `${file}, as ${said} starts it`,
		deps: [{ path: file, because: "the program itself" }, ...modules(candidate), ...reads].toSorted((a, b) =>
			a.path < b.path ? -1 : 1,
		),
		params: paramsOf(candidate),
		outs: outs.map((one) => ({ path: one.path, because: reason(one), inGit: around.tracked.has(one.path) })),
		metrics: metrics.map((one) => ({ path: one.path, because: reason(one) })),
		doubts: [...new Set(doubts)],
	};
}

/** A folder that is written whole covers what is written in it. */
function withoutParts(writes: readonly Touched[]): Touched[] {
	return writes.filter((one) => !writes.some((other) => other !== one && isWithin(one.path, other.path)));
}

function isMetrics({ path, folder }: Touched): boolean {
	return !folder && /\.(json|ya?ml|toml)$/.test(path) && /metric|score|result|eval|report/i.test(baseName(path));
}

function modules({ findings }: Candidate): Entry[] {
	return [...findings.modules].map((path) => ({ path, because: "imported" }));
}

interface Weighing {
	readonly writes: readonly Touched[];
	readonly around: Around;
	readonly doubts: string[];
}

/** What it reads that is there, or that another stage makes. */
function depsOf({ file, findings, named }: Candidate, { writes, around, doubts }: Weighing): Entry[] {
	const { there, others } = around;
	const rule = (named?.reads ?? []).map(
		(path): Touched => ({ effect: "reads", path, folder: false, call: "its rule", at: named?.at ?? "", perhaps: true }),
	);
	const reads = firstOfEach([...findings.touched.filter(({ effect }) => effect === "reads"), ...rule]);
	const own = new Set([file, ...findings.modules, ...findings.settings.keys()]);
	const found: Entry[] = [];
	for (const one of reads) {
		if (
			own.has(one.path) ||
			writes.some(({ path }) => isWithin(one.path, path) || (one.folder && isWithin(path, one.path)))
		)
			continue;
		const made = others.some((path) => isWithin(one.path, path) || isWithin(path, one.path));
		const state = there.get(one.path) ?? null;
		const isThere = one.perhaps ? typeof state === "number" : state !== null;
		if (made || isThere) found.push({ path: one.path, because: reason(one) });
		else if (!one.perhaps) doubts.push(`reads ${one.path}, which is not there and nothing here makes: ${reason(one)}`);
	}
	return found.filter(({ path }) => !found.some((other) => other.path !== path && isWithin(path, other.path)));
}

/** Why a path that is written cannot be an output. DVC removes outputs before each run. */
function troubleWith(
	one: Touched,
	{ file, findings }: Candidate,
	{ tracked, there, others, dvc }: Around,
): string | null {
	const { path } = one;
	const isFolder = one.folder || there.get(path) === "folder";
	const read = findings.touched.some(
		({ effect, path: other }) => effect === "reads" && other !== path && isWithin(other, path) && isFolder,
	);
	if (/\.(py|ipynb|sh)$/.test(path) && path !== file && !path.startsWith("executed/"))
		return `writes the program ${path}`;
	if (
		/(^|\/)(params\.ya?ml|dvc\.yaml|dvc\.lock|mainline\.yaml)$|^\.(git|dvc)(\/|$)/.test(path) ||
		findings.settings.has(path)
	)
		return `writes ${path}, a file of the project itself`;
	if (dvc.some((other) => isWithin(path, other) || isWithin(other, path)))
		return `writes ${path}, which a .dvc file tracks`;
	if (others.some((other) => other === path)) return `writes ${path}, as another one does`;
	if (others.some((other) => isWithin(other, path) || isWithin(path, other)))
		return `writes ${path}, into which another one writes`;
	if (isFolder && [...tracked].some((other) => isWithin(other, path)))
		return `writes into ${path}, where git tracks files that DVC would remove`;
	if (read) return `writes into ${path} and reads from there what DVC would remove`;
	return null;
}

function paramsOf({ findings }: Candidate): ProposedStage["params"] {
	return [...findings.settings].map(([file, used]) => ({
		file,
		names: namesOf(used),
		because: findings.touched.find(({ path }) => path === file)?.at ?? "read",
	}));
}
