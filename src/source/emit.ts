import type { Value } from "../kernel/index.ts";
import { widthOf, writeDouble, writePlain, writeSingle } from "./fold.ts";
import { type Layout, type ListLayout, layoutOf, type MapLayout, type ScalarLayout } from "./layout.ts";
import { Pen } from "./pen.ts";
import { chooseStyle, isMultiline } from "./scalar-style.ts";

/**
 * What DVC 3.67 with ruamel.yaml 0.19 writes for fresh data, byte for byte: block style, quotes only where needed, folded at
 * column 80, `&id001` for a list or mapping that is used twice.
 */
export function emitYaml(value: Value): string {
	return draw(layoutOf(value));
}

/** Draws a layout as ruamel's emitter does. */
export function draw(layout: Layout): string {
	const drawing = new Drawing();
	return drawing.document(layout);
}

/** Keys of this length (with tag and anchor counted) and longer are written as `? key`. */
const LONGEST_KEY = 128;

/** What surrounds a node: decides where its first line goes. */
interface Surroundings {
	readonly inList?: boolean;
	readonly inMap?: boolean;
	readonly simpleKey?: boolean;
	readonly parentIsList?: boolean;
}

class Drawing {
	readonly #pen = new Pen();
	#flow = 0;

	document(layout: Layout): string {
		const root = layout.kind === "scalar" && layout.type === "null" ? { ...layout, text: "null" } : layout;
		const bare = root.kind === "scalar" && chooseStyle(root, { simpleKey: false, flow: false }) === "plain";
		this.#node(root, {});
		this.#pen.newIndent();
		return this.#pen.text() + (bare ? "...\n" : "");
	}

	#node(layout: Layout, around: Surroundings): void {
		if (layout.kind === "alias") this.#pen.indicator(`*${layout.anchor}`, { needsBlank: true });
		else if (layout.kind === "scalar") this.#scalar(layout, around);
		else this.#collection(layout, around);
	}

	#collection(layout: ListLayout | MapLayout, around: Surroundings): void {
		if (layout.anchor !== null) this.#pen.indicator(`&${layout.anchor}`, { needsBlank: true });
		const empty = layout.kind === "list" ? layout.items.length === 0 : layout.entries.length === 0;
		if (empty) this.#pen.indicator(layout.kind === "list" ? "[]" : "{}", { needsBlank: true });
		else if (layout.kind === "list") this.#list(layout, around);
		else this.#map(layout);
	}

	/** Runs `body` one step further in. */
	#deeper(step: number, body: () => void): void {
		const { indent } = this.#pen;
		this.#pen.indent = indent === null ? 0 : indent + step;
		body();
		this.#pen.indent = indent;
	}

	#list(list: ListLayout, around: Surroundings): void {
		const indentless = around.inMap === true && !this.#pen.indention;
		this.#deeper(indentless ? 0 : 2, () => {
			if (around.parentIsList) this.#pen.indention = true;
			for (const item of list.items) {
				this.#pen.newIndent();
				this.#pen.indicator("-", { needsBlank: true, indention: true });
				this.#node(item, { inList: true, parentIsList: true });
			}
		});
	}

	#map(map: MapLayout): void {
		this.#deeper(2, () => {
			for (const { key, value } of map.entries) {
				this.#pen.newIndent();
				this.#key(key);
				this.#node(value, { inMap: true });
			}
		});
	}

	#key(key: ScalarLayout): void {
		if (widthOf(key.text) + key.tagLength < LONGEST_KEY && !isMultiline(key.text)) {
			this.#node(key, { inMap: true, simpleKey: true });
			this.#pen.indicator(":");
			return;
		}
		this.#pen.indicator("?", { needsBlank: true, indention: true });
		this.#node(key, { inMap: true });
		this.#pen.newIndent();
		this.#pen.indicator(":", { needsBlank: true, indention: true });
	}

	#scalar(scalar: ScalarLayout, around: Surroundings): void {
		const simpleKey = around.simpleKey === true;
		const chosen = chooseStyle(scalar, { simpleKey, flow: this.#flow > 0 });
		const spelledNull = scalar.type === "null" && chosen === "single";
		const style = spelledNull ? "plain" : chosen;
		const { indent } = this.#pen;
		this.#pen.indent = indent === null ? null : indent + 2;
		if (around.inList && this.#flow === 0) this.#pen.newIndent();
		const text = spelledNull ? "null" : scalar.text;
		if (style === "plain") writePlain(this.#pen, text, !simpleKey);
		else if (style === "single") writeSingle(this.#pen, text, !simpleKey);
		else writeDouble(this.#pen, text, !simpleKey);
		this.#pen.indent = indent;
	}
}
