export const id = 6550;
export const ids = [6550,29,3163,6806];
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

/***/ 96550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addFromElsewhere: () => (/* binding */ addFromElsewhere)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50443);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56806);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68511);
/* harmony import */ var _add_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30029);
/* harmony import */ var _autostage_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8469);
/* harmony import */ var _externals_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(68070);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(40890);
/* harmony import */ var _placed_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(99441);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(93163);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(42312);















/**
 * `add --out` and `add --to-remote`: content from elsewhere is tracked at a path of the project. It is gathered in a folder
 * of its own first; killed before the end, the project knows nothing of it.
 */
async function addFromElsewhere(context, options) {
    return (0,_workspace_js__WEBPACK_IMPORTED_MODULE_13__/* .changeWorkspace */ .ub)(context, "add", async (workspace, access) => {
        const path = destination(context, workspace, options);
        await refuseTracked(workspace, path);
        await access.check({ read: [], write: [(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, path)] });
        const written = new Set();
        const gathered = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_13__/* .notesFolder */ .w4)(workspace.root), `elsewhere-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}`);
        const content = await (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .exclusively */ .G6)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_13__/* .notesFolder */ .w4)(workspace.root), "lock"), process.pid, async () => {
            try {
                return await take(context, workspace, { ...options, path, gathered, written });
            }
            finally {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(gathered, { recursive: true, force: true });
            }
        });
        const staged = await (0,_autostage_js__WEBPACK_IMPORTED_MODULE_9__/* .stageInGit */ .Q)(workspace, written);
        await workspace.state.save();
        const row = (0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .addedRow */ .jm)({ path, file: `${path}.dvc`, content, before: null });
        return { answer: "yes", document: { schema: "mainline.add/1", added: [row], ...(staged ? { staged: true } : {}) } };
    });
}
async function take(context, workspace, taking) {
    const { root } = workspace;
    const { path, gathered, written } = taking;
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(gathered, "data");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(gathered, { recursive: true });
    await bring(context, workspace, { source: taking.source, to: here });
    const relpath = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, here);
    const seen = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_11__/* .observeWorkspace */ .WI)({ ...workspace, ignore: { ignored: () => false, key: "elsewhere" } }).content(relpath, "md5");
    if (seen === null)
        throw nothingThere(taking.source);
    const { isexec: _, ...content } = seen;
    const cache = taking.toRemote ? new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .Cache */ .l2((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(gathered, "cache")) : workspace.cache;
    const shelf = { ...(0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .shelfOf */ .qR)(workspace), cache, rulesFor: () => ({ ignored: () => false, key: "elsewhere" }) };
    await (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .store */ .M_)(relpath, content, shelf);
    if (taking.toRemote)
        await send(workspace, cache, { ...taking, content });
    else {
        await (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .place */ .ik)(path, content, (0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .shelfOf */ .qR)(workspace));
        await (0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .ignoreData */ .Z1)(workspace, path, written);
        await (0,_placed_js__WEBPACK_IMPORTED_MODULE_12__/* .rememberPlaced */ .fA)(workspace, [path]);
    }
    await (0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .writeDotDvc */ .mD)(workspace, { file: `${path}.dvc`, record: (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_5__/* .recorded */ .t2)((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path), content), written });
    return content;
}
async function send(workspace, cache, { remote, jobs, content }) {
    const to = await workspace.remote(remote);
    const { failed } = await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .push */ .VC)([content], { cache, remote: to, ...(jobs === null ? {} : { jobs }) });
    const [first] = failed;
    if (first === undefined)
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .infrastructure */ .Sv)("push-failed", `${failed.length} objects could not be sent to ${to.name}: ${first.reason}`, {
        hint: "nothing was recorded; the same command again goes on from there",
    });
}
async function bring(context, workspace, { source, to }) {
    if ((0,_externals_js__WEBPACK_IMPORTED_MODULE_10__/* .isAddress */ .PW)(source))
        return (0,_externals_js__WEBPACK_IMPORTED_MODULE_10__/* .bringExternal */ .yq)(context, workspace, { external: { url: source, remote: null }, to });
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(context.cwd, source);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(from, { throwIfNoEntry: false }) === undefined)
        throw nothingThere(source);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.cp)(from, to, { recursive: true, dereference: true });
}
/** Failure `in-the-way` where something is there already. */
function destination({ cwd }, workspace, options) {
    const { source, out, toRemote, force } = options;
    const name = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(source.replace(/[?#].*$/, "").replace(/\/+$/, ""));
    const named = out ?? name;
    const folder = out !== null && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(cwd, out), { throwIfNoEntry: false })?.isDirectory() === true;
    const absolute = folder ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(cwd, out), name) : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(cwd, named);
    const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(absolute) ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(workspace.root, absolute) : absolute);
    if ((0,_plan_index_js__WEBPACK_IMPORTED_MODULE_5__/* .isOutside */ ._K)(path) || path === ".") {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("outside", `${named} is not inside the project`, {
            found: path,
            expected: "a path below the DVC root",
        });
    }
    const taken = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(absolute, { throwIfNoEntry: false }) !== undefined && !(toRemote && out === null);
    if (!taken || force)
        return path;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("in-the-way", `${path} exists already`, {
        at: { file: path },
        hint: "another --out, or --force to replace it",
    });
}
/** What `add` would refuse for a path is refused here, too, though nothing may be there yet. */
async function refuseTracked(workspace, path) {
    const known = workspace.project.stages.find(({ file }) => file === `${path}.dvc`);
    if (known !== undefined)
        return;
    const target = await (0,_targets_js__WEBPACK_IMPORTED_MODULE_14__/* .addTarget */ .z)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, path), { absent: true });
    if (target.known === null)
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("overlapping-outputs", `${path} lies in what ${target.known.stage.address} tracks`, {
        at: target.known.out.place,
        hint: "another --out",
    });
}
function nothingThere(source) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("file-not-found", `${source} does not exist`, {
        found: "nothing there",
        expected: "a file or folder, or an http(s) address",
        hint: "paths count from the folder that you are in",
    });
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

/***/ 81596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ entryFormat)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94738);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84917);


/** Entries of the run cache: a lock entry as YAML, without schema and name. */
const entryFormat = {
    toValue: _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce,
    toText: (entry) => (0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .emitYaml */ .h2)((0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce)(entry)),
    fromText: (text, file) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLockEntry */ .zT)((0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .hN)(text, file)),
};


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
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94738);
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

/***/ 83181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ refuseOutside)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);



/**
 * Refuses outputs that would be placed outside of the project, by `../`, by an absolute path, or through a symbolic link
 * to a folder: a manifest from somebody else's branch must not choose what is overwritten on this machine. What DVC does
 * not cache (`cache: false`) is the command's own affair, as for DVC. Failures `output-outside`.
 */
function refuseOutside(project, root) {
    const folders = new Map();
    const failures = [];
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            if (!out.cache || out.at === null)
                continue;
            if (!(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(out.at, "."))
                failures.push(outside(stage, out, "lies outside the project"));
            else if (leadsOut((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parentOf */ .gN)(out.at), root, folders)) {
                failures.push(outside(stage, out, "leads out of the project through a symbolic link"));
            }
        }
    }
    if (failures.length > 0)
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .together */ .bs)(failures);
}
/** Judged folder by folder from the top, each once: only links can lead anywhere else. */
function leadsOut(folder, root, known) {
    if (folder === ".")
        return false;
    const found = known.get(folder) ?? (leadsOut((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parentOf */ .gN)(folder), root, known) || isLinkOut((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), root));
    known.set(folder, found);
    return found;
}
function isLinkOut(folder, root) {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
            return false;
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
        return real !== root && !real.startsWith(`${root}/`);
    }
    catch {
        // A link that leads nowhere, or a file where a folder is to be: nothing can be placed through it.
        return false;
    }
}
function outside(stage, out, words) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("output-outside", `output \`${out.path}\` of \`${stage.address}\` ${words}`, {
        at: out.place,
        found: (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(out.at ?? out.path),
        expected: "a path in the project",
        hint: "let the command write below the project; an output elsewhere only with `cache: false`",
    });
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

/***/ 41805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ surroundingsOf),
/* harmony export */   bl: () => (/* binding */ remoteConfig),
/* harmony export */   e1: () => (/* binding */ remoteOf),
/* harmony export */   vP: () => (/* binding */ openConfigured)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84917);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68511);




/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
async function remoteOf(context, config, name) {
    return openConfigured(context, remoteConfig(config, name ?? config.defaultRemote));
}
function openConfigured(context, config) {
    return (0,_store_index_js__WEBPACK_IMPORTED_MODULE_3__/* .openRemote */ .d3)(config, surroundingsOf(context));
}
function surroundingsOf({ machine, clock, progress, signal, writeOnce = false, budget, }) {
    return {
        home: machine.home,
        variables: machine.variables,
        clock,
        chance: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(2 ** 32) / 2 ** 32,
        warn: (line) => progress.warn(line),
        signal,
        writeOnce,
        ...(budget === undefined ? {} : { budget }),
    };
}
/** Failures `no-remote`, `unknown-remote`. */
function remoteConfig({ remotes }, name) {
    if (name === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("no-remote", "the project has no default remote", {
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
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-remote", `there is no remote \`${name}\``, {
        at: { file: ".dvc/config" },
        found: name,
        expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(name, names) ?? `${known}dvc remote add ${name} URL makes one`,
    });
}


/***/ }),

/***/ 73793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ tellVersions),
/* harmony export */   t: () => (/* binding */ refusePush)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94738);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50443);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68511);



/** Tells a cloud-versioned remote what these projects say of it; any other remote knows for itself. */
function tellVersions(remote, projects) {
    if (!(remote instanceof _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .VersionedRemote */ .Ws))
        return remote;
    const places = [];
    const directories = [];
    for (const { record, at } of projects.flatMap(recordsOf)) {
        const files = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionedFiles */ .Vk)(record);
        for (const { oid, relpath, versions } of files) {
            const version = versions.get(remote.name);
            const key = relpath === "" ? at : `${at}/${relpath}`;
            if (version !== undefined)
                places.push([oid, { key, version }]);
        }
        const listed = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listedDirectory */ .P8)(record.extra?.get("files"));
        if (listed === null)
            continue;
        const whole = files.every(({ versions }) => versions.has(remote.name));
        directories.push([listed.oid, { listing: Buffer.from(listed.listing), whole }]);
    }
    remote.know(places, directories);
    return remote;
}
function recordsOf({ stages }) {
    return stages.flatMap((stage) => stage.outs.flatMap((out) => {
        const record = out.at === null ? null : (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOfOutput */ .Id)(stage, out);
        return record === null || out.at === null ? [] : [{ record, at: out.at }];
    }));
}
/** Refuses at once to send what only DVC can send; what lies there already needs no sending. */
async function refusePush(remote, objects) {
    if (!(remote instanceof _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .VersionedRemote */ .Ws))
        return;
    const there = await remote.has(objects.map(({ oid }) => oid));
    if (objects.some(({ oid }) => !there.has(oid)))
        throw (0,_store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .notPushable */ .cm)(remote.name);
}


/***/ }),

/***/ 93163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ gitEye),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   bp: () => (/* binding */ openCache),
/* harmony export */   t9: () => (/* binding */ projectAt),
/* harmony export */   ub: () => (/* binding */ changeWorkspace),
/* harmony export */   w4: () => (/* binding */ notesFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22712);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71496);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94738);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56806);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68511);
/* harmony import */ var _entry_format_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81596);
/* harmony import */ var _outside_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(83181);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41805);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(73793);












/** Where our own notes about a project lie; below `.dvc/tmp`, which DVC keeps out of git. */
function notesFolder(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ".dvc", "tmp", "mainline");
}
async function openWorkspace(context) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(context.cwd));
    const config = await configOf(context, root);
    const git = config.noScm ? null : await _git_index_js__WEBPACK_IMPORTED_MODULE_3__.Git.find(root);
    const home = git === null ? root : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(git.root);
    const below = git === null ? "." : (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(home, root));
    const tree = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .workspaceTree */ .OX)(root, context.confined === true ? home : null);
    const eye = git === null ? null : gitEye(git, below);
    const project = await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProject */ .gi)(tree, eye === null ? { config, root } : { config, root, gitIgnored: eye.ignored });
    (0,_outside_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseOutside */ .g)(project, root);
    return {
        root,
        below,
        here: (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(context.cwd))),
        git,
        config,
        tree,
        ignore: project.ignore,
        project,
        cache: new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .Cache */ .l2(config.cacheDir, sharing(config)),
        runCache: new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .RunCache */ .CY(config.cacheDir, _entry_format_js__WEBPACK_IMPORTED_MODULE_8__/* .entryFormat */ .m, sharing(config)),
        state: await _digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HashState */ .SF.open(notesFolder(root)),
        remote: async (name) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_11__/* .tellVersions */ .f)(await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_10__/* .remoteOf */ .e1)(context, config, name), [project]),
    };
}
/** The cache of the project that a folder belongs to, without a look at the project itself: its files may be in the middle of a merge. */
async function openCache(context, folder) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(folder));
    const config = await configOf(context, root);
    return new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .Cache */ .l2(config.cacheDir, sharing(config));
}
/** `cache.shared = group`. */
function sharing({ sections }) {
    return { shared: sections.get("cache")?.get("shared") === "group" };
}
function configOf({ machine }, root) {
    const { home, systemConfigDir, globalConfigDir } = machine;
    return (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadConfig */ .Z9)({ root, home, systemDir: systemConfigDir, globalDir: globalConfigDir });
}
/** Opens a project to change it: under DVC's own lock, so that what was read stays true. `command` is how others are told of us. */
async function changeWorkspace(context, command, work) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(context.cwd));
    const { clock, progress, signal } = context;
    const hardLinks = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .isOn */ .Mp)(await configOf(context, root), "core", "hardlink_lock");
    const place = { root, command: `mainline ${command}`, pid: process.pid, clock, progress, signal, hardLinks };
    return (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .lockedProject */ .yC)(place, async (access) => {
        const workspace = await openWorkspace(context);
        try {
            return await work(workspace, access);
        }
        finally {
            workspace.git?.close();
        }
    });
}
/** What DVC's files said at a revision. */
async function projectAt({ git, below, config, root }, rev) {
    if (git === null)
        throw new Error("a revision was asked of a project without git");
    const commit = await git.resolve(rev);
    const tree = git.treeAt(commit, below);
    return { commit, tree, project: await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProject */ .gi)(tree, { config, root }) };
}
/** Git's answers for paths relative to the DVC root. */
function gitEye(git, below) {
    const asked = async (paths, ask) => {
        const found = await ask(paths.map((path) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(below, path)));
        const prefix = below === "." ? "" : `${below}/`;
        return new Set([...found].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)));
    };
    return {
        top: git.root,
        indexFile: git.indexFile,
        ignored: (paths) => asked(paths, (full) => git.ignored(full)),
        tracked: (paths) => asked(paths, (full) => git.tracked(full)),
    };
}


/***/ })

};
