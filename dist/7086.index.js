export const id = 7086;
export const ids = [7086,8718];
export const modules = {

/***/ 87086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   approve: () => (/* binding */ approve)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60944);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72752);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23768);
/* harmony import */ var _promote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18718);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45315);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53348);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39525);








/** Writes down that somebody says yes to a version's coming into an environment. Answer "no" where his yes does not count. */
async function approve(context, options) {
    const { model, by, mayApprove } = options;
    const site = await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_4__/* .openSite */ .c2)(context, { remote: options.remote, plan: false, by });
    const state = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .knownModel */ .t)(site, model);
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const version = options.version === null ? (0,_promote_js__WEBPACK_IMPORTED_MODULE_3__/* .usualVersion */ .p$)(site, state, environment.name) : (0,_promote_js__WEBPACK_IMPORTED_MODULE_3__/* .named */ .KT)(state, options.version);
    const policy = environment.config?.approve ?? null;
    const digest = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(version);
    const about = { model, environment: environment.name, version: version.version, digest, needed: policy?.count ?? 0 };
    const refused = (reason) => ({
        answer: "no",
        document: {
            schema: "mainline.approve/1",
            ...about,
            outcome: "refused",
            reason,
            note: "",
            approvals: [],
            tag: null,
        },
    });
    if (policy === null || digest === null)
        return refused(`${environment.name} waits for nobody's approval`);
    const before = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(state, environment.config?.after ?? "")?.since ?? null;
    if (options.version === null && options.at !== null && before !== null && before > options.at) {
        return refused(`${version.version} came there after you wrote: name the version that you mean`);
    }
    const from = environment.assignment?.commit ?? null;
    const counts = await mayApprove({ policy, by, from, to: version.commit });
    if (counts.refusal !== null)
        return refused(counts.refusal);
    const yes = { environment: environment.name, version: version.version, by };
    const summary = `Approve ${model} ${version.version} for ${environment.name}`;
    const trailers = { digest, by, ...(counts.team === null ? {} : { team: counts.team }) };
    const entry = { model, commit: version.commit, summary, trailers };
    const written = await site.ledger.approve(entry, yes);
    // he said so before; what was written with `--local` is sent
    if (written.kind === "lost")
        await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_5__/* .publishStanding */ .w)(site, model);
    const his = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recordedApprovals */ .r_)((0,_release_site_js__WEBPACK_IMPORTED_MODULE_7__/* .stateOf */ .L4)(site, model), environment, version).find((each) => (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .yS)(each.by, by));
    const name = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .approvalTag */ .w6)({ artifact: model, ...yes });
    if (his === undefined) {
        return refused(`the tag ${name} is about another image: delete it, here and at the remote, and approve again`);
    }
    // by which team he counts may be other than what the tag of an earlier yes says
    const told = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalsOf */ .mh)((0,_release_site_js__WEBPACK_IMPORTED_MODULE_7__/* .stateOf */ .L4)(site, model), environment, version);
    const others = told.filter((each) => !(0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .yS)(each.by, by));
    const approvals = [...others, his].map((approval) => ({ by: approval.by, at: approval.at.toISOString() }));
    return {
        answer: "yes",
        document: {
            schema: "mainline.approve/1",
            ...about,
            outcome: written.kind === "lost" ? "kept" : "approved",
            reason: "",
            note: counts.team === null || others.length < told.length ? "" : untold(name, counts.team),
            approvals,
            tag: written.kind === "lost" ? null : written.tag,
        },
    };
}
/** A tag is never written anew: the older yes says nothing of the team by which its owner counts now. */
function untold(tag, team) {
    return `the tag ${tag} is older and does not name ${team}: a promotion that can ask counts it, \`status\`, the dashboard and a command line do not. For these too, delete the tag, here and at the remote, and approve again`;
}


/***/ }),

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


/***/ })

};
