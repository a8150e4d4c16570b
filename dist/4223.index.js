export const id = 4223;
export const ids = [4223];
export const modules = {

/***/ 64223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ gateSides),
/* harmony export */   T: () => (/* binding */ readPolicy),
/* harmony export */   gate: () => (/* binding */ gate)
/* harmony export */ });
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1088);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53366);
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
    const document = await gateSides((await readPolicy(policy)).gates, base, head);
    return { answer: document.gates.some((verdict) => verdict.blocks) ? "no" : "yes", document };
}
/** What a tree's mainline.yaml says; everything is empty without the file. */
async function readPolicy(tree) {
    const bytes = await tree.read(POLICY_FILE);
    return (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadMainline */ .ez)(bytes === null ? null : new TextDecoder().decode(bytes), POLICY_FILE);
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

/***/ 17646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ openSide),
/* harmony export */   ql: () => (/* binding */ recordedSide),
/* harmony export */   uH: () => (/* binding */ diffSides)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1088);
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


/***/ })

};
