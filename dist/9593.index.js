export const id = 9593;
export const ids = [9593];
export const modules = {

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
