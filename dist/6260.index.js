export const id = 6260;
export const ids = [6260];
export const modules = {

/***/ 56260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release_release)
});

// EXTERNAL MODULE: ./build/environments/index.js + 47 modules
var environments = __webpack_require__(76057);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/source/index.js + 25 modules
var source = __webpack_require__(8202);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/release/index.js + 61 modules
var release = __webpack_require__(59355);
// EXTERNAL MODULE: ./build/flows/release/code-files.js
var code_files = __webpack_require__(59873);
// EXTERNAL MODULE: ./build/flows/release/environment.js
var release_environment = __webpack_require__(4457);
// EXTERNAL MODULE: ./build/flows/release/model-files.js
var model_files = __webpack_require__(28795);
// EXTERNAL MODULE: ./build/flows/release/python.js
var release_python = __webpack_require__(18752);
;// CONCATENATED MODULE: ./build/flows/release/bump.js







/** A line of a commit's message by which its author says what kind of step it is. */
const TRAILER = /^Release:[ \t]*(major|minor|patch)[ \t]*$/im;
/** Commits since the version before whose messages are read. */
const MOST_COMMITS = 500;
/**
 * How far the next version's number moves. By `auto`: what commit messages since the version before (`Release: major`)
 * and the labels of the merged pull requests ask for, the most of it; else minor where code, parameters, commands or what surrounds the model changed, and patch where
 * the same code was trained on other data.
 */
async function bumpFor(site, model, { history, asked, labelled }) {
    const { bump } = site.config.release;
    if (asked !== null)
        return asked;
    if (bump !== "auto")
        return bump;
    const before = history.latest?.commit ?? null;
    if (before === null)
        return "minor";
    const written = (0,release/* largestBump */.Fb)([...(await writtenBumps(site, before)), (await labelled()) ?? ""]);
    if (written !== null)
        return written;
    const now = await recipeOf(site, model, site.commit);
    return now === (await recipeBefore(site, model, before)) ? "patch" : "minor";
}
/** Null where the commit says nothing of this model, or cannot be read: somebody tagged it by hand. */
async function recipeBefore(site, model, commit) {
    try {
        return await recipeOf(site, model, commit);
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.kind === "input")
            return null;
        throw failure;
    }
}
async function writtenBumps({ git, commit, context }, before) {
    if (await git.isShallow()) {
        context.progress.say("this clone is shallow: what commit messages say of the version's number may be missed");
    }
    // the version's commit may lie beside the main line: what came since is what came since they parted
    const from = (await git.tryResolve(before)) === null ? null : await git.mergeBase(before, commit);
    const messages = from === null ? [] : await git.messages({ from, to: commit, most: MOST_COMMITS });
    return messages.flatMap((text) => TRAILER.exec(text)?.[1]?.toLowerCase() ?? []);
}
/** Everything that a person writes and that makes the model: equal texts mean that only data are others. */
async function recipeOf(site, model, commit) {
    const tree = site.git.treeAt(commit, site.below);
    const { project, results } = await site.know(site, tree);
    const graph = (0,plan/* lenientGraph */.g3)(project.stages);
    const maker = (0,model_files/* stageOf */.gV)(project, (0,model_files/* artifactOf */.qB)(project, model));
    const stages = maker === null ? [] : [...(0,plan/* spread */.il)([maker], (stage) => graph.upstream(stage))];
    const written = stages.map((stage) => writtenOf(stage, results.get(stage.address)?.entry ?? stage.lock, graph));
    const code = (await (0,code_files/* codeFiles */.R)(tree, model)).map(({ file, content }) => [file.path, content]);
    const python = await (0,release_python/* pythonPart */.qn)(tree, model);
    const packages = python === null ? null : (0,release_python/* pythonContent */.El)(python);
    const environment = (await (0,release_environment/* environmentPart */.H)(tree, project, model))?.recipe.digest ?? null;
    return JSON.stringify([written.sort(), code, model.base, model.command, packages, environment]);
}
/** What of a stage is written by people: command, parameters, and what it reads that no stage and no `.dvc` file makes. */
function writtenOf({ address, name, deps }, entry, graph) {
    if (name === null || entry === null)
        return address;
    const made = new Set(deps.flatMap(({ at, path }) => (at !== null && graph.producersOf(at).length > 0 ? [path] : [])));
    const read = entry.deps.filter(({ path }) => !made.has(path)).map(({ path, oid }) => [path, oid]);
    return JSON.stringify([address, entry.cmd, (0,kernel/* dumpPythonJson */.jg)(new Map(entry.params)), read]);
}

// EXTERNAL MODULE: ./build/flows/release/act.js
var release_act = __webpack_require__(300);
// EXTERNAL MODULE: ./build/flows/release/carry-out.js + 4 modules
var carry_out = __webpack_require__(12054);
// EXTERNAL MODULE: ./build/flows/release/decide.js
var decide = __webpack_require__(10406);
// EXTERNAL MODULE: ./build/flows/release/publish.js
var publish = __webpack_require__(45315);
;// CONCATENATED MODULE: ./build/flows/release/declare.js






/** How often an environment is decided anew because somebody else was faster. */
const TRIES = 3;
/**
 * Brings every environment to what the main line declares, one after the other; each act changes the tags, so the rest
 * is decided anew. A failure in one does not keep the others from theirs.
 */
async function declare(site, declared) {
    const outcomes = new Map();
    const lost = new Map();
    for (;;) {
        const move = await nextMove(site, declared, outcomes);
        if (move === null)
            break;
        const { name } = move.environment;
        const done = await make(site, declared, move);
        if (done !== "lost")
            outcomes.set(name, done);
        else if ((lost.get(name) ?? 0) + 1 >= TRIES)
            throw raced(name);
        else
            lost.set(name, (lost.get(name) ?? 0) + 1);
    }
    await (0,publish/* publishStanding */.w)(site, declared.model);
    return [...site.config.environments.keys()].flatMap((name) => outcomes.get(name) ?? []);
}
/** The first environment that was not dealt with yet: acts before those that only wait, which an act may set free. */
async function nextMove(site, declared, done) {
    const state = site.ledger.state(declared.model, site.config.environments);
    const { version } = declared;
    const byHand = state.rejections.get(version.version)?.from === "person";
    const changed = byHand ? await declared.changed() : null;
    const moves = (0,environments/* decideDeclaration */.Fb)({ state, version, now: site.context.clock.now(), changed });
    const open = moves.filter((move) => !done.has(move.environment.name));
    return open.find((move) => move.kind !== "wait") ?? open[0] ?? null;
}
async function make(site, declared, move) {
    const { model, version } = declared;
    const { environment } = move;
    const about = { model, environment, version, declared: declared.commit, predicates: [] };
    switch (move.kind) {
        case "keep":
            return keep(site, declared, move.environment.name, move.reason);
        case "revert":
            if (!site.plan)
                await declared.restore?.();
            return (0,carry_out/* carryOut */.u0)(site, revertAct(about, declared, move));
        case "wait":
        case "advance":
            return advance(site, declared, move);
    }
}
/** Decided once more by what can only be asked: health where a soak is demanded, the rights of those who approved. */
async function advance(site, declared, move) {
    const { model, version } = declared;
    const { environment, lifts } = move;
    const about = { model, environment, version, declared: declared.commit };
    const { decision, approvals } = move.decision === null || site.plan
        ? { decision: move.decision, approvals: [] }
        : await (0,decide/* decideNow */.r)(site, {
            model,
            environment: environment.name,
            version,
            asked: "automatic",
            reinstates: (0,environments/* reinstates */.h_)(environment, lifts),
        });
    if (decision !== null && !decision.allow) {
        return (await (0,carry_out/* lookAfter */.sR)(site, model, environment)) ?? (0,release_act/* waiting */.e)(about, decision);
    }
    const why = lifts === null ? {} : { lifts, reason: `reinstated by ${declared.label}` };
    return (0,carry_out/* carryOut */.u0)(site, {
        ...about,
        action: "deploy",
        trailers: { ...why, ...(0,decide/* approvedTrailer */.J)(approvals) },
        predicates: decision?.predicates ?? [],
        reason: advanceReason(declared, { environment, decision, lifts }),
    });
}
function revertAct(about, declared, move) {
    const reason = `${move.rejects} was reverted by ${declared.label}`;
    return {
        ...about,
        action: "revert",
        trailers: { hold: reason, rejects: move.rejects, ...(move.lifts === null ? {} : { lifts: move.lifts }) },
        reason,
    };
}
/** An environment that is kept although it holds another version (a rejection by hand) is looked after all the same. */
async function keep(site, declared, name, reason) {
    const state = site.ledger.state(declared.model, site.config.environments);
    const environment = (0,environments/* environmentOf */.p7)(state, name);
    const version = state.history.versions.find((known) => known.version === environment?.version);
    if (environment === null)
        throw new Error(`${name} was decided and is gone`);
    if (version === undefined) {
        const act = {
            action: "repair",
            environment,
            version: declared.version,
            trailers: {},
            predicates: [],
            reason,
        };
        return { ...(0,release_act/* moveOf */.d)(act, "refused"), action: "wait" };
    }
    return (0,carry_out/* keepUp */.bD)(site, { model: declared.model, environment, version, reason, predicates: [] });
}
function advanceReason(declared, { environment, decision, lifts }) {
    if (lifts !== null)
        return `${lifts} is reinstated by ${declared.label}`;
    const told = (decision?.predicates ?? []).filter(({ name }) => name === "after" || name === "soak" || name === "approval");
    return told.map(({ reason }) => reason).join(", ") || `${environment.name} follows the main line`;
}
function raced(name) {
    return (0,kernel/* infrastructure */.Sv)("environment-contended", `${name} was changed by somebody else ${TRIES} times while we worked`, {
        hint: "let one release at a time work on an environment (a concurrency group), and run again",
    });
}

// EXTERNAL MODULE: ./build/flows/release/find-candidate.js + 1 modules
var find_candidate = __webpack_require__(81485);
// EXTERNAL MODULE: ./build/flows/release/golden.js
var golden = __webpack_require__(81943);
// EXTERNAL MODULE: ./build/flows/release/open-commit.js
var open_commit = __webpack_require__(36862);
// EXTERNAL MODULE: ./build/flows/release/rebuild.js
var rebuild = __webpack_require__(68875);
// EXTERNAL MODULE: ./build/flows/release/unbuilt.js
var unbuilt = __webpack_require__(30209);
// EXTERNAL MODULE: ./build/flows/release/trial.js
var trial = __webpack_require__(32532);
;// CONCATENATED MODULE: ./build/flows/release/ask-built.js



/** Asks a version before it is tagged, where an environment runs images on this machine. Null: it has no requests. */
async function askBuilt(site, { model, version, image, digest }, requests) {
    if (requests.length === 0)
        return null;
    const here = [...site.config.environments.values()].find(({ deploy }) => deploy.kind === "process");
    if (here === undefined) {
        return { asked: [], notAsked: "no environment can start the image here without sending people to it" };
    }
    const { clock, signal, progress } = site.context;
    progress.say(`${model} ${version}: asking what its answers are known to be`);
    const tried = { model, version, image, digest, environment: here.name };
    return unlessUnstartable(async () => {
        const result = await (0,trial/* tryImage */.b)(site, tried, (url) => (0,environments/* askGolden */.NJ)({ url, model, requests, clock, signal }));
        return result.ok ? { asked: result.found, notAsked: null } : { asked: [], notAsked: result.reason };
    });
}
/** That an image does not start here is for its deployment to find: here it only means that nobody was asked. */
async function unlessUnstartable(trying) {
    try {
        return await trying();
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.code === "interrupted")
            throw failure;
        return { asked: [], notAsked: failure.message };
    }
}

;// CONCATENATED MODULE: ./build/flows/release/candidate.js
/**
 * The commit to tag: the candidate's own, or one beside the branch that holds the lock its pull request did not bring.
 * Nothing in it depends on who makes it or when, so every attempt tags the same commit.
 */
async function commitWithTrueLock(site, candidate) {
    const { commit, locks, subject, time } = candidate;
    if (locks.size === 0)
        return commit;
    const message = `${subject}\n\nThe tree of ${commit} with the dvc.lock of its results.`;
    return site.git.commitBeside({ parent: commit, changes: locks, message, at: time });
}

// EXTERNAL MODULE: ./build/flows/release/image.js + 3 modules
var release_image = __webpack_require__(20253);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
;// CONCATENATED MODULE: ./build/flows/release/versions.js








const none = () => Promise.resolve([]);
const NOTHING = { python: null, environment: null };
const versions_TRIES = 3;
/** Looks the candidate up by its content; only what never was is built, pushed and registered, in this order. */
async function settleVersion(site, candidate, { waived = none, measured = none, golden = none, bump }) {
    const target = await commitWithTrueLock(site, candidate);
    for (let tries = 0; tries < versions_TRIES; tries++) {
        const state = stateOf(site, candidate);
        const found = (0,environments/* versionWithContent */.Ij)(state.history, candidate.content) ?? versionOn(state, target);
        if (found !== null)
            return { version: found, origin: "found", pushed: null, uses: NOTHING, golden: null };
        const version = (0,release/* nextVersion */.yU)(state.history, await bump(state.history));
        const requests = await golden();
        const notes = site.plan ? {} : { waived: await waived(), metrics: await measured(target) };
        const made = await makeVersion(site, candidate, { target, version, notes, requests });
        if (made !== "lost")
            return made;
    }
    const due = (0,release/* versionTag */.Vm)(candidate.model.name, (0,release/* nextVersion */.yU)(stateOf(site, candidate).history));
    throw (0,kernel/* infrastructure */.Sv)("release-contended", `another release took the version's number ${versions_TRIES} times`, {
        hint: `let one release run at a time (a concurrency group), and run again; a tag ${due} without a message is no release: delete it`,
    });
}
/** One version on a commit, or GTO stops: what was released from it before is its version. */
function versionOn(state, commit) {
    const found = state.history.versions.find((known) => known.registered && known.commit === commit);
    if (found === undefined)
        return null;
    if ((0,environments/* isUsable */.Ng)(found) && (0,environments/* digestOf */.ol)(found) !== null)
        return found;
    const { model } = state;
    const why = (0,environments/* isUsable */.Ng)(found) ? "names no image: `mainline release` did not make it" : "was withdrawn";
    throw (0,kernel/* badInput */.AN)("commit-has-version", `this commit carries ${model}@${found.version} already, which ${why}`, {
        found: `${model}@${found.version}`,
        expected: "no version on the commit: a second one would stop every gto command",
        hint: `delete the tag (git tag -d '${model}@${found.version}') and release again, or release another commit`,
    });
}
async function makeVersion(site, candidate, { target, version, notes, requests }) {
    const { name, image } = candidate.model;
    const pushed = site.plan ? null : await (0,release_image/* buildAndPush */.sf)(site, candidate, { commit: target, version });
    const uses = pushed ?? (await (0,release_image/* planUses */.E0)(site, candidate));
    const digest = pushed?.digest ?? unbuilt/* UNBUILT */.c;
    const { content, lock } = candidate;
    const environment = pushed?.environment?.digest ?? null;
    const trailers = {
        image: (0,release_site/* imageName */.tO)(image, digest),
        digest,
        content,
        lock,
        ...(environment === null ? {} : { environment }),
    };
    const golden = site.plan ? null : await askBuilt(site, { model: name, version, ...trailers }, requests);
    if (golden !== null && !(0,environments/* allRight */.Q)(golden))
        return { refused: version, golden };
    const asked = golden === null ? {} : { golden: (0,environments/* goldenWords */.$R)(golden) };
    const more = { ...notes, ...asked, ...(site.by === null ? {} : { by: site.by }) };
    const entry = {
        model: name,
        commit: target,
        summary: `Release ${name} ${version}`,
        trailers: { ...trailers, ...more },
    };
    if ((await site.ledger.register(entry, version)).kind === "lost")
        return "lost";
    const registered = (0,environments/* versionOf */.E4)(stateOf(site, candidate).history, version);
    if (registered === null)
        throw new Error(`${version} was registered and cannot be found`);
    return { version: registered, origin: "built", pushed, uses, golden };
}
function stateOf(site, candidate) {
    return site.ledger.state(candidate.model.name, site.config.environments);
}

// EXTERNAL MODULE: ./build/flows/status/metrics.js
var metrics = __webpack_require__(79767);
;// CONCATENATED MODULE: ./build/flows/release.js












/**
 * Releases what a commit of the main line declares: its content is looked up, only what never was is built, and the
 * environments are brought to it by policy. Answer "no" when a result is not known, or a deploy failed.
 */
async function release_release(context, options) {
    const start = context.clock.monotonic();
    const site = await (0,open_commit.openCommit)(context, options);
    const models = [];
    for (const model of await wantedModels(site, options))
        models.push(await releaseModel(site, options, model));
    const fine = models.every((model) => model.outcome !== "blocked" && model.environments.every(isFine));
    return {
        answer: fine ? "yes" : "no",
        document: {
            schema: "mainline.release/1",
            plan: site.plan,
            commit: site.commit,
            models,
            seconds: (context.clock.monotonic() - start) / 1000,
        },
    };
}
function isFine({ outcome, golden }) {
    return outcome !== "failed" && (0,environments/* allRight */.Q)(golden);
}
async function wantedModels(site, { model }) {
    const { models } = site.config;
    if (models.size === 0)
        throw await nothingConfigured(site);
    if (model === null)
        return [...models.values()];
    const found = models.get(model);
    if (found !== undefined)
        return [found];
    const names = [...models.keys()];
    throw (0,kernel/* badInput */.AN)("unknown-model", `mainline.yaml has no model \`${model}\``, {
        found: model,
        expected: `one of ${names.join(", ")}`,
        hint: (0,source.didYouMean)(model, names) ?? `the models are ${names.join(", ")}; another one is written in mainline.yaml`,
    });
}
async function releaseModel(site, options, model) {
    const found = await (0,find_candidate/* findCandidate */.$)(site, model, site.commit);
    if ("unknown" in found)
        return blocked(model, { unknown: found.unknown });
    const settled = await settleVersion(site, found, {
        bump: (history) => bumpFor(site, model, { history, asked: options.bump ?? null, labelled: options.labelled ?? noLabels }),
        golden: () => (0,golden/* goldenOf */.$)(site, { model: model.name, commit: site.commit }),
        measured: async (commit) => (0,metrics/* metricLines */.i4)((await (await (0,metrics/* releasedMetrics */.FR)(site, { asking: true }))(commit)) ?? []),
        ...(options.waived === undefined ? {} : { waived: options.waived }),
    });
    if ("refused" in settled)
        return blocked(model, { refused: settled.refused, golden: settled.golden });
    const environments = await declare(site, {
        model: model.name,
        version: settled.version,
        commit: site.commit,
        label: `${site.commit.slice(0, 7)} "${found.subject}"`,
        changed: () => contentChanged(site, options, found),
        restore: () => (0,rebuild/* restoreImage */.e9)(site, { model: model.name, version: settled.version, know: options.know }),
    });
    return released(site, found, settled, environments);
}
/** Whether the main line declared other content before; null where that cannot be told. */
async function contentChanged(site, { before }, now) {
    const { parents } = await site.git.commitInfo(site.commit);
    const earlier = await site.git.tryResolve(before ?? parents[0] ?? "");
    if (earlier === null)
        return null;
    const found = await (0,find_candidate/* findCandidate */.$)(site, now.model, earlier).catch(() => null);
    return found === null || "unknown" in found ? null : found.content !== now.content;
}
function released(site, candidate, settled, environments) {
    const { version, origin, pushed, uses, golden } = settled;
    const { python, environment } = uses;
    const reverts = environments.find((move) => move.action === "revert");
    const built = site.plan ? "planned" : "released";
    return {
        name: candidate.model.name,
        outcome: reverts !== undefined ? "reverted" : origin === "built" ? built : "exists",
        version: version.version,
        ...(0,unbuilt/* documented */.f)(version),
        reason: reverts?.reason ?? "",
        pushed: pushed === null ? null : { sent: pushed.sent, reused: pushed.reused },
        ...(python === null ? {} : { python }),
        ...(environment === null ? {} : { dockerfile: environment }),
        commit: version.commit,
        content: candidate.content,
        unknown: [],
        golden,
        environments,
    };
}
function blocked(model, bar) {
    return {
        name: model.name,
        outcome: "blocked",
        version: null,
        digest: null,
        image: null,
        reason: "refused" in bar ? `${bar.refused} is not tagged, ${(0,environments/* goldenWords */.$R)(bar.golden)}` : unknownWords(bar.unknown),
        pushed: null,
        commit: null,
        content: null,
        unknown: "unknown" in bar ? bar.unknown : [],
        golden: "golden" in bar ? bar.golden : null,
        environments: [],
    };
}
function unknownWords(unknown) {
    const reason = unknown.map(({ address, why }) => `${address}: ${why.join(", ")}`).join("; ");
    return `the results of these inputs are not known: ${reason}`;
}
/** What to write, with the names that are there to be used. */
async function nothingConfigured(site) {
    const { project } = await site.know(site, site.git.treeAt(site.commit, site.below));
    const artifact = project.artifacts.find(({ type }) => type === "model") ?? project.artifacts[0];
    const name = artifact?.name ?? "churn";
    const first = artifact === undefined ? `write \`artifacts: {${name}: {type: model, path: PATH}}\` in dvc.yaml, then ` : "";
    return (0,kernel/* badInput */.AN)("nothing-to-release", `mainline.yaml at ${site.commit.slice(0, 12)} names no model`, {
        at: { file: "mainline.yaml" },
        found: "no `models:`",
        expected: `models:\n  ${name}:\n    image: oci:../images\n    code: [serve.py]\n    command: [python3, serve.py]`,
        hint: `${first}write that to mainline.yaml and commit it`,
    });
}
const noLabels = async () => null;


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

/***/ 32532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ tryImage)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76057);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39525);




/** Starts an image on this machine where nobody is sent to it, asks it, and ends it. */
function tryImage(site, { image, ...tried }, ask) {
    const { clock, progress, signal, machine } = site.context;
    const about = `${site.root}\0${tried.model}\0${tried.environment}`;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(machine.stateDir, "trial", (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(about).digest("hex").slice(0, 16));
    const deployment = { ...tried, image: (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .absoluteImage */ .Dv)(site, image), previousImage: null };
    const env = { PATH: machine.path, HOME: machine.home, LANG: machine.lang };
    return (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .tryOut */ .Y_)({ clock, progress, signal, store: (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .locationOf */ .hD)(image)), folder, env, deployment }, ask);
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

/***/ 79767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ releasedMetrics),
/* harmony export */   cT: () => (/* binding */ metricsInLines),
/* harmony export */   i4: () => (/* binding */ metricLines)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1088);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2087);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68511);
/* harmony import */ var _remote_shelves_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22415);
/* harmony import */ var _report_objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69689);








/** So many of one version are told; a project that measures more is asked with `mainline diff`. */
const MOST = 100;
/**
 * From git and this machine's cache; what they lack from the remote where `asking` allows it, for what a pull request measured is in
 * git only when somebody committed it. Each commit is read once.
 */
async function releasedMetrics(site, { asking }) {
    const { home, systemConfigDir, globalConfigDir } = site.context.machine;
    const places = { root: site.root, home, systemDir: systemConfigDir, globalDir: globalConfigDir };
    const config = await orNull((0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_4__/* .loadConfig */ .Z9)(places));
    const remote = config === null || !asking ? null : await orNull((0,_remote_shelves_js__WEBPACK_IMPORTED_MODULE_6__/* .optionalRemote */ .R)(site.context, config));
    const below = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(site.git.root), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(site.root)));
    const known = new Map();
    return (commit) => {
        const found = known.get(commit) ?? (config === null ? Promise.resolve(null) : orNull(read(commit)));
        known.set(commit, found);
        return found;
    };
    async function read(commit) {
        if (config === null)
            return null;
        const tree = site.git.treeAt(commit, below);
        const project = await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_4__/* .loadProject */ .gi)(tree, { config, root: site.root });
        const objects = (0,_report_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .shelvedObjects */ .W)({ cache: new _store_index_js__WEBPACK_IMPORTED_MODULE_5__/* .Cache */ .l2(config.cacheDir), remote });
        const table = await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readMetrics */ .Uw)({
            tree: (0,_report_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .asRecorded */ .z)(tree, project),
            project,
            objects,
            data: (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project),
        });
        const all = [...table.files].flatMap(([file, values]) => [...values].map(([name, value]) => ({ file, name, value, gated: isGated(site, file, name) })));
        if (all.length === 0 && table.unavailable.size > 0)
            return null;
        return [...all.filter(({ gated }) => gated), ...all.filter(({ gated }) => !gated)].slice(0, MOST);
    }
}
function isGated({ config }, file, name) {
    return config.gates.some((gate) => gate.file === file && gate.metric === name);
}
/** A board without a number is better than none: a commit may be missing in a shallow clone, its files may be broken. */
async function orNull(promise) {
    try {
        return await promise;
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR))
            throw failure;
        return null;
    }
}
/** So many are written down with a version where gates name some, and so many where none does. */
const [MOST_GATED, MOST_UNGATED] = [20, 5];
/** What a version's tag keeps of its metrics: those that gates look at; without gates the first few. */
function metricLines(metrics) {
    const gated = metrics.filter((metric) => metric.gated).slice(0, MOST_GATED);
    const kept = gated.length > 0 ? gated : metrics.slice(0, MOST_UNGATED);
    return kept.map(({ file, name, value }) => `${file}:${name} ${JSON.stringify(typeof value === "bigint" ? Number(value) : value)}`);
}
/** Those lines read again. What is none of ours is passed over. */
function metricsInLines(lines, site) {
    return lines.flatMap((line) => {
        const [, file = "", name = "", value = ""] = /^([^:]+):(.*?) (-?[0-9][0-9.eE+-]*|true|false|".*")$/.exec(line) ?? [];
        return file === "" ? [] : [{ file, name, value: leafOf(value), gated: isGated(site, file, name) }];
    });
}
function leafOf(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : text;
    }
    catch {
        return text;
    }
}


/***/ })

};
