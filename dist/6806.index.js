export const id = 6806;
export const ids = [6806];
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
