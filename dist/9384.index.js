export const id = 9384;
export const ids = [9384,6806];
export const modules = {

/***/ 40608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yu: () => (/* reexport */ CLAIM_LIMITS),
  wq: () => (/* reexport */ byStage),
  cR: () => (/* reexport */ joinReports),
  kB: () => (/* reexport */ jointAbout),
  v8: () => (/* reexport */ projectOf),
  jw: () => (/* reexport */ readClaim),
  gQ: () => (/* reexport */ readProgress),
  qG: () => (/* reexport */ writeClaim),
  pH: () => (/* reexport */ writeProgress)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/claim/model.js
/** Beyond these a claim is none of ours. Bytes; letters; `reports`: of one run, all of them together. */
const CLAIM_LIMITS = {
    bytes: 8 * 1024 * 1024,
    reports: { count: 32, bytes: 16 * 1024 * 1024 },
    stages: 20_000,
    address: 2000,
    message: 1000,
    tail: 20_000,
    golden: { models: 100, asked: 100, differences: 3, text: 200 },
};
function projectOf({ project }) {
    return project ?? ".";
}

;// CONCATENATED MODULE: ./build/claim/joint.js


/**
 * Joins the reports of one run, at least one. The newest attempt comes first, then the report that tells of most stages: who
 * saw most of the run is most likely of one mind with himself. All stand on one base, as the first says; `apart`: those that do not.
 */
function joinReports(reports) {
    const ordered = reports.toSorted((a, b) => b.claim.run.attempt - a.claim.run.attempt ||
        b.claim.stages.length - a.claim.stages.length ||
        (0,kernel/* compareCodePoints */.OP)(a.name, b.name));
    const [first] = ordered;
    if (first === undefined)
        throw new Error("no report to join");
    const { run, base } = first.claim;
    const together = ordered.filter(({ claim }) => claim.base === base);
    const stages = together.flatMap(({ name, claim }) => claim.stages.map((stage) => ({ ...stage, by: name, attempt: claim.run.attempt })));
    return {
        joint: { run, base, reports: together.map(({ name }) => name), stages, golden: goldenOf(together) },
        apart: ordered.filter((report) => !together.includes(report)),
    };
}
/** Of a model the first who asked it counts, in the order in which reports are believed. */
function goldenOf(reports) {
    const told = Map.groupBy(reports.flatMap(({ claim }) => claim.golden ?? []), (each) => JSON.stringify([projectOf(each), each.model]));
    return [...told.values()].flatMap((each) => each.find(({ notAsked }) => notAsked === null) ?? each.slice(0, 1));
}
/** What is said of one project (`.`: the one at the git root). */
function jointAbout(claim, project) {
    const isOfIt = (each) => projectOf(each) === project;
    return { ...claim, stages: claim.stages.filter(isOfIt), golden: claim.golden.filter(isOfIt) };
}
/** What is said of each stage of a project, by address. */
function byStage({ stages }) {
    return Map.groupBy(stages, ({ address }) => address);
}

// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
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
    project: (0,source/* optional */.lq)(read_text(CLAIM_LIMITS.address)),
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
const { golden: GOLDEN } = CLAIM_LIMITS;
const answer = (0,source/* record */.g1)("an answer of the report", {
    file: (0,source/* required */.mw)(read_text(CLAIM_LIMITS.address)),
    differences: (0,source/* required */.mw)(atMost(GOLDEN.differences, (0,source/* listOf */.c3)(read_text(GOLDEN.text)))),
    milliseconds: (0,source/* required */.mw)((0,source/* nullable */.me)(seconds)),
});
const goldenFields = {
    project: (0,source/* optional */.lq)(read_text(CLAIM_LIMITS.address)),
    model: (0,source/* required */.mw)(read_text(CLAIM_LIMITS.address)),
    asked: (0,source/* required */.mw)(atMost(GOLDEN.asked, (0,source/* listOf */.c3)(answer))),
    notAsked: (0,source/* required */.mw)((0,source/* nullable */.me)(read_text(GOLDEN.text))),
};
const golden = atMost(GOLDEN.models, (0,source/* listOf */.c3)((0,source/* refine */.YP)((0,source/* record */.g1)("golden requests of the report", goldenFields), (read) => read_goldenOf(read))));
const root = (0,source/* record */.g1)("the report", {
    schema: (0,source/* required */.mw)((0,source/* oneOf */.yL)("mainline.claim/1")),
    run: (0,source/* required */.mw)((0,source/* record */.g1)("the run", { id: (0,source/* required */.mw)(natural), attempt: (0,source/* required */.mw)(natural) })),
    head: (0,source/* required */.mw)(commit),
    base: (0,source/* required */.mw)(commit),
    stages: (0,source/* required */.mw)(stages),
    golden: (0,source/* optional */.lq)(golden),
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
    const read = (0,source/* check */.z6)((0,source/* parseJson */.qF)((0,source/* decodeUtf8 */._6)(bytes, FILE), FILE), root, "claim-invalid");
    const { schema, run, head, base, stages, golden } = read;
    const told = golden === null ? {} : { golden };
    return { schema, run: { id: run.id, attempt: run.attempt }, head, base, stages, ...told };
}
/** As it is left for the trusted job: texts cut to their limits. */
function writeClaim(claim) {
    const stages = claim.stages.slice(0, CLAIM_LIMITS.stages).map((stage) => ({
        ...stage,
        ...(stage.message === undefined ? {} : { message: start(stage.message, CLAIM_LIMITS.message) }),
        ...(stage.tail === undefined ? {} : { tail: stage.tail.slice(-CLAIM_LIMITS.tail).toWellFormed() }),
    }));
    const golden = claim.golden === undefined ? {} : { golden: claim.golden.slice(0, GOLDEN.models).map(shortened) };
    return `${JSON.stringify({ ...claim, stages, ...golden }, null, 1)}\n`;
}
function shortened({ asked, notAsked, ...about }) {
    const answers = asked.slice(0, GOLDEN.asked).map((each) => ({
        ...each,
        differences: each.differences.slice(0, GOLDEN.differences).map((text) => start(text, GOLDEN.text)),
    }));
    return { ...about, asked: answers, notAsked: notAsked === null ? null : start(notAsked, GOLDEN.text) };
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
function atMost(most, list) {
    return (0,source/* refine */.YP)(list, (read, node, report) => read.length <= most ? read : report.add(node.at, `a list is longer than ${most}`, { expected: "less" }));
}
function stageOf(read) {
    const { project, address, outcome, seconds, result, attempts, message, exitCode, tail, after } = read;
    return {
        ...(project === null ? {} : { project }),
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
function read_goldenOf({ project, model, asked, notAsked }) {
    const answers = asked.map(({ file, differences, milliseconds }) => ({ file, differences, milliseconds }));
    return { ...(project === null ? {} : { project }), model, asked: answers, notAsked };
}
function resultOf({ key, value }) {
    return { key, value };
}
function distinct(read, node, report) {
    const names = new Set(read.map((stage) => JSON.stringify([projectOf(stage), stage.address])));
    if (names.size === read.length && read.length <= CLAIM_LIMITS.stages)
        return read;
    return (0,source/* mismatch */.J4)(node, report, `each stage once, at most ${CLAIM_LIMITS.stages}`);
}

;// CONCATENATED MODULE: ./build/claim/progress.js



const MOST_RUNNING = 1000;
const time = (0,source/* refine */.YP)(source/* expectString */.lK, (value, node, report) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : (0,source/* mismatch */.J4)(node, report, "a time in UTC"));
const address = read_text(CLAIM_LIMITS.address);
function progress_atMost(most, rule) {
    return (0,source/* refine */.YP)(rule, (items, node, report) => items.length <= most ? items : (0,source/* mismatch */.J4)(node, report, `a list of at most ${most}`));
}
const progress_root = (0,source/* record */.g1)("the progress", {
    schema: (0,source/* required */.mw)((0,source/* oneOf */.yL)("mainline.progress/1")),
    run: (0,source/* required */.mw)((0,source/* record */.g1)("the run", { id: (0,source/* required */.mw)(natural), attempt: (0,source/* required */.mw)(natural) })),
    at: (0,source/* required */.mw)(time),
    running: (0,source/* required */.mw)(progress_atMost(MOST_RUNNING, (0,source/* listOf */.c3)((0,source/* record */.g1)("a running stage", { address: (0,source/* required */.mw)(address), since: (0,source/* required */.mw)(time) })))),
    done: (0,source/* required */.mw)(progress_atMost(CLAIM_LIMITS.stages, (0,source/* listOf */.c3)(address))),
});
/** Failure `claim-invalid` for what is of another shape. */
function readProgress(bytes) {
    const file = "the run's progress";
    const { schema, run, at, running, done } = (0,source/* check */.z6)((0,source/* parseJson */.qF)((0,source/* decodeUtf8 */._6)(bytes, file), file), progress_root, "claim-invalid");
    return {
        schema,
        run: { id: run.id, attempt: run.attempt },
        at,
        running: running.map(({ address, since }) => ({ address, since })),
        done,
    };
}
function writeProgress(progress) {
    return `${JSON.stringify({ ...progress, running: progress.running.slice(0, MOST_RUNNING) })}\n`;
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
// EXTERNAL MODULE: ./build/flows/auto.js + 58 modules
var auto = __webpack_require__(92820);
;// CONCATENATED MODULE: ./build/doors/action/inputs.js


/** The action's inputs, as action.yml names them. */
const INPUTS = (/* unused pure expression or super */ null && ([
    "token",
    "members-token",
    "command",
    "lane",
    "lock",
    "run",
    "stages",
    "comment",
    "dashboard",
    "check",
    "prefix",
    "working-directory",
    "remote",
    "model",
    "version",
    "environment",
    "to",
    "reason",
    "break-freeze",
    "force",
    "verify",
]));
/** What nobody types into a form: GitHub shows there what was typed. */
const SECRETS = new Set(["token", "members-token"]);
/**
 * Reads the inputs as the runner hands them over (INPUT_ and the name in upper case). What a person gave to a run by
 * hand stands in for an input that the workflow leaves empty. Failure `bad-input`.
 */
function readInputs(variables, byHand) {
    const text = (name) => {
        const given = (variables[`INPUT_${name.toUpperCase()}`] ?? "").trim();
        const asked = SECRETS.has(name) ? "" : (Object.hasOwn(byHand, name) ? (byHand[name] ?? "") : "").trim();
        return given !== "" ? given : asked === "" ? null : asked;
    };
    const lane = oneOf("lane", text("lane"), auto/* LANES */.Ci, "one");
    return {
        token: text("token"),
        membersToken: text("members-token"),
        command: oneOf("command", text("command"), auto/* COMMANDS */.Lo, "auto"),
        lane,
        lock: oneOf("lock", text("lock"), auto/* LOCKS */.H8, "leave"),
        run: oneOf("run", text("run"), auto/* RUN_PLACES */.TK, "here"),
        stages: shareOf(text("stages"), lane),
        comment: flag("comment", text("comment"), true),
        dashboard: flag("dashboard", text("dashboard"), false),
        check: text("check") ?? "mainline",
        prefix: prefixOf(text("prefix")),
        workingDirectory: text("working-directory") ?? ".",
        remote: text("remote") ?? "origin",
        model: text("model"),
        version: text("version"),
        environment: text("environment"),
        to: text("to"),
        reason: text("reason"),
        breakFreeze: text("break-freeze"),
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
const LONGEST_SHARE = 20_000;
/** Names and patterns, with blanks or line breaks between them. Jobs that share the work cannot each write the verdict. */
function shareOf(given, lane) {
    if (given === null)
        return [];
    if (lane !== "untrusted")
        throw refused("stages", given, "nothing, or `lane: untrusted` beside it");
    if (given.length > LONGEST_SHARE)
        throw refused("stages", given, `at most ${LONGEST_SHARE} letters`);
    return given.split(/\s+/);
}
/** A slash and plain letters: what nobody writes by chance, and every keyboard has. */
function prefixOf(given) {
    if (given === null)
        return "/mainline";
    if (/^\/[A-Za-z][A-Za-z0-9-]{0,30}$/.test(given))
        return given;
    throw refused("prefix", given, "a slash and up to 31 plain letters, digits or hyphens, like /mainline");
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
// EXTERNAL MODULE: ./build/github/index.js + 24 modules
var github = __webpack_require__(99811);
;// CONCATENATED MODULE: ./build/doors/action/job.js



/** Failures `runner-variable` and those of `parseEvent`. */
async function readJob(variables) {
    const event = (0,github/* parseEvent */.wj)(variable(variables, "GITHUB_EVENT_NAME"), await payload(variables));
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
    const runner = await __webpack_require__.e(/* import() */ 803).then(__webpack_require__.bind(__webpack_require__, 40803));
    const filesBack = (0,doors_machine/* keepRunnerFiles */.PX)();
    const tellRunner = async (told) => {
        await filesBack();
        await runner.tellRunner(told);
    };
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
    const { auto } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 92820));
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
    const { command, lane, lock, run, stages, comment, dashboard, check, prefix, remote, token, membersToken } = inputs;
    const { model, version, environment, to, reason, breakFreeze, force, verify } = inputs;
    return {
        event,
        lane,
        lock,
        workflowRun,
        gitHub: token === null ? null : await connected(token, { repository, apiUrl }),
        teams: membersToken === null ? null : await teamsSeen(membersToken, { repository, apiUrl }),
        command,
        arguments: { model, version, environment, to, reason, breakFreeze, force, verify },
        run,
        stages,
        comment,
        dashboard,
        checkName: check,
        prefix,
        remote,
        runUrl,
    };
}
async function connected(token, at) {
    const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 99811));
    await hide(token);
    return connect({ token, ...at, clock: kernel/* systemClock */.ml });
}
async function teamsSeen(token, at) {
    const { connectTeams } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 99811));
    await hide(token);
    return connectTeams({ token, ...at, clock: kernel/* systemClock */.ml });
}
async function hide(token) {
    const { hideSecret } = await __webpack_require__.e(/* import() */ 803).then(__webpack_require__.bind(__webpack_require__, 40803));
    await hideSecret(token);
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

/***/ 57022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ ciProgress)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/report/index.js + 78 modules
var report = __webpack_require__(6877);
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
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6877);

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
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6877);
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

/***/ 92820:
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
// EXTERNAL MODULE: ./build/report/index.js + 78 modules
var build_report = __webpack_require__(6877);
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
// EXTERNAL MODULE: ./build/git/index.js + 26 modules
var build_git = __webpack_require__(71496);
// EXTERNAL MODULE: ./build/flows/board.js
var board = __webpack_require__(1846);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
// EXTERNAL MODULE: ./build/flows/dvc-projects.js
var dvc_projects = __webpack_require__(68172);
;// CONCATENATED MODULE: ./build/flows/auto/waiting.js
const NOTHING_WAITS = { stages: 0, models: 0 };
function openStages({ plan }) {
    const stages = plan.stages.filter(({ action }) => action === "run" || action === "maybe").length;
    return { stages, models: 0 };
}
/** Models that nobody has started yet to ask them. */
function openQuestions({ merging }) {
    const models = (merging?.models ?? []).filter(({ golden }) => golden?.pending !== undefined).length;
    return { stages: 0, models };
}
function isWaiting({ stages, models }) {
    return stages + models > 0;
}
function sumOf(all) {
    return all.reduce((a, b) => ({ stages: a.stages + b.stages, models: a.models + b.models }), NOTHING_WAITS);
}
/** `2 stages wait for a machine to run on`. */
function waitingWords({ stages, models }) {
    if (stages > 0)
        return `${stages} ${stages === 1 ? "stage waits" : "stages wait"} for a machine to run on`;
    return models === 1
        ? "a model's golden requests wait for a machine to ask them on"
        : `the golden requests of ${models} models wait for a machine to ask them on`;
}

;// CONCATENATED MODULE: ./build/flows/auto/projects.js








/**
 * What a job is about: the project that its folder belongs to; where it belongs to none, all that lie below it, as in a
 * repository of many models. Never empty: where there is none at all, the flows say so.
 */
async function projectsOf(context) {
    const git = await build_git.Git.open(context.cwd);
    try {
        const top = await (0,promises_.realpath)(git.root);
        const own = await enclosing(context.cwd);
        if (own !== null && !(0,external_node_path_.relative)(top, own).startsWith("..")) {
            return [{ path: (0,kernel/* joinPath */.uJ)((0,external_node_path_.relative)(top, own)), many: false, context }];
        }
        const here = (0,kernel/* joinPath */.uJ)((0,external_node_path_.relative)(top, await (0,promises_.realpath)(context.cwd)));
        const found = (await (0,dvc_projects/* projectsAt */.A)(git, "HEAD")).filter((path) => (0,kernel/* isWithin */.UO)(path, here));
        const many = found.length > 1;
        if (found.length === 0)
            return [{ path: here, many, context }];
        return found.map((path) => ({ path, many, context: { ...context, cwd: (0,external_node_path_.join)(top, path) } }));
    }
    finally {
        git.close();
    }
}
async function enclosing(folder) {
    try {
        return await (0,promises_.realpath)(await (0,manifest/* findDvcRoot */.Td)(folder));
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "no-dvc")
            return null;
        throw failure;
    }
}
/**
 * Looks at one project after the other; each look knows what came of those before. A mistake in the files of one of several is
 * said in its place and keeps nobody from the others; what is not the project's fault ends it all, as does a mistake in the
 * only one.
 */
async function eachProject(projects, look) {
    const looked = [];
    for (const project of projects) {
        const { path } = project;
        try {
            looked.push({ path, kind: "found", found: await look(project, looked) });
        }
        catch (cause) {
            const failure = cause instanceof kernel/* Failure */.HR ? fromTheRoot(cause, path) : cause;
            if (projects.length === 1 || !(failure instanceof kernel/* Failure */.HR) || failure.kind !== "input")
                throw failure;
            looked.push({ path, kind: "failure", failure });
        }
    }
    return looked;
}
/** GitHub names files from the git root, a project's failures from its own. */
function fromTheRoot(failure, path) {
    if (path === ".")
        return failure;
    const { kind, code, message, details } = failure;
    const { at, others } = details;
    return new kernel/* Failure */.HR(kind, code, message, {
        ...details,
        ...(at === undefined || at.file.startsWith("/") ? {} : { at: { ...at, file: (0,kernel/* joinPath */.uJ)(path, at.file) } }),
        ...(others === undefined ? {} : { others: others.map((other) => fromTheRoot(other, path)) }),
    });
}
/** One project's report as it is, those of several in one document; and how much of all of them waits. */
function allOf(looked, notes) {
    const waiting = looked.flatMap((each) => (each.kind === "found" ? [each.found.waiting] : []));
    return { report: reportOf(looked, notes), waiting: sumOf(waiting) };
}
function reportOf(looked, { notes, links }) {
    const [only] = looked;
    if (looked.length === 1 && only?.kind === "found") {
        const { report } = only.found;
        return { ...report, warnings: [...notes, ...report.warnings] };
    }
    const projects = looked.map((each) => each.kind === "found"
        ? { path: each.path, report: each.found.report }
        : { path: each.path, error: (0,build_report.errorDocument)(each.failure).error });
    return { schema: "mainline.projects/1", projects, notes, links };
}

;// CONCATENATED MODULE: ./build/flows/auto/dashboard.js




/**
 * Does what changes what runs where, and brings the dashboard issue up to date with what came of it, also where it failed half-way.
 * The issue is a view of the tags: whatever goes wrong with it is a warning, and the next such job writes it anew.
 */
async function withDashboard(context, options, work) {
    try {
        return await work();
    }
    finally {
        await keepDashboard(context, options).catch((failure) => {
            const words = failure instanceof Error ? failure.message : String(failure);
            context.progress.warn(`the dashboard issue is not up to date: ${words}${hintOf(failure)}`);
        });
    }
}
async function keepDashboard(context, { gitHub, dashboard, remote, prefix }) {
    if (!dashboard || gitHub === null || context.signal.aborted)
        return;
    const document = await (0,board/* boardOf */.m)(await wholeRepository(context), remote);
    const body = (0,build_report.renderDashboard)(document, { prefix });
    // nobody's release waits for it
    const { number, action, unpinned } = await gitHub
        .hasty()
        .upsertIssue({ title: build_report.DASHBOARD_TITLE, marker: build_report.DASHBOARD_MARKER, body });
    if (unpinned !== null)
        context.progress.warn(`the dashboard issue #${number} is not pinned: ${unpinned}`);
    if (action === "closed")
        context.progress.say(`the dashboard issue #${number} is closed, and is left alone`);
    if (action === "created")
        context.progress.say(`#${number} shows from now on what runs where`);
}
/** Wherever the job works: there is one issue for all projects. */
async function wholeRepository(context) {
    const git = await build_git.Git.open(context.cwd);
    try {
        const projects = await projectsOf({ ...context, cwd: git.root });
        return projects.map((project) => project.context);
    }
    finally {
        git.close();
    }
}
function hintOf(failure) {
    const { hint } = failure?.details ?? {};
    return hint === undefined ? "" : ` (${hint})`;
}

;// CONCATENATED MODULE: ./build/flows/auto/given.js

/** The model that the inputs name, or the only one. */
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

// EXTERNAL MODULE: ./build/config/index.js + 17 modules
var config = __webpack_require__(60944);
;// CONCATENATED MODULE: ./build/flows/auto/named.js

/** Whether somebody is named in `by` (null: everybody is), or in a team that is: asked live, by a token that may know. */
async function meant(teams, by, login) {
    if ((0,config/* isNamed */.ev)(by, login))
        return { kind: "meant", team: null };
    const reasons = [];
    for (const team of (by ?? []).filter(config/* isTeam */.IJ)) {
        const found = teams === null ? null : await teams.membership({ team, login });
        if (found?.kind === "member")
            return { kind: "meant", team };
        if (found?.kind === "invited")
            reasons.push(`${login} is not in ${team} yet: the invitation is not accepted`);
        const why = whyUnknown(found, team);
        if (why !== null)
            reasons.push(`whether ${login} is in ${team} is not known: ${why}`);
    }
    const [first] = reasons;
    return first === undefined ? { kind: "not-meant" } : { kind: "not-yet", why: first };
}
const PERMISSION = "the organisation permission Members: read, which a workflow's own token cannot have";
/** What to do comes first: GitHub's words may be long. */
function whyUnknown(found, team) {
    switch (found?.kind) {
        case undefined:
            return `this job has no \`members-token\`, a token with ${PERMISSION}`;
        case "member":
        case "outside":
        case "invited":
            return null;
        case "token-refused":
            return `\`members-token\` is wrong or has expired. ${found.words}`;
        case "forbidden":
            return `\`members-token\` needs ${PERMISSION}. ${found.words}`;
        case "no-team":
            return `there is no team ${team} that \`members-token\` sees. Correct the name, or give the token ${PERMISSION}. ${found.words}`;
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/approvals/may-approve.js


/** Whose pull requests are looked at: so many commits of the main line, the newest. */
const MOST_COMMITS = 50;
/** For what may promote; nothing where GitHub cannot be asked. */
function rightsAt(context, { gitHub, teams }) {
    return gitHub === null ? {} : { mayApprove: approversAt(context, { gitHub, teams }) };
}
/** Asks GitHub, each time that an approval counts. */
function approversAt({ cwd }, { gitHub, teams }) {
    const proposers = new Map();
    return async ({ policy, by, from, to }) => {
        const named = await meant(teams, policy.by, by);
        if (named.kind === "not-yet")
            return { refusal: named.why };
        if (named.kind === "not-meant") {
            return { refusal: `${by} may not: by mainline.yaml, ${policy.by?.join(", ") ?? "nobody"} may approve` };
        }
        const level = await gitHub.permission(by);
        if (level !== "admin" && level !== "write") {
            return { refusal: `${by} may not: those who may write here approve` };
        }
        const counts = { refusal: null, team: named.team };
        if (policy.own)
            return counts;
        const range = `${from}..${to}`;
        const known = proposers.get(range) ?? proposersBetween(cwd, gitHub, { from, to });
        proposers.set(range, known);
        const refusal = whyHisOwn(by, await known);
        return refusal === null ? counts : { refusal };
    };
}
function whyHisOwn(by, proposers) {
    if (proposers === null)
        return `nobody can tell what ${by} proposed: the clone is shallow (\`fetch-depth: 0\` makes it whole)`;
    return proposers.has(by.toLowerCase())
        ? `whoever proposed a change does not approve it: ${by} proposed some of what is promoted`
        : null;
}
/** The authors of the pull requests that brought what one commit has and the other has not; null where the clone lacks history. */
async function proposersBetween(cwd, gitHub, { from, to }) {
    const git = await build_git.Git.open(cwd);
    try {
        if (await git.isShallow())
            return null;
        const logins = new Set();
        for (const commit of await commitsBetween(git, from, to)) {
            const pull = await gitHub.pullForCommit(commit);
            if (pull !== null)
                logins.add(pull.author.toLowerCase());
        }
        return logins;
    }
    finally {
        git.close();
    }
}
/** Into an environment that holds nothing comes what the version's own commit changed; its tag may stand beside the branch. */
async function commitsBetween(git, from, to) {
    if (from !== null && (await git.tryResolve(from)) !== null) {
        return git.newestCommits({ from, to, most: MOST_COMMITS, along: true });
    }
    return [to, ...(await git.commitInfo(to)).parents.slice(0, 1)];
}

;// CONCATENATED MODULE: ./build/flows/auto/asked-by-run.js

const LONG_AGO = new Date(0);
/**
 * When somebody started this workflow run, for the first time: it may have waited for others since, or be run again. Where GitHub does not
 * say, null for a first attempt (just now), and long ago for a later one, of which nobody can tell what it was asked against.
 */
async function askedByRun({ progress }, { gitHub, workflowRun: { id, attempt } }) {
    if (id === 0)
        return null;
    try {
        if (gitHub !== null)
            return await gitHub.runBegan(id);
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR) || cause.code === "interrupted")
            throw cause;
        const then = attempt > 1 ? "no rejection and no hold is passed over" : "it is taken for just now";
        const hint = cause.details.hint === undefined ? "" : ` (${cause.details.hint})`;
        progress.warn(`when this was asked is not known, ${then}: ${cause.message}${hint}`);
    }
    return attempt > 1 ? LONG_AGO : null;
}

;// CONCATENATED MODULE: ./build/flows/auto/options.js

const COMMANDS = [
    "auto",
    "plan",
    "run",
    "report",
    "release",
    "promote",
    "rollback",
    "hold",
    "unhold",
    "approve",
    "status",
    "rehearse",
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

// EXTERNAL MODULE: ./build/flows/release/know.js + 1 modules
var release_know = __webpack_require__(7049);
// EXTERNAL MODULE: ./build/flows/release/main-line.js
var main_line = __webpack_require__(60906);
// EXTERNAL MODULE: ./build/flows/release.js + 9 modules
var release = __webpack_require__(76909);
// EXTERNAL MODULE: ./build/flows/report/compose.js + 8 modules
var compose = __webpack_require__(31563);
// EXTERNAL MODULE: ./build/flows/report/review.js
var report_review = __webpack_require__(61709);
// EXTERNAL MODULE: ./build/flows/times/shared.js
var shared = __webpack_require__(14358);
;// CONCATENATED MODULE: ./build/flows/auto/announce.js

function announcer(options) {
    let trouble = null;
    let told = false;
    let mute = false;
    return {
        announce: async (notice) => {
            if (mute)
                return;
            try {
                await tell(options, notice);
                told = true;
            }
            catch (failure) {
                // a token that never could is the team's choice; one that could a moment ago has met with trouble
                mute = !told && failure instanceof kernel/* Failure */.HR && failure.code === "github-permission-missing";
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

// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var build_release = __webpack_require__(23768);
;// CONCATENATED MODULE: ./build/flows/auto/bump-of-merge.js


/** `release: major`, as a label of a pull request. Who may give labels is a question of GitHub's roles (triage and above). */
const LABEL = /^release: ?(major|minor|patch)$/i;
/** How far the version is to move by the labels of what was merged. A release does not wait for GitHub: a doubt is said in the log. */
async function bumpOfMerge({ progress }, merged) {
    try {
        const labels = (await merged()).flatMap((pull) => pull.labels);
        return (0,build_release/* largestBump */.Fb)(labels.flatMap((label) => LABEL.exec(label)?.[1]?.toLowerCase() ?? []));
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        progress.warn(`what labels say of the version's number could not be looked up: ${failure.message}`);
        return null;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/flows/report/truth.js
var truth = __webpack_require__(60240);
// EXTERNAL MODULE: ./build/flows/run.js + 5 modules
var run = __webpack_require__(25144);
// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var store = __webpack_require__(68511);
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
/** Of the seconds that a runner leaves between a cancellation and the end. */
const LAST_MOMENT_MS = 4000;
/** Sends results on while a run goes on. What could not be sent is tried once more by whoever sends all of them at the end. */
function sendingOn(context, sharing) {
    const { clock, progress, signal } = context;
    let sent = Promise.resolve();
    let open = 0;
    const send = async (stage, entry) => {
        await shareResults(context, sharing, [{ stage, entry }]).catch((cause) => {
            progress.say(`${stage.address}: not sent yet: ${cause instanceof Error ? cause.message : String(cause)}`);
        });
        open--;
    };
    return {
        take: (stage, entry) => {
            if (stage.name === null)
                return;
            open++;
            sent = sent.then(() => send(stage, entry));
        },
        done: async () => {
            if (open > 0)
                await (signal.aborted ? Promise.race([sent, clock.sleep(LAST_MOMENT_MS)]) : sent);
        },
    };
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









/**
 * Runs what a review found stale and sends each result on as soon as it is there, so that a run that is ended leaves what it had
 * finished, here and at the remote.
 */
async function executeReview(context, review, { runs = review.shelves.remote, beside = null, stages = [] } = {}) {
    await writeTrueLocks(review);
    const sharing = { project: review.project, shelves: review.shelves, runs };
    const courier = sendingOn(context, sharing);
    const { document } = await (0,run.run)(context, {
        targets: stages,
        allPipelines: stages.length === 0,
        recorded: courier.take,
        force: false,
        forceDownstream: false,
        noRunCache: false,
        noCommit: false,
        keepGoing: false,
        pull: review.shelves.remote !== null,
        beside,
        dry: false,
        jobs: null,
    });
    await courier.done();
    context.signal.throwIfAborted();
    const results = await resultsOf(context, document);
    await shareResults(context, sharing, results);
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
    const { project, git } = await (0,flows_workspace/* openWorkspace */.OH)(context);
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

;// CONCATENATED MODULE: ./build/flows/auto/merged-pulls.js


const merged_pulls_MOST_COMMITS = 20;
function mergedPulls({ cwd }, gitHub, merge) {
    let found = null;
    return () => {
        found ??= gitHub === null ? Promise.resolve([]) : lookUp(cwd, gitHub, merge);
        return found;
    };
}
/** Their numbers, for the record of a release, which does not wait for GitHub: none where it cannot be asked. */
async function pullNumbers({ progress }, merged) {
    try {
        return (await merged()).map(({ number }) => number);
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        progress.warn(`which pull requests were merged could not be looked up for the record: ${failure.message}`);
        return [];
    }
}
async function lookUp(cwd, gitHub, { commit, before }) {
    const git = await build_git.Git.open(cwd);
    try {
        const to = await git.resolve(commit);
        const known = before !== null && (await git.tryResolve(before)) !== null;
        const range = { from: before ?? "", to, most: merged_pulls_MOST_COMMITS, along: true };
        const pulls = new Map();
        for (const each of known ? await git.newestCommits(range) : [to]) {
            const pull = await gitHub.pullForCommit(each);
            if (pull !== null)
                pulls.set(pull.number, pull);
        }
        return [...pulls.values()];
    }
    finally {
        git.close();
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

;// CONCATENATED MODULE: ./build/flows/auto/trusted/push-lock.js



/** By this line a commit is known as one of these. */
const TRAILER = "Mainline-Lock: true";
/**
 * Puts the true `dvc.lock` on a pull request's branch: one commit on the head that was judged, or none. Only where the head by
 * itself, not merged with its base, has these results, and where no person changed the lock on the branch. The commit's id,
 * or null and why there is none in the log.
 */
async function pushLock(context, reviews, push) {
    const { pull, head, gitHub, runUrl } = push;
    const { progress } = context;
    if (pull.fork || pull.state !== "open")
        return null;
    const git = await build_git.Git.open(context.cwd);
    try {
        const files = await trueLocks(git, reviews, head);
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
async function trueLock({ cwd, progress }, reviews, { head, locked }) {
    const git = await build_git.Git.open(cwd);
    try {
        const files = (await trueLocks(git, reviews, head)) ?? new Map();
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
async function trueLocks(git, reviews, head) {
    const files = new Map();
    for (const { workspace, shelves } of reviews) {
        const { root, below, config } = workspace;
        const { unknown, locks } = await (0,release_know/* knownAt */.p)(git.treeAt(head, below), { root, config, ...shelves });
        if (unknown.size > 0)
            return null;
        for (const [path, bytes] of locks)
            files.set((0,kernel/* joinPath */.uJ)(below, path), bytes);
    }
    return files;
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

// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
;// CONCATENATED MODULE: ./build/flows/auto/waivers/may-waive.js


/** Asked live, each time that it counts. */
async function mayWaive({ gitHub, teams }, policy, { by, author }) {
    const named = await meant(teams, policy.by, by);
    if (named.kind === "not-yet")
        return { kind: "not-known", why: named.why };
    if (named.kind === "not-meant") {
        const names = policy.by === null || policy.by.length === 0 ? "nobody may" : `${policy.by.join(", ")} may`;
        return mayNot(`${by} may not: by mainline.yaml of the base branch, ${names} waive gates here`);
    }
    if ((0,config/* isSameName */.yS)(by, author) && !policy.own) {
        return mayNot("whoever proposes a change does not waive its gates: somebody else has to");
    }
    const level = await gitHub.permission(by);
    if (level === "admin" || level === "write")
        return { kind: "may" };
    return mayNot(`${by} may not: gates are waived by those who may write here`);
}
function mayNot(why) {
    return { kind: "may-not", why };
}

;// CONCATENATED MODULE: ./build/flows/auto/waivers/record.js


const WAIVER_LIMITS = { waivers: 50, reason: 300, name: 300, letters: 60_000, days: 90 };
const SCHEMA = "mainline.waivers/1";
const WHAT = "the record of waivers";
/** The check by which gates are waived. Its name says for which check. */
function waiverCheckName(checkName) {
    return `${checkName}: waive`;
}
/** In a block of code, which nothing in it can end, nor anybody be called by. */
function writeRecord(written) {
    const json = JSON.stringify({ schema: SCHEMA, ...written }, null, 1).replaceAll("`", "\\u0060");
    const text = `\`\`\`json\n${json}\n\`\`\`\n`;
    if (text.length <= WAIVER_LIMITS.letters && written.waivers.length <= WAIVER_LIMITS.waivers)
        return text;
    throw (0,kernel/* badInput */.AN)("too-many-waivers", `a pull request has at most ${WAIVER_LIMITS.waivers} waivers`, {
        hint: "take some back, or correct the gates on the base branch",
    });
}
/** Null where there is none that could be ours: nothing of it counts then. */
function readRecord(text) {
    const json = /^```json\n([\s\S]*)\n```\s*$/.exec(text ?? "")?.[1];
    if (json === undefined || json.length > WAIVER_LIMITS.letters)
        return null;
    try {
        const { pull, seen, waivers } = (0,source/* check */.z6)((0,source/* parseJson */.qF)(json, WHAT), root, "waivers-invalid");
        return { pull, seen, waivers };
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.kind === "input")
            return null;
        throw failure;
    }
}
const words = (most) => (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => text.length <= most ? text : (0,source/* mismatch */.J4)(node, report, `at most ${most} letters`));
const day = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => isDay(text) ? text : (0,source/* mismatch */.J4)(node, report, "a day as YYYY-MM-DD"));
const moment = (0,source/* refine */.YP)(words(40), (text, node, report) => Number.isNaN(Date.parse(text)) ? (0,source/* mismatch */.J4)(node, report, "a time") : text);
const natural = (0,source/* refine */.YP)(source/* expectInteger */.E0, (value, node, report) => value > 0n && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : (0,source/* mismatch */.J4)(node, report, "a number"));
const waiver = (0,source/* refine */.YP)((0,source/* record */.g1)("a waiver", {
    file: (0,source/* required */.mw)(words(WAIVER_LIMITS.name)),
    metric: (0,source/* required */.mw)(words(WAIVER_LIMITS.name)),
    value: (0,source/* required */.mw)(words(WAIVER_LIMITS.name)),
    against: (0,source/* required */.mw)((0,source/* nullable */.me)(words(WAIVER_LIMITS.name))),
    limits: (0,source/* required */.mw)(words(WAIVER_LIMITS.name)),
    by: (0,source/* required */.mw)(words(100)),
    reason: (0,source/* required */.mw)(words(WAIVER_LIMITS.reason)),
    until: (0,source/* required */.mw)(day),
    at: (0,source/* required */.mw)(moment),
}), ({ file, metric, value, against, limits, by, reason, until, at }) => ({
    file,
    metric,
    value,
    against,
    limits,
    by,
    reason,
    until,
    at,
}));
const root = (0,source/* record */.g1)(WHAT, {
    schema: (0,source/* required */.mw)((0,source/* oneOf */.yL)(SCHEMA)),
    pull: (0,source/* required */.mw)(natural),
    seen: (0,source/* required */.mw)(moment),
    waivers: (0,source/* required */.mw)((0,source/* refine */.YP)((0,source/* listOf */.c3)(waiver), (all, node, report) => all.length <= WAIVER_LIMITS.waivers ? all : (0,source/* mismatch */.J4)(node, report, `at most ${WAIVER_LIMITS.waivers} waivers`))),
});
/** A day that there is. */
function isDay(text) {
    const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

;// CONCATENATED MODULE: ./build/flows/auto/waivers/settle.js






/**
 * Which gates are waived. A waiver stays with a pull request while the value does, whatever is pushed on top; the commit
 * that is judged gets a record of those that its verdict stands on.
 */
function waivingIn(context, scope, ask = null) {
    return async (own, policy) => {
        if (scope === null || (ask === null && !own.some(({ blocks }) => blocks)))
            return own;
        const { project } = scope;
        const gates = own.map((gate) => ({ ...gate, file: (0,kernel/* joinPath */.uJ)(project.path, gate.file) }));
        const found = await findRecord(scope, await commitsOf(context, scope));
        const asked = ask === null ? null : await ask({ gates, policy, before: found?.record ?? null, project });
        if (asked !== null)
            await keep(scope, asked);
        const record = asked ?? found?.record ?? null;
        if (record === null)
            return own;
        const { counting, notKnown, refusals } = await allowed(record.waivers, scope, policy);
        for (const refusal of refusals)
            context.progress.warn(`a waiver does not count: ${refusal}`);
        const now = context.clock.now();
        const settled = (0,compare/* waive */.T9)(gates, counting, now);
        const inherited = asked === null && found?.commit !== scope.head;
        if (inherited && scope.keeps && settled.some(({ waived }) => waived !== undefined)) {
            await keepUsed(scope, { record, notKnown, standing: (0,compare/* waive */.T9)(gates, [...counting, ...notKnown], now) });
        }
        return settled.map((gate, index) => ({ ...gate, file: own[index]?.file ?? gate.file }));
    };
}
/** How far back a waiver is looked for. */
const settle_MOST_COMMITS = 20;
async function commitsOf({ cwd }, { head, base }) {
    const git = await build_git.Git.open(cwd);
    try {
        if (await git.isShallow())
            return [head];
        const before = await git.newestCommits({ from: base, to: head, most: settle_MOST_COMMITS });
        return [head, ...before.filter((commit) => commit !== head)];
    }
    finally {
        git.close();
    }
}
/** The record of the newest of some commits that has one: it has the word, though it be empty. */
async function findRecord({ gitHub, checkName, pull }, commits) {
    const name = waiverCheckName(checkName);
    for (const commit of commits) {
        const seen = await permitted(() => gitHub.ownCheck({ headSha: commit, name }));
        const record = readRecord(seen?.text ?? null);
        if (record !== null && record.pull === pull.number)
            return { commit, record };
    }
    return null;
}
/** A token that may not even look finds nothing. */
async function permitted(look) {
    try {
        return await look();
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "github-permission-missing")
            return null;
        throw failure;
    }
}
async function allowed(waivers, scope, policy) {
    const answers = new Map();
    for (const { by } of waivers) {
        if (!answers.has(by))
            answers.set(by, await mayWaive(scope, policy, { by, author: scope.pull.author }));
    }
    const of = (kind) => waivers.filter(({ by }) => answers.get(by)?.kind === kind);
    return {
        counting: of("may"),
        notKnown: of("not-known"),
        refusals: [...answers.values()].flatMap((answer) => (answer.kind === "may" ? [] : [answer.why])),
    };
}
/** The head's record has the word from now on: what a job that can ask more would count must not be lost by it. */
async function keepUsed(scope, { record, notKnown, standing }) {
    const used = new Set(standing.flatMap(({ file, metric, waived }) => (waived === undefined ? [] : `${file}\0${metric}`)));
    // what stands there for other projects is theirs to look at
    const waivers = record.waivers.filter(({ file, metric }) => scope.project.many || used.has(`${file}\0${metric}`));
    if (waivers.length > 0)
        await keep(scope, { ...record, waivers }, notKnown);
}
async function keep({ gitHub, checkName, head }, record, notKnown = []) {
    await gitHub.checkRun({
        name: waiverCheckName(checkName),
        headSha: head,
        status: "completed",
        conclusion: "neutral",
        output: { ...(0,build_report.renderWaivers)(record.waivers, notKnown), text: writeRecord(record) },
    });
}

;// CONCATENATED MODULE: ./build/flows/auto/waivers/of-merge.js





const MOST_LINES = 20;
/**
 * What the verdicts on the pull requests of a push stood on, a line for each waiver, for the record of the release. A release
 * does not wait for GitHub: what cannot be looked up is said in the log.
 */
async function waiversOfMerge(context, options, merged) {
    const { gitHub, checkName, remote } = options;
    if (gitHub === null)
        return [];
    const git = await build_git.Git.open(context.cwd);
    try {
        const lines = [];
        for (const pull of await merged()) {
            const commits = await judgedCommits(git, pull, remote);
            const found = await findRecord({ gitHub, checkName, pull }, commits);
            lines.push(...(found?.record.waivers ?? []).map((waiver) => `${(0,build_report.waiverLine)(waiver)} (#${pull.number})`));
        }
        const more = lines.length - MOST_LINES;
        return more > 0 ? [...lines.slice(0, MOST_LINES), `and ${more} more`] : lines;
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        context.progress.warn(`whether gates were waived could not be looked up for the record: ${failure.message}`);
        return [];
    }
    finally {
        git.close();
    }
}
/** The head, and the commit that ran where the head only brings its dvc.lock up to date. */
async function judgedCommits(git, { headSha }, remote) {
    await git.fetchCommit(remote, headSha);
    const [parent] = (await git.commitInfo(headSha)).parents;
    return parent !== undefined && (await isLockCommit(git, headSha, parent)) ? [headSha, parent] : [headSha];
}

;// CONCATENATED MODULE: ./build/flows/auto/push.js

















/** A push to the main line: what it declares is released. */
async function onPush(context, options, event) {
    const { after, before, sender } = event;
    if (!event.toDefaultBranch)
        return nothing(`a push to ${event.ref} releases nothing: only the default branch does`);
    if (after === null)
        return nothing("the branch was deleted: there is nothing to release");
    const { branch } = event;
    const order = await brought(context, options, { commit: after, before, branch, by: sender, model: null });
    const outcome = await releaseProjects(context, options, order);
    if (event.branch !== null)
        await offerMerges(context, options, { branch: event.branch, commit: after });
    return outcome;
}
/**
 * A job that is run again, or comes late, has an old commit. What that declares was left behind: the branch's newest one is released in its
 * place, for whose own push may have started no job.
 */
async function brought(context, { remote }, order) {
    const git = await build_git.Git.open(context.cwd);
    const commit = await git.resolve(order.commit);
    const newer = await (0,main_line/* mainLineOf */.x)(git, remote).newerThan(commit, order.branch);
    if (newer === null)
        return { ...order, commit };
    const [from, to] = [commit, newer].map((each) => each.slice(0, 7));
    context.progress.warn(`the main line has gone on from ${from} to ${to}: that is released in its place`);
    return { ...order, commit: newer };
}
/** Releases a commit of every project: one that cannot be read keeps nobody else from being released. */
async function releaseProjects(context, options, order) {
    const projects = await projectsOf(context);
    if (projects.length > 1)
        await refuseNamesakes(projects, order.commit);
    const looked = await eachProject(projects, (project) => releaseCommit(project.context, options, order));
    const [only] = looked;
    if (looked.length === 1 && only?.kind === "found")
        return only.found;
    for (const each of looked)
        if (each.kind === "failure")
            context.progress.warn(`${each.path}: ${each.failure.message}`);
    return allReleased(looked, order.commit);
}
function allReleased(looked, commit) {
    const found = looked.flatMap((each) => (each.kind === "found" ? [each.found] : []));
    const models = found.flatMap(({ result }) => (isRelease(result) ? result.models : []));
    const broken = looked.flatMap(({ kind, path }) => (kind === "failure" ? [`${path} cannot be read`] : []));
    const seconds = found.reduce((sum, { result }) => sum + (isRelease(result) ? (result.seconds ?? 0) : 0), 0);
    const document = { schema: "mainline.release/1", plan: false, commit, models, seconds };
    const fine = broken.length === 0 && found.every(({ answer }) => answer === "yes");
    const words = [...broken, releaseWords(document)].filter((part) => part !== "").join(", ");
    if (models.length === 0 && fine)
        return nothing("no project's mainline.yaml names a model: there is nothing to release");
    return plain({ answer: fine ? "yes" : "no", document }, words);
}
function isRelease(result) {
    return result?.schema === "mainline.release/1";
}
/** Tags belong to the whole repository: two models of one name would be one. */
async function refuseNamesakes(projects, commit) {
    const owners = new Map();
    const looked = await eachProject(projects, ({ context }) => policyAt(context, commit));
    for (const each of looked) {
        for (const name of each.kind === "found" ? each.found.models.keys() : []) {
            const other = owners.get(name);
            if (other === undefined)
                owners.set(name, each.path);
            else
                throw namesakes(name, [other, each.path]);
        }
    }
}
function namesakes(name, [first, second]) {
    return (0,kernel/* badInput */.AN)("model-twice", `${first} and ${second} both release a model \`${name}\``, {
        at: { file: (0,kernel/* joinPath */.uJ)(second, "mainline.yaml") },
        found: name,
        expected: "a name of its own for each model: the tags that record releases are those of the whole repository",
        hint: `call one of them otherwise, in dvc.yaml's \`artifacts:\` and in mainline.yaml`,
    });
}
function isScheduled(event) {
    return event.kind === "other" && event.name === "schedule";
}
/** Releases a commit of one project; stages whose results nobody knows run first, where that is allowed. */
async function releaseCommit(context, options, order) {
    const config = await policyAt(context, order.commit);
    if (config.models.size === 0)
        return nothing("mainline.yaml names no model: there is nothing to release");
    await bringBefore(context, options, order);
    const teller = tellerFor(context, options, config);
    const merged = mergedPulls(context, options.gitHub, order);
    const once = () => (0,release.release)(context, {
        model: order.model,
        rev: order.commit,
        before: order.before,
        branch: order.branch,
        know: release_know.knowTree,
        remote: options.remote,
        plan: false,
        by: order.by,
        run: options.runUrl,
        waived: () => waiversOfMerge(context, options, merged),
        pulls: () => pullNumbers(context, merged),
        labelled: () => bumpOfMerge(context, merged),
        // each hour would be a gap where what fails stops what ran; a merge, or a person, tries it again
        retries: !isScheduled(options.event),
        ...rightsAt(context, options),
        ...(teller === null ? {} : { announce: teller.announce }),
    });
    const first = await once();
    const ran = isBlocked(first.document) &&
        options.run === "here" &&
        (await isHere(context, order)) &&
        (await runFirst(context, options, order));
    const outcome = ran ? await once() : first;
    teller?.settle();
    return plain(outcome, releaseWords(outcome.document));
}
/** What is checked out can be run; another commit's own job does. */
async function isHere({ cwd }, { commit }) {
    const git = await build_git.Git.open(cwd);
    return (await git.resolve("HEAD")) === (await git.resolve(commit));
}
/** What stands in for a pull request's run, where main got inputs that nobody ever ran together. False when a gate or a stage says no. */
async function runFirst(context, { workflowRun }, { before }) {
    const review = await (0,report_review/* openReview */.py)(context, before);
    try {
        if ((0,report_review/* isSettled */.Is)(review))
            return false;
        const { document: run } = await executeReview(context, review);
        await (0,shared/* shareTimes */.E)(context, review, { run: workflowRun, stages: run.stages });
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
    const site = await openCommit(context, { rev: commit, know: release_know.knowTree, remote: null, plan: true, by: null });
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

;// CONCATENATED MODULE: ./build/flows/auto/moves.js






/** Brings a version into an environment, or an earlier one back. */
async function moved(context, options, { command, by, asked }) {
    const { version, to, force, reason, breakFreeze } = options.arguments;
    const site = await (0,open_site/* openSite */.c2)(context, { remote: null, plan: true, by: null });
    const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
    const teller = tellerFor(context, options, site.config);
    const announce = teller === null ? {} : { announce: teller.announce };
    const rights = rightsAt(context, options);
    const { remote, runUrl: run } = options;
    const { knowTree: know } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7049));
    const about = { model, environment, force, reason, remote, plan: false, by, run, know, ...announce, ...rights };
    const { promote } = await __webpack_require__.e(/* import() */ 8718).then(__webpack_require__.bind(__webpack_require__, 18718));
    const { rollback } = await __webpack_require__.e(/* import() */ 1128).then(__webpack_require__.bind(__webpack_require__, 71128));
    const outcome = command === "promote"
        ? await promote(context, {
            ...about,
            version,
            breakFreeze,
            ...when(asked ?? (await askedByRun(context, options))),
        })
        : await rollback(context, { ...about, to, ...when(asked) });
    teller?.settle();
    return plain(outcome, `${command} ${model} ${outcome.document.move.version} in ${environment}`);
}
function when(asked) {
    return asked == null ? {} : { asked };
}
/** Writes down somebody's yes, where it counts. */
async function approved(context, options, { by, asked }) {
    const gitHub = neededGitHub(options, "an approval");
    const site = await (0,open_site/* openSite */.c2)(context, { remote: null, plan: true, by: null });
    const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
    const { approve } = await __webpack_require__.e(/* import() */ 7086).then(__webpack_require__.bind(__webpack_require__, 87086));
    const { version } = options.arguments;
    const who = { by, at: asked ?? null, mayApprove: approversAt(context, { gitHub, teams: options.teams }) };
    const outcome = await approve(context, { model, environment, version, ...who, remote: options.remote });
    const { document } = outcome;
    const state = document.outcome === "refused" ? "is not approved" : "is approved";
    return plain(outcome, `${model} ${document.version} ${state} for ${environment}`);
}
/** Stops automation in an environment, or lets it go on. */
async function held(context, options, { holds, by }) {
    const { reason } = options.arguments;
    const site = await (0,open_site/* openSite */.c2)(context, { remote: null, plan: true, by: null });
    const [model, environment] = [modelOf(site, options), environmentOf(site, options)];
    const { hold } = await __webpack_require__.e(/* import() */ 8806).then(__webpack_require__.bind(__webpack_require__, 96425));
    const outcome = await hold(context, { model, environment, holds, reason, remote: options.remote, plan: false, by });
    const state = outcome.document.hold === null ? "is not on hold" : "is on hold";
    return plain(outcome, `${model} in ${environment} ${state}`);
}

;// CONCATENATED MODULE: ./build/flows/auto/command.js









/** Commands after which something else may run somewhere, or is known of it. */
const MOVING = new Set(["release", "promote", "rollback", "hold", "unhold", "approve", "rehearse"]);
/** A command that somebody named: by hand (`workflow_dispatch`), or in the workflow itself. */
function onCommand(context, options, order) {
    const work = () => carriedOut(context, options, order);
    return MOVING.has(order.command) ? withDashboard(context, options, work) : work();
}
async function carriedOut(context, options, order) {
    const { command, by } = order;
    const projects = await projectsOf(context);
    if (projects.length === 1)
        return inProject(context, options, order);
    const { model } = options.arguments;
    switch (command) {
        case "release":
            return model === null
                ? releaseProjects(context, options, await brought(context, options, headOf(order, model)))
                : inProject((await projectOfModel(projects, model)).context, options, order);
        case "status":
            return statusOfAll(projects, options);
        case "rehearse":
            return rehearsed(projects, options, by);
        case "promote":
        case "rollback":
        case "hold":
        case "unhold":
        case "approve":
            return inProject((await projectOfModel(projects, model)).context, options, order);
        default:
            throw (0,kernel/* badInput */.AN)("several-projects", `\`${command}\` is about one DVC project, and there are ${projects.length} here`, {
                expected: `one of ${projects.map(({ path }) => path).join(", ")}`,
                hint: "name it in the workflow: `working-directory`",
            });
    }
}
function headOf({ by }, model) {
    return { commit: "HEAD", before: null, branch: null, by, model };
}
async function projectOfModel(projects, model) {
    const owners = new Map();
    for (const project of projects) {
        const { config } = await (0,open_site/* openSite */.c2)(project.context, { remote: null, plan: true, by: null });
        for (const name of config.models.keys())
            owners.set(name, project);
    }
    const names = [...owners.keys()];
    const asked = model ?? (names.length === 1 ? (names[0] ?? null) : null);
    const found = asked === null ? undefined : owners.get(asked);
    if (found !== undefined)
        return found;
    throw model === null ? missing("model", names) : unknownModel(model, names);
}
function unknownModel(model, names) {
    return (0,kernel/* badInput */.AN)("unknown-model", `no project's mainline.yaml has a model \`${model}\``, {
        found: model,
        expected: `one of ${names.join(", ")}`,
        hint: (0,source.didYouMean)(model, names) ?? "`mainline status` lists them",
    });
}
/** Each project's models by its own mainline.yaml; what only tags name comes last. The tags are fetched once. */
async function statusOfAll(projects, options) {
    const { model, verify } = options.arguments;
    const { status } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 47066));
    const { answerOf, together } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 73072));
    const asked = [];
    const own = [];
    for (const [index, { context }] of projects.entries()) {
        const { config } = await (0,open_site/* openSite */.c2)(context, { remote: null, plan: true, by: null });
        const outcome = await status(context, { model, verify, remote: index === 0 ? options.remote : null });
        asked.push(outcome);
        own.push(...outcome.document.models.filter(({ name }) => config.models.has(name)));
    }
    const [first] = asked;
    if (first === undefined)
        throw new Error("a repository of several projects has none");
    const named = new Set(own.map(({ name }) => name));
    const models = [...own, ...first.document.models.filter(({ name }) => !named.has(name))];
    const verified = together(asked.flatMap(({ document }) => document.verified ?? []));
    const document = { ...first.document, models, ...(verify ? { verified } : {}) };
    return plain({ answer: answerOf(verified), document }, "asked");
}
async function inProject(context, options, { command, by, asked }) {
    const { model, verify } = options.arguments;
    switch (command) {
        case "plan":
            return plain(await planned(context), "planned");
        case "run":
            return plain(await ran(context), "ran");
        case "report": {
            const { report } = await __webpack_require__.e(/* import() */ 8130).then(__webpack_require__.bind(__webpack_require__, 18130));
            return plain(await report(context, { base: null, golden: false }), "reported");
        }
        case "status": {
            const { status } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 47066));
            return plain(await status(context, { model, verify, remote: options.remote }), "asked");
        }
        case "rehearse":
            return rehearsed([{ context }], options, by);
        case "release":
            return releaseCommit(context, options, await brought(context, options, headOf({ by }, model)));
        case "promote":
        case "rollback":
            return moved(context, options, { command, by, ...(asked === undefined ? {} : { asked }) });
        case "hold":
        case "unhold":
            return held(context, options, { holds: command === "hold", by });
        case "approve":
            return approved(context, options, { by, ...(asked === undefined ? {} : { asked }) });
    }
}
/** Every project's ways back, or one environment's. */
async function rehearsed(projects, options, by) {
    const { rehearse, allRehearsed } = await __webpack_require__.e(/* import() */ 5490).then(__webpack_require__.bind(__webpack_require__, 25490));
    const { knowTree } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7049));
    const { model, environment } = options.arguments;
    const environments = environment === null ? [] : [environment];
    const about = { model, environments, remote: options.remote, plan: false, by, know: knowTree };
    const outcomes = [];
    for (const { context } of projects)
        outcomes.push(await rehearse(context, about));
    return plain(allRehearsed(outcomes), "rehearsed");
}
async function planned(context) {
    const { plan } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 63367));
    return plan(context, { targets: [], base: null, check: false, data: false, force: false });
}
async function ran(context) {
    const { run } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 25144));
    const quiet = { force: false, forceDownstream: false, noRunCache: false, noCommit: false, keepGoing: false };
    return run(context, { targets: [], ...quiet, pull: true, dry: false, jobs: null });
}

;// CONCATENATED MODULE: ./build/flows/auto/board.js


/**
 * Where a pull request's readers look: one check on its head, one comment. A token that may not write there (a fork's)
 * is no failure: it is said once, and the log and the job summary have everything.
 */
class Board {
    #options;
    #mute = false;
    #ownHead = null;
    constructor(options) {
        this.#options = options;
    }
    /**
     * For what is told on the way, and not worth a wait: whoever writes by it is told of trouble at once. Null where nothing may
     * be written.
     */
    live() {
        const { gitHub } = this.#options;
        if (gitHub === null || this.#mute)
            return null;
        const hasty = new Board({ ...this.#options, gitHub: gitHub.hasty() });
        hasty.headIsOurs(this.#ownHead);
        return hasty;
    }
    /** The pull's head is our own commit on the one that the check is for: it has not moved on. */
    headIsOurs(commit) {
        this.#ownHead = commit;
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
            if (live.headSha !== headSha && live.headSha !== this.#ownHead && live.state === "open") {
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
    const output = (0,build_report.checkOf)(report);
    const comment = await board.tell((0,build_report.commentOf)(report));
    const check = await board.conclude(output);
    const { verdict, title } = (0,build_report.headlineOf)(report);
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
/** The plan is told at once. The check stays open: the job that runs the stages concludes it, and writes the comment anew. */
async function handOn(board, report, { waiting, live = null }) {
    const said = live === null ? waitingWords(waiting) : (0,build_report.liveTitle)(live.plan, live.live);
    const shown = (text, put) => (live === null ? text : put(text, live.plan, live));
    const comment = await board.tell(shown((0,build_report.commentOf)(report), build_report.withProgress));
    const check = await board.begin(said, shown((0,build_report.checkOf)(report).summary, build_report.summaryWithProgress));
    return {
        answer: "yes",
        document: report,
        said,
        result: report,
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
    return why_not_mayNot(options, proposal);
}
/** Whose code may run: that of those who may write here, and a fork's commit that one of them let run. */
async function why_not_mayNot(options, { fork, author, head }) {
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

// EXTERNAL MODULE: ./build/claim/index.js + 4 modules
var build_claim = __webpack_require__(40608);
;// CONCATENATED MODULE: ./build/flows/auto/trusted/claim-of.js


/** The artifact that a job of the untrusted lane leaves, and the one file in it. Of several jobs each has a hyphen and more in its name. */
const CLAIM_ARTIFACT = { name: "mainline-report", file: "mainline-report.json" };
const NOTHING_YET = { found: null, lie: [] };
/**
 * What the jobs of a run left, as far as it is about this run and this head. A report that is none is told, and keeps the
 * others from nothing. One of an earlier attempt is as good: GitHub runs again only the jobs that failed.
 */
async function claimOf(gitHub, run) {
    const read = await readAll(gitHub, run);
    const reports = read.filter((each) => "claim" in each);
    const lie = read.filter((each) => "why" in each);
    if (reports.length === 0)
        return { found: null, lie };
    const { joint, apart } = (0,build_claim/* joinReports */.cR)(reports);
    const others = apart.map(({ name, claim }) => disbelief(name, `it stands on another base, ${claim.base.slice(0, 7)}`));
    return { found: joint, lie: [...lie, ...others] };
}
async function readAll(gitHub, run) {
    const read = [];
    let room = build_claim/* CLAIM_LIMITS */.yu.reports.bytes;
    const readOne = async (artifact) => {
        const most = Math.min(room, build_claim/* CLAIM_LIMITS */.yu.bytes);
        const bytes = await gitHub.artifactFile({ artifact, file: CLAIM_ARTIFACT.file, most });
        if (bytes === null)
            return;
        room -= bytes.length;
        const claim = (0,build_claim/* readClaim */.jw)(bytes);
        const wrong = notAbout(run, claim);
        read.push(wrong === null ? { name: artifact.name, claim } : disbelief(artifact.name, wrong));
    };
    const refused = (name) => (failure) => void read.push(disbelief(name, refusal(failure)));
    const all = async () => {
        for (const artifact of await artifactsOf(gitHub, run))
            await readOne(artifact).catch(refused(artifact.name));
    };
    await all().catch(refused(CLAIM_ARTIFACT.name));
    return read;
}
async function artifactsOf(gitHub, { id }) {
    const found = await gitHub.artifactsOf({ run: id, family: CLAIM_ARTIFACT.name });
    const { count } = build_claim/* CLAIM_LIMITS */.yu.reports;
    if (found.length <= count)
        return found;
    throw (0,kernel/* badInput */.AN)("claim-invalid", `there are ${found.length} reports, and at most ${count} are read`);
}
/** Why a report is of something else; null where it is not. */
function notAbout(run, claim) {
    if (claim.run.id !== run.id)
        return `it is of another run, ${claim.run.id}`;
    if (claim.run.attempt > run.attempt)
        return `it is of an attempt that was not made, ${claim.run.attempt}`;
    return claim.head === run.head.sha ? null : `it is of another commit, ${claim.head.slice(0, 7)}`;
}
function disbelief(name, why) {
    return { address: null, why: name === CLAIM_ARTIFACT.name ? why : `\`${name.slice(0, 80)}\`: ${why}` };
}
/** The words of a file that cannot be read; what is nobody's fault goes on. */
function refusal(failure) {
    if (failure instanceof kernel/* Failure */.HR && failure.kind === "input")
        return failure.message;
    throw failure;
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
        run: null,
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

;// CONCATENATED MODULE: ./build/flows/auto/trusted/judged-projects.js




/** The projects of this checkout, held against those of the commit that is judged. */
async function judgedProjects(context, { commit, claim }) {
    const known = await projectsOf(context);
    const there = new Set(await projectsIn(context, commit));
    const kept = known.filter(({ path }) => there.has(path));
    const gone = known.filter((place) => !kept.includes(place));
    const names = new Set(known.map(({ path }) => path));
    // one that is looked at alone is all that this job is about, whatever lies beside it
    const alone = known.length === 1;
    const fresh = alone ? [] : [...there].filter((path) => !names.has(path));
    const strange = new Set((claim?.stages ?? []).map(build_claim/* projectOf */.v8).filter((path) => !names.has(path) && !there.has(path)));
    return {
        places: alone || kept.length === 0 ? known : kept,
        notes: [
            ...(alone || kept.length === 0 ? [] : gone.map(({ path }) => `The project ${path} is removed.`)),
            ...fresh.map((path) => `The project ${path} is new: it is judged from the day its .dvc/config is merged.`),
        ],
        unknown: [...strange].map((path) => ({ address: path, why: "the pull request has no such project" })),
    };
}
async function projectsIn(context, commit) {
    const git = await build_git.Git.open(context.cwd);
    try {
        return await (0,dvc_projects/* projectsAt */.A)(git, commit);
    }
    finally {
        git.close();
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/live/pace.js
/** GitHub's budget is 1,000 requests an hour for all jobs of a repository. */
const LEAST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/**
 * Tells how work goes while it goes on: half a minute apart at least, only what is new, and seldomer where it cannot be told.
 * Whatever becomes of the telling, the work and its end are the same; when it returns, nothing is being told any more.
 */
async function whileTelling(telling, work) {
    const end = new AbortController();
    const told = keepTelling(telling, end.signal);
    try {
        return await work();
    }
    finally {
        end.abort();
        await told;
    }
}
async function keepTelling({ clock, words, tell, failed }, end) {
    let last = null;
    for (let failures = 0; !end.aborted;) {
        await clock.sleep(Math.min(LEAST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), end);
        if (end.aborted)
            return;
        try {
            const now = words();
            if (now === null || now === last)
                continue;
            await tell(now);
            [last, failures] = [now, 0];
        }
        catch (cause) {
            if (failures === 0)
                failed(cause);
            failures++;
        }
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/live/watch.js
/** Notes which of a plan's stages run, by what the run tells of its progress; everything is passed on. */
class Watch {
    #clock;
    #due;
    #running = new Map();
    #done = new Set();
    constructor(clock, { stages }) {
        this.#clock = clock;
        this.#due = new Set(stages.flatMap(({ action, address }) => (action === "run" || action === "maybe" ? [address] : [])));
    }
    now() {
        const running = [...this.#running].map(([address, since]) => ({ address, since: since.toISOString() }));
        return { at: this.#clock.now().toISOString(), running, done: [...this.#done] };
    }
    over(inner) {
        return {
            say: (line) => inner.say(line),
            live: (line) => inner.live(line),
            output: (chunk) => inner.output(chunk),
            warn: (line) => inner.warn(line),
            group: (title) => {
                const [end, over] = [inner.group(title), this.#begin(title)];
                return () => {
                    over();
                    end();
                };
            },
            lane: (title) => {
                const [lane, over] = [inner.lane(title), this.#begin(title)];
                return {
                    say: (line) => lane.say(line),
                    live: (line) => lane.live(line),
                    output: (chunk) => lane.output(chunk),
                    warn: (line) => lane.warn(line),
                    close: () => {
                        over();
                        lane.close();
                    },
                };
            },
        };
    }
    #begin(address) {
        if (!this.#due.has(address))
            return () => { };
        this.#running.set(address, this.#clock.now());
        return () => {
            this.#running.delete(address);
            this.#done.add(address);
        };
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/live/claimed.js






/** So many notes of its progress a job leaves at most. */
const MOST_NOTES = 500;
/** So many jobs of a run are listened to. */
const MOST_JOBS = build_claim/* CLAIM_LIMITS */.yu.reports.count;
function folderOf({ id }) {
    return `claims/${id}/progress`;
}
/**
 * Runs in the lane that may write nothing at GitHub: how far it is stands in the log, and in small notes where this run's
 * claims wait, a new one when a stage begins or ends. Whoever trusts nobody may read them, and show them as what they are.
 */
async function runNoted(context, { run, share = [], remote, plan }, work) {
    const { clock, progress, signal } = context;
    const watch = new Watch(clock, plan);
    const notes = remote?.notes() ?? null;
    let [count, before] = [0, ""];
    const note = async (now = watch.now()) => {
        const state = JSON.stringify([now.running, now.done]);
        if (notes === null || state === before || count === MOST_NOTES)
            return;
        const text = (0,build_claim/* writeProgress */.pH)({ schema: "mainline.progress/1", run, ...now });
        await notes.write(`${folderOf(run)}/${nameAt(clock.now(), share)}`, Buffer.from(text));
        [count, before] = [count + 1, state];
    };
    const tell = (words) => {
        progress.say(words);
        return note();
    };
    const failed = (cause) => progress.say(`how far it is could not be noted: ${cause instanceof Error ? cause.message : String(cause)}`);
    try {
        return await whileTelling({ clock, words: () => (0,build_report.liveWords)(plan, watch.now()), tell, failed }, () => work({ ...context, progress: watch.over(progress) }));
    }
    finally {
        // other jobs of the run may go on for hours: what this one told last must not stand for as long
        if (count > 0 && !signal.aborted)
            await note({ ...watch.now(), running: [] }).catch(failed);
    }
}
/** The newest is the first of the alphabet. Jobs beside each other have names that end differently. */
function nameAt(now, share) {
    const job = share.length === 0 ? "" : `-${(0,external_node_crypto_.createHash)("sha256").update(share.join("\n")).digest("hex").slice(0, 8)}`;
    return `${String(10 ** 13 - now.getTime()).padStart(13, "0")}${job}.json`;
}
/**
 * How far a run says it is, all its jobs together; null where it says nothing, or what cannot be. Of stages that the plan does
 * not run nothing is taken over, nor a time that has not come yet.
 */
async function claimedProgress({ clock }, { run, remote, plan }) {
    if (remote === null)
        return null;
    try {
        const due = new Set(plan.stages.flatMap(({ action, address }) => (action === "run" || action === "maybe" ? [address] : [])));
        const now = clock.now().getTime();
        const past = (time) => Date.parse(time) <= now;
        const told = (await newestOfEach(remote.notes(), run)).filter(({ run: of, at }) => of.id === run.id && of.attempt === run.attempt && past(at));
        const [last] = told.map(({ at }) => at).toSorted((a, b) => Date.parse(b) - Date.parse(a));
        if (last === undefined)
            return null;
        const running = told.flatMap((each) => each.running);
        return {
            at: last,
            running: distinct(running.filter(({ address, since }) => due.has(address) && past(since))),
            done: [...new Set(told.flatMap(({ done }) => done))].filter((address) => due.has(address)),
        };
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return null;
    }
}
function distinct(rows) {
    return [...new Map(rows.map((row) => [row.address, row])).values()];
}
/** What each job told last. */
async function newestOfEach(notes, run) {
    const newest = new Map();
    for (const name of await notes.names(folderOf(run))) {
        const job = name.replace(/^\d+/, "");
        if (!newest.has(job) && newest.size < MOST_JOBS)
            newest.set(job, name);
    }
    const texts = await Promise.all([...newest.values()].map((name) => notes.read(`${folderOf(run)}/${name}`)));
    return texts.flatMap((text) => (text === null ? [] : readable(text)));
}
/** Nonsense of one job hides nothing of the others. */
function readable(text) {
    try {
        return [(0,build_claim/* readProgress */.gQ)(text)];
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return [];
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/waivers/offer.js


const USUAL_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A verdict that a gate keeps from being green, with the way past it where there is nothing else to do. */
function withOfferedWaiver(report, { prefix, now, project }) {
    const gate = report.gates.find((each) => (0,compare/* seenGate */.Lp)(each) !== null);
    if (gate === undefined || report.next.length > 0 || report.notRun !== null)
        return report;
    const name = project.many ? `${(0,kernel/* joinPath */.uJ)(project.path, gate.file)}:${gate.metric}` : shortName(gate, report.gates);
    const text = `mend ${name}, or somebody who may write here and did not propose it lets it pass`;
    if (!/^[\x21-\x7e]+$/.test(name) || /["=]/.test(name))
        return { ...report, next: [{ text }] };
    const until = new Date(now.getTime() + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10);
    return { ...report, next: [{ text, command: `${prefix} waive ${name} reason="…" until=${until}` }] };
}
/** The metric's own name where no other gate has it. */
function shortName(gate, gates) {
    const alone = gates.filter(({ metric }) => metric === gate.metric).length === 1 && gate.metric !== "";
    return alone ? gate.metric : `${gate.file}:${gate.metric}`;
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/claimed-run.js


/**
 * What a claim says of the run itself, for readers: times and failures, of stages that there are and that are believed, each
 * once. That one ran is said only where its claimed result is what the plan uses: a row decorates what is known, and decides
 * nothing. As long as something is missing, what failed in one job is shown though another one made it.
 */
function claimedRun(claim, review, disbelieved) {
    const doubted = new Set(disbelieved.map(({ address }) => address));
    const { runCache } = review.shelves;
    const planned = new Map(review.plan.stages.map((each) => [each.stage.address, each]));
    const order = (0,report_review/* isSettled */.Is)(review) ? SETTLED : OPEN;
    const rows = [...(0,build_claim/* byStage */.wq)(claim)].flatMap(([address, told]) => {
        const found = planned.get(address);
        if (found === undefined || doubted.has(address))
            return [];
        const fit = told.filter((each) => isUsed(each, found, runCache));
        const outcome = order.find((one) => fit.some((each) => each.outcome === one));
        const shown = fit.find((each) => each.outcome === outcome);
        return shown === undefined ? [] : [row(shown, found.stage.cmdPlace ?? found.stage.place)];
    });
    return rows.length === 0 ? null : { schema: "mainline.run/1", stages: rows };
}
/** Which of several outcomes of one stage is shown. */
const SETTLED = ["executed", "restored", "failed", "skipped"];
const OPEN = ["failed", "executed", "restored", "skipped"];
function isUsed({ outcome, result }, { result: used }, runCache) {
    if (outcome === "failed" || outcome === "skipped")
        return true;
    return used !== null && runCache.digest(used) === result?.value;
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
 * What the jobs of a run of a pull request claim, held against what can be known without it. An entry counts where its name
 * is in a report, its bytes hash to that name, its inputs are exactly what the pull request's own files make them, and all
 * that it says came out lies at the remote; of several for the same inputs the first of those counts. What its outputs are
 * worth nobody can tell but by running the stage again.
 */
class Evidence {
    claim;
    #folder;
    #entries;
    /** Key → values, as claimed, in the order in which they are believed. */
    #named;
    /** Names of the claimed entries that were there. */
    #waiting = new Set();
    /** Key → value. */
    #used = new Map();
    /** Of those used, what became a stage's result and is whole. */
    #whole = [];
    #refused = new Map();
    constructor(claim, folder) {
        this.claim = claim;
        this.#folder = folder;
        this.#entries = new store/* RunCache */.CY(folder, entry_format/* entryFormat */.m);
        const results = claim.stages.flatMap(({ result }) => result ?? []);
        const named = Map.groupBy(results, ({ key }) => key);
        this.#named = new Map([...named].map(([key, of]) => [key, [...new Set(of.map(({ value }) => value))]]));
    }
    /** Brings in the entries that a claim names from where they wait. */
    static async fetch(claim, shelf) {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-claims-"));
        const evidence = new Evidence(claim, folder);
        if (shelf !== null)
            await shelf.fetchRuns(evidence.#entries, [...evidence.#named.keys()]);
        for (const [key, values] of evidence.#named) {
            for (const value of values) {
                if (await evidence.#entries.has({ key, value }))
                    evidence.#waiting.add(nameOf({ key, value }));
            }
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
                const entries = await this.#claimed(key);
                const found = entries.find((entry) => (0,store/* sameInputs */.kO)(entry, inputs));
                if (found === undefined)
                    return null;
                this.#used.set(key, this.#entries.digest(found));
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
            const made = this.#resultOf(planned);
            if (made === null || this.#used.get(made.key) !== made.value)
                continue;
            const lacking = await lackingOutput(planned, review, remoteOf);
            if (lacking === null) {
                whole.push(made);
                continue;
            }
            this.#refused.set(nameOf(made), `its output ${lacking} is not at the remote, or not what its name says`);
            this.#used.delete(made.key);
            complete = false;
        }
        this.#whole = whole;
        return complete;
    }
    /** What is claimed and is not so, stage by stage, where no report says what is. */
    disbelieved({ plan }) {
        const planned = new Map(plan.stages.map((each) => [each.stage.address, each]));
        return [...(0,build_claim/* byStage */.wq)(this.claim)].flatMap(([address, told]) => {
            const stage = planned.get(address);
            if (told.some(({ result }) => result !== null && result.key === this.#keyOf(stage)))
                return [];
            const [why] = told.flatMap((each) => this.#doubt(each, stage) ?? []);
            return why === undefined ? [] : [{ address, why }];
        });
    }
    /** What was checked joins the results that everybody finds: here, and at the remote. */
    async accept({ shelves }) {
        const { runCache, remote } = shelves;
        for (const name of this.#whole)
            await runCache.accept(name, await (0,promises_.readFile)(this.#entries.path(name), "utf8"));
        const keys = [...new Set(this.#whole.map(({ key }) => key))];
        if (keys.length > 0)
            await remote?.pushRuns(runCache, keys);
    }
    /** Stages that this run gave another result than everybody knew before: what was known counts. */
    differing(review) {
        return this.#told(review).flatMap(({ address, made, told }) => {
            const known = told.some(({ result }) => result?.key === made.key) && !told.some((each) => says(each, made));
            return known ? [address] : [];
        });
    }
    /** Stages of which one report tells what counts, and another one something else. */
    disagreements(review) {
        return this.#told(review).flatMap(({ address, made, told }) => {
            const counts = told.find((each) => says(each, made));
            const others = told.filter((each) => (each.result !== null || each.outcome === "failed") && !says(each, made));
            if (counts === undefined || others.length === 0)
                return [];
            return [{ address, counts: counts.by, others: others.map(({ by }) => by) }];
        });
    }
    /** What is told of stages whose results are known. */
    #told({ plan }) {
        const stages = (0,build_claim/* byStage */.wq)(this.claim);
        return plan.stages.flatMap((planned) => {
            const { address } = planned.stage;
            const made = this.#resultOf(planned);
            return made === null ? [] : [{ address, made, told: stages.get(address) ?? [] }];
        });
    }
    async end() {
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
    /** The entries that are claimed for a key and were not found wanting, as they are believed. */
    async #claimed(key) {
        const values = this.#named.get(key) ?? [];
        const open = values.filter((value) => !this.#refused.has(nameOf({ key, value })));
        if (open.length === 0)
            return [];
        const entries = new Map((await this.#entries.find(key)).map((entry) => [this.#entries.digest(entry), entry]));
        return open.flatMap((value) => entries.get(value) ?? []);
    }
    #doubt({ result }, planned) {
        if (planned === undefined)
            return "the pull request has no such stage";
        if (result === null)
            return null;
        const refused = this.#refused.get(nameOf(result));
        if (refused !== undefined)
            return refused;
        // what everybody knew before counts, whatever is claimed beside it
        if (this.#keyOf(planned) === result.key)
            return null;
        return this.#waiting.has(nameOf(result))
            ? "it was made from other inputs than the pull request's"
            : "it does not wait at the remote under the name that is claimed";
    }
    #keyOf(planned) {
        return planned === undefined ? null : (this.#resultOf(planned)?.key ?? null);
    }
    #resultOf({ result }) {
        return result === null ? null : { key: this.#entries.key(result), value: this.#entries.digest(result) };
    }
}
function says({ result }, made) {
    return result?.key === made.key && result.value === made.value;
}
function nameOf({ key, value }) {
    return `${key}/${value}`;
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

;// CONCATENATED MODULE: ./build/flows/auto/asked-stages.js


const MOST_STAGES = 20;
/** Plain letters, as a command can name them. */
const ADDRESS = /^[\w./:@+-]{1,200}$/;
function asked_stages_nameOf(checkName) {
    return `${checkName}: stages`;
}
async function askForStages({ gitHub, checkName, headSha, run, attempt }, { stages, by }) {
    const title = stages.length === 1 ? "One stage was asked for" : `${stages.length} stages were asked for`;
    await gitHub.checkRun({
        name: asked_stages_nameOf(checkName),
        headSha,
        status: "completed",
        conclusion: "neutral",
        output: {
            title,
            summary: `${stages.map((stage) => (0,build_report.code)(stage)).join(", ")}, by ${(0,build_report.code)(by, 60)}, for attempt ${attempt} of run ${run}.`,
            text: JSON.stringify({ run, attempt, stages }),
        },
    });
}
/** The stages that an attempt is for, by address; none: all that is stale. It makes a run smaller, and decides nothing else. */
async function stagesAsked({ gitHub, checkName, headSha, run, attempt }) {
    try {
        const check = await gitHub.lastCheck({ headSha, name: asked_stages_nameOf(checkName) });
        return check?.text == null ? [] : read(check.text, { run, attempt });
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "github-permission-missing")
            return [];
        throw failure;
    }
}
function read(text, of) {
    const found = parsed(text);
    if (found.run !== of.run || found.attempt !== of.attempt || !Array.isArray(found.stages))
        return [];
    const stages = found.stages.filter((each) => typeof each === "string" && ADDRESS.test(each));
    return stages.length === found.stages.length && stages.length <= MOST_STAGES ? stages : [];
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null ? value : {};
    }
    catch {
        return {};
    }
}
/** The attempt that a run's next beginning is. One that GitHub holds back has not begun. */
function nextAttempt({ attempt, conclusion }) {
    return conclusion === "action_required" ? attempt : attempt + 1;
}

;// CONCATENATED MODULE: ./build/flows/auto/stage-names.js

/** How a stage of the project at `path` is called from the git root: `models/ads/dvc.yaml:train`. */
function nameFromRoot(path, address) {
    const named = address.includes(":") || address.endsWith(".dvc") ? address : `dvc.yaml:${address}`;
    return (0,kernel/* joinPath */.uJ)(path, named);
}
/** The address that a name has within the project at `path`: one that is called from the git root loses what leads there. */
function nameWithin(path, name) {
    const [file = ""] = name.split(":");
    if (path === "." || !(0,kernel/* isWithin */.UO)(file, path))
        return name;
    return (0,kernel/* relativeTo */.Mf)(name, path).replace(/^dvc\.yaml:/, "");
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/why-stale.js




/** Why stages are stale still: nothing may run, the run goes on, or it ended without them. */
async function whyStale(options, { pull, run, ended, review, place, reports }) {
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
        case "success": {
            const stages = await stagesOf(options, run);
            if (stages.length === 0)
                return { reason: "lost", text: silence(reports) };
            const only = `Only ${stages.join(", ")} was asked for in this run`;
            return {
                reason: "policy",
                text: broughtNone(stages, { place, review }) ? `${only}, and no job brought it.` : `${only}.`,
            };
        }
        default:
            return { reason: "lost", text: silence(reports) };
    }
}
/** What reports leave open, of a run that should have brought all; null where there is none. */
function silence(reports) {
    if (reports.length === 0)
        return null;
    if (reports.every((name) => name === CLAIM_ARTIFACT.name))
        return SILENT;
    const names = reports.slice(0, 8).map((name) => `\`${name}\``);
    return `Reports came as ${names.join(", ")}. ${NOBODYS}`;
}
/** Whether nothing came of any of the stages that were asked for, though there are such. */
function broughtNone(asked, { place, review }) {
    const names = new Set(asked.map((name) => nameWithin(place.path, name)));
    const here = review.plan.stages.filter(({ stage }) => names.has(stage.address) || names.has(stage.name ?? ""));
    return here.length > 0 && here.every(({ action }) => action === "run" || action === "maybe");
}
/** What somebody asked the run for; none: all that is stale. */
async function stagesOf({ gitHub, checkName }, { head, id, attempt }) {
    return gitHub === null ? [] : stagesAsked({ gitHub, checkName, headSha: head.sha, run: id, attempt });
}
const SILENT = "The run's report says nothing of stages that are stale. One that always runs has no result that could be looked up.";
const NOBODYS = "None brings the stages that are stale: a job ended before it left its report, or no job's `stages` name them. One that always runs has no result that could be looked up.";
const HELD = "GitHub holds the run back until somebody who may write here approves it.";
/** What a reader can write to go on. */
function nextAfter(notRun, run, prefix) {
    if (notRun === null || run.conclusion === "action_required")
        return [];
    const command = `${prefix} run ${run.head.sha}`;
    if (notRun.reason === "fork")
        return [{ text: "somebody who may write here, and has read it, lets it run", command }];
    const again = notRun.reason === "lost" || run.conclusion === "cancelled";
    if (notRun.reason === "policy" && run.conclusion === "success")
        return [{ text: "run the rest", command: `${prefix} run` }];
    return again ? [{ text: "run it again", command: `${prefix} retry` }] : [];
}

;// CONCATENATED MODULE: ./build/flows/auto/trusted/part.js















/** Plans one project with what is claimed of it, accepts what holds, and reports. To be ended by the caller. */
async function partOf(context, order) {
    const { claim: whole, place } = order;
    const claim = whole === null ? null : (0,build_claim/* jointAbout */.kB)(whole, place.path);
    const { review, evidence } = await reviewed(context, { ...order, claim });
    const end = async () => {
        review.workspace.git?.close();
        await evidence?.end();
    };
    try {
        await evidence?.accept(review);
        const report = await reported(context, { ...order, review, evidence });
        if (claim !== null && report.run !== null) {
            await (0,shared/* shareTimes */.E)(context, review, { run: claim.run, stages: ranNow(claim, report.run.stages) });
        }
        const goesOn = !order.ended && !(0,report_review/* isSettled */.Is)(review) && report.notRun === null && !why_not_isBlocked(review);
        const waiting = report.notRun === null && (0,report_review/* isSettled */.Is)(review) ? openQuestions(report) : NOTHING_WAITS;
        if (!goesOn)
            return { report, review, waiting, live: null, end };
        const live = await claimedProgress(context, {
            run: order.run,
            remote: review.shelves.remote,
            plan: review.document,
        });
        return { report, review, waiting: openStages(review), live, end };
    }
    catch (failure) {
        await end();
        throw failure;
    }
}
/** Without what ran in earlier attempts: that was noted then. */
function ranNow({ run, stages }, rows) {
    const now = stages.filter(({ attempt, outcome }) => attempt === run.attempt && outcome === "executed");
    const addresses = new Set(now.map(({ address }) => address));
    return rows.filter(({ address }) => addresses.has(address));
}
/** Plans the pull request's merge with what is claimed; what turns out not to lie at the remote is left out the second time. */
async function reviewed(context, { run, ground, claim, own }) {
    const about = { commit: ground.commit, base: ground.base, judge: ground.tip, own, run: run.id };
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
        : await whyStale(told.options, { ...told, reports: evidence?.claim.reports ?? [] });
    const moved = told.ended ? await movedOn(context, ground, pull) : null;
    const { gitHub, checkName, ask, options } = told;
    const about = { checkName, pull, head: run.head.sha, base: ground.tip, project: told.place };
    const scope = { gitHub, teams: options.teams, ...about, keeps: true };
    const report = await (0,compose/* compose */.Z)(context, review, {
        pull: { number: pull.number },
        base: {
            name: pull.baseRef,
            commit: ground.base,
            behind: ground.behind,
            found: evidence === null || ground.behind === 0 ? "tip" : "run",
        },
        head: { name: "this PR", commit: run.head.sha },
        run: claimed,
        results: "recorded",
        disbelieved,
        notRun,
        // by the policy of the branch as it is: which registry is asked is not the pull request's to say, nor its run's
        merging: (0,report_review/* isSettled */.Is)(review)
            ? {
                rev: ground.commit,
                remote: options.remote,
                policy: ground.tip,
                onlyNew: true,
                answered: answeredIn(evidence?.claim),
            }
            : null,
        links: { run: run.url, ...(options.runUrl === null ? {} : { summary: options.runUrl }) },
        warnings: [...(moved === null ? [] : [moved]), ...(await doubts(told))],
        next: notRun === null && !told.ended && !(0,report_review/* isSettled */.Is)(review) ? TAKEN : nextAfter(notRun, run, options.prefix),
        waived: waivingIn(context, scope, ask),
    });
    return withOfferedWaiver(await withUnasked(report, told), {
        prefix: options.prefix,
        now: context.clock.now(),
        project: told.place,
    });
}
/** Requests that should have been asked, and were not, are no yes: nobody may run the code here, or the run ended without them. */
async function withUnasked(report, told) {
    const { review, evidence, run, options } = told;
    if (!(0,report_review/* isSettled */.Is)(review) || !isWaiting(openQuestions(report)))
        return report;
    const why = await whyStale(options, { ...told, reports: evidence?.claim.reports ?? [] });
    if (why === null)
        return report;
    const notRun = why.reason === "lost" && run.conclusion !== "timed_out" ? { ...why, text: UNASKED } : why;
    return { ...report, notRun, next: nextAfter(notRun, run, options.prefix) };
}
const UNASKED = "The run ended without asking the golden requests.";
/** What the run says that its golden requests were answered. Whether it is so is asked again before a version is tagged. */
function answeredIn(claim) {
    return new Map((claim?.golden ?? []).map(({ model, asked, notAsked }) => [
        model,
        { asked: asked.map((each) => ({ ...each, ok: each.differences.length === 0 })), notAsked },
    ]));
}
/** What a reader should know of where results come from. */
async function doubts({ review, evidence }) {
    const { base, project, shelves } = review;
    const recorded = base === null ? [] : [...(await (0,truth/* unknownLocks */.ni)(project, base, shelves))];
    const other = evidence?.differing(review) ?? [];
    return [
        ...recorded.map((address) => `\`${address}\`: its result is what dvc.lock of the pull request says. It was not run here.`),
        ...other.map((address) => `\`${address}\`: this run made something else of the same inputs than is known already. What was known counts.`),
        ...(evidence === null ? [] : tornWords(evidence, review)),
    ];
}
/** Where jobs of a run do not agree, whose word counts and why. */
function tornWords(evidence, review) {
    return evidence.disagreements(review).map(({ address, counts, others }) => {
        const names = others.map((name) => `\`${name}\``).join(", ");
        return `\`${address}\`: the reports ${names} and \`${counts}\` do not agree. What \`${counts}\` says counts: of those that hold, the newest attempt's comes first, then the one that tells of most stages.`;
    });
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
/** Bytes of what runs of pull requests stored: records of runs, listings, metrics. The model and its data are not read. */
const MOST_READ = 1024n ** 3n;
/** Judges the pull requests of a run as they stand: one for each branch that its head is proposed to. */
async function judgeRun(trusted, options, order) {
    const context = { ...trusted, budget: (0,store/* budgetOf */.nT)(MOST_READ) };
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
        const ask = order.asked?.pull === pull.number ? order.asked.ask : null;
        // what is wrong with one of them must not leave the check of another open
        judgements.push(...(await Promise.allSettled([judgePull(context, { options, gitHub, checkName, run, pull, ended, ask })])));
    }
    for (const each of judgements)
        if (each.status === "rejected")
            throw each.reason;
    const names = pulls.map(({ baseRef }) => checkNameFor(options.checkName, baseRef, order.mainLine));
    if (ended && pulls.length > 0)
        await endOthers(context, options, { gitHub, run, names, summary: MOVED });
    const [first] = judgements.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    return first ?? ofNobody(context, options, { gitHub, run });
}
/** Checks that were begun are concluded, though there is no pull request any more that they could be about. */
async function ofNobody(context, options, { gitHub, run }) {
    const commit = run.head.sha.slice(0, 7);
    const said = run.headRepository === null
        ? `the repository that ${commit} came from is gone`
        : `no pull request has ${commit} as its head`;
    await endOthers(context, options, { gitHub, run, names: [], summary: `${said}.` });
    return nothing(said);
}
const MOVED = "The pull request goes to another branch now, and has its check by that name.";
/** A pull request may go to another branch since its run began: the check that was called after the old one is nobody's. */
async function endOthers({ progress }, { checkName }, { gitHub, run, names, summary }) {
    const { sha: headSha } = run.head;
    const open = (await gitHub.openChecks(headSha)).filter((name) => isCheckName(name, checkName));
    for (const name of open.filter((each) => !names.includes(each))) {
        const board = new Board({
            gitHub,
            progress,
            checkName: name,
            comment: false,
            headSha,
            pull: null,
            runUrl: run.url,
        });
        await board.conclude({ conclusion: "cancelled", title: "Nothing to judge", summary, annotations: [] });
    }
}
async function judgePull(context, at) {
    const { options, gitHub, checkName, run, pull } = at;
    const { progress } = context;
    const { comment } = options;
    const about = { gitHub, progress, checkName, comment, headSha: run.head.sha, pull: pull.number, runUrl: run.url };
    const board = new Board(about);
    await board.begin("Looking at what changed");
    try {
        const locked = await lockedHead(context, options, { pull, run });
        board.headIsOurs(locked);
        return await judged(context, { ...at, board, locked });
    }
    catch (cause) {
        await sayFailure(context, board, cause);
        throw cause;
    }
}
async function judged(context, at) {
    const { options, pull, run } = at;
    const forbidden = await why_not_mayNot({ ...options, run: "here" }, { fork: pull.fork, author: pull.author, head: run.head.sha });
    const { found, lie } = at.ended ? await claimOf(at.gitHub, run) : NOTHING_YET;
    const { remote } = options;
    const ground = await openGround(context, { pull, head: run.head.sha, remote, base: found?.base ?? null });
    const refused = ground.refused ?? (found === null || forbidden === null ? null : judging_UNASKED);
    const lies = refused === null ? lie : [...lie, { address: null, why: refused }];
    const claim = refused === null ? found : null;
    // whoever may not run code here may not tell by a lock either what it makes
    const own = forbidden === null ? "written" : "known";
    const { places, notes, unknown } = await judgedProjects(context, { commit: ground.commit, claim });
    const parts = [];
    try {
        const looked = await eachProject(places, async (place) => {
            // what is wrong with the report as a whole is said once
            const whole = place === places[0] ? [...lies, ...unknown] : [];
            const part = await partOf(place.context, { ...at, place, ground, claim, own, lies: whole });
            parts.push(part);
            return part;
        });
        const links = { run: run.url, ...(options.runUrl === null ? {} : { summary: options.runUrl }) };
        const { report, waiting } = allOf(looked, { notes, links });
        context.signal.throwIfAborted();
        if (isWaiting(waiting)) {
            const askAnew = `${options.prefix} plan`;
            const [live] = parts.flatMap(({ live, review }) => live === null ? [] : [{ live, plan: review.document, askAnew }]);
            return await handOn(at.board, report, { waiting, live: live ?? null });
        }
        const outcome = await verdict_published(report, at.board);
        const settled = parts.flatMap(({ review }) => ((0,report_review/* isSettled */.Is)(review) ? [review] : []));
        if (settled.length > 0 && options.lock === "push")
            await withLock(context, { ...at, reviews: settled }, report);
        return outcome;
    }
    finally {
        for (const part of parts)
            await part.end();
    }
}
/** What code has made that nobody let run counts for nothing, however it came to run. */
const judging_UNASKED = "nobody who may write here let this commit run";
/**
 * The true lock on the branch makes a new head, which no workflow looks at when a workflow's own token made it: the verdict
 * goes there, too. The verdict does not depend on it: what goes wrong is said.
 */
async function withLock(context, at, report) {
    const { gitHub, pull, run, checkName } = at;
    const { progress } = context;
    try {
        const push = { gitHub, pull, head: run.head.sha, runUrl: run.url };
        const commit = await lockCommit(context, at, push);
        if (commit === null)
            return;
        const about = { gitHub, progress, checkName, comment: false, pull: null, runUrl: run.url };
        await new Board({ ...about, headSha: commit }).conclude((0,build_report.checkOf)(report));
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        const hint = failure.details.hint === undefined ? "" : ` (${failure.details.hint})`;
        progress.warn(`dvc.lock was not brought up to date: ${failure.message}${hint}`);
    }
}
/** The commit with the true lock, made once: after a call whose answer was lost, nobody knows but the branch itself. */
async function lockCommit(context, { options, run, reviews, locked }, push) {
    if (locked !== null)
        return trueLock(context, reviews, { ...push, locked });
    try {
        return await pushLock(context, reviews, push);
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.code !== "github-unavailable")
            throw failure;
        const pull = await push.gitHub.pullRequest(push.pull.number);
        const made = await lockedHead(context, options, { pull, run });
        return made === null ? pushLock(context, reviews, push) : trueLock(context, reviews, { ...push, locked: made });
    }
}

;// CONCATENATED MODULE: ./build/flows/auto/chat/authority.js

/** Everybody may ask for words. */
const FREE = new Set(["help", "status"]);
/** What writes the report anew is for the pull's author as well. */
const AUTHORS = new Set(["plan", "gate", "diff"]);
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

;// CONCATENATED MODULE: ./build/flows/auto/untrusted/own-shelf.js

/**
 * Knows, after all that is known otherwise, what a run of the untrusted lane had finished, whether or not it came to its end:
 * single records by key, from where they wait. `into`: where they are kept; null for this machine's own cache.
 */
function finishedBy(run, into = null) {
    return (observer, { runCache, remote }) => {
        const shelf = remote?.claims(run) ?? null;
        const kept = into ?? runCache;
        if (shelf === null)
            return observer;
        return {
            ...observer,
            knownRun: async (inputs) => {
                const known = await observer.knownRun(inputs);
                if (known !== null)
                    return known;
                const key = kept.key(inputs);
                await shelf.fetchRuns(kept, [key]);
                return (await kept.find(key)).find((entry) => (0,store/* sameInputs */.kO)(entry, inputs)) ?? null;
            },
        };
    };
}

;// CONCATENATED MODULE: ./build/flows/auto/chat/runs.js









/** The file of the untrusted lane, as `mainline init` names it. */
const UNTRUSTED_WORKFLOW = "mainline-pull-request.yml";
async function aboutPull({ cwd }, { checkName, lock, remote, teams }, { gitHub, event, number }) {
    const pull = await gitHub.pullRequest(number);
    const about = { gitHub, teams, event, pull, checkName };
    if (lock !== "push" || pull.fork)
        return { ...about, ran: pull.headSha };
    const git = await build_git.Git.open(cwd);
    try {
        await git.fetchCommit(remote, pull.headSha);
        const [parent = ""] = (await git.commitInfo(pull.headSha)).parents;
        return { ...about, ran: (await isLockCommit(git, pull.headSha, parent)) ? parent : pull.headSha };
    }
    finally {
        git.close();
    }
}
/** For the pull's head, the newest first. */
function runsOf({ gitHub, ran }) {
    return gitHub.workflowRuns({ workflow: UNTRUSTED_WORKFLOW, sha: ran, event: "pull_request" });
}
/** The newest run for the pull's head; null where none has begun. */
async function newestRun(about) {
    return (await runsOf(about))[0] ?? null;
}
/** Begins the run of a pull's head anew, or lets one begin that waits. A fork's code is let run for this one commit, by name. */
async function runAgain(context, about, { sha, stages, remote }) {
    const { gitHub, event, pull, checkName } = about;
    const unseen = await hasSeen(about, sha);
    if (unseen !== null)
        return refused(unseen);
    const run = await newestRun(about);
    if (run === null)
        return refused("no run of it has begun yet");
    if (run.status !== "completed")
        return { kind: "done", said: `it is at work already: ${run.url}`, text: null };
    const unknown = stages.length === 0 ? null : await unknownStage(context, { remote, commit: run.head.sha }, stages);
    if (unknown !== null)
        return refused(unknown);
    const { headSha } = await gitHub.pullRequest(pull.number);
    if (headSha !== pull.headSha)
        return refused("its head has changed just now");
    if (stages.length > 0) {
        const attempt = { run: run.id, attempt: nextAttempt(run) };
        await askForStages({ gitHub, checkName, headSha: run.head.sha, ...attempt }, { stages, by: event.sender });
    }
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
        await gitHub.approveRun(run);
    else
        await gitHub.rerun(run);
    const what = stages.length === 0 ? "" : `, of it ${stages.map((stage) => `\`${stage}\``).join(", ")}`;
    return { kind: "done", said: `${run.head.sha.slice(0, 7)} runs${what}: ${run.url}`, text: null };
}
/** A stage that the commit's files do not have, in a sentence; null where they have them all. The files are read as data. */
async function unknownStage(context, { remote, commit }, stages) {
    const git = await build_git.Git.open(context.cwd);
    await git.fetchCommit(remote, commit).finally(() => git.close());
    const projects = await eachProject(await projectsOf(context), ({ context: here }) => stagesAt(here, commit));
    const known = projects.flatMap((each) => (each.kind === "found" ? [{ path: each.path, own: each.found }] : []));
    const odd = stages.find((stage) => !known.some(({ path, own }) => own.includes(nameWithin(path, stage))));
    if (odd === undefined)
        return null;
    const names = known.flatMap(({ path, own }) => projects.length === 1 ? own : own.map((address) => nameFromRoot(path, address)));
    const hint = (0,source.didYouMean)(odd, names) ?? `the stages are ${names.slice(0, 8).join(", ")}`;
    return `${commit.slice(0, 7)} has no stage \`${odd}\`: ${hint}`;
}
/** The addresses of a project's stages at a commit; none where the commit has no such project. */
async function stagesAt(context, commit) {
    const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
    try {
        const { project } = await (0,flows_workspace/* projectAt */.t9)(workspace, commit);
        return project.stages.flatMap(({ address, name }) => (name === null ? [] : [address]));
    }
    finally {
        workspace.git?.close();
    }
}
function refused(said) {
    return { kind: "refused", said, text: null };
}

;// CONCATENATED MODULE: ./build/flows/auto/chat/cancel.js











/** A runner ends what runs within ten seconds; a hosted one that only begins may take longer. */
const PATIENCE_MS = 60_000;
const GLANCE_MS = 2000;
/** Ends what runs for the pull's head, waits for the end, and says what of it is kept. */
async function cancelRuns(context, options, about) {
    const running = await openRuns(about);
    const [newest] = running;
    if (newest === undefined)
        return { kind: "refused", said: "nothing of it runs", text: null };
    for (const { id } of running)
        await about.gitHub.cancelRun(id);
    const ended = await hasEnded(context, about);
    const said = ended ? "the run was ended" : "the run is being ended: GitHub has not said yet that it is over";
    return { kind: "done", said: `${said}. ${await keptWords(context, options, { about, run: newest })}`, text: null };
}
async function openRuns(about) {
    return (await runsOf(about)).filter(({ status }) => status !== "completed");
}
async function hasEnded({ clock, signal }, about) {
    const start = clock.monotonic();
    for (;;) {
        if ((await openRuns(about)).length === 0)
            return true;
        if (signal.aborted || clock.monotonic() - start > PATIENCE_MS)
            return false;
        await clock.sleep(GLANCE_MS);
    }
}
async function keptWords(context, options, ended) {
    try {
        const { finished, open } = await leftBy(context, options, ended);
        const kept = finished.length === 0
            ? "None of its stages had finished and reached the remote"
            : `${listed(finished)} had finished and ${finished.length === 1 ? "is" : "are"} kept`;
        const rest = open.length === 0 ? "" : `; ${listed(open)} ${open.length === 1 ? "was" : "were"} ended, or had not begun`;
        return `${kept}${rest}.`;
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return `What it had finished could not be looked up: ${failure.message}.`;
    }
}
function listed(stages) {
    const shown = stages.slice(0, 5).map((stage) => `\`${stage}\``);
    return `${shown.join(", ")}${stages.length > 5 ? ` and ${stages.length - 5} more` : ""}`;
}
/** What the run's shelf at the remote has of the pull's stages, and which of them nobody knows a result of. */
async function leftBy(context, options, { about, run }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-cancelled-"));
    try {
        const { remote } = options;
        const ground = await openGround(context, { pull: about.pull, head: run.head.sha, remote, base: null });
        const shelf = new store/* RunCache */.CY(folder, entry_format/* entryFormat */.m);
        const { commit, base } = ground;
        const hearsay = finishedBy(run.id, shelf);
        const [finished, open] = [[], []];
        for (const { context: within, path } of await projectsOf(context)) {
            const order = { commit, base, judge: base, hearsay, own: "written", run: run.id };
            const { plan, workspace } = await (0,report_review/* openCommitReview */.k7)(within, order);
            workspace.git?.close();
            const nameOf = (address) => (path === "." ? address : `${path}: ${address}`);
            for (const { stage, result, action } of plan.stages) {
                const name = result === null ? null : { key: shelf.key(result), value: shelf.digest(result) };
                if (name !== null && (await shelf.has(name)))
                    finished.push(nameOf(stage.address));
                if (action === "run" || action === "maybe")
                    open.push(nameOf(stage.address));
            }
        }
        return { finished, open };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./build/flows/outside.js
var outside = __webpack_require__(83181);
// EXTERNAL MODULE: ./build/flows/remote-shelves.js
var remote_shelves = __webpack_require__(22415);
// EXTERNAL MODULE: ./build/flows/report/objects.js
var objects = __webpack_require__(69689);
// EXTERNAL MODULE: ./build/flows/sides.js
var sides = __webpack_require__(17646);
;// CONCATENATED MODULE: ./build/flows/auto/chat/diff.js













/**
 * A pull request, merged with its base as that is now, beside a revision of this repository: out of git, as data, with the
 * results that both are known to have.
 */
async function diffOf(context, { options, about, rev }) {
    const asked = rev ?? about.pull.baseRef;
    const head = await diff_headOf(context, options, about);
    const projects = await projectsOf(context);
    const texts = [];
    for (const { context: within, path } of projects) {
        const text = await diffIn(within, { options, asked, head });
        texts.push(projects.length === 1 ? text : `${path}\n${text}`);
    }
    return { kind: "done", said: `its differences to \`${asked}\``, text: texts.join("\n") };
}
/** One project's differences, as a terminal shows them. */
async function diffIn(context, { options, asked, head }) {
    const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
    try {
        if (workspace.git === null)
            throw new Error("a comment was answered without git");
        const commit = await revisionNamed(workspace.git, options.remote, asked);
        const { cache, runCache, config } = workspace;
        const shelves = { cache, runCache, remote: await (0,remote_shelves/* optionalRemote */.R)(context, config) };
        const base = await knownSide(workspace, shelves, { name: asked, commit });
        const ours = await knownSide(workspace, shelves, { name: "this PR", commit: head });
        const document = await (0,sides/* diffSides */.uH)(base.side, ours.side, false);
        const unknown = [...new Set([...base.unknown, ...ours.unknown])];
        const known = unknown.length === 0 ? document : { ...document, metrics: [], warnings: [unmeasured(unknown)] };
        return (0,build_report.renderText)(known, build_report.plainStyle);
    }
    finally {
        workspace.git?.close();
    }
}
/** Merged as GitHub would; where that conflicts, the head alone. */
async function diff_headOf(context, { remote }, { pull }) {
    try {
        return (await openGround(context, { pull, head: pull.headSha, remote, base: null })).commit;
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "pull-conflicts")
            return pull.headSha;
        throw failure;
    }
}
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** What git takes for the name of a branch or tag, and nothing that it takes for more than a name. */
const NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_./#@+-]*[A-Za-z0-9_#+-])?$/;
/** A full commit, a tag or a branch of the repository, by its full ref. Failure `unknown-revision`. */
async function revisionNamed(git, remote, asked) {
    if (COMMIT.test(asked))
        await git.fetchCommit(remote, asked);
    const names = COMMIT.test(asked) ? [asked] : [`refs/tags/${asked}`, `refs/remotes/${remote}/${asked}`];
    const plain = COMMIT.test(asked) || (NAME.test(asked) && !/\.\.|@\{|\/\/|\/\./.test(asked));
    for (const name of plain ? names : []) {
        const found = await git.tryResolve(name);
        if (found !== null)
            return found;
    }
    const tags = (await git.tags()).map(({ name }) => name);
    throw (0,kernel/* badInput */.AN)("unknown-revision", `there is no commit, tag or branch \`${asked}\` here`, {
        found: asked,
        expected: "all hex digits of a commit, or the name of a tag or branch",
        hint: (0,source.didYouMean)(asked, tags) ?? "a commit is named by all of its hex digits",
    });
}
async function knownSide({ git, below, root, config }, shelves, { name, commit }) {
    if (git === null)
        throw new Error("a comment was answered without git");
    const tree = git.treeAt(commit, below);
    const known = await (0,release_know/* knownAt */.p)(tree, { root, config, ...shelves });
    const project = (0,truth/* withResults */.F2)(known.project, known.results);
    (0,outside/* refuseOutside */.g)(project, root);
    const side = {
        tree: (0,objects/* asRecorded */.z)(tree, project),
        project,
        objects: (0,objects/* shelvedObjects */.W)(shelves),
        data: (0,compare/* recordedData */.Zw)(project),
    };
    return { side: { side, name: { name, commit } }, unknown: [...known.unknown.keys()] };
}
function unmeasured(stages) {
    const shown = stages.slice(0, 3).join(", ");
    const more = stages.length > 3 ? ` and ${stages.length - 3} more` : "";
    return `metrics are left out: the results of ${shown}${more} are not known`;
}

;// CONCATENATED MODULE: ./build/flows/auto/chat/grammar.js

/** In the order of `help`. */
const VERBS = {
    help: { usage: "help", says: "these lines" },
    plan: { usage: "plan", says: "looks at the pull request anew, and writes the report" },
    gate: { usage: "gate", says: "the same: what the gates say of what is known" },
    diff: { usage: "diff [REVISION]", says: "metrics, parameters and data against a commit, tag or branch", most: 1 },
    run: {
        usage: "run [COMMIT] [STAGE …]",
        says: "runs what is stale, or of it these stages and what they need; of a fork, the COMMIT that you have read",
        most: 21,
    },
    retry: { usage: "retry [COMMIT]", says: "runs it again after a failure or a cancellation", most: 1 },
    cancel: { usage: "cancel", says: "ends what runs for this pull request" },
    waive: {
        usage: 'waive METRIC reason="…" until=YYYY-MM-DD',
        says: "lets pass what a gate says no to, this value of it",
        most: 1,
        named: ["reason", "until"],
    },
    unwaive: { usage: "unwaive METRIC", says: "takes that back", most: 1 },
    status: { usage: "status", says: "what runs in which environment" },
    promote: {
        usage: 'promote ENVIRONMENT [VERSION] [model=NAME] [reason="…"] [break-freeze="…"]',
        says: "brings a version into an environment; though it is frozen, with a word why",
        most: 2,
        named: ["reason", "model", "break-freeze"],
    },
    approve: {
        usage: "approve ENVIRONMENT [VERSION] [model=NAME]",
        says: "says yes to a version's promotion, where that is waited for",
        most: 2,
        named: ["model"],
    },
    rollback: {
        usage: 'rollback ENVIRONMENT [VERSION] [model=NAME] [reason="…"]',
        says: "brings back what an environment held before",
        most: 2,
        named: ["reason", "model"],
    },
    hold: {
        usage: 'hold ENVIRONMENT [model=NAME] [reason="…"]',
        says: "lets nothing into an environment but what a person brings there",
        most: 1,
        named: ["reason", "model"],
    },
    unhold: {
        usage: 'unhold ENVIRONMENT [model=NAME] [reason="…"]',
        says: "ends that",
        most: 1,
        named: ["reason", "model"],
    },
};
const LONGEST = 500;
/** A word, or `name="words"`, or `name=word`. */
const WORD = /([a-z][a-z-]*)="([^"]*)"|([a-z][a-z-]*)=(\S+)|(\S+)/gy;
/** A stage's address, as `mainline plan` shows it. */
const STAGE = /^[\w./:@+-]{1,200}$/;
const grammar_COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
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
    const words = VERBS[verb];
    const usage = `it is written \`${words.usage}\``;
    const odd = [...named.keys()].find((name) => words.named?.includes(name) !== true);
    if (odd !== undefined)
        return mistake(`\`${verb}\` takes no \`${odd}=\``, usage);
    if (operands.length > (words.most ?? 0))
        return mistake(`\`${verb}\` takes fewer words`, usage);
    const [first = null, second = null] = operands;
    const reason = named.get("reason") ?? null;
    const model = named.get("model") ?? null;
    switch (verb) {
        case "promote": {
            const breakFreeze = named.get("break-freeze") ?? null;
            if (breakFreeze !== null && breakFreeze.trim() === "")
                return mistake("a freeze is not broken without a reason", usage);
            return { verb, model, environment: first, version: second, reason, breakFreeze };
        }
        case "approve":
            return { verb, model, environment: first, version: second, reason };
        case "rollback":
            return { verb, model, environment: first, to: second, reason };
        case "hold":
        case "unhold":
            return { verb, model, environment: first, reason };
        case "run": {
            const sha = first !== null && grammar_COMMIT.test(first) ? first : null;
            const stages = sha === null ? operands : operands.slice(1);
            const odd = stages.find((stage) => !STAGE.test(stage));
            return odd === undefined ? { verb, sha, stages } : mistake(`\`${odd}\` is neither a commit nor a stage`, usage);
        }
        case "retry":
            if (first !== null && !grammar_COMMIT.test(first))
                return mistake("a commit is named by all of its hex digits", usage);
            return { verb, sha: first };
        case "diff":
            return { verb, rev: first };
        case "waive": {
            const until = named.get("until") ?? "";
            if (first === null || (reason ?? "").trim() === "" || until === "")
                return mistake("a waiver names a metric, says why, and until when", usage);
            return { verb, metric: first, reason: reason ?? "", until };
        }
        case "unwaive":
            return first === null ? mistake("which metric?", usage) : { verb, metric: first };
        default:
            return { verb };
    }
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

;// CONCATENATED MODULE: ./build/flows/auto/chat/waive.js









/**
 * Waives a gate's "no" to the value that it was given for, or takes that back, and judges the pull request anew. What is
 * waived was shown before it was asked for, and is looked at again just before it is written down.
 */
async function changeWaivers(context, { options, about, ask }) {
    const { pull, event } = about;
    const now = context.clock.now();
    if (pull.state !== "open")
        return waive_refused("the pull request is closed");
    const wrong = ask.verb === "waive" ? wrongDay(ask.until, now) : null;
    if (wrong !== null)
        return waive_refused(wrong);
    const run = await newestRun(about);
    if (run === null)
        return waive_refused("no run of it has begun yet");
    const seen = await verdictSeen(about, run.head.sha);
    if (seen === null)
        return waive_refused("its verdict has been written anew since: look at it, and ask again");
    let reply = waive_refused("its results are not known yet: no gate has judged them");
    const word = async (at) => {
        const asker = { about, seen: seen.toISOString(), at: now.toISOString() };
        const given = ask.verb === "waive" ? await waived(asker, ask, at) : takenBack(asker, ask, at);
        // of several projects each is asked: the one that it is about has the word
        if (reply.kind !== "done")
            reply = given.reply;
        return given.record;
    };
    const { said } = await judgeRun(context, options, {
        run,
        ended: run.status === "completed",
        mainLine: event.repository.defaultBranch,
        asked: { pull: pull.number, ask: word },
    });
    return reply.kind === "done" ? { ...reply, said: `${reply.said}: ${said}` } : reply;
}
async function waived({ about, seen, at }, ask, { gates, policy, before, project }) {
    const { pull, event } = about;
    const may = await mayWaive(about, policy, { by: event.sender, author: pull.author });
    if (may.kind !== "may")
        return no(may.why);
    const gate = gateNamed(ask.metric, gates, project);
    if (typeof gate === "string")
        return no(gate);
    const name = shortName(gate, gates);
    const subject = (0,compare/* seenGate */.Lp)(gate);
    if (subject === null) {
        return no(gate.blocks ? `\`${name}\` has no value that could be waived: ${gate.why}` : `no gate says no to \`${name}\``);
    }
    const { until } = ask;
    const waiver = { ...subject, by: event.sender, reason: ask.reason.trim().slice(0, WAIVER_LIMITS.reason), until, at };
    const others = (before?.waivers ?? []).filter((each) => !isSame(each, subject));
    return {
        reply: done(`\`${name}\` at ${subject.value} is waived until ${until}`),
        record: { pull: pull.number, seen, waivers: [...others, waiver] },
    };
}
function takenBack({ about, seen }, ask, { gates, before, project }) {
    const standing = before?.waivers ?? [];
    const gate = gateNamed(ask.metric, gates, project);
    if (typeof gate === "string")
        return no(gate);
    const waivers = standing.filter((each) => !isSame(each, gate));
    const name = shortName(gate, gates);
    if (waivers.length === standing.length)
        return no(`nothing of \`${name}\` is waived`);
    return {
        reply: done(`\`${name}\` is not waived any more`),
        record: { pull: about.pull.number, seen, waivers },
    };
}
function isSame(a, b) {
    return a.file === b.file && a.metric === b.metric;
}
/** By `FILE:NAME`, or by the name alone where one gate has it. A text says why none is meant. */
function gateNamed(asked, gates, { many }) {
    const full = (gate) => `${gate.file}:${gate.metric}`;
    const fits = gates.filter((gate) => full(gate) === asked || (!many && gate.metric === asked));
    const exact = fits.find((gate) => full(gate) === asked) ?? (fits.length === 1 ? fits[0] : undefined);
    if (exact !== undefined)
        return exact;
    const names = gates.map((gate) => shortName(gate, gates));
    if (fits.length > 1)
        return `\`${asked}\` is the name of several: ${fits.map((gate) => `\`${full(gate)}\``).join(", ")}`;
    if (names.length === 0)
        return "the base branch has no gates";
    const hint = (0,source.didYouMean)(asked, [...names, ...gates.map(full)]) ?? `the gates are on ${names.slice(0, 8).join(", ")}`;
    return `no gate is on \`${asked}\`: ${hint}`;
}
/**
 * When a verdict stood that the one who asks has seen; null where the one that stands is newer than his words. Waivers
 * write it anew by themselves: who asks for two of them at once has seen the one before both.
 */
async function verdictSeen({ gitHub, pull, event, checkName }, headSha) {
    const asked = event.comment.createdAt.getTime();
    const name = checkNameFor(checkName, pull.baseRef, event.repository.defaultBranch);
    const at = await gitHub.ownCheck({ headSha, name });
    if (at?.concludedAt != null && at.concludedAt.getTime() <= asked)
        return at.concludedAt;
    const found = await findRecord({ gitHub, checkName: name, pull }, [headSha]);
    if (found === null || Date.parse(found.record.seen) > asked)
        return null;
    return new Date(found.record.seen);
}
const waive_DAY_MS = 24 * 60 * 60 * 1000;
/** Why a waiver cannot last until a day, in a sentence; null when it can. */
function wrongDay(until, now) {
    if (!isDay(until))
        return `\`${until}\` is no day: \`until=YYYY-MM-DD\``;
    const today = Date.parse(now.toISOString().slice(0, 10));
    const days = (Date.parse(until) - today) / waive_DAY_MS;
    if (days < 0)
        return `${until} is over`;
    const last = new Date(today + WAIVER_LIMITS.days * waive_DAY_MS).toISOString().slice(0, 10);
    return days > WAIVER_LIMITS.days
        ? `a waiver lasts ${WAIVER_LIMITS.days} days at most, until ${last} if given today`
        : null;
}
function waive_refused(said) {
    return { kind: "refused", said, text: null };
}
function no(said) {
    return { reply: waive_refused(said), record: null };
}
function done(said) {
    return { kind: "done", said, text: null };
}

;// CONCATENATED MODULE: ./build/flows/auto/chat/on-comment.js











/**
 * A comment below a pull request: a command is answered with a reaction at once, carried out once, and answered at the top of
 * the one comment. Only new comments of people count, by the text that the event brought: what is edited later asks for nothing.
 */
async function onComment(context, options, event) {
    if (event.action !== "created")
        return nothing(`\`${event.action}\` of a comment asks for nothing`);
    if (event.pull === null)
        return nothing("the comment is below an issue");
    if (event.comment.byBot)
        return nothing("the comment is a program's");
    const ask = parseAsk(event.comment.body, options.prefix);
    if (ask === null)
        return nothing("the comment asks for nothing");
    const gitHub = neededGitHub(options, "a command in a comment");
    const { id } = event.comment;
    const asked = { options, gitHub, event, pull: event.pull };
    const { existed } = await gitHub.react({ comment: id, content: "eyes" });
    // a job that is run again, or the one that an earlier job handed it on to
    if (existed && (await gitHub.hasReacted({ comment: id, content: REACTIONS.done })))
        return nothing("the command was carried out already");
    try {
        const reply = await replyTo(context, asked, ask);
        if (reply.kind === "elsewhere")
            return { ...nothing(reply.said), runElsewhere: true, waiting: ask.verb };
        await answer(asked, ask, reply);
        return { ...nothing(reply.said), answer: reply.kind === "done" ? "yes" : "no" };
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR) {
            // what keeps the answer from being written must not hide what it would have said
            await answer(asked, ask, { kind: "refused", said: failure.message, text: null }).catch((cause) => {
                context.progress.warn(`not answered: ${cause instanceof Error ? cause.message : String(cause)}`);
            });
        }
        throw failure;
    }
}
async function replyTo(context, asked, ask) {
    const { options, gitHub, event } = asked;
    if (ask.verb === "mistake") {
        const hint = ask.hint === null ? "" : `: ${ask.hint}`;
        return { kind: "unclear", said: `${ask.said}${hint}`, text: ask.hint === null ? helpText(options.prefix) : null };
    }
    const refusal = await mayAsk(gitHub, ask, event);
    if (refusal !== null)
        return { kind: "refused", said: refusal, text: null };
    switch (ask.verb) {
        case "help":
            return { kind: "done", said: "this is understood", text: helpText(options.prefix) };
        case "status":
            return statusNow(context, options, event.sender);
        case "plan":
        case "gate":
            return lookedAnew(context, asked);
        case "run":
        case "retry":
            return runAgain(context, await pullOf(context, asked), {
                sha: ask.sha,
                stages: ask.verb === "run" ? ask.stages : [],
                remote: options.remote,
            });
        case "cancel":
            return cancelRuns(context, options, await pullOf(context, asked));
        case "waive":
        case "unwaive":
            return changeWaivers(context, { options, about: await pullOf(context, asked), ask });
        case "diff":
            return diffOf(context, { options, about: await pullOf(context, asked), rev: ask.rev });
        case "hold":
        case "unhold":
        case "promote":
        case "approve":
        case "rollback":
            return options.run === "elsewhere" ? HANDED_ON : on_comment_moved(context, options, ask, event);
    }
}
const HANDED_ON = {
    kind: "elsewhere",
    said: "the job that reaches the environments goes on with it",
    text: null,
};
function pullOf(context, { options, gitHub, event, pull }) {
    return aboutPull(context, options, { gitHub, event, number: pull });
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
    const { options, event } = asked;
    const run = await newestRun(await pullOf(context, asked));
    if (run === null)
        return { kind: "refused", said: "no run of it has begun yet", text: null };
    const { said } = await judgeRun(context, options, {
        run,
        ended: run.status === "completed",
        mainLine: event.repository.defaultBranch,
    });
    return { kind: "done", said: `looked at anew: ${said}`, text: null };
}
async function on_comment_moved(context, options, ask, { sender: by, comment }) {
    const { verb, environment, reason } = ask;
    const model = ask.model ?? options.arguments.model;
    const given = { ...options.arguments, model, environment, reason, ...givenIn(ask), force: false };
    const order = { command: verb, by, asked: comment.createdAt };
    const outcome = await onCommand(context, { ...options, arguments: given }, order);
    const text = outcome.result === null ? null : (0,build_report.renderText)(outcome.result, build_report.plainStyle);
    return { kind: outcome.answer === "yes" ? "done" : "refused", said: outcome.said, text };
}
function givenIn(ask) {
    if (ask.verb === "promote")
        return { version: ask.version, breakFreeze: ask.breakFreeze };
    if (ask.verb === "approve")
        return { version: ask.version };
    return ask.verb === "rollback" ? { to: ask.to, breakFreeze: null } : {};
}
const REACTIONS = { done: "rocket", refused: "-1", unclear: "confused" };
async function answer({ options, gitHub, event, pull }, ask, { kind, said, text }) {
    if (kind === "elsewhere")
        return;
    const at = { issue: pull, marker: build_report.COMMENT_MARKER };
    const [before] = await gitHub.ourComments(at);
    const { prefix } = options;
    const command = ask.verb === "mistake" ? prefix : `${prefix} ${ask.verb}`;
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
    const { event, checkName, prefix, runUrl } = options;
    const gitHub = neededGitHub(options, "concluding a check");
    const headSha = await conclude_headOf(gitHub, event);
    if (headSha === null)
        return nothing(`\`${event.kind}\` has no commit whose checks could be open`);
    const open = (await gitHub.openChecks(headSha)).filter((name) => isCheckName(name, checkName));
    for (const name of open) {
        const board = new Board({ gitHub, progress, checkName: name, comment: false, headSha, pull: null, runUrl });
        await board.conclude({
            conclusion: "failure",
            title: "Mainline did not come to an end",
            summary: `${WHY} \`${prefix} plan\` below the pull request, or running the job again, looks at it anew.`,
            annotations: [],
        });
    }
    return nothing(open.length === 0 ? "no check was left open" : `concluded ${open.join(", ")}: it had been left open`);
}
const WHY = "The job that judges was ended before it had a verdict: out of memory, out of time, or killed. Its log says more.";
async function conclude_headOf(gitHub, event) {
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

// EXTERNAL MODULE: ./build/flows/gate.js
var gate = __webpack_require__(64223);
;// CONCATENATED MODULE: ./build/flows/auto/merge-group.js

















/**
 * The merge queue asks: the answer is looked up by content, in seconds. Where the main line has moved so that inputs are
 * not the ones that were run with, it is no, with the stages and what differs, unless `queue: run` in mainline.yaml of the base
 * branch lets them run: here, or in a job that follows and leaves a report, as a pull request's does.
 */
async function onMergeGroup(context, options, event) {
    if (event.action !== ASKED)
        return nothing(`\`${event.action}\` of a merge group asks nothing`);
    const { gitHub, runUrl } = options;
    const base = event.base.ref.replace(/^refs\/heads\//, "");
    const checkName = checkNameFor(options.checkName, base, event.repository.defaultBranch);
    const { progress } = context;
    const about = { gitHub, progress, checkName, runUrl, comment: false, headSha: event.head.sha, pull: null };
    const board = new Board(about);
    await board.begin("Looking it up");
    try {
        const git = await build_git.Git.open(context.cwd);
        await git.fetchCommit(options.remote, event.base.sha);
        git.close();
        return await merge_group_judged(context, { options, event, base, checkName, board });
    }
    catch (cause) {
        await sayFailure(context, board, cause);
        throw cause;
    }
}
const ASKED = "checks_requested";
async function merge_group_judged(context, at) {
    // one report for all of them, looked for when the first needs it
    let left = null;
    const reportLeft = () => (left ??= leftByRun(at));
    const queued = await queuedPull(context, at);
    const looked = await eachProject(await projectsOf(context), (project) => merge_group_partOf(project.context, {
        ...at,
        path: project.path,
        left: reportLeft,
        scope: queued === null ? null : { ...queued, project },
    }));
    const links = at.options.runUrl === null ? {} : { run: at.options.runUrl };
    const { report, waiting } = allOf(looked, { notes: [], links });
    context.signal.throwIfAborted();
    return isWaiting(waiting) ? handOn(at.board, report, { waiting }) : verdict_published(report, at.board);
}
async function merge_group_partOf(context, at) {
    const { options, event } = at;
    const known = await (0,report_review/* openReview */.py)(context, event.base.sha);
    try {
        const may = !(0,report_review/* isSettled */.Is)(known) && !why_not_isBlocked(known) && (await mayQueueRun(known));
        const { found, lie } = may ? await at.left() : NOTHING_YET;
        if (may && found === null && lie.length === 0 && options.run === "elsewhere") {
            const report = await told(context, at, { review: known, notRun: null, next: TAKEN });
            return { report, waiting: openStages(known) };
        }
        if (found !== null)
            return { report: await judgedByClaim(context, at, { claim: found, lie }), waiting: NOTHING_WAITS };
        const run = may && options.run === "here" ? (await executeReview(context, known)).document : null;
        const open = run === null && !(0,report_review/* isSettled */.Is)(known) && !why_not_isBlocked(known);
        const notRun = !open || lie.length > 0 ? null : may ? LOST : LOOKED_UP;
        const report = await told(context, at, {
            review: known,
            run,
            ...(lie.length === 0 ? {} : { disbelieved: lie }),
            notRun,
            ...(notRun === LOOKED_UP ? { next: [UPDATE] } : {}),
        });
        return { report, waiting: NOTHING_WAITS };
    }
    finally {
        known.workspace.git?.close();
    }
}
/** By the policy of the branch that the group goes to: the group's own says nothing about it. */
async function mayQueueRun({ base }) {
    return base !== null && (await (0,gate/* readPolicy */.T)(base.tree)).queue === "run";
}
/** What a job of this very workflow run has left. */
function leftByRun({ options, event }) {
    const { gitHub, workflowRun } = options;
    if (gitHub === null)
        return Promise.resolve(NOTHING_YET);
    return claimOf(gitHub, { ...workflowRun, head: { branch: event.head.ref, sha: event.head.sha } });
}
/** What the job that ran the group claims is checked as a pull request's claim is. */
async function judgedByClaim(context, at, { claim: whole, lie }) {
    const { event, options, path } = at;
    const { head, base } = event;
    const claim = (0,build_claim/* jointAbout */.kB)(whole, path);
    const stood = claim.base === base.sha ? [] : [{ address: null, why: `it stands on ${claim.base.slice(0, 7)}` }];
    const { review, evidence } = await reviewed(context, {
        run: options.workflowRun,
        ground: { commit: head.sha, base: base.sha, tip: base.sha },
        claim: stood.length === 0 ? claim : null,
        own: "written",
    });
    try {
        await evidence?.accept(review);
        const disbelieved = [...lie, ...stood, ...(evidence?.disbelieved(review) ?? [])];
        const run = evidence === null ? null : claimedRun(claim, review, disbelieved);
        const fine = (0,report_review/* isSettled */.Is)(review) || why_not_isBlocked(review) || disbelieved.length > 0 || hasFailed(run);
        const warnings = evidence === null ? [] : tornWords(evidence, review);
        const about = { review, run, results: "recorded", disbelieved, notRun: fine ? null : LOST, warnings };
        return await told(context, at, about);
    }
    finally {
        review.workspace.git?.close();
        await evidence?.end();
    }
}
async function told(context, at, { review, run = null, ...more }) {
    const { event, base, options, scope } = at;
    return (0,compose/* compose */.Z)(context, review, {
        pull: null,
        base: { name: base, commit: event.base.sha, found: "queue" },
        head: { name: "the queue", commit: event.head.sha },
        merging: null,
        links: options.runUrl === null ? {} : { run: options.runUrl },
        warnings: [],
        waived: waivingIn(context, scope),
        run,
        ...more,
    });
}
/** Whose waivers count: the pull request that the queue's branch is called after. Its head is brought in, to look for them. */
async function queuedPull({ cwd }, { options, checkName, event: { head, base } }) {
    const { gitHub, teams, remote } = options;
    const [, number] = /\/pr-(\d{1,10})-[0-9a-f]+$/.exec(head.ref) ?? [];
    if (gitHub === null || number === undefined)
        return null;
    const pull = await gitHub.pullRequest(Number(number));
    const git = await build_git.Git.open(cwd);
    await git.fetchCommit(remote, pull.headSha);
    git.close();
    return { gitHub, teams, checkName, pull, head: pull.headSha, base: base.sha, keeps: false };
}
const UPDATE = { text: "update the pull request, so that its own run makes these results" };
const LOOKED_UP = {
    reason: "lookup",
    text: "Together with what merged before it, the inputs are not the ones that the pull request ran with; the queue trains nothing.",
};
const LOST = {
    reason: "lost",
    text: "The queue may run what nobody knows, and no job of it left these results.",
};

;// CONCATENATED MODULE: ./build/flows/auto/foreign-settings.js



const SETTINGS = /(?:^|\/)\.dvc\/config(?:\.local)?$/;
/**
 * Where this machine looks for results, and with whose credentials, is not a stranger's to say: a fork's pull request that
 * changes DVC's settings is not even planned before somebody who may write has named its commit. Failure `foreign-settings`.
 */
async function refuseForeignSettings({ cwd }, options, { event, merged }) {
    if (!event.fork)
        return;
    const git = await build_git.Git.open(cwd);
    const changed = await git.changedFiles(merged.base, merged.commit).finally(() => git.close());
    const file = changed.find((path) => SETTINGS.test(path));
    if (file === undefined)
        return;
    const { head, author } = event;
    if ((await why_not_mayNot({ ...options, run: "here" }, { fork: true, author, head: head.sha })) === null)
        return;
    throw (0,kernel/* badInput */.AN)("foreign-settings", `a fork's pull request changes ${file}, which says where data are looked for`, {
        at: { file },
        expected: "a pull request that leaves it alone",
        hint: `somebody who may write here reads it, and lets it run: ${options.prefix} run ${head.sha}`,
    });
}

;// CONCATENATED MODULE: ./build/flows/auto/live/run.js



/** Runs what a pull request makes stale, and shows in check, comment and log how far it is. GitHub's trouble is not the run's. */
function runLive(context, { board, plan, report }, work) {
    const { clock, progress } = context;
    const watch = new Watch(clock, plan);
    const live = board.live();
    let planned = null;
    const tell = async (words) => {
        progress.say(words);
        if (live === null)
            return;
        planned ??= report();
        const [now, said] = [watch.now(), await planned];
        await live.begin((0,build_report.liveTitle)(plan, now), (0,build_report.summaryWithProgress)((0,build_report.checkOf)(said).summary, plan, { live: now, askAnew: null }));
        await live.tell((0,build_report.withProgress)((0,build_report.commentOf)(said), plan, { live: now, askAnew: null }));
    };
    const failed = (cause) => {
        planned = null;
        progress.say(`how far it is could not be shown: ${cause instanceof Error ? cause.message : String(cause)}`);
    };
    return whileTelling({ clock, words: () => (0,build_report.liveWords)(plan, watch.now()), tell, failed }, () => work({ ...context, progress: watch.over(progress) }));
}

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
        return await pull_judged(context, { options, event, board, checkName });
    }
    catch (cause) {
        await sayFailure(context, board, cause);
        throw cause;
    }
}
async function pull_judged(asked, at) {
    const { board, event, options } = at;
    const context = { ...asked, confined: event.fork };
    const head = await mergedHead(context, options.remote, event);
    await refuseForeignSettings(context, options, { event, merged: head });
    const notes = { notes: [], links: linksOf(options) };
    const looked = await eachProject(await projectsOf(context), (project, before) => {
        const among = (report) => allOf([...before, { path: project.path, kind: "found", found: { report, waiting: NOTHING_WAITS } }], notes)
            .report;
        return pull_partOf(project, at, { ...head, among });
    });
    const { report, waiting } = allOf(looked, notes);
    context.signal.throwIfAborted();
    return isWaiting(waiting) ? handOn(board, report, { waiting }) : verdict_published(report, board);
}
async function pull_partOf(project, at, head) {
    const { options, event, board } = at;
    const { context } = project;
    const review = await (0,report_review/* openReview */.py)(context, head.base);
    try {
        const stale = !(0,report_review/* isSettled */.Is)(review);
        const notRun = stale ? await whyNot(options, { ...event, head: event.head.sha }, review) : null;
        const sides = {
            pull: { number: event.number },
            base: { name: event.base.ref, commit: head.base, found: "merge" },
            head: { name: "this PR", commit: event.head.sha },
            links: linksOf(options),
            warnings: [],
        };
        const plannedReport = () => (0,compose/* compose */.Z)(context, review, { ...sides, run: null, notRun: null, merging: null, next: TAKEN });
        if (stale && notRun === null && options.run === "elsewhere") {
            return { report: await plannedReport(), waiting: openStages(review) };
        }
        // what a fork says is known is nothing that everybody should find
        if (!stale && !event.fork)
            await shareKnown(context, review);
        const runs = stale && notRun === null && !why_not_isBlocked(review);
        const live = { board, plan: review.document, report: async () => head.among(await plannedReport()) };
        const run = runs ? (await runLive(context, live, (watched) => executeReview(watched, review))).document : null;
        if (run !== null)
            await (0,shared/* shareTimes */.E)(context, review, { run: options.workflowRun, stages: run.stages });
        // where its stages ran, its server may
        const whyUnasked = async () => run === null ? whyNot(options, { ...event, head: event.head.sha }, review) : null;
        const mayStart = async () => (await whyUnasked()) === null;
        const startsHere = options.run === "here";
        const report = await (0,compose/* compose */.Z)(context, review, {
            ...sides,
            run,
            notRun,
            waived: waivingIn(context, waiverScope(at, head, project)),
            merging: hasFailed(run)
                ? null
                : { rev: head.commit, remote: options.remote, onlyNew: true, ...(startsHere ? { mayStart } : {}) },
        });
        const questions = openQuestions(report);
        if (!isWaiting(questions))
            return { report, waiting: NOTHING_WAITS };
        const unasked = await whyUnasked();
        if (unasked !== null)
            return { report: { ...report, notRun: unasked }, waiting: NOTHING_WAITS };
        return { report, waiting: questions };
    }
    finally {
        review.workspace.git?.close();
    }
}
/** A gate of the pull request may be waived where GitHub can be asked who did. */
function waiverScope({ options, event, checkName }, { base }, project) {
    const { gitHub, teams } = options;
    const pull = { number: event.number, author: event.author };
    return gitHub === null ? null : { gitHub, teams, checkName, pull, head: event.head.sha, base, keeps: true, project };
}
function linksOf({ runUrl }) {
    return runUrl === null ? {} : { run: runUrl };
}

// EXTERNAL MODULE: ./build/flows/release/golden.js
var release_golden = __webpack_require__(81943);
;// CONCATENATED MODULE: ./build/flows/auto/untrusted/golden.js






const NOTHING_ASKED = { golden: [], waiting: NOTHING_WAITS };
/**
 * Starts what merging would release, where all that it needs was made by this run or is known, and asks its golden requests; or says
 * that another job has to. What keeps this one from it is found by whoever judges the pull request: then nothing is claimed.
 */
async function claimedGolden(context, { workspace, base }, { rev, remote, run, workflowRun, mayStart }) {
    if (!(await (0,release_golden/* namesGolden */.Mi)(workspace.tree)) || !(await mayStart()))
        return NOTHING_ASKED;
    const about = { model: null, rev, before: base?.commit ?? null, plan: true, by: null, remote, onlyNew: true };
    const know = (0,release_know/* knowAlso */.L)(finishedBy(workflowRun.id));
    const outcome = await golden_planned(context, { ...about, know, ...(run === "here" ? { mayStart } : {}) });
    const models = outcome?.document.models ?? [];
    const pending = models.filter(({ golden }) => golden?.pending !== undefined).length;
    const golden = models.flatMap((model) => model.golden === null || model.golden.pending !== undefined ? [] : [golden_claimOf(model.name, model.golden)]);
    return { golden, waiting: run === "elsewhere" ? { stages: 0, models: pending } : NOTHING_WAITS };
}
/** This lane need not have the right to fetch tags: without them it is only not known what the version would be called. */
async function golden_planned(context, options) {
    for (const remote of [options.remote, null]) {
        try {
            return await (0,release.release)(context, { ...options, remote });
        }
        catch (failure) {
            if (!(failure instanceof kernel/* Failure */.HR) || failure.code === "interrupted")
                throw failure;
            if (failure.kind === "infrastructure" && remote !== null)
                continue;
            context.progress.warn(`golden requests were not asked: ${failure.message}`);
            return null;
        }
    }
    return null;
}
function golden_claimOf(model, { asked, notAsked }) {
    const answers = asked.map(({ file, differences, milliseconds }) => ({ file, differences, milliseconds }));
    return { model, asked: answers, notAsked };
}

;// CONCATENATED MODULE: ./build/flows/auto/untrusted/task.js



/** A share and an asking make the work smaller, and nothing else. */
function taskOf({ asked, share }, here) {
    const wanted = asked.length === 0 ? null : askedHere(asked, here);
    if (wanted?.length === 0)
        return { kind: "nothing", said: "other stages were asked for" };
    if (share.length === 0)
        return { kind: "stages", stages: wanted ?? [] };
    const own = shareHere(share, here);
    const open = openAddresses(here.review);
    const stale = [...own].filter((address) => open.has(address));
    if (wanted === null) {
        const said = `nothing is stale of this job's share: ${share.join(" ")}`;
        return stale.length === 0 ? { kind: "nothing", said } : { kind: "stages", stages: stale };
    }
    const meant = addressesOf(wanted, here);
    const both = stale.filter((address) => meant.has(address));
    const said = `this job's share, ${share.join(" ")}, has nothing of what was asked for: ${asked.join(" ")}`;
    return both.length === 0 ? { kind: "nothing", said } : { kind: "stages", stages: both };
}
/** What was asked for of one project, by its own addresses. */
function askedHere(asked, { path, review }) {
    const known = new Set(review.plan.stages.flatMap(({ stage }) => [stage.address, stage.name ?? stage.address]));
    return asked.map((name) => nameWithin(path, name)).filter((own) => path === "." || known.has(own));
}
/** As `mainline run --glob` takes them, or as they are called from the git root. */
function shareHere(share, here) {
    const { path, review } = here;
    const within = addressesOf(share.map((name) => nameWithin(path, name)), here);
    const fromRoot = review.plan.stages.flatMap(({ stage: { address } }) => share.some((pattern) => (0,kernel/* fnmatch */.i3)(nameFromRoot(path, address), pattern)) ? [address] : []);
    return new Set([...within, ...fromRoot]);
}
function addressesOf(names, { review }) {
    return new Set(names.flatMap((name) => stagesCalled(name, review)));
}
/** A name that nothing here has is another project's, or was one before this change. */
function stagesCalled(name, { project }) {
    try {
        return (0,manifest/* resolveTargets */.h5)(project, [name], { here: ".", glob: true }).map(({ address }) => address);
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "unknown-target")
            return [];
        throw failure;
    }
}
function openAddresses({ plan }) {
    return new Set(plan.stages.flatMap(({ action, stage }) => (action === "run" || action === "maybe" ? [stage.address] : [])));
}

;// CONCATENATED MODULE: ./build/flows/auto/untrusted/claiming.js



















/**
 * A pull request in the lane that nobody trusts: planned, run where it may be, and nothing written at GitHub. What came of
 * it waits at the remote under this run's own id, and is claimed in one report for the trusted lane to check.
 */
async function onUntrustedPull(context, options, event) {
    if (!ACTIONS.has(event.action))
        return nothing(`\`${event.action}\` changes nothing about what #${event.number} makes`);
    const head = event.head.sha;
    const merged = await mergedHead(context, options.remote, event);
    await refuseForeignSettings(context, options, { event, merged });
    const whyNotRun = async (review) => {
        const reason = await whyNot(options, { ...event, head }, review);
        return reason === null ? null : notRunWords(reason);
    };
    const asked = () => claiming_stagesOf(options, head);
    const order = { options, head, base: merged.base, merged: merged.commit, whyNotRun, asked };
    return claimed({ ...context, confined: event.fork }, order);
}
/**
 * A merge queue's group in the same lane, where the base branch lets the queue run: what is in it was approved, and leaves a
 * report all the same.
 */
async function onUntrustedGroup(context, options, { action, head, base }) {
    if (action !== "checks_requested")
        return nothing(`\`${action}\` of a merge group asks nothing`);
    const git = await build_git.Git.open(context.cwd);
    await git.fetchCommit(options.remote, base.sha);
    git.close();
    const whyNotRun = async (review) => ((await mayQueueRun(review)) ? null : NO_QUEUE);
    // what is in it was asked in its own pull requests, and is asked again before it is tagged
    const order = { options, head: head.sha, base: base.sha, merged: null, whyNotRun, asked: async () => [] };
    return claimed(context, order);
}
const NO_QUEUE = "mainline.yaml of the base branch lets the queue run nothing";
async function claimed(trusting, order) {
    const context = { ...trusting, writeOnce: true };
    const looked = await eachProject(await projectsOf(context), (project) => look(project, order));
    const parts = looked.flatMap((each) => (each.kind === "found" ? [each.found] : []));
    const broken = looked.flatMap((each) => (each.kind === "failure" ? [each] : []));
    if (parts.length === 0)
        throw (0,kernel/* together */.bs)(broken.map(({ failure }) => failure));
    for (const { path, failure } of broken)
        context.progress.warn(`${path}: ${failure.message}`);
    const result = joined(parts);
    const waiting = sumOf(parts.map((part) => part.waiting));
    if (isWaiting(waiting))
        return { ...outcomeOf(result, waitingWords(waiting)), runElsewhere: true };
    context.signal.throwIfAborted();
    const { options, head, base } = order;
    const stages = parts.flatMap((part) => part.stages);
    const golden = parts.flatMap((part) => part.golden);
    const told = golden.length === 0 ? {} : { golden };
    const claim = { schema: "mainline.claim/1", run: options.workflowRun, head, base, stages, ...told };
    const said = [...new Set(parts.map((part) => part.said))].join("; ");
    const failed = broken.length > 0 || parts.some((part) => part.failed);
    return { ...outcomeOf(claim, said), answer: failed ? "no" : "yes", result };
}
async function look({ context, path }, order) {
    const { options, base } = order;
    const { workflowRun } = options;
    // a job before or beside this one, or an attempt before, may have finished something; a job that only plans is the first
    const others = options.run === "here" || workflowRun.attempt > 1 ? finishedBy(workflowRun.id) : undefined;
    const review = await (0,report_review/* openReview */.py)(context, base, others);
    try {
        const stale = !(0,report_review/* isSettled */.Is)(review) && !why_not_isBlocked(review);
        const notRun = stale ? await order.whyNotRun(review) : null;
        if (notRun !== null)
            context.progress.say(notRun);
        const runs = stale && notRun === null;
        if (runs && options.run === "elsewhere") {
            return {
                path,
                stages: [],
                golden: [],
                waiting: openStages(review),
                failed: false,
                said: "",
                plan: review.document,
                run: null,
            };
        }
        const task = runs ? taskOf({ asked: await order.asked(), share: options.stages }, { path, review }) : null;
        if (task?.kind === "nothing")
            context.progress.say(path === "." ? task.said : `${path}: ${task.said}`);
        const made = task?.kind === "stages"
            ? await claiming_ran(context, options, { review, stages: task.stages })
            : await found(context, options, review);
        const mayStart = async () => runs || (await order.whyNotRun(review)) === null;
        const { golden, waiting } = notRun === null && !made.failed && order.merged !== null
            ? await claimedGolden(context, review, { ...options, rev: order.merged, mayStart })
            : NOTHING_ASKED;
        const ofHere = (each) => (path === "." ? each : { project: path, ...each });
        return {
            path,
            stages: made.stages.map(ofHere),
            golden: golden.map(ofHere),
            waiting,
            failed: made.failed,
            said: notRun ?? (task?.kind === "nothing" ? task.said : made.said),
            plan: review.document,
            run: made.document,
        };
    }
    finally {
        review.workspace.git?.close();
    }
}
/** What the log shows: what ran, or what would, of all projects, with addresses as from the git root where there are several. */
function joined(parts) {
    const [first] = parts;
    if (first !== undefined && parts.length === 1)
        return first.run ?? first.plan;
    const base = first?.plan.base ?? null;
    const ran = parts.flatMap(({ path, run }) => (run?.stages ?? []).map((stage) => from(path, stage)));
    if (ran.length > 0)
        return { schema: "mainline.run/1", stages: ran };
    const stages = parts.flatMap(({ path, plan }) => plan.stages.map((stage) => from(path, stage)));
    return { schema: "mainline.plan/1", root: ".", base, stages };
}
function from(path, stage) {
    return { ...stage, address: nameFromRoot(path, stage.address) };
}
/** What somebody asked this attempt for. */
async function claiming_stagesOf({ gitHub, checkName, workflowRun }, headSha) {
    if (gitHub === null)
        return [];
    return stagesAsked({ gitHub, checkName, headSha, run: workflowRun.id, attempt: workflowRun.attempt });
}
async function claiming_ran(context, { workflowRun, stages: share }, { review, stages: asked }) {
    const { remote, runCache } = review.shelves;
    const shelf = remote?.claims(workflowRun.id) ?? null;
    const order = { runs: shelf, beside: shelf, stages: asked };
    const about = { run: workflowRun, share, remote, plan: review.document };
    const { document, results } = await runNoted(context, about, (watched) => executeReview(watched, review, order));
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
            return options.lane === "untrusted"
                ? onUntrustedGroup(context, options, event)
                : onMergeGroup(context, options, event);
        case "push":
            return event.toDefaultBranch
                ? withDashboard(context, options, () => onPush(context, options, event))
                : onPush(context, options, event);
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

/***/ 1846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   board: () => (/* binding */ board),
/* harmony export */   m: () => (/* binding */ boardOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6877);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49054);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39525);
/* harmony import */ var _release_source_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74065);
/* harmony import */ var _status_metrics_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(79767);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47066);











/** So much of a model's past is told; the tags have all of it. */
const MOST_HAPPENINGS = 200;
/** What runs where and how it came there, from git alone, as a page that needs nothing but a browser. */
async function board(context, options) {
    const document = await boardOf([context], options.remote);
    if (options.out === null)
        return { answer: "yes", document };
    const page = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_5__.renderBoard)(document);
    await writePage((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(context.cwd, options.out), page);
    return { answer: "yes", document: { ...document, file: { path: options.out, bytes: Buffer.byteLength(page) } } };
}
/**
 * What the board tells of some projects of one repository: each one's models by its own mainline.yaml, and with the first what
 * only tags name. `remote` as in `BoardOptions`; the tags are fetched once.
 */
async function boardOf(projects, remote) {
    const sites = [];
    for (const context of projects) {
        sites.push(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_6__/* .openSite */ .c2)(context, { remote: sites.length === 0 ? remote : null, plan: false, by: null }));
    }
    const [first] = sites;
    if (first === undefined)
        throw new Error("a board of no project");
    const claimed = new Set(sites.flatMap(({ config }) => [...config.models.keys()]));
    const models = [];
    for (const site of sites) {
        const measuredAt = await (0,_status_metrics_js__WEBPACK_IMPORTED_MODULE_9__/* .releasedMetrics */ .FR)(site, { asking: remote !== null });
        for (const model of await (0,_status_js__WEBPACK_IMPORTED_MODULE_10__/* .survey */ .F)(site, { model: null })) {
            const own = site.config.models.has(model.name) || (site === first && !claimed.has(model.name));
            if (own)
                models.push(await onBoard(site, model, measuredAt));
        }
    }
    const url = await (0,_release_source_js__WEBPACK_IMPORTED_MODULE_8__/* .sourceOf */ .v)(first.git);
    return {
        schema: "mainline.board/1",
        at: first.context.clock.now().toISOString(),
        repository: { name: url === null ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(first.git.root) : new URL(url).pathname.slice(1), url },
        models,
        file: null,
    };
}
async function onBoard(site, model, measuredAt) {
    const { history } = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_7__/* .stateOf */ .L4)(site, model.name);
    const timeline = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .timelineOf */ .hf)(history).slice(0, MOST_HAPPENINGS);
    const environments = [];
    for (const environment of model.environments) {
        const { commit } = environment;
        const metrics = (commit == null ? null : await measuredAt(commit)) ?? environment.metrics ?? null;
        environments.push({ ...environment, metrics });
    }
    return { ...model, environments, timeline: timeline.map((each) => ({ ...each, at: each.at.toISOString() })) };
}
/** Whole or not at all: somebody may be looking at the page. */
async function writePage(path, page) {
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, page);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (cause) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("file-unwritable", "the page cannot be written", {
            at: { file: path },
            cause,
            found: cause instanceof Error ? cause.message : "a refusal",
            expected: "a file in a folder that you may write to",
            hint: "mainline board --out FILE",
        });
    }
}


/***/ }),

/***/ 68172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ projectsAt)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);

/** What makes a folder a DVC project, for git. */
const MARK = ".dvc/config";
/** The folders of a commit that are DVC projects, from the git root, but for those inside of another. */
async function projectsAt(git, commit) {
    const all = (await git.filesEnding(commit, MARK)).map((path) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(path)));
    return all.filter((path) => !all.some((other) => other !== path && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, other)));
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
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68511);
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

/***/ 47066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status),
  F: () => (/* binding */ survey)
});

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/flows/release/health.js
var health = __webpack_require__(99032);
// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
// EXTERNAL MODULE: ./build/flows/status/metrics.js
var metrics = __webpack_require__(79767);
// EXTERNAL MODULE: ./build/flows/status/pull-in.js
var pull_in = __webpack_require__(36592);
// EXTERNAL MODULE: ./build/flows/status/verify.js
var verify = __webpack_require__(73072);
;// CONCATENATED MODULE: ./build/flows/status/waits.js

/** What promotions into an environment, or on from it, have to wait for: from tags and mainline.yaml alone. */
function waitsFor(site, state, environment) {
    const seconds = soakSeconds(site, environment.name);
    return {
        soakSeconds: seconds,
        soaking: soakingStatus(state, environment, { now: site.context.clock.now(), soakMs: (seconds ?? 0) * 1000 }),
        frozen: frozenStatus(site, environment),
        approvals: approvalStatus(state, environment),
    };
}
/** What the environments behind this one ask for, the longest of it; null when nobody asks. */
function soakSeconds(site, name) {
    const followers = [...site.config.environments.values()].filter((config) => config.after === name);
    const longest = Math.max(0, ...followers.map((config) => config.soakMs));
    return longest === 0 ? null : longest / 1000;
}
function soakingStatus(state, environment, looking) {
    const { since, broken } = (0,environments/* soakingOf */.wN)(state, environment, looking);
    return { since: since?.toISOString() ?? null, broken };
}
function frozenStatus({ context }, { config }) {
    const frozen = (0,environments/* frozenAt */.qt)(config?.freeze ?? [], context.clock.now());
    return frozen === null ? null : { ...frozen, until: frozen.until.toISOString() };
}
/** Of what the environment before holds, or the latest version. */
function approvalStatus(state, environment) {
    const { config, version } = environment;
    if (config === null || config.approve === null)
        return null;
    const due = config.after === null ? state.history.latest?.version : (0,environments/* environmentOf */.p7)(state, config.after)?.version;
    const found = due == null || due === version ? null : (0,environments/* versionOf */.E4)(state.history, due);
    if (found === null)
        return null;
    const by = (0,environments/* approvalsOf */.mh)(state, environment, found).map((approval) => approval.by);
    return { version: found.version, by, needed: config.approve.count };
}

;// CONCATENATED MODULE: ./build/flows/status.js








/**
 * What runs where, since when, from which commit, and what stops it: from tags alone. Where it is to be verified, the answer is "no"
 * when registry or server say something else than git, and "unknown" when one of them could not be asked.
 */
async function status_status(context, options) {
    const site = await (0,open_site/* openSite */.c2)(context, { remote: options.remote, plan: false, by: null });
    const models = await survey(site, options);
    const at = context.clock.now().toISOString();
    if (!options.verify)
        return { answer: "yes", document: { schema: "mainline.status/1", at, models } };
    const { verified, models: asked } = await (0,verify/* verify */.M)(site, models);
    return { answer: (0,verify.answerOf)(verified), document: { schema: "mainline.status/1", at, models: asked, verified } };
}
/** Every model that tags or mainline.yaml name, or the one that is asked for. */
async function survey(site, options) {
    const subjects = new Map();
    const names = new Set([...site.config.models.keys(), ...[...site.ledger.histories().keys()].sort()]);
    const models = [];
    for (const name of names) {
        if (options.model === null || options.model === name)
            models.push(await modelStatus(site, name, subjects));
    }
    return models;
}
async function modelStatus(site, name, subjects) {
    const state = (0,release_site/* stateOf */.L4)(site, name);
    const environments = [];
    for (const environment of state.environments) {
        environments.push(await environmentStatus(site, state, environment, subjects));
    }
    const rejected = [...state.rejections.values()].map(({ version, reason }) => ({ version, reason }));
    return { name, latest: state.history.latest?.version ?? null, rejected, environments };
}
async function environmentStatus(site, state, environment, subjects) {
    const { assignment, config, hold } = environment;
    const trailers = assignment?.entry.message.trailers;
    const registration = state.history.versions.find((known) => known.version === environment.version)?.registration;
    const back = assignment === null ? null : (0,environments/* rollbackTarget */.es)(state, environment);
    const subject = assignment === null ? null : await subjectOf(site, assignment.commit, subjects);
    return {
        name: environment.name,
        version: environment.version,
        digest: environment.digest,
        image: environment.image,
        url: (0,health/* urlOf */.r)(config),
        since: environment.since?.toISOString() ?? null,
        commit: assignment?.commit ?? null,
        subject,
        pull: (0,pull_in/* pullOfTag */.J)(registration?.message.trailers.pulls) ?? (0,pull_in/* pullIn */.F)(subject ?? ""),
        by: assignment === null ? null : (trailers?.by ?? assignment.entry.tag.tagger.name),
        reason: trailers?.reason ?? null,
        metrics: metricsOf(site, registration?.message.trailers.metrics),
        waived: registration?.message.trailers.waived ?? [],
        tag: assignment?.entry.tag.name ?? null,
        after: config?.after ?? null,
        ...(config?.auto === false ? { auto: false } : {}),
        hold: hold?.reason ?? null,
        held: hold === null ? null : heldDetails(hold),
        ...failedStatus(state, environment),
        ...waitsFor(site, state, environment),
        rollback: back === null ? null : wayBack(site, state.model, environment, back),
    };
}
function metricsOf(site, lines) {
    return lines === undefined ? null : (0,metrics/* metricsInLines */.cT)(lines, site);
}
function failedStatus(state, environment) {
    const failure = (0,environments/* lastFailure */.xW)(state, environment);
    if (failure === null)
        return {};
    const { version, at, reason } = failure;
    return { failed: { version, at: at.toISOString(), reason } };
}
function wayBack(site, model, { name }, back) {
    const digest = (0,environments/* digestOf */.ol)(back);
    const last = digest === null ? null : (0,environments/* lastRehearsal */.ai)(site.ledger.rehearsals(), { model, environment: name, digest });
    const rehearsed = last === null ? null : wayOf(last);
    return { version: back.version, inRegistry: null, rehearsed };
}
function wayOf({ at, ok, started, says }) {
    return { at: at.toISOString(), ok, started, says };
}
function heldDetails(hold) {
    const { since, rejected, from, declared } = hold;
    return { since: since.toISOString(), rejects: rejected, from, declared };
}
/** A tag's commit may be missing in a shallow clone. */
function subjectOf(site, commit, subjects) {
    const known = subjects.get(commit);
    if (known !== undefined)
        return known;
    const subject = site.git.commitInfo(commit).then((info) => info.subject, () => null);
    subjects.set(commit, subject);
    return subject;
}


/***/ }),

/***/ 73072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verify),
/* harmony export */   answerOf: () => (/* binding */ answerOf),
/* harmony export */   together: () => (/* binding */ together)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _release_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99032);
/* harmony import */ var _release_image_at_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88979);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39525);




/** Holds git's tags against the registry and against the servers: each says for itself what it has. */
async function verify(site, models) {
    const found = [];
    const asked = [];
    for (const model of models) {
        const state = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(site, model.name);
        const environments = [];
        for (const declared of model.environments) {
            const environment = await verifyEnvironment(site, state, declared);
            environments.push(environment.status);
            found.push(...environment.judged);
        }
        asked.push({ ...model, environments });
    }
    const of = (verdict) => found.filter((each) => each.verdict === verdict).map(({ finding }) => finding);
    return { models: asked, verified: { disagreements: of("no"), unasked: of("unknown") } };
}
/** What was found in several parts of a repository; what two of them found is told once. */
function together(parts) {
    const once = (findings) => [
        ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
    ];
    return {
        disagreements: once(parts.flatMap(({ disagreements }) => disagreements)),
        unasked: once(parts.flatMap(({ unasked }) => unasked)),
    };
}
function answerOf({ disagreements, unasked }) {
    if (disagreements.length > 0)
        return "no";
    return unasked.length > 0 ? "unknown" : "yes";
}
async function verifyEnvironment(site, state, declared) {
    const { name: environment, version, rollback } = declared;
    if (version === null)
        return { status: declared, judged: [] };
    const about = { model: state.model, environment };
    const server = await serverAnswer(site, state.model, declared);
    const image = await imageOfVersion(site, state, version);
    const back = rollback == null ? null : await imageOfVersion(site, state, rollback.version);
    const judged = [
        ...tagsAgree(state, declared),
        ...imageJudged(image, `${environment} has ${version}`, `mainline rollback ${state.model} ${environment} --to ${version}`),
        ...imageJudged(back, `a rollback of ${environment} would bring back ${rollback?.version}`, `mainline rollback --rehearse ${environment}`),
        ...server.judged,
    ].map(({ verdict, ...finding }) => ({ verdict, finding: { ...about, ...finding } }));
    const inRegistry = back === null || back.kind === "unknown" ? null : back.kind === "there";
    const way = rollback == null ? {} : { rollback: { ...rollback, inRegistry } };
    return { status: { ...declared, health: server.health, ...way }, judged };
}
/** The tag that assigned a version and the tag that released it name the same image. */
function tagsAgree(state, { name, version, digest, tag }) {
    const released = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, version ?? ""));
    if (released === null || digest === null || released === digest)
        return [];
    return [
        {
            verdict: "no",
            who: "git",
            says: `the tag ${tag} says that ${name} has ${digest}, but ${version} was released as ${released}`,
            next: `one of the tags was made or moved by hand: git tag -v ${tag}, and see who may push tags (mainline doctor)`,
        },
    ];
}
async function imageOfVersion(site, state, name) {
    const version = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, name);
    const [image, digest] = [(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)(version), (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version)];
    return image === null || digest === null ? null : (0,_release_image_at_js__WEBPACK_IMPORTED_MODULE_2__/* .imageAt */ .t)(site, { image, digest, model: state.model, version: name });
}
function imageJudged(image, what, rebuild) {
    if (image === null || image.kind === "there")
        return [];
    const { says } = image;
    if (image.kind === "unknown") {
        const next = image.next ??
            "see that the registry can be reached from here, with a login that may read (MAINLINE_REGISTRY_USERNAME)";
        return [{ verdict: "unknown", who: "registry", says: `${what}, but ${says}`, next }];
    }
    const next = image.kind === "gone"
        ? `\`${rebuild}\`: the image is made anew from the stored model where that is there`
        : image.next;
    return [{ verdict: "no", who: "registry", says: `${what}, but ${says}`, next }];
}
async function serverAnswer(site, model, declared) {
    const { name, version, digest, url } = declared;
    const said = (verdict, says, next) => ({ verdict, who: "server", says, next });
    const answer = await (0,_release_health_js__WEBPACK_IMPORTED_MODULE_1__/* .askEnvironment */ .J)(site, model, name);
    if (answer === null) {
        const says = `nobody says where ${name} answers, so that its server was not asked`;
        return { health: null, judged: [said("unknown", says, `write environments.${name}.probe in mainline.yaml`)] };
    }
    const health = { ok: answer.ok, running: answer.serves.join(", ") || null, message: answer.reason };
    if (!answer.reached) {
        const next = "run this where the environment can be reached";
        return { health, judged: [said("unknown", `${url} could not be asked: ${answer.reason}`, next)] };
    }
    const repair = repairOf((0,_release_site_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(site, model), answer.serves);
    if (!answer.ok) {
        return { health, judged: [said("no", `${name} has ${version}, but ${url} says: ${answer.reason}`, repair)] };
    }
    if (answer.untold === true && answer.digest === null) {
        const says = `${name} has ${version}; ${url} is ready, and does not tell which version it serves`;
        const next = "golden requests tell versions apart that answer differently; docs/serving.md says how servers tell theirs";
        return { health, judged: [said("unknown", says, next)] };
    }
    if (answer.digest === null || digest === null || answer.digest === digest)
        return { health, judged: [] };
    const message = `${version} answers, but from the image ${answer.digest}`;
    const says = `${name} has the image ${digest}, but ${url} says that it serves ${answer.digest}`;
    return { health: { ...health, ok: false, message }, judged: [said("no", says, repair)] };
}
/** What to do where something else runs: a version that this clone never heard of was released by somebody else. */
function repairOf({ history }, serves) {
    const isKnown = (served) => history.versions.some(({ version }) => (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameVersion */ .p)(version, served));
    const unheard = serves.find((served) => (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(served) && !isKnown(served));
    return unheard === undefined
        ? "`mainline release` deploys anew what does not run; the server's own log says why it does not"
        : `this clone does not know ${unheard}: see what others released since with \`mainline status --fetch --verify\``;
}


/***/ })

};
