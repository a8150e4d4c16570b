export const id = 6550;
export const ids = [6550,1805,4186];
export const modules = {

/***/ 96550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addFromElsewhere: () => (/* binding */ addFromElsewhere)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15325);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50443);
/* harmony import */ var _run_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56806);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68511);
/* harmony import */ var _add_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30029);
/* harmony import */ var _autostage_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8469);
/* harmony import */ var _externals_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(68070);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(40890);
/* harmony import */ var _placed_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(99441);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(93163);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(42312);















/**
 * `add --out` and `add --to-remote`: content from elsewhere is tracked at a path of the project. It is gathered in a folder
 * of its own first; killed before the end, the project knows nothing of it.
 */
async function addFromElsewhere(context, options) {
    return (0,_workspace_js__WEBPACK_IMPORTED_MODULE_13__/* .changeWorkspace */ .ub)(context, "add", async (workspace, access) => {
        const path = destination(context, workspace, options);
        await refuseTracked(workspace, path);
        await access.check({ read: [], write: [(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, path)] });
        const written = new Set();
        const gathered = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_13__/* .notesFolder */ .w4)(workspace.root), `elsewhere-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}`);
        const content = await (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .exclusively */ .G6)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_13__/* .notesFolder */ .w4)(workspace.root), "lock"), process.pid, async () => {
            try {
                return await take(context, workspace, { ...options, path, gathered, written });
            }
            finally {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(gathered, { recursive: true, force: true });
            }
        });
        const staged = await (0,_autostage_js__WEBPACK_IMPORTED_MODULE_9__/* .stageInGit */ .Q)(workspace, written);
        await workspace.state.save();
        const row = (0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .addedRow */ .jm)({ path, file: `${path}.dvc`, content, before: null });
        return { answer: "yes", document: { schema: "mainline.add/1", added: [row], ...(staged ? { staged: true } : {}) } };
    });
}
async function take(context, workspace, taking) {
    const { root } = workspace;
    const { path, gathered, written } = taking;
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(gathered, "data");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(gathered, { recursive: true });
    await bring(context, workspace, { source: taking.source, to: here });
    const relpath = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, here);
    const seen = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_11__/* .observeWorkspace */ .WI)({ ...workspace, ignore: { ignored: () => false, key: "elsewhere" } }).content(relpath, "md5");
    if (seen === null)
        throw nothingThere(taking.source);
    const { isexec: _, ...content } = seen;
    const cache = taking.toRemote ? new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .Cache */ .l2((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(gathered, "cache")) : workspace.cache;
    const shelf = { ...(0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .shelfOf */ .qR)(workspace), cache, rulesFor: () => ({ ignored: () => false, key: "elsewhere" }) };
    await (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .store */ .M_)(relpath, content, shelf);
    if (taking.toRemote)
        await send(workspace, cache, { ...taking, content });
    else {
        await (0,_run_index_js__WEBPACK_IMPORTED_MODULE_6__/* .place */ .ik)(path, content, (0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .shelfOf */ .qR)(workspace));
        await (0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .ignoreData */ .Z1)(workspace, path, written);
        await (0,_placed_js__WEBPACK_IMPORTED_MODULE_12__/* .rememberPlaced */ .fA)(workspace, [path]);
    }
    await (0,_add_js__WEBPACK_IMPORTED_MODULE_8__/* .writeDotDvc */ .mD)(workspace, { file: `${path}.dvc`, record: (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_5__/* .recorded */ .t2)((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path), content), written });
    return content;
}
async function send(workspace, cache, { remote, jobs, content }) {
    const to = await workspace.remote(remote);
    const { failed } = await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .push */ .VC)([content], { cache, remote: to, ...(jobs === null ? {} : { jobs }) });
    const [first] = failed;
    if (first === undefined)
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .infrastructure */ .Sv)("push-failed", `${failed.length} objects could not be sent to ${to.name}: ${first.reason}`, {
        hint: "nothing was recorded; the same command again goes on from there",
    });
}
async function bring(context, workspace, { source, to }) {
    if ((0,_externals_js__WEBPACK_IMPORTED_MODULE_10__/* .isAddress */ .PW)(source))
        return (0,_externals_js__WEBPACK_IMPORTED_MODULE_10__/* .bringExternal */ .yq)(context, workspace, { external: { url: source, remote: null }, to });
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(context.cwd, source);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(from, { throwIfNoEntry: false }) === undefined)
        throw nothingThere(source);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.cp)(from, to, { recursive: true, dereference: true });
}
/** Failure `in-the-way` where something is there already. */
function destination({ cwd }, workspace, options) {
    const { source, out, toRemote, force } = options;
    const name = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(source.replace(/[?#].*$/, "").replace(/\/+$/, ""));
    const named = out ?? name;
    const folder = out !== null && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(cwd, out), { throwIfNoEntry: false })?.isDirectory() === true;
    const absolute = folder ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(cwd, out), name) : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(cwd, named);
    const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(absolute) ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(workspace.root, absolute) : absolute);
    if ((0,_plan_index_js__WEBPACK_IMPORTED_MODULE_5__/* .isOutside */ ._K)(path) || path === ".") {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("outside", `${named} is not inside the project`, {
            found: path,
            expected: "a path below the DVC root",
        });
    }
    const taken = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(absolute, { throwIfNoEntry: false }) !== undefined && !(toRemote && out === null);
    if (!taken || force)
        return path;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("in-the-way", `${path} exists already`, {
        at: { file: path },
        hint: "another --out, or --force to replace it",
    });
}
/** What `add` would refuse for a path is refused here, too, though nothing may be there yet. */
async function refuseTracked(workspace, path) {
    const known = workspace.project.stages.find(({ file }) => file === `${path}.dvc`);
    if (known !== undefined)
        return;
    const target = await (0,_targets_js__WEBPACK_IMPORTED_MODULE_14__/* .addTarget */ .z)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, path), { absent: true });
    if (target.known === null)
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("overlapping-outputs", `${path} lies in what ${target.known.stage.address} tracks`, {
        at: target.known.out.place,
        hint: "another --out",
    });
}
function nothingThere(source) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("file-not-found", `${source} does not exist`, {
        found: "nothing there",
        expected: "a file or folder, or an http(s) address",
        hint: "paths count from the folder that you are in",
    });
}


/***/ }),

/***/ 68070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   nU: () => (/* binding */ externalEye),
/* harmony export */   yq: () => (/* binding */ bringExternal)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68511);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41805);



/** Looks at what stages read elsewhere, each thing once a command. */
function externalEye(context, { config }) {
    const seen = new Map();
    return (external) => {
        const key = `${external.remote ?? ""} ${external.url}`;
        const found = seen.get(key) ?? (0,_store_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t5)(placeOf(external, config), (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .surroundingsOf */ .ZD)(context));
        seen.set(key, found);
        return found;
    };
}
/** Whether a source is an address rather than a path. */
function isAddress(source) {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}
/** Copies something elsewhere to a path that is free. Failure `file-not-found`. */
async function bringExternal(context, { config }, { external, to }) {
    if (await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_1__/* .bring */ .VB)(placeOf(external, config), (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .surroundingsOf */ .ZD)(context), to))
        return;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("file-not-found", `${external.url} is not there`, {
        found: external.url,
        expected: "the address of a file",
    });
}
/** A depot speaks to a folder; the last part of the address is the blob in it. */
function placeOf({ url, remote }, { remotes }) {
    const at = url.lastIndexOf("/");
    const options = (remote === null ? undefined : remotes.get(remote)?.options) ?? new Map();
    return { config: { name: remote ?? url, url: url.slice(0, at), options }, key: url.slice(at + 1) };
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


/***/ })

};
