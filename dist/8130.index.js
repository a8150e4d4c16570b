export const id = 8130;
export const ids = [8130];
export const modules = {

/***/ 18130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71496);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6877);
/* harmony import */ var _report_compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31563);
/* harmony import */ var _report_review_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61709);




/** What would be said about the workspace as a pull request. Answer "no" when a gate, a stage or a golden request says no. No stage is run. */
async function report(context, options) {
    const review = await (0,_report_review_js__WEBPACK_IMPORTED_MODULE_3__/* .openReview */ .py)(context, await baseOf(context, options));
    const { git } = review.workspace;
    try {
        const head = (await git?.tryResolve("HEAD")) ?? null;
        const clean = git !== null && head !== null && !(await git.isDirty());
        const document = await (0,_report_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .compose */ .Z)(context, review, {
            pull: null,
            base: review.base === null ? null : { name: options.base ?? "HEAD", commit: review.base.commit, found: "asked" },
            head: { name: "workspace", commit: head ?? "" },
            run: null,
            notRun: null,
            merging: clean ? { rev: head, remote: null, mayStart: async () => options.golden } : null,
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
