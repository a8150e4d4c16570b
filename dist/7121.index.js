export const id = 7121;
export const ids = [7121];
export const modules = {

/***/ 57121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeDriver: () => (/* binding */ mergeDriver)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22712);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12226);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2087);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93163);







/** Merges a dvc.lock or a .dvc file for git. Answer "no" when conflicts are left, which stand in the file as git writes them. */
async function mergeDriver(context, { files, path, markerSize }) {
    const at = {
        base: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, files.base),
        ours: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, files.ours),
        theirs: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, files.theirs),
    };
    const texts = { base: await textAt(at.base), ours: await textAt(at.ours), theirs: await textAt(at.theirs) };
    const done = (await merged(context, texts, { path, markerSize })) ?? (await byLines(context, at, markerSize));
    if (done.text !== texts.ours)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(at.ours, done.text);
    const { by, taken, conflicts } = done;
    return {
        answer: conflicts.length > 0 ? "no" : "yes",
        document: { schema: "mainline.merge-driver/1", path, by, taken, conflicts },
    };
}
/** Null for what only lines can settle: a file that does not parse, or that changed in other ways than its kind does. */
async function merged(context, texts, { path, markerSize }) {
    const name = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path);
    if (name !== "dvc.lock" && !name.endsWith(".dvc"))
        throw notOurs(path);
    try {
        if (name !== "dvc.lock")
            return await byFiles(await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .openCache */ .bp)(context, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, path))), texts);
        const merge = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .mergeLocks */ .t0)(texts, markerSize);
        return merge === null ? null : { by: "stages", ...merge };
    }
    catch (cause) {
        if (cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR && cause.kind === "input")
            return null;
        throw cause;
    }
}
async function byFiles(cache, texts) {
    const taken = [];
    const text = await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .mergeDotDvc */ .Pf)(texts, (sides) => mergeDirectory(cache, sides, taken));
    return text === null ? null : { by: "files", text, taken, conflicts: [] };
}
/** Null when a listing is not here, when one file was changed on both sides, or when the two cannot stand side by side. */
async function mergeDirectory(cache, { base, ours, theirs }, taken) {
    const [before, here, there] = await Promise.all([base, ours, theirs].map((side) => filesOf(cache, side)));
    if (before == null || here == null || there == null)
        return null;
    const { files } = (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeListings */ .WF)({ base: before, ours: here, theirs: there });
    if (files === null)
        return null;
    const listing = (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryListing */ .E3)(files);
    const bytes = Buffer.from(listing.text);
    // a file of one side may stand where the other has a folder
    if ((0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseListing */ ._S)(bytes) === null)
        return null;
    const known = new Set(here.map(key));
    taken.push(...files.filter((file) => !known.has(key(file))).map(({ relpath }) => relpath));
    await cache.addBytes(bytes, listing.oid);
    const { size: _size, nfiles: _nfiles, ...rest } = ours;
    const size = sizeOf({ base, ours, theirs }, { before, here, there });
    return { ...rest, oid: listing.oid, nfiles: BigInt(files.length), ...(size === null ? {} : { size }) };
}
function filesOf(cache, { oid, hash }) {
    return oid === null || !(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .isDirectoryOid */ .ie)(oid) || hash !== "md5" ? Promise.resolve(null) : cache.readListing(oid, hash);
}
/**
 * Listings tell no sizes: what each side changed adds up, unless both made the same change, which would count twice. Then the
 * size is left out, as DVC leaves it out where it does not know it.
 */
function sizeOf({ base, ours, theirs }, { before, here, there }) {
    const was = new Set(before.map(key));
    const [fresh, added] = [here.map(key).filter(isNew), new Set(there.map(key).filter(isNew))];
    const [kept, left] = [new Set(here.map(key)), new Set(there.map(key))];
    const alike = fresh.some((file) => added.has(file)) || [...was].some((file) => !kept.has(file) && !left.has(file));
    if (alike || base.size === undefined || ours.size === undefined || theirs.size === undefined)
        return null;
    return ours.size + theirs.size - base.size;
    function isNew(file) {
        return !was.has(file);
    }
}
function key({ relpath, oid }) {
    return `${oid} ${relpath}`;
}
async function byLines({ cwd }, files, markerSize) {
    const { text, conflicts } = await (0,_git_index_js__WEBPACK_IMPORTED_MODULE_3__/* .mergeText */ .oZ)(cwd, files, markerSize);
    return { by: "lines", text, taken: [], conflicts: Array.from({ length: conflicts }, (_, n) => `conflict ${n + 1}`) };
}
async function textAt(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    }
    catch (cause) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("merge-file-missing", `${file} cannot be read`, {
            found: cause instanceof Error ? cause.message : String(cause),
            expected: "the three files that git hands to a merge driver",
            hint: "let git call it: `git config merge.mainline.driver 'mainline merge-driver %O %A %B %P --marker-size %L'`",
            cause,
        });
    }
}
function notOurs(path) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("merge-not-ours", `${path} is no file that mainline merges`, {
        found: path,
        expected: "a dvc.lock or a .dvc file",
        hint: "name those alone in .gitattributes: `dvc.lock merge=mainline` and `*.dvc merge=mainline`",
    });
}


/***/ })

};
