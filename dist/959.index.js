export const id = 959;
export const ids = [959];
export const modules = {

/***/ 9441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ij: () => (/* binding */ readPlaced),
/* harmony export */   Je: () => (/* binding */ writePlaced),
/* harmony export */   fA: () => (/* binding */ rememberPlaced)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1796);




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

/***/ 1805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ remoteOf)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8015);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5010);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(449);



/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
function remoteOf(config, name) {
    return (0,_store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openRemote */ .d3)(remoteConfig(config, name ?? config.defaultRemote));
}
function remoteConfig({ remotes }, name) {
    if (name === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("no-remote", "the project has no default remote", {
            at: { file: ".dvc/config" },
            found: "no `core.remote`",
            expected: "the name of a remote",
            hint: "dvc remote add -d NAME URL, or -r NAME",
        });
    }
    const found = remotes.get(name.toLowerCase());
    if (found !== undefined)
        return found;
    const names = [...remotes.keys()];
    const known = names.length === 0 ? "" : `the remotes are ${names.join(", ")}; `;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("unknown-remote", `there is no remote \`${name}\``, {
        at: { file: ".dvc/config" },
        found: name,
        expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__.didYouMean)(name, names) ?? `${known}dvc remote add ${name} URL makes one`,
    });
}


/***/ }),

/***/ 59:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G6: () => (/* reexport */ exclusively),
  g7: () => (/* reexport */ execute),
  Qj: () => (/* reexport */ relink),
  fR: () => (/* reexport */ replaceFile),
  M_: () => (/* reexport */ outputs_store)
});

// UNUSED EXPORTS: commandsOf, ignoreInGit, recordResult, resultFile

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/shell/index.js + 5 modules
var build_shell = __webpack_require__(6115);
;// CONCATENATED MODULE: ./build/run/tail.js
const LINES = 20;
const BYTES = 8 * 1024;
/** The last lines of an output, whatever its length. */
class Tail {
    #kept = Buffer.alloc(0);
    add(chunk) {
        this.#kept = Buffer.concat([this.#kept, chunk]).subarray(-BYTES);
    }
    get text() {
        return this.#kept.toString("utf8").trimEnd().split("\n").slice(-LINES).join("\n");
    }
}

;// CONCATENATED MODULE: ./build/run/command.js



/** Where Python's `str.splitlines` breaks: at every break that Unicode knows. */
const BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029";
const LINE_BREAK = new RegExp(`\r\n|[${BREAKS}]`);
/**
 * Runs a stage's commands one after the other, each in a shell of its own, as DVC does: a text line by line, a list item
 * by item. Null when all ended well; the first that does not is the last.
 */
async function runCommands(stage, shop) {
    const flags = await shellFlags(shop.shell);
    const tail = new Tail();
    for (const command of commandsOf(stage.cmd)) {
        shop.progress.say(`> ${command}`);
        const { code, signal } = await (0,build_shell/* stream */.Td)(shop.shell, [...flags, "-c", command], {
            cwd: `${shop.root}/${stage.wdir}`,
            env: { DVC_ROOT: shop.root, DVC_STAGE: stage.address },
            signal: shop.signal,
            onOutput: (chunk) => {
                tail.add(chunk);
                shop.progress.output(chunk);
            },
        });
        if (code !== 0 || signal !== null || shop.signal.aborted) {
            return { command, code: signal === null ? code : null, signal, tail: tail.text };
        }
    }
    return null;
}
function commandsOf(cmd) {
    if (cmd === null)
        return [];
    if (typeof cmd !== "string")
        return cmd;
    const lines = cmd.split(LINE_BREAK);
    if (lines.at(-1) === "")
        lines.pop();
    return lines;
}
/** Keeps the user's own configuration files from changing what a command means. */
async function shellFlags(shell) {
    const name = (0,external_node_path_.basename)(shell).toLowerCase();
    if (name === "zsh")
        return ["--no-rcs"];
    if (name === "bash")
        return ["--noprofile", "--norc"];
    if (name !== "fish")
        return [];
    return (await fishKnowsNoConfig(shell)) ? ["--no-config"] : [];
}
/** Since fish 3.3. */
async function fishKnowsNoConfig(shell) {
    const { stdoutText } = await (0,build_shell/* run */.eF)(shell, ["--version"]);
    const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(stdoutText) ?? [];
    return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 3);
}

// EXTERNAL MODULE: ./build/plan/index.js + 12 modules
var plan = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/kernel/index.js + 8 modules
var kernel = __webpack_require__(8015);
;// CONCATENATED MODULE: ./build/run/failures.js

/** A stage's own command said no: no fault of the world's, but told like one. */
class CommandFailed extends Error {
    failure;
    constructor(failure) {
        super(failure.message);
        this.failure = failure;
    }
}
function commandFailed(stage, failure, interrupted) {
    const { command, code, signal, tail } = failure;
    const how = signal === null ? `exited with ${code ?? "no code"}` : `was ended by ${signal}`;
    const message = interrupted ? "interrupted" : `\`${firstLine(command)}\` ${how}`;
    return new CommandFailed({ message, at: stage.place, exitCode: code, tail });
}
function firstLine(command) {
    const [line = ""] = command.split("\n");
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
/** What is told of a stage that failed; anything that is no failure of the stage's is a bug of ours and goes on. */
function asStageFailure(stage, cause) {
    if (cause instanceof CommandFailed)
        return cause.failure;
    if (cause instanceof kernel/* Failure */.HR) {
        const { at = stage.place, hint } = cause.details;
        return { message: cause.message, at, exitCode: null, tail: "", ...(hint === undefined ? {} : { hint }) };
    }
    if (cause instanceof Error && "code" in cause && "syscall" in cause) {
        return asStageFailure(stage, (0,kernel/* infrastructure */.Sv)("disk", cause.message, { cause }));
    }
    throw cause;
}
function blockedFailure({ stage, why }) {
    return { message: why.map(blockage).join("; "), at: stage.place, exitCode: null, tail: "" };
}
function blockage({ kind, path, name, file, stage }) {
    if (kind === "parameter")
        return `parameter ${name ?? ""} is missing from ${file ?? ""}`;
    if (kind === "upstream")
        return `${stage ?? ""} before it is blocked`;
    return `${path ?? ""} is missing and nothing makes it`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/manifest/index.js + 23 modules
var manifest = __webpack_require__(6480);
;// CONCATENATED MODULE: ./build/run/manifest-file.js




/** Records a stage's result in its dvc.lock, or in its `.dvc` file: the whole file anew, or not at all. */
async function recordResult(root, stage, entry) {
    const file = (0,external_node_path_.join)(root, resultFile(stage));
    const old = await readText(file);
    const text = stage.name === null ? (0,manifest/* updateDotDvc */.kK)(old, entry) : (0,manifest/* updateLock */.tn)(old, stage.name, entry);
    if (text !== old)
        await replaceFile(file, text);
}
/** The file that records the results of a stage: `sub/dvc.yaml` has `sub/dvc.lock`. */
function resultFile({ file, name }) {
    return name === null ? file : file.replace(/\.[^./]+$/, ".lock");
}
async function readText(file) {
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
            return null;
        throw cause;
    }
}
/** Readers see the old text or the new one, whenever this is killed. */
async function replaceFile(file, text) {
    const temporary = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    await (0,promises_.writeFile)(temporary, text);
    await (0,promises_.rename)(temporary, file);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/store/index.js + 15 modules
var store = __webpack_require__(449);
;// CONCATENATED MODULE: ./build/run/outputs.js







const FILES_AT_ONCE = 8;
/** Before a command runs its outputs go, so that none can be an old one; those that persist only become writable. */
async function clearOutputs(stage, shop) {
    for (const out of stage.outs) {
        const path = (0,external_node_path_.join)(shop.root, localPath(stage, out));
        if (!out.persist)
            await (0,promises_.rm)(path, { recursive: true, force: true });
        else if (out.cache)
            await unprotect(path);
    }
}
/** A link into the cache becomes a file of its own: writing to it must not write to the cache. */
async function unprotect(path) {
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        return;
    if (stat.isDirectory()) {
        for (const name of (0,external_node_fs_.readdirSync)(path))
            await unprotect((0,external_node_path_.join)(path, name));
        return;
    }
    if (stat.isSymbolicLink() || stat.nlink > 1) {
        const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
        await (0,promises_.copyFile)(path, temporary);
        await (0,promises_.rename)(temporary, path);
    }
    await (0,promises_.chmod)(path, (0,external_node_fs_.lstatSync)(path).mode | 0o200);
}
/** What the stage made: hashed, ignored by git, in the cache. Failure when an output is not there. */
async function saveOutputs(stage, shop, options) {
    const saved = [];
    for (const out of stage.outs)
        saved.push(await saveOutput(stage, out, { shop, ...options }));
    return saved;
}
async function saveOutput(stage, out, saving) {
    const { shop } = saving;
    const path = localPath(stage, out);
    if (out.cache && (0,plan/* isOutside */._K)(path))
        throw cachedOutside(stage, out);
    await ignoreInGit(path, out, shop);
    const content = await currentContent(stage, out, shop);
    if (content === null)
        throw notMade(stage, out);
    if (content.size === 0n)
        shop.progress.warn(`output ${path} of ${stage.address} is empty`);
    if (out.cache ? saving.commit : saving.keepUncached)
        await outputs_store(path, content, shop);
    if (out.cache && saving.commit)
        await relink(path, content, shop);
    return (0,plan/* recorded */.t2)((0,plan/* recordedPath */.w_)(stage, out), content);
}
/** DVC keeps an unchanged output of the 2.x kind as it is; everything new is plain MD5. */
async function currentContent(stage, out, shop) {
    const path = localPath(stage, out);
    const before = (0,plan/* recordOfOutput */.Id)(stage, out);
    if (before?.hash === "md5-dos2unix" && before.oid !== null) {
        const now = await shop.observer.content(path, before.hash);
        if (now?.oid === before.oid && (await shop.cache.has(before.oid, before.hash)))
            return now;
    }
    return shop.observer.content(path, "md5");
}
/** Takes a file or a directory of the workspace into the cache; a directory's listing comes last. */
async function outputs_store(path, { oid, hash }, shop) {
    if (hash !== "md5")
        return;
    const absolute = (0,external_node_path_.join)(shop.root, path);
    const link = shop.linkTypes[0] === "hardlink";
    if (!(0,kernel/* isDirectoryOid */.ie)(oid))
        return shop.cache.add(absolute, oid, { link });
    const tree = await shop.state.hashTree(absolute, shop.rulesFor(path));
    await (0,kernel/* inParallel */.HN)(tree.entries, FILES_AT_ONCE, (file) => shop.cache.add((0,external_node_path_.join)(absolute, file.relpath), file.oid, { link, stamp: file.stamp }));
    await shop.cache.addBytes(Buffer.from(tree.listing), tree.oid);
}
/** Content that was just taken into the cache comes back as the kind of link that `cache.type` asks for, in a fresh mode. */
function relink(path, content, shelf) {
    return put(path, content, { shelf, previous: content.oid });
}
/** Makes the path hold this content, whatever is there now. */
function place(path, content, shelf) {
    return put(path, content, { shelf, previous: null });
}
async function put(path, { oid, hash, isexec }, { shelf, previous }) {
    const rules = shelf.rulesFor(path);
    const options = { types: shelf.linkTypes, state: shelf.state, hash, rules, previous };
    await shelf.cache.place(oid, (0,external_node_path_.join)(shelf.root, path), {
        ...options,
        relink: true,
        force: true,
        exec: isexec === true,
    });
}
/** DVC's line in the `.gitignore` beside a cached output. Failure when git tracks it already. */
async function ignoreInGit(path, out, shop) {
    if (shop.git === null || !out.cache || (0,plan/* isOutside */._K)(path))
        return;
    if ((await shop.git.tracked([path])).size > 0) {
        throw (0,kernel/* badInput */.AN)("output-in-git", `output \`${path}\` is tracked by git already`, {
            at: out.place,
            hint: `git rm -r --cached '${path}' && git commit -m "stop tracking ${path}"`,
        });
    }
    if ((await shop.git.ignored([path])).has(path))
        return;
    await (0,store/* ensureGitignore */.LA)((0,external_node_path_.join)(shop.root, path));
}
function localPath(stage, out) {
    if (out.at !== null)
        return out.at;
    throw (0,kernel/* badInput */.AN)("external-output", `stage \`${stage.address}\` writes to \`${out.path}\`, which is not a path here`, {
        at: out.place,
        hint: `run it with dvc for now: dvc repro ${stage.address}`,
    });
}
function notMade(stage, out) {
    return (0,kernel/* badInput */.AN)("output-missing", `stage \`${stage.address}\` did not make its output \`${out.path}\``, {
        at: out.place,
        hint: "correct the command, or the path in outs",
    });
}
function cachedOutside(stage, out) {
    return (0,kernel/* badInput */.AN)("output-outside", `output \`${out.path}\` of stage \`${stage.address}\` lies outside the project`, {
        at: out.place,
        found: out.path,
        expected: "a path in the project, or `cache: false`",
        hint: "let the command write below the project, or give the output `cache: false`",
    });
}

;// CONCATENATED MODULE: ./build/run/stage.js






/** Runs a stage's command and records what came of it. Throws when it cannot; the lock file then keeps its old entry. */
async function executeStage(stage, shop, options) {
    const before = await dependencyRecords(stage, shop);
    await parameterValues(stage, shop);
    await clearOutputs(stage, shop);
    const failure = await runCommands(stage, shop);
    if (failure !== null)
        throw commandFailed(stage, failure, shop.signal.aborted);
    const entry = await saveStage(stage, shop, options);
    warnOfChanges(stage, before, { entry, shop });
    await recordResult(shop.root, stage, entry);
}
/** Places a known result instead of running. */
async function restoreStage({ stage, result }, shop) {
    if (result === null)
        throw new Error("a stage without a known result cannot be restored");
    for (const out of stage.outs) {
        const path = localPath(stage, out);
        const content = contentIn(result, (0,plan/* recordedPath */.w_)(stage, out));
        if (content === null)
            throw new Error(`${stage.address}: the known result lacks ${out.path}`);
        if (!out.cache && (await shop.observer.content(path, content.hash))?.oid === content.oid)
            continue;
        const types = out.cache ? shop.linkTypes : ["copy"];
        await place(path, content, { ...shop, linkTypes: types });
        await ignoreInGit(path, out, shop);
    }
    await recordResult(shop.root, stage, result);
}
/** Hashes, caches and records what lies in the workspace, as the result of the stage: what follows a run, and what DVC does for changed data. */
async function saveStage(stage, shop, { noCommit }) {
    const remember = !noCommit && (0,plan/* reusable */.Ez)(stage) && stage.outs.every(({ cache, kind }) => cache || kind !== "out");
    const deps = await dependencyRecords(stage, shop);
    const params = await parameterValues(stage, shop);
    const outs = await saveOutputs(stage, shop, { commit: !noCommit, keepUncached: remember });
    if (stage.name === null)
        return { cmd: stage.cmd, deps, params: new Map(), outs };
    const entry = (0,plan/* lockEntry */.KF)({ stage, deps, params, outs });
    if (remember && !(await isRemembered(entry, shop)))
        await shop.runCache.save(entry);
    return entry;
}
function isRemembered(entry, { runCache }) {
    return runCache.has({ key: runCache.key(entry), value: runCache.digest(entry) });
}
async function dependencyRecords(stage, shop) {
    const records = [];
    for (const dependency of stage.deps) {
        const path = (0,plan/* recordedPath */.w_)(stage, dependency);
        const before = (0,plan/* recordOfDependency */.yQ)(stage, dependency);
        if (dependency.at === null) {
            if (stage.cmd !== null)
                throw externalDependency(stage, dependency.path);
            records.push(before ?? (0,plan/* recorded */.t2)(path, null));
            continue;
        }
        const old = before?.hash === "md5-dos2unix" ? await shop.observer.content(dependency.at, before.hash) : null;
        const same = old !== null && old.oid === before?.oid;
        const content = same ? old : await shop.observer.content(dependency.at, "md5");
        if (content === null) {
            throw (0,kernel/* badInput */.AN)("dependency-missing", `stage \`${stage.address}\` needs \`${dependency.at}\`, which does not exist`, {
                at: dependency.place,
            });
        }
        records.push((0,plan/* recorded */.t2)(path, content));
    }
    return records;
}
async function parameterValues(stage, shop) {
    const values = new Map();
    for (const dependency of stage.params) {
        const found = await shop.observer.values(dependency);
        const missing = dependency.keys.filter((key) => found?.has(key) !== true);
        if (found === null || missing.length > 0) {
            throw (0,kernel/* badInput */.AN)("parameters-missing", `stage \`${stage.address}\` reads parameters that are missing from ${dependency.at}`, {
                at: dependency.place,
                found: found === null ? `no file ${dependency.at}` : `no ${missing.join(", ")} in ${dependency.at}`,
            });
        }
        values.set((0,plan/* recordedPath */.w_)(stage, dependency), found);
    }
    return values;
}
/** DVC records a dependency as it is after the run; one that changed meanwhile may not be what the command read. */
function warnOfChanges(stage, before, { entry, shop }) {
    for (const { path, oid } of before) {
        const after = entry.deps.find((dependency) => dependency.path === path);
        if (after?.oid === oid)
            continue;
        shop.progress.warn(`${path} changed while stage ${stage.address} ran: its result may belong to the older content`);
    }
}
function contentIn(entry, path) {
    const found = entry.outs.find((out) => out.path === path);
    return found === undefined ? null : asContent(found);
}
function asContent({ oid, hash, isexec }) {
    if (oid === null)
        throw new Error("a known result has an output without an id");
    return { oid, hash, ...(isexec === undefined ? {} : { isexec }) };
}
function externalDependency(stage, path) {
    return (0,kernel/* badInput */.AN)("external-dependency", `stage \`${stage.address}\` depends on \`${path}\`, which mainline cannot read yet`, {
        at: stage.place,
        hint: `run it with dvc for now: dvc repro ${stage.address}`,
    });
}

;// CONCATENATED MODULE: ./build/run/supply.js


/** `--pull`: before a stage runs, or turns out to be impossible, the remote is asked for what is missing. */
async function pulled(planned, need) {
    const { stage, action } = planned;
    if (action === "blocked") {
        await bringDependencies(stage, need);
        await bringOutputs(stage, need.supply);
        return pulledOnce(await need.judge(), need);
    }
    return pulledOnce(planned, need);
}
async function pulledOnce(planned, need) {
    const { stage, action, why } = planned;
    if (action !== "run" || stage.cmd === null)
        return planned;
    if (why.length > 0 &&
        why.every(({ kind, change }) => kind === "missing" || (kind === "output" && change === "deleted"))) {
        return withOutputs(planned, need);
    }
    if (!(0,plan/* reusable */.Ez)(stage))
        return planned;
    const inputs = await (0,plan/* inputsNow */.Co)(stage, need.shop.observer);
    if (inputs === null)
        return planned;
    const key = need.shop.runCache.key(inputs);
    await need.supply.runs([key]);
    const [newest] = await need.shop.runCache.find(key);
    if (newest === undefined)
        return planned;
    await need.supply.objects(newest.outs.flatMap(({ oid, hash }) => (oid === null ? [] : [{ oid, hash }])));
    return need.judge();
}
/** Only data is absent: with it the stage is up to date, whatever else DVC asks of a restored one. */
async function withOutputs(planned, { supply, shop }) {
    const { stage } = planned;
    await bringOutputs(stage, supply);
    for (const out of stage.outs) {
        const record = (0,plan/* recordOfOutput */.Id)(stage, out);
        if (record?.oid == null)
            return planned;
        const inGit = !out.cache && out.at !== null ? await shop.observer.content(out.at, record.hash) : null;
        if (inGit?.oid !== record.oid && !(await shop.observer.stored(record.oid, record.hash)))
            return planned;
    }
    return { ...planned, action: "restore", result: stage.lock, source: "lock" };
}
async function bringOutputs(stage, supply) {
    const records = stage.outs.map((out) => (0,plan/* recordOfOutput */.Id)(stage, out));
    await supply.objects(records.flatMap((record) => (record?.oid == null ? [] : [{ oid: record.oid, hash: record.hash }])));
}
/** Places the recorded data of the stages before, where it is absent. */
async function bringDependencies(stage, { graph, supply, shop }) {
    for (const before of graph.upstream(stage)) {
        await bringOutputs(before, supply);
        for (const out of before.outs) {
            const record = (0,plan/* recordOfOutput */.Id)(before, out);
            if (out.at === null || record?.oid == null || !out.cache)
                continue;
            const absent = (await shop.observer.content(out.at, record.hash)) === null;
            if (absent && (await shop.observer.stored(record.oid, record.hash))) {
                await place(out.at, { ...record, oid: record.oid }, shop);
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/run/execute.js





/**
 * Brings the selected stages up to date, one after the other, each judged when its turn comes. What is done stays done:
 * every stage's result is recorded before the next begins, and a kill at any moment leaves files whole.
 */
async function execute(job, shop) {
    const start = shop.clock.monotonic();
    const graph = (0,plan/* buildGraph */.ZG)(job.project.stages);
    const run = { graph, job, shop, forced: new Set(), dropped: new Map() };
    const stages = [];
    for (const stage of (0,plan/* inOrder */.al)(graph, job.selection))
        stages.push(await attend(stage, run));
    return { stages, seconds: (shop.clock.monotonic() - start) / 1000 };
}
async function attend(stage, run) {
    const { shop } = run;
    const skipped = { address: stage.address, outcome: "skipped", seconds: 0, why: [] };
    const after = run.dropped.get(stage);
    if (after !== undefined)
        return { ...skipped, after: after.address };
    if (shop.signal.aborted)
        return skipped;
    const start = shop.clock.monotonic();
    const end = shop.progress.group(stage.address);
    try {
        const report = await bringUpToDate(stage, run);
        if (report.outcome === "failed")
            dropFollowers(stage, run);
        return { ...report, seconds: (shop.clock.monotonic() - start) / 1000 };
    }
    catch (cause) {
        const failure = asStageFailure(stage, cause);
        dropFollowers(stage, run);
        return {
            address: stage.address,
            outcome: "failed",
            seconds: (shop.clock.monotonic() - start) / 1000,
            why: [],
            failure,
        };
    }
    finally {
        end();
    }
}
async function bringUpToDate(stage, run) {
    const { shop, job, forced } = run;
    const { force, runCache } = job.options;
    const judge = () => (0,plan/* judgeNow */.CS)(stage, shop.observer, { data: true, force: force || forced.has(stage), runCache });
    const planned = shop.supply === null ? await judge() : await pulled(await judge(), { ...run, judge, supply: shop.supply });
    const report = await carryOut(planned, run);
    if (report.outcome === "executed" && job.options.forceDownstream) {
        for (const next of run.graph.downstream(stage))
            forced.add(next);
    }
    return report;
}
async function carryOut(planned, { shop, job }) {
    const { stage, action, why } = planned;
    const base = { address: stage.address, seconds: 0, why };
    switch (action) {
        case "none":
            return { ...base, outcome: "unchanged" };
        case "restore":
            await restoreStage(planned, shop);
            return { ...base, outcome: "restored", ...(planned.source === undefined ? {} : { source: planned.source }) };
        case "frozen":
            await keepFrozen(planned, shop, job.options);
            return { ...base, outcome: "frozen" };
        case "blocked":
            return { ...base, outcome: "failed", failure: blockedFailure(planned) };
        case "run":
        case "maybe":
            if (stage.cmd === null)
                await keepData(stage, shop, job.options);
            else
                await executeStage(stage, shop, job.options);
            return { ...base, outcome: "executed" };
    }
}
/** Changed data becomes what its `.dvc` file records, as `dvc repro` does it. */
async function keepData(stage, shop, options) {
    await recordResult(shop.root, stage, await saveStage(stage, shop, options));
}
/** DVC takes what a changed frozen stage has in the workspace for its result. */
async function keepFrozen({ stage, why, result }, shop, options) {
    const absent = result?.outs.some((out) => out.oid === null) ?? true;
    if (why.length === 0 || absent)
        return;
    await recordResult(shop.root, stage, await saveStage(stage, shop, options));
}
function dropFollowers(stage, { graph, job, shop, dropped }) {
    const followers = (each) => graph.downstream(each).filter((next) => !next.frozen);
    const all = !job.options.keepGoing || shop.signal.aborted;
    const waiting = all ? [...graph.stages] : [...followers(stage)];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (dropped.has(next) || next === stage)
            continue;
        dropped.set(next, stage);
        if (!all)
            waiting.push(...followers(next));
    }
}

;// CONCATENATED MODULE: ./build/run/lock.js




/**
 * Does work that no second mainline may do at the same time in the same project. A lock that a killed process left is
 * taken over. Failure `locked` names the process that holds it.
 */
async function exclusively(file, pid, work) {
    await take(file, await nameOf(pid));
    try {
        return await work();
    }
    finally {
        await (0,promises_.rm)(file, { force: true });
    }
}
async function take(file, self) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    if (await created(file, self))
        return;
    const holder = await (0,promises_.readFile)(file, "utf8").catch(() => "");
    if (await isAlive(holder))
        throw locked(file, holder);
    await removeStale(file, holder);
    if (!(await created(file, self)))
        throw locked(file, await (0,promises_.readFile)(file, "utf8").catch(() => holder));
}
/** Written elsewhere first: a lock that exists always says whose it is. */
async function created(file, self) {
    const aside = asideOf(file);
    await (0,promises_.writeFile)(aside, self);
    try {
        await (0,promises_.link)(aside, file);
        return true;
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "EEXIST")
            return false;
        throw cause;
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}
function asideOf(file) {
    return `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
}
/** Another process may have taken the stale lock over since it was read: what was moved away by mistake is put back. */
async function removeStale(file, holder) {
    const aside = asideOf(file);
    await (0,promises_.rename)(file, aside).catch(() => undefined);
    const moved = await (0,promises_.readFile)(aside, "utf8").catch(() => holder);
    if (moved !== holder)
        await (0,promises_.link)(aside, file).catch(() => undefined);
    await (0,promises_.rm)(aside, { force: true });
}
/** `pid start`: a process id alone may have been given to another process since. */
async function nameOf(pid) {
    return `${pid} ${(await processAt(pid))?.started ?? ""}`.trim();
}
async function isAlive(holder) {
    const [pid = "", started = ""] = holder.split(" ");
    if (!/^[1-9]\d*$/.test(pid))
        return false;
    const found = await processAt(Number(pid));
    if (found !== null && started !== "")
        return found.state !== "Z" && found.started === started;
    return answers(Number(pid));
}
/** What Linux says of a process: its state (`Z`: ended, but not asked for yet) and when it started, in ticks since boot. */
async function processAt(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/stat`, "utf8").catch(() => null);
    // The program's name is in brackets and may hold anything; counting starts behind it.
    const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state, started] = [fields?.[0], fields?.[19]];
    return state === undefined || started === undefined ? null : { state, started };
}
function answers(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (cause) {
        return cause instanceof Error && "code" in cause && cause.code === "EPERM";
    }
}
function locked(file, holder) {
    return (0,kernel/* badInput */.AN)("locked", `another mainline (process ${holder.split(" ")[0] ?? "?"}) is working in this project`, {
        found: file,
        hint: "wait for it to end and try again",
    });
}

;// CONCATENATED MODULE: ./build/run/index.js







/***/ })

};
