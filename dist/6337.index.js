export const id = 6337;
export const ids = [6337];
export const modules = {

/***/ 18718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ settle),
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* unused harmony export promoteAt */
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55991);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_carry_out_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10558);
/* harmony import */ var _release_health_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99032);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45315);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53348);







/** Brings a version into an environment because a person says so. Answer "no" when policy forbids it or the deploy fails. */
async function promote(context, options) {
    return promoteAt(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_4__/* .openSite */ .c2)(context, options), options);
}
/** The same where the record is open already. */
async function promoteAt(site, options) {
    const state = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .knownModel */ .t)(site, options.model);
    const version = options.version === null ? usualVersion(site, state, options) : named(state, options.version);
    const move = await settle(() => decideAndAct(site, options, version.version), options.environment);
    await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_5__/* .publishStanding */ .w)(site, options.model);
    const fine = ["deployed", "kept", "planned"].includes(move.outcome);
    return {
        answer: fine ? "yes" : "no",
        document: { schema: "mainline.promote/1", plan: site.plan, model: options.model, digest: move.digest, move },
    };
}
/** Until nobody else was faster. */
async function settle(act, name) {
    for (let tries = 0; tries < 3; tries++) {
        const done = await act();
        if (done !== "lost")
            return done;
    }
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .infrastructure */ .Sv)("environment-contended", `${name} was changed by somebody else three times while we worked`, {
        hint: "see `mainline status`, then run again",
    });
}
async function decideAndAct(site, options, name) {
    const state = site.ledger.state(options.model, site.config.environments);
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const version = named(state, name);
    const about = { model: options.model, environment, version, declared: null };
    const healthyUpstream = await upstreamHealth(site, options.model, environment);
    const decision = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .decidePromotion */ .g_)({
        state,
        environment,
        version,
        now: site.context.clock.now(),
        asked: options.force ? "force" : "explicit",
        ...(healthyUpstream === undefined ? {} : { healthyUpstream }),
    });
    const { predicates } = decision;
    const rejected = state.rejections.has(version.version);
    if (environment.version === version.version && environment.hold === null && !rejected) {
        return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_2__/* .keepUp */ .bD)(site, { ...about, predicates, reason: "" });
    }
    if (!decision.allow)
        return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_2__/* .waiting */ .eg)(about, decision);
    const waived = predicates.filter((predicate) => predicate.waived).map(({ reason }) => reason);
    const trailers = {
        ...(rejected ? { lifts: version.version } : {}),
        ...(waived.length === 0 && options.reason === null ? {} : { reason: reasonOf(options, waived) }),
    };
    return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_2__/* .carryOut */ .u0)(site, { ...about, action: "deploy", trailers, predicates, reason: trailers.reason ?? "" });
}
async function upstreamHealth(site, model, environment) {
    const config = environment.config;
    if (config === null || config.after === null || config.soakMs === 0)
        return undefined;
    return (0,_release_health_js__WEBPACK_IMPORTED_MODULE_3__/* .isHealthy */ .Wr)(site, model, config.after);
}
function usualVersion(site, state, { environment: name }) {
    const { config } = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .configuredEnvironment */ .u)(site, state, name);
    const before = config?.after ?? null;
    const version = before === null ? (state.history.latest?.version ?? null) : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(state, before)?.version;
    if (version !== null && version !== undefined)
        return named(state, version);
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("nothing-to-promote", `there is no version of ${state.model} to promote to ${name}`, {
        found: before === null ? "no released version" : `nothing in ${before}`,
        hint: before === null ? "mainline release" : `mainline promote ${state.model} ${before}`,
    });
}
/** A rejected version is found here and judged by the decision, which has more to say about it. */
function named(state, version) {
    const found = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .explicitTarget */ .Id)(state, version, true);
    if ((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(found) === null)
        throw new Error("a version without a digest was accepted");
    return found;
}
function reasonOf({ reason, force }, waived) {
    const passed = waived.length === 0 ? "" : `${force ? "forced past" : "passing over"}: ${waived.join("; ")}`;
    return [reason ?? "", passed].filter((part) => part !== "").join(" · ");
}


/***/ }),

/***/ 53348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ knownModel),
/* harmony export */   u: () => (/* binding */ configuredEnvironment)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55991);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8202);



/** The model's state. Failure `unknown-model` when neither a tag nor mainline.yaml names it. */
function knownModel(site, model) {
    const histories = site.ledger.histories();
    if (histories.has(model) || site.config.models.has(model)) {
        return site.ledger.state(model, site.config.environments);
    }
    const known = [...new Set([...site.config.models.keys(), ...histories.keys()])];
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-model", `there is no model \`${model}\` here`, {
        found: model,
        expected: known.length === 0 ? "a model in mainline.yaml" : `one of ${known.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(model, known) ??
            (known.length === 0 ? `write models.${model} in mainline.yaml` : `the models are ${known.join(", ")}`),
    });
}
/** An environment that can be deployed to. Failure `unknown-environment`. */
function configuredEnvironment(site, state, name) {
    const found = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(state, name);
    if (found !== null && found.config !== null)
        return found;
    const known = [...site.config.environments.keys()];
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
        found: name,
        expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
        hint: `write environments.${name} with its \`deploy\` in mainline.yaml`,
    });
}


/***/ })

};
