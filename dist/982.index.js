export const id = 982;
export const ids = [982];
export const modules = {

/***/ 10982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   environmentHere: () => (/* binding */ environmentHere)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60944);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23768);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56806);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84917);
/* harmony import */ var _release_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4457);
/* harmony import */ var _release_find_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10457);
/* harmony import */ var _release_from_images_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69281);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39525);









/**
 * The image that a stage's Dockerfile makes of the files that lie there now, in the engine's storage. It is the very one that a model
 * of mainline.yaml with the same Dockerfile stands on: from the model's repository, else from this machine, else built once for both.
 */
async function environmentHere(context, workspace, { asked, engine, voice }) {
    const { part, home } = await wanted(workspace, asked);
    const ground = { context: { ...context, progress: spokenBy(voice, context.progress) }, root: workspace.root };
    const { signal } = context;
    const pins = await (0,_release_from_images_js__WEBPACK_IMPORTED_MODULE_7__/* .pinsOf */ .cz)(ground, home, part).catch((failure) => failureOf(failure));
    if (pins instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR)
        return kept(ground, { part, failure: pins, engine, home });
    const key = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentKey */ .J4)(part.recipe, pins);
    const name = nameOf(key);
    const here = await (0,_run_index_js__WEBPACK_IMPORTED_MODULE_3__/* .imageHere */ .YJ)(engine, name, signal);
    if (here?.labels[_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ENVIRONMENT_LABEL */ .vq] === key)
        return here;
    const image = await made(ground, { part, pins, home });
    voice.say(`handing ${part.config.file}'s environment to ${engine.program}`);
    return (0,_run_index_js__WEBPACK_IMPORTED_MODULE_3__/* .loadImage */ .yt)(engine, (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .loadableArchive */ .ff)(image, name), { name, signal });
}
async function wanted(workspace, { dockerfile, at }) {
    const { git, below, project } = workspace;
    if (git === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("container-no-git", "a Dockerfile's environment is made of what git tracks, and git has no say here", {
            at,
            expected: "a project in a git repository",
            hint: "git init && git add, or name an image: `container: {image: …}`",
        });
    }
    const tree = git.treeAt(await git.workTree(), below);
    const said = { by: "container.dockerfile", in: at.file, at };
    const asked = { config: dockerfile, of: "the workspace", said };
    // whoever runs the stage runs its command, too: nothing is kept back from its Dockerfile
    const part = { ...(await (0,_release_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentOf */ .p)(tree, project, asked)), isForeign: false };
    return { part, home: await homeOf(workspace, tree, part) };
}
/** Null too where mainline.yaml cannot be read: that is no affair of a training's. */
async function homeOf({ tree: files, project }, tree, part) {
    const bytes = await files.read("mainline.yaml");
    if (bytes === null)
        return null;
    const models = await quietly(async () => (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .loadMainline */ .ez)((0,_source_index_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeUtf8 */ ._6)(bytes, "mainline.yaml"), "mainline.yaml").models);
    for (const model of models?.values() ?? []) {
        const theirs = await quietly(() => recipeOf(tree, project, model));
        if (theirs === part.recipe.digest)
            return model.image;
    }
    return null;
}
async function recipeOf(tree, project, { dockerfile, at }) {
    if (dockerfile === undefined)
        return null;
    const said = { by: "dockerfile", in: at.file, at };
    return (await (0,_release_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentOf */ .p)(tree, project, { config: dockerfile, of: "the workspace", said })).recipe.digest;
}
async function quietly(work) {
    try {
        return await work();
    }
    catch (cause) {
        if (cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR)
            return null;
        throw cause;
    }
}
async function made(ground, { part, pins, home }) {
    return wholeOf(ground, await (0,_release_find_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .foundEnvironment */ .Af)(ground, { home, part, pins }), home);
}
async function wholeOf(ground, { base, push }, home) {
    if (push !== null)
        return push.image;
    if (home === null)
        throw new Error("an environment without a repository came out of one");
    const { configBytes, layers } = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readImage */ .AM)((0,_release_site_js__WEBPACK_IMPORTED_MODULE_8__/* .openStore */ .Ch)(ground, home), base.digest, "base");
    return { config: configBytes, layers };
}
/** A registry that FROM names does not answer: what this machine made from the same files will do. */
async function kept(ground, { part, failure, engine, home }) {
    const { signal, progress } = ground.context;
    const all = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .keptEnvironments */ .Ps)((0,_release_find_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .folderOf */ .yS)(ground), (repository) => (0,_release_site_js__WEBPACK_IMPORTED_MODULE_8__/* .openElsewhere */ .vG)(ground, repository, home));
    const found = all.find(({ image }) => labelsOf(image)[_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .RECIPE_LABEL */ .uP] === part.recipe.digest);
    if (found === undefined)
        throw failure;
    progress.warn(`${failure.message}: the environment that was made before is taken`);
    const name = nameOf(found.key);
    const here = await (0,_run_index_js__WEBPACK_IMPORTED_MODULE_3__/* .imageHere */ .YJ)(engine, name, signal);
    if (here?.labels[_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ENVIRONMENT_LABEL */ .vq] === found.key)
        return here;
    return (0,_run_index_js__WEBPACK_IMPORTED_MODULE_3__/* .loadImage */ .yt)(engine, (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .loadableArchive */ .ff)(found.image, name), { name, signal });
}
function labelsOf({ config }) {
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageConfig */ .FB)(config, "the environment").labels;
}
/** The name that an environment has in an engine's own storage. */
function nameOf(key) {
    const tag = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentTag */ .ab)(key);
    return `localhost/mainline-env:${tag.slice(tag.lastIndexOf("-") + 1)}`;
}
/** What a stage's container takes is told among the stage's own lines. */
function spokenBy(voice, progress) {
    const group = (title) => {
        voice.say(title);
        return () => { };
    };
    return {
        say: (line) => voice.say(line),
        live: (line) => voice.live(line),
        output: (chunk) => voice.output(chunk),
        warn: (line) => voice.warn(line),
        group,
        lane: (title) => progress.lane(title),
    };
}
function failureOf(error) {
    if (error instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR && error.kind === "infrastructure" && error.code !== "interrupted")
        return error;
    throw error;
}


/***/ }),

/***/ 32044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ registryCredentials)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _shell_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69432);


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

/***/ 4457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ environmentPart),
/* harmony export */   p: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23768);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84917);



/** Null where the model takes none. Failures of `environmentOf`. */
async function environmentPart(tree, project, { name, dockerfile: config, at }, isForeign = false) {
    if (config === undefined)
        return null;
    const said = { by: `models.${name}.dockerfile`, in: "mainline.yaml", at };
    return {
        ...(await environmentOf(tree, project, { config, of: `commit ${tree.name.slice(0, 12)}`, said })),
        isForeign,
    };
}
/** Failures `dockerfile-missing`, `context-missing` and those of the Dockerfile. */
async function environmentOf(tree, project, { config, of, said }) {
    const { file, context, target, args } = config;
    const { at } = said;
    const text = await textAt(tree, file);
    if (text === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("dockerfile-missing", `${of} has no file ${file}`, {
            at,
            found: file,
            expected: `the Dockerfile that ${said.by} names, tracked by git`,
            hint: `git add ${file}, or correct ${said.in}`,
        });
    }
    const dockerfile = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__.readDockerfile)(text, { file, target, args });
    const files = await tree.entriesBelow(context);
    if (files.length === 0) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("context-missing", `${of} has no folder ${context}`, {
            at,
            found: context,
            expected: `the folder that ${said.by}.context names, with files that git tracks`,
        });
    }
    const ignore = (await textAt(tree, `${file}.dockerignore`)) ?? (await textAt(tree, (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(context, ".dockerignore")));
    const foreign = (path) => madeByTraining(project, (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(context, path));
    const parts = { dockerfile, files: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .contextFiles */ .XW)(dockerfile, { files, ignore, foreign, of }), target, args };
    return {
        config,
        recipe: { ...parts, digest: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recipeDigest */ .dF)(parts) },
        read: (object) => tree.content(object),
    };
}
async function textAt(tree, path) {
    const bytes = (await tree.kind(path)) === "file" ? await tree.read(path) : null;
    return bytes === null ? null : (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeUtf8 */ ._6)(bytes, path);
}
/** Why a path (from the DVC root) cannot be of an environment that has to outlive every training, or null. */
function madeByTraining({ stages, artifacts }, path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if ((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, ".dvc") || name === "dvc.lock" || name.endsWith(".dvc"))
        return "it is a record of DVC's";
    if (path === "mainline.yaml")
        return "it says what Mainline does";
    if (artifacts.some((artifact) => artifact.type === "model" && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, artifact.path)))
        return "it is a model";
    const maker = stages.find((stage) => stage.outs.some(({ at }) => at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, at)));
    return maker === undefined ? null : `it is an output of ${maker.address}`;
}


/***/ }),

/***/ 10457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ knownEnvironment),
/* harmony export */   Af: () => (/* binding */ foundEnvironment),
/* harmony export */   Bz: () => (/* binding */ referenceOf),
/* harmony export */   Ff: () => (/* binding */ environmentAt),
/* harmony export */   Mp: () => (/* binding */ toPush),
/* harmony export */   jj: () => (/* binding */ useOf),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23768);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93163);
/* harmony import */ var _from_images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69281);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39525);






/** As it is wanted now: from where the model's images are, else from this machine, else built. */
async function foundEnvironment(site, about) {
    const asking = { ...about, key: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentKey */ .J4)(about.part.recipe, about.pins) };
    return (await knownEnvironment(site, asking)) ?? (await build(site, asking));
}
/** Null where it would have to be built. */
async function knownEnvironment(site, asking) {
    const { home, key } = asking;
    const stored = await storedEnvironment(site, home, key);
    if (stored !== null)
        return { base: stored, push: null, use: useOf(asking, "registry", stored) };
    const cached = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .cachedEnvironment */ ._W)(folderOf(site), key, (repository) => (0,_site_js__WEBPACK_IMPORTED_MODULE_5__/* .openElsewhere */ .vG)(site, repository, home));
    return cached === null ? null : toPush(site, asking, { image: cached, from: "cached", builder: null });
}
async function build(site, asking) {
    const { home, part, pins, key } = asking;
    const { clock, progress, signal } = site.context;
    const builder = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .findBuilder */ .Lx)(part.config.builder, signal);
    const image = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .buildEnvironment */ .AF)(part.recipe, {
        folder: folderOf(site),
        key,
        builder,
        pins: (0,_from_images_js__WEBPACK_IMPORTED_MODULE_4__/* .pinnedNames */ .dM)(pins),
        below: await (0,_from_images_js__WEBPACK_IMPORTED_MODULE_4__/* .layersBelow */ .mu)(site, home, { part, pins }),
        loopback: (0,_from_images_js__WEBPACK_IMPORTED_MODULE_4__/* .allLoopback */ .j7)(pins),
        storeAt: (repository) => (0,_site_js__WEBPACK_IMPORTED_MODULE_5__/* .openElsewhere */ .vG)(site, repository, home),
        read: (object) => part.read(object),
        clock,
        progress,
        signal,
    });
    // building takes long: what another machine has pushed meanwhile is what all others have
    const stored = await storedEnvironment(site, home, key);
    if (stored !== null)
        return { base: stored, push: null, use: useOf(asking, "registry", stored) };
    return toPush(site, asking, { image, from: "built", builder: builder.name });
}
/** Of which everything is here. */
function toPush(site, asking, { image, from, builder }) {
    const { home, key } = asking;
    const tag = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentTag */ .ab)(key);
    const base = {
        reference: home === null ? tag : referenceOf(home, key),
        pinned: `${home === null ? tag : (0,_site_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .Ch)(site, home).location}@${image.digest}`,
        digest: image.digest,
        config: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageConfig */ .FB)(image.config, "the environment"),
        layers: image.layers,
        isEnvironment: true,
    };
    return { base, push: { image, tag }, use: { ...useOf(asking, from, base), builder } };
}
/** How the images that stand on it call it: the same on every machine, wherever a folder lies. */
function referenceOf(image, key) {
    const place = image.kind === "registry" ? image.repository : `oci:${image.directory}`;
    return `${place}:${(0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentTag */ .ab)(key)}`;
}
/** As the model's repository has it, by its tag; what says that it is of another key was pushed over it. */
async function storedEnvironment(site, home, key) {
    if (home === null)
        return null;
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .Ch)(site, home);
    const digest = await store.resolve((0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentTag */ .ab)(key));
    const base = digest === null ? null : await environmentAt(store, { digest, reference: referenceOf(home, key) });
    return base?.config.labels[_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ENVIRONMENT_LABEL */ .vq] === key ? base : null;
}
/** Null where it, or a layer of it, is gone. */
async function environmentAt(store, { digest, reference }) {
    try {
        const { config, layers } = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readImage */ .AM)(store, digest, "base");
        for (const { descriptor } of layers)
            if (!(await store.hasBlob(descriptor.digest)))
                return null;
        return { reference, pinned: `${store.location}@${digest}`, digest, config, layers, isEnvironment: true };
    }
    catch (failure) {
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR && failure.code === "image-not-found")
            return null;
        throw failure;
    }
}
function useOf({ part }, from, { digest, layers }) {
    const size = layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
    return { dockerfile: part.config.file, from, builder: null, digest, size };
}
function folderOf(site) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .notesFolder */ .w4)(site.root), "environments");
}


/***/ }),

/***/ 69281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cz: () => (/* binding */ pinsOf),
/* harmony export */   dM: () => (/* binding */ pinnedNames),
/* harmony export */   j7: () => (/* binding */ allLoopback),
/* harmony export */   mu: () => (/* binding */ layersBelow)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23768);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39525);



/** Registries that anybody may have us ask: what is asked of them says nothing about us. */
const PUBLIC = [(0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)("scratch").host];
/** A registry that says so has no such image for us; the builder may have it all the same. */
const NOT_HERE = ["registry-unauthorized", "registry-forbidden", "registry-not-found", "registry-token"];
/** An image that a Dockerfile names, where it can be asked for: not where a variable is left in it, or it is of this machine alone. */
function askable(image) {
    try {
        const reference = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
        return reference.host === "localhost" ? null : reference;
    }
    catch (failure) {
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw failure;
    }
}
/** What the images that the Dockerfile names are today. Failures of registries; `environment-not-asked` for those that a stranger names. */
async function pinsOf(site, own, part) {
    const pins = new Map();
    for (const image of part.recipe.dockerfile.images) {
        const reference = askable(image);
        const told = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .digestIn */ .s)(image);
        if (told === null && reference !== null && part.isForeign)
            refuseStrange(reference, own);
        pins.set(image, told ?? (reference === null ? null : await digestToday(site, own, { image, reference })));
    }
    return pins;
}
/** `repository@sha256:…` of each image whose digest is known. */
function pinnedNames(pins) {
    return new Map([...pins].flatMap(([image, digest]) => {
        const reference = digest === null ? null : askable(image);
        return reference === null || digest === null ? [] : [[image, `${nameOf(image)}@${digest}`]];
    }));
}
/** Every image is of a registry on this machine, by a port: plain HTTP will do for the builder. */
function allLoopback(pins) {
    const hosts = [...pins.keys()].map((image) => askable(image)?.host ?? "");
    return hosts.length > 0 && hosts.every((host) => /^(localhost|127\.0\.0\.1|\[::1\]):\d+$/.test(host));
}
/** The layers of those images as their registries have them, by the digest of what they unpack to. Where one does not say, the builder's copy is taken. */
async function layersBelow(site, own, { part, pins }) {
    const found = new Map();
    for (const [image, digest] of pins) {
        const reference = askable(image);
        if (reference === null || digest === null)
            continue;
        const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .openElsewhere */ .vG)(site, `${reference.host}/${reference.path}`, own);
        const read = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .platformImage */ .bg)(store, digest, image)
            .then((of) => (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readImage */ .AM)(store, of, "base"))
            .catch(notRead);
        refuseTriggers(read?.config.onBuild ?? [], { image, part });
        for (const layer of read?.layers ?? [])
            found.set(layer.diffId, layer);
    }
    return found;
}
function notRead(failure) {
    if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return null;
    throw failure;
}
/** What such an image copies is not in the Dockerfile's own text, by which the context was chosen. */
function refuseTriggers(triggers, { image, part }) {
    const copies = triggers.find((trigger) => /^\s*(COPY|ADD)\s/i.test(trigger));
    const { sources, file } = part.recipe.dockerfile;
    if (copies === undefined || sources === null || sources.some(({ pattern }) => pattern === "."))
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("environment-onbuild", `${image} copies files of the context by itself (ONBUILD)`, {
        at: { file },
        found: copies,
        expected: "COPY and ADD in the Dockerfile, which says what the environment is made of",
        hint: `write \`${copies}\` into ${file}, on an image without ONBUILD`,
    });
}
async function digestToday(site, own, { image, reference }) {
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .openElsewhere */ .vG)(site, `${reference.host}/${reference.path}`, own);
    const digest = await store.resolve(reference.tag ?? "latest").catch((failure) => {
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && NOT_HERE.includes(failure.code))
            return null;
        throw failure;
    });
    if (digest === null)
        site.context.progress.warn(`${image} is not at its registry: the builder has it, or has not`);
    return digest;
}
/** A pull request must not choose which hosts are asked by whoever judges it. */
function refuseStrange({ host }, home) {
    const own = home?.kind === "registry" ? (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(home.repository).host : null;
    if (host === own || PUBLIC.includes(host))
        return;
    throw new _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("infrastructure", "environment-not-asked", `${host}, which the Dockerfile names, is asked after the merge`);
}
/** Without tag and digest, as the Dockerfile writes it. */
function nameOf(image) {
    const [named = ""] = image.split("@");
    const colon = named.lastIndexOf(":");
    return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}


/***/ }),

/***/ 39525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   Dv: () => (/* binding */ absoluteImage),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   vG: () => (/* binding */ openElsewhere)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60944);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23768);
/* harmony import */ var _registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32044);




/** What the tags say of a model, and of the environments that it comes to. */
function stateOf({ ledger, config }, model) {
    return ledger.state(model, (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentsFor */ .SL)(config, model));
}
function openStore(site, location) {
    const { clock, signal, machine } = site.context;
    const login = machine.registryLogin === null ? null : { ...machine.registryLogin, host: null };
    const credentials = (0,_registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .registryCredentials */ .Q)(site.context, login);
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openImageStore */ .Nr)(absolute(site.root, location), { clock, signal, credentials, ...patience(machine) });
}
/**
 * A repository that something else than mainline.yaml's `image` names, as `host/path`: no password that was given for that one's registry
 * goes to another.
 */
function openElsewhere(site, repository, own) {
    const { clock, signal, machine } = site.context;
    const { host } = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(repository);
    const isOwn = own?.kind === "registry" && (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(own.repository).host === host;
    const login = isOwn && machine.registryLogin !== null ? { ...machine.registryLogin, host } : null;
    const credentials = { dockerConfig: machine.registryAuth, login };
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openImageStore */ .Nr)({ kind: "registry", repository }, { clock, signal, credentials, ...patience(machine) });
}
function patience({ registrySilenceMs }) {
    return registrySilenceMs === undefined ? {} : { silenceMs: registrySilenceMs };
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


/***/ })

};
