export const id = 3072;
export const ids = [3072];
export const modules = {

/***/ 73072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verify),
/* harmony export */   answerOf: () => (/* binding */ answerOf),
/* harmony export */   together: () => (/* binding */ together)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _release_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99032);
/* harmony import */ var _release_image_at_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88979);



/** Holds git's tags against the registry and against the servers: each says for itself what it has. */
async function verify(site, models) {
    const found = [];
    const asked = [];
    for (const model of models) {
        const state = site.ledger.state(model.name, site.config.environments);
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
    return image === null || digest === null ? null : (0,_release_image_at_js__WEBPACK_IMPORTED_MODULE_2__/* .imageAt */ .t)(site, { image, digest, version: name });
}
function imageJudged(image, what, rebuild) {
    if (image === null || image.kind === "there")
        return [];
    const { says } = image;
    if (image.kind === "unknown") {
        const next = "see that the registry can be reached from here, with a login that may read (MAINLINE_REGISTRY_USERNAME)";
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
    const repair = "`mainline release` deploys anew what does not run; the server's own log says why it does not";
    if (!answer.ok) {
        return { health, judged: [said("no", `${name} has ${version}, but ${url} says: ${answer.reason}`, repair)] };
    }
    if (answer.digest === null || digest === null || answer.digest === digest)
        return { health, judged: [] };
    const message = `${version} answers, but from the image ${answer.digest}`;
    const says = `${name} has the image ${digest}, but ${url} says that it serves ${answer.digest}`;
    return { health: { ...health, ok: false, message }, judged: [said("no", says, repair)] };
}


/***/ })

};
