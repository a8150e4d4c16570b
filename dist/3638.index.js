export const id = 3638;
export const ids = [3638];
export const modules = {

/***/ 3638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bugTold: () => (/* binding */ bugTold),
/* harmony export */   failureTold: () => (/* binding */ failureTold),
/* harmony export */   outcomeTold: () => (/* binding */ outcomeTold)
/* harmony export */ });
/* unused harmony export OUTPUTS */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _claim_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40608);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6877);




/** The action's outputs, as action.yml names them. */
const OUTPUTS = (/* unused pure expression or super */ null && ([
    "verdict",
    "stale",
    "run-elsewhere",
    "command",
    "report",
    "report-json",
    "said",
    "version",
    "digest",
    "check-url",
    "comment-url",
]));
/** Writes the document into the job's temporary folder and puts everything else into words. */
async function outcomeTold(outcome, temp) {
    const { result, said, check, comment, runElsewhere, waiting = "" } = outcome;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, "mainline-report.json");
    const { document } = outcome;
    // a stage may have left something by that name, a link to somewhere else for one
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true, recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, isClaim(document) ? (0,_claim_index_js__WEBPACK_IMPORTED_MODULE_2__/* .writeClaim */ .qG)(document) : (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.writeJson)(document), { flag: "wx" });
    const report = isReport(result) ? result : null;
    const text = result === null ? `${said}\n` : (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.renderText)(result, _report_index_js__WEBPACK_IMPORTED_MODULE_3__.plainStyle);
    return {
        text,
        summary: report === null ? fenced(text) : (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.summaryOf)(report),
        outputs: {
            verdict: report === null ? (outcome.answer === "yes" ? "passed" : "failed") : (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.headlineOf)(report).verdict,
            stale: String(staleCount(result)),
            "run-elsewhere": String(runElsewhere),
            command: waiting,
            report: path,
            "report-json": report === null ? "" : path,
            said,
            ...releasedOutputs(result),
            "check-url": check?.url ?? "",
            "comment-url": comment?.url ?? "",
        },
        annotations: report === null ? [] : (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.checkOf)(report).annotations,
    };
}
function failureTold(failure) {
    return {
        text: (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.failureText)(failure, _report_index_js__WEBPACK_IMPORTED_MODULE_3__.plainStyle),
        summary: `## ❌ Mainline\n\n${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.renderFailureCheck)(failure).summary}\n`,
        outputs: { verdict: "failed", said: failure.message },
        annotations: (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.failureAnnotations)(failure),
    };
}
/** A mistake of ours, said as one. */
function bugTold(error) {
    const text = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.renderText)((0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__.internalError)(error), _report_index_js__WEBPACK_IMPORTED_MODULE_3__.plainStyle);
    return {
        text,
        summary: fenced(text),
        outputs: { verdict: "failed", said: "Mainline itself failed" },
        annotations: [],
    };
}
function isReport(document) {
    return document?.schema === "mainline.report/1" || document?.schema === "mainline.projects/1";
}
function isClaim(document) {
    return document.schema === "mainline.claim/1";
}
function staleCount(document) {
    return plansOf(document)
        .flatMap(({ stages }) => stages)
        .filter(({ action }) => action === "run" || action === "maybe").length;
}
function plansOf(document) {
    if (isPlan(document))
        return [document];
    if (!isReport(document))
        return [];
    return document.schema === "mainline.report/1"
        ? [document.plan]
        : document.projects.flatMap((project) => ("report" in project ? [project.report.plan] : []));
}
function isPlan(document) {
    return document?.schema === "mainline.plan/1";
}
/** Of a release of one model. */
function releasedOutputs(document) {
    if (document?.schema !== "mainline.release/1")
        return {};
    const [model] = document.models;
    return { version: model?.version ?? "", digest: model?.digest ?? "" };
}
/** Text in a block that nothing in it can end. */
function fenced(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}text\n${text.trimEnd()}\n${fence}\n`;
}


/***/ })

};
