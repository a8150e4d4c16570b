export const id = 1974;
export const ids = [1974,9593];
export const modules = {

/***/ 31468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JV: () => (/* binding */ askEnvironment),
/* harmony export */   Wr: () => (/* binding */ isHealthy),
/* harmony export */   rs: () => (/* binding */ urlOf)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26196);

const ASK_MS = 2000;
/** Whether the environment serves what the tags say it holds; undefined where nobody can tell. */
async function isHealthy(site, model, name) {
    return (await askEnvironment(site, model, name))?.ok;
}
/** The environment's own answer; null where it has no address or holds nothing. */
async function askEnvironment(site, model, name) {
    const environment = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(site.ledger.state(model, site.config.environments), name);
    const url = urlOf(environment?.config ?? null);
    if (url === null || environment === null || environment.version === null)
        return null;
    const { clock, signal } = site.context;
    return (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .probe */ .dy)({ url, model, version: environment.version, deadlineMs: ASK_MS, clock, signal });
}
/** Where an environment is asked; null when nobody knows. */
function urlOf(config) {
    if (config === null)
        return null;
    if (config.probe !== null)
        return config.probe;
    return config.deploy.kind === "process" ? `http://127.0.0.1:${config.deploy.port}` : null;
}


/***/ }),

/***/ 41985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   Dv: () => (/* binding */ absoluteImage),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42827);


function openStore(site, location) {
    const { clock, signal, machine } = site.context;
    const login = machine.registryLogin === null ? null : { ...machine.registryLogin, host: null };
    const credentials = { dockerConfig: machine.registryAuth, login };
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openImageStore */ .Nr)(absolute(site.root, location), { clock, signal, credentials });
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

/***/ 41974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26196);
/* harmony import */ var _release_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31468);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75838);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41985);




/** What runs where, since when, from which commit, and what stops it: from tags alone. Answer "no" when an environment verifiably serves something else. */
async function status(context, options) {
    const site = await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_2__/* .openSite */ .c2)(context, { remote: options.remote, plan: false, by: null });
    const subjects = new Map();
    const names = new Set([...site.config.models.keys(), ...[...site.ledger.histories().keys()].sort()]);
    const models = [];
    for (const name of names) {
        if (options.model === null || options.model === name)
            models.push(await modelStatus(site, name, options, subjects));
    }
    const wrong = models.some((model) => model.environments.some(({ health }) => health?.ok === false));
    const at = context.clock.now().toISOString();
    return { answer: wrong ? "no" : "yes", document: { schema: "mainline.status/1", at, models } };
}
async function modelStatus(site, name, options, subjects) {
    const state = site.ledger.state(name, site.config.environments);
    const environments = [];
    for (const environment of state.environments) {
        const declared = await environmentStatus(site, state, environment, subjects);
        environments.push(options.verify ? await verify(site, state, declared) : declared);
    }
    const rejected = [...state.rejections.values()].map(({ version, reason }) => ({ version, reason }));
    return { name, latest: state.history.latest?.version ?? null, rejected, environments };
}
async function environmentStatus(site, state, environment, subjects) {
    const { assignment, config, hold } = environment;
    const trailers = assignment?.entry.message.trailers;
    const registration = state.history.versions.find((known) => known.version === environment.version)?.registration;
    const back = assignment === null ? null : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackTarget */ .es)(state, environment);
    return {
        name: environment.name,
        version: environment.version,
        digest: environment.digest,
        image: environment.image,
        url: (0,_release_health_js__WEBPACK_IMPORTED_MODULE_1__/* .urlOf */ .rs)(config),
        since: environment.since?.toISOString() ?? null,
        commit: assignment?.commit ?? null,
        subject: assignment === null ? null : await subjectOf(site, assignment.commit, subjects),
        by: assignment === null ? null : (trailers?.by ?? assignment.entry.tag.tagger.name),
        reason: trailers?.reason ?? null,
        waived: registration?.message.trailers.waived ?? [],
        tag: assignment?.entry.tag.name ?? null,
        after: config?.after ?? null,
        hold: hold?.reason ?? null,
        held: hold === null ? null : heldDetails(hold),
        soakSeconds: soakSeconds(site, environment.name),
        rollback: back === null ? null : { version: back.version, inRegistry: null },
    };
}
function heldDetails(hold) {
    const { since, rejected, from, declared } = hold;
    return { since: since.toISOString(), rejects: rejected, from, declared };
}
/** What the environments behind this one ask for, the longest of it; null when nobody asks. */
function soakSeconds(site, name) {
    const followers = [...site.config.environments.values()].filter((config) => config.after === name);
    const longest = Math.max(0, ...followers.map((config) => config.soakMs));
    return longest === 0 ? null : longest / 1000;
}
/** Asks the environment what runs, and the registry whether a rollback's image is there. */
async function verify(site, state, declared) {
    const answer = await (0,_release_health_js__WEBPACK_IMPORTED_MODULE_1__/* .askEnvironment */ .JV)(site, state.model, declared.name);
    const health = answer === null ? null : { ok: answer.ok, running: answer.serves.join(", ") || null, message: answer.reason };
    const version = state.history.versions.find((known) => known.version === declared.rollback?.version) ?? null;
    const rollback = version === null ? null : { version: version.version, inRegistry: await inRegistry(site, version) };
    return { ...declared, health, rollback };
}
/** Null when the registry could not be asked. */
async function inRegistry(site, version) {
    const [image, digest] = [(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)(version), (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version)];
    if (image === null || digest === null)
        return null;
    return (0,_release_site_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(site, (0,_release_site_js__WEBPACK_IMPORTED_MODULE_3__/* .locationOf */ .hD)(image))
        .resolve(digest)
        .then((found) => found !== null, () => null);
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


/***/ })

};
