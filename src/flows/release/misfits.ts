import { type Deploy, type EnvironmentConfig, type MainlineConfig, modelsFor } from "../../config/index.ts";
import { badInput, type Failure, together } from "../../kernel/index.ts";

/**
 * What no deployment could do, said before anything is built: an environment that has place for one model and gets several, and an
 * image in a folder of this machine for whoever fetches images from a registry. What runs already can be rolled back all the same.
 * Failures `environment-crowded`, `image-not-in-registry`.
 */
export function refuseMisfits(config: MainlineConfig): void {
	const found = [...config.environments.values()].flatMap((environment) => [
		...crowded(config, environment),
		...outOfReach(config, environment),
	]);
	if (found.length > 0) throw together(found);
}

function crowded(config: MainlineConfig, environment: EnvironmentConfig): Failure[] {
	const { name, deploy, at } = environment;
	const models = modelsFor(config, environment);
	const [first, second] = models;
	// a command is told the model's name, and can put each where it belongs
	if (second === undefined || deploy.kind === "command") return [];
	const message = `${name} has place for one model by \`${deploy.kind}\`, and ${models.length} come to it`;
	return [
		badInput("environment-crowded", message, {
			at,
			found: models.join(", "),
			expected: "one model for each environment, or `deploy: {command: …}`",
			hint: `write \`models: [${first}]\` below ${name}, and an environment of its own for ${second}`,
		}),
	];
}

function outOfReach(config: MainlineConfig, environment: EnvironmentConfig): Failure[] {
	const { name, deploy } = environment;
	if (takesFolders(deploy)) return [];
	return modelsFor(config, environment).flatMap((each) => {
		const model = config.models.get(each);
		if (model === undefined || model.image.kind === "registry") return [];
		const message = `${name} deploys by \`${deploy.kind}\`, which cannot fetch images from a folder`;
		return [
			badInput("image-not-in-registry", message, {
				at: model.at,
				found: `image: oci:${model.image.directory}`,
				expected: "an image in a registry that it reaches",
				hint: `give ${each} an \`image: host/path\` in mainline.yaml`,
			}),
		];
	});
}

/** Processes are unpacked by us, a command is told the folder, and podman takes one. */
function takesFolders(deploy: Deploy): boolean {
	if (deploy.kind === "compose") return deploy.host === null && deploy.program === "podman";
	return deploy.kind === "process" || deploy.kind === "command";
}
