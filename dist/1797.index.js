export const id = 1797;
export const ids = [1797];
export const modules = {

/***/ 91797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  imageDiff: () => (/* binding */ imageDiff)
});

// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
// EXTERNAL MODULE: ./build/flows/image-diff/base.js
var image_diff_base = __webpack_require__(15655);
// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
// EXTERNAL MODULE: ./build/flows/release/resolve.js
var resolve = __webpack_require__(53348);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
;// CONCATENATED MODULE: ./build/flows/image-diff/named.js






/** `churn@v1.2.0`, `churn@prod`, `churn#prod`; a digest after the `@` makes it an image's name. */
const VERSION = /^([^@#]+)[@#]([^@#:]+)$/;
/** Finds the images that people name; the repository's tags are read only where a model is named. */
class Naming {
    #context;
    #site = null;
    constructor(context) {
        this.#context = context;
    }
    /** Failures `image-not-found`, `image-reference`, `unknown-version`, `unknown-model`. */
    async find(asked) {
        const [, model, name] = VERSION.exec(asked) ?? [];
        if (model !== undefined && name !== undefined && !asked.startsWith("oci:"))
            return this.#ofModel(asked, model, name);
        const { location, wanted } = locate(asked);
        return this.#open(asked, { location, wanted, root: this.#context.cwd });
    }
    async #ofModel(asked, model, name) {
        this.#site ??= (0,open_site/* openSite */.c2)(this.#context, { remote: null, plan: true, by: null });
        const site = await this.#site;
        const state = (0,resolve/* knownModel */.t)(site, model);
        const environment = (0,environments/* environmentOf */.p7)(state, name);
        const version = (0,environments/* versionOf */.E4)(state.history, name);
        const [image, digest] = version === null ? [environment?.image, environment?.digest] : [(0,environments/* imageOf */.dT)(version), (0,environments/* digestOf */.ol)(version)];
        if (image && digest)
            return this.#open(asked, { location: (0,release_site/* locationOf */.hD)(image), wanted: digest, root: site.root });
        const names = [
            ...state.environments.map((known) => known.name),
            ...state.history.versions.map((known) => known.version),
        ];
        throw (0,kernel/* badInput */.AN)("unknown-version", `\`${model}\` has no image called ${name}`, {
            found: name,
            expected: names.length === 0 ? "a model that was released" : `one of ${names.slice(0, 12).join(", ")}`,
            hint: names.length === 0 ? "mainline release" : "mainline status --fetch",
        });
    }
    async #open(asked, { location, wanted, root }) {
        const store = (0,release_site/* openStore */.Ch)({ context: this.#context, root }, location);
        const found = await store.resolve(wanted);
        if (found === null) {
            throw (0,kernel/* infrastructure */.Sv)("image-not-found", `there is no image ${asked}`, {
                found: `nothing called ${wanted} in ${store.location}`,
                expected: "an image that was pushed",
            });
        }
        const digest = await (0,release/* platformImage */.bg)(store, found, asked);
        const host = location.kind === "registry" ? (0,release/* parseReference */.F2)(location.repository).host : null;
        return { asked, image: (0,release_site/* imageName */.tO)(location, digest), digest, store, host };
    }
}
/** `oci:DIR:TAG`, `oci:DIR@sha256:…`, or a registry's image. */
function locate(text) {
    if (!text.startsWith("oci:")) {
        const reference = (0,release/* parseReference */.F2)(text);
        const repository = `${reference.host}/${reference.path}`;
        return { location: { kind: "registry", repository }, wanted: (0,release/* tagOrDigest */.AA)(reference) };
    }
    const [, directory = "", digest, tag] = /^oci:(.+?)(?:@(sha256:[0-9a-f]{64})|:([A-Za-z0-9_][\w.-]{0,127}))$/.exec(text) ?? [];
    const wanted = (0,kernel/* parseSha256 */.tz)(digest ?? "") ?? tag;
    if (wanted !== undefined)
        return { location: { kind: "layout", directory }, wanted };
    throw (0,kernel/* badInput */.AN)("image-reference", `"${text}" does not say which image of the folder`, {
        found: text,
        expected: "oci:DIR:TAG or oci:DIR@sha256:…",
        hint: `${text}:v0.1.0`,
    });
}

;// CONCATENATED MODULE: ./build/flows/image-diff.js



/** What tells two images apart: from their manifests and configs, and of layers at most a little code. */
async function imageDiff(context, asked) {
    const naming = new Naming(context);
    const named = { from: await naming.find(asked.from), to: await naming.find(asked.to) };
    const from = await (0,release/* readImage */.AM)(named.from.store, named.from.digest, null);
    const to = await (0,release/* readImage */.AM)(named.to.store, named.to.digest, null);
    const layers = (0,release/* diffLayers */.aU)(from.layers, to.layers);
    const sum = (of) => layers.reduce((bytes, layer) => bytes + layer[of], 0);
    const document = {
        schema: "mainline.image-diff/1",
        at: context.clock.now().toISOString(),
        from: await described(context, named.from, from),
        to: await described(context, named.to, to),
        layers,
        pull: { bytes: sum("pull"), of: sum("to") },
        packages: (0,release/* diffPackages */.bu)(from.layers, to.layers),
        code: await (0,release/* diffCode */.dt)(from.layers, to.layers),
    };
    return { answer: "yes", document };
}
/** An environment of a Dockerfile says no time of its own: the same steps make the same image whenever they run. */
function madeAt(context, named, { config, name, base }) {
    const isEnvironment = config.labels[release/* ENVIRONMENT_LABEL */.vq] !== undefined;
    return isEnvironment ? Promise.resolve(null) : (0,image_diff_base/* baseCreated */.C)(context, named, { name, digest: base });
}
async function described(context, named, { config }) {
    const { asked, image, digest } = named;
    const label = (name) => config.labels[`org.opencontainers.image.${name}`] ?? null;
    const [name, base] = [label("base.name"), label("base.digest")];
    return {
        asked,
        image,
        digest,
        version: label("version"),
        created: config.created,
        base: name === null ? null : { name, digest: base, created: await madeAt(context, named, { config, name, base }) },
    };
}


/***/ }),

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

/***/ 53348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ knownModel),
/* harmony export */   u: () => (/* binding */ configuredEnvironment)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60944);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84917);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39525);





/** The model's state. Failure `unknown-model` when neither a tag nor mainline.yaml names it. */
function knownModel(site, model) {
    const histories = site.ledger.histories();
    if (histories.has(model) || site.config.models.has(model)) {
        return (0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(site, model);
    }
    const known = [...new Set([...site.config.models.keys(), ...histories.keys()])];
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("unknown-model", `there is no model \`${model}\` here`, {
        found: model,
        expected: known.length === 0 ? "a model in mainline.yaml" : `one of ${known.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_3__.didYouMean)(model, known) ??
            (known.length === 0 ? `write models.${model} in mainline.yaml` : `the models are ${known.join(", ")}`),
    });
}
/** An environment that can be deployed to. Failure `unknown-environment`. */
function configuredEnvironment(site, state, name) {
    const found = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(state, name);
    if (found !== null && found.config !== null)
        return found;
    const elsewhere = site.config.environments.get(name);
    const known = [...(0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentsFor */ .SL)(site.config, state.model).keys()];
    if (elsewhere !== undefined) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("unknown-environment", `${state.model} does not come to ${name}`, {
            at: elsewhere.at,
            found: `models: [${(0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .modelsFor */ .u5)(site.config, elsewhere).join(", ")}]`,
            expected: known.length === 0 ? "an environment that takes it" : `one of ${known.join(", ")}`,
            hint: `add ${state.model} to environments.${name}.models in mainline.yaml`,
        });
    }
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
        found: name,
        expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_3__.didYouMean)(name, known) ?? `write environments.${name} with its \`deploy\` in mainline.yaml`,
    });
}


/***/ })

};
