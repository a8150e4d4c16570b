export const id = 3199;
export const ids = [3199,3367];
export const modules = {

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

/***/ 53199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
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
// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var store = __webpack_require__(68511);
;// CONCATENATED MODULE: ./build/flows/supply.js

/** `--pull`: the default remote hands over what a run lacks. */
function remoteSupply({ remote: open, cache, runCache }, { jobs, progress, beside = null }) {
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
            if ((await (await theRemote()).fetchRuns(runCache, keys)) === 0)
                await beside?.fetchRuns(runCache, keys);
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
        records: toldOf(new run/* Records */.tU(root, added), options),
        supply: options.pull ? remoteSupply(workspace, { ...options, progress }) : null,
        slots: new run/* Slots */.WR(capacityOf(machine, options)),
        logs: (0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(root), "logs"),
    };
}
function toldOf(records, { recorded }) {
    if (recorded === undefined)
        return records;
    return {
        add: async (stage, entry) => {
            await records.add(stage, entry);
            recorded(stage, entry);
        },
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
    const timings = await plan/* Timings */.Mv.read((0,flows_plan/* timingsFile */.Mu)(workspace));
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
