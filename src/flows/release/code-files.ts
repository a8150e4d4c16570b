import { createHash } from "node:crypto";
import type { ModelConfig } from "../../config/index.ts";
import type { GitTree } from "../../git/index.ts";
import { badInput, joinPath } from "../../kernel/index.ts";
import type { ImageFile } from "../../release/index.ts";

/** A code file and what names its content: sha256 of the bytes, with `+x` behind it when it is executable. */
export interface CodeFile {
	readonly file: ImageFile;
	readonly content: string;
}

/** The files that `code:` names, folders in full, as the commit has them. Failure `code-missing`. */
export async function codeFiles(tree: GitTree, model: ModelConfig): Promise<CodeFile[]> {
	const found = new Map<string, CodeFile>();
	for (const path of model.code) {
		const files = await filesBelow(tree, path);
		if (files.length === 0) throw absent(tree, model, path);
		for (const file of files) found.set(file, await codeFile(tree, file));
	}
	return [...found.values()];
}

async function filesBelow(tree: GitTree, path: string): Promise<string[]> {
	const kind = await tree.kind(path);
	if (kind !== "directory") return kind === null ? [] : [path];
	const entries = await tree.list(path);
	const below = await Promise.all(entries.map(({ name }) => filesBelow(tree, joinPath(path, name))));
	return below.flat();
}

export async function codeFile(tree: GitTree, path: string): Promise<CodeFile> {
	const [bytes, object] = await Promise.all([tree.read(path), tree.objectAt(path)]);
	if (bytes === null || object === null) throw new Error(`${path} was listed and cannot be read`);
	const digest = createHash("sha256").update(bytes).digest("hex");
	return {
		file: { path, source: bytes, executable: object.exec, contentId: object.object },
		content: object.exec ? `${digest}+x` : digest,
	};
}

function absent(tree: GitTree, model: ModelConfig, path: string): Error {
	return badInput(
		"code-missing",
		`commit ${tree.name.slice(0, 12)} has no ${path}, which models.${model.name}.code names`,
		{
			at: model.at,
			found: path,
			expected: "a file or folder that git tracks",
			hint: `git add ${path}, or take it out of mainline.yaml`,
		},
	);
}
