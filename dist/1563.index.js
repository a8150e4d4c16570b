export const id = 1563;
export const ids = [1563];
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

/***/ 7049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ knowAlso),
  knowTree: () => (/* binding */ knowTree),
  p: () => (/* binding */ knownAt)
});

// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var store = __webpack_require__(68511);
// EXTERNAL MODULE: ./build/flows/entry-format.js
var entry_format = __webpack_require__(81596);
// EXTERNAL MODULE: ./build/flows/observe.js
var observe = __webpack_require__(40890);
// EXTERNAL MODULE: ./build/flows/remote-shelves.js
var remote_shelves = __webpack_require__(22415);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/flows/release/know-from-plan.js


/** A plan over a revision's tree, read as what is known there: every stage that would neither run nor wait has its result. */
async function knowFromPlan(plan, { project, cache, tree }) {
    const results = new Map();
    const unknown = new Map();
    for (const planned of plan.stages) {
        const { address } = planned.stage;
        const result = resultOf(planned);
        if (result === null)
            unknown.set(address, planned.why.map(inWords));
        else
            results.set(address, result);
    }
    return { project, cache, results, unknown, locks: await trueLocks(project.stages, results, tree) };
}
function resultOf({ action, result, source, stage }) {
    if (action === "frozen")
        return stage.lock === null ? null : { entry: stage.lock, source: "lock" };
    if (result === null || (action !== "none" && action !== "restore"))
        return null;
    return { entry: result, source: action === "none" ? "lock" : (source ?? "lock") };
}
/** The lock files as they would read had the results that the run cache knows been committed. */
async function trueLocks(stages, results, tree) {
    const texts = new Map();
    for (const { address, file, name } of stages) {
        const result = results.get(address);
        if (name === null || result?.source !== "run-cache")
            continue;
        const lock = (0,kernel/* joinPath */.uJ)((0,kernel/* parentOf */.gN)(file), "dvc.lock");
        if (!texts.has(lock))
            texts.set(lock, decoded(await tree.read(lock)));
        texts.set(lock, (0,manifest/* updateLock */.tn)(texts.get(lock) ?? null, name, result.entry));
    }
    return new Map([...texts].flatMap(([path, text]) => (text === null ? [] : [[path, new TextEncoder().encode(text)]])));
}
function decoded(bytes) {
    return bytes === null ? null : new TextDecoder().decode(bytes);
}
/** One reason as a sentence part: `params.yaml train.epochs: 20 → 40`. */
function inWords(reason) {
    const { kind, path, change } = reason;
    switch (kind) {
        case "command":
            return "its command changed";
        case "parameter":
            return `${reason.file ?? "params.yaml"} ${reason.name ?? ""}${valuesOf(reason)}`.trim();
        case "dependency":
        case "output":
            return `${path ?? "a file"} ${change === "new" ? "is new" : change === "deleted" ? "is gone" : "changed"}`;
        case "never-run":
            return "it never ran";
        case "always":
            return "it always runs";
        case "upstream":
            return `after ${reason.stage ?? "another stage"}`;
        case "missing":
            return `${path ?? "something"} is missing and nothing makes it`;
    }
}
function valuesOf({ old, new: now }) {
    const said = (value) => (value === undefined ? "nothing" : (0,kernel/* dumpPythonJson */.jg)(value));
    return old === undefined && now === undefined ? "" : `: ${said(old)} → ${said(now)}`;
}

;// CONCATENATED MODULE: ./build/flows/release/know.js







/**
 * What is known of a revision's stages: from its lock files, this machine's run cache and the default remote's, which is
 * asked for single runs by their key and never listed. The settings of DVC are those of the workspace.
 */
const knowTree = knowAlso((observer) => observer);
/** The same, and what is heard of results beside that. */
function knowAlso(hearsay) {
    return async ({ context, root }, tree) => {
        const config = await configOf(context, root);
        const remote = await (0,remote_shelves/* optionalRemote */.R)(context, config);
        const cache = new store/* Cache */.l2(config.cacheDir);
        const places = { root, config, cache, runCache: new store/* RunCache */.CY(config.cacheDir, entry_format/* entryFormat */.m), remote };
        return knownAt(tree, places, hearsay);
    };
}
async function knownAt(tree, places, hearsay = (observer) => observer) {
    const { root, config, cache, runCache } = places;
    const project = await (0,manifest/* loadProject */.gi)(tree, { config, root });
    const revision = (0,observe/* observeRevision */.S1)({ tree, ignore: project.ignore, cache, runCache, assumeStored: true });
    const observer = await hearsay((0,remote_shelves/* withRemote */.T)(revision, places), places);
    const found = await (0,plan/* plan */.et)(project, observer, { targets: null, data: false });
    return knowFromPlan(found, { project, cache, tree });
}
function configOf({ machine }, root) {
    const { home, systemConfigDir, globalConfigDir } = machine;
    return (0,manifest/* loadConfig */.Z9)({ root, home, systemDir: systemConfigDir, globalDir: globalConfigDir });
}


/***/ }),

/***/ 31563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ compose)
});

// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
// EXTERNAL MODULE: ./build/flows/gate.js
var gate = __webpack_require__(64223);
// EXTERNAL MODULE: ./build/flows/sides.js
var flows_sides = __webpack_require__(17646);
// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/flows/report/causes.js



/** Gates that stand in the way, with the line that a reader wants to see first. */
async function withCauses(gates, { head, diff }) {
    const graph = (0,plan/* lenientGraph */.g3)(head.project.stages);
    const changed = (diff?.params ?? []).filter((row) => row.head !== null && !Object.is(row.base, row.head));
    const causes = gates.map(async (gate) => {
        const stage = gate.blocks ? graph.producersOf(gate.file)[0]?.stage : undefined;
        if (stage === undefined)
            return gate;
        const cause = (await parameterCause(graph, stage, { changed, tree: head.tree })) ?? stageCause(stage);
        return cause === null ? gate : { ...gate, cause };
    });
    return Promise.all(causes);
}
async function parameterCause(graph, stage, { changed, tree }) {
    const readers = [...(0,plan/* spread */.il)([stage], (each) => graph.upstream(each))];
    for (const row of changed) {
        if (!readers.some((reader) => reads(reader, row)))
            continue;
        const line = await lineOf(tree, row);
        const { name, base, head } = row;
        if (line !== null)
            return { file: row.file, line, parameter: { name, base, head } };
    }
    return null;
}
function stageCause({ cmdPlace, place }) {
    const { file, line } = cmdPlace ?? place;
    return line === undefined ? null : { file, line };
}
function reads({ params }, { file, name }) {
    return params.some(({ at, keys }) => at === file &&
        (keys.length === 0 ||
            keys.some((key) => key === name || name.startsWith(`${key}.`) || key.startsWith(`${name}.`))));
}
/** Where a parameter stands in its file; null where that cannot be told. */
async function lineOf(tree, { file, name }) {
    try {
        const bytes = await tree.read(file);
        return bytes === null ? null : lineIn((0,source/* readParams */.LE)(bytes, file), name);
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return null;
    }
}
/** The line of a dotted name's last key; keys may hold dots themselves. */
function lineIn(node, name) {
    if (node.kind !== "map")
        return node.at.line ?? null;
    for (const { key, keyAt, value } of node.entries) {
        const own = String(key);
        if (own === name)
            return keyAt.line ?? null;
        const below = name.startsWith(`${own}.`) ? lineIn(value, name.slice(own.length + 1)) : null;
        if (below !== null)
            return below;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/flows/report/stage-differences.js


/** What went into two results of one stage, by what their locks record. */
function differences(before, now) {
    return [
        ...commandDifference(before, now),
        ...dependencyDifferences(before, now),
        ...parameterDifferences(before, now),
    ];
}
function commandDifference(before, now) {
    const same = JSON.stringify(before.lock?.cmd) === JSON.stringify(now.lock?.cmd);
    return same ? [] : [{ kind: "command", path: now.address, change: "modified" }];
}
function dependencyDifferences(before, now) {
    const [old, recent] = [recordsOf(before), recordsOf(now)];
    return [...new Set([...old.keys(), ...recent.keys()])].flatMap((path) => {
        const change = changeOf(old.get(path), recent.get(path), sameRecord);
        return change === null ? [] : [{ kind: "dependency", path, change }];
    });
}
/** By the path from the DVC root. What was recorded of nothing that is declared still counts as nothing. */
function recordsOf(stage) {
    return new Map(stage.deps.flatMap((dependency) => {
        const record = (0,plan/* recordOfDependency */.yQ)(stage, dependency);
        return record === null ? [] : [[dependency.at ?? dependency.path, record]];
    }));
}
function sameRecord(a, b) {
    if (a.oid !== null || b.oid !== null)
        return a.oid === b.oid && a.hash === b.hash;
    return ["etag", "checksum"].every((mark) => (0,kernel/* equalInPython */.iN)(a.extra?.get(mark) ?? null, b.extra?.get(mark) ?? null));
}
function parameterDifferences(before, now) {
    const [old, recent] = [valuesOf(before.lock), valuesOf(now.lock)];
    const files = new Map(now.params.map(({ path, at }) => [path, at]));
    return [...new Set([...old.keys(), ...recent.keys()])].flatMap((id) => {
        const [was, is] = [old.get(id), recent.get(id)];
        const change = changeOf(was?.value, is?.value, kernel/* equalInPython */.iN);
        const { file = "", name = "" } = is ?? was ?? {};
        if (change === null)
            return [];
        return [
            {
                kind: "parameter",
                path: files.get(file) ?? file,
                name,
                change,
                ...(was === undefined ? {} : { old: was.value }),
                ...(is === undefined ? {} : { now: is.value }),
            },
        ];
    });
}
function valuesOf(lock) {
    const all = [...(lock?.params ?? [])].flatMap(([file, values]) => [...values].map(([key, value]) => ({ file, name: String(key), value })));
    return new Map(all.map((each) => [`${each.file}\0${each.name}`, each]));
}
function changeOf(before, now, same) {
    if (before === undefined)
        return now === undefined ? null : "new";
    if (now === undefined)
        return "deleted";
    return same(before, now) ? null : "modified";
}

;// CONCATENATED MODULE: ./build/flows/report/yardstick-kind.js

/** Files that say what programs run in, by their usual names. */
const ENVIRONMENT = /^(requirements[^/]*\.(txt|in)|constraints[^/]*\.txt|[^/]*\.lock|conda-lock\.ya?ml|environment[^/]*\.ya?ml|pyproject\.toml|pipfile|setup\.(py|cfg)|\.python-version|renv\.lock|package(-lock)?\.json|project\.toml|manifest\.toml|dockerfile[^/]*|containerfile[^/]*|[^/]*\.(dockerfile|def|nix))$/i;
const CODE = /\.(py|pyx|ipynb|r|rmd|jl|sh|bash|js|mjs|cjs|ts|go|rs|java|kt|scala|c|cc|cpp|cxx|h|hpp|cu|sql|pl|rb|lua|m|cs|f90|so|whl)$/i;
/** Folders deeper than this are not looked into for code. */
const DEPTH = 3;
/** What a dependency that no stage makes is, by its name; a folder is code where git holds code in it. */
async function kindOf(tree, path) {
    const name = (0,kernel/* baseName */.Fl)(path);
    if (ENVIRONMENT.test(name))
        return "environment";
    if (CODE.test(name))
        return "code";
    return (await tree.kind(path)) === "directory" && (await holdsCode(tree, path, DEPTH)) ? "code" : "data";
}
async function holdsCode(tree, directory, depth) {
    const entries = await tree.list(directory);
    if (entries.some(({ kind, name }) => kind === "file" && CODE.test(name)))
        return true;
    if (depth === 0)
        return false;
    for (const { kind, name, link } of entries) {
        if (kind === "directory" && !link && (await holdsCode(tree, (0,kernel/* joinPath */.uJ)(directory, name), depth - 1)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/flows/report/comparability.js



/**
 * Which metrics files are measured otherwise than on the base. A number compares two models only where all else is the same: the data that
 * it is measured on, the code, command and parameters that measure, the environment (docs/adr/0020-comparable.md).
 */
async function comparabilityOf(base, head, files) {
    const [before, now] = [(0,plan/* lenientGraph */.g3)(base.project.stages), (0,plan/* lenientGraph */.g3)(head.project.stages)];
    const found = new Map();
    for (const file of new Set(files)) {
        const stage = makerOf(now, file);
        if (stage === null)
            continue;
        const known = found.get(stage.address);
        const judged = known ?? (await judge({ stage, file, before, now, base, head }));
        if (judged !== null)
            found.set(stage.address, { ...judged, files: [...(known?.files ?? []), file] });
    }
    return [...found.values()];
}
async function judge({ stage, file, before, now, base, head }) {
    const old = makerOf(before, file);
    // a file that the base's stages do not make, or did not yet, has no number there to compare with
    if (old === null || old.lock === null || stage.lock === null)
        return null;
    const changes = old.address === stage.address
        ? await yardstickChanges({ stage, before, now, base, head })
        : [{ kind: "stage", path: stage.address, change: "modified", shared: false }];
    if (changes.length === 0)
        return null;
    const sure = changes.filter(({ shared }) => !shared);
    return {
        stage: stage.address,
        verdict: sure.length > 0 ? "not-comparable" : "unsure",
        changes: sure.length > 0 ? sure : changes,
    };
}
async function yardstickChanges({ stage, before, now, base, head, }) {
    const parts = partsOf(now, stage, head.project);
    const old = new Map(before.stages.map((each) => [each.address, each]));
    const changes = [];
    for (const measuring of parts.measuring) {
        const earlier = old.get(measuring.address);
        if (earlier?.lock == null || measuring.lock === null)
            continue;
        for (const difference of differences(earlier, measuring)) {
            const change = await asChange(difference, {
                measuring,
                parts,
                now,
                tree: difference.change === "deleted" ? base.tree : head.tree,
            });
            if (change !== null)
                changes.push(change);
        }
    }
    return unique(changes);
}
function partsOf(graph, stage, { artifacts }) {
    const behind = (0,plan/* spread */.il)([stage], (each) => graph.upstream(each));
    const models = artifacts.filter(({ type }) => type === null || type === "model");
    const declared = new Set(models.flatMap(({ path }) => graph.producersOf(path).map((producer) => producer.stage)));
    const inOne = declared.has(stage);
    const named = [...declared].filter((each) => behind.has(each) && each !== stage);
    const making = new Set(inOne ? [stage] : named.length > 0 ? named : nearest(graph, stage));
    const after = (0,plan/* spread */.il)(making, (each) => graph.downstream(each));
    const measuring = [...behind].toReversed().filter((each) => each === stage || (after.has(each) && !making.has(each)));
    const makers = (0,plan/* spread */.il)(making, (each) => graph.upstream(each));
    return { measuring, making, readByMakers: readingOf(makers), inOne: inOne || making.size === 0 };
}
/** Without a declared model: the stages right before, as far as they are none of each other's sources. */
function nearest(graph, stage) {
    const before = graph.upstream(stage).filter(({ cmd }) => cmd !== null);
    return before.filter((each) => {
        const after = (0,plan/* spread */.il)([each], (one) => graph.downstream(one));
        return !before.some((other) => other !== each && after.has(other));
    });
}
function readingOf(stages) {
    const paths = [...stages].flatMap(({ deps }) => deps.map(({ at, path }) => at ?? path));
    const params = [...stages].flatMap((stage) => stage.params.flatMap(({ at, keys }) => (keys.length === 0 ? [`${at}:`] : keys.map((key) => `${at}:${key}`))));
    return { paths: new Set(paths), params: new Set(params) };
}
/** Null where it is no yardstick: what is measured, and what the model was made with. */
async function asChange({ kind, path, name, change, old, now }, { measuring, parts, now: graph, tree }) {
    const said = {
        path,
        change,
        ...(name === undefined ? {} : { name }),
        ...(old === undefined ? {} : { old }),
        ...(now === undefined ? {} : { new: now }),
    };
    if (kind === "command")
        return parts.inOne ? null : { kind, path: measuring.address, change: "modified", shared: false };
    if (kind === "parameter") {
        const theirs = parts.inOne || [...parts.readByMakers.params].some((key) => covers(key, `${path}:${name ?? ""}`));
        return theirs ? null : { ...said, kind, shared: false };
    }
    const makers = new Set(graph.producersOf(path).map((producer) => producer.stage));
    const made = [...makers].some((each) => parts.measuring.includes(each) || (parts.making.has(each) && !parts.inOne));
    if (made)
        return null;
    const what = makers.size > 0 ? "data" : await kindOf(tree, path);
    if (what === "environment")
        return { ...said, kind: what, shared: false };
    // where one stage makes and measures, its code is what the change is about
    if (what === "code" && parts.inOne)
        return null;
    const shared = parts.inOne || (what === "code" && parts.readByMakers.paths.has(path));
    return { ...said, kind: what, shared };
}
/** `params.yaml:train` covers `params.yaml:train.epochs`, and the other way round; `params.yaml:` is all of the file. */
function covers(one, other) {
    if (one.endsWith(":"))
        return other.startsWith(one);
    return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}
function makerOf(graph, file) {
    return graph.producersOf(file).find(({ stage }) => stage.cmd !== null)?.stage ?? null;
}
function unique(changes) {
    return [
        ...new Map(changes.map((change) => [`${change.kind}\0${change.path}\0${change.name ?? ""}`, change])).values(),
    ];
}

// EXTERNAL MODULE: ./build/digest/index.js + 20 modules
var digest = __webpack_require__(22712);
// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
// EXTERNAL MODULE: ./build/flows/report/objects.js
var objects = __webpack_require__(69689);
;// CONCATENATED MODULE: ./build/flows/report/history.js






/** Changes of the base branch that are shown; so many of its commits are looked through for released ones. */
const MOST_POINTS = 20;
const LOOKED_THROUGH = 200;
const MOST_FILES = 5;
const MOST_METRICS = 20;
/** A metrics file is small; what is larger is not fetched for a picture. Bytes. */
const LARGEST_FILE = 256n * 1024n;
/**
 * What metrics were on the base branch at its last changes: those that wrote their files or locks, and those that were
 * released (the version's tag stands on the true lock). From what is at hand, and small objects of the remote; nothing is
 * said where that is too little for a line.
 */
async function metricHistory(review, rows) {
    const { workspace, base } = review;
    const wanted = rows.filter(({ base: before }) => numberOf(before) !== null).slice(0, MOST_METRICS);
    if (workspace.git === null || base === null || wanted.length === 0)
        return [];
    const files = [...new Set(wanted.map(({ file }) => file))].slice(0, MOST_FILES);
    try {
        const points = await pointsOf(workspace.git, { review, base: base.commit, files });
        const values = await Promise.all(points.map(async ({ tree }) => valuesAt(review, tree, files)));
        return wanted.flatMap((row) => {
            const before = points.flatMap(({ commit }, i) => {
                const value = numberOf(values[i]?.get(row.file)?.get(row.name) ?? null);
                return value === null || commit === base.commit ? [] : [{ commit, value }];
            });
            const now = { commit: base.commit, value: numberOf(row.base) ?? 0 };
            const { file, name } = row;
            return before.length < 2 ? [] : [{ file, name, points: [...before, now], head: numberOf(row.head) }];
        });
    }
    catch (failure) {
        // a picture of the past is no reason to say nothing of the present
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return [];
    }
}
/** Gated metrics, in the order of the gates, then those that moved. */
function shownMetrics(diff, judged) {
    const rows = diff?.metrics ?? [];
    const gated = (judged?.gates ?? []).flatMap(({ file, metric }) => rows.find((row) => row.file === file && row.name === metric) ?? []);
    return [...new Set([...gated, ...rows.filter(({ delta }) => delta !== null && Number(delta) !== 0)])];
}
/** Oldest first. */
async function pointsOf(git, { review, base, files }) {
    const { below } = review.workspace;
    const locks = files.flatMap((file) => lockOf(history_makerOf(review, file)) ?? []);
    const paths = [...new Set([...files, ...locks])].map((path) => (0,kernel/* joinPath */.uJ)(below, path));
    const [line, changed, tags] = await Promise.all([
        git.firstParents(base, { most: LOOKED_THROUGH }),
        git.firstParents(base, { most: MOST_POINTS, paths }),
        git.tags(),
    ]);
    const trees = new Map(changed.map((commit) => [commit, commit]));
    const released = tags.filter(({ name }) => (0,release/* parseTag */.ED)(name)?.kind === "register").map(({ target }) => target);
    const parents = await git.firstParentOf(released);
    const onLine = new Set(line);
    for (const target of released) {
        const commit = onLine.has(target) ? target : parents.get(target);
        if (commit !== undefined && onLine.has(commit))
            trees.set(commit, target);
    }
    const newest = line.filter((commit) => trees.has(commit)).slice(0, MOST_POINTS);
    return newest.toReversed().map((commit) => ({ commit, tree: git.treeAt(trees.get(commit) ?? commit, below) }));
}
async function valuesAt(review, tree, files) {
    const found = new Map();
    for (const file of files) {
        const bytes = await fileAt(review, tree, file);
        if (bytes !== null)
            found.set(file, (0,compare/* metricsIn */.dC)(bytes, file));
    }
    return found;
}
/** What the lock records of a file counts before what lies in the tree, which may be older. */
async function fileAt(review, tree, file) {
    const [bytes, recorded] = [await tree.read(file), await recordAt(tree, history_makerOf(review, file))];
    if (recorded?.oid == null || (bytes !== null && (0,digest/* hashBytes */.yi)(bytes) === recorded.oid))
        return bytes;
    if ((recorded.size ?? LARGEST_FILE) >= LARGEST_FILE)
        return null;
    return (0,objects/* shelvedObjects */.W)(review.shelves).read(recorded.oid, recorded.hash);
}
/** The stage of dvc.yaml that makes a file now. */
function history_makerOf({ project }, file) {
    for (const stage of project.stages) {
        const out = stage.name === null ? undefined : stage.outs.find(({ at }) => at === file);
        if (out !== undefined)
            return { stage, path: out.path };
    }
    return null;
}
function lockOf(maker) {
    return maker === null ? null : (0,kernel/* joinPath */.uJ)((0,kernel/* parentOf */.gN)(maker.stage.file), "dvc.lock");
}
async function recordAt(tree, maker) {
    const file = lockOf(maker);
    const bytes = file === null ? null : await tree.read(file);
    if (maker === null || file === null || bytes === null)
        return null;
    try {
        const entry = (0,manifest/* parseLock */.PG)(bytes, file).get(maker.stage.name ?? "");
        return entry?.outs.find(({ path }) => path === maker.path) ?? null;
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return null;
    }
}
function numberOf(value) {
    const number = typeof value === "bigint" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : null;
}

// EXTERNAL MODULE: ./build/config/index.js + 17 modules
var config = __webpack_require__(60944);
// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/flows/release/know.js + 1 modules
var know = __webpack_require__(7049);
// EXTERNAL MODULE: ./build/flows/release/misfits.js
var misfits = __webpack_require__(4791);
// EXTERNAL MODULE: ./build/flows/release.js + 9 modules
var flows_release = __webpack_require__(76909);
;// CONCATENATED MODULE: ./build/flows/report/merging.js






/**
 * What merging a commit would release, and what a revert would bring back; with `policy`, by that commit's mainline.yaml
 * in place of its own: whoever is not trusted must not choose which registry is asked. Null where mainline.yaml names no model. A
 * registry or remote that does not answer is no fault of the change: then nothing is said.
 */
async function mergingOf(context, review, { rev, remote, policy, mayStart, onlyNew = false, answered }) {
    const { git, below } = review.workspace;
    const commit = (await git?.tryResolve(rev)) ?? null;
    if (git === null || commit === null)
        return null;
    const config = await configAt(git.treeAt(policy ?? commit, below));
    if (config.models.size === 0)
        return null;
    if (policy !== undefined)
        (0,misfits/* refuseMisfits */.s)(await configAt(git.treeAt(commit, below)));
    const before = review.base?.commit ?? null;
    const asked = { model: null, rev: commit, before, know: know.knowTree, remote, plan: true, by: null, onlyNew };
    const options = {
        ...asked,
        ...(policy === undefined ? {} : { policy }),
        ...(mayStart === undefined ? {} : { mayStart }),
    };
    const outcome = await (0,flows_release.release)(context, options).catch((failure) => {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.kind === "input")
            throw failure;
        context.progress.warn(`what merging would release is not known: ${failure.message}`);
        return null;
    });
    if (outcome === null)
        return null;
    const { models } = outcome.document;
    const to = (name) => imagesOf(config.models.get(name)?.image);
    const found = models.map((model) => inTheLightOf(answered?.get(model.name), merged(model, to(model.name))));
    return { models: found, revert: revertOf(outcome.document) };
}
async function configAt(tree) {
    const bytes = await tree.read("mainline.yaml");
    return (0,config/* loadMainline */.ez)(bytes === null ? null : new TextDecoder().decode(bytes), "mainline.yaml");
}
/** What was answered counts for what would be released anew: all else was asked when it was. */
function inTheLightOf(golden, model) {
    if (golden === undefined || model.outcome !== "planned" || !isAbout(golden, model))
        return model;
    if ((0,environments/* allRight */.Q)(golden))
        return { ...model, golden };
    const reason = `${model.version} would not be tagged, ${(0,environments/* goldenWords */.$R)(golden)}`;
    return { ...model, golden, outcome: "blocked", reason, version: null, environments: [] };
}
/** Whether it is about the very requests that there are: one that passes over some says nothing. */
function isAbout({ asked, notAsked }, { golden }) {
    const due = new Set(golden?.pending);
    const told = new Set(asked.map(({ file }) => file));
    return notAsked === null ? due.size === told.size && [...due].every((file) => told.has(file)) : due.size > 0;
}
/** What a reader of the report needs of it. */
function merged({ name, version, outcome, reason, digest, python, dockerfile, golden, preview, back, environments, }, to) {
    const more = {
        ...(to === undefined ? {} : { to }),
        ...(python === undefined ? {} : { python }),
        ...(dockerfile === undefined ? {} : { dockerfile }),
        ...(golden === null ? {} : { golden }),
        ...(preview === undefined ? {} : { preview }),
        ...(back === undefined ? {} : { back }),
    };
    return { name, version, outcome, reason, digest, environments, ...more };
}
function imagesOf(image) {
    if (image === undefined)
        return undefined;
    return image.kind === "registry" ? image.repository : `oci:${image.directory}`;
}
/** The version that the change would replace. */
function revertOf({ models }) {
    const moves = models.flatMap(({ environments }) => environments);
    const replaced = moves.filter(({ outcome, previous, version }) => outcome === "planned" && previous !== version);
    const version = replaced.at(-1)?.previous ?? null;
    const takes = replaced.flatMap(({ expected }) => expected ?? []);
    // of an environment that was never timed nobody knows
    const seconds = takes.length < replaced.length ? null : takes.reduce((sum, take) => sum + take, 0);
    return version === null ? null : { version, seconds };
}

// EXTERNAL MODULE: ./build/flows/report/review.js
var report_review = __webpack_require__(61709);
;// CONCATENATED MODULE: ./build/flows/report/side-of.js


/** What a commit has to compare, as its results are recorded. */
function sideOf({ shelves }, { project, tree, commit }) {
    const side = {
        tree: (0,objects/* asRecorded */.z)(tree, project),
        project,
        objects: (0,objects/* shelvedObjects */.W)(shelves),
        data: (0,compare/* recordedData */.Zw)(project),
    };
    return { side, name: { name: commit, commit } };
}

// EXTERNAL MODULE: ./build/flows/report/tables.js
var tables = __webpack_require__(47924);
// EXTERNAL MODULE: ./build/flows/report/truth.js
var truth = __webpack_require__(60240);
;// CONCATENATED MODULE: ./build/flows/report/way-back.js





/**
 * The gates that a change passes because it only brings back what was released before: all of them where it changes nothing
 * but that each file reads as it did then, else those whose number is the very one that was released. What it returns to was judged
 * when it came, and a way back must never be barred; what comes along with it is judged like everything else. Null for a change
 * that is no way back.
 */
async function wayBack(review, { merging, rev }) {
    const reverted = merging.models.filter(({ outcome }) => outcome === "reverted");
    const others = merging.models.some(({ outcome }) => outcome !== "reverted" && outcome !== "exists");
    if (reverted.length === 0 || others)
        return null;
    const commits = await releasedCommits(review, reverted);
    if (await restoresAll(review, rev, commits))
        return () => true;
    const released = await Promise.all(commits.map((commit) => metricsAt(review, commit)));
    return ({ file, metric, head }) => released.some((table) => table !== null && (table.files.get(file)?.get(metric) ?? null) === head);
}
async function releasedCommits({ workspace }, models) {
    const { git } = workspace;
    if (git === null)
        return [];
    const tags = models.flatMap(({ name, version }) => (version === null ? [] : [(0,release/* versionTag */.Vm)(name, version)]));
    const commits = await Promise.all(tags.map((tag) => git.tryResolve(`refs/tags/${tag}^{commit}`)));
    return commits.flatMap((commit) => commit ?? []);
}
/** Whether each file that it changes reads as in one of these commits. Locks apart: what they record is looked up by content. */
async function restoresAll({ workspace, base }, rev, commits) {
    const { git } = workspace;
    const head = (await git?.tryResolve(rev)) ?? null;
    if (git === null || head === null || base === null)
        return false;
    const changed = (await git.changedFiles(base.commit, head)).filter((path) => (0,kernel/* baseName */.Fl)(path) !== "dvc.lock");
    for (const path of changed) {
        const now = await git.treeAt(head).read(path);
        const then = await Promise.all(commits.map((commit) => git.treeAt(commit).read(path)));
        if (!then.some((bytes) => same(bytes, now)))
            return false;
    }
    return true;
}
function same(a, b) {
    return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}
async function metricsAt(review, commit) {
    try {
        return await (0,compare/* readMetrics */.Uw)(sideOf(review, await (0,report_review/* openBase */.m)(review.workspace, review.shelves, commit)).side);
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return null;
    }
}

;// CONCATENATED MODULE: ./build/flows/report/compose.js














/** Compares, judges, and says what merging would do. Gates are the base's: a change does not judge itself. */
async function compose(context, review, about) {
    const here = about.results === "recorded" ? null : about.run;
    const settled = here === null ? (0,report_review/* isSettled */.Is)(review) : here.stages.every(({ outcome }) => isDone(outcome));
    const sides = { base: baseSide(review), head: await headSide(context, review, here) };
    const compared = sides.base === null ? null : await (0,flows_sides/* diffSides */.uH)(sides.base, sides.head, true);
    const diff = compared === null ? null : await withShapes(compared, { ...sides, review, here });
    const judged = settled
        ? await compose_judge(review, { ...sides, base: judgingBase(review, sides.base) }, { waived: about.waived, diff })
        : null;
    const apart = judged?.comparability ?? [];
    const merging = about.merging === null ? null : await mergingOf(context, review, about.merging);
    const passes = merging === null || about.merging === null ? null : await wayBack(review, { merging, rev: about.merging.rev });
    const gates = (judged?.gates ?? []).map((gate) => (passes?.(gate) === true ? { ...gate, blocks: false } : gate));
    const back = passes === null ? [] : gates.some(({ blocks }) => blocks) ? [MORE] : [BACK];
    // after the release's preview, which brings in the tags that tell of earlier ones
    const history = settled ? await metricHistory(review, shownMetrics(diff, judged)) : [];
    return {
        schema: "mainline.report/1",
        pull: about.pull,
        base: about.base === null ? null : { ...about.base, ...resultsOf(review) },
        head: about.head,
        plan: review.document,
        run: about.run,
        ...(about.disbelieved === undefined ? {} : { disbelieved: about.disbelieved }),
        notRun: about.notRun,
        diff: diff === null ? null : settled ? diff : asFarAsMeasured(diff, review, here),
        gates: await withCauses(gates, { head: sides.head.side, diff }),
        ...(apart.length === 0 ? {} : { comparability: apart }),
        ...(history.length === 0 ? {} : { history }),
        warnings: [...new Set([...about.warnings, ...back, ...(diff?.warnings ?? []), ...(judged?.warnings ?? [])])],
        merging,
        next: about.next ?? [],
        links: about.links,
    };
}
const BACK = "This brings back what was released before: the gates are shown, and do not stand in its way.";
const MORE = "It brings back what was released before, and changes more than that: gates on numbers that were not released with it count.";
/** Where the base's results are known from: its lock, or, where that is behind, the run cache. */
function resultsOf({ base }) {
    if (base === null)
        return {};
    const stages = base.project.stages.filter(({ cmd }) => cmd !== null);
    const sources = stages.map(({ address }) => base.known.results.get(address)?.source ?? null);
    const count = (source) => sources.filter((each) => each === source).length;
    return { results: { lock: count("lock"), runCache: count("run-cache"), unknown: count(null) } };
}
async function compose_judge(review, sides, { waived, diff }) {
    const policy = await (0,gate/* readPolicy */.T)((review.judge ?? review.base)?.tree ?? review.tree);
    const { gates: judged, warnings } = await (0,gate/* gateSides */.I)(policy.gates, sides.base, sides.head);
    const files = [...judged, ...(diff?.metrics ?? [])].map(({ file }) => file);
    const { base, head } = sides;
    const comparability = base === null ? [] : await comparabilityOf(base.side, head.side, files);
    const gates = (0,compare/* inTheLightOf */.u7)(comparability, judged);
    return { gates: waived === undefined ? gates : await waived(gates, policy.waivers), comparability, warnings };
}
function judgingBase(review, base) {
    return review.judge === null ? base : sideOf(review, review.judge);
}
/** What was not made is not shown: the numbers of an earlier run say nothing about this change, nor does what a failed stage left out. */
function asFarAsMeasured(diff, { project }, run) {
    const unmade = new Set((run?.stages ?? []).filter(({ outcome }) => !isDone(outcome)).map(({ address }) => address));
    const paths = project.stages.flatMap(({ address, outs }) => (unmade.has(address) ? outs.map(({ at }) => at) : []));
    return { ...diff, metrics: [], data: diff.data.filter(({ path, below }) => !paths.includes(below ?? path)) };
}
/** Rows and columns of changed tables, where they are at hand. */
async function withShapes(diff, { base, head, review, here }) {
    if (base === null)
        return diff;
    const places = { ...review.shelves, root: here === null ? null : review.workspace.root };
    return { ...diff, data: await (0,tables/* withTables */.Y)(diff.data, { base: base.side, head: head.side, places }) };
}
function isDone(outcome) {
    return outcome !== "failed" && outcome !== "skipped";
}
function baseSide(review) {
    return review.base === null ? null : sideOf(review, review.base);
}
/** After a run, what lies in the workspace; else what is known of it, wherever its data are. */
async function headSide(context, review, run) {
    if (run !== null) {
        const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
        const { side, name } = await (0,flows_sides/* openSide */.Ov)(workspace, null);
        workspace.git?.close();
        return { side: { ...side, objects: (0,objects/* shelvedObjects */.W)(review.shelves) }, name };
    }
    const project = (0,truth/* withPlanned */.T1)(review.project, review.plan);
    const side = {
        tree: (0,objects/* asRecorded */.z)(review.tree, project),
        project,
        objects: (0,objects/* shelvedObjects */.W)(review.shelves),
        data: (0,compare/* recordedData */.Zw)(project),
    };
    return { side, name: { name: "workspace", commit: null } };
}


/***/ }),

/***/ 61709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   k7: () => (/* binding */ openCommitReview),
/* harmony export */   m: () => (/* binding */ openBase),
/* harmony export */   py: () => (/* binding */ openReview)
/* harmony export */ });
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50443);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40890);
/* harmony import */ var _outside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83181);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63367);
/* harmony import */ var _release_know_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7049);
/* harmony import */ var _remote_shelves_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22415);
/* harmony import */ var _times_shared_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14358);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93163);
/* harmony import */ var _truth_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60240);









/** Plans the workspace against a base. Nothing is changed, but what the remote knows may be brought into the cache. */
async function openReview(context, base, hearsay = (observer) => observer) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_7__/* .openWorkspace */ .OH)(context);
    const shelves = await shelvesOf(context, workspace);
    const { tree, project } = workspace;
    const observer = await hearsay((0,_remote_shelves_js__WEBPACK_IMPORTED_MODULE_5__/* .withRemote */ .T)((0,_observe_js__WEBPACK_IMPORTED_MODULE_1__/* .observeWorkspace */ .WI)(workspace), shelves), shelves);
    const found = base === null ? null : await openBase(workspace, shelves, base);
    return reviewOf(context, { workspace, shelves }, { tree, project, observer, base: found });
}
/**
 * Plans a commit against a base from metadata alone: nothing of it is checked out, and the settings of DVC are those of
 * the workspace, so that a commit cannot say where to look or what to send there.
 */
async function openCommitReview(context, { commit, base, judge, hearsay, own, run }) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_7__/* .openWorkspace */ .OH)(context);
    const shelves = await shelvesOf(context, workspace);
    const { tree, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_7__/* .projectAt */ .t9)(workspace, commit);
    (0,_outside_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseOutside */ .g)(project, workspace.root);
    const revision = (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__/* .observeRevision */ .S1)({ tree, ignore: project.ignore, ...shelves, assumeStored: true });
    const plain = (0,_remote_shelves_js__WEBPACK_IMPORTED_MODULE_5__/* .withRemote */ .T)(revision, shelves);
    const observer = await hearsay(plain, shelves);
    const place = { workspace, shelves, besides: run };
    const found = await openBase(workspace, shelves, base);
    const judging = judge === base ? null : await openBase(workspace, shelves, judge);
    const counted = own === "written" ? project : await (0,_truth_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutHearsay */ .W5)(project, found, shelves);
    const review = await reviewOf(context, place, { tree, project: counted, observer, plain, base: found });
    return { ...review, judge: judging };
}
async function shelvesOf(context, { config, cache, runCache }) {
    return { cache, runCache, remote: await (0,_remote_shelves_js__WEBPACK_IMPORTED_MODULE_5__/* .optionalRemote */ .R)(context, config) };
}
async function reviewOf(context, place, subject) {
    const { workspace, shelves } = place;
    const { runCache } = shelves;
    const found = subject.base;
    const project = found === null ? subject.project : (0,_truth_js__WEBPACK_IMPORTED_MODULE_8__/* .standingOn */ .kj)(subject.project, { ...onBase(found), runCache });
    const observer = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lookingOnce */ .$e)(overlooked(subject, project));
    const plan = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .plan */ .et)(project, observer, { targets: null, data: false });
    const eyes = subject.plain === undefined ? observer : (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lookingOnce */ .$e)(overlooked({ ...subject, observer: subject.plain }, project));
    const why = found === null ? null : await reasonsAgainst(found, project, eyes);
    await workspace.state.save();
    const timings = await _plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Timings */ .Mv.read((0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .timingsFile */ .Mu)(workspace));
    const elsewhere = await (0,_times_shared_js__WEBPACK_IMPORTED_MODULE_6__/* .sharedTimes */ .y)(context, place);
    const runsOf = (address) => elsewhere.get(address)?.map(({ seconds }) => seconds) ?? timings.of(address);
    const stages = plan.stages.map((planned) => {
        const reasons = why?.get(planned.stage.address) ?? [];
        return (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .nM)(reasons.length === 0 ? planned : { ...planned, why: reasons }, runsOf(planned.stage.address));
    });
    const document = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planDocument */ .NP)(workspace, { base: found?.commit ?? null, stages });
    return { workspace, tree: subject.tree, shelves, base: found, judge: null, project, plan, document };
}
/** True when every stage's result is known: nothing would execute, and nothing is impossible. */
function isSettled({ plan }) {
    return plan.stages.every(({ action }) => action !== "run" && action !== "maybe" && action !== "blocked");
}
function onBase({ written, known }) {
    return { project: written, results: known.results };
}
/** A commit to compare with, with the results that its inputs are known to have. */
async function openBase(workspace, shelves, rev) {
    const { commit, tree, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_7__/* .projectAt */ .t9)(workspace, rev);
    const known = await (0,_release_know_js__WEBPACK_IMPORTED_MODULE_4__/* .knownAt */ .p)(tree, { root: workspace.root, config: workspace.config, ...shelves });
    return { commit, tree, written: project, project: (0,_truth_js__WEBPACK_IMPORTED_MODULE_8__/* .withResults */ .F2)(project, known.results), known };
}
function overlooked({ base, ...subject }, project) {
    if (base === null)
        return subject.observer;
    return (0,_truth_js__WEBPACK_IMPORTED_MODULE_8__/* .overlooking */ .Ix)(subject.observer, { stages: (0,_truth_js__WEBPACK_IMPORTED_MODULE_8__/* .movedStages */ .Bh)(subject.project, project), base: base.tree });
}
/** Address → what differs from the base's results. */
async function reasonsAgainst(base, project, observer) {
    const locks = new Map(base.project.stages.map(({ address, lock }) => [address, lock]));
    const stages = project.stages.map((stage) => ({ ...stage, lock: locks.get(stage.address) ?? null }));
    const found = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .plan */ .et)({ ...project, stages }, observer, { targets: null, data: false });
    return new Map(found.stages.map(({ stage, why }) => [stage.address, why]));
}


/***/ }),

/***/ 47924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ withTables)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1088);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);





/** What is larger is not read for the sake of a number, but for Parquet's, which has it at its end. Bytes. */
const LARGEST = 128 * 1024 * 1024;
/** What a comparison reads in all. */
const BUDGET = 512 * 1024 * 1024;
/** What is fetched at most, a file. */
const FETCHED = 1024n * 1024n;
const MOST_FILES = 200;
const MOST_ROWS = 100;
/**
 * Adds to changed tables (CSV, JSON lines, Parquet) how many rows and columns they have on both sides, as far as that is
 * cheap: from the cache and the workspace, and of small objects from the remote.
 */
async function withTables(rows, { base, head, places }) {
    const counter = new Counter(places);
    const found = [];
    let looked = 0;
    for (const row of rows) {
        const changed = row.change === "new" || row.change === "deleted" || row.change === "modified";
        if (!changed || row.below !== undefined || looked >= MOST_ROWS) {
            found.push(row);
            continue;
        }
        looked++;
        const old = await counter.output(row.path, base, null);
        const now = await counter.output(row.path, head, places.root);
        const whole = (row.change === "new" || old !== null) && (row.change === "deleted" || now !== null);
        const table = whole ? (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_3__/* .tableChange */ .vQ)(old, now) : null;
        found.push(table === null ? row : { ...row, table });
    }
    return found;
}
class Counter {
    #places;
    #known = new Map();
    #left = BUDGET;
    constructor(places) {
        this.#places = places;
    }
    /** An output's rows and columns: of a file, or of all files of a directory where these are tables of one kind. */
    async output(path, side, root) {
        const content = side.data.get(path);
        if (content?.oid == null)
            return null;
        if (!(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .isDirectoryOid */ .ie)(content.oid)) {
            const { oid, hash, size } = content;
            return this.#file(path, { oid, hash, size, local: root === null ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path) });
        }
        return this.#directory(path, { side, content, root });
    }
    async #directory(path, { side, content, root }) {
        const { oid, hash } = content;
        const all = content.files ?? (oid === null ? null : await side.objects.listing(oid, hash)) ?? [];
        const tables = all.filter(({ relpath }) => (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_3__/* .tableKind */ .jr)(relpath) !== null);
        const kinds = new Set(tables.map(({ relpath }) => (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_3__/* .tableKind */ .jr)(relpath)));
        if (kinds.size !== 1 || tables.length > MOST_FILES)
            return null;
        const shapes = [];
        for (const { relpath, oid: file } of tables) {
            const local = root === null ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path, relpath);
            const shape = await this.#file(relpath, { oid: file, hash, size: undefined, local });
            if (shape === null)
                return null;
            shapes.push(shape);
        }
        return (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_3__/* .tablesTogether */ .Sz)(shapes);
    }
    #file(path, object) {
        const kind = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_3__/* .tableKind */ .jr)(path);
        if (kind === null)
            return Promise.resolve(null);
        const name = `${kind} ${object.hash} ${object.oid}`;
        const known = this.#known.get(name) ?? this.#counted(kind, object);
        this.#known.set(name, known);
        return known;
    }
    async #counted(kind, object) {
        const file = await this.#find(object);
        if (file === null)
            return null;
        const read = kind === "parquet" ? 0 : file.size;
        if (read > LARGEST || read > this.#left)
            return null;
        this.#left -= read;
        try {
            return await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_3__/* .shapeOf */ .F5)(kind, file);
        }
        catch (error) {
            // what lies there changed, or may not be read: a number that is missing is no reason to fail
            if (error instanceof Error && "code" in error)
                return null;
            throw error;
        }
    }
    async #find({ oid, hash, size, local }) {
        const { cache, remote } = this.#places;
        const here = fileAt(cache.path(oid, hash)) ?? (local === null ? null : fileAt(local));
        if (here !== null || remote === null || size === undefined || size > FETCHED)
            return here;
        try {
            return (await remote.fetch(oid, cache, hash)) === null ? null : fileAt(cache.path(oid, hash));
        }
        catch (failure) {
            if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR))
                throw failure;
            return null;
        }
    }
}
function fileAt(path) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (stats?.isFile() !== true)
        return null;
    const { size } = stats;
    return {
        size,
        chunks: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { end: Math.max(0, size - 1), highWaterMark: 256 * 1024 }),
        tail: async (bytes) => {
            const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
            try {
                const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, Math.max(0, size - bytes));
                return buffer.subarray(0, bytesRead);
            }
            finally {
                await handle.close();
            }
        },
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


/***/ }),

/***/ 14358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ shareTimes),
/* harmony export */   y: () => (/* binding */ sharedTimes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50443);



/** So many months back are looked through, each by one request, until one has something. */
const MONTHS = 3;
/** Jobs that ended at the same moment did not see each other's notes: the newest few together know of all. */
const READ = 3;
const NOTHING = new Map();
/**
 * How long this repository's stages took, as the jobs that ran them noted at the remote: a machine that only plans has
 * no memory of its own. Each note holds what the ones before it said, so that one or two requests tell all. A remote that
 * does not answer is no fault: then nothing is expected. What one run took (`besides`) does not count among what came before it.
 */
async function sharedTimes(context, { workspace, shelves, besides = null }) {
    return quietly(context, "were not asked for", NOTHING, async () => {
        const place = await placeOf(workspace, shelves);
        if (place === null)
            return NOTHING;
        const { times } = await newest(place, context.clock.now());
        const before = [...times].map(([address, samples]) => [address, samples.filter(({ run }) => run === 0 || run !== besides)]);
        return new Map(before.filter(([, samples]) => samples.length > 0));
    });
}
/** Notes how long a run's stages took, once for each run. */
async function shareTimes(context, { workspace, shelves }, { run, stages }) {
    const timed = stages.filter(({ outcome, seconds }) => outcome === "executed" && (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlausible */ .gn)(seconds));
    if (timed.length === 0)
        return;
    await quietly(context, "were not kept", undefined, async () => {
        const place = await placeOf(workspace, shelves);
        if (place === null)
            return;
        const now = context.clock.now();
        const { times, names } = await newest(place, now);
        const ending = `-${run.id}-${run.attempt}.json`;
        if (run.id > 0 && names.some((name) => name.endsWith(ending)))
            return;
        const at = Math.floor(now.getTime() / 1000);
        const round = (seconds) => Math.round(seconds * 1000) / 1000;
        const own = new Map(timed.map((row) => [row.address, [{ at, seconds: round(row.seconds), run: run.id }]]));
        const text = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .writeStageTimes */ .C6)((0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeStageTimes */ .Xy)([times, own]));
        // the newest name is the first of the alphabet
        const name = `${String(10 ** 13 - now.getTime()).padStart(13, "0")}${ending}`;
        await place.notes.write(`${folderOf(place, now, 0)}/${name}`, Buffer.from(text));
    });
}
async function newest(place, now) {
    for (let back = 0; back < MONTHS; back++) {
        const folder = folderOf(place, now, back);
        const names = await place.notes.names(folder);
        if (names.length === 0)
            continue;
        const read = await Promise.all(names.slice(0, READ).map((name) => place.notes.read(`${folder}/${name}`)));
        const texts = read.flatMap((bytes) => (bytes === null ? [] : new TextDecoder().decode(bytes)));
        return { times: (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeStageTimes */ .Xy)(texts.map(_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStageTimes */ .u_)), names };
    }
    return { times: NOTHING, names: [] };
}
function folderOf({ project }, now, monthsBack) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsBack, 1));
    return `timings/${project}/${month.toISOString().slice(0, 7)}`;
}
/** Several repositories may share a remote: a stage is known by its repository's name, too. Null where that is not known. */
async function placeOf({ git, below }, { remote }) {
    const url = remote === null ? null : ((await git?.remoteUrl("origin")) ?? null);
    if (remote === null || url === null)
        return null;
    const repository = url
        .replace(/\/+$/, "")
        .replace(/\.git$/, "")
        .split(/[/:]/)
        .slice(-2)
        .join("/")
        .toLowerCase();
    const project = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(`${repository}\n${below}`).digest("hex").slice(0, 16);
    return { notes: remote.notes(), project };
}
/** Times are hints: that one cannot be had or kept is said, and stops nothing. */
async function quietly({ progress }, what, otherwise, work) {
    try {
        return await work();
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
            throw failure;
        progress.say(`how long stages took ${what}: ${failure.message}`);
        return otherwise;
    }
}


/***/ })

};
