import type { Route } from "../call.ts";
import { actionRoutes } from "./actions.ts";
import { checkRoutes } from "./checks.ts";
import { deploymentRoutes } from "./deployments.ts";
import { gitDataRoutes } from "./git-data.ts";
import { graphqlRoutes } from "./graphql.ts";
import { issueRoutes } from "./issues.ts";
import { pullRoutes } from "./pulls.ts";
import { repositoryRoutes } from "./repository.ts";
import { settingsRoutes } from "./settings.ts";
import { teamRoutes } from "./teams.ts";

/** Everything that is served. The repository's own stand last: `commits/{ref}` would swallow `commits/{ref}/status`. */
export const routes: readonly Route[] = [
	...graphqlRoutes,
	...issueRoutes,
	...actionRoutes,
	...checkRoutes,
	...deploymentRoutes,
	...pullRoutes,
	...gitDataRoutes,
	...settingsRoutes,
	...teamRoutes,
	...repositoryRoutes,
];
