export const id = 876;
export const ids = [876,367];
export const modules = {

/***/ 9441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ij: () => (/* binding */ readPlaced),
/* harmony export */   Je: () => (/* binding */ writePlaced),
/* harmony export */   fA: () => (/* binding */ rememberPlaced)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1796);




/**
 * The outputs that this clone holds, by path below the DVC root: a checkout removes those whose stage is gone since.
 * Only a hint: when it is lost, nothing is removed.
 */
async function readPlaced({ root }) {
    try {
        const paths = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file(root), "utf8"));
        return new Set(Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : []);
    }
    catch {
        return new Set();
    }
}
async function rememberPlaced(workspace, paths) {
    await writePlaced(workspace, new Set([...(await readPlaced(workspace)), ...paths]));
}
async function writePlaced({ root }, paths) {
    const temporary = `${file(root)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}.tmp`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .notesFolder */ .w4)(root), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, JSON.stringify([...paths].sort()));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, file(root));
}
function file(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .notesFolder */ .w4)(root), "placed.json");
}


/***/ }),

/***/ 3367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ timingsFile),
/* harmony export */   n: () => (/* binding */ row),
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3338);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(890);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6208);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1796);





/** What `run` would do now, and why; with a base, why the results differ from those of that revision. */
async function plan(context, options) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .openWorkspace */ .OH)(context);
    try {
        const { data, force } = options;
        const observer = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lookingOnce */ .$e)((0,_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .observeWorkspace */ .WI)(workspace));
        const selection = (0,_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .selectedStages */ .H)(workspace, options);
        const found = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .et)(workspace.project, observer, { ...selection, data, force });
        const base = options.base === null ? null : await againstBase(workspace, { ...options, base: options.base, observer });
        await workspace.state.save();
        const timings = await _plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Timings */ .Mv.read(timingsFile(workspace));
        const document = {
            schema: "mainline.plan/1",
            root: workspace.below,
            base: base?.commit ?? null,
            stages: found.stages.map((planned) => row(withWhy(planned, base), timings.of(planned.stage.address))),
        };
        return { answer: options.check && isStale(found) ? "no" : "yes", document };
    }
    finally {
        workspace.git?.close();
    }
}
async function againstBase(workspace, options) {
    const { commit, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .projectAt */ .t9)(workspace, options.base);
    const mixed = withLocksOf(workspace.project, project);
    const selection = (0,_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .selectedStages */ .H)({ ...workspace, project: mixed }, options);
    const { stages } = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .et)(mixed, options.observer, { ...selection, data: false });
    return { commit, why: new Map(stages.map(({ stage, why }) => [stage.address, why])) };
}
function withWhy(planned, base) {
    const why = base?.why.get(planned.stage.address) ?? [];
    return why.length === 0 ? planned : { ...planned, why };
}
function timingsFile({ root }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .notesFolder */ .w4)(root), "timings.json");
}
function isStale({ stages }) {
    return stages.some(({ action }) => action !== "none" && action !== "frozen");
}
/** The stages as they are now, with the results that another revision recorded. */
function withLocksOf(project, base) {
    const locks = new Map(base.stages.map(({ address, lock }) => [address, lock]));
    return { ...project, stages: project.stages.map((stage) => ({ ...stage, lock: locks.get(stage.address) ?? null })) };
}
/** One stage as the document tells it; `runs` are the seconds that it took before. */
function row({ stage, action, why, source }, runs) {
    const last = runs.at(-1);
    return {
        address: stage.address,
        action,
        why,
        deps: inputPaths(stage),
        outs: stage.outs.map(({ at, path }) => at ?? path),
        ...(source === undefined || action !== "restore" ? {} : { source }),
        ...(last === undefined ? {} : { seconds: last, range: [Math.min(...runs), Math.max(...runs)] }),
    };
}
function inputPaths({ deps, params }) {
    return [...new Set([...deps, ...params].map(({ at, path }) => at ?? path))];
}


/***/ }),

/***/ 1805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ remoteOf)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8015);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5010);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(449);



/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
function remoteOf(config, name) {
    return (0,_store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openRemote */ .d3)(remoteConfig(config, name ?? config.defaultRemote));
}
function remoteConfig({ remotes }, name) {
    if (name === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("no-remote", "the project has no default remote", {
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
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("unknown-remote", `there is no remote \`${name}\``, {
        at: { file: ".dvc/config" },
        found: name,
        expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__.didYouMean)(name, names) ?? `${known}dvc remote add ${name} URL makes one`,
    });
}


/***/ }),

/***/ 9876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/plan/index.js + 12 modules
var plan = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/run/index.js + 11 modules
var run = __webpack_require__(6431);
// EXTERNAL MODULE: ./build/flows/observe.js
var observe = __webpack_require__(890);
// EXTERNAL MODULE: ./build/flows/placed.js
var placed = __webpack_require__(9441);
// EXTERNAL MODULE: ./build/flows/plan.js
var flows_plan = __webpack_require__(3367);
// EXTERNAL MODULE: ./build/store/index.js + 15 modules
var store = __webpack_require__(449);
// EXTERNAL MODULE: ./build/flows/remotes.js
var remotes = __webpack_require__(1805);
;// CONCATENATED MODULE: ./build/flows/supply.js


/** `--pull`: the default remote hands over what a run lacks. */
function remoteSupply({ config, cache, runCache }, { jobs, progress }) {
    const remote = (0,remotes/* remoteOf */.e)(config, null);
    return {
        objects: async (objects) => {
            const missing = [];
            for (const { oid, hash } of objects) {
                if ((await cache.missingBelow(oid, hash)).length > 0)
                    missing.push({ oid, hash });
            }
            if (missing.length === 0)
                return;
            progress.say(`fetching ${missing.length} ${missing.length === 1 ? "output" : "outputs"} from ${remote.name}`);
            await (0,store/* fetch */.hd)(missing, { cache, remote, ...(jobs === null ? {} : { jobs }) });
        },
        runs: async (keys) => {
            await remote.fetchRuns(runCache, keys);
        },
    };
}

// EXTERNAL MODULE: ./build/flows/targets.js
var targets = __webpack_require__(6208);
// EXTERNAL MODULE: ./build/flows/workspace.js + 1 modules
var flows_workspace = __webpack_require__(1796);
;// CONCATENATED MODULE: ./build/flows/run.js









/** Carries the plan out. Answer "no" when a stage failed. */
async function run_run(context, options) {
    if (!options.dry) {
        return (0,flows_workspace/* changeWorkspace */.ub)(context, "run", (workspace, access) => realRun(workspace, options, workshop(context, { workspace, access }, options)));
    }
    const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
    try {
        return await dryRun(workspace, options);
    }
    finally {
        workspace.git?.close();
    }
}
async function realRun(workspace, options, shop) {
    const job = {
        project: workspace.project,
        selection: (0,targets/* selectedStages */.H)(workspace, options),
        options: { ...options, runCache: !options.noRunCache },
    };
    const report = await (0,run/* exclusively */.G6)((0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(workspace.root), "lock"), process.pid, () => (0,run/* execute */.g7)(job, shop));
    await workspace.state.save();
    await noteTimes(workspace, report.stages);
    await (0,placed/* rememberPlaced */.fA)(workspace, (0,targets/* selectedOutputs */.Q)(workspace, []).flatMap(({ out }) => out.at ?? []));
    return {
        answer: report.stages.some(({ outcome }) => outcome === "failed" || outcome === "skipped") ? "no" : "yes",
        document: { schema: "mainline.run/1", seconds: report.seconds, stages: report.stages.map(row) },
    };
}
function workshop(context, { workspace, access }, { pull, jobs }) {
    const { git, below, ignore, config } = workspace;
    return {
        ...workspace,
        observer: (0,observe/* observeWorkspace */.WI)(workspace),
        linkTypes: config.cacheTypes,
        rulesFor: (directory) => (0,observe/* rulesFor */.NP)(ignore, directory),
        git: git === null ? null : (0,flows_workspace/* gitEye */.CW)(git, below),
        shell: context.machine.shell,
        progress: context.progress,
        signal: context.signal,
        clock: context.clock,
        access,
        supply: pull ? remoteSupply(workspace, { jobs, progress: context.progress }) : null,
    };
}
async function noteTimes(workspace, stages) {
    const timings = await plan/* Timings */.Mv.read((0,flows_plan/* timingsFile */.M)(workspace));
    for (const { address, outcome, seconds } of stages)
        if (outcome === "executed")
            timings.add(address, seconds);
    await timings.save();
}
function row({ failure, ...report }) {
    if (failure === undefined)
        return report;
    const { message, hint, exitCode, tail, at } = failure;
    return {
        ...report,
        message: hint === undefined ? message : `${message} (${hint})`,
        exitCode,
        tail,
        file: at.file,
        ...(at.line === undefined ? {} : { line: at.line }),
    };
}
async function dryRun(workspace, options) {
    const found = await (0,plan/* plan */.et)(workspace.project, (0,observe/* observeWorkspace */.WI)(workspace), {
        ...(0,targets/* selectedStages */.H)(workspace, options),
        data: true,
        force: options.force,
        forceDownstream: options.forceDownstream,
        runCache: !options.noRunCache,
    });
    await workspace.state.save();
    return {
        answer: "yes",
        document: { schema: "mainline.run/1", dry: true, seconds: 0, stages: found.stages.map(dryRow) },
    };
}
const OUTCOMES = {
    none: "unchanged",
    restore: "restored",
    run: "executed",
    maybe: "executed",
    frozen: "frozen",
    blocked: "failed",
};
function dryRow({ stage, action, why, source }) {
    return {
        address: stage.address,
        outcome: OUTCOMES[action],
        seconds: 0,
        why,
        ...(source === undefined ? {} : { source }),
        ...(action === "blocked" ? { message: "blocked", file: stage.place.file } : {}),
    };
}


/***/ }),

/***/ 6208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ selectedStages),
/* harmony export */   Q: () => (/* binding */ selectedOutputs)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8015);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6480);


/**
 * The stages that a plan or a run is about. Without targets: every stage of the project; from a folder below the root
 * that has a dvc.yaml, that file's stages and what they need, as for `dvc repro` there.
 */
function selectedStages({ project, here }, options) {
    const how = {
        single: options.singleItem ?? false,
        downstream: options.downstream ?? false,
        pipeline: options.pipeline ?? false,
    };
    if (options.allPipelines === true)
        return { targets: null };
    if (options.targets.length > 0)
        return { ...how, targets: (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveTargets */ .h5)(project, [...options.targets], here) };
    const own = here === "." ? [] : project.stages.filter(({ file }) => file === `${here}/dvc.yaml`);
    if (own.length > 0)
        return { ...how, targets: own };
    return how.single ? { ...how, targets: project.stages } : { targets: null };
}
/** The cached outputs that targets name: by their path, a path inside one, a stage, or a file of stages. Without targets: all. */
function selectedOutputs({ project, here }, targets) {
    if (targets.length === 0)
        return project.stages.flatMap((stage) => outputsOf(stage));
    const found = targets.flatMap((target) => {
        const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(here, target);
        const named = project.stages.flatMap((stage) => outputsOf(stage)).filter(({ out }) => holds(out, path));
        if (named.length > 0)
            return named.map((selected) => ({ ...selected, part: partOf(selected.out, path) }));
        return (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveTargets */ .h5)(project, [target], here).flatMap((stage) => outputsOf(stage));
    });
    return [...new Map(found.map((selected) => [`${selected.out.at ?? ""}\0${selected.part ?? ""}`, selected])).values()];
}
function outputsOf(stage) {
    return stage.outs.filter((out) => out.cache && out.at !== null).map((out) => ({ stage, out, part: null }));
}
function holds({ at }, path) {
    return at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, at);
}
function partOf({ at }, path) {
    return at === null || at === path ? null : path.slice(at.length + 1);
}


/***/ })

};
