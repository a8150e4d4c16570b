import type { PythonCall, PythonExpression } from "../../../source/index.ts";
import { callLibrary } from "./calls.ts";
import { pathTouch } from "./libraries.ts";
import { absolute, joined, textMethod } from "./paths-of.ts";
import { handOn, settingAt } from "./settings.ts";
import { effectOf, pathTexts, touchPath } from "./touch.ts";
import type { CallArguments, Frame, Tracing } from "./tracing.ts";
import { combined, either, type Known, NOTHING, outside, texts, UNKNOWN } from "./values.ts";

/** What is known of an expression; calls in it are followed. */
export function evaluate(t: Tracing, expression: PythonExpression, frame: Frame): Known {
	if (t.left-- < 0) return UNKNOWN;
	const of = (one: PythonExpression): Known => evaluate(t, one, frame);
	switch (expression.kind) {
		case "literal":
			return literal(expression.value);
		case "name":
			return nameIn(expression.name, frame);
		case "attribute":
			return attribute(t, of(expression.of), expression.name);
		case "item":
			return item(t, of(expression.of), of(expression.key), `${frame.module.place(0)}`);
		case "call":
			return call(t, expression, frame);
		case "joined": {
			const parts = expression.parts.map((part) => of(part));
			if (parts.some(({ kind }) => kind === "list")) return parts.reduce((a, b) => either(a, b), UNKNOWN);
			return combined(
				parts.map((part) => pathTexts(t, part)),
				(row) => row.join(""),
			);
		}
		case "divided": {
			const sides = [of(expression.left), of(expression.right)];
			return combined(
				sides.map((side) => pathTexts(t, side)),
				([left = "", right = ""]) => joined(left, right),
			);
		}
		case "choice":
			return expression.options.map(of).reduce((a, b) => either(a, b), UNKNOWN);
		case "list":
			return { kind: "list", items: expression.items.map(of) };
		case "dictionary":
			return {
				kind: "dictionary",
				entries: new Map(
					expression.entries.map(([key, value]) => {
						const known = of(key);
						return [known.kind === "texts" ? (known.texts[0] ?? "") : "", of(value)];
					}),
				),
			};
		case "comprehension": {
			bind(t, expression.target, itemOf(of(expression.over)), frame);
			return { kind: "list", items: [of(expression.element)] };
		}
		case "other":
			for (const part of expression.parts) handOn(t, of(part));
			return UNKNOWN;
	}
}

function literal(value: string | number | boolean | null): Known {
	if (value === null) return NOTHING;
	if (typeof value === "boolean") return outside(value ? "True" : "False");
	return texts(String(value));
}

function nameIn(name: string, frame: Frame): Known {
	const known = frame.scope.get(name) ?? frame.module.scope.get(name);
	if (known !== undefined) return known;
	return name === "__file__" ? texts(absolute(frame.module.file, ".")) : outside(name);
}

/** What a loop goes over, as one value. */
export function itemOf(over: Known): Known {
	if (over.kind === "list") return over.items.reduce((a, b) => either(a, b), UNKNOWN);
	if (over.kind === "dictionary") return texts(...over.entries.keys());
	return over.kind === "texts" ? over : UNKNOWN;
}

/** Gives names their values. In a body that may not run, the value from before stays possible. */
export function bind(t: Tracing, target: PythonExpression, value: Known, frame: Frame): void {
	if (target.kind === "name") {
		frame.scope.set(target.name, frame.perhaps ? either(frame.scope.get(target.name), value) : value);
	} else if (target.kind === "attribute") {
		const object = evaluate(t, target.of, frame);
		if (object.kind === "instance") object.own.set(target.name, value);
	} else if (target.kind === "list") {
		target.items.forEach((one, at) => {
			const part =
				value.kind === "list" ? value.items[at] : value.kind === "outside" ? outside(`${value.name}[]`) : undefined;
			bind(t, one, part ?? UNKNOWN, frame);
		});
	}
}

function attribute(t: Tracing, object: Known, name: string): Known {
	switch (object.kind) {
		case "texts":
			return textMethod(name, object.texts, []) ?? outside(`?.${name}`);
		case "settings":
			return settingAt(t, object, name);
		case "dictionary":
			return object.entries.get(name) ?? UNKNOWN;
		case "module":
			return object.module.scope.get(name) ?? UNKNOWN;
		case "instance":
			return object.own.get(name) ?? UNKNOWN;
		case "class":
			return UNKNOWN;
		case "outside":
			return outside(`${object.name}.${name}`);
		default:
			return outside(`?.${name}`);
	}
}

function item(t: Tracing, object: Known, key: Known, at: string): Known {
	const text = key.kind === "texts" ? key.texts[0] : undefined;
	if (object.kind === "settings") {
		if (text !== undefined) return settingAt(t, object, text);
		handOn(t, object);
	}
	if (object.kind === "dictionary")
		return object.entries.get(text ?? "") ?? itemOf({ kind: "list", items: [...object.entries.values()] });
	if (object.kind === "list") return object.items[Number(text)] ?? itemOf(object);
	if (object.kind === "outside" && object.name === "sys.argv") return argument(t, Number(text), at);
	return object.kind === "outside" ? outside(`${object.name}[]`) : UNKNOWN;
}

function argument(t: Tracing, index: number, at: string): Known {
	if (index === 0) return texts(t.program.file);
	const word = t.program.words[index - 1];
	if (word !== undefined) return texts(word);
	const says = Number.isInteger(index) ? `needs argument ${index} (sys.argv)` : "reads its arguments (sys.argv)";
	if (!t.findings.missing.some((one) => one.says === says)) t.findings.missing.push({ says, at });
	return UNKNOWN;
}

function call(t: Tracing, expression: PythonCall, frame: Frame): Known {
	const given = (): CallArguments => {
		for (const spread of expression.spread) handOn(t, evaluate(t, spread, frame));
		return {
			args: expression.args.map((arg) => evaluate(t, arg, frame)),
			keywords: new Map([...expression.keywords].map(([name, arg]) => [name, evaluate(t, arg, frame)])),
			at: frame.module.place(expression.line),
			calls: frame.calls,
		};
	};
	const { function: called } = expression;
	if (called.kind !== "attribute")
		return called.kind === "other" ? UNKNOWN : t.call(evaluate(t, called, frame), given());
	const object = evaluate(t, called.of, frame);
	return method(t, object, { name: called.name, given: given() });
}

interface Method {
	readonly name: string;
	readonly given: CallArguments;
}

function method(t: Tracing, object: Known, { name, given }: Method): Known {
	switch (object.kind) {
		case "texts":
			return onText(t, object, { name, given });
		case "file":
			return name.startsWith("read") ? object : UNKNOWN;
		case "settings":
			return onSettings(t, object, { name, given });
		case "dictionary":
			return onDictionary(object, { name, given });
		case "module":
			return t.call(object.module.scope.get(name) ?? outside(`?.${name}`), given);
		case "instance": {
			const own = object.own.get(name);
			if (own?.kind === "function") return t.call({ ...own, self: object }, given);
			return callLibrary(t, `?.${name}`, given);
		}
		case "parser":
			return callLibrary(t, `argparse.${name}`, { ...given, args: [object, ...given.args] });
		case "outside":
			return callLibrary(t, `${object.name}.${name}`, given);
		default:
			return callLibrary(t, `?.${name}`, given);
	}
}

function onText(t: Tracing, object: Extract<Known, { kind: "texts" }>, { name, given }: Method): Known {
	const touch = pathTouch(name);
	if (touch !== null) {
		const effect = effectOf(touch, given.args[0] ?? given.keywords.get("mode"));
		const searched = name.includes("glob") ? given.args[0] : undefined;
		const path =
			searched === undefined
				? object
				: combined([object.texts, pathTexts(t, searched)], ([a = "", b = ""]) => joined(a, b));
		touchPath(t, path, { effect, call: name, at: given.at, perhaps: false });
		if (name === "iterdir")
			return { kind: "list", items: [combined([object.texts, ["\0"]], ([a = "", b = ""]) => joined(a, b))] };
		if (name.includes("glob")) return { kind: "list", items: [path] };
		return { kind: "file", texts: object.texts };
	}
	if (name === "resolve" || name === "absolute")
		return texts(...object.texts.map((text) => absolute(text, t.program.cwd)));
	if (name === "replace" || name === "rename") return texts("\0");
	const known = textMethod(
		name,
		object.texts,
		given.args.map((arg) => pathTexts(t, arg)),
	);
	return known ?? callLibrary(t, `?.${name}`, given);
}

function onSettings(t: Tracing, object: Extract<Known, { kind: "settings" }>, { name, given }: Method): Known {
	const [key] = given.args;
	if (name === "get" && key?.kind === "texts") return settingAt(t, object, key.texts[0] ?? "");
	handOn(t, object);
	return UNKNOWN;
}

function onDictionary({ entries }: Extract<Known, { kind: "dictionary" }>, { name, given }: Method): Known {
	const [key, standard] = given.args;
	const values = [...entries.values()];
	if (name === "get" && key?.kind === "texts") return entries.get(key.texts[0] ?? "") ?? standard ?? NOTHING;
	if (name === "values") return { kind: "list", items: values };
	if (name === "items") {
		return {
			kind: "list",
			items: [...entries].map(([text, value]) => ({ kind: "list", items: [texts(text), value] })),
		};
	}
	return UNKNOWN;
}
