import type { Oid } from "../../kernel/index.ts";
import type { DvcConfig, HashName, LoadedProject } from "../../manifest/index.ts";
import { recordOfOutput } from "../../plan/index.ts";
import type { Remote } from "../../store/index.ts";
import { remoteOf } from "../remotes.ts";
import { tellVersions } from "../versions.ts";
import { projectAt, type Workspace } from "../workspace.ts";
import type { Diagnosis, Patient } from "./check.ts";
import type { Found } from "./codes.ts";
import { word } from "./commands.ts";
import { trying } from "./trying.ts";

const HASHES: readonly HashName[] = ["md5", "md5-dos2unix"];

/** Whether the shared remote answers with this machine's credentials, and holds what the manifests name: those here, and the default branch's. */
export async function remote({ context, ground: { workspace, branch } }: Patient): Promise<Diagnosis> {
	if (workspace === null) return null;
	const { config, project } = workspace;
	if (config.defaultRemote === null) return [noRemote()];
	return trying("results cannot travel between machines, and a release cannot find its model", async () => {
		const main = await projectOf(workspace, branch);
		const opened = tellVersions(await remoteOf(context, config, null), main === null ? [project] : [project, main]);
		try {
			const named = namedObjects(project, config);
			const here = new Set(named.map(({ oid }) => oid));
			const merged = main === null ? [] : namedObjects(main, config).filter(({ oid }) => !here.has(oid));
			const absent = await lacking(opened, [...named, ...merged]);
			const [mine, theirs] = [absent.filter(({ oid }) => here.has(oid)), absent.filter(({ oid }) => !here.has(oid))];
			if (absent.length === 0) {
				return `remote \`${opened.name}\` answers and holds what the manifests name (${named.length + merged.length})`;
			}
			return [
				...(mine.length === 0 ? [] : [incomplete(opened.name, mine, named.length)]),
				...(theirs.length === 0 ? [] : [incompleteMain(opened.name, theirs, branch)]),
			];
		} finally {
			await opened.close();
		}
	});
}

/** What the default branch says; null where this clone does not know it, or what it says cannot be read. */
async function projectOf(workspace: Workspace, branch: string): Promise<LoadedProject | null> {
	if (workspace.git === null) return null;
	for (const rev of [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]) {
		if ((await workspace.git.tryResolve(rev)) === null) continue;
		return (await projectAt(workspace, rev).catch(() => null))?.project ?? null;
	}
	return null;
}

interface Named {
	readonly path: string;
	readonly stage: string;
	readonly oid: Oid;
	readonly hash: HashName;
}

/** The files and listings that are recorded and meant to be shared. A listing stands for its files: it is pushed last. */
function namedObjects({ stages }: LoadedProject, config: DvcConfig): Named[] {
	return stages.flatMap((stage) =>
		stage.outs.flatMap((out) => {
			const record = recordOfOutput(stage, out);
			const shared = out.cache && out.push && (out.remote === null || out.remote === config.defaultRemote);
			const imported = stage.lock?.deps.some(({ extra }) => extra?.has("repo") === true) === true;
			if (!shared || imported || record?.oid == null) return [];
			return [{ path: out.at ?? out.path, stage: stage.address, oid: record.oid, hash: record.hash }];
		}),
	);
}

async function lacking(remote: Remote, named: readonly Named[]): Promise<Named[]> {
	const missing: Named[] = [];
	for (const hash of HASHES) {
		const asked = named.filter((object) => object.hash === hash);
		if (asked.length === 0) continue;
		const there = await remote.has([...new Set(asked.map(({ oid }) => oid))], hash);
		missing.push(...asked.filter(({ oid }) => !there.has(oid)));
	}
	return missing;
}

function noRemote(): Found {
	return {
		code: "no-remote",
		level: "problem",
		says: "the project has no default remote",
		why: "results travel from the machine that trains to the one that releases through it",
		fix: "dvc remote add -d NAME URL, where URL is a folder that all mount, s3://BUCKET/PATH or another of DVC's kinds",
	};
}

function incomplete(name: string, missing: readonly Named[], all: number): Found {
	return {
		code: "remote-incomplete",
		level: "problem",
		says: `remote \`${name}\` lacks ${missing.length} of ${all} outputs that the manifests name: ${some(missing)}`,
		why: "nobody else can check it out, and a stage that reads it cannot run elsewhere",
		fix: `mainline push -r ${word(name)}, from the machine that has it`,
	};
}

function incompleteMain(name: string, missing: readonly Named[], branch: string): Found {
	return {
		code: "main-incomplete",
		level: "problem",
		says: `remote \`${name}\` lacks what ${branch} names: ${some(missing)}`,
		why: "pull requests begin there: their stages cannot read it, and a release of it finds no model",
		fix: `git switch ${word(branch)} && mainline push -r ${word(name)}, from the machine that has it`,
	};
}

function some(missing: readonly Named[]): string {
	const shown = missing.slice(0, 5).map(({ path, stage }) => (stage.endsWith(".dvc") ? path : `${path} (${stage})`));
	return shown.join(", ") + (missing.length > 5 ? ` and ${missing.length - 5} more` : "");
}
