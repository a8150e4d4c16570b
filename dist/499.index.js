export const id = 499;
export const ids = [499];
export const modules = {

/***/ 8499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diff: () => (/* binding */ diff)
/* harmony export */ });
/* harmony import */ var _sides_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7646);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1796);


/** Metrics, parameters and data between two revisions, or a revision and the workspace. */
async function diff(context, options) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .openWorkspace */ .OH)(context);
    if (await hasNoCommits(workspace))
        return { answer: "yes", document: nothingCommitted };
    const base = await (0,_sides_js__WEBPACK_IMPORTED_MODULE_0__/* .openSide */ .O)(workspace, options.base ?? "HEAD");
    const head = await (0,_sides_js__WEBPACK_IMPORTED_MODULE_0__/* .openSide */ .O)(workspace, options.head);
    return { answer: "yes", document: await (0,_sides_js__WEBPACK_IMPORTED_MODULE_0__/* .diffSides */ .u)(base, head, options.all) };
}
async function hasNoCommits({ git }) {
    return git !== null && (await git.tryResolve("HEAD")) === null;
}
const nothingCommitted = {
    schema: "mainline.diff/1",
    base: { name: "HEAD", commit: null },
    head: { name: "workspace", commit: null },
    metrics: [],
    params: [],
    data: [],
    warnings: ["the repository has no commit yet: there is nothing to compare with"],
};


/***/ }),

/***/ 7646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openSide),
/* harmony export */   u: () => (/* binding */ diffSides)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(703);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4422);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8015);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(890);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1796);







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
