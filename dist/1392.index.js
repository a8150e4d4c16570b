export const id = 1392;
export const ids = [1392];
export const modules = {

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


/***/ })

};
