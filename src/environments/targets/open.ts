import type { EnvironmentConfig } from "../../config/index.ts";
import { badInput } from "../../kernel/index.ts";
import type { ImageStore } from "../../release/index.ts";
import { ProcessTarget } from "../process/target.ts";
import { CommandTarget } from "./command.ts";
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

/** Failure `target-not-built` for a way to deploy that is to come: to be asked before anything is built or tagged. */
export function requireTarget({ deploy, at }: EnvironmentConfig): void {
	if (deploy.kind === "process" || deploy.kind === "command") return;
	throw badInput("target-not-built", `deploying by \`${deploy.kind}\` is not yet built`, {
		at,
		found: deploy.kind,
		expected: "`process` or `command`",
		hint: `until then, \`deploy: {command: ./deploy.sh}\` can call ${deploy.kind} itself`,
	});
}

/** The target that `deploy:` names. Failure `target-not-built`. */
export function openTarget(config: EnvironmentConfig, place: TargetPlace): Target {
	const { deploy } = config;
	switch (deploy.kind) {
		case "process":
			return new ProcessTarget({ ...place, port: deploy.port });
		case "command":
			return new CommandTarget({ ...place, command: deploy.command, cwd: place.root });
		case "compose":
		case "kubernetes":
		case "kustomize":
			requireTarget(config);
			throw new Error(`${deploy.kind} was taken for built`);
	}
}
