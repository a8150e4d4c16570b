export const id = 1846;
export const ids = [1846,7066];
export const modules = {

/***/ 1846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   board: () => (/* binding */ board),
/* harmony export */   m: () => (/* binding */ boardOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6877);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49054);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39525);
/* harmony import */ var _release_source_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74065);
/* harmony import */ var _status_metrics_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(79767);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47066);











/** So much of a model's past is told; the tags have all of it. */
const MOST_HAPPENINGS = 200;
/** What runs where and how it came there, from git alone, as a page that needs nothing but a browser. */
async function board(context, options) {
    const document = await boardOf([context], options.remote);
    if (options.out === null)
        return { answer: "yes", document };
    const page = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_5__.renderBoard)(document);
    await writePage((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(context.cwd, options.out), page);
    return { answer: "yes", document: { ...document, file: { path: options.out, bytes: Buffer.byteLength(page) } } };
}
/**
 * What the board tells of some projects of one repository: each one's models by its own mainline.yaml, and with the first what
 * only tags name. `remote` as in `BoardOptions`; the tags are fetched once.
 */
async function boardOf(projects, remote) {
    const sites = [];
    for (const context of projects) {
        sites.push(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_6__/* .openSite */ .c2)(context, { remote: sites.length === 0 ? remote : null, plan: false, by: null }));
    }
    const [first] = sites;
    if (first === undefined)
        throw new Error("a board of no project");
    const claimed = new Set(sites.flatMap(({ config }) => [...config.models.keys()]));
    const models = [];
    for (const site of sites) {
        const measuredAt = await (0,_status_metrics_js__WEBPACK_IMPORTED_MODULE_9__/* .releasedMetrics */ .FR)(site, { asking: remote !== null });
        for (const model of await (0,_status_js__WEBPACK_IMPORTED_MODULE_10__/* .survey */ .F)(site, { model: null })) {
            const own = site.config.models.has(model.name) || (site === first && !claimed.has(model.name));
            if (own)
                models.push(await onBoard(site, model, measuredAt));
        }
    }
    const url = await (0,_release_source_js__WEBPACK_IMPORTED_MODULE_8__/* .sourceOf */ .v)(first.git);
    return {
        schema: "mainline.board/1",
        at: first.context.clock.now().toISOString(),
        repository: { name: url === null ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(first.git.root) : new URL(url).pathname.slice(1), url },
        models,
        file: null,
    };
}
async function onBoard(site, model, measuredAt) {
    const { history } = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_7__/* .stateOf */ .L4)(site, model.name);
    const timeline = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .timelineOf */ .hf)(history).slice(0, MOST_HAPPENINGS);
    const environments = [];
    for (const environment of model.environments) {
        const { commit } = environment;
        const metrics = (commit == null ? null : await measuredAt(commit)) ?? environment.metrics ?? null;
        environments.push({ ...environment, metrics });
    }
    return { ...model, environments, timeline: timeline.map((each) => ({ ...each, at: each.at.toISOString() })) };
}
/** Whole or not at all: somebody may be looking at the page. */
async function writePage(path, page) {
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, page);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (cause) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("file-unwritable", "the page cannot be written", {
            at: { file: path },
            cause,
            found: cause instanceof Error ? cause.message : "a refusal",
            expected: "a file in a folder that you may write to",
            hint: "mainline board --out FILE",
        });
    }
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

/***/ 88979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ imageAt)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23768);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73351);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39525);




const LANES = 4;
/** Asks without pulling: the manifest is read and hashed, its layers are asked for, and the version's tag has to name it. */
async function imageAt(site, asked) {
    const { image, digest, version } = asked;
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .locationOf */ .hD)(image));
    try {
        if ((await store.resolve(digest)) === null)
            return { kind: "gone", says: `${store.location} has no image ${digest}` };
        const missing = await missingBlobs(store, digest);
        if (missing > 0)
            return { kind: "gone", says: `${missing} layers of the image ${digest} are gone from ${store.location}` };
        const found = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_2__/* .signatureAt */ .Ou)(site, asked);
        if (found.kind === "unsigned")
            return found;
        return await tagNames(store, { digest, version });
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        if (failure.code === "sigstore-root")
            return unjudged(failure);
        if (failure.code === "blob-corrupt")
            return { kind: "gone", says: `${failure.message}` };
        return { kind: "unknown", says: `${store.location} could not be asked: ${failure.message}` };
    }
}
/** The image is there; who signed it cannot be told. */
function unjudged({ message, details }) {
    const says = `whether it is signed cannot be told: ${message}`;
    return { kind: "unknown", says, ...(details.hint === undefined ? {} : { next: details.hint }) };
}
async function missingBlobs(store, digest) {
    const { config, layers } = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(await store.manifest(digest), `${store.location}@${digest}`);
    const blobs = new Set([config, ...layers].map((blob) => blob.digest));
    let missing = 0;
    await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)([...blobs], LANES, async (blob) => {
        if (!(await store.hasBlob(blob)))
            missing += 1;
    });
    return missing;
}
/** People pull by the tag: one that was moved gives them something else, whatever is deployed. */
async function tagNames(store, { digest, version }) {
    const tag = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .imageTagFor */ .bR)(version);
    const named = await store.resolve(tag);
    if (named === null || named === digest)
        return { kind: "there" };
    return {
        kind: "wrong",
        says: `the registry's tag ${tag} names ${named}, not ${digest}`,
        next: `somebody pushed over it: pull by digest (${store.location}@${digest}), and see who may write to the registry`,
    };
}


/***/ }),

/***/ 74065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ sourceOf)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
;// CONCATENATED MODULE: ./build/flows/release/web-address.js
/** Hosts that answer in the place of another, where a firewall lets no SSH through. */
const STANDS_FOR = new Map([
    ["ssh.github.com", "github.com"],
    ["altssh.gitlab.com", "gitlab.com"],
    ["altssh.bitbucket.org", "bitbucket.org"],
]);
/** One address for every way to clone (`git@host:o/r.git`, `https://token@host/o/r`); null for a folder on some machine. */
function webAddress(remote) {
    const parts = partsOf(remote);
    return parts === null ? null : addressOf(parts);
}
function addressOf({ host, path }) {
    const name = host.toLowerCase();
    return `https://${STANDS_FOR.get(name) ?? name}/${path}`;
}
function partsOf(remote) {
    const scp = /^(?:[^@/]+@)?([^:/]{2,}):(?!\/\/)(.+)$/.exec(remote ?? "");
    const url = /^(https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(remote ?? "");
    const [host, path] = url === null ? [scp?.[1], scp?.[2]] : [url[2], url[3]];
    if (host === undefined || path === undefined)
        return null;
    const bare = path.replace(/^\/+/, "").replace(/(\.git)?\/*$/, "");
    return { host, path: bare, ssh: url === null || url[1] === "ssh" };
}

;// CONCATENATED MODULE: ./build/flows/release/source.js



const ASKING_MS = 5000;
/**
 * Where a clone's repository is, as everybody else knows it: the address goes into the image's digest, and two clones of one repository
 * have to come to the same. Null for a folder on some machine.
 */
async function sourceOf(git) {
    const written = partsOf(await git.remoteUrl("origin"));
    if (written !== null && isPublic(written.host))
        return addressOf(written);
    // a nickname: git's own (`url.….insteadOf`), or SSH's (`Host work`)
    const meant = partsOf(await git.resolvedUrl("origin")) ?? written;
    if (meant === null || isPublic(meant.host) || !meant.ssh)
        return meant === null ? null : addressOf(meant);
    return addressOf({ ...meant, host: await sshHost(meant.host) });
}
/** No nickname has a dot, and hardly a host that others know has none. */
function isPublic(host) {
    return host.includes(".");
}
/** What SSH's settings say that a nickname stands for; the nickname itself where there is no SSH, or nothing is said. */
async function sshHost(nickname) {
    if (nickname.startsWith("-"))
        return nickname;
    try {
        const { code, stdoutText } = await (0,shell/* run */.eF)("ssh", ["-G", nickname], { timeoutMs: ASKING_MS });
        const named = code === 0 ? /^hostname (\S+)$/m.exec(stdoutText)?.[1] : undefined;
        return named ?? nickname;
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return nickname;
    }
}


/***/ }),

/***/ 22415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ optionalRemote),
/* harmony export */   T: () => (/* binding */ withRemote)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41805);


/** The default remote; null without one, and with a word of warning where it is of a kind that we cannot talk to. */
async function optionalRemote(context, config) {
    if (config.defaultRemote === null)
        return null;
    try {
        return await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_1__/* .remoteOf */ .e1)(context, config, null);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code !== "remote-not-supported")
            throw failure;
        context.progress.warn(`${failure.message}: only what this machine holds is known`);
        return null;
    }
}
/** An observer that asks the remote for what this machine lacks: single runs by key, listings and objects by id. Nothing is listed. */
function withRemote(observer, { cache, runCache, remote }) {
    if (remote === null)
        return observer;
    return {
        ...observer,
        knownRun: async (inputs) => {
            const here = await observer.knownRun(inputs);
            if (here !== null || (await remote.fetchRuns(runCache, [runCache.key(inputs)])) === 0)
                return here;
            return observer.knownRun(inputs);
        },
        // the listing of a directory is the last of it that is written: where it is, all is
        stored: async (oid, hash) => (await observer.stored(oid, hash)) || (await remote.has([oid], hash)).size > 0,
        listing: async (oid, hash) => {
            const here = await observer.listing(oid, hash);
            if (here !== null || (await remote.fetch(oid, cache, hash)) === null)
                return here;
            return observer.listing(oid, hash);
        },
    };
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

/***/ 69689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ shelvedObjects),
/* harmony export */   z: () => (/* binding */ asRecorded)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1088);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22712);



/** Recorded files: from this machine's cache, else from the remote. What does not hash to its name counts as absent. */
function shelvedObjects({ cache, remote }) {
    const fetched = async (oid, hash) => remote !== null && (await remote.fetch(oid, cache, hash)) !== null;
    const read = async (oid, hash) => {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(cache.path(oid, hash)).catch(() => null);
        return bytes === null || (hash === "md5" && (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes) !== oid) ? null : bytes;
    };
    return {
        read: async (oid, hash) => (await read(oid, hash)) ?? ((await fetched(oid, hash)) ? read(oid, hash) : null),
        listing: async (oid, hash) => (await cache.readListing(oid, hash)) ?? ((await fetched(oid, hash)) ? cache.readListing(oid, hash) : null),
    };
}
/**
 * A tree as it would read had the recorded results been committed: a metrics file that git tracks and nobody brought up
 * to date counts as absent, so that what the lock records is read in its place.
 */
function asRecorded(tree, project) {
    const recorded = new Map();
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            const record = out.cache || out.at === null ? null : (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(stage, out);
            if (record?.oid && record.hash === "md5")
                recorded.set(out.at ?? "", record.oid);
        }
    }
    return {
        ...tree,
        name: tree.name,
        list: (path) => tree.list(path),
        kind: (path) => tree.kind(path),
        read: async (path) => {
            const bytes = await tree.read(path);
            const oid = recorded.get(path);
            return bytes === null || oid === undefined || oid === (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes) ? bytes : null;
        },
    };
}


/***/ }),

/***/ 47066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status),
  F: () => (/* binding */ survey)
});

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/flows/release/health.js
var health = __webpack_require__(99032);
// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
// EXTERNAL MODULE: ./build/flows/status/metrics.js
var metrics = __webpack_require__(79767);
// EXTERNAL MODULE: ./build/flows/status/pull-in.js
var pull_in = __webpack_require__(36592);
// EXTERNAL MODULE: ./build/flows/status/verify.js
var verify = __webpack_require__(73072);
;// CONCATENATED MODULE: ./build/flows/status/waits.js

/** What promotions into an environment, or on from it, have to wait for: from tags and mainline.yaml alone. */
function waitsFor(site, state, environment) {
    const seconds = soakSeconds(site, environment.name);
    return {
        soakSeconds: seconds,
        soaking: soakingStatus(state, environment, { now: site.context.clock.now(), soakMs: (seconds ?? 0) * 1000 }),
        frozen: frozenStatus(site, environment),
        approvals: approvalStatus(state, environment),
    };
}
/** What the environments behind this one ask for, the longest of it; null when nobody asks. */
function soakSeconds(site, name) {
    const followers = [...site.config.environments.values()].filter((config) => config.after === name);
    const longest = Math.max(0, ...followers.map((config) => config.soakMs));
    return longest === 0 ? null : longest / 1000;
}
function soakingStatus(state, environment, looking) {
    const { since, broken } = (0,environments/* soakingOf */.wN)(state, environment, looking);
    return { since: since?.toISOString() ?? null, broken };
}
function frozenStatus({ context }, { config }) {
    const frozen = (0,environments/* frozenAt */.qt)(config?.freeze ?? [], context.clock.now());
    return frozen === null ? null : { ...frozen, until: frozen.until.toISOString() };
}
/** Of what the environment before holds, or the latest version. */
function approvalStatus(state, environment) {
    const { config, version } = environment;
    if (config === null || config.approve === null)
        return null;
    const due = config.after === null ? state.history.latest?.version : (0,environments/* environmentOf */.p7)(state, config.after)?.version;
    const found = due == null || due === version ? null : (0,environments/* versionOf */.E4)(state.history, due);
    if (found === null)
        return null;
    const by = (0,environments/* approvalsOf */.mh)(state, environment, found).map((approval) => approval.by);
    return { version: found.version, by, needed: config.approve.count };
}

;// CONCATENATED MODULE: ./build/flows/status.js








/**
 * What runs where, since when, from which commit, and what stops it: from tags alone. Where it is to be verified, the answer is "no"
 * when registry or server say something else than git, and "unknown" when one of them could not be asked.
 */
async function status_status(context, options) {
    const site = await (0,open_site/* openSite */.c2)(context, { remote: options.remote, plan: false, by: null });
    const models = await survey(site, options);
    const at = context.clock.now().toISOString();
    if (!options.verify)
        return { answer: "yes", document: { schema: "mainline.status/1", at, models } };
    const { verified, models: asked } = await (0,verify/* verify */.M)(site, models);
    return { answer: (0,verify.answerOf)(verified), document: { schema: "mainline.status/1", at, models: asked, verified } };
}
/** Every model that tags or mainline.yaml name, or the one that is asked for. */
async function survey(site, options) {
    const subjects = new Map();
    const names = new Set([...site.config.models.keys(), ...[...site.ledger.histories().keys()].sort()]);
    const models = [];
    for (const name of names) {
        if (options.model === null || options.model === name)
            models.push(await modelStatus(site, name, subjects));
    }
    return models;
}
async function modelStatus(site, name, subjects) {
    const state = (0,release_site/* stateOf */.L4)(site, name);
    const environments = [];
    for (const environment of state.environments) {
        environments.push(await environmentStatus(site, state, environment, subjects));
    }
    const rejected = [...state.rejections.values()].map(({ version, reason }) => ({ version, reason }));
    return { name, latest: state.history.latest?.version ?? null, rejected, environments };
}
async function environmentStatus(site, state, environment, subjects) {
    const { assignment, config, hold } = environment;
    const trailers = assignment?.entry.message.trailers;
    const registration = state.history.versions.find((known) => known.version === environment.version)?.registration;
    const back = assignment === null ? null : (0,environments/* rollbackTarget */.es)(state, environment);
    const subject = assignment === null ? null : await subjectOf(site, assignment.commit, subjects);
    return {
        name: environment.name,
        version: environment.version,
        digest: environment.digest,
        image: environment.image,
        url: (0,health/* urlOf */.r)(config),
        since: environment.since?.toISOString() ?? null,
        commit: assignment?.commit ?? null,
        subject,
        pull: (0,pull_in/* pullOfTag */.J)(registration?.message.trailers.pulls) ?? (0,pull_in/* pullIn */.F)(subject ?? ""),
        by: assignment === null ? null : (trailers?.by ?? assignment.entry.tag.tagger.name),
        reason: trailers?.reason ?? null,
        metrics: metricsOf(site, registration?.message.trailers.metrics),
        waived: registration?.message.trailers.waived ?? [],
        tag: assignment?.entry.tag.name ?? null,
        after: config?.after ?? null,
        ...(config?.auto === false ? { auto: false } : {}),
        hold: hold?.reason ?? null,
        held: hold === null ? null : heldDetails(hold),
        ...failedStatus(state, environment),
        ...waitsFor(site, state, environment),
        rollback: back === null ? null : wayBack(site, state.model, environment, back),
    };
}
function metricsOf(site, lines) {
    return lines === undefined ? null : (0,metrics/* metricsInLines */.cT)(lines, site);
}
function failedStatus(state, environment) {
    const failure = (0,environments/* lastFailure */.xW)(state, environment);
    if (failure === null)
        return {};
    const { version, at, reason } = failure;
    return { failed: { version, at: at.toISOString(), reason } };
}
function wayBack(site, model, { name }, back) {
    const digest = (0,environments/* digestOf */.ol)(back);
    const last = digest === null ? null : (0,environments/* lastRehearsal */.ai)(site.ledger.rehearsals(), { model, environment: name, digest });
    const rehearsed = last === null ? null : wayOf(last);
    return { version: back.version, inRegistry: null, rehearsed };
}
function wayOf({ at, ok, started, says }) {
    return { at: at.toISOString(), ok, started, says };
}
function heldDetails(hold) {
    const { since, rejected, from, declared } = hold;
    return { since: since.toISOString(), rejects: rejected, from, declared };
}
/** A tag's commit may be missing in a shallow clone. */
function subjectOf(site, commit, subjects) {
    const known = subjects.get(commit);
    if (known !== undefined)
        return known;
    const subject = site.git.commitInfo(commit).then((info) => info.subject, () => null);
    subjects.set(commit, subject);
    return subject;
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


/***/ }),

/***/ 73072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verify),
/* harmony export */   answerOf: () => (/* binding */ answerOf),
/* harmony export */   together: () => (/* binding */ together)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _release_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99032);
/* harmony import */ var _release_image_at_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88979);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39525);




/** Holds git's tags against the registry and against the servers: each says for itself what it has. */
async function verify(site, models) {
    const found = [];
    const asked = [];
    for (const model of models) {
        const state = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(site, model.name);
        const environments = [];
        for (const declared of model.environments) {
            const environment = await verifyEnvironment(site, state, declared);
            environments.push(environment.status);
            found.push(...environment.judged);
        }
        asked.push({ ...model, environments });
    }
    const of = (verdict) => found.filter((each) => each.verdict === verdict).map(({ finding }) => finding);
    return { models: asked, verified: { disagreements: of("no"), unasked: of("unknown") } };
}
/** What was found in several parts of a repository; what two of them found is told once. */
function together(parts) {
    const once = (findings) => [
        ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
    ];
    return {
        disagreements: once(parts.flatMap(({ disagreements }) => disagreements)),
        unasked: once(parts.flatMap(({ unasked }) => unasked)),
    };
}
function answerOf({ disagreements, unasked }) {
    if (disagreements.length > 0)
        return "no";
    return unasked.length > 0 ? "unknown" : "yes";
}
async function verifyEnvironment(site, state, declared) {
    const { name: environment, version, rollback } = declared;
    if (version === null)
        return { status: declared, judged: [] };
    const about = { model: state.model, environment };
    const server = await serverAnswer(site, state.model, declared);
    const image = await imageOfVersion(site, state, version);
    const back = rollback == null ? null : await imageOfVersion(site, state, rollback.version);
    const judged = [
        ...tagsAgree(state, declared),
        ...imageJudged(image, `${environment} has ${version}`, `mainline rollback ${state.model} ${environment} --to ${version}`),
        ...imageJudged(back, `a rollback of ${environment} would bring back ${rollback?.version}`, `mainline rollback --rehearse ${environment}`),
        ...server.judged,
    ].map(({ verdict, ...finding }) => ({ verdict, finding: { ...about, ...finding } }));
    const inRegistry = back === null || back.kind === "unknown" ? null : back.kind === "there";
    const way = rollback == null ? {} : { rollback: { ...rollback, inRegistry } };
    return { status: { ...declared, health: server.health, ...way }, judged };
}
/** The tag that assigned a version and the tag that released it name the same image. */
function tagsAgree(state, { name, version, digest, tag }) {
    const released = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, version ?? ""));
    if (released === null || digest === null || released === digest)
        return [];
    return [
        {
            verdict: "no",
            who: "git",
            says: `the tag ${tag} says that ${name} has ${digest}, but ${version} was released as ${released}`,
            next: `one of the tags was made or moved by hand: git tag -v ${tag}, and see who may push tags (mainline doctor)`,
        },
    ];
}
async function imageOfVersion(site, state, name) {
    const version = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, name);
    const [image, digest] = [(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)(version), (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version)];
    return image === null || digest === null ? null : (0,_release_image_at_js__WEBPACK_IMPORTED_MODULE_2__/* .imageAt */ .t)(site, { image, digest, model: state.model, version: name });
}
function imageJudged(image, what, rebuild) {
    if (image === null || image.kind === "there")
        return [];
    const { says } = image;
    if (image.kind === "unknown") {
        const next = image.next ??
            "see that the registry can be reached from here, with a login that may read (MAINLINE_REGISTRY_USERNAME)";
        return [{ verdict: "unknown", who: "registry", says: `${what}, but ${says}`, next }];
    }
    const next = image.kind === "gone"
        ? `\`${rebuild}\`: the image is made anew from the stored model where that is there`
        : image.next;
    return [{ verdict: "no", who: "registry", says: `${what}, but ${says}`, next }];
}
async function serverAnswer(site, model, declared) {
    const { name, version, digest, url } = declared;
    const said = (verdict, says, next) => ({ verdict, who: "server", says, next });
    const answer = await (0,_release_health_js__WEBPACK_IMPORTED_MODULE_1__/* .askEnvironment */ .J)(site, model, name);
    if (answer === null) {
        const says = `nobody says where ${name} answers, so that its server was not asked`;
        return { health: null, judged: [said("unknown", says, `write environments.${name}.probe in mainline.yaml`)] };
    }
    const health = { ok: answer.ok, running: answer.serves.join(", ") || null, message: answer.reason };
    if (!answer.reached) {
        const next = "run this where the environment can be reached";
        return { health, judged: [said("unknown", `${url} could not be asked: ${answer.reason}`, next)] };
    }
    const repair = repairOf((0,_release_site_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(site, model), answer.serves);
    if (!answer.ok) {
        return { health, judged: [said("no", `${name} has ${version}, but ${url} says: ${answer.reason}`, repair)] };
    }
    if (answer.untold === true && answer.digest === null) {
        const says = `${name} has ${version}; ${url} is ready, and does not tell which version it serves`;
        const next = "golden requests tell versions apart that answer differently; docs/serving.md says how servers tell theirs";
        return { health, judged: [said("unknown", says, next)] };
    }
    if (answer.digest === null || digest === null || answer.digest === digest)
        return { health, judged: [] };
    const message = `${version} answers, but from the image ${answer.digest}`;
    const says = `${name} has the image ${digest}, but ${url} says that it serves ${answer.digest}`;
    return { health: { ...health, ok: false, message }, judged: [said("no", says, repair)] };
}
/** What to do where something else runs: a version that this clone never heard of was released by somebody else. */
function repairOf({ history }, serves) {
    const isKnown = (served) => history.versions.some(({ version }) => (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameVersion */ .p)(version, served));
    const unheard = serves.find((served) => (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(served) && !isKnown(served));
    return unheard === undefined
        ? "`mainline release` deploys anew what does not run; the server's own log says why it does not"
        : `this clone does not know ${unheard}: see what others released since with \`mainline status --fetch --verify\``;
}


/***/ })

};
