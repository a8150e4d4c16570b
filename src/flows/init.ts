import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { badInput, type Outcome } from "../kernel/index.ts";
import type { InitDocument, InitFile, InitSetting } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import { type Ground, look } from "./init/look.ts";
import { type DriverSetting, driverSettings } from "./init/merge-driver-setup.ts";
import { type Lanes, type Piece, wantedPieces } from "./init/pieces.ts";

export { LANES, type Lanes } from "./init/pieces.ts";

export interface InitOptions {
	/** How pull requests are handled; null: as the workflows that are there do, else in two lanes. */
	readonly lanes: Lanes | null;
	/** Only say what would be written. */
	readonly plan: boolean;
	/** Asked with what would be written, when something would be. */
	readonly agree: (shown: InitDocument) => Promise<boolean>;
	/** How git is to start us: a program and its first words. */
	readonly program: readonly string[];
}

/** A file that is to be written, and what is said of it. */
interface Change {
	readonly file: InitFile;
	/** Null: stays as it is. */
	readonly text: string | null;
}

/**
 * Sets a repository up: workflows, mainline.yaml, the merge driver, and a DVC project where there is none. What somebody
 * wrote is never overwritten; run again, it changes nothing. Answer "no" when asked and refused.
 */
export async function init(context: FlowContext, options: InitOptions): Promise<Outcome<InitDocument>> {
	const ground = await look(context);
	try {
		const lanes = options.lanes ?? (await lanesOf(ground));
		const pieces = await wantedPieces(ground, { installDir: context.machine.installDir, lanes });
		const changes = await Promise.all(pieces.map((piece) => changeFor(piece, ground)));
		const settings = await driverSettings(ground.git, options.program);
		const shown = documentOf(ground, { changes, settings, lanes });
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

/** One where a workflow for pull requests is there and none that reads its report. */
async function lanesOf({ root }: Ground): Promise<Lanes> {
	const workflow = (name: string): string => join(root, ".github/workflows", name);
	const [pulls, report] = [workflow("mainline-pull-request.yml"), workflow("mainline-report.yml")];
	return (await textAt(pulls)) !== null && (await textAt(report)) === null ? "one" : "two";
}

interface Decided {
	readonly changes: readonly Change[];
	readonly settings: readonly DriverSetting[];
	readonly lanes: Lanes;
}

function documentOf(ground: Ground, { changes, settings, lanes }: Decided): InitDocument {
	return {
		schema: "mainline.init/1",
		applied: false,
		files: changes.map(({ file }) => file),
		settings: settings.map(settingRow),
		next: nextSteps(ground, changes, lanes),
	};
}

function settingRow({ name, value, now }: DriverSetting): InitSetting {
	return { name, value, state: now === null ? "new" : now === value ? "unchanged" : "kept" };
}

function isDone({ files, settings }: InitDocument): boolean {
	return ![...files, ...settings].some(({ state }) => state === "new" || state === "extended");
}

function nextSteps({ workspace }: Ground, changes: readonly Change[], lanes: Lanes): string[] {
	const writing = changes.some(({ text }) => text !== null);
	return [
		...(writing ? ["look at what was written, then commit it"] : []),
		...(writing && lanes === "one" ? [RISK] : []),
		...(workspace === null || workspace.project.stages.length === 0
			? ["write the pipeline's stages into dvc.yaml (https://dvc.org/doc/user-guide/pipelines), then: mainline run"]
			: []),
		...(workspace?.config.remotes.size === 0 || workspace === null
			? ["give the project a DVC remote that the runners share, in .dvc/config"]
			: []),
		...(writing
			? ["everybody who merges runs `mainline init` once in their clone: git takes no merge driver from a repository"]
			: []),
		...(writing ? ["`mainline doctor` says what else is missing"] : []),
	];
}

const RISK =
	"in one lane, code of a pull request runs in a job whose token writes comments and checks: only for people whom you trust with that";

async function writeAt(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
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
