export const id = 4781;
export const ids = [4781];
export const modules = {

/***/ 64223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ gateSides),
/* harmony export */   T: () => (/* binding */ readPolicy),
/* harmony export */   gate: () => (/* binding */ gate)
/* harmony export */ });
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1088);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60944);
/* harmony import */ var _sides_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17646);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93163);




const POLICY_FILE = "mainline.yaml";
/** Whether the metrics keep the gates of mainline.yaml. Answer "no" when one is broken, or when the head cannot be judged. */
async function gate(context, options) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .openWorkspace */ .OH)(context);
    const head = await (0,_sides_js__WEBPACK_IMPORTED_MODULE_2__/* .openSide */ .Ov)(workspace, options.head);
    const fallback = (await workspace.git?.tryResolve("HEAD")) == null ? null : "HEAD";
    const rev = options.base ?? fallback;
    const base = rev === null ? null : await (0,_sides_js__WEBPACK_IMPORTED_MODULE_2__/* .openSide */ .Ov)(workspace, rev);
    const policy = options.base !== null && base !== null ? base.side.tree : workspace.tree;
    const document = await gateSides((await readPolicy(policy)).gates, base, head);
    return { answer: document.gates.some((verdict) => verdict.blocks) ? "no" : "yes", document };
}
/** What a tree's mainline.yaml says; everything is empty without the file. */
async function readPolicy(tree) {
    const bytes = await tree.read(POLICY_FILE);
    return (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadMainline */ .ez)(bytes === null ? null : new TextDecoder().decode(bytes), POLICY_FILE);
}
/** Judges two sides. Failure `gate-metric` for a gate on a metric that neither has. */
async function gateSides(gates, base, head) {
    const tables = { base: base === null ? null : await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .readMetrics */ .Uw)(base.side), head: await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .readMetrics */ .Uw)(head.side) };
    const declared = [...(0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .metricPaths */ .Pe)(head.side), ...(base === null ? [] : (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .metricPaths */ .Pe)(base.side))];
    (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseUnknownMetrics */ .sQ)(gates, tables, declared);
    const verdicts = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateGates */ .ud)(gates, tables);
    return {
        schema: "mainline.gate/1",
        verdict: verdictOf(verdicts),
        base: base?.name ?? null,
        head: head.name,
        gates: verdicts,
        warnings: problemsOf(tables),
    };
}
function verdictOf(gates) {
    if (gates.length === 0)
        return "none";
    if (gates.some((verdict) => verdict.blocks))
        return "failed";
    return gates.some((verdict) => verdict.verdict === "not-comparable") ? "not-comparable" : "passed";
}
function problemsOf({ base, head }) {
    return [...new Set([...(base?.problems ?? []), ...head.problems])];
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

/***/ 64781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
// EXTERNAL MODULE: ./build/flows/gate.js
var gate = __webpack_require__(64223);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/flows/checkout.js
var checkout = __webpack_require__(41392);
// EXTERNAL MODULE: ./build/flows/transfer.js + 4 modules
var transfer = __webpack_require__(96149);
;// CONCATENATED MODULE: ./build/flows/serve/bring-model.js





/** Places a model that is recorded but not in the workspace: from the cache, else from the remote. Failure `model-missing`. */
async function bringModel(context, { root, config }, served) {
    const isThere = () => (0,promises_.stat)((0,external_node_path_.join)(root, served.path)).then(Boolean, () => false);
    if (await isThere())
        return;
    if (served.stage === null)
        throw missing(served, "no stage makes it");
    const here = { ...context, cwd: root };
    const targets = [served.path];
    context.progress.say(`${served.path} is not in the workspace: it is brought there`);
    await (0,checkout.checkout)(here, { targets, force: false, relink: false, allowMissing: true });
    if (await isThere())
        return;
    if (config.defaultRemote === null)
        throw missing(served, "this machine's cache lacks it, and there is no remote");
    await (0,transfer.pull)(here, {
        targets,
        remote: null,
        jobs: null,
        allCommits: false,
        runCache: false,
        noRunCache: true,
        force: false,
        allowMissing: true,
    });
    if (!(await isThere()))
        throw missing(served, "neither the cache nor the remote has it");
}
function missing({ path, stage, artifact }, why) {
    return (0,kernel/* infrastructure */.Sv)("model-missing", `the model ${path} is not here: ${why}`, {
        at: artifact.place,
        found: `nothing at ${path}`,
        hint: stage === null ? "correct `path` in dvc.yaml, or add the file" : `mainline run ${stage.address}`,
    });
}

// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
// EXTERNAL MODULE: ./build/flows/release/model-files.js
var model_files = __webpack_require__(28795);
;// CONCATENATED MODULE: ./build/flows/serve/choose-model.js



/** The model that is meant. Failures `unknown-model`, `which-model`, and those of `artifactOf`. */
function chooseModel(project, { models }, asked) {
    const declared = project.artifacts.filter(({ type }) => type === "model").map(({ name }) => name);
    const known = [...new Set([...models.keys(), ...declared])];
    const name = asked ?? onlyOne(known);
    if (!known.includes(name)) {
        throw (0,kernel/* badInput */.AN)("unknown-model", `there is no model \`${name}\` here`, {
            found: name,
            expected: known.length === 0 ? "an `artifacts:` entry with `type: model` in dvc.yaml" : `one of ${known.join(", ")}`,
            hint: (0,source.didYouMean)(name, known) ?? "see `artifacts:` in dvc.yaml and `models:` in mainline.yaml",
        });
    }
    const config = models.get(name) ?? null;
    const artifact = config === null ? declaredArtifact(project, name) : (0,model_files/* artifactOf */.qB)(project, config);
    return { name, path: artifact.path, artifact, stage: (0,model_files/* stageOf */.gV)(project, artifact), config };
}
function onlyOne(known) {
    const [only, ...others] = known;
    if (only === undefined) {
        throw (0,kernel/* badInput */.AN)("which-model", "this project declares no model", {
            found: "no model",
            expected: "an `artifacts:` entry with `type: model` in dvc.yaml",
            hint: "artifacts: {NAME: {type: model, path: PATH}} in dvc.yaml",
        });
    }
    if (others.length === 0)
        return only;
    throw (0,kernel/* badInput */.AN)("which-model", `this project has several models: ${known.join(", ")}`, {
        found: "no name",
        expected: `one of ${known.join(", ")}`,
        hint: `mainline serve ${only}`,
    });
}
function declaredArtifact(project, name) {
    const found = project.artifacts.find((artifact) => artifact.name === name);
    if (found === undefined)
        throw new Error(`the artifact ${name} was listed and is gone`);
    return found;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/flows/serve/port.js


/** Failure `port-taken`: said before anything is started, and not by the server in words of its own. */
async function requireFreePort(host, port) {
    const server = (0,external_node_net_.createServer)();
    const cause = await new Promise((done) => {
        server.once("error", done);
        server.listen({ host, port }, () => server.close(() => done(null)));
    });
    if (cause === null)
        return;
    throw (0,kernel/* infrastructure */.Sv)("port-taken", `port ${port} cannot be listened on: ${cause.message}`, {
        found: `${host}:${port}`,
        hint: "end the program that has it, or choose another with --port N",
    });
}
const PAUSE_MS = 50;
const ONE_REQUEST_MS = 2000;
/** Whether a server came to say that it is ready; false when `signal` ended the waiting. */
async function untilReady(url, { clock, signal }) {
    while (!signal.aborted) {
        const patience = AbortSignal.any([signal, AbortSignal.timeout(ONE_REQUEST_MS)]);
        const headers = { connection: "close" };
        const answer = await fetch(`${url}/v2/health/ready`, { headers, signal: patience }).catch(() => null);
        await answer?.body?.cancel();
        if (answer?.status === 200)
            return true;
        await clock.sleep(PAUSE_MS);
    }
    return false;
}

;// CONCATENATED MODULE: ./build/flows/serve/server-command.js



/** What the image runs; without a `command` in mainline.yaml, the server of our own around the user's code. Failure `no-serving-code`. */
async function commandOf({ name, path, config }, { root, code, installDir }) {
    if (config !== null && config.command.length > 0)
        return config.command;
    const file = await (0,promises_.stat)((0,external_node_path_.join)(root, code)).catch(() => null);
    if (file?.isFile() !== true) {
        throw (0,kernel/* badInput */.AN)("no-serving-code", `nothing says how ${name} is served: mainline.yaml has no command for it, and there is no ${code}`, {
            found: `nothing at ${code}`,
            expected: `a file ${code} with \`load(path)\` and \`predict(model, inputs)\``,
            hint: `write ${code} with \`load(path)\` and \`predict(model, inputs)\`, or models.${name}.command in mainline.yaml`,
        });
    }
    return ["python3", (0,external_node_path_.join)(installDir, "templates/serve/mainline_serve.py"), code, path];
}

// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
;// CONCATENATED MODULE: ./build/flows/serve.js







const HOST = "127.0.0.1";
/** What stands for a version: the workspace has none. */
const VERSION = "workspace";
/**
 * Runs a model's server from the workspace, as a deployed image would run it, until it is told to end. Answer "no" when it
 * ends by itself with a failure.
 */
async function serve(context, options) {
    const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
    const { root } = workspace;
    const served = chooseModel(workspace.project, await (0,gate/* readPolicy */.T)(workspace.tree), options.model);
    workspace.git?.close();
    await bringModel(context, workspace, served);
    const command = await commandOf(served, { root, code: options.code, installDir: context.machine.installDir });
    await requireFreePort(HOST, options.port);
    return whileItRuns(context, { ...options, served, root, command });
}
async function whileItRuns(context, running) {
    const { served, root, command, port, listener } = running;
    const url = `http://${HOST}:${port}`;
    const over = new AbortController();
    let ready = false;
    const watching = untilReady(url, { clock: context.clock, signal: over.signal }).then((answered) => {
        ready = answered;
        if (answered)
            listener.ready(served.name, `${url}/v2/models/${encodeURIComponent(served.name)}`);
    });
    const [program = "", ...args] = command;
    const ended = await (0,shell/* stream */.Td)(program, args, {
        cwd: root,
        env: {
            HOST,
            PORT: String(port),
            MAINLINE_MODEL: served.name,
            MAINLINE_VERSION: VERSION,
            PYTHONUNBUFFERED: "1",
        },
        signal: context.signal,
        onOutput: (chunk) => listener.output(chunk),
    }).finally(() => over.abort());
    await watching;
    const exitCode = ended.signal === null ? ended.code : null;
    const asked = context.signal.aborted;
    return {
        answer: asked || exitCode === 0 ? "yes" : "no",
        document: { schema: "mainline.serve/1", model: served.name, path: served.path, command, url, ready, exitCode },
    };
}


/***/ }),

/***/ 17646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ openSide),
/* harmony export */   ql: () => (/* binding */ recordedSide),
/* harmony export */   uH: () => (/* binding */ diffSides)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1088);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22712);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40890);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93163);







/** A revision, or the workspace for null. Failures `unknown-revision`, `no-git`. */
async function openSide(workspace, rev) {
    if (rev === null)
        return { side: await workspaceSide(workspace), name: { name: "workspace", commit: null } };
    if (workspace.git === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("no-git", `there is no git repository, so there is no \`${rev}\` to compare with`, {
            hint: "`git init` and a first commit make one; or set `core.no_scm` back to false",
        });
    }
    const { commit, tree, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .projectAt */ .t9)(workspace, rev);
    const side = { tree, project, objects: cachedObjects(workspace), data: (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project) };
    return { side, name: { name: rev, commit } };
}
/** The document of `mainline diff` for two sides. */
async function diffSides(base, head, all) {
    const [metrics, params, data] = await Promise.all([
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .metricsDiff */ .nl)(base.side, head.side, all),
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .paramsDiff */ .Cw)(base.side, head.side, all),
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .dataDiff */ .S7)(base.side, head.side, all),
    ]);
    return {
        schema: "mainline.diff/1",
        base: base.name,
        head: head.name,
        metrics: metrics.rows,
        params: params.rows,
        data: data.rows,
        warnings: [...new Set([...metrics.problems, ...params.problems, ...data.problems])],
    };
}
/** The workspace's files beside what its manifests record: no data is looked at. */
function recordedSide(workspace) {
    const { tree, project } = workspace;
    return { tree, project, objects: cachedObjects(workspace), data: (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project) };
}
async function workspaceSide(workspace) {
    const { tree, project } = workspace;
    return { tree, project, objects: cachedObjects(workspace), data: await presentData(workspace, project) };
}
/** What lies in the workspace at the outputs that DVC caches; an output that is not there is left out. */
async function presentData(workspace, project) {
    const observer = (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observeWorkspace */ .WI)(workspace);
    const recorded = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project);
    const found = new Map();
    for (const [path, { hash }] of recorded) {
        const content = await observer.content(path, hash);
        if (content === null)
            continue;
        const files = content.oid.endsWith(".dir") ? await listed(workspace, path) : null;
        found.set(path, { ...content, ...(files === null ? {} : { files }) });
    }
    await workspace.state.save();
    return found;
}
async function listed({ root, state, ignore }, path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute).catch(() => null))?.isDirectory())
        return null;
    const rules = {
        ignored: (relpath, isDirectory) => ignore.ignored(`${path}/${relpath}`, isDirectory),
    };
    return (await state.hashTree(absolute, rules)).entries;
}
/** The cache as a source of recorded files. What does not hash to its name counts as absent: a verdict must not rest on it. */
function cachedObjects({ cache }) {
    return {
        read: async (oid, hash) => {
            const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(cache.path(oid, hash)).catch(() => null);
            return bytes === null || (hash === "md5" && (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes) !== oid) ? null : bytes;
        },
        listing: (oid, hash) => cache.readListing(oid, hash),
    };
}


/***/ })

};
