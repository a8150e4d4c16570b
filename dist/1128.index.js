export const id = 1128;
export const ids = [1128,6337,8747];
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
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_act_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(300);
/* harmony import */ var _release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12054);
/* harmony import */ var _release_decide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10406);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45315);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(53348);








/** Brings a version into an environment because a person says so. Answer "no" when policy forbids it or the deploy fails. */
async function promote(context, options) {
    return promoteAt(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_5__/* .openSite */ .c2)(context, options), options);
}
/** The same where the record is open already. */
async function promoteAt(site, options) {
    const state = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .knownModel */ .t)(site, options.model);
    const version = options.version === null ? usualVersion(site, state, options.environment) : named(state, options.version);
    const move = await settle(() => decideAndAct(site, options, version.version), options.environment);
    await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_6__/* .publishStanding */ .w)(site, options.model);
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
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const version = named(state, name);
    const about = { model: options.model, environment, version, declared: null };
    const { decision, approvals } = await (0,_release_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .decideNow */ .r)(site, {
        model: options.model,
        environment: options.environment,
        version,
        asked: options.force ? "force" : "explicit",
        breaksFreeze: options.breakFreeze !== null,
    });
    const { predicates } = decision;
    const rejected = state.rejections.has(version.version);
    if (environment.version === version.version && environment.hold === null && !rejected) {
        return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .keepUp */ .bD)(site, { ...about, predicates, reason: "" });
    }
    if (!decision.allow)
        return (0,_release_act_js__WEBPACK_IMPORTED_MODULE_2__/* .waiting */ .e)(about, decision);
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
    const { config } = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .configuredEnvironment */ .u)(site, state, name);
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

/***/ 300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ moveOf),
/* harmony export */   e: () => (/* binding */ waiting)
/* harmony export */ });
/* harmony import */ var _unbuilt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30209);

/** An outcome of which everything is known but what the act itself did. */
function moveOf(act, outcome) {
    const { environment, version, trailers, reason, predicates } = act;
    const keepsHold = act.action === "repair" || outcome === "failed";
    return {
        environment: environment.name,
        action: act.action,
        outcome,
        version: version.version,
        previous: environment.version,
        digest: (0,_unbuilt_js__WEBPACK_IMPORTED_MODULE_0__/* .documented */ .f)(version).digest,
        reason,
        predicates,
        at: null,
        url: null,
        seconds: null,
        tag: null,
        rejects: trailers.rejects ?? null,
        lifts: trailers.lifts ?? null,
        hold: trailers.hold ?? (keepsHold ? (environment.hold?.reason ?? null) : null),
        log: [],
        restored: null,
        golden: null,
    };
}
/** What policy says no, or not now, to. */
function waiting(act, decision) {
    const never = decision.predicates.some(({ name, holds, waived }) => !holds && !waived && ["image", "rejection", "forward"].includes(name));
    const about = { ...act, action: "deploy", trailers: {}, predicates: decision.predicates };
    return {
        ...moveOf({ ...about, reason: decision.reasons.join("; ") }, never ? "refused" : "waits"),
        action: "wait",
        hold: act.environment.hold?.reason ?? null,
        at: decision.at?.toISOString() ?? null,
    };
}


/***/ }),

/***/ 12054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u0: () => (/* binding */ carryOut),
  bD: () => (/* binding */ keepUp),
  sR: () => (/* binding */ lookAfter),
  u2: () => (/* binding */ sayStanding)
});

// EXTERNAL MODULE: ./build/environments/index.js + 47 modules
var environments = __webpack_require__(76057);
// EXTERNAL MODULE: ./build/flows/release/act.js
var release_act = __webpack_require__(300);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/flows/release/golden.js
var release_golden = __webpack_require__(81943);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
;// CONCATENATED MODULE: ./build/flows/release/target-for.js


/** The place that an environment deploys to, with the store that holds the image. */
function targetFor(site, config, image) {
    const { clock, signal, progress, machine } = site.context;
    return (0,environments/* openTarget */.Ap)(config, {
        clock,
        progress,
        signal,
        root: site.root,
        stateDir: machine.stateDir,
        self: machine.self,
        env: { PATH: machine.path, HOME: machine.home, LANG: machine.lang },
        store: (0,release_site/* openStore */.Ch)(site, (0,release_site/* locationOf */.hD)(image)),
    });
}

;// CONCATENATED MODULE: ./build/flows/release/rollout-of.js





const PROBE_MS = 60_000;
/** Where a version goes, what was there before, and how it is asked whether it runs. */
async function rolloutOf(site, act) {
    const { clock, signal, progress } = site.context;
    const { environment, version } = act;
    const config = environment.config;
    if (config === null)
        throw unconfigured(site, environment.name);
    const image = (0,environments/* imageOf */.dT)(version) ?? "";
    const target = targetFor(site, config, image);
    const previous = earlierDeployment(site, act.model, environment);
    const deployment = {
        environment: environment.name,
        model: act.model,
        version: version.version,
        image: (0,release_site/* absoluteImage */.Dv)(site, image),
        digest: requiredDigest(version),
        previousImage: previous?.image ?? null,
    };
    const golden = site.plan ? [] : await (0,release_golden/* goldenIfReadable */.b)(site, { model: act.model, commit: version.commit });
    const about = { probe: config.probe, probeMs: PROBE_MS, golden, wayBack: act.action === "revert" };
    return { target, deployment, previous, ...about, clock, signal, progress };
}
/** Where people reach it; null when nobody knows. */
function urlOf(rollout) {
    return rollout.probe ?? rollout.target.url;
}
function requiredDigest(version) {
    const digest = (0,environments/* digestOf */.ol)(version);
    if (digest !== null)
        return digest;
    throw (0,kernel/* badInput */.AN)("version-without-image", `the tag of ${version.version} names no image`, {
        hint: "only versions that `mainline release` made can be deployed",
    });
}
function earlierDeployment(site, model, environment) {
    const { version, digest, image } = environment;
    if (version === null || digest === null || image === null)
        return null;
    return {
        environment: environment.name,
        model,
        version,
        digest,
        image: (0,release_site/* absoluteImage */.Dv)(site, image),
        previousImage: null,
    };
}
function unconfigured(site, name) {
    const known = [...site.config.environments.keys()];
    return (0,kernel/* badInput */.AN)("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
        found: name,
        expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
        hint: `write environments.${name} with its \`deploy\` in mainline.yaml`,
    });
}

;// CONCATENATED MODULE: ./build/flows/release/record.js


/** Others may write of other environments while we do. */
const RECORD_TRIES = 5;
/** What an act was decided on: the environment's assignment, that of the one before it, and what is said against the version. */
function premiseOf(site, act) {
    return premiseNow(site, act, act.environment);
}
function premiseNow(site, { model, environment, version }, own) {
    const state = site.ledger.state(model, site.config.environments);
    const before = environment.config === null ? null : (0,environments/* environmentOf */.p7)(state, environment.config.after ?? "");
    const tags = [own, before].map((each) => each?.assignment?.entry.tag.name);
    return JSON.stringify([tags, state.rejections.get(version.version)?.from]);
}
/** Writes the assignment, unless something else came into effect since we decided: what has nothing to do with it does not matter. */
async function record(site, act, { premise, golden }) {
    const { model, environment, version } = act;
    for (let left = RECORD_TRIES; left > 0; left--) {
        await site.ledger.refresh();
        const own = (0,environments/* environmentOf */.p7)(site.ledger.state(model, site.config.environments), environment.name);
        if (premiseNow(site, act, own) !== premise)
            break;
        const written = await site.ledger.assign({
            model,
            environment: environment.name,
            commit: version.commit,
            summary: summaryOf(act),
            declared: act.declared,
            trailers: {
                image: (0,environments/* imageOf */.dT)(version) ?? "",
                digest: requiredDigest(version),
                ...act.trailers,
                ...(golden === null ? {} : { golden: (0,environments/* goldenWords */.$R)(golden) }),
                ...(site.by === null ? {} : { by: site.by }),
            },
        });
        if (written.kind === "written")
            return written;
    }
    return { kind: "lost" };
}
function summaryOf({ action, model, environment, version }) {
    const verb = action === "revert" ? "Bring back" : "Assign";
    return `${verb} ${model} ${version.version} in ${environment.name}`;
}

// EXTERNAL MODULE: ./build/flows/release/signing.js
var signing = __webpack_require__(73351);
// EXTERNAL MODULE: ./build/flows/release/unbuilt.js
var unbuilt = __webpack_require__(30209);
;// CONCATENATED MODULE: ./build/flows/release/vouch.js



/** Why the image may not be deployed: nobody vouches for it whom mainline.yaml trusts. Null where somebody does. */
async function unsigned(site, { version }) {
    if (site.trusted === null)
        return null;
    const { image, digest } = (0,unbuilt/* documented */.f)(version);
    if (image === null || digest === null) {
        return site.plan ? null : `the tag of ${version.version} names no image that somebody could have signed`;
    }
    const found = await (site.plan ? signing/* signatureIfAsked */.Ak : signing/* signatureAt */.Ou)(site, { image, digest });
    return found.kind === "signed" ? null : `${found.says}; ${(0,signing/* howToSign */.xG)(image)}`;
}
/** What is put back after a failure has to run there already, or be signed: that it is assigned is a tag's word alone. */
async function vouchedFor(site, rollout) {
    const { previous } = rollout;
    if (site.trusted === null || site.plan || previous === null)
        return rollout;
    const { image, digest } = previous;
    const isOne = image.endsWith(`@${digest}`);
    if (isOne && (await (0,environments/* whatRuns */.XR)(rollout)) === digest)
        return rollout;
    const isSigned = isOne && (await (0,signing/* signatureAt */.Ou)(site, { image, digest })).kind === "signed";
    return isSigned ? rollout : { ...rollout, previous: null };
}

;// CONCATENATED MODULE: ./build/flows/release/carry-out.js





/** A model that runs already has no start to wait for, only a hiccup. */
const GLANCE_MS = 1000;
/** Deploys, proves, and only then records: a tag means that the version answered. */
async function carryOut(site, act) {
    const premise = premiseOf(site, act);
    const rollout = await vouchedFor(site, await rolloutOf(site, act));
    const refusal = await unsigned(site, act);
    if (site.plan)
        return refusal === null ? planned(site, act, premise) : (0,release_act/* moveOf */.d)({ ...act, reason: refusal }, "refused");
    const tag = tagOf(site, act);
    if (refusal !== null) {
        await tell(site, act, { state: "failure", rollout, tag, description: refusal });
        return (0,release_act/* moveOf */.d)({ ...act, trailers: {}, reason: refusal }, "failed");
    }
    await tell(site, act, { state: "in_progress", rollout, tag });
    const result = await (0,environments/* rollOut */.Of)(rollout);
    if (!result.ok) {
        await tell(site, act, { state: "failure", rollout, tag, description: result.reason });
        return failed(act, rollout, result);
    }
    const { golden } = result;
    const recorded = act.action === "repair" ? null : await record(site, act, { premise, golden });
    if (recorded?.kind === "lost") {
        await putBack(site, act);
        return "lost";
    }
    await tell(site, act, { state: "success", rollout, tag: recorded?.tag ?? tag });
    const wrong = golden === null || (0,environments/* allRight */.Q)(golden) ? act : { ...act, reason: andGolden(act, golden) };
    return {
        ...(0,release_act/* moveOf */.d)(wrong, "deployed"),
        golden,
        tag: recorded?.tag ?? null,
        url: urlOf(rollout),
        seconds: result.servingMs / 1000,
    };
}
const REPAIR = { action: "repair", trailers: {}, declared: null };
/** Whoever was faster had deployed before he wrote it down, and we after him: his version is to run, not ours. */
async function putBack(site, { model, environment: { name } }) {
    const environment = (0,environments/* environmentOf */.p7)(site.ledger.state(model, site.config.environments), name);
    const version = standingOf(site, model, environment);
    if (environment === null || version === null)
        return;
    const reason = `${version.version} was brought there by somebody else meanwhile`;
    await carryOut(site, { model, environment, version, ...REPAIR, reason, predicates: [] });
}
function standingOf(site, model, environment) {
    const { history } = site.ledger.state(model, site.config.environments);
    return history.versions.find((known) => known.version === environment?.version) ?? null;
}
/** Makes what an environment that only waits was assigned run there, where it does not; null where there is nothing to do. */
async function lookAfter(site, model, environment) {
    const version = standingOf(site, model, environment);
    if (version === null || site.plan)
        return null;
    const about = { model, environment, version, predicates: [] };
    const done = await keepUp(site, { ...about, reason: "" }, { saying: false });
    return done === "lost" || done.outcome === "kept" ? null : done;
}
/** Sees to it that what is assigned runs; says so to those who were not told. */
async function keepUp(site, kept, { saying } = { saying: true }) {
    const act = { ...kept, ...REPAIR };
    const rollout = await rolloutOf(site, act);
    const runs = site.plan ? true : await (0,environments/* runsNow */.bn)({ ...rollout, probeMs: GLANCE_MS });
    if (runs === false) {
        return carryOut(site, { ...act, reason: `${act.environment.name} did not run ${act.version.version}` });
    }
    if (!site.plan && saying)
        await tell(site, act, { state: "success", rollout, tag: tagOf(site, act) });
    return { ...(0,release_act/* moveOf */.d)(act, "kept"), action: "keep", url: urlOf(rollout) };
}
/** Says what is assigned, and runs as far as that can be told, to those who were not told. Nothing is deployed by it. */
async function sayStanding(site, kept) {
    if (site.plan)
        return;
    const act = { ...kept, ...REPAIR, reason: "", predicates: [] };
    const rollout = await rolloutOf(site, act);
    const runs = await (0,environments/* runsNow */.bn)({ ...rollout, probeMs: GLANCE_MS });
    if (runs !== false)
        await tell(site, act, { state: "success", rollout, tag: tagOf(site, act) });
}
async function planned(site, act, premise) {
    if (act.action !== "repair" && (await record(site, act, { premise, golden: null })).kind === "lost")
        return "lost";
    return (0,release_act/* moveOf */.d)(act, "planned");
}
function failed(act, rollout, result) {
    const { reason, log, restored, golden } = result;
    return { ...(0,release_act/* moveOf */.d)({ ...act, trailers: {}, reason }, "failed"), log, restored, golden, url: urlOf(rollout) };
}
function andGolden({ reason }, golden) {
    return [reason, (0,environments/* goldenWords */.$R)(golden)].filter((part) => part !== "").join("; ");
}
/** The tag that records the assignment, or will. */
function tagOf(site, { action, model, environment }) {
    const standing = action === "repair" ? environment.assignment?.entry.tag.name : undefined;
    return standing ?? site.ledger.nextAssignment(model, environment.name);
}
async function tell(site, act, told) {
    const { state, tag, rollout, description } = told;
    const { model, version, digest, environment } = rollout.deployment;
    const url = urlOf(rollout);
    const words = description ?? `${model} ${version} in ${environment}`;
    await site.announce({
        model,
        version,
        digest,
        environment,
        commit: act.version.commit,
        tag,
        state,
        url,
        description: words,
    });
}


/***/ }),

/***/ 10406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ approvedTrailer),
/* harmony export */   r: () => (/* binding */ decideNow)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99032);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53348);



/**
 * Decides a promotion by all that can be asked now: whether the environment before answers well, and whether those who
 * approved still may. What is found of its health is written down, so that the soak begins anew after a bad answer.
 */
async function decideNow(site, { model, environment: name, ...asked }) {
    const { version } = asked;
    const healthyUpstream = await lookedAfter(site, model, { name, version });
    const state = site.ledger.state(model, site.config.environments);
    const environment = (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .configuredEnvironment */ .u)(site, state, name);
    const approvals = await standing(site, model, { environment, version });
    const decision = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .decidePromotion */ .g_)({
        ...asked,
        state,
        environment,
        now: site.context.clock.now(),
        approvals,
        ...(healthyUpstream === undefined ? {} : { healthyUpstream }),
    });
    return { decision, approvals };
}
/** What the promotion's tag says of who approved it. */
function approvedTrailer(approvals) {
    if (approvals.length === 0)
        return {};
    return { approved: approvals.map(({ by, at }) => `by ${by} on ${at.toISOString().slice(0, 10)}`) };
}
async function standing(site, model, { environment, version }) {
    const policy = environment.config?.approve ?? null;
    const recorded = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .approvalsOf */ .mh)(site.ledger.state(model, site.config.environments), environment, version);
    const { mayApprove } = site;
    if (policy === null || mayApprove === undefined)
        return recorded;
    const from = environment.assignment?.commit ?? null;
    const counts = [];
    for (const approval of recorded) {
        const refusal = await mayApprove({ policy, by: approval.by, from, to: version.commit });
        if (refusal === null)
            counts.push(approval);
    }
    return counts;
}
/** Asks the environment before, where it soaks what is to go on, and writes down when that begins or ends to answer badly. */
async function lookedAfter(site, model, { name, version }) {
    const config = site.config.environments.get(name);
    if (config === undefined || config.after === null || config.soakMs === 0)
        return undefined;
    const state = site.ledger.state(model, site.config.environments);
    const before = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(state, config.after);
    if (before === null || before.version !== version.version || before.assignment === null)
        return undefined;
    const answer = await (0,_health_js__WEBPACK_IMPORTED_MODULE_1__/* .askEnvironment */ .J)(site, model, before.name);
    if (answer === null)
        return undefined;
    const wasWell = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .soakingOf */ .wN)(state, before).since !== null;
    if (answer.ok === wasWell)
        return answer.ok;
    const summary = `${before.name} ${answer.ok ? "answers well again" : "does not answer well"}: ${model} ${version.version}`;
    const trailers = { reason: answer.reason };
    const entry = { model, commit: before.assignment.commit, summary, trailers };
    await site.ledger.noteHealth(entry, { environment: before.name, kind: answer.ok ? "well" : "unwell" });
    return answer.ok;
}


/***/ }),

/***/ 99032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ askEnvironment),
/* harmony export */   r: () => (/* binding */ urlOf)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53366);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76057);


const ASK_MS = 2000;
/** The environment's own answer; null where it has no address or holds nothing. */
async function askEnvironment(site, model, name) {
    const environment = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(site.ledger.state(model, site.config.environments), name);
    const url = urlOf(environment?.config ?? null);
    if (url === null || environment === null || environment.version === null)
        return null;
    const { clock, signal } = site.context;
    return (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .probe */ .dy)({ url, model, version: environment.version, deadlineMs: ASK_MS, clock, signal });
}
/** Where an environment is asked; null when nobody knows. */
function urlOf(config) {
    if (config === null)
        return null;
    if (config.probe !== null)
        return config.probe;
    const port = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .portHere */ .S6)(config.deploy);
    return port === null ? null : `http://127.0.0.1:${port}`;
}


/***/ }),

/***/ 45315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ publishStanding)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);

const NEWEST_MARKS = 20;
/**
 * Sends the tags that stand (each environment's assignment and its version, the newest marks) to the remote, which has them
 * already unless a run was killed between writing and pushing, or was told not to push.
 */
async function publishStanding(site, model) {
    const { history, environments, marks } = site.ledger.state(model, site.config.environments);
    const latest = history.latest?.registration?.tag.name;
    const standing = environments.flatMap(({ assignment, version }) => [
        assignment?.entry.tag.name,
        version === null ? undefined : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(history, version)?.registration?.tag.name,
    ]);
    const marked = marks.slice(-NEWEST_MARKS).map(({ tag }) => tag);
    await site.ledger.publish([...new Set([latest, ...standing, ...marked])].filter((name) => name !== undefined));
}


/***/ }),

/***/ 30209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ UNBUILT),
/* harmony export */   f: () => (/* binding */ documented)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);


/** Stands in a plan for the digest of an image that was not built. */
const UNBUILT = unbuilt();
/** What a document says of a version's image: nothing, where a plan only imagined it. */
function documented(version) {
    const digest = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version);
    return digest === UNBUILT ? { digest: null, image: null } : { digest, image: (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)(version) };
}
function unbuilt() {
    const digest = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSha256 */ .tz)(`sha256:${"0".repeat(64)}`);
    if (digest === null)
        throw new Error("zeros are hex digits");
    return digest;
}


/***/ }),

/***/ 71128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* unused harmony export rollbackAt */
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _promote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18718);
/* harmony import */ var _release_carry_out_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12054);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45315);
/* harmony import */ var _release_rebuild_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68875);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53348);







/** Brings an earlier version back, rejects the present one and holds automation. Answer "no" when there is none, or it fails. */
async function rollback(context, options) {
    return rollbackAt(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_3__/* .openSite */ .c2)(context, options), options);
}
/** The same where the record is open already. */
async function rollbackAt(site, options) {
    const state = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .knownModel */ .t)(site, options.model);
    const target = targetOf(site, state, options);
    const { model, know } = options;
    const looks = target !== null && !site.plan;
    const restored = looks ? await (0,_release_rebuild_js__WEBPACK_IMPORTED_MODULE_5__/* .restoreImage */ .e9)(site, { model, version: target, know }) : null;
    const move = target === null
        ? await nothingEarlier(site, state, options)
        : await (0,_promote_js__WEBPACK_IMPORTED_MODULE_1__/* .settle */ .G9)(() => bringBack(site, options, target.version), options.environment);
    await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_4__/* .publishStanding */ .w)(site, options.model);
    return {
        answer: target === null || move.outcome === "failed" || !(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .allRight */ .Q)(move.golden) ? "no" : "yes",
        document: {
            schema: "mainline.rollback/1",
            plan: site.plan,
            model: options.model,
            digest: move.digest,
            move,
            rejects: move.rejects,
            holds: move.hold !== null,
            rebuilt: restored?.kind === "restored",
        },
    };
}
function targetOf(site, state, options) {
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const { to, asked, force } = options;
    if (to !== null)
        return (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .explicitTarget */ .Id)(state, to, force);
    const isDone = asked !== undefined && (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .wasRolledBack */ .F1)(state, environment.name, asked);
    return isDone ? standing(state, environment) : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackTarget */ .es)(state, environment);
}
function standing(state, { version }) {
    return version === null ? null : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, version);
}
async function bringBack(site, options, name) {
    const state = site.ledger.state(options.model, site.config.environments);
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const stands = environment.version === name;
    // what somebody rejected while we worked is not brought back, and the rejection not lifted
    const version = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .explicitTarget */ .Id)(state, name, options.force || stands);
    const about = { model: options.model, environment, version, predicates: [] };
    if (stands)
        return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_2__/* .keepUp */ .bD)(site, { ...about, reason: "" });
    const left = environment.version;
    const words = `rolled back${left === null ? "" : ` from ${left}`}${site.by === null ? "" : ` by ${site.by}`}`;
    const hold = options.reason === null ? words : `${words}: ${options.reason}`;
    return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_2__/* .carryOut */ .u0)(site, {
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
/** A job that is run again finds nothing earlier, too: whoever was not told the first time is told what stands. */
async function nothingEarlier(site, state, options) {
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_6__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const version = standing(state, environment);
    if (version !== null)
        await (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_2__/* .sayStanding */ .u2)(site, { model: options.model, environment, version });
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
