import { badInput } from "../kernel/index.ts";
import { APP, makeLayers, refuseBadPaths } from "./layer.ts";
import { CONFIG, jsonBytes, MANIFEST, MODEL_LABEL, sha256, sorted, VERSION_LABEL } from "./media.ts";
import type { BuiltImage, ImageConfig, ImageRecipe, Layer } from "./model.ts";
import { PYTHON_SITE } from "./python/layer.ts";
import { healthCheck, runningAs } from "./running.ts";

const DEFAULT_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** Where the command listens when the platform says nothing else. */
const DEFAULT_PORT = "8080";

/**
 * The image that a recipe describes: base layers, Python packages, code, then the model (the part that changes most lies on top).
 * Pure apart from reading the files: the same recipe gives the same bytes on every machine.
 */
export async function buildImage(recipe: ImageRecipe): Promise<BuiltImage> {
	refuseBadRecipe(recipe);
	const code = await makeLayers("code", recipe.codeFiles, recipe.memory);
	const model = await makeLayers("model", recipe.modelFiles, recipe.memory);
	const below = [...(recipe.base?.layers ?? []), ...(recipe.python ? [recipe.python] : [])];
	return imageOf(recipe, [...below, ...code, ...model]);
}

/** The image that its recipe makes with other labels: its layers are the same, and no file is read for it. */
export function relabelled(recipe: ImageRecipe, { layers }: Pick<BuiltImage, "layers">): BuiltImage {
	return imageOf(recipe, layers);
}

/** How a config says who runs the image and how it is asked; `bare`: not at all, as before there was an answer. */
type Form = "whole" | "bare";

function imageOf(recipe: ImageRecipe, layers: readonly Layer[]): BuiltImage {
	const [image, bare] = [inForm("whole", recipe, layers), inForm("bare", recipe, layers)];
	return bare.digest === image.digest ? image : { ...image, earlier: [bare] };
}

function inForm(form: Form, recipe: ImageRecipe, layers: readonly Layer[]): BuiltImage {
	const labels = labelsOf(recipe);
	const config = jsonBytes(configOf(recipe, { form, layers, labels }));
	const manifest = jsonBytes({
		schemaVersion: 2,
		mediaType: MANIFEST,
		config: { mediaType: CONFIG, digest: sha256(config), size: config.length },
		layers: layers.map((layer) => layer.descriptor),
		annotations: labels,
	});
	return { digest: sha256(manifest), manifest, config, layers };
}

function refuseBadRecipe(recipe: ImageRecipe): void {
	refuseBadPaths([...recipe.codeFiles, ...recipe.modelFiles]);
	if (recipe.modelFiles.length === 0) {
		throw badInput("model-empty", `the model ${recipe.model} has no file to put into an image`);
	}
	const { base } = recipe;
	const says = base?.isEnvironment === true && base.config.entrypoint.length + base.config.command.length > 0;
	if (recipe.command.length === 0 && !says) {
		const or = base?.isEnvironment === true ? ", or CMD in the Dockerfile" : "";
		throw badInput("command-empty", `the model ${recipe.model} has no command to start it`, {
			hint: `write models.${recipe.model}.command in mainline.yaml${or}`,
		});
	}
}

function labelsOf({ base, created, labels, model, version }: ImageRecipe): Record<string, string> {
	return sorted({
		...(base && {
			"org.opencontainers.image.base.digest": base.digest,
			"org.opencontainers.image.base.name": base.reference,
		}),
		...labels,
		"org.opencontainers.image.created": rfc3339(created),
		[VERSION_LABEL]: version,
		[MODEL_LABEL]: model,
	});
}

interface Parts {
	readonly form: Form;
	readonly layers: readonly Layer[];
	readonly labels: Record<string, string>;
}

/** What runs has to be known: the entry point of a Dockerfile may be anything. */
function asked({ base, command }: ImageRecipe): { Healthcheck?: object } {
	const entrypoint = base?.isEnvironment === true ? base.config.entrypoint : [];
	const check = entrypoint.length > 0 ? null : healthCheck(command.length > 0 ? command : (base?.config.command ?? []));
	return check === null ? {} : { Healthcheck: check };
}

/** Field order is fixed: it is part of the digest. OCI image-spec, config.md. */
function configOf(recipe: ImageRecipe, { form, layers, labels }: Parts): unknown {
	const base = recipe.base?.config ?? null;
	const { user, env } = form === "bare" ? { user: base?.user ?? null, env: [] } : runningAs(recipe.base);
	return {
		created: rfc3339(recipe.created),
		architecture: base?.architecture ?? "amd64",
		os: base?.os ?? "linux",
		config: {
			...(user && { User: user }),
			ExposedPorts: { [`${DEFAULT_PORT}/tcp`]: {} },
			Env: [...environment(recipe, recipe.python ? withPackages(base?.env ?? []) : (base?.env ?? [])), ...env],
			Cmd: recipe.command,
			WorkingDir: `/${APP}`,
			Labels: sorted({ ...base?.labels, ...labels }),
			...(form === "whole" && asked(recipe)),
			...(recipe.base?.isEnvironment === true && asDockerfile(recipe, recipe.base.config)),
		},
		rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.diffId) },
		history: layers.map((layer) => ({
			created: rfc3339(recipe.created),
			created_by: layer.role === "base" ? "base image" : `mainline: ${layer.role}`,
		})),
	};
}

/** What a Dockerfile says of how its image runs, as `docker run IMAGE COMMAND` takes it; its own command runs in its own folder. */
function asDockerfile({ command }: ImageRecipe, { entrypoint, command: own, workingDir, rest }: ImageConfig): object {
	const folder = command.length > 0 || workingDir === "/" ? `/${APP}` : workingDir;
	return {
		...rest,
		...(entrypoint.length > 0 && { Entrypoint: entrypoint }),
		Cmd: command.length > 0 ? command : own,
		WorkingDir: folder,
		ExposedPorts: rest?.["ExposedPorts"] ?? { [`${DEFAULT_PORT}/tcp`]: {} },
	};
}

/** Lets Python and the shell find the packages before what the base has of the same name. */
function withPackages(base: readonly string[]): string[] {
	const packages = `/${PYTHON_SITE}`;
	const given = (name: string): string | undefined =>
		base.findLast((variable) => nameOf(variable) === name)?.slice(name.length + 1);
	const [path = DEFAULT_PATH.slice("PATH=".length), pythonPath] = [given("PATH"), given("PYTHONPATH")];
	const others = base.filter((variable) => !["PATH", "PYTHONPATH"].includes(nameOf(variable)));
	return [`PATH=${packages}/bin:${path}`, `PYTHONPATH=${packages}${pythonPath ? `:${pythonPath}` : ""}`, ...others];
}

/** The base's variables in their order, ours over them. */
function environment(recipe: ImageRecipe, base: readonly string[]): string[] {
	const ours = [`PORT=${DEFAULT_PORT}`, `MAINLINE_MODEL=${recipe.model}`, `MAINLINE_VERSION=${recipe.version}`];
	const names = new Set(ours.map(nameOf));
	const kept = base.filter((variable) => !names.has(nameOf(variable)));
	const path = kept.some((variable) => nameOf(variable) === "PATH") ? [] : [DEFAULT_PATH];
	return [...path, ...kept, ...ours];
}

function nameOf(variable: string): string {
	return variable.split("=")[0] ?? variable;
}

/** Whole seconds, UTC. */
function rfc3339(time: Date): string {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}
