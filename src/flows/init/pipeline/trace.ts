import { joinPath, parentOf } from "../../../kernel/index.ts";
import type { PythonFunction, PythonImport, PythonStatement } from "../../../source/index.ts";
import { callLibrary } from "./calls.ts";
import { argumentValues, optionFrom } from "./command-line.ts";
import { bind, evaluate, itemOf } from "./evaluate.ts";
import { importedFiles, submodules } from "./modules.ts";
import { handOn, settingsFrom } from "./settings.ts";
import type { CallArguments, Findings, Frame, Program, Sources, Tracing } from "./tracing.ts";
import { either, type Known, type Module, NOTHING, type Option, outside, texts, UNKNOWN } from "./values.ts";

/** So many expressions are looked at before a program is given up: no loop is ever gone through twice, but calls may fan out. */
const STEPS = 60_000;
const DEEPEST = 14;

/** Goes through a program from its first line as if it ran, following its own functions and local modules, and keeps what would touch files. Runs nothing; never fails. */
export function trace(program: Program, sources: Sources): Findings {
	const t: Tracing = {
		program,
		sources,
		findings: {
			touched: [],
			settings: new Map(),
			modules: new Set(),
			roots: new Set(),
			missing: [],
			unclear: [],
			elsewhere: [],
		},
		loaded: new Map(),
		seen: new Set(),
		left: STEPS,
		evaluate: (expression, frame) => evaluate(t, expression, frame),
		call: (value, given) => call(t, value, given),
	};
	const module: Module = { file: program.file, scope: new Map(), body: program.body, place: program.place };
	t.loaded.set(program.file, module);
	const frame: Frame = { module, scope: module.scope, returned: [], perhaps: false, calls: [] };
	runAll(t, program.body, frame);
	for (const one of program.body) if (one.kind === "function") startedByName(t, one, frame);
	if (t.left < 0) t.findings.unclear.push({ says: "is too large to be followed", at: program.file });
	return t.findings;
}

/** Commands of click and typer, tasks: nobody in the file calls them. */
function startedByName(t: Tracing, of: PythonFunction, frame: Frame): void {
	const named = of.decorators.some((one) => {
		const value = evaluate(t, one.kind === "call" ? one.function : one, frame);
		return value.kind === "outside" && /\.(command|task|flow|main|callback)$/.test(value.name);
	});
	if (!named || t.seen.has(of)) return;
	const given = { args: [], keywords: new Map(), at: frame.module.place(of.line), calls: [] };
	call(t, { kind: "function", of, module: frame.module, self: null }, given);
}

function runAll(t: Tracing, body: readonly PythonStatement[], frame: Frame): void {
	for (const statement of body) if (t.left > 0) runOne(t, statement, frame);
}

function runOne(t: Tracing, statement: PythonStatement, frame: Frame): void {
	const { scope, module } = frame;
	switch (statement.kind) {
		case "import":
			importInto(t, statement, frame);
			return;
		case "function":
			scope.set(statement.name, { kind: "function", of: statement, module, self: null });
			return;
		case "class":
			scope.set(statement.name, { kind: "class", of: statement, module });
			return;
		case "assign": {
			const value = evaluate(t, statement.value, frame);
			for (const target of statement.targets) bind(t, target, value, frame);
			return;
		}
		case "do":
			evaluate(t, statement.value, frame);
			return;
		case "return":
			frame.returned.push(evaluate(t, statement.value, frame));
			return;
		case "for":
			bind(t, statement.target, itemOf(evaluate(t, statement.over, frame)), frame);
			runAll(t, statement.body, frame);
			return;
		case "with":
			for (const { value, as } of statement.items) {
				const entered = evaluate(t, value, frame);
				if (as !== null) bind(t, as, entered, frame);
			}
			runAll(t, statement.body, frame);
			return;
		case "branches":
			branches(t, statement, frame);
	}
}

function branches(t: Tracing, statement: Extract<PythonStatement, { kind: "branches" }>, frame: Frame): void {
	// what a script does when it is the program is not done when it is imported
	if (statement.main && frame.module.file !== t.program.file) return;
	for (const condition of statement.conditions) evaluate(t, condition, frame);
	const inside = statement.main ? frame : { ...frame, perhaps: true };
	for (const body of statement.bodies) runAll(t, body, inside);
}

function call(t: Tracing, value: Known, given: CallArguments): Known {
	if (value.kind === "outside") return callLibrary(t, value.name, given);
	if (value.kind === "class") return instance(t, value, given);
	if (value.kind !== "function") {
		for (const arg of given.args) handOn(t, arg);
		return UNKNOWN;
	}
	const { of, module, self } = value;
	if (given.calls.includes(of) || given.calls.length > DEEPEST || t.left < 0) return UNKNOWN;
	t.seen.add(of);
	const frame: Frame = { module, scope: new Map(), returned: [], perhaps: false, calls: [...given.calls, of] };
	bindParameters(t, value, { given, frame, self });
	runAll(t, of.body, frame);
	return frame.returned.reduce<Known | undefined>((a, b) => either(a, b), undefined) ?? NOTHING;
}

interface Binding {
	readonly given: CallArguments;
	readonly frame: Frame;
	readonly self: Known | null;
}

function bindParameters(
	t: Tracing,
	{ of, module }: Extract<Known, { kind: "function" }>,
	{ given, frame, self }: Binding,
): void {
	const args = self === null ? given.args : [self, ...given.args];
	const fromLine = argumentsOfCommand(t, of, module);
	of.parameters.forEach(({ name, standard }, at) => {
		const own = given.keywords.get(name) ?? args[at] ?? fromLine.get(name);
		const known = own ?? (standard === null ? UNKNOWN : evaluate(t, standard, { ...frame, scope: module.scope }));
		frame.scope.set(name, known);
	});
}

/** What click's and hydra's decorators hand to a function. */
function argumentsOfCommand(t: Tracing, of: PythonFunction, module: Module): ReadonlyMap<string, Known> {
	const frame: Frame = { module, scope: module.scope, returned: [], perhaps: false, calls: [] };
	const options: Option[] = [];
	const found = new Map<string, Known>();
	for (const decorator of of.decorators) {
		if (decorator.kind !== "call") continue;
		const called = evaluate(t, decorator.function, frame);
		const name = called.kind === "outside" ? called.name : "";
		const keywords = new Map([...decorator.keywords].map(([key, one]) => [key, evaluate(t, one, frame)]));
		const args = decorator.args.map((one) => evaluate(t, one, frame));
		const option = optionFrom({ args, keywords, at: module.place(decorator.line), calls: [] });
		if (/\.(option|argument)$/.test(name) && option !== null)
			options.push({ ...option, required: option.required || name.endsWith("argument") });
		if (name === "hydra.main") found.set(of.parameters[0]?.name ?? "", hydraSettings(t, module, keywords));
	}
	const values = argumentValues(options, t.program.words, t.findings);
	return new Map([...found, ...values]);
}

function hydraSettings(t: Tracing, module: Module, keywords: ReadonlyMap<string, Known>): Known {
	const text = (key: string): string => {
		const value = keywords.get(key);
		return value?.kind === "texts" ? (value.texts[0] ?? "") : "";
	};
	return settingsFrom(
		t,
		joinPath(parentOf(module.file), text("config_path"), `${text("config_name").replace(/\.yaml$/, "")}.yaml`),
	);
}

function instance(t: Tracing, { of, module }: Extract<Known, { kind: "class" }>, given: CallArguments): Known {
	if (given.calls.length > DEEPEST) return UNKNOWN;
	const own = new Map<string, Known>();
	const made: Known = { kind: "instance", of, module, own };
	const frame: Frame = { module, scope: own, returned: [], perhaps: false, calls: given.calls };
	for (const base of of.bases) {
		const parent = evaluate(t, base, { ...frame, scope: module.scope });
		if (parent.kind === "class") runAll(t, parent.of.body, { ...frame, module: parent.module });
	}
	runAll(t, of.body, frame);
	const start = own.get("__init__");
	if (start?.kind === "function") call(t, { ...start, self: made }, given);
	else for (const [name, value] of given.keywords) own.set(name, value);
	return made;
}

function importInto(t: Tracing, wanted: PythonImport, frame: Frame): void {
	const { scope } = frame;
	const module = load(t, wanted, frame);
	if (wanted.names === null) {
		const name = wanted.as ?? wanted.module.split(".")[0] ?? "";
		if (module !== null && (wanted.as !== null || !wanted.module.includes(".")))
			scope.set(name, { kind: "module", module });
		else scope.set(name, outside(wanted.as === null ? name : wanted.module));
		return;
	}
	for (const { module: dotted, level, name } of submodules(wanted)) {
		const as = wanted.names.find((one) => one.name === name)?.as ?? name;
		const own = module?.scope.get(name);
		const file = own === undefined && name !== "*" ? load(t, { module: dotted, level }, frame) : null;
		if (name === "*") for (const [each, value] of module?.scope ?? []) scope.set(each, value);
		else if (own !== undefined) scope.set(as, own);
		else if (file !== null) scope.set(as, { kind: "module", module: file });
		else scope.set(as, module === null ? outside(libraryName(wanted, name)) : UNKNOWN);
	}
}

function libraryName({ module, level }: PythonImport, name: string): string {
	return level > 0 ? `?.${name}` : `${module}.${name}`;
}

/** The module that an import means, run through once; null for a library's. */
function load(t: Tracing, wanted: { module: string; level: number }, { module: from, calls }: Frame): Module | null {
	const { program, sources, findings } = t;
	const found = importedFiles(wanted, { file: from.file, roots: program.roots, has: (file) => sources.has(file) });
	let last: Module | null = null;
	for (const { file, root } of found) {
		if (wanted.level === 0) findings.roots.add(root);
		last = t.loaded.get(file) ?? loadFile(t, file, calls);
	}
	return last;
}

function loadFile(t: Tracing, file: string, calls: Frame["calls"]): Module {
	const body = t.sources.program(t.sources.text(file) ?? "") ?? [];
	const module: Module = {
		file,
		scope: new Map([["__name__", texts(file)]]),
		body,
		place: (line) => `${file}:${line}`,
	};
	t.loaded.set(file, module);
	if (t.sources.text(file)?.trim() !== "") t.findings.modules.add(file);
	runAll(t, body, { module, scope: module.scope, returned: [], perhaps: false, calls });
	return module;
}
