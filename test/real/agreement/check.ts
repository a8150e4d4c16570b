import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	renameSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkout } from "../../../src/flows/checkout.ts";
import { diff } from "../../../src/flows/diff.ts";
import { plan } from "../../../src/flows/plan.ts";
import { run } from "../../../src/flows/run.ts";
import { Failure } from "../../../src/kernel/index.ts";
import { type DiffDocument, type PlanDocument, type RunDocument, writeJson } from "../../../src/report/index.ts";
import { contextAt, RUN } from "../../flows/rig.ts";
import { commitAll, git, layFirst, lend, put } from "./hands.ts";
import type { Scenario, Step } from "./model.ts";
import type { Answer, RealDvc } from "./worker.ts";
import { addresses, addressesOf, chosen, edited, firstWorld, outPaths, type World } from "./world.ts";

/** Where the two parted ways. */
export class Disagreement extends Error {
	readonly about: string;
	/** What shrinking must not change. */
	readonly kind: string;
	readonly step: number;
	readonly theirs: unknown;
	readonly ours: unknown;

	constructor(about: string, step: number, sides: { readonly theirs: unknown; readonly ours: unknown }) {
		super(`step ${step}: ${about}\n  dvc: ${shown(sides.theirs)}\n  mainline: ${shown(sides.ours)}`);
		this.about = about;
		this.kind = kindOf(about, sides.theirs);
		this.step = step;
		this.theirs = sides.theirs;
		this.ours = sides.ours;
	}
}

/** Without names and numbers. */
function kindOf(about: string, theirs: unknown): string {
	const what = about.replace(/^repro .*$/, "repro").replace(/^status of .*$/, "status");
	const first = isRecord(theirs) ? (Object.keys(theirs)[0] ?? "") : "";
	const where =
		about === "files"
			? first.split("/").slice(0, 2).join("/").replace(/\d+/g, "n")
			: Object.keys(isRecord(theirs) ? theirs : {})
					.slice(0, 1)
					.join();
	return `${what} ${where}`.trim();
}

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
const shown = (value: unknown): string =>
	(typeof value === "string" ? value : JSON.stringify(value, plain, 1)).slice(0, 3000);

interface Twins {
	readonly dvc: RealDvc;
	readonly theirs: string;
	readonly ours: string;
}

/** Lives a scenario twice and compares after each step. Gives the number of steps; throws a Disagreement. */
export async function agree(scenario: Scenario, { dvc, room }: { dvc: RealDvc; room: string }): Promise<number> {
	const folder = mkdtempSync(join(room, "case-"));
	try {
		let world = firstWorld(scenario);
		const twins = await begin({ dvc, folder, world, links: scenario.frame.links });
		let damaged = false;
		for (const [number, step] of scenario.steps.entries()) {
			damaged ||= step.edits.some((edit) => DAMAGES.has(edit.do));
			for (const edit of step.edits) {
				for (const root of [twins.theirs, twins.ours]) await lend(root, world, edit);
				world = edited(world, edit);
			}
			if (!(await compare(twins, { world, step, number, damaged }))) return number + 1;
		}
		return scenario.steps.length;
	} finally {
		if (process.env["AGREEMENT_KEEP"] === undefined) rmSync(folder, { recursive: true, force: true });
	}
}

const templates = new WeakMap<RealDvc, Promise<string>>();

/** An empty repository after `dvc init`; made once. */
async function emptyProject(dvc: RealDvc, room: string): Promise<string> {
	const root = mkdtempSync(join(room, "empty-"));
	await git(root, "init", "-q", "-b", "main");
	await dvc.call(root, "init", "-q");
	await commitAll(root);
	return root;
}

async function begin(start: { dvc: RealDvc; folder: string; world: World; links: number }): Promise<Twins> {
	const { dvc, folder, world, links } = start;
	const template = templates.get(dvc) ?? emptyProject(dvc, join(folder, ".."));
	templates.set(dvc, template);
	const theirs = join(folder, "theirs");
	cpSync(await template, theirs, { recursive: true });
	if (links > 0) put(theirs, ".dvc/config", `[cache]\n    type = ${links === 1 ? "hardlink" : "symlink"}\n`);
	layFirst(theirs, world);
	if (world.frame.data) {
		put(theirs, "data/x.txt", "x\n");
		put(theirs, "data/deep/y.txt", "y\n");
		put(theirs, "one.bin", "one\n");
		await dvc.call(theirs, "add", "-q", "data", "one.bin");
	}
	await commitAll(theirs);
	const ours = join(folder, "ours");
	cpSync(theirs, ours, { recursive: true, verbatimSymlinks: true });
	if (links === 2) for (const path of ["data/x.txt", "data/deep/y.txt", "one.bin"]) relinkInto(ours, path);
	return { dvc, theirs, ours };
}

/** A symlink into the other twin's cache would make the two one. */
function relinkInto(root: string, path: string): void {
	if (!existsSync(join(root, path)) || !lstatSync(join(root, path)).isSymbolicLink()) return;
	const target = readlinkSync(join(root, path)).replace("/theirs/", "/ours/");
	rmSync(join(root, path));
	symlinkSync(target, join(root, path));
}

/** What takes objects out of the cache. */
const DAMAGES: ReadonlySet<Step["edits"][number]["do"]> = new Set([
	"corrupt-object",
	"spoil-object",
	"remove-object",
	"remove-cache",
]);

interface Moment {
	readonly world: World;
	/** Objects were taken out of the cache. */
	readonly damaged: boolean;
	readonly step: Step;
	readonly number: number;
}

async function compare(twins: Twins, moment: Moment): Promise<boolean> {
	const { act, diff: diffs } = moment.step;
	const [status, foreseen] = [
		await twins.dvc.call(twins.theirs, "status", "--json"),
		await planned(twins.ours, moment),
	];
	compareStatus(status, foreseen, moment);
	if (act.verb === "repro" && !(await compareRun(twins, { ...moment, foreseen }))) return false;
	if (act.verb === "checkout") await compareCheckout(twins, moment);
	if (leadsNowhere(twins.theirs, moment)) return false;
	for (const root of [twins.theirs, twins.ours]) ownUncached(root, moment);
	same("files", moment.number, { theirs: picture(twins.theirs), ours: picture(twins.ours) });
	if (diffs) await compareDiffs(twins, moment);
	return true;
}

function same(about: string, step: number, { theirs, ours }: { theirs: unknown; ours: unknown }): void {
	if (isDeepStrictEqual(theirs, ours)) return;
	throw new Disagreement(about, step, onlyDifferent(theirs, ours));
}

/** Of two mappings, the entries that differ. */
function onlyDifferent(theirs: unknown, ours: unknown): { theirs: unknown; ours: unknown } {
	if (!isRecord(theirs) || !isRecord(ours)) return { theirs, ours };
	const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter(
		(key) => !isDeepStrictEqual(theirs[key], ours[key]),
	);
	const pickOf = (side: Record<string, unknown>) => Object.fromEntries(keys.map((key) => [key, side[key] ?? null]));
	return { theirs: pickOf(theirs), ours: pickOf(ours) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

type Tried<T> = { readonly document: T; readonly answer: "yes" | "no" | "unknown" } | { readonly refusal: Failure };

/** A `Failure` is an answer; anything else is a bug of ours and goes on. */
async function tried<T>(work: Promise<{ document: T; answer: "yes" | "no" | "unknown" }>): Promise<Tried<T>> {
	try {
		return await work;
	} catch (cause) {
		if (cause instanceof Failure) return { refusal: cause };
		throw cause;
	}
}

function selection({ world, step: { act } }: Moment) {
	const known = [...addresses(world), ...(world.frame.data ? ["data.dvc", "one.bin.dvc"] : []), "sub/dvc.yaml"];
	const targets = act.targets.flatMap(({ pick, which }) => chosen(known, pick * 12 + which) ?? []);
	if (targets.length === 0)
		return { targets: [], singleItem: false, downstream: false, pipeline: false, allPipelines: true };
	const { singleItem, downstream, pipeline } = act;
	return {
		targets: [...new Set(targets)],
		singleItem: singleItem && !downstream && !pipeline,
		downstream,
		pipeline,
		allPipelines: false,
	};
}

function planned(root: string, moment: Moment): Promise<Tried<PlanDocument>> {
	const { force } = moment.step.act;
	return tried(plan(contextAt(root), { ...selection(moment), base: null, check: false, data: true, force }));
}

type Status = Record<string, readonly (string | Record<string, Record<string, unknown>>)[]>;

/** What `dvc status` says of each stage, as far as a plan says it: what lies there now, not what the stages before will make of it. */
function compareStatus({ code, out }: Answer, foreseen: Tried<PlanDocument>, { number, step }: Moment): void {
	if (code !== 0 || "refusal" in foreseen || step.act.force) return;
	const status = JSON.parse(out) as Status;
	const moving = foreseen.document.stages.filter(({ action }) => ["run", "restore", "maybe"].includes(action));
	for (const row of foreseen.document.stages) {
		if (["frozen", "blocked"].includes(row.action) || row.why.some(({ kind }) => kind === "never-run")) continue;
		const theirs = saidBy(status[row.address] ?? []);
		const settled = moving.every((each) => each === row) && row.why.every(({ kind }) => kind !== "upstream");
		const { deps, ...rest } = saidOf(row);
		const { deps: theirDeps, ...theirRest } = theirs;
		same(`status of ${row.address}`, number, {
			theirs: settled ? { ...theirRest, deps: theirDeps } : theirRest,
			ours: settled ? { ...rest, deps: asWholeAs(theirDeps, deps) } : rest,
		});
	}
}

/** Of a parameter file that no entry records dvc names the file, and the plan every parameter. */
function asWholeAs(theirs: readonly string[], ours: readonly string[]): string[] {
	const whole = (name: string): string => theirs.find((each) => name.startsWith(`${each}:`)) ?? name;
	return [...new Set(ours.map(whole))].sort();
}

interface Said {
	readonly command: boolean;
	readonly outs: readonly string[];
	readonly deps: readonly string[];
}

function saidBy(entry: Status[string]): Said {
	const keys = (name: string): string[] =>
		entry
			.flatMap((part) => (typeof part === "string" ? [] : Object.entries(part[name] ?? {})))
			.flatMap(([path, state]) => (isRecord(state) ? Object.keys(state).map((key) => `${path}:${key}`) : [path]))
			.sort();
	return { command: entry.includes("changed command"), outs: keys("changed outs"), deps: keys("changed deps") };
}

function saidOf({ why, outs }: PlanDocument["stages"][number]): Said {
	const paths = (test: (reason: (typeof why)[number]) => boolean): string[] =>
		why
			.filter(test)
			.map(({ path, file, name }) => path ?? `${file}:${name}`)
			.sort();
	const isOut = ({ kind, path }: (typeof why)[number]): boolean =>
		kind === "output" || (kind === "missing" && outs.includes(path ?? ""));
	return {
		command: why.some(({ kind }) => kind === "command"),
		outs: paths(isOut),
		deps: paths((reason) => !isOut(reason) && ["dependency", "parameter", "missing"].includes(reason.kind)),
	};
}

function reproArgs(moment: Moment): string[] {
	const { act } = moment.step;
	const { targets, singleItem, downstream, pipeline, allPipelines } = selection(moment);
	const chosenFlags: [boolean, string][] = [
		[singleItem, "--single-item"],
		[downstream, "--downstream"],
		[pipeline, "--pipeline"],
		[allPipelines, "--all-pipelines"],
		[act.force, "--force"],
		[act.noRunCache, "--no-run-cache"],
		[act.noCommit, "--no-commit"],
		[act.keepGoing, "--keep-going"],
	];
	return ["repro", ...chosenFlags.flatMap(([on, flag]) => (on ? [flag] : [])), ...targets];
}

export interface Ran {
	readonly fine: boolean;
	readonly executed: readonly string[];
	readonly restored: readonly string[];
}

/** False where the two cannot be compared any further: after the first failure what comes first matters, and dvc's order is by chance. */
async function compareRun(twins: Twins, moment: Moment & { foreseen: Tried<PlanDocument> }): Promise<boolean> {
	const { number, foreseen } = moment;
	const args = reproArgs(moment);
	const { act } = moment.step;
	const options = {
		...RUN,
		...selection(moment),
		force: act.force,
		noRunCache: act.noRunCache,
		noCommit: act.noCommit,
		keepGoing: act.keepGoing,
		// of stages that lost the same object the first brings it back for the others, unless they run at the same time
		jobs: moment.damaged ? 1 : null,
	};
	const [answer, own] = await Promise.all([
		twins.dvc.call(twins.theirs, ...args),
		tried(run(contextAt(twins.ours), options)),
	]);
	// --force makes dvc verify unchanged data, too
	const counts = (address: string): boolean => !act.force || !address.endsWith(".dvc");
	const counted = (ran: Ran): Ran => ({ ...ran, executed: ran.executed.filter(counts) });
	const blocked = blockedHere(own);
	const [theirs, ours] = [without(counted(ranOf(answer)), blocked), counted(ranHere(own))];
	// data that is gone from the workspace: dvc gives up, mainline places it where the cache has it
	const gaveUp = /missing data 'sources?':/.test(answer.out + answer.err);
	if (!theirs.fine && (gaveUp || brokeOverLink(answer, moment)) && !isDeepStrictEqual(theirs, ours)) return false;
	const stopped = !theirs.fine && !ours.fine && !act.keepGoing;
	if (stopped && !isDeepStrictEqual(theirs, ours)) return false;
	same(`repro ${args.slice(1).join(" ")}`, number, {
		theirs: isDeepStrictEqual(theirs, ours) ? theirs : { ...theirs, said: answer.out + answer.err },
		ours: isDeepStrictEqual(theirs, ours)
			? theirs
			: { ...ours, said: "refusal" in own ? `${own.refusal.code} ${own.refusal.message}` : own.document.stages },
	});
	foresaw(foreseen, theirs, moment);
	if (answer.code === 0) return true;
	// what a stage makes that dvc was forced to begin is left behind
	if (act.force && blocked.length > 0) return false;
	mendIgnores(twins, number);
	mendOutputs(twins, own, moment);
	return true;
}

/** dvc begins with a stage whose parameter is missing when it is forced to, and fails at its end. */
function blockedHere(own: Tried<RunDocument>): string[] {
	if ("refusal" in own) return [];
	return own.document.stages
		.filter(({ outcome, exitCode }) => outcome === "failed" && exitCode === null)
		.map(({ address }) => address);
}

function without(ran: Ran, blocked: readonly string[]): Ran {
	return { ...ran, executed: ran.executed.filter((address) => !blocked.includes(address)) };
}

/** Where files are links, dvc links what is not cached, too, when the cache happens to hold its content; what was cached once may still be a link with both. */
function ownUncached(root: string, { world }: Moment): void {
	if (world.frame.links === 0) return;
	const uncached = world.stages.flatMap((stage) => outPaths(world, stage)).filter(({ out }) => !out.cache);
	for (const { path } of uncached) {
		const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
		if (stat?.isFile() === true && (stat.nlink > 1 || (stat.mode & 0o200) === 0)) makeOwn(join(root, path));
	}
}

/** An output of dvc's that is, or holds, a link to an object that the cache lost. */
function leadsNowhere(root: string, { world, damaged }: Moment): boolean {
	if (!damaged || world.frame.links !== 2) return false;
	const files = world.stages
		.flatMap((stage) => outPaths(world, stage))
		.flatMap(({ path }) => filesAt(join(root, path)));
	return files.some((file) => isLink(file) && !existsSync(file));
}

/** A link into the cache whose object is gone: dvc cannot hash it, and does not remove it before the stage makes it again. */
function brokeOverLink({ out, err }: Answer, { world, damaged }: Moment): boolean {
	return damaged && world.frame.links === 2 && /failed to reproduce '[^']*': \[Errno 2\]/.test(out + err);
}

/** dvc removes the outputs of a stage that it then cannot even begin; ours stay. Which stage comes to that first is by chance. */
function mendOutputs({ theirs, ours }: Twins, own: Tried<RunDocument>, { world }: Moment): void {
	if ("refusal" in own) return;
	const skipped = own.document.stages.filter(({ outcome }) => outcome === "skipped").map(({ address }) => address);
	const notBegun = [...blockedHere(own), ...skipped];
	const paths = world.stages
		.filter((stage) => addressesOf(world, stage).some((address) => notBegun.includes(address)))
		.flatMap((stage) => outPaths(world, stage));
	removeWhatIsGone(paths, { theirs, ours });
	for (const { path, out } of paths) if (out.persist && isOwn(join(theirs, path))) makeOwn(join(ours, path));
}

/** No link into the cache, which holds nothing that can be written to. */
function isOwn(path: string): boolean {
	const files = filesAt(path);
	return files.length > 0 && files.every((file) => (lstatSync(file).mode & 0o200) !== 0 && !isLink(file));
}

const isLink = (path: string): boolean => lstatSync(path).isSymbolicLink();

/** The file itself, or all below a folder; absolute. */
function filesAt(path: string): string[] {
	const stat = lstatSync(path, { throwIfNoEntry: false });
	if (stat?.isDirectory() !== true) return stat === undefined ? [] : [path];
	return readdirSync(path, { recursive: true, encoding: "utf8" })
		.map((name) => join(path, name))
		.filter((each) => !lstatSync(each).isDirectory());
}

/** As dvc does with what persists before it looks at the rest: no link into the cache any more. */
function makeOwn(path: string): void {
	if (!existsSync(path)) return;
	cpSync(path, `${path}.own`, { recursive: true, dereference: true });
	rmSync(path, { recursive: true });
	renameSync(`${path}.own`, path);
	for (const file of filesAt(path)) if (!isLink(file)) chmodSync(file, lstatSync(file).mode | 0o200);
}

function removeWhatIsGone(paths: readonly { readonly path: string }[], { theirs, ours }: Omit<Twins, "dvc">): void {
	for (const { path } of paths)
		if (!existsSync(join(theirs, path))) rmSync(join(ours, path), { recursive: true, force: true });
}

/** dvc takes back the lines of .gitignore when a later stage fails, and never writes them again; ours stay. */
function mendIgnores({ theirs, ours }: Twins, number: number): void {
	const ignores = (root: string): string[] =>
		readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
			(path) => path.endsWith(".gitignore") && !/^\.(dvc|git)\//.test(path),
		);
	for (const path of ignores(theirs)) {
		const kept = readFileSync(join(ours, path), "utf8").split("\n");
		const lines = readFileSync(join(theirs, path), "utf8").split("\n");
		same(`${path} after a failure`, number, { theirs: lines.filter((line) => !kept.includes(line)), ours: [] });
	}
	for (const path of ignores(ours)) put(theirs, path, readFileSync(join(ours, path), "utf8"));
}

function ranOf({ code, out }: Answer): Ran {
	const all = (pattern: RegExp): string[] => [...out.matchAll(pattern)].map(([, address = ""]) => address).sort();
	return {
		fine: code === 0,
		executed: [...all(/Running stage '([^\n]+)':$/gm), ...all(/Verifying data sources in stage: '([^\n]+)'$/gm)],
		restored: all(/Stage '([^\n]+)' is cached - skipping run/g),
	};
}

function ranHere(own: Tried<RunDocument>): Ran {
	if ("refusal" in own) return { fine: false, executed: [], restored: [] };
	const { stages } = own.document;
	const named = (test: (stage: (typeof stages)[number]) => boolean): string[] =>
		stages
			.filter(test)
			.map(({ address }) => address)
			.sort();
	const isData = (address: string): boolean => address.endsWith(".dvc");
	const ran = (stage: (typeof stages)[number]): boolean =>
		stage.outcome === "executed" ||
		(stage.outcome === "failed" && stage.exitCode !== null && stage.exitCode !== undefined);
	return {
		fine: own.answer === "yes",
		executed: [
			...named((each) => ran(each) && !isData(each.address)),
			...named((each) => ran(each) && isData(each.address)),
		],
		restored: named(({ outcome }) => outcome === "restored"),
	};
}

/** Whatever executed was `run` or `maybe`; every `run` executed, where nothing failed. */
function foresaw(foreseen: Tried<PlanDocument>, { executed, fine }: Ran, { number, step, damaged }: Moment): void {
	if ("refusal" in foreseen || step.act.noRunCache) return;
	const named = (...actions: string[]): string[] =>
		foreseen.document.stages.filter(({ action }) => actions.includes(action)).map(({ address }) => address);
	same("executed, but not foreseen", number, {
		theirs: executed.filter((each) => !named("run", "maybe").includes(each)),
		ours: [],
	});
	// what is lost when the plan is made may be there again when a stage's turn comes
	if (fine && !damaged)
		same("foreseen, but not executed", number, {
			theirs: [],
			ours: named("run").filter((each) => !executed.includes(each) && !(step.act.force && each.endsWith(".dvc"))),
		});
}

async function compareCheckout({ dvc, theirs, ours }: Twins, { number, world, damaged }: Moment): Promise<void> {
	const options = { targets: [], force: true, relink: false, allowMissing: false };
	const [answer, own] = await Promise.all([
		dvc.call(theirs, "checkout", "--force"),
		tried(checkout(contextAt(ours), options)),
	]);
	const fine = { theirs: answer.code === 0, ours: "answer" in own && own.answer === "yes" };
	// a folder that is as it should be, whose listing the cache lost
	const better = damaged && fine.ours && !fine.theirs;
	if (fine.theirs !== fine.ours && !better)
		same("checkout", number, {
			theirs: { fine: fine.theirs, said: answer.out + answer.err },
			ours: { fine: fine.ours, said: "refusal" in own ? own.refusal.message : own.document },
		});
	if (fine.theirs) return;
	for (const stage of world.stages) removeWhatIsGone(outPaths(world, stage), { theirs, ours });
	if (world.frame.data) removeWhatIsGone([{ path: "data" }, { path: "one.bin" }], { theirs, ours });
}

/** Every file below a root: kind, mode and content. Without git's own, notes, and the listings that dvc hashes as DVC 2 did and nobody refers to. */
function picture(root: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name).slice(root.length + 1);
		if (entry.isDirectory() || /^(\.git\/|\.dvc\/tmp\/|\.nowhere|\.dvc\/cache\/[0-9a-f]{2}\/)/.test(path)) continue;
		const absolute = join(root, path);
		const stat = lstatSync(absolute);
		const text = stat.isSymbolicLink()
			? `-> ${existsSync(absolute) ? realpathSync(absolute).replace(realpathSync(root), "") : readlinkSync(absolute).replace(root, "")}`
			: readFileSync(absolute, "utf8");
		if (path.startsWith(".dvc/cache/files/") && text === "corrupt\n" && (stat.mode & 0o777) !== 0o444) continue;
		// an executable that dvc does not cache gets 0744 from it, and keeps its mode with us
		const shownMode = path.startsWith(".dvc/") ? stat.mode & 0o777 : stat.mode & 0o700;
		found[path] = `${shownMode.toString(8)} ${text}`;
	}
	return found;
}

async function compareDiffs({ dvc, theirs, ours }: Twins, { number, damaged }: Moment): Promise<void> {
	const own = await tried(diff(contextAt(ours), { base: null, head: null, all: false }));
	const params = await dvc.call(theirs, "params", "diff", "--json");
	const metrics = await dvc.call(theirs, "metrics", "diff", "--json");
	const data = await dvc.call(theirs, "diff", "--json", "--show-hash");
	if ("refusal" in own) {
		if (params.code === 0) same("diff", number, { theirs: params, ours: own.refusal.message });
		return;
	}
	const document = JSON.parse(writeJson(own.document)) as DiffDocument;
	if (params.code === 0) same("params diff", number, withoutItems(flat(params), document));
	if (metrics.code === 0)
		same("metrics diff", number, {
			theirs: flat(metrics).filter(([file]) => existsSync(join(ours, file))),
			ours: document.metrics
				.filter(({ file }) => existsSync(join(ours, file)))
				.map(({ file, name, base, head }) => [file, name, base, head])
				.sort(byText),
		});
	if (data.code !== 0) return;
	const rows = { theirs: dataOf(data), ours: dataHere(document) };
	same("diff", number, damaged ? withoutLostListings(rows) : rows);
}

/** An item of a list is told under its own name here, and under the list's there. */
function withoutItems(theirs: readonly Row[], { params }: DiffDocument): { theirs: Row[]; ours: Row[] } {
	const item = /\.\d+$/;
	const lists = new Set(
		params.filter(({ name }) => item.test(name)).map(({ file, name }) => `${file} ${name.replace(item, "")}`),
	);
	const counts = (file: string, name: string): boolean => !item.test(name) && !lists.has(`${file} ${name}`);
	return {
		theirs: theirs.filter(([file, name]) => counts(file, name)),
		ours: params
			.filter(({ file, name }) => counts(file, name))
			.map(({ file, name, base, head }): Row => [file, name, base, head])
			.sort(byText),
	};
}

type Row = readonly [file: string, name: string, old: unknown, now: unknown];
type Rows = Record<string, Record<string, { readonly old: unknown; readonly new: unknown }>>;
const parsed = ({ out }: Answer): unknown => JSON.parse(out.replace(/: (NaN|-?Infinity)/g, ': "$1"'));
const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
const flat = (answer: Answer): Row[] =>
	Object.entries(parsed(answer) as Rows)
		.flatMap(([file, names]) =>
			Object.entries(names).map(([name, row]): Row => [file, name, row.old ?? null, row.new ?? null]),
		)
		.sort(byText);

/** dvc may remember, outside of the project, what stood in a listing that the cache lost. */
function withoutLostListings({ theirs, ours }: { theirs: DataRow[]; ours: DataRow[] }) {
	const told = new Set(ours.map(([path]) => path));
	const lost = (path: string): boolean => !told.has(path) && ours.some(([folder]) => path.startsWith(`${folder}/`));
	return { theirs: theirs.filter(([path]) => !lost(path)), ours };
}

type DataRow = readonly [path: string, change: string, from?: string | undefined];

interface DataEntry {
	readonly path: string | { readonly old: string; readonly new: string };
	readonly hash?: string | null | { readonly old: string | null; readonly new: string | null };
}

function dataOf(answer: Answer): DataRow[] {
	const found = parsed(answer) as Record<string, readonly DataEntry[]>;
	const bare = (path: string): string => path.replace(/\/$/, "");
	return (["added", "deleted", "modified", "renamed"] as const)
		.flatMap((kind) =>
			(found[kind] ?? []).map(
				({ path }): DataRow => (typeof path === "string" ? [bare(path), kind] : [bare(path.new), kind, bare(path.old)]),
			),
		)
		.sort(byText);
}

function dataHere({ data }: DiffDocument): DataRow[] {
	const words = { new: "added", deleted: "deleted", modified: "modified", renamed: "renamed", unchanged: "unchanged" };
	return data
		.map(({ path, change, from }): DataRow => (change === "renamed" ? [path, "renamed", from] : [path, words[change]]))
		.sort(byText);
}
