export const id = 6859;
export const ids = [6859];
export const modules = {

/***/ 90330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yu: () => (/* reexport */ CLAIM_LIMITS),
  jw: () => (/* reexport */ readClaim),
  qG: () => (/* reexport */ writeClaim)
});

;// CONCATENATED MODULE: ./build/claim/model.js
/** Beyond these a claim is none of ours. Bytes; letters. */
const CLAIM_LIMITS = {
    bytes: 8 * 1024 * 1024,
    stages: 20_000,
    address: 2000,
    message: 1000,
    tail: 20_000,
};

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/source/index.js + 25 modules
var source = __webpack_require__(5010);
;// CONCATENATED MODULE: ./build/claim/read.js



/** What a claim is called where it is spoken of. */
const FILE = "the run's report";
const digest = hex(/^[0-9a-f]{64}$/, "64 hex digits");
const commit = hex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "a full commit id");
const natural = (0,source/* refine */.YP)(source/* expectInteger */.E0, (value, node, report) => value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : (0,source/* mismatch */.J4)(node, report, "a whole number from 0 on"));
const code = (0,source/* refine */.YP)(source/* expectInteger */.E0, (value, node, report) => value >= -255n && value <= 2n ** 32n ? Number(value) : (0,source/* mismatch */.J4)(node, report, "an exit code"));
const seconds = (0,source/* refine */.YP)(source/* expectNumber */.r$, (value, node, report) => Number.isFinite(value) && value >= 0 ? value : (0,source/* mismatch */.J4)(node, report, "seconds from 0 on"));
const result = (0,source/* record */.g1)("a result", { key: (0,source/* required */.mw)(digest), value: (0,source/* required */.mw)(digest) });
const stageFields = {
    address: (0,source/* required */.mw)(read_text(CLAIM_LIMITS.address)),
    outcome: (0,source/* required */.mw)((0,source/* oneOf */.yL)("executed", "restored", "failed", "skipped")),
    seconds: (0,source/* required */.mw)(seconds),
    result: (0,source/* required */.mw)((0,source/* nullable */.me)(result)),
    attempts: (0,source/* optional */.lq)(natural),
    message: (0,source/* optional */.lq)(read_text(CLAIM_LIMITS.message)),
    exitCode: (0,source/* optional */.lq)(code),
    tail: (0,source/* optional */.lq)(read_text(CLAIM_LIMITS.tail)),
    after: (0,source/* optional */.lq)(read_text(CLAIM_LIMITS.address)),
};
const stages = (0,source/* refine */.YP)((0,source/* listOf */.c3)((0,source/* refine */.YP)((0,source/* record */.g1)("a stage of the report", stageFields), (read) => stageOf(read))), (read, node, report) => distinct(read, node, report));
const root = (0,source/* record */.g1)("the report", {
    schema: (0,source/* required */.mw)((0,source/* oneOf */.yL)("mainline.claim/1")),
    run: (0,source/* required */.mw)((0,source/* record */.g1)("the run", { id: (0,source/* required */.mw)(natural), attempt: (0,source/* required */.mw)(natural) })),
    head: (0,source/* required */.mw)(commit),
    base: (0,source/* required */.mw)(commit),
    stages: (0,source/* required */.mw)(stages),
});
/**
 * Reads what a run of a pull request says it did. Whoever wrote it may mean harm: everything beyond its limits, or of
 * another shape, is a Failure `claim-invalid`.
 */
function readClaim(bytes) {
    if (bytes.length > CLAIM_LIMITS.bytes) {
        throw (0,kernel/* badInput */.AN)("claim-invalid", `${FILE} is too long`, {
            found: `${bytes.length} bytes`,
            expected: `at most ${CLAIM_LIMITS.bytes}`,
        });
    }
    const { schema, run, head, base, stages } = (0,source/* check */.z6)((0,source/* parseJson */.qF)((0,source/* decodeUtf8 */._6)(bytes, FILE), FILE), root, "claim-invalid");
    return { schema, run: { id: run.id, attempt: run.attempt }, head, base, stages };
}
/** As it is left for the trusted job: texts cut to their limits. */
function writeClaim(claim) {
    const stages = claim.stages.slice(0, CLAIM_LIMITS.stages).map((stage) => ({
        ...stage,
        ...(stage.message === undefined ? {} : { message: start(stage.message, CLAIM_LIMITS.message) }),
        ...(stage.tail === undefined ? {} : { tail: stage.tail.slice(-CLAIM_LIMITS.tail).toWellFormed() }),
    }));
    return `${JSON.stringify({ ...claim, stages }, null, 1)}\n`;
}
function start(text, most) {
    return text.slice(0, most).toWellFormed();
}
function hex(pattern, what) {
    return (0,source/* refine */.YP)(source/* expectString */.lK, (value, node, report) => (pattern.test(value) ? value : (0,source/* mismatch */.J4)(node, report, what)));
}
function read_text(most) {
    return (0,source/* refine */.YP)(source/* expectString */.lK, (value, node, report) => value.length <= most ? value : report.add(node.at, `a text is longer than ${most} letters`, { expected: "less" }));
}
function stageOf(read) {
    const { address, outcome, seconds, result, attempts, message, exitCode, tail, after } = read;
    return {
        address,
        outcome,
        seconds,
        result: result === null ? null : resultOf(result),
        ...(attempts === null ? {} : { attempts }),
        ...(message === null ? {} : { message }),
        ...(exitCode === null ? {} : { exitCode }),
        ...(tail === null ? {} : { tail }),
        ...(after === null ? {} : { after }),
    };
}
function resultOf({ key, value }) {
    return { key, value };
}
function distinct(read, node, report) {
    const names = new Set(read.map(({ address }) => address));
    if (names.size === read.length && read.length <= CLAIM_LIMITS.stages)
        return read;
    return (0,source/* mismatch */.J4)(node, report, `each stage once, at most ${CLAIM_LIMITS.stages}`);
}

;// CONCATENATED MODULE: ./build/claim/index.js




/***/ }),

/***/ 66859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  actionDoor: () => (/* binding */ actionDoor)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/flows/auto.js + 28 modules
var auto = __webpack_require__(73738);
;// CONCATENATED MODULE: ./build/doors/action/inputs.js


/** The action's inputs, as action.yml names them. */
const INPUTS = (/* unused pure expression or super */ null && ([
    "token",
    "command",
    "lane",
    "lock",
    "run",
    "comment",
    "check",
    "working-directory",
    "remote",
    "model",
    "version",
    "environment",
    "to",
    "reason",
    "force",
    "verify",
]));
/**
 * Reads the inputs as the runner hands them over (INPUT_ and the name in upper case). What a person gave to a run by
 * hand stands in for an input that the workflow leaves empty. Failure `bad-input`.
 */
function readInputs(variables, byHand) {
    const text = (name) => {
        const given = (variables[`INPUT_${name.toUpperCase()}`] ?? "").trim();
        const asked = name === "token" ? "" : (Object.hasOwn(byHand, name) ? (byHand[name] ?? "") : "").trim();
        return given !== "" ? given : asked === "" ? null : asked;
    };
    return {
        token: text("token"),
        command: oneOf("command", text("command"), auto/* COMMANDS */.Lo, "auto"),
        lane: oneOf("lane", text("lane"), auto/* LANES */.Ci, "one"),
        lock: oneOf("lock", text("lock"), auto/* LOCKS */.H8, "leave"),
        run: oneOf("run", text("run"), auto/* RUN_PLACES */.TK, "here"),
        comment: flag("comment", text("comment"), true),
        check: text("check") ?? "mainline",
        workingDirectory: text("working-directory") ?? ".",
        remote: text("remote") ?? "origin",
        model: text("model"),
        version: text("version"),
        environment: text("environment"),
        to: text("to"),
        reason: text("reason"),
        force: flag("force", text("force"), false),
        verify: flag("verify", text("verify"), false),
    };
}
function oneOf(name, given, known, fallback) {
    if (given === null)
        return fallback;
    const found = known.find((word) => word === given);
    if (found !== undefined)
        return found;
    throw refused(name, given, `one of ${known.join(", ")}`);
}
/** As YAML 1.2's core schema writes booleans, which is what the runner's own toolkit takes. */
function flag(name, given, fallback) {
    if (given === null)
        return fallback;
    if (/^(true|True|TRUE)$/.test(given))
        return true;
    if (/^(false|False|FALSE)$/.test(given))
        return false;
    throw refused(name, given, "true or false");
}
function refused(name, found, expected) {
    return (0,kernel/* badInput */.AN)("bad-input", `the input \`${name}\` cannot be \`${found}\``, {
        found,
        expected,
        hint: `correct \`with: ${name}:\` in the workflow`,
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/github/index.js + 16 modules
var github = __webpack_require__(81583);
;// CONCATENATED MODULE: ./build/doors/action/job.js



/** Failures `runner-variable` and those of `parseEvent`. */
async function readJob(variables) {
    const event = (0,github/* parseEvent */.w)(variable(variables, "GITHUB_EVENT_NAME"), await payload(variables));
    const repository = variable(variables, "GITHUB_REPOSITORY");
    return {
        event,
        repository,
        apiUrl: variable(variables, "GITHUB_API_URL"),
        runUrl: runUrl(variables, repository),
        workflowRun: {
            id: natural(variables["GITHUB_RUN_ID"]),
            attempt: natural(variables["GITHUB_RUN_ATTEMPT"]),
        },
        workspace: variable(variables, "GITHUB_WORKSPACE"),
        temp: variable(variables, "RUNNER_TEMP"),
    };
}
async function payload(variables) {
    const path = variable(variables, "GITHUB_EVENT_PATH");
    return (0,promises_.readFile)(path, "utf8").catch((cause) => {
        throw (0,kernel/* badInput */.AN)("event-unreadable", `the event's file ${path} cannot be read`, {
            cause,
            hint: "GITHUB_EVENT_PATH must name the file that the runner wrote",
        });
    });
}
function runUrl(variables, repository) {
    const [server, id] = [variables["GITHUB_SERVER_URL"] ?? "", variables["GITHUB_RUN_ID"] ?? ""];
    return server === "" || id === "" ? null : `${server}/${repository}/actions/runs/${id}`;
}
function natural(text = "") {
    return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
function variable(variables, name) {
    const value = variables[name] ?? "";
    if (value !== "")
        return value;
    throw (0,kernel/* badInput */.AN)("runner-variable", `the runner's variable ${name} is not set`, {
        found: "nothing",
        expected: "the variables that GitHub's runner sets",
        hint: "outside a runner, use the command line: `mainline help`",
    });
}

// EXTERNAL MODULE: ./build/doors/exit-code.js
var exit_code = __webpack_require__(29916);
;// CONCATENATED MODULE: ./build/doors/action/signals.js

/** GitHub's runner sends SIGINT, after 7.5 s SIGTERM, and ends everything 2.5 s later: the check has to be concluded before. */
const LAST_MOMENT_MS = 7000;
/** A cancelled job: the first signal aborts the work, and there is time to say so. */
function watchCancellation() {
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
// EXTERNAL MODULE: ./build/doors/machine.js
var doors_machine = __webpack_require__(94959);
// EXTERNAL MODULE: ./build/doors/output.js
var output = __webpack_require__(38897);
// EXTERNAL MODULE: ./build/doors/progress/ci.js + 1 modules
var ci = __webpack_require__(57022);
;// CONCATENATED MODULE: ./build/doors/action.js











/** The action's door: a job at GitHub, from the runner's variables and files to its outputs, summary and exit code. */
async function actionDoor() {
    (0,output/* ignoreClosedPipes */.MJ)();
    const cancellation = watchCancellation();
    try {
        process.exitCode = await work(cancellation);
    }
    finally {
        cancellation.release();
    }
}
async function work(cancellation) {
    const { bugTold, failureTold, outcomeTold } = await __webpack_require__.e(/* import() */ 3638).then(__webpack_require__.bind(__webpack_require__, 3638));
    const { tellRunner } = await __webpack_require__.e(/* import() */ 803).then(__webpack_require__.bind(__webpack_require__, 40803));
    try {
        const job = await readJob((0,doors_machine/* ownVariables */.uk)());
        const inputs = readInputs((0,doors_machine/* ownVariables */.uk)(), job.event.kind === "workflow_dispatch" ? job.event.inputs : {});
        const machine = await (0,doors_machine/* readMachine */.Uc)((0,doors_machine/* ownVariables */.uk)());
        (0,doors_machine/* forgetSecrets */.DL)();
        const outcome = await carryOut(job, { inputs, machine }, cancellation);
        const told = await outcomeTold(outcome, job.temp);
        process.stdout.write(asWords(told.text));
        await tellRunner(told);
        return (0,exit_code/* exitCodeOf */.F)(cancellation.interruption() ?? outcome);
    }
    catch (error) {
        const interruption = cancellation.interruption();
        const failure = (0,failure_of/* failureOf */.g)(error);
        if (((0,doors_machine/* ownVariables */.uk)()["MAINLINE_DEBUG"] ?? "") !== "" && error instanceof Error)
            process.stderr.write(`${error.stack}\n`);
        if (interruption === null) {
            const told = failure === null ? bugTold(error) : failureTold(failure);
            process.stdout.write(asWords(told.text));
            await tellRunner(told).catch(() => { });
        }
        else
            process.stdout.write("cancelled: what was finished is saved, and running again goes on from there\n");
        return (0,exit_code/* exitCodeOf */.F)(interruption ?? failure ?? error);
    }
}
async function carryOut(job, { inputs, machine }, { signal }) {
    const { auto } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 73738));
    const context = {
        cwd: (0,external_node_path_.join)(job.workspace, inputs.workingDirectory),
        machine,
        clock: kernel/* systemClock */.ml,
        progress: runnerProgress(),
        signal,
    };
    return auto(context, await optionsFrom(job, inputs));
}
/** Names out of a pull request stand in it: the runner is to take none of it for a command (`::set-output …`, `##[group]`). */
function asWords(text) {
    const token = (0,external_node_crypto_.randomBytes)(16).toString("hex");
    return `::stop-commands::${token}\n${text}${text.endsWith("\n") ? "" : "\n"}::${token}::\n`;
}
async function optionsFrom({ event, repository, apiUrl, runUrl, workflowRun }, inputs) {
    const { command, lane, lock, run, comment, check, remote, token } = inputs;
    const { model, version, environment, to, reason, force, verify } = inputs;
    return {
        event,
        lane,
        lock,
        workflowRun,
        gitHub: token === null ? null : await connected(token, { repository, apiUrl }),
        command,
        arguments: { model, version, environment, to, reason, force, verify },
        run,
        comment,
        checkName: check,
        remote,
        runUrl,
    };
}
async function connected(token, at) {
    const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 81583));
    const { hideSecret } = await __webpack_require__.e(/* import() */ 803).then(__webpack_require__.bind(__webpack_require__, 40803));
    await hideSecret(token);
    return connect({ token, ...at, clock: kernel/* systemClock */.ml });
}
/** Everything goes to stdout, in the order in which it happened: the runner reads its commands there. */
function runnerProgress() {
    return (0,ci/* ciProgress */.E)((text) => process.stdout.write(text), { gitHub: true, clock: kernel/* systemClock */.ml });
}


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
 * The one place that turns how something ended into an exit code: an outcome's answer (yes 0, no 1), or what was thrown
 * (bad input 2, infrastructure 3, SIGINT 130, SIGTERM 143; anything else is a bug of ours, 70).
 */
function exitCodeOf(ending) {
    if (ending instanceof Interruption)
        return ending.signal === "SIGINT" ? 130 : 143;
    if (ending instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return ending.kind === "input" ? 2 : 3;
    if (isOutcome(ending))
        return ending.answer === "yes" ? 0 : 1;
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

/***/ 57022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ ciProgress)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/report/index.js + 36 modules
var report = __webpack_require__(85527);
// EXTERNAL MODULE: ./build/doors/progress/plain.js
var plain = __webpack_require__(7704);
;// CONCATENATED MODULE: ./build/doors/progress/pulse.js
const MINUTE_MS = 60_000;
/** Says once a minute what goes on and for how long. */
class Pulse {
    #clock;
    #tell;
    #going = new Map();
    #timer;
    #note = "";
    constructor(clock, tell) {
        this.#clock = clock;
        this.#tell = tell;
    }
    note(words) {
        this.#note = words;
    }
    begin(title) {
        const key = {};
        if (this.#going.size === 0)
            this.#note = "";
        this.#going.set(key, { title, since: this.#clock.monotonic() });
        this.#timer ??= setInterval(() => this.#beat(), MINUTE_MS).unref();
        return () => {
            this.#going.delete(key);
            if (this.#going.size > 0)
                return;
            clearInterval(this.#timer);
            this.#timer = undefined;
        };
    }
    #beat() {
        const now = this.#clock.monotonic();
        const going = [...this.#going.values()].map(({ title, since }) => `${title}: ${Math.round((now - since) / MINUTE_MS)} min so far`);
        this.#tell([...going, this.#note].filter((words) => words !== "").join(", "));
    }
}

;// CONCATENATED MODULE: ./build/doors/progress/ci.js




/** Of what a stage says beside others the last part is kept for its group, in bytes; its log file has all. */
const KEPT = 8 * 1024 * 1024;
/**
 * A log that people read later: a group for each stage, and a line a minute, so that a long silence is not taken for a
 * hang. On GitHub a stage's own output cannot give the runner commands (`::set-env …`): they are switched off around it.
 */
function ciProgress(write, { gitHub, clock }) {
    const lines = new plain/* Lines */.qo(write);
    const token = (0,external_node_crypto_.randomBytes)(16).toString("hex");
    const pulse = new Pulse(clock, (words) => lines.line(words));
    const begin = (title) => lines.line(gitHub ? `::group::${title}\n::stop-commands::${token}` : `${title}:`);
    const end = () => {
        if (gitHub)
            lines.line(`::${token}::\n::endgroup::`);
    };
    const titles = new plain/* Titles */.yd(begin, end);
    return {
        say: (line) => {
            titles.show();
            lines.line(gitHub ? defused((0,report.clean)(line, 2000)) : (0,report.clean)(line, 2000));
        },
        live: (line) => pulse.note((0,report.clean)(line, 200)),
        output: (chunk) => {
            titles.show();
            lines.raw(chunk);
        },
        group: (title) => {
            const close = titles.open((0,report.clean)(title, 200));
            const rest = pulse.begin((0,report.clean)(title, 200));
            return () => {
                rest();
                close();
            };
        },
        warn: (line) => lines.line(gitHub && titles.current === null
            ? `::warning::${defused((0,report.clean)(line, 2000))}`
            : `warning: ${(0,report.clean)(line, 2000)}`),
        lane: (title) => {
            const rest = pulse.begin((0,report.clean)(title, 200));
            const lane = gitHub ? groupLane(lines, () => begin((0,report.clean)(title, 200)), end) : (0,plain/* plainLane */.p0)(lines, title);
            return {
                ...lane,
                close: () => {
                    rest();
                    lane.close();
                },
            };
        },
    };
}
/** The runner takes `::x::` at a line's start, and the older `##[x]` anywhere in it, for a command. */
function defused(line) {
    return line.replaceAll("##[", "# #[").replace(/^\s*::/, "\u200b::");
}
/** Groups cannot lie in each other: a lane's is written when it is over. */
function groupLane(lines, begin, end) {
    const kept = [];
    let [size, lost] = [0, 0];
    const keep = (chunk) => {
        kept.push(Buffer.from(chunk));
        size += chunk.length;
        while (size > KEPT && kept.length > 1) {
            const gone = kept.shift()?.length ?? 0;
            size -= gone;
            lost += gone;
        }
    };
    const line = (text) => keep(`${kept.at(-1)?.at(-1) === 0x0a || kept.length === 0 ? "" : "\n"}${text}\n`);
    return {
        say: (text) => line((0,report.clean)(text, 2000)),
        warn: (text) => line(`warning: ${(0,report.clean)(text, 2000)}`),
        live: () => { },
        output: keep,
        close: () => {
            if (size === 0)
                return;
            begin();
            if (lost > 0)
                lines.line(`… ${lost} bytes before this are in its log file`);
            for (const chunk of kept)
                lines.raw(chunk);
            end();
        },
    };
}


/***/ }),

/***/ 18975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ mixedLane)
/* harmony export */ });
/* unused harmony export LineCutter */
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85527);

const ESCAPE = "\u001b";
/** What moves a cursor, erases, or names a window: all but colours. */
const MOVES = new RegExp(`${ESCAPE}\\[[0-9;?]*[A-Za-ln-z]|${ESCAPE}\\][^\u0007${ESCAPE}]*(?:\u0007|${ESCAPE}\\\\)`, "g");
/** A line that never ends is shown in parts of this length, in characters. */
const LONGEST = 10_000;
/** Cuts what comes in chunks into lines. */
class LineCutter {
    #decoder = new TextDecoder();
    #rest = "";
    /** The lines that are whole now. */
    take(chunk) {
        const text = typeof chunk === "string" ? chunk : this.#decoder.decode(chunk, { stream: true });
        const lines = (this.#rest + text).split("\n");
        this.#rest = lines.pop() ?? "";
        if (this.#rest.length > LONGEST)
            lines.push(...this.end());
        return lines.map(asShown);
    }
    /** What has not ended its line yet: of a bar that is drawn over and over, its last drawing. */
    get unfinished() {
        return asShown(this.#rest);
    }
    /** The last line, when it did not end. */
    end() {
        const rest = asShown(this.#rest);
        this.#rest = "";
        return rest === "" ? [] : [rest];
    }
}
/** As a terminal would leave a line behind: what was drawn over is gone. */
function asShown(line) {
    return (line.replace(/\r+$/, "").split("\r").at(-1) ?? "").replace(MOVES, "");
}
/** A lane whose lines come between those of others. */
function mixedLane({ line, warn, live, closed }) {
    const cutter = new LineCutter();
    return {
        say: (text) => line((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(text, 2000)),
        warn: (text) => warn((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(text, 2000)),
        live: (text) => live((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(text, 200)),
        output: (chunk) => {
            for (const text of cutter.take(chunk))
                line(text);
            live((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(cutter.unfinished, 200));
        },
        close: () => {
            for (const text of cutter.end())
                line(text);
            closed();
        },
    };
}


/***/ }),

/***/ 7704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ plainProgress),
/* harmony export */   p0: () => (/* binding */ plainLane),
/* harmony export */   qo: () => (/* binding */ Lines),
/* harmony export */   yd: () => (/* binding */ Titles)
/* harmony export */ });
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85527);
/* harmony import */ var _lanes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18975);


/** Files, pipes and logs: lasting lines as they come, nothing live. */
function plainProgress(write) {
    const lines = new Lines(write);
    const titles = new Titles((title) => lines.line(`${title}:`));
    return {
        say: (line) => {
            titles.show();
            lines.line((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(line, 2000));
        },
        live: () => { },
        output: (chunk) => {
            titles.show();
            lines.raw(chunk);
        },
        group: (title) => titles.open((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(title, 200)),
        warn: (line) => lines.line(`warning: ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(line, 2000)}`),
        lane: (title) => plainLane(lines, title),
    };
}
/** Each line behind its lane's title. */
function plainLane(lines, title) {
    const name = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(title, 80);
    return (0,_lanes_js__WEBPACK_IMPORTED_MODULE_1__/* .mixedLane */ .E)({
        line: (text) => lines.line(`${name} | ${text}`),
        warn: (text) => lines.line(`${name} | warning: ${text}`),
        live: () => { },
        closed: () => { },
    });
}
/** Keeps our lines apart from a command's output, which may end in the middle of one. */
class Lines {
    #write;
    #atStart = true;
    constructor(write) {
        this.#write = write;
    }
    /** True when the last thing written ended its line. */
    get atStart() {
        return this.#atStart;
    }
    line(text) {
        this.#write(this.#atStart ? `${text}\n` : `\n${text}\n`);
        this.#atStart = true;
    }
    raw(chunk) {
        if (chunk.length === 0)
            return;
        this.#write(chunk);
        const last = chunk.at(-1);
        this.#atStart = last === "\n" || last === 0x0a;
    }
}
/** A group's title is told when there is something in the group: a stage that has nothing to do stays silent. */
class Titles {
    #tell;
    #ended;
    #open = null;
    #told = false;
    constructor(tell, ended = () => { }) {
        this.#tell = tell;
        this.#ended = ended;
    }
    /** The group that is open. */
    get current() {
        return this.#open;
    }
    open(title) {
        this.#open = title;
        this.#told = false;
        return () => {
            if (this.#told)
                this.#ended();
            this.#open = null;
            this.#told = false;
        };
    }
    show() {
        if (this.#told || this.#open === null)
            return;
        this.#told = true;
        this.#tell(this.#open);
    }
}


/***/ }),

/***/ 73738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lo: () => (/* reexport */ COMMANDS),
  Ci: () => (/* reexport */ LANES),
  H8: () => (/* reexport */ LOCKS),
  TK: () => (/* reexport */ RUN_PLACES),
  auto: () => (/* binding */ auto)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/report/index.js + 36 modules
var build_report = __webpack_require__(85527);
// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
;// CONCATENATED MODULE: ./build/flows/auto/options.js

const COMMANDS = [
    "auto",
    "plan",
    "run",
    "report",
    "release",
    "promote",
    "rollback",
    "status",
    "conclude",
];
/** Where stale stages run: in this job, in one that follows on another machine, or nowhere. */
const RUN_PLACES = ["here", "elsewhere", "never"];
/** Who writes the comment and the check: this job itself, or a trusted one that reads what this one claims. */
const LANES = ["one", "untrusted"];
/** Whether the true `dvc.lock` is put on a pull request's branch once its results are accepted. */
const LOCKS = ["push", "leave"];
/** For what can do nothing without GitHub. Failure `missing-token`. */
function neededGitHub({ gitHub }, what) {
    if (gitHub !== null)
        return gitHub;
    throw (0,kernel/* badInput */.AN)("missing-token", `${what} needs a token`, {
        expected: "a token that may write checks and comments",
        hint: "leave out `token:` in the workflow: the job's own is the default",
    });
}
/** Nothing was to be done, and why. */
function nothing(said) {
    const document = { schema: "mainline.auto/1", said };
    return { answer: "yes", document, said, result: null, check: null, comment: null, runElsewhere: false };
}
/** A flow's own outcome, with nothing written to GitHub. */
function plain({ answer, document }, said) {
    return { answer, document, said, result: document, check: null, comment: null, runElsewhere: false };
}

// EXTERNAL MODULE: ./build/git/index.js + 11 modules
var build_git = __webpack_require__(19006);
// EXTERNAL MODULE: ./build/flows/release/know.js + 1 modules
var know = __webpack_require__(7049);
// EXTERNAL MODULE: ./build/flows/release.js + 6 modules
var release = __webpack_require__(91645);
// EXTERNAL MODULE: ./build/flows/report/compose.js + 2 modules
var compose = __webpack_require__(26356);
// EXTERNAL MODULE: ./build/flows/report/review.js
var report_review = __webpack_require__(61709);
;// CONCATENATED MODULE: ./build/flows/auto/announce.js

function announcer(options) {
    let trouble = null;
    let mute = false;
    return {
        announce: async (notice) => {
            if (mute)
                return;
            try {
                await tell(options, notice);
            }
            catch (failure) {
                mute = failure instanceof kernel/* Failure */.HR && failure.code === "github-permission-missing";
                if (!mute)
                    trouble ??= failure;
                const words = failure instanceof Error ? failure.message : String(failure);
                options.progress.warn(`GitHub was not told of ${notice.model} ${notice.version} in ${notice.environment}: ${words}`);
            }
        },
        settle: () => {
            if (trouble !== null)
                throw trouble;
        },
    };
}
async function tell(options, notice) {
    const { gitHub, runUrl } = options;
    const environment = options.manyModels ? `${notice.environment} (${notice.model})` : notice.environment;
    const { id } = await gitHub.deployment({
        environment,
        sha: notice.commit,
        key: notice.tag,
        description: `${notice.model} ${notice.version}`,
        production: options.production.has(notice.environment),
    });
    await gitHub.deploymentStatus({
        deployment: id,
        state: notice.state,
        description: notice.description,
        ...(notice.url === null || notice.state !== "success" ? {} : { environmentUrl: notice.url }),
        ...(runUrl === null ? {} : { logUrl: runUrl }),
    });
    if (notice.state === "success")
        await gitHub.retireDeployments({ environment, current: id });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/manifest/index.js + 33 modules
var manifest = __webpack_require__(36362);
// EXTERNAL MODULE: ./build/flows/report/truth.js
var truth = __webpack_require__(60240);
// EXTERNAL MODULE: ./build/flows/run.js + 3 modules
var run = __webpack_require__(53199);
// EXTERNAL MODULE: ./build/flows/workspace.js
var workspace = __webpack_require__(93163);
// EXTERNAL MODULE: ./build/plan/index.js + 12 modules
var plan = __webpack_require__(43338);
// EXTERNAL MODULE: ./build/store/index.js + 29 modules
var store = __webpack_require__(32717);
// EXTERNAL MODULE: ./build/flows/remotes.js
var remotes = __webpack_require__(41805);
;// CONCATENATED MODULE: ./build/flows/auto/share.js



/**
 * Sends results to the remote, where the release and every other runner look them up by what went in: the objects first,
 * the run's record last, so that whoever finds the record finds all of it. What is there is not sent again.
 */
async function shareResults(context, { project, shelves, runs = shelves.remote }, results) {
    const { remote, cache, runCache } = shelves;
    if (remote === null || runs === null || results.length === 0)
        return;
    for (const [name, objects] of await objectsByRemote(results, shelves)) {
        const target = name === null ? remote : await (0,remotes/* remoteOf */.e1)(context, project.config, name);
        const { transferred, failed } = await (0,store/* push */.VC)(objects, { cache, remote: target });
        if (transferred > 0)
            context.progress.say(`sent ${transferred} objects to ${target.name}`);
        for (const { oid, reason } of failed)
            context.progress.warn(`${oid} was not sent to ${target.name}: ${reason}`);
    }
    const keys = results.filter(({ stage }) => (0,plan/* reusable */.Ez)(stage)).map(({ entry }) => runCache.key(entry));
    await runs.pushRuns(runCache, [...new Set(keys)]);
}
/** What this machine holds of the results, by the remote that the output names (null: the default one). */
async function objectsByRemote(results, { cache }) {
    const groups = new Map();
    for (const { stage, entry } of results) {
        for (const { path, oid, hash } of entry.outs) {
            const out = stage.outs.find((each) => each.path === path);
            if (oid === null || out === undefined || !out.push)
                continue;
            if ((await cache.missingBelow(oid, hash)).length > 0)
                continue;
            groups.set(out.remote, [...(groups.get(out.remote) ?? []), { oid, hash }]);
        }
    }
    return groups;
}

;// CONCATENATED MODULE: ./build/flows/auto/execute.js









/** Runs what a review found stale and sends the results on. What an interrupted run finished is saved here and goes along next time. */
async function executeReview(context, review, runs = review.shelves.remote) {
    await writeTrueLocks(review);
    const { document } = await (0,run.run)(context, {
        targets: [],
        allPipelines: true,
        force: false,
        forceDownstream: false,
        noRunCache: false,
        noCommit: false,
        keepGoing: false,
        pull: review.shelves.remote !== null,
        dry: false,
        jobs: null,
    });
    context.signal.throwIfAborted();
    const results = await resultsOf(context, document);
    await shareResults(context, { project: review.project, shelves: review.shelves, runs }, results);
    return { document, results };
}
/** Sends on what is known without a run: an earlier one may have been killed before it did. */
async function shareKnown(context, review, runs = review.shelves.remote) {
    await shareResults(context, { project: review.project, shelves: review.shelves, runs }, knownResults(review));
}
/** Results that a review found in the run cache, not in a lock. */
function knownResults({ plan }) {
    return plan.stages.flatMap(({ stage, result, source }) => result === null || source !== "run-cache" ? [] : [{ stage, entry: result }]);
}
/** What the stages of a run that are done have made, as their locks say now. */
async function resultsOf(context, document) {
    const { project, git } = await (0,workspace/* openWorkspace */.OH)(context);
    git?.close();
    const done = new Set(document.stages
        .filter(({ outcome }) => outcome !== "failed" && outcome !== "skipped")
        .map(({ address }) => address));
    return project.stages.flatMap((stage) => stage.name !== null && stage.lock !== null && done.has(stage.address) ? [{ stage, entry: stage.lock }] : []);
}
/** The run reads dvc.lock from disk: the base's true results are written there, where the change left them alone. */
async function writeTrueLocks({ workspace, project }) {
    const texts = new Map();
    for (const { file, name, lock } of (0,truth/* movedStages */.Bh)(workspace.project, project)) {
        if (name === null || lock === null)
            continue;
        const path = (0,external_node_path_.join)(workspace.root, (0,kernel/* joinPath */.uJ)((0,kernel/* parentOf */.gN)(file), "dvc.lock"));
        if (!texts.has(path))
            texts.set(path, await (0,promises_.readFile)(path, "utf8").catch(() => null));
        texts.set(path, (0,manifest/* updateLock */.tn)(texts.get(path) ?? null, name, lock));
    }
    for (const [path, text] of texts) {
        if (text === null)
            continue;
        const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
        await (0,promises_.writeFile)(temporary, text);
        await (0,promises_.rename)(temporary, path);
    }
}

// EXTERNAL MODULE: ./build/flows/init/merge-driver-setup.js
var merge_driver_setup = __webpack_require__(88184);
;// CONCATENATED MODULE: ./build/flows/auto/offer-merges.js




/** Pulls that are looked at after one push: those that people work on. */
const MOST_PULLS = 30;
/**
 * After the main line has moved, pull requests may conflict in dvc.lock, and GitHub runs no merge drivers, nor any workflow
 * for a pull that conflicts. Where a merge by stages leaves nothing to settle, it is made and offered in the pull's
 * comment. What goes wrong here is said, and keeps nothing else from happening.
 */
async function offerMerges(context, options, main) {
    const { gitHub } = options;
    if (gitHub === null || !options.comment)
        return;
    const git = await build_git.Git.open(context.cwd);
    try {
        if (await git.isShallow()) {
            context.progress.say("this clone is shallow, so no merge can be tried: `fetch-depth: 0` for actions/checkout");
            return;
        }
        const pulls = await gitHub.openPulls(main.branch);
        for (const pull of pulls.slice(0, MOST_PULLS))
            await offerMerge({ context, options, git, gitHub }, main, pull);
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        context.progress.warn(`pull requests were not looked through for conflicts in dvc.lock: ${failure.message}`);
    }
    finally {
        git.close();
    }
}
async function offerMerge(tools, main, pull) {
    const { context, git, gitHub, options } = tools;
    await git.fetchCommit(options.remote, pull.headSha);
    const sides = { ours: pull.headSha, theirs: main.commit };
    const byLines = await git.mergeTrees(sides, null);
    if (byLines === null || byLines.conflicts.length === 0 || !byLines.conflicts.every(isOurs))
        return;
    const driver = { attributes: merge_driver_setup/* ATTRIBUTE_LINES */.z0, command: (0,merge_driver_setup/* driverCommand */.q_)(context.machine.self) };
    const byStages = await git.mergeTrees(sides, driver);
    if (byStages === null || byStages.conflicts.length > 0)
        return;
    const ref = pull.fork ? null : await published(tools, main, { pull, tree: byStages.tree });
    const at = { issue: pull.number, marker: build_report.COMMENT_MARKER };
    const [before] = await gitHub.ourComments(at);
    const offer = { base: main.branch, paths: byLines.conflicts, ref };
    await gitHub.upsertComment({ ...at, body: (0,build_report.withOffer)(before?.body ?? null, offer) });
    context.progress.say(`#${pull.number} conflicts in ${byLines.conflicts.join(", ")} by lines only: the merge is offered there`);
}
function isOurs(path) {
    return (0,kernel/* baseName */.Fl)(path) === "dvc.lock" || path.endsWith(".dvc");
}
/** The merge commit, under a ref that is no branch: nothing starts by it. Null where the token may not put it there. */
async function published({ context, git, options }, main, { pull, tree }) {
    const { time } = await git.commitInfo(main.commit);
    const message = `Merge ${main.branch} into ${pull.headRef}\n\ndvc.lock is merged stage by stage, tracked folders file by file.`;
    const commit = await git.commitMerge({ tree, parents: [pull.headSha, main.commit], message, at: time });
    const ref = `refs/mainline/merge/${pull.number}`;
    try {
        await git.pushRef(options.remote, commit, ref);
        return ref;
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        context.progress.warn(`the merge for #${pull.number} could not be put to ${ref}: ${failure.message}`);
        return null;
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/push.js










/** A push to the main line: what it declares is released. */
async function onPush(context, options, event) {
    const { after, before, sender } = event;
    if (!event.toDefaultBranch)
        return nothing(`a push to ${event.ref} releases nothing: only the default branch does`);
    if (after === null)
        return nothing("the branch was deleted: there is nothing to release");
    const outcome = await releaseCommit(context, options, { commit: after, before, by: sender, model: null });
    if (event.branch !== null)
        await offerMerges(context, options, { branch: event.branch, commit: after });
    return outcome;
}
/** Releases a commit; stages whose results nobody knows run first, where that is allowed. */
async function releaseCommit(context, options, order) {
    const config = await policyAt(context, order.commit);
    if (config.models.size === 0)
        return nothing("mainline.yaml names no model: there is nothing to release");
    await bringBefore(context, options, order);
    const teller = tellerFor(context, options, config);
    const once = () => (0,release.release)(context, {
        model: order.model,
        rev: order.commit,
        before: order.before,
        know: know.knowTree,
        remote: options.remote,
        plan: false,
        by: order.by,
        ...(teller === null ? {} : { announce: teller.announce }),
    });
    const first = await once();
    const ran = isBlocked(first.document) && options.run === "here" && (await runFirst(context, order));
    const outcome = ran ? await once() : first;
    teller?.settle();
    return plain(outcome, releaseWords(outcome.document));
}
/** What stands in for a pull request's run, where main got inputs that nobody ever ran together. False when a gate or a stage says no. */
async function runFirst(context, { before }) {
    const review = await (0,report_review/* openReview */.py)(context, before);
    try {
        if ((0,report_review/* isSettled */.Is)(review))
            return false;
        const { document: run } = await executeReview(context, review);
        if (run.stages.some(({ outcome }) => outcome === "failed" || outcome === "skipped"))
            return false;
        const side = { name: "main", commit: before ?? "" };
        const about = { pull: null, base: before === null ? null : side, head: { name: "main", commit: "" }, run };
        const report = await (0,compose/* compose */.Z)(context, review, { ...about, notRun: null, merging: null, links: {}, warnings: [] });
        const broken = report.gates.filter(({ blocks }) => blocks);
        for (const { metric, why } of broken)
            context.progress.warn(`not released: ${metric} ${why}`);
        return broken.length === 0;
    }
    finally {
        review.workspace.git?.close();
    }
}
async function policyAt(context, commit) {
    const { openCommit } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 36862));
    const site = await openCommit(context, { rev: commit, know: know.knowTree, remote: null, plan: true, by: null });
    site.git.close();
    return site.config;
}
/** A shallow clone lacks the commit before; without it a revert is still told by its content. */
async function bringBefore({ cwd, progress }, { remote }, order) {
    if (order.before === null)
        return;
    const git = await build_git.Git.open(cwd);
    await git.fetchCommit(remote, order.before).catch((failure) => {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        progress.warn(`the commit before could not be fetched: ${failure.message}`);
    });
}
function tellerFor(context, options, config) {
    const { gitHub, runUrl } = options;
    if (gitHub === null)
        return null;
    const environments = [...config.environments.values()];
    const followed = new Set(environments.map(({ after }) => after));
    return announcer({
        gitHub,
        progress: context.progress,
        runUrl,
        manyModels: config.models.size > 1,
        production: new Set(environments.filter(({ name }) => !followed.has(name)).map(({ name }) => name)),
    });
}
function isBlocked({ models }) {
    return models.some(({ outcome }) => outcome === "blocked");
}
function releaseWords({ models }) {
    return models
        .map(({ name, version, outcome }) => `${name} ${version ?? ""} ${outcome}`.replace("  ", " "))
        .join(", ");
}

;// CONCATENATED MODULE: ./build/flows/auto/command.js




/** A command that somebody named: by hand (`workflow_dispatch`), or in the workflow itself. */
async function onCommand(context, options, { command, by }) {
    const { model, verify } = options.arguments;
    switch (command) {
        case "plan":
            return plain(await planned(context), "planned");
        case "run":
            return plain(await ran(context), "ran");
        case "report": {
            const { report } = await __webpack_require__.e(/* import() */ 8130).then(__webpack_require__.bind(__webpack_require__, 18130));
            return plain(await report(context, { base: null }), "reported");
        }
        case "status": {
            const { status } = await __webpack_require__.e(/* import() */ 2410).then(__webpack_require__.bind(__webpack_require__, 92410));
            return plain(await status(context, { model, verify, remote: options.remote }), "asked");
        }
        case "release":
            return releaseCommit(context, options, { commit: "HEAD", before: null, by, model });
        case "promote":
        case "rollback":
            return moved(context, options, { command, by });
    }
}
async function planned(context) {
    const { plan } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 63367));
    return plan(context, { targets: [], base: null, check: false, data: false, force: false });
}
async function ran(context) {
    const { run } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 53199));
    const quiet = { force: false, forceDownstream: false, noRunCache: false, noCommit: false, keepGoing: false };
    return run(context, { targets: [], ...quiet, pull: true, dry: false, jobs: null });
}
async function moved(context, options, { command, by }) {
    const { version, to, force, reason } = options.arguments;
    const site = await (0,open_site/* openSite */.c2)(context, { remote: null, plan: true, by: null });
    const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
    const teller = tellerFor(context, options, site.config);
    const announce = teller === null ? {} : { announce: teller.announce };
    const about = { model, environment, force, reason, remote: options.remote, plan: false, by, ...announce };
    const { promote } = await __webpack_require__.e(/* import() */ 6337).then(__webpack_require__.bind(__webpack_require__, 18718));
    const { rollback } = await __webpack_require__.e(/* import() */ 8747).then(__webpack_require__.bind(__webpack_require__, 71128));
    const outcome = command === "promote" ? await promote(context, { ...about, version }) : await rollback(context, { ...about, to });
    teller?.settle();
    return plain(outcome, `${command} ${model} ${outcome.document.move.version} in ${environment}`);
}
function modelOf({ config }, { arguments: { model } }) {
    const names = [...config.models.keys()];
    const [only] = names;
    if (model !== null)
        return model;
    if (only !== undefined && names.length === 1)
        return only;
    throw missing("model", names);
}
function environmentOf({ config }, { arguments: { environment } }) {
    if (environment !== null)
        return environment;
    throw missing("environment", [...config.environments.keys()]);
}
function missing(input, known) {
    return (0,kernel/* badInput */.AN)("missing-input", `the input \`${input}\` is missing`, {
        expected: known.length === 0 ? `a name in mainline.yaml's \`${input}s:\`` : `one of ${known.join(", ")}`,
        hint: `give the workflow's input \`${input}\``,
    });
}

;// CONCATENATED MODULE: ./build/flows/auto/board.js


/**
 * Where a pull request's readers look: one check on its head, one comment. A token that may not write there (a fork's)
 * is no failure: it is said once, and the log and the job summary have everything.
 */
class Board {
    #options;
    #mute = false;
    constructor(options) {
        this.#options = options;
    }
    /** The check stands there from the first second, so that nobody takes its absence for consent. */
    begin(title, summary = "The result follows.") {
        const words = { title, summary };
        return this.#check({ status: "in_progress" }, words, []);
    }
    /** Says how it ended. What comes here ends the check, whatever it is. */
    conclude(output) {
        const { conclusion, title, summary, annotations } = output;
        return this.#check({ status: "completed", conclusion }, { title, summary }, annotations);
    }
    /** Writes the comment, unless the pull has moved on since: then a later run has it. */
    async tell(body) {
        const { gitHub, comment, pull, headSha, progress } = this.#options;
        if (gitHub === null || !comment || pull === null || this.#mute)
            return null;
        return this.#permitted(async () => {
            const live = await gitHub.pullRequest(pull);
            if (live.headSha !== headSha && live.state === "open") {
                progress.say(`#${pull} has a newer commit: the comment is left to its run`);
                return null;
            }
            return gitHub.upsertComment({ issue: pull, marker: build_report.COMMENT_MARKER, body });
        });
    }
    #check(state, words, annotations) {
        const { gitHub, checkName, headSha, runUrl } = this.#options;
        if (gitHub === null)
            return Promise.resolve(null);
        return this.#permitted(() => gitHub.checkRun({
            name: checkName,
            headSha,
            ...state,
            output: words,
            annotations,
            ...(runUrl === null ? {} : { detailsUrl: runUrl }),
        }));
    }
    async #permitted(write) {
        try {
            return await write();
        }
        catch (failure) {
            if (!isForbidden(failure))
                throw failure;
            if (!this.#mute) {
                const hint = failure.details.hint === undefined ? "" : ` (${failure.details.hint})`;
                this.#options.progress.warn(`this job's token may not write here, so the report is in its summary only${hint}`);
            }
            this.#mute = true;
            return null;
        }
    }
}
function isForbidden(failure) {
    return failure instanceof kernel/* Failure */.HR && failure.code === "github-permission-missing";
}

;// CONCATENATED MODULE: ./build/flows/auto/check-name.js
/**
 * A check belongs to a commit, a verdict to a commit and the branch that it is proposed to: only the default branch's is
 * called by the bare name. What was judged by the gates of another branch must not let it through here.
 */
function checkNameFor(name, base, mainLine) {
    return base === mainLine ? name : `${name} (${base})`;
}
/** Whether a check is one of those, for whatever branch. */
function isCheckName(found, name) {
    return found === name || (found.startsWith(`${name} (`) && found.endsWith(")"));
}

;// CONCATENATED MODULE: ./build/flows/auto/verdict.js


/** The comment first: who sees the check turn finds it explained. */
async function verdict_published(report, board) {
    const output = (0,build_report.renderCheck)(report);
    const comment = await board.tell((0,build_report.renderComment)(report));
    const check = await board.conclude(output);
    const { verdict, title } = (0,build_report.pullHeadline)(report);
    return {
        answer: verdict === "failed" || verdict === "waits" ? "no" : "yes",
        document: report,
        said: title,
        result: report,
        check: check === null ? null : { url: check.url, conclusion: output.conclusion },
        comment: comment === null ? null : { url: comment.url, action: comment.action },
        runElsewhere: false,
    };
}
/** The next step while a run goes on. */
const TAKEN = [{ text: "the job that runs it writes the result here" }];
/** How much waits for another job. */
function waitingWords({ plan }) {
    const count = plan.stages.filter(({ action }) => action === "run" || action === "maybe").length;
    return `${count} ${count === 1 ? "stage waits" : "stages wait"} for a machine to run on`;
}
/** The plan is told at once. The check stays open: the job that runs the stages concludes it, and writes the comment anew. */
async function handOn(board, review, report) {
    const said = waitingWords(review);
    const comment = await board.tell((0,build_report.renderComment)(report));
    const check = await board.begin(said, (0,build_report.renderCheck)(report).summary);
    return {
        answer: "yes",
        document: review.document,
        said,
        result: review.document,
        check: check === null ? null : { url: check.url, conclusion: "" },
        comment: comment === null ? null : { url: comment.url, action: comment.action },
        runElsewhere: true,
    };
}
/** The last word on the check, and in the comment when it is the author's to mend. Its own trouble must not hide the cause. */
async function sayFailure({ progress, signal }, board, cause) {
    const output = signal.aborted ? CANCELLED : cause instanceof kernel/* Failure */.HR ? (0,build_report.renderFailureCheck)(cause) : OUR_FAULT;
    try {
        if (cause instanceof kernel/* Failure */.HR && cause.kind === "input" && !signal.aborted)
            await board.tell(failureComment(output));
        await board.conclude(output);
    }
    catch (failure) {
        progress.warn(`the check could not be concluded: ${failure instanceof Error ? failure.message : String(failure)}`);
    }
}
function failureComment({ summary }) {
    return `${build_report.COMMENT_MARKER}\n## ❌ Mainline: the project cannot be read\n\n${summary}\n`;
}
const CANCELLED = {
    conclusion: "cancelled",
    title: "Cancelled",
    summary: "The run was cancelled. What it had finished is saved: running it again goes on from there.",
    annotations: [],
};
const OUR_FAULT = {
    conclusion: "failure",
    title: "Mainline itself failed",
    summary: "This is a bug of Mainline, not of this pull request. The job's log has the details; please report it.",
    annotations: [],
};

;// CONCATENATED MODULE: ./build/flows/auto/why-not.js

/** The check by which somebody who may write lets a fork's commit run. Its name says for which check. */
function approvalName(checkName) {
    return `${checkName}: run`;
}
/** A fork's token cannot write checks: what stands there is ours. */
async function isApproved({ gitHub, checkName }, headSha) {
    try {
        const check = await gitHub?.lastCheck({ headSha, name: approvalName(checkName) });
        return check?.conclusion === "success";
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "github-permission-missing")
            return false;
        throw failure;
    }
}
/** Why stale stages must not run here; null when they may. Code from elsewhere never runs, nor does that of who may not write. */
async function whyNot(options, proposal, review) {
    if (why_not_isBlocked(review))
        return null;
    return mayNot(options, proposal);
}
/** Whose code may run: that of those who may write here, and a fork's commit that one of them let run. */
async function mayNot(options, { fork, author, head }) {
    if (fork)
        return (await isApproved(options, head)) ? null : { reason: "fork", text: null };
    if (options.run === "never")
        return { reason: "lookup", text: null };
    const may = options.gitHub === null ? "none" : await options.gitHub.permission(author);
    return may === "admin" || may === "write" ? null : { reason: "untrusted", text: null };
}
/** Something is missing that nothing makes: nothing can run. */
function why_not_isBlocked({ plan }) {
    return plan.stages.some(({ action }) => action === "blocked");
}
function hasFailed(run) {
    return run?.stages.some(({ outcome }) => outcome === "failed") ?? false;
}
/** For the log of a job that does not run what is stale. */
function notRunWords({ reason, text }) {
    if (text !== null)
        return text;
    if (reason === "fork")
        return "nothing was run: the code comes from a fork";
    return reason === "untrusted" ? "nothing was run: the author may not start runs here" : "nothing was run";
}

// EXTERNAL MODULE: ./build/claim/index.js + 2 modules
var build_claim = __webpack_require__(90330);
;// CONCATENATED MODULE: ./build/flows/auto/trusted/claim-of.js


/** The artifact that the untrusted lane leaves, and the one file in it. */
const CLAIM_ARTIFACT = { name: "mainline-report", file: "mainline-report.json" };
const NOTHING_YET = { found: null, lie: [] };
/** What the run left, as far as it is about this run and this head. */
async function claimOf(gitHub, run) {
    const disbelief = (why) => ({ found: null, lie: [{ address: null, why }] });
    try {
        const bytes = await gitHub.artifactFile({ run: run.id, ...CLAIM_ARTIFACT, most: build_claim/* CLAIM_LIMITS */.yu.bytes });
        if (bytes === null)
            return NOTHING_YET;
        const claim = (0,build_claim/* readClaim */.jw)(bytes);
        if (claim.run.id !== run.id)
            return disbelief(`it is of another run, ${claim.run.id}`);
        if (claim.run.attempt > run.attempt)
            return disbelief(`it is of an attempt that was not made, ${claim.run.attempt}`);
        if (claim.head !== run.head.sha)
            return disbelief(`it is of another commit, ${claim.head.slice(0, 7)}`);
        return { found: claim, lie: [] };
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.kind !== "input")
            throw failure;
        return disbelief(failure.message);
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/claimed-run.js
/**
 * What a claim says of the run itself, for readers: times and failures, of stages that there are and that are believed. That
 * one ran is said only where its claimed result is what the plan uses: a row decorates what is known, and decides nothing.
 */
function claimedRun(claim, review, disbelieved) {
    const doubted = new Set(disbelieved.map(({ address }) => address));
    const { runCache } = review.shelves;
    const planned = new Map(review.plan.stages.map((each) => [each.stage.address, each]));
    const rows = claim.stages.flatMap((claimed) => {
        const found = planned.get(claimed.address);
        if (found === undefined || doubted.has(claimed.address))
            return [];
        const done = claimed.outcome === "executed" || claimed.outcome === "restored";
        const used = found.result !== null && runCache.digest(found.result) === claimed.result?.value;
        return done && !used ? [] : [row(claimed, found.stage.place)];
    });
    return rows.length === 0 ? null : { schema: "mainline.run/1", stages: rows };
}
function row({ address, outcome, seconds, attempts, message, exitCode, tail, after }, place) {
    const failed = {
        ...(message === undefined ? {} : { message }),
        ...(tail === undefined ? {} : { tail }),
        exitCode: exitCode ?? null,
        file: place.file,
        ...(place.line === undefined ? {} : { line: place.line }),
    };
    return {
        address,
        outcome,
        seconds,
        ...(attempts === undefined ? {} : { attempts }),
        ...(outcome === "failed" ? failed : {}),
        ...(after === undefined ? {} : { after }),
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/flows/entry-format.js
var entry_format = __webpack_require__(81596);
;// CONCATENATED MODULE: ./build/flows/auto/trusted/evidence.js






/**
 * What a run of a pull request claims, held against what can be known without it. An entry counts where its name is in the
 * claim, its bytes hash to that name, its inputs are exactly what the pull request's own files make them, and all that it
 * says came out lies at the remote. What its outputs are worth nobody can tell but by running the stage again.
 */
class Evidence {
    claim;
    #folder;
    #entries;
    /** Key → value, as claimed. */
    #named;
    /** Keys whose claimed entry was there. */
    #waiting = new Set();
    #used = new Set();
    /** Of those used, what became a stage's result and is whole. */
    #whole = [];
    #refused = new Map();
    constructor(claim, folder) {
        this.claim = claim;
        this.#folder = folder;
        this.#entries = new store/* RunCache */.CY(folder, entry_format/* entryFormat */.m);
        this.#named = new Map(claim.stages.flatMap(({ result }) => (result === null ? [] : [[result.key, result.value]])));
    }
    /** Brings in the entries that a claim names from where they wait. */
    static async fetch(claim, shelf) {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-claims-"));
        const evidence = new Evidence(claim, folder);
        if (shelf !== null)
            await shelf.fetchRuns(evidence.#entries, [...evidence.#named.keys()]);
        for (const [key, value] of evidence.#named) {
            if (await evidence.#entries.has({ key, value }))
                evidence.#waiting.add(key);
        }
        return evidence;
    }
    /** An observer that knows the claimed results, too, after all that is known otherwise. */
    hearsay(observer) {
        return {
            ...observer,
            knownRun: async (inputs) => {
                const known = await observer.knownRun(inputs);
                if (known !== null)
                    return known;
                const key = this.#entries.key(inputs);
                const value = this.#named.get(key);
                if (value === undefined || this.#refused.has(key))
                    return null;
                const entries = await this.#entries.find(key);
                const found = entries.find((entry) => this.#entries.digest(entry) === value);
                if (found === undefined || !(0,store/* sameInputs */.kO)(found, inputs))
                    return null;
                this.#used.add(key);
                return found;
            },
        };
    }
    /** Looks whether everything is at the remote that the used entries say came out; true when all of it is. */
    async check(review) {
        const { workspace, shelves } = review;
        const remoteOf = (name) => name === null && shelves.remote !== null ? Promise.resolve(shelves.remote) : workspace.remote(name);
        const whole = [];
        let complete = true;
        for (const planned of review.plan.stages) {
            const key = this.#keyOf(planned);
            if (key === null || !this.#used.has(key))
                continue;
            const lacking = await lackingOutput(planned, review, remoteOf);
            if (lacking === null) {
                whole.push(key);
                continue;
            }
            this.#refused.set(key, `its output ${lacking} is not at the remote, or not what its name says`);
            this.#used.delete(key);
            complete = false;
        }
        this.#whole = whole;
        return complete;
    }
    /** What is claimed and is not so, stage by stage. */
    disbelieved({ plan }) {
        const planned = new Map(plan.stages.map((each) => [each.stage.address, each]));
        return this.claim.stages.flatMap((stage) => {
            const why = this.#doubt(stage, planned.get(stage.address));
            return why === null ? [] : [{ address: stage.address, why }];
        });
    }
    /** What was checked joins the results that everybody finds: here, and at the remote. */
    async accept({ shelves }) {
        const { runCache, remote } = shelves;
        const keys = [...new Set(this.#whole)];
        for (const key of keys) {
            const name = { key, value: this.#named.get(key) ?? "" };
            await runCache.accept(name, await (0,promises_.readFile)(this.#entries.path(name), "utf8"));
        }
        if (keys.length > 0)
            await remote?.pushRuns(runCache, keys);
    }
    /** Stages that this run gave another result than everybody knew before: what was known counts. */
    differing({ plan }) {
        const claimed = new Map(this.claim.stages.map(({ address, result }) => [address, result]));
        return plan.stages.flatMap((planned) => {
            const result = claimed.get(planned.stage.address) ?? null;
            if (result === null || planned.result === null || this.#keyOf(planned) !== result.key)
                return [];
            return this.#entries.digest(planned.result) === result.value ? [] : [planned.stage.address];
        });
    }
    async end() {
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
    #doubt({ result }, planned) {
        if (planned === undefined)
            return "the pull request has no such stage";
        if (result === null)
            return null;
        const refused = this.#refused.get(result.key);
        if (refused !== undefined)
            return refused;
        // what everybody knew before counts, whatever is claimed beside it
        if (this.#keyOf(planned) === result.key)
            return null;
        return this.#waiting.has(result.key)
            ? "it was made from other inputs than the pull request's"
            : "it does not wait at the remote under the name that is claimed";
    }
    #keyOf({ result }) {
        return result === null ? null : this.#entries.key(result);
    }
}
/** The first output that is not all there; null when all are. */
async function lackingOutput({ stage, result }, review, remoteOf) {
    for (const { path, oid, hash } of result?.outs ?? []) {
        const out = stage.outs.find((each) => each.path === path);
        if (out === undefined || oid === null)
            return path;
        if (!out.push)
            continue;
        if (!(await isThere(await remoteOf(out.remote), { oid, hash }, review)))
            return path;
    }
    return null;
}
async function isThere(remote, { oid, hash }, { shelves }) {
    if (!(await remote.has([oid], hash)).has(oid))
        return false;
    if (!oid.endsWith(".dir"))
        return true;
    try {
        await remote.fetch(oid, shelves.cache, hash);
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "object-corrupt")
            return false;
        throw failure;
    }
    const files = (await shelves.cache.readListing(oid, hash))?.map((file) => file.oid);
    return files !== undefined && (await remote.has(files, hash)).size === new Set(files).size;
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/ground.js



/**
 * Merges a pull request anew. A base that the base branch never was is refused, and its tip taken instead. Failures
 * `pull-conflicts`, `clone-shallow`.
 */
async function openGround({ cwd }, { pull, head, remote, base }) {
    const git = await build_git.Git.open(cwd);
    try {
        const tip = await tipOf(git, pull, remote);
        await git.fetchCommit(remote, head);
        if (base !== null && base !== tip)
            await git.fetchCommit(remote, base).catch(() => { });
        const known = base === null || base === tip || (await isBefore(git, base, tip));
        const from = known ? (base ?? tip) : tip;
        const commit = await merged(git, { pull, head }, from);
        const behind = from === tip ? 0 : await git.commitsBetween(from, tip);
        const refused = known ? null : `it stands on ${base?.slice(0, 7)}, which ${pull.baseRef} never was`;
        return { commit, head, base: from, tip, behind, refused };
    }
    finally {
        git.close();
    }
}
/** What the base branch, having moved since, would make run again; null when nothing. */
async function movedOn(context, ground, pull) {
    if (ground.tip === ground.base)
        return null;
    const git = await build_git.Git.open(context.cwd);
    const commit = await merged(git, { pull, head: ground.head }, ground.tip).catch(() => null);
    git.close();
    if (commit === null)
        return `${pull.baseRef} has moved since, and the two conflict now.`;
    const review = await (0,report_review/* openCommitReview */.k7)(context, {
        commit,
        base: ground.tip,
        judge: ground.tip,
        hearsay: (observer) => observer,
        own: "written",
    });
    review.workspace.git?.close();
    if ((0,report_review/* isSettled */.Is)(review))
        return null;
    const names = review.plan.stages.flatMap(({ action, stage }) => action === "run" || action === "maybe" || action === "blocked" ? [`\`${stage.address}\``] : []);
    const shown = names.slice(0, 3).join(", ");
    const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
    return `${pull.baseRef} has moved since this ran: merged into it as it is now, ${shown}${more} would have to run again.`;
}
async function tipOf(git, { baseRef, baseSha }, remote) {
    const tip = await git.tryResolve(`refs/remotes/${remote}/${baseRef}`);
    if (tip !== null)
        return tip;
    await git.fetchCommit(remote, baseSha);
    return baseSha;
}
async function isBefore(git, commit, tip) {
    return (await git.tryResolve(commit)) !== null && (await git.mergeBase(commit, tip)) === commit;
}
async function merged(git, { pull, head }, base) {
    const merge = await git.mergeTrees({ ours: base, theirs: head }, null);
    if (merge === null) {
        throw (0,kernel/* badInput */.AN)("clone-shallow", "this clone lacks the history that merging the pull request needs", {
            hint: "`fetch-depth: 0` for actions/checkout, and git 2.38 or later",
        });
    }
    if (merge.conflicts.length > 0) {
        throw (0,kernel/* badInput */.AN)("pull-conflicts", `the pull request conflicts with ${pull.baseRef}`, {
            found: merge.conflicts.slice(0, 5).join(", "),
            hint: `merge ${pull.baseRef} into it: nothing can be judged before`,
        });
    }
    const { time } = await git.commitInfo(head);
    const message = `Merge ${head} into ${base}`;
    return git.commitMerge({ tree: merge.tree, parents: [base, head], message, at: time });
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/push-lock.js



/** By this line a commit is known as one of these. */
const TRAILER = "Mainline-Lock: true";
/**
 * Puts the true `dvc.lock` on a pull request's branch: one commit on the head that was judged, or none. Only where the head by
 * itself, not merged with its base, has these results, and where no person changed the lock on the branch. The commit's id,
 * or null and why there is none in the log.
 */
async function pushLock(context, review, push) {
    const { pull, head, gitHub, runUrl } = push;
    const { progress } = context;
    if (pull.fork || pull.state !== "open")
        return null;
    const git = await build_git.Git.open(context.cwd);
    try {
        const files = await trueLocks(git, review, head);
        if (files === null) {
            progress.say(`dvc.lock is left as it is: ${pull.headRef} without ${pull.baseRef} has other inputs`);
            return null;
        }
        if (files.size === 0)
            return null;
        const own = await personsLock(git, [...files.keys()], { pull, head });
        if (own !== null) {
            progress.warn(`${own} was changed by hand on ${pull.headRef}: it is left as it is`);
            return null;
        }
        const commit = await gitHub.commitOnBranch({
            branch: pull.headRef,
            onto: head,
            headline: "Bring dvc.lock up to date",
            body: `What ${runUrl} made of ${head.slice(0, 7)}.\n\n${TRAILER}`,
            files,
        });
        progress.say(commit === null
            ? `${pull.headRef} has moved on: its dvc.lock is left to the next run`
            : `dvc.lock on ${pull.headRef} is up to date as of ${commit.slice(0, 7)}`);
        return commit;
    }
    finally {
        git.close();
    }
}
/** Whether a commit looks like one of these, made on `head`. Anybody can write what it looks like: see `trueLock`. */
async function isLockCommit(git, commit, head) {
    const { parents, body } = await git.commitInfo(commit);
    return parents.length === 1 && parents[0] === head && hasTrailer(body);
}
/** A commit that is `head` with its true locks and nothing else, whoever made it: what was judged is what it holds. Else null. */
async function trueLock({ cwd, progress }, review, { head, locked }) {
    const git = await build_git.Git.open(cwd);
    try {
        const files = (await trueLocks(git, review, head)) ?? new Map();
        const changed = await git.changedFiles(head, locked);
        const tree = git.treeAt(locked);
        for (const path of changed) {
            const [wanted, found] = [files.get(path), await tree.read(path)];
            if (wanted !== undefined && found !== null && Buffer.compare(wanted, found) === 0)
                continue;
            progress.warn(`${locked.slice(0, 7)} says that it brings dvc.lock up to date, and ${path} in it is not so`);
            return null;
        }
        return locked;
    }
    finally {
        git.close();
    }
}
/** Files, relative to the git root, that have to read otherwise on the head; null when its results are not known. */
async function trueLocks(git, { workspace, shelves }, head) {
    const { root, below, config } = workspace;
    const { unknown, locks } = await (0,know/* knownAt */.p)(git.treeAt(head, below), { root, config, ...shelves });
    if (unknown.size > 0)
        return null;
    return new Map([...locks].map(([path, bytes]) => [(0,kernel/* joinPath */.uJ)(below, path), bytes]));
}
/** The first lock that somebody else than us changed last on the branch; null when nobody did. */
async function personsLock(git, paths, { pull, head }) {
    for (const path of paths) {
        const change = await git.lastChange({ from: pull.baseSha, to: head, path });
        if (change !== null && !hasTrailer(change.body))
            return path;
    }
    return null;
}
function hasTrailer(body) {
    return body.split("\n").includes(TRAILER);
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/pull-of.js


/**
 * By head repository, branch and commit, never by a number that the run itself says: the open ones that have the commit as
 * their head, that to the default branch first; where none has, the one of that branch which comes nearest.
 */
async function pullsOf(gitHub, run, mainLine) {
    const { head, headRepository } = run;
    if (headRepository === null)
        return [];
    const all = await gitHub.pullsFrom({ owner: headRepository.owner, branch: head.branch });
    const theirs = all
        .filter((pull) => pull.headRef === head.branch && pull.headRepositoryId === headRepository.id)
        .toSorted((a, b) => Number(b.baseRef === mainLine) - Number(a.baseRef === mainLine));
    const open = theirs.filter(({ state }) => state === "open");
    const exact = open.filter(({ headSha }) => headSha === head.sha);
    if (exact.length > 0)
        return exact;
    return [theirs.find(({ headSha }) => headSha === head.sha) ?? open[0] ?? theirs[0]].filter((pull) => pull !== undefined);
}
/** The pull's head, where it looks like our own commit of the lock on the head that ran: we may have been ended after it. */
async function lockedHead({ cwd }, { remote, lock }, { pull, run }) {
    if (lock !== "push" || pull.fork || pull.state !== "open" || pull.headSha === run.head.sha)
        return null;
    const git = await build_git.Git.open(cwd);
    try {
        await git.fetchCommit(remote, pull.headSha);
        return (await isLockCommit(git, pull.headSha, run.head.sha)) ? pull.headSha : null;
    }
    finally {
        git.close();
    }
}

// EXTERNAL MODULE: ./build/source/index.js + 25 modules
var source = __webpack_require__(5010);
;// CONCATENATED MODULE: ./build/flows/auto/chat/grammar.js

/** How a command begins. */
const PREFIX = "/mainline";
/** Name → how it is written, and what it does, in the order of `help`. */
const VERBS = {
    help: { usage: "help", says: "these lines" },
    plan: { usage: "plan", says: "looks at the pull request anew, and writes the report" },
    gate: { usage: "gate", says: "the same: what the gates say of what is known" },
    run: {
        usage: "run [COMMIT]",
        says: "runs what is stale; of a fork, the COMMIT that you have read",
    },
    retry: { usage: "retry", says: "runs it again after a failure or a cancellation" },
    cancel: { usage: "cancel", says: "ends what runs for this pull request" },
    status: { usage: "status", says: "what runs in which environment" },
    promote: { usage: 'promote ENVIRONMENT [VERSION] [reason="…"]', says: "brings a version into an environment" },
    rollback: {
        usage: 'rollback ENVIRONMENT [VERSION] [reason="…"]',
        says: "brings back what an environment held before",
    },
};
const LONGEST = 500;
/** A word, or `name="words"`, or `name=word`. */
const WORD = /([a-z]+)="([^"]*)"|([a-z]+)=(\S+)|(\S+)/gy;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * The command in a comment: its first line, from the first letter on. Quotes, code and everything below are none. Null for
 * a comment that asks for nothing. Only plain letters count: what looks like one and is another is a mistake.
 */
function parseAsk(body, prefix) {
    const [line = ""] = body.split(/\r?\n/, 1);
    const asked = line.trimEnd();
    if (asked !== prefix && !asked.startsWith(`${prefix} `))
        return null;
    if (asked.length > LONGEST)
        return mistake(`a command has at most ${LONGEST} letters`);
    const rest = asked.slice(prefix.length).trim();
    if (!/^[\x20-\x7e]*$/.test(rest.replace(/"[^"]*"/g, "")))
        return mistake("only plain letters make a command");
    const words = wordsOf(rest);
    if (words === null)
        return mistake("a quote does not end");
    const [verb = "help", ...operands] = words.plain;
    if (!isVerb(verb))
        return mistake(`there is no command \`${verb}\``, (0,source.didYouMean)(verb, Object.keys(VERBS)));
    return ask(verb, operands, words.named);
}
function wordsOf(text) {
    const plain = [];
    const named = new Map();
    const pattern = new RegExp(WORD);
    for (let at = 0; at < text.length;) {
        if (text[at] === " ") {
            at++;
            continue;
        }
        pattern.lastIndex = at;
        const [found = "", quoted, words = "", bare, word = "", single] = pattern.exec(text) ?? [];
        if (found === "" || (single ?? word).includes('"'))
            return null;
        if (quoted !== undefined)
            named.set(quoted, words);
        else if (bare !== undefined)
            named.set(bare, word);
        else
            plain.push(single ?? "");
        at += found.length;
    }
    return { plain, named };
}
function ask(verb, operands, named) {
    const [first = null, second = null, ...more] = operands;
    const usage = `it is written \`${VERBS[verb].usage}\``;
    const odd = [...named.keys()].find((name) => name !== "reason" || (verb !== "promote" && verb !== "rollback"));
    if (odd !== undefined)
        return mistake(`\`${verb}\` takes no \`${odd}=\``, usage);
    const reason = named.get("reason") ?? null;
    switch (verb) {
        case "promote":
            return more.length > 0 ? tooMany(verb) : { verb, environment: first, version: second, reason };
        case "rollback":
            return more.length > 0 ? tooMany(verb) : { verb, environment: first, to: second, reason };
        case "run":
        case "retry":
            if (second !== null)
                return tooMany(verb);
            if (first !== null && !COMMIT.test(first))
                return mistake("a commit is named by all of its hex digits", usage);
            return { verb, sha: first };
        default:
            return first === null ? { verb } : tooMany(verb);
    }
}
function tooMany(verb) {
    return mistake(`\`${verb}\` takes fewer words`, `it is written \`${VERBS[verb].usage}\``);
}
function mistake(said, hint = null) {
    return { verb: "mistake", said, hint };
}
function isVerb(word) {
    return Object.hasOwn(VERBS, word);
}
/** All commands, a line each. */
function helpText(prefix) {
    const rows = Object.values(VERBS).map(({ usage, says }) => ({ line: `${prefix} ${usage}`, says }));
    const width = Math.max(...rows.map(({ line }) => line.length));
    return rows.map(({ line, says }) => `${line.padEnd(width)}  ${says}`).join("\n");
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/why-stale.js


/** Why stages are stale still: nothing may run, the run goes on, or it ended without them. */
async function whyStale(options, { pull, run, ended, review, claimed }) {
    const forbidden = await whyNot({ ...options, run: "here" }, { fork: pull.fork, author: pull.author, head: run.head.sha }, review);
    if (why_not_isBlocked(review))
        return null;
    if (run.conclusion === "action_required")
        return { reason: "policy", text: HELD };
    if (forbidden !== null || !ended)
        return forbidden;
    switch (run.conclusion) {
        case "cancelled":
            return { reason: "policy", text: "The run was cancelled: run it again to go on from what it had finished." };
        case "timed_out":
            return { reason: "lost", text: "The run took longer than its workflow allows, and was ended." };
        case "skipped":
        case "stale":
            return { reason: "policy", text: "GitHub skipped the run." };
        default:
            return { reason: "lost", text: claimed ? SILENT : null };
    }
}
const SILENT = "The run's report says nothing of stages that are stale. One that always runs has no result that could be looked up.";
const HELD = "GitHub holds the run back until somebody who may write here approves it.";
/** What a reader can write to go on. */
function nextAfter(notRun, run) {
    if (notRun === null || run.conclusion === "action_required")
        return [];
    const command = `${PREFIX} run ${run.head.sha}`;
    if (notRun.reason === "fork")
        return [{ text: "somebody who may write here, and has read it, lets it run", command }];
    const again = notRun.reason === "lost" || run.conclusion === "cancelled";
    return again ? [{ text: "run it again", command: `${PREFIX} retry` }] : [];
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/judging.js

















/**
 * A run of the untrusted lane began or ended: what it claims is checked, what can be known without it is worked out anew
 * from the pull request's files, and comment and check are written. Code of the pull request is read here, as data, and
 * never run; gates and everything that says where to look are the default branch's. The check is concluded whatever happens.
 */
async function onWorkflowRun(context, options, { run, action, repository }) {
    if (run.event !== "pull_request")
        return nothing(`a run on \`${run.event}\` makes nothing that is judged here`);
    return judgeRun(context, options, { run, ended: action === "completed", mainLine: repository.defaultBranch });
}
/** Judges the pull requests of a run as they stand: one for each branch that its head is proposed to. */
async function judgeRun(context, options, order) {
    const gitHub = neededGitHub(options, "the trusted lane");
    const { sha } = order.run.head;
    const [newest] = await gitHub.workflowRuns({ workflow: order.run.workflowId, sha, event: order.run.event });
    const same = newest?.id === order.run.id;
    if (newest !== undefined && (newest.id > order.run.id || (same && newest.attempt > order.run.attempt)))
        return nothing(`a newer run looks after ${sha.slice(0, 7)}: it has the word`);
    // an event may come late: what it says of the run's state is less than GitHub knows now
    const over = same && newest?.status === "completed";
    const run = over ? newest : order.run;
    const ended = order.ended || over;
    const pulls = await pullsOf(gitHub, run, order.mainLine);
    const judgements = [];
    for (const pull of pulls) {
        const checkName = checkNameFor(options.checkName, pull.baseRef, order.mainLine);
        // what is wrong with one of them must not leave the check of another open
        judgements.push(...(await Promise.allSettled([judgePull(context, { options, gitHub, checkName, run, pull, ended })])));
    }
    for (const each of judgements)
        if (each.status === "rejected")
            throw each.reason;
    const [first] = judgements.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    return first ?? ofNobody(context, options, { gitHub, run });
}
/** A check that was begun is concluded, though there is no pull request any more that it could be about. */
async function ofNobody({ progress }, { checkName }, { gitHub, run }) {
    const { sha: headSha } = run.head;
    const said = `no pull request has ${headSha.slice(0, 7)} as its head`;
    const seen = await gitHub.lastCheck({ headSha, name: checkName });
    if (seen !== null && seen.conclusion === null) {
        const board = new Board({ gitHub, progress, checkName, comment: false, headSha, pull: null, runUrl: run.url });
        await board.conclude({ conclusion: "cancelled", title: "Nothing to judge", summary: `${said}.`, annotations: [] });
    }
    return nothing(said);
}
async function judgePull(context, at) {
    const { options, gitHub, checkName, run, pull } = at;
    const { progress } = context;
    const { comment } = options;
    const about = { gitHub, progress, checkName, comment, headSha: run.head.sha, pull: pull.number, runUrl: run.url };
    const board = new Board(about);
    await board.begin("Looking at what changed");
    try {
        return await judged(context, { ...at, board, locked: await lockedHead(context, options, { pull, run }) });
    }
    catch (cause) {
        await sayFailure(context, board, cause);
        throw cause;
    }
}
async function judged(context, at) {
    const { options, pull, run } = at;
    const forbidden = await mayNot({ ...options, run: "here" }, { fork: pull.fork, author: pull.author, head: run.head.sha });
    const { found, lie } = at.ended ? await claimOf(at.gitHub, run) : NOTHING_YET;
    const { remote } = options;
    const ground = await openGround(context, { pull, head: run.head.sha, remote, base: found?.base ?? null });
    const refused = ground.refused ?? (found === null || forbidden === null ? null : UNASKED);
    const lies = refused === null ? lie : [...lie, { address: null, why: refused }];
    const claim = refused === null ? found : null;
    // whoever may not run code here may not tell by a lock either what it makes
    const own = forbidden === null ? "written" : "known";
    const { review, evidence } = await reviewed(context, { run, ground, claim, own });
    try {
        await evidence?.accept(review);
        const report = await reported(context, { ...at, ground, review, evidence, lies });
        context.signal.throwIfAborted();
        const goesOn = !at.ended && !(0,report_review/* isSettled */.Is)(review) && report.notRun === null && !why_not_isBlocked(review);
        if (goesOn)
            return await handOn(at.board, review, report);
        const outcome = await verdict_published(report, at.board);
        if ((0,report_review/* isSettled */.Is)(review) && options.lock === "push")
            await withLock(context, { ...at, review }, report);
        return outcome;
    }
    finally {
        review.workspace.git?.close();
        await evidence?.end();
    }
}
/** What code has made that nobody let run counts for nothing, however it came to run. */
const UNASKED = "nobody who may write here let this commit run";
/**
 * The true lock on the branch makes a new head, which no workflow looks at when a workflow's own token made it: the verdict
 * goes there, too. The verdict does not depend on it: what goes wrong is said.
 */
async function withLock(context, at, report) {
    const { gitHub, pull, run, checkName, locked, review } = at;
    const { progress } = context;
    try {
        const push = { gitHub, pull, head: run.head.sha, runUrl: run.url };
        const commit = locked === null ? await pushLock(context, review, push) : await trueLock(context, review, { ...push, locked });
        if (commit === null)
            return;
        const about = { gitHub, progress, checkName, comment: false, pull: null, runUrl: run.url };
        await new Board({ ...about, headSha: commit }).conclude((0,build_report.renderCheck)(report));
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        const hint = failure.details.hint === undefined ? "" : ` (${failure.details.hint})`;
        progress.warn(`dvc.lock was not brought up to date: ${failure.message}${hint}`);
    }
}
/** Plans the pull request's merge with what is claimed; what turns out not to lie at the remote is left out the second time. */
async function reviewed(context, { run, ground, claim, own }) {
    const about = { commit: ground.commit, base: ground.base, judge: ground.tip, own };
    if (claim === null) {
        return { review: await (0,report_review/* openCommitReview */.k7)(context, { ...about, hearsay: (observer) => observer }), evidence: null };
    }
    let evidence = null;
    const hearsay = async (observer, { remote }) => {
        evidence ??= await Evidence.fetch(claim, remote?.claims(run.id) ?? null);
        return evidence.hearsay(observer);
    };
    for (;;) {
        const review = await (0,report_review/* openCommitReview */.k7)(context, { ...about, hearsay });
        if (evidence === null)
            throw new Error("a review did not look at what is claimed");
        if (await evidence.check(review))
            return { review, evidence };
        review.workspace.git?.close();
    }
}
async function reported(context, told) {
    const { review, evidence, ground, pull, run, lies } = told;
    const disbelieved = [...lies, ...(evidence?.disbelieved(review) ?? [])];
    const claimed = evidence === null ? null : claimedRun(evidence.claim, review, disbelieved);
    const notRun = (0,report_review/* isSettled */.Is)(review) || disbelieved.length > 0 || hasFailed(claimed)
        ? null
        : await whyStale(told.options, { ...told, claimed: evidence !== null });
    const moved = told.ended ? await movedOn(context, ground, pull) : null;
    return (0,compose/* compose */.Z)(context, review, {
        pull: { number: pull.number },
        base: { name: pull.baseRef, commit: ground.base, behind: ground.behind },
        head: { name: "this PR", commit: run.head.sha },
        run: claimed,
        results: "recorded",
        disbelieved,
        notRun,
        // by the policy of the branch as it is: which registry is asked is not the pull request's to say, nor its run's
        merging: (0,report_review/* isSettled */.Is)(review) ? { rev: ground.commit, remote: told.options.remote, policy: ground.tip } : null,
        links: { run: run.url },
        warnings: [...(moved === null ? [] : [moved]), ...(await doubts(told))],
        next: notRun === null && !told.ended && !(0,report_review/* isSettled */.Is)(review) ? TAKEN : nextAfter(notRun, run),
    });
}
/** What a reader should know of where results come from. */
async function doubts({ review, evidence }) {
    const { base, project, shelves } = review;
    const recorded = base === null ? [] : [...(await (0,truth/* unknownLocks */.ni)(project, base, shelves))];
    const other = evidence?.differing(review) ?? [];
    return [
        ...recorded.map((address) => `\`${address}\`: its result is what dvc.lock of the pull request says. It was not run here.`),
        ...other.map((address) => `\`${address}\`: this run made something else of the same inputs than is known already. What was known counts.`),
    ];
}

;// CONCATENATED MODULE: ./build/flows/auto/chat/authority.js

/** Everybody may ask for words. */
const FREE = new Set(["help", "status"]);
/** What writes the report anew is for the pull's author as well. */
const AUTHORS = new Set(["plan", "gate"]);
/**
 * What costs a machine or moves an environment is for those who may write. Whoever GitHub does not know may do nothing of
 * it. Asked live: what an event says of its sender may be out of date.
 */
async function mayAsk(gitHub, ask, { sender, author }) {
    if (FREE.has(ask.verb) || (AUTHORS.has(ask.verb) && sender === author))
        return null;
    const level = await gitHub.permission(sender);
    return level === "admin" || level === "write"
        ? null
        : `${sender} may not: \`${ask.verb}\` is for those who may write here`;
}
/**
 * A run is for the commit that the one who asks for it has seen: the one that he names; else the head, when our check stood
 * on it before he wrote. Strangers' code has to be named. What was pushed in between is somebody's who was not asked.
 */
async function hasSeen({ gitHub, pull, event, checkName }, sha) {
    if (pull.state !== "open")
        return "the pull request is closed";
    if (sha !== null) {
        return sha === pull.headSha ? null : `its head is ${pull.headSha} now: look at that, and ask again`;
    }
    if (pull.fork)
        return `for a fork's pull request, name the commit that you have read: \`run ${pull.headSha}\``;
    const name = checkNameFor(checkName, pull.baseRef, event.repository.defaultBranch);
    const check = await gitHub.lastCheck({ headSha: pull.headSha, name });
    const shown = check?.startedAt ?? null;
    return shown !== null && shown.getTime() <= event.comment.createdAt.getTime()
        ? null
        : `its head has changed since: it is ${pull.headSha} now, look at that, and ask again`;
}

;// CONCATENATED MODULE: ./build/flows/auto/chat/runs.js


/** The file of the untrusted lane, as `mainline init` names it. */
const UNTRUSTED_WORKFLOW = "mainline-pull-request.yml";
/** For the pull's head, the newest first. */
function runsOf({ gitHub, pull }) {
    return gitHub.workflowRuns({ workflow: UNTRUSTED_WORKFLOW, sha: pull.headSha, event: "pull_request" });
}
/** The newest run for the pull's head; null where none has begun. */
async function newestRun(about) {
    return (await runsOf(about))[0] ?? null;
}
/** Begins the run of a pull's head anew, or lets one begin that waits. A fork's code is let run for this one commit, by name. */
async function runAgain(about, sha) {
    const { gitHub, event, pull, checkName } = about;
    const unseen = await hasSeen(about, sha);
    if (unseen !== null)
        return { kind: "refused", said: unseen, text: null };
    const run = await newestRun(about);
    if (run === null)
        return { kind: "refused", said: "no run of it has begun yet", text: null };
    if (run.status !== "completed")
        return { kind: "done", said: `it is at work already: ${run.url}`, text: null };
    const { headSha } = await gitHub.pullRequest(pull.number);
    if (headSha !== pull.headSha)
        return { kind: "refused", said: "its head has changed just now", text: null };
    if (pull.fork) {
        await gitHub.checkRun({
            name: approvalName(checkName),
            headSha,
            status: "completed",
            conclusion: "success",
            output: {
                title: `Let run by ${event.sender}`,
                summary: `The code of \`${headSha}\` was read by ${event.sender}.`,
            },
        });
    }
    if (run.conclusion === "action_required")
        await gitHub.approveRun(run.id);
    else
        await gitHub.rerun(run.id);
    return { kind: "done", said: `${headSha.slice(0, 7)} runs: ${run.url}`, text: null };
}
/** Ends what runs for the pull's head. What a stage had finished stays on its machine. */
async function cancelRuns(about) {
    const running = (await runsOf(about)).filter(({ status }) => status !== "completed");
    for (const { id } of running)
        await about.gitHub.cancelRun(id);
    if (running.length === 0)
        return { kind: "refused", said: "nothing of it runs", text: null };
    return { kind: "done", said: "the run is being ended; stages that had finished are kept on its machine", text: null };
}

;// CONCATENATED MODULE: ./build/flows/auto/chat/on-comment.js








/**
 * A comment below a pull request: a command is answered with a reaction at once, carried out, and answered at the top of the
 * one comment. Only new comments of people count, by the text that the event brought: what is edited later asks for nothing.
 */
async function onComment(context, options, event) {
    if (event.action !== "created")
        return nothing(`\`${event.action}\` of a comment asks for nothing`);
    if (event.pull === null)
        return nothing("the comment is below an issue");
    if (event.comment.byBot)
        return nothing("the comment is a program's");
    const ask = parseAsk(event.comment.body, PREFIX);
    if (ask === null)
        return nothing("the comment asks for nothing");
    const gitHub = neededGitHub(options, "a command in a comment");
    const { id } = event.comment;
    await gitHub.react({ comment: id, content: "eyes" });
    try {
        const reply = await replyTo(context, { options, gitHub, event, pull: event.pull }, ask);
        if (reply.kind === "elsewhere")
            return { ...nothing(reply.said), runElsewhere: true };
        await answer({ gitHub, event, pull: event.pull }, ask, reply);
        return { ...nothing(reply.said), answer: reply.kind === "done" ? "yes" : "no" };
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR) {
            await answer({ gitHub, event, pull: event.pull }, ask, { kind: "refused", said: failure.message, text: null });
        }
        throw failure;
    }
}
async function replyTo(context, asked, ask) {
    if (ask.verb === "mistake") {
        const hint = ask.hint === null ? "" : `: ${ask.hint}`;
        return { kind: "unclear", said: `${ask.said}${hint}`, text: ask.hint === null ? helpText(PREFIX) : null };
    }
    const { options, gitHub, event } = asked;
    const refusal = await mayAsk(gitHub, ask, event);
    if (refusal !== null)
        return { kind: "refused", said: refusal, text: null };
    switch (ask.verb) {
        case "help":
            return { kind: "done", said: "this is understood", text: helpText(PREFIX) };
        case "status":
            return statusNow(context, options, event.sender);
        case "plan":
        case "gate":
            return lookedAnew(context, asked);
        case "run":
        case "retry":
            return runAgain(await aboutPull(asked), ask.sha);
        case "cancel":
            return cancelRuns(await aboutPull(asked));
        case "promote":
        case "rollback":
            return options.run === "elsewhere" ? HANDED_ON : on_comment_moved(context, options, { ask, by: event.sender });
    }
}
const HANDED_ON = {
    kind: "elsewhere",
    said: "the job that reaches the environments goes on with it",
    text: null,
};
async function aboutPull({ options, gitHub, event, pull }) {
    return { gitHub, event, pull: await gitHub.pullRequest(pull), checkName: options.checkName };
}
async function statusNow(context, options, by) {
    const { result } = await onCommand(context, options, { command: "status", by });
    return {
        kind: "done",
        said: "this is what the tags say",
        text: result === null ? null : (0,build_report.renderText)(result, build_report.plainStyle),
    };
}
async function lookedAnew(context, asked) {
    const { gitHub, options, pull, event } = asked;
    const run = await newestRun({ gitHub, pull: await gitHub.pullRequest(pull) });
    if (run === null)
        return { kind: "refused", said: "no run of it has begun yet", text: null };
    const { said } = await judgeRun(context, options, {
        run,
        ended: run.status === "completed",
        mainLine: event.repository.defaultBranch,
    });
    return { kind: "done", said: `looked at anew: ${said}`, text: null };
}
async function on_comment_moved(context, options, { ask, by }) {
    const { verb, environment, reason } = ask;
    const asked = verb === "promote" ? { version: ask.version } : { to: ask.to };
    const given = { ...options.arguments, environment, reason, ...asked, force: false };
    const outcome = await onCommand(context, { ...options, arguments: given }, { command: verb, by });
    const text = outcome.result === null ? null : (0,build_report.renderText)(outcome.result, build_report.plainStyle);
    return { kind: outcome.answer === "yes" ? "done" : "refused", said: outcome.said, text };
}
const REACTIONS = { done: "rocket", refused: "-1", unclear: "confused" };
async function answer({ gitHub, event, pull }, ask, { kind, said, text }) {
    if (kind === "elsewhere")
        return;
    const at = { issue: pull, marker: build_report.COMMENT_MARKER };
    const [before] = await gitHub.ourComments(at);
    const command = ask.verb === "mistake" ? PREFIX : `${PREFIX} ${ask.verb}`;
    const body = (0,build_report.withAnswer)(before?.body ?? null, { command, by: event.sender, kind, said, text });
    await gitHub.upsertComment({ ...at, body });
    await gitHub.react({ comment: event.comment.id, content: REACTIONS[kind] });
}

;// CONCATENATED MODULE: ./build/flows/auto/conclude.js



/**
 * After a step that did not end by itself (out of memory, out of time, killed): checks that it left open are concluded, so
 * that no required one waits for ever. What is concluded already stays as it is.
 */
async function conclude({ progress }, options) {
    const { event, checkName, runUrl } = options;
    const gitHub = neededGitHub(options, "concluding a check");
    const headSha = await headOf(gitHub, event);
    if (headSha === null)
        return nothing(`\`${event.kind}\` has no commit whose checks could be open`);
    const open = (await gitHub.openChecks(headSha)).filter((name) => isCheckName(name, checkName));
    for (const name of open) {
        const board = new Board({ gitHub, progress, checkName: name, comment: false, headSha, pull: null, runUrl });
        await board.conclude({
            conclusion: "failure",
            title: "Mainline did not come to an end",
            summary: WHY,
            annotations: [],
        });
    }
    return nothing(open.length === 0 ? "no check was left open" : `concluded ${open.join(", ")}: it had been left open`);
}
const WHY = "The job that judges was ended before it had a verdict: out of memory, out of time, or killed. Its log says more. `/mainline plan` below the pull request, or running the job again, looks at it anew.";
async function headOf(gitHub, event) {
    switch (event.kind) {
        case "workflow_run":
            return event.run.head.sha;
        case "pull_request":
        case "merge_group":
            return event.head.sha;
        case "issue_comment":
            return event.pull === null ? null : (await gitHub.pullRequest(event.pull)).headSha;
        default:
            return null;
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/merge-group.js








/**
 * The merge queue asks: the answer is looked up by content, in seconds. Where the main line has moved so that inputs are
 * not the ones that were run with, it is no, with the stages and what differs: nothing is trained while others wait.
 */
async function onMergeGroup(context, options, event) {
    if (event.action !== "checks_requested")
        return nothing(`\`${event.action}\` of a merge group asks nothing`);
    const { gitHub, runUrl } = options;
    const base = event.base.ref.replace(/^refs\/heads\//, "");
    const checkName = checkNameFor(options.checkName, base, event.repository.defaultBranch);
    const { progress } = context;
    const board = new Board({
        gitHub,
        progress,
        checkName,
        runUrl,
        comment: false,
        headSha: event.head.sha,
        pull: null,
    });
    await board.begin("Looking it up");
    try {
        const git = await build_git.Git.open(context.cwd);
        await git.fetchCommit(options.remote, event.base.sha);
        const review = await (0,report_review/* openReview */.py)(context, event.base.sha);
        try {
            const open = !(0,report_review/* isSettled */.Is)(review) && !why_not_isBlocked(review);
            const report = await (0,compose/* compose */.Z)(context, review, {
                pull: null,
                base: { name: base, commit: event.base.sha },
                head: { name: "the queue", commit: event.head.sha },
                run: null,
                notRun: open ? { reason: "lookup", text: MOVED } : null,
                merging: null,
                links: runUrl === null ? {} : { run: runUrl },
                warnings: [],
                ...(open ? { next: [{ text: "update the pull request, so that its own run makes these results" }] } : {}),
            });
            return await verdict_published(report, board);
        }
        finally {
            review.workspace.git?.close();
        }
    }
    catch (cause) {
        await sayFailure(context, board, cause);
        throw cause;
    }
}
const MOVED = "Together with what merged before it, the inputs are not the ones that the pull request ran with; the queue trains nothing.";

;// CONCATENATED MODULE: ./build/flows/auto/merged-head.js

/** The commit that was checked out and what it changes: of GitHub's test merge the first parent, else the event's base. */
async function mergedHead(context, remote, event) {
    const git = await build_git.Git.open(context.cwd);
    const commit = await git.resolve("HEAD");
    const [first, second] = await git.writtenParents(commit);
    const base = second === event.head.sha && first !== undefined ? first : event.base.sha;
    await git.fetchCommit(remote, base);
    return { commit, base };
}

;// CONCATENATED MODULE: ./build/flows/auto/pull.js









/** After these the head is another one than before; other actions leave what was said as true as it was. */
const ACTIONS = new Set(["opened", "synchronize", "reopened"]);
/** A pull request: plan, run what may run, compare, judge, say so. The check is concluded whatever happens. */
async function onPullRequest(context, options, event) {
    if (!ACTIONS.has(event.action))
        return nothing(`\`${event.action}\` changes nothing about what #${event.number} makes`);
    const { gitHub, runUrl, comment } = options;
    const checkName = checkNameFor(options.checkName, event.base.ref, event.repository.defaultBranch);
    const { progress } = context;
    const about = { gitHub, progress, checkName, runUrl, comment, headSha: event.head.sha, pull: event.number };
    const board = new Board(about);
    await board.begin("Looking at what changed");
    try {
        return await pull_judged(context, { options, event, board });
    }
    catch (cause) {
        await sayFailure(context, board, cause);
        throw cause;
    }
}
async function pull_judged(context, at) {
    const { board, event, options } = at;
    const head = await mergedHead(context, options.remote, event);
    const review = await (0,report_review/* openReview */.py)(context, head.base);
    try {
        const stale = !(0,report_review/* isSettled */.Is)(review);
        const notRun = stale ? await whyNot(options, { ...event, head: event.head.sha }, review) : null;
        const sides = {
            pull: { number: event.number },
            base: { name: event.base.ref, commit: head.base },
            head: { name: "this PR", commit: event.head.sha },
            links: options.runUrl === null ? {} : { run: options.runUrl },
            warnings: [],
        };
        if (stale && notRun === null && options.run === "elsewhere") {
            const report = await (0,compose/* compose */.Z)(context, review, { ...sides, run: null, notRun: null, merging: null, next: TAKEN });
            return await handOn(board, review, report);
        }
        if (!stale)
            await shareKnown(context, review);
        const runs = stale && notRun === null && !why_not_isBlocked(review);
        const run = runs ? (await executeReview(context, review)).document : null;
        const report = await (0,compose/* compose */.Z)(context, review, {
            ...sides,
            run,
            notRun,
            merging: hasFailed(run) ? null : { rev: head.commit, remote: options.remote },
        });
        context.signal.throwIfAborted();
        return await verdict_published(report, board);
    }
    finally {
        review.workspace.git?.close();
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/untrusted/claiming.js








/**
 * A pull request in the lane that nobody trusts: planned, run where it may be, and nothing written at GitHub. What came of
 * it waits at the remote under this run's own id, and is claimed in one report for the trusted lane to check.
 */
async function onUntrustedPull(trusting, options, event) {
    if (!ACTIONS.has(event.action))
        return nothing(`\`${event.action}\` changes nothing about what #${event.number} makes`);
    const context = { ...trusting, writeOnce: true };
    const head = await mergedHead(context, options.remote, event);
    const review = await (0,report_review/* openReview */.py)(context, head.base);
    try {
        const stale = !(0,report_review/* isSettled */.Is)(review);
        const notRun = stale ? await whyNot(options, { ...event, head: event.head.sha }, review) : null;
        const runs = stale && notRun === null && !why_not_isBlocked(review);
        if (runs && options.run === "elsewhere")
            return { ...outcomeOf(review.document, waitingWords(review)), runElsewhere: true };
        const made = runs ? await claiming_ran(context, options, review) : await found(context, options, review);
        const claim = {
            schema: "mainline.claim/1",
            run: options.workflowRun,
            head: event.head.sha,
            base: head.base,
            stages: made.stages,
        };
        context.signal.throwIfAborted();
        const said = notRun === null ? made.said : notRunWords(notRun);
        return { ...outcomeOf(claim, said), answer: made.failed ? "no" : "yes", result: made.document ?? review.document };
    }
    finally {
        review.workspace.git?.close();
    }
}
async function claiming_ran(context, { workflowRun }, review) {
    const { remote, runCache } = review.shelves;
    const { document, results } = await executeReview(context, review, remote?.claims(workflowRun.id) ?? null);
    const names = namesOf(results, runCache);
    const stages = document.stages.flatMap((row) => claimedRow(row, names.get(row.address) ?? null));
    const failed = document.stages.some(({ outcome }) => outcome === "failed");
    return { stages, document, failed, said: failed ? "a stage failed" : "what was stale has run" };
}
/** Nothing has to run here, for all that this machine knows; what only it knows is claimed as well. */
async function found(context, { workflowRun }, review) {
    const { remote, runCache } = review.shelves;
    await shareKnown(context, review, remote?.claims(workflowRun.id) ?? null);
    const names = namesOf(knownResults(review), runCache);
    const stages = [...names].map(([address, result]) => ({
        address,
        outcome: "restored",
        seconds: 0,
        result,
    }));
    return { stages, document: null, failed: why_not_isBlocked(review), said: "nothing was run" };
}
function namesOf(results, runCache) {
    return new Map(results
        .filter(({ stage }) => (0,plan/* reusable */.Ez)(stage))
        .map(({ stage, entry }) => [stage.address, { key: runCache.key(entry), value: runCache.digest(entry) }]));
}
/** Stages that were up to date already are known to everyone: of them nothing is claimed. */
function claimedRow({ address, outcome, seconds, attempts, message, exitCode, tail, after }, result) {
    if (outcome === "unchanged" || outcome === "frozen")
        return [];
    return [
        {
            address,
            outcome,
            seconds,
            result: outcome === "executed" || outcome === "restored" ? result : null,
            ...(attempts === undefined ? {} : { attempts }),
            ...(message === undefined ? {} : { message }),
            ...(exitCode == null ? {} : { exitCode }),
            ...(tail === undefined ? {} : { tail }),
            ...(after === undefined ? {} : { after }),
        },
    ];
}
function outcomeOf(document, said) {
    return { answer: "yes", document, said, result: document, check: null, comment: null, runElsewhere: false };
}

;// CONCATENATED MODULE: ./build/flows/auto.js











/** Does what an event at GitHub asks for. Killed at any moment and started again, it comes to the same end. */
async function auto(context, options) {
    const { event } = options;
    if (options.command === "conclude")
        return conclude(context, options);
    if (event.kind === "workflow_dispatch") {
        const command = dispatched(options, event.inputs["command"] ?? "");
        if (command === "auto")
            return nothing("a run by hand needs the input `command`: what shall be done?");
        if (command === "conclude")
            return conclude(context, options);
        return onCommand(context, options, { command, by: event.sender });
    }
    if (event.kind === "issue_comment")
        return onComment(context, options, event);
    if (options.command !== "auto") {
        const by = event.kind === "other" ? "github-actions[bot]" : event.sender;
        return onCommand(context, options, { command: options.command, by });
    }
    switch (event.kind) {
        case "pull_request":
            return options.lane === "untrusted"
                ? onUntrustedPull(context, options, event)
                : onPullRequest(context, options, event);
        case "workflow_run":
            return onWorkflowRun(context, options, event);
        case "merge_group":
            return onMergeGroup(context, options, event);
        case "push":
            return onPush(context, options, event);
        case "other":
            return nothing(`nothing is to be done on \`${event.name}\`: give the input \`command\` to have something done`);
    }
}
/** The input of the run wins over the workflow's own. */
function dispatched({ command }, asked) {
    if (asked === "")
        return command;
    const found = COMMANDS.find((name) => name === asked);
    if (found !== undefined)
        return found;
    throw (0,kernel/* badInput */.AN)("unknown-command", `there is no command \`${asked}\``, {
        found: asked,
        expected: `one of ${COMMANDS.join(", ")}`,
    });
}


/***/ }),

/***/ 8469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ stageInGit)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** `core.autostage`: what was written for git goes to its index. Files are absolute. Whether it did. */
async function stageInGit({ git, config }, files) {
    if (git === null || !config.autostage)
        return false;
    const paths = [...new Set(files)].map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(git.root, file));
    await git.stage(paths);
    return paths.length > 0;
}


/***/ }),

/***/ 68070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   nU: () => (/* binding */ externalEye),
/* harmony export */   yq: () => (/* binding */ bringExternal)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32717);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41805);



/** Looks at what stages read elsewhere, each thing once a command. */
function externalEye(context, { config }) {
    const seen = new Map();
    return (external) => {
        const key = `${external.remote ?? ""} ${external.url}`;
        const found = seen.get(key) ?? (0,_store_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t5)(placeOf(external, config), (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .surroundingsOf */ .ZD)(context));
        seen.set(key, found);
        return found;
    };
}
/** Whether a source is an address rather than a path. */
function isAddress(source) {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}
/** Copies something elsewhere to a path that is free. Failure `file-not-found`. */
async function bringExternal(context, { config }, { external, to }) {
    if (await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_1__/* .bring */ .VB)(placeOf(external, config), (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .surroundingsOf */ .ZD)(context), to))
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("file-not-found", `${external.url} is not there`, {
        found: external.url,
        expected: "the address of a file",
    });
}
/** A depot speaks to a folder; the last part of the address is the blob in it. */
function placeOf({ url, remote }, { remotes }) {
    const at = url.lastIndexOf("/");
    const options = (remote === null ? undefined : remotes.get(remote)?.options) ?? new Map();
    return { config: { name: remote ?? url, url: url.slice(0, at), options }, key: url.slice(at + 1) };
}


/***/ }),

/***/ 88184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ missingAttributes),
/* harmony export */   N1: () => (/* binding */ attributesNameUs),
/* harmony export */   q_: () => (/* binding */ driverCommand),
/* harmony export */   qb: () => (/* binding */ driverSettings),
/* harmony export */   z0: () => (/* binding */ ATTRIBUTE_LINES)
/* harmony export */ });
/** What `.gitattributes` has to say so that git merges DVC's files by what they mean. */
const ATTRIBUTE_LINES = ["dvc.lock merge=mainline", "*.dvc merge=mainline"];
/** A path that each of the lines is about. */
const SAMPLES = ["dvc.lock", "any.dvc"];
const NAME = "merge.mainline.name";
const DRIVER = "merge.mainline.driver";
/** The lines that `.gitattributes` lacks. One that names another driver is somebody's choice, and stays. */
async function missingAttributes(git) {
    const merge = await git.attributes("merge", SAMPLES);
    return ATTRIBUTE_LINES.filter((_, index) => (merge.get(SAMPLES[index] ?? "") ?? null) === null);
}
/** Whether git would call our driver for both kinds of file. */
async function attributesNameUs(git) {
    const merge = await git.attributes("merge", SAMPLES);
    return SAMPLES.every((path) => merge.get(path) === "mainline");
}
/** What each clone has to be told once, since git takes no driver from a repository. `program`: how to start us again. */
async function driverSettings(git, program) {
    const wanted = [
        { name: NAME, value: "dvc.lock stage by stage, tracked folders file by file" },
        { name: DRIVER, value: driverCommand(program) },
    ];
    return Promise.all(wanted.map(async (each) => ({ ...each, now: await git.setting(each.name) })));
}
/** The line that git is given. `program`: how to start us. */
function driverCommand(program) {
    return `${program.map(quoted).join(" ")} merge-driver %O %A %B %P --marker-size %L`;
}
/** Git hands the line to a shell. */
function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 99441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ij: () => (/* binding */ readPlaced),
/* harmony export */   Je: () => (/* binding */ writePlaced),
/* harmony export */   fA: () => (/* binding */ rememberPlaced)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93163);




/**
 * The outputs that this clone holds, by path below the DVC root: a checkout removes those whose stage is gone since.
 * Only a hint: when it is lost, nothing is removed.
 */
async function readPlaced({ root }) {
    try {
        const paths = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file(root), "utf8"));
        return new Set(Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : []);
    }
    catch {
        return new Set();
    }
}
async function rememberPlaced(workspace, paths) {
    await writePlaced(workspace, new Set([...(await readPlaced(workspace)), ...paths]));
}
async function writePlaced({ root }, paths) {
    const temporary = `${file(root)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}.tmp`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .notesFolder */ .w4)(root), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, JSON.stringify([...paths].sort()));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, file(root));
}
function file(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .notesFolder */ .w4)(root), "placed.json");
}


/***/ }),

/***/ 53199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/plan/index.js + 12 modules
var plan = __webpack_require__(43338);
// EXTERNAL MODULE: ./build/run/index.js + 25 modules
var run = __webpack_require__(12370);
// EXTERNAL MODULE: ./build/flows/autostage.js
var autostage = __webpack_require__(8469);
// EXTERNAL MODULE: ./build/shell/index.js + 7 modules
var shell = __webpack_require__(49545);
;// CONCATENATED MODULE: ./build/flows/devices.js

const ASK_MS = 20_000;
/** What this machine has for stages to share. */
function capacityOf({ cpus, memory, visibleDevices }, { jobs, gpus }) {
    let found = null;
    return {
        jobs,
        cpus,
        memory,
        devices: () => {
            const given = gpus ?? visibleDevices;
            found ??= given === null ? devicesFound() : Promise.resolve(given);
            return found;
        },
    };
}
/** As CUDA_VISIBLE_DEVICES may name them; none where nvidia-smi is not installed, or finds none. */
async function devicesFound() {
    const asked = await (0,shell/* run */.eF)("nvidia-smi", ["-L"], { timeoutMs: ASK_MS }).catch(() => null);
    return asked === null || asked.code !== 0 ? [] : devicesIn(asked.stdoutText);
}
/** The devices in what `nvidia-smi -L` says. Of a GPU that is cut into parts (MIG) the parts count. */
function devicesIn(list) {
    const found = [];
    for (const line of list.split("\n")) {
        const [, gpu] = /^GPU \d+: .*\(UUID: (GPU-[^)]+)\)/.exec(line) ?? [];
        const [, part] = /^\s+MIG .*\(UUID: (MIG-[^)]+)\)/.exec(line) ?? [];
        if (gpu !== undefined)
            found.push({ gpu, parts: [] });
        if (part !== undefined)
            found.at(-1)?.parts.push(part);
    }
    return found.flatMap(({ gpu, parts }) => (parts.length > 0 ? parts : [gpu]));
}

// EXTERNAL MODULE: ./build/flows/externals.js
var externals = __webpack_require__(68070);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/flows/listings.js

/**
 * An observer that asks the default remote for the listing of a directory that is not here. What lies in a recorded
 * directory decides whether a stage that reads one of its files is up to date; DVC believes that it is (its issue 11099).
 */
function seeingListings(observer, { progress }, workspace) {
    const { config, cache } = workspace;
    if (config.defaultRemote === null)
        return observer;
    return {
        ...observer,
        listing: async (oid, hash) => {
            const here = await observer.listing(oid, hash);
            if (here !== null)
                return here;
            try {
                await (await workspace.remote(null)).fetch(oid, cache, hash);
            }
            catch (failure) {
                if (!(failure instanceof kernel/* Failure */.HR))
                    throw failure;
                progress.warn(`${oid} cannot be looked into, so what is recorded of its files counts: ${failure.message}`);
            }
            return observer.listing(oid, hash);
        },
    };
}

// EXTERNAL MODULE: ./build/flows/observe.js
var observe = __webpack_require__(40890);
// EXTERNAL MODULE: ./build/flows/placed.js
var placed = __webpack_require__(99441);
// EXTERNAL MODULE: ./build/flows/plan.js
var flows_plan = __webpack_require__(63367);
// EXTERNAL MODULE: ./build/store/index.js + 29 modules
var store = __webpack_require__(32717);
;// CONCATENATED MODULE: ./build/flows/supply.js

/** `--pull`: the default remote hands over what a run lacks. */
function remoteSupply({ remote: open, cache, runCache }, { jobs, progress }) {
    let opened = null;
    const theRemote = () => (opened ??= open(null));
    return {
        objects: async (objects) => {
            const missing = [];
            for (const { oid, hash } of objects) {
                if ((await cache.missingBelow(oid, hash)).length > 0)
                    missing.push({ oid, hash });
            }
            if (missing.length === 0)
                return;
            const remote = await theRemote();
            progress.say(`fetching ${missing.length} ${missing.length === 1 ? "output" : "outputs"} from ${remote.name}`);
            await (0,store/* fetch */.hd)(missing, { cache, remote, ...(jobs === null ? {} : { jobs }) });
        },
        runs: async (keys) => {
            await (await theRemote()).fetchRuns(runCache, keys);
        },
    };
}

// EXTERNAL MODULE: ./build/flows/targets.js
var targets = __webpack_require__(86208);
// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
;// CONCATENATED MODULE: ./build/flows/run.js













/** Carries the plan out. Answer "no" when a stage failed. */
async function run_run(context, options) {
    if (!options.dry) {
        return (0,flows_workspace/* changeWorkspace */.ub)(context, "run", (workspace, access) => (0,run/* exclusively */.G6)((0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(workspace.root), "lock"), process.pid, () => realRun(context, { workspace, access }, options)));
    }
    const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
    try {
        return await dryRun(workspace, options);
    }
    finally {
        workspace.git?.close();
    }
}
async function realRun(context, { workspace, access }, options) {
    const { project, root } = workspace;
    const job = {
        project,
        selection: (0,targets/* selectedStages */.H)(workspace, options),
        options: { ...options, ignoreErrors: options.ignoreErrors ?? false, runCache: !options.noRunCache },
        progress: context.progress,
    };
    const newcomers = await run/* Newcomers */.yv.open(root, (0,run/* orderOf */.mJ)(job).order, (0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(root), "newcomers"));
    const written = new Set();
    const shop = workshop(context, { workspace, access, newcomers, written }, options);
    const report = await (0,run/* execute */.g7)(job, shop).finally(() => workspace.state.save());
    await newcomers.close(isWhole(report, options));
    if (isSuccess(report, options))
        await (0,autostage/* stageInGit */.Q)(workspace, [...written, ...resultFiles(workspace, report)]);
    await noteTimes(workspace, report.stages);
    await (0,placed/* rememberPlaced */.fA)(workspace, (0,targets/* selectedOutputs */.Q)(workspace, []).flatMap(({ out }) => out.at ?? []));
    return {
        answer: isSuccess(report, options) ? "yes" : "no",
        document: {
            schema: "mainline.run/1",
            seconds: report.seconds,
            stages: report.stages.map((each) => row(root, each)),
        },
    };
}
/** As for DVC, errors that are ignored are none. */
function isSuccess({ stages }, { ignoreErrors = false }) {
    return ignoreErrors || !stages.some(({ outcome }) => outcome === "failed" || outcome === "skipped");
}
/** Whether stages running one after the other would not have stopped earlier. */
function isWhole({ stages }, { ignoreErrors = false, keepGoing }) {
    const stopped = stages.some(({ outcome, after }) => outcome === "skipped" && after === undefined);
    return !stopped && (ignoreErrors || keepGoing || !stages.some(({ outcome }) => outcome === "failed"));
}
function workshop(context, { workspace, access, newcomers, written }, options) {
    const { root, ignore, config } = workspace;
    const { machine, progress, signal, clock } = context;
    const added = (file, key) => {
        written.add(file);
        return newcomers.add(file, key);
    };
    const eyes = { ...(0,observe/* observeWorkspace */.WI)(workspace), external: (0,externals/* externalEye */.nU)(context, workspace) };
    return {
        ...workspace,
        observer: options.allowMissing === true ? seeingListings(eyes, context, workspace) : eyes,
        linkTypes: config.cacheTypes,
        rulesFor: (directory) => (0,observe/* rulesFor */.NP)(ignore, directory),
        git: gitLines(workspace, added),
        shell: machine.shell,
        progress,
        signal,
        clock,
        access,
        records: new run/* Records */.tU(root, added),
        supply: options.pull ? remoteSupply(workspace, { jobs: options.jobs, progress }) : null,
        slots: new run/* Slots */.WR(capacityOf(machine, options)),
        logs: (0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(root), "logs"),
    };
}
/** Where the results of the stages that changed are recorded. */
function resultFiles({ root, project }, { stages }) {
    const changed = new Set(stages.filter(({ outcome }) => outcome === "executed" || outcome === "restored").map(({ address }) => address));
    return project.stages.filter(({ address }) => changed.has(address)).map((stage) => (0,external_node_path_.join)(root, (0,run/* resultFile */.Cp)(stage)));
}
function gitLines({ git, below, root, project }, added) {
    if (git === null)
        return null;
    const outputs = project.stages.flatMap(({ outs }) => outs.flatMap(({ at, cache }) => (cache && at !== null ? at : [])));
    return new run/* GitLines */.mz({ eye: (0,flows_workspace/* gitEye */.CW)(git, below), root, added, outputs: outputs.filter((path) => !(0,plan/* isOutside */._K)(path)) });
}
async function noteTimes(workspace, stages) {
    const timings = await plan/* Timings */.Mv.read((0,flows_plan/* timingsFile */.M)(workspace));
    for (const { address, outcome, seconds } of stages)
        if (outcome === "executed")
            timings.add(address, seconds);
    await timings.save();
}
function row(root, { failure, ...report }) {
    if (failure === undefined)
        return report;
    const { message, hint, exitCode, tail, at, log } = failure;
    return {
        ...report,
        message: hint === undefined ? message : `${message} (${hint})`,
        exitCode,
        tail,
        file: at.file,
        ...(at.line === undefined ? {} : { line: at.line }),
        ...(log === undefined ? {} : { log: (0,external_node_path_.relative)(root, log) }),
    };
}
async function dryRun(workspace, options) {
    const found = await (0,plan/* plan */.et)(workspace.project, (0,observe/* observeWorkspace */.WI)(workspace), {
        ...(0,targets/* selectedStages */.H)(workspace, options),
        data: options.allowMissing !== true,
        force: options.force,
        forceDownstream: options.forceDownstream,
        runCache: !options.noRunCache,
    });
    await workspace.state.save();
    return {
        answer: "yes",
        document: { schema: "mainline.run/1", dry: true, seconds: 0, stages: found.stages.map(dryRow) },
    };
}
const OUTCOMES = {
    none: "unchanged",
    restore: "restored",
    run: "executed",
    maybe: "executed",
    frozen: "frozen",
    blocked: "failed",
};
function dryRow({ stage, action, why, source }) {
    return {
        address: stage.address,
        outcome: OUTCOMES[action],
        seconds: 0,
        why,
        ...(source === undefined ? {} : { source }),
        ...(action === "blocked" ? { message: "blocked", file: stage.place.file } : {}),
    };
}


/***/ }),

/***/ 81583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* reexport */ connect),
  w: () => (/* reexport */ parseEvent)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/github/failures.js

/** A call to GitHub that failed, as it is told to the user: `code` says what kind of trouble, `hint` the next step. */
function gitHubFailure(trouble) {
    const { code, hint } = diagnose(trouble);
    const id = trouble.headers["x-github-request-id"];
    const reason = firstSentence(trouble.message);
    const said = trouble.status === 0
        ? `did not answer ${call(trouble)} (${reason})`
        : `answered ${trouble.status} to ${call(trouble)}: ${reason}`;
    return (0,kernel/* infrastructure */.Sv)(code, `GitHub ${said}${id === undefined ? "" : ` (request id ${id})`}`, {
        cause: trouble.cause,
        ...(hint === null ? {} : { hint }),
    });
}
/** True for the failures after which nobody knows whether the call was carried out. */
function isLost(error) {
    return error instanceof kernel/* Failure */.HR && error.code === "github-unavailable";
}
function isNotFound(error) {
    return error instanceof kernel/* Failure */.HR && error.code === "github-not-found";
}
function isForbidden(error) {
    return error instanceof kernel/* Failure */.HR && error.code === "github-permission-missing";
}
/** GitHub's two ways of saying "too much": its abuse protection, and the hourly budget. */
function isRateLimit(trouble) {
    if (trouble.status !== 403 && trouble.status !== 429)
        return false;
    const exhausted = String(trouble.headers["x-ratelimit-remaining"]) === "0";
    return (trouble.status === 429 ||
        exhausted ||
        /\bsecondary rate limit\b|\babuse\b/i.test(trouble.message) ||
        "retry-after" in trouble.headers);
}
function diagnose(trouble) {
    const { status } = trouble;
    if (status === 0 || status >= 500)
        return {
            code: "github-unavailable",
            hint: "run it again; https://www.githubstatus.com says whether GitHub is well",
        };
    if (isRateLimit(trouble))
        return {
            code: "github-rate-limited",
            hint: "wait for the limit to be lifted, then run it again: what was done is found again",
        };
    if (status === 401)
        return {
            code: "github-unauthorized",
            hint: "the token is wrong or has expired; a workflow's token ends with its job",
        };
    if (status === 403)
        return { code: "github-permission-missing", hint: permissionHint(trouble) };
    if (status === 404)
        return {
            code: "github-not-found",
            hint: `it is not there, or the token may not see it: ${permissionHint(trouble)}`,
        };
    return { code: "github-refused", hint: null };
}
/** Which workflow permission a path asks for; GitHub names it in a header, but not always. */
const PERMISSIONS = [
    [/\/check-runs/, "checks"],
    [/\/actions\//, "actions"],
    [/\/statuses\/|\/status$/, "statuses"],
    [/\/deployments/, "deployments"],
    [/\/issues\//, "pull-requests"],
    [/\/pulls/, "pull-requests"],
    [/\/git\/|\/contents\/|\/commits|\/compare/, "contents"],
];
function permissionHint(trouble) {
    const named = /^(\w+)=(\w+)/.exec(String(trouble.headers["x-accepted-github-permissions"] ?? ""));
    const known = PERMISSIONS.find(([pattern]) => pattern.test(trouble.path))?.[1] ?? "contents";
    const name = named?.[1]?.replaceAll("_", "-") ?? known;
    const level = named?.[2] ?? (trouble.method === "GET" ? "read" : "write");
    return `give the job \`${name}: ${level}\` under \`permissions:\` in the workflow`;
}
function call(trouble) {
    return `${trouble.method} ${trouble.path}`;
}
/** Octokit hangs the address of a documentation page to GitHub's own words. */
function firstSentence(message) {
    return message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
}

;// CONCATENATED MODULE: ./build/github/wire.js

const ATTEMPTS = 4;
/** GitHub asks for waits of a minute as a rule; a longer one is not worth a runner's time. */
const LONGEST_WAIT_MS = 120_000;
/** What its documentation asks for when a secondary limit names no time. */
const UNNAMED_WAIT_MS = 60_000;
/** Most lists are short; a repository with more comments on one pull than this has another problem. */
const PAGE_SIZE = 100;
function makeWire(options) {
    const [owner = "", repo = ""] = options.repository.split("/");
    let client = null;
    return {
        at: { owner, repo },
        clock: options.clock,
        client: () => {
            client ??= makeClient(options);
            return client;
        },
    };
}
async function makeClient(options) {
    const { Octokit } = await __webpack_require__.e(/* import() */ 891).then(__webpack_require__.bind(__webpack_require__, 60891));
    const client = new Octokit({
        auth: options.token,
        baseUrl: options.apiUrl.replace(/\/$/, ""),
        userAgent: "mainline-ml",
        log: { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } },
    });
    client.hook.wrap("request", (request, asked) => persist(options, asked, async () => whole(await request(asked))));
    return client;
}
/**
 * Sends a call until it is answered. A call that GitHub refused for its rate was not carried out: it is sent again
 * after the time that GitHub names. A call whose answer was lost is sent again only when that does no harm; after
 * others the caller must look what became of it. (Octokit's retry plugin would repeat those too, and its throttling
 * plugin waits on clocks of its own.)
 */
async function persist(options, asked, send) {
    for (let attempt = 1;; attempt++) {
        try {
            return await send();
        }
        catch (error) {
            const trouble = readTrouble(options, asked, error);
            const wait = attempt < ATTEMPTS ? waitAfter(options.clock, trouble, { attempt, repeatable: isRepeatable(asked) }) : null;
            if (wait === null || wait > LONGEST_WAIT_MS)
                throw gitHubFailure(trouble);
            await options.clock.sleep(wait);
        }
    }
}
/** Calls that may be carried out twice; a POST says so itself where it holds. */
function isRepeatable(asked) {
    const said = asked.request ?? {};
    return said.repeatable ?? asked.method !== "POST";
}
/** Milliseconds until the call is worth another try; null when it is not. */
function waitAfter(clock, trouble, at) {
    if (isRateLimit(trouble))
        return limitLifted(clock, trouble);
    const lost = trouble.status === 0 || trouble.status >= 500;
    return lost && at.repeatable ? pause(at.attempt) : null;
}
/** Longer and longer pauses: 1 s, 4 s, 9 s. */
function pause(attempt) {
    return attempt * attempt * 1000;
}
function limitLifted(clock, trouble) {
    const seconds = Number(trouble.headers["retry-after"]);
    if (Number.isFinite(seconds))
        return seconds * 1000;
    const reset = Number(trouble.headers["x-ratelimit-reset"]) * 1000;
    const exhausted = String(trouble.headers["x-ratelimit-remaining"]) === "0";
    // one second more: the limit is lifted after the second that is named
    return exhausted && Number.isFinite(reset) ? Math.max(0, reset - clock.now().getTime()) + 1000 : UNNAMED_WAIT_MS;
}
/** Octokit takes an answer that broke off in its middle for a good one, with a string in place of the data. */
function whole(response) {
    const type = response.headers["content-type"];
    if (response.status !== 204 && String(type).includes("json") && typeof response.data === "string") {
        throw new Error("the answer broke off");
    }
    return response;
}
function readTrouble(options, asked, error) {
    const known = error;
    const root = options.apiUrl.replace(/\/$/, "");
    return {
        method: asked.method,
        path: pathOf(asked, root),
        status: known.response === undefined ? 0 : (known.status ?? 0),
        message: known.message,
        headers: known.response?.headers ?? {},
        cause: error,
    };
}
/** The call's path with its placeholders filled in, as far as they are known. */
function pathOf(asked, root) {
    const values = asked;
    const filled = asked.url.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? `{${name}}`));
    return filled.replace(root, "").replace(/\?.*$/, "");
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./build/github/zip.js


/** The bytes of the one file that an archive is to hold, under exactly this name. Failure `artifact-refused`. */
async function onlyFile(archive, { file, most }) {
    const { fromBufferPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    const zip = await fromBufferPromise(Buffer.from(archive)).catch((cause) => {
        throw refused("it is no zip archive that can be read", cause);
    });
    if (zip.entryCount !== 1)
        throw refused(`it holds ${zip.entryCount} files`);
    try {
        for await (const entry of zip.eachEntry()) {
            if (entry.fileName !== file)
                throw refused("its file has another name");
            if (entry.uncompressedSize > most)
                throw refused(`its file has ${entry.uncompressedSize} bytes`);
            // yauzl ends a stream that gives more or less than the size that it was checked by
            return new Uint8Array(await (0,consumers_.buffer)(await zip.openReadStreamPromise(entry)));
        }
    }
    catch (cause) {
        throw cause instanceof Error && cause.name === "Failure" ? cause : refused("its file cannot be read", cause);
    }
    throw refused("it is empty");
    function refused(what, cause) {
        return (0,kernel/* badInput */.AN)("artifact-refused", `the run's artifact is not what Mainline leaves: ${what}`, {
            expected: `one file ${file} of at most ${most} bytes`,
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/github/artifacts.js




/**
 * The file that a workflow run left in an artifact; null where there is none of the name. Whoever ran there may have made
 * the artifact: nothing is unpacked to disk, no name in it becomes a path, and it is read no further than its limit.
 * Failure `artifact-refused`.
 */
async function artifactFile(wire, order) {
    const client = await wire.client();
    const { data } = await client.rest.actions.listWorkflowRunArtifacts({
        ...wire.at,
        run_id: order.run,
        name: order.name,
        per_page: PAGE_SIZE,
    });
    // an attempt after the first leaves one of the same name beside the earlier one's
    const newest = data.artifacts
        .filter(({ name, expired }) => name === order.name && !expired)
        .toSorted((a, b) => b.id - a.id)[0];
    if (newest === undefined)
        return null;
    if (newest.size_in_bytes > order.most) {
        throw (0,kernel/* badInput */.AN)("artifact-refused", `the artifact ${order.name} is too large`, {
            found: `${newest.size_in_bytes} bytes`,
            expected: `at most ${order.most}`,
        });
    }
    const zip = await downloaded(wire, newest.id);
    return zip === null ? null : onlyFile(zip, order);
}
async function downloaded(wire, id) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.actions.downloadArtifact({ ...wire.at, artifact_id: id, archive_format: "zip" });
        return new Uint8Array(data);
    }
    catch (error) {
        if (isNotFound(error))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/once.js


const once_ATTEMPTS = 4;
/**
 * Makes something that must not be made twice. Nobody knows what became of a call whose answer was lost, so it is
 * looked for before it is made again.
 */
async function createOnce(clock, ways) {
    const existing = await ways.find();
    if (existing !== null)
        return { thing: existing, existed: true };
    for (let attempt = 1;; attempt++) {
        try {
            return { thing: await ways.create(), existed: false };
        }
        catch (error) {
            if (!isLost(error) || attempt === once_ATTEMPTS)
                throw error;
            await clock.sleep(pause(attempt));
            const found = await ways.find();
            if (found !== null)
                return { thing: found, existed: false };
        }
    }
}

;// CONCATENATED MODULE: ./build/github/checks.js



/** What GitHub takes in one request; more are added by further ones. */
const ANNOTATIONS_AT_ONCE = 50;
const checks_ATTEMPTS = 4;
/**
 * Writes the one check run of this name on this commit, in place when it is there. Annotations can only be added, so
 * those that GitHub has already are not sent again, and the conclusion comes with the last of them: a check never
 * looks finished before it is. Should two be there (checks cannot be deleted), every one tells the same.
 */
async function checkRun(wire, order) {
    const { thing, existed } = await createOnce(wire.clock, {
        find: async () => (await ourChecks(wire, order))[0] ?? null,
        create: () => create(wire, order),
    });
    const all = existed ? await ourChecks(wire, order) : [thing];
    let changed = false;
    for (const check of all.length === 0 ? [thing] : all)
        changed = (await bringUp(wire, check, order)) || changed;
    return { id: thing.id, url: thing.url, action: existed ? (changed ? "updated" : "unchanged") : "created" };
}
async function lastCheck(wire, at) {
    const [newest] = await ourChecks(wire, at);
    return newest?.seen ?? null;
}
/** Names of our checks on a commit that are not concluded. */
async function openChecks(wire, headSha) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.checks.listForRef, {
        ...wire.at,
        ref: headSha,
        filter: "all",
        per_page: PAGE_SIZE,
    });
    const ours = all.filter(({ name, external_id: id, status }) => id === externalId(name) && status !== "completed");
    return [...new Set(ours.map(({ name }) => name))];
}
/** Ours of this name on this commit, newest first: a workflow's own jobs are check runs of the same app. */
async function ourChecks(wire, order) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.checks.listForRef, {
        ...wire.at,
        ref: order.headSha,
        check_name: order.name,
        filter: "all",
        per_page: PAGE_SIZE,
    });
    return all
        .filter((check) => check.external_id === externalId(order.name))
        .map(found)
        .toSorted((a, b) => b.id - a.id);
}
function externalId(name) {
    return `mainline/${name}`;
}
function found(check) {
    const { title, summary, text } = check.output;
    return {
        id: check.id,
        url: check.html_url ?? "",
        seen: {
            startedAt: check.started_at === null ? null : new Date(check.started_at),
            conclusion: check.conclusion,
        },
        annotations: check.output.annotations_count,
        state: stateOf({ status: check.status, conclusion: check.conclusion, output: { title, summary, text } }),
    };
}
function stateOf(state) {
    const { title, summary, text } = state.output;
    return JSON.stringify([state.status, state.conclusion ?? null, title, summary, text ?? null]);
}
/** Made empty-handed where annotations follow: those are added one batch at a time, and may be added only once. */
async function create(wire, order) {
    const client = await wire.client();
    const first = (order.annotations ?? []).length === 0 ? settled(order) : { status: "in_progress" };
    const { data } = await client.rest.checks.create({
        ...wire.at,
        name: order.name,
        head_sha: order.headSha,
        external_id: externalId(order.name),
        ...first,
        output: { ...order.output },
        ...(order.detailsUrl === undefined ? {} : { details_url: order.detailsUrl }),
    });
    return found(data);
}
function settled(order) {
    return order.conclusion === undefined
        ? { status: order.status }
        : { status: order.status, conclusion: order.conclusion };
}
/** True when something had to be written. An answer that is lost on the way is followed by a look at what is there. */
async function bringUp(wire, check, order) {
    for (let attempt = 1;; attempt++) {
        const missing = await missingAnnotations(wire, check, { order, again: attempt > 1 });
        if (missing.length === 0 && check.state === stateOf(order))
            return attempt > 1;
        try {
            await write(wire, check.id, { order, missing });
            return true;
        }
        catch (error) {
            if (!isLost(error) || attempt === checks_ATTEMPTS)
                throw error;
            await wire.clock.sleep(pause(attempt));
        }
    }
}
async function missingAnnotations(wire, check, at) {
    const wanted = at.order.annotations ?? [];
    if (wanted.length === 0 || (check.annotations === 0 && !at.again))
        return wanted;
    const client = await wire.client();
    const there = await client.paginate(client.rest.checks.listAnnotations, {
        ...wire.at,
        check_run_id: check.id,
        per_page: PAGE_SIZE,
    });
    const known = new Set(there.map((one) => annotationKey({
        path: one.path,
        startLine: one.start_line,
        endLine: one.end_line,
        message: one.message ?? "",
    })));
    return wanted.filter((annotation) => !known.has(annotationKey(annotation)));
}
function annotationKey(annotation) {
    return JSON.stringify([annotation.path, annotation.startLine, annotation.endLine, annotation.message]);
}
async function write(wire, id, at) {
    const client = await wire.client();
    const batches = inBatches(at.missing);
    for (const [index, annotations] of batches.entries()) {
        const last = index === batches.length - 1;
        await client.rest.checks.update({
            ...wire.at,
            check_run_id: id,
            ...(last ? settled(at.order) : {}),
            output: { ...at.order.output, annotations: annotations.map(asSent) },
            ...(at.order.detailsUrl === undefined ? {} : { details_url: at.order.detailsUrl }),
            // added twice, annotations would show twice
            request: { repeatable: annotations.length === 0 },
        });
    }
}
/** At least one batch, because the state has to be written too. */
function inBatches(annotations) {
    const count = Math.max(1, Math.ceil(annotations.length / ANNOTATIONS_AT_ONCE));
    return Array.from({ length: count }, (_, index) => annotations.slice(index * ANNOTATIONS_AT_ONCE, (index + 1) * ANNOTATIONS_AT_ONCE));
}
function asSent(annotation) {
    return {
        path: annotation.path,
        start_line: annotation.startLine,
        end_line: annotation.endLine,
        annotation_level: annotation.level,
        message: annotation.message,
        ...(annotation.title === undefined ? {} : { title: annotation.title }),
    };
}

;// CONCATENATED MODULE: ./build/github/comments.js



/**
 * Writes the one comment of ours that carries the marker: found by author and marker over all pages, made when there
 * is none, left alone when nothing changed. Several (two writers at once, an answer lost and a read that came too
 * early) become one again: the oldest stays, because links to it are about, and is right before the others go.
 */
async function upsertComment(wire, author, order) {
    if (!carries(order.body, order.marker))
        throw new Error("the comment's body lacks its own marker");
    const before = await ourComments(wire, author, order);
    if (before.length > 0)
        return settle(wire, order, { comments: before, created: false });
    const { thing } = await createOnce(wire.clock, {
        find: async () => (await ourComments(wire, author, order))[0] ?? null,
        create: () => comments_create(wire, order),
    });
    const after = await ourComments(wire, author, order);
    const known = after.some((comment) => comment.id === thing.id) ? after : [thing, ...after];
    return settle(wire, order, { comments: known.toSorted((a, b) => a.id - b.id), created: true });
}
/** Ours with the marker, oldest first. */
async function ourComments(wire, author, at) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.issues.listComments, {
        ...wire.at,
        issue_number: at.issue,
        per_page: PAGE_SIZE,
    });
    return all
        .filter((comment) => comment.user?.login === author && carries(comment.body ?? "", at.marker))
        .map((comment) => ({ id: comment.id, url: comment.html_url, body: comment.body ?? "" }))
        .toSorted((a, b) => a.id - b.id);
}
/** A line of its own, so that a comment which quotes ours is not taken for it. */
function carries(body, marker) {
    return body.split(/\r?\n/).includes(marker);
}
async function comments_create(wire, order) {
    const client = await wire.client();
    const { data } = await client.rest.issues.createComment({ ...wire.at, issue_number: order.issue, body: order.body });
    return { id: data.id, url: data.html_url, body: data.body ?? order.body };
}
async function settle(wire, order, at) {
    const [kept, ...others] = at.comments;
    if (kept === undefined)
        throw new Error("settle() needs a comment");
    const same = asStored(kept.body) === asStored(order.body);
    if (!same)
        await update(wire, kept.id, order.body);
    for (const other of others)
        await remove(wire, other.id);
    const action = at.created ? "created" : same ? "unchanged" : "updated";
    return { id: kept.id, url: kept.url, action };
}
/** GitHub may store other line ends than it was sent, and no space at the end. */
function asStored(body) {
    return body.replaceAll("\r\n", "\n").trimEnd();
}
async function update(wire, id, body) {
    const client = await wire.client();
    await client.rest.issues.updateComment({ ...wire.at, comment_id: id, body });
}
async function remove(wire, id) {
    const client = await wire.client();
    try {
        await client.rest.issues.deleteComment({ ...wire.at, comment_id: id });
    }
    catch (error) {
        // someone else healed it, or an answer was lost: gone is gone
        if (!isNotFound(error))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/commits.js

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
	createCommitOnBranch(input: $input) { commit { oid } }
}`;
/**
 * One commit on a branch, made and signed by GitHub: it shows as verified, with the token's owner as its author. Null where
 * the branch has moved, or is gone. A call whose answer was lost is not made again: who asks looks at the branch first.
 */
async function commitOnBranch(wire, order) {
    const client = await wire.client();
    const input = {
        branch: { repositoryNameWithOwner: `${wire.at.owner}/${wire.at.repo}`, branchName: order.branch },
        expectedHeadOid: order.onto,
        message: { headline: order.headline, body: order.body },
        fileChanges: {
            additions: [...order.files].map(([path, bytes]) => ({ path, contents: Buffer.from(bytes).toString("base64") })),
        },
    };
    try {
        const answer = await client.graphql(MUTATION, { input });
        const oid = answer.createCommitOnBranch?.commit?.oid;
        return typeof oid === "string" ? oid : null;
    }
    catch (error) {
        const refusals = refusalsOf(error);
        if (refusals.some(({ type }) => type === "STALE_DATA" || type === "NOT_FOUND"))
            return null;
        throw refusals.length === 0 ? error : refused(refusals, error);
    }
}
/** GraphQL says no with the status 200, and Octokit throws it as an error of its own. */
function refusalsOf(error) {
    if (error instanceof kernel/* Failure */.HR)
        return [];
    const { errors } = (error ?? {});
    return Array.isArray(errors) ? errors : [];
}
function refused(refusals, cause) {
    const [{ type, message = "no reason given" } = {}] = refusals;
    const forbidden = type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES";
    return (0,kernel/* infrastructure */.Sv)(forbidden ? "github-permission-missing" : "github-refused", `GitHub refused the commit: ${message}`, { cause, ...(forbidden ? { hint: "give the job `contents: write` under `permissions:` in the workflow" } : {}) });
}

;// CONCATENATED MODULE: ./build/github/deployments.js



const LONGEST_DESCRIPTION = 140;
/** Deployments that are looked at, newest first, in search of those that a new one replaces. */
const MOST_RETIRED = 100;
/**
 * Finds or makes the deployment of a commit to an environment. It is made for exactly this commit: GitHub would else
 * merge the default branch into it first, and wait for every check to be green.
 */
async function deployment(wire, order) {
    const { thing, existed } = await createOnce(wire.clock, {
        find: () => findDeployment(wire, order),
        create: () => createDeployment(wire, order),
    });
    return { ...thing, existed };
}
/** The oldest that fits, so that every reader picks the same one. */
async function findDeployment(wire, order) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.repos.listDeployments, {
        ...wire.at,
        environment: order.environment,
        sha: order.sha,
        per_page: PAGE_SIZE,
    });
    const ours = all.findLast((one) => keyOf(one.payload) === order.key);
    return ours === undefined ? null : { id: ours.id, url: ours.url };
}
/** GitHub gives an object back as an object or as its JSON text, by how it was sent. */
function keyOf(payload) {
    const value = typeof payload === "string" ? parseOrNull(payload) : payload;
    const key = typeof value === "object" && value !== null ? value["mainline"] : null;
    return typeof key === "string" ? key : null;
}
function parseOrNull(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
async function createDeployment(wire, order) {
    const client = await wire.client();
    const { data } = await client.rest.repos.createDeployment({
        ...wire.at,
        ref: order.sha,
        environment: order.environment,
        auto_merge: false,
        required_contexts: [],
        payload: { mainline: order.key },
        production_environment: order.production ?? false,
        ...(order.description === undefined ? {} : { description: shortened(order.description) }),
    });
    // the other answer, 202, belongs to a merge that `auto_merge: false` rules out
    if (!("id" in data))
        throw new Error(`GitHub made no deployment: ${data.message ?? ""}`);
    return { id: data.id, url: data.url };
}
/** Says where a deployment is. Saying it twice adds nothing. */
async function deploymentStatus(wire, order) {
    const { existed } = await createOnce(wire.clock, {
        find: async () => {
            const latest = await latestStatus(wire, order.deployment);
            return latest !== null && saysTheSame(latest, order) ? latest : null;
        },
        create: () => createStatus(wire, order),
    });
    return existed ? "unchanged" : "created";
}
async function latestStatus(wire, id) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.repos.listDeploymentStatuses({ ...wire.at, deployment_id: id, per_page: 1 });
        return data[0] ?? null;
    }
    catch (error) {
        // a read that comes too early does not know a deployment that was just made
        if (isNotFound(error))
            return null;
        throw error;
    }
}
/** A deployment that succeeded is not under way again because somebody runs its workflow once more. */
function saysTheSame(latest, order) {
    if (latest.state === "success" && (order.state === "in_progress" || order.state === "queued"))
        return true;
    return (latest.state === order.state &&
        latest.description === shortened(order.description ?? "") &&
        (latest.environment_url ?? "") === (order.environmentUrl ?? ""));
}
async function createStatus(wire, order) {
    const client = await wire.client();
    const { data } = await client.rest.repos.createDeploymentStatus({
        ...wire.at,
        deployment_id: order.deployment,
        state: order.state,
        description: shortened(order.description ?? ""),
        auto_inactive: false,
        ...(order.environmentUrl === undefined ? {} : { environment_url: order.environmentUrl }),
        ...(order.logUrl === undefined ? {} : { log_url: order.logUrl }),
    });
    return data;
}
function shortened(text) {
    return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}
/**
 * Ends the deployments that `current` replaces: GitHub does so by itself only where nobody works, never in production.
 * Returns their ids. The oldest goes first, so that below an ended one there is never one that still counts, and the
 * search may stop there.
 */
async function retireDeployments(wire, at) {
    const client = await wire.client();
    const { data } = await client.rest.repos.listDeployments({
        ...wire.at,
        environment: at.environment,
        per_page: MOST_RETIRED,
    });
    const outlived = [];
    for (const earlier of data.filter((one) => one.id !== at.current)) {
        const state = (await latestStatus(wire, earlier.id))?.state;
        if (state === "inactive")
            break;
        outlived.push(earlier.id);
    }
    const description = at.description ?? "replaced";
    for (const id of outlived.toReversed())
        await deploymentStatus(wire, { deployment: id, state: "inactive", description });
    return outlived.toReversed();
}

;// CONCATENATED MODULE: ./build/github/identity.js


/**
 * Whom GitHub shows as the author of what we write. Installation tokens, GITHUB_TOKEN among them, have no user to
 * ask `GET /user` for; GraphQL's `viewer` tells their bot.
 */
async function whoAmI(wire) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.users.getAuthenticated();
        return { login: data.login, kind: "user" };
    }
    catch (error) {
        if (!isForbidden(error))
            throw error;
    }
    const answer = await client.graphql("query { viewer { login } }", {
        request: { repeatable: true },
    });
    const login = answer.viewer?.login;
    if (typeof login === "string")
        return { login, kind: "app" };
    throw (0,kernel/* infrastructure */.Sv)("github-unknown-identity", "GitHub does not say whom the token belongs to", {
        hint: "use the workflow's GITHUB_TOKEN or an app's installation token",
    });
}

;// CONCATENATED MODULE: ./build/github/people.js

/** What an account may do in the repository. Whoever GitHub does not know, or will not tell of, may do nothing. */
async function permission(wire, login) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ ...wire.at, username: login });
        return readPermission(data.permission);
    }
    catch (error) {
        if (isNotFound(error) || isForbidden(error))
            return "none";
        throw error;
    }
}
function readPermission(text) {
    return text === "admin" || text === "write" || text === "read" ? text : "none";
}
/** Reacts to a comment; GitHub keeps one of a kind from each account, so once more does no harm. */
async function react(wire, at) {
    const client = await wire.client();
    await client.rest.reactions.createForIssueComment({
        ...wire.at,
        comment_id: at.comment,
        content: at.content,
        request: { repeatable: true },
    });
}

;// CONCATENATED MODULE: ./build/github/pulls.js


const MOST_FILES = 3000;
/** The pull as it is now: what an event said of it may be out of date. */
async function pullRequest(wire, number) {
    const client = await wire.client();
    const { data } = await client.rest.pulls.get({ ...wire.at, pull_number: number });
    return readPull(data);
}
/** Open pulls to a branch, those changed last first, at most one page: GitHub does not say in a list which of them conflict. */
async function openPulls(wire, base) {
    const client = await wire.client();
    const { data } = await client.rest.pulls.list({
        ...wire.at,
        state: "open",
        base,
        sort: "updated",
        direction: "desc",
        per_page: PAGE_SIZE,
    });
    return data.map(readPull);
}
/** Pulls from a branch of a repository, whatever their state, at most one page, the newest first. */
async function pullsFrom(wire, head) {
    const client = await wire.client();
    const { data } = await client.rest.pulls.list({
        ...wire.at,
        state: "all",
        head: `${head.owner}:${head.branch}`,
        sort: "created",
        direction: "desc",
        per_page: PAGE_SIZE,
    });
    return data.map(readPull);
}
function readPull(data) {
    const merged = data.merged_at !== null;
    return {
        number: data.number,
        url: data.html_url,
        title: data.title,
        body: data.body ?? "",
        author: data.user?.login ?? "ghost",
        state: data.state === "open" ? "open" : "closed",
        draft: data.draft ?? false,
        merged,
        mergeCommit: merged ? data.merge_commit_sha : null,
        testMerge: merged ? null : data.merge_commit_sha,
        mergeable: data.mergeable ?? null,
        headSha: data.head.sha,
        headRef: data.head.ref,
        headRepositoryId: data.head.repo?.id ?? null,
        headRepository: data.head.repo?.full_name ?? null,
        fork: data.head.repo === null || data.head.repo.id !== data.base.repo?.id,
        baseSha: data.base.sha,
        baseRef: data.base.ref,
    };
}
/** The merged pull that put this commit on its base, however it was merged; null for a direct push. */
async function pullForCommit(wire, sha) {
    const client = await wire.client();
    try {
        const all = await client.paginate(client.rest.repos.listPullRequestsAssociatedWithCommit, {
            ...wire.at,
            commit_sha: sha,
            per_page: PAGE_SIZE,
        });
        const merged = all.map(readPull).filter((pull) => pull.merged);
        return merged.find((pull) => pull.mergeCommit === sha) ?? merged[0] ?? null;
    }
    catch (error) {
        if (isNotFound(error))
            return null;
        throw error;
    }
}
/** What the pull changes against the point where it left its base, over all pages. */
async function changedFiles(wire, number) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.pulls.listFiles, {
        ...wire.at,
        pull_number: number,
        per_page: PAGE_SIZE,
    });
    const files = all.map((file) => ({
        path: file.filename,
        previousPath: file.previous_filename ?? null,
        status: file.status,
    }));
    return { files, complete: files.length < MOST_FILES };
}

;// CONCATENATED MODULE: ./build/github/runs.js

/** A workflow's runs for a commit and an event, the newest first, at most one page. */
async function workflowRuns(wire, of) {
    const client = await wire.client();
    const { data } = await client.rest.actions.listWorkflowRuns({
        ...wire.at,
        workflow_id: of.workflow,
        head_sha: of.sha,
        event: of.event,
        per_page: PAGE_SIZE,
    });
    return data.workflow_runs.toSorted((a, b) => b.id - a.id).map(readRun);
}
function readRun(run) {
    const from = run.head_repository;
    return {
        id: run.id,
        attempt: run.run_attempt ?? 1,
        workflowId: run.workflow_id,
        event: run.event,
        status: run.status ?? "queued",
        conclusion: run.conclusion,
        head: { branch: run.head_branch ?? "", sha: run.head_sha },
        headRepository: from === null ? null : { id: from.id, owner: from.owner.login },
        url: run.html_url,
    };
}
/** "Re-run all jobs". */
async function rerun(wire, run) {
    const client = await wire.client();
    await client.rest.actions.reRunWorkflow({ ...wire.at, run_id: run });
}
/** Lets a run of a fork's pull request begin that waits for somebody's consent. */
async function approveRun(wire, run) {
    const client = await wire.client();
    await client.rest.actions.approveWorkflowRun({ ...wire.at, run_id: run });
}
async function cancelRun(wire, run) {
    const client = await wire.client();
    await client.rest.actions.cancelWorkflowRun({ ...wire.at, run_id: run, request: { repeatable: true } });
}

;// CONCATENATED MODULE: ./build/github/connect.js











/**
 * One repository at GitHub, seen with one token. Every method may be called again after it failed or was killed:
 * it finds what is there and does only what is missing. Failures are of kind `infrastructure`.
 */
class GitHub {
    #wire;
    #me = null;
    /** Use `connect`. */
    constructor(wire) {
        this.#wire = wire;
    }
    whoAmI() {
        this.#me ??= whoAmI(this.#wire);
        return this.#me;
    }
    async upsertComment(order) {
        const { login } = await this.whoAmI();
        return upsertComment(this.#wire, login, order);
    }
    /** Our comments with the marker, oldest first: to look, not to write. */
    async ourComments(at) {
        const { login } = await this.whoAmI();
        return ourComments(this.#wire, login, at);
    }
    checkRun(order) {
        return checkRun(this.#wire, order);
    }
    commitOnBranch(order) {
        return commitOnBranch(this.#wire, order);
    }
    deployment(order) {
        return deployment(this.#wire, order);
    }
    deploymentStatus(order) {
        return deploymentStatus(this.#wire, order);
    }
    retireDeployments(at) {
        return retireDeployments(this.#wire, at);
    }
    pullRequest(number) {
        return pullRequest(this.#wire, number);
    }
    openPulls(base) {
        return openPulls(this.#wire, base);
    }
    pullsFrom(head) {
        return pullsFrom(this.#wire, head);
    }
    workflowRuns(of) {
        return workflowRuns(this.#wire, of);
    }
    rerun(run) {
        return rerun(this.#wire, run);
    }
    approveRun(run) {
        return approveRun(this.#wire, run);
    }
    cancelRun(run) {
        return cancelRun(this.#wire, run);
    }
    /** Names of our checks on a commit that are not concluded. */
    openChecks(headSha) {
        return openChecks(this.#wire, headSha);
    }
    /** The newest check of ours of a name on a commit; null when there is none. */
    lastCheck(at) {
        return lastCheck(this.#wire, at);
    }
    artifactFile(order) {
        return artifactFile(this.#wire, order);
    }
    pullForCommit(sha) {
        return pullForCommit(this.#wire, sha);
    }
    changedFiles(number) {
        return changedFiles(this.#wire, number);
    }
    permission(login) {
        return permission(this.#wire, login);
    }
    react(at) {
        return react(this.#wire, at);
    }
}
/** No call is made, and no package loaded, before the first method is called. */
function connect(options) {
    if (!/^[^/\s]+\/[^/\s]+$/.test(options.repository)) {
        throw (0,kernel/* badInput */.AN)("bad-repository-name", "the repository's name cannot be read", {
            found: options.repository,
            expected: "owner/name, as in GITHUB_REPOSITORY",
        });
    }
    return new GitHub(makeWire(options));
}

;// CONCATENATED MODULE: ./build/github/payload.js

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NO_SHA = /^0+$/;
/** Takes fields out of a foreign object one by one, and says which one was not what GitHub sends. */
class Reader {
    #event;
    #path;
    #fields;
    constructor(event, path, value) {
        this.#event = event;
        this.#path = path;
        if (typeof value !== "object" || value === null || Array.isArray(value))
            throw this.#refuse("", value, "an object");
        this.#fields = value;
    }
    names() {
        return Object.keys(this.#fields);
    }
    object(name) {
        return new Reader(this.#event, this.#at(name), this.#get(name));
    }
    objectOrNull(name) {
        const value = this.#get(name);
        return value === null || value === undefined ? null : new Reader(this.#event, this.#at(name), value);
    }
    text(name) {
        const value = this.#get(name);
        if (typeof value !== "string")
            throw this.#refuse(name, value, "text");
        return value;
    }
    textOrNull(name) {
        const value = this.#get(name);
        return value === null || value === undefined ? null : this.text(name);
    }
    /** Inputs of a workflow may be written as numbers and booleans; they mean their text. */
    anyText(name) {
        const value = this.#get(name);
        return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    }
    integer(name) {
        const value = this.#get(name);
        if (typeof value !== "number" || !Number.isSafeInteger(value))
            throw this.#refuse(name, value, "a whole number");
        return value;
    }
    time(name) {
        const value = new Date(this.text(name));
        if (Number.isNaN(value.getTime()))
            throw this.#refuse(name, this.text(name), "a time");
        return value;
    }
    /** Absent means no. */
    flag(name) {
        return this.#get(name) === true;
    }
    sha(name) {
        const value = this.text(name);
        if (!SHA.test(value))
            throw this.#refuse(name, value, "40 or 64 hex digits");
        return value;
    }
    /** All zeros: no object. */
    shaOrNothing(name) {
        const value = this.sha(name);
        return NO_SHA.test(value) ? null : value;
    }
    #get(name) {
        return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
    }
    #at(name) {
        return [this.#path, name].filter((part) => part !== "").join(".");
    }
    #refuse(name, found, expected) {
        return unreadable(this.#event, (JSON.stringify(found) ?? "nothing").slice(0, 100), `${expected} at \`${this.#at(name)}\``);
    }
}
function parseJson(name, payload) {
    try {
        return JSON.parse(payload);
    }
    catch {
        throw unreadable(name, payload.slice(0, 40), "JSON");
    }
}
function unreadable(name, found, expected) {
    return (0,kernel/* badInput */.AN)("event-unreadable", `the event \`${name}\` is not what GitHub sends`, {
        found,
        expected,
        hint: "GITHUB_EVENT_PATH must name the file that the runner wrote",
    });
}

;// CONCATENATED MODULE: ./build/github/events.js

/** GitHub's own limit for what it delivers. */
const LARGEST_PAYLOAD_BYTES = 25 * 1024 * 1024;
/** Reads what GITHUB_EVENT_NAME and the file GITHUB_EVENT_PATH say. Events that nothing depends on are not looked into. */
function parseEvent(name, payload) {
    const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (read === undefined)
        return { kind: "other", name };
    if (Buffer.byteLength(payload) > LARGEST_PAYLOAD_BYTES)
        throw unreadable(name, "more than 25 MiB", "GitHub's payload");
    return read(new Reader(name, "", parseJson(name, payload)));
}
const READERS = {
    pull_request: readPullRequest,
    push: readPush,
    workflow_dispatch: readDispatch,
    workflow_run: readWorkflowRun,
    merge_group: readMergeGroup,
    issue_comment: readIssueComment,
};
function readPullRequest(root) {
    const pull = root.object("pull_request");
    const [head, base] = [pull.object("head"), pull.object("base")];
    const from = head.objectOrNull("repo");
    return {
        kind: "pull_request",
        action: root.text("action"),
        number: root.integer("number"),
        title: pull.text("title"),
        draft: pull.flag("draft"),
        merged: pull.flag("merged"),
        author: pull.objectOrNull("user")?.text("login") ?? "ghost",
        sender: root.object("sender").text("login"),
        fork: from === null || from.integer("id") !== base.object("repo").integer("id"),
        head: readEnd(head),
        base: readEnd(base),
        repository: readRepository(root),
    };
}
function readEnd(end) {
    return { ref: end.text("ref"), sha: end.sha("sha"), repository: end.objectOrNull("repo")?.text("full_name") ?? null };
}
function readPush(root) {
    const ref = root.text("ref");
    const branch = after(ref, "refs/heads/");
    const repository = readRepository(root);
    return {
        kind: "push",
        ref,
        branch,
        tag: after(ref, "refs/tags/"),
        before: root.shaOrNothing("before"),
        after: root.shaOrNothing("after"),
        toDefaultBranch: branch === repository.defaultBranch,
        forced: root.flag("forced"),
        sender: root.object("sender").text("login"),
        repository,
    };
}
function after(text, prefix) {
    return text.startsWith(prefix) ? text.slice(prefix.length) : null;
}
function readDispatch(root) {
    const given = root.objectOrNull("inputs");
    const inputs = Object.fromEntries((given?.names() ?? []).map((key) => [key, given?.anyText(key) ?? ""]));
    return {
        kind: "workflow_dispatch",
        inputs,
        ref: root.text("ref"),
        sender: root.object("sender").text("login"),
        repository: readRepository(root),
    };
}
function readWorkflowRun(root) {
    const run = root.object("workflow_run");
    const from = run.objectOrNull("head_repository");
    return {
        kind: "workflow_run",
        action: root.text("action"),
        run: {
            id: run.integer("id"),
            attempt: run.integer("run_attempt"),
            workflowId: run.integer("workflow_id"),
            event: run.text("event"),
            status: run.text("status"),
            conclusion: run.textOrNull("conclusion"),
            head: { branch: run.textOrNull("head_branch") ?? "", sha: run.sha("head_sha") },
            headRepository: from === null ? null : { id: from.integer("id"), owner: from.objectOrNull("owner")?.text("login") ?? "" },
            url: run.text("html_url"),
        },
        sender: root.object("sender").text("login"),
        repository: readRepository(root),
    };
}
function readMergeGroup(root) {
    const group = root.object("merge_group");
    return {
        kind: "merge_group",
        action: root.text("action"),
        head: { ref: group.text("head_ref"), sha: group.sha("head_sha") },
        base: { ref: group.text("base_ref"), sha: group.sha("base_sha") },
        sender: root.object("sender").text("login"),
        repository: readRepository(root),
    };
}
function readIssueComment(root) {
    const [issue, comment] = [root.object("issue"), root.object("comment")];
    const sender = root.object("sender");
    return {
        kind: "issue_comment",
        action: root.text("action"),
        pull: issue.objectOrNull("pull_request") === null ? null : issue.integer("number"),
        author: issue.objectOrNull("user")?.text("login") ?? "ghost",
        comment: {
            id: comment.integer("id"),
            body: comment.text("body"),
            createdAt: comment.time("created_at"),
            byBot: (comment.objectOrNull("user")?.text("type") ?? "Bot") !== "User" || sender.text("type") !== "User",
        },
        sender: sender.text("login"),
        repository: readRepository(root),
    };
}
function readRepository(root) {
    const repository = root.object("repository");
    return {
        id: repository.integer("id"),
        fullName: repository.text("full_name"),
        defaultBranch: repository.text("default_branch"),
        private: repository.flag("private"),
    };
}

;// CONCATENATED MODULE: ./build/github/index.js




/***/ }),

/***/ 15325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HR: () => (/* reexport */ Failure),
  AN: () => (/* reexport */ badInput),
  Fl: () => (/* reexport */ baseName),
  yk: () => (/* reexport */ canonicalKey),
  OP: () => (/* reexport */ compareCodePoints),
  jg: () => (/* reexport */ dumpPythonJson),
  iN: () => (/* reexport */ equalInPython),
  i3: () => (/* reexport */ fnmatch),
  a3: () => (/* reexport */ formatDuration),
  ev: () => (/* reexport */ hasWildcards),
  HN: () => (/* reexport */ inParallel),
  Sv: () => (/* reexport */ infrastructure),
  ie: () => (/* reexport */ isDirectoryOid),
  Lv: () => (/* reexport */ isList),
  pi: () => (/* reexport */ isMapping),
  Fx: () => (/* reexport */ isTimestamp),
  UO: () => (/* reexport */ isWithin),
  uJ: () => (/* reexport */ joinPath),
  gN: () => (/* reexport */ parentOf),
  E9: () => (/* reexport */ parseDuration),
  Se: () => (/* reexport */ parseOid),
  tz: () => (/* reexport */ parseSha256),
  Up: () => (/* reexport */ pythonRepr),
  o_: () => (/* reexport */ quoteAscii),
  Mf: () => (/* reexport */ relativeTo),
  yI: () => (/* reexport */ reprFloat),
  Ku: () => (/* reexport */ silent),
  ml: () => (/* reexport */ systemClock),
  bs: () => (/* reexport */ together)
});

// UNUSED EXPORTS: unreachable

;// CONCATENATED MODULE: ./build/kernel/clock.js
/** The machine's own clock; only doors take it. */
const systemClock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

;// CONCATENATED MODULE: ./build/kernel/digest.js
const OID = /^[0-9a-f]{32}(\.dir)?$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** The id, or null when the text is not one. */
function parseOid(text) {
    return OID.test(text) ? text : null;
}
function parseSha256(text) {
    return SHA256.test(text) ? text : null;
}
function isDirectoryOid(oid) {
    return oid.endsWith(".dir");
}

;// CONCATENATED MODULE: ./build/kernel/duration.js
const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds of `90s`, `30m`, `12h`, `7d` (whole numbers, one unit); null for anything else. `0` alone is 0. */
function parseDuration(text) {
    if (text === "0")
        return 0;
    const found = /^(\d{1,6})([smhd])$/.exec(text);
    if (found === null)
        return null;
    return Number(found[1]) * (UNIT_MS[found[2] ?? ""] ?? 0);
}
/** The shortest text that `parseDuration` reads back. */
function formatDuration(milliseconds) {
    for (const unit of ["d", "h", "m"]) {
        const size = UNIT_MS[unit] ?? 1;
        if (milliseconds > 0 && milliseconds % size === 0)
            return `${milliseconds / size}${unit}`;
    }
    return `${Math.round(milliseconds / 1000)}s`;
}

;// CONCATENATED MODULE: ./build/kernel/failure.js
/**
 * How anything that a user can cause or meet is said: one shape, thrown once, caught once (at the door).
 * A plain `Error` that reaches the door is a bug of ours; a `Failure` never is.
 */
/** A failure that is told to the user. `code` is stable and kebab-case: programs match on it. */
class Failure extends Error {
    name = "Failure";
    kind;
    code;
    details;
    constructor(kind, code, message, details = {}) {
        super(bounded(message, 2500), details.cause === undefined ? undefined : { cause: details.cause });
        this.kind = kind;
        this.code = code;
        this.details = boundedDetails(details);
    }
}
function boundedDetails(details) {
    const { found, expected, hint } = details;
    return {
        ...details,
        ...(found !== undefined && { found: bounded(found, 500) }),
        ...(expected !== undefined && { expected: bounded(expected, 500) }),
        ...(hint !== undefined && { hint: bounded(hint, 2000) }),
    };
}
/** Both ends of a text of more than `most` UTF-16 units: what is quoted may come from a file that somebody made to flood a log. */
function bounded(text, most) {
    if (text.length <= most)
        return text;
    const half = most / 2;
    return `${text.slice(0, half)} … (${text.length - most} more letters) … ${text.slice(-half)}`.toWellFormed();
}
/** Bad use or bad input: the user can fix it. */
function badInput(code, message, details = {}) {
    return new Failure("input", code, message, details);
}
/** The world did not answer as it should: trying again may help. */
function infrastructure(code, message, details = {}) {
    return new Failure("infrastructure", code, message, details);
}
/** One failure out of several: the first speaks, the others follow. */
function together(failures) {
    const [first, ...rest] = failures;
    if (first === undefined)
        throw new Error("together() needs at least one failure");
    if (rest.length === 0)
        return first;
    return new Failure(first.kind, first.code, first.message, { ...first.details, others: rest });
}

;// CONCATENATED MODULE: ./build/kernel/fnmatch.js
/** Python's `fnmatch`: `*` any text (slashes, too), `?` one character, `[a-z]` one of these, `[!a-z]` one of the others. */
function fnmatch(text, pattern) {
    return new RegExp(`^${translate(pattern)}$`, "su").test(text);
}
/** Whether a pattern is more than a name. */
function hasWildcards(pattern) {
    return /[*?[]/.test(pattern);
}
function translate(pattern) {
    let out = "";
    for (let at = 0; at < pattern.length;) {
        const set = pattern[at] === "[" ? setAt(pattern, at) : null;
        if (set !== null) {
            out += set.text;
            at = set.end;
            continue;
        }
        const char = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
        out += char === "*" ? ".*" : char === "?" ? "." : escaped(char);
        at += char.length;
    }
    return out;
}
/** `[…]` as a class; null where no bracket closes it: then it is a bracket like any other character. */
function setAt(pattern, start) {
    const negated = pattern[start + 1] === "!";
    const first = start + (negated ? 2 : 1);
    // a bracket that comes first is one of the set
    const end = pattern.indexOf("]", first + 1);
    if (end < 0)
        return null;
    return { text: classOf(Array.from(pattern.slice(first, end)), negated), end: end + 1 };
}
function classOf(members, negated) {
    const parts = [];
    for (let at = 0; at < members.length; at++) {
        const [from = "", dash, to] = members.slice(at, at + 3);
        if (dash !== "-" || to === undefined) {
            parts.push(member(from));
            continue;
        }
        // a range that runs backwards holds nothing
        if (from <= to)
            parts.push(`${member(from)}-${member(to)}`);
        at += 2;
    }
    if (parts.length === 0)
        return negated ? "." : "(?!)";
    return `[${negated ? "^" : ""}${parts.join("")}]`;
}
function escaped(char) {
    return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}
/** Inside a class a dash is more than itself, too. */
function member(char) {
    return char === "-" ? "\\-" : escaped(char);
}

;// CONCATENATED MODULE: ./build/kernel/paths.js
/** Paths as DVC's files and our documents write them: `/` between parts, relative, `.` for the root itself. */
/** Joins and normalises (`a/../b`, `./a`, `a//b`); the result never starts with `./` and may start with `../`. */
function joinPath(...parts) {
    const out = [];
    for (const part of parts.join("/").split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part === ".." && out.length > 0 && out.at(-1) !== "..")
            out.pop();
        else
            out.push(part);
    }
    return out.length === 0 ? "." : out.join("/");
}
function parentOf(path) {
    const at = path.lastIndexOf("/");
    return at < 0 ? "." : path.slice(0, at);
}
function baseName(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}
/** True when `path` is `ancestor` or lies below it, part by part (`data2` is not inside `data`). */
function isWithin(path, ancestor) {
    return ancestor === "."
        ? !path.startsWith("../") && path !== ".."
        : path === ancestor || path.startsWith(`${ancestor}/`);
}
/** `path` as seen from the folder `from`; both relative to the same root. */
function relativeTo(path, from) {
    const a = from === "." ? [] : from.split("/");
    const b = path === "." ? [] : path.split("/");
    let shared = 0;
    while (shared < a.length && shared < b.length && a[shared] === b[shared])
        shared++;
    return joinPath(...Array.from({ length: a.length - shared }, () => ".."), ...b.slice(shared));
}

;// CONCATENATED MODULE: ./build/kernel/pool.js
/** Runs `work` on every item, at most `limit` at a time; results in the items' order. The first error stops new work and is thrown. */
async function inParallel(items, limit, work) {
    const queue = [...items].entries();
    const results = [];
    let hasFailed = false;
    const worker = async () => {
        for (const [index, item] of queue) {
            if (hasFailed)
                return;
            try {
                results[index] = await work(item);
            }
            catch (cause) {
                hasFailed = true;
                throw cause;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.max(1, limit) }, worker));
    return results;
}

;// CONCATENATED MODULE: ./build/kernel/progress.js
const mute = {
    say: () => { },
    live: () => { },
    output: () => { },
    warn: () => { },
};
/** For calls that nobody watches. */
const silent = {
    ...mute,
    group: () => () => { },
    lane: () => ({ ...mute, close: () => { } }),
};

;// CONCATENATED MODULE: ./build/kernel/value.js
function isMapping(value) {
    return value instanceof Map;
}
function isList(value) {
    return Array.isArray(value);
}
function isTimestamp(value) {
    return typeof value === "object" && value !== null && "timestamp" in value;
}
/** Python's `==`: `1 == 1.0 == True`, NaN differs from itself, mappings are unordered, lists ordered. */
function equalInPython(a, b) {
    if (isList(a) || isList(b)) {
        return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => equalInPython(item, b[i] ?? null));
    }
    if (isMapping(a) || isMapping(b))
        return isMapping(a) && isMapping(b) && equalMappings(a, b);
    const [x, y] = [comparable(a), comparable(b)];
    // bigint == number compares mathematically in JavaScript, as in Python
    // biome-ignore lint/suspicious/noDoubleEquals: the mixed comparison is the point
    return isNumeric(x) && isNumeric(y) ? x == y : x === y;
}
function equalMappings(a, b) {
    if (a.size !== b.size)
        return false;
    const others = new Map([...b].map(([key, value]) => [canonicalKey(key), value]));
    return [...a].every(([key, value]) => {
        const other = others.get(canonicalKey(key));
        return other !== undefined && equalInPython(value, other);
    });
}
/** One text for keys that Python takes for the same: `1`, `1.0` and `true`. */
function canonicalKey(key) {
    if (typeof key === "string")
        return `s${key}`;
    if (key === null)
        return "null";
    return `n${Number(key)}`;
}
function comparable(value) {
    if (typeof value === "boolean")
        return value ? 1n : 0n;
    if (value !== null && typeof value === "object")
        return `timestamp ${value.timestamp}`;
    return value;
}
function isNumeric(value) {
    return typeof value === "bigint" || typeof value === "number";
}

;// CONCATENATED MODULE: ./build/kernel/python.js

/**
 * Python's `repr(float)`: shortest digits that read back, an exponent below 1e-4 and from 1e16 on, with sign and
 * two digits, and always a point or an exponent. `nan`, `inf`, `-inf` for what is not finite.
 */
function reprFloat(value) {
    if (Number.isNaN(value))
        return "nan";
    if (!Number.isFinite(value))
        return value > 0 ? "inf" : "-inf";
    if (Object.is(value, -0))
        return "-0.0";
    if (value === 0)
        return "0.0";
    const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
    const power = Number(exponent);
    if (power < -4 || power >= 16) {
        const sign = power < 0 ? "-" : "+";
        return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
    }
    return plainDecimal(mantissa, power);
}
function plainDecimal(mantissa, power) {
    const sign = mantissa.startsWith("-") ? "-" : "";
    const digits = mantissa.replace("-", "").replace(".", "");
    if (power < 0)
        return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
    const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
    const fraction = digits.slice(power + 1);
    return `${sign}${whole}.${fraction === "" ? "0" : fraction}`;
}
/** `json.dumps(value, sort_keys=True)`: ASCII only, `", "` and `": "`, keys in code point order, `NaN` and `Infinity` bare. */
function dumpPythonJson(value) {
    if (value === null)
        return "null";
    if (typeof value === "boolean")
        return value ? "true" : "false";
    if (typeof value === "bigint")
        return String(value);
    if (typeof value === "number")
        return jsonFloat(value);
    if (typeof value === "string")
        return quoteAscii(value);
    if (isList(value))
        return `[${value.map(dumpPythonJson).join(", ")}]`;
    if (isMapping(value)) {
        const entries = [...value].map(([key, item]) => [jsonKey(key), item]);
        entries.sort(([a], [b]) => compareCodePoints(a, b));
        return `{${entries.map(([key, item]) => `${quoteAscii(key)}: ${dumpPythonJson(item)}`).join(", ")}}`;
    }
    if (isTimestamp(value))
        throw new TypeError("a timestamp has no JSON form");
    throw new TypeError("not a value");
}
function jsonFloat(value) {
    const text = reprFloat(value);
    if (text === "nan")
        return "NaN";
    return text.replace("inf", "Infinity");
}
function jsonKey(key) {
    if (typeof key === "string")
        return key;
    if (typeof key === "number")
        return jsonFloat(key);
    return String(key);
}
/** A JSON string in pure ASCII, everything outside 0x20..0x7E escaped as Python does. */
function quoteAscii(text) {
    return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Order by Unicode code points, as Python sorts strings; JavaScript's own order is by UTF-16 units and differs beyond U+FFFF. */
function compareCodePoints(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
        if (x !== y)
            return codePointRank(x) - codePointRank(y);
    }
    return a.length - b.length;
}
/** Surrogates stand for code points above every other unit: lift them over U+E000..U+FFFF. */
function codePointRank(unit) {
    return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

;// CONCATENATED MODULE: ./build/kernel/python-repr.js


/** Python's `repr` of plain values: `[1, 'a', None, {'k': 0.5}]`. DVC compares lists by it. */
function pythonRepr(value) {
    if (value === null)
        return "None";
    if (typeof value === "boolean")
        return value ? "True" : "False";
    if (typeof value === "bigint")
        return String(value);
    if (typeof value === "number")
        return reprFloat(value);
    if (typeof value === "string")
        return quote(value);
    if (isList(value))
        return `[${value.map(pythonRepr).join(", ")}]`;
    if (isMapping(value))
        return `{${[...value].map(([k, v]) => `${pythonRepr(k)}: ${pythonRepr(v)}`).join(", ")}}`;
    return isTimestamp(value) ? value.timestamp : "None";
}
/** Single quotes unless only those occur; control characters, odd spaces and unassigned code points escaped. */
function quote(text) {
    const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
    const escaped = Array.from(text, (c) => (c === mark || c === "\\" ? `\\${c}` : escapeUnprintable(c))).join("");
    return `${mark}${escaped}${mark}`;
}
const SHORT = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
function escapeUnprintable(character) {
    const short = SHORT[character];
    if (short !== undefined)
        return short;
    if (character === " " || !/[\p{C}\p{Z}]/u.test(character))
        return character;
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    if (code < 0x100)
        return `\\x${hex.padStart(2, "0")}`;
    return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

;// CONCATENATED MODULE: ./build/kernel/index.js















/***/ })

};
