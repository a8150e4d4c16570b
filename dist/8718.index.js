export const id = 8718;
export const ids = [8718,6337];
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

/***/ 32044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ registryCredentials)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _shell_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49545);


/** A helper that takes longer waits for somebody: a keychain that wants to be unlocked. */
const HELPER_MS = 60_000;
/** Who we are to registries: a login that was given by name, then docker's file and the programs that it names. */
function registryCredentials({ machine, signal }, login) {
    const askHelper = (name, server) => ask({ name, server, signal });
    return { dockerConfig: machine.registryAuth, login: login ?? null, askHelper };
}
/** The protocol of docker-credential-helpers: `get`, the server on stdin, JSON on stdout; an exit code where it knows nothing. Null without the program, too. */
async function ask({ name, server, signal, }) {
    if (!/^[\w.-]+$/.test(name)) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("docker-config", "the file with registry logins names a helper that no program can be called", {
            found: name,
            expected: "letters, digits, `.`, `_` and `-`, as in `ecr-login`",
        });
    }
    try {
        const options = { input: server, timeoutMs: HELPER_MS, signal };
        const { code, stdoutText } = await (0,_shell_index_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .eF)(`docker-credential-${name}`, ["get"], options);
        return code === 0 ? stdoutText : null;
    }
    catch (failure) {
        // a file that came along from another machine: what is public can be read all the same
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && failure.code === "program-missing")
            return null;
        throw failure;
    }
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

/***/ 81943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ goldenOf),
/* harmony export */   b: () => (/* binding */ goldenIfReadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76057);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15325);




/** The folder where golden requests lie without a word about it; of several models, each names its own. */
const USUAL = "golden";
/** The golden requests of a version: those of its own commit. Failures `golden-invalid`, `golden-missing`, `golden-too-many`. */
async function goldenOf(site, { model, commit }) {
    const folder = folderOf(site.config, model);
    if (folder === null)
        return [];
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(site.git.root), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(site.root)) || ".";
    const tree = site.git.treeAt(commit, below);
    const files = await filesIn(tree, folder);
    if (files.length > _environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.files)
        throw tooMany(folder, files.length);
    const read = [];
    let left = _environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.allBytes;
    for (const file of files) {
        const bytes = await contentOf(tree, file);
        left -= bytes.length;
        if (left < 0)
            throw tooLarge(folder);
        read.push((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readGolden */ .cN)(bytes, file));
    }
    if (read.length === 0)
        refuseAbsent(site.config, model, commit);
    return read;
}
/** Those of a version that comes back or is deployed again: what cannot be read of them keeps nobody from the way back. */
async function goldenIfReadable(site, about) {
    try {
        return await goldenOf(site, about);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR))
            throw failure;
        if (failure.code !== "golden-missing")
            site.context.progress.warn(`the golden requests are not asked: ${failure.message}`);
        return [];
    }
}
function folderOf({ models }, model) {
    return models.get(model)?.golden ?? (models.size === 1 && models.has(model) ? USUAL : null);
}
async function filesIn(tree, folder) {
    if ((await tree.kind(folder)) !== "directory")
        return [];
    const entries = await tree.list(folder);
    return entries
        .filter(({ name, kind }) => kind === "file" && name.endsWith(".json"))
        .map(({ name }) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(folder, name));
}
async function contentOf(tree, file) {
    const bytes = await tree.read(file);
    if (bytes === null)
        throw new Error(`${file} was listed and cannot be read`);
    if (bytes.length <= _environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.bytes)
        return bytes;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("golden-invalid", `${file} is too large for a golden request`, {
        at: { file },
        found: `${bytes.length} bytes`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.bytes}`,
        hint: "one request with few rows says as much",
    });
}
function tooMany(folder, count) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("golden-too-many", `${folder} has ${count} golden requests`, {
        at: { file: folder },
        found: `${count} files`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.files}: they are asked after each deployment`,
    });
}
function tooLarge(folder) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("golden-too-many", `the golden requests in ${folder} are too large together`, {
        at: { file: folder },
        found: `more than ${_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.allBytes} bytes`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.allBytes}`,
        hint: "requests with few rows say as much",
    });
}
/** What mainline.yaml names has to be there; the usual folder need not. */
function refuseAbsent({ models }, model, commit) {
    const config = models.get(model);
    if (config === undefined || config.golden === null)
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("golden-missing", `commit ${commit.slice(0, 12)} has no golden requests in ${config.golden}`, {
        at: config.at,
        found: config.golden,
        expected: "a folder with files NAME.json that git tracks",
        hint: `git add ${config.golden}, or take \`golden\` out of mainline.yaml`,
    });
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

/***/ 49054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fT: () => (/* binding */ assemble),
  c2: () => (/* binding */ openSite),
  I5: () => (/* binding */ rootOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/index.js + 16 modules
var config = __webpack_require__(53366);
// EXTERNAL MODULE: ./build/git/index.js + 19 modules
var build_git = __webpack_require__(12226);
// EXTERNAL MODULE: ./build/manifest/index.js + 34 modules
var manifest = __webpack_require__(2087);
// EXTERNAL MODULE: ./build/source/index.js + 25 modules
var source = __webpack_require__(8202);
;// CONCATENATED MODULE: ./build/flows/release/announce.js
const tellNobody = async () => { };

// EXTERNAL MODULE: ./build/environments/index.js + 47 modules
var environments = __webpack_require__(76057);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/release/index.js + 61 modules
var release = __webpack_require__(59355);
;// CONCATENATED MODULE: ./build/flows/release/ledger.js



/** The record of releases and environments: GTO tags in git, of the remote where there is one. */
class Ledger {
    #options;
    #tags = [];
    /** What each model's newest assignment was when the tags were read. */
    #heads = new Map();
    constructor(options) {
        this.#options = options;
    }
    static async open(options) {
        const ledger = new Ledger(options);
        await ledger.refresh();
        return ledger;
    }
    /** Reads the tags again, the remote's first. A dry ledger keeps what it imagines. */
    async refresh() {
        const { git, remote, dry } = this.#options;
        if (dry && this.#tags.length > 0)
            return;
        if (remote !== null)
            await git.fetchTags(remote);
        // the heads first: what another run on this clone fetches between the two makes ours old, and not theirs ours
        this.#heads = await git.heads();
        this.#tags = await git.tags();
    }
    /** Refs of the annotated tags whose name is wanted. */
    refs(wanted) {
        return new Set(this.#tags.flatMap(({ name }) => (wanted(name) ? [`refs/tags/${name}`] : [])));
    }
    histories() {
        return (0,release/* readHistories */.X_)(this.#tags);
    }
    state(model, configs) {
        return (0,environments/* modelState */.zo)((0,release/* readHistory */.Lu)(this.#tags, model), configs, (0,release/* readMarks */.pc)(this.#tags, model));
    }
    register(entry, version) {
        const name = (0,release/* versionTag */.Vm)(entry.model, version);
        return this.#write(entry, name, (0,release/* tagMessage */.ib)(entry.summary, entry.trailers));
    }
    /** Writes down somebody's yes. Lost: he said so before. */
    approve(entry, about) {
        const name = (0,release/* approvalTag */.w6)({ ...about, artifact: entry.model });
        return this.#write(entry, name, (0,release/* tagMessage */.ib)(entry.summary, entry.trailers));
    }
    /** Writes down that an environment answers badly, or well again. Lost: somebody else saw it, too. */
    noteHealth(entry, about) {
        const name = (0,release/* healthTag */.pq)(this.#tags, { ...about, artifact: entry.model });
        return this.#write(entry, name, (0,release/* tagMessage */.ib)(entry.summary, entry.trailers));
    }
    /** The tag that the next assignment gets, unless somebody else is faster. */
    nextAssignment(model, environment) {
        return (0,release/* assignmentTag */.cn)(this.#tags, model, environment);
    }
    assign(entry) {
        (0,release/* refuseBreaking */.w3)(this.#tags, entry.model, entry.commit);
        const name = (0,release/* assignmentTag */.cn)(this.#tags, entry.model, entry.environment);
        const message = (0,release/* tagMessage */.ib)(entry.summary, entry.trailers);
        const whole = entry.declared === null ? message : message + (0,environments/* declaredTrailer */.YU)(entry.declared);
        return this.#write(entry, name, whole, headOf(entry.model));
    }
    /** What was rehearsed, the oldest first. */
    rehearsals() {
        return (0,environments/* rehearsalsIn */.CP)(this.#tags);
    }
    /** Writes down what was rehearsed just now, in one tag that is never moved; its name. `commit`: one that the remote has. */
    async rehearsed(commit, message) {
        const { git, clock } = this.#options;
        const at = clock.now();
        const name = (0,environments/* rehearsalTag */.ov)(at);
        try {
            await git.createTag({ name, target: commit, message, at });
        }
        catch (cause) {
            return this.#lostOr(cause, "tag-exists");
        }
        this.#tags = await git.tags();
        return this.#push(name);
    }
    /** Pushes tags that were written here before and may never have left: a run that was killed between the two. */
    async publish(names) {
        const { git, remote, dry } = this.#options;
        if (remote === null || dry)
            return;
        await git.pushTags(remote, names);
    }
    async #write(entry, name, message, head) {
        const { git, clock, dry } = this.#options;
        const at = (0,release/* nextTagTime */.Bu)(this.#tags, entry.model, clock.now());
        if (dry)
            return this.#imagine({ name, target: entry.commit, message, taggedAt: at });
        try {
            await git.createTag({ name, target: entry.commit, message, at });
        }
        catch (cause) {
            return this.#lostOr(cause, "tag-exists");
        }
        this.#tags = await git.tags();
        return this.#push(name, head);
    }
    async #push(name, head) {
        const { git, remote } = this.#options;
        if (remote === null)
            return { kind: "written", tag: name };
        const ours = this.#objectOf(name);
        const from = head === undefined ? null : (this.#heads.get(head) ?? null);
        try {
            await git.pushTags(remote, [name], head === undefined ? undefined : { name: head, tag: name, from });
            if (head !== undefined && ours !== null)
                this.#heads = new Map(this.#heads).set(head, ours);
            return { kind: "written", tag: name };
        }
        catch (cause) {
            if (head !== undefined)
                await git.forgetHeads(remote);
            await this.refresh();
            // a connection may be cut after the remote took the tag: only its word is lost
            if (ours !== null && (await git.remoteTag(remote, name)) === ours)
                return { kind: "written", tag: name };
            const faster = head !== undefined && (this.#heads.get(head) ?? null) !== from;
            // fetching put the remote's tag in the place of ours, unless it was refused for another reason
            const taken = this.#objectOf(name) !== ours;
            if (!faster && !taken)
                throw cause;
            if (!taken)
                await this.#drop(name);
            return this.#lostOr(cause, "push-rejected");
        }
    }
    /** Takes back what is in this clone alone: it was decided on a record that is no more. */
    async #drop(name) {
        const { git } = this.#options;
        await git.dropTag(name);
        this.#tags = await git.tags();
    }
    async #lostOr(cause, code) {
        if (!(cause instanceof kernel/* Failure */.HR) || cause.code !== code)
            throw cause;
        await this.refresh();
        return { kind: "lost" };
    }
    #imagine(tag) {
        const imagined = { ...tag, object: "", tagger: { name: "", email: "" } };
        this.#tags = [...this.#tags, imagined];
        return { kind: "written", tag: tag.name };
    }
    #objectOf(name) {
        return this.#tags.find((tag) => tag.name === name)?.object ?? null;
    }
}
/** As tags write it. */
function headOf(model) {
    return model.replace(":", "=");
}

// EXTERNAL MODULE: ./build/flows/release/signing.js
var signing = __webpack_require__(73351);
;// CONCATENATED MODULE: ./build/flows/release/open-site.js









/** Where people work: the policy is mainline.yaml as it lies in the workspace. */
async function openSite(context, options) {
    const git = await build_git.Git.open(context.cwd);
    const root = await rootOf(context.cwd, git.root);
    const config = await workspaceConfig(root);
    const trusted = await (0,signing/* trustedKey */.To)(config, (path) => (0,manifest/* workspaceTree */.OX)(root).read(path));
    return assemble(context, options, { git, root, config, trusted });
}
async function assemble(context, options, found) {
    const { remote, plan, by, mayApprove } = options;
    const ledger = await Ledger.open({ git: found.git, clock: context.clock, remote, dry: plan });
    return {
        context,
        ...found,
        ledger,
        announce: options.announce ?? tellNobody,
        by,
        plan,
        ...(mayApprove === undefined ? {} : { mayApprove }),
    };
}
/** Where mainline.yaml lies: the nearest folder with a `.dvc` in it; the git root in a repository without DVC, whose tags can be read all the same. */
async function rootOf(cwd, gitRoot) {
    const top = await (0,promises_.realpath)(gitRoot);
    for (let folder = await (0,promises_.realpath)(cwd); folder !== top; folder = (0,external_node_path_.dirname)(folder)) {
        const found = await (0,promises_.stat)((0,external_node_path_.join)(folder, ".dvc")).catch(() => null);
        if (found?.isDirectory() === true || (0,external_node_path_.dirname)(folder) === folder)
            return folder;
    }
    return top;
}
async function workspaceConfig(root) {
    const file = "mainline.yaml";
    const bytes = await (0,manifest/* workspaceTree */.OX)(root).read(file);
    return (0,config/* loadMainline */.ez)(bytes === null ? null : (0,source/* decodeUtf8 */._6)(bytes, file), file);
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

/***/ 53348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ knownModel),
/* harmony export */   u: () => (/* binding */ configuredEnvironment)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
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
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(name, known) ?? `write environments.${name} with its \`deploy\` in mainline.yaml`,
    });
}


/***/ }),

/***/ 73351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ signatureIfAsked),
/* harmony export */   Kv: () => (/* binding */ signerOf),
/* harmony export */   Ou: () => (/* binding */ signatureAt),
/* harmony export */   To: () => (/* binding */ trustedKey),
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   xG: () => (/* binding */ howToSign)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59355);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39525);





/** The key that has to have signed what is deployed, out of the same tree as mainline.yaml; null where none is asked for. */
async function trustedKey({ signing }, read) {
    if (signing === null)
        return null;
    const { key, at } = signing;
    const bytes = await read(key);
    if (bytes !== null)
        return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readVerifier */ .xl)(new TextDecoder().decode(bytes), { file: key });
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key", `\`signing.key\` names a file that is not there: ${key}`, {
        at,
        expected: "a file that git tracks with a public key in PEM, as cosign.pub",
        hint: "`cosign generate-key-pair` makes cosign.key, which stays secret, and cosign.pub",
    });
}
/**
 * What this job signs with; null where it signs nothing. Where mainline.yaml asks for signatures it has to be that very key:
 * said before anything is built. Failures `signing-key`, `signing-key-missing`, `signing-key-other`.
 */
async function signerOf({ context, config, trusted, }) {
    const given = context.machine.signingKey;
    if (given === null && trusted === null)
        return null;
    if (given === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key-missing", "mainline.yaml asks for signed images, and there is no key here to sign with", {
            ...(config.signing === null ? {} : { at: config.signing.at }),
            hint: "set MAINLINE_SIGNING_KEY to the private key or its file (and COSIGN_PASSWORD to what opens it)",
        });
    }
    const signer = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readSigner */ .$2)(await pemOf(context.cwd, given.key), given.password);
    if (trusted === null || trusted.id === signer.verifier.id)
        return signer;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key-other", "the key in MAINLINE_SIGNING_KEY is not the one that mainline.yaml asks for", {
        ...(config.signing === null ? {} : { at: config.signing.at }),
        found: `public key ${signer.verifier.id}`,
        expected: `public key ${trusted.id}, that of ${config.signing?.key ?? "signing.key"}`,
        hint: "sign with the key that goes with it, or let a reviewed change name the new key",
    });
}
/** Hangs signatures on an image that is in the store. */
async function sign({ context }, signer, what) {
    const { store, image, name, statements } = what;
    await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .signImage */ .jV)(store, image, { signer, name, statements, at: context.clock.now() });
}
/** Whether an image may be deployed as far as signatures go: `signed` also where none is asked for. */
async function signatureAt(site, { image, digest }) {
    if (site.trusted === null)
        return { kind: "signed" };
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSignature */ .jC)((0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .locationOf */ .hD)(image)), digest, site.trusted);
}
/** What to do about an image that nobody signed, or somebody else. */
function howToSign(image) {
    return image.startsWith("oci:")
        ? "an image in a folder is signed when it is released: release another version with MAINLINE_SIGNING_KEY set"
        : `see who pushed it; if it is yours: cosign sign --key cosign.key ${image}`;
}
async function pemOf(cwd, keyOrFile) {
    if (keyOrFile.includes("-----BEGIN "))
        return keyOrFile;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, keyOrFile);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch((cause) => {
        // what does not look like a path may be a key that lost its first line: it is not repeated
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key", "MAINLINE_SIGNING_KEY is neither a private key in PEM nor a file that can be read", {
            expected: "-----BEGIN … PRIVATE KEY-----, or the path of such a file",
            hint: `reading a file of that name: ${cause.code ?? "failed"}`,
        });
    });
}
/** For plans, which do without a registry that does not answer. */
async function signatureIfAsked(...args) {
    return signatureAt(...args).catch((failure) => {
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && failure.kind === "infrastructure" && failure.code !== "interrupted")
            return { kind: "signed" };
        throw failure;
    });
}


/***/ }),

/***/ 39525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   Dv: () => (/* binding */ absoluteImage),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   vG: () => (/* binding */ openElsewhere)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59355);
/* harmony import */ var _registry_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32044);



function openStore(site, location) {
    const { clock, signal, machine } = site.context;
    const login = machine.registryLogin === null ? null : { ...machine.registryLogin, host: null };
    const credentials = (0,_registry_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .registryCredentials */ .Q)(site.context, login);
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openImageStore */ .Nr)(absolute(site.root, location), { clock, signal, credentials });
}
/**
 * A repository that something else than mainline.yaml's `image` names, as `host/path`: no password that was given for that one's registry
 * goes to another.
 */
function openElsewhere(site, repository, own) {
    const { clock, signal, machine } = site.context;
    const { host } = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(repository);
    const isOwn = own.kind === "registry" && (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(own.repository).host === host;
    const login = isOwn && machine.registryLogin !== null ? { ...machine.registryLogin, host } : null;
    const credentials = { dockerConfig: machine.registryAuth, login };
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openImageStore */ .Nr)({ kind: "registry", repository }, { clock, signal, credentials });
}
/** How a tag names an image: `host/repository@sha256:…`, or `oci:folder@sha256:…` with the folder as mainline.yaml writes it. */
function imageName(location, digest) {
    return location.kind === "registry" ? `${location.repository}@${digest}` : `oci:${location.directory}@${digest}`;
}
/** Where the image that a tag names is kept: the tag is right about it even after mainline.yaml has moved on. */
function locationOf(image) {
    const [place = ""] = image.split("@sha256:");
    return place.startsWith("oci:")
        ? { kind: "layout", directory: place.slice("oci:".length) }
        : { kind: "registry", repository: place };
}
/** The name for a deploy command, which need not know where mainline.yaml lies. */
function absoluteImage(site, image) {
    if (!image.startsWith("oci:"))
        return image;
    return `oci:${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(site.root, image.slice("oci:".length))}`;
}
function absolute(root, location) {
    if (location.kind === "registry")
        return location;
    return { kind: "layout", directory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root, location.directory) };
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


/***/ })

};
