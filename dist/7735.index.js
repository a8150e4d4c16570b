export const id = 7735;
export const ids = [7735];
export const modules = {

/***/ 37735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hideSecret: () => (/* binding */ hideSecret),
/* harmony export */   tellRunner: () => (/* binding */ tellRunner)
/* harmony export */ });
/** The runner's toolkit is loaded when something is to be said: most of a job's time it is not needed. */
async function hideSecret(secret) {
    const core = await __webpack_require__.e(/* import() */ 1755).then(__webpack_require__.bind(__webpack_require__, 41755));
    core.setSecret(secret);
}
/** Hands outputs, summary and annotations to the runner. */
async function tellRunner({ outputs, summary, annotations }) {
    const core = await __webpack_require__.e(/* import() */ 1755).then(__webpack_require__.bind(__webpack_require__, 41755));
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
    for (const annotation of annotations)
        annotate(core, annotation);
    if ((process.env["GITHUB_STEP_SUMMARY"] ?? "") !== "")
        await core.summary.addRaw(summary).write();
}
const LEVELS = { failure: "error", warning: "warning", notice: "notice" };
function annotate(core, { path, startLine, endLine, ...rest }) {
    core[LEVELS[rest.level]](rest.message, {
        file: path,
        startLine,
        endLine,
        ...(rest.title === undefined ? {} : { title: rest.title }),
    });
}


/***/ })

};
