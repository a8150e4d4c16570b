import { BareRepository } from "./bare.ts";
import type { Hub } from "./hub.ts";
import { freshSettings } from "./settings.ts";
import { fullName, type Repository, type Role } from "./state.ts";

export interface RepositoryOptions {
	readonly private?: boolean;
	readonly defaultBranch?: string;
	readonly roles?: Readonly<Record<string, Role>>;
	/** Full name of the parent. */
	readonly forkOf?: string;
}

/** A repository with no commit yet; a fork takes over the branches of its parent. */
export async function createRepository(hub: Hub, name: string, options: RepositoryOptions): Promise<void> {
	const [owner = ""] = name.split("/");
	const parent = options.forkOf === undefined ? null : hub.repository(options.forkOf);
	const branch = options.defaultBranch ?? parent?.defaultBranch ?? "main";
	const bare = await BareRepository.create(hub.bareDirectory(name), { branch, clock: hub.clock });
	if (parent !== null) {
		const everything = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
		await bare.git(["fetch", "-q", hub.bareDirectory(fullName(parent)), ...everything]);
	}
	for (const login of [owner, ...Object.keys(options.roles ?? {})]) hub.user(login);
	hub.state.repositories[name] = newRepository(hub, { name, branch, options });
}

function newRepository(hub: Hub, at: { name: string; branch: string; options: RepositoryOptions }): Repository {
	const [owner = "", name = ""] = at.name.split("/");
	return {
		id: hub.newId(),
		owner,
		name,
		private: at.options.private ?? false,
		defaultBranch: at.branch,
		parent: at.options.forkOf ?? null,
		createdAt: hub.now(),
		pushedAt: hub.now(),
		lastNumber: 0,
		roles: { [owner]: "admin", ...at.options.roles },
		requiredChecks: [],
		pulls: [],
		issues: [],
		comments: [],
		reactions: [],
		checks: [],
		statuses: [],
		deployments: [],
		environments: [],
		runs: [],
		artifacts: [],
		settings: freshSettings(),
	};
}

/** A fork that is deleted leaves its pulls and their runs behind, without a head repository. */
export function deleteRepository(hub: Hub, name: string): void {
	delete hub.state.repositories[name];
	for (const repository of Object.values(hub.state.repositories)) {
		for (const one of [...repository.pulls, ...repository.runs]) {
			if (one.headRepository === name) one.headRepository = null;
		}
	}
}
