import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sha256 } from "../../../kernel/index.ts";
import { PYTHON_SITE } from "../../../release/index.ts";
import { prune, readFields, writeJson } from "../../process/files.ts";
import { ask, type Engine, labelsOf } from "./engine.ts";
import { lingering } from "./tidy.ts";

/** Where an environment keeps the byte code of its images' Python: a volume of the engine for each image. */
export interface ByteCode {
	readonly volume: string;
	/** Once a start has filled it, nothing that people are sent to may write it. */
	readonly writable: boolean;
}

/** The volumes of one environment are known again by this label. */
const HOME = "dev.mainline.bytecode";
/** Of volumes: what runs, what a rollback would bring back, what is tried, and one more. */
const KEPT = 4;
const MOUNT = "/var/cache/mainline-python";
/** In the volume: writable for whatever user the image has. */
const OPEN = "open";

/**
 * The volume for an image that brings Python packages of ours, which have no byte code; null for others: those of a base may have
 * been compiled with it. It is named by the image's digest, so that a version's byte code is never another's. That there is none
 * is no failure: the version only takes longer to start.
 */
export async function byteCodeOf(
	engine: Engine,
	home: string,
	{ image, digest }: { readonly image: string; readonly digest: Sha256 },
): Promise<ByteCode | null> {
	if (!(await bringsPackages(engine, image))) return null;
	const volume = volumeOf(home, digest);
	const note = noteOf(home, digest);
	const there = (await ask(engine, ["volume", "inspect", volume])).code === 0;
	if (there && readFields(note).get("volume") === volume) return { volume, writable: false };
	await rm(note, { force: true });
	if (!there && !(await create(engine, volume, home))) return null;
	if (!(await openUp(engine, volume, image))) return null;
	return { volume, writable: true };
}

/** Says that a start has filled it, before anybody is sent there; those of images that are not started any more are removed. */
export async function keepByteCode(
	engine: Engine,
	home: string,
	{ digest, byteCode }: { readonly digest: Sha256; readonly byteCode: ByteCode | null },
): Promise<void> {
	if (byteCode === null) return;
	await mkdir(notesOf(home), { recursive: true });
	// written again each time: their ages say which images were started last
	await writeJson(noteOf(home, digest), { volume: byteCode.volume });
	await prune(notesOf(home), KEPT, new Set());
	const kept = new Set(
		(await readdir(notesOf(home))).map((name) => readFields(join(notesOf(home), name)).get("volume")),
	);
	const listed = await ask(engine, ["volume", "ls", "-q", "--filter", `label=${HOME}=${home}`]);
	const old = listed.stdoutText.split("\n").filter((volume) => volume !== "" && !kept.has(volume));
	// one that is in use is refused by the engine, and goes another time
	for (const volume of old) await ask(engine, ["volume", "rm", volume]);
}

/** As compose and the engines' programs take it. */
export function mountOf({ volume, writable }: ByteCode): string {
	return `${volume}:${MOUNT}${writable ? "" : ":ro"}`;
}

/** What Python is told; a base that forbids byte code means its own layers. */
export function byteCodeVariables(byteCode: ByteCode | null): Record<string, string> {
	if (byteCode === null) return {};
	return { PYTHONPYCACHEPREFIX: `${MOUNT}/${OPEN}`, PYTHONDONTWRITEBYTECODE: byteCode.writable ? "" : "1" };
}

async function bringsPackages(engine: Engine, image: string): Promise<boolean> {
	const result = await ask(engine, ["image", "inspect", "--format", "{{json .Config.Env}}", image]);
	const variables = result.code === 0 ? (JSON.parse(result.stdoutText) as string[] | null) : null;
	const path = variables?.find((variable) => variable.startsWith("PYTHONPATH="))?.slice("PYTHONPATH=".length);
	const own = variables?.some((variable) => variable.startsWith("PYTHONPYCACHEPREFIX=")) === true;
	return !own && path?.split(":").includes(`/${PYTHON_SITE}`) === true;
}

async function create(engine: Engine, volume: string, home: string): Promise<boolean> {
	const labels = ["--label", `${HOME}=${home}`];
	return (await ask(engine, ["volume", "create", ...labels, volume])).code === 0;
}

/** A folder in it that any user may write, put there by way of a container of the image that is never started. */
async function openUp(engine: Engine, volume: string, image: string): Promise<boolean> {
	const folder = await mkdtemp(join(tmpdir(), "mainline-bytecode-"));
	const labels = Object.entries(labelsOf(engine, "bytecode")).flatMap(([key, value]) => ["--label", `${key}=${value}`]);
	let container = "";
	try {
		await mkdir(join(folder, OPEN));
		await chmod(join(folder, OPEN), 0o1777);
		const made = await ask(engine, ["create", "--pull", "never", ...labels, "-v", `${volume}:${MOUNT}`, image]);
		container = made.stdoutText.trim();
		return made.code === 0 && (await ask(engine, ["cp", join(folder, OPEN), `${container}:${MOUNT}/`])).code === 0;
	} finally {
		if (container !== "") await lingering(engine, (still) => ask(still, ["rm", "-f", container]));
		await rm(folder, { recursive: true, force: true });
	}
}

function volumeOf(home: string, digest: Sha256): string {
	const place = createHash("sha256").update(home).digest("hex").slice(0, 8);
	return `mainline-python-${place}-${digest.slice("sha256:".length).slice(0, 24)}`;
}

function notesOf(home: string): string {
	return join(home, "bytecode");
}

function noteOf(home: string, digest: Sha256): string {
	return join(notesOf(home), `${digest.replace(":", "-")}.json`);
}
