import type { ComposeDeploy, ConfigRepository, Deploy, EnvironmentConfig } from "../../config/index.ts";
import type { ImageStore } from "../../release/index.ts";
import { ProcessTarget } from "../process/target.ts";
import { CommandTarget } from "./command.ts";
import { ElsewhereTarget } from "./compose/elsewhere.ts";
import { serviceStarter } from "./compose/service.ts";
import { plainStarter } from "./compose/start.ts";
import { ContainerTarget } from "./compose/target.ts";
import type { DeclaredTargetOptions } from "./declared/configuration.ts";
import { helmEdit, kustomizeEdit } from "./declared/edits.ts";
import { ProposedTarget } from "./declared/proposed.ts";
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
	/** What may open pull requests in configuration repositories; null where none was given. */
	readonly configToken?: string | null | undefined;
}

/** The target that `deploy:` names. */
export function openTarget({ deploy, untold }: EnvironmentConfig, here: TargetPlace): Target {
	const place = { ...here, untold };
	switch (deploy.kind) {
		case "process":
			return new ProcessTarget({ ...place, port: deploy.port });
		case "command":
			return new CommandTarget({ ...place, ...deploy, cwd: place.root });
		case "compose":
			return openCompose(deploy, place);
		case "kubernetes":
			return new KubernetesTarget({ ...place, ...deploy });
		case "kustomize":
			return openDeclared(deploy, { ...place, ...deploy, edit: kustomizeEdit(deploy) });
		case "helm":
			return openDeclared(deploy, { ...place, ...deploy, edit: helmEdit(deploy) });
	}
}

/** Whether the target starts images on this machine, where nobody is sent to them. */
export function startsHere(deploy: Deploy): boolean {
	return deploy.kind === "process" || (deploy.kind === "compose" && deploy.host === null);
}

function openDeclared({ pull }: ConfigRepository, options: DeclaredTargetOptions): Target {
	return pull === true ? new ProposedTarget(options) : new DeclaredTarget(options);
}

function openCompose(deploy: ComposeDeploy, place: TargetPlace): Target {
	if (deploy.host !== null) return new ElsewhereTarget({ ...place, ...deploy });
	const { service, program, port } = deploy;
	const starter = service === null ? plainStarter : serviceStarter(service, place.root);
	return new ContainerTarget({ ...place, program, port, starter });
}
