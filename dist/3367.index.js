export const id = 3367;
export const ids = [3367];
export const modules = {

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
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2087);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50443);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68511);
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
/* harmony export */   Mu: () => (/* binding */ timingsFile),
/* harmony export */   NP: () => (/* binding */ planDocument),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50443);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91525);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40890);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86208);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93163);






/** What `run` would do now, and why; with a base, why the results differ from those of that revision. */
async function plan(context, options) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .openWorkspace */ .OH)(context);
    try {
        const { data, force } = options;
        const observer = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lookingOnce */ .$e)((0,_observe_js__WEBPACK_IMPORTED_MODULE_3__/* .observeWorkspace */ .WI)(workspace));
        const selection = (0,_targets_js__WEBPACK_IMPORTED_MODULE_4__/* .selectedStages */ .H)(workspace, options);
        const found = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .et)(workspace.project, observer, { ...selection, data, force });
        const base = options.base === null ? null : await againstBase(workspace, { ...options, base: options.base, observer });
        await workspace.state.save();
        const timings = await _plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Timings */ .Mv.read(timingsFile(workspace));
        const stages = found.stages.map((planned) => row(withWhy(planned, base), timings.of(planned.stage.address)));
        const document = planDocument(workspace, { base: base?.commit ?? null, stages });
        return { answer: options.check && isStale(found) ? "no" : "yes", document };
    }
    finally {
        workspace.git?.close();
    }
}
function planDocument({ below }, { base, stages }) {
    const expected = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_2__.expectedCost)(stages);
    return {
        schema: "mainline.plan/1",
        root: below,
        base,
        stages,
        ...(expected === null ? {} : { expected }),
    };
}
async function againstBase(workspace, options) {
    const { commit, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .projectAt */ .t9)(workspace, options.base);
    const mixed = withLocksOf(workspace.project, project);
    const selection = (0,_targets_js__WEBPACK_IMPORTED_MODULE_4__/* .selectedStages */ .H)({ ...workspace, project: mixed }, options);
    const { stages } = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .et)(mixed, options.observer, { ...selection, data: false });
    return { commit, why: new Map(stages.map(({ stage, why }) => [stage.address, why])) };
}
function withWhy(planned, base) {
    const why = base?.why.get(planned.stage.address) ?? [];
    return why.length === 0 ? planned : { ...planned, why };
}
function timingsFile({ root }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .notesFolder */ .w4)(root), "timings.json");
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
    const gpus = stage.needs?.gpus ?? null;
    return {
        address: stage.address,
        action,
        why,
        deps: inputPaths(stage),
        outs: stage.outs.map(({ at, path }) => at ?? path),
        ...(source === undefined || action !== "restore" ? {} : { source }),
        ...(gpus === null ? {} : { gpus }),
        ...(last === undefined ? {} : { seconds: last, range: [Math.min(...runs), Math.max(...runs)] }),
    };
}
function inputPaths({ deps, params }) {
    return [...new Set([...deps, ...params].map(({ at, path }) => at ?? path))];
}


/***/ }),

/***/ 86208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ selectedStages),
/* harmony export */   Q: () => (/* binding */ selectedOutputs)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2087);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50443);



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
    const found = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .spread */ .il)(named, (stage) => graph.upstream(stage));
    return stages.filter((stage) => found.has(stage));
}
function outputsOf(stage) {
    return stage.outs.filter((out) => out.cache && out.at !== null).map((out) => ({ stage, out, part: null }));
}


/***/ })

};
