export const id = 337;
export const ids = [337,130];
export const modules = {

/***/ 1805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ remoteOf)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8015);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5010);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(449);



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

/***/ 8130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(625);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9516);
/* harmony import */ var _report_compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6356);
/* harmony import */ var _report_review_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1709);




/** What would be said about the workspace as a pull request. Answer "no" when a gate or a stage says no. Nothing is run. */
async function report(context, options) {
    const review = await (0,_report_review_js__WEBPACK_IMPORTED_MODULE_3__/* .openReview */ .p)(context, await baseOf(context, options));
    const { git } = review.workspace;
    try {
        const head = (await git?.tryResolve("HEAD")) ?? null;
        const clean = git !== null && head !== null && !(await git.isDirty());
        const document = await (0,_report_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .compose */ .Z)(context, review, {
            pull: null,
            base: review.base === null ? null : { name: options.base ?? "HEAD", commit: review.base.commit },
            head: { name: "workspace", commit: head ?? "" },
            run: null,
            notRun: null,
            merging: clean ? { rev: head, remote: null } : null,
            links: {},
            warnings: [],
        });
        return { answer: (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.pullHeadline)(document).verdict === "failed" ? "no" : "yes", document };
    }
    finally {
        git?.close();
    }
}
/** A repository without a commit has nothing to compare with. */
async function baseOf(context, { base }) {
    if (base !== null)
        return base;
    const git = await _git_index_js__WEBPACK_IMPORTED_MODULE_0__.Git.find(context.cwd);
    return (await git?.tryResolve("HEAD")) == null ? null : "HEAD";
}


/***/ })

};
