import { isWithin, type Outcome } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import { inputsNow, recordOfOutput, reusable } from "../plan/index.ts";
import type { FetchDocument, PullDocument, PushDocument } from "../report/index.ts";
import {
	fetch as fetchObjects,
	lackingThere,
	type ObjectRef,
	push as pushObjects,
	type Remote,
	RemoteMemory,
	type TransferReport,
} from "../store/index.ts";
import { checkoutOutputs } from "./checkout.ts";
import type { FlowContext } from "./context.ts";
import { globTargets } from "./glob.ts";
import { bringImports } from "./imports.ts";
import { observeWorkspace } from "./observe.ts";
import { Pace } from "./pace.ts";
import { earlierOutputs } from "./revisions.ts";
import { type SelectedOutput, selectedOutputs } from "./targets.ts";
import { refusePush } from "./versions.ts";
import { changeWorkspace, notesFolder, type Workspace } from "./workspace.ts";

export interface TransferOptions {
	readonly targets: readonly string[];
	/** Null: the default one; outputs with a `remote:` of their own go there. */
	readonly remote: string | null;
	readonly jobs: number | null;
	/** What every commit of every branch and tag records, too. */
	readonly allCommits: boolean;
	/** What the last commit of every branch records, too. */
	readonly allBranches?: boolean;
	readonly allTags?: boolean;
	readonly withDeps?: boolean;
	readonly recursive?: boolean;
	/** Targets are patterns of files. */
	readonly glob?: boolean;
	/** All runs, not only those of the project's own stages. */
	readonly runCache: boolean;
	readonly noRunCache?: boolean;
}

export interface PullOptions extends TransferOptions {
	readonly force: boolean;
	readonly allowMissing: boolean;
}

interface Account {
	readonly transferred: number;
	readonly bytes: number;
	readonly failed: { path?: string; digest: string; reason: string }[];
	readonly remote: string;
	readonly runs: number;
}

/** An object on its way, and the output that it is. */
interface Wanted extends ObjectRef {
	readonly path: string;
	/** Of a directory: the part that is asked for. */
	readonly part: string | null;
	/** The remote that the output names itself. */
	readonly remote: string | null;
}

/** Sends to the remote what it lacks. Answer "no" when something could not be sent. */
export async function push(context: FlowContext, given: TransferOptions): Promise<Outcome<PushDocument>> {
	const options = withPatterns(context, given);
	return changeWorkspace(context, "push", async (workspace) => {
		const wanted = await wantedObjects(context, workspace, { ...options, direction: "push" });
		const account = await transfer(context, workspace, { ...options, wanted, direction: "push" });
		return { answer: answerTo(account), document: { schema: "mainline.push/1", ...account } };
	});
}

/** Brings from the remote what the cache lacks. Answer "no" when something could not be had. */
export async function fetch(context: FlowContext, given: TransferOptions): Promise<Outcome<FetchDocument>> {
	const options = withPatterns(context, given);
	return changeWorkspace(context, "fetch", async (workspace) => {
		const { account } = await fetched(context, workspace, { ...options, place: false });
		return { answer: answerTo(account), document: { schema: "mainline.fetch/1", ...account } };
	});
}

/** Fetches, then places into the workspace what was asked for. */
export async function pull(context: FlowContext, given: PullOptions): Promise<Outcome<PullDocument>> {
	const options = withPatterns(context, given);
	return changeWorkspace(context, "pull", async (workspace, access) => {
		const { account, placed } = await fetched(context, workspace, { ...options, place: true });
		const out = await checkoutOutputs(workspace, access, { ...options, relink: false });
		const missing = out.missing.filter((path) => !placed.includes(path));
		const changes = [...out.changes, ...placed.map((path) => ({ path, change: "new" as const }))];
		const { damaged } = out;
		const fine = options.allowMissing || missing.length === 0;
		return {
			answer: fine && (account.failed.length === 0 || options.allowMissing) ? "yes" : "no",
			document: { schema: "mainline.pull/1", ...account, changes, missing, damaged },
		};
	});
}

/** From remotes; what they lack of imports, from where it was imported. `placed`: what lies in the workspace now and is recorded nowhere. */
async function fetched(
	context: FlowContext,
	workspace: Workspace,
	options: TransferOptions & { readonly place: boolean },
): Promise<{ account: Account; placed: readonly string[] }> {
	const wanted = await wantedObjects(context, workspace, { ...options, direction: "fetch" });
	const account = await transfer(context, workspace, { ...options, wanted, direction: "fetch" });
	const outputs = selectedOutputs(workspace, options.targets, options);
	const { paths, bytes, failed } = await bringImports(context, workspace, { outputs, place: options.place });
	const got = new Set([...paths, ...failed.map(({ path }) => path)]);
	const stillFailed = account.failed.filter(({ path }) => path === undefined || !got.has(path));
	const recordless = outputs.filter(({ stage, out }) => recordOfOutput(stage, out)?.oid == null);
	return {
		account: {
			...account,
			transferred: account.transferred + paths.length,
			bytes: account.bytes + bytes,
			failed: [...stillFailed, ...failed],
		},
		placed: recordless.flatMap(({ out }) => (out.at !== null && paths.includes(out.at) ? out.at : [])),
	};
}

function withPatterns<T extends TransferOptions>({ cwd }: FlowContext, options: T): T {
	return options.glob === true ? { ...options, targets: globTargets(cwd, options.targets) } : options;
}

function answerTo({ failed }: Account): "yes" | "no" {
	return failed.length === 0 ? "yes" : "no";
}

type Direction = "push" | "fetch";

async function wantedObjects(
	context: FlowContext,
	workspace: Workspace,
	options: TransferOptions & { readonly direction: Direction },
): Promise<Wanted[]> {
	const now = selectedOutputs(workspace, options.targets, options);
	const outputs = [...now, ...(await earlierOutputs(context, workspace, options))];
	const wanted = outputs.filter((output) => travels(output, options)).flatMap(wantedOf);
	return [...new Map(wanted.map((each) => [`${each.hash} ${each.oid} ${each.part ?? ""}`, each])).values()];
}

/** An import's data stays with its source; `push: false` stays here; with -r, what is bound to another remote stays out. */
function travels(
	{ stage, out }: SelectedOutput,
	{ direction, remote }: TransferOptions & { direction: Direction },
): boolean {
	if (direction === "push" && !out.push) return false;
	if (remote !== null && out.remote !== null && out.remote !== remote) return false;
	return stage.lock?.deps.some(({ extra }) => extra?.has("repo") === true) !== true;
}

function wantedOf({ stage, out, part }: SelectedOutput): Wanted[] {
	const record = recordOfOutput(stage, out);
	if (record === null || record.oid === null) return [];
	const { oid, hash, size } = record;
	return [{ oid, hash, size, path: out.at ?? out.path, part, remote: out.remote }];
}

interface Transferring extends TransferOptions {
	readonly wanted: readonly Wanted[];
	readonly direction: Direction;
}

async function transfer(context: FlowContext, workspace: Workspace, options: Transferring): Promise<Account> {
	const groups = byRemote(options);
	const reports: TransferReport[] = [];
	const remotes: Remote[] = [];
	for (const [name, wanted] of groups) {
		const remote = await workspace.remote(name);
		if (options.direction === "push") await refusePush(remote, wanted);
		remotes.push(remote);
		reports.push(await transferGroup(context, workspace, { remote, wanted, ...pick(options) }));
	}
	const [first] = remotes;
	// imports come from where they were imported, also to a project without a remote
	const lonely = first === undefined && options.remote === null && workspace.config.defaultRemote === null;
	if (lonely && options.direction === "fetch")
		return { transferred: 0, bytes: 0, failed: [], remote: "no remote", runs: 0 };
	const main = first ?? (await workspace.remote(options.remote));
	const runs = await transferRuns(workspace, main, options);
	const paths = new Map(options.wanted.map(({ oid, path }) => [oid, path]));
	return {
		transferred: sum(reports.map((report) => report.transferred)),
		bytes: sum(reports.map((report) => Number(report.bytes))),
		failed: reports.flatMap((report) => report.failed).map(({ oid, reason }) => failedRow(paths.get(oid), oid, reason)),
		remote: (remotes.length === 0 ? [main] : remotes).map(({ name }) => name).join(", "),
		runs,
	};
}

function pick({ direction, jobs }: Transferring): Pick<Transferring, "direction" | "jobs"> {
	return { direction, jobs };
}

function failedRow(path: string | undefined, oid: string, reason: string): Account["failed"][number] {
	return { ...(path === undefined ? {} : { path }), digest: `md5:${oid}`, reason };
}

function byRemote({ wanted, remote }: Transferring): Map<string | null, Wanted[]> {
	const groups = new Map<string | null, Wanted[]>();
	for (const each of wanted) {
		const name = remote ?? each.remote;
		groups.set(name, [...(groups.get(name) ?? []), each]);
	}
	return groups;
}

interface Group {
	readonly remote: Remote;
	readonly wanted: readonly Wanted[];
	readonly direction: Direction;
	readonly jobs: number | null;
}

function transferGroup(
	{ progress, clock }: FlowContext,
	{ cache, root }: Workspace,
	group: Group,
): Promise<TransferReport> {
	const parts = new Map<string, (string | null)[]>();
	for (const { oid, part } of group.wanted) parts.set(oid, [...(parts.get(oid) ?? []), part]);
	const verb = group.direction === "push" ? "pushing" : "fetching";
	const pace = new Pace(verb, { clock, tell: (line) => progress.live(line) });
	return (group.direction === "push" ? pushObjects : fetchObjects)(group.wanted, {
		cache,
		remote: group.remote,
		...(group.jobs === null ? {} : { jobs: group.jobs }),
		only: (oid, relpath) => (parts.get(oid) ?? [null]).some((part) => part === null || isWithin(relpath, part)),
		memory: new RemoteMemory(notesFolder(root)),
		progress: (now) => pace.note(now),
	});
}

/** The project's own runs travel along: a few small files, which spare others to run a stage again. */
async function transferRuns(
	workspace: Workspace,
	remote: Remote,
	{ runCache, noRunCache, targets, direction }: Transferring,
): Promise<number> {
	if (noRunCache === true || (targets.length > 0 && !runCache)) return 0;
	const keys = runCache ? undefined : await ownKeys(workspace, direction);
	if (direction === "push") {
		await pushUncached(workspace, remote, keys);
		return remote.pushRuns(workspace.runCache, keys);
	}
	const count = await remote.fetchRuns(workspace.runCache, keys);
	await fetchObjects(await objectsOfRuns(workspace, keys), { cache: workspace.cache, remote });
	return count;
}

async function ownKeys(workspace: Workspace, direction: Direction): Promise<string[]> {
	const { project, runCache } = workspace;
	const stages = project.stages.filter(reusable);
	const keys = stages.flatMap(({ lock }) => (lock === null ? [] : [runCache.key(lock)]));
	if (direction === "push") return [...new Set(keys)];
	const observer = observeWorkspace(workspace);
	for (const stage of stages) {
		const inputs = await inputsNow(stage, observer);
		if (inputs !== null) keys.push(runCache.key(inputs));
	}
	return [...new Set(keys)];
}

/** Metrics that git tracks lie in the cache for the run cache's sake; without them a run could not be restored elsewhere. */
async function pushUncached(workspace: Workspace, remote: Remote, keys: readonly string[] | undefined): Promise<void> {
	const { cache } = workspace;
	const objects = await lackingThere(remote, await objectsOfRuns(workspace, keys));
	const here: ObjectRef[] = [];
	for (const object of objects) if ((await cache.missingBelow(object.oid, object.hash)).length === 0) here.push(object);
	await pushObjects(here, { cache, remote });
}

async function objectsOfRuns({ runCache }: Workspace, keys: readonly string[] | undefined): Promise<ObjectRef[]> {
	const names = await runCache.names(keys);
	const objects = new Map<string, { oid: ObjectRef["oid"]; hash: HashName }>();
	for (const key of new Set(names.map((name) => name.key))) {
		const entries = await runCache.find(key);
		// Of the project's own runs the newest is the one that would be restored.
		for (const { outs } of keys === undefined ? entries : entries.slice(0, 1)) {
			for (const { oid, hash } of outs) if (oid !== null) objects.set(`${hash} ${oid}`, { oid, hash });
		}
	}
	return [...objects.values()];
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
