import type { Dockerfile } from "./model.ts";

/** The text with every image by its digest: line by line the same, so that a builder's words about lines are true of both. */
export function pinned({ text, mentions }: Dockerfile, pin: (image: string) => string): string {
	return mentions
		.toSorted((a, b) => b.from - a.from)
		.reduce((rest, { image, from, to }) => rest.slice(0, from) + pin(image) + rest.slice(to), text);
}

/** A step without the breaks and comments that builders leave out, too. */
export function oneLine(step: string): string {
	return step
		.replace(/^\s*#.*$/gm, "")
		.replace(/[\\`]\s*\n/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}
