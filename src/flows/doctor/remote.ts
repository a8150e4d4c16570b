import type { Oid } from "../../kernel/index.ts";
import type { HashName } from "../../manifest/index.ts";
import { recordOfOutput } from "../../plan/index.ts";
import type { Finding } from "../../report/index.ts";
import { remoteOf } from "../remotes.ts";
import type { Workspace } from "../workspace.ts";
import type { Diagnosis, Patient } from "./check.ts";
import { trying } from "./trying.ts";

const HASHES: readonly HashName[] = ["md5", "md5-dos2unix"];

/** Whether the shared remote answers with this machine's credentials, and holds what the committed manifests name. */
export async function remote({ context, ground: { workspace } }: Patient): Promise<Diagnosis> {
	if (workspace === null) return null;
	if (workspace.config.defaultRemote === null) return [noRemote()];
	return trying("results cannot travel between machines, and a release cannot find its model", async () => {
		const opened = await remoteOf(context, workspace.config, null);
		try {
			const named = namedObjects(workspace);
			const missing: string[] = [];
			for (const hash of HASHES) {
				const asked = named.filter((object) => object.hash === hash);
				if (asked.length === 0) continue;
				const there = await opened.has(
					asked.map(({ oid }) => oid),
					hash,
				);
				missing.push(...asked.filter(({ oid }) => !there.has(oid)).map(({ path }) => path));
			}
			if (missing.length > 0) return [incomplete(opened.name, missing)];
			return `remote \`${opened.name}\` answers and holds what the manifests name (${named.length})`;
		} finally {
			await opened.close();
		}
	});
}

interface Named {
	readonly path: string;
	readonly oid: Oid;
	readonly hash: HashName;
}

/** The files and listings that are recorded and meant to be shared. A listing stands for its files: it is pushed last. */
function namedObjects({ project, config }: Workspace): Named[] {
	return project.stages.flatMap((stage) =>
		stage.outs.flatMap((out) => {
			const record = recordOfOutput(stage, out);
			const shared = out.cache && out.push && (out.remote === null || out.remote === config.defaultRemote);
			const imported = stage.lock?.deps.some(({ extra }) => extra?.has("repo") === true) === true;
			if (!shared || imported || record?.oid == null) return [];
			return [{ path: out.at ?? out.path, oid: record.oid, hash: record.hash }];
		}),
	);
}

function noRemote(): Finding {
	return {
		code: "no-remote",
		level: "problem",
		says: "the project has no default remote",
		why: "results travel from the machine that trains to the one that releases through it",
		fix: "dvc remote add -d NAME URL, where URL is a folder that all mount, s3://BUCKET/PATH or another of DVC's kinds",
	};
}

function incomplete(name: string, missing: readonly string[]): Finding {
	const some = missing.slice(0, 5).join(", ") + (missing.length > 5 ? ` and ${missing.length - 5} more` : "");
	return {
		code: "remote-incomplete",
		level: "problem",
		says: `remote \`${name}\` lacks data that the manifests name: ${some}`,
		why: "nobody else can check it out, and a stage that reads it cannot run elsewhere",
		fix: `mainline push -r ${name}, from the machine that has it`,
	};
}
