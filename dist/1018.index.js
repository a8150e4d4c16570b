export const id = 1018;
export const ids = [1018];
export const modules = {

/***/ 31018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LANES: () => (/* reexport */ LANES),
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/flows/init/hints.js



/** Both folders absolute. */
async function hintsOf(root, project) {
    const base = (await dockerfileIn(project)) ?? (await fromPyproject(project));
    return { base, lock: await lockFile(project), workflows: await otherWorkflows(root) };
}
async function lockFile(project) {
    for (const name of ["uv.lock", "poetry.lock", "Pipfile.lock"]) {
        if ((await textOrNull((0,external_node_path_.join)(project, name))) !== null)
            return name;
    }
    return null;
}
async function dockerfileIn(project) {
    for (const dockerfile of ["Dockerfile", "Containerfile"]) {
        const text = await textOrNull((0,external_node_path_.join)(project, dockerfile));
        if (text !== null)
            return { dockerfile, runs: /^\s*(CMD|ENTRYPOINT)\s/im.test(text) };
    }
    return null;
}
async function fromPyproject(project) {
    const wanted = pythonWanted((await textOrNull((0,external_node_path_.join)(project, "pyproject.toml"))) ?? "");
    const pinned = /^\s*(3\.\d+)/.exec((await textOrNull((0,external_node_path_.join)(project, ".python-version"))) ?? "")?.[1];
    const version = pinned ?? wanted;
    if (version === undefined)
        return null;
    const because = pinned === undefined ? "as pyproject.toml's requires-python" : "as .python-version";
    return { image: `docker.io/library/python:${version}-slim`, because };
}
function pythonWanted(text) {
    try {
        const whole = (0,source/* toValue */.BA)((0,source/* parseToml */.MT)(text, "pyproject.toml"));
        const table = whole instanceof Map ? whole.get("project") : undefined;
        const wanted = table instanceof Map ? table.get("requires-python") : undefined;
        return typeof wanted === "string" ? /3\.\d+/.exec(wanted)?.[0] : undefined;
    }
    catch {
        return undefined;
    }
}
async function otherWorkflows(root) {
    const folder = (0,external_node_path_.join)(root, ".github/workflows");
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const found = [];
    for (const name of names
        .filter((one) => /\.ya?ml$/.test(one) && !one.startsWith("mainline"))
        .sort()
        .slice(0, 200)) {
        const text = (await textOrNull((0,external_node_path_.join)(folder, name))) ?? "";
        const does = [
            ...(/\bdvc\s+(repro|exp|pull|push)\b|iterative\/setup-dvc|treeverse\/setup-dvc/.test(text) ? ["dvc"] : []),
            ...(/\bcml\s|iterative\/setup-cml|iterative-cml/.test(text) ? ["cml"] : []),
        ];
        const clash = /^name:\s*["']?(Mainline [\w ]+?)["']?\s*$/m.exec(text)?.[1];
        if (does.length > 0)
            found.push({ file: `.github/workflows/${name}`, does: `runs ${does.join(" and ")}` });
        if (clash !== undefined)
            found.push({ file: `.github/workflows/${name}`, does: `is called \`${clash}\`, as one of ours` });
    }
    return found;
}
async function textOrNull(path) {
    return (0,promises_.readFile)(path, "utf8").catch(() => null);
}

// EXTERNAL MODULE: ./build/flows/init/look.js
var look = __webpack_require__(95906);
// EXTERNAL MODULE: ./build/flows/init/merge-driver-setup.js
var merge_driver_setup = __webpack_require__(88184);
;// CONCATENATED MODULE: ./build/flows/init/owners.js

/** Where GitHub looks; the first that is there counts. */
const OWNERS_PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
const BEGIN = "# Who may change what pull requests are judged by (mainline init)";
const END = "# (mainline init) end";
/** `@login`, `@organisation/team` or an address. Failure `bad-option`. */
function ownerOf(text) {
    if (/^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[\w.-]+)?$|^[^\s@#]+@[^\s@#]+\.[^\s@#]+$/.test(text))
        return text;
    throw (0,kernel/* badInput */.AN)("bad-option", `\`${text}\` is nobody who can own files at GitHub`, {
        found: text,
        expected: "@login, @organisation/team, or an e-mail address",
        hint: "mainline init --owner @organisation/team",
    });
}
/** What is to be guarded: the policy, the workflows, where data comes from, and this file itself. */
function guarded({ below, projects, file }) {
    const folders = projects.length === 0 ? [below] : projects;
    const own = folders.flatMap((folder) => [(0,kernel/* joinPath */.uJ)(folder, "mainline.yaml"), (0,kernel/* joinPath */.uJ)(folder, ".dvc/config")]);
    const paths = [own[0] ?? "", ".github/", ...own.slice(1)];
    return [...paths, ...(file.startsWith(".github/") ? [] : [file])].map((path) => `/${path}`);
}
/** The lines that a CODEOWNERS file lacks. A rule for the same path is somebody's choice, and stays. */
function missingOwners(text, { owner, ...place }) {
    const lines = (text ?? "").split(/\r?\n/);
    if (lines.some((line) => line.trim() === BEGIN))
        return [];
    const ruled = new Set(lines.map((line) => (line.trim().split(/\s+/)[0] ?? "").replace(/^\//, "").replace(/\/\*{0,2}$/, "/")));
    const open = guarded(place).filter((path) => !ruled.has(path.slice(1)));
    return open.length === 0 ? [] : [BEGIN, ...open.map((path) => `${path} ${owner}`), END];
}
/** `@login` of the owner that a GitHub remote's URL names. */
function ownerInUrl(url) {
    return /github\.com[:/]([A-Za-z0-9][A-Za-z0-9-]*)\/[^/]+?(?:\.git)?\/?$/.exec(url ?? "")?.[1] ?? null;
}
function repositoryInUrl(url) {
    return (/github\.com[:/]([A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+?)(?:\.git)?\/?$/.exec(url ?? "")?.[1]?.toLowerCase() ?? null);
}

// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
// EXTERNAL MODULE: ./build/flows/sides.js
var sides = __webpack_require__(17646);
;// CONCATENATED MODULE: ./build/flows/init/pipeline/dvc-yaml-text.js

/** The first dvc.yaml: what is certain as stages, the rest as comments, each line with its reason. */
function dvcYamlText({ stages, left, model }) {
    const artifact = model === null ? [] : artifactLines(model);
    return [
        "# Stages as `mainline init` found them by reading the programs, without running any. Behind each line stands why it is",
        "# there. What a program reads and this file does not name makes no stage run again: add what is missing.",
        "# https://dvc.org/doc/user-guide/project-structure/dvcyaml-files",
        ...(stages.length === 0 ? ["stages: {}"] : ["stages:", ...stages.flatMap((stage) => stageLines(stage))]),
        ...left.flatMap(({ stage, why }) => [
            "",
            `# Left out: ${one(stage.because)}`,
            ...why.map((doubt) => `#   - ${one(doubt)}`),
            stages.length === 0
                ? "# If it is right, take the `#` away and put it below `stages:`, in place of the `{}`:"
                : "# If it is right, take the `#` away and put it below `stages:`:",
            ...stageLines(stage).map((line) => `# ${line}`),
        ]),
        ...artifact,
        "",
    ].join("\n");
}
function artifactLines({ name, path, because, real }) {
    const lines = ["artifacts:", `  ${word(name)}:`, `    path: ${word(path)} # ${one(because)}`, "    type: model"];
    return real
        ? ["", ...lines]
        : [
            "",
            "# A file that looks like the model. Releases need it named; take the `#` away if it is right:",
            ...lines.map((line) => `# ${line}`),
        ];
}
function stageLines({ name, because, cmd, deps, params, outs, metrics }) {
    const entry = ({ path, because: why }) => `    - ${word(path)} # ${one(why)}`;
    const inGit = ({ path, because: why }) => [
        `    - ${word(path)}: # ${one(why)}`,
        "        cache: false",
    ];
    return [
        `  ${name}: # ${one(because)}`,
        `    cmd: ${word(cmd)}`,
        "    deps:",
        ...deps.map(entry),
        ...(params.length === 0 ? [] : ["    params:", ...params.flatMap(paramLines)]),
        ...(outs.length === 0 ? [] : ["    outs:"]),
        ...outs.flatMap((out) => (out.inGit ? inGit({ ...out, because: `${out.because}; git tracks it` }) : [entry(out)])),
        ...(metrics.length === 0 ? [] : ["    metrics:", ...metrics.flatMap(inGit)]),
    ];
}
function paramLines({ file, names, because }) {
    if (names === null)
        return [`    - ${word(file)}: # all of it, ${one(because)}`];
    if (file === "params.yaml")
        return names.map((name) => `    - ${word(name)} # ${one(because)}`);
    return [`    - ${word(file)}: # ${one(because)}`, ...names.map((name) => `      - ${word(name)}`)];
}
/** A scalar as DVC writes it, on one line. */
function word(text) {
    const written = (0,source/* emitYaml */.h2)(text)
        .replace(/\n?\.\.\.\n?$/, "")
        .trimEnd();
    return written.includes("\n") ? JSON.stringify(text) : written;
}
/** One line for a comment. */
function one(text) {
    return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").slice(0, 300);
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/notebook.js


/** Null for what is no notebook of Python. */
function readNotebook(sources, file) {
    const cells = cellsOf(sources.text(file) ?? "", file);
    if (cells === null)
        return null;
    const starts = [];
    const lines = [];
    let shell = null;
    cells.forEach((cell, at) => {
        starts.push(lines.length);
        for (const line of cell.split("\n")) {
            const magic = /^\s*[!%]/.test(line);
            if (/^\s*!(?!\s*pip\b)|^%%(bash|sh|script)/.test(line))
                shell ??= `${(0,kernel/* baseName */.Fl)(file)}, cell ${at + 1}`;
            lines.push(magic || /^\s*\?|\?\s*$/.test(line) ? "" : line);
        }
    });
    const place = (line) => {
        const cell = starts.findLastIndex((start) => start < line);
        return cell < 0 ? file : `${file}, cell ${cell + 1}, line ${line - (starts[cell] ?? 0)}`;
    };
    const body = sources.program(lines.join("\n"));
    return body === null ? null : { body, place, shell };
}
/** The texts of all cells of code. */
function cellsOf(text, file) {
    try {
        const whole = (0,source/* toValue */.BA)((0,source/* parseJson */.qF)(text, file));
        if (!(whole instanceof Map))
            return null;
        const kernel = whole.get("metadata");
        const language = kernel instanceof Map ? kernel.get("kernelspec") : undefined;
        const name = language instanceof Map ? language.get("language") : undefined;
        if (typeof name === "string" && name !== "python")
            return null;
        const cells = whole.get("cells");
        if (!Array.isArray(cells))
            return null;
        return cells.map((cell) => {
            const [kind, source] = cell instanceof Map ? [cell.get("cell_type"), cell.get("source")] : [];
            if (kind !== "code")
                return "";
            return typeof source === "string" ? source : Array.isArray(source) ? source.map(String).join("") : "";
        });
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/shell-words.js
const TOKEN = /\s+|"((?:[^"\\]|\\.)*)"|'([^']*)'|(&&|\|\||>>|[;|&<>])|((?:[^\s"'\\;|&<>]|\\.)+)/gsy;
/** The commands of one line that `&&` or `;` separates. Null where the line does what only a shell understands. */
function commandsIn(text, line) {
    if (/[`()]|\$[({]?\w|<<|\$[@*#?!]/.test(text))
        return null;
    const commands = [];
    let [words, into, start] = [[], [], 0];
    let redirect = false;
    let glued = false;
    TOKEN.lastIndex = 0;
    const finish = (end) => {
        if (words.length > 0)
            commands.push({ words, into, text: text.slice(start, end).trim(), line });
        [words, into, redirect, glued] = [[], [], false, false];
    };
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
        const [all, double, single, operator, bare] = match;
        if (operator === "&&" || operator === ";") {
            finish(match.index);
            start = TOKEN.lastIndex;
        }
        else if (operator === ">" || operator === ">>")
            redirect = true;
        else if (operator !== undefined)
            return null;
        else if (/^\s/.test(all)) {
            glued = false;
            continue;
        }
        else {
            const word = double?.replace(/\\(.)/gs, "$1") ?? single ?? bare?.replace(/\\(.)/gs, "$1") ?? "";
            const list = redirect ? into : words;
            if (glued && list.length > 0)
                list[list.length - 1] += word;
            else
                list.push(word);
            redirect = false;
            glued = true;
            continue;
        }
        glued = false;
    }
    finish(text.length);
    return commands;
}
/** Puts variables in that are known; the others stay. */
function substituted(text, variables) {
    let result = text;
    // a variable's value may name others
    for (let round = 0; round < 5; round++) {
        const next = result.replace(/\$(?:\((\w+)\)|\{(\w+)\}|(\w+))/g, (all, a, b, c) => variables.get(String(a ?? b ?? c)) ?? all);
        if (next === result || next.length > 10_000)
            break;
        result = next;
    }
    return result;
}
const PYTHON = /^(?:.*\/)?python[\d.]*$/;
/** What a command starts, where it is Python: `env A=b uv run python -u x.py --flag`. */
function startOf(words) {
    let rest = [...words];
    while (/^\w+=/.test(rest[0] ?? "") || rest[0] === "env" || rest[0] === "time" || rest[0] === "exec")
        rest.shift();
    if (/^(uv|poetry|pipenv|pixi|pdm|hatch|rye)$/.test(rest[0] ?? "") && rest[1] === "run")
        rest = rest.slice(2);
    const [first = "", ...after] = rest;
    if (first.endsWith(".py"))
        return { program: first.replace(/^\.\//, ""), module: null, words: after };
    if (!PYTHON.test(first))
        return null;
    while (/^-[uBOEsI]+$/.test(after[0] ?? ""))
        after.shift();
    if (after[0] === "-m")
        return { program: null, module: after[1] ?? null, words: after.slice(2) };
    const [program = "", ...words2] = after;
    return program.endsWith(".py") ? { program: program.replace(/^\.\//, ""), module: null, words: words2 } : null;
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/recipes.js


const MAKEFILE = /^(?:GNUm|M|m)akefile$/;
function isMakefile(path) {
    return MAKEFILE.test(path);
}
function isShellScript(path) {
    return /\.(sh|bash)$/.test(path);
}
/** The rules of a Makefile, variables put in. What is no plain rule is left out. */
function makeRecipes(text, file) {
    const variables = new Map([
        ["MAKE", "make"],
        ["SHELL", "sh"],
        ["CURDIR", "."],
    ]);
    const recipes = [];
    for (const { text: line, line: at } of joinedLines(text)) {
        const assigned = /^(?:export\s+)?([\w.]+)\s*(?:::?|\?)?=\s*(.*)$/.exec(line);
        const rule = /^([^\s#:=][^:=#]*?)\s*::?\s*([^=#]*)(?:#.*)?$/.exec(line);
        if (line.startsWith("\t"))
            recipes.at(-1)?.lines.push({ text: line.slice(1), line: at });
        else if (assigned !== null)
            variables.set(assigned[1] ?? "", (assigned[2] ?? "").replace(/\s+#.*$/, "").trim());
        else if (rule !== null) {
            const words = (part) => substituted(part, variables)
                .split(/\s+/)
                .filter((word) => word !== "" && word !== "|");
            recipes.push({ targets: words(rule[1] ?? ""), needs: words(rule[2] ?? ""), lines: [], line: at });
        }
    }
    return recipes
        .filter(({ targets }) => targets.length > 0 && !targets.some((target) => target.startsWith(".") || target.includes("%")))
        .map(({ targets, needs, lines, line }) => {
        const [target = ""] = targets;
        const own = new Map([...variables, ["@", target], ["<", needs[0] ?? ""], ["^", needs.join(" ")]]);
        const read = lines.map((one) => commandsIn(inRecipe(one.text, own), one.line));
        return {
            target,
            needs,
            commands: read.flatMap((one) => one ?? []),
            at: `${file}:${line}`,
            unclear: read.includes(null),
        };
    });
}
function inRecipe(text, variables) {
    const automatic = text
        .replace(/^[@+-]+/, "")
        .replace(/\$([@<^])/g, (all, name) => variables.get(name) ?? all);
    return substituted(automatic, variables).replace(/\s+#.*$/, "");
}
/** The commands of a shell script, one after the other; loops and conditions are not understood. */
function shellRecipe(text, file) {
    const variables = new Map();
    const commands = [];
    let unclear = false;
    for (const { text: line, line: at } of joinedLines(text)) {
        const plain = line.trim();
        if (plain === "" || plain.startsWith("#") || /^(set|echo|mkdir|export PATH|source|\.|date|printf)\b/.test(plain))
            continue;
        const assigned = /^(?:export\s+)?(\w+)=("[^"$`]*"|'[^']*'|[^\s"'$`;&|]*)$/.exec(plain);
        if (assigned !== null) {
            variables.set(assigned[1] ?? "", (assigned[2] ?? "").replace(/^["']|["']$/g, ""));
            continue;
        }
        const read = /^(if|then|else|elif|fi|for|while|do|done|case|esac|function|cd|pushd|trap|exit|return)\b/.test(plain)
            ? null
            : commandsIn(substituted(plain, variables), at);
        if (read === null)
            unclear = true;
        else
            commands.push(...read);
    }
    return { target: null, needs: [], commands, at: (0,kernel/* baseName */.Fl)(file) === file ? file : file, unclear };
}
function joinedLines(text) {
    const lines = text.replace(/\r\n?/g, "\n").split("\n");
    const joined = [];
    for (let at = 0; at < lines.length; at++) {
        const line = at + 1;
        let whole = lines[at] ?? "";
        while (whole.endsWith("\\") && at + 1 < lines.length)
            whole = `${whole.slice(0, -1).trimEnd()} ${(lines[++at] ?? "").trim()}`;
        joined.push({ text: whole, line });
    }
    return joined;
}
/** Files that a shell command makes, and those that it reads: programs that everybody knows. */
function shellTouches({ words, into }) {
    const [program = "", ...args] = words;
    const name = (0,kernel/* baseName */.Fl)(program);
    const after = (...flags) => args.flatMap((arg, at) => (flags.includes(arg) ? [args[at + 1] ?? ""] : []));
    const operands = args.filter((arg, at) => !arg.startsWith("-") && !/^-[oOPdCf]$/.test(args[at - 1] ?? ""));
    const files = [...into];
    const last = operands.at(-1);
    switch (name) {
        case "curl":
            return { reads: [], writes: [...files, ...after("-o", "--output")] };
        case "wget":
            return { reads: [], writes: [...files, ...after("-O", "--output-document")] };
        case "tar":
            return {
                reads: args.some((arg) => /^-?\w*x/.test(arg))
                    ? operands.filter((one) => /\.(tar|tgz|gz|bz2|xz)/.test(one)).slice(0, 1)
                    : [],
                writes: [...files, ...after("-C")],
            };
        case "unzip":
            return { reads: operands.slice(0, 1), writes: [...files, ...after("-d")] };
        case "cp":
        case "mv":
            return { reads: operands.slice(0, -1), writes: last === undefined ? files : [...files, last] };
        case "cat":
        case "sort":
        case "head":
        case "tail":
        case "zcat":
            return { reads: operands.filter((one) => one.includes(".")), writes: files };
        default:
            return { reads: [], writes: files };
    }
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/values.js
/** Stands in a text for what is not known of it. */
const HOLE = "\u0000";
/** Begins paths that a program takes from its own place (`__file__`): the project's folder, wherever it lies. */
const PROJECT = "/\u0001project";
const UNKNOWN = { kind: "unknown" };
/** More than so many are as good as none. */
const MANY = 24;
function texts(...all) {
    const different = [...new Set(all)];
    return different.length === 0 || different.length > MANY
        ? { kind: "texts", texts: [HOLE] }
        : { kind: "texts", texts: different };
}
function outside(name) {
    return { kind: "outside", name };
}
/** One or the other. */
function either(a, b) {
    if (a === undefined || a.kind === "unknown" || isNothing(a))
        return b;
    if (b.kind === "unknown" || isNothing(b))
        return a;
    if (a.kind === "texts" && b.kind === "texts")
        return texts(...a.texts, ...b.texts);
    if (a.kind === "list" && b.kind === "list")
        return { kind: "list", items: [...a.items, ...b.items].slice(0, MANY) };
    return b;
}
/** Python's None. */
const NOTHING = { kind: "outside", name: "None" };
function isNothing(value) {
    return value.kind === "outside" && value.name === "None";
}
/** The texts that a value can be; with a hole for one that is not known. */
function textsOf(value) {
    return value?.kind === "texts" ? value.texts : [HOLE];
}
/** Every way to put one of each together. */
function combined(parts, join) {
    let rows = [[]];
    for (const part of parts) {
        rows = rows.flatMap((row) => part.map((text) => [...row, text]));
        if (rows.length > MANY)
            return texts(HOLE);
    }
    return texts(...rows.map(join));
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/command-line.js

/** `parser.add_argument(...)`, `click.option(...)`: null where it names nothing. */
function optionFrom({ args, keywords, at }) {
    const names = args.flatMap((arg) => (arg.kind === "texts" ? arg.texts : [])).filter((name) => name !== "");
    const long = names.find((name) => name.startsWith("--")) ?? names[0];
    if (long === undefined)
        return null;
    const action = textsOf(keywords.get("action"))[0] ?? "";
    const isFlag = keywords.get("is_flag");
    const bare = names.find((name) => !name.startsWith("-"));
    const positional = !names.some((name) => name.startsWith("-"));
    const several = ["*", "?"].includes(textsOf(keywords.get("nargs"))[0] ?? "");
    const standard = keywords.get("default") ?? null;
    return {
        names,
        as: textsOf(keywords.get("dest"))[0]?.replaceAll("\0", "") || (bare ?? long).replace(/^-+/, "").replaceAll("-", "_"),
        standard,
        required: positional ? standard === null && !several : isTrue(keywords.get("required")),
        flag: /^(store_true|store_false|count|version|help)$/.test(action) || isTrue(isFlag) || long.includes("/--"),
        at,
    };
}
function isTrue(value) {
    return value?.kind === "outside" && value.name === "True";
}
/** What a program gets to see of its command line. What is required and not there is a finding. */
function argumentValues(options, words, findings) {
    const given = new Map();
    const operands = options.filter(({ names }) => !names.some((name) => name.startsWith("-")));
    let nextOperand = 0;
    for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? "";
        const [name = "", inline] = word.startsWith("--") ? splitOnce(word) : [word];
        const option = options.find(({ names }) => word.startsWith("-") && names.includes(name));
        if (option?.flag === true)
            given.set(option.as, texts("True"));
        else if (option !== undefined) {
            given.set(option.as, texts(inline ?? words[at + 1] ?? ""));
            if (inline === undefined)
                at++;
        }
        else if (!word.startsWith("-")) {
            const operand = operands[nextOperand++];
            if (operand !== undefined)
                given.set(operand.as, texts(word));
        }
    }
    for (const { as, standard, required, names, at } of options) {
        if (given.has(as))
            continue;
        if (required)
            findings.missing.push({ says: `needs ${names[0] ?? as}`, at });
        given.set(as, standard === null || isNothing(standard) ? (required ? UNKNOWN : NOTHING) : either(undefined, standard));
    }
    return given;
}
function splitOnce(word) {
    const at = word.indexOf("=");
    return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/libraries.js
const PATHS = [
    "path",
    "filepath_or_buffer",
    "path_or_buf",
    "filename",
    "file",
    "fname",
    "f",
    "io",
    "source",
    "filepath",
    "save_directory",
    "excel_writer",
    "path_or_buffer",
    "fp",
    "root",
    "directory",
    "file_path",
];
function touch(effect, at, more = {}) {
    return { effect, at, keywords: PATHS, ...more };
}
/** By the whole dotted name. The first that fits counts. */
const FUNCTIONS = [
    [
        /^(open|io\.open|codecs\.open|gzip\.open|bz2\.open|lzma\.open|smart_open\.open|fsspec\.open)$/,
        [touch("opens", 0, { mode: 1 })],
    ],
    [
        /^(tarfile\.open|tarfile\.TarFile|zipfile\.ZipFile|h5py\.File|netCDF4\.Dataset|rasterio\.open)$/,
        [touch("opens", 0, { mode: 1 })],
    ],
    [
        /^(pandas|polars|geopandas|modin\.pandas|dask\.dataframe|cudf|pyarrow\.\w+|pq|awswrangler\.\w+)\.(read|scan)_(?!sql|clipboard|gbq|database)\w+$/,
        [touch("reads", 0)],
    ],
    [/^pandas\.(ExcelFile|HDFStore)$/, [touch("reads", 0)]],
    [/^pandas\.ExcelWriter$/, [touch("writes", 0)]],
    [/^pyarrow\.\w+\.write_\w+$/, [touch("writes", 1, { keywords: ["where", ...PATHS] })]],
    [/^numpy\.(load|loadtxt|genfromtxt|fromfile|memmap)$/, [touch("reads", 0)]],
    [/^numpy\.(save|savez|savez_compressed|savetxt)$/, [touch("writes", 0)]],
    [/^scipy\.sparse\.load_npz$|^scipy\.io\.(loadmat|wavfile\.read|mmread)$/, [touch("reads", 0)]],
    [/^scipy\.sparse\.save_npz$|^scipy\.io\.(savemat|wavfile\.write|mmwrite)$/, [touch("writes", 0)]],
    [/^(joblib|sklearn\.externals\.joblib|skops\.io|cloudpickle|dill)\.dump$/, [touch("writes", 1)]],
    [/^(joblib|sklearn\.externals\.joblib|skops\.io)\.load$/, [touch("reads", 0)]],
    [/^torch\.(load|jit\.load)$/, [touch("reads", 0)]],
    [/^torch\.(save|jit\.save)$/, [touch("writes", 1)]],
    [/^torch\.onnx\.export$/, [touch("writes", 2)]],
    [/^onnx\.load$|^onnxruntime\.InferenceSession$/, [touch("reads", 0)]],
    [/^onnx\.save(_model)?$/, [touch("writes", 1)]],
    [/^safetensors\.\w+\.load_(file|model)$/, [touch("reads", 0)]],
    [/^safetensors\.\w+\.save_file$/, [touch("writes", 1)]],
    [/^safetensors\.\w+\.save_model$/, [touch("writes", 1)]],
    [
        /^(tensorflow\.)?(keras\.)?(src\.)?(models|saving)\.load_model$|^tensorflow\.saved_model\.load$/,
        [touch("reads", 0)],
    ],
    [/^(tensorflow\.)?(keras\.)?models\.save_model$|^tensorflow\.saved_model\.save$/, [touch("writes", 1)]],
    [/^(lightgbm|lgb)\.Booster$/, [touch("reads", 9, { keywords: ["model_file"] })]],
    [
        /^(PIL\.Image\.open|Image\.open|cv2\.imread|imageio(\.v\d)?\.imread|skimage\.io\.imread|matplotlib\.\w+\.imread|librosa\.load|soundfile\.read|torchaudio\.load|torchvision\.io\.read_image|xarray\.open_\w+|geopandas\.read_file|rasterio\.open|pydub\.AudioSegment\.from_\w+|spacy\.util\.load_config)$/,
        [touch("reads", 0)],
    ],
    [
        /^(cv2\.imwrite|imageio(\.v\d)?\.(imwrite|imsave|mimsave)|skimage\.io\.imsave|matplotlib\.\w+\.(savefig|imsave)|soundfile\.write|torchaudio\.save)$/,
        [touch("writes", 0)],
    ],
    [/^torchvision\.utils\.save_image$/, [touch("writes", 1)]],
    [/^torchvision\.datasets\.(ImageFolder|DatasetFolder)$/, [touch("reads", 0)]],
    [/^(tensorflow\.)?keras\.utils\.(image|text|audio)_dataset_from_directory$/, [touch("reads", 0)]],
    [/^sklearn\.datasets\.load_(files|svmlight_file)$/, [touch("reads", 0, { keywords: ["container_path", ...PATHS] })]],
    [/^sklearn\.datasets\.dump_svmlight_file$/, [touch("writes", 2)]],
    [/^(os\.(listdir|walk|scandir)|csv\.open)$/, [touch("reads", 0)]],
    [/^glob\.i?glob$/, [touch("reads", 0, { keywords: ["pathname"] })]],
    [
        /^shutil\.(copy|copy2|copyfile|copytree)$/,
        [touch("reads", 0, { keywords: ["src"] }), touch("writes", 1, { keywords: ["dst"] })],
    ],
    [/^shutil\.(move)$|^os\.(rename|replace)$/, [touch("writes", 1, { keywords: ["dst"] })]],
    [/^shutil\.unpack_archive$/, [touch("reads", 0), touch("writes", 1, { keywords: ["extract_dir"] })]],
    [/^urllib\.request\.urlretrieve$/, [touch("writes", 1)]],
    [/^(wget|gdown)\.download$/, [touch("writes", 1, { keywords: ["out", "output"] })]],
    [/^(OmegaConf|omegaconf\.OmegaConf)\.load$/, [touch("reads", 0, { keywords: ["file_"] })]],
    [/^(OmegaConf|omegaconf\.OmegaConf)\.save$/, [touch("writes", 1)]],
    [/^mlflow\.\w+\.save_model$/, [touch("writes", 1)]],
    [/^dvclive\.Live$/, []],
];
/** By the method's name, whatever it is called on. */
const METHODS = {
    ...Object.fromEntries([
        "csv",
        "parquet",
        "json",
        "excel",
        "pickle",
        "feather",
        "hdf",
        "html",
        "stata",
        "xml",
        "latex",
        "markdown",
        "file",
        "netcdf",
        "zarr",
        "orc",
    ].map((format) => [`to_${format}`, touch("writes", 0)])),
    ...Object.fromEntries(["csv", "parquet", "json", "ndjson", "ipc", "avro", "excel", "html", "image", "delta"].map((format) => [
        `write_${format}`,
        touch("writes", 0),
    ])),
    sink_parquet: touch("writes", 0),
    sink_csv: touch("writes", 0),
    savefig: touch("writes", 0),
    save: touch("writes", 0),
    save_model: touch("writes", 0),
    save_weights: touch("writes", 0),
    save_pretrained: touch("writes", 0),
    save_to_disk: touch("writes", 0),
    to_disk: touch("writes", 0),
    save_raw: touch("writes", 0),
    load_model: touch("reads", 0, { perhaps: true }),
    load_weights: touch("reads", 0),
    load_from_disk: touch("reads", 0),
    from_pretrained: touch("reads", 0, { perhaps: true }),
    extractall: touch("writes", 0),
    tofile: touch("writes", 0),
};
/** Methods of a path itself. */
const PATH_METHODS = {
    read_text: touch("reads", -1),
    read_bytes: touch("reads", -1),
    write_text: touch("writes", -1),
    write_bytes: touch("writes", -1),
    iterdir: touch("reads", -1),
    open: touch("opens", -1, { mode: 0 }),
    glob: touch("reads", -1),
    rglob: touch("reads", -1),
};
/** Calls that name a path and neither read nor write what is there. */
const HARMLESS = /^(os\.(makedirs|mkdir|remove|unlink|rmdir|chdir|path\.\w+|getenv|environ\.\w+)|print|len|shutil\.rmtree|logging\..*|sys\.path\..*|warnings\..*|str|repr|pathlib\..*|mlflow\.set_\w+|importlib\..*)$|\.(mkdir|exists|is_file|is_dir|unlink|info|debug|warning|error|critical|append|touch|add_argument|format)$/;
function touchesOf(name) {
    const found = FUNCTIONS.find(([pattern]) => pattern.test(name));
    if (found !== undefined)
        return found[1];
    const method = METHODS[name.slice(name.lastIndexOf(".") + 1)];
    return method !== undefined && name.includes(".") ? [method] : [];
}
function pathTouch(method) {
    return PATH_METHODS[method] ?? null;
}
function isHarmless(name) {
    return HARMLESS.test(name);
}
/** Starts a program of its own, of which nothing can be told. */
function startsProgram(name) {
    return /^(subprocess\.(run|call|check_call|check_output|Popen)|os\.(system|popen|exec\w+|spawn\w+)|sh\.\w+)$/.test(name);
}
/** Reads settings out of an open file or a text. */
function loadsSettings(name) {
    return /^(yaml\.(safe_load|load|full_load|unsafe_load)|json\.loads?|toml\.loads?|tomllib\.loads?|tomli\.loads?|ruamel\.yaml\..*load|YAML\(\)\.load|ruamel\.yaml\.YAML\(\)\.load|box\.Box\.from_\w+|munch\.\w+|(OmegaConf|omegaconf\.OmegaConf)\.load)$/.test(name);
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/paths-of.js


const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const PATTERN = /[*?]|\[[^\]]*\]/;
/** DVC and the shell read these as something else. */
const ODD = /\p{Cc}|[$\\"'`|<>]/u;
/** A folder where the text names several files of it. */
function meantBy(text, cwd) {
    if (ADDRESS.test(text))
        return { kind: "address" };
    const hole = text.replace(PATTERN, HOLE).indexOf(HOLE);
    const several = hole >= 0;
    const known = several ? text.slice(0, text.slice(0, hole).lastIndexOf("/") + 1) : text;
    if (known.trim() === "")
        return { kind: "unclear" };
    const inside = within(known, cwd);
    if (inside === null || inside.startsWith(".."))
        return { kind: "elsewhere", path: known.replaceAll(HOLE, "…") };
    if (inside === "." || ODD.test(inside))
        return { kind: "unclear" };
    return { kind: "path", path: inside, folder: several || text.endsWith("/") };
}
function within(text, cwd) {
    if (text === PROJECT || text.startsWith(`${PROJECT}/`))
        return (0,kernel/* joinPath */.uJ)(text.slice(PROJECT.length + 1));
    if (text.startsWith("/") || text.startsWith("~") || /^[A-Za-z]:[\\/]/.test(text))
        return null;
    return (0,kernel/* joinPath */.uJ)(cwd, text);
}
/** `a / b` and `os.path.join(a, b)`. */
function joined(left, right) {
    if (right.startsWith("/"))
        return right;
    return left === "" || left.endsWith("/") ? left + right : `${left}/${right}`;
}
function parentText(text) {
    const plain = text.replace(/\/+$/, "").replace(/(^|\/)\.\/(?=.)/g, "$1");
    const parent = (0,kernel/* parentOf */.gN)(plain);
    if (!plain.endsWith(".."))
        return parent === "" ? "/" : parent;
    return `${plain}/..`;
}
/** A path in the folder that a program runs in, as `os.path.abspath` makes it. */
function absolute(text, cwd) {
    if (text.startsWith("/") || text.startsWith(HOLE))
        return text;
    return joined(PROJECT, (0,kernel/* joinPath */.uJ)(cwd, text));
}
/** Methods and attributes of texts and paths. Null for one that says nothing of where. */
function textMethod(name, own, given) {
    const [first = [""]] = given;
    const each = (change) => texts(...own.map(change));
    const bare = (text) => text.slice(text.lastIndexOf("/") + 1);
    switch (name) {
        case "parent":
            return each(parentText);
        case "name":
            return each(bare);
        case "stem":
            return each((text) => bare(text).replace(/\.[^.]*$/, ""));
        case "joinpath":
            return texts(...own.flatMap((text) => given.reduce((all, part) => all.flatMap((a) => part.map((b) => joined(a, b))), [text])));
        case "with_suffix":
            return each((text) => text.replace(/\.[^./]*$/, "") + (first[0] ?? HOLE));
        case "with_name":
            return each((text) => joined(parentText(text), first[0] ?? HOLE));
        case "parents": {
            const ups = (text) => [1, 2, 3, 4, 5].map((count) => texts(Array.from({ length: count }).reduce(parentText, text)));
            return { kind: "list", items: ups(own[0] ?? HOLE) };
        }
        case "format":
            return texts(...own.map((text) => fill(text, /\{[^{}]*\}/g, given)));
        case "%":
            return texts(...own.map((text) => fill(text, /%[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]/g, given)));
        case "strip":
        case "rstrip":
        case "lstrip":
        case "as_posix":
        case "expanduser":
        case "encode":
        case "__str__":
            return texts(...own);
        default:
            return null;
    }
}
function fill(text, place, given) {
    let at = 0;
    return text.replace(place, () => given[at++]?.[0] ?? HOLE);
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/settings.js

/** What a file of parameters holds, as a program reads it; unknown where it holds none. */
function settingsFrom(t, file) {
    if (t.sources.settings(file) === null)
        return UNKNOWN;
    usedOf(t, file);
    return { kind: "settings", file, keys: [] };
}
/** One key deeper. */
function settingAt(t, settings, key) {
    const next = { ...settings, keys: [...settings.keys, key] };
    if (!/^[\w-]+$/.test(key) || valueAt(t, next) === undefined) {
        handOn(t, settings);
        return UNKNOWN;
    }
    usedOf(t, settings.file).names.add(next.keys.join("."));
    return next;
}
/** Somebody else gets it whole. */
function handOn(t, value) {
    if (value.kind === "settings")
        usedOf(t, value.file).whole.add(value.keys.join("."));
    if (value.kind === "list")
        for (const item of value.items)
            handOn(t, item);
}
/** A setting as text, where it is a scalar. */
function scalarAt(t, settings) {
    const value = valueAt(t, settings);
    if (typeof value === "string")
        return value;
    return typeof value === "number" || typeof value === "bigint" ? value.toString() : null;
}
function usedOf(t, file) {
    const known = t.findings.settings.get(file);
    if (known !== undefined)
        return known;
    const used = { names: new Set(), whole: new Set() };
    t.findings.settings.set(file, used);
    return used;
}
function valueAt(t, { file, keys }) {
    let value = t.sources.settings(file) ?? undefined;
    for (const key of keys)
        value = value instanceof Map ? value.get(key) : undefined;
    return value;
}
/** The least names that cover what is used, as `params:` takes them. Null for the whole file. */
function namesOf({ names, whole }) {
    if (whole.has("") || names.size + whole.size === 0)
        return null;
    const longest = [...names].filter((name) => ![...names].some((other) => other.startsWith(`${name}.`)));
    const all = [...new Set([...longest, ...whole])];
    return all.filter((name) => !all.some((other) => whole.has(other) && name.startsWith(`${other}.`))).sort();
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/touch.js




/** Libraries' objects that stand where a path could, and are none. */
const NO_PATH = /(StringIO|BytesIO|stdout|stderr|stdin|devnull|requests\.|urlopen|session\.)/;
/** Notes what a library's function does with the paths that it is given. Whether it does anything with any. */
function touchByName(t, { name, given }) {
    const touches = touchesOf(name);
    for (const touch of touches)
        touchOne(t, touch, { name, given });
    return touches.length > 0;
}
function touchOne(t, touch, { name, given }) {
    const path = given.args[touch.at] ??
        touch.keywords.map((keyword) => given.keywords.get(keyword)).find((one) => one !== undefined);
    // without one, they give text back
    if (path === undefined || isNothing(path))
        return;
    const mode = touch.mode === undefined ? undefined : (given.args[touch.mode] ?? given.keywords.get("mode"));
    touchPath(t, path, { effect: effectOf(touch, mode), call: name, at: given.at, perhaps: touch.perhaps === true });
}
function effectOf({ effect }, mode) {
    if (effect !== "opens")
        return effect;
    const letters = mode?.kind === "texts" ? mode.texts.join("") : "r";
    if (/[a+]/.test(letters))
        return "changes";
    return /[wx]/.test(letters) ? "writes" : "reads";
}
/** Notes one path, or that it is not known which. */
function touchPath(t, path, what) {
    if (path.kind === "file" || (path.kind === "outside" && NO_PATH.test(path.name)))
        return;
    if (path.kind === "list") {
        for (const item of path.items)
            touchPath(t, item, what);
        return;
    }
    for (const text of pathTexts(t, path))
        touchText(t, text, what);
}
function touchText(t, text, what) {
    const meant = meantBy(text, t.program.cwd);
    const { touched, unclear, elsewhere } = t.findings;
    const call = shortName(what.call);
    if (meant.kind === "path")
        touched.push({ ...what, call, path: meant.path, folder: meant.folder });
    else if (what.perhaps)
        return;
    else if (meant.kind === "unclear")
        unclear.push({ says: `${verb(what.effect)} a path that only a run knows (${call})`, at: what.at });
    else if (meant.kind === "elsewhere")
        elsewhere.push({ says: `${verb(what.effect)} ${meant.path}`, at: what.at });
}
/** The texts of a value; a setting is looked up. */
function pathTexts(t, value) {
    if (value.kind === "texts")
        return value.texts;
    if (value.kind !== "settings")
        return [HOLE];
    const text = scalarAt(t, value);
    return [text ?? HOLE];
}
function verb(effect) {
    return effect === "reads" ? "reads" : effect === "writes" ? "writes" : "adds to";
}
/** `read_csv` of `pandas.read_csv`. */
function shortName(name) {
    return name.slice(name.lastIndexOf(".") + 1).replace("()", "");
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/calls.js






/** What a library's function gives back, and what it does on the way. */
function callLibrary(t, name, given) {
    const known = pure(t, name, given) ?? commandLine(t, name, given);
    if (known !== null)
        return known;
    for (const value of [...given.args, ...given.keywords.values()])
        handOn(t, value);
    if (loadsSettings(name)) {
        const settings = loaded(t, name, given);
        if (settings !== null)
            return settings;
    }
    if (startsProgram(name)) {
        t.findings.unclear.push({ says: `starts another program (${shortName(name)})`, at: given.at });
    }
    else if (!touchByName(t, { name, given }) && !isHarmless(name)) {
        mentions(t, name, given);
    }
    callBack(t, given);
    return resultOf(t, name, given);
}
/** Calls that only make values of values. */
function pure(t, name, { args, at }) {
    const [first = UNKNOWN] = args;
    const all = (value) => pathTexts(t, value);
    switch (name) {
        case "pathlib.Path":
        case "pathlib.PurePath":
        case "Path":
        case "os.path.join":
            if (args.length === 0)
                return texts(".");
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
function zipped(args) {
    const [first] = args;
    if (first?.kind !== "list")
        return UNKNOWN;
    return {
        kind: "list",
        items: first.items.map((_, at) => ({
            kind: "list",
            items: args.map((arg) => (arg.kind === "list" ? (arg.items[at] ?? UNKNOWN) : UNKNOWN)),
        })),
    };
}
function commandLine(t, name, given) {
    const [first, ...rest] = given.args;
    if (/^(argparse\.)?ArgumentParser$/.test(name))
        return { kind: "parser", options: [] };
    if (/^typer\.(Option|Argument)$/.test(name))
        return given.args[0] ?? given.keywords.get("default") ?? UNKNOWN;
    if (first?.kind !== "parser")
        return null;
    switch (name) {
        case "argparse.add_argument": {
            const option = optionFrom({ ...given, args: rest });
            if (option !== null)
                first.options.push(option);
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
function loaded(t, name, { args, at }) {
    const [from] = args;
    const all = from?.kind === "file" ? from.texts : from?.kind === "texts" && name.endsWith("OmegaConf.load") ? from.texts : [];
    const [path = HOLE] = all;
    const file = path.startsWith(`${PROJECT}/`) ? path.slice(PROJECT.length + 1) : joinedIn(t.program.cwd, path);
    if (all.length !== 1 || path.includes(HOLE))
        return null;
    if (!/\.(ya?ml|json|toml)$/.test(file) || /metric|score|result|report/i.test(file))
        return null;
    const settings = settingsFrom(t, file);
    if (settings.kind !== "settings")
        return null;
    touchPath(t, texts(path), { effect: "reads", call: name, at, perhaps: false });
    return settings;
}
function joinedIn(cwd, path) {
    return absolute(path, cwd).slice(PROJECT.length + 1);
}
/** A text that names something which is there is likely to be read, whoever takes it. */
function mentions(t, name, { args, keywords, at }) {
    for (const value of [...args, ...keywords.values()]) {
        const all = value.kind === "texts" ? value.texts : [];
        for (const text of all.filter((one) => /[/.]/.test(one) && !/\s/.test(one) && one.length < 200 && !one.includes(HOLE))) {
            touchPath(t, texts(text), { effect: "reads", call: name, at, perhaps: true });
        }
    }
}
/** Functions that are handed on are called by somebody: `map(f, files)`. */
function callBack(t, given) {
    const lists = given.args.filter((arg) => arg.kind === "list");
    for (const value of [...given.args, ...given.keywords.values()]) {
        if (value.kind !== "function")
            continue;
        const args = lists.map((list) => list.items.reduce((a, b) => either(a, b), UNKNOWN));
        t.call(value, { ...given, args, keywords: new Map() });
    }
}
function resultOf(t, name, { args }) {
    const [first = UNKNOWN] = args;
    if (/^(io\.|codecs\.|gzip\.|bz2\.|lzma\.|smart_open\.|fsspec\.)?open$/.test(name)) {
        return { kind: "file", texts: pathTexts(t, first) };
    }
    if (/^glob\.i?glob$/.test(name))
        return { kind: "list", items: [first] };
    if (name === "os.listdir")
        return { kind: "list", items: [texts(HOLE)] };
    if (name === "dvc.api.params_show") {
        const settings = settingsFrom(t, "params.yaml");
        return settings;
    }
    return name === "None" ? NOTHING : outside(`${name.length > 200 ? "?" : name}()`);
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/evaluate.js






/** What is known of an expression; calls in it are followed. */
function evaluate(t, expression, frame) {
    if (t.left-- < 0)
        return UNKNOWN;
    const of = (one) => evaluate(t, one, frame);
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
            if (parts.some(({ kind }) => kind === "list"))
                return parts.reduce((a, b) => either(a, b), UNKNOWN);
            return combined(parts.map((part) => pathTexts(t, part)), (row) => row.join(""));
        }
        case "divided": {
            const sides = [of(expression.left), of(expression.right)];
            return combined(sides.map((side) => pathTexts(t, side)), ([left = "", right = ""]) => joined(left, right));
        }
        case "choice":
            return expression.options.map(of).reduce((a, b) => either(a, b), UNKNOWN);
        case "list":
            return { kind: "list", items: expression.items.map(of) };
        case "dictionary":
            return {
                kind: "dictionary",
                entries: new Map(expression.entries.map(([key, value]) => {
                    const known = of(key);
                    return [known.kind === "texts" ? (known.texts[0] ?? "") : "", of(value)];
                })),
            };
        case "comprehension": {
            bind(t, expression.target, itemOf(of(expression.over)), frame);
            return { kind: "list", items: [of(expression.element)] };
        }
        case "other":
            for (const part of expression.parts)
                handOn(t, of(part));
            return UNKNOWN;
    }
}
function literal(value) {
    if (value === null)
        return NOTHING;
    if (typeof value === "boolean")
        return outside(value ? "True" : "False");
    return texts(String(value));
}
function nameIn(name, frame) {
    const known = frame.scope.get(name) ?? frame.module.scope.get(name);
    if (known !== undefined)
        return known;
    return name === "__file__" ? texts(absolute(frame.module.file, ".")) : outside(name);
}
/** What a loop goes over, as one value. */
function itemOf(over) {
    if (over.kind === "list")
        return over.items.reduce((a, b) => either(a, b), UNKNOWN);
    if (over.kind === "dictionary")
        return texts(...over.entries.keys());
    return over.kind === "texts" ? over : UNKNOWN;
}
/** Gives names their values. In a body that may not run, the value from before stays possible. */
function bind(t, target, value, frame) {
    if (target.kind === "name") {
        frame.scope.set(target.name, frame.perhaps ? either(frame.scope.get(target.name), value) : value);
    }
    else if (target.kind === "attribute") {
        const object = evaluate(t, target.of, frame);
        if (object.kind === "instance")
            object.own.set(target.name, value);
    }
    else if (target.kind === "list") {
        target.items.forEach((one, at) => {
            const part = value.kind === "list" ? value.items[at] : value.kind === "outside" ? outside(`${value.name}[]`) : undefined;
            bind(t, one, part ?? UNKNOWN, frame);
        });
    }
}
function attribute(t, object, name) {
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
function item(t, object, key, at) {
    const text = key.kind === "texts" ? key.texts[0] : undefined;
    if (object.kind === "settings") {
        if (text !== undefined)
            return settingAt(t, object, text);
        handOn(t, object);
    }
    if (object.kind === "dictionary")
        return object.entries.get(text ?? "") ?? itemOf({ kind: "list", items: [...object.entries.values()] });
    if (object.kind === "list")
        return object.items[Number(text)] ?? itemOf(object);
    if (object.kind === "outside" && object.name === "sys.argv")
        return argument(t, Number(text), at);
    return object.kind === "outside" ? outside(`${object.name}[]`) : UNKNOWN;
}
function argument(t, index, at) {
    if (index === 0)
        return texts(t.program.file);
    const word = t.program.words[index - 1];
    if (word !== undefined)
        return texts(word);
    const says = Number.isInteger(index) ? `needs argument ${index} (sys.argv)` : "reads its arguments (sys.argv)";
    if (!t.findings.missing.some((one) => one.says === says))
        t.findings.missing.push({ says, at });
    return UNKNOWN;
}
function call(t, expression, frame) {
    const given = () => {
        for (const spread of expression.spread)
            handOn(t, evaluate(t, spread, frame));
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
function method(t, object, { name, given }) {
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
            if (own?.kind === "function")
                return t.call({ ...own, self: object }, given);
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
function onText(t, object, { name, given }) {
    const touch = pathTouch(name);
    if (touch !== null) {
        const effect = effectOf(touch, given.args[0] ?? given.keywords.get("mode"));
        const searched = name.includes("glob") ? given.args[0] : undefined;
        const path = searched === undefined
            ? object
            : combined([object.texts, pathTexts(t, searched)], ([a = "", b = ""]) => joined(a, b));
        touchPath(t, path, { effect, call: name, at: given.at, perhaps: false });
        if (name === "iterdir")
            return { kind: "list", items: [combined([object.texts, ["\0"]], ([a = "", b = ""]) => joined(a, b))] };
        if (name.includes("glob"))
            return { kind: "list", items: [path] };
        return { kind: "file", texts: object.texts };
    }
    if (name === "resolve" || name === "absolute")
        return texts(...object.texts.map((text) => absolute(text, t.program.cwd)));
    if (name === "replace" || name === "rename")
        return texts("\0");
    const known = textMethod(name, object.texts, given.args.map((arg) => pathTexts(t, arg)));
    return known ?? callLibrary(t, `?.${name}`, given);
}
function onSettings(t, object, { name, given }) {
    const [key] = given.args;
    if (name === "get" && key?.kind === "texts")
        return settingAt(t, object, key.texts[0] ?? "");
    handOn(t, object);
    return UNKNOWN;
}
function onDictionary({ entries }, { name, given }) {
    const [key, standard] = given.args;
    const values = [...entries.values()];
    if (name === "get" && key?.kind === "texts")
        return entries.get(key.texts[0] ?? "") ?? standard ?? NOTHING;
    if (name === "values")
        return { kind: "list", items: values };
    if (name === "items") {
        return {
            kind: "list",
            items: [...entries].map(([text, value]) => ({ kind: "list", items: [texts(text), value] })),
        };
    }
    return UNKNOWN;
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/modules.js

/** The files that an import of a local module loads, folders' `__init__.py` first; empty for a library. */
function importedFiles(wanted, from) {
    if (wanted.level > 0) {
        let folder = (0,kernel/* parentOf */.gN)(from.file);
        for (let up = 1; up < wanted.level; up++)
            folder = (0,kernel/* parentOf */.gN)(folder);
        return filesOf(wanted.module, folder, from.has);
    }
    if (wanted.module === "")
        return [];
    for (const root of from.roots) {
        const found = filesOf(wanted.module, root, from.has);
        if (found.length > 0)
            return found;
    }
    return [];
}
function filesOf(dotted, root, has) {
    const parts = dotted === "" ? [] : dotted.split(".");
    const packages = parts
        .map((_, at) => (0,kernel/* joinPath */.uJ)(root, ...parts.slice(0, at), "__init__.py"))
        .slice(1)
        .filter(has);
    const whole = (0,kernel/* joinPath */.uJ)(root, ...parts);
    const file = [`${whole}.py`, (0,kernel/* joinPath */.uJ)(whole, "__init__.py")].find(has);
    return file === undefined ? [] : [...packages, file].map((each) => ({ file: each, root }));
}
/** `from pkg import module` may load a file for each name. */
function submodules({ module, level, names }) {
    const prefix = module === "" ? "" : `${module}.`;
    return (names ?? []).map(({ name }) => ({ module: `${prefix}${name}`, level, name }));
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/trace.js







/** So many expressions are looked at before a program is given up: no loop is ever gone through twice, but calls may fan out. */
const STEPS = 60_000;
const DEEPEST = 14;
/** Goes through a program from its first line as if it ran, following its own functions and local modules, and keeps what would touch files. Runs nothing; never fails. */
function trace(program, sources) {
    const t = {
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
        call: (value, given) => trace_call(t, value, given),
    };
    const module = { file: program.file, scope: new Map(), body: program.body, place: program.place };
    t.loaded.set(program.file, module);
    const frame = { module, scope: module.scope, returned: [], perhaps: false, calls: [] };
    runAll(t, program.body, frame);
    for (const one of program.body)
        if (one.kind === "function")
            startedByName(t, one, frame);
    if (t.left < 0)
        t.findings.unclear.push({ says: "is too large to be followed", at: program.file });
    return t.findings;
}
/** Commands of click and typer, tasks: nobody in the file calls them. */
function startedByName(t, of, frame) {
    const named = of.decorators.some((one) => {
        const value = evaluate(t, one.kind === "call" ? one.function : one, frame);
        return value.kind === "outside" && /\.(command|task|flow|main|callback)$/.test(value.name);
    });
    if (!named || t.seen.has(of))
        return;
    const given = { args: [], keywords: new Map(), at: frame.module.place(of.line), calls: [] };
    trace_call(t, { kind: "function", of, module: frame.module, self: null }, given);
}
function runAll(t, body, frame) {
    for (const statement of body)
        if (t.left > 0)
            runOne(t, statement, frame);
}
function runOne(t, statement, frame) {
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
            for (const target of statement.targets)
                bind(t, target, value, frame);
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
                if (as !== null)
                    bind(t, as, entered, frame);
            }
            runAll(t, statement.body, frame);
            return;
        case "branches":
            branches(t, statement, frame);
    }
}
function branches(t, statement, frame) {
    // what a script does when it is the program is not done when it is imported
    if (statement.main && frame.module.file !== t.program.file)
        return;
    for (const condition of statement.conditions)
        evaluate(t, condition, frame);
    const inside = statement.main ? frame : { ...frame, perhaps: true };
    for (const body of statement.bodies)
        runAll(t, body, inside);
}
function trace_call(t, value, given) {
    if (value.kind === "outside")
        return callLibrary(t, value.name, given);
    if (value.kind === "class")
        return instance(t, value, given);
    if (value.kind !== "function") {
        for (const arg of given.args)
            handOn(t, arg);
        return UNKNOWN;
    }
    const { of, module, self } = value;
    if (given.calls.includes(of) || given.calls.length > DEEPEST || t.left < 0)
        return UNKNOWN;
    t.seen.add(of);
    const frame = { module, scope: new Map(), returned: [], perhaps: false, calls: [...given.calls, of] };
    bindParameters(t, value, { given, frame, self });
    runAll(t, of.body, frame);
    return frame.returned.reduce((a, b) => either(a, b), undefined) ?? NOTHING;
}
function bindParameters(t, { of, module }, { given, frame, self }) {
    const args = self === null ? given.args : [self, ...given.args];
    const fromLine = argumentsOfCommand(t, of, module);
    of.parameters.forEach(({ name, standard }, at) => {
        const own = given.keywords.get(name) ?? args[at] ?? fromLine.get(name);
        const known = own ?? (standard === null ? UNKNOWN : evaluate(t, standard, { ...frame, scope: module.scope }));
        frame.scope.set(name, known);
    });
}
/** What click's and hydra's decorators hand to a function. */
function argumentsOfCommand(t, of, module) {
    const frame = { module, scope: module.scope, returned: [], perhaps: false, calls: [] };
    const options = [];
    const found = new Map();
    for (const decorator of of.decorators) {
        if (decorator.kind !== "call")
            continue;
        const called = evaluate(t, decorator.function, frame);
        const name = called.kind === "outside" ? called.name : "";
        const keywords = new Map([...decorator.keywords].map(([key, one]) => [key, evaluate(t, one, frame)]));
        const args = decorator.args.map((one) => evaluate(t, one, frame));
        const option = optionFrom({ args, keywords, at: module.place(decorator.line), calls: [] });
        if (/\.(option|argument)$/.test(name) && option !== null)
            options.push({ ...option, required: option.required || name.endsWith("argument") });
        if (name === "hydra.main")
            found.set(of.parameters[0]?.name ?? "", hydraSettings(t, module, keywords));
    }
    const values = argumentValues(options, t.program.words, t.findings);
    return new Map([...found, ...values]);
}
function hydraSettings(t, module, keywords) {
    const text = (key) => {
        const value = keywords.get(key);
        return value?.kind === "texts" ? (value.texts[0] ?? "") : "";
    };
    return settingsFrom(t, (0,kernel/* joinPath */.uJ)((0,kernel/* parentOf */.gN)(module.file), text("config_path"), `${text("config_name").replace(/\.yaml$/, "")}.yaml`));
}
function instance(t, { of, module }, given) {
    if (given.calls.length > DEEPEST)
        return UNKNOWN;
    const own = new Map();
    const made = { kind: "instance", of, module, own };
    const frame = { module, scope: own, returned: [], perhaps: false, calls: given.calls };
    for (const base of of.bases) {
        const parent = evaluate(t, base, { ...frame, scope: module.scope });
        if (parent.kind === "class")
            runAll(t, parent.of.body, { ...frame, module: parent.module });
    }
    runAll(t, of.body, frame);
    const start = own.get("__init__");
    if (start?.kind === "function")
        trace_call(t, { ...start, self: made }, given);
    else
        for (const [name, value] of given.keywords)
            own.set(name, value);
    return made;
}
function importInto(t, wanted, frame) {
    const { scope } = frame;
    const module = load(t, wanted, frame);
    if (wanted.names === null) {
        const name = wanted.as ?? wanted.module.split(".")[0] ?? "";
        if (module !== null && (wanted.as !== null || !wanted.module.includes(".")))
            scope.set(name, { kind: "module", module });
        else
            scope.set(name, outside(wanted.as === null ? name : wanted.module));
        return;
    }
    for (const { module: dotted, level, name } of submodules(wanted)) {
        const as = wanted.names.find((one) => one.name === name)?.as ?? name;
        const own = module?.scope.get(name);
        const file = own === undefined && name !== "*" ? load(t, { module: dotted, level }, frame) : null;
        if (name === "*")
            for (const [each, value] of module?.scope ?? [])
                scope.set(each, value);
        else if (own !== undefined)
            scope.set(as, own);
        else if (file !== null)
            scope.set(as, { kind: "module", module: file });
        else
            scope.set(as, module === null ? outside(libraryName(wanted, name)) : UNKNOWN);
    }
}
function libraryName({ module, level }, name) {
    return level > 0 ? `?.${name}` : `${module}.${name}`;
}
/** The module that an import means, run through once; null for a library's. */
function load(t, wanted, { module: from, calls }) {
    const { program, sources, findings } = t;
    const found = importedFiles(wanted, { file: from.file, roots: program.roots, has: (file) => sources.has(file) });
    let last = null;
    for (const { file, root } of found) {
        if (wanted.level === 0)
            findings.roots.add(root);
        last = t.loaded.get(file) ?? loadFile(t, file, calls);
    }
    return last;
}
function loadFile(t, file, calls) {
    const body = t.sources.program(t.sources.text(file) ?? "") ?? [];
    const module = {
        file,
        scope: new Map([["__name__", texts(file)]]),
        body,
        place: (line) => `${file}:${line}`,
    };
    t.loaded.set(file, module);
    if (t.sources.text(file)?.trim() !== "")
        t.findings.modules.add(file);
    runAll(t, body, { module, scope: module.scope, returned: [], perhaps: false, calls });
    return module;
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/candidates.js





/** Tests, set-up and what serves a model are no stages. */
const NO_STAGE = /(^|\/)(tests?|docs?|examples?|migrations|templates)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest|setup|noxfile|fabfile|tasks|manage|wsgi|asgi|serve|server|app|api|dashboard|streamlit_app|__init__)\.py$|(^|\/)\./;
const MOST = 300;
function candidatesIn({ sources, files }, starters) {
    const starts = startsIn(sources, files);
    const own = files.filter((file) => !NO_STAGE.test(file));
    const scripts = own.filter((file) => file.endsWith(".py")).slice(0, MOST);
    return [
        ...scripts.flatMap((file) => scriptCandidate(sources, { file, starters, start: starts.get(file) ?? null })),
        ...own
            .filter((file) => file.endsWith(".ipynb"))
            .slice(0, MOST)
            .flatMap((file) => notebookCandidate(sources, file, starters)),
        ...own
            .filter(isShellScript)
            .slice(0, MOST)
            .flatMap((file) => shellCandidate(sources, file)),
    ];
}
/** What Makefiles and shell scripts start, by the file that is started. */
function startsIn(sources, files) {
    const starts = new Map();
    const note = (recipe, file) => {
        for (const command of recipe.commands) {
            const start = startOf(command.words);
            const script = start === null ? undefined : scriptOf(start, sources);
            if (start === null || script === undefined || starts.has(script))
                continue;
            starts.set(script, { command, words: start.words, recipe, at: `${file}:${command.line}` });
        }
    };
    for (const file of files.filter(isMakefile))
        for (const recipe of makeRecipes(sources.text(file) ?? "", file))
            note(recipe, file);
    for (const file of files.filter(isShellScript))
        note(shellRecipe(sources.text(file) ?? "", file), file);
    return starts;
}
function scriptOf({ program, module }, sources) {
    if (program !== null)
        return sources.has(program) ? (0,kernel/* joinPath */.uJ)(program) : undefined;
    const path = (module ?? "").replaceAll(".", "/");
    return [".", "src"]
        .flatMap((root) => [(0,kernel/* joinPath */.uJ)(root, `${path}.py`), (0,kernel/* joinPath */.uJ)(root, path, "__main__.py")])
        .find((file) => sources.has(file));
}
function scriptCandidate(sources, { file, starters, start }) {
    const text = sources.text(file) ?? "";
    const body = sources.program(text);
    if (body === null)
        return [];
    const roots = [...new Set([(0,kernel/* parentOf */.gN)(file), ".", "src"])];
    const program = {
        file,
        body,
        cwd: ".",
        words: start?.words ?? [],
        roots,
        place: (line) => `${file}:${line}`,
    };
    const findings = trace(program, sources);
    const isProgram = body.some((one) => one.kind === "branches" && one.main) || start !== null;
    const writes = findings.touched.some(({ effect }) => effect === "writes") ||
        findings.unclear.some(({ says }) => says.startsWith("writes"));
    if (!writes && !(isProgram && start !== null))
        return [];
    const recipe = start?.recipe;
    const alone = recipe !== undefined && recipe.commands.length === 1 && !recipe.unclear;
    const made = alone && recipe.target !== null && /[./]/.test(recipe.target);
    return [
        {
            file,
            name: alone && recipe.target !== null && !made ? recipe.target : stem(file),
            cmd: start?.command.text ?? pythonCommand(file, { text, findings, python: starters.python }),
            said: start?.at ?? null,
            findings,
            copy: null,
            named: made && recipe.target !== null ? { reads: recipe.needs, writes: [recipe.target], at: recipe.at } : null,
        },
    ];
}
/** `python src/train.py`, or by its module where its imports are found in no other way. */
function pythonCommand(file, { text, findings, python }) {
    const plain = `${python} ${quoted(file)}`;
    const folder = (0,kernel/* parentOf */.gN)(file);
    const others = [...findings.roots].filter((root) => root !== folder);
    const relative = /^\s*from\s+\.+\w*\s+import\b/m.test(text);
    if (!relative && (others.length === 0 || /\bsys\.path\b/.test(text)))
        return plain;
    const root = others[0] ?? (file.startsWith("src/") ? "src" : ".");
    const inside = root === "." ? file : file.startsWith(`${root}/`) ? file.slice(root.length + 1) : null;
    if (inside === null)
        return `PYTHONPATH=${root} ${plain}`;
    const module = `${python} -m ${inside.replace(/\.py$/, "").replaceAll("/", ".")}`;
    return root === "." ? module : `PYTHONPATH=${root} ${module}`;
}
/** DVC and Mainline give the line to a shell. */
function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`;
}
function stem(file) {
    return (0,kernel/* baseName */.Fl)(file).replace(/\.[^.]*$/, "");
}
function notebookCandidate(sources, file, { notebooks, within }) {
    const notebook = readNotebook(sources, file);
    if (notebook === null)
        return [];
    const cwd = (0,kernel/* parentOf */.gN)(file);
    const { body, place, shell } = notebook;
    const findings = trace({ file, body, cwd, words: [], roots: [...new Set([cwd, ".", "src"])], place }, sources);
    if (shell !== null)
        findings.unclear.push({ says: "starts other programs (!)", at: shell });
    if (findings.touched.length === 0)
        return [];
    const copy = (0,kernel/* joinPath */.uJ)("executed", (0,kernel/* baseName */.Fl)(file));
    const cmd = notebooks === "papermill"
        ? `papermill ${quoted(file)} ${quoted(copy)}${cwd === "." ? "" : ` --cwd ${quoted(cwd)}`}`
        : `jupyter nbconvert --to notebook --execute ${quoted(file)} --output-dir executed`;
    // papermill makes no folder
    const first = notebooks === "papermill" ? "mkdir -p executed && " : "";
    return [{ file, name: stem(file), cmd: `${first}${within}${cmd}`, said: null, findings, copy, named: null }];
}
/** A shell script that makes files by programs that everybody knows. */
function shellCandidate(sources, file) {
    const { commands, unclear } = shellRecipe(sources.text(file) ?? "", file);
    // it starts the stages, it is none
    if (commands.some(({ words }) => startOf(words) !== null))
        return [];
    const findings = {
        touched: [],
        settings: new Map(),
        modules: new Set(),
        roots: new Set(),
        missing: [],
        unclear: unclear ? [{ says: "has lines that only a shell understands", at: file }] : [],
        elsewhere: [],
    };
    for (const command of commands) {
        const { reads, writes } = shellTouches(command);
        const what = { call: command.words[0] ?? "", at: `${file}:${command.line}`, perhaps: false };
        for (const path of reads)
            findings.touched.push({ ...what, effect: "reads", path: (0,kernel/* joinPath */.uJ)(path), folder: path.endsWith("/") });
        for (const path of writes)
            findings.touched.push({ ...what, effect: "writes", path: (0,kernel/* joinPath */.uJ)(path), folder: path.endsWith("/") });
    }
    const odd = findings.touched.some(({ path }) => path === "." || path.startsWith("..") || path.startsWith("/") || path.includes("$"));
    if (odd || !findings.touched.some(({ effect }) => effect === "writes"))
        return [];
    return [{ file, name: stem(file), cmd: `bash ${quoted(file)}`, said: null, findings, copy: null, named: null }];
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/gather.js




const READ = /\.(py|ipynb|sh|bash|ya?ml|json|toml|txt|cfg)$|(^|\/)(Makefile|makefile|GNUmakefile|Pipfile|Dockerfile[^/]*|[^/]+\.Dockerfile)$/;
/** Environments, build results, other people's code. */
const FOREIGN = /(^|\/)(\.git|\.dvc|\.venv|venv|env|node_modules|site-packages|\.tox|\.nox|__pycache__|\.ipynb_checkpoints|build|dist|\.eggs|[^/]+\.egg-info)\//;
/** Names that DVC, a shell and YAML take as they are. */
const PLAIN = /^[\p{L}\p{N}_./@+=, -]+$/u;
const MOST_FILES = 3000;
const MOST_ENTRIES = 20_000;
const LONGEST = { ipynb: 16 * 2 ** 20, py: 2 ** 20 };
const SHORT = 2 ** 18;
/** From here on a file slows git down for everybody who clones. */
const LARGE = 2 ** 20;
/** Looks at a project's files: lists what git would list, and reads what is text and short. Links are not followed. */
async function gather(git, root, below) {
    const { tracked, untracked } = await git.files();
    const inside = (paths) => paths.flatMap((path) => pathBelow(path, below));
    const known = inside(tracked);
    const other = await expanded(root, inside(untracked));
    const all = [...new Set([...known, ...other])].filter((path) => PLAIN.test(path) && !FOREIGN.test(path)).sort();
    const texts = await readAll(root, all);
    const trackedFiles = new Set(known);
    return {
        sources: sourcesOf(texts, await (0,source/* pythonReader */.ug)()),
        files: [...texts.keys()],
        names: new Set(all),
        tracked: trackedFiles,
        large: await largeOnes(root, {
            all: all.filter((path) => !texts.has(path)).slice(0, MOST_ENTRIES),
            tracked: trackedFiles,
        }),
        sizeOf: (path) => sizeAt((0,external_node_path_.join)(root, path)),
    };
}
function pathBelow(path, below) {
    if (below === ".")
        return [path];
    return path.startsWith(`${below}/`) ? [path.slice(below.length + 1)] : [];
}
/** Git names a folder that it knows nothing of by its name alone. */
async function expanded(root, paths) {
    const found = paths.filter((path) => !path.endsWith("/"));
    const folders = paths.filter((path) => path.endsWith("/"));
    for (let at = 0; at < folders.length && found.length < MOST_ENTRIES; at++) {
        const folder = folders[at] ?? "";
        if (FOREIGN.test(folder))
            continue;
        for (const entry of await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true }).catch(() => [])) {
            if (entry.isDirectory())
                folders.push(`${folder}${entry.name}/`);
            else if (entry.isFile() && found.length < MOST_ENTRIES)
                found.push(`${folder}${entry.name}`);
        }
    }
    return found;
}
async function readAll(root, paths) {
    const texts = new Map();
    for (const path of paths.filter((one) => READ.test(one)).slice(0, MOST_FILES)) {
        const size = await sizeAt((0,external_node_path_.join)(root, path));
        const longest = LONGEST[path.slice(path.lastIndexOf(".") + 1)] ?? SHORT;
        if (typeof size !== "number" || size > longest)
            continue;
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(root, path), "utf8").catch(() => null);
        if (text !== null && !text.includes("\u0000"))
            texts.set(path, text);
    }
    return texts;
}
/** Bytes of a file; null for what is neither a file nor a folder, a link included. */
async function sizeAt(path) {
    const stat = await (0,promises_.lstat)(path).catch(() => null);
    if (stat === null)
        return null;
    return stat.isFile() ? stat.size : stat.isDirectory() ? "folder" : null;
}
function sourcesOf(texts, program) {
    const read = new Map();
    return {
        program,
        has: (file) => texts.has((0,kernel/* joinPath */.uJ)(file)),
        text: (file) => texts.get((0,kernel/* joinPath */.uJ)(file)) ?? null,
        settings: (file) => {
            const text = /\.(ya?ml|json|toml)$/.test(file) ? texts.get((0,kernel/* joinPath */.uJ)(file)) : undefined;
            if (text === undefined)
                return null;
            if (!read.has(file))
                read.set(file, parsed(text, file));
            return read.get(file) ?? null;
        },
    };
}
/** Null for what does not parse: whoever uses it will say so better. */
function parsed(text, file) {
    try {
        const value = (0,source/* toValue */.BA)((0,source/* readParams */.LE)(new TextEncoder().encode(text), file));
        return value instanceof Map ? value : null;
    }
    catch {
        return null;
    }
}
async function largeOnes(root, { all, tracked }) {
    const found = [];
    for (const path of all) {
        const bytes = await sizeAt((0,external_node_path_.join)(root, path));
        if (typeof bytes === "number" && bytes >= LARGE)
            found.push({ path, bytes, tracked: tracked.has(path) });
    }
    return found.sort((a, b) => b.bytes - a.bytes);
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/order.js

/** What people call the parts of a pipeline, first first. */
const USUAL = /(download|fetch|ingest|get|extract)|(clean|prepare|preprocess|process|split|transform|load)|(feat)|(train|fit|tune)|(eval|test|score|predict|infer)|(plot|report|visual|export)/i;
function madeBy(stage) {
    return [...stage.outs, ...stage.metrics].map(({ path }) => path);
}
/** Whether `later` reads what `earlier` writes. */
function feeds(earlier, later) {
    return madeBy(earlier).some((made) => later.deps.some(({ path }) => (0,kernel/* isWithin */.UO)(path, made) || (0,kernel/* isWithin */.UO)(made, path)));
}
/** Stages after those whose results they read, as usual otherwise. One in a circle goes on with a doubt. */
function inOrder(stages) {
    const waiting = stages.toSorted((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1));
    const ordered = [];
    while (waiting.length > 0) {
        const at = waiting.findIndex((stage) => !waiting.some((other) => other !== stage && feeds(other, stage)));
        const [next] = waiting.splice(Math.max(0, at), 1);
        if (next === undefined)
            break;
        ordered.push(at >= 0 ? next : { ...next, doubts: [...next.doubts, "reads what a later one writes: a circle"] });
    }
    return ordered;
}
function rank({ name, file }) {
    const groups = USUAL.exec(`${name} ${file}`);
    const number = /(?:^|\/)(\d+)[^/]*$/.exec(file)?.[1];
    if (number !== undefined)
        return Number(number) / 1000;
    return groups === null ? 9 : groups.slice(1).findIndex((group) => group !== undefined) + 1;
}
/** Those of the wanted stages that can run: what they read is there, or made by one that is among them. The others, with what they lack. */
function runnable(stages, wanted, isThere) {
    const chosen = new Set();
    const lacking = new Map();
    for (const stage of stages) {
        if (!wanted(stage))
            continue;
        const lost = stage.deps.find(({ path }) => {
            const maker = stages.find((other) => other !== stage && madeBy(other).some((made) => (0,kernel/* isWithin */.UO)(path, made) || (0,kernel/* isWithin */.UO)(made, path)));
            return maker !== undefined && !chosen.has(maker) && !isThere(path);
        });
        if (lost === undefined)
            chosen.add(stage);
        else
            lacking.set(stage, `reads ${lost.path}, whose stage is left out`);
    }
    return { chosen, lacking };
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/stages.js


/** Programs as stages, each with what is not certain about it. */
function stagesOf(candidates, surroundings) {
    const names = namesFor(candidates);
    const written = new Map(candidates.map((one) => [one, writesOf(one).map(({ path }) => path)]));
    return candidates.map((candidate) => {
        const others = [...written].filter(([one]) => one !== candidate).flatMap(([, paths]) => paths);
        return stageOf(candidate, { name: names.get(candidate) ?? "stage", others, ...surroundings });
    });
}
/** `prepare` of `01_prepare.py`; with its folder where two are called so. */
function namesFor(candidates) {
    const plain = (name) => name
        .replace(/^\d+[-_. ]*(?=\D)/, "")
        .replace(/[^A-Za-z0-9_-]+/g, "-")
        .replace(/^-+|-+$/g, "") || "stage";
    const names = new Map();
    const taken = new Set();
    for (const candidate of candidates) {
        const short = plain(candidate.name);
        const long = plain(`${(0,kernel/* baseName */.Fl)((0,kernel/* parentOf */.gN)(candidate.file))}-${candidate.name}`);
        let name = taken.has(short) ? long : short;
        for (let at = 2; taken.has(name); at++)
            name = `${short}-${at}`;
        taken.add(name);
        names.set(candidate, name);
    }
    return names;
}
function writesOf({ findings, named, copy, file }) {
    const more = (path, at) => ({
        effect: "writes",
        path,
        folder: false,
        call: "its rule",
        at,
        perhaps: false,
    });
    const all = findings.touched.filter(({ effect }) => effect === "writes");
    const listed = (named?.writes ?? []).map((path) => more(path, named?.at ?? ""));
    return firstOfEach([
        ...all,
        ...listed,
        ...(copy === null ? [] : [{ ...more(copy, file), call: "the executed notebook" }]),
    ]);
}
function firstOfEach(all) {
    return all.filter((one, at) => all.findIndex(({ path }) => path === one.path) === at);
}
function reason({ call, at }) {
    return `${call}, ${at}`;
}
function stageOf(candidate, around) {
    const { file, cmd, said, findings } = candidate;
    const doubts = [
        ...[...findings.missing, ...findings.unclear].map(({ says, at }) => `${says}: ${at}`),
        ...findings.elsewhere.map(({ says, at }) => `${says}, outside of the project: ${at}`),
    ];
    const writes = withoutParts(writesOf(candidate));
    const reads = depsOf(candidate, { writes, around, doubts });
    for (const one of findings.touched.filter(({ effect }) => effect === "changes")) {
        if (!/\.log$|(^|\/)logs?\//.test(one.path))
            doubts.push(`adds to ${one.path}, which DVC removes before a run: ${reason(one)}`);
    }
    for (const one of writes) {
        const trouble = troubleWith(one, candidate, around);
        if (trouble !== null)
            doubts.push(`${trouble}: ${reason(one)}`);
    }
    const metrics = writes.filter(isMetrics);
    const outs = writes.filter((one) => !isMetrics(one));
    if (writes.length === 0)
        doubts.push("writes nothing that was found");
    return {
        name: around.name,
        file,
        cmd,
        because: said === null ? file : `${file}, as ${said} starts it`,
        deps: [{ path: file, because: "the program itself" }, ...modules(candidate), ...reads].toSorted((a, b) => a.path < b.path ? -1 : 1),
        params: paramsOf(candidate),
        outs: outs.map((one) => ({ path: one.path, because: reason(one), inGit: around.tracked.has(one.path) })),
        metrics: metrics.map((one) => ({ path: one.path, because: reason(one) })),
        doubts: [...new Set(doubts)],
    };
}
/** A folder that is written whole covers what is written in it. */
function withoutParts(writes) {
    return writes.filter((one) => !writes.some((other) => other !== one && (0,kernel/* isWithin */.UO)(one.path, other.path)));
}
function isMetrics({ path, folder }) {
    return !folder && /\.(json|ya?ml|toml)$/.test(path) && /metric|score|result|eval|report/i.test((0,kernel/* baseName */.Fl)(path));
}
function modules({ findings }) {
    return [...findings.modules].map((path) => ({ path, because: "imported" }));
}
/** What it reads that is there, or that another stage makes. */
function depsOf({ file, findings, named }, { writes, around, doubts }) {
    const { there, others } = around;
    const rule = (named?.reads ?? []).map((path) => ({ effect: "reads", path, folder: false, call: "its rule", at: named?.at ?? "", perhaps: true }));
    const reads = firstOfEach([...findings.touched.filter(({ effect }) => effect === "reads"), ...rule]);
    const own = new Set([file, ...findings.modules, ...findings.settings.keys()]);
    const found = [];
    for (const one of reads) {
        if (own.has(one.path) ||
            writes.some(({ path }) => (0,kernel/* isWithin */.UO)(one.path, path) || (one.folder && (0,kernel/* isWithin */.UO)(path, one.path))))
            continue;
        const made = others.some((path) => (0,kernel/* isWithin */.UO)(one.path, path) || (0,kernel/* isWithin */.UO)(path, one.path));
        const state = there.get(one.path) ?? null;
        const isThere = one.perhaps ? typeof state === "number" : state !== null;
        if (made || isThere)
            found.push({ path: one.path, because: reason(one) });
        else if (!one.perhaps)
            doubts.push(`reads ${one.path}, which is not there and nothing here makes: ${reason(one)}`);
    }
    return found.filter(({ path }) => !found.some((other) => other.path !== path && (0,kernel/* isWithin */.UO)(path, other.path)));
}
/** Why a path that is written cannot be an output. DVC removes outputs before each run. */
function troubleWith(one, { file, findings }, { tracked, there, others, dvc }) {
    const { path } = one;
    const isFolder = one.folder || there.get(path) === "folder";
    const read = findings.touched.some(({ effect, path: other }) => effect === "reads" && other !== path && (0,kernel/* isWithin */.UO)(other, path) && isFolder);
    if (/\.(py|ipynb|sh)$/.test(path) && path !== file && !path.startsWith("executed/"))
        return `writes the program ${path}`;
    if (/(^|\/)(params\.ya?ml|dvc\.yaml|dvc\.lock|mainline\.yaml)$|^\.(git|dvc)(\/|$)/.test(path) ||
        findings.settings.has(path))
        return `writes ${path}, a file of the project itself`;
    if (dvc.some((other) => (0,kernel/* isWithin */.UO)(path, other) || (0,kernel/* isWithin */.UO)(other, path)))
        return `writes ${path}, which a .dvc file tracks`;
    if (others.some((other) => other === path))
        return `writes ${path}, as another one does`;
    if (others.some((other) => (0,kernel/* isWithin */.UO)(other, path) || (0,kernel/* isWithin */.UO)(path, other)))
        return `writes ${path}, into which another one writes`;
    if (isFolder && [...tracked].some((other) => (0,kernel/* isWithin */.UO)(other, path)))
        return `writes into ${path}, where git tracks files that DVC would remove`;
    if (read)
        return `writes into ${path} and reads from there what DVC would remove`;
    return null;
}
function paramsOf({ findings }) {
    return [...findings.settings].map(([file, used]) => ({
        file,
        names: namesOf(used),
        because: findings.touched.find(({ path }) => path === file)?.at ?? "read",
    }));
}

;// CONCATENATED MODULE: ./build/flows/init/pipeline/propose.js





/** Looks for a pipeline in a project that has none: programs that write files, and who reads what they write. Runs nothing. */
async function propose({ git, root, below, dvc, findsProgram }) {
    const lying = await gather(git, root, below);
    const candidates = candidatesIn(lying, await startersOf(lying, findsProgram));
    const paths = new Set(candidates.flatMap(({ findings, named }) => [...findings.touched.map(({ path }) => path), ...(named?.reads ?? [])]));
    const there = new Map(await Promise.all([...paths].map(async (path) => [path, await lying.sizeOf(path)])));
    const stages = inOrder(stagesOf(candidates, { tracked: lying.tracked, dvc, there }));
    return { stages, model: modelOf(stages, lying), notes: notesOf(stages, lying, { dvc, there }) };
}
async function startersOf({ sources, files, names }, findsProgram) {
    const within = names.has("uv.lock") ? "uv run " : names.has("poetry.lock") ? "poetry run " : "";
    const named = files.filter((file) => /requirements[^/]*\.txt$|pyproject\.toml$|environment\.ya?ml$|Pipfile$/.test(file));
    const papermill = named.some((file) => /\bpapermill\b/.test(sources.text(file) ?? ""));
    const only3 = within === "" && !(await findsProgram("python")) && (await findsProgram("python3"));
    return {
        python: `${within}${only3 ? "python3" : "python"}`,
        within,
        notebooks: papermill ? "papermill" : "nbconvert",
    };
}
const MODEL_FILE = /\.(pkl|pickle|joblib|skops|pt|pth|ckpt|h5|hdf5|keras|onnx|safetensors|cbm|ubj|model|bin)$|(^|\/)[^/]*model[^/]*(\.(json|txt))?$/i;
/** The last file that looks like a model, of a stage that trains where there is one. */
function modelOf(stages, { sources }) {
    const found = stages.flatMap((stage) => stage.outs
        .filter(({ path }) => MODEL_FILE.test(path) &&
        !/vectori[sz]er|scaler|encoder|tokenizer|preprocess|feature|data/i.test((0,kernel/* baseName */.Fl)(path)))
        .map(({ path, because }) => ({ path, because, name: artifactName(sources), stage: stage.name })));
    return found.findLast(({ stage }) => /train|fit|tune/i.test(stage)) ?? found.at(-1) ?? null;
}
function artifactName(sources) {
    const project = sources.settings("pyproject.toml");
    const table = project instanceof Map ? project.get("project") : undefined;
    const name = table instanceof Map ? table.get("name") : undefined;
    const plain = typeof name === "string"
        ? name
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, "-")
            .replace(/^-+|-+$/g, "")
        : "";
    return plain === "" ? "model" : plain;
}
const SHOWN = 8;
function notesOf(stages, { large, tracked }, { dvc, there }) {
    const made = stages.flatMap(({ outs, metrics }) => [...outs, ...metrics]);
    const outputs = made.map(({ path }) => path);
    const inGit = stages.flatMap(({ name, outs }) => outs.filter((out) => out.inGit).map(({ path }) => ({ name, path })));
    const own = (path) => [...dvc, ...outputs].some((other) => (0,kernel/* isWithin */.UO)(path, other));
    const data = stages
        .flatMap(({ deps }) => deps)
        .filter(({ path }) => isData(path) &&
        there.has(path) &&
        there.get(path) !== null &&
        !own(path) &&
        !outputs.some((out) => (0,kernel/* isWithin */.UO)(out, path)))
        .map(({ path }) => path);
    const others = large.map(({ path }) => path).filter((path) => !own(path) && !data.some((one) => (0,kernel/* isWithin */.UO)(path, one)));
    const advice = [...new Set([...data, ...others])].map((path) => {
        const known = tracked.has(path) || [...tracked].some((file) => (0,kernel/* isWithin */.UO)(file, path));
        return known ? `git rm -r --cached ${path} && mainline add ${path}` : `mainline add ${path}`;
    });
    return [
        ...inGit.map(({ name, path }) => `git tracks ${path}, which ${name} writes: it stays in git (cache: false) until you \`git rm --cached\` it and take that line away`),
        ...advice.slice(0, SHOWN).map((line) => `data belongs to DVC, not into git: ${line}`),
        ...(advice.length > SHOWN ? [`and ${advice.length - SHOWN} more files of more than a MiB`] : []),
    ];
}
function isData(path) {
    return !/\.(py|ipynb|sh|ya?ml|toml|cfg|ini|md|txt|sql)$/.test(path);
}

;// CONCATENATED MODULE: ./build/flows/init/policy-text.js
const REFERENCE = "https://github.com/mainline-ml/mainline/blob/main/docs/reference/mainline-yaml.md";
const SERVING = "https://github.com/mainline-ml/mainline/blob/main/docs/serving.md";
const policy_text_SHOWN = 5;
/** A mainline.yaml that decides nothing yet: every line is a comment, with the names of this project where it has some. */
function policyText(facts) {
    const { models, metrics, metricFiles, repository, base, guess, lock, remotes } = facts;
    const model = models[0] ?? guess?.name ?? "my-model";
    const metric = metrics[0] ?? `${metricFiles[0] ?? "metrics.json"}:accuracy`;
    return [
        "# What is released, when, and where to. Nothing counts until you take the `#` away; a pull request is judged by this file",
        "# as its base branch has it.",
        `# All keys: ${REFERENCE}`,
        "",
        models.length > 0
            ? `# Models: entries of \`artifacts:\` with \`type: model\` in dvc.yaml. Here: ${some(models)}.`
            : "# Models: entries of `artifacts:` with `type: model` in dvc.yaml. There are none here yet.",
        ...(models.length === 0 && guess !== null
            ? [
                `# ${guess.path} looks like one; dvc.yaml would say: artifacts: {${guess.name}: {path: ${guess.path}, type: model}}`,
            ]
            : []),
        "# models:",
        `#   ${model}:`,
        `#     image: ghcr.io/${repository ?? "OWNER/NAME"} # or oci:FOLDER, a folder in OCI image layout`,
        `#     ${baseLine(base)}`,
        ...(base !== null && "dockerfile" in base
            ? []
            : [`#     python: ${lock ?? "requirements.txt"} # exact versions: these packages go into the image`]),
        `#     code: [mainline_serve.py, serve.py] # a server to copy, and yours: ${SERVING}`,
        `#     command: [python3, mainline_serve.py, serve.py, ${policy_text_word(guess?.path ?? "PATH/OF/THE/MODEL")}]${asDockerfile(base)}`,
        "",
        metrics.length > 0
            ? `# Gates: what a pull request must keep. Metrics here: ${some(metrics)}.`
            : `# Gates: what a pull request must keep, by the metrics of dvc.yaml. None has a value yet${metricFiles.length > 0 ? `; files: ${some(metricFiles)}` : ""}.`,
        "# gates:",
        `#   - metric: ${metric}`,
        "#     better: higher # or lower",
        "#     floor: 0.9 # never below",
        "#     drop: 1% # never worse than the base by more",
        "",
        remotes.length > 0
            ? `# Results travel through the DVC remote (.dvc/config), here: ${some(remotes)}.`
            : "# Results travel through a DVC remote; .dvc/config names none yet: dvc remote add -d storage s3://BUCKET/PATH",
        "",
        "# Environments: where a released version runs, one after the other.",
        "# environments:",
        "#   dev:",
        "#     deploy: {command: [./deploy.sh, dev]} # or {process: {port: 8081}}, {compose: {port: 8081}}, on this machine",
        "#     probe: http://127.0.0.1:8081 # Open Inference Protocol: the new version must answer there",
        "#   prod:",
        "#     after: dev",
        "#     soak: 2h # healthy in dev that long first",
        "#     deploy: {command: [./deploy.sh, prod]}",
        "#     probe: https://models.example.org",
        "",
    ].join("\n");
}
function baseLine(base) {
    if (base === null)
        return "base: docker.io/library/python:3.12-slim # what the command below needs";
    if ("image" in base)
        return `base: ${base.image} # ${base.because}; a hint only`;
    return `dockerfile: ${base.dockerfile} # makes what the model runs in; or \`base: IMAGE\`, for one that is there`;
}
/** Said of the command, where the Dockerfile has one. */
function asDockerfile(base) {
    return base !== null && "runs" in base && base.runs ? " # without it: as the Dockerfile says" : "";
}
/** As a flow list of YAML takes it. */
function policy_text_word(path) {
    return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}
function some(names) {
    const rest = names.length - policy_text_SHOWN;
    return names.slice(0, policy_text_SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

;// CONCATENATED MODULE: ./build/flows/init/pieces.js











/** How pull requests are handled: in one workflow that also writes, or in one that runs and one that is trusted. */
const LANES = ["one", "two"];
const PULLS = {
    one: [
        {
            name: "mainline-pull-request.yml",
            template: "one-lane/mainline-pull-request.yml",
            purpose: "plans, runs, compares and judges pull requests",
        },
    ],
    two: [
        {
            name: "mainline-pull-request.yml",
            template: "two-lanes/mainline-pull-request.yml",
            purpose: "plans and runs pull requests, with nothing to steal",
        },
        {
            name: "mainline-report.yml",
            template: "two-lanes/mainline-report.yml",
            purpose: "checks what ran, judges it, writes comment and check",
        },
        {
            name: "mainline-comment.yml",
            template: "two-lanes/mainline-comment.yml",
            purpose: "does what comments below pull requests ask for",
        },
        {
            name: "mainline-queue.yml",
            template: "two-lanes/mainline-queue.yml",
            purpose: "answers the merge queue, where there is one",
        },
    ],
};
const OTHERS = [
    { name: "mainline-release.yml", template: "mainline-release.yml", purpose: "releases what is merged" },
    { name: "mainline-command.yml", template: "mainline-command.yml", purpose: "promote, roll back and status by hand" },
];
/**
 * Everything that a repository needs to work with Mainline, in the order in which it is written. What is made from what is
 * there comes first: ended half-way and begun again, all of it says the same.
 */
async function wantedPieces(ground, { installDir, lanes, dashboard, pipeline, owners }) {
    const attributes = await (0,merge_driver_setup/* missingAttributes */.IY)(ground.git);
    return [
        ...(ground.projects.length > 0 ? [] : await projectPieces(ground, pipeline)),
        ...(await workflows([...PULLS[lanes], ...OTHERS], { branch: ground.branch, installDir, dashboard })),
        { kind: "lines", path: ".gitattributes", purpose: "git merges dvc.lock by stages", lines: attributes },
        ...(owners === null
            ? []
            : [{ kind: "lines", path: owners.file, purpose: "who may change policy", lines: owners.lines }]),
    ];
}
/** Of the one project that there is or will be. */
async function projectPieces(ground, pipeline) {
    const { below } = ground;
    const policy = policyText(await factsOf(ground, pipeline));
    return [
        starter((0,kernel/* joinPath */.uJ)(below, "mainline.yaml"), "models, gates and environments", policy),
        ...(pipeline === null
            ? []
            : [starter((0,kernel/* joinPath */.uJ)(below, "dvc.yaml"), "the pipeline's stages", dvcYamlText(pipeline))]),
        ...((await hasConfig(ground)) ? [] : dvcProject(below)),
    ];
}
function starter(path, purpose, text) {
    return { kind: "starter", path, purpose, text };
}
async function hasConfig({ root, below }) {
    return (0,promises_.access)((0,external_node_path_.join)(root, below, ".dvc/config")).then(() => true, () => false);
}
/** As `dvc init` leaves it (DVC 3.67.1); the file that makes it a project comes last. */
function dvcProject(below) {
    return [
        starter((0,kernel/* joinPath */.uJ)(below, ".dvcignore"), "what DVC leaves alone", "# Add patterns of files dvc should ignore, which could improve\n# the performance. Learn more at\n# https://dvc.org/doc/user-guide/dvcignore\n"),
        starter((0,kernel/* joinPath */.uJ)(below, ".dvc/.gitignore"), "what of .dvc stays here", "/config.local\n/tmp\n/cache\n"),
        starter((0,kernel/* joinPath */.uJ)(below, ".dvc/config"), "DVC's settings", ""),
    ];
}
async function workflows(wanted, { branch, installDir, dashboard }) {
    return Promise.all(wanted.map(async ({ name, template, purpose }) => {
        const written = await (0,promises_.readFile)((0,external_node_path_.join)(installDir, "templates/workflows", template), "utf8");
        const chosen = dashboard ? withDashboard(written) : written;
        const text = chosen.replace("branches: [main] # your default branch", `branches: [${branchName(branch)}]`);
        return { kind: "template", path: `.github/workflows/${name}`, purpose, text };
    }));
}
/** What the templates have for the dashboard issue as comments. */
function withDashboard(template) {
    return template.replace(/^( *)# ((?:issues: write|with:|dashboard: true) # .*\bdashboard\b.*)$/gm, "$1$2");
}
/** As a flow list of YAML takes it. */
function branchName(name) {
    return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}
async function factsOf({ root, below, git, workspace }, pipeline) {
    const files = workspace === null ? new Map() : (await (0,compare/* readMetrics */.Uw)((0,sides/* recordedSide */.ql)(workspace))).files;
    const named = workspace?.project.artifacts.filter(({ type }) => type === "model").map(({ name }) => name) ?? [];
    const chosen = pipeline?.model ?? null;
    const { base, lock } = await hintsOf(root, (0,external_node_path_.join)(root, below));
    return {
        models: chosen?.real === true ? [...named, chosen.name] : named,
        metrics: [...files].flatMap(([file, values]) => [...values].filter(([, leaf]) => isNumber(leaf)).map(([name]) => `${file}:${name}`)),
        metricFiles: pipeline?.stages.flatMap(({ metrics }) => metrics.map(({ path }) => path)) ?? [],
        repository: repositoryInUrl(await git.remoteUrl("origin")),
        base,
        guess: chosen ?? modelArtifact(workspace) ?? modelOutput(workspace),
        lock,
        remotes: [...(workspace?.config.remotes.keys() ?? [])],
    };
}
function modelArtifact(workspace) {
    const first = workspace?.project.artifacts.find(({ type }) => type === "model");
    return first === undefined ? null : { name: first.name, path: first.path };
}
/** An output whose name says that it is the model. */
function modelOutput(workspace) {
    const outputs = workspace?.project.stages.flatMap(({ outs }) => outs.map(({ path }) => path)) ?? [];
    const path = outputs.find((each) => MODEL_FILE.test(each));
    return path === undefined ? null : { name: "my-model", path };
}
function isNumber(leaf) {
    return typeof leaf === "number" || typeof leaf === "bigint";
}

;// CONCATENATED MODULE: ./build/flows/init/stage-choice.js

/** Lets each proposed stage be looked at; without anybody to ask, those without a doubt are taken. */
async function chooseStages(proposal, asker, isThere) {
    const answers = new Map();
    for (const stage of proposal.stages) {
        const certain = stage.doubts.length === 0;
        const question = { shown: linesOf(stage), ask: `Make it the stage \`${stage.name}\`?`, standard: certain };
        answers.set(stage, asker === null ? certain : await asker.confirm(question));
    }
    const { chosen, lacking } = runnable(proposal.stages, (stage) => answers.get(stage) === true, isThere);
    return {
        stages: proposal.stages.filter((stage) => chosen.has(stage)),
        left: proposal.stages
            .filter((stage) => !chosen.has(stage))
            .map((stage) => ({ stage, why: [...stage.doubts, ...(lacking.has(stage) ? [lacking.get(stage) ?? ""] : [])] })),
        model: await chooseModel(proposal, chosen, asker),
    };
}
async function chooseModel({ model }, chosen, asker) {
    if (model === null)
        return null;
    const made = [...chosen].some(({ name }) => name === model.stage);
    const question = {
        shown: [`${model.path} looks like the model (${model.because})`],
        ask: `Name it \`${model.name}\` in \`artifacts:\`, so that it can be released?`,
        standard: true,
    };
    return { ...model, real: made && asker !== null && (await asker.confirm(question)) };
}
function linesOf({ because, cmd, deps, params, outs, metrics, doubts }) {
    const row = (word, path, why) => `  ${word.padEnd(8)} ${path}  (${why})`;
    return [
        because,
        `  ${"runs".padEnd(8)} ${cmd}`,
        ...deps.map(({ path, because: why }) => row("reads", path, why)),
        ...params.map(({ file, names, because: why }) => row("params", names === null ? file : `${file}: ${names.join(", ")}`, why)),
        ...outs.map(({ path, because: why }) => row("writes", path, why)),
        ...metrics.map(({ path, because: why }) => row("metrics", path, why)),
        ...doubts.map((doubt) => `  ${"unsure".padEnd(8)} ${doubt}`),
    ];
}
/** The choice as the document tells it. */
function stageRows({ stages, left }) {
    return [
        ...stages.map((stage) => row(stage, "written", [])),
        ...left.map(({ stage, why }) => row(stage, "left out", why.length === 0 ? ["not wanted"] : why)),
    ];
}
function row(stage, state, why) {
    const { name, cmd, because, deps, params, outs, metrics } = stage;
    return { name, state, cmd, because, deps, params, outs, metrics, why };
}

;// CONCATENATED MODULE: ./build/flows/init.js












/**
 * Sets a repository up: workflows, mainline.yaml, the merge driver, and a DVC project with its first stages where there is
 * none. What somebody wrote is never overwritten; run again, it changes nothing. Answer "no" when asked and refused.
 */
async function init(context, options) {
    const owner = options.owner == null ? null : ownerOf(options.owner);
    const ground = await (0,look/* look */.O)(context, { here: options.subdir === true });
    try {
        const found = await pipelineOf(ground, options);
        const first = (await textAt((0,external_node_path_.join)(ground.root, ground.below, "mainline.yaml"))) === null;
        const asker = first ? (options.asker ?? null) : null;
        const lanes = options.lanes ?? (await lanesOf(ground, asker));
        const { owners, unguarded } = await ownersOf(ground, owner ?? (await askOwner(ground, asker)));
        const { installDir } = context.machine;
        const dashboard = options.dashboard === true || (await hasDashboard(ground));
        const wanted = { installDir, lanes, dashboard, pipeline: found.pipeline, owners };
        const changes = await Promise.all((await wantedPieces(ground, wanted)).map((piece) => changeFor(piece, ground)));
        const settings = await (0,merge_driver_setup/* driverSettings */.qb)(ground.git, options.program);
        const notes = [...found.notes, ...(await workflowNotes(ground))];
        const shown = documentOf(ground, { changes, settings, lanes, pipeline: found.pipeline, notes, unguarded });
        if (options.plan || isDone(shown))
            return { answer: "yes", document: shown };
        if (!(await options.agree(shown)))
            return { answer: "no", document: { ...shown, declined: true } };
        for (const { file, text } of changes)
            if (text !== null)
                await writeAt((0,external_node_path_.join)(ground.root, file.path), text);
        for (const { name, value, now } of settings)
            if (now === null)
                await ground.git.set(name, value);
        return { answer: "yes", document: { ...shown, applied: true } };
    }
    finally {
        ground.git.close();
        ground.workspace?.git?.close();
    }
}
/** The first dvc.yaml, where a project has none and programs that could be its stages. */
async function pipelineOf(ground, { asker = null, findsProgram = async () => true }) {
    const { git, below, workspace, projects } = ground;
    if (projects.length > 0)
        return { pipeline: null, notes: [manyProjects(projects)] };
    const root = (0,external_node_path_.join)(ground.root, below);
    const stages = workspace?.project.stages ?? [];
    if (stages.some(({ cmd }) => cmd !== null) || (await textAt((0,external_node_path_.join)(root, "dvc.yaml"))) !== null)
        return { pipeline: null, notes: [] };
    const dvc = stages.flatMap(({ outs }) => outs.map(({ path }) => path));
    const proposal = await propose({ git, root, below, dvc, findsProgram });
    if (proposal.stages.length === 0)
        return { pipeline: null, notes: proposal.notes };
    const isThere = (path) => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false }) !== undefined;
    return { pipeline: await chooseStages(proposal, asker, isThere), notes: proposal.notes };
}
function manyProjects(projects) {
    const shown = projects.slice(0, 8).join(", ");
    const more = projects.length > 8 ? ` and ${projects.length - 8} more` : "";
    return `DVC projects in folders of their own: ${shown}${more}. The workflows are for all of them; \`mainline init\` in each folder writes its mainline.yaml`;
}
async function askOwner({ git }, asker) {
    if (asker === null)
        return null;
    const login = ownerInUrl(await git.remoteUrl("origin"));
    const answer = await asker.text({
        shown: ["CODEOWNERS can guard mainline.yaml, .github/ and .dvc/config: what pull requests are judged by."],
        ask: "Who has to approve changes of them? @login or @organisation/team; nothing for nobody",
        standard: null,
        ...(login === null ? {} : { suggestion: `@${login}` }),
    });
    return answer === null || answer.trim() === "" ? null : ownerOf(answer.trim());
}
/** Where the owners are written, and the lines for somebody else to write where nobody was named. */
async function ownersOf(ground, owner) {
    const { root, below, git, projects } = ground;
    const texts = await Promise.all(OWNERS_PLACES.map(async (place) => [place, await textAt((0,external_node_path_.join)(root, place))]));
    const [file, text] = texts.find(([, found]) => found !== null) ?? [OWNERS_PLACES[0], null];
    if (owner !== null)
        return { owners: { file, lines: missingOwners(text, { below, projects, file, owner }) }, unguarded: null };
    const suggested = ownerInUrl(await git.remoteUrl("origin"));
    const open = missingOwners(text, { below, projects, file, owner: suggested === null ? "@OWNER" : `@${suggested}` });
    if (open.length === 0)
        return { owners: null, unguarded: null };
    const lines = open.filter((line) => !line.startsWith("#")).join("; ");
    return { owners: null, unguarded: `let ${file} guard the policy: mainline init --owner @WHO, or by hand: ${lines}` };
}
async function workflowNotes({ root, below }) {
    const { workflows } = await hintsOf(root, (0,external_node_path_.join)(root, below));
    return workflows.map(({ file, does }) => `${file} ${does}: it stays as it is; look whether both are wanted`);
}
async function changeFor(piece, { root, git }) {
    const { path, purpose } = piece;
    const there = await textAt((0,external_node_path_.join)(root, path));
    if (piece.kind === "lines")
        return extension(piece, there);
    if (there === null)
        return { file: { path, purpose, state: "new" }, text: piece.text };
    if (there === piece.text || piece.kind === "starter")
        return { file: { path, purpose, state: "unchanged" }, text: null };
    return { file: { path, purpose, state: "kept", diff: await git.diffAgainst(path, piece.text) }, text: null };
}
function extension({ path, purpose, lines }, there) {
    if (lines.length === 0)
        return { file: { path, purpose, state: "unchanged" }, text: null };
    const before = there === null || there === "" || there.endsWith("\n") ? (there ?? "") : `${there}\n`;
    const state = there === null ? "new" : "extended";
    return { file: { path, purpose, state, lines }, text: `${before}${lines.join("\n")}\n` };
}
/** As the workflow that is there does: the untrusted lane says of itself that it is one. */
async function lanesOf({ root }, asker) {
    const pulls = await textAt((0,external_node_path_.join)(root, ".github/workflows/mainline-pull-request.yml"));
    if (pulls !== null)
        return pulls.includes("lane: untrusted") ? "two" : "one";
    if (asker === null)
        return "two";
    const one = await asker.confirm({
        shown: [
            "Pull requests run somebody's code. In two lanes that code has nothing to steal: one workflow runs it, another one",
            "judges. In one lane it runs in a job whose token writes comments and checks.",
        ],
        ask: "One lane, because everybody who opens pull requests here is trusted with that?",
        standard: false,
    });
    return one ? "one" : "two";
}
async function hasDashboard({ root }) {
    const release = await textAt((0,external_node_path_.join)(root, ".github/workflows/mainline-release.yml"));
    return /^ *dashboard: true\b/m.test(release ?? "");
}
function documentOf(ground, decided) {
    const { changes, settings, pipeline, notes } = decided;
    return {
        schema: "mainline.init/1",
        applied: false,
        files: changes.map(({ file }) => file),
        settings: settings.map(settingRow),
        stages: pipeline === null ? [] : stageRows(pipeline),
        notes,
        next: nextSteps(ground, decided),
    };
}
function settingRow({ name, value, now }) {
    return { name, value, state: now === null ? "new" : now === value ? "unchanged" : "kept" };
}
function isDone({ files, settings }) {
    return ![...files, ...settings].some(({ state }) => state === "new" || state === "extended");
}
function nextSteps({ workspace, projects }, { changes, lanes, pipeline, unguarded }) {
    const writing = changes.some(({ text }) => text !== null);
    const stages = (workspace?.project.stages.length ?? 0) + (pipeline?.stages.length ?? 0);
    const kept = changes.filter(({ file }) => file.state === "kept").map(({ file }) => file.path);
    return [
        ...(kept.length > 0
            ? [`to take the new text of ${kept.join(", ")}: remove or rename yours and run \`mainline init\` again`]
            : []),
        ...(writing ? ["look at what was written, then commit it"] : []),
        ...(writing && lanes === "one" ? [RISK] : []),
        ...(pipeline === null
            ? []
            : ["read dvc.yaml: what a stage reads and does not name makes it run too seldom; then: mainline run"]),
        ...(stages === 0 && projects.length === 0
            ? ["write the pipeline's stages into dvc.yaml (https://dvc.org/doc/user-guide/pipelines), then: mainline run"]
            : []),
        ...(projects.length === 0 && (workspace === null || workspace.config.remotes.size === 0)
            ? ["give the project a DVC remote that the runners share, in .dvc/config"]
            : []),
        ...(writing && unguarded !== null ? [unguarded] : []),
        ...(writing
            ? ["everybody who merges runs `mainline init` once in their clone: git takes no merge driver from a repository"]
            : []),
        ...(writing ? ["`mainline doctor` says what else is missing"] : []),
    ];
}
const RISK = "in one lane, code of a pull request runs in a job whose token writes comments and checks: only for people whom you trust with that";
/** Whole or not at all: a half of a file would count as somebody's own. */
async function writeAt(path, text) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.mainline-new`);
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(temporary, text);
        await (0,promises_.rename)(temporary, path);
    }
    catch (cause) {
        throw (0,kernel/* badInput */.AN)("file-unwritable", "this file cannot be written", {
            at: { file: path },
            cause,
            found: cause instanceof Error ? cause.message : "a refusal",
            expected: "a folder that you may write to",
            hint: "what was written before stays; run `mainline init` again when it can be written",
        });
    }
}
async function textAt(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
            return null;
        throw (0,kernel/* badInput */.AN)("file-unreadable", `${path} cannot be read`, {
            at: { file: path },
            cause,
            hint: "it stands where a file of Mainline's has to be: move it away",
        });
    }
}


/***/ })

};
