export const id = 5417;
export const ids = [5417,3163];
export const modules = {

/***/ 81596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ entryFormat)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94738);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84917);


/** Entries of the run cache: a lock entry as YAML, without schema and name. */
const entryFormat = {
    toValue: _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce,
    toText: (entry) => (0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .emitYaml */ .h2)((0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lockToValue */ .Ce)(entry)),
    fromText: (text, file) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLockEntry */ .zT)((0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .hN)(text, file)),
};


/***/ }),

/***/ 40890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ rulesFor),
/* harmony export */   S1: () => (/* binding */ observeRevision),
/* harmony export */   WI: () => (/* binding */ observeWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22712);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94738);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50443);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68511);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93163);









/** Entries beyond this many are not searched for one that might fit: then any may. */
const RUNS_SEARCHED = 4000;
const FILES_AT_ONCE = 16;
/** The workspace as it is when asked. */
function observeWorkspace(seen) {
    const stores = storesObserver(seen);
    const complete = new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .CompleteMemory */ .Rk(seen.cache, (0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .notesFolder */ .w4)(seen.root));
    return {
        content: (path, hash, as) => workspaceContent(seen, { path, named: as === "dependency" }, hash).catch((cause) => lostWithTheCache(cause, seen.cache)),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readParamValues */ .YP)(seen.tree, dependency),
        ...stores,
        stored: (oid, hash) => (hash === "md5" ? complete.holds(oid) : stores.stored(oid, hash)),
    };
}
/** With `cache.type` symlink what was placed leads nowhere when the cache has lost it: it is no more there than its object. */
function lostWithTheCache(cause, cache) {
    const link = cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR && cause.code === "broken-link" ? cause.details.at?.file : undefined;
    if (link !== undefined && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .isWithin */ .UO)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(link)), cache.dir))
        return null;
    throw cause;
}
/** A revision: what git holds is hashed, what DVC tracks is not there. */
function observeRevision(revision) {
    const { tree, assumeStored } = revision;
    const stores = storesObserver(revision);
    return {
        content: (path, hash, as) => hash === "md5" ? treeContent(revision, { path, named: as === "dependency" }) : Promise.resolve(null),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readParamValues */ .YP)(tree, dependency),
        ...stores,
        ...(assumeStored ? { stored: () => Promise.resolve(true) } : {}),
    };
}
/** `.dvcignore` for the inside of one directory. */
function rulesFor(ignore, directory) {
    return {
        ignored: (relpath, isDirectory) => ignore.ignored((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(directory, relpath), isDirectory),
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
            return newest !== undefined && (0,_store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .sameInputs */ .kO)(newest, inputs) ? newest : null;
        },
        mayKnowRun: async (inputs, open) => {
            runs ??= allRuns(runCache);
            return (await runs)?.some((entry) => (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_6__/* .fits */ .lA)(entry, inputs, open)) ?? true;
        },
    };
}
async function allRuns(runCache) {
    const keys = [...new Set((await runCache.names()).map(({ key }) => key))];
    if (keys.length > RUNS_SEARCHED)
        return null;
    return (await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .HN)(keys, FILES_AT_ONCE, (key) => runCache.find(key))).flat();
}
async function workspaceContent(seen, { path, named }, hash) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(seen.root, path);
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(absolute).catch(() => null);
    if (stats === null || (!named && seen.ignore.ignored(path, stats.isDirectory())))
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
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(seen.root, path);
    const hash = "md5-dos2unix";
    if (!isDirectory) {
        const { size, mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(absolute);
        const oid = await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .dos2unixHashFile */ .jD)(absolute);
        return { oid, hash, size: BigInt(size), ...((mode & 0o111) === 0 ? {} : { isexec: true }) };
    }
    const tree = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
    const entries = await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .HN)(tree.entries, FILES_AT_ONCE, async ({ relpath }) => ({
        relpath,
        oid: await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .dos2unixHashFile */ .jD)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(absolute, relpath)),
    }));
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .directoryListing */ .E3)(entries).oid, hash, size: tree.size, nfiles: tree.nfiles };
}
async function treeContent(revision, { path, named }) {
    const { tree, ignore } = revision;
    const kind = await tree.kind(path);
    if (kind === null || (!named && ignore.ignored(path, kind === "directory")))
        return null;
    if (kind === "file") {
        const bytes = await tree.read(path);
        if (bytes === null)
            return null;
        const exec = await isExecutable(tree, path);
        return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes), hash: "md5", size: BigInt(bytes.length), ...(exec ? { isexec: true } : {}) };
    }
    const files = await filesBelow(revision, path);
    const size = files.reduce((sum, file) => sum + file.size, 0n);
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .directoryListing */ .E3)(files).oid, hash: "md5", size, nfiles: BigInt(files.length) };
}
async function isExecutable(tree, path) {
    return (await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parentOf */ .gN)(path))).some(({ name, exec }) => exec && name === (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path));
}
async function filesBelow({ tree, ignore }, top, below = "") {
    const files = [];
    for (const { name, kind, link } of await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(top, below))) {
        const relpath = below === "" ? name : `${below}/${name}`;
        const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(top, relpath);
        if (ignore.ignored(path, kind === "directory"))
            continue;
        if (kind === "directory") {
            if (!link)
                files.push(...(await filesBelow({ tree, ignore }, top, relpath)));
            continue;
        }
        const bytes = await tree.read(path);
        if (bytes !== null)
            files.push({ relpath, oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes), size: BigInt(bytes.length) });
    }
    return files;
}


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

/***/ 41805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ surroundingsOf),
/* harmony export */   bl: () => (/* binding */ remoteConfig),
/* harmony export */   e1: () => (/* binding */ remoteOf),
/* harmony export */   vP: () => (/* binding */ openConfigured)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84917);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68511);




/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
async function remoteOf(context, config, name) {
    return openConfigured(context, remoteConfig(config, name ?? config.defaultRemote));
}
function openConfigured(context, config) {
    return (0,_store_index_js__WEBPACK_IMPORTED_MODULE_3__/* .openRemote */ .d3)(config, surroundingsOf(context));
}
function surroundingsOf({ machine, clock, progress, signal, writeOnce = false, budget, }) {
    return {
        home: machine.home,
        variables: machine.variables,
        clock,
        chance: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(2 ** 32) / 2 ** 32,
        warn: (line) => progress.warn(line),
        signal,
        writeOnce,
        ...(budget === undefined ? {} : { budget }),
    };
}
/** Failures `no-remote`, `unknown-remote`. */
function remoteConfig({ remotes }, name) {
    if (name === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("no-remote", "the project has no default remote", {
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
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-remote", `there is no remote \`${name}\``, {
        at: { file: ".dvc/config" },
        found: name,
        expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(name, names) ?? `${known}dvc remote add ${name} URL makes one`,
    });
}


/***/ }),

/***/ 86208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ selectedStages),
/* harmony export */   Q: () => (/* binding */ selectedOutputs)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94738);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50443);



/**
 * The stages that a plan or a run is about. Without targets: every stage of the project; from a folder below the root
 * that has a dvc.yaml, that file's stages and what they need, as for `dvc repro` there.
 */
function selectedStages({ project, here }, options) {
    const { targets, recursive = false, glob = false, pipeline = false } = options;
    if (options.allPipelines === true)
        return { targets: null };
    // as in DVC, whole pipelines leave no room for a choice within them
    const how = {
        single: options.singleItem === true && !pipeline,
        downstream: options.downstream === true && !pipeline,
        pipeline,
    };
    if (targets.length > 0) {
        const found = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveTargets */ .h5)(project, targets, { here, recursive, glob });
        return { ...how, targets: recursive && how.single ? inFileOrder(project, found) : found };
    }
    const own = project.stages.filter(({ file }) => file === (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(here, "dvc.yaml"));
    if (own.length > 0 && (here !== "." || how.single || how.downstream || how.pipeline))
        return { ...how, targets: own };
    return how.single ? { ...how, targets: inFileOrder(project, project.stages) } : { targets: null };
}
/** A folder says nothing about what comes first. */
function inFileOrder({ stages }, found) {
    return (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .inOrder */ .al)((0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .lenientGraph */ .g3)(stages), { targets: null }).filter((stage) => found.includes(stage));
}
/**
 * The cached outputs that targets name, by DVC's order of meanings: a stage of ./dvc.yaml or a file of stages, an output's
 * path or one inside it, a folder of stages. Without targets: all. Failure `unknown-target`.
 */
function selectedOutputs({ project, here }, targets, how = {}) {
    if (targets.length === 0)
        return project.stages.flatMap((stage) => outputsOf(stage));
    const found = targets.flatMap((target) => outputsNamed({ project, here }, target, how));
    return [...new Map(found.map((selected) => [`${selected.out.at ?? ""}\0${selected.part ?? ""}`, selected])).values()];
}
function outputsNamed({ project, here }, target, how) {
    const { stages } = project;
    const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(here, target);
    const inFolder = how.recursive === true ? (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .stagesInFolder */ .x)(stages, path) : [];
    if (inFolder.length > 0)
        return inFolder.flatMap(outputsOf);
    const named = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .stagesNamed */ .zw)(stages, target, { here });
    if (named.length > 0)
        return (how.withDeps === true ? withNeeds(stages, named) : named).flatMap(outputsOf);
    const parts = stages.flatMap((stage) => stage.outs.flatMap((out) => (out.at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, out.at) ? [{ stage, out, at: out.at }] : [])));
    if (parts.length === 0)
        throw (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownTarget */ .Ww)(stages, target, here);
    return parts
        .filter(({ out }) => out.cache)
        .map(({ stage, out, at }) => ({ stage, out, part: at === path ? null : path.slice(at.length + 1) }));
}
function withNeeds(stages, named) {
    const graph = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .lenientGraph */ .g3)(stages);
    const found = (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .spread */ .il)(named, (stage) => graph.upstream(stage));
    return stages.filter((stage) => found.has(stage));
}
function outputsOf(stage) {
    return stage.outs.filter((out) => out.cache && out.at !== null).map((out) => ({ stage, out, part: null }));
}


/***/ }),

/***/ 73793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ tellVersions),
/* harmony export */   t: () => (/* binding */ refusePush)
/* harmony export */ });
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94738);
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
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71496);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94738);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56806);
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


/***/ })

};
