export const id = 3163;
export const ids = [3163];
export const modules = {

/***/ 81596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ entryFormat)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2087);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8202);


/** Entries of the run cache: a lock entry as YAML, without schema and name. */
const entryFormat = {
    toValue: _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce,
    toText: (entry) => (0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .emitYaml */ .h2)((0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce)(entry)),
    fromText: (text, file) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLockEntry */ .zT)((0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .hN)(text, file)),
};


/***/ }),

/***/ 83181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ refuseOutside)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);



/**
 * Refuses outputs that would be placed outside of the project, by `../`, by an absolute path, or through a symbolic link
 * to a folder: a manifest from somebody else's branch must not choose what is overwritten on this machine. What DVC does
 * not cache (`cache: false`) is the command's own affair, as for DVC. Failures `output-outside`.
 */
function refuseOutside(project, root) {
    const folders = new Map();
    const failures = [];
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            if (!out.cache || out.at === null)
                continue;
            if (!(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(out.at, "."))
                failures.push(outside(stage, out, "lies outside the project"));
            else if (leadsOut((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parentOf */ .gN)(out.at), root, folders)) {
                failures.push(outside(stage, out, "leads out of the project through a symbolic link"));
            }
        }
    }
    if (failures.length > 0)
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .together */ .bs)(failures);
}
/** Judged folder by folder from the top, each once: only links can lead anywhere else. */
function leadsOut(folder, root, known) {
    if (folder === ".")
        return false;
    const found = known.get(folder) ?? (leadsOut((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parentOf */ .gN)(folder), root, known) || isLinkOut((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), root));
    known.set(folder, found);
    return found;
}
function isLinkOut(folder, root) {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
            return false;
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
        return real !== root && !real.startsWith(`${root}/`);
    }
    catch {
        // A link that leads nowhere, or a file where a folder is to be: nothing can be placed through it.
        return false;
    }
}
function outside(stage, out, words) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("output-outside", `output \`${out.path}\` of \`${stage.address}\` ${words}`, {
        at: out.place,
        found: (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(out.at ?? out.path),
        expected: "a path in the project",
        hint: "let the command write below the project; an output elsewhere only with `cache: false`",
    });
}


/***/ }),

/***/ 73793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ tellVersions),
/* harmony export */   t: () => (/* binding */ refusePush)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2087);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50443);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68511);



/** Tells a cloud-versioned remote what these projects say of it; any other remote knows for itself. */
function tellVersions(remote, projects) {
    if (!(remote instanceof _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .VersionedRemote */ .Ws))
        return remote;
    const places = [];
    const directories = [];
    for (const { record, at } of projects.flatMap(recordsOf)) {
        const files = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionedFiles */ .Vk)(record);
        for (const { oid, relpath, versions } of files) {
            const version = versions.get(remote.name);
            const key = relpath === "" ? at : `${at}/${relpath}`;
            if (version !== undefined)
                places.push([oid, { key, version }]);
        }
        const listed = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listedDirectory */ .P8)(record.extra?.get("files"));
        if (listed === null)
            continue;
        const whole = files.every(({ versions }) => versions.has(remote.name));
        directories.push([listed.oid, { listing: Buffer.from(listed.listing), whole }]);
    }
    remote.know(places, directories);
    return remote;
}
function recordsOf({ stages }) {
    return stages.flatMap((stage) => stage.outs.flatMap((out) => {
        const record = out.at === null ? null : (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOfOutput */ .Id)(stage, out);
        return record === null || out.at === null ? [] : [{ record, at: out.at }];
    }));
}
/** Refuses at once to send what only DVC can send; what lies there already needs no sending. */
async function refusePush(remote, objects) {
    if (!(remote instanceof _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .VersionedRemote */ .Ws))
        return;
    const there = await remote.has(objects.map(({ oid }) => oid));
    if (objects.some(({ oid }) => !there.has(oid)))
        throw (0,_store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .notPushable */ .cm)(remote.name);
}


/***/ }),

/***/ 93163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ gitEye),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   bp: () => (/* binding */ openCache),
/* harmony export */   t9: () => (/* binding */ projectAt),
/* harmony export */   ub: () => (/* binding */ changeWorkspace),
/* harmony export */   w4: () => (/* binding */ notesFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22712);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12226);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2087);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12370);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68511);
/* harmony import */ var _entry_format_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81596);
/* harmony import */ var _outside_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(83181);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41805);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(73793);












/** Where our own notes about a project lie; below `.dvc/tmp`, which DVC keeps out of git. */
function notesFolder(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ".dvc", "tmp", "mainline");
}
async function openWorkspace(context) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(context.cwd));
    const config = await configOf(context, root);
    const git = config.noScm ? null : await _git_index_js__WEBPACK_IMPORTED_MODULE_3__.Git.find(root);
    const home = git === null ? root : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(git.root);
    const below = git === null ? "." : (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(home, root));
    const tree = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .workspaceTree */ .OX)(root, context.confined === true ? home : null);
    const eye = git === null ? null : gitEye(git, below);
    const project = await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProject */ .gi)(tree, eye === null ? { config, root } : { config, root, gitIgnored: eye.ignored });
    (0,_outside_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseOutside */ .g)(project, root);
    return {
        root,
        below,
        here: (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(context.cwd))),
        git,
        config,
        tree,
        ignore: project.ignore,
        project,
        cache: new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .Cache */ .l2(config.cacheDir, sharing(config)),
        runCache: new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .RunCache */ .CY(config.cacheDir, _entry_format_js__WEBPACK_IMPORTED_MODULE_8__/* .entryFormat */ .m, sharing(config)),
        state: await _digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HashState */ .SF.open(notesFolder(root)),
        remote: async (name) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_11__/* .tellVersions */ .f)(await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_10__/* .remoteOf */ .e1)(context, config, name), [project]),
    };
}
/** The cache of the project that a folder belongs to, without a look at the project itself: its files may be in the middle of a merge. */
async function openCache(context, folder) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(folder));
    const config = await configOf(context, root);
    return new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .Cache */ .l2(config.cacheDir, sharing(config));
}
/** `cache.shared = group`. */
function sharing({ sections }) {
    return { shared: sections.get("cache")?.get("shared") === "group" };
}
function configOf({ machine }, root) {
    const { home, systemConfigDir, globalConfigDir } = machine;
    return (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadConfig */ .Z9)({ root, home, systemDir: systemConfigDir, globalDir: globalConfigDir });
}
/** Opens a project to change it: under DVC's own lock, so that what was read stays true. `command` is how others are told of us. */
async function changeWorkspace(context, command, work) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .findDvcRoot */ .Td)(context.cwd));
    const { clock, progress, signal } = context;
    const hardLinks = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .isOn */ .Mp)(await configOf(context, root), "core", "hardlink_lock");
    const place = { root, command: `mainline ${command}`, pid: process.pid, clock, progress, signal, hardLinks };
    return (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .lockedProject */ .yC)(place, async (access) => {
        const workspace = await openWorkspace(context);
        try {
            return await work(workspace, access);
        }
        finally {
            workspace.git?.close();
        }
    });
}
/** What DVC's files said at a revision. */
async function projectAt({ git, below, config, root }, rev) {
    if (git === null)
        throw new Error("a revision was asked of a project without git");
    const commit = await git.resolve(rev);
    const tree = git.treeAt(commit, below);
    return { commit, tree, project: await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProject */ .gi)(tree, { config, root }) };
}
/** Git's answers for paths relative to the DVC root. */
function gitEye(git, below) {
    const asked = async (paths, ask) => {
        const found = await ask(paths.map((path) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(below, path)));
        const prefix = below === "." ? "" : `${below}/`;
        return new Set([...found].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)));
    };
    return {
        top: git.root,
        indexFile: git.indexFile,
        ignored: (paths) => asked(paths, (full) => git.ignored(full)),
        tracked: (paths) => asked(paths, (full) => git.tracked(full)),
    };
}


/***/ }),

/***/ 50443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mv: () => (/* reexport */ Timings),
  ZG: () => (/* reexport */ buildGraph),
  lA: () => (/* reexport */ fits),
  Yo: () => (/* reexport */ graphFor),
  al: () => (/* reexport */ inOrder),
  Co: () => (/* reexport */ inputsNow),
  _K: () => (/* reexport */ isOutside),
  gn: () => (/* reexport */ isPlausible),
  EN: () => (/* reexport */ judgeAmong),
  CS: () => (/* reexport */ judgeNow),
  g3: () => (/* reexport */ lenientGraph),
  KF: () => (/* reexport */ lockEntry),
  $e: () => (/* reexport */ lookingOnce),
  Xy: () => (/* reexport */ mergeStageTimes),
  u_: () => (/* reexport */ parseStageTimes),
  et: () => (/* reexport */ plan_plan),
  yQ: () => (/* reexport */ recordOfDependency),
  Id: () => (/* reexport */ recordOfOutput),
  t2: () => (/* reexport */ recorded),
  w_: () => (/* reexport */ recordedPath),
  Ez: () => (/* reexport */ reusable),
  il: () => (/* reexport */ spread),
  C6: () => (/* reexport */ writeStageTimes)
});

// UNUSED EXPORTS: contentOf, knownResults, needs

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
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
/** The graph that a selection asks for: as in DVC, the named stages alone are run also where a whole pipeline would be refused. */
function graphFor(stages, { single = false }) {
    return single ? lenientGraph(stages) : buildGraph(stages);
}
/** Some stages and all that is reached from them, step by step. */
function spread(from, next) {
    const found = new Set();
    const waiting = [...from];
    for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
        if (found.has(stage))
            continue;
        found.add(stage);
        waiting.push(...next(stage));
    }
    return found;
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
    const deps = stage.deps.map(({ at, external }) => at ?? external?.url ?? null);
    return [...deps, ...stage.params.map(({ at }) => at)].filter((path) => path !== null);
}
function collectOutputs(stages) {
    const outputs = new PathTrie();
    const failures = [];
    for (const stage of stages) {
        for (const out of stage.outs) {
            const path = out.at ?? out.external?.url ?? null;
            if (path === null)
                continue;
            const producer = { stage, out, path };
            const clash = clashOf(producer, outputs);
            if (clash === null)
                outputs.set(path, producer);
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
    if (!("oid" in content))
        return fingerprinted(path, content);
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
function fingerprinted(path, { kind, value, size }) {
    const extra = new Map([[kind, value]]);
    return { path, oid: null, hash: "md5", ...(size === undefined ? {} : { size }), extra };
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

// EXTERNAL MODULE: ./build/digest/index.js + 20 modules
var digest = __webpack_require__(22712);
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
    return isRecorded(now, recorded) ? [] : [{ kind: "dependency", path, change: "modified" }];
}
function isRecorded(now, recorded) {
    if ("oid" in now)
        return recorded.oid === now.oid && recorded.hash === now.hash;
    return recorded.extra?.get(now.kind) === now.value;
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
    const { at, external } = dependency;
    const producers = known.graph.producersOf(at ?? external?.url ?? "");
    const unsettled = unsettledBy(known, producers);
    if (unsettled !== null)
        return unsettled;
    if (at === null)
        return externalFuture(known, dependency);
    const hash = recordOfDependency(stage, dependency)?.hash ?? "md5";
    const replaced = await willBeReplaced(known, producers);
    if (!replaced) {
        const now = await known.observer.content(at, hash, "dependency");
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
async function externalFuture({ observer }, { external }) {
    if (external === undefined || observer.external === undefined)
        return { kind: "as-recorded" };
    const value = await observer.external(external);
    return value === null ? { kind: "missing" } : { kind: "known", value };
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
    const inputsChanged = inputs.reasons.length > 0;
    if (inputs.open.length > 0) {
        const chance = why.length === 0 ||
            onlyOutputsDiffer(stage, inputsChanged) ||
            (options.runCache && (await mayBeKnown(evidence, observer)));
        return planned(stage, chance ? "maybe" : "run", all);
    }
    const found = await knownResult(evidence, observer, { ...options, inputsChanged });
    if (found === null)
        return planned(stage, "run", all);
    return found === "lost"
        ? { ...planned(stage, "run", all), lost: true }
        : { ...planned(stage, "restore", all), ...found };
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
    if (onlyOutputsDiffer(stage, inputsChanged)) {
        const entry = withResults(inputs, stage.outs.flatMap((out) => recordOfOutput(stage, out) ?? []));
        return (await allStored(entry, observer)) ? { result: entry, source: "lock" } : "lost";
    }
    const found = runCache ? await observer.knownRun(inputs) : null;
    if (found === null)
        return null;
    if (!(await allStored(found, observer)))
        return "lost";
    return { result: withResults(inputs, found.outs), source: "run-cache" };
}
/** Whether the lock entry is the result of these inputs, so that its outputs can be placed again. */
function onlyOutputsDiffer(stage, inputsChanged) {
    return (reusable(stage) &&
        stage.lock !== null &&
        commandReasons(stage).length === 0 &&
        !inputsChanged &&
        stage.outs.every((out) => recordOfOutput(stage, out)?.oid != null));
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
    const asked = once((path, hash, as) => observer.content(path, hash, as), (path, hash, as) => `${hash} ${as ?? "output"} ${path}`);
    return {
        ...observer,
        // what lies there as an output lies there as a dependency: only what is left out has to be asked for by name
        content: async (path, hash, as) => (await asked(path, hash, undefined)) ?? (as === undefined ? null : asked(path, hash, as)),
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
 * graph; of whole pipelines that of the first target comes first. A frozen stage does not ask for what it needs.
 */
function inOrder(graph, { targets, ...how }) {
    if (targets === null)
        return postOrder(graph, graph.stages);
    if (how.single === true)
        return [...new Set(targets)];
    if (how.pipeline === true) {
        return postOrder(graph, targets.flatMap((target) => inFileOrder(graph, connected(graph, target))));
    }
    const wanted = reached(graph, targets, how.downstream === true);
    return postOrder(graph, inFileOrder(graph, wanted)).filter((stage) => wanted.has(stage));
}
function inFileOrder(graph, wanted) {
    return graph.stages.filter((stage) => wanted.has(stage));
}
/** What a stage waits for. */
function needs(graph, stage) {
    return stage.frozen ? [] : graph.upstream(stage);
}
function reached(graph, targets, downstream) {
    const next = (stage) => downstream ? graph.downstream(stage).filter((each) => !each.frozen) : needs(graph, stage);
    return spread(targets, next);
}
function connected(graph, target) {
    const neighbours = (stage) => [
        ...needs(graph, stage),
        ...graph.downstream(stage).filter((each) => !each.frozen),
    ];
    return spread([target], neighbours);
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
    const graph = graphFor(project.stages, options);
    const planned = new Map();
    const forced = new Set(options.force === true ? graph.stages : []);
    const ahead = [];
    let runsBefore = false;
    for (const stage of inOrder(graph, options)) {
        const evidence = await gather({ graph, observer, planned }, stage);
        const how = { data: options.data ?? false, force: forced.has(stage), runCache: options.runCache ?? true };
        const judged = afterRuns(await judge(evidence, observer, how), runsBefore);
        const verdict = afterTwins(judged, evidence, how.runCache && !how.force ? ahead : []);
        planned.set(stage, verdict);
        runsBefore ||= verdict.action === "run" || verdict.action === "maybe";
        if (verdict.result === null && reusable(stage))
            ahead.push(inputsOf(evidence));
        if (options.forceDownstream === true && (verdict.action === "run" || verdict.action === "restore")) {
            for (const next of graph.downstream(stage))
                forced.add(next);
        }
    }
    return { stages: await withNeededData([...planned.values()], graph, observer) };
}
/** What the cache lacks may be there again by then. */
function afterRuns({ lost = false, ...verdict }, runsBefore) {
    return lost && runsBefore ? { ...verdict, action: "maybe" } : verdict;
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
/** The same where data may be absent: then what the stages before have recorded, or turned out to have, counts. */
async function judgeAmong(stage, known, options) {
    return judge(await gather(known, stage), known.observer, options);
}
/** What goes into the stage now, as a lock entry without results; null while something is missing. */
async function inputsNow(stage, observer) {
    const { inputs, open } = inputsOf(await evidenceNow(stage, observer));
    return open.size > 0 ? null : inputs;
}
function evidenceNow(stage, observer) {
    return gather({ graph: lenientGraph([]), observer, planned: new Map() }, stage);
}

;// CONCATENATED MODULE: ./build/plan/stage-times.js
const KEPT = 5;
const MOST_STAGES = 2000;
const LONGEST_ADDRESS = 500;
/** GitHub ends a run after 35 days. */
const LONGEST_SECONDS = 35 * 86_400;
const MOST_BYTES = 256 * 1024;
/** Reads what `writeStageTimes` wrote. What is damaged, or beyond what can be, is passed over. */
function parseStageTimes(text) {
    const found = new Map();
    for (const [address, samples] of entriesOf(parsed(text)).slice(0, MOST_STAGES)) {
        if (address.length > LONGEST_ADDRESS || !Array.isArray(samples))
            continue;
        const read = samples.slice(0, KEPT).flatMap((sample) => sampleOf(sample));
        if (read.length > 0)
            found.set(address, read);
    }
    return found;
}
/** The stages that were timed last stay, where there are too many for one small text. */
function writeStageTimes(times) {
    const newest = [...times].toSorted(([, a], [, b]) => (b.at(-1)?.at ?? 0) - (a.at(-1)?.at ?? 0));
    const kept = [];
    let size = 0;
    for (const [address, samples] of newest.slice(0, MOST_STAGES)) {
        if (address.length > LONGEST_ADDRESS)
            continue;
        const line = `${JSON.stringify(address)}: ${JSON.stringify(samples.map(({ at, seconds, run }) => [at, seconds, run]))}`;
        size += Buffer.byteLength(line) + 2;
        if (size > MOST_BYTES)
            break;
        kept.push(line);
    }
    return `{"schema": "mainline.timings/1", "stages": {\n${kept.join(",\n")}\n}}\n`;
}
/** What several runs wrote side by side, as one. */
function mergeStageTimes(all) {
    const merged = new Map();
    for (const times of all) {
        for (const [address, samples] of times) {
            const each = [...(merged.get(address) ?? []), ...samples];
            const distinct = new Map(each.map((sample) => [`${sample.at} ${sample.run} ${sample.seconds}`, sample]));
            merged.set(address, [...distinct.values()].toSorted((a, b) => a.at - b.at).slice(-KEPT));
        }
    }
    return merged;
}
/** Whether a time can be one. */
function isPlausible(seconds) {
    return Number.isFinite(seconds) && seconds >= 0 && seconds <= LONGEST_SECONDS;
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null && "stages" in value ? value.stages : null;
    }
    catch {
        return null;
    }
}
function entriesOf(value) {
    return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
function sampleOf(value) {
    if (!Array.isArray(value))
        return [];
    const [at, seconds, run] = value;
    if (typeof at !== "number" || typeof seconds !== "number" || typeof run !== "number")
        return [];
    const whole = Number.isSafeInteger(at) && at >= 0 && Number.isSafeInteger(run) && run >= 0;
    return whole && isPlausible(seconds) ? [{ at, seconds, run }] : [];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/plan/timings.js



const timings_KEPT = 5;
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
        this.#seconds.set(address, [...this.of(address), seconds].slice(-timings_KEPT));
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
                found.set(address, seconds.filter((each) => typeof each === "number").slice(-timings_KEPT));
        }
    }
    catch {
        found.clear();
    }
    return found;
}

;// CONCATENATED MODULE: ./build/plan/index.js











/***/ }),

/***/ 12370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mz: () => (/* reexport */ GitLines),
  yv: () => (/* reexport */ Newcomers),
  tU: () => (/* reexport */ Records),
  WR: () => (/* reexport */ Slots),
  G6: () => (/* reexport */ exclusively),
  g7: () => (/* reexport */ execute),
  yC: () => (/* reexport */ lockedProject),
  mJ: () => (/* reexport */ orderOf),
  ik: () => (/* reexport */ place),
  Qj: () => (/* reexport */ relink),
  fR: () => (/* reexport */ replaceFile),
  Cp: () => (/* reexport */ resultFile),
  M_: () => (/* reexport */ store)
});

// UNUSED EXPORTS: UNGUARDED, commandsOf, ignoreInGit

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/shell/index.js + 7 modules
var build_shell = __webpack_require__(49545);
;// CONCATENATED MODULE: ./build/run/tail.js
const LINES = 20;
const BYTES = 8 * 1024;
/** The last lines of an output, whatever its length. */
class Tail {
    #kept = Buffer.alloc(0);
    add(chunk) {
        this.#kept = Buffer.concat([this.#kept, chunk]).subarray(-BYTES);
    }
    get text() {
        return this.#kept.toString("utf8").trimEnd().split("\n").slice(-LINES).join("\n");
    }
}

;// CONCATENATED MODULE: ./build/run/command.js



/** Where Python's `str.splitlines` breaks: at every break that Unicode knows. */
const BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029";
const LINE_BREAK = new RegExp(`\r\n|[${BREAKS}]`);
/**
 * Runs a stage's commands one after the other, each in a shell of its own, as DVC does: a text line by line, a list item
 * by item. Null when all ended well; the first that does not is the last.
 */
async function runCommands(stage, shop, attempt) {
    const tail = new Tail();
    const hear = listener(shop, attempt.log, tail);
    const timeLeft = stopwatch(shop, stage.needs?.timeoutMs ?? null);
    try {
        for (const command of commandsOf(stage.cmd)) {
            shop.progress.say(`> ${command}`);
            const { code, signal, timedOut } = await (0,build_shell/* stream */.Td)(shop.shell, [...(await shellFlags(shop.shell)), "-c", command], {
                cwd: `${shop.root}/${stage.wdir}`,
                env: { DVC_ROOT: shop.root, DVC_STAGE: stage.address, ...attempt.variables },
                signal: shop.signal,
                onStart: (group) => shop.access.watch(group),
                onOutput: hear.onOutput,
                ...timeLeft(),
            });
            if (code !== 0 || signal !== null || timedOut || shop.signal.aborted) {
                return { command, code: signal === null ? code : null, signal, timedOut, tail: tail.text };
            }
        }
        return null;
    }
    finally {
        hear.end();
    }
}
/** What a command leaves behind may go on writing when the stage is over: nobody hears it then. */
function listener({ progress }, log, tail) {
    let isOver = false;
    return {
        onOutput: (chunk) => {
            if (isOver)
                return;
            tail.add(chunk);
            log.write(chunk);
            progress.output(chunk);
        },
        end: () => {
            isOver = true;
        },
    };
}
/** All commands of an attempt share one time. */
function stopwatch({ clock }, timeoutMs) {
    const start = clock.monotonic();
    return () => (timeoutMs === null ? {} : { timeoutMs: Math.max(1, timeoutMs - (clock.monotonic() - start)) });
}
function commandsOf(cmd) {
    if (cmd === null)
        return [];
    if (typeof cmd !== "string")
        return cmd;
    const lines = cmd.split(LINE_BREAK);
    if (lines.at(-1) === "")
        lines.pop();
    return lines;
}
/** Keeps the user's own configuration files from changing what a command means. */
async function shellFlags(shell) {
    const name = (0,external_node_path_.basename)(shell).toLowerCase();
    if (name === "zsh")
        return ["--no-rcs"];
    if (name === "bash")
        return ["--noprofile", "--norc"];
    if (name !== "fish")
        return [];
    return (await fishKnowsNoConfig(shell)) ? ["--no-config"] : [];
}
/** Since fish 3.3. */
async function fishKnowsNoConfig(shell) {
    const { stdoutText } = await (0,build_shell/* run */.eF)(shell, ["--version"]);
    const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(stdoutText) ?? [];
    return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 3);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/run/process.js

/** What Linux says of a process: its state (`Z`: ended, but not asked for yet) and when it started, in ticks since boot. */
async function processAt(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/stat`, "utf8").catch(() => null);
    // The program's name is in brackets and may hold anything; counting starts behind it.
    const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state, started] = [fields?.[0], fields?.[19]];
    return state === undefined || started === undefined ? null : { state, started };
}
/** Whether there is a process of this id that still does something. */
async function isRunning(pid) {
    const found = await processAt(pid);
    return found === null ? answers(pid) : !isOver(found);
}
/** Killed, and only waiting to be asked how it ended: signals still reach it. */
function isOver({ state }) {
    return state === "Z" || state === "X";
}
function answers(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (cause) {
        return cause instanceof Error && "code" in cause && cause.code === "EPERM";
    }
}

;// CONCATENATED MODULE: ./build/run/lock.js





/**
 * Does work that no second mainline may do at the same time in the same project. A lock that a killed process left is
 * taken over. Failure `locked` names the process that holds it.
 */
async function exclusively(file, pid, work) {
    await take(file, await nameOf(pid));
    try {
        return await work();
    }
    finally {
        await (0,promises_.rm)(file, { force: true });
    }
}
async function take(file, self) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    if (await created(file, self))
        return;
    const holder = await (0,promises_.readFile)(file, "utf8").catch(() => "");
    if (await isAlive(holder))
        throw locked(file, holder);
    await removeStale(file, holder);
    if (!(await created(file, self)))
        throw locked(file, await (0,promises_.readFile)(file, "utf8").catch(() => holder));
}
/** Written elsewhere first: a lock that exists always says whose it is. */
async function created(file, self) {
    const aside = asideOf(file);
    await (0,promises_.writeFile)(aside, self);
    try {
        await (0,promises_.link)(aside, file);
        return true;
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "EEXIST")
            return false;
        throw cause;
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}
function asideOf(file) {
    return `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
}
/** Another process may have taken the stale lock over since it was read: what was moved away by mistake is put back. */
async function removeStale(file, holder) {
    const aside = asideOf(file);
    await (0,promises_.rename)(file, aside).catch(() => undefined);
    const moved = await (0,promises_.readFile)(aside, "utf8").catch(() => holder);
    if (moved !== holder)
        await (0,promises_.link)(aside, file).catch(() => undefined);
    await (0,promises_.rm)(aside, { force: true });
}
/** `pid start`: a process id alone may have been given to another process since. */
async function nameOf(pid) {
    return `${pid} ${(await processAt(pid))?.started ?? ""}`.trim();
}
async function isAlive(holder) {
    const [pid = "", started = ""] = holder.split(" ");
    if (!/^[1-9]\d*$/.test(pid))
        return false;
    const found = await processAt(Number(pid));
    if (found !== null && started !== "")
        return !isOver(found) && found.started === started;
    return isRunning(Number(pid));
}
function locked(file, holder) {
    return (0,kernel/* badInput */.AN)("locked", `another mainline (process ${holder.split(" ")[0] ?? "?"}) is working in this project`, {
        found: file,
        hint: "wait for it to end and try again",
    });
}

;// CONCATENATED MODULE: ./build/run/hard-links.js





/** How far ahead a lock says that it is held, and how often it says so anew. */
const LIFETIME_MS = 300_000;
const REFRESH_MS = 60_000;
/** Clocks of machines that share a folder may differ by so much. */
const SLOP_MS = 10_000;
const SEPARATOR = "|";
/**
 * `core.hardlink_lock`: DVC's locks for file systems without flock, as the Python package flufl.lock has them. Whoever
 * makes the lock's name a hard link to a file of its own holds it; the text says who, the time until when. A lock that
 * ran out, or whose process is gone from this machine, is taken over. Stands in for `Flocks`.
 */
class HardLinks {
    #clock;
    #held = new Map();
    constructor(clock) {
        this.#clock = clock;
    }
    /** False when somebody else holds it. */
    async take(file, pid) {
        const claim = [file, (0,external_node_os_.hostname)(), pid, BigInt(`0x${(0,external_node_crypto_.randomBytes)(7).toString("hex")}`)].join(SEPARATOR);
        (0,external_node_fs_.writeFileSync)(claim, claim);
        try {
            this.#touch(claim);
            if (!linked(claim, file)) {
                await this.#breakStale(file);
                if (!linked(claim, file))
                    return false;
            }
        }
        finally {
            if (!isSame(claim, file))
                (0,external_node_fs_.rmSync)(claim, { force: true });
        }
        const timer = setInterval(() => this.#touch(claim), REFRESH_MS);
        timer.unref();
        this.#held.set(file, { claim, timer });
        return true;
    }
    async giveBack(file) {
        this.#release(file);
    }
    close() {
        for (const file of this.#held.keys())
            this.#release(file);
    }
    #release(file) {
        const held = this.#held.get(file);
        if (held === undefined)
            return;
        this.#held.delete(file);
        clearInterval(held.timer);
        if (isSame(held.claim, file))
            (0,external_node_fs_.unlinkSync)(file);
        (0,external_node_fs_.rmSync)(held.claim, { force: true });
    }
    #touch(claim) {
        const until = new Date(this.#clock.now().getTime() + LIFETIME_MS);
        try {
            (0,external_node_fs_.utimesSync)(claim, until, until);
        }
        catch {
            // somebody took the lock over: then it is theirs
        }
    }
    async #breakStale(file) {
        const text = textOf(file);
        const holder = text === null ? null : holderIn(text);
        if (text === null || holder === null)
            return;
        const until = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
        const over = until + SLOP_MS < this.#clock.now().getTime();
        const gone = holder.host === (0,external_node_os_.hostname)() && !(await isRunning(holder.pid));
        if (!over && !gone)
            return;
        await removeStale(file, text);
        (0,external_node_fs_.rmSync)(text, { force: true });
    }
}
/** Who holds a lock, where its text says so: DVC's own gives only the name of a file. */
function holderIn(text) {
    const [, host, pid = "", chance] = text.trim().split(SEPARATOR);
    if (host === undefined || chance === undefined || !/^[1-9]\d*$/.test(pid))
        return null;
    return { host, pid: Number(pid) };
}
/** False when the name is taken. */
function linked(claim, file) {
    try {
        (0,external_node_fs_.linkSync)(claim, file);
        return true;
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "EEXIST")
            return false;
        throw cause;
    }
}
function isSame(a, b) {
    const [one, other] = [a, b].map((path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false, bigint: true }));
    return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "utf8");
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./build/manifest/index.js + 34 modules
var manifest = __webpack_require__(2087);
;// CONCATENATED MODULE: ./build/run/turns.js
/** Lets one at a time do something, in the order in which they ask. */
class Turns {
    #last = Promise.resolve();
    take(work) {
        const mine = this.#last.then(work, work);
        this.#last = mine.catch(() => undefined);
        return mine;
    }
}

;// CONCATENATED MODULE: ./build/run/manifest-file.js





/** Where a run records what came of its stages: the one writer of its files. */
class Records {
    #root;
    #added;
    /** By file. */
    #drafts = new Map();
    #turns = new Turns();
    /** `root` is the DVC root, absolute. */
    constructor(root, added = () => () => false) {
        this.#root = root;
        this.#added = added;
    }
    /** Records a stage's result in its dvc.lock, or in its `.dvc` file: the whole file anew, or not at all. */
    async add(stage, entry) {
        await this.#turns.take(() => this.#write(stage, entry));
    }
    async #write(stage, entry) {
        const file = (0,external_node_path_.join)(this.#root, resultFile(stage));
        // read each time: somebody else may have recorded a stage of theirs meanwhile
        const old = await readText(file);
        const text = stage.name === null ? (0,manifest/* updateDotDvc */.kK)(old, entry) : this.#updated(file, stage.name, { old, entry });
        if (text !== old)
            await replaceFile(file, text);
    }
    #updated(file, name, { old, entry }) {
        const draft = this.#drafts.get(file) ?? new manifest/* LockDraft */.vL();
        this.#drafts.set(file, draft);
        return draft.update(old, name, entry, () => this.#added(file, name));
    }
}
/** The file that records the results of a stage: `sub/dvc.yaml` has `sub/dvc.lock`. */
function resultFile({ file, name }) {
    return name === null ? file : file.replace(/\.[^./]+$/, ".lock");
}
async function readText(file) {
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
            return null;
        throw cause;
    }
}
/** Readers see the old text or the new one, whenever this is killed. */
async function replaceFile(file, text) {
    const temporary = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    await (0,promises_.writeFile)(temporary, text);
    await (0,promises_.rename)(temporary, file);
}

;// CONCATENATED MODULE: ./build/run/paths-in-use.js

/** Failure `rwlock-damaged`. */
function parseUse(text, file) {
    if (text === null || text.trim() === "")
        return { read: new Map(), write: new Map() };
    const whole = record(parsed(text));
    const read = record(whole?.["read"] ?? {});
    const write = record(whole?.["write"] ?? {});
    if (whole === null || read === null || write === null)
        throw damaged(file);
    return {
        read: new Map(Object.entries(read).map(([path, users]) => [path, list(users).map((one) => user(one, file))])),
        write: new Map(Object.entries(write).map(([path, one]) => [path, user(one, file)])),
    };
}
function formatUse({ read, write }) {
    return JSON.stringify({ write: Object.fromEntries(write), read: Object.fromEntries(read) });
}
/** The users other than `self` that keep it from these paths: a writer of any of them, or above or below; a reader of what is to be written. */
function blockersOf(table, { read, write }, self) {
    const wanted = [...read, ...write];
    const writers = [...table.write].filter(([path]) => wanted.some((each) => overlap(each, path)));
    const readers = [...table.read]
        .filter(([path]) => write.some((each) => overlap(each, path)))
        .flatMap(([path, users]) => users.map((one) => [path, one]));
    return [...writers, ...readers].filter(([, { pid }]) => pid !== self);
}
function pidsIn({ read, write }) {
    return new Set([...[...read.values()].flat(), ...write.values()].map(({ pid }) => pid));
}
function withUse(table, { read, write }, self) {
    return {
        read: new Map([
            ...table.read,
            ...read.map((path) => [path, [...usersBut(self, table.read.get(path)), self]]),
        ]),
        write: new Map([...table.write, ...write.map((path) => [path, self])]),
    };
}
function usersBut({ pid }, users = []) {
    return users.filter((one) => one.pid !== pid);
}
/** The table without those whom `isGone` names. */
function withoutUsers(table, isGone) {
    const read = [...table.read].map(([path, users]) => [path, users.filter((one) => !isGone(one))]);
    return {
        read: new Map(read.filter(([, users]) => users.length > 0)),
        write: new Map([...table.write].filter(([, one]) => !isGone(one))),
    };
}
function overlap(a, b) {
    return a === b || (0,kernel/* isWithin */.UO)(a, b) || (0,kernel/* isWithin */.UO)(b, a);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function record(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}
function list(value) {
    return Array.isArray(value) ? value : [value];
}
function user(value, file) {
    const { pid, cmd } = record(value) ?? {};
    if (typeof pid !== "number" || typeof cmd !== "string")
        throw damaged(file);
    return { pid, cmd };
}
function damaged(file) {
    return (0,kernel/* badInput */.AN)("rwlock-damaged", `${file} is not what DVC writes there`, {
        at: { file },
        found: "something else than a table of readers and writers",
        expected: '{"read": {…}, "write": {…}}',
        hint: "when no dvc and no mainline is running, remove the file",
    });
}

;// CONCATENATED MODULE: ./build/run/in-use.js







/** DVC's table of paths in use: `.dvc/tmp/rwlock`, itself guarded by a flock of `rwlock.lock`. */
class InUse {
    #root;
    #locks;
    #table;
    #self;
    /** What is noted for us. */
    #uses = new Set();
    #edits = new Turns();
    constructor({ root, pid, command }, locks) {
        this.#root = root;
        this.#locks = locks;
        this.#table = (0,external_node_path_.join)(root, ".dvc", "tmp", "rwlock");
        this.#self = { pid, cmd: command };
    }
    /** Whether a command of ours is at work. */
    get isUsed() {
        return this.#uses.size > 0;
    }
    async check(use) {
        await this.#edit((table) => {
            this.#refuseBlocked(table, use);
            return table;
        });
    }
    async use(use, work) {
        await this.#edit((table) => {
            this.#refuseBlocked(table, use);
            this.#uses.add(use);
            return this.#withOwnUses(table);
        });
        try {
            return await work();
        }
        finally {
            this.#uses.delete(use);
            // what the command made must be saved, however long somebody else takes
            await this.#edit((table) => this.#withOwnUses(table), Number.POSITIVE_INFINITY);
        }
    }
    #withOwnUses(table) {
        const others = withoutUsers(table, ({ pid }) => pid === this.#self.pid);
        return [...this.#uses].reduce((sum, use) => withUse(sum, use, this.#self), others);
    }
    #edit(change, patienceMs) {
        return this.#edits.take(async () => {
            const guard = `${this.#table}.lock`;
            await this.#locks.take(guard, patienceMs);
            try {
                await this.#change(change);
            }
            finally {
                await this.#locks.giveBack(guard);
            }
        });
    }
    /** Those who died at work are forgotten. */
    async #change(change) {
        const text = await (0,promises_.readFile)(this.#table, "utf8").catch(absent);
        const before = parseUse(text, ".dvc/tmp/rwlock");
        const gone = await goneAmong(pidsIn(before));
        const after = formatUse(change(withoutUsers(before, ({ pid }) => gone.has(pid))));
        if (after !== formatUse(before))
            await replaceFile(this.#table, after);
    }
    #refuseBlocked(table, use) {
        const [first] = blockersOf(table, use, this.#self.pid);
        if (first === undefined)
            return;
        const [path, { pid, cmd }] = first;
        throw (0,kernel/* infrastructure */.Sv)("path-busy", `${this.#shown(path)} is in use by \`${cmd}\` (process ${pid})`, {
            at: { file: this.#shown(path) },
            found: `process ${pid}, which is running`,
            expected: "nobody else at work on it",
            hint: "wait until it has ended, then run again",
        });
    }
    #shown(path) {
        return path.startsWith(`${this.#root}/`) ? path.slice(this.#root.length + 1) : path;
    }
}
function absent(cause) {
    if (cause.code === "ENOENT")
        return null;
    throw cause;
}
async function goneAmong(pids) {
    const gone = new Set();
    for (const pid of pids)
        if (!(await isRunning(pid)))
            gone.add(pid);
    return gone;
}

;// CONCATENATED MODULE: ./build/run/patience.js



const PATIENCE_MS = 10_000;
const TRY_MS = 100;
const SILENT_MS = 2000;
/** Locks that are waited for. */
class PatientFlocks {
    #place;
    #flocks;
    #patienceMs;
    constructor(place, flocks) {
        this.#place = place;
        this.#flocks = flocks;
        this.#patienceMs = place.patienceMs ?? PATIENCE_MS;
    }
    /** Failure `dvc-busy` when somebody else holds it for longer than our patience. */
    async take(file, patienceMs = this.#patienceMs) {
        const { clock, progress, signal, pid } = this.#place;
        const start = clock.monotonic();
        let told = false;
        while (!(await this.#flocks.take(file, pid))) {
            const waited = clock.monotonic() - start;
            if (waited > patienceMs)
                throw await busy(file);
            if (!told && waited > SILENT_MS)
                progress.say(`waiting for ${await holderOf(file)}, which holds the project`);
            told ||= waited > SILENT_MS;
            signal.throwIfAborted();
            await clock.sleep(TRY_MS);
        }
    }
    giveBack(file) {
        return this.#flocks.giveBack(file);
    }
}
async function busy(file) {
    return (0,kernel/* infrastructure */.Sv)("dvc-busy", `the project is being changed by ${await holderOf(file)}`, {
        found: `a lock on ${file}`,
        expected: "nobody else at work in the project",
        hint: `wait until it has ended, then run again; if nothing is running, remove ${file}`,
    });
}
/** Whoever locks writes its process id into the file. */
async function holderOf(file) {
    const text = (await (0,promises_.readFile)(file, "utf8").catch(() => "")).trim();
    const pid = String(holderIn(text)?.pid ?? text);
    return /^\d+$/.test(pid) ? `process ${pid}` : "another dvc or mainline";
}

;// CONCATENATED MODULE: ./build/run/dvc-lock.js







/** After so long others who wait are let in between two of us: dvc itself waits for three seconds. */
const FAIR_MS = 1000;
const PAUSE_MS = 250;
/** Does work that changes a project while no dvc, and no other mainline, changes it: under DVC's own lock. Failure `dvc-busy`. */
async function lockedProject(place, work) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(place.root, ".dvc", "tmp"), { recursive: true });
    const flocks = await build_shell/* Flocks */.BZ.start(place.root);
    const locks = place.hardLinks === true ? new HardLinks(place.clock) : flocks;
    if (locks === null) {
        place.progress.warn("neither perl nor python3 is here: a dvc that runs at the same time is not noticed");
        return work(UNGUARDED);
    }
    try {
        const lock = new DvcLock(place, { locks, flocks });
        await lock.take();
        return await work(lock);
    }
    finally {
        locks.close();
        if (locks !== flocks)
            flocks?.close();
    }
}
/** For work that nothing else can meet. */
const UNGUARDED = {
    check: async () => { },
    use: (_use, work) => work(),
    rest: (work) => work(),
    hold: (work) => work(),
    lend: (_use, work) => work(),
    watch: () => () => { },
};
/**
 * DVC's two locks: the project's (flock of `.dvc/tmp/lock`, dvc/lock.py), held while files are changed, and the table of
 * paths in use. The project is locked once for all of us who are in it.
 */
class DvcLock {
    #place;
    /** Watches over commands; null where there is no helper. */
    #flocks;
    #locks;
    #inUse;
    #project;
    #changes = new Turns();
    #inside = 0;
    #lockedAt = null;
    /** Fulfilled when somebody else had the chance to come in. */
    #handOver = null;
    constructor(place, { locks, flocks }) {
        this.#place = place;
        this.#flocks = flocks;
        this.#locks = new PatientFlocks(place, locks);
        this.#inUse = new InUse(place, this.#locks);
        this.#project = (0,external_node_path_.join)(place.root, ".dvc", "tmp", "lock");
    }
    async take() {
        this.#inside++;
        await this.#changes.take(() => this.#lock());
    }
    check(use) {
        return this.#inUse.check(use);
    }
    use(use, work) {
        return this.#inUse.use(use, work);
    }
    async rest(work) {
        await this.#leave();
        try {
            return await work();
        }
        finally {
            await this.#enter();
        }
    }
    async hold(work) {
        try {
            await this.#enter();
            return await work();
        }
        finally {
            await this.#leave();
        }
    }
    lend(use, work) {
        return this.use(use, () => this.rest(work));
    }
    watch(group) {
        return this.#flocks?.watch(group) ?? (() => { });
    }
    /** However long somebody else takes. Counts also when it fails, as every leaving does. */
    async #enter() {
        if (this.#isOverdue())
            await this.#handedOver();
        this.#inside++;
        await this.#changes.take(() => this.#lock(Number.POSITIVE_INFINITY));
    }
    async #leave() {
        this.#inside--;
        await this.#changes.take(async () => {
            if (this.#inside > 0 || this.#lockedAt === null)
                return;
            this.#lockedAt = null;
            await this.#locks.giveBack(this.#project);
        });
        if (this.#inside === 0)
            this.#letOthersIn();
    }
    async #lock(patienceMs) {
        if (this.#lockedAt !== null)
            return;
        await this.#locks.take(this.#project, patienceMs);
        this.#lockedAt = this.#place.clock.monotonic();
    }
    /** Whether a command of ours that wants to come in itself might have waited for too long. */
    #isOverdue() {
        if (this.#handOver !== null)
            return true;
        if (this.#inside === 0 || this.#lockedAt === null || !this.#inUse.isUsed)
            return false;
        return this.#place.clock.monotonic() - this.#lockedAt > FAIR_MS;
    }
    #handedOver() {
        this.#handOver ??= Promise.withResolvers();
        return this.#handOver.promise;
    }
    #letOthersIn() {
        const asked = this.#handOver;
        if (asked === null)
            return;
        void this.#place.clock.sleep(PAUSE_MS).then(() => {
            if (this.#handOver === asked)
                this.#handOver = null;
            asked.resolve();
        });
    }
}

// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
;// CONCATENATED MODULE: ./build/run/failures.js

/** A stage's own command said no: no fault of the world's, but told like one. */
class CommandFailed extends Error {
    failure;
    constructor(failure) {
        super(failure.message);
        this.failure = failure;
    }
}
function commandFailed(stage, failure, log) {
    const { code, tail } = failure;
    const where = log.exists ? { log: log.file } : {};
    return new CommandFailed({
        message: howItFailed(stage, failure),
        at: stage.cmdPlace ?? stage.place,
        exitCode: code,
        tail,
        ...where,
    });
}
/** In a few words, what a command did. */
function howItFailed({ needs }, { command, code, signal, timedOut }) {
    const limit = needs?.timeoutMs ?? null;
    if (timedOut && limit !== null)
        return `\`${firstLine(command)}\` was ended after its timeout of ${(0,kernel/* formatDuration */.a3)(limit)}`;
    return `\`${firstLine(command)}\` ${signal === null ? `exited with ${code ?? "no code"}` : `was ended by ${signal}`}`;
}
function firstLine(command) {
    const [line = ""] = command.split("\n");
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
/** What is told of a stage that failed; anything that is no failure of the stage's is a bug of ours and goes on. */
function asStageFailure(stage, cause) {
    if (cause instanceof CommandFailed)
        return cause.failure;
    if (cause instanceof kernel/* Failure */.HR) {
        const { at = stage.place, hint } = cause.details;
        return { message: cause.message, at, exitCode: null, tail: "", ...(hint === undefined ? {} : { hint }) };
    }
    if (cause instanceof Error && "code" in cause && "syscall" in cause) {
        return asStageFailure(stage, (0,kernel/* infrastructure */.Sv)("disk", cause.message, { cause }));
    }
    throw cause;
}
function blockedFailure({ stage, why }) {
    return { message: why.map(blockage).join("; "), at: stage.place, exitCode: null, tail: "" };
}
function blockage({ kind, path, name, file, stage }) {
    if (kind === "parameter")
        return `parameter ${name ?? ""} is missing from ${file ?? ""}`;
    if (kind === "upstream")
        return `${stage ?? ""} before it is blocked`;
    return `${path ?? ""} is missing and nothing makes it`;
}

;// CONCATENATED MODULE: ./build/run/outputs.js







/** Before a command runs its outputs go, so that none can be an old one; those that persist only become writable. */
async function clearOutputs(stage, shop) {
    for (const out of stage.outs) {
        const path = (0,external_node_path_.join)(shop.root, localPath(stage, out));
        if (!out.persist)
            await (0,promises_.rm)(path, { recursive: true, force: true });
        else if (out.cache)
            await unprotect(path);
    }
}
/** A link into the cache becomes a file of its own: writing to it must not write to the cache. */
async function unprotect(path) {
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        return;
    if (stat.isDirectory()) {
        for (const name of (0,external_node_fs_.readdirSync)(path))
            await unprotect((0,external_node_path_.join)(path, name));
        return;
    }
    if (stat.isSymbolicLink() || stat.nlink > 1) {
        const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
        await (0,promises_.copyFile)(path, temporary);
        await (0,promises_.rename)(temporary, path);
    }
    await (0,promises_.chmod)(path, (0,external_node_fs_.lstatSync)(path).mode | 0o200);
}
/** What the stage made: hashed, ignored by git, in the cache. Failure when an output is not there. */
async function saveOutputs(stage, shop, options) {
    const saved = [];
    // before anything is moved
    for (const out of stage.outs)
        await refuseTracked(localPath(stage, out), out, shop);
    for (const out of stage.outs)
        saved.push(await saveOutput(stage, out, { shop, ...options }));
    return saved;
}
async function saveOutput(stage, out, saving) {
    const { shop } = saving;
    const path = localPath(stage, out);
    if (out.cache && (0,plan/* isOutside */._K)(path))
        throw cachedOutside(stage, out);
    await ignoreInGit(path, out, shop);
    const content = await currentContent(stage, out, shop);
    if (content === null)
        throw notMade(stage, out);
    if (content.size === 0n)
        shop.progress.warn(`output ${path} of ${stage.address} is empty`);
    const kept = out.cache ? saving.commit : saving.keepUncached;
    // an uncached file stays the user's own: never a link to the cache's object
    const linked = kept && (await store(path, content, out.cache ? shop : { ...shop, linkTypes: ["copy"] }));
    if (out.cache && saving.commit && !linked)
        await relink(path, content, shop);
    return (0,manifest/* keepVersions */.H1)((0,plan/* recordOfOutput */.Id)(stage, out), (0,plan/* recorded */.t2)((0,plan/* recordedPath */.w_)(stage, out), content), null);
}
/** DVC keeps an unchanged output of the 2.x kind as it is; everything new is plain MD5. */
async function currentContent(stage, out, shop) {
    const path = localPath(stage, out);
    const before = (0,plan/* recordOfOutput */.Id)(stage, out);
    if (before?.hash === "md5-dos2unix" && before.oid !== null) {
        const now = await shop.observer.content(path, before.hash);
        if (now?.oid === before.oid && (await shop.cache.has(before.oid, before.hash)))
            return now;
    }
    return shop.observer.content(path, "md5");
}
/**
 * Takes a file or a directory of the workspace into the cache; a directory's listing comes last. True when what lies in the
 * workspace is known to be already what `relink` would make of it.
 */
async function store(path, { oid, hash }, shop) {
    if (hash !== "md5")
        return false;
    const absolute = (0,external_node_path_.join)(shop.root, path);
    const link = shop.linkTypes[0] === "hardlink";
    if (!(0,kernel/* isDirectoryOid */.ie)(oid)) {
        await shop.cache.add(absolute, oid, { link });
        return false;
    }
    const tree = shop.state.latestTree(absolute, oid) ?? (await shop.state.hashTree(absolute, shop.rulesFor(path)));
    const own = await shop.cache.addTree(absolute, tree, { link });
    return own && copies(shop.linkTypes);
}
/** Whether files are copies where the file system cannot share their bytes: where `addTree` tells of own files, it cannot. */
function copies(types) {
    return (types.find((type) => type !== "reflink") ?? "copy") === "copy";
}
/** Content that was just taken into the cache comes back as the kind of link that `cache.type` asks for, in a fresh mode. */
function relink(path, content, shelf) {
    return put(path, content, { shelf, previous: content.oid });
}
/** Makes the path hold this content, whatever is there now. */
function place(path, content, shelf) {
    return put(path, content, { shelf, previous: null });
}
async function put(path, { oid, hash, isexec }, { shelf, previous }) {
    const rules = shelf.rulesFor(path);
    const options = { types: shelf.linkTypes, state: shelf.state, hash, rules, previous };
    await shelf.cache.place(oid, (0,external_node_path_.join)(shelf.root, path), {
        ...options,
        relink: true,
        force: true,
        exec: isexec === true,
    });
}
/** DVC's line in the `.gitignore` beside a cached output. Failure when git tracks it already. */
async function ignoreInGit(path, out, shop) {
    if (shop.git === null || !isGitToIgnore(path, out))
        return;
    await refuseTracked(path, out, shop);
    await shop.git.ignore(path);
}
async function refuseTracked(path, out, { git }) {
    if (git === null || !isGitToIgnore(path, out) || !(await git.tracks(path)))
        return;
    throw (0,kernel/* badInput */.AN)("output-in-git", `output \`${path}\` is tracked by git already`, {
        at: out.place,
        hint: `git rm -r --cached '${path}' && git commit -m "stop tracking ${path}"`,
    });
}
function isGitToIgnore(path, out) {
    return out.cache && !(0,plan/* isOutside */._K)(path);
}
function localPath(stage, out) {
    if (out.at !== null)
        return out.at;
    throw (0,kernel/* badInput */.AN)("external-output", `stage \`${stage.address}\` writes to \`${out.path}\`, which is not a path here`, {
        at: out.place,
        hint: `run it with dvc for now: dvc repro ${stage.address}`,
    });
}
function notMade(stage, out) {
    return (0,kernel/* badInput */.AN)("output-missing", `stage \`${stage.address}\` did not make its output \`${out.path}\``, {
        at: out.place,
        hint: "correct the command, or the path in outs",
    });
}
function cachedOutside(stage, out) {
    return (0,kernel/* badInput */.AN)("output-outside", `output \`${out.path}\` of stage \`${stage.address}\` lies outside the project`, {
        at: out.place,
        found: out.path,
        expected: "a path in the project, or `cache: false`",
        hint: "let the command write below the project, or give the output `cache: false`",
    });
}

;// CONCATENATED MODULE: ./build/run/stage-log.js



const LONGEST_NAME = 150;
/** Everything that a stage's commands wrote in the last run, in a file of its own that begins with its first byte. */
class StageLog {
    file;
    #handle = null;
    /** What an earlier run left goes. */
    constructor(folder, address) {
        this.file = (0,external_node_path_.join)(folder, `${fileName(address)}.log`);
        (0,external_node_fs_.rmSync)(this.file, { force: true });
    }
    /** False while nothing was written. */
    get exists() {
        return this.#handle !== null;
    }
    write(chunk) {
        if (this.#handle === null) {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(this.file), { recursive: true });
            this.#handle = (0,external_node_fs_.openSync)(this.file, "w");
        }
        (0,external_node_fs_.writeSync)(this.#handle, typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    }
    close() {
        if (this.#handle !== null)
            (0,external_node_fs_.closeSync)(this.#handle);
    }
}
/** An address may hold anything (`foreach` goes over texts); a name of a file may not. */
function fileName(address) {
    const name = address.replace(/[^A-Za-z0-9._@:-]/gu, (character) => Buffer.from(character).toString("hex").replace(/../g, "%$&"));
    if (name.length <= LONGEST_NAME && name !== "." && name !== "..")
        return name;
    return `${name.slice(0, LONGEST_NAME)}-${(0,external_node_crypto_.createHash)("sha256").update(address).digest("hex").slice(0, 12)}`;
}

;// CONCATENATED MODULE: ./build/run/attempts.js




const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** Runs a stage's commands until they end well, or have failed once more than the stage may try again. Throws `CommandFailed`. */
async function runToTheEnd(stage, shop, part) {
    const log = new StageLog(shop.logs, stage.address);
    const retries = stage.needs?.retries ?? 0;
    try {
        for (let attempt = 1;; attempt++) {
            part.begun(attempt);
            await clearOutputs(stage, shop);
            const failure = await shop.access.rest(() => runCommands(stage, shop, { ...part, log }));
            if (failure === null)
                return;
            if (shop.signal.aborted)
                throw interrupted(stage, failure);
            if (attempt > retries)
                throw commandFailed(stage, failure, log);
            await pause(shop, `${howItFailed(stage, failure)}: attempt ${attempt} of ${retries + 1}`, { attempt, log });
            if (shop.signal.aborted)
                throw interrupted(stage, failure);
        }
    }
    finally {
        log.close();
    }
}
function interrupted(stage, { code, tail }) {
    return new CommandFailed({ message: "interrupted", at: stage.cmdPlace ?? stage.place, exitCode: code, tail });
}
/** Twice as long each time: what failed for a moment's reason gets more than a moment. */
async function pause({ access, clock, progress, signal }, words, { attempt, log }) {
    const length = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
    const line = `${words}, again in ${length / 1000} s`;
    progress.say(line);
    log.write(`\n${line}\n`);
    await access.rest(() => Promise.race([clock.sleep(length), aborted(signal)]));
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener("abort", () => resolve(), { once: true });
    });
}

;// CONCATENATED MODULE: ./build/run/stage.js





/** Runs a stage's command and records what came of it. Throws when it cannot; the lock file then keeps its old entry. */
async function executeStage(stage, shop, options) {
    const before = await dependencyRecords(stage, shop);
    await parameterValues(stage, shop);
    await shop.access.use(pathsOf(stage, shop), () => runToTheEnd(stage, shop, options));
    const entry = await saveStage(stage, shop, options);
    warnOfChanges(stage, before, { entry, shop });
    await shop.records.add(stage, entry);
}
/** Places a known result instead of running. Like a run it leaves an entry in the run cache. */
async function restoreStage({ stage, result }, shop, options) {
    if (result === null)
        throw new Error("a stage without a known result cannot be restored");
    await shop.access.check({ ...pathsOf(stage, shop), read: [] });
    for (const out of stage.outs) {
        const path = localPath(stage, out);
        const content = contentIn(result, (0,plan/* recordedPath */.w_)(stage, out));
        if (content === null)
            throw new Error(`${stage.address}: the known result lacks ${out.path}`);
        if (!out.cache && (await shop.observer.content(path, content.hash))?.oid === content.oid)
            continue;
        const types = out.cache ? shop.linkTypes : ["copy"];
        await place(path, content, { ...shop, linkTypes: types });
        await ignoreInGit(path, out, shop);
    }
    if (isForRunCache(stage, options))
        await remember(result, shop);
    await shop.records.add(stage, result);
}
/** Places what a stage that never runs records and the workspace lacks. Failure `output-lost` where the cache lacks it, too. */
async function bringBack(stage, shop) {
    for (const out of stage.outs) {
        const path = localPath(stage, out);
        const before = (0,plan/* recordOfOutput */.Id)(stage, out);
        if ((await shop.observer.content(path, before?.hash ?? "md5")) !== null)
            continue;
        if (before === null || before.oid === null || !(await shop.observer.stored(before.oid, before.hash))) {
            throw outputLost(stage, out);
        }
        await place(path, asContent(before), out.cache ? shop : { ...shop, linkTypes: ["copy"] });
    }
}
/** Hashes, caches and records what lies in the workspace, as the result of the stage: what follows a run, and what DVC does for changed data. */
async function saveStage(stage, shop, options) {
    const keepUncached = isForRunCache(stage, options);
    const deps = await dependencyRecords(stage, shop);
    const params = await parameterValues(stage, shop);
    const outs = await saveOutputs(stage, shop, { commit: !options.noCommit, keepUncached });
    if (stage.name === null)
        return { cmd: stage.cmd, deps, params: new Map(), outs };
    const entry = (0,plan/* lockEntry */.KF)({ stage, deps, params, outs });
    if (keepUncached)
        await remember(entry, shop);
    return entry;
}
function isForRunCache(stage, { noCommit }) {
    return !noCommit && (0,plan/* reusable */.Ez)(stage) && stage.outs.every(({ cache, kind }) => cache || kind !== "out");
}
async function remember(entry, { runCache }) {
    const known = await runCache.has({ key: runCache.key(entry), value: runCache.digest(entry) });
    if (!known)
        await runCache.save(entry);
}
async function dependencyRecords(stage, shop) {
    const records = [];
    for (const dependency of stage.deps) {
        const path = (0,plan/* recordedPath */.w_)(stage, dependency);
        const before = (0,plan/* recordOfDependency */.yQ)(stage, dependency);
        if (dependency.at === null) {
            records.push((await externalRecord(stage, dependency, shop)) ?? before ?? (0,plan/* recorded */.t2)(path, null));
            continue;
        }
        const old = before?.hash === "md5-dos2unix" ? await shop.observer.content(dependency.at, before.hash, "dependency") : null;
        const same = old !== null && old.oid === before?.oid;
        const content = same ? old : await shop.observer.content(dependency.at, "md5", "dependency");
        if (content === null) {
            throw (0,kernel/* badInput */.AN)("dependency-missing", `stage \`${stage.address}\` needs \`${dependency.at}\`, which does not exist`, {
                at: dependency.place,
            });
        }
        records.push((0,plan/* recorded */.t2)(path, content));
    }
    return records;
}
/** Null for what a `.dvc` file was imported from: that stays as it is recorded. */
async function externalRecord(stage, dependency, { observer }) {
    const { external, path, place: at } = dependency;
    if (stage.cmd === null)
        return null;
    if (external === undefined || observer.external === undefined)
        throw externalDependency(stage, path);
    const now = await observer.external(external);
    if (now !== null)
        return (0,plan/* recorded */.t2)(path, now);
    throw (0,kernel/* badInput */.AN)("dependency-missing", `stage \`${stage.address}\` needs \`${path}\`, which does not exist`, { at });
}
async function parameterValues(stage, shop) {
    const values = new Map();
    for (const dependency of stage.params) {
        const found = await shop.observer.values(dependency);
        const missing = dependency.keys.filter((key) => found?.has(key) !== true);
        if (found === null || missing.length > 0) {
            throw (0,kernel/* badInput */.AN)("parameters-missing", `stage \`${stage.address}\` reads parameters that are missing from ${dependency.at}`, {
                at: dependency.place,
                found: found === null ? `no file ${dependency.at}` : `no ${missing.join(", ")} in ${dependency.at}`,
            });
        }
        values.set((0,plan/* recordedPath */.w_)(stage, dependency), found);
    }
    return values;
}
/** DVC records a dependency as it is after the run; one that changed meanwhile may not be what the command read. */
function warnOfChanges(stage, before, { entry, shop }) {
    for (const { path, oid } of before) {
        const after = entry.deps.find((dependency) => dependency.path === path);
        if (after?.oid === oid)
            continue;
        shop.progress.warn(`${path} changed while stage ${stage.address} ran: its result may belong to the older content`);
    }
}
/** As DVC notes them: dependencies are read, outputs are written. */
function pathsOf({ deps, outs }, { root }) {
    const absolute = (items) => items.flatMap(({ at }) => (at === null ? [] : [(0,external_node_path_.join)(root, at)]));
    return { read: absolute(deps), write: absolute(outs) };
}
function contentIn(entry, path) {
    const found = entry.outs.find((out) => out.path === path);
    return found === undefined ? null : asContent(found);
}
function asContent({ oid, hash, isexec }) {
    if (oid === null)
        throw new Error("a known result has an output without an id");
    return { oid, hash, ...(isexec === undefined ? {} : { isexec }) };
}
function outputLost(stage, { path, place }) {
    return (0,kernel/* badInput */.AN)("output-lost", `\`${path}\` of frozen stage \`${stage.address}\` is neither here nor in the cache`, {
        at: place,
        hint: "mainline pull, or take `frozen` away so that the stage can make it",
    });
}
function externalDependency(stage, path) {
    return (0,kernel/* badInput */.AN)("external-dependency", `stage \`${stage.address}\` depends on \`${path}\`, which mainline cannot read yet`, {
        at: stage.place,
        hint: `run it with dvc for now: dvc repro ${stage.address}`,
    });
}

;// CONCATENATED MODULE: ./build/run/supply.js


/** `--pull`: before a stage runs, or turns out to be impossible, the remote is asked for what is missing. */
async function pulled(planned, need) {
    const { stage, action } = planned;
    if (action === "blocked") {
        await bringDependencies(stage, need);
        await bringOutputs(stage, need.supply);
        return pulledOnce(await need.judge(), need);
    }
    return pulledOnce(planned, need);
}
async function pulledOnce(planned, need) {
    const { stage, action, why } = planned;
    if (action !== "run" || stage.cmd === null)
        return planned;
    if (why.length > 0 &&
        why.every(({ kind, change }) => kind === "missing" || (kind === "output" && change === "deleted"))) {
        return withOutputs(planned, need);
    }
    if (!(0,plan/* reusable */.Ez)(stage))
        return planned;
    const inputs = await (0,plan/* inputsNow */.Co)(stage, need.shop.observer);
    if (inputs === null)
        return planned;
    const key = need.shop.runCache.key(inputs);
    await need.supply.runs([key]);
    const [newest] = await need.shop.runCache.find(key);
    if (newest === undefined)
        return planned;
    await need.supply.objects(newest.outs.flatMap(({ oid, hash }) => (oid === null ? [] : [{ oid, hash }])));
    return need.judge();
}
/** Only data is absent: with it the stage is up to date, whatever else DVC asks of a restored one. */
async function withOutputs(planned, { supply, shop }) {
    const { stage } = planned;
    await bringOutputs(stage, supply);
    for (const out of stage.outs) {
        const record = (0,plan/* recordOfOutput */.Id)(stage, out);
        if (record?.oid == null)
            return planned;
        const inGit = !out.cache && out.at !== null ? await shop.observer.content(out.at, record.hash) : null;
        if (inGit?.oid !== record.oid && !(await shop.observer.stored(record.oid, record.hash)))
            return planned;
    }
    return { ...planned, action: "restore", result: stage.lock, source: "lock" };
}
async function bringOutputs(stage, supply) {
    const records = stage.outs.map((out) => (0,plan/* recordOfOutput */.Id)(stage, out));
    await supply.objects(records.flatMap((record) => (record?.oid == null ? [] : [{ oid: record.oid, hash: record.hash }])));
}
/** Places what a stage is about to read, where it is absent and known. */
async function placeDependencies(stage, { graph, shop }) {
    await bringDependencies(stage, { graph, shop, supply: shop.supply });
}
/** Places the recorded data of the stages before, where it is absent. */
async function bringDependencies(stage, { graph, supply, shop }) {
    for (const before of graph.upstream(stage)) {
        if (supply !== null)
            await bringOutputs(before, supply);
        for (const out of before.outs) {
            const record = (0,plan/* recordOfOutput */.Id)(before, out);
            if (out.at === null || record?.oid == null || !out.cache)
                continue;
            const absent = (await shop.observer.content(out.at, record.hash)) === null;
            if (absent && (await shop.observer.stored(record.oid, record.hash))) {
                await place(out.at, { ...record, oid: record.oid }, shop);
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/run/attend.js




/** A verdict is out of date when a stage had to wait this long for its part of the machine. */
const FRESH_MS = 1000;
/** A stage's turn has come: everything that it needs is done. Never throws for what is the stage's own failure. */
async function attend(turn, run) {
    const { stage } = turn;
    try {
        const report = await bringUpToDate(turn, run);
        if (report.outcome === "failed")
            dropFollowers(stage, run);
        else if (hasChanged(report) && run.options.forceDownstream) {
            for (const next of run.graph.downstream(stage))
                run.forced.add(next);
        }
        return report;
    }
    catch (cause) {
        const failure = asStageFailure(stage, cause);
        dropFollowers(stage, run);
        return { address: stage.address, outcome: "failed", seconds: 0, why: [], failure };
    }
}
/** As for DVC, whether its command ran or its result was known. */
function hasChanged({ outcome }) {
    return outcome === "executed" || outcome === "restored";
}
async function bringUpToDate(turn, run) {
    const look = async () => {
        const planned = leftOut(turn.stage, run) ?? (await judged(turn.stage, run));
        return "outcome" in planned || hasToRun(planned) ? planned : settle(planned, run);
    };
    const looked = await (run.company === null ? look() : run.company.seats.take(look));
    return "outcome" in looked ? looked : afterTwins(looked, turn, run);
}
/** What is told of a stage that is not begun any more; null for one that may. */
function leftOut(stage, { dropped, shop }) {
    const skipped = { address: stage.address, outcome: "skipped", seconds: 0, why: [] };
    const after = dropped.get(stage);
    if (after !== undefined)
        return { ...skipped, after: after.address };
    return shop.signal.aborted ? skipped : null;
}
async function judged(stage, run) {
    const { graph, shop, options, planned } = run;
    const { allowMissing = false } = options;
    const how = { data: !allowMissing, force: isForced(stage, run), runCache: options.runCache };
    const judge = () => allowMissing
        ? (0,plan/* judgeAmong */.EN)(stage, { graph, observer: shop.observer, planned }, how)
        : (0,plan/* judgeNow */.CS)(stage, shop.observer, how);
    const found = shop.supply === null ? await judge() : await pulled(await judge(), { ...run, judge, supply: shop.supply });
    const asRecorded = found.action === "none" || found.action === "frozen";
    planned.set(stage, asRecorded ? found : { ...found, action: "none", result: null });
    return found;
}
function isForced(stage, { options, forced }) {
    return options.force || forced.has(stage);
}
function hasToRun({ action, stage }) {
    return (action === "run" || action === "maybe") && stage.cmd !== null;
}
/** Everything but running a command. */
async function settle(planned, run) {
    const { shop, options } = run;
    const { stage, action, why } = planned;
    const base = { address: stage.address, seconds: 0, why };
    switch (action) {
        case "none":
            return { ...base, outcome: "unchanged" };
        case "restore":
            await restoreStage(planned, shop, options);
            return { ...base, outcome: "restored", ...(planned.source === undefined ? {} : { source: planned.source }) };
        case "frozen":
            await keepFrozen(planned, run);
            return { ...base, outcome: "frozen" };
        case "blocked":
            return { ...base, outcome: "failed", failure: blockedFailure(planned) };
        case "run":
        case "maybe":
            // changed data becomes what its `.dvc` file records, as `dvc repro` does it
            await shop.records.add(stage, await saveStage(stage, shop, options));
            return { ...base, outcome: "executed" };
    }
}
/** DVC takes what a changed frozen stage has in the workspace for its result; what is absent comes from the cache. */
async function keepFrozen({ stage, why, result }, run) {
    const { shop, options } = run;
    if (options.allowMissing !== true)
        await bringBack(stage, shop);
    const absent = result?.outs.some((out) => out.oid === null) ?? true;
    const changed = why.length > 0 || isForced(stage, run);
    if (!changed || (options.allowMissing === true && absent))
        return;
    await shop.records.add(stage, await saveStage(stage, shop, options));
}
/** Another stage may be at work on the very result: then this one is judged again when it is there. */
async function afterTwins(planned, turn, run) {
    const { options, company, shop } = run;
    const { stage } = turn;
    const shares = options.runCache && !options.noCommit && !isForced(stage, run);
    const name = shares && company !== null ? await company.twins.nameOf(stage, shop) : null;
    if (company === null || name === null)
        return inItsPlace(planned, turn, run);
    const other = company.twins.atWork(name);
    if (other !== null) {
        await shop.access.rest(() => other);
        return bringUpToDate(turn, run);
    }
    const end = company.twins.begin(name);
    return inItsPlace(planned, turn, run).finally(end);
}
/** Waits for its part of the machine. */
async function inItsPlace(planned, turn, run) {
    const { shop } = run;
    const asked = shop.clock.monotonic();
    const share = await shop.access.rest(() => shop.slots.take(turn.stage, turn.rank));
    try {
        const waited = shop.clock.monotonic() - asked > FRESH_MS;
        const now = leftOut(turn.stage, run) ?? (waited ? await judged(turn.stage, run) : planned);
        if ("outcome" in now)
            return now;
        return await (hasToRun(now) ? carryOut(now, { ...run, share }) : settle(now, run));
    }
    finally {
        share.giveBack();
    }
}
async function carryOut({ stage, why }, run) {
    const { shop, company, share, options } = run;
    const start = shop.clock.monotonic();
    const lane = company?.tally.begin(stage.address) ?? null;
    const progress = lane ?? shop.progress;
    let attempts = 0;
    const part = { variables: share.variables, begun: (attempt) => (attempts = attempt) };
    const report = () => ({
        address: stage.address,
        seconds: (shop.clock.monotonic() - start) / 1000,
        why,
        ...(attempts > 1 ? { attempts } : {}),
    });
    try {
        if (share.scarce.length > 0)
            progress.warn(`${stage.address} asks for ${share.scarce.join(" and ")}: it runs alone`);
        if (options.allowMissing === true)
            await placeDependencies(stage, run);
        await executeStage(stage, { ...shop, progress }, { ...options, ...part });
        return { ...report(), outcome: "executed" };
    }
    catch (cause) {
        const failure = asStageFailure(stage, cause);
        if (lane !== null)
            lane.say(`failed: ${failure.message}`);
        return { ...report(), outcome: "failed", failure };
    }
    finally {
        lane?.close();
    }
}
function dropFollowers(stage, { graph, options, shop, dropped }) {
    if (options.ignoreErrors && !shop.signal.aborted)
        return;
    const followers = (each) => graph.downstream(each).filter((next) => !next.frozen);
    const all = !options.keepGoing || shop.signal.aborted;
    const waiting = all ? [...graph.stages] : [...followers(stage)];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (dropped.has(next) || next === stage)
            continue;
        dropped.set(next, stage);
        if (!all)
            waiting.push(...followers(next));
    }
}

;// CONCATENATED MODULE: ./build/run/seats.js
/** A room with so many seats: who finds none waits, in the order of coming. */
class Seats {
    #free;
    #waiting = [];
    constructor(count) {
        this.#free = count;
    }
    async take(work) {
        if (this.#free > 0)
            this.#free--;
        else
            await new Promise((resolve) => this.#waiting.push(resolve));
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free++;
            else
                next();
        }
    }
}

;// CONCATENATED MODULE: ./build/run/tally.js
/** Tells how many stages are still to come while some run. */
class Tally {
    #progress;
    #waiting;
    constructor(progress, stages) {
        this.#progress = progress;
        this.#waiting = stages;
    }
    /** A stage's command begins; what it says goes to the lane. */
    begin(title) {
        this.#tell(-1);
        const lane = this.#progress.lane(title);
        return {
            ...lane,
            close: () => {
                // its end is told by `end`, as that of every stage
                this.#tell(1);
                lane.close();
            },
        };
    }
    /** A stage is done, whatever came of it. */
    end() {
        this.#tell(-1);
    }
    #tell(change) {
        this.#waiting += change;
        this.#progress.live(this.#waiting > 0 ? `${this.#waiting} wait` : "");
    }
}

;// CONCATENATED MODULE: ./build/run/twins.js

/**
 * Stages whose inputs turn out to be the same: the run cache knows one result for both. Of those only the first runs, and
 * the others are restored from what it leaves, as it is when stages run one after the other.
 */
class Twins {
    /** Stages that another one resembles: whether they are twins shows when their inputs are there. */
    #alike;
    /** At work, by the name that the run cache has for their results. */
    #working = new Map();
    constructor(stages) {
        const groups = Map.groupBy(stages.filter(plan/* reusable */.Ez), shapeOf);
        this.#alike = new Set([...groups.values()].filter((group) => group.length > 1).flat());
    }
    /** The name of a stage's result; null where no twin is possible. */
    async nameOf(stage, { observer, runCache }) {
        if (!this.#alike.has(stage))
            return null;
        const inputs = await (0,plan/* inputsNow */.Co)(stage, observer);
        return inputs === null ? null : runCache.key(inputs);
    }
    /** The end of the stage that is at work on this result; null where none is. */
    atWork(name) {
        return this.#working.get(name) ?? null;
    }
    /** Says that a stage is at work on this result. The returned function says that it has ended. */
    begin(name) {
        const { promise, resolve } = Promise.withResolvers();
        this.#working.set(name, promise);
        return () => {
            this.#working.delete(name);
            resolve();
        };
    }
}
function shapeOf(stage) {
    const paths = (items) => items.map((item) => (0,plan/* recordedPath */.w_)(stage, item)).sort();
    return JSON.stringify([stage.cmd, paths(stage.deps), paths(stage.outs)]);
}

;// CONCATENATED MODULE: ./build/run/execute.js





/** So many stages are looked at at a time: each keeps a few files open. */
const LOOKED_AT = 32;
/** The graph of a job, and its stages as they run one after the other. Failures of `graphFor`. */
function orderOf({ project, selection }) {
    const graph = (0,plan/* graphFor */.Yo)(project.stages, selection);
    return { graph, order: (0,plan/* inOrder */.al)(graph, selection) };
}
/**
 * Brings the selected stages up to date, each judged when its turn comes. What is done stays done: every stage's result is
 * recorded before one that needs it begins, and a kill at any moment leaves files whole.
 */
async function execute(job, shop) {
    const start = shop.clock.monotonic();
    const { graph, order } = orderOf(job);
    const [planned, forced, dropped] = [new Map(), new Set(), new Map()];
    const run = { graph, options: job.options, shop, planned, forced, dropped, company: null };
    const stages = job.options.jobs === 1 || isChain(order, graph) ? await oneByOne(order, run, job) : await atOnce(order, run, job);
    return { stages, seconds: (shop.clock.monotonic() - start) / 1000 };
}
/** Whether no two commands could run at the same time: then each has the whole screen. */
function isChain(order, graph) {
    const commands = order.filter(({ cmd }) => cmd !== null);
    return commands.every((stage, index) => {
        const before = commands[index - 1];
        return before === undefined || graph.upstream(stage).includes(before);
    });
}
async function oneByOne(order, run, { progress }) {
    const reports = [];
    for (const [rank, stage] of order.entries()) {
        const end = progress.group(stage.address);
        reports.push(await attend({ stage, rank }, run).finally(end));
    }
    return reports;
}
/**
 * Every stage as soon as it may: two that touch the same path come one after the other, as they would without the others;
 * all the rest does not wait.
 */
async function atOnce(order, alone, { progress }) {
    const { access } = alone.shop;
    const tally = new Tally(progress, order.length);
    const run = { ...alone, company: { twins: new Twins(order), seats: new Seats(LOOKED_AT), tally } };
    const ranks = new Map(order.map((stage, rank) => [stage, rank]));
    const ends = [];
    for (const [rank, stage] of order.entries()) {
        const before = neighbours(run.graph, stage).flatMap((other) => ends[ranks.get(other) ?? order.length] ?? []);
        const turn = Promise.all(before).then(() => access.hold(() => attend({ stage, rank }, run)));
        ends.push(turn.finally(() => tally.end()));
    }
    return access.rest(() => Promise.all(ends));
}
/** A stage is pushed after those before it: who is not there yet comes later, and waits itself. */
function neighbours(graph, stage) {
    return [...graph.upstream(stage), ...graph.downstream(stage)];
}

// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var build_store = __webpack_require__(68511);
;// CONCATENATED MODULE: ./build/run/git-lines.js





/**
 * What git says about the outputs of a run, and DVC's lines that keep them out of it. Git is asked once about all of them,
 * and again when its index or a `.gitignore` was changed by somebody else.
 */
class GitLines {
    #place;
    /** One writer for all `.gitignore`. */
    #turns = new Turns();
    #tracked = null;
    #ignored = null;
    /** The `.gitignore` files as they were when git was asked, or as we left them. */
    #stamps = new Map();
    constructor(place) {
        this.#place = place;
    }
    /** Whether git tracks the path, or something below it. */
    async tracks(path) {
        const { eye, outputs } = this.#place;
        const stamp = stampOf(eye.indexFile);
        if (this.#tracked?.stamp !== stamp)
            this.#tracked = { stamp, paths: eye.tracked(outputs) };
        const tracked = await this.#tracked.paths;
        if (tracked.size === 0)
            return false;
        return tracked.has(path) || [...tracked].some((each) => (0,kernel/* isWithin */.UO)(each, path));
    }
    /** DVC's line in the `.gitignore` beside an output, unless git ignores it already. */
    ignore(path) {
        return this.#turns.take(async () => {
            const ignored = await this.#ignoredNow(path);
            if (ignored.has(path))
                return;
            const output = (0,external_node_path_.join)(this.#place.root, path);
            const { file, line } = (0,build_store/* gitignoreOf */._C)(output);
            await (0,build_store/* ensureGitignore */.LA)(output, () => this.#place.added(file, line));
            // the line means this one name: what was said of the others stays true
            this.#stamps.set(file, stampOf(file));
            ignored.add(path);
        });
    }
    async #ignoredNow(path) {
        const onTheWay = this.#gitignoresAbove(path);
        const isKnown = this.#ignored !== null && onTheWay.every((file) => this.#stamps.get(file) === stampOf(file));
        if (!isKnown) {
            const { eye, outputs } = this.#place;
            for (const file of new Set(outputs.flatMap((output) => this.#gitignoresAbove(output)))) {
                this.#stamps.set(file, stampOf(file));
            }
            this.#ignored = eye.ignored(outputs);
        }
        return (await this.#ignored) ?? new Set();
    }
    /** Every `.gitignore` that has a say about the path, up to the top of the working tree. */
    #gitignoresAbove(path) {
        const { root, eye } = this.#place;
        const files = [];
        for (let folder = (0,external_node_path_.dirname)((0,external_node_path_.join)(root, path));; folder = (0,external_node_path_.dirname)(folder)) {
            files.push((0,external_node_path_.join)(folder, ".gitignore"));
            if (folder === eye.top || folder === (0,external_node_path_.dirname)(folder))
                return files;
        }
    }
}
function stampOf(file) {
    const stat = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false, bigint: true });
    return stat === undefined ? "" : `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`;
}

;// CONCATENATED MODULE: ./build/run/newcomers.js





/**
 * Stages that run at the same time end in any order; what they add to a file (an entry of dvc.lock, a line of .gitignore)
 * stands in the order in which they would have ended one after the other, as DVC runs them. What a run added is noted before
 * it is written, so that the run after one that was killed or failed goes on in the same order.
 */
class Newcomers {
    #notes;
    /** By `nameOf`: which comes first when stages run one after the other. */
    #ranks;
    /** By `nameOf`: added by this run, or by one before it that did not come to its end. */
    #added;
    #handle = null;
    constructor(notes, ranks) {
        this.#notes = notes;
        this.#ranks = ranks;
        this.#added = new Set(readNotes(notes));
    }
    /** `root` is the DVC root, `order` the stages as they would run one after the other, `notes` a file of ours. */
    static async open(root, order, notes) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(notes), { recursive: true });
        return new Newcomers(notes, ranksOf(root, order));
    }
    /** Adds a key to a file; the answer says which others it goes before. */
    add(file, key) {
        const rank = this.#ranks.get(newcomers_nameOf(file, key));
        if (rank === undefined)
            return () => false;
        this.#note(newcomers_nameOf(file, key));
        return (other) => {
            const name = newcomers_nameOf(file, other);
            return this.#added.has(name) && (this.#ranks.get(name) ?? -1) > rank;
        };
    }
    /** `isWhole`: nothing is left over for a run after this. */
    async close(isWhole) {
        if (this.#handle !== null)
            (0,external_node_fs_.closeSync)(this.#handle);
        this.#handle = null;
        if (isWhole)
            await (0,promises_.rm)(this.#notes, { force: true });
    }
    #note(name) {
        if (this.#added.has(name))
            return;
        this.#added.add(name);
        this.#handle ??= (0,external_node_fs_.openSync)(this.#notes, "a");
        (0,external_node_fs_.writeSync)(this.#handle, `${JSON.stringify(name)}\n`);
    }
}
function ranksOf(root, order) {
    const ranks = new Map();
    for (const stage of order) {
        if (stage.name !== null)
            ranks.set(newcomers_nameOf((0,external_node_path_.join)(root, resultFile(stage)), stage.name), ranks.size);
        for (const { at, cache } of stage.outs) {
            if (at === null || !cache)
                continue;
            const { file, line } = (0,build_store/* gitignoreOf */._C)((0,external_node_path_.join)(root, at));
            ranks.set(newcomers_nameOf(file, line), ranks.size);
        }
    }
    return ranks;
}
function newcomers_nameOf(file, key) {
    return `${file}\0${key}`;
}
/** Only a hint about order: what is damaged is passed over. */
function readNotes(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "utf8").split("\n").flatMap(readNote);
    }
    catch {
        return [];
    }
}
function readNote(line) {
    try {
        const name = JSON.parse(line);
        return typeof name === "string" ? [name] : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/run/slots.js

/** Hands out the machine: the stage that would be first one after the other comes first, where it fits. */
class Slots {
    #capacity;
    #free;
    #waiting = [];
    #all = null;
    constructor(capacity) {
        this.#capacity = capacity;
        const { jobs, cpus, memory } = capacity;
        this.#free = { jobs: jobs ?? Number.POSITIVE_INFINITY, cpus, memory, devices: [] };
    }
    /** Failure `too-few-gpus` for what can never be. */
    async take({ needs, address }, rank) {
        const wanted = demandOf(needs, this.#capacity.jobs !== null);
        const all = wanted.gpus === 0 ? [] : await this.#devices();
        if (needs !== undefined && typeof wanted.gpus === "number" && wanted.gpus > all.length) {
            throw tooFewGpus(address, needs, all);
        }
        const demand = this.#withinReach(wanted);
        const devices = await this.#turn(rank, demand);
        let isTaken = true;
        return {
            variables: demand.told ? { CUDA_VISIBLE_DEVICES: devices.join(",") } : {},
            scarce: scarceOf(wanted, demand),
            giveBack: () => {
                if (isTaken)
                    this.#give(demand, devices);
                isTaken = false;
            },
        };
    }
    /** More cores or memory than there are mean all of them. */
    #withinReach(demand) {
        const { cpus, memory } = this.#capacity;
        return { ...demand, cpus: Math.min(demand.cpus, cpus), memory: Math.min(demand.memory, memory) };
    }
    async #devices() {
        const found = await this.#capacity.devices();
        if (this.#all === null) {
            this.#all = found;
            this.#free.devices = found;
        }
        return this.#all;
    }
    #turn(rank, demand) {
        return new Promise((start) => {
            this.#waiting = [...this.#waiting, { rank, demand, start }].sort((a, b) => a.rank - b.rank);
            this.#startWhatFits();
        });
    }
    #startWhatFits() {
        this.#waiting = this.#waiting.filter(({ demand, start }) => {
            if (!this.#fits(demand))
                return true;
            start(this.#carveOut(demand));
            return false;
        });
    }
    #fits({ cpus, memory, gpus }) {
        const { jobs, cpus: cores, memory: bytes, devices } = this.#free;
        const enough = gpus === "all" ? devices.length === (this.#all ?? []).length : devices.length >= gpus;
        return jobs >= 1 && cores >= cpus && bytes >= memory && enough;
    }
    #carveOut({ cpus, memory, gpus }) {
        const free = this.#free;
        const count = gpus === "all" ? free.devices.length : gpus;
        const devices = free.devices.slice(0, count);
        free.jobs -= 1;
        free.cpus -= cpus;
        free.memory -= memory;
        free.devices = free.devices.slice(count);
        return devices;
    }
    #give({ cpus, memory }, devices) {
        const free = this.#free;
        const back = new Set([...free.devices, ...devices]);
        free.jobs += 1;
        free.cpus += cpus;
        free.memory += memory;
        free.devices = (this.#all ?? []).filter((device) => back.has(device));
        this.#startWhatFits();
    }
}
/**
 * What is not said counts as one core and every GPU. Where somebody says how many run at a time, what is not said does not
 * count.
 */
function demandOf(needs, isCounted) {
    const { cpus = null, memory = null, gpus = null } = needs ?? {};
    return {
        cpus: cpus ?? (isCounted ? 0 : 1),
        memory: memory ?? 0,
        gpus: gpus ?? (isCounted ? 0 : "all"),
        told: gpus !== null,
    };
}
function scarceOf(wanted, got) {
    const cores = Number.isFinite(wanted.cpus) && wanted.cpus > got.cpus ? [`${wanted.cpus} cores (${got.cpus} are here)`] : [];
    const memory = wanted.memory > got.memory ? [`${gib(wanted.memory)} of memory (${gib(got.memory)} are here)`] : [];
    return [...cores, ...memory];
}
function gib(bytes) {
    return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
function tooFewGpus(address, { gpus, place }, all) {
    return (0,kernel/* badInput */.AN)("too-few-gpus", `stage \`${address}\` needs ${gpus} ${gpus === 1 ? "GPU" : "GPUs"}, and ${here(all.length)} here`, {
        at: place,
        found: all.length === 0 ? "no GPU" : all.join(","),
        expected: `${gpus} in CUDA_VISIBLE_DEVICES, or found by nvidia-smi`,
        hint: "run it on a machine that has them, name them with --gpus, or ask for fewer in meta.mainline",
    });
}
function here(count) {
    return count === 0 ? "none is" : `only ${count} ${count === 1 ? "is" : "are"}`;
}

;// CONCATENATED MODULE: ./build/run/index.js











/***/ })

};
