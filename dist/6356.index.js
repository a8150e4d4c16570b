export const id = 6356;
export const ids = [6356,7049,3367];
export const modules = {

/***/ 64223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readGates),
/* harmony export */   I: () => (/* binding */ gateSides),
/* harmony export */   gate: () => (/* binding */ gate)
/* harmony export */ });
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71212);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32122);
/* harmony import */ var _sides_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17646);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93163);




const POLICY_FILE = "mainline.yaml";
/** Whether the metrics keep the gates of mainline.yaml. Answer "no" when one is broken, or when the head cannot be judged. */
async function gate(context, options) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .openWorkspace */ .OH)(context);
    const head = await (0,_sides_js__WEBPACK_IMPORTED_MODULE_2__/* .openSide */ .Ov)(workspace, options.head);
    const fallback = (await workspace.git?.tryResolve("HEAD")) == null ? null : "HEAD";
    const rev = options.base ?? fallback;
    const base = rev === null ? null : await (0,_sides_js__WEBPACK_IMPORTED_MODULE_2__/* .openSide */ .Ov)(workspace, rev);
    const policy = options.base !== null && base !== null ? base.side.tree : workspace.tree;
    const document = await gateSides(await readGates(policy), base, head);
    return { answer: document.gates.some((verdict) => verdict.blocks) ? "no" : "yes", document };
}
/** The gates that a tree's mainline.yaml names; none without the file. */
async function readGates(tree) {
    const bytes = await tree.read(POLICY_FILE);
    return (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadMainline */ .ez)(bytes === null ? null : new TextDecoder().decode(bytes), POLICY_FILE).gates;
}
/** Judges two sides. Failure `gate-metric` for a gate on a metric that neither has. */
async function gateSides(gates, base, head) {
    const tables = { base: base === null ? null : await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .readMetrics */ .Uw)(base.side), head: await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .readMetrics */ .Uw)(head.side) };
    const declared = [...(0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .metricPaths */ .Pe)(head.side), ...(base === null ? [] : (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .metricPaths */ .Pe)(base.side))];
    (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseUnknownMetrics */ .sQ)(gates, tables, declared);
    const verdicts = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateGates */ .ud)(gates, tables);
    return {
        schema: "mainline.gate/1",
        verdict: verdictOf(verdicts),
        base: base?.name ?? null,
        head: head.name,
        gates: verdicts,
        warnings: problemsOf(tables),
    };
}
function verdictOf(gates) {
    if (gates.length === 0)
        return "none";
    if (gates.some((verdict) => verdict.blocks))
        return "failed";
    return gates.some((verdict) => verdict.verdict === "not-comparable") ? "not-comparable" : "passed";
}
function problemsOf({ base, head }) {
    return [...new Set([...(base?.problems ?? []), ...head.problems])];
}


/***/ }),

/***/ 40890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ rulesFor),
/* harmony export */   S1: () => (/* binding */ observeRevision),
/* harmony export */   WI: () => (/* binding */ observeWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22712);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36362);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43338);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32717);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93163);









/** Entries beyond this many are not searched for one that might fit: then any may. */
const RUNS_SEARCHED = 4000;
const FILES_AT_ONCE = 16;
/** The workspace as it is when asked. */
function observeWorkspace(seen) {
    const stores = storesObserver(seen);
    const complete = new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .CompleteMemory */ .Rk(seen.cache, (0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .notesFolder */ .w4)(seen.root));
    return {
        content: (path, hash, as) => workspaceContent(seen, { path, named: as === "dependency" }, hash).catch((cause) => lostWithTheCache(cause, seen.cache)),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readParamValues */ .YP)(seen.tree, dependency),
        ...stores,
        stored: (oid, hash) => (hash === "md5" ? complete.holds(oid) : stores.stored(oid, hash)),
    };
}
/** With `cache.type` symlink what was placed leads nowhere when the cache has lost it: it is no more there than its object. */
function lostWithTheCache(cause, cache) {
    const link = cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR && cause.code === "broken-link" ? cause.details.at?.file : undefined;
    if (link !== undefined && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .isWithin */ .UO)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(link)), cache.dir))
        return null;
    throw cause;
}
/** A revision: what git holds is hashed, what DVC tracks is not there. */
function observeRevision(revision) {
    const { tree, assumeStored } = revision;
    const stores = storesObserver(revision);
    return {
        content: (path, hash, as) => hash === "md5" ? treeContent(revision, { path, named: as === "dependency" }) : Promise.resolve(null),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readParamValues */ .YP)(tree, dependency),
        ...stores,
        ...(assumeStored ? { stored: () => Promise.resolve(true) } : {}),
    };
}
/** `.dvcignore` for the inside of one directory. */
function rulesFor(ignore, directory) {
    return {
        ignored: (relpath, isDirectory) => ignore.ignored((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(directory, relpath), isDirectory),
        key: `${ignore.key} ${directory}`,
    };
}
function storesObserver({ cache, runCache }) {
    let runs = null;
    return {
        stored: async (oid, hash) => (await cache.missingBelow(oid, hash)).length === 0,
        listing: (oid, hash) => cache.readListing(oid, hash),
        knownRun: async (inputs) => {
            const [newest] = await runCache.find(runCache.key(inputs));
            return newest !== undefined && (0,_store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .sameInputs */ .kO)(newest, inputs) ? newest : null;
        },
        mayKnowRun: async (inputs, open) => {
            runs ??= allRuns(runCache);
            return (await runs)?.some((entry) => (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_6__/* .fits */ .lA)(entry, inputs, open)) ?? true;
        },
    };
}
async function allRuns(runCache) {
    const keys = [...new Set((await runCache.names()).map(({ key }) => key))];
    if (keys.length > RUNS_SEARCHED)
        return null;
    return (await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .HN)(keys, FILES_AT_ONCE, (key) => runCache.find(key))).flat();
}
async function workspaceContent(seen, { path, named }, hash) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(seen.root, path);
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(absolute).catch(() => null);
    if (stats === null || (!named && seen.ignore.ignored(path, stats.isDirectory())))
        return null;
    if (hash === "md5-dos2unix")
        return legacyContent(seen, path, stats.isDirectory());
    if (stats.isDirectory()) {
        const { oid, size, nfiles } = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
        return { oid, hash, size, nfiles };
    }
    const { oid, size } = await seen.state.hashFile(absolute);
    return { oid, hash, size, ...((stats.mode & 0o111) === 0 ? {} : { isexec: true }) };
}
/** As DVC 2.x named it. Sizes are those of the files as they are. */
async function legacyContent(seen, path, isDirectory) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(seen.root, path);
    const hash = "md5-dos2unix";
    if (!isDirectory) {
        const { size, mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(absolute);
        const oid = await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .dos2unixHashFile */ .jD)(absolute);
        return { oid, hash, size: BigInt(size), ...((mode & 0o111) === 0 ? {} : { isexec: true }) };
    }
    const tree = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
    const entries = await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .HN)(tree.entries, FILES_AT_ONCE, async ({ relpath }) => ({
        relpath,
        oid: await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .dos2unixHashFile */ .jD)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(absolute, relpath)),
    }));
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .directoryListing */ .E3)(entries).oid, hash, size: tree.size, nfiles: tree.nfiles };
}
async function treeContent(revision, { path, named }) {
    const { tree, ignore } = revision;
    const kind = await tree.kind(path);
    if (kind === null || (!named && ignore.ignored(path, kind === "directory")))
        return null;
    if (kind === "file") {
        const bytes = await tree.read(path);
        if (bytes === null)
            return null;
        const exec = await isExecutable(tree, path);
        return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes), hash: "md5", size: BigInt(bytes.length), ...(exec ? { isexec: true } : {}) };
    }
    const files = await filesBelow(revision, path);
    const size = files.reduce((sum, file) => sum + file.size, 0n);
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .directoryListing */ .E3)(files).oid, hash: "md5", size, nfiles: BigInt(files.length) };
}
async function isExecutable(tree, path) {
    return (await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parentOf */ .gN)(path))).some(({ name, exec }) => exec && name === (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path));
}
async function filesBelow({ tree, ignore }, top, below = "") {
    const files = [];
    for (const { name, kind, link } of await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(top, below))) {
        const relpath = below === "" ? name : `${below}/${name}`;
        const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(top, relpath);
        if (ignore.ignored(path, kind === "directory"))
            continue;
        if (kind === "directory") {
            if (!link)
                files.push(...(await filesBelow({ tree, ignore }, top, relpath)));
            continue;
        }
        const bytes = await tree.read(path);
        if (bytes !== null)
            files.push({ relpath, oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes), size: BigInt(bytes.length) });
    }
    return files;
}


/***/ }),

/***/ 63367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ timingsFile),
/* harmony export */   n: () => (/* binding */ row),
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43338);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40890);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86208);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93163);





/** What `run` would do now, and why; with a base, why the results differ from those of that revision. */
async function plan(context, options) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .openWorkspace */ .OH)(context);
    try {
        const { data, force } = options;
        const observer = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lookingOnce */ .$e)((0,_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .observeWorkspace */ .WI)(workspace));
        const selection = (0,_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .selectedStages */ .H)(workspace, options);
        const found = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .et)(workspace.project, observer, { ...selection, data, force });
        const base = options.base === null ? null : await againstBase(workspace, { ...options, base: options.base, observer });
        await workspace.state.save();
        const timings = await _plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Timings */ .Mv.read(timingsFile(workspace));
        const document = {
            schema: "mainline.plan/1",
            root: workspace.below,
            base: base?.commit ?? null,
            stages: found.stages.map((planned) => row(withWhy(planned, base), timings.of(planned.stage.address))),
        };
        return { answer: options.check && isStale(found) ? "no" : "yes", document };
    }
    finally {
        workspace.git?.close();
    }
}
async function againstBase(workspace, options) {
    const { commit, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .projectAt */ .t9)(workspace, options.base);
    const mixed = withLocksOf(workspace.project, project);
    const selection = (0,_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .selectedStages */ .H)({ ...workspace, project: mixed }, options);
    const { stages } = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .et)(mixed, options.observer, { ...selection, data: false });
    return { commit, why: new Map(stages.map(({ stage, why }) => [stage.address, why])) };
}
function withWhy(planned, base) {
    const why = base?.why.get(planned.stage.address) ?? [];
    return why.length === 0 ? planned : { ...planned, why };
}
function timingsFile({ root }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .notesFolder */ .w4)(root), "timings.json");
}
function isStale({ stages }) {
    return stages.some(({ action }) => action !== "none" && action !== "frozen");
}
/** The stages as they are now, with the results that another revision recorded. */
function withLocksOf(project, base) {
    const locks = new Map(base.stages.map(({ address, lock }) => [address, lock]));
    return { ...project, stages: project.stages.map((stage) => ({ ...stage, lock: locks.get(stage.address) ?? null })) };
}
/** One stage as the document tells it; `runs` are the seconds that it took before. */
function row({ stage, action, why, source }, runs) {
    const last = runs.at(-1);
    return {
        address: stage.address,
        action,
        why,
        deps: inputPaths(stage),
        outs: stage.outs.map(({ at, path }) => at ?? path),
        ...(source === undefined || action !== "restore" ? {} : { source }),
        ...(last === undefined ? {} : { seconds: last, range: [Math.min(...runs), Math.max(...runs)] }),
    };
}
function inputPaths({ deps, params }) {
    return [...new Set([...deps, ...params].map(({ at, path }) => at ?? path))];
}


/***/ }),

/***/ 7049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  knowTree: () => (/* binding */ knowTree),
  p: () => (/* binding */ knownAt)
});

// EXTERNAL MODULE: ./build/manifest/index.js + 33 modules
var manifest = __webpack_require__(36362);
// EXTERNAL MODULE: ./build/plan/index.js + 12 modules
var plan = __webpack_require__(43338);
// EXTERNAL MODULE: ./build/store/index.js + 29 modules
var store = __webpack_require__(32717);
// EXTERNAL MODULE: ./build/flows/entry-format.js
var entry_format = __webpack_require__(81596);
// EXTERNAL MODULE: ./build/flows/observe.js
var observe = __webpack_require__(40890);
// EXTERNAL MODULE: ./build/flows/remote-shelves.js
var remote_shelves = __webpack_require__(22415);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/flows/release/know-from-plan.js


/** A plan over a revision's tree, read as what is known there: every stage that would neither run nor wait has its result. */
async function knowFromPlan(plan, { project, cache, tree }) {
    const results = new Map();
    const unknown = new Map();
    for (const planned of plan.stages) {
        const { address } = planned.stage;
        const result = resultOf(planned);
        if (result === null)
            unknown.set(address, planned.why.map(inWords));
        else
            results.set(address, result);
    }
    return { project, cache, results, unknown, locks: await trueLocks(project.stages, results, tree) };
}
function resultOf({ action, result, source, stage }) {
    if (action === "frozen")
        return stage.lock === null ? null : { entry: stage.lock, source: "lock" };
    if (result === null || (action !== "none" && action !== "restore"))
        return null;
    return { entry: result, source: action === "none" ? "lock" : (source ?? "lock") };
}
/** The lock files as they would read had the results that the run cache knows been committed. */
async function trueLocks(stages, results, tree) {
    const texts = new Map();
    for (const { address, file, name } of stages) {
        const result = results.get(address);
        if (name === null || result?.source !== "run-cache")
            continue;
        const lock = (0,kernel/* joinPath */.uJ)((0,kernel/* parentOf */.gN)(file), "dvc.lock");
        if (!texts.has(lock))
            texts.set(lock, decoded(await tree.read(lock)));
        texts.set(lock, (0,manifest/* updateLock */.tn)(texts.get(lock) ?? null, name, result.entry));
    }
    return new Map([...texts].flatMap(([path, text]) => (text === null ? [] : [[path, new TextEncoder().encode(text)]])));
}
function decoded(bytes) {
    return bytes === null ? null : new TextDecoder().decode(bytes);
}
/** One reason as a sentence part: `params.yaml train.epochs: 20 → 40`. */
function inWords(reason) {
    const { kind, path, change } = reason;
    switch (kind) {
        case "command":
            return "its command changed";
        case "parameter":
            return `${reason.file ?? "params.yaml"} ${reason.name ?? ""}${valuesOf(reason)}`.trim();
        case "dependency":
        case "output":
            return `${path ?? "a file"} ${change === "new" ? "is new" : change === "deleted" ? "is gone" : "changed"}`;
        case "never-run":
            return "it never ran";
        case "always":
            return "it always runs";
        case "upstream":
            return `after ${reason.stage ?? "another stage"}`;
        case "missing":
            return `${path ?? "something"} is missing and nothing makes it`;
    }
}
function valuesOf({ old, new: now }) {
    const said = (value) => (value === undefined ? "nothing" : (0,kernel/* dumpPythonJson */.jg)(value));
    return old === undefined && now === undefined ? "" : `: ${said(old)} → ${said(now)}`;
}

;// CONCATENATED MODULE: ./build/flows/release/know.js







/**
 * What is known of a revision's stages: from its lock files, this machine's run cache and the default remote's, which is
 * asked for single runs by their key and never listed. The settings of DVC are those of the workspace.
 */
const knowTree = async ({ context, root }, tree) => {
    const config = await configOf(context, root);
    const remote = await (0,remote_shelves/* optionalRemote */.R)(context, config);
    const cache = new store/* Cache */.l2(config.cacheDir);
    return knownAt(tree, { root, config, cache, runCache: new store/* RunCache */.CY(config.cacheDir, entry_format/* entryFormat */.m), remote });
};
async function knownAt(tree, places) {
    const { root, config, cache, runCache } = places;
    const project = await (0,manifest/* loadProject */.gi)(tree, { config, root });
    const revision = (0,observe/* observeRevision */.S1)({ tree, ignore: project.ignore, cache, runCache, assumeStored: true });
    const found = await (0,plan/* plan */.et)(project, (0,remote_shelves/* withRemote */.T)(revision, places), { targets: null, data: false });
    return knowFromPlan(found, { project, cache, tree });
}
function configOf({ machine }, root) {
    const { home, systemConfigDir, globalConfigDir } = machine;
    return (0,manifest/* loadConfig */.Z9)({ root, home, systemDir: systemConfigDir, globalDir: globalConfigDir });
}


/***/ }),

/***/ 22415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ optionalRemote),
/* harmony export */   T: () => (/* binding */ withRemote)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41805);


/** The default remote; null without one, and with a word of warning where it is of a kind that we cannot talk to. */
async function optionalRemote(context, config) {
    if (config.defaultRemote === null)
        return null;
    try {
        return await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_1__/* .remoteOf */ .e1)(context, config, null);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code !== "remote-not-supported")
            throw failure;
        context.progress.warn(`${failure.message}: only what this machine holds is known`);
        return null;
    }
}
/** An observer that asks the remote for what this machine lacks: single runs by key, listings and objects by id. Nothing is listed. */
function withRemote(observer, { cache, runCache, remote }) {
    if (remote === null)
        return observer;
    return {
        ...observer,
        knownRun: async (inputs) => {
            const here = await observer.knownRun(inputs);
            if (here !== null || (await remote.fetchRuns(runCache, [runCache.key(inputs)])) === 0)
                return here;
            return observer.knownRun(inputs);
        },
        // the listing of a directory is the last of it that is written: where it is, all is
        stored: async (oid, hash) => (await observer.stored(oid, hash)) || (await remote.has([oid], hash)).size > 0,
        listing: async (oid, hash) => {
            const here = await observer.listing(oid, hash);
            if (here !== null || (await remote.fetch(oid, cache, hash)) === null)
                return here;
            return observer.listing(oid, hash);
        },
    };
}


/***/ }),

/***/ 26356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ compose)
});

// EXTERNAL MODULE: ./build/compare/index.js + 12 modules
var compare = __webpack_require__(71212);
// EXTERNAL MODULE: ./build/flows/gate.js
var gate = __webpack_require__(64223);
// EXTERNAL MODULE: ./build/flows/sides.js
var flows_sides = __webpack_require__(17646);
// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
// EXTERNAL MODULE: ./build/config/index.js + 4 modules
var config = __webpack_require__(32122);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/flows/release/know.js + 1 modules
var know = __webpack_require__(7049);
// EXTERNAL MODULE: ./build/flows/release.js + 6 modules
var release = __webpack_require__(91645);
;// CONCATENATED MODULE: ./build/flows/report/merging.js




/**
 * What merging a commit would release, and what a revert would bring back; with `policy`, by that commit's mainline.yaml
 * in place of its own: whoever is not trusted must not choose which registry is asked. Null where mainline.yaml names no model. A
 * registry or remote that does not answer is no fault of the change: then nothing is said.
 */
async function mergingOf(context, review, { rev, remote, policy }) {
    const { git, below } = review.workspace;
    const commit = (await git?.tryResolve(rev)) ?? null;
    if (git === null || commit === null)
        return null;
    const bytes = await git.treeAt(policy ?? commit, below).read("mainline.yaml");
    if (bytes === null || (0,config/* loadMainline */.ez)(new TextDecoder().decode(bytes), "mainline.yaml").models.size === 0)
        return null;
    const before = review.base?.commit ?? null;
    const asked = { model: null, rev: commit, before, know: know.knowTree, remote, plan: true, by: null };
    const options = policy === undefined ? asked : { ...asked, policy };
    const outcome = await (0,release.release)(context, options).catch((failure) => {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.kind === "input")
            throw failure;
        context.progress.warn(`what merging would release is not known: ${failure.message}`);
        return null;
    });
    return outcome === null ? null : { models: outcome.document.models, revert: revertOf(outcome.document) };
}
/** The version that the change would replace. */
function revertOf({ models }) {
    const moves = models.flatMap(({ environments }) => environments);
    const replaced = moves.findLast(({ outcome, previous, version }) => outcome === "planned" && previous !== version);
    return replaced?.previous == null ? null : { version: replaced.previous, seconds: null };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/digest/index.js + 20 modules
var digest = __webpack_require__(22712);
;// CONCATENATED MODULE: ./build/flows/report/objects.js



/** Recorded files: from this machine's cache, else from the remote. What does not hash to its name counts as absent. */
function shelvedObjects({ cache, remote }) {
    const fetched = async (oid, hash) => remote !== null && (await remote.fetch(oid, cache, hash)) !== null;
    const read = async (oid, hash) => {
        const bytes = await (0,promises_.readFile)(cache.path(oid, hash)).catch(() => null);
        return bytes === null || (hash === "md5" && (0,digest/* hashBytes */.yi)(bytes) !== oid) ? null : bytes;
    };
    return {
        read: async (oid, hash) => (await read(oid, hash)) ?? ((await fetched(oid, hash)) ? read(oid, hash) : null),
        listing: async (oid, hash) => (await cache.readListing(oid, hash)) ?? ((await fetched(oid, hash)) ? cache.readListing(oid, hash) : null),
    };
}
/**
 * A tree as it would read had the recorded results been committed: a metrics file that git tracks and nobody brought up
 * to date counts as absent, so that what the lock records is read in its place.
 */
function asRecorded(tree, project) {
    const recorded = new Map();
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            const record = out.cache || out.at === null ? null : (0,compare/* recordOf */.zv)(stage, out);
            if (record?.oid && record.hash === "md5")
                recorded.set(out.at ?? "", record.oid);
        }
    }
    return {
        ...tree,
        name: tree.name,
        list: (path) => tree.list(path),
        kind: (path) => tree.kind(path),
        read: async (path) => {
            const bytes = await tree.read(path);
            const oid = recorded.get(path);
            return bytes === null || oid === undefined || oid === (0,digest/* hashBytes */.yi)(bytes) ? bytes : null;
        },
    };
}

// EXTERNAL MODULE: ./build/flows/report/review.js
var report_review = __webpack_require__(61709);
// EXTERNAL MODULE: ./build/flows/report/truth.js
var truth = __webpack_require__(60240);
;// CONCATENATED MODULE: ./build/flows/report/compose.js








/** Compares, judges, and says what merging would do. Gates are the base's: a change does not judge itself. */
async function compose(context, review, about) {
    const here = about.results === "recorded" ? null : about.run;
    const settled = here === null ? (0,report_review/* isSettled */.Is)(review) : here.stages.every(({ outcome }) => isDone(outcome));
    const sides = { base: baseSide(review), head: await headSide(context, review, here) };
    const diff = sides.base === null ? null : await (0,flows_sides/* diffSides */.uH)(sides.base, sides.head, true);
    const judged = settled
        ? await judge(review, { ...sides, base: review.judge === null ? sides.base : sideOf(review, review.judge) })
        : null;
    const merging = about.merging === null ? null : await mergingOf(context, review, about.merging);
    const back = merging !== null && bringsBack(merging);
    return {
        schema: "mainline.report/1",
        pull: about.pull,
        base: about.base,
        head: about.head,
        plan: review.document,
        run: about.run,
        ...(about.disbelieved === undefined ? {} : { disbelieved: about.disbelieved }),
        notRun: about.notRun,
        diff: diff === null ? null : settled ? diff : withoutMetrics(diff),
        gates: (judged?.gates ?? []).map((gate) => (back ? { ...gate, blocks: false } : gate)),
        warnings: [
            ...new Set([...about.warnings, ...(back ? [BACK] : []), ...(diff?.warnings ?? []), ...(judged?.warnings ?? [])]),
        ],
        merging,
        next: about.next ?? [],
        links: about.links,
    };
}
const BACK = "This brings back what was released before: the gates are shown, and do not stand in its way.";
/** A revert and nothing else: what it returns to was judged when it came, and a way back must never be barred. */
function bringsBack({ models }) {
    const outcomes = models.map(({ outcome }) => outcome);
    return outcomes.includes("reverted") && outcomes.every((outcome) => outcome === "reverted" || outcome === "exists");
}
async function judge(review, sides) {
    return (0,gate/* gateSides */.I)(await (0,gate/* readGates */.D)((review.judge ?? review.base)?.tree ?? review.tree), sides.base, sides.head);
}
/** What was not measured is not shown: the numbers of an earlier run say nothing about this change. */
function withoutMetrics(diff) {
    return { ...diff, metrics: [] };
}
function isDone(outcome) {
    return outcome !== "failed" && outcome !== "skipped";
}
function baseSide(review) {
    return review.base === null ? null : sideOf(review, review.base);
}
function sideOf({ shelves }, { project, tree, commit }) {
    const side = {
        tree: asRecorded(tree, project),
        project,
        objects: shelvedObjects(shelves),
        data: (0,compare/* recordedData */.Zw)(project),
    };
    return { side, name: { name: commit, commit } };
}
/** After a run, what lies in the workspace; else what is known of it, wherever its data are. */
async function headSide(context, review, run) {
    if (run !== null) {
        const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
        const { side, name } = await (0,flows_sides/* openSide */.Ov)(workspace, null);
        workspace.git?.close();
        return { side: { ...side, objects: shelvedObjects(review.shelves) }, name };
    }
    const project = (0,truth/* withPlanned */.T1)(review.project, review.plan);
    const side = {
        tree: asRecorded(review.tree, project),
        project,
        objects: shelvedObjects(review.shelves),
        data: (0,compare/* recordedData */.Zw)(project),
    };
    return { side, name: { name: "workspace", commit: null } };
}


/***/ }),

/***/ 61709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   k7: () => (/* binding */ openCommitReview),
/* harmony export */   py: () => (/* binding */ openReview)
/* harmony export */ });
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43338);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40890);
/* harmony import */ var _outside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83181);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63367);
/* harmony import */ var _release_know_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7049);
/* harmony import */ var _remote_shelves_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22415);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93163);
/* harmony import */ var _truth_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60240);








/** Plans the workspace against a base. Nothing is changed, but what the remote knows may be brought into the cache. */
async function openReview(context, base) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .openWorkspace */ .OH)(context);
    const shelves = await shelvesOf(context, workspace);
    const { tree, project } = workspace;
    const observer = (0,_remote_shelves_js__WEBPACK_IMPORTED_MODULE_5__/* .withRemote */ .T)((0,_observe_js__WEBPACK_IMPORTED_MODULE_1__/* .observeWorkspace */ .WI)(workspace), shelves);
    const found = base === null ? null : await openBase(workspace, shelves, base);
    return reviewOf({ workspace, shelves }, { tree, project, observer }, found);
}
/**
 * Plans a commit against a base from metadata alone: nothing of it is checked out, and the settings of DVC are those of
 * the workspace, so that a commit cannot say where to look or what to send there.
 */
async function openCommitReview(context, { commit, base, judge, hearsay, own }) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .openWorkspace */ .OH)(context);
    const shelves = await shelvesOf(context, workspace);
    const { tree, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .projectAt */ .t9)(workspace, commit);
    (0,_outside_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseOutside */ .g)(project, workspace.root);
    const revision = (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__/* .observeRevision */ .S1)({ tree, ignore: project.ignore, ...shelves, assumeStored: true });
    const plain = (0,_remote_shelves_js__WEBPACK_IMPORTED_MODULE_5__/* .withRemote */ .T)(revision, shelves);
    const observer = await hearsay(plain, shelves);
    const place = { workspace, shelves };
    const found = await openBase(workspace, shelves, base);
    const judging = judge === base ? null : await openBase(workspace, shelves, judge);
    const counted = own === "written" ? project : await (0,_truth_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutHearsay */ .W5)(project, found, shelves);
    const review = await reviewOf(place, { tree, project: counted, observer, plain }, found);
    return { ...review, judge: judging };
}
async function shelvesOf(context, { config, cache, runCache }) {
    return { cache, runCache, remote: await (0,_remote_shelves_js__WEBPACK_IMPORTED_MODULE_5__/* .optionalRemote */ .R)(context, config) };
}
async function reviewOf({ workspace, shelves }, subject, found) {
    const { runCache } = shelves;
    const project = found === null ? subject.project : (0,_truth_js__WEBPACK_IMPORTED_MODULE_7__/* .standingOn */ .kj)(subject.project, { ...onBase(found), runCache });
    const observer = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lookingOnce */ .$e)(overlooked(subject, { base: found, project }));
    const plan = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .plan */ .et)(project, observer, { targets: null, data: false });
    const eyes = subject.plain === undefined
        ? observer
        : (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lookingOnce */ .$e)(overlooked({ ...subject, observer: subject.plain }, { base: found, project }));
    const why = found === null ? null : await reasonsAgainst(found, project, eyes);
    await workspace.state.save();
    const timings = await _plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Timings */ .Mv.read((0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .timingsFile */ .M)(workspace));
    const stages = plan.stages.map((planned) => {
        const reasons = why?.get(planned.stage.address) ?? [];
        return (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .n)(reasons.length === 0 ? planned : { ...planned, why: reasons }, timings.of(planned.stage.address));
    });
    const document = { schema: "mainline.plan/1", root: workspace.below, base: found?.commit ?? null, stages };
    return { workspace, tree: subject.tree, shelves, base: found, judge: null, project, plan, document };
}
/** True when every stage's result is known: nothing would execute, and nothing is impossible. */
function isSettled({ plan }) {
    return plan.stages.every(({ action }) => action !== "run" && action !== "maybe" && action !== "blocked");
}
function onBase({ written, known }) {
    return { project: written, results: known.results };
}
async function openBase(workspace, shelves, rev) {
    const { commit, tree, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .projectAt */ .t9)(workspace, rev);
    const known = await (0,_release_know_js__WEBPACK_IMPORTED_MODULE_4__/* .knownAt */ .p)(tree, { root: workspace.root, config: workspace.config, ...shelves });
    return { commit, tree, written: project, project: (0,_truth_js__WEBPACK_IMPORTED_MODULE_7__/* .withResults */ .F2)(project, known.results), known };
}
function overlooked(subject, { base, project }) {
    if (base === null)
        return subject.observer;
    return (0,_truth_js__WEBPACK_IMPORTED_MODULE_7__/* .overlooking */ .Ix)(subject.observer, { stages: (0,_truth_js__WEBPACK_IMPORTED_MODULE_7__/* .movedStages */ .Bh)(subject.project, project), base: base.tree });
}
/** Address → what differs from the base's results. */
async function reasonsAgainst(base, project, observer) {
    const locks = new Map(base.project.stages.map(({ address, lock }) => [address, lock]));
    const stages = project.stages.map((stage) => ({ ...stage, lock: locks.get(stage.address) ?? null }));
    const found = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .plan */ .et)({ ...project, stages }, observer, { targets: null, data: false });
    return new Map(found.stages.map(({ stage, why }) => [stage.address, why]));
}


/***/ }),

/***/ 60240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ movedStages),
/* harmony export */   F2: () => (/* binding */ withResults),
/* harmony export */   Ix: () => (/* binding */ overlooking),
/* harmony export */   T1: () => (/* binding */ withPlanned),
/* harmony export */   W5: () => (/* binding */ withoutHearsay),
/* harmony export */   kj: () => (/* binding */ standingOn),
/* harmony export */   ni: () => (/* binding */ unknownLocks)
/* harmony export */ });
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22712);

/** A project with the results that its inputs are known to have. */
function withResults(project, results) {
    return mapLocks(project, (stage) => results.get(stage.address)?.entry ?? stage.lock);
}
/** What a plan knows without running anything, as the lock of each stage. */
function withPlanned(project, { stages }) {
    const known = new Map(stages.map(({ stage, result }) => [stage.address, result]));
    return mapLocks(project, (stage) => known.get(stage.address) ?? stage.lock);
}
/** A project that stands on a base: where it left the base's lock entry alone, the base's true result is its own. */
function standingOn(project, base) {
    const before = new Map(base.project.stages.map((stage) => [stage.address, stage.lock]));
    const name = (entry) => (entry === null ? "" : base.runCache.digest(entry));
    return mapLocks(project, (stage) => {
        const result = base.results.get(stage.address);
        const untouched = name(before.get(stage.address) ?? null) === name(stage.lock);
        return result?.source === "run-cache" && untouched ? result.entry : stage.lock;
    });
}
/** Stages whose results are what the locks of a project say, which its base has not and no run cache knows, here or at the remote. */
async function unknownLocks(project, base, { runCache, remote }) {
    const before = new Map(base.written.stages.map((stage) => [stage.address, stage.lock]));
    const names = project.stages.flatMap(({ address, name, lock }) => {
        if (name === null || lock === null)
            return [];
        const [value, old] = [runCache.digest(lock), before.get(address) ?? null];
        return old !== null && runCache.digest(old) === value ? [] : [{ address, key: runCache.key(lock), value }];
    });
    if (names.length > 0)
        await remote?.fetchRuns(runCache, [...new Set(names.map(({ key }) => key))]);
    const known = await Promise.all(names.map((name) => runCache.has(name)));
    return new Set(names.flatMap(({ address }, index) => (known[index] === true ? [] : [address])));
}
/**
 * A project in which only results count that somebody's run is known to have made: what only its own lock says counts as
 * the base's; a stage is frozen only where it was.
 */
async function withoutHearsay(project, base, shelves) {
    const before = new Map(base.written.stages.map((stage) => [stage.address, stage]));
    const unknown = await unknownLocks(project, base, shelves);
    const stages = project.stages.map((stage) => {
        const old = before.get(stage.address) ?? null;
        const frozen = stage.frozen && (stage.name === null || old?.frozen === true);
        return { ...stage, frozen, lock: unknown.has(stage.address) ? (old?.lock ?? null) : stage.lock };
    });
    return { ...project, stages };
}
/** Stages whose lock differs between two readings of one project. */
function movedStages(project, moved) {
    const before = new Map(project.stages.map((stage) => [stage.address, stage.lock]));
    return moved.stages.filter((stage) => before.get(stage.address) !== stage.lock);
}
/**
 * Leaves files out of sight that git tracks and that are only behind: outputs of stages with a truer lock that the
 * workspace has as the base has them. They count as absent, so that nobody is told that they were changed.
 */
function overlooking(observer, { stages, base }) {
    const paths = new Set(stages.flatMap(({ outs }) => outs.flatMap((out) => (out.cache ? [] : (out.at ?? [])))));
    return {
        ...observer,
        content: async (path, hash, as) => {
            const content = await observer.content(path, hash, as);
            if (content === null || !paths.has(path))
                return content;
            const bytes = await base.read(path);
            return bytes !== null && (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(bytes) === content.oid ? null : content;
        },
    };
}
function mapLocks(project, lockOf) {
    return { ...project, stages: project.stages.map((stage) => ({ ...stage, lock: lockOf(stage) })) };
}


/***/ }),

/***/ 17646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ openSide),
/* harmony export */   ql: () => (/* binding */ recordedSide),
/* harmony export */   uH: () => (/* binding */ diffSides)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71212);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22712);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40890);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93163);







/** A revision, or the workspace for null. Failures `unknown-revision`, `no-git`. */
async function openSide(workspace, rev) {
    if (rev === null)
        return { side: await workspaceSide(workspace), name: { name: "workspace", commit: null } };
    if (workspace.git === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("no-git", `there is no git repository, so there is no \`${rev}\` to compare with`, {
            hint: "`git init` and a first commit make one; or set `core.no_scm` back to false",
        });
    }
    const { commit, tree, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .projectAt */ .t9)(workspace, rev);
    const side = { tree, project, objects: cachedObjects(workspace), data: (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project) };
    return { side, name: { name: rev, commit } };
}
/** The document of `mainline diff` for two sides. */
async function diffSides(base, head, all) {
    const [metrics, params, data] = await Promise.all([
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .metricsDiff */ .nl)(base.side, head.side, all),
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .paramsDiff */ .Cw)(base.side, head.side, all),
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .dataDiff */ .S7)(base.side, head.side, all),
    ]);
    return {
        schema: "mainline.diff/1",
        base: base.name,
        head: head.name,
        metrics: metrics.rows,
        params: params.rows,
        data: data.rows,
        warnings: [...new Set([...metrics.problems, ...params.problems, ...data.problems])],
    };
}
/** The workspace's files beside what its manifests record: no data is looked at. */
function recordedSide(workspace) {
    const { tree, project } = workspace;
    return { tree, project, objects: cachedObjects(workspace), data: (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project) };
}
async function workspaceSide(workspace) {
    const { tree, project } = workspace;
    return { tree, project, objects: cachedObjects(workspace), data: await presentData(workspace, project) };
}
/** What lies in the workspace at the outputs that DVC caches; an output that is not there is left out. */
async function presentData(workspace, project) {
    const observer = (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observeWorkspace */ .WI)(workspace);
    const recorded = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project);
    const found = new Map();
    for (const [path, { hash }] of recorded) {
        const content = await observer.content(path, hash);
        if (content === null)
            continue;
        const files = content.oid.endsWith(".dir") ? await listed(workspace, path) : null;
        found.set(path, { ...content, ...(files === null ? {} : { files }) });
    }
    await workspace.state.save();
    return found;
}
async function listed({ root, state, ignore }, path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute).catch(() => null))?.isDirectory())
        return null;
    const rules = {
        ignored: (relpath, isDirectory) => ignore.ignored(`${path}/${relpath}`, isDirectory),
    };
    return (await state.hashTree(absolute, rules)).entries;
}
/** The cache as a source of recorded files. What does not hash to its name counts as absent: a verdict must not rest on it. */
function cachedObjects({ cache }) {
    return {
        read: async (oid, hash) => {
            const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(cache.path(oid, hash)).catch(() => null);
            return bytes === null || (hash === "md5" && (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes) !== oid) ? null : bytes;
        },
        listing: (oid, hash) => cache.readListing(oid, hash),
    };
}


/***/ }),

/***/ 86208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ selectedStages),
/* harmony export */   Q: () => (/* binding */ selectedOutputs)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36362);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43338);



/**
 * The stages that a plan or a run is about. Without targets: every stage of the project; from a folder below the root
 * that has a dvc.yaml, that file's stages and what they need, as for `dvc repro` there.
 */
function selectedStages({ project, here }, options) {
    const { targets, recursive = false, glob = false, pipeline = false } = options;
    if (options.allPipelines === true)
        return { targets: null };
    // as in DVC, whole pipelines leave no room for a choice within them
    const how = {
        single: options.singleItem === true && !pipeline,
        downstream: options.downstream === true && !pipeline,
        pipeline,
    };
    if (targets.length > 0) {
        const found = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveTargets */ .h5)(project, targets, { here, recursive, glob });
        return { ...how, targets: recursive && how.single ? inFileOrder(project, found) : found };
    }
    const own = project.stages.filter(({ file }) => file === (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(here, "dvc.yaml"));
    if (own.length > 0 && (here !== "." || how.single || how.downstream || how.pipeline))
        return { ...how, targets: own };
    return how.single ? { ...how, targets: inFileOrder(project, project.stages) } : { targets: null };
}
/** A folder says nothing about what comes first. */
function inFileOrder({ stages }, found) {
    return (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .inOrder */ .al)((0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .lenientGraph */ .g3)(stages), { targets: null }).filter((stage) => found.includes(stage));
}
/**
 * The cached outputs that targets name, by DVC's order of meanings: a stage of ./dvc.yaml or a file of stages, an output's
 * path or one inside it, a folder of stages. Without targets: all. Failure `unknown-target`.
 */
function selectedOutputs({ project, here }, targets, how = {}) {
    if (targets.length === 0)
        return project.stages.flatMap((stage) => outputsOf(stage));
    const found = targets.flatMap((target) => outputsNamed({ project, here }, target, how));
    return [...new Map(found.map((selected) => [`${selected.out.at ?? ""}\0${selected.part ?? ""}`, selected])).values()];
}
function outputsNamed({ project, here }, target, how) {
    const { stages } = project;
    const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(here, target);
    const inFolder = how.recursive === true ? (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .stagesInFolder */ .x)(stages, path) : [];
    if (inFolder.length > 0)
        return inFolder.flatMap(outputsOf);
    const named = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .stagesNamed */ .zw)(stages, target, { here });
    if (named.length > 0)
        return (how.withDeps === true ? withNeeds(stages, named) : named).flatMap(outputsOf);
    const parts = stages.flatMap((stage) => stage.outs.flatMap((out) => (out.at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, out.at) ? [{ stage, out, at: out.at }] : [])));
    if (parts.length === 0)
        throw (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownTarget */ .Ww)(stages, target, here);
    return parts
        .filter(({ out }) => out.cache)
        .map(({ stage, out, at }) => ({ stage, out, part: at === path ? null : path.slice(at.length + 1) }));
}
function withNeeds(stages, named) {
    const graph = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .lenientGraph */ .g3)(stages);
    const found = new Set();
    const waiting = [...named];
    for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
        if (found.has(stage))
            continue;
        found.add(stage);
        waiting.push(...graph.upstream(stage));
    }
    return stages.filter((stage) => found.has(stage));
}
function outputsOf(stage) {
    return stage.outs.filter((out) => out.cache && out.at !== null).map((out) => ({ stage, out, part: null }));
}


/***/ })

};
