export const id = 1128;
export const ids = [1128,8718];
export const modules = {

/***/ 18718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   p$: () => (/* binding */ usualVersion),
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* unused harmony export promoteAt */
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_act_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(300);
/* harmony import */ var _release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37799);
/* harmony import */ var _release_decide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77738);
/* harmony import */ var _release_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10124);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45315);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53348);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(39525);










/** Brings a version into an environment because a person says so. Answer "no" when policy forbids it or the deploy fails. */
async function promote(context, options) {
    return promoteAt((0,_release_images_js__WEBPACK_IMPORTED_MODULE_5__/* .withImages */ .n)(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_6__/* .openSite */ .c2)(context, options), options.know), options);
}
/** The same where the record is open already. */
async function promoteAt(site, options) {
    const state = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_8__/* .knownModel */ .t)(site, options.model);
    const version = options.version === null ? usualVersion(site, state, options.environment) : named(state, options.version);
    const move = await settle(() => decideAndAct(site, options, version.version), options.environment);
    await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_7__/* .publishStanding */ .w)(site, options.model);
    const fine = ["deployed", "kept", "planned"].includes(move.outcome) && !(0,_release_act_js__WEBPACK_IMPORTED_MODULE_2__/* .isHopeless */ .cs)(move);
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
    const state = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L4)(site, options.model);
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_8__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const version = named(state, name);
    const about = { model: options.model, environment, version, declared: null };
    const { decision, approvals } = await (0,_release_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .decideNow */ .r)(site, {
        model: options.model,
        environment: options.environment,
        version,
        asked: options.force ? "force" : "explicit",
        ...(options.asked === undefined ? {} : { askedAt: options.asked }),
        breaksFreeze: options.breakFreeze !== null,
    });
    const { predicates } = decision;
    const rejected = state.rejections.has(version.version);
    if (environment.version === version.version && environment.hold === null && !rejected) {
        return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .keepUp */ .bD)(site, { ...about, predicates, reason: "" });
    }
    if (!decision.allow)
        return (0,_release_act_js__WEBPACK_IMPORTED_MODULE_2__/* .waiting */ .eg)(about, decision);
    const reason = reasonOf(options, predicates);
    const trailers = {
        ...(rejected ? { lifts: version.version } : {}),
        ...(0,_release_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .approvedTrailer */ .J)(approvals),
        ...(reason === "" ? {} : { reason }),
    };
    return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .carryOut */ .u0)(site, { ...about, action: "deploy", trailers, predicates, reason });
}
/** What the environment before holds; the latest version where there is none before. */
function usualVersion(site, state, name) {
    const { config } = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_8__/* .configuredEnvironment */ .u)(site, state, name);
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
/** For the record: why, and what was passed over. */
function reasonOf({ reason, force, breakFreeze }, predicates) {
    const waived = predicates.filter((predicate) => predicate.waived);
    const frozen = waived.some(({ name }) => name === "freeze") && breakFreeze !== null;
    const passed = waived.map((predicate) => predicate.reason).join("; ");
    const parts = [
        reason ?? "",
        frozen ? `breaking the freeze: ${breakFreeze}` : "",
        passed === "" ? "" : `${force ? "forced past" : "passing over"}: ${passed}`,
    ];
    return parts.filter((part) => part !== "").join(" · ");
}


/***/ }),

/***/ 71128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* unused harmony export rollbackAt */
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _promote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18718);
/* harmony import */ var _release_act_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(300);
/* harmony import */ var _release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37799);
/* harmony import */ var _release_images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10124);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45315);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(53348);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39525);









/** Brings an earlier version back, rejects the present one and holds automation. Answer "no" when there is none, or it fails. */
async function rollback(context, options) {
    return rollbackAt((0,_release_images_js__WEBPACK_IMPORTED_MODULE_4__/* .withImages */ .n)(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_5__/* .openSite */ .c2)(context, options), options.know), options);
}
/** The same where the record is open already. */
async function rollbackAt(site, options) {
    const state = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .knownModel */ .t)(site, options.model);
    const target = targetOf(site, state, options);
    const { model } = options;
    const image = target === null ? null : ((await site.images?.ready(site, { model, version: target })) ?? null);
    const move = target === null
        ? await nothingEarlier(site, state, options)
        : await (0,_promote_js__WEBPACK_IMPORTED_MODULE_1__/* .settle */ .G9)(() => bringBack(site, options, target.version), options.environment);
    await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_6__/* .publishStanding */ .w)(site, options.model);
    return {
        answer: target === null || move.outcome === "waits" || !(0,_release_act_js__WEBPACK_IMPORTED_MODULE_2__/* .isFine */ .zn)(move) ? "no" : "yes",
        document: {
            schema: "mainline.rollback/1",
            plan: site.plan,
            model: options.model,
            digest: move.digest,
            move,
            rejects: move.rejects,
            holds: move.hold !== null,
            followsMain: movesByItself((0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .configuredEnvironment */ .u)(site, state, options.environment)),
            rebuilt: image?.state === "rebuilt",
        },
    };
}
/** Whether the main line's next version comes there without anybody asking. */
function movesByItself({ config }) {
    return config !== null && config.after === null && config.auto !== false;
}
function targetOf(site, state, options) {
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const { to, asked = null, force } = options;
    if (to !== null)
        return (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .explicitTarget */ .Id)(state, to, force);
    // neither a comment nor a workflow run, of which each says for itself whether it is another one
    const isByHand = asked === null && site.run === null;
    const isDone = (isByHand && (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .heldByRollback */ .R1)(environment)) ||
        (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .wasBroughtBackBy */ .zx)(environment, site.run) ||
        (asked !== null && (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .wasRolledBack */ .F1)(state, environment.name, asked));
    return isDone ? standing(state, environment) : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackTarget */ .es)(state, environment);
}
function standing(state, { version }) {
    return version === null ? null : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, version);
}
async function bringBack(site, options, name) {
    const state = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(site, options.model);
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const stands = environment.version === name;
    // what somebody rejected while we worked is not brought back, and the rejection not lifted
    const version = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .explicitTarget */ .Id)(state, name, options.force || stands);
    const about = { model: options.model, environment, version, predicates: [] };
    if (stands)
        return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .keepUp */ .bD)(site, { ...about, reason: alreadyBack(state, environment) });
    const left = environment.version;
    const words = `rolled back${left === null ? "" : ` from ${left}`}${site.by === null ? "" : ` by ${site.by}`}`;
    const hold = options.reason === null ? words : `${words}: ${options.reason}`;
    return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .carryOut */ .u0)(site, {
        ...about,
        action: "revert",
        declared: null,
        reason: hold,
        trailers: {
            hold,
            ...(left === null ? {} : { rejects: left }),
            ...(state.rejections.has(name) ? { lifts: name } : {}),
            ...(options.reason === null ? {} : { reason: options.reason }),
        },
    });
}
/** Why nothing is brought back, with the way further back. */
function alreadyBack(state, environment) {
    const left = environment.hold?.rejected ?? null;
    if (!(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .heldByRollback */ .R1)(environment) || left === null)
        return "";
    const further = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackTarget */ .es)(state, environment);
    const how = further === null ? "" : `; one further back is \`--to ${further.version}\``;
    return `${environment.name} was brought back from ${left} already${how}`;
}
/** A job that is run again finds nothing earlier, too: whoever was not told the first time is told what stands. */
async function nothingEarlier(site, state, options) {
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const version = standing(state, environment);
    if (version !== null)
        await (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .sayStanding */ .u2)(site, { model: options.model, environment, version });
    const rejected = [...state.rejections.keys()];
    const aside = rejected.length === 0 ? "" : ` (rejected: ${rejected.join(", ")})`;
    return {
        environment: options.environment,
        action: "keep",
        outcome: "kept",
        version: environment.version ?? "",
        previous: environment.version,
        digest: environment.digest,
        reason: `${options.environment} held no other version before that could come back${aside}`,
        predicates: [],
        at: null,
        url: null,
        seconds: null,
        tag: null,
        rejects: null,
        lifts: null,
        hold: environment.hold?.reason ?? null,
        log: [],
        restored: null,
        golden: null,
    };
}


/***/ })

};
