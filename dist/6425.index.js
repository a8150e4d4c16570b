export const id = 6425;
export const ids = [6425,8806];
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


/***/ }),

/***/ 45315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ publishStanding)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39525);



const NEWEST_MARKS = 20;
/** Others may assign while we send. */
const TRIES = 5;
/**
 * Sends the tags that stand (each environment's assignment and its version, the newest marks) to the remote, which has them
 * already unless a run was told to keep them here.
 */
async function publishStanding(site, model) {
    for (let left = TRIES; left > 0; left--) {
        if (await site.ledger.publish(model, standing(site, model)))
            return;
    }
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .infrastructure */ .Sv)("environment-contended", `${model} was assigned by others ${TRIES} times while we sent tags`, {
        hint: "see `mainline status`, then run again",
    });
}
function standing(site, model) {
    const { history, environments, marks } = (0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(site, model);
    const latest = history.latest?.registration?.tag.name;
    const assigned = environments.flatMap(({ assignment, version }) => [
        assignment?.entry.tag.name,
        version === null ? undefined : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(history, version)?.registration?.tag.name,
    ]);
    const marked = marks.slice(-NEWEST_MARKS).map(({ tag }) => tag);
    return [...new Set([latest, ...assigned, ...marked])].filter((name) => name !== undefined);
}


/***/ }),

/***/ 53348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ knownModel),
/* harmony export */   u: () => (/* binding */ configuredEnvironment)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60944);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84917);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39525);





/** The model's state. Failure `unknown-model` when neither a tag nor mainline.yaml names it. */
function knownModel(site, model) {
    const histories = site.ledger.histories();
    if (histories.has(model) || site.config.models.has(model)) {
        return (0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(site, model);
    }
    const known = [...new Set([...site.config.models.keys(), ...histories.keys()])];
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("unknown-model", `there is no model \`${model}\` here`, {
        found: model,
        expected: known.length === 0 ? "a model in mainline.yaml" : `one of ${known.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_3__.didYouMean)(model, known) ??
            (known.length === 0 ? `write models.${model} in mainline.yaml` : `the models are ${known.join(", ")}`),
    });
}
/** An environment that can be deployed to. Failure `unknown-environment`. */
function configuredEnvironment(site, state, name) {
    const found = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(state, name);
    if (found !== null && found.config !== null)
        return found;
    const elsewhere = site.config.environments.get(name);
    const known = [...(0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentsFor */ .SL)(site.config, state.model).keys()];
    if (elsewhere !== undefined) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("unknown-environment", `${state.model} does not come to ${name}`, {
            at: elsewhere.at,
            found: `models: [${(0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .modelsFor */ .u5)(site.config, elsewhere).join(", ")}]`,
            expected: known.length === 0 ? "an environment that takes it" : `one of ${known.join(", ")}`,
            hint: `add ${state.model} to environments.${name}.models in mainline.yaml`,
        });
    }
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
        found: name,
        expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_3__.didYouMean)(name, known) ?? `write environments.${name} with its \`deploy\` in mainline.yaml`,
    });
}


/***/ })

};
