export const id = 7121;
export const ids = [7121,3163];
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

/***/ 57121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeDriver: () => (/* binding */ mergeDriver)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22712);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71496);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94738);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93163);







/** Merges a dvc.lock or a .dvc file for git. Answer "no" when conflicts are left, which stand in the file as git writes them. */
async function mergeDriver(context, { files, path, markerSize }) {
    const at = {
        base: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, files.base),
        ours: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, files.ours),
        theirs: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, files.theirs),
    };
    const texts = { base: await textAt(at.base), ours: await textAt(at.ours), theirs: await textAt(at.theirs) };
    const done = (await merged(context, texts, { path, markerSize })) ?? (await byLines(context, at, markerSize));
    if (done.text !== texts.ours)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(at.ours, done.text);
    const { by, taken, conflicts } = done;
    return {
        answer: conflicts.length > 0 ? "no" : "yes",
        document: { schema: "mainline.merge-driver/1", path, by, taken, conflicts },
    };
}
/** Null for what only lines can settle: a file that does not parse, or that changed in other ways than its kind does. */
async function merged(context, texts, { path, markerSize }) {
    const name = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path);
    if (name !== "dvc.lock" && !name.endsWith(".dvc"))
        throw notOurs(path);
    try {
        if (name !== "dvc.lock")
            return await byFiles(await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .openCache */ .bp)(context, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, path))), texts);
        const merge = (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .mergeLocks */ .t0)(texts, markerSize);
        return merge === null ? null : { by: "stages", ...merge };
    }
    catch (cause) {
        if (cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR && cause.kind === "input")
            return null;
        throw cause;
    }
}
async function byFiles(cache, texts) {
    const taken = [];
    const text = await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .mergeDotDvc */ .Pf)(texts, (sides) => mergeDirectory(cache, sides, taken));
    return text === null ? null : { by: "files", text, taken, conflicts: [] };
}
/** Null when a listing is not here, when one file was changed on both sides, or when the two cannot stand side by side. */
async function mergeDirectory(cache, { base, ours, theirs }, taken) {
    const [before, here, there] = await Promise.all([base, ours, theirs].map((side) => filesOf(cache, side)));
    if (before == null || here == null || there == null)
        return null;
    const { files } = (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeListings */ .WF)({ base: before, ours: here, theirs: there });
    if (files === null)
        return null;
    const listing = (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryListing */ .E3)(files);
    const bytes = Buffer.from(listing.text);
    // a file of one side may stand where the other has a folder
    if ((0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseListing */ ._S)(bytes) === null)
        return null;
    const known = new Set(here.map(key));
    taken.push(...files.filter((file) => !known.has(key(file))).map(({ relpath }) => relpath));
    await cache.addBytes(bytes, listing.oid);
    const { size: _size, nfiles: _nfiles, ...rest } = ours;
    const size = sizeOf({ base, ours, theirs }, { before, here, there });
    return { ...rest, oid: listing.oid, nfiles: BigInt(files.length), ...(size === null ? {} : { size }) };
}
function filesOf(cache, { oid, hash }) {
    return oid === null || !(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .isDirectoryOid */ .ie)(oid) || hash !== "md5" ? Promise.resolve(null) : cache.readListing(oid, hash);
}
/**
 * Listings tell no sizes: what each side changed adds up, unless both made the same change, which would count twice. Then the
 * size is left out, as DVC leaves it out where it does not know it.
 */
function sizeOf({ base, ours, theirs }, { before, here, there }) {
    const was = new Set(before.map(key));
    const [fresh, added] = [here.map(key).filter(isNew), new Set(there.map(key).filter(isNew))];
    const [kept, left] = [new Set(here.map(key)), new Set(there.map(key))];
    const alike = fresh.some((file) => added.has(file)) || [...was].some((file) => !kept.has(file) && !left.has(file));
    if (alike || base.size === undefined || ours.size === undefined || theirs.size === undefined)
        return null;
    return ours.size + theirs.size - base.size;
    function isNew(file) {
        return !was.has(file);
    }
}
function key({ relpath, oid }) {
    return `${oid} ${relpath}`;
}
async function byLines({ cwd }, files, markerSize) {
    const { text, conflicts } = await (0,_git_index_js__WEBPACK_IMPORTED_MODULE_3__/* .mergeText */ .oZ)(cwd, files, markerSize);
    return { by: "lines", text, taken: [], conflicts: Array.from({ length: conflicts }, (_, n) => `conflict ${n + 1}`) };
}
async function textAt(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    }
    catch (cause) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("merge-file-missing", `${file} cannot be read`, {
            found: cause instanceof Error ? cause.message : String(cause),
            expected: "the three files that git hands to a merge driver",
            hint: "let git call it: `git config merge.mainline.driver 'mainline merge-driver %O %A %B %P --marker-size %L'`",
            cause,
        });
    }
}
function notOurs(path) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("merge-not-ours", `${path} is no file that mainline merges`, {
        found: path,
        expected: "a dvc.lock or a .dvc file",
        hint: "name those alone in .gitattributes: `dvc.lock merge=mainline` and `*.dvc merge=mainline`",
    });
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
