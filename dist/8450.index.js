export const id = 8450;
export const ids = [8450];
export const modules = {

/***/ 32044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ registryCredentials)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _shell_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49545);


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

/***/ 88979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ imageAt)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59355);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73351);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39525);




const LANES = 4;
/** Asks without pulling: the manifest is read and hashed, its layers are asked for, and the version's tag has to name it. */
async function imageAt(site, { image, digest, version }) {
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .locationOf */ .hD)(image));
    try {
        if ((await store.resolve(digest)) === null)
            return { kind: "gone", says: `${store.location} has no image ${digest}` };
        const missing = await missingBlobs(store, digest);
        if (missing > 0)
            return { kind: "gone", says: `${missing} layers of the image ${digest} are gone from ${store.location}` };
        const found = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_2__/* .signatureAt */ .Ou)(site, { image, digest });
        if (found.kind === "unsigned")
            return { kind: "unsigned", says: found.says, next: (0,_signing_js__WEBPACK_IMPORTED_MODULE_2__/* .howToSign */ .xG)(image) };
        return await tagNames(store, { digest, version });
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        if (failure.code === "blob-corrupt")
            return { kind: "gone", says: `${failure.message}` };
        return { kind: "unknown", says: `${store.location} could not be asked: ${failure.message}` };
    }
}
async function missingBlobs(store, digest) {
    const { config, layers } = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(await store.manifest(digest), `${store.location}@${digest}`);
    const blobs = new Set([config, ...layers].map((blob) => blob.digest));
    let missing = 0;
    await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)([...blobs], LANES, async (blob) => {
        if (!(await store.hasBlob(blob)))
            missing += 1;
    });
    return missing;
}
/** People pull by the tag: one that was moved gives them something else, whatever is deployed. */
async function tagNames(store, { digest, version }) {
    const tag = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .imageTagFor */ .bR)(version);
    const named = await store.resolve(tag);
    if (named === null || named === digest)
        return { kind: "there" };
    return {
        kind: "wrong",
        says: `the registry's tag ${tag} names ${named}, not ${digest}`,
        next: `somebody pushed over it: pull by digest (${store.location}@${digest}), and see who may write to the registry`,
    };
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
// EXTERNAL MODULE: ./build/config/index.js + 16 modules
var config = __webpack_require__(53366);
// EXTERNAL MODULE: ./build/git/index.js + 19 modules
var build_git = __webpack_require__(12226);
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
// EXTERNAL MODULE: ./build/release/index.js + 61 modules
var release = __webpack_require__(59355);
;// CONCATENATED MODULE: ./build/flows/release/ledger.js



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
            if (head !== undefined && ours !== null)
                this.#heads = new Map(this.#heads).set(head, ours);
            return { kind: "written", tag: name };
        }
        catch (cause) {
            if (head !== undefined)
                await git.forgetHeads(remote);
            await this.refresh();
            // a connection may be cut after the remote took the tag: only its word is lost
            if (ours !== null && (await git.remoteTag(remote, name)) === ours)
                return { kind: "written", tag: name };
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
/** As tags write it. */
function headOf(model) {
    return model.replace(":", "=");
}

// EXTERNAL MODULE: ./build/flows/release/signing.js
var signing = __webpack_require__(73351);
;// CONCATENATED MODULE: ./build/flows/release/open-site.js









/** Where people work: the policy is mainline.yaml as it lies in the workspace. */
async function openSite(context, options) {
    const git = await build_git.Git.open(context.cwd);
    const root = await rootOf(context.cwd, git.root);
    const config = await workspaceConfig(root);
    const trusted = await (0,signing/* trustedKey */.To)(config, (path) => (0,manifest/* workspaceTree */.OX)(root).read(path));
    return assemble(context, options, { git, root, config, trusted });
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

/***/ 73351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ signatureIfAsked),
/* harmony export */   Kv: () => (/* binding */ signerOf),
/* harmony export */   Ou: () => (/* binding */ signatureAt),
/* harmony export */   To: () => (/* binding */ trustedKey),
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   xG: () => (/* binding */ howToSign)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59355);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39525);





/** The key that has to have signed what is deployed, out of the same tree as mainline.yaml; null where none is asked for. */
async function trustedKey({ signing }, read) {
    if (signing === null)
        return null;
    const { key, at } = signing;
    const bytes = await read(key);
    if (bytes !== null)
        return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readVerifier */ .xl)(new TextDecoder().decode(bytes), { file: key });
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key", `\`signing.key\` names a file that is not there: ${key}`, {
        at,
        expected: "a file that git tracks with a public key in PEM, as cosign.pub",
        hint: "`cosign generate-key-pair` makes cosign.key, which stays secret, and cosign.pub",
    });
}
/**
 * What this job signs with; null where it signs nothing. Where mainline.yaml asks for signatures it has to be that very key:
 * said before anything is built. Failures `signing-key`, `signing-key-missing`, `signing-key-other`.
 */
async function signerOf({ context, config, trusted, }) {
    const given = context.machine.signingKey;
    if (given === null && trusted === null)
        return null;
    if (given === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key-missing", "mainline.yaml asks for signed images, and there is no key here to sign with", {
            ...(config.signing === null ? {} : { at: config.signing.at }),
            hint: "set MAINLINE_SIGNING_KEY to the private key or its file (and COSIGN_PASSWORD to what opens it)",
        });
    }
    const signer = await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readSigner */ .$2)(await pemOf(context.cwd, given.key), given.password);
    if (trusted === null || trusted.id === signer.verifier.id)
        return signer;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key-other", "the key in MAINLINE_SIGNING_KEY is not the one that mainline.yaml asks for", {
        ...(config.signing === null ? {} : { at: config.signing.at }),
        found: `public key ${signer.verifier.id}`,
        expected: `public key ${trusted.id}, that of ${config.signing?.key ?? "signing.key"}`,
        hint: "sign with the key that goes with it, or let a reviewed change name the new key",
    });
}
/** Hangs signatures on an image that is in the store. */
async function sign({ context }, signer, what) {
    const { store, image, name, statements } = what;
    await (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .signImage */ .jV)(store, image, { signer, name, statements, at: context.clock.now() });
}
/** Whether an image may be deployed as far as signatures go: `signed` also where none is asked for. */
async function signatureAt(site, { image, digest }) {
    if (site.trusted === null)
        return { kind: "signed" };
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSignature */ .jC)((0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_4__/* .locationOf */ .hD)(image)), digest, site.trusted);
}
/** What to do about an image that nobody signed, or somebody else. */
function howToSign(image) {
    return image.startsWith("oci:")
        ? "an image in a folder is signed when it is released: release another version with MAINLINE_SIGNING_KEY set"
        : `see who pushed it; if it is yours: cosign sign --key cosign.key ${image}`;
}
async function pemOf(cwd, keyOrFile) {
    if (keyOrFile.includes("-----BEGIN "))
        return keyOrFile;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, keyOrFile);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch((cause) => {
        // what does not look like a path may be a key that lost its first line: it is not repeated
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .badInput */ .AN)("signing-key", "MAINLINE_SIGNING_KEY is neither a private key in PEM nor a file that can be read", {
            expected: "-----BEGIN … PRIVATE KEY-----, or the path of such a file",
            hint: `reading a file of that name: ${cause.code ?? "failed"}`,
        });
    });
}
/** For plans, which do without a registry that does not answer. */
async function signatureIfAsked(...args) {
    return signatureAt(...args).catch((failure) => {
        if (failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && failure.kind === "infrastructure" && failure.code !== "interrupted")
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
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   vG: () => (/* binding */ openElsewhere)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59355);
/* harmony import */ var _registry_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32044);



function openStore(site, location) {
    const { clock, signal, machine } = site.context;
    const login = machine.registryLogin === null ? null : { ...machine.registryLogin, host: null };
    const credentials = (0,_registry_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .registryCredentials */ .Q)(site.context, login);
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openImageStore */ .Nr)(absolute(site.root, location), { clock, signal, credentials });
}
/**
 * A repository that something else than mainline.yaml's `image` names, as `host/path`: no password that was given for that one's registry
 * goes to another.
 */
function openElsewhere(site, repository, own) {
    const { clock, signal, machine } = site.context;
    const { host } = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(repository);
    const isOwn = own.kind === "registry" && (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(own.repository).host === host;
    const login = isOwn && machine.registryLogin !== null ? { ...machine.registryLogin, host } : null;
    const credentials = { dockerConfig: machine.registryAuth, login };
    return (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openImageStore */ .Nr)({ kind: "registry", repository }, { clock, signal, credentials });
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


/***/ }),

/***/ 31239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ webAddress)
/* harmony export */ });
/**
 * One address for every way to clone (`git@host:o/r.git`, `https://token@host/o/r`), because it goes into the image's
 * digest; null for a folder on some machine.
 */
function webAddress(remote) {
    const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/)(.+)$/.exec(remote ?? "");
    const url = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(remote ?? "");
    const [, host, path] = url ?? scp ?? [];
    if (host === undefined || path === undefined)
        return null;
    return `https://${host}/${path.replace(/(\.git)?\/*$/, "")}`;
}


/***/ }),

/***/ 22415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ optionalRemote),
/* harmony export */   T: () => (/* binding */ withRemote)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41805);


/** The default remote; null without one, and with a word of warning where it is of a kind that we cannot talk to. */
async function optionalRemote(context, config) {
    if (config.defaultRemote === null)
        return null;
    try {
        return await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_1__/* .remoteOf */ .e1)(context, config, null);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code !== "remote-not-supported")
            throw failure;
        context.progress.warn(`${failure.message}: only what this machine holds is known`);
        return null;
    }
}
/** An observer that asks the remote for what this machine lacks: single runs by key, listings and objects by id. Nothing is listed. */
function withRemote(observer, { cache, runCache, remote }) {
    if (remote === null)
        return observer;
    return {
        ...observer,
        knownRun: async (inputs) => {
            const here = await observer.knownRun(inputs);
            if (here !== null || (await remote.fetchRuns(runCache, [runCache.key(inputs)])) === 0)
                return here;
            return observer.knownRun(inputs);
        },
        // the listing of a directory is the last of it that is written: where it is, all is
        stored: async (oid, hash) => (await observer.stored(oid, hash)) || (await remote.has([oid], hash)).size > 0,
        listing: async (oid, hash) => {
            const here = await observer.listing(oid, hash);
            if (here !== null || (await remote.fetch(oid, cache, hash)) === null)
                return here;
            return observer.listing(oid, hash);
        },
    };
}


/***/ }),

/***/ 69689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ shelvedObjects),
/* harmony export */   z: () => (/* binding */ asRecorded)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1088);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22712);



/** Recorded files: from this machine's cache, else from the remote. What does not hash to its name counts as absent. */
function shelvedObjects({ cache, remote }) {
    const fetched = async (oid, hash) => remote !== null && (await remote.fetch(oid, cache, hash)) !== null;
    const read = async (oid, hash) => {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(cache.path(oid, hash)).catch(() => null);
        return bytes === null || (hash === "md5" && (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes) !== oid) ? null : bytes;
    };
    return {
        read: async (oid, hash) => (await read(oid, hash)) ?? ((await fetched(oid, hash)) ? read(oid, hash) : null),
        listing: async (oid, hash) => (await cache.readListing(oid, hash)) ?? ((await fetched(oid, hash)) ? cache.readListing(oid, hash) : null),
    };
}
/**
 * A tree as it would read had the recorded results been committed: a metrics file that git tracks and nobody brought up
 * to date counts as absent, so that what the lock records is read in its place.
 */
function asRecorded(tree, project) {
    const recorded = new Map();
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            const record = out.cache || out.at === null ? null : (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(stage, out);
            if (record?.oid && record.hash === "md5")
                recorded.set(out.at ?? "", record.oid);
        }
    }
    return {
        ...tree,
        name: tree.name,
        list: (path) => tree.list(path),
        kind: (path) => tree.kind(path),
        read: async (path) => {
            const bytes = await tree.read(path);
            const oid = recorded.get(path);
            return bytes === null || oid === undefined || oid === (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes) ? bytes : null;
        },
    };
}


/***/ })

};
