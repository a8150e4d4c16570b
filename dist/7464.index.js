export const id = 7464;
export const ids = [7464];
export const modules = {

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
/* harmony export */   H: () => (/* binding */ environmentPart)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59355);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8202);



/** Null where the model takes none. Failures `dockerfile-missing`, `context-missing` and those of the Dockerfile. */
async function environmentPart(tree, project, { name, dockerfile: config, at }, isForeign = false) {
    if (config === undefined)
        return null;
    const { file, context, target, args } = config;
    const of = `commit ${tree.name.slice(0, 12)}`;
    const text = await textAt(tree, file);
    if (text === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("dockerfile-missing", `${of} has no file ${file}`, {
            at,
            found: file,
            expected: `the Dockerfile that models.${name}.dockerfile names, tracked by git`,
            hint: `git add ${file}, or correct mainline.yaml`,
        });
    }
    const dockerfile = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readDockerfile */ .n_)(text, { file, target, args });
    const files = await tree.entriesBelow(context);
    if (files.length === 0) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("context-missing", `${of} has no folder ${context}`, {
            at,
            found: context,
            expected: `the folder that models.${name}.dockerfile.context names, with files that git tracks`,
        });
    }
    const ignore = (await textAt(tree, `${file}.dockerignore`)) ?? (await textAt(tree, (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(context, ".dockerignore")));
    const foreign = (path) => madeByTraining(project, (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(context, path));
    const parts = { dockerfile, files: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .contextFiles */ .XW)(dockerfile, { files, ignore, foreign, of }), target, args };
    return {
        config,
        recipe: { ...parts, digest: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recipeDigest */ .dF)(parts) },
        isForeign,
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
// EXTERNAL MODULE: ./build/release/index.js + 61 modules
var release = __webpack_require__(59355);
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

/***/ 81943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ goldenOf),
/* harmony export */   b: () => (/* binding */ goldenIfReadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76057);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15325);




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
    if (files.length > _environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.files)
        throw tooMany(folder, files.length);
    const read = [];
    let left = _environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.allBytes;
    for (const file of files) {
        const bytes = await contentOf(tree, file);
        left -= bytes.length;
        if (left < 0)
            throw tooLarge(folder);
        read.push((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readGolden */ .cN)(bytes, file));
    }
    if (read.length === 0)
        refuseAbsent(site.config, model, commit);
    return read;
}
/** Those of a version that comes back or is deployed again: what cannot be read of them keeps nobody from the way back. */
async function goldenIfReadable(site, about) {
    try {
        return await goldenOf(site, about);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR))
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
        .map(({ name }) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(folder, name));
}
async function contentOf(tree, file) {
    const bytes = await tree.read(file);
    if (bytes === null)
        throw new Error(`${file} was listed and cannot be read`);
    if (bytes.length <= _environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.bytes)
        return bytes;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("golden-invalid", `${file} is too large for a golden request`, {
        at: { file },
        found: `${bytes.length} bytes`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.bytes}`,
        hint: "one request with few rows says as much",
    });
}
function tooMany(folder, count) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("golden-too-many", `${folder} has ${count} golden requests`, {
        at: { file: folder },
        found: `${count} files`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.files}: they are asked after each deployment`,
    });
}
function tooLarge(folder) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("golden-too-many", `the golden requests in ${folder} are too large together`, {
        at: { file: folder },
        found: `more than ${_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.allBytes} bytes`,
        expected: `at most ${_environments_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GOLDEN_LIMITS */ .Je.allBytes}`,
        hint: "requests with few rows say as much",
    });
}
/** What mainline.yaml names has to be there; the usual folder need not. */
function refuseAbsent({ models }, model, commit) {
    const config = models.get(model);
    if (config === undefined || config.golden === null)
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .badInput */ .AN)("golden-missing", `commit ${commit.slice(0, 12)} has no golden requests in ${config.golden}`, {
        at: config.at,
        found: config.golden,
        expected: "a folder with files NAME.json that git tracks",
        hint: `git add ${config.golden}, or take \`golden\` out of mainline.yaml`,
    });
}


/***/ }),

/***/ 20253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sf: () => (/* binding */ buildAndPush),
  Zo: () => (/* binding */ packModel),
  E0: () => (/* binding */ planUses)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/release/index.js + 61 modules
var release = __webpack_require__(59355);
// EXTERNAL MODULE: ./build/flows/release/signing.js
var signing = __webpack_require__(73351);
// EXTERNAL MODULE: ./build/flows/release/web-address.js
var web_address = __webpack_require__(31239);
;// CONCATENATED MODULE: ./build/flows/release/attach-documents.js



/** What the image is made of and where it comes from hangs on it, signed, before any tag of git names it. */
async function attachDocuments(site, candidate, { store, image, commit, version, signer }) {
    const { model, time, content, lock } = candidate;
    const location = model.image.kind === "layout" ? `oci:${model.image.directory}` : model.image.repository;
    const statement = {
        ...(await candidate.evidence()),
        model: model.name,
        version,
        image: { location, digest: image.digest },
        packages: image.layers.flatMap(({ role, descriptor }) => (role === "python" ? (0,release/* packagesOf */.DT)(descriptor) : [])),
        base: (0,release/* parseBaseOf */.c7)(image.manifest),
        source: { url: (0,web_address/* webAddress */.D)(await site.git.remoteUrl("origin")), commit },
        created: time,
        content,
        lock,
    };
    const [bill, origin] = [(0,release/* billOfMaterials */.Bm)(statement), (0,release/* provenance */.aH)(statement)];
    for (const document of [bill, origin])
        await store.attach(image.digest, document);
    if (signer === null)
        return;
    const statements = [origin.bytes, (0,release/* billStatement */.H3)(image.digest, bill)];
    await (0,signing/* sign */._S)(site, signer, { store, image: image.digest, name: (0,release/* fileName */.Md)(model.name, version), statements });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/flows/workspace.js
var workspace = __webpack_require__(93163);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
;// CONCATENATED MODULE: ./build/flows/release/from-images.js



/** Registries that anybody may have us ask: what is asked of them says nothing about us. */
const PUBLIC = [(0,release/* parseReference */.F2)("scratch").host];
/** A registry that says so has no such image for us; the builder may have it all the same. */
const NOT_HERE = ["registry-unauthorized", "registry-forbidden", "registry-not-found", "registry-token"];
/** An image that a Dockerfile names, where it can be asked for: not where a variable is left in it, or it is of this machine alone. */
function askable(image) {
    try {
        const reference = (0,release/* parseReference */.F2)(image);
        return reference.host === "localhost" ? null : reference;
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR)
            return null;
        throw failure;
    }
}
/** What the images that the Dockerfile names are today. Failures of registries; `environment-not-asked` for those that a stranger names. */
async function pinsOf(site, model, part) {
    const pins = new Map();
    for (const image of part.recipe.dockerfile.images) {
        const reference = askable(image);
        const told = (0,release/* digestIn */.s)(image);
        if (told === null && reference !== null && part.isForeign)
            refuseStrange(reference, model);
        pins.set(image, told ?? (reference === null ? null : await digestToday(site, model, { image, reference })));
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
async function layersBelow(site, model, { part, pins }) {
    const found = new Map();
    for (const [image, digest] of pins) {
        const reference = askable(image);
        if (reference === null || digest === null)
            continue;
        const store = (0,release_site/* openElsewhere */.vG)(site, `${reference.host}/${reference.path}`, model.image);
        const read = await (0,release/* platformImage */.bg)(store, digest, image)
            .then((of) => (0,release/* readImage */.AM)(store, of, "base"))
            .catch(notRead);
        refuseTriggers(read?.config.onBuild ?? [], { image, part });
        for (const layer of read?.layers ?? [])
            found.set(layer.diffId, layer);
    }
    return found;
}
function notRead(failure) {
    if (failure instanceof kernel/* Failure */.HR)
        return null;
    throw failure;
}
/** What such an image copies is not in the Dockerfile's own text, by which the context was chosen. */
function refuseTriggers(triggers, { image, part }) {
    const copies = triggers.find((trigger) => /^\s*(COPY|ADD)\s/i.test(trigger));
    const { sources, file } = part.recipe.dockerfile;
    if (copies === undefined || sources === null || sources.some(({ pattern }) => pattern === "."))
        return;
    throw (0,kernel/* badInput */.AN)("environment-onbuild", `${image} copies files of the context by itself (ONBUILD)`, {
        at: { file },
        found: copies,
        expected: "COPY and ADD in the Dockerfile, which says what the environment is made of",
        hint: `write \`${copies}\` into ${file}, on an image without ONBUILD`,
    });
}
async function digestToday(site, model, { image, reference }) {
    const store = (0,release_site/* openElsewhere */.vG)(site, `${reference.host}/${reference.path}`, model.image);
    const digest = await store.resolve(reference.tag ?? "latest").catch((failure) => {
        if (failure instanceof kernel/* Failure */.HR && NOT_HERE.includes(failure.code))
            return null;
        throw failure;
    });
    if (digest === null)
        site.context.progress.warn(`${image} is not at its registry: the builder has it, or has not`);
    return digest;
}
/** A pull request must not choose which hosts are asked by whoever judges it. */
function refuseStrange({ host }, { image }) {
    const own = image.kind === "registry" ? (0,release/* parseReference */.F2)(image.repository).host : null;
    if (host === own || PUBLIC.includes(host))
        return;
    throw new kernel/* Failure */.HR("infrastructure", "environment-not-asked", `${host}, which the Dockerfile names, is asked after the merge`);
}
/** Without tag and digest, as the Dockerfile writes it. */
function nameOf(image) {
    const [named = ""] = image.split("@");
    const colon = named.lastIndexOf(":");
    return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}

// EXTERNAL MODULE: ./build/flows/release/newest-images.js
var newest_images = __webpack_require__(93311);
;// CONCATENATED MODULE: ./build/flows/release/make-environment.js







/** From the model's repository, else from this machine, else built. `before`: the very one that is wanted, whatever its key would be today. */
async function makeEnvironment(site, model, part, before = null) {
    const standing = before === null ? null : await standingEnvironment(site, { model, part }, before);
    if (standing !== null)
        return standing;
    const pins = await pinsOf(site, model, part).catch((failure) => failureOf(failure));
    const made = pins instanceof kernel/* Failure */.HR
        ? await released(site, { model, part, failure: pins })
        : await found(site, { model, part, pins });
    const trouble = (0,release/* userTrouble */.bp)(made.base.config);
    if (trouble !== null)
        site.context.progress.warn(`${part.config.file}: ${trouble}`);
    return made;
}
async function found(site, about) {
    const asking = { ...about, key: (0,release/* environmentKey */.J4)(about.part.recipe, about.pins) };
    return (await known(site, asking)) ?? (await build(site, asking));
}
/** What a release would do about the environment; nothing is built, nothing is written. */
async function planEnvironment(site, model, part) {
    const pins = await pinsOf(site, model, part);
    const made = await known(site, { model, part, pins, key: (0,release/* environmentKey */.J4)(part.recipe, pins) });
    return made?.use ?? { dockerfile: part.config.file, from: "to build", builder: null, digest: null, size: null };
}
async function known(site, asking) {
    const { model, key } = asking;
    const stored = await storedEnvironment(site, model, key);
    if (stored !== null)
        return { base: stored, push: null, use: useOf(asking, "registry", stored) };
    const cached = await (0,release/* cachedEnvironment */._W)(folderOf(site), key, (repository) => (0,release_site/* openElsewhere */.vG)(site, repository, model.image));
    return cached === null ? null : toPush(site, asking, { image: cached, from: "cached", builder: null });
}
/** An environment that was released with, where it is still kept under any key. */
async function standingEnvironment(site, { model, part }, digest) {
    const kept = await (0,release/* keptEnvironments */.Ps)(folderOf(site), (repository) => (0,release_site/* openElsewhere */.vG)(site, repository, model.image));
    const cached = kept.find(({ image }) => image.digest === digest);
    if (cached !== undefined) {
        const asking = { model, part, key: cached.key, pins: new Map() };
        return toPush(site, asking, { image: cached.image, from: "cached", builder: null });
    }
    const store = (0,release_site/* openStore */.Ch)(site, model.image);
    const manifest = (await store.resolve(digest)) === null ? null : await (0,release/* readImage */.AM)(store, digest, "base");
    const key = (0,kernel/* parseSha256 */.tz)(manifest?.config.labels[release/* ENVIRONMENT_LABEL */.vq] ?? "");
    const stored = key === null ? null : await environmentAt(store, { digest, reference: referenceOf(model, key) });
    return stored === null ? null : { base: stored, push: null, use: useOf({ part }, "registry", stored) };
}
async function build(site, asking) {
    const { model, part, pins, key } = asking;
    const { clock, progress, signal } = site.context;
    const builder = await (0,release/* findBuilder */.Lx)(part.config.builder, signal);
    const image = await (0,release/* buildEnvironment */.AF)(part.recipe, {
        folder: folderOf(site),
        key,
        builder,
        pins: pinnedNames(pins),
        below: await layersBelow(site, model, { part, pins }),
        loopback: allLoopback(pins),
        storeAt: (repository) => (0,release_site/* openElsewhere */.vG)(site, repository, model.image),
        read: (object) => part.read(object),
        clock,
        progress,
        signal,
    });
    // building takes long: what another machine has pushed meanwhile is what all others have
    const stored = await storedEnvironment(site, model, key);
    if (stored !== null)
        return { base: stored, push: null, use: useOf(asking, "registry", stored) };
    return toPush(site, asking, { image, from: "built", builder: builder.name });
}
/** Of which everything is here. */
function toPush(site, asking, { image, from, builder }) {
    const tag = (0,release/* environmentTag */.ab)(asking.key);
    const base = {
        reference: referenceOf(asking.model, asking.key),
        pinned: `${(0,release_site/* openStore */.Ch)(site, asking.model.image).location}@${image.digest}`,
        digest: image.digest,
        config: (0,release/* parseImageConfig */.FB)(image.config, "the environment"),
        layers: image.layers,
        isEnvironment: true,
    };
    return { base, push: { image, tag }, use: { ...useOf(asking, from, base), builder } };
}
/** How the images that stand on it call it: the same on every machine, wherever a folder lies. */
function referenceOf({ image }, key) {
    const place = image.kind === "registry" ? image.repository : `oci:${image.directory}`;
    return `${place}:${(0,release/* environmentTag */.ab)(key)}`;
}
/** As the model's repository has it, by its tag; what says that it is of another key was pushed over it. */
async function storedEnvironment(site, model, key) {
    const store = (0,release_site/* openStore */.Ch)(site, model.image);
    const digest = await store.resolve((0,release/* environmentTag */.ab)(key));
    const base = digest === null ? null : await environmentAt(store, { digest, reference: referenceOf(model, key) });
    return base?.config.labels[release/* ENVIRONMENT_LABEL */.vq] === key ? base : null;
}
/** Null where it, or a layer of it, is gone. */
async function environmentAt(store, { digest, reference }) {
    try {
        const { config, layers } = await (0,release/* readImage */.AM)(store, digest, "base");
        for (const { descriptor } of layers)
            if (!(await store.hasBlob(descriptor.digest)))
                return null;
        return { reference, pinned: `${store.location}@${digest}`, digest, config, layers, isEnvironment: true };
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "image-not-found")
            return null;
        throw failure;
    }
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
        const environment = await environmentAt(store, base);
        if (environment === null)
            continue;
        site.context.progress.warn(`${failure.message}: the environment of the last release is taken`);
        return { base: environment, push: null, use: useOf({ part }, "registry", environment) };
    }
    throw failure;
}
function useOf({ part }, from, { digest, layers }) {
    const size = layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
    return { dockerfile: part.config.file, from, builder: null, digest, size };
}
function folderOf(site) {
    return (0,external_node_path_.join)((0,workspace/* notesFolder */.w4)(site.root), "environments");
}
function failureOf(error) {
    if (error instanceof kernel/* Failure */.HR && error.kind === "infrastructure" && error.code !== "interrupted")
        return error;
    throw error;
}

// EXTERNAL MODULE: ./build/flows/release/python.js
var release_python = __webpack_require__(18752);
;// CONCATENATED MODULE: ./build/flows/release/image.js








/** Packs the stored model and pushes it. Killed and repeated it gives the same image, of which the parts are there already. */
async function buildAndPush(site, candidate, { commit, version }) {
    const signer = await (0,signing/* signerOf */.Kv)(site);
    const { image, python, environment } = await packModel(site, candidate, { commit, version });
    const store = (0,release_site/* openStore */.Ch)(site, candidate.model.image);
    const below = environment?.push ?? null;
    // first: a model that was cut off while it was pushed finds its environment there
    const first = below === null ? null : await store.push(below.image, [below.tag]);
    const { digest, sent, reused } = await store.push(image, [(0,release/* imageTagFor */.bR)(version)]);
    await attachDocuments(site, candidate, { store, image, commit, version, signer });
    const before = first?.sent ?? 0;
    return { digest, sent: sent + before, reused: reused - before, python, environment: environment?.use ?? null };
}
/** The image of a version, pushed nowhere: the same files give the same digest on every machine. */
async function packModel(site, candidate, { commit, version, before = null }) {
    const { model } = candidate;
    const environment = candidate.environment ? await makeEnvironment(site, model, candidate.environment, before) : null;
    const base = environment?.base ?? (await openBase(site, model.base));
    const python = await packagesFor(site, candidate, base, release_python/* pythonLayer */.qm);
    site.context.progress.say(`${model.name} ${version}: packing the model`);
    const image = await (0,release/* buildImage */._w)({
        model: model.name,
        version,
        modelFiles: await candidate.modelFiles(),
        codeFiles: candidate.codeFiles,
        base,
        python: python?.layer.layer ?? null,
        command: model.command,
        labels: await labelsOf(site, candidate, commit),
        created: candidate.time,
    });
    return { image, python: python?.use ?? null, environment };
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
async function openBase(site, base) {
    if (base === null)
        return null;
    const reference = (0,release/* parseReference */.F2)(base);
    const store = (0,release_site/* openStore */.Ch)(site, { kind: "registry", repository: `${reference.host}/${reference.path}` });
    return (0,release/* resolveBase */.Pw)(store, { text: base, tagOrDigest: (0,release/* tagOrDigest */.AA)(reference) });
}
async function labelsOf(site, candidate, commit) {
    const source = (0,web_address/* webAddress */.D)(await site.git.remoteUrl("origin"));
    return {
        "org.opencontainers.image.revision": commit,
        "dev.mainline.lock": candidate.lock,
        ...(source === null ? {} : { "org.opencontainers.image.source": source }),
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
    const { oid, hash, isexec } = recorded;
    return { stage, entry, oid, hash, executable: isexec === true, output: output.at, remote: output.remote };
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

/***/ 93311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ newestImages)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39525);


/** So many of the newest versions are asked for what their images have. */
const ASKED = 3;
/** Images of the newest versions that lie where the model's images go today, newest first. */
function newestImages(site, { name, image: place }) {
    const { history } = site.ledger.state(name, site.config.environments);
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
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53366);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12226);
/* harmony import */ var _open_site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49054);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73351);






async function openCommit(context, options) {
    const git = await _git_index_js__WEBPACK_IMPORTED_MODULE_3__.Git.open(context.cwd);
    const commit = await git.resolve(options.rev);
    const root = await (0,_open_site_js__WEBPACK_IMPORTED_MODULE_4__/* .rootOf */ .I5)(context.cwd, git.root);
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(git.root), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root)) || ".";
    const policy = git.treeAt(options.policy ?? commit, below);
    const bytes = await policy.read("mainline.yaml");
    const config = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_2__/* .loadMainline */ .ez)(bytes === null ? null : new TextDecoder().decode(bytes), "mainline.yaml");
    const trusted = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_5__/* .trustedKey */ .To)(config, (path) => policy.read(path));
    const site = await (0,_open_site_js__WEBPACK_IMPORTED_MODULE_4__/* .assemble */ .fT)(context, options, { git, root, config, trusted });
    return { ...site, commit, below, isForeign: options.policy !== undefined, know: options.know };
}


/***/ }),

/***/ 18752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ pythonPlan),
/* harmony export */   El: () => (/* binding */ pythonContent),
/* harmony export */   qm: () => (/* binding */ pythonLayer),
/* harmony export */   qn: () => (/* binding */ pythonPart)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59355);
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
/* harmony export */   Sx: () => (/* binding */ recipeOf),
/* harmony export */   e9: () => (/* binding */ restoreImage)
/* harmony export */ });
/* unused harmony export rebuild */
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59355);
/* harmony import */ var _find_candidate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81485);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20253);
/* harmony import */ var _image_at_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88979);
/* harmony import */ var _open_commit_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36862);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73351);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39525);









/** What a released version was made of: by its own commit's files and results, not by those of today. */
async function recipeOf(context, { model, version, know }) {
    const site = await (0,_open_commit_js__WEBPACK_IMPORTED_MODULE_6__.openCommit)(context, { remote: null, plan: true, by: null, rev: version.commit, know });
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
        const { version } = lost;
        const { image } = await (0,_image_js__WEBPACK_IMPORTED_MODULE_4__/* .packModel */ .Zo)(recipe.site, recipe.candidate, {
            commit: version.commit,
            version: version.version,
            before: (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSha256 */ .tz)(version.registration?.message.trailers.environment ?? ""),
        });
        if (image.digest === (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version))
            return { ok: true, image };
        return no(`packed anew it is ${image.digest}, not ${(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version)}${whyAnother(recipe.candidate)}`);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        return no(failure.message);
    }
}
function whyAnother({ model: { base, dockerfile } }) {
    if (dockerfile !== undefined) {
        return `; its environment is gone too, and ${dockerfile.file} makes another one today: an image that it names moved, or a step does not do the same twice`;
    }
    return base === null || base.includes("@sha256:") ? "" : `; its base ${base} names another image today, perhaps`;
}
/**
 * Sees to it that a version's image is there to be deployed: one that is gone from the registry is packed anew from the stored
 * model and pushed, and everybody is told. Where the registry cannot be asked nothing is done: the deploy says the rest.
 */
async function restoreImage(site, lost) {
    const { version, model } = lost;
    const { progress } = site.context;
    const name = `${model} ${version.version}`;
    const [image, digest] = [(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)(version), (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version)];
    if (image === null || digest === null)
        return { kind: "not-needed" };
    const found = await (0,_image_at_js__WEBPACK_IMPORTED_MODULE_5__/* .imageAt */ .t)(site, { image, digest, version: version.version });
    if (found.kind !== "gone")
        return { kind: "not-needed" };
    progress.warn(`${name}: ${found.says}; it is packed anew from the stored model`);
    const built = await rebuild(site.context, lost);
    const pushed = built.ok
        ? await push(site, image, { built: built.image, version, name: (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .fileName */ .Md)(model, version.version) })
        : built;
    if (!pushed.ok) {
        progress.warn(`${name} cannot be packed anew: ${pushed.reason}`);
        return { kind: "lost", reason: `${found.says}, and it cannot be packed anew: ${pushed.reason}` };
    }
    progress.warn(`${name} was packed anew with the same digest and is in the registry again`);
    return { kind: "restored" };
}
async function push(site, image, { built, version, name }) {
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_8__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_8__/* .locationOf */ .hD)(image));
    try {
        // without a key the image comes back all the same: whoever deploys it says that it is not signed
        const signer = site.context.machine.signingKey === null ? null : await (0,_signing_js__WEBPACK_IMPORTED_MODULE_7__/* .signerOf */ .Kv)(site);
        await store.push(built, [(0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .imageTagFor */ .bR)(version.version)]);
        if (signer !== null)
            await (0,_signing_js__WEBPACK_IMPORTED_MODULE_7__/* .sign */ ._S)(site, signer, { store, image: built.digest, name, statements: [] });
        return { ok: true };
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        return no(`${store.location} did not take it: ${failure.message}`);
    }
}
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
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8202);



/** The model's state. Failure `unknown-model` when neither a tag nor mainline.yaml names it. */
function knownModel(site, model) {
    const histories = site.ledger.histories();
    if (histories.has(model) || site.config.models.has(model)) {
        return site.ledger.state(model, site.config.environments);
    }
    const known = [...new Set([...site.config.models.keys(), ...histories.keys()])];
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-model", `there is no model \`${model}\` here`, {
        found: model,
        expected: known.length === 0 ? "a model in mainline.yaml" : `one of ${known.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(model, known) ??
            (known.length === 0 ? `write models.${model} in mainline.yaml` : `the models are ${known.join(", ")}`),
    });
}
/** An environment that can be deployed to. Failure `unknown-environment`. */
function configuredEnvironment(site, state, name) {
    const found = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(state, name);
    if (found !== null && found.config !== null)
        return found;
    const known = [...site.config.environments.keys()];
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
        found: name,
        expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(name, known) ?? `write environments.${name} with its \`deploy\` in mainline.yaml`,
    });
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
