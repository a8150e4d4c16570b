export const id = 1099;
export const ids = [1099];
export const modules = {

/***/ 81099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LANES: () => (/* reexport */ LANES),
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/flows/init/look.js
var look = __webpack_require__(95906);
// EXTERNAL MODULE: ./build/flows/init/merge-driver-setup.js
var merge_driver_setup = __webpack_require__(88184);
// EXTERNAL MODULE: ./build/compare/index.js + 12 modules
var compare = __webpack_require__(71212);
// EXTERNAL MODULE: ./build/flows/sides.js
var sides = __webpack_require__(17646);
;// CONCATENATED MODULE: ./build/flows/init/policy-text.js
const REFERENCE = "https://github.com/mainline-ml/mainline/blob/main/docs/reference/mainline-yaml.md";
const SHOWN = 5;
/** A mainline.yaml that decides nothing yet: every line is a comment, with the names of this project where it has some. */
function policyText({ models, metrics }) {
    const model = models[0] ?? "my-model";
    const metric = metrics[0] ?? "metrics.json:accuracy";
    return [
        "# What is released, when, and where to. Nothing counts until you take the `#` away; a pull request is judged by this file",
        "# as its base branch has it.",
        `# All keys: ${REFERENCE}`,
        "",
        models.length > 0
            ? `# Models: entries of \`artifacts:\` with \`type: model\` in dvc.yaml. Here: ${some(models)}.`
            : "# Models: entries of `artifacts:` with `type: model` in dvc.yaml. There are none here yet.",
        "# models:",
        `#   ${model}:`,
        "#     image: ghcr.io/OWNER/NAME # or oci:FOLDER, a folder in OCI image layout",
        "#     base: docker.io/library/python:3.12-slim",
        "#     code: [serve.py]",
        "#     command: [python3, serve.py]",
        "",
        metrics.length > 0
            ? `# Gates: what a pull request must keep. Metrics here: ${some(metrics)}.`
            : "# Gates: what a pull request must keep, by the metrics of dvc.yaml. There are none here yet.",
        "# gates:",
        `#   - metric: ${metric}`,
        "#     better: higher # or lower",
        "#     floor: 0.9 # never below",
        "#     drop: 1% # never worse than the base by more",
        "",
        "# Environments: where a released version runs, one after the other.",
        "# environments:",
        "#   dev:",
        "#     deploy: {command: [./deploy.sh, dev]} # or {process: {port: 8081}}, on this machine",
        "#     probe: http://127.0.0.1:8081 # Open Inference Protocol: the new version must answer there",
        "#   prod:",
        "#     after: dev",
        "#     soak: 2h # healthy in dev that long first",
        "#     deploy: {command: [./deploy.sh, prod]}",
        "#     probe: https://models.example.org",
        "",
    ].join("\n");
}
function some(names) {
    const rest = names.length - SHOWN;
    return names.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

;// CONCATENATED MODULE: ./build/flows/init/pieces.js







/** How pull requests are handled: in one workflow that also writes, or in one that runs and one that is trusted. */
const LANES = ["one", "two"];
const PULLS = {
    one: [
        {
            name: "mainline-pull-request.yml",
            template: "one-lane/mainline-pull-request.yml",
            purpose: "plans, runs, compares and judges pull requests",
        },
    ],
    two: [
        {
            name: "mainline-pull-request.yml",
            template: "two-lanes/mainline-pull-request.yml",
            purpose: "plans and runs pull requests, with nothing to steal",
        },
        {
            name: "mainline-report.yml",
            template: "two-lanes/mainline-report.yml",
            purpose: "checks what ran, judges it, writes comment and check",
        },
        {
            name: "mainline-comment.yml",
            template: "two-lanes/mainline-comment.yml",
            purpose: "does what comments below pull requests ask for",
        },
    ],
};
const OTHERS = [
    { name: "mainline-release.yml", template: "mainline-release.yml", purpose: "releases what is merged" },
    { name: "mainline-command.yml", template: "mainline-command.yml", purpose: "promote, roll back and status by hand" },
];
/** Everything that a repository needs to work with Mainline. `installDir`: where our templates lie. */
async function wantedPieces(ground, { installDir, lanes }) {
    const attributes = await (0,merge_driver_setup/* missingAttributes */.IY)(ground.git);
    return [
        ...(ground.workspace === null ? dvcProject() : []),
        ...(await workflows([...PULLS[lanes], ...OTHERS], { branch: ground.branch, installDir })),
        {
            kind: "starter",
            path: (0,kernel/* joinPath */.uJ)(ground.workspace?.below ?? ".", "mainline.yaml"),
            purpose: "models, gates and environments",
            text: policyText(await factsOf(ground.workspace)),
        },
        { kind: "lines", path: ".gitattributes", purpose: "git merges dvc.lock by stages", lines: attributes },
    ];
}
/** As `dvc init` leaves it (DVC 3.67.1). */
function dvcProject() {
    return [
        { kind: "starter", path: ".dvc/config", purpose: "DVC's settings", text: "" },
        {
            kind: "starter",
            path: ".dvc/.gitignore",
            purpose: "what of .dvc stays here",
            text: "/config.local\n/tmp\n/cache\n",
        },
        {
            kind: "starter",
            path: ".dvcignore",
            purpose: "what DVC leaves alone",
            text: "# Add patterns of files dvc should ignore, which could improve\n# the performance. Learn more at\n# https://dvc.org/doc/user-guide/dvcignore\n",
        },
    ];
}
async function workflows(wanted, { branch, installDir }) {
    return Promise.all(wanted.map(async ({ name, template, purpose }) => {
        const written = await (0,promises_.readFile)((0,external_node_path_.join)(installDir, "templates/workflows", template), "utf8");
        const text = written.replace("branches: [main] # your default branch", `branches: [${branchName(branch)}]`);
        return { kind: "template", path: `.github/workflows/${name}`, purpose, text };
    }));
}
/** As a flow list of YAML takes it. */
function branchName(name) {
    return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}
async function factsOf(workspace) {
    if (workspace === null)
        return { models: [], metrics: [] };
    const { files } = await (0,compare/* readMetrics */.Uw)((0,sides/* recordedSide */.ql)(workspace));
    return {
        models: workspace.project.artifacts.filter(({ type }) => type === "model").map(({ name }) => name),
        metrics: [...files].flatMap(([file, values]) => [...values].filter(([, leaf]) => isNumber(leaf)).map(([name]) => `${file}:${name}`)),
    };
}
function isNumber(leaf) {
    return typeof leaf === "number" || typeof leaf === "bigint";
}

;// CONCATENATED MODULE: ./build/flows/init.js







/**
 * Sets a repository up: workflows, mainline.yaml, the merge driver, and a DVC project where there is none. What somebody
 * wrote is never overwritten; run again, it changes nothing. Answer "no" when asked and refused.
 */
async function init(context, options) {
    const ground = await (0,look/* look */.O)(context);
    try {
        const lanes = options.lanes ?? (await lanesOf(ground));
        const pieces = await wantedPieces(ground, { installDir: context.machine.installDir, lanes });
        const changes = await Promise.all(pieces.map((piece) => changeFor(piece, ground)));
        const settings = await (0,merge_driver_setup/* driverSettings */.qb)(ground.git, options.program);
        const shown = documentOf(ground, { changes, settings, lanes });
        if (options.plan || isDone(shown))
            return { answer: "yes", document: shown };
        if (!(await options.agree(shown)))
            return { answer: "no", document: { ...shown, declined: true } };
        for (const { file, text } of changes)
            if (text !== null)
                await writeAt((0,external_node_path_.join)(ground.root, file.path), text);
        for (const { name, value, now } of settings)
            if (now === null)
                await ground.git.set(name, value);
        return { answer: "yes", document: { ...shown, applied: true } };
    }
    finally {
        ground.git.close();
        ground.workspace?.git?.close();
    }
}
async function changeFor(piece, { root, git }) {
    const { path, purpose } = piece;
    const there = await textAt((0,external_node_path_.join)(root, path));
    if (piece.kind === "lines")
        return extension(piece, there);
    if (there === null)
        return { file: { path, purpose, state: "new" }, text: piece.text };
    if (there === piece.text || piece.kind === "starter")
        return { file: { path, purpose, state: "unchanged" }, text: null };
    return { file: { path, purpose, state: "kept", diff: await git.diffAgainst(path, piece.text) }, text: null };
}
function extension({ path, purpose, lines }, there) {
    if (lines.length === 0)
        return { file: { path, purpose, state: "unchanged" }, text: null };
    const before = there === null || there === "" || there.endsWith("\n") ? (there ?? "") : `${there}\n`;
    const state = there === null ? "new" : "extended";
    return { file: { path, purpose, state, lines }, text: `${before}${lines.join("\n")}\n` };
}
/** One where a workflow for pull requests is there and none that reads its report. */
async function lanesOf({ root }) {
    const workflow = (name) => (0,external_node_path_.join)(root, ".github/workflows", name);
    const [pulls, report] = [workflow("mainline-pull-request.yml"), workflow("mainline-report.yml")];
    return (await textAt(pulls)) !== null && (await textAt(report)) === null ? "one" : "two";
}
function documentOf(ground, { changes, settings, lanes }) {
    return {
        schema: "mainline.init/1",
        applied: false,
        files: changes.map(({ file }) => file),
        settings: settings.map(settingRow),
        next: nextSteps(ground, changes, lanes),
    };
}
function settingRow({ name, value, now }) {
    return { name, value, state: now === null ? "new" : now === value ? "unchanged" : "kept" };
}
function isDone({ files, settings }) {
    return ![...files, ...settings].some(({ state }) => state === "new" || state === "extended");
}
function nextSteps({ workspace }, changes, lanes) {
    const writing = changes.some(({ text }) => text !== null);
    return [
        ...(writing ? ["look at what was written, then commit it"] : []),
        ...(writing && lanes === "one" ? [RISK] : []),
        ...(workspace === null || workspace.project.stages.length === 0
            ? ["write the pipeline's stages into dvc.yaml (https://dvc.org/doc/user-guide/pipelines), then: mainline run"]
            : []),
        ...(workspace?.config.remotes.size === 0 || workspace === null
            ? ["give the project a DVC remote that the runners share, in .dvc/config"]
            : []),
        ...(writing
            ? ["everybody who merges runs `mainline init` once in their clone: git takes no merge driver from a repository"]
            : []),
        ...(writing ? ["`mainline doctor` says what else is missing"] : []),
    ];
}
const RISK = "in one lane, code of a pull request runs in a job whose token writes comments and checks: only for people whom you trust with that";
async function writeAt(path, text) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, text);
}
async function textAt(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
            return null;
        throw (0,kernel/* badInput */.AN)("file-unreadable", `${path} cannot be read`, {
            at: { file: path },
            cause,
            hint: "it stands where a file of Mainline's has to be: move it away",
        });
    }
}


/***/ }),

/***/ 95906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19006);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36362);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93163);





/** Failures: those of opening a git repository and of reading a DVC project. */
async function look(context) {
    const git = await _git_index_js__WEBPACK_IMPORTED_MODULE_1__.Git.open(context.cwd);
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(git.root);
    const workspace = (await hasProject(context.cwd, root)) ? await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .openWorkspace */ .OH)(context) : null;
    return { git, root, branch: await git.defaultBranch(), workspace };
}
/** Only a project of this repository: a `.dvc` folder above it is somebody else's. */
async function hasProject(cwd, root) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .findDvcRoot */ .Td)(cwd));
        return found === root || (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(found, root);
    }
    catch (cause) {
        if (cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && cause.code === "no-dvc")
            return false;
        throw cause;
    }
}


/***/ }),

/***/ 88184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ missingAttributes),
/* harmony export */   N1: () => (/* binding */ attributesNameUs),
/* harmony export */   q_: () => (/* binding */ driverCommand),
/* harmony export */   qb: () => (/* binding */ driverSettings),
/* harmony export */   z0: () => (/* binding */ ATTRIBUTE_LINES)
/* harmony export */ });
/** What `.gitattributes` has to say so that git merges DVC's files by what they mean. */
const ATTRIBUTE_LINES = ["dvc.lock merge=mainline", "*.dvc merge=mainline"];
/** A path that each of the lines is about. */
const SAMPLES = ["dvc.lock", "any.dvc"];
const NAME = "merge.mainline.name";
const DRIVER = "merge.mainline.driver";
/** The lines that `.gitattributes` lacks. One that names another driver is somebody's choice, and stays. */
async function missingAttributes(git) {
    const merge = await git.attributes("merge", SAMPLES);
    return ATTRIBUTE_LINES.filter((_, index) => (merge.get(SAMPLES[index] ?? "") ?? null) === null);
}
/** Whether git would call our driver for both kinds of file. */
async function attributesNameUs(git) {
    const merge = await git.attributes("merge", SAMPLES);
    return SAMPLES.every((path) => merge.get(path) === "mainline");
}
/** What each clone has to be told once, since git takes no driver from a repository. `program`: how to start us again. */
async function driverSettings(git, program) {
    const wanted = [
        { name: NAME, value: "dvc.lock stage by stage, tracked folders file by file" },
        { name: DRIVER, value: driverCommand(program) },
    ];
    return Promise.all(wanted.map(async (each) => ({ ...each, now: await git.setting(each.name) })));
}
/** The line that git is given. `program`: how to start us. */
function driverCommand(program) {
    return `${program.map(quoted).join(" ")} merge-driver %O %A %B %P --marker-size %L`;
}
/** Git hands the line to a shell. */
function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}


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
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36362);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43338);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32717);
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

/***/ 17646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ openSide),
/* harmony export */   ql: () => (/* binding */ recordedSide),
/* harmony export */   uH: () => (/* binding */ diffSides)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71212);
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
