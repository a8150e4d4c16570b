export const id = 8806;
export const ids = [8806];
export const modules = {

/***/ 96425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hold: () => (/* binding */ hold)
/* harmony export */ });
/* unused harmony export holdAt */
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45315);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53348);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39525);






/** How often it is tried again because somebody else was faster. */
const TRIES = 3;
/**
 * Puts an environment on hold, or ends that: what it has is assigned to it once more, with a word about it or without. Nothing
 * is deployed, and the time that it has run does not begin anew.
 */
async function hold(context, options) {
    return holdAt(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_2__/* .openSite */ .c2)(context, options), options);
}
/** The same where the record is open already. */
async function holdAt(site, options) {
    (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_4__/* .knownModel */ .t)(site, options.model);
    for (let tries = 0; tries < TRIES; tries++) {
        const document = await written(site, options);
        if (document !== null) {
            await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_3__/* .publishStanding */ .w)(site, options.model);
            return { answer: "yes", document };
        }
        await site.ledger.refresh();
    }
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .infrastructure */ .Sv)("environment-contended", `${options.environment} was changed by somebody else while we worked`, {
        hint: "see `mainline status`, then run again",
    });
}
/** Null when somebody else was faster. */
async function written(site, options) {
    const { model, holds } = options;
    const state = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(site, model);
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_4__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const { version, assignment, hold: standing, digest, image, name } = environment;
    if (version === null || assignment === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("nothing-to-hold", `there is no version of ${model} in ${name}`, {
            hint: `a hold keeps what an environment has: \`mainline promote ${model} ${name}\` brings something there first`,
        });
    }
    const words = holds ? wordsOf(site, options) : null;
    const about = { schema: `mainline.${holds ? "hold" : "unhold"}/1`, plan: site.plan, model, version };
    const asItIs = holds ? standing !== null && standing.reason === words : standing === null;
    if (asItIs)
        return { ...about, environment: name, outcome: "kept", hold: standing?.reason ?? null, tag: null };
    const where = image ?? (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, version));
    const trailers = {
        ...(where === null ? {} : { image: where }),
        ...(digest === null ? {} : { digest }),
        ...(words === null ? {} : { hold: words }),
        ...(options.reason === null ? {} : { reason: options.reason }),
        ...(site.by === null ? {} : { by: site.by }),
    };
    const done = await site.ledger.assign({
        model,
        environment: name,
        commit: assignment.commit,
        summary: `${holds ? "Hold" : "End the hold of"} ${model} ${version} in ${name}`,
        declared: null,
        trailers,
    });
    if (done.kind === "lost")
        return null;
    const outcome = site.plan ? "planned" : holds ? "held" : "released";
    return { ...about, environment: name, outcome, hold: words, tag: site.plan ? null : done.tag };
}
function wordsOf({ by }, { reason }) {
    const words = by === null ? "put on hold" : `put on hold by ${by}`;
    return reason === null ? words : `${words}: ${reason}`;
}


/***/ })

};
