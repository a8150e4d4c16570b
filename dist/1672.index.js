export const id = 1672;
export const ids = [1672,8130,3367];
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

/***/ 18130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71496);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6877);
/* harmony import */ var _report_compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31563);
/* harmony import */ var _report_review_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61709);




/** What would be said about the workspace as a pull request. Answer "no" when a gate, a stage or a golden request says no. No stage is run. */
async function report(context, options) {
    const review = await (0,_report_review_js__WEBPACK_IMPORTED_MODULE_3__/* .openReview */ .py)(context, await baseOf(context, options));
    const { git } = review.workspace;
    try {
        const head = (await git?.tryResolve("HEAD")) ?? null;
        const clean = git !== null && head !== null && !(await git.isDirty());
        const document = await (0,_report_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .compose */ .Z)(context, review, {
            pull: null,
            base: review.base === null ? null : { name: options.base ?? "HEAD", commit: review.base.commit, found: "asked" },
            head: { name: "workspace", commit: head ?? "" },
            run: null,
            notRun: null,
            merging: clean ? { rev: head, remote: null, mayStart: async () => options.golden } : null,
            links: {},
            warnings: [],
        });
        return { answer: (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.pullHeadline)(document).verdict === "failed" ? "no" : "yes", document };
    }
    finally {
        git?.close();
    }
}
/** A repository without a commit has nothing to compare with. */
async function baseOf(context, { base }) {
    if (base !== null)
        return base;
    const git = await _git_index_js__WEBPACK_IMPORTED_MODULE_0__.Git.find(context.cwd);
    return (await git?.tryResolve("HEAD")) == null ? null : "HEAD";
}


/***/ })

};
