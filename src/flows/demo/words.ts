import type { Document } from "../../kernel/index.ts";
import { renderText, type Style } from "../../report/index.ts";

/** What the terminal of somebody who ran the command shows. */
export function screen(document: Document, style: Style): string[] {
	return renderText(document, style).trimEnd().split("\n");
}

/** The example's training says each of its epochs. */
export function trained(output: string): boolean {
	return /epoch \d+\/\d+/.test(output);
}

export function seconds(count: number): string {
	return `${count.toFixed(count < 1 ? 2 : 1)} s`;
}

export function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}
