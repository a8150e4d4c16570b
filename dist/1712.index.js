export const id = 1712;
export const ids = [1712];
export const modules = {

/***/ 71712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cliDoor: () => (/* binding */ cliDoor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/doors/commands/command.js
var commands_command = __webpack_require__(58800);
// EXTERNAL MODULE: ./build/doors/commands/help.js
var help = __webpack_require__(76686);
;// CONCATENATED MODULE: ./build/doors/commands/parse.js




/** Parses what follows the command's name. Failures `unknown-option`, `bad-option`, `too-few-arguments`, `too-many-arguments`. */
async function parseInput(command, args) {
    const options = [...command.options, ...commands_command/* EVERYWHERE */.Zh];
    const values = new Map();
    const operands = [];
    for (const token of tokensOf(args, options)) {
        if (token.kind === "positional")
            operands.push(token.value);
        if (token.kind !== "option")
            continue;
        const option = options.find(({ name }) => name === token.name);
        if (option === undefined)
            throw await unknownOption(command, token.rawName);
        values.set(token.name, checkedValue(token, { command, option }));
    }
    const input = inputOf(command, values, operands);
    if (!input.has("help"))
        checkOperands(command, operands);
    return input;
}
/** Not strict: what is wrong is told in our own words. */
function tokensOf(args, options) {
    const described = options.map(({ name, short, value }) => {
        const type = value === undefined ? "boolean" : "string";
        return [name, short === undefined ? { type } : { type, short }];
    });
    return (0,external_node_util_.parseArgs)({
        args: [...args],
        options: Object.fromEntries(described),
        allowPositionals: true,
        strict: false,
        tokens: true,
    }).tokens;
}
function checkedValue(token, { command, option }) {
    const { value } = token;
    if (option.value === undefined) {
        if (value === undefined)
            return true;
        throw badOption(command, `\`--${option.name}\` takes no value`, { found: value, expected: `--${option.name}` });
    }
    const swallowed = value?.startsWith("-") === true && value.length > 1 && token.inlineValue === false;
    if (value !== undefined && value !== "" && !swallowed)
        return value;
    throw badOption(command, `\`--${option.name}\` needs a value: --${option.name} ${option.value}`, {
        found: swallowed ? (value ?? "") : "nothing",
        expected: `--${option.name} ${option.value}`,
    });
}
function inputOf(command, values, operands) {
    const text = (option) => {
        const value = values.get(option);
        return typeof value === "string" ? value : null;
    };
    return {
        operands,
        has: (option) => values.has(option),
        text,
        count: (option) => {
            const value = text(option);
            if (value === null)
                return null;
            if (/^[1-9][0-9]{0,5}$/.test(value))
                return Number(value);
            throw badOption(command, `\`--${option}\` is a whole number from 1 on, not \`${value}\``, {
                found: value,
                expected: "such as 4",
            });
        },
    };
}
function checkOperands(command, operands) {
    const { least, most, usage } = command.operands;
    const [first = ""] = operands.slice(most);
    if (operands.length > most) {
        throw (0,kernel/* badInput */.AN)("too-many-arguments", `\`${command.name}\` does not know what to do with \`${first}\``, {
            found: `${operands.length} arguments`,
            expected: most === 0 ? "none" : usage,
            hint: (0,help/* shortUsage */.w)(command),
        });
    }
    if (operands.length >= least)
        return;
    throw (0,kernel/* badInput */.AN)("too-few-arguments", `\`${command.name}\` needs ${usage}`, {
        found: operands.length === 0 ? "no argument" : operands.join(" "),
        expected: usage,
        hint: (0,help/* shortUsage */.w)(command),
    });
}
async function unknownOption(command, raw) {
    const { didYouMean } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 84917));
    const names = [...command.options, ...commands_command/* EVERYWHERE */.Zh].map(({ name }) => `--${name}`);
    const word = raw.replace(/=.*/, "");
    const begun = word.length > 3 ? names.filter((name) => name.startsWith(word)) : [];
    const guess = didYouMean(begun.length === 1 ? (begun[0] ?? word) : word, names);
    return (0,kernel/* badInput */.AN)("unknown-option", `\`${command.name}\` has no option \`${raw}\``, {
        found: raw,
        expected: `one of ${names.join(", ")}`,
        hint: `${guess === null ? "" : `${guess}\n`}${(0,help/* shortUsage */.w)(command)}`,
    });
}
function badOption(command, message, details) {
    return (0,kernel/* badInput */.AN)("bad-option", message, { ...details, hint: (0,help/* shortUsage */.w)(command) });
}

// EXTERNAL MODULE: ./build/doors/commands/table.js + 8 modules
var table = __webpack_require__(78641);
;// CONCATENATED MODULE: ./build/doors/ask.js



const USAGE = "usage: mainline COMMAND [options]; `mainline help` lists the commands";
/** Reads a command line; the rooms behind are loaded only when a word has to be guessed. Failures `no-command`, `unknown-command` and those of `parseInput`. */
async function ask(args) {
    const { before, name, after } = split(args);
    if (name === "__front")
        return front(after);
    if (before.includes("--version") || before.includes("-V"))
        return { kind: "version" };
    if (name === "help")
        return { kind: "help", command: await topic(after) };
    if (name === null)
        return withoutCommand(before);
    const command = await commandNamed(name);
    const input = await parseInput(command, [...before, ...after]);
    return input.has("help") ? { kind: "help", command } : { kind: "command", command, input, cd: input.text("cd") };
}
/** Options that go everywhere may stand before the command, as git's and dvc's do. */
function split(args) {
    let at = 0;
    while (at < args.length && args[at]?.startsWith("-") === true)
        at += args[at] === "--cd" ? 2 : 1;
    return { before: args.slice(0, at), name: args[at] ?? null, after: args.slice(at + 1) };
}
async function withoutCommand(before) {
    if (before.includes("--help") || before.includes("-h"))
        return { kind: "help", command: null };
    const known = ["--json", "--no-color", "--cd"];
    const odd = before.find((arg) => arg.startsWith("-") && !known.includes(arg) && !arg.startsWith("--cd="));
    if (odd === undefined) {
        throw (0,kernel/* badInput */.AN)("no-command", "no command was given", {
            found: "nothing",
            expected: `one of ${table/* COMMANDS */.L.map((command) => command.name).join(", ")}`,
            hint: USAGE,
        });
    }
    const { didYouMean } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 84917));
    const guess = didYouMean(odd, [...known, "--version", "--help"]);
    throw (0,kernel/* badInput */.AN)("unknown-option", `there is no option \`${odd}\``, {
        found: odd,
        expected: `${known.join(", ")}, --version or --help`,
        hint: `${guess === null ? "" : `${guess}\n`}${USAGE}`,
    });
}
async function topic(after) {
    const name = after.find((arg) => !arg.startsWith("-"));
    return name === undefined ? null : commandNamed(name);
}
async function commandNamed(name) {
    const found = table/* COMMANDS */.L.find((command) => command.name === name);
    if (found !== undefined)
        return found;
    const names = table/* COMMANDS */.L.map((command) => command.name);
    const { didYouMean } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 84917));
    const guess = didYouMean(name, names);
    throw (0,kernel/* badInput */.AN)("unknown-command", `there is no command \`${name}\``, {
        found: name,
        expected: `one of ${names.join(", ")}`,
        hint: `${guess === null ? "" : `${guess}\n`}${USAGE}`,
    });
}
function front([directory = "", port = ""]) {
    return { kind: "front", directory, port: Number(port) };
}

// EXTERNAL MODULE: ./build/doors/exit-code.js
var exit_code = __webpack_require__(29916);
// EXTERNAL MODULE: ./build/doors/machine.js
var machine = __webpack_require__(94959);
// EXTERNAL MODULE: ./build/doors/output.js
var output = __webpack_require__(38897);
;// CONCATENATED MODULE: ./build/doors/signals.js

/** Flows end their children 1.5 s after the signal; whatever still goes on then is left. */
const LAST_MOMENT_MS = 1900;
/** Turns SIGINT and SIGTERM into one abort, and sees to it that the process is gone within two seconds. */
function watchSignals() {
    const controller = new AbortController();
    let interruption = null;
    let timer;
    const listen = (name) => {
        if (interruption !== null)
            return;
        interruption = new exit_code/* Interruption */._(name);
        const code = (0,exit_code/* exitCodeOf */.F)(interruption);
        timer = setTimeout(() => process.exit(code), LAST_MOMENT_MS);
        controller.abort(interruption);
    };
    process.on("SIGINT", listen);
    process.on("SIGTERM", listen);
    return {
        signal: controller.signal,
        interruption: () => interruption,
        release: () => {
            clearTimeout(timer);
            process.off("SIGINT", listen);
            process.off("SIGTERM", listen);
        },
    };
}

// EXTERNAL MODULE: ./build/doors/failure-of.js
var failure_of = __webpack_require__(50456);
// EXTERNAL MODULE: ./build/doors/terminal.js
var terminal = __webpack_require__(29188);
;// CONCATENATED MODULE: ./build/doors/speaker.js





/** Loaded when there is something to say that needs it: `--version` does not. */
const loadReport = () => Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(4917), __webpack_require__.e(1088), __webpack_require__.e(6877)]).then(__webpack_require__.bind(__webpack_require__, 6877));
/** How the command line says things: one JSON document on stdout with `--json`; else answers on stdout and failures on stderr. */
class Speaker {
    /** How stderr takes text. */
    aside;
    #answer;
    #json;
    #debug;
    /** From the raw arguments: a command line that cannot be read is answered in the form that it asks for, too. */
    constructor(args, variables) {
        const end = args.indexOf("--");
        const options = end < 0 ? args : args.slice(0, end);
        this.#json = options.includes("--json");
        this.#debug = (variables["MAINLINE_DEBUG"] ?? "") !== "";
        this.aside = (0,terminal/* styleOf */.V)(process.stderr, variables, options.includes("--no-color"));
        this.#answer = (0,terminal/* styleOf */.V)(process.stdout, variables, options.includes("--no-color"));
    }
    /** What a command ended with. To a person who stopped it, only that is told; a program gets what was done until then. */
    async outcome({ document }, interruption) {
        if (interruption !== null && !this.#json) {
            // a server has nothing to go on with: to be stopped is how it ends
            if (document.schema === "mainline.serve/1")
                return;
            return this.thrown(interruption);
        }
        const { renderText, writeJson } = await loadReport();
        return (0,output/* writeAnswer */.QG)(this.#json ? writeJson(document) : renderText(document, this.#answer));
    }
    /** A text of our own, and the document that says the same. */
    async text(text, document) {
        return (0,output/* writeAnswer */.QG)(this.#json ? (await loadReport()).writeJson(document) : text);
    }
    /** Anything that was thrown: a failure, an interruption, or a bug of ours. */
    async thrown(error) {
        const { errorDocument, failureText, internalError, renderText, writeJson } = await loadReport();
        const failure = error instanceof exit_code/* Interruption */._ ? interrupted(error) : (0,failure_of/* failureOf */.g)(error);
        if (this.#debug && error instanceof Error)
            (0,output/* writeAside */.qE)(`${error.stack ?? error.message}\n`);
        if (this.#json)
            return (0,output/* writeAnswer */.QG)(writeJson(failure === null ? internalError(error) : errorDocument(failure)));
        (0,output/* writeAside */.qE)(failure === null ? renderText(internalError(error), this.aside) : failureText(failure, this.aside));
    }
}
function interrupted({ signal }) {
    return new kernel/* Failure */.HR("infrastructure", "interrupted", `ended by ${signal}`, {
        hint: "what was finished is saved; the same command goes on from there",
    });
}

;// CONCATENATED MODULE: ./build/doors/cli.js









/** The command line: reads what was asked, has it done, says how it ended. */
async function cliDoor(args) {
    (0,output/* ignoreClosedPipes */.MJ)();
    const speaker = new Speaker(args, (0,machine/* ownVariables */.uk)());
    process.on("uncaughtException", (error) => {
        void speaker.thrown(error).finally(() => process.exit((0,exit_code/* exitCodeOf */.F)(error)));
    });
    process.exitCode = await answer(args, speaker);
}
async function answer(args, speaker) {
    const signals = watchSignals();
    try {
        const request = await ask(args);
        if (request.kind !== "command")
            return await answerItself(request, speaker);
        const outcome = await carryOut(request, speaker, signals);
        const interruption = signals.interruption();
        await speaker.outcome(outcome, interruption);
        return (0,exit_code/* exitCodeOf */.F)(interruption ?? outcome);
    }
    catch (error) {
        const ending = signals.interruption() ?? error;
        await speaker.thrown(ending);
        return (0,exit_code/* exitCodeOf */.F)(ending);
    }
    finally {
        signals.release();
    }
}
async function carryOut({ command, input, cd }, speaker, signals) {
    const variables = (0,machine/* ownVariables */.uk)();
    const { chooseProgress } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(4917), __webpack_require__.e(1088), __webpack_require__.e(6877), __webpack_require__.e(7783)]).then(__webpack_require__.bind(__webpack_require__, 67783));
    const progress = chooseProgress({
        screen: process.stderr,
        style: speaker.aside,
        variables,
        clock: kernel/* systemClock */.ml,
        write: (text) => process.stderr.write(text),
    });
    const context = {
        cwd: await startingFolder(cd),
        machine: await (0,machine/* readMachine */.Uc)(variables),
        clock: kernel/* systemClock */.ml,
        progress,
        signal: signals.signal,
    };
    try {
        return await command.start(context, input);
    }
    finally {
        progress.end();
    }
}
async function startingFolder(cd) {
    const here = ownFolder();
    if (cd === null)
        return here;
    const folder = (0,external_node_path_.resolve)(here, cd);
    if ((await (0,promises_.stat)(folder).catch(() => null))?.isDirectory() === true)
        return folder;
    throw (0,kernel/* badInput */.AN)("no-such-folder", `there is no folder ${cd}`, {
        found: cd,
        expected: "a folder inside the git repository",
        hint: "--cd DIR counts from the folder that you are in",
    });
}
function ownFolder() {
    try {
        return process.cwd();
    }
    catch (cause) {
        throw (0,kernel/* badInput */.AN)("no-such-folder", "the folder that you are in is gone", {
            cause,
            found: "a deleted folder",
            expected: "a folder inside the git repository",
            hint: "cd to one that exists",
        });
    }
}
/** What needs no flow. */
async function answerItself(request, speaker) {
    switch (request.kind) {
        case "version":
            return version(speaker);
        case "help":
            return cli_help(request, speaker);
        case "front":
            return cli_front(request);
    }
}
async function version(speaker) {
    const { VERSION } = await __webpack_require__.e(/* import() */ 9702).then(__webpack_require__.bind(__webpack_require__, 39702));
    const document = { schema: "mainline.version/1", version: VERSION };
    await speaker.text(`mainline ${VERSION}\n`, document);
    return 0;
}
async function cli_help({ command }, speaker) {
    const { helpDocument, helpOn, helpOnAll } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 76686));
    const { GROUPS } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 78641));
    const text = command === null ? helpOnAll(GROUPS) : helpOn(command);
    await speaker.text(text, helpDocument(command === null ? GROUPS.flatMap((group) => group.commands) : [command]));
    return 0;
}
/** Runs until it is ended, or its owner is; what goes wrong is for its log file. */
async function cli_front({ directory, port }) {
    const { serveFront } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752)]).then(__webpack_require__.bind(__webpack_require__, 72752));
    process.once("SIGTERM", () => process.exit(0));
    try {
        await serveFront({ directory, port, clock: kernel/* systemClock */.ml });
    }
    catch (error) {
        (0,output/* writeAside */.qE)(`${error instanceof Error ? error.message : String(error)}\n`);
        return (0,exit_code/* exitCodeOf */.F)(error);
    }
    // connections may be open still
    return process.exit(0);
}


/***/ }),

/***/ 58800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zh: () => (/* binding */ EVERYWHERE),
/* harmony export */   dW: () => (/* binding */ TARGETS),
/* harmony export */   zd: () => (/* binding */ NO_OPERANDS)
/* harmony export */ });
const NO_OPERANDS = { usage: "", least: 0, most: 0 };
const TARGETS = { usage: "[TARGET…]", least: 0, most: Number.POSITIVE_INFINITY };
/** What every command takes. */
const EVERYWHERE = [
    { name: "cd", value: "DIR", says: "start in DIR instead of here" },
    { name: "json", says: "one JSON document on stdout, everything else on stderr" },
    { name: "no-color", says: "no colours (NO_COLOR and FORCE_COLOR are respected, too)" },
    { name: "help", short: "h", says: "what this command does, and how" },
];


/***/ }),

/***/ 76686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpDocument: () => (/* binding */ helpDocument),
/* harmony export */   helpOn: () => (/* binding */ helpOn),
/* harmony export */   helpOnAll: () => (/* binding */ helpOnAll),
/* harmony export */   w: () => (/* binding */ shortUsage)
/* harmony export */ });
/* unused harmony export usageLine */
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58800);

function helpDocument(commands) {
    return {
        schema: "mainline.help/1",
        commands: commands.map((command) => ({
            name: command.name,
            says: command.says,
            usage: usageLine(command),
            options: [...command.options, ..._command_js__WEBPACK_IMPORTED_MODULE_0__/* .EVERYWHERE */ .Zh],
        })),
    };
}
/** `usage: mainline plan [TARGET…] [--base REV] [--check]`. */
function usageLine({ name, operands, options }) {
    const parts = [name, operands.usage, ...options.map((option) => `[${written(option)}]`)];
    return `usage: mainline ${parts.filter((part) => part !== "").join(" ")}`;
}
/** For a mistake in using a command: its shape, and where the rest is. */
function shortUsage({ name, operands }) {
    const shape = operands.usage === "" ? name : `${name} ${operands.usage}`;
    return `usage: mainline ${shape} [options]; \`mainline ${name} --help\` says more`;
}
/** `mainline COMMAND --help`. */
function helpOn(command) {
    return [
        `${command.says}.`,
        ...(command.more === undefined ? [] : ["", command.more]),
        "",
        ...folded(usageLine(command)),
        "",
        ...section("Options", command.options),
        ...section("Everywhere", _command_js__WEBPACK_IMPORTED_MODULE_0__/* .EVERYWHERE */ .Zh),
        "Examples:",
        ...aligned(command.examples.map(({ line, says }) => [line, says])),
        "",
    ].join("\n");
}
/** `mainline help`: what there is, in the order of a working day. */
function helpOnAll(groups) {
    const width = Math.max(...groups.flatMap(({ commands }) => commands.map(({ name }) => name.length)));
    return [
        "Open a pull request to retrain a model, merge it to deploy, revert it to roll back.",
        "",
        "usage: mainline COMMAND [options]",
        "",
        ...groups.flatMap(({ title, commands }) => [
            `${title}:`,
            ...commands.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`),
            "",
        ]),
        "`mainline COMMAND --help` says more; `mainline --version` says which this is.",
        "",
    ].join("\n");
}
function section(title, options) {
    if (options.length === 0)
        return [];
    const rows = options.map((option) => {
        const short = option.short === undefined ? "    " : `-${option.short}, `;
        return [`${short}${written(option)}`, option.says];
    });
    return [`${title}:`, ...aligned(rows), ""];
}
function aligned(rows) {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
function written({ name, value }) {
    return value === undefined ? `--${name}` : `--${name} ${value}`;
}
const WIDTH = 100;
/** The usage over several lines, broken between its parts. */
function folded(line) {
    const lines = [];
    let current = "";
    for (const part of line.match(/\[[^\]]*\]|\S+/g) ?? []) {
        if (current !== "" && current.length + 1 + part.length > WIDTH) {
            lines.push(current);
            current = " ".repeat("usage: mainline ".length - 1);
        }
        current = current === "" ? part : `${current} ${part}`;
    }
    return [...lines, current];
}


/***/ }),

/***/ 78641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ COMMANDS),
  GROUPS: () => (/* binding */ GROUPS)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/doors/machine.js
var machine = __webpack_require__(94959);
// EXTERNAL MODULE: ./build/doors/terminal.js
var doors_terminal = __webpack_require__(29188);
// EXTERNAL MODULE: ./build/doors/commands/command.js
var command = __webpack_require__(58800);
;// CONCATENATED MODULE: ./build/doors/commands/adopt.js




const INIT = {
    name: "init",
    says: "Set a repository up: workflows, mainline.yaml, merge driver",
    more: "Where there is no DVC project, one is made as `dvc init` makes it, with a first dvc.yaml from the scripts and notebooks that are there: they are read, never run. On a terminal it asks; with --yes only what is certain is written, the rest as comments. What somebody wrote is never overwritten; run again, it changes nothing.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        { name: "plan", says: "only say what would be written" },
        { name: "yes", short: "y", says: "write without asking" },
        {
            name: "owner",
            value: "WHO",
            says: "@login or @organisation/team that CODEOWNERS names for mainline.yaml, .github/ and .dvc/config",
        },
        { name: "dashboard", says: "let the workflows keep a pinned issue up to date with what runs where" },
        { name: "subdir", says: "make the folder that you are in the project, as `dvc init --subdir`" },
        {
            name: "lanes",
            value: "N",
            says: "`two`: what runs code of a pull request holds nothing to steal, another workflow checks and judges; `one`: a single workflow, for a team whose members trust each other. Default: as it is, else two",
        },
    ],
    examples: [
        { line: "mainline init", says: "shows what it would write, and asks" },
        { line: "mainline init --plan", says: "shows it, and writes nothing" },
    ],
    async start(context, input) {
        const { init, LANES } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(1250), __webpack_require__.e(1018)]).then(__webpack_require__.bind(__webpack_require__, 31018));
        const { findProgram } = await __webpack_require__.e(/* import() */ 362).then(__webpack_require__.bind(__webpack_require__, 60362));
        const asked = input.text("lanes");
        const lanes = LANES.find((name) => name === asked) ?? null;
        if (asked !== null && lanes === null)
            throw await unknownLanes(asked, LANES);
        const { openTerminal } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(4917), __webpack_require__.e(1088), __webpack_require__.e(6877), __webpack_require__.e(8410)]).then(__webpack_require__.bind(__webpack_require__, 68410));
        const terminal = canAsk(input) ? openTerminal(context) : null;
        try {
            return await init(context, {
                lanes,
                owner: input.text("owner"),
                subdir: input.has("subdir"),
                dashboard: input.has("dashboard"),
                plan: input.has("plan"),
                asker: input.has("plan") || input.has("yes") ? null : terminal,
                agree: (shown) => agree(terminal, input, shown),
                program: await ownProgram(context),
                findsProgram: async (name) => (await findProgram(name, context.machine.path)) !== null,
            });
        }
        finally {
            terminal?.close();
        }
    },
};
const DOCTOR = {
    name: "doctor",
    says: "Say what is not set up as it should be, and the fix",
    more: "Looks at the project, mainline.yaml, the remote, the workflows, this clone and, with a token in GH_TOKEN or GITHUB_TOKEN, the repository's settings at GitHub; changes nothing. Exit code 1 when something is dangerous or keeps Mainline from working. docs/reference/doctor.md has every finding.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        {
            name: "lane",
            value: "LANE",
            says: "`untrusted`: this is the job that runs code of pull requests, and what its credential can do at the remote is tried",
        },
    ],
    examples: [
        { line: "mainline doctor", says: "after `mainline init`, and whenever something is odd" },
        { line: "GH_TOKEN=$(gh auth token) mainline doctor", says: "looks at the settings at GitHub, too" },
        {
            line: "mainline doctor --lane untrusted",
            says: "in the job that runs pull requests: can it overwrite or delete?",
        },
    ],
    async start(context, input) {
        const { doctor } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(9811), __webpack_require__.e(1250), __webpack_require__.e(9352)]).then(__webpack_require__.bind(__webpack_require__, 49352));
        const lane = input.text("lane");
        if (lane !== null && lane !== "untrusted")
            throw unknownLane(lane);
        return doctor(context, {
            program: await ownProgram(context),
            gitHub: (0,machine/* gitHubAccess */.gz)((0,machine/* ownVariables */.uk)()),
            untrusted: lane !== null,
        });
    },
};
/** How git is to start us: by name where the shell finds us, which outlives an update; else as we were started. */
async function ownProgram({ machine }) {
    const { findProgram } = await __webpack_require__.e(/* import() */ 362).then(__webpack_require__.bind(__webpack_require__, 60362));
    return (await findProgram("mainline", machine.path)) === null ? machine.self : ["mainline"];
}
function unknownLane(found) {
    return (0,kernel/* badInput */.AN)("bad-option", `\`--lane\` cannot be \`${found}\``, { found, expected: "untrusted" });
}
async function unknownLanes(found, known) {
    const { didYouMean } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 84917));
    const guess = didYouMean(found, known);
    return (0,kernel/* badInput */.AN)("bad-option", `\`--lanes\` cannot be \`${found}\``, {
        found,
        expected: "one or two",
        ...(guess === null ? {} : { hint: guess }),
    });
}
function canAsk(input) {
    return process.stdin.isTTY === true && process.stderr.isTTY === true && !input.has("json");
}
/** Asks on a terminal. Elsewhere nobody can answer, so `--yes` has to say it. */
async function agree(terminal, input, shown) {
    if (input.has("yes"))
        return true;
    if (terminal === null) {
        throw (0,kernel/* badInput */.AN)("confirmation-needed", "nobody can be asked here, so nothing was written", {
            found: "no terminal",
            expected: "--yes, to write; or --plan, to see what would be written",
            hint: "mainline init --plan",
        });
    }
    const { renderText } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(4917), __webpack_require__.e(1088), __webpack_require__.e(6877)]).then(__webpack_require__.bind(__webpack_require__, 6877));
    process.stderr.write(renderText(shown, (0,doors_terminal/* styleOf */.V)(process.stderr, (0,machine/* ownVariables */.uk)(), input.has("no-color"))));
    return terminal.confirm({ shown: [], ask: "Write this?", standard: false });
}

// EXTERNAL MODULE: ./build/doors/commands/help.js
var help = __webpack_require__(76686);
;// CONCATENATED MODULE: ./build/doors/commands/data.js



const SCOPE = [
    { name: "with-deps", short: "d", says: "with a stage all that it needs" },
    { name: "recursive", short: "R", says: "a target that is a folder means all stages in and below it" },
];
const GLOB = { name: "glob", says: "targets are patterns of files: `data/*.dvc`, `**/*.csv`" };
const TRANSFER = [
    { name: "remote", short: "r", value: "NAME", says: "this remote instead of the default one" },
    { name: "jobs", short: "j", value: "N", says: "objects that travel at a time" },
    { name: "all-branches", short: "a", says: "what the last commit of every branch records, too" },
    { name: "all-tags", short: "T", says: "what every tag records, too" },
    { name: "all-commits", short: "A", says: "what every commit of every branch and tag records, too" },
    ...SCOPE,
    GLOB,
    { name: "run-cache", says: "all of the run cache, not only the runs of this project's stages" },
    { name: "no-run-cache", says: "nothing of the run cache" },
];
const FORCE = { name: "force", short: "f", says: "overwrite and remove data that is saved nowhere" };
const ALLOW_MISSING = { name: "allow-missing", says: "data that cannot be had is no failure" };
function transferOf(input) {
    return {
        targets: input.operands,
        remote: input.text("remote"),
        jobs: input.count("jobs"),
        allBranches: input.has("all-branches"),
        allTags: input.has("all-tags"),
        allCommits: input.has("all-commits"),
        ...scopeOf(input),
        glob: input.has("glob"),
        runCache: input.has("run-cache"),
        noRunCache: input.has("no-run-cache"),
    };
}
function scopeOf(input) {
    return { withDeps: input.has("with-deps"), recursive: input.has("recursive") };
}
const MERGE_DRIVER = {
    name: "merge-driver",
    says: "Merge a dvc.lock or a .dvc file, for git",
    more: "A lock is merged stage by stage, a tracked folder file by file. `mainline init` sets it up: `dvc.lock merge=mainline` and `*.dvc merge=mainline` in .gitattributes, and git's own setting in each clone.",
    operands: { usage: "BASE OURS THEIRS PATH", least: 4, most: 4 },
    options: [{ name: "marker-size", value: "N", says: "length of a conflict marker (default: 7)" }],
    examples: [
        {
            line: "git config merge.mainline.driver 'mainline merge-driver %O %A %B %P --marker-size %L'",
            says: "once in each clone",
        },
    ],
    async start(context, input) {
        const { mergeDriver } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(7121)]).then(__webpack_require__.bind(__webpack_require__, 57121));
        const [base = "", ours = "", theirs = "", path = ""] = input.operands;
        return mergeDriver(context, { files: { base, ours, theirs }, path, markerSize: input.count("marker-size") ?? 7 });
    },
};
const ADD = {
    name: "add",
    says: "Track files or folders as data",
    more: "The content goes to the cache, a `.dvc` file beside the data names it, and git ignores the data itself.",
    operands: { usage: "PATH…", least: 1, most: Number.POSITIVE_INFINITY },
    options: [
        { name: "no-commit", says: "record the data without taking it into the cache" },
        { name: "no-relink", says: "leave the files in the workspace as they are" },
        { name: "glob", says: "paths are patterns: `data/*.csv`, `**/*.png`" },
        { name: "out", short: "o", value: "PATH", says: "bring data from elsewhere to this path, and track it there" },
        { name: "to-remote", says: "send the data straight to the remote: neither cache nor workspace get it" },
        { name: "remote", short: "r", value: "NAME", says: "with --to-remote: this one instead of the default one" },
        { name: "remote-jobs", value: "N", says: "with --to-remote: objects that travel at a time" },
        { name: "force", short: "f", says: "with --out and --to-remote: replace what is there" },
    ],
    examples: [
        { line: "mainline add data/raw", says: "then commit data/raw.dvc and data/.gitignore" },
        { line: "mainline add /mnt/scans --out data/scans", says: "a copy of a folder outside of the project" },
    ],
    async start(context, input) {
        const elsewhere = transferredAdd(input);
        if (elsewhere !== null) {
            const { addFromElsewhere } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(6550)]).then(__webpack_require__.bind(__webpack_require__, 96550));
            return addFromElsewhere(context, elsewhere);
        }
        const { add } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(29)]).then(__webpack_require__.bind(__webpack_require__, 30029));
        return add(context, {
            paths: input.operands,
            noCommit: input.has("no-commit"),
            noRelink: input.has("no-relink"),
            glob: input.has("glob"),
        });
    },
};
/** What `--out` and `--to-remote` ask for; null without them. Failure `bad-option`, as DVC has it. */
function transferredAdd(input) {
    const [out, toRemote] = [input.text("out"), input.has("to-remote")];
    const lonely = ["remote", "remote-jobs"].find((name) => input.has(name));
    if (!toRemote && lonely !== undefined)
        throw misfit(`--${lonely}`, "is for `--to-remote`");
    if (out === null && !toRemote)
        return null;
    const leading = toRemote ? "--to-remote" : "--out";
    const other = ["glob", "no-commit"].find((name) => input.has(name));
    if (other !== undefined)
        throw misfit(`--${other}`, `cannot stand beside \`${leading}\``);
    const [source = "", second] = input.operands;
    if (second !== undefined)
        throw misfit(second, `is one too many: \`${leading}\` takes one path`);
    const jobs = input.count("remote-jobs");
    return { source, out, toRemote, remote: input.text("remote"), jobs, force: input.has("force") };
}
function misfit(what, why) {
    return (0,kernel/* badInput */.AN)("bad-option", `\`${what}\` ${why}`, { found: what, hint: (0,help/* shortUsage */.w)(ADD) });
}
const CHECKOUT = {
    name: "checkout",
    says: "Place the recorded data into the workspace",
    operands: command/* TARGETS */.dW,
    options: [
        FORCE,
        { name: "relink", says: "link unchanged data anew, too" },
        ...SCOPE,
        ALLOW_MISSING,
        { name: "summary", says: "how many files changed instead of which" },
    ],
    examples: [{ line: "git checkout v1.0.0 && mainline checkout", says: "code and data of that version" }],
    async start(context, input) {
        const { checkout } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(5417), __webpack_require__.e(1392)]).then(__webpack_require__.bind(__webpack_require__, 41392));
        return checkout(context, {
            targets: input.operands,
            force: input.has("force"),
            relink: input.has("relink"),
            ...scopeOf(input),
            allowMissing: input.has("allow-missing"),
            summary: input.has("summary"),
        });
    },
};
const PUSH = {
    name: "push",
    says: "Send data and results to the remote",
    operands: command/* TARGETS */.dW,
    options: TRANSFER,
    examples: [{ line: "mainline push -r backup", says: "to the remote `backup`" }],
    async start(context, input) {
        const { push } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(5417), __webpack_require__.e(6149)]).then(__webpack_require__.bind(__webpack_require__, 96149));
        return push(context, transferOf(input));
    },
};
const FETCH = {
    name: "fetch",
    says: "Bring data from the remote to the cache",
    operands: command/* TARGETS */.dW,
    options: TRANSFER,
    examples: [{ line: "mainline fetch --all-commits", says: "the data of the whole history" }],
    async start(context, input) {
        const { fetch } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(5417), __webpack_require__.e(6149)]).then(__webpack_require__.bind(__webpack_require__, 96149));
        return fetch(context, transferOf(input));
    },
};
const PULL = {
    name: "pull",
    says: "Bring data from the remote and place it",
    operands: command/* TARGETS */.dW,
    options: [...TRANSFER, FORCE, ALLOW_MISSING],
    examples: [
        { line: "mainline pull", says: "all data of this revision" },
        { line: "mainline pull data/raw.dvc", says: "one data set" },
    ],
    async start(context, input) {
        const { pull } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(5417), __webpack_require__.e(6149)]).then(__webpack_require__.bind(__webpack_require__, 96149));
        return pull(context, {
            ...transferOf(input),
            force: input.has("force"),
            allowMissing: input.has("allow-missing"),
        });
    },
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/doors/commands/demo.js




const DEMO = {
    name: "demo",
    says: "Live the life of a model in a new folder, in under a minute",
    more: "Train, pull request, gates, merge, DEV, PROD, revert: on a data set that comes along, with a GitHub of its own.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        { name: "dir", value: "DIR", says: "a new or empty folder to do it in (default: a temporary one)" },
        { name: "keep", says: "leave DEV and PROD running, to try by hand" },
    ],
    examples: [{ line: "mainline demo --keep", says: "then ask the model that it leaves in PROD" }],
    async start(context, input) {
        const { demo } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(6877), __webpack_require__.e(5417), __webpack_require__.e(6149), __webpack_require__.e(5144), __webpack_require__.e(667)]).then(__webpack_require__.bind(__webpack_require__, 80667));
        const dir = input.text("dir");
        return demo(context, {
            dir: dir === null ? null : (0,external_node_path_.resolve)(context.cwd, dir),
            keep: input.has("keep"),
            listener: listenerOf(context, input),
        });
    },
};
/** The story is for people: with `--json` it goes beside the document, to stderr. */
function listenerOf({ progress }, input) {
    const screen = input.has("json") ? process.stderr : process.stdout;
    let endWork = () => { };
    return {
        style: (0,doors_terminal/* styleOf */.V)(screen, (0,machine/* ownVariables */.uk)(), input.has("no-color")),
        tell: (line) => {
            endWork();
            endWork = () => { };
            screen.write(`${line}\n`, () => { });
        },
        work: (words) => {
            endWork();
            endWork = progress.group(words);
        },
    };
}

;// CONCATENATED MODULE: ./build/doors/commands/environments.js



const REMOTE = [
    { name: "remote", value: "NAME", says: "the git remote that keeps the tags (default: origin where there is one)" },
    { name: "local", says: "keep to this clone's own tags: fetch nothing, push nothing" },
];
const ONLY_PLAN = { name: "plan", says: "only say what would be done" };
const REASON = { name: "reason", value: "TEXT", says: "why, for the record" };
/** Where the tags are kept and who asks. A clone with an `origin` shares its tags; one without keeps them. */
async function siteOptions(context, input) {
    const { Git } = await Promise.all(/* import() */[__webpack_require__.e(7069), __webpack_require__.e(1496)]).then(__webpack_require__.bind(__webpack_require__, 71496));
    const git = await Git.open(context.cwd, context.signal);
    const named = input.text("remote");
    if (named !== null && (await git.remoteUrl(named)) === null) {
        throw (0,kernel/* badInput */.AN)("unknown-git-remote", `this clone has no git remote \`${named}\``, {
            found: named,
            expected: "a name that `git remote` lists",
            hint: "git remote -v",
        });
    }
    const usual = (await git.remoteUrl("origin")) === null ? null : "origin";
    return { remote: input.has("local") ? null : (named ?? usual), plan: input.has("plan"), by: null };
}
const RELEASE = {
    name: "release",
    says: "Release what a commit of the main line declares",
    more: "The model is looked up by content: nothing is trained, and nothing is built that exists. Then the environments follow by policy.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        { name: "model", value: "NAME", says: "only this model of mainline.yaml" },
        { name: "rev", value: "REV", says: "the commit to release (default: HEAD)" },
        { name: "bump", value: "SIZE", says: "major, minor or patch (default: as mainline.yaml says)" },
        ONLY_PLAN,
        ...REMOTE,
    ],
    examples: [
        { line: "mainline release --plan", says: "what a release of HEAD would do" },
        { line: "mainline release --model churn", says: "one model" },
    ],
    async start(context, input) {
        const { release } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(9971), __webpack_require__.e(9635), __webpack_require__.e(6909), __webpack_require__.e(3163)]).then(__webpack_require__.bind(__webpack_require__, 76909));
        const { knowTree } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(7049)]).then(__webpack_require__.bind(__webpack_require__, 7049));
        return release(context, {
            ...(await siteOptions(context, input)),
            model: input.text("model"),
            rev: input.text("rev") ?? "HEAD",
            before: null,
            bump: bumpIn(input),
            know: knowTree,
        });
    },
};
function bumpIn(input) {
    const given = input.text("bump");
    const found = ["major", "minor", "patch"].find((size) => size === given);
    if (given === null || found !== undefined)
        return found ?? null;
    throw (0,kernel/* badInput */.AN)("bad-bump", `a version's number does not move by \`${given}\``, {
        found: given,
        expected: "major, minor or patch",
        hint: "mainline release --bump minor",
    });
}
const PROMOTE = {
    name: "promote",
    says: "Bring a version into an environment",
    more: "Without a version: what the environment before it holds. Policy (order, soak) is kept unless forced; approvals are waited for in any case.",
    operands: { usage: "MODEL[@VERSION] ENVIRONMENT", least: 2, most: 2 },
    options: [
        ONLY_PLAN,
        { name: "force", short: "f", says: "pass over soak, order and rejection; the record says so" },
        { name: "break-freeze", value: "REASON", says: "although the environment is frozen; the record says so, and why" },
        REASON,
        ...REMOTE,
    ],
    examples: [
        { line: "mainline promote churn prod", says: "what dev holds" },
        { line: "mainline promote churn@v1.2.0 prod --plan", says: "would policy let it?" },
    ],
    async start(context, input) {
        const [target = "", environment = ""] = input.operands;
        const [model = "", version] = target.split("@");
        if (model === "" || version === "") {
            throw (0,kernel/* badInput */.AN)("bad-argument", `\`${target}\` names no model`, {
                found: target,
                expected: "MODEL or MODEL@VERSION",
                hint: (0,help/* shortUsage */.w)(PROMOTE),
            });
        }
        const { promote } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(9971), __webpack_require__.e(9635), __webpack_require__.e(4826)]).then(__webpack_require__.bind(__webpack_require__, 18718));
        const { knowTree } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(7049)]).then(__webpack_require__.bind(__webpack_require__, 7049));
        return promote(context, {
            ...(await siteOptions(context, input)),
            know: knowTree,
            model,
            version: version ?? null,
            environment,
            force: input.has("force"),
            breakFreeze: filledReason(input.text("break-freeze")),
            reason: input.text("reason"),
        });
    },
};
function filledReason(given) {
    if (given === null || given.trim() !== "")
        return given;
    throw (0,kernel/* badInput */.AN)("bad-argument", "a freeze is not broken without a reason", {
        expected: "why it has to be now",
        hint: 'mainline promote churn prod --break-freeze "the old version is down"',
    });
}
const ROLLBACK = {
    name: "rollback",
    says: "Bring the version before back, and hold the environment there",
    more: "Nothing is trained, and nothing is built unless the image is gone: then it is packed anew from the stored model, and only the very same one is taken. Promoting again lifts the hold. With --rehearse nothing is brought back: what would be is pulled, checked and, where the environment is a process of this machine, started on a free port and asked; a tag says when and how it went.",
    operands: { usage: "MODEL ENVIRONMENT | --rehearse [ENVIRONMENT…]", least: 0, most: Number.POSITIVE_INFINITY },
    options: [
        { name: "to", value: "VERSION", says: "this version instead of the one before" },
        { name: "rehearse", says: "only try what a rollback of these environments (or all) would bring back" },
        { name: "model", value: "NAME", says: "with --rehearse: only this model" },
        ONLY_PLAN,
        { name: "force", short: "f", says: "even to a rejected version" },
        REASON,
        ...REMOTE,
    ],
    examples: [
        { line: 'mainline rollback churn prod --reason "latency"', says: "within seconds" },
        { line: "mainline rollback --rehearse", says: "would every way back work?" },
    ],
    async start(context, input) {
        const { knowTree } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(7049)]).then(__webpack_require__.bind(__webpack_require__, 7049));
        if (input.has("rehearse")) {
            const { rehearse } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(9971), __webpack_require__.e(7262)]).then(__webpack_require__.bind(__webpack_require__, 25490));
            const [site, model] = [await siteOptions(context, input), input.text("model")];
            return rehearse(context, { ...site, model, environments: input.operands, know: knowTree });
        }
        const [model, environment, ...others] = input.operands;
        if (model === undefined || environment === undefined || others.length > 0)
            throw wrongOperands(input);
        const { rollback } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(9971), __webpack_require__.e(9635), __webpack_require__.e(3028)]).then(__webpack_require__.bind(__webpack_require__, 71128));
        return rollback(context, {
            ...(await siteOptions(context, input)),
            model,
            environment,
            to: input.text("to"),
            force: input.has("force"),
            reason: input.text("reason"),
            know: knowTree,
        });
    },
};
function wrongOperands({ operands }) {
    const few = operands.length < 2;
    return (0,kernel/* badInput */.AN)(few ? "too-few-arguments" : "too-many-arguments", "`rollback` needs MODEL ENVIRONMENT", {
        found: operands.length === 0 ? "no argument" : operands.join(" "),
        expected: "MODEL ENVIRONMENT, or --rehearse [ENVIRONMENT…]",
        hint: (0,help/* shortUsage */.w)(ROLLBACK),
    });
}
const HOLD = {
    name: "hold",
    says: "Let nothing into an environment but what a person brings there",
    more: "What it has stays. Promoting into it ends the hold, and so does `mainline unhold`; a way back by a revert stays open.",
    operands: { usage: "MODEL ENVIRONMENT", least: 2, most: 2 },
    options: [ONLY_PLAN, REASON, ...REMOTE],
    examples: [{ line: 'mainline hold churn prod --reason "the fair is on"', says: "until somebody ends it" }],
    start: (context, input) => changeHold(context, input, true),
};
const UNHOLD = {
    name: "unhold",
    says: "End an environment's hold",
    more: "Nothing is deployed by it: policy moves the environment on from now on. What was rejected stays rejected.",
    operands: { usage: "MODEL ENVIRONMENT", least: 2, most: 2 },
    options: [ONLY_PLAN, REASON, ...REMOTE],
    examples: [{ line: "mainline unhold churn prod", says: "the next release may move it again" }],
    start: (context, input) => changeHold(context, input, false),
};
async function changeHold(context, input, holds) {
    const [model = "", environment = ""] = input.operands;
    const { hold } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(6425)]).then(__webpack_require__.bind(__webpack_require__, 96425));
    return hold(context, {
        ...(await siteOptions(context, input)),
        model,
        environment,
        holds,
        reason: input.text("reason"),
    });
}
const STATUS = {
    name: "status",
    says: "Say which version runs where, since when, and what holds it",
    more: "From this clone's tags alone, offline, unless told otherwise.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        { name: "model", value: "NAME", says: "only this model" },
        { name: "verify", says: "ask the environments what they really serve" },
        { name: "fetch", says: "fetch the tags of the git remote first" },
        ...REMOTE,
    ],
    examples: [{ line: "mainline status --fetch --verify", says: "the latest, and whether it is true" }],
    async start(context, input) {
        const { status } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(7066)]).then(__webpack_require__.bind(__webpack_require__, 47066));
        const asked = input.has("fetch") || input.has("remote");
        const { remote } = asked ? await siteOptions(context, input) : { remote: null };
        return status(context, { model: input.text("model"), verify: input.has("verify"), remote });
    },
};
const BOARD = {
    name: "board",
    says: "Write a page that says what runs where, and how it came there",
    more: "One file that needs nothing but a browser, from this clone's tags alone, offline, unless told otherwise: versions, images, metrics, holds, what a rollback would bring back, and what happened before. With --json and without --out only the document is written.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        { name: "out", value: "FILE", says: "the page to write" },
        {
            name: "fetch",
            says: "fetch the tags of the git remote first, and metrics that are not at hand from the DVC remote",
        },
        ...REMOTE,
    ],
    examples: [
        { line: "mainline board --out board.html", says: "and open it in a browser" },
        { line: "mainline board --fetch --out public/index.html", says: "the latest, for a site" },
    ],
    async start(context, input) {
        const out = input.text("out");
        if (out === null && !input.has("json")) {
            throw (0,kernel/* badInput */.AN)("bad-option", "nobody said where the page is to go", {
                found: "no --out",
                expected: "--out FILE, or --json for the document alone",
                hint: "mainline board --out board.html",
            });
        }
        const { board } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(6877), __webpack_require__.e(1846)]).then(__webpack_require__.bind(__webpack_require__, 1846));
        const asked = input.has("fetch") || input.has("remote");
        const { remote } = asked ? await siteOptions(context, input) : { remote: null };
        return board(context, { out, remote });
    },
};

;// CONCATENATED MODULE: ./build/doors/commands/gc.js



const GRACE = "30d";
const GC = {
    name: "gc",
    says: "Say what nothing needs any more, and with --yes delete it",
    more: "Kept is what any branch, tag, open pull request, working tree or stash names, what commits younger than --older-than name, what those came from, and everything that was written since then. Of a remote that others use, too, only what this repository once named goes. Without a place all are looked at: the cache, the default remote and the images of mainline.yaml. Run it where all of the history is: a shallow clone is refused. docs/reference/gc.md has the rules.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        { name: "cache", says: "this machine's cache" },
        { name: "remote", short: "r", value: "NAME", says: "this remote" },
        { name: "registry", says: "the images of mainline.yaml's models" },
        {
            name: "keep",
            value: "N",
            says: "of each model the last N versions, and the last N that each environment held; what runs, a rollback, a hold, a rejection or a rehearsal needs stays anyway (default: all versions)",
        },
        { name: "older-than", value: "TIME", says: `what is younger stays: 90s, 30m, 12h, 7d (default: ${GRACE})` },
        { name: "unknown", says: "also what this repository never named: for places that nobody else uses" },
        { name: "allow-missing", says: "directories whose listing is nowhere are taken for lost" },
        { name: "local", says: "ask no git remote what others pushed" },
        { name: "yes", short: "y", says: "delete, at the places that are named" },
    ],
    examples: [
        { line: "mainline gc", says: "what would go, everywhere; nothing is deleted" },
        { line: "mainline gc -r store --older-than 90d --yes", says: "deletes at the remote `store`" },
        { line: "mainline gc --registry --keep 10", says: "which images would go if ten versions were enough" },
    ],
    async start(context, input) {
        const { gc } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(5780)]).then(__webpack_require__.bind(__webpack_require__, 75780));
        return gc(context, {
            cache: input.has("cache"),
            remote: input.text("remote"),
            registry: input.has("registry"),
            keep: input.count("keep"),
            olderThanMs: graceIn(input),
            unknown: input.has("unknown"),
            allowMissing: input.has("allow-missing"),
            local: input.has("local"),
            yes: input.has("yes"),
            access: (0,machine/* gitHubAccess */.gz)((0,machine/* ownVariables */.uk)()),
        });
    },
};
function graceIn(input) {
    const text = input.text("older-than") ?? GRACE;
    const milliseconds = (0,kernel/* parseDuration */.E9)(text);
    if (milliseconds !== null)
        return milliseconds;
    throw (0,kernel/* badInput */.AN)("bad-option", `\`--older-than\` cannot be \`${text}\``, {
        found: text,
        expected: "a whole number and a unit: 90s, 30m, 12h, 7d",
        hint: `mainline gc --older-than ${GRACE}`,
    });
}

;// CONCATENATED MODULE: ./build/doors/commands/image.js


const IMAGE = {
    name: "image",
    says: "Say what tells one image from another, and what a node would pull",
    more: "An image is a registry's (by tag or digest), a layout's (oci:DIR:TAG), or a model's version or environment as this clone's tags know it. Manifests and configs are read, no model.",
    operands: { usage: "diff FROM TO", least: 3, most: 3 },
    options: [],
    examples: [
        { line: "mainline image diff churn@prod churn@dev", says: "what a promotion would bring" },
        { line: "mainline image diff churn@v0.1.0 ghcr.io/acme/churn:v0.2.0", says: "a version and an image" },
    ],
    async start(context, input) {
        const [verb = "", from = "", to = ""] = input.operands;
        if (verb !== "diff") {
            throw (0,kernel/* badInput */.AN)("bad-argument", `\`image\` does not know how to \`${verb}\``, {
                found: verb,
                expected: "diff",
                hint: (0,help/* shortUsage */.w)(IMAGE),
            });
        }
        const { imageDiff } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(1797)]).then(__webpack_require__.bind(__webpack_require__, 91797));
        return imageDiff(context, { from, to });
    },
};

;// CONCATENATED MODULE: ./build/doors/commands/pipeline.js

const SELECTION = [
    { name: "single-item", short: "s", says: "only the named stages, not those before them" },
    { name: "downstream", says: "the named stages and all that come after them" },
    { name: "pipeline", short: "p", says: "the whole pipelines that the named stages belong to" },
    { name: "all-pipelines", short: "P", says: "every pipeline of the project, from whatever folder" },
    { name: "recursive", short: "R", says: "a target that is a folder means all stages in and below it" },
    { name: "glob", says: "names of stages are patterns: `train@*`, `sub/dvc.yaml:eval*`" },
];
const pipeline_FORCE = { name: "force", short: "f", says: "run stages even when nothing changed" };
function selection(input) {
    return {
        targets: input.operands,
        singleItem: input.has("single-item"),
        downstream: input.has("downstream"),
        pipeline: input.has("pipeline"),
        allPipelines: input.has("all-pipelines"),
        recursive: input.has("recursive"),
        glob: input.has("glob"),
    };
}
const PLAN = {
    name: "plan",
    says: "Say what `run` would do now, and why",
    more: "A target is a stage (`train`, `sub/dvc.yaml:train`) or a file (`data/raw.dvc`). No data has to be present.",
    operands: command/* TARGETS */.dW,
    options: [
        { name: "base", value: "REV", says: "give the reasons against the results of this revision" },
        { name: "check", says: "exit with 1 when something is stale" },
        { name: "data", says: "data that is absent here counts, as for `dvc status`" },
        pipeline_FORCE,
        ...SELECTION,
    ],
    examples: [
        { line: "mainline plan", says: "the whole project" },
        { line: "mainline plan train --base main", says: "one stage and what it needs; why it differs from main" },
    ],
    async start(context, input) {
        const { plan } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(6877), __webpack_require__.e(5417), __webpack_require__.e(3367)]).then(__webpack_require__.bind(__webpack_require__, 63367));
        return plan(context, {
            ...selection(input),
            base: input.text("base"),
            check: input.has("check"),
            data: input.has("data"),
            force: input.has("force"),
        });
    },
};
const RUN = {
    name: "run",
    says: "Run what is stale, restore what is known",
    more: "Killed at any moment it leaves the project whole, and the next run goes on from there.",
    operands: command/* TARGETS */.dW,
    options: [
        pipeline_FORCE,
        { name: "force-downstream", says: "and every stage after one that ran" },
        { name: "no-run-cache", says: "run even what the run cache knows" },
        { name: "no-commit", says: "leave the results out of the cache" },
        { name: "keep-going", short: "k", says: "after a failure go on with what does not depend on it" },
        { name: "ignore-errors", says: "after a failure go on with everything; errors do not count" },
        {
            name: "jobs",
            short: "j",
            value: "N",
            says: "stages at a time (default: as many as the machine allows; 1: in order)",
        },
        {
            name: "gpus",
            value: "LIST",
            says: "GPUs to hand out, such as 0,1 (default: CUDA_VISIBLE_DEVICES, or all that nvidia-smi finds)",
        },
        { name: "pull", says: "fetch what is missing from the remote first" },
        { name: "allow-missing", says: "data that is absent but recorded is no reason to run" },
        { name: "dry", says: "only say what would happen" },
        ...SELECTION,
    ],
    examples: [
        { line: "mainline run", says: "bring everything up to date" },
        { line: "mainline run evaluate --pull", says: "one stage, with data from the remote" },
    ],
    async start(context, input) {
        const { run } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(6877), __webpack_require__.e(5417), __webpack_require__.e(5144), __webpack_require__.e(6806)]).then(__webpack_require__.bind(__webpack_require__, 25144));
        return run(context, {
            ...selection(input),
            force: input.has("force"),
            forceDownstream: input.has("force-downstream"),
            noRunCache: input.has("no-run-cache"),
            noCommit: input.has("no-commit"),
            keepGoing: input.has("keep-going"),
            pull: input.has("pull"),
            allowMissing: input.has("allow-missing"),
            dry: input.has("dry"),
            jobs: input.count("jobs"),
            ignoreErrors: input.has("ignore-errors"),
            gpus: input
                .text("gpus")
                ?.split(",")
                .map((name) => name.trim()) ?? null,
        });
    },
};
const DIFF = {
    name: "diff",
    says: "Compare metrics, parameters and data of two revisions",
    more: "BASE is HEAD where it is not given; HEAD is the workspace.",
    operands: { usage: "[BASE] [HEAD]", least: 0, most: 2 },
    options: [{ name: "all", says: "every metric and parameter, not only what changed" }],
    examples: [
        { line: "mainline diff main", says: "the workspace against main" },
        { line: "mainline diff v1.0.0 HEAD --json", says: "two revisions, for a program" },
    ],
    async start(context, input) {
        const { diff } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(8499)]).then(__webpack_require__.bind(__webpack_require__, 58499));
        const [base = null, head = null] = input.operands;
        return diff(context, { base, head, all: input.has("all") });
    },
};
const GATE = {
    name: "gate",
    says: "Say whether the metrics keep the gates of mainline.yaml",
    more: "With --base the gates are read from there: a change does not judge itself. Exit code 1 when a gate says no.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        { name: "base", value: "REV", says: "compare with this revision (default: HEAD)" },
        { name: "head", value: "REV", says: "judge this revision instead of the workspace" },
    ],
    examples: [{ line: "mainline gate --base main", says: "would main take this?" }],
    async start(context, input) {
        const { gate } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(4223)]).then(__webpack_require__.bind(__webpack_require__, 64223));
        return gate(context, { base: input.text("base"), head: input.text("head") });
    },
};
const REPORT = {
    name: "report",
    says: "Say what would be said about this workspace as a pull request",
    more: "Plan, comparison, gates and what merging would do, in one text. Nothing is run. Exit code 1 when a gate says no.\n" +
        "With --golden the model that merging would release is started here and asked its golden requests, as the pull request's job does.",
    operands: command/* NO_OPERANDS */.zd,
    options: [
        { name: "base", value: "REV", says: "compare with this revision (default: HEAD)" },
        { name: "golden", says: "ask the golden requests of what merging would release, started here" },
    ],
    examples: [
        { line: "mainline report --base main", says: "before the pull request is opened" },
        { line: "mainline report --golden", says: "does it answer what it has to?" },
    ],
    async start(context, input) {
        const { report } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(5293), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(9811), __webpack_require__.e(2752), __webpack_require__.e(9054), __webpack_require__.e(6877), __webpack_require__.e(5417), __webpack_require__.e(9971), __webpack_require__.e(9635), __webpack_require__.e(6909), __webpack_require__.e(1563), __webpack_require__.e(1672)]).then(__webpack_require__.bind(__webpack_require__, 18130));
        return report(context, { base: input.text("base"), golden: input.has("golden") });
    },
};

;// CONCATENATED MODULE: ./build/doors/commands/serve.js

const USUAL_PORT = 8080;
const LAST_PORT = 65535;
const SERVE = {
    name: "serve",
    says: "Serve a model of the workspace, as its image would",
    more: "Runs the `command` of mainline.yaml with what a deployed model is given; without one, `serve.py` in Mainline's own server. A model that is recorded but not here is brought first. The server's log goes to stdout, with --json to stderr; the document comes when it has ended.",
    operands: { usage: "[MODEL]", least: 0, most: 1 },
    options: [
        { name: "port", value: "N", says: `the port on 127.0.0.1 (default: ${USUAL_PORT})` },
        {
            name: "code",
            value: "FILE",
            says: "the file with load and predict, for a model without a `command` (default: serve.py)",
        },
    ],
    examples: [
        { line: "mainline serve", says: "the only model, on port 8080" },
        { line: "mainline serve churn --port 9000", says: "then ask http://127.0.0.1:9000/v2/models/churn" },
    ],
    async start(context, input) {
        const port = input.count("port") ?? USUAL_PORT;
        if (port > LAST_PORT) {
            throw (0,kernel/* badInput */.AN)("bad-option", `${port} is not a port`, { found: String(port), expected: `1 to ${LAST_PORT}` });
        }
        const { serve } = await Promise.all(/* import() */[__webpack_require__.e(2722), __webpack_require__.e(7069), __webpack_require__.e(4917), __webpack_require__.e(1496), __webpack_require__.e(4425), __webpack_require__.e(1088), __webpack_require__.e(944), __webpack_require__.e(5417), __webpack_require__.e(6149), __webpack_require__.e(4781)]).then(__webpack_require__.bind(__webpack_require__, 64781));
        const [model = null] = input.operands;
        return serve(context, { model, port, code: input.text("code") ?? "serve.py", listener: serve_listenerOf(input) });
    },
};
/** The server's own words are for whoever watches: with `--json` they go beside the document. */
function serve_listenerOf(input) {
    const screen = input.has("json") ? process.stderr : process.stdout;
    return {
        output: (chunk) => screen.write(chunk, () => { }),
        ready: (model, url) => process.stderr.write(`${model} answers on ${url}, until Ctrl-C\n`, () => { }),
    };
}

;// CONCATENATED MODULE: ./build/doors/commands/table.js








/** Every command, in the order of a working day. */
const GROUPS = [
    { title: "Pipeline", commands: [PLAN, RUN, DIFF, GATE, REPORT] },
    { title: "Data", commands: [ADD, CHECKOUT, PULL, FETCH, PUSH, GC, MERGE_DRIVER] },
    { title: "Environments", commands: [RELEASE, PROMOTE, ROLLBACK, HOLD, UNHOLD, STATUS, BOARD, IMAGE, SERVE] },
    { title: "To begin with", commands: [DEMO, INIT, DOCTOR] },
];
const COMMANDS = GROUPS.flatMap(({ commands }) => commands);


/***/ }),

/***/ 29916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   _: () => (/* binding */ Interruption)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);

/** Somebody asked us to stop. */
class Interruption extends Error {
    name = "Interruption";
    signal;
    constructor(signal) {
        super(`ended by ${signal}`);
        this.signal = signal;
    }
}
/** `EX_SOFTWARE` of sysexits.h: the program itself is wrong. */
const OUR_BUG = 70;
/**
 * The one place that turns how something ended into an exit code: an outcome's answer (yes 0, no 1, unknown 3), or what was thrown
 * (bad input 2, infrastructure 3, SIGINT 130, SIGTERM 143; anything else is a bug of ours, 70).
 */
function exitCodeOf(ending) {
    if (ending instanceof Interruption)
        return ending.signal === "SIGINT" ? 130 : 143;
    if (ending instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return ending.kind === "input" ? 2 : 3;
    if (isOutcome(ending))
        return { yes: 0, no: 1, unknown: 3 }[ending.answer];
    return OUR_BUG;
}
function isOutcome(ending) {
    return typeof ending === "object" && ending !== null && "answer" in ending && "document" in ending;
}


/***/ }),

/***/ 50456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);

/** What the operating system refuses, in words. Anything else that it says is a case that we forgot. */
const REFUSALS = {
    EACCES: "permission denied",
    EPERM: "operation not permitted",
    EROFS: "the file system is read-only",
    ENOSPC: "no space is left on the disk",
    EDQUOT: "the disk quota is used up",
    EMFILE: "too many files are open",
    ENFILE: "too many files are open on this machine",
    EIO: "the disk failed to read or write",
    ENOMEM: "there is not enough memory",
    ENAMETOOLONG: "the name is too long",
    ELOOP: "symbolic links lead round in a circle",
};
/** The failure to tell the user; null for a bug of ours. */
function failureOf(error) {
    if (error instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string")
        return null;
    const words = REFUSALS[error.code];
    if (words === undefined)
        return null;
    const path = "path" in error && typeof error.path === "string" ? error.path : null;
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)(`system-${error.code.toLowerCase()}`, path === null ? words : `${path}: ${words}`, {
        cause: error,
        ...(path === null ? {} : { at: { file: path } }),
        found: error.code,
        expected: "a file system that lets this user read the project and write below it",
        hint: "see to it, then run the same command again",
    });
}


/***/ }),

/***/ 38897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MJ: () => (/* binding */ ignoreClosedPipes),
/* harmony export */   QG: () => (/* binding */ writeAnswer),
/* harmony export */   qE: () => (/* binding */ writeAside)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);

/** Keeps a reader that went away (`mainline plan | head -1`) from becoming an error: what is left to say is said to nobody. */
function ignoreClosedPipes() {
    for (const stream of [process.stdout, process.stderr])
        stream.on("error", () => { });
}
/** Writes the answer to stdout, whole. Failure `output-not-written` when it could not be (a full disk); a closed pipe is none. */
async function writeAnswer(text) {
    const cause = await new Promise((done) => process.stdout.write(text, done));
    if (cause === null || cause === undefined || isClosedPipe(cause))
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("output-not-written", `the answer could not be written: ${cause.message}`, {
        cause,
        hint: "is the disk full that stdout leads to?",
    });
}
/** Writes to stderr, where nothing can be said about a failure to do so. */
function writeAside(text) {
    process.stderr.write(text, () => { });
}
function isClosedPipe(cause) {
    return "code" in cause && (cause.code === "EPIPE" || cause.code === "ERR_STREAM_DESTROYED");
}


/***/ }),

/***/ 29188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ styleOf)
/* harmony export */ });
/**
 * How a stream takes text. Colour: `--no-color`, then FORCE_COLOR, then NO_COLOR (in the order of Node itself), then
 * whether it is a terminal that knows colours. ASCII only where a terminal's locale says that it has nothing else.
 */
function styleOf(screen, variables, noColor) {
    return {
        colour: !noColor && wantsColour(screen, variables),
        width: screen.columns ?? widthFrom(variables) ?? 100,
        unicode: screen.isTTY !== true || hasUnicode(variables),
    };
}
function wantsColour(screen, variables) {
    const forced = variables["FORCE_COLOR"];
    if (forced !== undefined)
        return forced !== "0" && forced !== "false";
    if ((variables["NO_COLOR"] ?? "") !== "")
        return false;
    return screen.isTTY === true && variables["TERM"] !== "dumb";
}
function widthFrom(variables) {
    const columns = Number(variables["COLUMNS"]);
    return Number.isInteger(columns) && columns >= 40 ? columns : null;
}
/** A locale that is not set says nothing; `C`, `POSIX` and the 8-bit ones say no. */
function hasUnicode(variables) {
    const locale = [variables["LC_ALL"], variables["LC_CTYPE"], variables["LANG"]].find((name) => (name ?? "") !== "");
    return locale === undefined || /utf-?8/i.test(locale);
}


/***/ })

};
