import { lstatSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { badInput, type Outcome } from "../kernel/index.ts";
import type { InitDocument, InitFile, InitSetting } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import type { Asker } from "./init/asker.ts";
import { hintsOf } from "./init/hints.ts";
import { type Ground, look } from "./init/look.ts";
import { type DriverSetting, driverSettings } from "./init/merge-driver-setup.ts";
import { missingOwners, OWNERS_PLACES, ownerInUrl, ownerOf } from "./init/owners.ts";
import { type Lanes, type Piece, type Wanted, wantedPieces } from "./init/pieces.ts";
import type { Chosen } from "./init/pipeline/dvc-yaml-text.ts";
import { propose } from "./init/pipeline/propose.ts";
import { chooseStages, stageRows } from "./init/stage-choice.ts";

export type { Asker } from "./init/asker.ts";
export { LANES, type Lanes } from "./init/pieces.ts";

export interface InitOptions {
	/** How pull requests are handled; null: as the workflows that are there do, else in two lanes. */
	readonly lanes: Lanes | null;
	/** Have the workflows keep the dashboard issue; absent or false: as those that are there do. */
	readonly dashboard?: boolean;
	/** Who guards the policy in CODEOWNERS; null: nobody was named. */
	readonly owner?: string | null;
	/** The folder that one stands in becomes the project, as with `dvc init --subdir`. */
	readonly subdir?: boolean;
	/** Only say what would be written. */
	readonly plan: boolean;
	/** Who answers what cannot be known; absent: nobody. */
	readonly asker?: Asker | null;
	/** Asked with what would be written, when something would be. */
	readonly agree: (shown: InitDocument) => Promise<boolean>;
	/** How git is to start us: a program and its first words. */
	readonly program: readonly string[];
	/** Whether the shell finds a program of that name; absent: all of them. */
	readonly findsProgram?: (name: string) => Promise<boolean>;
}

/** A file that is to be written, and what is said of it. */
interface Change {
	readonly file: InitFile;
	/** Null: stays as it is. */
	readonly text: string | null;
}

/**
 * Sets a repository up: workflows, mainline.yaml, the merge driver, and a DVC project with its first stages where there is
 * none. What somebody wrote is never overwritten; run again, it changes nothing. Answer "no" when asked and refused.
 */
export async function init(context: FlowContext, options: InitOptions): Promise<Outcome<InitDocument>> {
	const owner = options.owner == null ? null : ownerOf(options.owner);
	const ground = await look(context, { here: options.subdir === true });
	try {
		const found = await pipelineOf(ground, options);
		const first = (await textAt(join(ground.root, ground.below, "mainline.yaml"))) === null;
		const asker = first ? (options.asker ?? null) : null;
		const lanes = options.lanes ?? (await lanesOf(ground, asker));
		const { owners, unguarded } = await ownersOf(ground, owner ?? (await askOwner(ground, asker)));
		const { installDir } = context.machine;
		const dashboard = options.dashboard === true || (await hasDashboard(ground));
		const wanted: Wanted = { installDir, lanes, dashboard, pipeline: found.pipeline, owners };
		const changes = await Promise.all((await wantedPieces(ground, wanted)).map((piece) => changeFor(piece, ground)));
		const settings = await driverSettings(ground.git, options.program);
		const notes = [...found.notes, ...(await workflowNotes(ground))];
		const shown = documentOf(ground, { changes, settings, lanes, pipeline: found.pipeline, notes, unguarded });
		if (options.plan || isDone(shown)) return { answer: "yes", document: shown };
		if (!(await options.agree(shown))) return { answer: "no", document: { ...shown, declined: true } };
		for (const { file, text } of changes) if (text !== null) await writeAt(join(ground.root, file.path), text);
		for (const { name, value, now } of settings) if (now === null) await ground.git.set(name, value);
		return { answer: "yes", document: { ...shown, applied: true } };
	} finally {
		ground.git.close();
		ground.workspace?.git?.close();
	}
}

/** The first dvc.yaml, where a project has none and programs that could be its stages. */
async function pipelineOf(
	ground: Ground,
	{ asker = null, findsProgram = async () => true }: InitOptions,
): Promise<{ pipeline: Chosen | null; notes: readonly string[] }> {
	const { git, below, workspace, projects } = ground;
	if (projects.length > 0) return { pipeline: null, notes: [manyProjects(projects)] };
	const root = join(ground.root, below);
	const stages = workspace?.project.stages ?? [];
	if (stages.some(({ cmd }) => cmd !== null) || (await textAt(join(root, "dvc.yaml"))) !== null)
		return { pipeline: null, notes: [] };
	const dvc = stages.flatMap(({ outs }) => outs.map(({ path }) => path));
	const proposal = await propose({ git, root, below, dvc, findsProgram });
	if (proposal.stages.length === 0) return { pipeline: null, notes: proposal.notes };
	const isThere = (path: string): boolean => lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
	return { pipeline: await chooseStages(proposal, asker, isThere), notes: proposal.notes };
}

function manyProjects(projects: readonly string[]): string {
	const shown = projects.slice(0, 8).join(", ");
	const more = projects.length > 8 ? ` and ${projects.length - 8} more` : "";
	return `DVC projects in folders of their own: ${shown}${more}. The workflows are for all of them; \`mainline init\` in each folder writes its mainline.yaml`;
}

async function askOwner({ git }: Ground, asker: Asker | null): Promise<string | null> {
	if (asker === null) return null;
	const login = ownerInUrl(await git.remoteUrl("origin"));
	const answer = await asker.text({
		shown: ["CODEOWNERS can guard mainline.yaml, .github/ and .dvc/config: what pull requests are judged by."],
		ask: "Who has to approve changes of them? @login or @organisation/team; nothing for nobody",
		standard: null,
		...(login === null ? {} : { suggestion: `@${login}` }),
	});
	return answer === null || answer.trim() === "" ? null : ownerOf(answer.trim());
}

/** Where the owners are written, and the lines for somebody else to write where nobody was named. */
async function ownersOf(
	ground: Ground,
	owner: string | null,
): Promise<{ owners: Wanted["owners"]; unguarded: string | null }> {
	const { root, below, git, projects } = ground;
	const texts = await Promise.all(
		OWNERS_PLACES.map(async (place) => [place, await textAt(join(root, place))] as const),
	);
	const [file, text] = texts.find(([, found]) => found !== null) ?? [OWNERS_PLACES[0], null];
	if (owner !== null)
		return { owners: { file, lines: missingOwners(text, { below, projects, file, owner }) }, unguarded: null };
	const suggested = ownerInUrl(await git.remoteUrl("origin"));
	const open = missingOwners(text, { below, projects, file, owner: suggested === null ? "@OWNER" : `@${suggested}` });
	if (open.length === 0) return { owners: null, unguarded: null };
	const lines = open.filter((line) => !line.startsWith("#")).join("; ");
	return { owners: null, unguarded: `let ${file} guard the policy: mainline init --owner @WHO, or by hand: ${lines}` };
}

async function workflowNotes({ root, below }: Ground): Promise<string[]> {
	const { workflows } = await hintsOf(root, join(root, below));
	return workflows.map(({ file, does }) => `${file} ${does}: it stays as it is; look whether both are wanted`);
}

async function changeFor(piece: Piece, { root, git }: Ground): Promise<Change> {
	const { path, purpose } = piece;
	const there = await textAt(join(root, path));
	if (piece.kind === "lines") return extension(piece, there);
	if (there === null) return { file: { path, purpose, state: "new" }, text: piece.text };
	if (there === piece.text || piece.kind === "starter")
		return { file: { path, purpose, state: "unchanged" }, text: null };
	return { file: { path, purpose, state: "kept", diff: await git.diffAgainst(path, piece.text) }, text: null };
}

function extension({ path, purpose, lines }: Extract<Piece, { kind: "lines" }>, there: string | null): Change {
	if (lines.length === 0) return { file: { path, purpose, state: "unchanged" }, text: null };
	const before = there === null || there === "" || there.endsWith("\n") ? (there ?? "") : `${there}\n`;
	const state = there === null ? "new" : "extended";
	return { file: { path, purpose, state, lines }, text: `${before}${lines.join("\n")}\n` };
}

/** As the workflow that is there does: the untrusted lane says of itself that it is one. */
async function lanesOf({ root }: Ground, asker: Asker | null): Promise<Lanes> {
	const pulls = await textAt(join(root, ".github/workflows/mainline-pull-request.yml"));
	if (pulls !== null) return pulls.includes("lane: untrusted") ? "two" : "one";
	if (asker === null) return "two";
	const one = await asker.confirm({
		shown: [
			"Pull requests run somebody's code. In two lanes that code has nothing to steal: one workflow runs it, another one",
			"judges. In one lane it runs in a job whose token writes comments and checks.",
		],
		ask: "One lane, because everybody who opens pull requests here is trusted with that?",
		standard: false,
	});
	return one ? "one" : "two";
}

async function hasDashboard({ root }: Ground): Promise<boolean> {
	const release = await textAt(join(root, ".github/workflows/mainline-release.yml"));
	return /^ *dashboard: true\b/m.test(release ?? "");
}

interface Decided {
	readonly changes: readonly Change[];
	readonly settings: readonly DriverSetting[];
	readonly lanes: Lanes;
	readonly pipeline: Chosen | null;
	readonly notes: readonly string[];
	/** What to do so that somebody guards the policy; null where somebody does. */
	readonly unguarded: string | null;
}

function documentOf(ground: Ground, decided: Decided): InitDocument {
	const { changes, settings, pipeline, notes } = decided;
	return {
		schema: "mainline.init/1",
		applied: false,
		files: changes.map(({ file }) => file),
		settings: settings.map(settingRow),
		stages: pipeline === null ? [] : stageRows(pipeline),
		notes,
		next: nextSteps(ground, decided),
	};
}

function settingRow({ name, value, now }: DriverSetting): InitSetting {
	return { name, value, state: now === null ? "new" : now === value ? "unchanged" : "kept" };
}

function isDone({ files, settings }: InitDocument): boolean {
	return ![...files, ...settings].some(({ state }) => state === "new" || state === "extended");
}

function nextSteps({ workspace, projects }: Ground, { changes, lanes, pipeline, unguarded }: Decided): string[] {
	const writing = changes.some(({ text }) => text !== null);
	const stages = (workspace?.project.stages.length ?? 0) + (pipeline?.stages.length ?? 0);
	const kept = changes.filter(({ file }) => file.state === "kept").map(({ file }) => file.path);
	return [
		...(kept.length > 0
			? [`to take the new text of ${kept.join(", ")}: remove or rename yours and run \`mainline init\` again`]
			: []),
		...(writing ? ["look at what was written, then commit it"] : []),
		...(writing && lanes === "one" ? [RISK] : []),
		...(pipeline === null
			? []
			: ["read dvc.yaml: what a stage reads and does not name makes it run too seldom; then: mainline run"]),
		...(stages === 0 && projects.length === 0
			? ["write the pipeline's stages into dvc.yaml (https://dvc.org/doc/user-guide/pipelines), then: mainline run"]
			: []),
		...(projects.length === 0 && (workspace === null || workspace.config.remotes.size === 0)
			? ["give the project a DVC remote that the runners share, in .dvc/config"]
			: []),
		...(writing && unguarded !== null ? [unguarded] : []),
		...(writing
			? ["everybody who merges runs `mainline init` once in their clone: git takes no merge driver from a repository"]
			: []),
		...(writing ? ["`mainline doctor` says what else is missing"] : []),
	];
}

const RISK =
	"in one lane, code of a pull request runs in a job whose token writes comments and checks: only for people whom you trust with that";

/** Whole or not at all: a half of a file would count as somebody's own. */
async function writeAt(path: string, text: string): Promise<void> {
	const temporary = join(dirname(path), `.${basename(path)}.mainline-new`);
	try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(temporary, text);
		await rename(temporary, path);
	} catch (cause) {
		throw badInput("file-unwritable", "this file cannot be written", {
			at: { file: path },
			cause,
			found: cause instanceof Error ? cause.message : "a refusal",
			expected: "a folder that you may write to",
			hint: "what was written before stays; run `mainline init` again when it can be written",
		});
	}
}

async function textAt(path: string): Promise<string | null> {
	try {
		return await readFile(path, "utf8");
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
		throw badInput("file-unreadable", `${path} cannot be read`, {
			at: { file: path },
			cause,
			hint: "it stands where a file of Mainline's has to be: move it away",
		});
	}
}
