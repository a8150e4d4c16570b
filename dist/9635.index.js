export const id = 9635;
export const ids = [9635];
export const modules = {

/***/ 300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cs: () => (/* binding */ isHopeless),
/* harmony export */   ds: () => (/* binding */ moveOf),
/* harmony export */   eg: () => (/* binding */ waiting),
/* harmony export */   zn: () => (/* binding */ isFine)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _unbuilt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30209);


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
        digest: (0,_unbuilt_js__WEBPACK_IMPORTED_MODULE_1__/* .documented */ .f)(version).digest,
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
/** A plan to deploy what is not there any more, and cannot be packed anew. */
function isHopeless({ outcome, image }) {
    return outcome === "planned" && image?.state === "lost";
}
/** Nothing failed, and nothing is answered otherwise than it is known to be. */
function isFine(move) {
    return move.outcome !== "failed" && !isHopeless(move) && (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .allRight */ .Q)(move.golden);
}


/***/ }),

/***/ 37799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u0: () => (/* binding */ carryOut),
  bD: () => (/* binding */ keepUp),
  sR: () => (/* binding */ lookAfter),
  u2: () => (/* binding */ sayStanding)
});

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/flows/release/act.js
var release_act = __webpack_require__(300);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
;// CONCATENATED MODULE: ./build/flows/release/note-failure.js



/** Of one version that fails again and again, by schedules that bring it back, one tag a day is enough. */
const ONCE_MS = 86_400_000;
/**
 * Writes down that a version failed where it was brought, for whoever looks later, and for the schedule, which does not try it again. What is
 * assigned already and fails is told by those who ask the environment. The failure itself is news: that it cannot be written down is a warning.
 */
async function noteFailure(site, act, reason) {
    const { action, model, version } = act;
    const { name } = act.environment;
    const digest = (0,environments/* digestOf */.ol)(version);
    if (action === "repair" || digest === null)
        return;
    const known = (0,environments/* failureOf */.g5)((0,release_site/* stateOf */.L4)(site, model), act.environment, version);
    if (known !== null && site.context.clock.now().getTime() - known.at.getTime() < ONCE_MS)
        return;
    const summary = `${model} ${version.version} failed in ${name}`;
    try {
        await site.ledger.noteFailure({ model, commit: version.commit, summary, trailers: { digest, reason } }, { environment: name, version: version.version });
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR))
            throw cause;
        site.context.progress.warn(`that ${version.version} failed in ${name} could not be written down: ${cause.message}`);
    }
}

// EXTERNAL MODULE: ./build/flows/release/golden.js
var release_golden = __webpack_require__(81943);
// EXTERNAL MODULE: ./build/flows/release/target-for.js
var target_for = __webpack_require__(4185);
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
    const target = (0,target_for/* targetFor */.x)(site, config, image);
    const previous = earlierDeployment(site, act.model, environment);
    const deployment = {
        environment: environment.name,
        model: act.model,
        version: version.version,
        image: (0,release_site/* absoluteImage */.Dv)(site, image),
        digest: requiredDigest(version),
        previousImage: previous?.image ?? null,
    };
    const golden = site.plan ? [] : await (0,release_golden/* goldenIfReadable */.be)(site, { model: act.model, commit: version.commit });
    const goldenBefore = () => goldenOfAssigned(site, act);
    const asked = { probe: config.probe, untold: config.untold, probeMs: PROBE_MS };
    const about = { ...asked, golden, goldenBefore, wayBack: act.action === "revert" };
    return { target, deployment, previous, isFirst: previous === null, ...about, clock, signal, progress };
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
/** What the version that the environment has is to be answered. */
async function goldenOfAssigned(site, { model, environment }) {
    const commit = environment.assignment?.commit;
    return commit === undefined ? [] : (0,release_golden/* goldenIfReadable */.be)(site, { model, commit });
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
    const state = (0,release_site/* stateOf */.L4)(site, model);
    const before = environment.config === null ? null : (0,environments/* environmentOf */.p7)(state, environment.config.after ?? "");
    const tags = [own, before].map((each) => each?.assignment?.entry.tag.name);
    return JSON.stringify([tags, state.rejections.get(version.version)?.from]);
}
/** Writes the assignment, unless something else came into effect since we decided: what has nothing to do with it does not matter. */
async function record(site, act, { premise, golden, seconds }) {
    const { model, environment, version } = act;
    const main = act.declared === null && !site.plan ? await site.mainLine.tip() : null;
    for (let left = RECORD_TRIES; left > 0; left--) {
        await site.ledger.refresh();
        const own = (0,environments/* environmentOf */.p7)((0,release_site/* stateOf */.L4)(site, model), environment.name);
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
                ...(main === null ? {} : { main }),
                ...(seconds === null ? {} : { took: (0,environments/* tookText */.vR)(seconds) }),
                ...(site.by === null ? {} : { by: site.by }),
                ...(site.run === null ? {} : { run: site.run }),
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
async function unsigned(site, { model, version }) {
    if (site.trusted === null)
        return null;
    const { image, digest } = (0,unbuilt/* documented */.f)(version);
    if (image === null || digest === null) {
        return site.plan ? null : `the tag of ${version.version} names no image that somebody could have signed`;
    }
    const asked = { image, digest, model, version: version.version };
    const found = await (site.plan ? signing/* signatureIfAsked */.Ak : signing/* signatureAt */.Ou)(site, asked);
    return found.kind === "signed" ? null : `${found.says}; ${found.next}`;
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
    const isSigned = isOne && (await (0,signing/* signatureAt */.Ou)(site, previous)).kind === "signed";
    return isSigned ? rollout : { ...rollout, previous: null };
}

;// CONCATENATED MODULE: ./build/flows/release/carry-out.js







/** A model that runs already has no start to wait for, only a hiccup. */
const GLANCE_MS = 1000;
/** Deploys, proves, and only then records: a tag means that the version answered. */
async function carryOut(site, act) {
    const premise = premiseOf(site, act);
    const image = (await site.images?.ready(site, act)) ?? null;
    const done = await deployed(site, act, { premise, image });
    if (done === "lost" || image === null)
        return done;
    // what runs was there
    return done.outcome === "deployed" && image.state === "unknown" ? done : { ...done, image };
}
async function deployed(site, act, { premise, image }) {
    const rollout = await vouchedFor(site, await rolloutOf(site, act));
    const refusal = await unsigned(site, act);
    if (site.plan)
        return refusal === null ? planned(site, act, premise) : (0,release_act/* moveOf */.ds)({ ...act, reason: refusal }, "refused");
    const tag = tagOf(site, act);
    if (refusal !== null) {
        await tell(site, act, { state: "failure", rollout, tag, description: refusal });
        return (0,release_act/* moveOf */.ds)({ ...act, trailers: {}, reason: refusal }, "failed");
    }
    await tell(site, act, { state: "in_progress", rollout, tag });
    const result = await (0,environments/* rollOut */.Of)(rollout);
    if (!result.ok && result.waits === true) {
        return { ...failed(act, rollout, result), outcome: "waits" };
    }
    if (!result.ok) {
        // the target may have had a copy of its own; where it had none, this is why
        const missing = image?.state === "lost" || image?.state === "unknown" ? image : null;
        const reason = missing === null ? result.reason : `${result.reason}; ${missing.says}`;
        const description = [reason, result.back ?? ""].filter((part) => part !== "").join("; ");
        await tell(site, act, { state: "failure", rollout, tag, description });
        // where the registry is why, or a place that does not answer, nothing is said of the version
        if ((missing ?? result).passing !== true)
            await noteFailure(site, act, reason);
        return failed(act, rollout, { ...result, reason });
    }
    const { golden } = result;
    const seconds = result.servingMs / 1000;
    const recorded = act.action === "repair" ? null : await record(site, act, { premise, golden, seconds });
    if (recorded?.kind === "lost") {
        await putBack(site, act);
        return "lost";
    }
    await tell(site, act, { state: "success", rollout, tag: recorded?.tag ?? tag });
    const wrong = golden === null || (0,environments/* allRight */.Q)(golden) ? act : { ...act, reason: andGolden(act, golden) };
    return {
        ...(0,release_act/* moveOf */.ds)(wrong, "deployed"),
        golden,
        tag: recorded?.tag ?? null,
        url: urlOf(rollout),
        seconds,
    };
}
const REPAIR = { action: "repair", trailers: {}, declared: null };
/** Whoever was faster had deployed before he wrote it down, and we after him: his version is to run, not ours. */
async function putBack(site, { model, environment: { name } }) {
    const environment = (0,environments/* environmentOf */.p7)((0,release_site/* stateOf */.L4)(site, model), name);
    const version = standingOf(site, model, environment);
    if (environment === null || version === null)
        return;
    const reason = `${version.version} was brought there by somebody else meanwhile`;
    await carryOut(site, { model, environment, version, ...REPAIR, reason, predicates: [] });
}
function standingOf(site, model, environment) {
    const { history } = (0,release_site/* stateOf */.L4)(site, model);
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
    return { ...(0,release_act/* moveOf */.ds)(act, "kept"), action: "keep", url: urlOf(rollout) };
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
    if (act.action !== "repair" && (await record(site, act, { premise, golden: null, seconds: null })).kind === "lost")
        return "lost";
    const expected = (0,environments/* usualTake */.iH)((0,release_site/* stateOf */.L4)(site, act.model).history, act.environment.name);
    return { ...(0,release_act/* moveOf */.ds)(act, "planned"), ...(expected === null ? {} : { expected }) };
}
function failed(act, rollout, result) {
    const { reason, log, restored, back, golden } = result;
    return { ...(0,release_act/* moveOf */.ds)({ ...act, trailers: {}, reason }, "failed"), log, restored, back, golden, url: urlOf(rollout) };
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

/***/ 77738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ approvedTrailer),
  r: () => (/* binding */ decideNow)
});

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/config/index.js + 17 modules
var config = __webpack_require__(60944);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/flows/release/ask-approvals.js


/** Whoever may push tags can write down a yes by anybody: of so many who could count by a team only is asked. */
const MOST_BY_TEAM = 24;
/**
 * Which of the recorded approvals count, asked until there are enough: first those of people whom mainline.yaml means by
 * themselves, then the newest of the others. A yes that may not be needed stops nothing: what cannot be told of it is said.
 */
async function askUntilEnough(recorded, asking) {
    const { policy, mayApprove, from, to } = asking;
    const named = recorded.filter(({ by }) => (0,config/* isNamed */.ev)(policy.by, by));
    const others = recorded
        .filter(({ by }) => !(0,config/* isNamed */.ev)(policy.by, by))
        .toSorted((a, b) => b.at.getTime() - a.at.getTime());
    const approvals = [];
    const uncounted = [];
    const ask = async (approval) => {
        const counts = await mayApprove({ policy, by: approval.by, from, to });
        if (counts.refusal === null)
            approvals.push({ ...approval, team: counts.team });
        else
            uncounted.push(counts.refusal);
    };
    for (const approval of named) {
        if (approvals.length < policy.count)
            await ask(approval);
    }
    for (const approval of others.slice(0, MOST_BY_TEAM)) {
        if (approvals.length >= policy.count)
            break;
        await ask(approval).catch((failure) => uncounted.push(notTold(approval, failure)));
    }
    const unasked = others.slice(MOST_BY_TEAM);
    // first, as a sentence has no place for all: whoever is among them has to know
    return { approvals, uncounted: unasked.length === 0 ? uncounted : [tooMany(unasked), ...uncounted] };
}
function notTold({ by }, failure) {
    if (!(failure instanceof kernel/* Failure */.HR) || failure.kind !== "infrastructure")
        throw failure;
    return `whether ${by} may is not known just now: ${failure.message}`;
}
/** His tag is what somebody who is among them by mistake can do something about. */
function tooMany(unasked) {
    const [newest] = unasked;
    const more = unasked.length === 1 ? "" : ` and ${unasked.length - 1} older ones`;
    return `${newest?.tag}${more} were not asked about, as at most ${MOST_BY_TEAM} that a team would have to let count are: delete the tags that mean nothing`;
}

// EXTERNAL MODULE: ./build/flows/release/resolve.js
var resolve = __webpack_require__(53348);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
// EXTERNAL MODULE: ./build/flows/release/health.js
var health = __webpack_require__(99032);
// EXTERNAL MODULE: ./build/flows/release/target-for.js
var target_for = __webpack_require__(4185);
;// CONCATENATED MODULE: ./build/flows/release/soak-look.js




/**
 * Asks the environment before, where it soaks what is to go on, and its target since when that has run. Written down is when it begins or ends to
 * answer badly, that it was started anew, and now and then that it answered, where nobody else could tell: the next job is on another machine.
 */
async function lookUpstream(site, model, { name, version }) {
    const config = site.config.environments.get(name);
    if (config === undefined || config.after === null || config.soakMs === 0)
        return {};
    const state = (0,release_site/* stateOf */.L4)(site, model);
    const before = (0,environments/* environmentOf */.p7)(state, config.after);
    if (before === null || before.version !== version.version || before.assignment === null)
        return {};
    const answer = await (0,health/* askEnvironment */.J)(site, model, before.name);
    const upSince = await upSinceAt(site, before);
    if (answer === null && upSince === null)
        return {};
    const looking = { now: site.context.clock.now(), soakMs: config.soakMs, upSince };
    const soaking = (0,environments/* soakingOf */.wN)(state, before, looking);
    const isWell = soaking.since !== null;
    const note = noteOf(site, model, before);
    if (answer !== null && !answer.ok) {
        if (isWell)
            await note("unwell", answer.reason);
        return { healthyUpstream: false };
    }
    if (isWell && upSince !== null && (0,environments/* wasStartedAnew */.Ml)(soaking, upSince)) {
        const words = `it was started anew at ${upSince.toISOString()}`;
        await note("unwell", words);
        await note("well", words);
    }
    else if (!isWell || (upSince === null && (0,environments/* isWorthALook */.PR)(soaking, looking))) {
        await note("well", answer?.reason ?? "it runs");
    }
    return { ...(answer === null ? {} : { healthyUpstream: true }), upSince };
}
async function upSinceAt(site, { config, image }) {
    return config === null || image === null ? null : (0,environments/* upSinceOf */.ze)({ target: (0,target_for/* targetFor */.x)(site, config, image) });
}
const SAYS = { well: "answers well", unwell: "does not answer well" };
function noteOf(site, model, { name, version, assignment }) {
    return async (kind, reason) => {
        if (assignment === null)
            return;
        const summary = `${name} ${SAYS[kind]}: ${model} ${version}`;
        const entry = { model, commit: assignment.commit, summary, trailers: { reason } };
        await site.ledger.noteHealth(entry, { environment: name, kind });
    };
}

;// CONCATENATED MODULE: ./build/flows/release/decide.js





/**
 * Decides a promotion by all that can be asked now: whether the environment before answers well, and whether those who
 * approved still may. What is found of its health is written down, so that the soak begins anew after a bad answer.
 */
async function decideNow(site, { model, environment: name, ...asked }) {
    const { version } = asked;
    const upstream = await lookUpstream(site, model, { name, version });
    const state = (0,release_site/* stateOf */.L4)(site, model);
    const environment = (0,resolve/* configuredEnvironment */.u)(site, state, name);
    const { approvals, uncounted } = await standing(site, model, { environment, version });
    const decision = (0,environments/* decidePromotion */.g_)({
        ...asked,
        state,
        environment,
        now: site.context.clock.now(),
        approvals,
        uncounted,
        ...upstream,
    });
    return { decision, approvals };
}
/** What the promotion's tag says of who approved it. */
function approvedTrailer(approvals) {
    if (approvals.length === 0)
        return {};
    const day = (at) => at.toISOString().slice(0, 10);
    return {
        approved: approvals.map(({ by, team, at }) => `by ${by}${team === null ? "" : ` of ${team}`} on ${day(at)}`),
    };
}
/** Where nobody can be asked, the record has to do. */
async function standing(site, model, { environment, version }) {
    const policy = environment.config?.approve ?? null;
    const state = (0,release_site/* stateOf */.L4)(site, model);
    const { mayApprove } = site;
    if (policy === null || mayApprove === undefined) {
        return { approvals: (0,environments/* approvalsOf */.mh)(state, environment, version), uncounted: [] };
    }
    const commits = { from: environment.assignment?.commit ?? null, to: version.commit };
    const recorded = (0,environments/* recordedApprovals */.r_)(state, environment, version);
    return askUntilEnough(recorded, { policy, mayApprove, ...commits });
}


/***/ }),

/***/ 99032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ askEnvironment),
/* harmony export */   r: () => (/* binding */ urlOf)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60944);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72752);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39525);



const ASK_MS = 2000;
/** The environment's own answer; null where it has no address or holds nothing. */
async function askEnvironment(site, model, name) {
    const environment = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)((0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(site, model), name);
    const url = urlOf(environment?.config ?? null);
    if (url === null || environment === null || environment.version === null)
        return null;
    const { clock, signal } = site.context;
    const untold = environment.config?.untold;
    return (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .probe */ .dy)({ url, model, version: environment.version, untold, deadlineMs: ASK_MS, clock, signal });
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

/***/ 10124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ withImages)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);
/* harmony import */ var _image_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88979);
/* harmony import */ var _rebuild_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68875);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39254);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39525);
/* harmony import */ var _unbuilt_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30209);








/** The same site, which sees to it that what it deploys is there. */
function withImages(site, know) {
    return { ...site, images: new KeptImages(know) };
}
/** Asks the registry once for each image, however many environments it goes to. */
class KeptImages {
    #know;
    #found = new Map();
    constructor(know) {
        this.#know = know;
    }
    pushed(digest) {
        this.#found.set(digest, Promise.resolve(null));
    }
    async ready(site, { model, version }) {
        const { digest } = (0,_unbuilt_js__WEBPACK_IMPORTED_MODULE_7__/* .documented */ .f)(version);
        // what a plan only imagines is nowhere yet
        if (digest === null)
            return null;
        const lost = { model, version, know: this.#know };
        const asked = this.#found.get(digest) ?? (site.plan ? looked(site, lost) : restored(site, lost));
        this.#found.set(digest, asked);
        return asked;
    }
}
/** Packed anew where it is gone. */
async function restored(site, lost) {
    const found = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_5__/* .restoreImage */ .e)(site, lost);
    switch (found.kind) {
        case "not-needed":
            return null;
        case "lost":
            return { state: "lost", says: found.reason };
        case "unasked":
            return { state: "unknown", says: found.reason, passing: true };
        case "not-taken":
            return { state: "lost", says: found.reason, passing: true };
        case "restored":
            return {
                state: "rebuilt",
                says: "its image was gone from the registry: it was packed anew from the stored model, with the same digest",
            };
    }
}
/** What a deploy would find; nothing is packed, nothing is started. */
async function looked(site, lost) {
    const { image, digest } = (0,_unbuilt_js__WEBPACK_IMPORTED_MODULE_7__/* .documented */ .f)(lost.version);
    if (image === null || digest === null)
        return null;
    if (await isElsewhere(site, image)) {
        return { state: "unknown", says: "whether its image is there is known on the machine with that folder alone" };
    }
    const found = await (0,_image_at_js__WEBPACK_IMPORTED_MODULE_3__/* .imageAt */ .t)(site, { image, digest, model: lost.model, version: lost.version.version });
    switch (found.kind) {
        case "there":
        // who signed it is said by what refuses it
        case "unsigned":
            return { state: "there", says: "its image is in the registry" };
        case "wrong":
            return { state: "there", says: `its image is in the registry; ${found.says}` };
        case "unknown":
            return { state: "unknown", says: `whether its image is in the registry is not known: ${found.says}` };
        case "gone":
            return wouldBeRebuilt(site, lost, found.says);
    }
}
async function wouldBeRebuilt(site, lost, gone) {
    try {
        const recipe = await (0,_rebuild_js__WEBPACK_IMPORTED_MODULE_4__/* .recipeOf */ .S)(site.context, lost);
        if (!recipe.ok)
            return { state: "lost", says: `${gone}, and it cannot be packed anew: ${recipe.reason}` };
        const lacking = await recipe.candidate.lacking();
        const where = lacking === null ? "" : `, where this machine's cache still has it (${lacking})`;
        return { state: "gone", says: `${gone}; it would be packed anew from the stored model${where}` };
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        return { state: "gone", says: `${gone}; whether it could be packed anew is not known: ${failure.message}` };
    }
}
/** A folder of images is one machine's: a plan that is made on another one finds none. */
async function isElsewhere({ root }, image) {
    const location = (0,_site_js__WEBPACK_IMPORTED_MODULE_6__/* .locationOf */ .hD)(image);
    if (location.kind === "registry")
        return false;
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, location.directory)).catch(() => null)) === null;
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


/***/ })

};
