import { type Touch, touchesOf } from "./libraries.ts";
import { meantBy } from "./paths-of.ts";
import { scalarAt } from "./settings.ts";
import type { CallArguments, Touched, Tracing } from "./tracing.ts";
import { HOLE, isNothing, type Known } from "./values.ts";

/** Libraries' objects that stand where a path could, and are none. */
const NO_PATH = /(StringIO|BytesIO|stdout|stderr|stdin|devnull|requests\.|urlopen|session\.)/;

interface Call {
	/** Dotted, as far as it is known. */
	readonly name: string;
	readonly given: CallArguments;
}

/** Notes what a library's function does with the paths that it is given. Whether it does anything with any. */
export function touchByName(t: Tracing, { name, given }: Call): boolean {
	const touches = touchesOf(name);
	for (const touch of touches) touchOne(t, touch, { name, given });
	return touches.length > 0;
}

function touchOne(t: Tracing, touch: Touch, { name, given }: Call): void {
	const path =
		given.args[touch.at] ??
		touch.keywords.map((keyword) => given.keywords.get(keyword)).find((one) => one !== undefined);
	// without one, they give text back
	if (path === undefined || isNothing(path)) return;
	const mode = touch.mode === undefined ? undefined : (given.args[touch.mode] ?? given.keywords.get("mode"));
	touchPath(t, path, { effect: effectOf(touch, mode), call: name, at: given.at, perhaps: touch.perhaps === true });
}

export function effectOf({ effect }: Touch, mode: Known | undefined): Touched["effect"] {
	if (effect !== "opens") return effect;
	const letters = mode?.kind === "texts" ? mode.texts.join("") : "r";
	if (/[a+]/.test(letters)) return "changes";
	return /[wx]/.test(letters) ? "writes" : "reads";
}

/** Notes one path, or that it is not known which. */
export function touchPath(t: Tracing, path: Known, what: Pick<Touched, "effect" | "call" | "at" | "perhaps">): void {
	if (path.kind === "file" || (path.kind === "outside" && NO_PATH.test(path.name))) return;
	if (path.kind === "list") {
		for (const item of path.items) touchPath(t, item, what);
		return;
	}
	for (const text of pathTexts(t, path)) touchText(t, text, what);
}

function touchText(t: Tracing, text: string, what: Pick<Touched, "effect" | "call" | "at" | "perhaps">): void {
	const meant = meantBy(text, t.program.cwd);
	const { touched, unclear, elsewhere } = t.findings;
	const call = shortName(what.call);
	if (meant.kind === "path") touched.push({ ...what, call, path: meant.path, folder: meant.folder });
	else if (what.perhaps) return;
	else if (meant.kind === "unclear")
		unclear.push({ says: `${verb(what.effect)} a path that only a run knows (${call})`, at: what.at });
	else if (meant.kind === "elsewhere") elsewhere.push({ says: `${verb(what.effect)} ${meant.path}`, at: what.at });
}

/** The texts of a value; a setting is looked up. */
export function pathTexts(t: Tracing, value: Known): readonly string[] {
	if (value.kind === "texts") return value.texts;
	if (value.kind !== "settings") return [HOLE];
	const text = scalarAt(t, value);
	return [text ?? HOLE];
}

function verb(effect: Touched["effect"]): string {
	return effect === "reads" ? "reads" : effect === "writes" ? "writes" : "adds to";
}

/** `read_csv` of `pandas.read_csv`. */
export function shortName(name: string): string {
	return name.slice(name.lastIndexOf(".") + 1).replace("()", "");
}
