export const id = 6909;
export const ids = [6909];
export const modules = {

/***/ 15655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ baseCreated)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23768);
/* harmony import */ var _registry_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32044);



/**
 * When an image's base was made, as the base's registry says; null where nobody knows. An image says itself where its base is: no
 * password that was given for another registry goes there.
 */
async function baseCreated({ clock, signal, machine }, { host }, base) {
    try {
        const digest = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSha256 */ .tz)(base.digest ?? "");
        if (digest === null)
            return null;
        const reference = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(base.name);
        const login = reference.host === host && machine.registryLogin !== null ? { ...machine.registryLogin, host } : null;
        const repository = `${reference.host}/${reference.path}`;
        const credentials = (0,_registry_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .registryCredentials */ .Q)({ machine, signal }, login);
        const store = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openImageStore */ .Nr)({ kind: "registry", repository }, { clock, signal, credentials });
        return (await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readImage */ .AM)(store, digest, "base")).config.created;
    }
    catch (failure) {
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw failure;
    }
}


/***/ }),

/***/ 76909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release_release)
});

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
// EXTERNAL MODULE: ./build/flows/release/act.js
var release_act = __webpack_require__(300);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
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

// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
// EXTERNAL MODULE: ./build/flows/report/objects.js
var report_objects = __webpack_require__(69689);
// EXTERNAL MODULE: ./build/flows/report/truth.js
var truth = __webpack_require__(60240);
// EXTERNAL MODULE: ./build/flows/status/metrics.js
var metrics = __webpack_require__(79767);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
;// CONCATENATED MODULE: ./build/flows/release/coming-back.js







/**
 * What a plan that brings a version back means, for whoever has to say yes to it: from tags, commits and manifests alone. Null where it
 * brings none back.
 */
async function comingBack(site, { model, version, moves }) {
    const reverts = moves.filter(({ action, outcome }) => action === "revert" && outcome === "planned");
    const rejects = [...new Set(reverts.flatMap((move) => move.rejects ?? []))];
    const { history } = (0,release_site/* stateOf */.L4)(site, model);
    const left = history.versions.find((known) => rejects.includes(known.version));
    if (left === undefined)
        return null;
    const way = { left, version };
    const files = await orNull(filesOf(site, way));
    return {
        leaves: left.version,
        back: files === null ? null : { ...files.back, metrics: metricsOf(site, way) },
        stays: files?.stays ?? null,
        image: { from: (0,environments/* digestOf */.ol)(left), to: (0,environments/* digestOf */.ol)(version) },
        seconds: sumOf(reverts.map(({ expected }) => expected)),
        rehearsed: reverts.map(({ environment }) => rehearsedFor(site, { model, environment, version })),
        rejects,
        holds: reverts.flatMap(({ environment, hold }) => {
            const isBehind = (site.config.environments.get(environment)?.after ?? null) !== null;
            return hold !== null && isBehind ? [environment] : [];
        }),
    };
}
/** What reads again as it did then, and what has changed since and does not. Locks apart: what they record is looked up by content. */
async function filesOf(site, way) {
    const { git, below, commit } = site;
    const [left, then] = await Promise.all([sideAt(site, way.left.commit), sideAt(site, way.version.commit)]);
    const made = new Set([...outputsOf(left.project), ...outputsOf(then.project)].map((path) => (0,kernel/* joinPath */.uJ)(below, path)));
    const isWritten = (path) => !made.has(path) && !UNSAID.has((0,kernel/* baseName */.Fl)(path));
    const stays = (await git.changedFiles(way.version.commit, commit)).filter(isWritten);
    const changed = (await git.changedFiles(way.left.commit, way.version.commit)).filter(isWritten);
    const back = changed.filter((path) => !stays.includes(path));
    const params = new Set([...paramFiles(left.project), ...paramFiles(then.project)].map((path) => (0,kernel/* joinPath */.uJ)(below, path)));
    return {
        back: {
            data: back.flatMap((path) => (path.endsWith(".dvc") ? [path.slice(0, -".dvc".length)] : [])),
            code: back.filter((path) => !path.endsWith(".dvc") && !params.has(path)),
            params: (await (0,compare/* paramsDiff */.Cw)(left, then)).rows.map(({ file, name, base, head }) => changeOf(file, name, base, head)),
        },
        stays,
    };
}
const UNSAID = new Set(["dvc.lock", ".gitignore"]);
async function sideAt(site, commit) {
    const tree = site.git.treeAt(commit, site.below);
    const known = await site.know(site, tree);
    const project = (0,truth/* withResults */.F2)(known.project, known.results);
    const objects = (0,report_objects/* shelvedObjects */.W)({ cache: known.cache, remote: null });
    return { tree: (0,report_objects/* asRecorded */.z)(tree, project), project, objects, data: (0,compare/* recordedData */.Zw)(project) };
}
/** What stages make is nothing that somebody wrote. */
function outputsOf({ stages }) {
    return stages.flatMap(({ cmd, outs }) => (cmd === null ? [] : outs.flatMap(({ at }) => at ?? [])));
}
function paramFiles({ stages, topLevel }) {
    return ["params.yaml", ...topLevel.params, ...stages.flatMap(({ params }) => params.map(({ at }) => at))];
}
function metricsOf(site, { left, version }) {
    const [before, after] = [left, version].map(({ registration }) => (0,metrics/* metricsInLines */.cT)(registration?.message.trailers.metrics ?? [], site));
    return (after ?? []).flatMap(({ file, name, value }) => {
        const old = before?.find((metric) => metric.file === file && metric.name === name);
        return old === undefined || old.value === value ? [] : [changeOf(file, name, old.value, value)];
    });
}
function changeOf(file, name, from, to) {
    const text = (value) => (value === null ? null : (0,compare/* formatExact */.Bo)(value));
    return { file, name, from: text(from), to: text(to) };
}
function sumOf(takes) {
    return takes.reduce((sum, take) => (sum === null || take === undefined ? null : sum + take), 0);
}
function rehearsedFor(site, { model, environment, version }) {
    const digest = (0,environments/* digestOf */.ol)(version);
    const last = digest === null ? null : (0,environments/* lastRehearsal */.ai)(site.ledger.rehearsals(), { model, environment, digest });
    if (last === null)
        return { environment, at: null, ok: false, says: "" };
    const says = last.says === "" && !last.started ? "its image was there; it was not started" : last.says;
    return { environment, at: last.at.toISOString(), ok: last.ok, says };
}
/** A commit may be missing in a shallow clone, its files may be broken: the rest is said all the same. */
async function orNull(promise) {
    try {
        return await promise;
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.code === "interrupted")
            throw failure;
        return null;
    }
}

// EXTERNAL MODULE: ./build/flows/release/carry-out.js + 4 modules
var carry_out = __webpack_require__(37799);
// EXTERNAL MODULE: ./build/flows/release/decide.js + 2 modules
var decide = __webpack_require__(77738);
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
    const newer = (await declared.overtaken?.()) ?? null;
    for (;;) {
        const move = newer === null ? await nextMove(site, declared, outcomes) : stays(site, declared, newer, outcomes);
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
    const state = (0,release_site/* stateOf */.L4)(site, declared.model);
    const { version, retries = true } = declared;
    const rejection = state.rejections.get(version.version);
    const anew = rejection?.from === "person" ? await declared.anew(rejection.main) : null;
    const moves = (0,environments/* decideDeclaration */.Fb)({ state, version, now: site.context.clock.now(), anew, retries });
    const open = moves.filter((move) => !done.has(move.environment.name));
    return open.find((move) => move.kind !== "wait") ?? open[0] ?? null;
}
/** What came to be old while it was made moves nothing: going back is what the main line says, not what came late. */
function stays(site, { model, commit }, newer, done) {
    const open = (0,release_site/* stateOf */.L4)(site, model).environments.filter(({ name, config }) => config !== null && !done.has(name));
    const reason = `the main line has gone on from ${commit.slice(0, 7)} to ${newer.slice(0, 7)}, whose own release decides`;
    return open.map((environment) => ({ kind: "keep", environment, reason }))[0] ?? null;
}
async function make(site, declared, move) {
    const { model, version } = declared;
    const { environment } = move;
    const about = { model, environment, version, declared: declared.commit, predicates: [] };
    switch (move.kind) {
        case "keep":
            return keep(site, declared, move.environment.name, move.reason);
        case "revert":
            return (0,carry_out/* carryOut */.u0)(site, revertAct(about, declared, move));
        case "wait":
        case "advance":
            return advance(site, declared, move);
    }
}
/** Decided once more by what can only be asked: health where a soak is demanded, the rights of those who approved. */
async function advance(site, declared, move) {
    const { model, version, retries = true } = declared;
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
            retries,
        });
    if (decision !== null && !decision.allow) {
        return (await (0,carry_out/* lookAfter */.sR)(site, model, environment)) ?? (0,release_act/* waiting */.eg)(about, decision);
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
    const state = (0,release_site/* stateOf */.L4)(site, declared.model);
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
        return { ...(0,release_act/* moveOf */.ds)(act, "refused"), action: "wait" };
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
;// CONCATENATED MODULE: ./build/flows/release/declared-anew.js


/** So far back is looked; whoever says the same for longer says nothing new. */
const MOST = 500;
/**
 * Whether the main line declared other content at that commit or since, before it came to what it declares now. Null where that cannot be
 * told: a commit that is not here, or results that nobody knows.
 */
async function declaredAnew(site, now, since) {
    if (since === null)
        return null;
    const { git, commit } = site;
    if (since === commit || (await git.tryResolve(since)) === null)
        return since === commit ? false : null;
    const base = await git.mergeBase(since, commit);
    if (base === commit)
        return false;
    const line = base === null ? [] : await git.newestCommits({ from: since, to: commit, most: MOST, along: true });
    for (const earlier of [...line.filter((each) => each !== commit), since]) {
        if ((await sameContent(site, now, earlier)) === false)
            return true;
    }
    return base === null ? null : false;
}
async function sameContent(site, now, commit) {
    const found = await (0,find_candidate/* findCandidate */.$)(site, now.model, commit).catch(unreadable);
    return found === null || "unknown" in found ? null : found.content === now.content;
}
function unreadable(failure) {
    if (failure instanceof kernel/* Failure */.HR)
        return null;
    throw failure;
}

// EXTERNAL MODULE: ./build/flows/release/golden.js
var golden = __webpack_require__(81943);
// EXTERNAL MODULE: ./build/flows/image-diff/base.js
var base = __webpack_require__(15655);
// EXTERNAL MODULE: ./build/flows/release/image.js + 2 modules
var release_image = __webpack_require__(93889);
// EXTERNAL MODULE: ./build/flows/release/unbuilt.js
var unbuilt = __webpack_require__(30209);
;// CONCATENATED MODULE: ./build/flows/release/image-preview.js








/**
 * What a node that runs the present image would pull for the next one, as far as that can be told without building it: from manifests, what
 * DVC recorded, and the code. Null where there is nothing to compare with, or whoever has it cannot be asked.
 */
async function imagePreview(site, candidate, { version, moves }) {
    const { history } = (0,release_site/* stateOf */.L4)(site, candidate.model.name);
    const planned = moves.find(({ outcome, previous }) => outcome === "planned" && previous !== null);
    const from = (0,environments/* versionOf */.E4)(history, planned?.previous ?? "");
    if (from === null || from.version === version.version)
        return null;
    try {
        const before = await imageOfVersion(site, from);
        if (before === null)
            return null;
        const after = (0,unbuilt/* documented */.f)(version).digest === null ? null : await imageOfVersion(site, version);
        return after === null
            ? await toBeBuilt(site, candidate, { from, before })
            : await builtBefore(site, { from, version, before, after });
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.code === "interrupted")
            throw failure;
        site.context.progress.say(`what a node would pull of ${candidate.model.name} is not known: ${failure.message}`);
        return null;
    }
}
async function imageOfVersion(site, version) {
    const [image, digest] = [(0,environments/* imageOf */.dT)(version), (0,environments/* digestOf */.ol)(version)];
    return image === null || digest === null ? null : (0,release/* readImage */.AM)((0,release_site/* openStore */.Ch)(site, (0,release_site/* locationOf */.hD)(image)), digest, null);
}
/** Both are there: what `mainline image diff` says. */
async function builtBefore(site, { from, version, before, after }) {
    const layers = (0,release/* diffLayers */.aU)(before.layers, after.layers).map(({ role, change, pull }) => ({ role, change, pull }));
    const { labels } = after.config;
    const [name, digest] = [labels["org.opencontainers.image.base.name"], labels["org.opencontainers.image.base.digest"]];
    const isOurs = labels[release/* ENVIRONMENT_LABEL */.vq] !== undefined;
    const host = hostOf((0,environments/* imageOf */.dT)(version));
    const created = name === undefined || isOurs ? null : await (0,base/* baseCreated */.C)(site.context, { host }, { name, digest: digest ?? null });
    return {
        from: from.version,
        layers,
        bytes: layers.reduce((sum, { pull }) => sum + pull, 0),
        certainty: "exact",
        base: name === undefined ? null : { name, days: daysSince(site, created) },
    };
}
/** The model's own layer is known by its size alone, and what stands on a Dockerfile only when it is built. */
async function toBeBuilt(site, candidate, { from, before }) {
    const { model, environment = null, codeFiles } = candidate;
    const base = environment === null ? await (0,release_image/* openBase */.m)(site, model.base) : null;
    const python = candidate.python === null || base === null
        ? null
        : await (0,release_python/* plannedPython */.T0)(site, { model, part: candidate.python, base });
    const code = await (0,release/* makeLayers */.T1)("code", codeFiles, undefined);
    const known = [...(base?.layers ?? []), ...(python === null ? [] : [python]), ...code];
    const rows = (0,release/* diffLayers */.aU)(before.layers, known).flatMap(({ role, change, pull }) => {
        if (role === "model" || (role === "base" && environment !== null))
            return [];
        return role === "python" && candidate.python !== null && python === null ? [] : [{ role, change, pull }];
    });
    const unknown = [
        ...(environment === null ? [] : [{ role: "base", change: "unknown", pull: null }]),
        ...(candidate.python !== null && python === null
            ? [{ role: "python", change: "changed", pull: null }]
            : []),
    ];
    const layers = [...unknown, ...rows, modelRow(candidate, from)].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
    const pulls = layers.flatMap(({ pull }) => pull ?? []);
    return {
        from: from.version,
        layers,
        bytes: pulls.length < layers.length ? null : pulls.reduce((sum, pull) => sum + pull, 0),
        certainty: certaintyOf(candidate, from),
        base: base === null ? null : { name: base.reference, days: daysSince(site, base.config.created) },
    };
}
const ROLES = ["base", "python", "code", "model"];
/** The layers are made of the model's files and nothing else: the same model has the same. */
function isSameModel({ made }, { registration }) {
    return registration?.message.trailers.model === made;
}
function certaintyOf(candidate, from) {
    if (isSameModel(candidate, from))
        return "exact";
    return candidate.made.endsWith(".dir") ? "most" : "about";
}
function modelRow(candidate, from) {
    const isSame = isSameModel(candidate, from);
    const { size } = candidate;
    return { role: "model", change: isSame ? "same" : "changed", pull: isSame ? 0 : (size ?? null) };
}
/** Whose password may be shown where the base is. */
function hostOf(image) {
    const location = (0,release_site/* locationOf */.hD)(image ?? "oci:");
    return location.kind === "registry" ? (0,release/* parseReference */.F2)(location.repository).host : null;
}
function daysSince(site, created) {
    const days = created === null ? Number.NaN : (site.context.clock.now().getTime() - Date.parse(created)) / 86_400_000;
    // builds that mean to be the same each time are of 1970
    return Number.isNaN(days) || days < 0 || days > MOST_DAYS ? null : Math.floor(days);
}
const MOST_DAYS = 20 * 365;

// EXTERNAL MODULE: ./build/flows/release/images.js
var release_images = __webpack_require__(10124);
// EXTERNAL MODULE: ./build/flows/release/misfits.js
var misfits = __webpack_require__(4791);
// EXTERNAL MODULE: ./build/flows/release/open-commit.js
var open_commit = __webpack_require__(36862);
// EXTERNAL MODULE: ./build/config/index.js + 17 modules
var build_config = __webpack_require__(60944);
// EXTERNAL MODULE: ./build/flows/release/trial.js
var trial = __webpack_require__(32532);
;// CONCATENATED MODULE: ./build/flows/release/ask-built.js




/**
 * Asks a version before it is tagged, where an environment runs images on this machine. Null: it has no requests. `apart`: a folder,
 * absolute, for one that may never run there.
 */
async function askBuilt(site, { model, version, image, digest }, requests, apart) {
    if (requests.length === 0)
        return null;
    const here = whereToAsk(site, model);
    if (here === null)
        return NOWHERE;
    const { clock, signal, progress } = site.context;
    progress.say(`${model} ${version}: asking what its answers are known to be`);
    const about = {
        tried: { model, version, image, digest },
        environment: here,
        ...(apart === undefined ? {} : { apart }),
    };
    return unlessUnstartable(async () => {
        const result = await (0,trial/* tryImage */.b)(site, about, (url) => (0,environments/* askGolden */.NJ)({ url, model, version, requests, clock, signal }));
        if (result === null)
            throw new Error(`${here.name} was to start the image here`);
        return result.ok ? { asked: result.found, notAsked: null } : { asked: [], notAsked: result.reason };
    });
}
const NOWHERE = {
    asked: [],
    notAsked: "no environment can start the image here without sending people to it",
};
/** The environment whose way of starting images is borrowed; null where none that the model comes to starts any on this machine. */
function whereToAsk({ config }, model) {
    return [...(0,build_config/* environmentsFor */.SL)(config, model).values()].find(({ deploy }) => (0,environments/* startsHere */.yT)(deploy)) ?? null;
}
/** That others try one meanwhile says nothing of this one: who comes again finds them gone. */
const CONTENDED = new Set(["interrupted", "deploy-under-way", "lock-failed"]);
/** That an image does not start here is for its deployment to find: here it only means that nobody was asked. */
async function unlessUnstartable(trying) {
    try {
        return await trying();
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR) || CONTENDED.has(failure.code))
            throw failure;
        return { asked: [], notAsked: failure.message };
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/flows/release/ask-planned.js








const LOCK_WAIT_MS = 600_000;
/**
 * Asks a version that would be made what it will be asked before its tag. It may never run anywhere, so it has a place of its own,
 * which no release waits for and of which nothing is left. Null: it has no requests, or is none that is new.
 */
async function askPlanned(site, candidate, { commit, version, requests, isNew, mayStart }) {
    if (requests.length === 0 || !(await isNew()))
        return null;
    const model = candidate.model.name;
    const here = whereToAsk(site, model);
    if (here === null)
        return NOWHERE;
    if (!(await mayStart()))
        return notStarted(requests);
    const { clock, signal } = site.context;
    const place = placeFor(site, model);
    await (0,promises_.mkdir)(place, { recursive: true, mode: 0o700 });
    return unlessUnstartable(() => (0,environments/* withLock */.kK)(place, { clock, signal, waitMs: LOCK_WAIT_MS }, async () => {
        const image = { kind: "layout", directory: (0,external_node_path_.join)(place, "image") };
        try {
            // what was killed before left its image
            await (0,promises_.rm)(image.directory, { recursive: true, force: true });
            const store = (0,release_site/* openStore */.Ch)(site, image);
            // a process takes no more of an image than what lies above its base; a container is the image
            const pack = here.deploy.kind === "process" ? packAlone : packWhole;
            const digest = await pack(site, candidate, { commit, version, source: null, store });
            const built = { model, version, digest, image: (0,release_site/* imageName */.tO)(image, digest) };
            return (await askBuilt(site, built, requests, (0,external_node_path_.join)(place, "trial"))) ?? NOWHERE;
        }
        finally {
            await (0,promises_.rm)(place, { recursive: true, force: true });
        }
    }));
}
function notStarted(requests) {
    return { asked: [], notAsked: "nothing is started for a plan", pending: requests.map(({ file }) => file) };
}
async function packAlone(site, candidate, { store, ...about }) {
    const { digest } = await store.push(await (0,release_image/* packAboveBase */.Qt)(site, candidate, about), [(0,release/* imageTagFor */.bR)(about.version)]);
    return digest;
}
async function packWhole(site, candidate, { store, ...about }) {
    const { image, environment } = await (0,release_image/* packModel */.Zo)(site, candidate, about);
    const below = environment?.push ?? null;
    if (below !== null)
        await store.push(below.image, [below.tag]);
    return (await store.push(image, [(0,release/* imageTagFor */.bR)(about.version)])).digest;
}
/** Of this project's model alone, on this machine. */
function placeFor({ root, context }, model) {
    const name = (0,external_node_crypto_.createHash)("sha256").update(`${root}\0${model}`).digest("hex").slice(0, 16);
    return (0,external_node_path_.join)(context.machine.stateDir, "planned", name);
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

// EXTERNAL MODULE: ./build/flows/release/name-image.js
var name_image = __webpack_require__(46781);
// EXTERNAL MODULE: ./build/flows/release/source.js + 1 modules
var release_source = __webpack_require__(74065);
;// CONCATENATED MODULE: ./build/flows/release/versions.js











const none = () => Promise.resolve([]);
const unmeasured = () => Promise.resolve({});
const never = () => Promise.resolve(false);
const always = () => Promise.resolve(true);
const NOTHING = { python: null, environment: null };
const versions_TRIES = 3;
/** Looks the candidate up by its content; only what never was is built, pushed, asked, named at the registry and registered, in this order. */
async function settleVersion(site, candidate, { waived = none, measured = unmeasured, pulls = none, golden = none, isNew = always, mayStart = never, bump }) {
    const target = await commitWithTrueLock(site, candidate);
    for (let tries = 0; tries < versions_TRIES; tries++) {
        const state = (0,release_site/* stateOf */.L4)(site, candidate.model.name);
        const found = (0,environments/* versionWithContent */.Ij)(state.history, candidate.content) ?? versionOn(state, target);
        if (found !== null)
            return { version: found, origin: "found", pushed: null, uses: NOTHING, golden: null };
        const version = (0,release/* nextVersion */.yU)(state.history, await bump(state.history));
        const requests = await golden();
        const before = state.history.latest;
        const notes = site.plan
            ? {}
            : {
                waived: await waived(),
                ...(await measured(target, before)),
                pulls: (await pulls()).map((each) => `#${each}`),
            };
        const made = await makeVersion(site, candidate, { target, version, notes, requests, isNew, mayStart });
        if (made !== "lost")
            return made;
    }
    const due = (0,release/* versionTag */.Vm)(candidate.model.name, (0,release/* nextVersion */.yU)((0,release_site/* stateOf */.L4)(site, candidate.model.name).history));
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
async function makeVersion(site, candidate, { target, version, notes, requests, isNew, mayStart }) {
    const { name, image } = candidate.model;
    const source = await (0,release_source/* sourceOf */.v)(site.git);
    const pushed = site.plan ? null : await (0,release_image/* buildAndPush */.sf)(site, candidate, { commit: target, version, source });
    if (pushed !== null)
        site.images?.pushed(pushed.digest);
    const uses = pushed ?? (await (0,release_image/* planUses */.E0)(site, candidate));
    const digest = pushed?.digest ?? unbuilt/* UNBUILT */.c;
    const { content, lock, made } = candidate;
    const environment = pushed?.environment?.digest ?? null;
    const trailers = {
        image: (0,release_site/* imageName */.tO)(image, digest),
        digest,
        content,
        model: made,
        lock,
        ...(environment === null ? {} : { environment }),
        ...(source === null ? {} : { source }),
    };
    const golden = site.plan
        ? await askPlanned(site, candidate, { commit: target, version, requests, isNew, mayStart })
        : await askBuilt(site, { ...trailers, model: name, version }, requests);
    if (golden !== null && !(0,environments/* allRight */.Q)(golden))
        return { refused: version, golden };
    if (pushed !== null && (await (0,name_image/* nameImage */.P)(site, candidate, { digest: pushed.digest, version })) === "lost")
        return "lost";
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
    const registered = (0,environments/* versionOf */.E4)((0,release_site/* stateOf */.L4)(site, candidate.model.name).history, version);
    if (registered === null)
        throw new Error(`${version} was registered and cannot be found`);
    return { version: registered, origin: "built", pushed, uses, golden };
}

// EXTERNAL MODULE: ./build/flows/status/pull-in.js
var pull_in = __webpack_require__(36592);
;// CONCATENATED MODULE: ./build/flows/release.js


















/**
 * Releases what a commit of the main line declares: its content is looked up, only what never was is built, and the
 * environments are brought to it by policy. Answer "no" when a result is not known, or a deploy failed.
 */
async function release_release(context, options) {
    const start = context.clock.monotonic();
    const site = (0,release_images/* withImages */.n)(await (0,open_commit.openCommit)(context, options), options.know);
    if (mayBeBehind(site))
        await refuseBehind(site, options);
    // of somebody else's commit its own file is looked at, by whoever previews it: the branch's may be what it mends
    if (!site.isForeign)
        (0,misfits/* refuseMisfits */.s)(site.config);
    const models = [];
    for (const model of await wantedModels(site, options))
        models.push(await releaseModel(site, options, model));
    const fine = models.every((model) => model.outcome !== "blocked" && model.environments.every(release_act/* isFine */.zn));
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
/** A plan, and a pull request's preview, may be of any commit. */
function mayBeBehind({ plan, isForeign }) {
    return !plan && !isForeign;
}
/** Old commits declare nothing: what they say was left behind, and to release it would be to go back. */
async function refuseBehind(site, { branch, rev }) {
    const newer = await site.mainLine.newerThan(site.commit, branch);
    if (newer === null)
        return;
    throw (0,kernel/* badInput */.AN)("behind-main-line", `${site.commit.slice(0, 7)} is not what the main line says now`, {
        found: rev === "HEAD" ? "a clone that is behind" : rev,
        expected: `its newest commit, ${newer.slice(0, 7)}, or one after it`,
        hint: "git pull, then release; an earlier version comes back by git revert, or by `mainline rollback`",
    });
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
        golden: () => (0,golden/* goldenOf */.$F)(site, { model: model.name, commit: site.commit }),
        measured: (commit, before) => (0,metrics/* measurementsOf */.ZG)(site, commit, before),
        pulls: () => pullsOf(options, found),
        ...(options.waived === undefined ? {} : { waived: options.waived }),
        isNew: async () => options.onlyNew !== true || (await isNew(site, options, found)),
        ...(options.mayStart === undefined ? {} : { mayStart: options.mayStart }),
    });
    if ("refused" in settled)
        return blocked(model, { refused: refusal(site, settled), golden: settled.golden });
    const environments = await declare(site, {
        model: model.name,
        version: settled.version,
        commit: site.commit,
        label: `${site.commit.slice(0, 7)} "${found.subject}"`,
        anew: (rejectedAt) => declaredAnew(site, found, rejectedAt),
        retries: options.retries ?? true,
        overtaken: async () => (mayBeBehind(site) ? site.mainLine.newerThan(site.commit, options.branch) : null),
    });
    const { version } = settled;
    const back = site.plan ? await comingBack(site, { model: model.name, version, moves: environments }) : null;
    const preview = site.plan ? await imagePreview(site, found, { version, moves: environments }) : null;
    return {
        ...released(site, found, settled, environments),
        ...(preview === null ? {} : { preview }),
        ...(back === null ? {} : { back }),
    };
}
/** Whether it is other than what the main line declared before, by its content or by what mainline.yaml says of it; where that cannot be told, it is. */
async function isNew(site, options, now) {
    const earlier = await commitBefore(site, options);
    if (earlier === null)
        return true;
    const [before, after] = await Promise.all([earlier, site.commit].map((commit) => site.git.treeAt(commit, site.below).read("mainline.yaml")));
    if (before == null || after == null || Buffer.compare(before, after) !== 0)
        return true;
    return (await contentChanged(site, options, now)) !== false;
}
async function commitBefore(site, { before }) {
    const { parents } = await site.git.commitInfo(site.commit);
    return site.git.tryResolve(before ?? parents[0] ?? "");
}
/** Whether the main line declared other content before; null where that cannot be told. */
async function contentChanged(site, options, now) {
    const earlier = await commitBefore(site, options);
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
async function pullsOf({ pulls }, { subject }) {
    const told = (await pulls?.()) ?? [];
    return told.length > 0 ? told : [(0,pull_in/* pullIn */.F)(subject) ?? []].flat();
}
function refusal({ plan }, { refused, golden }) {
    return `${refused} ${plan ? "would not be" : "is not"} tagged, ${(0,environments/* goldenWords */.$R)(golden)}`;
}
function blocked(model, bar) {
    return {
        name: model.name,
        outcome: "blocked",
        version: null,
        digest: null,
        image: null,
        reason: "refused" in bar ? bar.refused : unknownWords(bar.unknown),
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

/***/ 4791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ refuseMisfits)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60944);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);


/**
 * What no deployment could do, said before anything is built: an environment that has place for one model and gets several, and an
 * image in a folder of this machine for whoever fetches images from a registry. What runs already can be rolled back all the same.
 * Failures `environment-crowded`, `image-not-in-registry`.
 */
function refuseMisfits(config) {
    const found = [...config.environments.values()].flatMap((environment) => [
        ...crowded(config, environment),
        ...outOfReach(config, environment),
    ]);
    if (found.length > 0)
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .together */ .bs)(found);
}
function crowded(config, environment) {
    const { name, deploy, at } = environment;
    const models = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .modelsFor */ .u5)(config, environment);
    const [first, second] = models;
    // a command is told the model's name, and can put each where it belongs
    if (second === undefined || deploy.kind === "command")
        return [];
    const message = `${name} has place for one model by \`${deploy.kind}\`, and ${models.length} come to it`;
    return [
        (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("environment-crowded", message, {
            at,
            found: models.join(", "),
            expected: "one model for each environment, or `deploy: {command: …}`",
            hint: `write \`models: [${first}]\` below ${name}, and an environment of its own for ${second}`,
        }),
    ];
}
function outOfReach(config, environment) {
    const { name, deploy } = environment;
    if (takesFolders(deploy))
        return [];
    return (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .modelsFor */ .u5)(config, environment).flatMap((each) => {
        const model = config.models.get(each);
        if (model === undefined || model.image.kind === "registry")
            return [];
        const message = `${name} deploys by \`${deploy.kind}\`, which cannot fetch images from a folder`;
        return [
            (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("image-not-in-registry", message, {
                at: model.at,
                found: `image: oci:${model.image.directory}`,
                expected: "an image in a registry that it reaches",
                hint: `give ${each} an \`image: host/path\` in mainline.yaml`,
            }),
        ];
    });
}
/** Processes are unpacked by us, a command is told the folder, and podman takes one. */
function takesFolders(deploy) {
    if (deploy.kind === "compose")
        return deploy.host === null && deploy.program === "podman";
    return deploy.kind === "process" || deploy.kind === "command";
}


/***/ }),

/***/ 32532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fetchImage),
/* harmony export */   b: () => (/* binding */ tryImage)
/* harmony export */ });
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39525);
/* harmony import */ var _target_for_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4185);


/**
 * Starts an image as an environment's target would, where nobody is sent to it, asks it, and ends it. Null where the target cannot start
 * one without touching what runs.
 */
async function tryImage(site, { tried, environment, apart }, ask) {
    const target = (0,_target_for_js__WEBPACK_IMPORTED_MODULE_1__/* .targetFor */ .x)(site, environment, tried.image);
    return (await target.tryOut?.(deploymentOf(site, tried, environment), ask, apart)) ?? null;
}
/** Has the image brought to where it would run; null where only others can do that. */
async function fetchImage(site, { tried, environment }) {
    const target = (0,_target_for_js__WEBPACK_IMPORTED_MODULE_1__/* .targetFor */ .x)(site, environment, tried.image);
    return (await target.fetch?.(deploymentOf(site, tried, environment))) ?? null;
}
function deploymentOf(site, tried, { name }) {
    return { ...tried, environment: name, image: (0,_site_js__WEBPACK_IMPORTED_MODULE_0__/* .absoluteImage */ .Dv)(site, tried.image), previousImage: null };
}


/***/ }),

/***/ 79767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ releasedMetrics),
/* harmony export */   ZG: () => (/* binding */ measurementsOf),
/* harmony export */   cT: () => (/* binding */ metricsInLines)
/* harmony export */ });
/* unused harmony export metricLines */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1088);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94738);
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
/** What is written down with a version that a commit makes: what was measured, and what gates say of it beside the version before. */
async function measurementsOf(site, commit, before) {
    const metrics = (await (await releasedMetrics(site, { asking: true }))(commit)) ?? [];
    const lines = before?.registration?.message.trailers.metrics ?? [];
    return { metrics: metricLines(metrics), gates: gateLines(site, metrics, metricsInLines(lines, site)) };
}
/** `metrics.json:accuracy 0.91 → 0.934 passed`, for each gate that could be judged. */
function gateLines({ config: { gates } }, now, before) {
    const base = before.length === 0 ? null : tableOf(before);
    const judged = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluateGates */ .ud)(gates, { base, head: tableOf(now) }).filter(({ head }) => head !== null);
    return judged.slice(0, MOST_GATED).map(({ file, metric, base: then, head, verdict, why }) => {
        const values = then === null ? (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExact */ .Bo)(head) : `${(0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExact */ .Bo)(then)} → ${(0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExact */ .Bo)(head)}`;
        return `${file}:${metric} ${values} ${verdict === "passed" ? "passed" : `${verdict}: ${why}`}`;
    });
}
function tableOf(metrics) {
    const files = Map.groupBy(metrics, ({ file }) => file);
    return {
        files: new Map([...files].map(([file, rows]) => [file, new Map(rows.map(({ name, value }) => [name, value]))])),
        unavailable: new Set(),
        problems: [],
        mappings: new Set(files.keys()),
    };
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


/***/ }),

/***/ 36592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ pullIn),
/* harmony export */   J: () => (/* binding */ pullOfTag)
/* harmony export */ });
/** The pull request as GitHub writes it into the first line of commits that it makes of them: squashed, or merged. */
function pullIn(subject) {
    const [, squashed, merged] = /\(#(\d{1,9})\)$|^Merge pull request #(\d{1,9})\b/.exec(subject) ?? [];
    const number = squashed ?? merged;
    return number === undefined ? null : Number(number);
}
/** The same of a tag's lines `Pull: #12`: the last of them. */
function pullOfTag(lines = []) {
    const [, number] = /^#(\d{1,9})$/.exec(lines.at(-1) ?? "") ?? [];
    return number === undefined ? null : Number(number);
}


/***/ })

};
