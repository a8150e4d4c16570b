export const id = 6149;
export const ids = [6149,1392,6806];
export const modules = {

/***/ 30029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  add: () => (/* binding */ add),
  jm: () => (/* binding */ addedRow),
  Z1: () => (/* binding */ ignoreData),
  qR: () => (/* binding */ shelfOf),
  mD: () => (/* binding */ writeDotDvc)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/run/index.js + 31 modules
var run = __webpack_require__(56806);
// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var store = __webpack_require__(68511);
// EXTERNAL MODULE: ./build/digest/index.js + 20 modules
var digest = __webpack_require__(22712);
;// CONCATENATED MODULE: ./build/flows/add/part.js


/**
 * A tracked directory with one part of it replaced, added or taken out; the rest is what is recorded, whatever the
 * workspace holds of it. As in DVC the size is known only after an addition.
 */
async function withPart(workspace, record, { relpath, now }) {
    const before = await recordedFiles(workspace, record);
    const rest = before.filter((file) => !(0,kernel/* isWithin */.UO)(file.relpath, relpath));
    if (now === null && rest.length === before.length) {
        throw (0,kernel/* badInput */.AN)("file-not-found", `${record.path}/${relpath} neither exists nor is it tracked`);
    }
    const files = [...rest, ...(now?.files ?? [])];
    const listing = (0,digest/* directoryListing */.E3)(files);
    await workspace.cache.addBytes(Buffer.from(listing.text), listing.oid);
    const size = sizeAfter(record, {
        oid: listing.oid,
        added: rest.length === before.length ? (now?.size ?? null) : null,
    });
    return { oid: listing.oid, hash: "md5", nfiles: BigInt(files.length), ...(size === null ? {} : { size }) };
}
function sizeAfter(record, { oid, added }) {
    if (record.size !== undefined && record.size !== 0n && added !== null)
        return record.size + added;
    return oid === record.oid ? (record.size ?? null) : null;
}
async function recordedFiles(workspace, { oid, hash, path }) {
    if (oid === null)
        return [];
    if (!(0,kernel/* isDirectoryOid */.ie)(oid) || hash !== "md5") {
        throw (0,kernel/* badInput */.AN)("not-a-directory", `${path} is not tracked as a directory, so no part of it can be added`, {
            hint: `mainline add ${path}`,
        });
    }
    const here = await workspace.cache.readListing(oid, hash);
    if (here !== null)
        return here;
    const bytes = workspace.config.defaultRemote === null ? null : await (await workspace.remote(null)).read(oid, hash);
    const there = bytes === null ? null : (0,digest/* parseListing */._S)(bytes);
    if (there !== null)
        return there;
    throw (0,kernel/* badInput */.AN)("listing-missing", `the listing of the tracked directory ${path} is not here`, {
        found: oid,
        hint: `mainline fetch ${path}`,
    });
}

// EXTERNAL MODULE: ./build/flows/add/targets.js
var add_targets = __webpack_require__(42312);
// EXTERNAL MODULE: ./build/flows/autostage.js
var autostage = __webpack_require__(8469);
// EXTERNAL MODULE: ./build/flows/glob.js
var glob = __webpack_require__(36722);
// EXTERNAL MODULE: ./build/flows/observe.js
var observe = __webpack_require__(40890);
// EXTERNAL MODULE: ./build/flows/placed.js
var placed = __webpack_require__(99441);
// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
;// CONCATENATED MODULE: ./build/flows/add.js














/** Tracks files and folders: content into the cache, a `.dvc` file beside, a line in `.gitignore`. */
async function add(context, options) {
    const paths = options.glob === true ? (0,glob/* globTargets */.H)(context.cwd, options.paths) : options.paths;
    return (0,flows_workspace/* changeWorkspace */.ub)(context, "add", async (workspace, access) => {
        const targets = [];
        const written = new Set();
        for (const path of paths)
            targets.push(await (0,add_targets/* addTarget */.z)(workspace, path));
        await access.check({ read: [], write: targets.map(({ path }) => (0,external_node_path_.join)(workspace.root, path)) });
        const added = await (0,run/* exclusively */.G6)((0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(workspace.root), "lock"), process.pid, async () => {
            const rows = [];
            for (const target of targets)
                rows.push(await addOne(workspace, target, { ...options, written }));
            return rows;
        });
        const staged = await (0,autostage/* stageInGit */.Q)(workspace, written);
        await workspace.state.save();
        await (0,placed/* rememberPlaced */.fA)(workspace, added.map(({ path }) => path));
        return { answer: "yes", document: { schema: "mainline.add/1", added, ...(staged ? { staged: true } : {}) } };
    });
}
async function addOne(workspace, target, adding) {
    const { noCommit, noRelink = false, written } = adding;
    const { path, known } = target;
    const before = known === null ? null : (0,plan/* recordOfOutput */.Id)(known.stage, known.out);
    const whole = known?.out.at ?? path;
    const shelf = shelfOf(workspace);
    const now = target.exists ? await (0,observe/* observeWorkspace */.WI)(workspace).content(path, "md5") : null;
    const linked = now !== null && !noCommit && (await (0,run/* store */.M_)(path, now, shelf));
    const content = whole === path || before === null
        ? now
        : await withPart(workspace, before, await partOf(workspace, { path, whole, now }));
    if (content === null)
        throw new Error(`${path} vanished while it was added`);
    await ignoreData(workspace, whole, written);
    const file = known?.stage.file ?? `${path}.dvc`;
    const plain = (0,plan/* recorded */.t2)(known?.out.path ?? (0,kernel/* baseName */.Fl)(path), content);
    const record = (0,manifest/* keepVersions */.H1)(before, plain, await listedIn(workspace, { path: whole, before, content }));
    await writeDotDvc(workspace, { file, record, written });
    if (now !== null && !noCommit && !noRelink && !linked)
        await (0,run/* relink */.Qj)(path, now, shelf);
    return addedRow({ path: whole, file, content, before });
}
/** The files of a folder whose `.dvc` file lists them, as DVC has it for cloud-versioned remotes. */
async function listedIn({ state, root, ignore }, { path, before, content }) {
    if (before?.extra?.has("files") !== true || !(0,kernel/* isDirectoryOid */.ie)(content.oid))
        return null;
    const tree = await state.hashTree((0,external_node_path_.join)(root, path), (0,observe/* rulesFor */.NP)(ignore, path));
    return tree.oid === content.oid ? tree.entries : null;
}
function shelfOf({ root, cache, state, config, ignore }) {
    return { root, cache, state, linkTypes: config.cacheTypes, rulesFor: (directory) => (0,observe/* rulesFor */.NP)(ignore, directory) };
}
async function partOf(workspace, { path, whole, now }) {
    const relpath = path.slice(whole.length + 1);
    if (now === null)
        return { relpath, now };
    if (!(0,kernel/* isDirectoryOid */.ie)(now.oid))
        return { relpath, now: { ...now, files: [{ relpath, oid: now.oid }] } };
    const tree = await workspace.state.hashTree((0,external_node_path_.join)(workspace.root, path), (0,observe/* rulesFor */.NP)(workspace.ignore, path));
    const files = tree.entries.map((file) => ({ relpath: `${relpath}/${file.relpath}`, oid: file.oid }));
    return { relpath, now: { ...now, files } };
}
/** DVC's line in the `.gitignore` beside the data. */
async function ignoreData(workspace, path, written) {
    const { git, below, root } = workspace;
    if (git === null || (await (0,flows_workspace/* gitEye */.CW)(git, below).ignored([path])).has(path))
        return;
    const changed = await (0,store/* ensureGitignore */.LA)((0,external_node_path_.join)(root, path));
    if (changed !== null)
        written.add(changed);
}
async function writeDotDvc({ root }, { file, record, written }) {
    const absolute = (0,external_node_path_.join)(root, file);
    const old = await (0,promises_.readFile)(absolute, "utf8").catch(() => null);
    const text = (0,manifest/* updateDotDvc */.kK)(old, { deps: [], outs: [record] });
    if (text !== old)
        await (0,run/* replaceFile */.fR)(absolute, text);
    written.add(absolute);
}
function addedRow({ path, file, content, before }) {
    const old = before?.oid ?? null;
    const change = old === null ? "new" : old === content.oid ? "unchanged" : "modified";
    return {
        path,
        file,
        digest: `md5:${content.oid}`,
        change,
        size: content.size === undefined ? null : Number(content.size),
        ...(content.nfiles === undefined ? {} : { files: Number(content.nfiles) }),
    };
}


/***/ }),

/***/ 42312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ addTarget)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50443);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93163);





/** Says no to what cannot be tracked, before anything is touched. */
async function addTarget(workspace, given, { absent = false } = {}) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(given) ? (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.root, given)) : (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(workspace.here, given);
    if ((0,_plan_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutside */ ._K)(path) || path === ".")
        throw outside(given);
    refuseManifest(path);
    const known = tracker(workspace, path);
    const exists = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.root, path)).catch(() => null)) !== null;
    if (!exists && !absent && (known === null || known.out.at === path))
        throw notThere(path);
    if (known === null)
        refuseOverlap(workspace, path);
    if (exists)
        await refuseUnfit(workspace, path);
    return { path, known, exists };
}
function tracker({ project }, path) {
    for (const stage of project.stages) {
        const out = stage.outs.find(({ at }) => at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(path, at));
        if (out === undefined)
            continue;
        if (stage.cmd !== null)
            throw pipelineOutput(stage, path);
        if (stage.deps.length > 0)
            throw imported(stage, path);
        return { stage, out };
    }
    return null;
}
function refuseOverlap({ project }, path) {
    for (const stage of project.stages) {
        const inner = stage.outs.find(({ at }) => at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(at, path));
        if (inner === undefined)
            continue;
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("overlapping-outputs", `${path} holds ${inner.at ?? inner.path}, which ${stage.address} tracks`, {
            at: inner.place,
            found: `${inner.at ?? inner.path} below ${path}`,
            expected: "data that nothing else tracks",
            hint: `dvc remove ${stage.address}, then add ${path} as a whole`,
        });
    }
    const file = project.stages.find((stage) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(stage.file, path))?.file;
    if (file !== undefined) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("stage-inside-output", `${path} holds ${file}, which describes stages`, {
            at: { file },
            found: `${file} below ${path}`,
            expected: "a folder of data alone",
            hint: "track the folders beside it instead",
        });
    }
}
async function refuseUnfit(workspace, path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.root, path);
    const isDirectory = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute)).isDirectory();
    if (workspace.ignore.ignored(path, isDirectory)) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("dvcignored", `${path} is ignored by .dvcignore`, {
            found: "a pattern of .dvcignore that fits it",
            expected: "a path that no pattern fits",
            hint: "take the pattern out, or leave the path",
        });
    }
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(absolute));
    const link = isDirectory && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(absolute)).isSymbolicLink();
    if (link || folder !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("behind-a-link", `${path} lies behind a symbolic link to a folder`, {
            found: link ? path : (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .relativeTo */ .Mf)(path, "."),
            expected: "a path without links to folders",
            hint: "add the folder that the link leads to",
        });
    }
    if (workspace.git === null)
        return;
    if ((await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .gitEye */ .CW)(workspace.git, workspace.below).tracked([path])).size > 0) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("already-in-git", `${path} is tracked by git already`, {
            found: "a path of git's index",
            expected: "data that git does not track",
            hint: `git rm -r --cached '${path}' && git commit -m "Stop tracking ${(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .baseName */ .Fl)(path)}"`,
        });
    }
}
function refuseManifest(path) {
    const name = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .baseName */ .Fl)(path);
    if (name !== "dvc.yaml" && name !== "dvc.lock" && !name.endsWith(".dvc"))
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("manifest", `${path} is one of DVC's own files, which git tracks`, {
        found: path,
        expected: "a file or folder of data",
        hint: `git add '${path}'`,
    });
}
function outside(given) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("outside", `${given} is not inside the project`, {
        found: given,
        expected: "a file or folder below the DVC root",
        hint: "copy or move the data into the project; --cd DIR starts in another one",
    });
}
function notThere(path) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("file-not-found", `${path} does not exist`, {
        at: { file: path },
        found: "nothing there",
        expected: "a file or folder of data",
        hint: "paths count from the folder that you are in",
    });
}
function pipelineOutput(stage, path) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("pipeline-output", `${path} is an output of stage \`${stage.address}\``, {
        at: stage.place,
        hint: `mainline run ${stage.address} makes it; dvc commit ${stage.address} takes it as it is`,
    });
}
function imported(stage, path) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("imported", `${path} is imported by ${stage.address}`, {
        at: stage.place,
        hint: `dvc update ${stage.address} brings the source's newest content`,
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

/***/ 41392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ checkoutOutputs),
/* harmony export */   checkout: () => (/* binding */ checkout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15325);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50443);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40890);
/* harmony import */ var _placed_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99441);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86208);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93163);









/** Places what DVC's files record into the workspace. Answer "no" when something is missing from the cache. */
async function checkout(context, options) {
    return (0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .changeWorkspace */ .ub)(context, "checkout", async (workspace, access) => {
        const { files, ...placed } = await checkoutOutputs(workspace, access, options);
        const summary = options.summary === true ? { summary: files } : {};
        const document = { schema: "mainline.checkout/1", ...placed, ...summary };
        return { answer: placed.missing.length > 0 && !options.allowMissing ? "no" : "yes", document };
    });
}
async function checkoutOutputs(workspace, access, options) {
    const outputs = (0,_targets_js__WEBPACK_IMPORTED_MODULE_7__/* .selectedOutputs */ .Q)(workspace, options.targets, options);
    const write = outputs.flatMap(({ out }) => (out.at === null ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace.root, out.at)]));
    await access.check({ read: [], write });
    const observer = (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observeWorkspace */ .WI)(workspace);
    const removed = options.targets.length === 0 ? await removeLeftovers(workspace, { observer, ...options }) : [];
    const files = { new: 0, modified: 0, deleted: removed.length };
    const done = { changes: [...removed], missing: [], damaged: [], files };
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
    if (pieces !== null && (await placePieces(workspace, pieces, { ...doing, record })))
        return;
    if (!doing.relink && (await doing.observer.content(path, record.hash))?.oid === record.oid)
        return;
    const asked = part === null ? path : `${path}/${part}`;
    doing.done.missing.push(asked);
    if ((await workspace.cache.verify(record.oid, record.hash)) === "corrupt")
        doing.done.damaged.push(asked);
}
/** False when the cache lacks something of them. */
async function placePieces(workspace, pieces, doing) {
    const { hash, isexec = false } = doing.record;
    try {
        for (const piece of pieces)
            await placePiece(workspace, { ...piece, hash, isexec }, doing);
        return true;
    }
    catch (cause) {
        if (cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR && cause.code === "object-missing")
            return false;
        throw cause;
    }
}
/** What is to be placed: the whole output, or the named files of a directory. Null when the cache lacks some of it. */
async function piecesOf({ cache }, { out, part }, { oid, hash }) {
    const path = out.at ?? out.path;
    // Whether all files of a whole directory are here is asked when it is placed, before anything is touched.
    if (part === null && !(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isDirectoryOid */ .ie)(oid))
        return (await cache.has(oid, hash)) ? [{ path, oid }] : null;
    const listing = await cache.readListing(oid, hash);
    if (listing === null)
        return null;
    if (part === null)
        return [{ path, oid }];
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
    done.files.new += added;
    done.files.modified += changed;
    done.files.deleted += removed;
    if (!existed)
        done.changes.push({ path: piece.path, change: "new" });
    else if (added + changed + removed > 0)
        done.changes.push({ path: piece.path, change: "modified" });
}
/** Outputs that were placed here and that no stage of this branch has. Only what the cache holds is removed, or all with force. */
async function removeLeftovers(workspace, { observer, force }) {
    // those that are not cached (any more), too
    const current = workspace.project.stages.flatMap(({ outs }) => outs.flatMap(({ at }) => at ?? []));
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

/***/ 36722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ globTargets)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);



/**
 * Targets with `--glob`: what lies in the workspace under these patterns, as Python's `glob` finds it (`**` for any depth;
 * a name that begins with a dot only where the pattern does), sorted. Failure `no-match` when nothing fits any of them.
 */
function globTargets(cwd, patterns) {
    const found = patterns.flatMap((pattern) => matches(cwd, pattern));
    if (found.length > 0 || patterns.length === 0)
        return found;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("no-match", `nothing here fits ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}`, {
        found: patterns.join(" "),
        expected: "a pattern of files and folders, as seen from the folder that you are in",
        hint: "put it in quotes, so that the shell leaves it alone",
    });
}
function matches(cwd, pattern) {
    let found = [pattern.startsWith("/") ? "/" : ""];
    const parts = pattern.split("/").filter((part) => part !== "");
    for (const [index, part] of parts.entries()) {
        const last = index === parts.length - 1;
        found = found.flatMap((folder) => step(cwd, folder, { part, last }));
    }
    const folders = pattern.endsWith("/");
    return [...new Set(found)].filter((path) => path !== "" && (!folders || isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cwd, path))));
}
function step(cwd, folder, { part, last }) {
    const beneath = (name) => folder === "" || folder === "/" ? `${folder}${name}` : `${folder}/${name}`;
    const at = (path) => (path.startsWith("/") ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cwd, path));
    if (part === "**" && !isFolder(at(folder === "" ? "." : folder)))
        return [];
    if (part === "**")
        return [folder, ...everythingBelow(folder, { at, files: last })];
    if (!(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hasWildcards */ .ev)(part))
        return exists(at(beneath(part))) ? [beneath(part)] : [];
    return namesIn(at(folder))
        .filter((name) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .fnmatch */ .i3)(name, part) && (part.startsWith(".") || !name.startsWith(".")))
        .map(beneath)
        .filter((path) => last || isFolder(at(path)));
}
function everythingBelow(folder, { at, files, above = [] }) {
    const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(at(folder));
    // a link that leads back to where we are has no end
    if (above.includes(real))
        return [];
    return namesIn(real).flatMap((name) => {
        if (name.startsWith("."))
            return [];
        const path = folder === "" || folder === "/" ? `${folder}${name}` : `${folder}/${name}`;
        if (!isFolder(at(path)))
            return files ? [path] : [];
        return [path, ...everythingBelow(path, { at, files, above: [...above, real] })];
    });
}
function namesIn(folder) {
    return isFolder(folder) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).sort(_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .compareCodePoints */ .OP) : [];
}
function isFolder(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
function exists(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
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

/***/ 96149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetch: () => (/* binding */ fetch),
  pull: () => (/* binding */ pull),
  push: () => (/* binding */ push)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var store = __webpack_require__(68511);
// EXTERNAL MODULE: ./build/flows/checkout.js
var checkout = __webpack_require__(41392);
// EXTERNAL MODULE: ./build/flows/glob.js
var glob = __webpack_require__(36722);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/run/index.js + 31 modules
var run = __webpack_require__(56806);
// EXTERNAL MODULE: ./build/flows/add.js + 1 modules
var add = __webpack_require__(30029);
// EXTERNAL MODULE: ./build/flows/externals.js
var externals = __webpack_require__(68070);
// EXTERNAL MODULE: ./build/digest/index.js + 20 modules
var digest = __webpack_require__(22712);
// EXTERNAL MODULE: ./build/git/index.js + 26 modules
var git = __webpack_require__(71496);
// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
;// CONCATENATED MODULE: ./build/flows/imports/repository.js








/** Null for what was not imported from a repository. */
function sourceOf({ deps, lock }) {
    const [dependency] = deps;
    const repo = lock?.deps[0]?.extra?.get("repo");
    if (dependency === undefined || repo === undefined || !(0,kernel/* isMapping */.pi)(repo))
        return null;
    const commit = repository_text(repo, "rev_lock");
    const url = repository_text(repo, "url");
    if (url === null || commit === null)
        return null;
    return { url, commit, path: dependency.path, remote: repository_text(repo, "remote") };
}
function repository_text(mapping, key) {
    const value = mapping.get(key);
    return typeof value === "string" ? value : null;
}
/**
 * Takes an import's content out of its repository: what git tracks there is put at `to`; of what DVC tracks there the
 * objects come from that repository's own remote into our cache, and nothing is put anywhere.
 */
async function bringFromRepository(context, workspace, { source, record, folder, to }) {
    await (0,git/* cloneAt */.x1)(workspace.root, { url: source.url, commit: source.commit, folder });
    const there = await (0,flows_workspace/* openWorkspace */.OH)({ ...context, cwd: folder }).catch(() => null);
    const path = (0,kernel/* joinPath */.uJ)(source.path);
    const tracked = there?.project.stages
        .flatMap((stage) => stage.outs.map((out) => ({ stage, out })))
        .find(({ out }) => out.cache && out.at !== null && (0,kernel/* isWithin */.UO)(path, out.at));
    there?.git?.close();
    if (there === null || tracked === undefined) {
        const from = (0,external_node_path_.join)(folder, path);
        if (!(0,kernel/* isWithin */.UO)(path, "."))
            throw notThere(source);
        await (0,promises_.cp)(from, to, { recursive: true, dereference: true }).catch((cause) => {
            throw notThere(source, cause);
        });
        return "put";
    }
    await fetchObjects(workspace, { ...tracked, path, record, remote: await there.remote(source.remote) });
    return "stored";
}
async function fetchObjects({ cache }, fetching) {
    const { record, out, stage, path, remote } = fetching;
    const whole = (0,plan/* recordOfOutput */.Id)(stage, out);
    const oid = record.oid;
    if (oid === null)
        return;
    const inside = out.at !== null && path !== out.at ? path.slice(out.at.length + 1) : null;
    if (inside !== null && (0,kernel/* isDirectoryOid */.ie)(oid) && whole?.oid != null) {
        await makeListing(cache, { whole: whole.oid, inside, oid, remote });
    }
    const { failed } = await (0,store/* fetch */.hd)([{ oid, hash: record.hash }], { cache, remote });
    const [first] = failed;
    if (first !== undefined)
        throw (0,kernel/* infrastructure */.Sv)("import-missing", `${remote.name} of the source: ${first.reason}`);
}
/** A folder inside a tracked one is no object there; its listing is the part of the whole's. */
async function makeListing(cache, { whole, inside, oid, remote }) {
    const bytes = await remote.read(whole, "md5");
    const files = (bytes === null ? null : (0,digest/* parseListing */._S)(bytes)) ?? [];
    const below = files.filter(({ relpath }) => relpath.startsWith(`${inside}/`));
    const listing = (0,digest/* directoryListing */.E3)(below.map((file) => ({ relpath: file.relpath.slice(inside.length + 1), oid: file.oid })));
    if (listing.oid !== oid)
        return;
    const { failed } = await (0,store/* fetch */.hd)(below.map((file) => ({ oid: file.oid, hash: "md5" })), { cache, remote });
    if (failed.length === 0)
        await cache.addBytes(Buffer.from(listing.text), listing.oid);
}
function notThere({ url, commit, path }, cause) {
    return (0,kernel/* badInput */.AN)("import-missing", `${path} is not in ${url} at ${commit.slice(0, 12)}`, {
        cause,
        found: "nothing of that name",
        expected: "the path that was imported",
    });
}

// EXTERNAL MODULE: ./build/flows/observe.js
var observe = __webpack_require__(40890);
;// CONCATENATED MODULE: ./build/flows/imports.js











/** Everything of a tracked source counts. */
const ALL = { ignored: () => false, key: "source" };
/**
 * Imports whose data neither cache nor remote has come from where they were imported, as long as that is what it was then.
 * `place`: also those that were imported without their data (`--no-download`) get a file in the workspace.
 */
async function bringImports(context, workspace, { outputs, place }) {
    const brought = { paths: [], bytes: 0, failed: [] };
    let bytes = 0;
    for (const { stage, out } of outputs) {
        const [dependency] = stage.deps;
        const record = (0,plan/* recordOfOutput */.Id)(stage, out);
        if (stage.name !== null || dependency === undefined || out.at === null || record === null)
            continue;
        const lacking = { stage, dependency, record, path: out.at };
        if (brought.paths.includes(out.at) || !(await isLacking(workspace, lacking, place)))
            continue;
        try {
            bytes += await bringOne(context, workspace, lacking);
            brought.paths.push(out.at);
        }
        catch (failure) {
            if (!(failure instanceof kernel/* Failure */.HR))
                throw failure;
            brought.failed.push({ path: out.at, digest: `md5:${record.oid ?? ""}`, reason: failure.message });
        }
    }
    return { ...brought, bytes };
}
async function isLacking(workspace, { record, path }, place) {
    if (record.oid !== null)
        return (await workspace.cache.missingBelow(record.oid, record.hash)).length > 0;
    return place && (await (0,observe/* observeWorkspace */.WI)(workspace).content(path, "md5")) === null;
}
async function bringOne(context, workspace, lacking) {
    const { path, record } = lacking;
    const gathered = (0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(workspace.root), `import-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`);
    const to = (0,external_node_path_.join)(gathered, "data");
    await (0,promises_.mkdir)(gathered, { recursive: true });
    try {
        context.progress.say(`bringing ${path} from where it was imported`);
        if ((await fromSource(context, workspace, { ...lacking, gathered, to })) === "stored")
            return 0;
        const content = await contentAt(workspace, to);
        if (record.oid === null)
            await placeNew(to, (0,external_node_path_.join)(workspace.root, path));
        else
            await take(workspace, { to, content, record, path });
        return Number(content.size ?? 0n);
    }
    finally {
        await (0,promises_.rm)(gathered, { recursive: true, force: true });
    }
}
async function fromSource(context, workspace, { stage, dependency, record, gathered, to }) {
    const source = sourceOf(stage);
    if (source !== null) {
        const folder = (0,external_node_path_.join)(gathered, "repository");
        return bringFromRepository(context, workspace, { source, record, folder, to });
    }
    await refuseChanged(context, workspace, { stage, dependency });
    if (dependency.external !== undefined) {
        await (0,externals/* bringExternal */.yq)(context, workspace, { external: dependency.external, to });
        return "put";
    }
    if (dependency.at === null)
        throw cannotBring(stage);
    await (0,promises_.cp)((0,external_node_path_.join)(workspace.root, dependency.at), to, { recursive: true, dereference: true });
    return "put";
}
/** What is there now is taken only while it is what was imported. */
async function refuseChanged(context, workspace, { stage, dependency }) {
    const before = (0,plan/* recordOfDependency */.yQ)(stage, dependency);
    const { at, external, path } = dependency;
    if (external !== undefined) {
        const now = await (0,externals/* externalEye */.nU)(context, workspace)(external);
        if (now === null)
            throw sourceGone(stage, path);
        if (before?.extra?.get(now.kind) !== now.value)
            throw sourceChanged(stage, path);
    }
    else if (at !== null) {
        const now = await (0,observe/* observeWorkspace */.WI)(workspace).content(at, "md5", "dependency");
        if (now === null)
            throw sourceGone(stage, path);
        if (now.oid !== before?.oid)
            throw sourceChanged(stage, path);
    }
}
async function contentAt(workspace, file) {
    const observer = (0,observe/* observeWorkspace */.WI)({ ...workspace, ignore: ALL });
    const content = await observer.content((0,external_node_path_.relative)(workspace.root, file), "md5", "dependency");
    if (content === null)
        throw new Error(`${file} vanished on its way`);
    return content;
}
async function take(workspace, { to, content, record, path }) {
    if (content.oid !== record.oid) {
        throw (0,kernel/* badInput */.AN)("import-changed", `the source of ${path} holds something else than was imported`, {
            found: content.oid,
            expected: record.oid ?? "",
        });
    }
    await (0,run/* store */.M_)((0,external_node_path_.relative)(workspace.root, to), content, { ...(0,add/* shelfOf */.qR)(workspace), rulesFor: () => ALL });
}
async function placeNew(from, to) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    await (0,promises_.rename)(from, to);
}
function sourceGone(stage, path) {
    return (0,kernel/* badInput */.AN)("import-missing", `${path}, from which ${stage.address} was imported, is not there any more`, {
        at: stage.place,
    });
}
function sourceChanged(stage, path) {
    return (0,kernel/* badInput */.AN)("import-changed", `${path} is not what ${stage.address} was imported from any more`, {
        at: stage.place,
        hint: `dvc update ${stage.address} takes it as it is now`,
    });
}
function cannotBring(stage) {
    return (0,kernel/* badInput */.AN)("import-not-supported", `${stage.address} was imported from where mainline cannot read`, {
        at: stage.place,
        hint: `dvc pull ${stage.address}`,
    });
}

// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
;// CONCATENATED MODULE: ./build/flows/pace.js

/** The speed is that of the last so many seconds: what was quick once says nothing of what is slow now. */
const WINDOW_MS = 20_000;
/** Before so much time has gone by, no guess is told. */
const FIRST_GUESS_MS = 3_000;
const TELL_MS = 100;
/** Words for where a transfer is: files, bytes, speed, and the time left, by whichever of files and bytes takes longer. */
class Pace {
    #clock;
    #verb;
    #tell;
    #points = [];
    #told = Number.NEGATIVE_INFINITY;
    constructor(verb, { clock, tell }) {
        this.#verb = verb;
        this.#clock = clock;
        this.#tell = tell;
    }
    /** Told of each object and of parts of big ones; puts it into words a few times a second. */
    note(now) {
        const at = this.#clock.monotonic();
        if (at - this.#told < TELL_MS && now.files < now.total)
            return;
        this.#told = at;
        this.#points.push({ at, files: now.files, bytes: Number(now.bytes) });
        while (this.#points.length > 2 && at - (this.#points[1]?.at ?? at) > WINDOW_MS)
            this.#points.shift();
        this.#tell(this.#words(now));
    }
    #words({ files, total, bytes, totalBytes }) {
        const [first, last] = [this.#points[0], this.#points.at(-1)];
        const milliseconds = first === undefined || last === undefined ? 0 : last.at - first.at;
        const moved = Number(bytes) - (first?.bytes ?? 0);
        const ofBytes = totalBytes === null || totalBytes < bytes ? "" : ` of ${(0,compare/* formatBytes */.z3)(Number(totalBytes))}`;
        const parts = [
            `${this.#verb} ${(0,compare/* formatCount */.B4)(files)} of ${(0,compare/* formatCount */.B4)(total)}`,
            `${(0,compare/* formatBytes */.z3)(Number(bytes))}${ofBytes}`,
        ];
        if (milliseconds >= 1000)
            parts.push(`${(0,compare/* formatBytes */.z3)(Math.round((moved / milliseconds) * 1000))}/s`);
        const left = milliseconds < FIRST_GUESS_MS ? null : secondsLeft({ files, total, bytes, totalBytes }, { first, milliseconds });
        if (left !== null)
            parts.push(`about ${(0,compare/* formatSeconds */.Xo)(left)} left`);
        return parts.join(", ");
    }
}
/** Null while nothing moves. */
function secondsLeft({ files, total, bytes, totalBytes }, { first, milliseconds }) {
    const byFiles = rest(total - files, files - (first?.files ?? 0));
    const byBytes = totalBytes === null ? 0 : rest(Number(totalBytes - bytes), Number(bytes) - (first?.bytes ?? 0));
    const rates = Math.max(byFiles, byBytes);
    // a single big file gives no rate of files until it is done
    const best = Number.isFinite(rates) ? rates : totalBytes === null ? Number.POSITIVE_INFINITY : byBytes;
    return Number.isFinite(best) ? (best * milliseconds) / 1000 : null;
}
function rest(left, moved) {
    if (left <= 0)
        return 0;
    return moved <= 0 ? Number.POSITIVE_INFINITY : left / moved;
}

// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
// EXTERNAL MODULE: ./build/flows/targets.js
var targets = __webpack_require__(86208);
;// CONCATENATED MODULE: ./build/flows/revisions.js




/** The outputs that earlier revisions record of the targets. A revision that cannot be read, or knows no such target, is left out with a word. */
async function earlierOutputs({ progress }, workspace, options) {
    const outputs = [];
    for (const commit of await commitsOf(workspace, options)) {
        try {
            const project = await projectIn(workspace, commit);
            outputs.push(...(0,targets/* selectedOutputs */.Q)({ project, here: workspace.here }, options.targets, options));
        }
        catch (failure) {
            if (!(failure instanceof kernel/* Failure */.HR))
                throw failure;
            progress.warn(`${commit.slice(0, 12)} is left out: ${failure.message}`);
        }
    }
    return outputs;
}
function projectIn({ git, below, config, root }, commit) {
    if (git === null)
        throw new Error("a revision was asked of a project without git");
    return (0,manifest/* loadProject */.gi)(git.treeAt(commit, below), { config, root });
}
async function commitsOf({ git }, options) {
    if (git === null)
        return [];
    const lists = [
        ...(options.allCommits ? [["rev-list", "--all"]] : []),
        ...(options.allBranches === true ? [["for-each-ref", "--format=%(objectname)", "refs/heads"]] : []),
        ...(options.allTags === true ? [["for-each-ref", "--format=%(objectname)", "refs/tags"]] : []),
    ];
    const found = new Set();
    for (const args of lists) {
        const { stdoutText } = await (0,shell/* run */.eF)("git", args, { cwd: git.root });
        for (const line of stdoutText.split("\n"))
            if (line !== "")
                found.add(await git.resolve(line));
    }
    return [...found];
}

// EXTERNAL MODULE: ./build/flows/versions.js
var versions = __webpack_require__(73793);
;// CONCATENATED MODULE: ./build/flows/transfer.js












/** Sends to the remote what it lacks. Answer "no" when something could not be sent. */
async function push(context, given) {
    const options = withPatterns(context, given);
    return (0,flows_workspace/* changeWorkspace */.ub)(context, "push", async (workspace) => {
        const wanted = await wantedObjects(context, workspace, { ...options, direction: "push" });
        const account = await transfer(context, workspace, { ...options, wanted, direction: "push" });
        return { answer: answerTo(account), document: { schema: "mainline.push/1", ...account } };
    });
}
/** Brings from the remote what the cache lacks. Answer "no" when something could not be had. */
async function fetch(context, given) {
    const options = withPatterns(context, given);
    return (0,flows_workspace/* changeWorkspace */.ub)(context, "fetch", async (workspace) => {
        const { account } = await fetched(context, workspace, { ...options, place: false });
        return { answer: answerTo(account), document: { schema: "mainline.fetch/1", ...account } };
    });
}
/** Fetches, then places into the workspace what was asked for. */
async function pull(context, given) {
    const options = withPatterns(context, given);
    return (0,flows_workspace/* changeWorkspace */.ub)(context, "pull", async (workspace, access) => {
        const { account, placed } = await fetched(context, workspace, { ...options, place: true });
        const out = await (0,checkout/* checkoutOutputs */.F)(workspace, access, { ...options, relink: false });
        const missing = out.missing.filter((path) => !placed.includes(path));
        const changes = [...out.changes, ...placed.map((path) => ({ path, change: "new" }))];
        const { damaged } = out;
        const fine = options.allowMissing || missing.length === 0;
        return {
            answer: fine && (account.failed.length === 0 || options.allowMissing) ? "yes" : "no",
            document: { schema: "mainline.pull/1", ...account, changes, missing, damaged },
        };
    });
}
/** From remotes; what they lack of imports, from where it was imported. `placed`: what lies in the workspace now and is recorded nowhere. */
async function fetched(context, workspace, options) {
    const wanted = await wantedObjects(context, workspace, { ...options, direction: "fetch" });
    const account = await transfer(context, workspace, { ...options, wanted, direction: "fetch" });
    const outputs = (0,targets/* selectedOutputs */.Q)(workspace, options.targets, options);
    const { paths, bytes, failed } = await bringImports(context, workspace, { outputs, place: options.place });
    const got = new Set([...paths, ...failed.map(({ path }) => path)]);
    const stillFailed = account.failed.filter(({ path }) => path === undefined || !got.has(path));
    const recordless = outputs.filter(({ stage, out }) => (0,plan/* recordOfOutput */.Id)(stage, out)?.oid == null);
    return {
        account: {
            ...account,
            transferred: account.transferred + paths.length,
            bytes: account.bytes + bytes,
            failed: [...stillFailed, ...failed],
        },
        placed: recordless.flatMap(({ out }) => (out.at !== null && paths.includes(out.at) ? out.at : [])),
    };
}
function withPatterns({ cwd }, options) {
    return options.glob === true ? { ...options, targets: (0,glob/* globTargets */.H)(cwd, options.targets) } : options;
}
function answerTo({ failed }) {
    return failed.length === 0 ? "yes" : "no";
}
async function wantedObjects(context, workspace, options) {
    const now = (0,targets/* selectedOutputs */.Q)(workspace, options.targets, options);
    const outputs = [...now, ...(await earlierOutputs(context, workspace, options))];
    const wanted = outputs.filter((output) => travels(output, options)).flatMap(wantedOf);
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
    const record = (0,plan/* recordOfOutput */.Id)(stage, out);
    if (record === null || record.oid === null)
        return [];
    const { oid, hash, size } = record;
    return [{ oid, hash, size, path: out.at ?? out.path, part, remote: out.remote }];
}
async function transfer(context, workspace, options) {
    const groups = byRemote(options);
    const reports = [];
    const remotes = [];
    for (const [name, wanted] of groups) {
        const remote = await workspace.remote(name);
        if (options.direction === "push")
            await (0,versions/* refusePush */.t)(remote, wanted);
        remotes.push(remote);
        reports.push(await transferGroup(context, workspace, { remote, wanted, ...pick(options) }));
    }
    const [first] = remotes;
    // imports come from where they were imported, also to a project without a remote
    const lonely = first === undefined && options.remote === null && workspace.config.defaultRemote === null;
    if (lonely && options.direction === "fetch")
        return { transferred: 0, bytes: 0, failed: [], remote: "no remote", runs: 0 };
    const main = first ?? (await workspace.remote(options.remote));
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
function transferGroup({ progress, clock }, { cache, root }, group) {
    const parts = new Map();
    for (const { oid, part } of group.wanted)
        parts.set(oid, [...(parts.get(oid) ?? []), part]);
    const verb = group.direction === "push" ? "pushing" : "fetching";
    const pace = new Pace(verb, { clock, tell: (line) => progress.live(line) });
    return (group.direction === "push" ? store/* push */.VC : store/* fetch */.hd)(group.wanted, {
        cache,
        remote: group.remote,
        ...(group.jobs === null ? {} : { jobs: group.jobs }),
        only: (oid, relpath) => (parts.get(oid) ?? [null]).some((part) => part === null || (0,kernel/* isWithin */.UO)(relpath, part)),
        memory: new store/* RemoteMemory */.ey((0,flows_workspace/* notesFolder */.w4)(root)),
        progress: (now) => pace.note(now),
    });
}
/** The project's own runs travel along: a few small files, which spare others to run a stage again. */
async function transferRuns(workspace, remote, { runCache, noRunCache, targets, direction }) {
    if (noRunCache === true || (targets.length > 0 && !runCache))
        return 0;
    const keys = runCache ? undefined : await ownKeys(workspace, direction);
    if (direction === "push") {
        await pushUncached(workspace, remote, keys);
        return remote.pushRuns(workspace.runCache, keys);
    }
    const count = await remote.fetchRuns(workspace.runCache, keys);
    await (0,store/* fetch */.hd)(await objectsOfRuns(workspace, keys), { cache: workspace.cache, remote });
    return count;
}
async function ownKeys(workspace, direction) {
    const { project, runCache } = workspace;
    const stages = project.stages.filter(plan/* reusable */.Ez);
    const keys = stages.flatMap(({ lock }) => (lock === null ? [] : [runCache.key(lock)]));
    if (direction === "push")
        return [...new Set(keys)];
    const observer = (0,observe/* observeWorkspace */.WI)(workspace);
    for (const stage of stages) {
        const inputs = await (0,plan/* inputsNow */.Co)(stage, observer);
        if (inputs !== null)
            keys.push(runCache.key(inputs));
    }
    return [...new Set(keys)];
}
/** Metrics that git tracks lie in the cache for the run cache's sake; without them a run could not be restored elsewhere. */
async function pushUncached(workspace, remote, keys) {
    const { cache } = workspace;
    const objects = await (0,store/* lackingThere */.Sn)(remote, await objectsOfRuns(workspace, keys));
    const here = [];
    for (const object of objects)
        if ((await cache.missingBelow(object.oid, object.hash)).length === 0)
            here.push(object);
    await (0,store/* push */.VC)(here, { cache, remote });
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
