import { argumentValues, optionFrom } from "./command-line.ts";
import { isHarmless, loadsSettings, startsProgram } from "./libraries.ts";
import { absolute, joined, parentText } from "./paths-of.ts";
import { handOn, settingsFrom } from "./settings.ts";
import { pathTexts, shortName, touchByName, touchPath } from "./touch.ts";
import type { CallArguments, Tracing } from "./tracing.ts";
import { combined, either, HOLE, type Known, NOTHING, outside, PROJECT, texts, UNKNOWN } from "./values.ts";

/** What a library's function gives back, and what it does on the way. */
export function callLibrary(t: Tracing, name: string, given: CallArguments): Known {
	const known = pure(t, name, given) ?? commandLine(t, name, given);
	if (known !== null) return known;
	for (const value of [...given.args, ...given.keywords.values()]) handOn(t, value);
	if (loadsSettings(name)) {
		const settings = loaded(t, name, given);
		if (settings !== null) return settings;
	}
	if (startsProgram(name)) {
		t.findings.unclear.push({ says: `starts another program (${shortName(name)})`, at: given.at });
	} else if (!touchByName(t, { name, given }) && !isHarmless(name)) {
		mentions(t, name, given);
	}
	callBack(t, given);
	return resultOf(t, name, given);
}

/** Calls that only make values of values. */
function pure(t: Tracing, name: string, { args, at }: CallArguments): Known | null {
	const [first = UNKNOWN] = args;
	const all = (value: Known): readonly string[] => pathTexts(t, value);
	switch (name) {
		case "pathlib.Path":
		case "pathlib.PurePath":
		case "Path":
		case "os.path.join":
			if (args.length === 0) return texts(".");
			return combined(args.map(all), (row) => row.reduce(joined));
		case "os.path.abspath":
		case "os.path.realpath":
			return texts(...all(first).map((text) => absolute(text, t.program.cwd)));
		case "os.path.dirname":
			return texts(...all(first).map((text) => (text.includes("/") ? parentText(text) : "")));
		case "os.path.basename":
			return texts(...all(first).map((text) => text.slice(text.lastIndexOf("/") + 1)));
		case "os.path.expanduser":
		case "os.path.normpath":
		case "os.fspath":
		case "str":
		case "hydra.utils.to_absolute_path":
			return first.kind === "texts" || first.kind === "settings" ? texts(...all(first)) : UNKNOWN;
		case "os.getcwd":
		case "pathlib.Path.cwd":
		case "Path.cwd":
			return texts(absolute(".", t.program.cwd).replace(/\/\.$/, ""));
		case "os.getenv":
		case "os.environ.get":
			return args[1] ?? UNKNOWN;
		case "sorted":
		case "list":
		case "tuple":
		case "set":
		case "reversed":
		case "iter":
		case "tqdm":
		case "tqdm.tqdm":
		case "tqdm.auto.tqdm":
			return first;
		case "enumerate":
			return {
				kind: "list",
				items: first.kind === "list" ? first.items.map((one) => ({ kind: "list", items: [UNKNOWN, one] })) : [],
			};
		case "zip":
			return zipped(args);
		case "vars":
		case "cast":
			return first;
		case "os.chdir":
			t.findings.unclear.push({ says: "changes the folder it works in (chdir)", at });
			return UNKNOWN;
		default:
			return null;
	}
}

function zipped(args: readonly Known[]): Known {
	const [first] = args;
	if (first?.kind !== "list") return UNKNOWN;
	return {
		kind: "list",
		items: first.items.map((_, at) => ({
			kind: "list",
			items: args.map((arg) => (arg.kind === "list" ? (arg.items[at] ?? UNKNOWN) : UNKNOWN)),
		})),
	};
}

function commandLine(t: Tracing, name: string, given: CallArguments): Known | null {
	const [first, ...rest] = given.args;
	if (/^(argparse\.)?ArgumentParser$/.test(name)) return { kind: "parser", options: [] };
	if (/^typer\.(Option|Argument)$/.test(name)) return given.args[0] ?? given.keywords.get("default") ?? UNKNOWN;
	if (first?.kind !== "parser") return null;
	switch (name) {
		case "argparse.add_argument": {
			const option = optionFrom({ ...given, args: rest });
			if (option !== null) first.options.push(option);
			return UNKNOWN;
		}
		case "argparse.parse_args":
			return { kind: "dictionary", entries: argumentValues(first.options, t.program.words, t.findings) };
		case "argparse.parse_known_args": {
			const entries = argumentValues(first.options, t.program.words, t.findings);
			return { kind: "list", items: [{ kind: "dictionary", entries }, UNKNOWN] };
		}
		default:
			return /^argparse\.add_(argument_group|mutually_exclusive_group|subparsers|parser)$/.test(name) ? first : UNKNOWN;
	}
}

/** Settings, where the file is one of parameters; null where it is data. */
function loaded(t: Tracing, name: string, { args, at }: CallArguments): Known | null {
	const [from] = args;
	const all =
		from?.kind === "file" ? from.texts : from?.kind === "texts" && name.endsWith("OmegaConf.load") ? from.texts : [];
	const [path = HOLE] = all;
	const file = path.startsWith(`${PROJECT}/`) ? path.slice(PROJECT.length + 1) : joinedIn(t.program.cwd, path);
	if (all.length !== 1 || path.includes(HOLE)) return null;
	if (!/\.(ya?ml|json|toml)$/.test(file) || /metric|score|result|report/i.test(file)) return null;
	const settings = settingsFrom(t, file);
	if (settings.kind !== "settings") return null;
	touchPath(t, texts(path), { effect: "reads", call: name, at, perhaps: false });
	return settings;
}

function joinedIn(cwd: string, path: string): string {
	return absolute(path, cwd).slice(PROJECT.length + 1);
}

/** A text that names something which is there is likely to be read, whoever takes it. */
function mentions(t: Tracing, name: string, { args, keywords, at }: CallArguments): void {
	for (const value of [...args, ...keywords.values()]) {
		const all = value.kind === "texts" ? value.texts : [];
		for (const text of all.filter(
			(one) => /[/.]/.test(one) && !/\s/.test(one) && one.length < 200 && !one.includes(HOLE),
		)) {
			touchPath(t, texts(text), { effect: "reads", call: name, at, perhaps: true });
		}
	}
}

/** Functions that are handed on are called by somebody: `map(f, files)`. */
function callBack(t: Tracing, given: CallArguments): void {
	const lists = given.args.filter((arg) => arg.kind === "list");
	for (const value of [...given.args, ...given.keywords.values()]) {
		if (value.kind !== "function") continue;
		const args = lists.map((list) => list.items.reduce((a, b) => either(a, b), UNKNOWN));
		t.call(value, { ...given, args, keywords: new Map() });
	}
}

function resultOf(t: Tracing, name: string, { args }: CallArguments): Known {
	const [first = UNKNOWN] = args;
	if (/^(io\.|codecs\.|gzip\.|bz2\.|lzma\.|smart_open\.|fsspec\.)?open$/.test(name)) {
		return { kind: "file", texts: pathTexts(t, first) };
	}
	if (/^glob\.i?glob$/.test(name)) return { kind: "list", items: [first] };
	if (name === "os.listdir") return { kind: "list", items: [texts(HOLE)] };
	if (name === "dvc.api.params_show") {
		const settings = settingsFrom(t, "params.yaml");
		return settings;
	}
	return name === "None" ? NOTHING : outside(`${name.length > 200 ? "?" : name}()`);
}
