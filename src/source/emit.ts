import type { Value } from "../kernel/index.ts";
import { WIDTH, widthOf, writeDouble, writePlain, writeSingle } from "./fold.ts";
import { type Layout, type ListLayout, layoutOf, type MapLayout, type Remark, type ScalarLayout } from "./layout.ts";
import { Pen } from "./pen.ts";
import { chooseStyle, isMultiline } from "./scalar-style.ts";

/**
 * What DVC 3.67 with ruamel.yaml 0.19 writes for fresh data, byte for byte: block style, quotes only where needed, folded at
 * column 80, `&id001` for a list or mapping that is used twice.
 */
export function emitYaml(value: Value): string {
	return draw(layoutOf(value));
}

/** Draws a layout as ruamel's emitter does; `trailing` are comment lines after everything. */
export function draw(layout: Layout, trailing: readonly string[] = []): string {
	return new Drawing().document(layout, trailing);
}

/** Keys of this length (with tag and anchor counted) and longer are written as `? key`. */
const LONGEST_KEY = 128;

/** What surrounds a node: decides where its first line goes. */
interface Surroundings {
	readonly inList?: boolean;
	readonly inMap?: boolean;
	readonly underSimpleKey?: boolean;
	readonly simpleKey?: boolean;
	readonly parentIsList?: boolean;
}

class Drawing {
	readonly #pen = new Pen();
	#flow = 0;

	document(layout: Layout, trailing: readonly string[]): string {
		const root = layout.kind === "scalar" && layout.type === "null" ? { ...layout, text: "null" } : layout;
		const bare = root.kind === "scalar" && chooseStyle(root, { simpleKey: false, flow: false }) === "plain";
		this.#node(root, {});
		this.#pen.newIndent();
		this.#lines(trailing);
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
		else if (layout.flow || this.#flow > 0) this.#flowCollection(layout, around);
		else if (layout.kind === "list") this.#list(layout, around);
		else this.#map(layout);
	}

	/** `[1, 2]` and `{a: 1}`; a one-entry mapping in a list goes without braces, as ruamel writes it. */
	#flowCollection(layout: ListLayout | MapLayout, around: Surroundings): void {
		const bare = layout.kind === "map" && layout.entries.length === 1 && around.inList === true && this.#flow > 0;
		const [open, close] = layout.kind === "list" ? ["[", "]"] : bare ? ["", ""] : ["{", "}"];
		this.#pen.indicator(open, { needsBlank: true, whitespace: true });
		this.#flow++;
		this.#deeper(2, () => {
			if (layout.kind === "list") {
				for (const [index, item] of layout.items.entries()) {
					this.#separate(index);
					this.#node(item.value, { inList: true });
				}
			} else {
				for (const [index, entry] of layout.entries.entries()) {
					this.#separate(index);
					this.#key(entry.key);
					this.#node(entry.value, { inMap: true });
				}
			}
		});
		this.#flow--;
		this.#pen.indicator(close);
	}

	#separate(index: number): void {
		if (index > 0) this.#pen.indicator(",");
		if (this.#pen.column > WIDTH) this.#pen.newIndent();
	}

	#lines(lines: readonly string[] = []): void {
		if (lines.length > 0 && this.#pen.column > 0) this.#pen.lineBreak();
		for (const line of lines) {
			this.#pen.write(line);
			this.#pen.lineBreak();
		}
	}

	/** A comment where it stood, or one blank after what now reaches further. */
	#remark(remark: Remark | undefined): void {
		if (remark === undefined) return;
		this.#pen.write(" ".repeat(Math.max(1, remark.column - this.#pen.column)) + remark.text);
		this.#pen.lineBreak();
	}

	/** Runs `body` one step further in. */
	#deeper(step: number, body: () => void): void {
		const { indent } = this.#pen;
		this.#pen.indent = indent === null ? 0 : indent + step;
		body();
		this.#pen.indent = indent;
	}

	#list(list: ListLayout, around: Surroundings): void {
		const indentless = around.inMap === true && (around.underSimpleKey === true || !this.#pen.indention);
		this.#deeper(indentless ? 0 : 2, () => {
			if (around.parentIsList) this.#pen.indention = true;
			for (const item of list.items) {
				this.#lines(item.above);
				this.#pen.newIndent();
				this.#pen.indicator("-", { needsBlank: true, indention: true });
				this.#node(item.value, { inList: true, parentIsList: true });
				this.#remark(item.after);
			}
		});
	}

	#map(map: MapLayout): void {
		this.#deeper(2, () => {
			for (const { key, value, above, afterKey, after } of map.entries) {
				this.#lines(above);
				this.#pen.newIndent();
				const explicit = this.#key(key);
				if (value.kind !== "scalar") this.#remark(afterKey);
				this.#node(value, { inMap: true, underSimpleKey: !explicit });
				this.#remark(after);
			}
		});
	}

	/** Writes the key and its colon; true when it took the long form. */
	#key(key: ScalarLayout): boolean {
		if (widthOf(key.text) + key.tagLength < LONGEST_KEY && !isMultiline(key.text)) {
			this.#node(key, { inMap: true, simpleKey: true });
			this.#pen.indicator(":");
			return false;
		}
		this.#pen.indicator("?", { needsBlank: true, indention: true });
		this.#node(key, { inMap: true });
		this.#pen.newIndent();
		this.#pen.indicator(":", { needsBlank: true, indention: true });
		return true;
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
