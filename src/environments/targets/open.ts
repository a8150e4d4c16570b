import type { ComposeDeploy, EnvironmentConfig } from "../../config/index.ts";
import type { ImageStore } from "../../release/index.ts";
import { ProcessTarget } from "../process/target.ts";
import { CommandTarget } from "./command.ts";
import { ElsewhereTarget } from "./compose/elsewhere.ts";
import { serviceStarter } from "./compose/service.ts";
import { plainStarter } from "./compose/start.ts";
import { ContainerTarget } from "./compose/target.ts";
import { helmEdit, kustomizeEdit } from "./declared/edits.ts";
import { DeclaredTarget } from "./declared/target.ts";
import { KubernetesTarget } from "./kubernetes/target.ts";
import type { Target, TargetContext } from "./target.ts";

export interface TargetPlace extends TargetContext {
	/** Folder of mainline.yaml: where deploy commands run. */
	readonly root: string;
	readonly stateDir: string;
	readonly self: readonly string[];
	readonly env: { readonly PATH: string; readonly HOME: string; readonly LANG: string };
	/** Where the model's images are. */
	readonly store: ImageStore;
}

/** The target that `deploy:` names. */
export function openTarget({ deploy }: EnvironmentConfig, place: TargetPlace): Target {
	switch (deploy.kind) {
		case "process":
			return new ProcessTarget({ ...place, port: deploy.port });
		case "command":
			return new CommandTarget({ ...place, command: deploy.command, cwd: place.root });
		case "compose":
			return openCompose(deploy, place);
		case "kubernetes":
			return new KubernetesTarget({ ...place, ...deploy });
		case "kustomize":
			return new DeclaredTarget({ ...place, ...deploy, edit: kustomizeEdit(deploy) });
		case "helm":
			return new DeclaredTarget({ ...place, ...deploy, edit: helmEdit(deploy) });
	}
}

function openCompose(deploy: ComposeDeploy, place: TargetPlace): Target {
	if (deploy.host !== null) return new ElsewhereTarget({ ...place, ...deploy });
	const { service, program, port } = deploy;
	const starter = service === null ? plainStarter : serviceStarter(service, place.root);
	return new ContainerTarget({ ...place, program, port, starter });
}
