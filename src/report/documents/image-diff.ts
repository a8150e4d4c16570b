import type { Document } from "../../kernel/index.ts";

/** `mainline image diff --json`: what tells one image from another, as a node that runs the first one sees it. */
export interface ImageDiffDocument extends Document {
	readonly schema: "mainline.image-diff/1";
	/** When it was asked, ISO 8601. */
	readonly at: string;
	readonly from: DiffedImage;
	readonly to: DiffedImage;
	/** Bottom first; roles that neither image has are left out. */
	readonly layers: readonly {
		readonly role: "base" | "python" | "code" | "model";
		readonly change: "same" | "changed" | "added" | "removed";
		/** Bytes as they are stored. */
		readonly from: number;
		readonly to: number;
		readonly pull: number;
	}[];
	/** Bytes of layers that the second image has and the first has not, and of all its layers. */
	readonly pull: { readonly bytes: number; readonly of: number };
	/** Changed packages; null where neither image says which it has. */
	readonly packages:
		| readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[]
		| null;
	/** Changed files; null where that would have meant to fetch too much. */
	readonly code: readonly { readonly path: string; readonly change: "added" | "modified" | "deleted" }[] | null;
}

export interface DiffedImage {
	/** As it was asked for. */
	readonly asked: string;
	/** `repository@sha256:…`. */
	readonly image: string;
	readonly digest: string;
	/** Of the image as its labels say; null where they do not. */
	readonly version: string | null;
	/** ISO 8601. */
	readonly created: string | null;
	/** Null where there is none, or nobody says. */
	readonly base: {
		readonly name: string;
		readonly digest: string | null;
		/** ISO 8601; null where its registry does not tell. */
		readonly created: string | null;
	} | null;
}
