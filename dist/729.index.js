export const id = 729;
export const ids = [729,874];
export const modules = {

/***/ 2874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ checkoutOutputs),
/* harmony export */   checkout: () => (/* binding */ checkout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4064);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2684);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9820);
/* harmony import */ var _placed_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5239);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2922);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3767);









/** Places what DVC's files record into the workspace. Answer "no" when something is missing from the cache. */
async function checkout(context, options) {
    return (0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .changeWorkspace */ .ub)(context, "checkout", async (workspace, access) => {
        const placed = await checkoutOutputs(workspace, access, options);
        const document = { schema: "mainline.checkout/1", ...placed };
        return { answer: placed.missing.length > 0 && !options.allowMissing ? "no" : "yes", document };
    });
}
async function checkoutOutputs(workspace, access, options) {
    const outputs = (0,_targets_js__WEBPACK_IMPORTED_MODULE_7__/* .selectedOutputs */ .Q)(workspace, options.targets);
    const write = outputs.flatMap(({ out }) => (out.at === null ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace.root, out.at)]));
    await access.check({ read: [], write });
    const observer = (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observeWorkspace */ .WI)(workspace);
    const removed = options.targets.length === 0 ? await removeLeftovers(workspace, { outputs, observer, ...options }) : [];
    const done = { changes: [...removed], missing: [], damaged: [] };
    for (const output of outputs)
        await checkoutOne(workspace, output, { observer, done, ...options });
    await workspace.state.save();
    const placed = outputs.filter(({ out }) => !done.missing.includes(out.at ?? "")).flatMap(({ out }) => out.at ?? []);
    const before = options.targets.length === 0 ? [] : await (0,_placed_js__WEBPACK_IMPORTED_MODULE_6__/* .readPlaced */ .Ij)(workspace);
    await (0,_placed_js__WEBPACK_IMPORTED_MODULE_6__/* .writePlaced */ .Je)(workspace, new Set([...before, ...placed]));
    return done;
}
async function checkoutOne(workspace, selected, doing) {
    const { stage, out, part } = selected;
    const path = out.at ?? out.path;
    const record = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOfOutput */ .Id)(stage, out);
    if (record === null || record.oid === null) {
        // A stage that never ran has made nothing; DVC fails here, too.
        doing.done.missing.push(path);
        return;
    }
    const pieces = await piecesOf(workspace, selected, { oid: record.oid, hash: record.hash });
    if (pieces === null) {
        const asked = part === null ? path : `${path}/${part}`;
        doing.done.missing.push(asked);
        if ((await workspace.cache.verify(record.oid, record.hash)) === "corrupt")
            doing.done.damaged.push(asked);
    }
    else
        for (const piece of pieces)
            await placePiece(workspace, { ...piece, hash: record.hash, isexec: record.isexec === true }, doing);
}
/** What is to be placed: the whole output, or the named files of a directory. Null when the cache lacks some of it. */
async function piecesOf({ cache }, { out, part }, { oid, hash }) {
    const path = out.at ?? out.path;
    if (part === null)
        return (await cache.missingBelow(oid, hash)).length > 0 ? null : [{ path, oid }];
    const listing = await cache.readListing(oid, hash);
    if (listing === null)
        return null;
    const files = listing.filter(({ relpath }) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isWithin */ .UO)(relpath, part));
    if (files.length === 0)
        throw notInside(path, part);
    for (const file of files)
        if (!(await cache.has(file.oid, hash)))
            return null;
    return files.map((file) => ({ path: `${path}/${file.relpath}`, oid: file.oid }));
}
async function placePiece({ root, cache, config, state, ignore }, piece, { done, force, relink }) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, piece.path);
    const existed = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(absolute, { throwIfNoEntry: false }) !== undefined;
    const { added, changed, removed } = await cache.place(piece.oid, absolute, {
        types: config.cacheTypes,
        hash: piece.hash,
        force,
        relink,
        exec: piece.isexec === true,
        state,
        rules: (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .rulesFor */ .NP)(ignore, piece.path),
    });
    if (!existed)
        done.changes.push({ path: piece.path, change: "new" });
    else if (added + changed + removed > 0)
        done.changes.push({ path: piece.path, change: "modified" });
}
/** Outputs that were placed here and that no stage of this branch has. Only what the cache holds is removed, or all with force. */
async function removeLeftovers(workspace, { outputs, observer, force }) {
    const current = outputs.flatMap(({ out }) => out.at ?? []);
    const gone = [...(await (0,_placed_js__WEBPACK_IMPORTED_MODULE_6__/* .readPlaced */ .Ij)(workspace))].filter((path) => !current.some((at) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isWithin */ .UO)(path, at) || (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isWithin */ .UO)(at, path)));
    const removed = [];
    for (const path of gone) {
        const content = await observer.content(path, "md5");
        if (content === null || (await isTracked(workspace, path)))
            continue;
        if (!force && !(await observer.stored(content.oid, "md5")))
            throw unsaved(path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace.root, path), { recursive: true, force: true });
        removed.push({ path, change: "deleted" });
    }
    return removed;
}
/** What git tracks by now is git's to remove. */
async function isTracked({ git, below }, path) {
    return git !== null && (await git.tracked([(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(below, path)])).size > 0;
}
function notInside(path, part) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("unknown-target", `${path} holds no \`${part}\``, {
        found: `${path}/${part}`,
        expected: "a file or a folder of the recorded directory",
    });
}
function unsaved(path) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("unsaved-data", `${path} belongs to no stage of this branch, and its content is saved nowhere`, {
        at: { file: path },
        hint: "save it (mainline add) or let it go (--force)",
    });
}


/***/ }),

/***/ 9820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ rulesFor),
/* harmony export */   S1: () => (/* binding */ observeRevision),
/* harmony export */   WI: () => (/* binding */ observeWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7817);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4064);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2464);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2684);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8371);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3767);








/** Entries beyond this many are not searched for one that might fit: then any may. */
const RUNS_SEARCHED = 4000;
const FILES_AT_ONCE = 16;
/** The workspace as it is when asked. */
function observeWorkspace(seen) {
    const stores = storesObserver(seen);
    const complete = new _store_index_js__WEBPACK_IMPORTED_MODULE_6__/* .CompleteMemory */ .Rk(seen.cache, (0,_workspace_js__WEBPACK_IMPORTED_MODULE_7__/* .notesFolder */ .w4)(seen.root));
    return {
        content: (path, hash) => workspaceContent(seen, path, hash),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readParamValues */ .YP)(seen.tree, dependency),
        ...stores,
        stored: (oid, hash) => (hash === "md5" ? complete.holds(oid) : stores.stored(oid, hash)),
    };
}
/** A revision: what git holds is hashed, what DVC tracks is not there. */
function observeRevision(revision) {
    const { tree, assumeStored } = revision;
    const stores = storesObserver(revision);
    return {
        content: (path, hash) => (hash === "md5" ? treeContent(revision, path) : Promise.resolve(null)),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readParamValues */ .YP)(tree, dependency),
        ...stores,
        ...(assumeStored ? { stored: () => Promise.resolve(true) } : {}),
    };
}
/** `.dvcignore` for the inside of one directory. */
function rulesFor(ignore, directory) {
    return {
        ignored: (relpath, isDirectory) => ignore.ignored((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(directory, relpath), isDirectory),
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
            return newest !== undefined && (0,_store_index_js__WEBPACK_IMPORTED_MODULE_6__/* .sameInputs */ .kO)(newest, inputs) ? newest : null;
        },
        mayKnowRun: async (inputs, open) => {
            runs ??= allRuns(runCache);
            return (await runs)?.some((entry) => (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fits */ .lA)(entry, inputs, open)) ?? true;
        },
    };
}
async function allRuns(runCache) {
    const keys = [...new Set((await runCache.names()).map(({ key }) => key))];
    if (keys.length > RUNS_SEARCHED)
        return null;
    return (await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .inParallel */ .HN)(keys, FILES_AT_ONCE, (key) => runCache.find(key))).flat();
}
async function workspaceContent(seen, path, hash) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(seen.root, path);
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute).catch(() => null);
    if (stats === null || seen.ignore.ignored(path, stats.isDirectory()))
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
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(seen.root, path);
    const hash = "md5-dos2unix";
    if (!isDirectory) {
        const { size, mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute);
        const oid = await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .dos2unixHashFile */ .jD)(absolute);
        return { oid, hash, size: BigInt(size), ...((mode & 0o111) === 0 ? {} : { isexec: true }) };
    }
    const tree = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
    const entries = await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .inParallel */ .HN)(tree.entries, FILES_AT_ONCE, async ({ relpath }) => ({
        relpath,
        oid: await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .dos2unixHashFile */ .jD)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(absolute, relpath)),
    }));
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryListing */ .E3)(entries).oid, hash, size: tree.size, nfiles: tree.nfiles };
}
async function treeContent(revision, path) {
    const { tree, ignore } = revision;
    const kind = await tree.kind(path);
    if (kind === null || ignore.ignored(path, kind === "directory"))
        return null;
    if (kind === "file") {
        const bytes = await tree.read(path);
        if (bytes === null)
            return null;
        const exec = await isExecutable(tree, path);
        return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes), hash: "md5", size: BigInt(bytes.length), ...(exec ? { isexec: true } : {}) };
    }
    const files = await filesBelow(revision, path);
    const size = files.reduce((sum, file) => sum + file.size, 0n);
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryListing */ .E3)(files).oid, hash: "md5", size, nfiles: BigInt(files.length) };
}
async function isExecutable(tree, path) {
    return (await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .parentOf */ .gN)(path))).some(({ name, exec }) => exec && name === (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .baseName */ .Fl)(path));
}
async function filesBelow({ tree, ignore }, top, below = "") {
    const files = [];
    for (const { name, kind, link } of await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(top, below))) {
        const relpath = below === "" ? name : `${below}/${name}`;
        const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(top, relpath);
        if (ignore.ignored(path, kind === "directory"))
            continue;
        if (kind === "directory") {
            if (!link)
                files.push(...(await filesBelow({ tree, ignore }, top, relpath)));
            continue;
        }
        const bytes = await tree.read(path);
        if (bytes !== null)
            files.push({ relpath, oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes), size: BigInt(bytes.length) });
    }
    return files;
}


/***/ }),

/***/ 5239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ij: () => (/* binding */ readPlaced),
/* harmony export */   Je: () => (/* binding */ writePlaced),
/* harmony export */   fA: () => (/* binding */ rememberPlaced)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3767);




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

/***/ 3783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ remoteOf)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4064);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2094);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8371);



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

/***/ 2922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ selectedStages),
/* harmony export */   Q: () => (/* binding */ selectedOutputs)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4064);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2464);


/**
 * The stages that a plan or a run is about. Without targets: every stage of the project; from a folder below the root
 * that has a dvc.yaml, that file's stages and what they need, as for `dvc repro` there.
 */
function selectedStages({ project, here }, options) {
    const how = {
        single: options.singleItem ?? false,
        downstream: options.downstream ?? false,
        pipeline: options.pipeline ?? false,
    };
    if (options.allPipelines === true)
        return { targets: null };
    if (options.targets.length > 0)
        return { ...how, targets: (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveTargets */ .h5)(project, [...options.targets], here) };
    const own = here === "." ? [] : project.stages.filter(({ file }) => file === `${here}/dvc.yaml`);
    if (own.length > 0)
        return { ...how, targets: own };
    return how.single ? { ...how, targets: project.stages } : { targets: null };
}
/** The cached outputs that targets name: by their path, a path inside one, a stage, or a file of stages. Without targets: all. */
function selectedOutputs({ project, here }, targets) {
    if (targets.length === 0)
        return project.stages.flatMap((stage) => outputsOf(stage));
    const found = targets.flatMap((target) => {
        const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(here, target);
        const named = project.stages.flatMap((stage) => outputsOf(stage)).filter(({ out }) => holds(out, path));
        if (named.length > 0)
            return named.map((selected) => ({ ...selected, part: partOf(selected.out, path) }));
        return (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveTargets */ .h5)(project, [target], here).flatMap((stage) => outputsOf(stage));
    });
    return [...new Map(found.map((selected) => [`${selected.out.at ?? ""}\0${selected.part ?? ""}`, selected])).values()];
}
function outputsOf(stage) {
    return stage.outs.filter((out) => out.cache && out.at !== null).map((out) => ({ stage, out, part: null }));
}
function holds({ at }, path) {
    return at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, at);
}
function partOf({ at }, path) {
    return at === null || at === path ? null : path.slice(at.length + 1);
}


/***/ }),

/***/ 6729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetch: () => (/* binding */ fetch),
/* harmony export */   pull: () => (/* binding */ pull),
/* harmony export */   push: () => (/* binding */ push)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4064);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2464);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2684);
/* harmony import */ var _shell_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8253);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8371);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2874);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9820);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3783);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2922);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3767);










/** Sends to the remote what it lacks. Answer "no" when something could not be sent. */
async function push(context, options) {
    return (0,_workspace_js__WEBPACK_IMPORTED_MODULE_9__/* .changeWorkspace */ .ub)(context, "push", async (workspace) => {
        const wanted = await wantedObjects(context, workspace, { ...options, direction: "push" });
        const account = await transfer(context, workspace, { ...options, wanted, direction: "push" });
        return { answer: answerTo(account), document: { schema: "mainline.push/1", ...account } };
    });
}
/** Brings from the remote what the cache lacks. Answer "no" when something could not be had. */
async function fetch(context, options) {
    return (0,_workspace_js__WEBPACK_IMPORTED_MODULE_9__/* .changeWorkspace */ .ub)(context, "fetch", async (workspace) => {
        const wanted = await wantedObjects(context, workspace, { ...options, direction: "fetch" });
        const account = await transfer(context, workspace, { ...options, wanted, direction: "fetch" });
        return { answer: answerTo(account), document: { schema: "mainline.fetch/1", ...account } };
    });
}
/** Fetches, then places into the workspace what was asked for. */
async function pull(context, options) {
    return (0,_workspace_js__WEBPACK_IMPORTED_MODULE_9__/* .changeWorkspace */ .ub)(context, "pull", async (workspace, access) => {
        const wanted = await wantedObjects(context, workspace, { ...options, direction: "fetch" });
        const account = await transfer(context, workspace, { ...options, wanted, direction: "fetch" });
        const { changes, missing, damaged } = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_5__/* .checkoutOutputs */ .F)(workspace, access, { ...options, relink: false });
        const fine = options.allowMissing || missing.length === 0;
        return {
            answer: fine && (account.failed.length === 0 || options.allowMissing) ? "yes" : "no",
            document: { schema: "mainline.pull/1", ...account, changes, missing, damaged },
        };
    });
}
function answerTo({ failed }) {
    return failed.length === 0 ? "yes" : "no";
}
async function wantedObjects(context, workspace, options) {
    const projects = [workspace.project, ...(options.allCommits ? await allProjects(context, workspace) : [])];
    const wanted = projects.flatMap((project) => {
        const outputs = (0,_targets_js__WEBPACK_IMPORTED_MODULE_8__/* .selectedOutputs */ .Q)({ project, here: workspace.here }, project === workspace.project ? options.targets : []);
        return outputs.filter((output) => travels(output, options)).flatMap(wantedOf);
    });
    return [...new Map(wanted.map((each) => [`${each.hash} ${each.oid} ${each.part ?? ""}`, each])).values()];
}
/** An import's data stays with its source; `push: false` stays here; with -r, what is bound to another remote stays out. */
function travels({ stage, out }, { direction, remote }) {
    if (direction === "push" && !out.push)
        return false;
    if (remote !== null && out.remote !== null && out.remote !== remote)
        return false;
    return stage.lock?.deps.some(({ extra }) => extra?.has("repo") === true) !== true;
}
function wantedOf({ stage, out, part }) {
    const record = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordOfOutput */ .Id)(stage, out);
    if (record === null || record.oid === null)
        return [];
    return [{ oid: record.oid, hash: record.hash, path: out.at ?? out.path, part, remote: out.remote }];
}
async function allProjects({ progress }, workspace) {
    const { git, below, config } = workspace;
    if (git === null)
        return [];
    const { stdoutText } = await (0,_shell_index_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)("git", ["rev-list", "--all"], { cwd: git.root });
    const projects = [];
    for (const commit of stdoutText.split("\n").filter((line) => line !== "")) {
        try {
            projects.push(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadProject */ .gi)(git.treeAt(commit, below), { config }));
        }
        catch (failure) {
            progress.warn(`${commit.slice(0, 12)} is left out: ${failure instanceof Error ? failure.message : "unreadable"}`);
        }
    }
    return projects;
}
async function transfer(context, workspace, options) {
    const groups = byRemote(options);
    const reports = [];
    const remotes = [];
    for (const [name, wanted] of groups) {
        const remote = (0,_remotes_js__WEBPACK_IMPORTED_MODULE_7__/* .remoteOf */ .e)(workspace.config, name);
        remotes.push(remote);
        reports.push(await transferGroup(context, workspace, { remote, wanted, ...pick(options) }));
    }
    const [first] = remotes;
    const main = first ?? (0,_remotes_js__WEBPACK_IMPORTED_MODULE_7__/* .remoteOf */ .e)(workspace.config, options.remote);
    const runs = await transferRuns(workspace, main, options);
    const paths = new Map(options.wanted.map(({ oid, path }) => [oid, path]));
    return {
        transferred: sum(reports.map((report) => report.transferred)),
        bytes: sum(reports.map((report) => Number(report.bytes))),
        failed: reports.flatMap((report) => report.failed).map(({ oid, reason }) => failedRow(paths.get(oid), oid, reason)),
        remote: (remotes.length === 0 ? [main] : remotes).map(({ name }) => name).join(", "),
        runs,
    };
}
function pick({ direction, jobs }) {
    return { direction, jobs };
}
function failedRow(path, oid, reason) {
    return { ...(path === undefined ? {} : { path }), digest: `md5:${oid}`, reason };
}
function byRemote({ wanted, remote }) {
    const groups = new Map();
    for (const each of wanted) {
        const name = remote ?? each.remote;
        groups.set(name, [...(groups.get(name) ?? []), each]);
    }
    return groups;
}
function transferGroup({ progress }, { cache }, group) {
    const parts = new Map();
    for (const { oid, part } of group.wanted)
        parts.set(oid, [...(parts.get(oid) ?? []), part]);
    const verb = group.direction === "push" ? "pushing" : "fetching";
    return (group.direction === "push" ? _store_index_js__WEBPACK_IMPORTED_MODULE_4__/* .push */ .VC : _store_index_js__WEBPACK_IMPORTED_MODULE_4__/* .fetch */ .hd)(group.wanted, {
        cache,
        remote: group.remote,
        ...(group.jobs === null ? {} : { jobs: group.jobs }),
        only: (oid, relpath) => (parts.get(oid) ?? [null]).some((part) => part === null || (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(relpath, part)),
        progress: ({ files, total }) => progress.live(`${verb} ${files} of ${total}`),
    });
}
/** The project's own runs travel along: a few small files, which spare others to run a stage again. */
async function transferRuns(workspace, remote, { runCache, targets, direction }) {
    if (targets.length > 0 && !runCache)
        return 0;
    const keys = runCache ? undefined : await ownKeys(workspace, direction);
    if (direction === "push") {
        await pushUncached(workspace, remote, keys);
        return remote.pushRuns(workspace.runCache, keys);
    }
    const count = await remote.fetchRuns(workspace.runCache, keys);
    await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_4__/* .fetch */ .hd)(await objectsOfRuns(workspace, keys), { cache: workspace.cache, remote });
    return count;
}
async function ownKeys(workspace, direction) {
    const { project, runCache } = workspace;
    const stages = project.stages.filter(_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .reusable */ .Ez);
    const keys = stages.flatMap(({ lock }) => (lock === null ? [] : [runCache.key(lock)]));
    if (direction === "push")
        return [...new Set(keys)];
    const observer = (0,_observe_js__WEBPACK_IMPORTED_MODULE_6__/* .observeWorkspace */ .WI)(workspace);
    for (const stage of stages) {
        const inputs = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .inputsNow */ .Co)(stage, observer);
        if (inputs !== null)
            keys.push(runCache.key(inputs));
    }
    return [...new Set(keys)];
}
/** Metrics that git tracks lie in the cache for the run cache's sake; without them a run could not be restored elsewhere. */
async function pushUncached(workspace, remote, keys) {
    const { cache } = workspace;
    const objects = await objectsOfRuns(workspace, keys);
    const here = [];
    for (const object of objects)
        if ((await cache.missingBelow(object.oid, object.hash)).length === 0)
            here.push(object);
    await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_4__/* .push */ .VC)(here, { cache, remote });
}
async function objectsOfRuns({ runCache }, keys) {
    const names = await runCache.names(keys);
    const objects = new Map();
    for (const key of new Set(names.map((name) => name.key))) {
        const entries = await runCache.find(key);
        // Of the project's own runs the newest is the one that would be restored.
        for (const { outs } of keys === undefined ? entries : entries.slice(0, 1)) {
            for (const { oid, hash } of outs)
                if (oid !== null)
                    objects.set(`${hash} ${oid}`, { oid, hash });
        }
    }
    return [...objects.values()];
}
function sum(numbers) {
    return numbers.reduce((total, each) => total + each, 0);
}


/***/ })

};
