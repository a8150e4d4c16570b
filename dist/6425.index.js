export const id = 6425;
export const ids = [6425,8806];
export const modules = {

/***/ 96425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hold: () => (/* binding */ hold)
/* harmony export */ });
/* unused harmony export holdAt */
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_open_site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49054);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45315);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53348);





/** How often it is tried again because somebody else was faster. */
const TRIES = 3;
/**
 * Puts an environment on hold, or ends that: what it has is assigned to it once more, with a word about it or without. Nothing
 * is deployed, and the time that it has run does not begin anew.
 */
async function hold(context, options) {
    return holdAt(await (0,_release_open_site_js__WEBPACK_IMPORTED_MODULE_2__/* .openSite */ .c2)(context, options), options);
}
/** The same where the record is open already. */
async function holdAt(site, options) {
    (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_4__/* .knownModel */ .t)(site, options.model);
    for (let tries = 0; tries < TRIES; tries++) {
        const document = await written(site, options);
        if (document !== null) {
            await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_3__/* .publishStanding */ .w)(site, options.model);
            return { answer: "yes", document };
        }
        await site.ledger.refresh();
    }
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .infrastructure */ .Sv)("environment-contended", `${options.environment} was changed by somebody else while we worked`, {
        hint: "see `mainline status`, then run again",
    });
}
/** Null when somebody else was faster. */
async function written(site, options) {
    const { model, holds } = options;
    const state = site.ledger.state(model, site.config.environments);
    const environment = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_4__/* .configuredEnvironment */ .u)(site, state, options.environment);
    const { version, assignment, hold: standing, digest, image, name } = environment;
    if (version === null || assignment === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("nothing-to-hold", `there is no version of ${model} in ${name}`, {
            hint: `a hold keeps what an environment has: \`mainline promote ${model} ${name}\` brings something there first`,
        });
    }
    const words = holds ? wordsOf(site, options) : null;
    const about = { schema: `mainline.${holds ? "hold" : "unhold"}/1`, plan: site.plan, model, version };
    const asItIs = holds ? standing !== null && standing.reason === words : standing === null;
    if (asItIs)
        return { ...about, environment: name, outcome: "kept", hold: standing?.reason ?? null, tag: null };
    const where = image ?? (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, version));
    const trailers = {
        ...(where === null ? {} : { image: where }),
        ...(digest === null ? {} : { digest }),
        ...(words === null ? {} : { hold: words }),
        ...(options.reason === null ? {} : { reason: options.reason }),
        ...(site.by === null ? {} : { by: site.by }),
    };
    const done = await site.ledger.assign({
        model,
        environment: name,
        commit: assignment.commit,
        summary: `${holds ? "Hold" : "End the hold of"} ${model} ${version} in ${name}`,
        declared: null,
        trailers,
    });
    if (done.kind === "lost")
        return null;
    const outcome = site.plan ? "planned" : holds ? "held" : "released";
    return { ...about, environment: name, outcome, hold: words, tag: site.plan ? null : done.tag };
}
function wordsOf({ by }, { reason }) {
    const words = by === null ? "put on hold" : `put on hold by ${by}`;
    return reason === null ? words : `${words}: ${reason}`;
}


/***/ }),

/***/ 49054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fT: () => (/* binding */ assemble),
  c2: () => (/* binding */ openSite),
  I5: () => (/* binding */ rootOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/index.js + 13 modules
var config = __webpack_require__(66);
// EXTERNAL MODULE: ./build/git/index.js + 15 modules
var build_git = __webpack_require__(46664);
// EXTERNAL MODULE: ./build/manifest/index.js + 34 modules
var manifest = __webpack_require__(2087);
// EXTERNAL MODULE: ./build/source/index.js + 25 modules
var source = __webpack_require__(8202);
;// CONCATENATED MODULE: ./build/flows/release/announce.js
const tellNobody = async () => { };

// EXTERNAL MODULE: ./build/environments/index.js + 47 modules
var environments = __webpack_require__(76057);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/release/index.js + 42 modules
var release = __webpack_require__(61508);
;// CONCATENATED MODULE: ./build/flows/release/ledger.js



/** The record of releases and environments: GTO tags in git, of the remote where there is one. */
class Ledger {
    #options;
    #tags = [];
    /** What each environment's newest assignment was when the tags were read. */
    #heads = new Map();
    constructor(options) {
        this.#options = options;
    }
    static async open(options) {
        const ledger = new Ledger(options);
        await ledger.refresh();
        return ledger;
    }
    /** Reads the tags again, the remote's first. A dry ledger keeps what it imagines. */
    async refresh() {
        const { git, remote, dry } = this.#options;
        if (dry && this.#tags.length > 0)
            return;
        if (remote !== null)
            await git.fetchTags(remote);
        // the heads first: what another run on this clone fetches between the two makes ours old, and not theirs ours
        this.#heads = await git.heads();
        this.#tags = await git.tags();
    }
    histories() {
        return (0,release/* readHistories */.X_)(this.#tags);
    }
    state(model, configs) {
        return (0,environments/* modelState */.zo)((0,release/* readHistory */.Lu)(this.#tags, model), configs, (0,release/* readMarks */.pc)(this.#tags, model));
    }
    register(entry, version) {
        const name = (0,release/* versionTag */.Vm)(entry.model, version);
        return this.#write(entry, name, (0,release/* tagMessage */.ib)(entry.summary, entry.trailers));
    }
    /** Writes down somebody's yes. Lost: he said so before. */
    approve(entry, about) {
        const name = (0,release/* approvalTag */.w6)({ ...about, artifact: entry.model });
        return this.#write(entry, name, (0,release/* tagMessage */.ib)(entry.summary, entry.trailers));
    }
    /** Writes down that an environment answers badly, or well again. Lost: somebody else saw it, too. */
    noteHealth(entry, about) {
        const name = (0,release/* healthTag */.pq)(this.#tags, { ...about, artifact: entry.model });
        return this.#write(entry, name, (0,release/* tagMessage */.ib)(entry.summary, entry.trailers));
    }
    /** The tag that the next assignment gets, unless somebody else is faster. */
    nextAssignment(model, environment) {
        return (0,release/* assignmentTag */.cn)(this.#tags, model, environment);
    }
    assign(entry) {
        (0,release/* refuseBreaking */.w3)(this.#tags, entry.model, entry.commit);
        const name = (0,release/* assignmentTag */.cn)(this.#tags, entry.model, entry.environment);
        const message = (0,release/* tagMessage */.ib)(entry.summary, entry.trailers);
        const whole = entry.declared === null ? message : message + (0,environments/* declaredTrailer */.YU)(entry.declared);
        return this.#write(entry, name, whole, headOf(entry));
    }
    /** What was rehearsed, the oldest first. */
    rehearsals() {
        return (0,environments/* rehearsalsIn */.CP)(this.#tags);
    }
    /** Writes down what was rehearsed just now, in one tag that is never moved; its name. `commit`: one that the remote has. */
    async rehearsed(commit, message) {
        const { git, clock } = this.#options;
        const at = clock.now();
        const name = (0,environments/* rehearsalTag */.ov)(at);
        try {
            await git.createTag({ name, target: commit, message, at });
        }
        catch (cause) {
            return this.#lostOr(cause, "tag-exists");
        }
        this.#tags = await git.tags();
        return this.#push(name);
    }
    /** Pushes tags that were written here before and may never have left: a run that was killed between the two. */
    async publish(names) {
        const { git, remote, dry } = this.#options;
        if (remote === null || dry)
            return;
        await git.pushTags(remote, names);
    }
    async #write(entry, name, message, head) {
        const { git, clock, dry } = this.#options;
        const at = (0,release/* nextTagTime */.Bu)(this.#tags, entry.model, clock.now());
        if (dry)
            return this.#imagine({ name, target: entry.commit, message, taggedAt: at });
        try {
            await git.createTag({ name, target: entry.commit, message, at });
        }
        catch (cause) {
            return this.#lostOr(cause, "tag-exists");
        }
        this.#tags = await git.tags();
        return this.#push(name, head);
    }
    async #push(name, head) {
        const { git, remote } = this.#options;
        if (remote === null)
            return { kind: "written", tag: name };
        const ours = this.#objectOf(name);
        const from = head === undefined ? null : (this.#heads.get(head) ?? null);
        try {
            await git.pushTags(remote, [name], head === undefined ? undefined : { name: head, tag: name, from });
            return { kind: "written", tag: name };
        }
        catch (cause) {
            if (head !== undefined)
                await git.forgetHeads(remote);
            await this.refresh();
            const faster = head !== undefined && (this.#heads.get(head) ?? null) !== from;
            // fetching put the remote's tag in the place of ours, unless it was refused for another reason
            const taken = this.#objectOf(name) !== ours;
            if (!faster && !taken)
                throw cause;
            if (!taken)
                await this.#drop(name);
            return this.#lostOr(cause, "push-rejected");
        }
    }
    /** Takes back what is in this clone alone: it was decided on a record that is no more. */
    async #drop(name) {
        const { git } = this.#options;
        await git.dropTag(name);
        this.#tags = await git.tags();
    }
    async #lostOr(cause, code) {
        if (!(cause instanceof kernel/* Failure */.HR) || cause.code !== code)
            throw cause;
        await this.refresh();
        return { kind: "lost" };
    }
    #imagine(tag) {
        const imagined = { ...tag, object: "", tagger: { name: "", email: "" } };
        this.#tags = [...this.#tags, imagined];
        return { kind: "written", tag: tag.name };
    }
    #objectOf(name) {
        return this.#tags.find((tag) => tag.name === name)?.object ?? null;
    }
}
/** `churn#prod`, as tags begin. */
function headOf({ model, environment }) {
    return (0,release/* formatTag */._3)({ kind: "assign", artifact: model, stage: environment, counter: null });
}

;// CONCATENATED MODULE: ./build/flows/release/open-site.js








/** Where people work: the policy is mainline.yaml as it lies in the workspace. */
async function openSite(context, options) {
    const git = await build_git.Git.open(context.cwd);
    const root = await rootOf(context.cwd, git.root);
    return assemble(context, options, { git, root, config: await workspaceConfig(root) });
}
async function assemble(context, options, found) {
    const { remote, plan, by, mayApprove } = options;
    const ledger = await Ledger.open({ git: found.git, clock: context.clock, remote, dry: plan });
    return {
        context,
        ...found,
        ledger,
        announce: options.announce ?? tellNobody,
        by,
        plan,
        ...(mayApprove === undefined ? {} : { mayApprove }),
    };
}
/** Where mainline.yaml lies: the nearest folder with a `.dvc` in it; the git root in a repository without DVC, whose tags can be read all the same. */
async function rootOf(cwd, gitRoot) {
    const top = await (0,promises_.realpath)(gitRoot);
    for (let folder = await (0,promises_.realpath)(cwd); folder !== top; folder = (0,external_node_path_.dirname)(folder)) {
        const found = await (0,promises_.stat)((0,external_node_path_.join)(folder, ".dvc")).catch(() => null);
        if (found?.isDirectory() === true || (0,external_node_path_.dirname)(folder) === folder)
            return folder;
    }
    return top;
}
async function workspaceConfig(root) {
    const file = "mainline.yaml";
    const bytes = await (0,manifest/* workspaceTree */.OX)(root).read(file);
    return (0,config/* loadMainline */.ez)(bytes === null ? null : (0,source/* decodeUtf8 */._6)(bytes, file), file);
}


/***/ }),

/***/ 45315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ publishStanding)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);

const NEWEST_MARKS = 20;
/**
 * Sends the tags that stand (each environment's assignment and its version, the newest marks) to the remote, which has them
 * already unless a run was killed between writing and pushing, or was told not to push.
 */
async function publishStanding(site, model) {
    const { history, environments, marks } = site.ledger.state(model, site.config.environments);
    const latest = history.latest?.registration?.tag.name;
    const standing = environments.flatMap(({ assignment, version }) => [
        assignment?.entry.tag.name,
        version === null ? undefined : (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(history, version)?.registration?.tag.name,
    ]);
    const marked = marks.slice(-NEWEST_MARKS).map(({ tag }) => tag);
    await site.ledger.publish([...new Set([latest, ...standing, ...marked])].filter((name) => name !== undefined));
}


/***/ }),

/***/ 53348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ knownModel),
/* harmony export */   u: () => (/* binding */ configuredEnvironment)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76057);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8202);



/** The model's state. Failure `unknown-model` when neither a tag nor mainline.yaml names it. */
function knownModel(site, model) {
    const histories = site.ledger.histories();
    if (histories.has(model) || site.config.models.has(model)) {
        return site.ledger.state(model, site.config.environments);
    }
    const known = [...new Set([...site.config.models.keys(), ...histories.keys()])];
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-model", `there is no model \`${model}\` here`, {
        found: model,
        expected: known.length === 0 ? "a model in mainline.yaml" : `one of ${known.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(model, known) ??
            (known.length === 0 ? `write models.${model} in mainline.yaml` : `the models are ${known.join(", ")}`),
    });
}
/** An environment that can be deployed to. Failure `unknown-environment`. */
function configuredEnvironment(site, state, name) {
    const found = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(state, name);
    if (found !== null && found.config !== null)
        return found;
    const known = [...site.config.environments.keys()];
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
        found: name,
        expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
        hint: `write environments.${name} with its \`deploy\` in mainline.yaml`,
    });
}


/***/ })

};
