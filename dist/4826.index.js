export const id = 4826;
export const ids = [4826,8718,3163];
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

/***/ 18718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   p$: () => (/* binding */ usualVersion),
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* unused harmony export promoteAt */
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_act_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(300);
/* harmony import */ var _release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37799);
/* harmony import */ var _release_decide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77738);
/* harmony import */ var _release_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10124);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45315);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53348);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(39525);










/** Brings a version into an environment because a person says so. Answer "no" when policy forbids it or the deploy fails. */
async function promote(context, options) {
    return promoteAt((0,_release_images_js__WEBPACK_IMPORTED_MODULE_5__/* .withImages */ .n)(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_6__/* .openSite */ .c2)(context, options), options.know), options);
}
/** The same where the record is open already. */
async function promoteAt(site, options) {
    const state = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_8__/* .knownModel */ .t)(site, options.model);
    const version = options.version === null ? usualVersion(site, state, options.environment) : named(state, options.version);
    const move = await settle(() => decideAndAct(site, options, version.version), options.environment);
    await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_7__/* .publishStanding */ .w)(site, options.model);
    const fine = ["deployed", "kept", "planned"].includes(move.outcome) && !(0,_release_act_js__WEBPACK_IMPORTED_MODULE_2__/* .isHopeless */ .cs)(move);
    return {
        answer: fine ? "yes" : "no",
        document: { schema: "mainline.promote/1", plan: site.plan, model: options.model, digest: move.digest, move },
    };
}
/** Until nobody else was faster. */
async function settle(act, name) {
    for (let tries = 0; tries < 3; tries++) {
        const done = await act();
        if (done !== "lost")
            return done;
    }
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .infrastructure */ .Sv)("environment-contended", `${name} was changed by somebody else three times while we worked`, {
        hint: "see `mainline status`, then run again",
    });
}
async function decideAndAct(site, options, name) {
    const state = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L4)(site, options.model);
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_8__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const version = named(state, name);
    const about = { model: options.model, environment, version, declared: null };
    const { decision, approvals } = await (0,_release_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .decideNow */ .r)(site, {
        model: options.model,
        environment: options.environment,
        version,
        asked: options.force ? "force" : "explicit",
        ...(options.asked === undefined ? {} : { askedAt: options.asked }),
        breaksFreeze: options.breakFreeze !== null,
    });
    const { predicates } = decision;
    const rejected = state.rejections.has(version.version);
    if (environment.version === version.version && environment.hold === null && !rejected) {
        return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .keepUp */ .bD)(site, { ...about, predicates, reason: "" });
    }
    if (!decision.allow)
        return (0,_release_act_js__WEBPACK_IMPORTED_MODULE_2__/* .waiting */ .eg)(about, decision);
    const reason = reasonOf(options, predicates);
    const trailers = {
        ...(rejected ? { lifts: version.version } : {}),
        ...(0,_release_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .approvedTrailer */ .J)(approvals),
        ...(reason === "" ? {} : { reason }),
    };
    return (0,_release_carry_out_js__WEBPACK_IMPORTED_MODULE_3__/* .carryOut */ .u0)(site, { ...about, action: "deploy", trailers, predicates, reason });
}
/** What the environment before holds; the latest version where there is none before. */
function usualVersion(site, state, name) {
    const { config } = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_8__/* .configuredEnvironment */ .u)(site, state, name);
    const before = config?.after ?? null;
    const version = before === null ? (state.history.latest?.version ?? null) : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(state, before)?.version;
    if (version !== null && version !== undefined)
        return named(state, version);
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("nothing-to-promote", `there is no version of ${state.model} to promote to ${name}`, {
        found: before === null ? "no released version" : `nothing in ${before}`,
        hint: before === null ? "mainline release" : `mainline promote ${state.model} ${before}`,
    });
}
/** A rejected version is found here and judged by the decision, which has more to say about it. */
function named(state, version) {
    const found = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .explicitTarget */ .Id)(state, version, true);
    if ((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(found) === null)
        throw new Error("a version without a digest was accepted");
    return found;
}
/** For the record: why, and what was passed over. */
function reasonOf({ reason, force, breakFreeze }, predicates) {
    const waived = predicates.filter((predicate) => predicate.waived);
    const frozen = waived.some(({ name }) => name === "freeze") && breakFreeze !== null;
    const passed = waived.map((predicate) => predicate.reason).join("; ");
    const parts = [
        reason ?? "",
        frozen ? `breaking the freeze: ${breakFreeze}` : "",
        passed === "" ? "" : `${force ? "forced past" : "passing over"}: ${passed}`,
    ];
    return parts.filter((part) => part !== "").join(" · ");
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
