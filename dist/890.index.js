export const id = 890;
export const ids = [890];
export const modules = {

/***/ 9215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ entryFormat)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6480);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5010);


/** Entries of the run cache: a lock entry as YAML, without schema and name. */
const entryFormat = {
    toValue: _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce,
    toText: (entry) => (0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .emitYaml */ .h2)((0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce)(entry)),
    fromText: (text, file) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLockEntry */ .zT)((0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .hN)(text, file)),
};


/***/ }),

/***/ 890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ rulesFor),
/* harmony export */   S1: () => (/* binding */ observeRevision),
/* harmony export */   WI: () => (/* binding */ observeWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4422);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8015);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6480);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3338);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(449);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1796);








/** Entries beyond this many are not searched for one that might fit: then any may. */
const RUNS_SEARCHED = 4000;
const FILES_AT_ONCE = 16;
/** The workspace as it is when asked. */
function observeWorkspace(seen) {
    const stores = storesObserver(seen);
    const complete = new _store_index_js__WEBPACK_IMPORTED_MODULE_6__/* .CompleteMemory */ .Rk(seen.cache, (0,_workspace_js__WEBPACK_IMPORTED_MODULE_7__/* .notesFolder */ .w4)(seen.root));
    return {
        content: (path, hash) => workspaceContent(seen, path, hash),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readParamValues */ .YP)(seen.tree, dependency),
        ...stores,
        stored: (oid, hash) => (hash === "md5" ? complete.holds(oid) : stores.stored(oid, hash)),
    };
}
/** A revision: what git holds is hashed, what DVC tracks is not there. */
function observeRevision(revision) {
    const { tree, assumeStored } = revision;
    const stores = storesObserver(revision);
    return {
        content: (path, hash) => (hash === "md5" ? treeContent(revision, path) : Promise.resolve(null)),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readParamValues */ .YP)(tree, dependency),
        ...stores,
        ...(assumeStored ? { stored: () => Promise.resolve(true) } : {}),
    };
}
/** `.dvcignore` for the inside of one directory. */
function rulesFor(ignore, directory) {
    return {
        ignored: (relpath, isDirectory) => ignore.ignored((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(directory, relpath), isDirectory),
        key: `${ignore.key} ${directory}`,
    };
}
function storesObserver({ cache, runCache }) {
    let runs = null;
    return {
        stored: async (oid, hash) => (await cache.missingBelow(oid, hash)).length === 0,
        listing: (oid, hash) => cache.readListing(oid, hash),
        knownRun: async (inputs) => {
            const [newest] = await runCache.find(runCache.key(inputs));
            return newest !== undefined && (0,_store_index_js__WEBPACK_IMPORTED_MODULE_6__/* .sameInputs */ .kO)(newest, inputs) ? newest : null;
        },
        mayKnowRun: async (inputs, open) => {
            runs ??= allRuns(runCache);
            return (await runs)?.some((entry) => (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fits */ .lA)(entry, inputs, open)) ?? true;
        },
    };
}
async function allRuns(runCache) {
    const keys = [...new Set((await runCache.names()).map(({ key }) => key))];
    if (keys.length > RUNS_SEARCHED)
        return null;
    return (await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .inParallel */ .HN)(keys, FILES_AT_ONCE, (key) => runCache.find(key))).flat();
}
async function workspaceContent(seen, path, hash) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(seen.root, path);
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute).catch(() => null);
    if (stats === null || seen.ignore.ignored(path, stats.isDirectory()))
        return null;
    if (hash === "md5-dos2unix")
        return legacyContent(seen, path, stats.isDirectory());
    if (stats.isDirectory()) {
        const { oid, size, nfiles } = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
        return { oid, hash, size, nfiles };
    }
    const { oid, size } = await seen.state.hashFile(absolute);
    return { oid, hash, size, ...((stats.mode & 0o111) === 0 ? {} : { isexec: true }) };
}
/** As DVC 2.x named it. Sizes are those of the files as they are. */
async function legacyContent(seen, path, isDirectory) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(seen.root, path);
    const hash = "md5-dos2unix";
    if (!isDirectory) {
        const { size, mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute);
        const oid = await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .dos2unixHashFile */ .jD)(absolute);
        return { oid, hash, size: BigInt(size), ...((mode & 0o111) === 0 ? {} : { isexec: true }) };
    }
    const tree = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
    const entries = await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .inParallel */ .HN)(tree.entries, FILES_AT_ONCE, async ({ relpath }) => ({
        relpath,
        oid: await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .dos2unixHashFile */ .jD)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(absolute, relpath)),
    }));
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryListing */ .E3)(entries).oid, hash, size: tree.size, nfiles: tree.nfiles };
}
async function treeContent(revision, path) {
    const { tree, ignore } = revision;
    const kind = await tree.kind(path);
    if (kind === null || ignore.ignored(path, kind === "directory"))
        return null;
    if (kind === "file") {
        const bytes = await tree.read(path);
        if (bytes === null)
            return null;
        const exec = await isExecutable(tree, path);
        return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes), hash: "md5", size: BigInt(bytes.length), ...(exec ? { isexec: true } : {}) };
    }
    const files = await filesBelow(revision, path);
    const size = files.reduce((sum, file) => sum + file.size, 0n);
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryListing */ .E3)(files).oid, hash: "md5", size, nfiles: BigInt(files.length) };
}
async function isExecutable(tree, path) {
    return (await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .parentOf */ .gN)(path))).some(({ name, exec }) => exec && name === (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .baseName */ .Fl)(path));
}
async function filesBelow({ tree, ignore }, top, below = "") {
    const files = [];
    for (const { name, kind, link } of await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(top, below))) {
        const relpath = below === "" ? name : `${below}/${name}`;
        const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)(top, relpath);
        if (ignore.ignored(path, kind === "directory"))
            continue;
        if (kind === "directory") {
            if (!link)
                files.push(...(await filesBelow({ tree, ignore }, top, relpath)));
            continue;
        }
        const bytes = await tree.read(path);
        if (bytes !== null)
            files.push({ relpath, oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes), size: BigInt(bytes.length) });
    }
    return files;
}


/***/ }),

/***/ 1796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CW: () => (/* binding */ gitEye),
  w4: () => (/* binding */ notesFolder),
  OH: () => (/* binding */ openWorkspace),
  t9: () => (/* binding */ projectAt)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/digest/index.js + 18 modules
var digest = __webpack_require__(4422);
// EXTERNAL MODULE: ./build/git/index.js + 7 modules
var build_git = __webpack_require__(625);
// EXTERNAL MODULE: ./build/kernel/index.js + 8 modules
var kernel = __webpack_require__(8015);
// EXTERNAL MODULE: ./build/manifest/index.js + 23 modules
var manifest = __webpack_require__(6480);
// EXTERNAL MODULE: ./build/store/index.js + 15 modules
var store = __webpack_require__(449);
// EXTERNAL MODULE: ./build/flows/entry-format.js
var entry_format = __webpack_require__(9215);
;// CONCATENATED MODULE: ./build/flows/outside.js



/**
 * Refuses outputs that would be placed outside of the project, by `../`, by an absolute path, or through a symbolic link
 * to a folder: a manifest from somebody else's branch must not choose what is overwritten on this machine. What DVC does
 * not cache (`cache: false`) is the command's own affair, as for DVC. Failures `output-outside`.
 */
async function refuseOutside(project, root) {
    const folders = new Map();
    const failures = [];
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            if (!out.cache || out.at === null)
                continue;
            if (!(0,kernel/* isWithin */.UO)(out.at, "."))
                failures.push(outside(stage, out, "lies outside the project"));
            else if (await leadsOut((0,kernel/* parentOf */.gN)(out.at), root, folders)) {
                failures.push(outside(stage, out, "leads out of the project through a symbolic link"));
            }
        }
    }
    if (failures.length > 0)
        throw (0,kernel/* together */.bs)(failures);
}
function leadsOut(folder, root, known) {
    if (folder === ".")
        return Promise.resolve(false);
    const found = known.get(folder) ?? resolvesOutside(folder, root);
    known.set(folder, found);
    return found;
}
/** Of the deepest part of the folder that exists. */
async function resolvesOutside(folder, root) {
    for (let part = (0,external_node_path_.join)(root, folder); part !== root; part = (0,external_node_path_.dirname)(part)) {
        const real = await (0,promises_.realpath)(part).catch(() => null);
        if (real !== null)
            return real !== root && !real.startsWith(`${root}/`);
    }
    return false;
}
function outside(stage, out, words) {
    return (0,kernel/* badInput */.AN)("output-outside", `output \`${out.path}\` of \`${stage.address}\` ${words}`, {
        at: out.place,
        found: (0,kernel/* joinPath */.uJ)(out.at ?? out.path),
        expected: "a path in the project",
        hint: "let the command write below the project; an output elsewhere only with `cache: false`",
    });
}

;// CONCATENATED MODULE: ./build/flows/workspace.js









/** Where our own notes about a project lie; below `.dvc/tmp`, which DVC keeps out of git. */
function notesFolder(root) {
    return (0,external_node_path_.join)(root, ".dvc", "tmp", "mainline");
}
async function openWorkspace(context) {
    const root = await (0,promises_.realpath)(await (0,manifest/* findDvcRoot */.Td)(context.cwd));
    const { home, systemConfigDir, globalConfigDir } = context.machine;
    const config = await (0,manifest/* loadConfig */.Z9)({ root, home, systemDir: systemConfigDir, globalDir: globalConfigDir });
    const git = config.noScm ? null : await build_git.Git.find(root);
    const below = git === null ? "." : (0,kernel/* joinPath */.uJ)((0,external_node_path_.relative)(await (0,promises_.realpath)(git.root), root));
    const tree = (0,manifest/* workspaceTree */.OX)(root);
    const eye = git === null ? null : gitEye(git, below);
    const project = await (0,manifest/* loadProject */.gi)(tree, eye === null ? { config, root } : { config, root, gitIgnored: eye.ignored });
    await refuseOutside(project, root);
    return {
        root,
        below,
        here: (0,kernel/* joinPath */.uJ)((0,external_node_path_.relative)(root, await (0,promises_.realpath)(context.cwd))),
        git,
        config,
        tree,
        ignore: project.ignore,
        project,
        cache: new store/* Cache */.l2(config.cacheDir),
        runCache: new store/* RunCache */.CY(config.cacheDir, entry_format/* entryFormat */.m),
        state: await digest/* HashState */.SF.open(notesFolder(root)),
    };
}
/** What DVC's files said at a revision. */
async function projectAt({ git, below, config, root }, rev) {
    if (git === null)
        throw new Error("a revision was asked of a project without git");
    const commit = await git.resolve(rev);
    const tree = git.treeAt(commit, below);
    return { commit, tree, project: await (0,manifest/* loadProject */.gi)(tree, { config, root }) };
}
/** Git's answers for paths relative to the DVC root. */
function gitEye(git, below) {
    const asked = async (paths, ask) => {
        const found = await ask(paths.map((path) => (0,kernel/* joinPath */.uJ)(below, path)));
        const prefix = below === "." ? "" : `${below}/`;
        return new Set([...found].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)));
    };
    return {
        ignored: (paths) => asked(paths, (full) => git.ignored(full)),
        tracked: (paths) => asked(paths, (full) => git.tracked(full)),
    };
}


/***/ }),

/***/ 3338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mv: () => (/* reexport */ Timings),
  ZG: () => (/* reexport */ buildGraph),
  lA: () => (/* reexport */ fits),
  al: () => (/* reexport */ inOrder),
  Co: () => (/* reexport */ inputsNow),
  _K: () => (/* reexport */ isOutside),
  CS: () => (/* reexport */ judgeNow),
  KF: () => (/* reexport */ lockEntry),
  $e: () => (/* reexport */ lookingOnce),
  et: () => (/* reexport */ plan_plan),
  yQ: () => (/* reexport */ recordOfDependency),
  Id: () => (/* reexport */ recordOfOutput),
  t2: () => (/* reexport */ recorded),
  w_: () => (/* reexport */ recordedPath),
  Ez: () => (/* reexport */ reusable)
});

// UNUSED EXPORTS: contentOf, knownResults, lenientGraph, needs

// EXTERNAL MODULE: ./build/kernel/index.js + 8 modules
var kernel = __webpack_require__(8015);
;// CONCATENATED MODULE: ./build/plan/path-trie.js
/** Values by path, found by what lies above or below: `data` is above `data/raw`, not above `database`. */
class PathTrie {
    #top = { value: null, children: new Map() };
    get(path) {
        return this.#find(path)?.value ?? null;
    }
    set(path, value) {
        let node = this.#top;
        for (const part of parts(path)) {
            const next = node.children.get(part) ?? { value: null, children: new Map() };
            node.children.set(part, next);
            node = next;
        }
        node.value = value;
    }
    /** Values at the path and above it, the topmost first. */
    above(path) {
        const found = [];
        let node = this.#top;
        if (node.value !== null)
            found.push(node.value);
        for (const part of parts(path)) {
            node = node.children.get(part);
            if (node === undefined)
                break;
            if (node.value !== null)
                found.push(node.value);
        }
        return found;
    }
    /** Values strictly below the path, folder by folder in the order in which they were set. */
    below(path) {
        const found = [];
        const collect = (node) => {
            for (const child of node.children.values()) {
                if (child.value !== null)
                    found.push(child.value);
                collect(child);
            }
        };
        const node = this.#find(path);
        if (node !== null)
            collect(node);
        return found;
    }
    #find(path) {
        let node = this.#top;
        for (const part of parts(path))
            node = node?.children.get(part);
        return node ?? null;
    }
}
function parts(path) {
    return path === "." ? [] : path.split("/");
}

;// CONCATENATED MODULE: ./build/plan/graph.js


/**
 * DVC's graph: a stage follows another when one of its dependencies (files of parameters count) is an output of the other,
 * lies in one, or contains one. Failures, all at once: duplicate-output, overlapping-outputs, stage-inside-output,
 * dependency-cycle.
 */
function buildGraph(stages) {
    const graph = graphOf(stages);
    const failures = [...graph.failures, ...stagesInsideOutputs(stages, graph.outputs)];
    if (failures.length > 0)
        throw (0,kernel/* together */.bs)(failures);
    const cycle = findCycle(graph);
    if (cycle !== null)
        throw cycleFailure(cycle);
    return graph;
}
/** The same without its complaints: `dvc status` and `dvc push` work on projects that `dvc repro` refuses. */
function lenientGraph(stages) {
    return graphOf(stages);
}
function graphOf(stages) {
    const { outputs, failures } = collectOutputs(stages);
    const producersOf = (path) => [...outputs.above(path), ...outputs.below(path)];
    const upstream = new Map();
    const downstream = new Map(stages.map((stage) => [stage, new Set()]));
    for (const stage of stages) {
        const before = new Set(inputPaths(stage).flatMap((path) => producersOf(path).map((producer) => producer.stage)));
        upstream.set(stage, before);
        for (const other of before)
            downstream.get(other)?.add(stage);
    }
    return {
        stages,
        outputs,
        failures,
        producersOf,
        upstream: (stage) => [...(upstream.get(stage) ?? [])],
        downstream: (stage) => [...(downstream.get(stage) ?? [])],
    };
}
/** What a stage reads, relative to the DVC root, in DVC's order: dependencies, then files of parameters. */
function inputPaths(stage) {
    return [...stage.deps, ...stage.params].map((dependency) => dependency.at).filter((path) => path !== null);
}
function collectOutputs(stages) {
    const outputs = new PathTrie();
    const failures = [];
    for (const stage of stages) {
        for (const out of stage.outs) {
            if (out.at === null)
                continue;
            const producer = { stage, out, path: out.at };
            const clash = clashOf(producer, outputs);
            if (clash === null)
                outputs.set(out.at, producer);
            else
                failures.push(clash);
        }
    }
    return { outputs, failures };
}
function clashOf(producer, outputs) {
    const { path, stage, out } = producer;
    const same = outputs.get(path);
    if (same !== null) {
        const others = [same.stage, stage].map((each) => `\`${each.address}\` (${placeOf(each)})`);
        return (0,kernel/* badInput */.AN)("duplicate-output", `output \`${path}\` is specified in two stages: ${others.join(" and ")}`, {
            at: out.place,
            found: `\`${path}\` twice`,
            expected: "every output of one stage only",
            hint: `keep it in one of them; \`dvc remove ${same.stage.address}\` removes the other`,
        });
    }
    const [other] = [...outputs.above(path), ...outputs.below(path)];
    if (other === undefined)
        return null;
    const [outer, inner] = other.path.length < path.length ? [other, producer] : [producer, other];
    return (0,kernel/* badInput */.AN)("overlapping-outputs", `outputs overlap: ${named(inner)} lies in ${named(outer)}`, {
        at: out.place,
        found: `${inner.path} below ${outer.path}`,
        expected: "outputs in separate directories, or one output for the directory",
        hint: `name the files of ${outer.path} one by one, or let one stage make all of it`,
    });
}
function named({ path, stage }) {
    return `\`${path}\` of stage \`${stage.address}\``;
}
function placeOf({ place }) {
    return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}
function stagesInsideOutputs(stages, outputs) {
    const seen = new Set();
    return stages.flatMap(({ file, address }) => {
        const [outer] = outputs.above(file);
        if (outer === undefined || seen.has(file))
            return [];
        seen.add(file);
        return (0,kernel/* badInput */.AN)("stage-inside-output", `${file} lies in an output of another stage: ${named(outer)}`, {
            at: outer.out.place,
            found: `stage \`${address}\` in ${file}`,
            expected: "stages beside the outputs",
            hint: "move the file out of the output; an output's content is replaced when its stage runs",
        });
    });
}
/** The stages of one circle, or null. Walks without recursion: a pipeline may be thousands deep. */
function findCycle(graph) {
    const done = new Set();
    for (const start of graph.stages) {
        const path = [];
        const open = new Set();
        const walks = [[start].values()];
        for (let walk = walks.at(-1); walk !== undefined; walk = walks.at(-1)) {
            const { value: stage, done: exhausted } = walk.next();
            if (exhausted === true || stage === undefined) {
                walks.pop();
                const left = path.pop();
                if (left === undefined)
                    continue;
                open.delete(left);
                done.add(left);
            }
            else if (open.has(stage)) {
                return path.slice(path.indexOf(stage));
            }
            else if (!done.has(stage)) {
                path.push(stage);
                open.add(stage);
                walks.push(graph.upstream(stage).values());
            }
        }
    }
    return null;
}
function cycleFailure(cycle) {
    const [first] = cycle;
    const names = cycle.map((stage) => `\`${stage.address}\``);
    const message = cycle.length === 1
        ? `stage ${names[0] ?? ""} depends on its own output`
        : `stages depend on each other in a circle: ${[...names, names[0]].join(" → ")}`;
    return (0,kernel/* badInput */.AN)("dependency-cycle", message, {
        ...(first === undefined ? {} : { at: first.place }),
        found: cycle.map((stage) => stage.address).join(", "),
        expected: "no item both a dependency and, directly or through other stages, an output",
        hint: "take one of these dependencies out, or give its stage another output",
    });
}

;// CONCATENATED MODULE: ./build/plan/inputs.js

const DEFAULT_PARAMS = "params.yaml";
/**
 * The path under which dvc.lock records a dependency or an output: as written, but an absolute path into the project
 * becomes relative to the stage's working directory.
 */
function recordedPath(stage, { path, at }) {
    if (!path.startsWith("/") || at === null || at === ".." || at.startsWith("../"))
        return path;
    return (0,kernel/* relativeTo */.Mf)(at, stage.wdir);
}
function recordOfDependency(stage, dependency) {
    const path = recordedPath(stage, dependency);
    return stage.lock?.deps.find((recorded) => recorded.path === path) ?? null;
}
function recordOfOutput(stage, out) {
    const path = recordedPath(stage, out);
    return stage.lock?.outs.find((recorded) => recorded.path === path) ?? null;
}
function recorded(path, content) {
    if (content === null)
        return { path, oid: null, hash: "md5" };
    const { oid, hash, size, nfiles, isexec } = content;
    return {
        path,
        oid,
        hash,
        ...(size === undefined ? {} : { size }),
        ...(nfiles === undefined ? {} : { nfiles }),
        ...(isexec === true ? { isexec } : {}),
    };
}
/** The content that an entry records; null when it records none. */
function contentOf({ oid, hash, size, nfiles, isexec }) {
    if (oid === null)
        return null;
    return {
        oid,
        hash,
        ...(size === undefined ? {} : { size }),
        ...(nfiles === undefined ? {} : { nfiles }),
        ...(isexec === undefined ? {} : { isexec }),
    };
}
/**
 * An entry as DVC writes it: dependencies and outputs by path, params.yaml before other files, keys in code point order.
 */
function lockEntry({ stage, deps, params, outs }) {
    return {
        cmd: stage.cmd,
        deps: [...deps].sort(byPath),
        params: sortedParams(params),
        outs: [...outs].sort(byPath),
    };
}
/** The entry for these inputs, once this came of them. */
function withResults(inputs, outs) {
    return { ...inputs, outs: [...outs].sort(byPath) };
}
function byPath(a, b) {
    return (0,kernel/* compareCodePoints */.OP)(a.path, b.path);
}
function sortedParams(params) {
    const files = [...params].sort(([a], [b]) => {
        if (a === b)
            return 0;
        if (a === DEFAULT_PARAMS || b === DEFAULT_PARAMS)
            return a === DEFAULT_PARAMS ? -1 : 1;
        return (0,kernel/* compareCodePoints */.OP)(a, b);
    });
    return new Map(files.map(([file, values]) => [file, new Map([...values].sort(([a], [b]) => (0,kernel/* compareCodePoints */.OP)(a, b)))]));
}
/**
 * Whether the run cache may hold this stage's results: it has inputs and outputs, always runs for no other reason, and
 * none of its outputs outlives a run or lies outside the project.
 */
function reusable(stage) {
    if (stage.cmd === null || stage.alwaysChanged)
        return false;
    if (stage.deps.length + stage.params.length === 0 || stage.outs.length === 0)
        return false;
    if (stage.deps.some((dependency) => dependency.at === null))
        return false;
    return stage.outs.every(({ at, path, persist }) => at !== null && !isOutside(at) && !persist && path !== "");
}
/** Without dependencies, parameters and outputs there is nothing that could be up to date. */
function alwaysRuns(stage) {
    if (stage.cmd === null)
        return false;
    return stage.alwaysChanged || stage.deps.length + stage.params.length + stage.outs.length === 0;
}
function isOutside(path) {
    return path === ".." || path.startsWith("../");
}
function sameCommand(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}
/** What the run cache knows to fit: same command, parameters, output paths and dependencies, except for open ones. */
function fits(entry, inputs, open) {
    const paths = (items) => JSON.stringify(items.map((item) => item.path).sort());
    const ids = new Map(entry.deps.map((dependency) => [dependency.path, dependency.oid]));
    return (sameCommand(entry.cmd, inputs.cmd) &&
        paths(entry.outs) === paths(inputs.outs) &&
        paths(entry.deps) === paths(inputs.deps) &&
        inputs.deps.every(({ path, oid }) => open.has(path) || ids.get(path) === oid));
}

// EXTERNAL MODULE: ./build/digest/index.js + 18 modules
var digest = __webpack_require__(4422);
;// CONCATENATED MODULE: ./build/plan/reasons.js


/** DVC: no entry at all is no changed command. */
function commandReasons({ lock, cmd }) {
    if (lock === null || cmd === null || sameCommand(lock.cmd, cmd))
        return [];
    return [{ kind: "command", change: "modified", old: commandValue(lock.cmd), new: commandValue(cmd) }];
}
function commandValue(cmd) {
    return typeof cmd === "string" || cmd === null ? cmd : [...cmd];
}
/** One dependency that is there: is it what the lock records? */
function dependencyReasons(stage, dependency, now) {
    const recorded = recordOfDependency(stage, dependency);
    const path = dependency.at ?? dependency.path;
    if (recorded === null)
        return [{ kind: "dependency", path, change: "new" }];
    return recorded.oid === now.oid && recorded.hash === now.hash
        ? []
        : [{ kind: "dependency", path, change: "modified" }];
}
/** The values that a stage reads from one file, against those that the lock records; Python's equality decides. */
function parameterReasons(stage, dependency, now) {
    const file = dependency.at;
    const before = recordedValues(stage, dependency);
    if (before === null) {
        const values = dependency.keys.length > 0 ? dependency.keys : [...now.keys()];
        return values.map((name) => ({ kind: "parameter", file, name, change: "new", ...given("new", now.get(name)) }));
    }
    const names = dependency.keys.length > 0 ? dependency.keys : [...new Set([...now.keys(), ...textKeys(before)])];
    return names.flatMap((name) => parameterReason({ file, name, old: before.get(name), now: now.get(name) }));
}
function parameterReason({ file, name, old, now }) {
    const common = { kind: "parameter", file, name, ...given("old", old), ...given("new", now) };
    if (now === undefined)
        return [{ ...common, change: "deleted" }];
    if (old === undefined)
        return [{ ...common, change: "new" }];
    return (0,kernel/* equalInPython */.iN)(old, now) ? [] : [{ ...common, change: "modified" }];
}
function given(key, value) {
    if (value === undefined)
        return {};
    return key === "old" ? { old: value } : { new: value };
}
/** The values that the lock records for one file; null when it knows nothing of the file. */
function recordedValues(stage, dependency) {
    return stage.lock?.params.get(recordedPath(stage, dependency)) ?? null;
}
function textKeys(values) {
    return [...values.keys()].filter((key) => typeof key === "string");
}
/** `data`: an output must be there, and in the cache, as `dvc status` wants it. */
function outputVerdict(stage, { out, now, stored }, data) {
    const recorded = recordOfOutput(stage, out);
    const path = out.at ?? out.path;
    const reason = (kind, change) => ({
        reasons: [{ kind, path, ...(change === undefined ? {} : { change }) }],
        absent: now === null,
    });
    if (recorded === null || recorded.oid === null)
        return reason("output", "new");
    if (now === null && !data)
        return { reasons: [], absent: true };
    if (out.cache && !stored)
        return reason("missing");
    if (now === null)
        return reason("output", "deleted");
    if (now.oid !== recorded.oid || now.hash !== recorded.hash)
        return reason("output", "modified");
    return { reasons: [], absent: false };
}

;// CONCATENATED MODULE: ./build/plan/future.js




async function dependencyFuture(known, stage, dependency) {
    const { at } = dependency;
    if (at === null)
        return { kind: "as-recorded" };
    const producers = known.graph.producersOf(at);
    const unsettled = unsettledBy(known, producers);
    if (unsettled !== null)
        return unsettled;
    const hash = recordOfDependency(stage, dependency)?.hash ?? "md5";
    const replaced = await willBeReplaced(known, producers);
    if (!replaced) {
        const now = await known.observer.content(at, hash);
        if (now !== null)
            return { kind: "known", value: now };
    }
    if (producers.length === 0)
        return { kind: "missing" };
    const value = await fromResults(known, at, producers);
    if (value !== null)
        return { kind: "known", value };
    const moved = producers
        .map((producer) => producer.stage)
        .filter((each) => known.planned.get(each)?.source === "run-cache");
    return moved.length > 0 ? { kind: "open", stages: [...new Set(moved)] } : { kind: "as-recorded" };
}
async function valuesFuture(known, stage, dependency) {
    const producers = known.graph.producersOf(dependency.at);
    const unsettled = unsettledBy(known, producers);
    if (unsettled !== null)
        return unsettled;
    const value = await known.observer.values(dependency);
    if (value !== null && !(await willBeReplaced(known, producers)))
        return { kind: "known", value };
    if (producers.length === 0)
        return { kind: "missing" };
    return recordedValues(stage, dependency) === null ? { kind: "missing" } : { kind: "as-recorded" };
}
/** `open` or `blocked` when a producer's result is not known. */
function unsettledBy({ planned }, producers) {
    const withAction = (...actions) => [
        ...new Set(producers.map(({ stage }) => stage).filter((stage) => actions.includes(planned.get(stage)?.action ?? "none"))),
    ];
    const blocked = withAction("blocked");
    if (blocked.length > 0)
        return { kind: "blocked", stages: blocked };
    const open = withAction("run", "maybe").filter((stage) => planned.get(stage)?.result === null);
    return open.length > 0 ? { kind: "open", stages: open } : null;
}
/** Whether what is in the workspace now will not be there then: an output that will be placed anew, or is absent. */
async function willBeReplaced({ planned, observer }, producers) {
    for (const { stage, path } of producers) {
        const plan = planned.get(stage);
        if (plan?.action === "restore")
            return true;
        if (plan?.result != null && (await observer.content(path, "md5")) === null)
            return true;
    }
    return false;
}
/** What the known results put at a path: an output itself, a part of one, or a folder that holds some. */
async function fromResults(known, at, producers) {
    const outer = producers.find(({ path }) => path === at || at.startsWith(`${path}/`));
    if (outer === undefined)
        return null;
    const result = resultOf(known, outer);
    const content = result === null ? null : contentOf(result);
    if (content === null || outer.path === at)
        return content;
    return partOf(known, content, at.slice(outer.path.length + 1));
}
function resultOf({ planned }, { stage, out }) {
    const result = planned.get(stage)?.result ?? stage.lock;
    return recordOfOutput({ ...stage, lock: result }, out);
}
/** A file of a recorded directory, or a folder in it. */
async function partOf({ observer }, { oid, hash }, relpath) {
    if (!(0,kernel/* isDirectoryOid */.ie)(oid))
        return null;
    const listing = await observer.listing(oid, hash);
    if (listing === null)
        return null;
    const file = listing.find((each) => each.relpath === relpath);
    if (file !== undefined)
        return { oid: file.oid, hash };
    const below = listing.filter((each) => each.relpath.startsWith(`${relpath}/`));
    if (below.length === 0)
        return null;
    const entries = below.map((each) => ({ relpath: each.relpath.slice(relpath.length + 1), oid: each.oid }));
    return { oid: (0,digest/* directoryListing */.E3)(entries).oid, hash };
}

;// CONCATENATED MODULE: ./build/plan/judge.js


/** `dvc repro`'s decision about one stage, with all its reasons instead of the first. */
async function judge(evidence, observer, options) {
    const { stage } = evidence;
    if (stage.cmd === null)
        return judgeData(evidence, options);
    if (stage.frozen)
        return judgeFrozen(evidence);
    const inputs = inputReasons(evidence);
    if (inputs.blocking.length > 0)
        return planned(stage, "blocked", inputs.blocking);
    const why = [...ownReasons(stage), ...knownReasons(evidence, inputs, options)];
    const all = [...why, ...inputs.open];
    if (options.force || alwaysRuns(stage))
        return planned(stage, "run", all);
    if (all.length === 0)
        return { ...planned(stage, "none", []), result: stage.lock };
    if (inputs.open.length > 0) {
        const chance = why.length === 0 || (options.runCache && (await mayBeKnown(evidence, observer)));
        return planned(stage, chance ? "maybe" : "run", all);
    }
    const found = await knownResult(evidence, observer, { ...options, inputsChanged: inputs.reasons.length > 0 });
    return found === null ? planned(stage, "run", all) : { ...planned(stage, "restore", all), ...found };
}
function planned(stage, action, why) {
    return { stage, action, why, result: null };
}
function ownReasons(stage) {
    return [
        ...(stage.lock === null ? [{ kind: "never-run" }] : []),
        ...commandReasons(stage),
        ...(alwaysRuns(stage) ? [{ kind: "always" }] : []),
    ];
}
/** A stage that never ran says so; that everything about it is new, too, need not be said. */
function knownReasons({ stage, outs }, { reasons }, { data }) {
    if (stage.lock === null)
        return [];
    return [...reasons, ...outs.flatMap((state) => outputVerdict(stage, state, data).reasons)];
}
function inputReasons(evidence) {
    const found = { reasons: [], blocking: [], open: [] };
    for (const { dependency, future } of evidence.deps)
        dependencyInput(evidence.stage, dependency, { future, found });
    for (const { dependency, future } of evidence.params)
        paramsInput(evidence.stage, dependency, { future, found });
    return { ...found, open: unique(found.open), blocking: unique(found.blocking) };
}
function unique(reasons) {
    return [
        ...new Map(reasons.map((reason) => [
            JSON.stringify([reason.kind, reason.stage, reason.path, reason.name, reason.file]),
            reason,
        ])).values(),
    ];
}
function dependencyInput(stage, dependency, { future, found }) {
    const path = dependency.at ?? dependency.path;
    if (future.kind === "known")
        found.reasons.push(...dependencyReasons(stage, dependency, future.value));
    else if (future.kind === "missing")
        found.blocking.push({ kind: "missing", path });
    else if (future.kind !== "as-recorded")
        unsettled(future, found);
    else if (recordOfDependency(stage, dependency) === null)
        found.reasons.push({ kind: "dependency", path, change: "new" });
}
function paramsInput(stage, dependency, { future, found }) {
    if (future.kind === "missing")
        found.blocking.push({ kind: "missing", path: dependency.at });
    else if (future.kind === "open" || future.kind === "blocked")
        unsettled(future, found);
    else if (future.kind === "known") {
        const reasons = parameterReasons(stage, dependency, future.value);
        const gone = (reason) => reason.change === "deleted" && dependency.keys.length > 0;
        const never = dependency.keys.filter((name) => !future.value.has(name) && !reasons.some((each) => each.name === name));
        found.reasons.push(...reasons);
        found.blocking.push(...reasons.filter(gone));
        found.blocking.push(...never.map((name) => ({ kind: "parameter", file: dependency.at, name, change: "deleted" })));
    }
}
function unsettled(future, found) {
    const reasons = future.stages.map(({ address }) => ({ kind: "upstream", stage: address }));
    (future.kind === "blocked" ? found.blocking : found.open).push(...reasons);
}
/** A `.dvc` file: what lies there becomes what it records. */
function judgeData({ stage, outs }, { data }) {
    const states = outs.map((state) => ({ state, ...outputVerdict(stage, state, data) }));
    const lost = states.filter(({ state }) => state.now === null && (recordIsEmpty(stage, state) || (data && state.out.cache && !state.stored)));
    if (lost.length > 0 && !stage.frozen) {
        return planned(stage, "blocked", lost.map(({ state }) => ({ kind: "missing", path: state.out.at ?? state.out.path })));
    }
    const why = states.flatMap(({ reasons }) => reasons);
    const present = states.some(({ state, reasons }) => state.now !== null && reasons.length > 0);
    if (stage.frozen)
        return { ...planned(stage, "frozen", why), result: observedEntry(stage, outs) };
    if (present)
        return { ...planned(stage, "run", why), result: observedEntry(stage, outs) };
    if (why.length > 0)
        return { ...planned(stage, "restore", why), result: stage.lock, source: "lock" };
    return { ...planned(stage, "none", why), result: stage.lock };
}
function recordIsEmpty(stage, { out }) {
    return (recordOfOutput(stage, out)?.oid ?? null) === null;
}
function judgeFrozen({ stage, outs }) {
    const why = [...commandReasons(stage), ...outs.flatMap((state) => outputVerdict(stage, state, false).reasons)];
    return { ...planned(stage, "frozen", why), result: observedEntry(stage, outs) };
}
/** The lock entry with what lies in the workspace, where something does. */
function observedEntry(stage, outs) {
    const now = outs.map(({ out, now }) => {
        const path = recordedPath(stage, out);
        return now === null ? (recordOfOutput(stage, out) ?? recorded(path, null)) : recorded(path, now);
    });
    const before = stage.lock ?? { cmd: stage.cmd, deps: [], params: new Map(), outs: [] };
    return { ...before, outs: now };
}
/** What would go in, as far as it is known; `open` names the dependencies that are not. */
function inputsOf({ stage, deps, params }) {
    const open = new Set();
    const dependencies = deps.map(({ dependency, future }) => {
        const path = recordedPath(stage, dependency);
        if (future.kind === "known")
            return recorded(path, future.value);
        if (future.kind !== "as-recorded")
            open.add(path);
        return recordOfDependency(stage, dependency) ?? recorded(path, null);
    });
    const values = params.map(({ dependency, future }) => [
        recordedPath(stage, dependency),
        future.kind === "known" ? future.value : textKeyed(recordedValues(stage, dependency)),
    ]);
    const outs = stage.outs.map((out) => recorded(recordedPath(stage, out), null));
    return { inputs: lockEntry({ stage, deps: dependencies, params: new Map(values), outs }), open };
}
function textKeyed(values) {
    return new Map([...(values ?? [])].flatMap(([key, value]) => (typeof key === "string" ? [[key, value]] : [])));
}
async function mayBeKnown(evidence, observer) {
    if (!reusable(evidence.stage))
        return false;
    const { inputs, open } = inputsOf(evidence);
    return observer.mayKnowRun(inputs, open);
}
/**
 * The result for these inputs, where it can be placed: DVC takes the lock entry when only outputs differ, else the newest
 * entry of the run cache, and looks no further when its objects are not in the cache.
 */
async function knownResult(evidence, observer, { runCache, inputsChanged }) {
    const { stage } = evidence;
    if (!reusable(stage))
        return null;
    const { inputs } = inputsOf(evidence);
    const sameInputs = stage.lock !== null && commandReasons(stage).length === 0 && !inputsChanged;
    if (sameInputs && stage.outs.every((out) => recordOfOutput(stage, out)?.oid != null)) {
        const entry = withResults(inputs, stage.outs.flatMap((out) => recordOfOutput(stage, out) ?? []));
        return (await allStored(entry, observer)) ? { result: entry, source: "lock" } : null;
    }
    const found = runCache ? await observer.knownRun(inputs) : null;
    if (found === null || !(await allStored(found, observer)))
        return null;
    return { result: withResults(inputs, found.outs), source: "run-cache" };
}
async function allStored(entry, observer) {
    for (const { oid, hash } of entry.outs) {
        if (oid === null || !(await observer.stored(oid, hash)))
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/plan/memo.js
/** An observer that looks once: for a plan, during which nothing is supposed to change. */
function lookingOnce(observer) {
    return {
        ...observer,
        content: once((path, hash) => observer.content(path, hash), (path, hash) => `${hash} ${path}`),
        stored: once((oid, hash) => observer.stored(oid, hash), (oid, hash) => `${hash} ${oid}`),
        listing: once((oid, hash) => observer.listing(oid, hash), (oid, hash) => `${hash} ${oid}`),
    };
}
function once(ask, keyOf) {
    const answers = new Map();
    return (...args) => {
        const key = keyOf(...args);
        const answer = answers.get(key) ?? ask(...args);
        answers.set(key, answer);
        return answer;
    };
}

;// CONCATENATED MODULE: ./build/plan/order.js
/**
 * The selected stages, each after those it needs: a depth-first walk in file order, as `dvc repro` does it for a whole
 * graph. A frozen stage does not ask for what it needs.
 */
function inOrder(graph, { targets, ...how }) {
    if (targets === null)
        return postOrder(graph, graph.stages);
    if (how.single === true)
        return [...new Set(targets)];
    const wanted = new Set(how.pipeline === true ? connected(graph, targets) : reached(graph, targets, how.downstream === true));
    return postOrder(graph, graph.stages.filter((stage) => wanted.has(stage))).filter((stage) => wanted.has(stage));
}
/** What a stage waits for. */
function needs(graph, stage) {
    return stage.frozen ? [] : graph.upstream(stage);
}
function reached(graph, targets, downstream) {
    const next = (stage) => downstream ? graph.downstream(stage).filter((each) => !each.frozen) : needs(graph, stage);
    return spread(targets, next);
}
function connected(graph, targets) {
    const neighbours = (stage) => [
        ...needs(graph, stage),
        ...graph.downstream(stage).filter((each) => !each.frozen),
    ];
    return spread(targets, neighbours);
}
function spread(targets, next) {
    const found = new Set();
    const waiting = [...targets];
    for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
        if (found.has(stage))
            continue;
        found.add(stage);
        waiting.push(...next(stage));
    }
    return found;
}
function postOrder(graph, starts) {
    const order = [];
    const seen = new Set();
    for (const start of starts) {
        if (seen.has(start))
            continue;
        seen.add(start);
        const open = [{ stage: start, rest: needs(graph, start).values() }];
        for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
            const { value, done } = top.rest.next();
            if (done === true || value === undefined) {
                order.push(top.stage);
                open.pop();
            }
            else if (!seen.has(value)) {
                seen.add(value);
                open.push({ stage: value, rest: needs(graph, value).values() });
            }
        }
    }
    return order;
}

;// CONCATENATED MODULE: ./build/plan/plan.js







/**
 * What a run would do, and why. Works from what DVC's files say; the observer is asked only what they do not say. A
 * stage that follows a restored one is judged by the recorded result, so that a whole chain may turn out to be known.
 */
async function plan_plan(project, seen, options) {
    const observer = lookingOnce(seen);
    const graph = buildGraph(project.stages);
    const planned = new Map();
    const forced = new Set(options.force === true ? graph.stages : []);
    const ahead = [];
    for (const stage of inOrder(graph, options)) {
        const evidence = await gather({ graph, observer, planned }, stage);
        const how = { data: options.data ?? false, force: forced.has(stage), runCache: options.runCache ?? true };
        const verdict = afterTwins(await judge(evidence, observer, how), evidence, how.runCache && !how.force ? ahead : []);
        planned.set(stage, verdict);
        if (verdict.result === null && reusable(stage))
            ahead.push(inputsOf(evidence));
        if (options.forceDownstream === true && verdict.action === "run") {
            for (const next of graph.downstream(stage))
                forced.add(next);
        }
    }
    return { stages: await withNeededData([...planned.values()], graph, observer) };
}
/** A stage with the inputs of one that runs before it will be restored from what that one leaves in the run cache. */
function afterTwins(verdict, evidence, ahead) {
    if (verdict.action !== "run" || !reusable(verdict.stage))
        return verdict;
    const { inputs, open } = inputsOf(evidence);
    const twin = ahead.some((other) => fits(other.inputs, inputs, new Set([...open, ...other.open])));
    return twin ? { ...verdict, action: "maybe" } : verdict;
}
/** What decides about one stage, given the verdicts on those before it. */
async function gather(known, stage) {
    const deps = [];
    for (const dependency of stage.frozen ? [] : stage.deps) {
        deps.push({ dependency, future: await dependencyFuture(known, stage, dependency) });
    }
    const params = [];
    for (const dependency of stage.frozen ? [] : stage.params) {
        params.push({ dependency, future: await valuesFuture(known, stage, dependency) });
    }
    const outs = [];
    for (const out of stage.outs)
        outs.push(await outputState(known.observer, stage, out));
    return { stage, deps, params, outs };
}
async function outputState(observer, stage, out) {
    const recorded = recordOfOutput(stage, out);
    const hash = recorded?.hash ?? "md5";
    const oid = recorded?.oid ?? null;
    const [now, stored] = await Promise.all([
        out.at === null ? null : observer.content(out.at, hash),
        oid !== null && out.cache && observer.stored(oid, hash),
    ]);
    return { out, now, stored };
}
/** A stage that runs needs its dependencies in the workspace: absent ones that are known are placed first. */
async function withNeededData(stages, graph, observer) {
    const needed = new Set();
    for (const { stage, action } of stages) {
        if (action === "run" || action === "maybe")
            for (const before of graph.upstream(stage))
                needed.add(before);
    }
    const settled = [];
    for (const planned of stages) {
        const wanted = needed.has(planned.stage) && (planned.action === "none" || planned.action === "frozen");
        settled.push(wanted ? await placed(planned, observer) : planned);
    }
    return settled;
}
async function placed(planned, observer) {
    const { stage } = planned;
    for (const out of stage.outs) {
        const { absent } = outputVerdict(stage, await outputState(observer, stage, out), false);
        if (absent && recordOfOutput(stage, out)?.oid != null)
            return { ...planned, action: "restore", source: "lock" };
    }
    return planned;
}

;// CONCATENATED MODULE: ./build/plan/known.js

/** The results that a project has at a revision, from its lock files and the run cache. */
async function knownResults(project, observer) {
    const { stages } = await plan(project, observer, { targets: null });
    const known = new Map();
    for (const { stage, result } of stages)
        if (result !== null)
            known.set(stage.address, result);
    return { known, unknown: stages.filter(({ result }) => result === null) };
}

;// CONCATENATED MODULE: ./build/plan/now.js



/** The verdict on a stage whose turn has come: everything before it is done, so what lies in the workspace counts. */
async function judgeNow(stage, observer, options) {
    return judge(await evidenceNow(stage, observer), observer, options);
}
/** What goes into the stage now, as a lock entry without results; null while something is missing. */
async function inputsNow(stage, observer) {
    const { inputs, open } = inputsOf(await evidenceNow(stage, observer));
    return open.size > 0 ? null : inputs;
}
function evidenceNow(stage, observer) {
    return gather({ graph: lenientGraph([]), observer, planned: new Map() }, stage);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/plan/timings.js



const KEPT = 5;
/** How long stages took on this machine, the latest runs last; seconds. Only ever a hint: damage is forgotten silently. */
class Timings {
    #file;
    #seconds;
    constructor(file, seconds) {
        this.#file = file;
        this.#seconds = seconds;
    }
    static async read(file) {
        const text = await (0,promises_.readFile)(file, "utf8").catch(() => "");
        return new Timings(file, parse(text));
    }
    /** The last runs of a stage, the latest last. */
    of(address) {
        return this.#seconds.get(address) ?? [];
    }
    add(address, seconds) {
        this.#seconds.set(address, [...this.of(address), seconds].slice(-KEPT));
    }
    async save() {
        const temporary = `${this.#file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(this.#file), { recursive: true });
        await (0,promises_.writeFile)(temporary, JSON.stringify(Object.fromEntries(this.#seconds)));
        await (0,promises_.rename)(temporary, this.#file);
    }
}
function parse(text) {
    const found = new Map();
    try {
        const value = JSON.parse(text);
        if (typeof value !== "object" || value === null)
            return found;
        for (const [address, seconds] of Object.entries(value)) {
            if (Array.isArray(seconds))
                found.set(address, seconds.filter((each) => typeof each === "number").slice(-KEPT));
        }
    }
    catch {
        found.clear();
    }
    return found;
}

;// CONCATENATED MODULE: ./build/plan/index.js










/***/ })

};
