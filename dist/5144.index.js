export const id = 5144;
export const ids = [5144,3367];
export const modules = {

/***/ 69866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ warnOfContainers),
/* harmony export */   n: () => (/* binding */ housed)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84917);


/** What a stage's command runs in; null for the machine itself, and where there is no command. */
function housed({ cmd, needs }) {
    return cmd === null ? null : (needs?.container ?? null);
}
/** Says once of each container what dvc.lock will not record of it, and the line that changes that. */
async function warnOfContainers({ progress }, plans) {
    const said = new Map();
    for (const { stage, action } of plans.planned) {
        const container = housed(stage);
        if (container === null || (action !== "run" && action !== "maybe"))
            continue;
        for (const gap of await gapsOf(stage, container, plans)) {
            said.set(gap, [...(said.get(gap) ?? []), stage.address]);
        }
    }
    for (const [gap, stages] of said)
        progress.warn(`${namesOf(stages)}: ${gap}`);
}
function namesOf(stages) {
    const [first = "", ...rest] = stages;
    return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}
async function gapsOf(stage, { from }, { workspace, observer }) {
    if (from.kind === "dockerfile")
        return dockerfileGaps(stage, from.dockerfile, workspace);
    const { name } = from;
    const pinned = isPinned(name);
    const recorded = await isParameter(name, stage, observer);
    if (pinned && recorded)
        return [];
    const digested = pinned ? name : `${name}@sha256:…`;
    const told = pinned ? "" : "; what a run took is in its report";
    if (recorded)
        return [`${name} can mean another image tomorrow: name it ${digested}${told}`];
    return [
        `no lock records that it runs in ${name}: another image would not run it again. Write \`image: ${digested}\` into params.yaml, \`container: \${image}\` and \`params: [image]\`${told}`,
    ];
}
function isPinned(image) {
    return /@sha256:[0-9a-f]{64}$/.test(image);
}
/** A value of a parameter that the stage reads is in its lock. */
async function isParameter(text, { params }, observer) {
    for (const dependency of params) {
        const found = await observer.values(dependency);
        if ([...(found?.values() ?? [])].some((value) => holds(value, text)))
            return true;
    }
    return false;
}
function holds(value, text) {
    if (value === text)
        return true;
    if (Array.isArray(value))
        return value.some((item) => holds(item, text));
    return value instanceof Map && [...value.values()].some((item) => holds(item, text));
}
/** What the Dockerfile copies and the stage does not name, and what FROM leaves open. One that cannot be read is told when it is built. */
async function dockerfileGaps(stage, dockerfile, { tree }) {
    const { file, context, target, args } = dockerfile;
    const bytes = await tree.read(file);
    if (bytes === null)
        return [];
    const { readDockerfile } = await Promise.all(/* import() */[__webpack_require__.e(5293), __webpack_require__.e(3768)]).then(__webpack_require__.bind(__webpack_require__, 23768));
    const read = await readDockerfile((0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeUtf8 */ ._6)(bytes, file), { file, target, args }).catch((cause) => {
        if (cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw cause;
    });
    if (read === null)
        return [];
    const open = read.images.filter((image) => !isPinned(image));
    const sources = read.sources?.filter(({ needed }) => needed).map(({ pattern }) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(context, pattern)) ?? [
        context,
    ];
    const unread = sources.filter((path) => !stage.deps.some(({ at }) => at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, at)));
    const missing = [...new Set(unread)].map((path) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .relativeTo */ .Mf)(path, stage.wdir));
    return [
        ...(missing.length === 0
            ? []
            : [
                `${file} copies ${missing.join(", ")}, which its deps do not name: a change of that would not run it again. Add it to \`deps\``,
            ]),
        ...(open.length === 0
            ? []
            : [`FROM ${open.join(", ")} in ${file} can mean another image tomorrow: write FROM ${open[0]}@sha256:…`]),
    ];
}


/***/ }),

/***/ 63367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mu: () => (/* binding */ timingsFile),
/* harmony export */   NP: () => (/* binding */ planDocument),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50443);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6877);
/* harmony import */ var _containers_warnings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69866);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40890);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86208);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93163);







/** What `run` would do now, and why; with a base, why the results differ from those of that revision. */
async function plan(context, options) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .openWorkspace */ .OH)(context);
    try {
        const { data, force } = options;
        const observer = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lookingOnce */ .$e)((0,_observe_js__WEBPACK_IMPORTED_MODULE_4__/* .observeWorkspace */ .WI)(workspace));
        const selection = (0,_targets_js__WEBPACK_IMPORTED_MODULE_5__/* .selectedStages */ .H)(workspace, options);
        const found = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .et)(workspace.project, observer, { ...selection, data, force });
        const base = options.base === null ? null : await againstBase(workspace, { ...options, base: options.base, observer });
        await (0,_containers_warnings_js__WEBPACK_IMPORTED_MODULE_3__/* .warnOfContainers */ .Q)(context, { workspace, observer, planned: found.stages });
        await workspace.state.save();
        const timings = await _plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Timings */ .Mv.read(timingsFile(workspace));
        const stages = found.stages.map((planned) => row(withWhy(planned, base), timings.of(planned.stage.address)));
        const document = planDocument(workspace, { base: base?.commit ?? null, stages });
        return { answer: options.check && isStale(found) ? "no" : "yes", document };
    }
    finally {
        workspace.git?.close();
    }
}
function planDocument({ below }, { base, stages }) {
    const expected = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_2__.expectedCost)(stages);
    return {
        schema: "mainline.plan/1",
        root: below,
        base,
        stages,
        ...(expected === null ? {} : { expected }),
    };
}
async function againstBase(workspace, options) {
    const { commit, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .projectAt */ .t9)(workspace, options.base);
    const mixed = withLocksOf(workspace.project, project);
    const selection = (0,_targets_js__WEBPACK_IMPORTED_MODULE_5__/* .selectedStages */ .H)({ ...workspace, project: mixed }, options);
    const { stages } = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .et)(mixed, options.observer, { ...selection, data: false });
    return { commit, why: new Map(stages.map(({ stage, why }) => [stage.address, why])) };
}
function withWhy(planned, base) {
    const why = base?.why.get(planned.stage.address) ?? [];
    return why.length === 0 ? planned : { ...planned, why };
}
function timingsFile({ root }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .notesFolder */ .w4)(root), "timings.json");
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
    const gpus = stage.needs?.gpus ?? null;
    return {
        address: stage.address,
        action,
        why,
        deps: inputPaths(stage),
        outs: stage.outs.map(({ at, path }) => at ?? path),
        ...(source === undefined || action !== "restore" ? {} : { source }),
        ...(gpus === null ? {} : { gpus }),
        ...(stage.needs?.container === undefined ? {} : { container: plannedContainer(stage.needs.container) }),
        ...(last === undefined ? {} : { seconds: last, range: [Math.min(...runs), Math.max(...runs)] }),
    };
}
function plannedContainer({ from }) {
    if (from.kind === "image")
        return { image: from.name };
    const { file, target } = from.dockerfile;
    return { dockerfile: file, ...(target === null ? {} : { target }) };
}
function inputPaths({ deps, params }) {
    return [...new Set([...deps, ...params].map(({ at, path }) => at ?? path))];
}


/***/ }),

/***/ 25144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/run/index.js + 31 modules
var run = __webpack_require__(56806);
// EXTERNAL MODULE: ./build/flows/autostage.js
var autostage = __webpack_require__(8469);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/flows/observe.js
var observe = __webpack_require__(40890);
// EXTERNAL MODULE: ./build/flows/containers/warnings.js
var warnings = __webpack_require__(69866);
;// CONCATENATED MODULE: ./build/flows/containers/ahead.js




/**
 * Before anything runs: says what no lock would record of the containers that are to come, and refuses where nothing here runs one.
 * Failure `container-no-engine`.
 */
async function lookAhead(context, ahead) {
    const { workspace, selection, options, containers, pull } = ahead;
    if (!workspace.project.stages.some((stage) => (0,warnings/* housed */.n)(stage) !== null))
        return;
    const observer = (0,observe/* observeWorkspace */.WI)(workspace);
    const { stages: planned } = await (0,plan/* plan */.et)(workspace.project, observer, {
        ...selection,
        data: options.allowMissing !== true,
        force: options.force,
        forceDownstream: options.forceDownstream,
        runCache: options.runCache,
    });
    await (0,warnings/* warnOfContainers */.Q)(context, { workspace, observer, planned });
    for (const { stage, action } of planned) {
        const container = (0,warnings/* housed */.n)(stage);
        if (container === null || (action !== "run" && (action !== "maybe" || pull)))
            continue;
        await containers.engine(stage, container).catch((cause) => {
            if (!pull || !(cause instanceof kernel/* Failure */.HR))
                throw cause;
            context.progress.warn(`${cause.message}: it can only be restored`);
        });
    }
}

// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
;// CONCATENATED MODULE: ./build/flows/containers/world.js



/** What runs stages in containers here; nothing is looked for before a stage asks. */
function containersOf(context, workspace) {
    const { machine, signal, clock } = context;
    const { root, git, cache } = workspace;
    return new run/* Containers */.Xd({
        project: git?.root ?? root,
        root,
        cache: cache.dir,
        scratch: (0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(root), "containers"),
        program: machine.containers ?? null,
        variables: machine.variables,
        user: thisUser(),
        cpus: machine.cpus,
        memory: machine.memory,
        signal,
        clock,
        environment: async (asked, engine, voice) => {
            // what builds and fetches images is loaded where a Dockerfile makes one
            const { environmentHere } = await Promise.all(/* import() */[__webpack_require__.e(5293), __webpack_require__.e(944), __webpack_require__.e(3768), __webpack_require__.e(982)]).then(__webpack_require__.bind(__webpack_require__, 10982));
            return environmentHere(context, workspace, { asked, engine, voice });
        },
    });
}
function thisUser() {
    const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    return { uid, gid, groups: process.getgroups?.() ?? [] };
}

// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
;// CONCATENATED MODULE: ./build/flows/devices.js

const ASK_MS = 20_000;
/** What this machine has for stages to share. */
function capacityOf({ cpus, memory, visibleDevices }, { jobs, gpus }) {
    let found = null;
    return {
        jobs,
        cpus,
        memory,
        devices: () => {
            const given = gpus ?? visibleDevices;
            found ??= given === null ? devicesFound() : Promise.resolve(given);
            return found;
        },
    };
}
/** As CUDA_VISIBLE_DEVICES may name them; none where nvidia-smi is not installed, or finds none. */
async function devicesFound() {
    const asked = await (0,shell/* run */.eF)("nvidia-smi", ["-L"], { timeoutMs: ASK_MS }).catch(() => null);
    return asked === null || asked.code !== 0 ? [] : devicesIn(asked.stdoutText);
}
/** The devices in what `nvidia-smi -L` says. Of a GPU that is cut into parts (MIG) the parts count. */
function devicesIn(list) {
    const found = [];
    for (const line of list.split("\n")) {
        const [, gpu] = /^GPU \d+: .*\(UUID: (GPU-[^)]+)\)/.exec(line) ?? [];
        const [, part] = /^\s+MIG .*\(UUID: (MIG-[^)]+)\)/.exec(line) ?? [];
        if (gpu !== undefined)
            found.push({ gpu, parts: [] });
        if (part !== undefined)
            found.at(-1)?.parts.push(part);
    }
    return found.flatMap(({ gpu, parts }) => (parts.length > 0 ? parts : [gpu]));
}

// EXTERNAL MODULE: ./build/flows/externals.js
var externals = __webpack_require__(68070);
;// CONCATENATED MODULE: ./build/flows/listings.js

/**
 * An observer that asks the default remote for the listing of a directory that is not here. What lies in a recorded
 * directory decides whether a stage that reads one of its files is up to date; DVC believes that it is (its issue 11099).
 */
function seeingListings(observer, { progress }, workspace) {
    const { config, cache } = workspace;
    if (config.defaultRemote === null)
        return observer;
    return {
        ...observer,
        listing: async (oid, hash) => {
            const here = await observer.listing(oid, hash);
            if (here !== null)
                return here;
            try {
                await (await workspace.remote(null)).fetch(oid, cache, hash);
            }
            catch (failure) {
                if (!(failure instanceof kernel/* Failure */.HR))
                    throw failure;
                progress.warn(`${oid} cannot be looked into, so what is recorded of its files counts: ${failure.message}`);
            }
            return observer.listing(oid, hash);
        },
    };
}

// EXTERNAL MODULE: ./build/flows/placed.js
var placed = __webpack_require__(99441);
// EXTERNAL MODULE: ./build/flows/plan.js
var flows_plan = __webpack_require__(63367);
// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var store = __webpack_require__(68511);
;// CONCATENATED MODULE: ./build/flows/supply.js

/** `--pull`: the default remote hands over what a run lacks. */
function remoteSupply({ remote: open, cache, runCache }, { jobs, progress, beside = null }) {
    let opened = null;
    const theRemote = () => (opened ??= open(null));
    return {
        objects: async (objects) => {
            const missing = [];
            for (const { oid, hash } of objects) {
                if ((await cache.missingBelow(oid, hash)).length > 0)
                    missing.push({ oid, hash });
            }
            if (missing.length === 0)
                return;
            const remote = await theRemote();
            progress.say(`fetching ${missing.length} ${missing.length === 1 ? "output" : "outputs"} from ${remote.name}`);
            await (0,store/* fetch */.hd)(missing, { cache, remote, ...(jobs === null ? {} : { jobs }) });
        },
        runs: async (keys) => {
            if ((await (await theRemote()).fetchRuns(runCache, keys)) === 0)
                await beside?.fetchRuns(runCache, keys);
        },
    };
}

// EXTERNAL MODULE: ./build/flows/targets.js
var targets = __webpack_require__(86208);
;// CONCATENATED MODULE: ./build/flows/run.js















/** Carries the plan out. Answer "no" when a stage failed. */
async function run_run(context, options) {
    if (!options.dry) {
        return (0,flows_workspace/* changeWorkspace */.ub)(context, "run", (workspace, access) => (0,run/* exclusively */.G6)((0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(workspace.root), "lock"), process.pid, () => realRun(context, { workspace, access }, options)));
    }
    const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
    try {
        return await dryRun(workspace, options);
    }
    finally {
        workspace.git?.close();
    }
}
async function realRun(context, { workspace, access }, options) {
    const { project, root } = workspace;
    const job = {
        project,
        selection: (0,targets/* selectedStages */.H)(workspace, options),
        options: { ...options, ignoreErrors: options.ignoreErrors ?? false, runCache: !options.noRunCache },
        progress: context.progress,
    };
    const newcomers = await run/* Newcomers */.yv.open(root, (0,run/* orderOf */.mJ)(job).order, (0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(root), "newcomers"));
    const written = new Set();
    const shop = workshop(context, { workspace, access, newcomers, written }, options);
    await lookAhead(context, { workspace, ...job, containers: shop.containers, pull: options.pull });
    const report = await (0,run/* execute */.g7)(job, shop).finally(() => workspace.state.save());
    await newcomers.close(isWhole(report, options));
    if (isSuccess(report, options))
        await (0,autostage/* stageInGit */.Q)(workspace, [...written, ...resultFiles(workspace, report)]);
    await noteTimes(workspace, report.stages);
    await (0,placed/* rememberPlaced */.fA)(workspace, (0,targets/* selectedOutputs */.Q)(workspace, []).flatMap(({ out }) => out.at ?? []));
    return {
        answer: isSuccess(report, options) ? "yes" : "no",
        document: {
            schema: "mainline.run/1",
            seconds: report.seconds,
            stages: report.stages.map((each) => row(root, each)),
        },
    };
}
/** As for DVC, errors that are ignored are none. */
function isSuccess({ stages }, { ignoreErrors = false }) {
    return ignoreErrors || !stages.some(({ outcome }) => outcome === "failed" || outcome === "skipped");
}
/** Whether stages running one after the other would not have stopped earlier. */
function isWhole({ stages }, { ignoreErrors = false, keepGoing }) {
    const stopped = stages.some(({ outcome, after }) => outcome === "skipped" && after === undefined);
    return !stopped && (ignoreErrors || keepGoing || !stages.some(({ outcome }) => outcome === "failed"));
}
function workshop(context, { workspace, access, newcomers, written }, options) {
    const { root, ignore, config } = workspace;
    const { machine, progress, signal, clock } = context;
    const added = (file, key) => {
        written.add(file);
        return newcomers.add(file, key);
    };
    const eyes = { ...(0,observe/* observeWorkspace */.WI)(workspace), external: (0,externals/* externalEye */.nU)(context, workspace) };
    return {
        ...workspace,
        observer: options.allowMissing === true ? seeingListings(eyes, context, workspace) : eyes,
        linkTypes: config.cacheTypes,
        rulesFor: (directory) => (0,observe/* rulesFor */.NP)(ignore, directory),
        git: gitLines(workspace, added),
        shell: machine.shell,
        progress,
        signal,
        clock,
        access,
        records: toldOf(new run/* Records */.tU(root, added), options),
        supply: options.pull ? remoteSupply(workspace, { ...options, progress }) : null,
        containers: containersOf(context, workspace),
        slots: new run/* Slots */.WR(capacityOf(machine, options)),
        logs: (0,external_node_path_.join)((0,flows_workspace/* notesFolder */.w4)(root), "logs"),
    };
}
function toldOf(records, { recorded }) {
    if (recorded === undefined)
        return records;
    return {
        add: async (stage, entry) => {
            await records.add(stage, entry);
            recorded(stage, entry);
        },
    };
}
/** Where the results of the stages that changed are recorded. */
function resultFiles({ root, project }, { stages }) {
    const changed = new Set(stages.filter(({ outcome }) => outcome === "executed" || outcome === "restored").map(({ address }) => address));
    return project.stages.filter(({ address }) => changed.has(address)).map((stage) => (0,external_node_path_.join)(root, (0,run/* resultFile */.Cp)(stage)));
}
function gitLines({ git, below, root, project }, added) {
    if (git === null)
        return null;
    const outputs = project.stages.flatMap(({ outs }) => outs.flatMap(({ at, cache }) => (cache && at !== null ? at : [])));
    return new run/* GitLines */.mz({ eye: (0,flows_workspace/* gitEye */.CW)(git, below), root, added, outputs: outputs.filter((path) => !(0,plan/* isOutside */._K)(path)) });
}
async function noteTimes(workspace, stages) {
    const timings = await plan/* Timings */.Mv.read((0,flows_plan/* timingsFile */.Mu)(workspace));
    for (const { address, outcome, seconds } of stages)
        if (outcome === "executed")
            timings.add(address, seconds);
    await timings.save();
}
function row(root, { failure, ...report }) {
    if (failure === undefined)
        return report;
    const { message, hint, exitCode, tail, at, log } = failure;
    return {
        ...report,
        message: hint === undefined ? message : `${message} (${hint})`,
        exitCode,
        tail,
        file: at.file,
        ...(at.line === undefined ? {} : { line: at.line }),
        ...(log === undefined ? {} : { log: (0,external_node_path_.relative)(root, log) }),
    };
}
async function dryRun(workspace, options) {
    const found = await (0,plan/* plan */.et)(workspace.project, (0,observe/* observeWorkspace */.WI)(workspace), {
        ...(0,targets/* selectedStages */.H)(workspace, options),
        data: options.allowMissing !== true,
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


/***/ })

};
