import { join } from "node:path";
import { Containers } from "../../run/index.ts";
import type { FlowContext } from "../context.ts";
import { notesFolder, type Workspace } from "../workspace.ts";

/** What runs stages in containers here; nothing is looked for before a stage asks. */
export function containersOf(context: FlowContext, workspace: Workspace): Containers {
	const { machine, signal, clock } = context;
	const { root, git, cache } = workspace;
	return new Containers({
		project: git?.root ?? root,
		root,
		cache: cache.dir,
		scratch: join(notesFolder(root), "containers"),
		program: machine.containers ?? null,
		variables: machine.variables,
		user: thisUser(),
		cpus: machine.cpus,
		memory: machine.memory,
		signal,
		clock,
		environment: async (asked, engine, voice) => {
			// what builds and fetches images is loaded where a Dockerfile makes one
			const { environmentHere } = await import("./environment.ts");
			return environmentHere(context, workspace, { asked, engine, voice });
		},
	});
}

function thisUser() {
	const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
	return { uid, gid, groups: process.getgroups?.() ?? [] };
}
