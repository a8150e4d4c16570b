import type { Place, Sha256 } from "../../kernel/index.ts";

/** A Dockerfile, read: what it stands on, what it copies, and where each of its steps is written. */
export interface Dockerfile {
	/** Path in the repository. */
	readonly file: string;
	readonly text: string;
	/** Images that it names, build arguments put in, each once, in their order; stages of its own and `scratch` left out. */
	readonly images: readonly string[];
	/** Where in the text each image is named. */
	readonly mentions: readonly Mention[];
	/** What it takes out of the context; null where that cannot be told: anything. */
	readonly sources: readonly Source[] | null;
	readonly steps: readonly Step[];
}

/** A part of the text, in UTF-16 units, that names an image. */
export interface Mention {
	readonly image: string;
	readonly from: number;
	readonly to: number;
}

/** A file, folder or pattern that COPY, ADD or a bind mount names. */
export interface Source {
	/** From the context's folder, as `.dockerignore` writes patterns. */
	readonly pattern: string;
	readonly at: Place;
	/** Whether the stage that is asked for comes by here. */
	readonly needed: boolean;
}

export interface Step {
	/** From 1. */
	readonly line: number;
	/** On one line, single spaces. */
	readonly text: string;
}

/** One file of the context, as git has it. */
export interface ContextFile {
	/** From the context's folder. */
	readonly path: string;
	readonly kind: "file" | "executable" | "link";
	/** Git's name of the content (of a link: where it points to). */
	readonly object: string;
}

/** All of an environment that a commit's tree tells. */
export interface EnvironmentRecipe {
	readonly dockerfile: Dockerfile;
	readonly files: readonly ContextFile[];
	readonly target: string | null;
	readonly args: ReadonlyMap<string, string>;
	/** Of everything above. */
	readonly digest: Sha256;
}

/** Image as the Dockerfile names it → what the name stands for at its registry; null where only the builder may know. */
export type Pins = ReadonlyMap<string, Sha256 | null>;
