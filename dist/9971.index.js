export const id = 9971;
export const ids = [9971];
export const modules = {

/***/ 24368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ attachDocuments)
/* harmony export */ });
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23768);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73351);


/** What the image is made of and where it comes from hangs on it, signed, before any tag of git names it. */
async function attachDocuments(site, candidate, { store, image, commit, version, source, signer }) {
    const { model, time, content, lock } = candidate;
    const location = model.image.kind === "layout" ? `oci:${model.image.directory}` : model.image.repository;
    const statement = {
        ...(await candidate.evidence()),
        model: model.name,
        version,
        image: { location, digest: image.digest },
        packages: image.layers.flatMap(({ role, descriptor }) => (role === "python" ? (0,_release_index_js__WEBPACK_IMPORTED_MODULE_0__/* .packagesOf */ .DT)(descriptor) : [])),
        base: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBaseOf */ .c7)(image.manifest),
        source: { url: source, commit },
        created: time,
        content,
        lock,
    };
    const [bill, origin] = [(0,_release_index_js__WEBPACK_IMPORTED_MODULE_0__/* .billOfMaterials */ .Bm)(statement), (0,_release_index_js__WEBPACK_IMPORTED_MODULE_0__/* .provenance */ .aH)(statement)];
    for (const document of [bill, origin])
        await store.attach(image.digest, document);
    if (signer === null)
        return;
    const statements = [origin.bytes, (0,_release_index_js__WEBPACK_IMPORTED_MODULE_0__/* .billStatement */ .H3)(image.digest, bill)];
    await (0,_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .sign */ ._S)(site, signer, { store, image: image.digest, name: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fileName */ .Md)(model.name, version), statements });
}


/***/ }),

/***/ 59873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ codeFiles),
/* harmony export */   i: () => (/* binding */ codeFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);


/** The files that `code:` names, folders in full, as the commit has them. Failure `code-missing`. */
async function codeFiles(tree, model) {
    const found = new Map();
    for (const path of model.code) {
        const files = await filesBelow(tree, path);
        if (files.length === 0)
            throw absent(tree, model, path);
        for (const file of files)
            found.set(file, await codeFile(tree, file));
    }
    return [...found.values()];
}
async function filesBelow(tree, path) {
    const kind = await tree.kind(path);
    if (kind !== "directory")
        return kind === null ? [] : [path];
    const entries = await tree.list(path);
    const below = await Promise.all(entries.map(({ name }) => filesBelow(tree, (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(path, name))));
    return below.flat();
}
async function codeFile(tree, path) {
    const [bytes, object] = await Promise.all([tree.read(path), tree.objectAt(path)]);
    if (bytes === null || object === null)
        throw new Error(`${path} was listed and cannot be read`);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex");
    return {
        file: { path, source: bytes, executable: object.exec, contentId: object.object },
        content: object.exec ? `${digest}+x` : digest,
    };
}
function absent(tree, model, path) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("code-missing", `commit ${tree.name.slice(0, 12)} has no ${path}, which models.${model.name}.code names`, {
        at: model.at,
        found: path,
        expected: "a file or folder that git tracks",
        hint: `git add ${path}, or take it out of mainline.yaml`,
    });
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

/***/ 81485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ findCandidate)
});

// UNUSED EXPORTS: lockDigest

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
// EXTERNAL MODULE: ./build/flows/release/code-files.js
var code_files = __webpack_require__(59873);
// EXTERNAL MODULE: ./build/flows/release/environment.js
var release_environment = __webpack_require__(4457);
// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/flows/remote-shelves.js
var remote_shelves = __webpack_require__(22415);
// EXTERNAL MODULE: ./build/flows/report/objects.js
var report_objects = __webpack_require__(69689);
// EXTERNAL MODULE: ./build/flows/report/truth.js
var truth = __webpack_require__(60240);
;// CONCATENATED MODULE: ./build/flows/release/evidence.js






/** How a model came about, from what DVC's files record: no data is read but the files of metrics. */
async function evidenceOf({ tree, known, stage, files, context }) {
    const project = (0,truth/* withResults */.F2)(known.project, known.results);
    const made = project.stages.find(({ address }) => address === stage?.address);
    if (made === undefined)
        return { stages: [], ingredients: [], params: [], metrics: [], files };
    const graph = (0,plan/* lenientGraph */.g3)(project.stages);
    const before = inOrder(graph, made).filter(({ name }) => name !== null);
    const measured = new Set([...(0,plan/* spread */.il)([made], (each) => graph.downstream(each)), ...before]);
    const objects = (0,report_objects/* shelvedObjects */.W)({ cache: known.cache, remote: await (0,remote_shelves/* optionalRemote */.R)(context, project.config) });
    const side = { tree: (0,report_objects/* asRecorded */.z)(tree, project), project, objects, data: (0,compare/* recordedData */.Zw)(project) };
    const metricFiles = new Set([...measured].flatMap(({ outs }) => outs.flatMap(({ at }) => at ?? [])));
    const metrics = await (0,compare/* readMetrics */.Uw)(side);
    return {
        stages: before.map(({ address, lock }) => ({ address, command: commandOf(lock) })),
        ingredients: ingredientsOf(graph, before),
        params: before.flatMap(({ lock }) => [...(lock?.params ?? [])].flatMap(([file, values]) => named(file, (0,compare/* flatten */.Bq)(values)))),
        metrics: [...metrics.files].flatMap(([file, values]) => (metricFiles.has(file) ? named(file, values) : [])),
        files,
    };
}
/** The stages that lead to one, and it, each after those that it needs. */
function inOrder(graph, stage) {
    const needed = (0,plan/* spread */.il)([stage], (each) => graph.upstream(each));
    return graph.stages.filter((each) => needed.has(each));
}
/** What no stage made, once each. */
function ingredientsOf(graph, stages) {
    const found = new Map();
    for (const { deps, lock } of stages) {
        for (const recorded of lock?.deps ?? []) {
            const at = deps.find(({ path }) => path === recorded.path)?.at ?? null;
            const made = at !== null && graph.producersOf(at).some(({ stage }) => stage.name !== null);
            const each = made ? null : ingredient(at ?? recorded.path, recorded);
            if (each !== null)
                found.set(each.path, each);
        }
    }
    return [...found.values()].sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.path, b.path));
}
function ingredient(path, { oid, hash, size }) {
    return oid === null ? null : { path, oid, hash, size: size ?? null };
}
function commandOf(lock) {
    return [lock?.cmd ?? ""].flat().join("\n");
}
function named(file, values) {
    return [...values].map(([name, value]) => ({ file, name, value: (0,compare/* formatExact */.Bo)(value) }));
}

// EXTERNAL MODULE: ./build/flows/release/model-files.js
var model_files = __webpack_require__(28795);
// EXTERNAL MODULE: ./build/flows/release/python.js
var release_python = __webpack_require__(18752);
;// CONCATENATED MODULE: ./build/flows/release/find-candidate.js








/** What a commit's tree makes of a model, from metadata alone: no data is read, nothing is fetched. */
async function findCandidate(site, model, commit) {
    const tree = site.git.treeAt(commit, site.below);
    const known = await site.know(site, tree);
    const artifact = (0,model_files/* artifactOf */.qB)(known.project, model);
    const unknown = unknownFor(site, known, artifact);
    if (unknown.length > 0)
        return { unknown };
    const { subject, time } = await site.git.commitInfo(commit);
    const [code, python] = [await (0,code_files/* codeFiles */.R)(tree, model), await (0,release_python/* pythonPart */.qn)(tree, model)];
    const environment = await (0,release_environment/* environmentPart */.H)(tree, known.project, model, site.isForeign);
    const around = { code, python, environment };
    const about = { model, commit, time, subject, python, environment, codeFiles: code.map(({ file }) => file) };
    const stored = storedOf(known, artifact);
    const stage = (0,model_files/* stageOf */.gV)(known.project, artifact);
    const evidence = () => evidenceOf({ tree, known, stage, files: stored === null ? [] : filesOf(stored), context: site.context });
    if (stored === null)
        return { ...about, evidence, ...(await inGit(tree, { model, artifact, around })) };
    const lock = lockDigest(stored.entry);
    return {
        ...about,
        evidence,
        lock,
        made: `${artifact.path} ${stored.hash}:${stored.oid}`,
        // a part of a folder has no size of its own
        size: stored.output === artifact.path && stored.size !== null ? Number(stored.size) : null,
        content: contentOf(model, { lock, around, files: new Map([[artifact.path, pathInObject(stored, artifact)]]) }),
        modelFiles: () => (0,model_files/* modelFiles */.VC)(stored, artifact, { ...known, context: site.context }),
        lacking: () => (0,model_files/* lackingAtRemote */.BF)(stored, { ...known, context: site.context }),
        locks: new Map([...known.locks].map(([path, bytes]) => [(0,kernel/* joinPath */.uJ)(site.below, path), bytes])),
    };
}
/** The stage that makes the model and those that make what gates look at; a stage is known only when all before it are. */
function unknownFor(site, known, artifact) {
    const makers = known.project.stages.filter((stage) => stage === (0,model_files/* stageOf */.gV)(known.project, artifact) ||
        stage.outs.some((out) => site.config.gates.some((gate) => gate.file === out.at)));
    return makers.some(({ address }) => known.unknown.has(address))
        ? [...known.unknown].map(([address, why]) => ({ address, why }))
        : [];
}
function storedOf(known, artifact) {
    const stage = (0,model_files/* stageOf */.gV)(known.project, artifact);
    if (stage === null)
        return null;
    const output = stage.outs.find((out) => out.at === artifact.path);
    if (output?.cache === false)
        return null;
    const entry = known.results.get(stage.address)?.entry ?? stage.lock;
    if (entry === null)
        throw new Error(`${stage.address} is known and has no result`);
    return (0,model_files/* storedModel */.z8)(stage, entry, artifact);
}
/** What holds the model, as DVC records it. */
function filesOf({ output, oid, hash }) {
    return [{ path: output, oid, hash, size: null }];
}
/** A model that git itself tracks. */
async function inGit(tree, { model, artifact, around }) {
    if ((await tree.kind(artifact.path)) !== "file") {
        throw (0,kernel/* badInput */.AN)("model-not-tracked", `neither DVC nor git knows what ${artifact.path} holds`, {
            at: artifact.place,
            hint: "make it an output of a stage, or track it: `mainline add` or `git add`",
        });
    }
    const { file, content } = await (0,code_files/* codeFile */.i)(tree, artifact.path);
    const lock = "none";
    return {
        lock,
        made: `${artifact.path} git:${file.contentId}`,
        size: file.source.length,
        content: contentOf(model, { lock, around, files: new Map([[artifact.path, content]]) }),
        modelFiles: async () => [file],
        lacking: async () => null,
        locks: new Map(),
    };
}
function contentOf(model, { lock, around, files }) {
    const { code, python, environment } = around;
    return (0,release/* contentKey */.lO)({
        model: model.name,
        lock,
        modelFiles: files,
        codeFiles: new Map(code.map(({ file, content }) => [file.path, content])),
        base: baseName(model.base),
        command: model.command,
        python: python === null ? null : (0,release_python/* pythonContent */.El)(python),
        environment: environment?.recipe.digest ?? null,
    });
}
/**
 * What stands for the base in the content: its digest where the tree names one, else the name itself. Looking up what a
 * movable tag means today would make yesterday's tree another release, and a revert would not be found.
 */
function baseName(base) {
    return base === null ? null : ((0,release/* digestIn */.s)(base) ?? sha256(base));
}
function pathInObject({ oid, output }, artifact) {
    return output === artifact.path ? oid : `${oid}:${output}`;
}
/**
 * `sha256:` of what went into and came out of the stage: command, parameters, and path and oid of every dependency and
 * output. Sizes, modes and order are left out, in which a lock file and a run-cache entry of one result may differ.
 */
function lockDigest(entry) {
    const cmd = typeof entry.cmd === "string" || entry.cmd === null ? entry.cmd : [...entry.cmd];
    const record = [cmd, rows(entry.deps), new Map(entry.params), rows(entry.outs)];
    return sha256((0,kernel/* dumpPythonJson */.jg)(record));
}
function rows(recorded) {
    const pairs = recorded.map(({ path, oid }) => [path, oid ?? ""]);
    return pairs.sort(([a], [b]) => (0,kernel/* compareCodePoints */.OP)(a, b)).map(([path, oid]) => [path, oid]);
}
function sha256(text) {
    const digest = (0,kernel/* parseSha256 */.tz)(`sha256:${(0,external_node_crypto_.createHash)("sha256").update(text).digest("hex")}`);
    if (digest === null)
        throw new Error("sha256 did not give 64 hex digits");
    return digest;
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

/***/ 81943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ goldenOf),
/* harmony export */   Mi: () => (/* binding */ namesGolden),
/* harmony export */   be: () => (/* binding */ goldenIfReadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60944);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);





/** The folder where golden requests lie without a word about it; of several models, each names its own. */
const USUAL = "golden";
/** The golden requests of a version: those of its own commit. Failures `golden-invalid`, `golden-missing`, `golden-too-many`. */
async function goldenOf(site, { model, commit }) {
    const folder = folderOf(site.config, model);
    if (folder === null)
        return [];
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(site.git.root), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(site.root)) || ".";
    const tree = site.git.treeAt(commit, below);
    const files = await filesIn(tree, folder);
    if (files.length > _environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GOLDEN_LIMITS */ .Je.files)
        throw tooMany(folder, files.length);
    const read = [];
    let left = _environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GOLDEN_LIMITS */ .Je.allBytes;
    for (const file of files) {
        const bytes = await contentOf(tree, file);
        left -= bytes.length;
        if (left < 0)
            throw tooLarge(folder);
        read.push((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readGolden */ .cN)(bytes, file));
    }
    if (read.length === 0)
        refuseAbsent(site.config, model, commit);
    return read;
}
/** Whether any model of a tree has a folder of golden requests; what cannot be read is for others to tell. */
async function namesGolden(tree) {
    const bytes = await tree.read("mainline.yaml");
    if (bytes === null)
        return false;
    try {
        const config = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_2__/* .loadMainline */ .ez)(new TextDecoder().decode(bytes), "mainline.yaml");
        const folders = [...config.models.keys()].flatMap((model) => folderOf(config, model) ?? []);
        const kinds = await Promise.all(folders.map((folder) => tree.kind(folder)));
        return kinds.includes("directory");
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR))
            throw failure;
        return false;
    }
}
/** Those of a version that comes back or is deployed again: what cannot be read of them keeps nobody from the way back. */
async function goldenIfReadable(site, about) {
    try {
        return await goldenOf(site, about);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR))
            throw failure;
        if (failure.code !== "golden-missing")
            site.context.progress.warn(`the golden requests are not asked: ${failure.message}`);
        return [];
    }
}
function folderOf({ models }, model) {
    return models.get(model)?.golden ?? (models.size === 1 && models.has(model) ? USUAL : null);
}
async function filesIn(tree, folder) {
    if ((await tree.kind(folder)) !== "directory")
        return [];
    const entries = await tree.list(folder);
    return entries
        .filter(({ name, kind }) => kind === "file" && name.endsWith(".json"))
        .map(({ name }) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(folder, name));
}
async function contentOf(tree, file) {
    const bytes = await tree.read(file);
    if (bytes === null)
        throw new Error(`${file} was listed and cannot be read`);
    if (bytes.length <= _environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GOLDEN_LIMITS */ .Je.bytes)
        return bytes;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("golden-invalid", `${file} is too large for a golden request`, {
        at: { file },
        found: `${bytes.length} bytes`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GOLDEN_LIMITS */ .Je.bytes}`,
        hint: "one request with few rows says as much",
    });
}
function tooMany(folder, count) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("golden-too-many", `${folder} has ${count} golden requests`, {
        at: { file: folder },
        found: `${count} files`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GOLDEN_LIMITS */ .Je.files}: they are asked after each deployment`,
    });
}
function tooLarge(folder) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("golden-too-many", `the golden requests in ${folder} are too large together`, {
        at: { file: folder },
        found: `more than ${_environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GOLDEN_LIMITS */ .Je.allBytes} bytes`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GOLDEN_LIMITS */ .Je.allBytes}`,
        hint: "requests with few rows say as much",
    });
}
/** What mainline.yaml names has to be there; the usual folder need not. */
function refuseAbsent({ models }, model, commit) {
    const config = models.get(model);
    if (config === undefined || config.golden === null)
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("golden-missing", `commit ${commit.slice(0, 12)} has no golden requests in ${config.golden}`, {
        at: config.at,
        found: config.golden,
        expected: "a folder with files NAME.json that git tracks",
        hint: `git add ${config.golden}, or take \`golden\` out of mainline.yaml`,
    });
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

/***/ 93889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sf: () => (/* binding */ buildAndPush),
  m: () => (/* binding */ openBase),
  Qt: () => (/* binding */ packAboveBase),
  Zo: () => (/* binding */ packModel),
  E0: () => (/* binding */ planUses)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
// EXTERNAL MODULE: ./build/flows/release/attach-documents.js
var attach_documents = __webpack_require__(24368);
// EXTERNAL MODULE: ./build/flows/release/find-environment.js
var find_environment = __webpack_require__(10457);
// EXTERNAL MODULE: ./build/flows/release/from-images.js
var from_images = __webpack_require__(69281);
// EXTERNAL MODULE: ./build/flows/release/newest-images.js
var newest_images = __webpack_require__(93311);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
;// CONCATENATED MODULE: ./build/flows/release/make-environment.js






/** From the model's repository, else from this machine, else built. `before`: the very one that is wanted, whatever its key would be today. */
async function makeEnvironment(site, model, part, before = null) {
    const standing = before === null ? null : await standingEnvironment(site, { model, part }, before);
    if (standing !== null)
        return standing;
    const pins = await (0,from_images/* pinsOf */.cz)(site, model.image, part).catch((failure) => failureOf(failure));
    const made = pins instanceof kernel/* Failure */.HR
        ? await released(site, { model, part, failure: pins })
        : await (0,find_environment/* foundEnvironment */.Af)(site, { home: model.image, part, pins });
    const trouble = (0,release/* userTrouble */.bp)(made.base.config);
    if (trouble !== null)
        site.context.progress.warn(`${part.config.file}: ${trouble}`);
    return made;
}
/** What a release would do about the environment; nothing is built, nothing is written. */
async function planEnvironment(site, model, part) {
    const pins = await (0,from_images/* pinsOf */.cz)(site, model.image, part);
    const made = await (0,find_environment/* knownEnvironment */.$B)(site, { home: model.image, part, pins, key: (0,release/* environmentKey */.J4)(part.recipe, pins) });
    return made?.use ?? { dockerfile: part.config.file, from: "to build", builder: null, digest: null, size: null };
}
/** An environment that was released with, where it is still kept under any key. */
async function standingEnvironment(site, { model, part }, digest) {
    const kept = await (0,release/* keptEnvironments */.Ps)((0,find_environment/* folderOf */.yS)(site), (repository) => (0,release_site/* openElsewhere */.vG)(site, repository, model.image));
    const cached = kept.find(({ image }) => image.digest === digest);
    if (cached !== undefined) {
        const asking = { home: model.image, part, key: cached.key, pins: new Map() };
        return (0,find_environment/* toPush */.Mp)(site, asking, { image: cached.image, from: "cached", builder: null });
    }
    const store = (0,release_site/* openStore */.Ch)(site, model.image);
    const manifest = (await store.resolve(digest)) === null ? null : await (0,release/* readImage */.AM)(store, digest, "base");
    const key = (0,kernel/* parseSha256 */.tz)(manifest?.config.labels[release/* ENVIRONMENT_LABEL */.vq] ?? "");
    const stored = key === null ? null : await (0,find_environment/* environmentAt */.Ff)(store, { digest, reference: (0,find_environment/* referenceOf */.Bz)(model.image, key) });
    return stored === null ? null : { base: stored, push: null, use: (0,find_environment/* useOf */.jj)({ part }, "registry", stored) };
}
/**
 * A registry that a Dockerfile names does not answer: what was released before from the same recipe has an environment that will do, and a
 * retrained model need not wait for it.
 */
async function released(site, { model, part, failure }) {
    const store = (0,release_site/* openStore */.Ch)(site, model.image);
    for (const digest of (0,newest_images/* newestImages */.D)(site, model)) {
        const { config } = await (0,release/* readImage */.AM)(store, digest, null);
        const base = (0,release/* parseBaseOf */.c7)(await store.manifest(digest));
        if (base === null || config.labels[release/* RECIPE_LABEL */.uP] !== part.recipe.digest)
            continue;
        const environment = await (0,find_environment/* environmentAt */.Ff)(store, base);
        if (environment === null)
            continue;
        site.context.progress.warn(`${failure.message}: the environment of the last release is taken`);
        return { base: environment, push: null, use: (0,find_environment/* useOf */.jj)({ part }, "registry", environment) };
    }
    throw failure;
}
function failureOf(error) {
    if (error instanceof kernel/* Failure */.HR && error.kind === "infrastructure" && error.code !== "interrupted")
        return error;
    throw error;
}

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
;// CONCATENATED MODULE: ./build/flows/release/mount-from.js




/**
 * An image whose layers may be mounted from where the model's versions were kept before, where `image:` moved within one registry:
 * weights that it has need not travel. Layers that know of a place keep it.
 */
function mountable(site, model, image) {
    const from = earlierPlace(site, model);
    if (from === null)
        return image;
    return { ...image, layers: image.layers.map((layer) => ({ mountFrom: from, ...layer })) };
}
/** The newest version's that is kept elsewhere on the same host. */
function earlierPlace(site, { name, image }) {
    if (image.kind === "layout")
        return null;
    const here = (0,release/* parseReference */.F2)(image.repository);
    for (const version of (0,release_site/* stateOf */.L4)(site, name).history.versions) {
        const place = placeOf((0,environments/* imageOf */.dT)(version) ?? "");
        if (place !== null && place.host === here.host && place.path !== here.path)
            return `${place.host}/${place.path}`;
    }
    return null;
}
/** Tags are written by others, too: what names no repository is none. */
function placeOf(image) {
    const location = (0,release_site/* locationOf */.hD)(image);
    if (location.kind === "layout" || image === "")
        return null;
    try {
        return (0,release/* parseReference */.F2)(location.repository);
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR)
            return null;
        throw failure;
    }
}

// EXTERNAL MODULE: ./build/flows/release/name-image.js
var name_image = __webpack_require__(46781);
// EXTERNAL MODULE: ./build/flows/release/python.js
var release_python = __webpack_require__(18752);
// EXTERNAL MODULE: ./build/flows/release/signer.js
var release_signer = __webpack_require__(18548);
;// CONCATENATED MODULE: ./build/flows/release/image.js









/** Packs the stored model and pushes it, by digest alone. Killed and repeated it gives the same image, of which the parts are there already. */
async function buildAndPush(site, candidate, { commit, version, source }) {
    const signer = await (0,release_signer/* signerOf */.K)(site);
    const { image, python, environment } = await packModel(site, candidate, { commit, version, source });
    const store = (0,release_site/* openStore */.Ch)(site, candidate.model.image);
    const below = environment?.push ?? null;
    // first: a model that was cut off while it was pushed finds its environment there
    const first = below === null ? null : await store.push(below.image, [below.tag]);
    const { digest, sent, reused } = await store.push(mountable(site, candidate.model, image), (0,name_image/* tagsOfPush */.b)(candidate.model.image, version));
    await (0,attach_documents/* attachDocuments */.Q)(site, candidate, { store, image, commit, version, source, signer });
    const before = first?.sent ?? 0;
    return { digest, sent: sent + before, reused: reused - before, python, environment: environment?.use ?? null };
}
/** The image of a version, pushed nowhere: the same files give the same digest on every machine. */
async function packModel(site, candidate, { commit, version, source, before = null }) {
    const { model } = candidate;
    const environment = candidate.environment ? await makeEnvironment(site, model, candidate.environment, before) : null;
    const base = environment?.base ?? (await openBase(site, model.base));
    const python = await packagesFor(site, candidate, base, release_python/* pythonLayer */.qm);
    site.context.progress.say(`${model.name} ${version}: packing the model`);
    const recipe = await recipeFor(candidate, { commit, version, source, base, python });
    const image = await (0,release/* buildImage */._w)(recipe);
    const named = (other) => (0,release/* relabelled */.RF)({ ...recipe, labels: labelsOf(candidate, { commit, source: other }) }, image);
    return { image, named, python: python?.use ?? null, environment };
}
/**
 * As much of a version's image as the target `process` takes of one: packages, code and model, without what they stand on. It is no
 * version's image and goes to no registry.
 */
async function packAboveBase(site, candidate, { commit, version, source }) {
    const base = candidate.python === null ? null : await openBase(site, candidate.model.base);
    const python = await packagesFor(site, candidate, base, release_python/* pythonLayer */.qm);
    return (0,release/* buildImage */._w)(await recipeFor(candidate, { commit, version, source, base: null, python }));
}
async function recipeFor(candidate, { commit, version, source, base, python }) {
    const { model, codeFiles, time } = candidate;
    return {
        model: model.name,
        version,
        modelFiles: await candidate.modelFiles(),
        codeFiles,
        base,
        python: python?.layer.layer ?? null,
        command: model.command,
        labels: labelsOf(candidate, { commit, source }),
        created: time,
    };
}
/** What building the image would have to do about what the model stands on. */
async function planUses(site, candidate) {
    return { python: await planPackages(site, candidate), environment: await planDockerfile(site, candidate) };
}
async function planPackages(site, candidate) {
    if (candidate.python === null)
        return null;
    const unknown = notKnown(site, "Python packages would be installed");
    const base = await openBase(site, candidate.model.base).catch(unknown);
    return packagesFor(site, candidate, base, release_python/* pythonPlan */.Az).catch((failure) => {
        if (failure instanceof kernel/* Failure */.HR && failure.kind === "input")
            throw failure;
        return unknown(failure);
    });
}
async function planDockerfile(site, { model, environment }) {
    if (!environment)
        return null;
    return planEnvironment(site, model, environment).catch(notKnown(site, "the environment would be built"));
}
/** A plan has to do without a registry that does not answer, or not to whoever makes plans. */
function notKnown(site, what) {
    return (failure) => {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        site.context.progress.warn(`whether ${what} is not known: ${failure.message}`);
        return null;
    };
}
async function packagesFor(site, { model, python }, base, work) {
    return python === null || base === null ? null : work(site, { model, part: python, base });
}
/** What a model stands on, found and pinned; null where it stands on nothing. */
async function openBase(site, base) {
    if (base === null)
        return null;
    const reference = (0,release/* parseReference */.F2)(base);
    const store = (0,release_site/* openStore */.Ch)(site, { kind: "registry", repository: `${reference.host}/${reference.path}` });
    return (0,release/* resolveBase */.Pw)(store, { text: base, tagOrDigest: (0,release/* tagOrDigest */.AA)(reference) });
}
function labelsOf({ lock }, { commit, source }) {
    return {
        "org.opencontainers.image.revision": commit,
        "dev.mainline.lock": lock,
        ...(source === null ? {} : { [release/* SOURCE_LABEL */.Rc]: source }),
    };
}


/***/ }),

/***/ 28795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ lackingAtRemote),
/* harmony export */   VC: () => (/* binding */ modelFiles),
/* harmony export */   gV: () => (/* binding */ stageOf),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   z8: () => (/* binding */ storedModel)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68511);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41805);



/** The artifact that mainline.yaml's model means. Failures `unknown-artifact`, `not-a-model`. */
function artifactOf(project, model) {
    const found = project.artifacts.find((artifact) => artifact.name === model.name);
    if (found !== undefined && found.type !== "model")
        throw noModel(found);
    if (found !== undefined)
        return found;
    const known = project.artifacts.map((artifact) => artifact.name);
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("unknown-artifact", `no dvc.yaml declares the model \`${model.name}\``, {
        at: model.at,
        found: model.name,
        expected: known.length === 0 ? "an `artifacts:` entry in dvc.yaml" : `one of ${known.join(", ")}`,
        hint: `artifacts: {${model.name}: {type: model, path: PATH}} in dvc.yaml`,
    });
}
function noModel({ name, type, place }) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("not-a-model", `the artifact \`${name}\` is not declared a model`, {
        at: place,
        found: type === null ? "no `type`" : `type: ${type}`,
        expected: "`type: model`",
        hint: `add \`type: model\` to artifacts.${name} in dvc.yaml`,
    });
}
/** The stage whose output the artifact is, or lies in; null when no stage makes it (a file in git). */
function stageOf(project, artifact) {
    return project.stages.find((stage) => stage.outs.some((out) => holds(out.at, artifact.path))) ?? null;
}
/** The object that a known result names for the artifact. Failure `model-not-cached` for an output kept out of the cache. */
function storedModel(stage, entry, artifact) {
    const output = stage.outs.find((out) => holds(out.at, artifact.path));
    const recorded = entry.outs.find((out) => out.path === output?.path);
    if (output?.at === undefined || output.at === null || recorded?.oid === undefined || recorded.oid === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("model-not-recorded", `the result of ${stage.address} names no content for ${artifact.path}`, {
            at: artifact.place,
            hint: `mainline run ${stage.address}`,
        });
    }
    const { oid, hash, isexec, size = null } = recorded;
    return { stage, entry, oid, hash, size, executable: isexec === true, output: output.at, remote: output.remote };
}
/** The model's files as they go into the image. Failures `model-missing`, `object-corrupt`. */
async function modelFiles(model, artifact, { cache, project, context }) {
    await bringHere(model, artifact, { cache, project, context });
    if (!(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDirectoryOid */ .ie)(model.oid))
        return [await fileAt(cache, artifact.path, model)];
    const listing = (await cache.readListing(model.oid, model.hash)) ?? [];
    const inside = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .relativeTo */ .Mf)(artifact.path, model.output);
    const wanted = listing.filter(({ relpath }) => inside === "." || (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(relpath, inside));
    return Promise.all(wanted.map(({ relpath, oid }) => fileAt(cache, `${model.output}/${relpath}`, { ...model, oid, executable: false })));
}
async function fileAt(cache, path, { oid, hash, executable }) {
    if ((await cache.verify(oid, hash)) !== "present") {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("object-corrupt", `the cache's object for ${path} is not what its name says`, {
            found: cache.path(oid, hash),
            hint: "delete that file and run again: it is fetched anew",
        });
    }
    return { path, source: cache.path(oid, hash), executable, contentId: oid };
}
async function bringHere({ oid, hash, remote: named }, artifact, { cache, project, context }) {
    if ((await cache.missingBelow(oid, hash)).length === 0)
        return;
    const { remotes, defaultRemote } = project.config;
    const config = remotes.get(named ?? defaultRemote ?? "");
    if (config === undefined)
        throw missing(artifact, "this machine's cache lacks it, and there is no remote");
    const report = await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetch */ .hd)([{ oid, hash }], { cache, remote: await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .openConfigured */ .vP)(context, config) });
    const [failed] = report.failed;
    if (failed !== undefined)
        throw missing(artifact, `remote "${config.name}": ${failed.reason}`);
}
/** What the remote lacks of a model, in a sentence part; null when it has all of it. This machine's cache does not count. */
async function lackingAtRemote({ oid, hash, remote: named }, { cache, project, context }) {
    const { remotes, defaultRemote } = project.config;
    const config = remotes.get(named ?? defaultRemote ?? "");
    if (config === undefined)
        return "there is no DVC remote to keep the model";
    const remote = await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .openConfigured */ .vP)(context, config);
    try {
        const listed = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDirectoryOid */ .ie)(oid);
        if (listed && (await cache.readListing(oid, hash)) === null)
            await remote.fetch(oid, cache, hash);
        const files = listed ? ((await cache.readListing(oid, hash)) ?? []) : [];
        const wanted = [...new Set([oid, ...files.map((file) => file.oid)])];
        const there = await remote.has(wanted, hash);
        const lacking = wanted.filter((each) => !there.has(each)).length;
        if (lacking === 0)
            return null;
        return `remote "${config.name}" lacks ${lacking} of the ${wanted.length} objects of the stored model`;
    }
    finally {
        await remote.close();
    }
}
function missing(artifact, why) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("model-missing", `the stored model ${artifact.path} cannot be found: ${why}`, {
        at: artifact.place,
        hint: "push it from where it was made: `mainline push` (or `dvc push`)",
    });
}
function holds(at, path) {
    return at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, at);
}


/***/ }),

/***/ 46781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ nameImage),
/* harmony export */   b: () => (/* binding */ tagsOfPush)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23768);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39525);



/**
 * The tags of an image that is pushed before anybody knows whether it becomes a version. In a registry none: its tags may never move,
 * and an image that is refused would keep the number from the next. A folder's tags move, and podman finds an image there by one alone.
 */
function tagsOfPush({ kind }, version) {
    return kind === "layout" ? [(0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .imageTagFor */ .bR)(version)] : [];
}
/**
 * Gives a version's image its name, just before git's tag is written: killed between the two and run again, it has it already. Not where
 * somebody else took the number meanwhile: the name is his.
 */
async function nameImage(site, { model }, { digest, version }) {
    await site.ledger.refresh();
    if ((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)((0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(site, model.name).history, version) !== null)
        return "lost";
    await (0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .openStore */ .Ch)(site, model.image).tag(digest, (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .imageTagFor */ .bR)(version));
    return "named";
}


/***/ }),

/***/ 93311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ newestImages)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39525);


/** So many of the newest versions are asked for what their images have. */
const ASKED = 3;
/** Images of the newest versions that lie where the model's images go today, newest first. */
function newestImages(site, { name, image: place }) {
    const { history } = (0,_site_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(site, name);
    const here = JSON.stringify(place);
    const images = history.versions.flatMap((version) => {
        const [image, digest] = [(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)(version), (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version)];
        const fits = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isUsable */ .Ng)(version) && image !== null && JSON.stringify((0,_site_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(image)) === here;
        return fits && digest !== null ? [digest] : [];
    });
    return images.slice(0, ASKED);
}


/***/ }),

/***/ 36862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openCommit: () => (/* binding */ openCommit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60944);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71496);
/* harmony import */ var _open_site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49054);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73351);






async function openCommit(context, options) {
    const git = await _git_index_js__WEBPACK_IMPORTED_MODULE_3__.Git.open(context.cwd, context.signal);
    const commit = await git.resolve(options.rev);
    const root = await (0,_open_site_js__WEBPACK_IMPORTED_MODULE_4__/* .rootOf */ .I5)(context.cwd, git.root);
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(git.root), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root)) || ".";
    const policy = git.treeAt(options.policy ?? commit, below);
    const bytes = await policy.read("mainline.yaml");
    const config = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_2__/* .loadMainline */ .ez)(bytes === null ? null : new TextDecoder().decode(bytes), "mainline.yaml");
    const trusted = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_5__/* .trustedBy */ .hM)(config, (path) => policy.read(path), context.machine);
    const site = await (0,_open_site_js__WEBPACK_IMPORTED_MODULE_4__/* .assemble */ .fT)(context, options, { git, root, config, trusted });
    return { ...site, commit, below, isForeign: options.policy !== undefined, know: options.know };
}


/***/ }),

/***/ 18752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ pythonPlan),
/* harmony export */   El: () => (/* binding */ pythonContent),
/* harmony export */   T0: () => (/* binding */ plannedPython),
/* harmony export */   qm: () => (/* binding */ pythonLayer),
/* harmony export */   qn: () => (/* binding */ pythonPart)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23768);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93163);
/* harmony import */ var _newest_images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93311);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39525);






/** Null where the model takes none. Failures `python-lock-missing` and those of the lock. */
async function pythonPart(tree, { name, python, at }) {
    if (python === null)
        return null;
    const bytes = (await tree.kind(python.lock)) === "file" ? await tree.read(python.lock) : null;
    if (bytes !== null)
        return { config: python, lock: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePythonLock */ .Pd)(bytes, python.lock) };
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("python-lock-missing", `commit ${tree.name.slice(0, 12)} has no file ${python.lock}`, {
        at,
        found: python.lock,
        expected: `the lock file that models.${name}.python names, tracked by git`,
        hint: `git add ${python.lock}, or correct mainline.yaml`,
    });
}
/** What of it a release is looked up by. */
function pythonContent({ config, lock }) {
    return { lock: lock.digest, version: config.version, wheels: config.wheels };
}
/** From the images that were released before, else from this machine, else installed. */
async function pythonLayer(site, asking) {
    const { part } = asking;
    const target = targetOf(asking);
    const known = await knownLayer(site, asking);
    if (known !== null)
        return { layer: known.layer, use: useOf(part, target, known) };
    const { clock, progress, signal } = site.context;
    const layer = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .buildPython */ .tI)(part.lock, { folder: folderOf(site), target, clock, progress, signal });
    return { layer, use: useOf(part, target, { layer, from: "installed" }) };
}
/** What a release would do about the packages; nothing is installed, nothing is written. */
async function pythonPlan(site, asking) {
    const known = await knownLayer(site, asking);
    return useOf(asking.part, targetOf(asking), known ?? { layer: null, from: "to install" });
}
/** The layer that a release would take, where there is one already. */
async function plannedPython(site, asking) {
    return (await knownLayer(site, asking))?.layer.layer ?? null;
}
async function knownLayer(site, asking) {
    const key = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .pythonKey */ .gU)(asking.part.lock, targetOf(asking));
    const released = await releasedLayer(site, asking.model, key).catch(asFailure);
    if (released !== null && !(released instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
        return { layer: released, from: "released" };
    const cached = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .cachedPython */ .vh)(folderOf(site), key);
    // a plan that nobody answered must not say that the layer is new
    if (cached === null && released !== null && site.plan)
        throw released;
    if (cached === null)
        return null;
    if (!site.plan)
        await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .touchPython */ .aP)(folderOf(site), key, site.context.clock);
    return { layer: cached, from: "cached" };
}
/** An image that is gone has no layer to give. */
async function releasedLayer(site, model, key) {
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .Ch)(site, model.image);
    for (const digest of (0,_newest_images_js__WEBPACK_IMPORTED_MODULE_4__/* .newestImages */ .D)(site, model)) {
        const found = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .storedPython */ .gd)(store, digest, key).catch((error) => {
            if (error instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR && error.code === "image-not-found")
                return null;
            throw error;
        });
        if (found !== null && (await store.hasBlob(found.layer.descriptor.digest)))
            return found;
    }
    return null;
}
function asFailure(error) {
    if (error instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR)
        return error;
    throw error;
}
/** What the base has to say about itself. Failures `python-version`, `python-platform`. */
function targetOf({ model, part, base }) {
    const { env, architecture } = base.config;
    const { version: named, wheels } = part.config;
    const at = model.at;
    if (architecture !== "amd64" || /alpine|musl/.test(base.reference)) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("python-platform", `packages can be installed for linux/amd64 with glibc alone`, {
            at,
            found: architecture === "amd64" ? `${base.reference}, which has musl` : `${base.reference} for ${architecture}`,
            expected: "a base such as docker.io/library/python:3.12-slim",
            hint: "take such a base, or install the packages by a Dockerfile and name the image as `base`",
        });
    }
    const told = env.findLast((variable) => variable.startsWith("PYTHON_VERSION="))?.slice("PYTHON_VERSION=".length);
    const version = named ?? /^3\.\d+/.exec(told ?? "")?.[0];
    if (version !== undefined)
        return { version, wheels };
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("python-version", `${base.reference} does not say which Python it has`, {
        at,
        found: told === undefined ? "no PYTHON_VERSION in the image's environment" : `PYTHON_VERSION=${told}`,
        expected: "a version such as 3.12",
        hint: `write models.${model.name}.python: {lock: ${part.config.lock}, version: "3.12"}`,
    });
}
function useOf(part, target, known) {
    const pins = part.lock.content.kind === "requirements" ? part.lock.content.pins.length : null;
    return {
        lock: part.config.lock,
        version: target.version,
        packages: known.layer?.packages.length ?? pins,
        size: known.layer?.layer.descriptor.size ?? null,
        layer: known.from,
    };
}
function folderOf(site) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .notesFolder */ .w4)(site.root), "python");
}


/***/ }),

/***/ 68875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ recipeOf),
/* harmony export */   a: () => (/* binding */ rebuild)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23768);
/* harmony import */ var _find_candidate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81485);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93889);
/* harmony import */ var _open_commit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36862);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39525);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74065);








/** What a released version was made of: by its own commit's files and results, not by those of today. */
async function recipeOf(context, { model, version, know }) {
    const site = await (0,_open_commit_js__WEBPACK_IMPORTED_MODULE_5__.openCommit)(context, { remote: null, plan: true, by: null, rev: version.commit, know });
    const config = site.config.models.get(model);
    if (config === undefined)
        return no(`mainline.yaml of ${short(version)} names no model ${model}`);
    const candidate = await (0,_find_candidate_js__WEBPACK_IMPORTED_MODULE_3__/* .findCandidate */ .$)(site, config, site.commit);
    if (!("unknown" in candidate))
        return { ok: true, site, candidate };
    const stages = candidate.unknown.map(({ address }) => address).join(", ");
    return no(`the results of ${stages} at ${short(version)} are not known any more`);
}
/** Packs a released version anew. Only the very image that was released is one: anything else is refused. */
async function rebuild(context, lost) {
    try {
        const recipe = await recipeOf(context, lost);
        if (!recipe.ok)
            return recipe;
        const { site, candidate } = recipe;
        const { version } = lost;
        const [source = null, ...others] = await likelySources(site, version);
        const packed = await (0,_image_js__WEBPACK_IMPORTED_MODULE_4__/* .packModel */ .Zo)(site, candidate, {
            commit: version.commit,
            version: version.version,
            source,
            before: (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSha256 */ .tz)(version.registration?.message.trailers.environment ?? ""),
        });
        // a former release of Mainline made another image of the same files (ADR 41)
        const itIn = (image) => [image, ...(image.earlier ?? [])].find(({ digest }) => digest === (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version));
        const found = itIn(packed.image);
        if (found !== undefined)
            return { ok: true, image: found, candidate, source };
        for (const other of [...others, ...(await sourcesBeside(site, lost))]) {
            const image = itIn(packed.named(other));
            if (image !== undefined)
                return { ok: true, image, candidate, source: other };
        }
        return no(`packed anew it is ${packed.image.digest}, not ${(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version)}${whyAnother(candidate, version)}`);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        return no(failure.message);
    }
}
/** The repository that the image names, as its tag says; of a tag that does not: what this clone's origin is, or none. */
async function likelySources({ git }, version) {
    const { source } = trailersOf(version);
    return source === undefined ? [await (0,_source_js__WEBPACK_IMPORTED_MODULE_7__/* .sourceOf */ .v)(git), null] : [source];
}
/** So many other versions' images are asked. */
const BESIDE = 5;
/** What the images of other versions name, which are there: the repository may have had another address then, or this clone another origin. */
async function sourcesBeside(site, { model, version }) {
    if (trailersOf(version).source !== undefined)
        return [];
    const others = (0,_site_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(site, model).history.versions.filter((other) => other.version !== version.version);
    const found = new Set();
    for (const other of others.slice(0, BESIDE)) {
        const [image, digest] = [(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)(other), (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(other)];
        if (image === null || digest === null)
            continue;
        const { source } = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ownWords */ .I1)((0,_site_js__WEBPACK_IMPORTED_MODULE_6__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_6__/* .locationOf */ .hD)(image)), digest).catch(asNothing);
        if (source !== null)
            found.add(source);
    }
    return [...found];
}
function asNothing(failure) {
    if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR) || failure.code === "interrupted")
        throw failure;
    return { source: null };
}
function trailersOf({ registration }) {
    return registration?.message.trailers ?? {};
}
/** What may be to blame, as `; …`. */
function whyAnother({ model: { base, dockerfile } }, version) {
    const environment = `its environment is gone too, and ${dockerfile?.file} makes another one today: an image that it names moved, or a step does not do the same twice`;
    const moved = base !== null && !base.includes("@sha256:");
    const reasons = [
        dockerfile === undefined ? null : environment,
        dockerfile === undefined && moved ? `its base ${base} names another image today, perhaps` : null,
        trailersOf(version).source === undefined ? UNTOLD_SOURCE : null,
    ];
    return reasons.map((reason) => (reason === null ? "" : `; ${reason}`)).join("");
}
const UNTOLD_SOURCE = "or it names another address of the repository than this clone's origin, which its tag does not say (tags of today do): try a clone of the address that it was released from";
function no(reason) {
    return { ok: false, reason };
}
function short({ commit }) {
    return commit.slice(0, 12);
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


/***/ }),

/***/ 39254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ restoreImage)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23768);
/* harmony import */ var _attach_documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24368);
/* harmony import */ var _image_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88979);
/* harmony import */ var _rebuild_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68875);
/* harmony import */ var _signer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18548);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39525);
/* harmony import */ var _unbuilt_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30209);








/**
 * Sees to it that a version's image is there to be deployed: one that is gone from the registry is packed anew from the stored
 * model and pushed, and everybody is told. Where the registry cannot be asked nothing is done: the deploy says the rest.
 */
async function restoreImage(site, lost) {
    const { version, model } = lost;
    const { progress } = site.context;
    const name = `${model} ${version.version}`;
    const { image, digest } = (0,_unbuilt_js__WEBPACK_IMPORTED_MODULE_7__/* .documented */ .f)(version);
    if (image === null || digest === null)
        return { kind: "not-needed" };
    const found = await (0,_image_at_js__WEBPACK_IMPORTED_MODULE_3__/* .imageAt */ .t)(site, { image, digest, model, version: version.version });
    if (found.kind === "unknown")
        return { kind: "unasked", reason: found.says };
    if (found.kind !== "gone")
        return { kind: "not-needed" };
    progress.warn(`${name}: ${found.says}; it is packed anew from the stored model`);
    const built = await (0,_rebuild_js__WEBPACK_IMPORTED_MODULE_4__/* .rebuild */ .a)(site.context, lost);
    if (!built.ok) {
        progress.warn(`${name} cannot be packed anew: ${built.reason}`);
        return { kind: "lost", reason: `${found.says}, and it cannot be packed anew: ${built.reason}` };
    }
    const pushed = await push(site, image, { ...built, version });
    if (!pushed.ok) {
        progress.warn(`${name} was packed anew, but ${pushed.reason}`);
        return { kind: "not-taken", reason: `${found.says}; it was packed anew, but ${pushed.reason}` };
    }
    progress.warn(`${name} was packed anew with the same digest and is in the registry again`);
    return { kind: "restored" };
}
async function push(site, place, repacked) {
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_6__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_6__/* .locationOf */ .hD)(place));
    try {
        await store.push(repacked.image, [(0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .imageTagFor */ .bR)(repacked.version.version)]);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        return no(`${store.location} did not take it: ${failure.message}`);
    }
    await attachAgain(site, store, repacked);
    return { ok: true };
}
/**
 * What hung on it hangs on it again, byte for byte as at its release, and signed anew. Without whoever signs, the image comes back all the
 * same: its signatures may still be there, and whoever deploys it asks for them.
 */
async function attachAgain(site, store, repacked) {
    const { image, candidate, source, version } = repacked;
    const about = { store, image, source, commit: version.commit, version: version.version };
    const missing = (what) => (failure) => {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        site.context.progress.warn(`${candidate.model.name} ${version.version} is there again without ${what}: ${failure.message}`);
        return null;
    };
    const signer = await (0,_signer_js__WEBPACK_IMPORTED_MODULE_5__/* .signerIfHere */ .e)(site).catch(missing("its signatures"));
    await (0,_attach_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .attachDocuments */ .Q)(site, candidate, { ...about, signer }).catch(missing("all of its documents and signatures"));
}
function no(reason) {
    return { ok: false, reason };
}


/***/ }),

/***/ 18548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ signerOf),
/* harmony export */   e: () => (/* binding */ signerIfHere)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23768);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73351);





/**
 * What this job signs with; null where it signs nothing. Where mainline.yaml asks for signatures it has to be that very key or
 * identity: said before anything is built. Failures `signing-key` and those that begin so; `signing-identity-missing`,
 * `signing-identity-other`, `signing-public-log`, `id-token`, `sigstore-root`.
 */
async function signerOf(site) {
    const { trusted } = site;
    return trusted?.kind === "identity" ? identityHere(site, trusted) : keyHere(site, trusted);
}
/** The same for whoever only puts an image back that was signed before: what cannot sign here does without. */
async function signerIfHere(site) {
    const { machine } = site.context;
    if (site.trusted?.kind !== "identity")
        return machine.signingKey === null ? null : signerOf(site);
    return signerOf(site).catch((failure) => {
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && failure.kind === "input")
            return null;
        throw failure;
    });
}
async function keyHere({ context, config }, trusted) {
    const given = context.machine.signingKey;
    if (given === null && trusted === null)
        return null;
    if (given === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key-missing", "mainline.yaml asks for signed images, and there is no key here to sign with", {
            ...placeOf(config.signing),
            hint: "set MAINLINE_SIGNING_KEY to the private key or its file (and COSIGN_PASSWORD to what opens it)",
        });
    }
    const signer = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readSigner */ .$2)(await pemOf(context.cwd, given.key), given.password);
    if (trusted === null || trusted.id === signer.verifier.id)
        return signer;
    const file = config.signing?.kind === "key" ? config.signing.key : "signing.key";
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key-other", "the key in MAINLINE_SIGNING_KEY is not the one that mainline.yaml asks for", {
        ...placeOf(config.signing),
        found: `public key ${signer.verifier.id}`,
        expected: `public key ${trusted.id}, that of ${file}`,
        hint: "sign with the key that goes with it, or let a reviewed change name the new key",
    });
}
async function identityHere({ context, config }, trusted) {
    const source = context.machine.idToken;
    const at = placeOf(config.signing);
    if (source === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-identity-missing", "mainline.yaml asks for images that a workflow signed, and there is no identity here to sign with", {
            ...at,
            expected: trusted.policy.identities.join(" or "),
            hint: "release in that workflow, and write `id-token: write` under `permissions:` of the job that releases",
        });
    }
    const signing = config.signing?.kind === "identity" ? config.signing : null;
    refuseOther(trusted, { claims: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsIn */ .hh)(await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .idToken */ .fN)(source, context)), source, signing });
    const services = await servicesOf(context, signing);
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .identitySigner */ .fL)(trusted, { services, token: () => (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .idToken */ .fN)(source, context) });
}
/** What would be refused when it is to be deployed is not built. */
function refuseOther({ policy }, { claims, source, signing }) {
    if (claims === null) {
        const from = source.kind === "given" ? "SIGSTORE_ID_TOKEN holds" : "the runner gave";
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("id-token", `${from} no token of an OpenID Connect issuer`, { expected: "a JWT" });
    }
    const { visibility } = claims;
    const identity = identityOf(claims, policy);
    const misfit = identity === null ? null : (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .misfitOf */ .U8)(policy, identity);
    if (misfit !== null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-identity-other", "this job is not the one that mainline.yaml asks to sign", {
            ...placeOf(signing),
            ...misfit,
            hint: "release in that workflow, or let a reviewed change name this one",
        });
    }
    if (signing?.sigstore === null && visibility !== null && visibility !== "public") {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-public-log", `this repository is ${visibility}, and the public sigstore tells everybody`, {
            ...placeOf(signing),
            expected: "`signing.sigstore`: who signs, and whether names of repository, workflow and branch may be published",
            hint: "`sigstore: public` says that they may; GitHub's own instance for private repositories stands in the reference",
        });
    }
}
/** What the certificate for a token will say, at GitHub or a server of one's own; null where it is no workflow's. */
function identityOf(claims, { identities: [first = ""] }) {
    const { workflow, repository } = claims;
    if (workflow === null || !URL.canParse(first))
        return null;
    const { origin } = new URL(first);
    return {
        ...claims,
        name: `${origin}/${workflow}`,
        repository: repository === null ? null : `${origin}/${repository}`,
    };
}
async function servicesOf({ machine, clock }, signing) {
    const own = signing?.sigstore?.kind === "own" ? signing.sigstore : null;
    if (own === null)
        return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .publicServices */ .QP)({ cache: (0,_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .sigstoreCache */ .BF)(machine) }, clock.now());
    const logs = own.rekor === null ? [] : [{ url: own.rekor, version: 2 }];
    return { fulcio: own.fulcio, timestamps: [own.timestamp], logs };
}
function placeOf(signing) {
    return signing === null ? {} : { at: signing.at };
}
async function pemOf(cwd, keyOrFile) {
    if (keyOrFile.includes("-----BEGIN "))
        return keyOrFile;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, keyOrFile);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch((cause) => {
        // what does not look like a path may be a key that lost its first line: it is not repeated
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key", "MAINLINE_SIGNING_KEY is neither a private key in PEM nor a file that can be read", {
            expected: "-----BEGIN … PRIVATE KEY-----, or the path of such a file",
            hint: `reading a file of that name: ${cause.code ?? "failed"}`,
        });
    });
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

/***/ 4185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ targetFor)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39525);


/** The place that an environment deploys to, with the store that holds the image. */
function targetFor(site, config, image) {
    const { clock, signal, progress, machine } = site.context;
    return (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .openTarget */ .Ap)(config, {
        clock,
        progress,
        signal,
        root: site.root,
        stateDir: machine.stateDir,
        self: machine.self,
        env: { PATH: machine.path, HOME: machine.home, LANG: machine.lang },
        configToken: machine.configToken,
        store: (0,_site_js__WEBPACK_IMPORTED_MODULE_1__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(image)),
    });
}


/***/ }),

/***/ 30209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ UNBUILT),
/* harmony export */   f: () => (/* binding */ documented)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
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

/***/ 60240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ movedStages),
/* harmony export */   F2: () => (/* binding */ withResults),
/* harmony export */   Ix: () => (/* binding */ overlooking),
/* harmony export */   T1: () => (/* binding */ withPlanned),
/* harmony export */   W5: () => (/* binding */ withoutHearsay),
/* harmony export */   kj: () => (/* binding */ standingOn),
/* harmony export */   ni: () => (/* binding */ unknownLocks)
/* harmony export */ });
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22712);

/** A project with the results that its inputs are known to have. */
function withResults(project, results) {
    return mapLocks(project, (stage) => results.get(stage.address)?.entry ?? stage.lock);
}
/** What a plan knows without running anything, as the lock of each stage. */
function withPlanned(project, { stages }) {
    const known = new Map(stages.map(({ stage, result }) => [stage.address, result]));
    return mapLocks(project, (stage) => known.get(stage.address) ?? stage.lock);
}
/** A project that stands on a base: where it left the base's lock entry alone, the base's true result is its own. */
function standingOn(project, base) {
    const before = new Map(base.project.stages.map((stage) => [stage.address, stage.lock]));
    const name = (entry) => (entry === null ? "" : base.runCache.digest(entry));
    return mapLocks(project, (stage) => {
        const result = base.results.get(stage.address);
        const untouched = name(before.get(stage.address) ?? null) === name(stage.lock);
        return result?.source === "run-cache" && untouched ? result.entry : stage.lock;
    });
}
/** Stages whose results are what the locks of a project say, which its base has not and no run cache knows, here or at the remote. */
async function unknownLocks(project, base, { runCache, remote }) {
    const before = new Map(base.written.stages.map((stage) => [stage.address, stage.lock]));
    const names = project.stages.flatMap(({ address, name, lock }) => {
        if (name === null || lock === null)
            return [];
        const [value, old] = [runCache.digest(lock), before.get(address) ?? null];
        return old !== null && runCache.digest(old) === value ? [] : [{ address, key: runCache.key(lock), value }];
    });
    if (names.length > 0)
        await remote?.fetchRuns(runCache, [...new Set(names.map(({ key }) => key))]);
    const known = await Promise.all(names.map((name) => runCache.has(name)));
    return new Set(names.flatMap(({ address }, index) => (known[index] === true ? [] : [address])));
}
/**
 * A project in which only results count that somebody's run is known to have made: what only its own lock says counts as
 * the base's; a stage is frozen only where it was.
 */
async function withoutHearsay(project, base, shelves) {
    const before = new Map(base.written.stages.map((stage) => [stage.address, stage]));
    const unknown = await unknownLocks(project, base, shelves);
    const stages = project.stages.map((stage) => {
        const old = before.get(stage.address) ?? null;
        const frozen = stage.frozen && (stage.name === null || old?.frozen === true);
        return { ...stage, frozen, lock: unknown.has(stage.address) ? (old?.lock ?? null) : stage.lock };
    });
    return { ...project, stages };
}
/** Stages whose lock differs between two readings of one project. */
function movedStages(project, moved) {
    const before = new Map(project.stages.map((stage) => [stage.address, stage.lock]));
    return moved.stages.filter((stage) => before.get(stage.address) !== stage.lock);
}
/**
 * Leaves files out of sight that git tracks and that are only behind: outputs of stages with a truer lock that the
 * workspace has as the base has them. They count as absent, so that nobody is told that they were changed.
 */
function overlooking(observer, { stages, base }) {
    const paths = new Set(stages.flatMap(({ outs }) => outs.flatMap((out) => (out.cache ? [] : (out.at ?? [])))));
    return {
        ...observer,
        content: async (path, hash, as) => {
            const content = await observer.content(path, hash, as);
            if (content === null || !paths.has(path))
                return content;
            const bytes = await base.read(path);
            return bytes !== null && (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(bytes) === content.oid ? null : content;
        },
    };
}
function mapLocks(project, lockOf) {
    return { ...project, stages: project.stages.map((stage) => ({ ...stage, lock: lockOf(stage) })) };
}


/***/ })

};
