import type { HelmDeploy, KustomizeDeploy } from "../../../config/index.ts";
import { badInput, type Place } from "../../../kernel/index.ts";
import { addToYaml, describeNode, editYaml, entryOf, type Node, parseYaml } from "../../../source/index.ts";
import type { Deployment } from "../target.ts";

/** How a deployment is written into a file of a configuration repository. */
export interface Edit {
	/** The file's names, the first that is there counts; relative to the repository. */
	readonly files: readonly string[];
	/** The file's text with the image in it; the same text where it is in it already. Failure `config-unfit`, with its place. */
	apply(text: string, file: string, deployment: Deployment): string;
}

/** The entry of `images:` with the name, in a kustomization. */
export function kustomizeEdit({ path, image: name }: KustomizeDeploy): Edit {
	return {
		files: ["kustomization.yaml", "kustomization.yml", "Kustomization"].map((file) =>
			path === "." ? file : `${path}/${file}`,
		),
		apply: (text, file, { image, digest }) => {
			const root = rootOf(text, file);
			const images = entryOf(root, "images");
			const settings = { newName: repositoryOf(image), digest, newTag: null };
			const items = images?.kind === "list" ? images.items : [];
			if (images !== undefined && images.kind !== "list" && describeNode(images) !== "null") {
				throw unfit(images.at, "`images` is no list", describeNode(images));
			}
			const index = items.findIndex((item) => item.kind === "map" && isText(entryOf(item, "name"), name));
			if (index < 0) return addToYaml(text, "images", { name, newName: settings.newName, digest });
			return editYaml(text, ["images", index], settings) ?? refuse(items[index]?.at ?? root.at, name);
		},
	};
}

/** A chart's image: a text, or a mapping of `repository` and `digest`. */
export function helmEdit({ values, key }: HelmDeploy): Edit {
	return {
		files: [values],
		apply: (text, file, { image, digest }) => {
			const root = rootOf(text, file);
			const found = key.reduce<Node | undefined>(below, root);
			if (found === undefined) throw unfit(root.at, `there is no \`${key.join(".")}\``, "no such key");
			const parent = key.slice(0, -1);
			const edited =
				found.kind === "map"
					? editYaml(text, key, { repository: repositoryOf(image), digest })
					: editYaml(text, parent, { [key.at(-1) ?? ""]: image });
			return edited ?? refuse(found.at, key.join("."));
		},
	};
}

function rootOf(text: string, file: string): Node & { kind: "map" } {
	const root = parseYaml(text, file);
	if (root.kind === "map") return root;
	throw unfit(root.at, "the file is no mapping", describeNode(root));
}

function below(node: Node | undefined, key: string): Node | undefined {
	return node?.kind === "map" ? entryOf(node, key) : undefined;
}

function isText(node: Node | undefined, text: string): boolean {
	return node?.kind === "scalar" && node.value === text;
}

function repositoryOf(image: string): string {
	return image.split("@")[0] ?? image;
}

function refuse(at: Place, what: string): never {
	throw unfit(at, `\`${what}\` cannot be changed in place`, "an alias, or more than one document");
}

function unfit(at: Place, message: string, found: string): Error {
	return badInput("config-unfit", `the configuration repository's file does not fit: ${message}`, {
		at,
		found,
		expected: "a file as the deploy settings of mainline.yaml say",
		hint: "see to the file, or to `kustomize` or `helm` in mainline.yaml",
	});
}
