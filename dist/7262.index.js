export const id = 7262;
export const ids = [7262,5490,3163];
export const modules = {

/***/ 81596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ entryFormat)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94738);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84917);


/** Entries of the run cache: a lock entry as YAML, without schema and name. */
const entryFormat = {
    toValue: _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce,
    toText: (entry) => (0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .emitYaml */ .h2)((0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce)(entry)),
    fromText: (text, file) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLockEntry */ .zT)((0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .hN)(text, file)),
};


/***/ }),

/***/ 83181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ refuseOutside)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);



/**
 * Refuses outputs that would be placed outside of the project, by `../`, by an absolute path, or through a symbolic link
 * to a folder: a manifest from somebody else's branch must not choose what is overwritten on this machine. What DVC does
 * not cache (`cache: false`) is the command's own affair, as for DVC. Failures `output-outside`.
 */
function refuseOutside(project, root) {
    const folders = new Map();
    const failures = [];
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            if (!out.cache || out.at === null)
                continue;
            if (!(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(out.at, "."))
                failures.push(outside(stage, out, "lies outside the project"));
            else if (leadsOut((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parentOf */ .gN)(out.at), root, folders)) {
                failures.push(outside(stage, out, "leads out of the project through a symbolic link"));
            }
        }
    }
    if (failures.length > 0)
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .together */ .bs)(failures);
}
/** Judged folder by folder from the top, each once: only links can lead anywhere else. */
function leadsOut(folder, root, known) {
    if (folder === ".")
        return false;
    const found = known.get(folder) ?? (leadsOut((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parentOf */ .gN)(folder), root, known) || isLinkOut((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), root));
    known.set(folder, found);
    return found;
}
function isLinkOut(folder, root) {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
            return false;
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
        return real !== root && !real.startsWith(`${root}/`);
    }
    catch {
        // A link that leads nowhere, or a file where a folder is to be: nothing can be placed through it.
        return false;
    }
}
function outside(stage, out, words) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("output-outside", `output \`${out.path}\` of \`${stage.address}\` ${words}`, {
        at: out.place,
        found: (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(out.at ?? out.path),
        expected: "a path in the project",
        hint: "let the command write below the project; an output elsewhere only with `cache: false`",
    });
}


/***/ }),

/***/ 25490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  allRehearsed: () => (/* binding */ allRehearsed),
  rehearse: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var build_environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
// EXTERNAL MODULE: ./build/flows/release/golden.js
var golden = __webpack_require__(81943);
// EXTERNAL MODULE: ./build/flows/release/image-at.js
var image_at = __webpack_require__(88979);
// EXTERNAL MODULE: ./build/flows/release/rebuild.js
var rebuild = __webpack_require__(68875);
// EXTERNAL MODULE: ./build/flows/release/restore.js
var restore = __webpack_require__(39254);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
// EXTERNAL MODULE: ./build/flows/release/trial.js
var trial = __webpack_require__(32532);
;// CONCATENATED MODULE: ./build/flows/rehearse/steps.js









/** In the order in which a rollback needs them. One that failed keeps those that stand on it from being tried. */
async function stepsOf(site, subject) {
    const image = await timed(site, "image", () => imageStep(site, subject));
    const model = await timed(site, "model", () => modelStep(site, subject));
    const start = await timed(site, "start", () => startStep(site, subject, image));
    return [image, model, start];
}
/** Whoever cannot be asked leaves a step unknown: it is neither well nor broken. */
async function timed(site, name, step) {
    const { clock } = site.context;
    const start = clock.monotonic();
    const said = await step().catch((failure) => {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.code === "interrupted")
            throw failure;
        return { outcome: "unknown", says: failure.message };
    });
    return { name, ...said, seconds: (clock.monotonic() - start) / 1000 };
}
/** Pulled whole where nothing else pulls it. One that is gone is put back, as a rollback would do: better now than in need. */
async function imageStep(site, subject) {
    const { version, model, know, digest, environment } = subject;
    const restored = await (0,restore/* restoreImage */.e)(site, { model, version, know });
    if (restored.kind === "lost" || restored.kind === "not-taken")
        return { outcome: "failed", says: restored.reason };
    const image = (0,build_environments/* imageOf */.dT)(version) ?? "";
    const found = await (0,image_at/* imageAt */.t)(site, { image, digest, model, version: version.version });
    if (found.kind === "unknown" || found.kind === "gone")
        return { outcome: "unknown", says: found.says };
    if (found.kind === "unsigned")
        return { outcome: "failed", says: `a rollback would be refused: ${found.says}` };
    if (environment.config?.deploy.kind !== "process")
        await pull((0,release_site/* openStore */.Ch)(site, (0,release_site/* locationOf */.hD)(image)), digest);
    const wrong = found.kind === "wrong" ? `; ${found.says}` : "";
    if (restored.kind === "not-needed")
        return { outcome: "passed", says: `its image is in the registry${wrong}` };
    const says = "its image was gone from the registry: it was packed anew with the same digest, and is there again";
    return { outcome: "restored", says: `${says}${wrong}` };
}
/** Reads every byte of an image: each blob proves its digest at its end. */
async function pull(store, digest) {
    const { config, layers } = (0,release/* parseManifest */.Ng)(await store.manifest(digest), `${store.location}@${digest}`);
    for (const blob of [config, ...layers])
        for await (const _ of store.blob(blob))
            ;
}
/** Whether the image could be packed anew on any machine: only what a remote or git keeps counts. */
async function modelStep(site, { model, version, know }) {
    const recipe = await (0,rebuild/* recipeOf */.S)(site.context, { model, version, know });
    const lacking = recipe.ok ? await recipe.candidate.lacking() : recipe.reason;
    if (lacking === null)
        return { outcome: "passed", says: "its model is stored: the image could be packed anew" };
    return { outcome: "failed", says: `its image could not be packed anew: ${lacking}` };
}
async function startStep(site, subject, image) {
    const { environment, version, digest, model } = subject;
    if (image.outcome !== "passed" && image.outcome !== "restored")
        return { outcome: "not-tried", says: "it was not started: its image is not there" };
    const { config } = environment;
    if (config === null)
        return { outcome: "not-tried", says: `it was not started: mainline.yaml has no ${environment.name}` };
    const tried = { model, version: version.version, image: (0,build_environments/* imageOf */.dT)(version) ?? "", digest };
    const about = { tried, environment: config };
    const { clock, signal } = site.context;
    const requests = await (0,golden/* goldenIfReadable */.be)(site, { model, commit: version.commit });
    const question = { model, version: version.version, requests, clock, signal };
    const result = await (0,trial/* tryImage */.b)(site, about, (url) => (0,build_environments/* askGolden */.NJ)({ url, ...question }));
    if (result === null)
        return notStarted(config, await (0,trial/* fetchImage */.a)(site, about));
    return result.ok ? answered(version, result.found) : { outcome: "failed", says: result.reason, log: result.log };
}
/** Says what stands between the image in the registry and a version that answers, where only the target itself can try it. */
function notStarted({ name, deploy }, fetched) {
    if (fetched?.ok === false)
        return { outcome: "failed", says: fetched.reason, log: fetched.log };
    const why = `${name} is deployed by \`${deploy.kind}\`, which would touch what runs`;
    if (fetched !== null) {
        const says = `${fetched.found} has fetched it, and it was not started there: that would take the place of what runs`;
        return { outcome: "not-tried", says };
    }
    const unasked = CLUSTERS.has(deploy.kind) ? ", and whether the cluster can fetch it was not asked" : "";
    return { outcome: "not-tried", says: `it was not started${unasked}: ${why}` };
}
const CLUSTERS = new Set(["kubernetes", "kustomize", "helm"]);
/** A rollback to what answers wrongly would say no, too. */
function answered({ version }, asked) {
    if (asked.length === 0)
        return { outcome: "passed", says: `${version} starts and answers` };
    const proof = { asked, notAsked: null };
    const says = `${version} starts and answers; ${(0,build_environments/* goldenWords */.$R)(proof)}`;
    if ((0,build_environments/* allRight */.Q)(proof))
        return { outcome: "passed", says };
    const log = asked.flatMap(({ file, differences }) => differences.map((difference) => `${file}: ${difference}`));
    return { outcome: "failed", says, log };
}

// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
// EXTERNAL MODULE: ./build/flows/release/resolve.js
var resolve = __webpack_require__(53348);
;// CONCATENATED MODULE: ./build/flows/rehearse.js







/**
 * Tries what a rollback of each environment would bring back, without sending anybody to it: is the image there and whole, could it be
 * packed anew, does it start and answer. What came of it is written down in a tag. Answer "no" where a rollback would fail.
 */
async function rehearse(context, options) {
    const site = await (0,open_site/* openSite */.c2)(context, options);
    const rehearsals = [];
    const commits = [];
    for (const { model, environment } of subjects(site, options)) {
        const version = (0,build_environments/* rollbackTarget */.es)((0,release_site/* stateOf */.L4)(site, model), environment);
        rehearsals.push(await rehearsed(site, options, { model, environment, version }));
        if (version !== null)
            commits.push(version.commit);
    }
    const tag = site.plan ? null : await record(site, rehearsals, commits[0] ?? null);
    return judged({ schema: "mainline.rehearsal/1", plan: site.plan, rehearsals, tag });
}
/** What several projects of one repository rehearsed, as one. */
function allRehearsed(outcomes) {
    return judged({
        schema: "mainline.rehearsal/1",
        plan: outcomes.some(({ document }) => document.plan),
        rehearsals: outcomes.flatMap(({ document }) => document.rehearsals),
        tag: outcomes.findLast(({ document }) => document.tag !== null)?.document.tag ?? null,
    });
}
function judged(document) {
    const found = new Set(document.rehearsals.map(({ outcome }) => outcome));
    return { answer: found.has("failed") ? "no" : found.has("unknown") ? "unknown" : "yes", document };
}
/** The environments that are asked for, of those that hold something; of the models that mainline.yaml names. */
function subjects(site, { model, environments: asked }) {
    const { environments } = site.config;
    for (const name of asked)
        if (!environments.has(name))
            throw unknownEnvironment(name, [...environments.keys()]);
    const names = asked.length === 0 ? [...environments.keys()] : asked;
    const models = model === null ? [...site.config.models.keys()] : [(0,resolve/* knownModel */.t)(site, model).model];
    return models.flatMap((each) => {
        const state = (0,release_site/* stateOf */.L4)(site, each);
        return names.flatMap((name) => {
            const environment = (0,build_environments/* environmentOf */.p7)(state, name);
            return environment === null || environment.version === null ? [] : [{ model: each, environment }];
        });
    });
}
async function rehearsed(site, { know }, { model, environment, version }) {
    const digest = (0,build_environments/* digestOf */.ol)(version);
    const about = { model, environment: environment.name, present: environment.version ?? "", digest };
    if (version === null || digest === null) {
        const reason = "it held no other version before that could come back";
        return { ...about, version: null, outcome: "none", reason, steps: [] };
    }
    const named = { ...about, version: version.version };
    if (site.plan)
        return { ...named, outcome: "planned", reason: "", steps: [] };
    site.context.progress.say(`${model} in ${environment.name}: rehearsing the way back to ${version.version}`);
    const subject = { model, environment, version, digest, know };
    const steps = await stepsOf(site, subject);
    return { ...named, ...verdictOn(steps), steps };
}
/** A model that could not be packed anew is told and bars nothing as long as the image itself is there. */
function verdictOn(steps) {
    const stopping = steps.filter(({ name, outcome }) => name !== "model" && outcome === "failed");
    if (stopping.length > 0)
        return { outcome: "failed", reason: stopping.map(({ says }) => says).join("; ") };
    const unasked = steps.filter(({ name, outcome }) => name !== "model" && outcome === "unknown");
    if (unasked.length > 0)
        return { outcome: "unknown", reason: unasked.map(({ says }) => says).join("; ") };
    const rest = steps.filter(({ outcome }) => outcome !== "passed").map(({ says }) => says);
    const started = steps.some(({ name, outcome }) => name === "start" && outcome === "passed");
    return { outcome: started ? "passed" : "unstarted", reason: rest.join("; ") };
}
const TRIES = 3;
/** One tag for all of them; null where nothing was found out, and none is written. */
async function record(site, rehearsals, commit) {
    const told = rehearsals.flatMap(({ model, environment, version, digest, outcome, reason }) => {
        const known = outcome === "passed" || outcome === "unstarted" || outcome === "failed";
        if (!known || version === null || digest === null)
            return [];
        // a digest of a document is what the version's tag said
        const found = { ok: outcome !== "failed", started: outcome === "passed", says: reason };
        return [{ model, environment, version, digest: digest, ...found }];
    });
    if (told.length === 0 || commit === null)
        return null;
    const message = (0,build_environments/* rehearsalMessage */.Z1)(told, site.by);
    for (let tries = 0; tries < TRIES; tries++) {
        const written = await site.ledger.rehearsed(commit, message);
        if (written.kind === "written")
            return written.tag;
        await site.context.clock.sleep(1000, site.context.signal);
    }
    site.context.progress.warn("what was rehearsed could not be written down: other rehearsals took its tag's name");
    return null;
}
function unknownEnvironment(name, known) {
    return (0,kernel/* badInput */.AN)("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
        found: name,
        expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
        hint: (0,source.didYouMean)(name, known) ?? "mainline rollback --rehearse, for all of them",
    });
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

/***/ 41805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ surroundingsOf),
/* harmony export */   bl: () => (/* binding */ remoteConfig),
/* harmony export */   e1: () => (/* binding */ remoteOf),
/* harmony export */   vP: () => (/* binding */ openConfigured)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84917);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68511);




/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
async function remoteOf(context, config, name) {
    return openConfigured(context, remoteConfig(config, name ?? config.defaultRemote));
}
function openConfigured(context, config) {
    return (0,_store_index_js__WEBPACK_IMPORTED_MODULE_3__/* .openRemote */ .d3)(config, surroundingsOf(context));
}
function surroundingsOf({ machine, clock, progress, signal, writeOnce = false, budget, }) {
    return {
        home: machine.home,
        variables: machine.variables,
        clock,
        chance: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(2 ** 32) / 2 ** 32,
        warn: (line) => progress.warn(line),
        signal,
        writeOnce,
        ...(budget === undefined ? {} : { budget }),
    };
}
/** Failures `no-remote`, `unknown-remote`. */
function remoteConfig({ remotes }, name) {
    if (name === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("no-remote", "the project has no default remote", {
            at: { file: ".dvc/config" },
            found: "no `core.remote`",
            expected: "the name of a remote",
            hint: "dvc remote add -d NAME URL, or -r NAME",
        });
    }
    const found = remotes.get(name.toLowerCase());
    if (found !== undefined)
        return found;
    const names = [...remotes.keys()];
    const known = names.length === 0 ? "" : `the remotes are ${names.join(", ")}; `;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-remote", `there is no remote \`${name}\``, {
        at: { file: ".dvc/config" },
        found: name,
        expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(name, names) ?? `${known}dvc remote add ${name} URL makes one`,
    });
}


/***/ }),

/***/ 73793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ tellVersions),
/* harmony export */   t: () => (/* binding */ refusePush)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94738);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50443);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68511);



/** Tells a cloud-versioned remote what these projects say of it; any other remote knows for itself. */
function tellVersions(remote, projects) {
    if (!(remote instanceof _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .VersionedRemote */ .Ws))
        return remote;
    const places = [];
    const directories = [];
    for (const { record, at } of projects.flatMap(recordsOf)) {
        const files = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionedFiles */ .Vk)(record);
        for (const { oid, relpath, versions } of files) {
            const version = versions.get(remote.name);
            const key = relpath === "" ? at : `${at}/${relpath}`;
            if (version !== undefined)
                places.push([oid, { key, version }]);
        }
        const listed = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listedDirectory */ .P8)(record.extra?.get("files"));
        if (listed === null)
            continue;
        const whole = files.every(({ versions }) => versions.has(remote.name));
        directories.push([listed.oid, { listing: Buffer.from(listed.listing), whole }]);
    }
    remote.know(places, directories);
    return remote;
}
function recordsOf({ stages }) {
    return stages.flatMap((stage) => stage.outs.flatMap((out) => {
        const record = out.at === null ? null : (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOfOutput */ .Id)(stage, out);
        return record === null || out.at === null ? [] : [{ record, at: out.at }];
    }));
}
/** Refuses at once to send what only DVC can send; what lies there already needs no sending. */
async function refusePush(remote, objects) {
    if (!(remote instanceof _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .VersionedRemote */ .Ws))
        return;
    const there = await remote.has(objects.map(({ oid }) => oid));
    if (objects.some(({ oid }) => !there.has(oid)))
        throw (0,_store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .notPushable */ .cm)(remote.name);
}


/***/ }),

/***/ 93163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ gitEye),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   bp: () => (/* binding */ openCache),
/* harmony export */   t9: () => (/* binding */ projectAt),
/* harmony export */   ub: () => (/* binding */ changeWorkspace),
/* harmony export */   w4: () => (/* binding */ notesFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22712);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71496);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94738);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56806);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68511);
/* harmony import */ var _entry_format_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81596);
/* harmony import */ var _outside_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(83181);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41805);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(73793);












/** Where our own notes about a project lie; below `.dvc/tmp`, which DVC keeps out of git. */
function notesFolder(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ".dvc", "tmp", "mainline");
}
async function openWorkspace(context) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(context.cwd));
    const config = await configOf(context, root);
    const git = config.noScm ? null : await _git_index_js__WEBPACK_IMPORTED_MODULE_3__.Git.find(root);
    const home = git === null ? root : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(git.root);
    const below = git === null ? "." : (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(home, root));
    const tree = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .workspaceTree */ .OX)(root, context.confined === true ? home : null);
    const eye = git === null ? null : gitEye(git, below);
    const project = await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProject */ .gi)(tree, eye === null ? { config, root } : { config, root, gitIgnored: eye.ignored });
    (0,_outside_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseOutside */ .g)(project, root);
    return {
        root,
        below,
        here: (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(context.cwd))),
        git,
        config,
        tree,
        ignore: project.ignore,
        project,
        cache: new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .Cache */ .l2(config.cacheDir, sharing(config)),
        runCache: new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .RunCache */ .CY(config.cacheDir, _entry_format_js__WEBPACK_IMPORTED_MODULE_8__/* .entryFormat */ .m, sharing(config)),
        state: await _digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HashState */ .SF.open(notesFolder(root)),
        remote: async (name) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_11__/* .tellVersions */ .f)(await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_10__/* .remoteOf */ .e1)(context, config, name), [project]),
    };
}
/** The cache of the project that a folder belongs to, without a look at the project itself: its files may be in the middle of a merge. */
async function openCache(context, folder) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(folder));
    const config = await configOf(context, root);
    return new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .Cache */ .l2(config.cacheDir, sharing(config));
}
/** `cache.shared = group`. */
function sharing({ sections }) {
    return { shared: sections.get("cache")?.get("shared") === "group" };
}
function configOf({ machine }, root) {
    const { home, systemConfigDir, globalConfigDir } = machine;
    return (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadConfig */ .Z9)({ root, home, systemDir: systemConfigDir, globalDir: globalConfigDir });
}
/** Opens a project to change it: under DVC's own lock, so that what was read stays true. `command` is how others are told of us. */
async function changeWorkspace(context, command, work) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(context.cwd));
    const { clock, progress, signal } = context;
    const hardLinks = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .isOn */ .Mp)(await configOf(context, root), "core", "hardlink_lock");
    const place = { root, command: `mainline ${command}`, pid: process.pid, clock, progress, signal, hardLinks };
    return (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .lockedProject */ .yC)(place, async (access) => {
        const workspace = await openWorkspace(context);
        try {
            return await work(workspace, access);
        }
        finally {
            workspace.git?.close();
        }
    });
}
/** What DVC's files said at a revision. */
async function projectAt({ git, below, config, root }, rev) {
    if (git === null)
        throw new Error("a revision was asked of a project without git");
    const commit = await git.resolve(rev);
    const tree = git.treeAt(commit, below);
    return { commit, tree, project: await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProject */ .gi)(tree, { config, root }) };
}
/** Git's answers for paths relative to the DVC root. */
function gitEye(git, below) {
    const asked = async (paths, ask) => {
        const found = await ask(paths.map((path) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(below, path)));
        const prefix = below === "." ? "" : `${below}/`;
        return new Set([...found].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)));
    };
    return {
        top: git.root,
        indexFile: git.indexFile,
        ignored: (paths) => asked(paths, (full) => git.ignored(full)),
        tracked: (paths) => asked(paths, (full) => git.tracked(full)),
    };
}


/***/ })

};
