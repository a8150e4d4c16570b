export const id = 9054;
export const ids = [9054];
export const modules = {

/***/ 32044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ registryCredentials)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _shell_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69432);


/** A helper that takes longer waits for somebody: a keychain that wants to be unlocked. */
const HELPER_MS = 60_000;
/** Who we are to registries: a login that was given by name, then docker's file and the programs that it names. */
function registryCredentials({ machine, signal }, login) {
    const askHelper = (name, server) => ask({ name, server, signal });
    return { dockerConfig: machine.registryAuth, login: login ?? null, askHelper };
}
/** The protocol of docker-credential-helpers: `get`, the server on stdin, JSON on stdout; an exit code where it knows nothing. Null without the program, too. */
async function ask({ name, server, signal, }) {
    if (!/^[\w.-]+$/.test(name)) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("docker-config", "the file with registry logins names a helper that no program can be called", {
            found: name,
            expected: "letters, digits, `.`, `_` and `-`, as in `ecr-login`",
        });
    }
    try {
        const options = { input: server, timeoutMs: HELPER_MS, signal };
        const { code, stdoutText } = await (0,_shell_index_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .eF)(`docker-credential-${name}`, ["get"], options);
        return code === 0 ? stdoutText : null;
    }
    catch (failure) {
        // a file that came along from another machine: what is public can be read all the same
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && failure.code === "program-missing")
            return null;
        throw failure;
    }
}


/***/ }),

/***/ 60906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ mainLineOf)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);

function mainLineOf(git, remote) {
    return {
        async tip() {
            if (remote === null)
                return git.tryResolve("HEAD");
            const branch = await git.checkedOut();
            return git.tipOf(remote, ["HEAD", ...headOf(branch)]).catch(nobodyCanSay);
        },
        async newerThan(commit, branch = null) {
            if (remote === null)
                return null;
            return git.newerThan(remote, commit, [...headOf(branch ?? (await git.checkedOut())), "HEAD"]);
        },
    };
}
function headOf(branch) {
    return branch === null ? [] : [`refs/heads/${branch}`];
}
function nobodyCanSay(failure) {
    if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return null;
    throw failure;
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
// EXTERNAL MODULE: ./build/config/index.js + 17 modules
var config = __webpack_require__(60944);
// EXTERNAL MODULE: ./build/git/index.js + 26 modules
var build_git = __webpack_require__(71496);
// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/flows/release/announce.js
const tellNobody = async () => { };

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
;// CONCATENATED MODULE: ./build/flows/release/ledger.js




/** How often a push is tried that is lost on its way. */
const PUSHES = 2;
/** The record of releases and environments: GTO tags in git, of the remote where there is one. */
class Ledger {
    #options;
    #tags = [];
    /** What each model's newest assignment was when the tags were read. */
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
    /** Refs of the annotated tags whose name is wanted. */
    refs(wanted) {
        return new Set(this.#tags.flatMap(({ name }) => (wanted(name) ? [`refs/tags/${name}`] : [])));
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
    /** Writes down that a version did not answer as it has to where it was brought. Lost: somebody else tried it, too. */
    noteFailure(entry, about) {
        const name = (0,release/* failureTag */.jc)(this.#tags, { ...about, artifact: entry.model });
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
        return this.#write(entry, name, whole, headOf(entry.model));
    }
    /** What was rehearsed, the oldest first. */
    rehearsals() {
        return (0,environments/* rehearsalsIn */.CP)(this.#tags);
    }
    /** Writes down what was rehearsed just now, in one tag that is never moved; its name. `commit`: one that the remote has. */
    async rehearsed(commit, message) {
        const at = this.#options.clock.now();
        return this.#record({ name: (0,environments/* rehearsalTag */.ov)(at), target: commit, message, at });
    }
    /**
     * Sends those of a model's tags that are in this clone alone: they were written with `--local`. Assignments go with the head, as if
     * they were made now. False: somebody else assigned meanwhile; what stands is read again.
     */
    async publish(model, names) {
        const { git, remote, dry } = this.#options;
        if (remote === null || dry || names.length === 0)
            return true;
        const there = await git.remoteTags(remote, names);
        const alone = this.#tags.filter(({ name, object }) => names.includes(name) && there.get(name) !== object);
        const [newest] = alone.filter(isAssignment).toSorted((a, b) => b.taggedAt.getTime() - a.taggedAt.getTime());
        return this.#push(remote, alone, newest === undefined ? undefined : { name: headOf(model), to: newest.object });
    }
    async #write(entry, name, message, head) {
        const { clock, dry } = this.#options;
        const at = (0,release/* nextTagTime */.Bu)(this.#tags, entry.model, clock.now());
        if (dry)
            return this.#imagine({ name, target: entry.commit, message, taggedAt: at });
        return this.#record({ name, target: entry.commit, message, at }, head);
    }
    /** With a remote, a tag comes into this clone once the remote has it: a run that is killed before leaves nothing that others do not see. */
    async #record(tag, head) {
        const { git, remote } = this.#options;
        try {
            if (remote === null)
                await git.createTag(tag);
            else if (!(await this.#send(remote, tag, head)))
                return { kind: "lost" };
        }
        catch (cause) {
            if (!(cause instanceof kernel/* Failure */.HR) || cause.code !== "tag-exists")
                throw cause;
            await this.refresh();
            return { kind: "lost" };
        }
        this.#tags = await git.tags();
        return { kind: "written", tag: tag.name };
    }
    async #send(remote, tag, head) {
        const { git } = this.#options;
        const object = await git.makeTag(tag);
        const sent = { name: tag.name, object };
        if (!(await this.#push(remote, [sent], head === undefined ? undefined : { name: head, to: object })))
            return false;
        await git.keepTag(sent);
        return true;
    }
    /** All or none. False: somebody else was faster, and the record was read again. */
    async #push(remote, tags, head, left = PUSHES) {
        const { git } = this.#options;
        const from = head === undefined ? null : (this.#heads.get(head.name) ?? null);
        try {
            await git.pushTags(remote, tags, head === undefined ? undefined : { ...head, from });
        }
        catch (cause) {
            // that nobody could look, either, says less than what went wrong first
            const there = await this.#lookAgain(remote, tags, head !== undefined).catch(() => Promise.reject(cause));
            // a connection may be cut after the remote took them: only its word is lost
            if (tags.every(({ name, object }) => there.get(name) === object))
                return true;
            const faster = head !== undefined && (this.#heads.get(head.name) ?? null) !== from;
            const taken = tags.some(({ name, object }) => (there.get(name) ?? object) !== object);
            const isLost = (0,build_git/* isLostOnItsWay */.nS)(cause);
            const isRefused = cause instanceof kernel/* Failure */.HR && cause.code === "push-rejected";
            if ((faster || taken) && (isLost || isRefused))
                return false;
            // it did not get there, and what it was decided on stands
            if (isLost && left > 1)
                return this.#push(remote, tags, head, left - 1);
            throw cause;
        }
        if (head !== undefined)
            this.#heads = new Map(this.#heads).set(head.name, head.to);
        return true;
    }
    /** Reads the record again, and which of these tags the remote has. */
    async #lookAgain(remote, tags, hasHead) {
        const { git } = this.#options;
        if (hasHead)
            await git.forgetHeads(remote);
        await this.refresh();
        return git.remoteTags(remote, tags.map(({ name }) => name));
    }
    #imagine(tag) {
        const imagined = { ...tag, object: `imagined ${tag.name}`, tagger: { name: "mainline", email: "plan@localhost" } };
        this.#tags = [...this.#tags, imagined];
        return { kind: "written", tag: tag.name };
    }
}
function isAssignment({ name }) {
    const kind = (0,release/* parseTag */.ED)(name)?.kind;
    return kind === "assign" || kind === "unassign";
}
/** As tags write it. */
function headOf(model) {
    return model.replace(":", "=");
}

// EXTERNAL MODULE: ./build/flows/release/main-line.js
var main_line = __webpack_require__(60906);
// EXTERNAL MODULE: ./build/flows/release/signing.js
var signing = __webpack_require__(73351);
;// CONCATENATED MODULE: ./build/flows/release/open-site.js










/** Where people work: the policy is mainline.yaml as it lies in the workspace. */
async function openSite(context, options) {
    const git = await build_git.Git.open(context.cwd, context.signal);
    const root = await rootOf(context.cwd, git.root);
    const config = await workspaceConfig(root);
    const trusted = await (0,signing/* trustedBy */.hM)(config, (path) => (0,manifest/* workspaceTree */.OX)(root).read(path), context.machine);
    return assemble(context, options, { git, root, config, trusted });
}
async function assemble(context, options, found) {
    const { remote, plan, by, run = null, mayApprove } = options;
    const ledger = await Ledger.open({ git: found.git, clock: context.clock, remote, dry: plan });
    return {
        context,
        ...found,
        ledger,
        mainLine: (0,main_line/* mainLineOf */.x)(found.git, remote),
        announce: options.announce ?? tellNobody,
        by,
        run,
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

/***/ 73351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ signatureIfAsked),
/* harmony export */   BF: () => (/* binding */ sigstoreCache),
/* harmony export */   Ou: () => (/* binding */ signatureAt),
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   hM: () => (/* binding */ trustedBy)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23768);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39525);




/** Who has to have signed what is deployed, out of the same tree as mainline.yaml; null where nobody is asked for. */
async function trustedBy({ signing }, read, machine) {
    if (signing === null)
        return null;
    return signing.kind === "key" ? trustedKey(signing, read) : trustedIdentity(signing, read, machine);
}
async function trustedKey({ key, at }, read) {
    const bytes = await read(key);
    if (bytes !== null)
        return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readVerifier */ .xl)(new TextDecoder().decode(bytes), { file: key });
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("signing-key", `\`signing.key\` names a file that is not there: ${key}`, {
        at,
        expected: "a file that git tracks with a public key in PEM, as cosign.pub",
        hint: "`cosign generate-key-pair` makes cosign.key, which stays secret, and cosign.pub",
    });
}
async function trustedIdentity(policy, read, machine) {
    const { sigstore } = policy;
    if (sigstore?.kind !== "own")
        return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .identityVerifier */ .RK)(policy, () => (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .publicRoot */ .KE)({ cache: sigstoreCache(machine) }));
    const { trustedRoot: file, at } = sigstore;
    const bytes = await read(file);
    if (bytes === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("sigstore-root", `\`signing.sigstore.trusted-root\` names a file that is not there: ${file}`, {
            at,
            expected: "a file that git tracks with sigstore's trusted root in JSON",
            hint: "`cosign trusted-root create` makes one",
        });
    }
    const root = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readTrustedRoot */ .gv)(bytes, { file });
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .identityVerifier */ .RK)(policy, async () => root);
}
/** Where what the public sigstore says of itself is kept; it is signed, and held against the library's own root whenever it is read. */
function sigstoreCache({ stateDir }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(stateDir, "sigstore");
}
/** Hangs signatures on an image that is in the store. */
async function sign({ context }, signer, what) {
    const { store, image, name, statements } = what;
    await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .signImage */ .jV)(store, image, { signer, name, statements, at: context.clock.now() });
}
/**
 * Whether an image may be deployed as far as signatures go: `signed` also where none is asked for. A signature is of a digest
 * alone: that the image is this model's, and this version, is asked of the image.
 */
async function signatureAt(site, { image, digest, model, version }) {
    if (site.trusted === null)
        return { kind: "signed" };
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .locationOf */ .hD)(image));
    const found = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .checkSignature */ .jC)(store, digest, site.trusted);
    if (found.kind === "unsigned")
        return { ...found, next: howToSign(image, site.trusted) };
    const words = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ownWords */ .I1)(store, digest);
    if (words.model === model && words.version === version)
        return found;
    const itself = words.model === null ? "no model of Mainline's" : `${words.model} ${words.version ?? "of no version"}`;
    return {
        kind: "unsigned",
        says: `its image ${digest} is signed, but is ${itself} by its own labels, not ${model} ${version}`,
        next: "a tag was made or moved by hand: see who may push tags",
    };
}
/** What to do about an image that nobody signed, or somebody else. */
function howToSign(image, trusted) {
    const isKey = trusted.kind === "key";
    if (image.startsWith("oci:")) {
        const how = isKey ? "with MAINLINE_SIGNING_KEY set" : "in that workflow";
        return `an image in a folder is signed when it is released: release another version ${how}`;
    }
    const command = isKey
        ? `cosign sign --key cosign.key ${image}`
        : `cosign sign ${image} in a job of that workflow, with \`id-token: write\``;
    return `see who pushed it; if it is yours: ${command}`;
}
/** For plans, which do without a registry that does not answer. */
async function signatureIfAsked(...args) {
    return signatureAt(...args).catch((failure) => {
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR && failure.kind === "infrastructure" && failure.code !== "interrupted")
            return { kind: "signed" };
        throw failure;
    });
}


/***/ }),

/***/ 39525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   Dv: () => (/* binding */ absoluteImage),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   vG: () => (/* binding */ openElsewhere)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60944);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23768);
/* harmony import */ var _registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32044);




/** What the tags say of a model, and of the environments that it comes to. */
function stateOf({ ledger, config }, model) {
    return ledger.state(model, (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentsFor */ .SL)(config, model));
}
function openStore(site, location) {
    const { clock, signal, machine } = site.context;
    const login = machine.registryLogin === null ? null : { ...machine.registryLogin, host: null };
    const credentials = (0,_registry_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .registryCredentials */ .Q)(site.context, login);
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openImageStore */ .Nr)(absolute(site.root, location), { clock, signal, credentials, ...patience(machine) });
}
/**
 * A repository that something else than mainline.yaml's `image` names, as `host/path`: no password that was given for that one's registry
 * goes to another.
 */
function openElsewhere(site, repository, own) {
    const { clock, signal, machine } = site.context;
    const { host } = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(repository);
    const isOwn = own?.kind === "registry" && (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(own.repository).host === host;
    const login = isOwn && machine.registryLogin !== null ? { ...machine.registryLogin, host } : null;
    const credentials = { dockerConfig: machine.registryAuth, login };
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openImageStore */ .Nr)({ kind: "registry", repository }, { clock, signal, credentials, ...patience(machine) });
}
function patience({ registrySilenceMs }) {
    return registrySilenceMs === undefined ? {} : { silenceMs: registrySilenceMs };
}
/** How a tag names an image: `host/repository@sha256:…`, or `oci:folder@sha256:…` with the folder as mainline.yaml writes it. */
function imageName(location, digest) {
    return location.kind === "registry" ? `${location.repository}@${digest}` : `oci:${location.directory}@${digest}`;
}
/** Where the image that a tag names is kept: the tag is right about it even after mainline.yaml has moved on. */
function locationOf(image) {
    const [place = ""] = image.split("@sha256:");
    return place.startsWith("oci:")
        ? { kind: "layout", directory: place.slice("oci:".length) }
        : { kind: "registry", repository: place };
}
/** The name for a deploy command, which need not know where mainline.yaml lies. */
function absoluteImage(site, image) {
    if (!image.startsWith("oci:"))
        return image;
    return `oci:${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(site.root, image.slice("oci:".length))}`;
}
function absolute(root, location) {
    if (location.kind === "registry")
        return location;
    return { kind: "layout", directory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root, location.directory) };
}


/***/ })

};
