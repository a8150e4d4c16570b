import { fileURLToPath } from "node:url";
import { badInput, type Failure } from "../kernel/index.ts";
import type { RemoteConfig } from "../manifest/index.ts";
import type { Depot, DepotModule, Surroundings } from "./depot.ts";
import { DepotRemote } from "./depot-remote.ts";
import { badOption } from "./depots/troubles.ts";
import { FolderRemote } from "./folder-remote.ts";
import type { Remote } from "./remote.ts";
import { VersionedRemote } from "./versioned-remote.ts";

/** Who speaks which scheme. Loaded when a remote of it is opened: a client of a cloud is large. */
const DEPOTS: Readonly<Record<string, () => Promise<DepotModule>>> = {
	s3: () => import("./depots/s3.ts"),
	http: () => import("./depots/http.ts"),
	https: () => import("./depots/http.ts"),
	webdav: () => import("./depots/webdav.ts"),
	webdavs: () => import("./depots/webdav.ts"),
	ssh: () => import("./depots/sftp/depot.ts"),
	azure: () => import("./depots/azure.ts"),
	gs: () => import("./depots/gcs.ts"),
};

/** Whose buckets can keep versions. */
const VERSIONED = ["s3", "azure", "gs"];

/** Opens a remote by its URL: a folder on this machine (a mounted share is one), or something that one of the depots speaks to. */
export async function openRemote(config: RemoteConfig, surroundings: Surroundings): Promise<Remote> {
	const { name, url } = config;
	const lanes = jobsOf(config);
	const scheme = schemeOf(url);
	const versioned = versionedBy(config);
	if (versioned !== null && !VERSIONED.includes(scheme ?? "")) throw notVersioned(name, versioned, url);
	const folder = folderOf(url);
	if (scheme === null || folder !== null)
		return new FolderRemote(name, folder ?? url, { lanes, budget: surroundings.budget ?? null });
	const load = DEPOTS[scheme];
	if (load === undefined) throw notSupported(name, `${scheme}://`);
	const depot = await (await load()).openDepot(config, surroundings);
	const settings = { surroundings, ...(lanes === undefined ? {} : { lanes }) };
	return versioned === null ? new DepotRemote(name, depot, settings) : new VersionedRemote(name, depot, settings);
}

/** What speaks the scheme of a place; null where nothing here does. */
export async function depotFor(config: RemoteConfig, surroundings: Surroundings): Promise<Depot | null> {
	const load = DEPOTS[schemeOf(config.url) ?? ""];
	return load === undefined ? null : (await load()).openDepot(config, surroundings);
}

/** The option that makes it a cloud-versioned remote; null where none does. */
export function versionedBy({ options }: RemoteConfig): string | null {
	return ["version_aware", "worktree"].find((option) => isTrue(options.get(option))) ?? null;
}

/** The folder on this machine that a URL names; null where it names something else. */
export function folderOf(url: string): string | null {
	const scheme = schemeOf(url);
	if (scheme === "file") return fileURLToPath(url);
	return scheme === null ? url : null;
}

function schemeOf(url: string): string | null {
	return /^([a-z][a-z0-9+.-]+):\/\//i.exec(url)?.[1]?.toLowerCase() ?? null;
}

/** DVC's own option for how many things a remote is asked at a time. */
function jobsOf({ name, options }: RemoteConfig): number | undefined {
	const jobs = options.get("jobs");
	if (jobs === undefined) return undefined;
	if (typeof jobs !== "string" || !/^[1-9]\d{0,5}$/.test(jobs))
		throw badOption(name, "jobs", "a number from 1 on", String(jobs));
	return Number(jobs);
}

function isTrue(value: string | readonly string[] | undefined): boolean {
	return typeof value === "string" && /^(true|yes|on|1)$/i.test(value);
}

function notVersioned(name: string, option: string, url: string): Failure {
	return badInput("config-invalid", `remote "${name}" sets ${option}, which needs a bucket that keeps versions`, {
		at: { file: ".dvc/config" },
		found: url,
		expected: VERSIONED.map((scheme) => `${scheme}://`).join(", "),
		hint: `dvc remote modify --unset ${name} ${option}`,
	});
}

function notSupported(name: string, what: string): Failure {
	return badInput("remote-not-supported", `remote "${name}" uses ${what}, which mainline cannot talk to yet`, {
		found: what,
		expected: `a folder, or one of ${Object.keys(DEPOTS)
			.map((scheme) => `${scheme}://`)
			.join(", ")}`,
		hint: `move data with dvc for now (dvc push -r ${name}, dvc pull -r ${name}): mainline finds it in the cache`,
	});
}
