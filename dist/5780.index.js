export const id = 5780;
export const ids = [5780,3163];
export const modules = {

/***/ 84296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ originAt)
/* harmony export */ });
/* unused harmony export NO_ACCESS */
const NO_ACCESS = {
    token: null,
    enterpriseToken: null,
    serverUrl: null,
    apiUrl: null,
    host: null,
};
/**
 * Where a clone's origin is asked about. A token goes to github.com, to the server that the runner names and to the one that GH_HOST
 * names, and nowhere else: an address in a clone is no reason to trust a machine. Else null, or why not.
 */
function originAt(url, access) {
    if (url === null)
        return "needs a git remote `origin` at GitHub";
    const named = parse(url);
    if (named === null)
        return "needs a git remote `origin` at GitHub; this one is somewhere else";
    const { repository } = named;
    const { token, enterpriseToken, serverUrl, apiUrl, host } = access;
    if (serverUrl !== null && named.host === hostOf(serverUrl)) {
        const own = apiUrl ?? `${serverUrl.replace(/\/$/, "")}/api/v3`;
        return { apiUrl: own, repository, token: named.host === "github.com" ? token : (enterpriseToken ?? token) };
    }
    if (named.host === "github.com")
        return { apiUrl: "https://api.github.com", repository, token };
    if (host !== null && named.host === host.toLowerCase()) {
        if (named.host.endsWith(".ghe.com"))
            return { apiUrl: `https://api.${named.host}`, repository, token };
        return { apiUrl: `https://${named.host}/api/v3`, repository, token: enterpriseToken };
    }
    return `needs GH_HOST=${named.host}, if that is your GitHub: the token goes to no server that you do not name`;
}
/** `https://HOST/OWNER/NAME.git`, `ssh://git@HOST/OWNER/NAME` or `git@HOST:OWNER/NAME`. */
function parse(url) {
    const written = /^(?:[a-z+]+:\/\/)(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(url) ?? /^(?:[^@/:]+@)?([^/:]+):(?!\/)(.+)$/.exec(url);
    const [host = "", path = ""] = written?.slice(1) ?? [];
    const [, repository] = /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
    const ssh = !/^https?:/i.test(url);
    return repository === undefined ? null : { host: (ssh ? host.replace(/:\d+$/, "") : host).toLowerCase(), repository };
}
function hostOf(url) {
    return URL.canParse(url) ? new URL(url).host.toLowerCase() : null;
}


/***/ }),

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

/***/ 75780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gc: () => (/* binding */ gc)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/git/index.js + 26 modules
var build_git = __webpack_require__(71496);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var store = __webpack_require__(68511);
// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
;// CONCATENATED MODULE: ./build/retention/images.js

/** What carries packages or documents and is no image to deploy. */
const ENVIRONMENT = /^mainline-env-/;
/** What hangs on an image where the registry does not keep such lists (distribution-spec 1.1), and cosign's own way before it. */
const HANGING = /^sha256-([0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/;
/** Reproducible images say that they were made at a time that means nothing. */
const MEANINGFUL = Date.UTC(2000, 0, 1);
/** The image that a tag's manifest hangs on; null for one that stands for itself. */
function hangsOn(tag) {
    const [, hex = ""] = HANGING.exec(tag) ?? [];
    return (0,kernel/* parseSha256 */.tz)(`sha256:${hex}`);
}
/** Whether a tag's image has to say when it was made before it can be judged. */
function needsAge(tag, { needed, known, unknown }) {
    return !needed.has(tag.digest) && (ENVIRONMENT.test(tag.tag) || (unknown && !known.has(tag.digest)));
}
/** By image, as a registry deletes all tags of one together: one tag that stays keeps it. */
function sortImages(tags, rules) {
    const own = tags.filter(({ tag }) => hangsOn(tag) === null);
    const images = [...Map.groupBy(own, ({ digest }) => digest)].map(([digest, named]) => ({
        digest,
        tags: named.map(({ tag }) => tag),
        kind: named.every(({ tag }) => ENVIRONMENT.test(tag)) ? "environment" : "image",
        reason: named.map((tag) => reasonFor(tag, rules)).find((reason) => reason !== null) ?? null,
    }));
    return {
        going: images.flatMap(({ reason, ...image }) => (reason === null ? [image] : [])),
        staying: images.flatMap(({ digest, tags: names, reason }) => reason === null ? [] : [{ digest, tags: names, reason }]),
    };
}
function reasonFor({ tag, digest, created }, { needed, known, unknown, olderThan }) {
    if (needed.has(digest))
        return "needed";
    const old = created !== null && created.getTime() >= MEANINGFUL && created < olderThan;
    if (ENVIRONMENT.test(tag))
        return old ? null : "young";
    if (known.has(digest))
        return null;
    return unknown ? (old ? null : "young") : "unknown";
}

;// CONCATENATED MODULE: ./build/retention/item.js

/** What is cleared, in the order in which it goes: what names others goes before what it names. */
const KINDS = ["run", "directory", "file"];
/** Of DVC 3, and of DVC 2. */
const OBJECT = /^(?:files\/md5\/)?([0-9a-f]{2})\/([0-9a-f]{30}(?:\.dir)?)$/;
/** An entry of the run cache, or a claim of one (`mainline/claims/<run>/`). */
const RUN = /^(?:mainline\/claims\/\d+\/)?runs\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\/[0-9a-f]{64}$/;
/** What lies there; null for what is none of DVC's, nor of ours: it is left alone. */
function itemOf({ key, size, modified = null }) {
    const about = { key, size: Number(size), modified };
    if (RUN.test(key))
        return { kind: "run", oid: null, ...about };
    const [, first = "", rest = ""] = OBJECT.exec(key) ?? [];
    const oid = (0,kernel/* parseOid */.Se)(first + rest);
    return oid === null ? null : { kind: (0,kernel/* isDirectoryOid */.ie)(oid) ? "directory" : "file", oid, ...about };
}

// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
;// CONCATENATED MODULE: ./build/retention/manifests.js


/** Whether DVC takes a file of this name for one of its own that records data. */
function recordsData(name) {
    return name === "dvc.lock" || name === "Dvcfile" || (name.endsWith(".dvc") && name !== ".dvc");
}
const DIGEST = /(?<![0-9a-z])[0-9a-f]{32}(?:\.dir)?(?![0-9a-z])/gi;
/**
 * Every object that a text may name. Not by parsing it: what a newer DVC, a merge's markers or a cut file say of objects counts all the
 * same, and a digest too many keeps a file too many.
 */
function digestsIn(text) {
    return [...text.matchAll(DIGEST)].flatMap(([digest]) => (0,kernel/* parseOid */.Se)(digest.toLowerCase()) ?? []);
}
/** Directories whose files are listed in the file itself (`files:`), which name no object of their own. */
function listedIn(value) {
    if ((0,kernel/* isList */.Lv)(value))
        return value.flatMap(listedIn);
    if (!(0,kernel/* isMapping */.pi)(value))
        return [];
    const own = (0,manifest/* listedDirectory */.P8)(value.get("files"));
    return [...(own === null ? [] : [own.oid]), ...[...value.values()].flatMap(listedIn)];
}

;// CONCATENATED MODULE: ./build/retention/sorting.js

/** Why something stays: it is needed, it is young, nobody here ever named it, or what needs it could not be read. */
const REASONS = ["needed", "young", "unknown", "doubt"];
/**
 * Sorts what lies at one place into what is needed and what is not. Fed in this order: `object` and `run` for all that is there, `listing` for each of
 * `toRead`, then `verdict`. The rule behind it: whatever stays keeps what it names, so that no listing and no run is ever left without its files.
 */
class Sorting {
    #rules;
    #objects = [];
    #runs = [];
    /** Needed, or named by something that stays. */
    #kept;
    #known;
    #unreadable = [];
    #there = null;
    constructor(rules) {
        this.#rules = rules;
        this.#kept = new Set(rules.needed);
        this.#known = new Set(rules.known);
    }
    object(item) {
        this.#objects.push(item);
    }
    /** `outs`: null where it is no entry that can be read; `names`: every object that its text may name. */
    run(item, { outs, names }) {
        this.#runs.push({ item, outs });
        if (this.#ofRun(item, outs) !== null)
            for (const out of names)
                this.#kept.add(out);
    }
    /** The directories that have to be looked into. */
    toRead() {
        const there = this.#objects.flatMap(({ kind, oid }) => (kind === "directory" && oid !== null ? [oid] : []));
        const needed = [...this.#rules.needed].filter(kernel/* isDirectoryOid */.ie);
        return [...new Set([...needed, ...there.filter((oid) => this.#stays(oid) || !this.#rules.ours)])];
    }
    /** What a directory lists; null where it cannot be looked into. */
    listing(oid, files) {
        if (this.#stays(oid)) {
            const isLost = files === null && this.#kept.has(oid) && !this.#rules.unstored.has(oid);
            if (isLost)
                this.#unreadable.push(oid);
            for (const file of files ?? [])
                this.#kept.add(file);
        }
        else if (this.#known.has(oid))
            for (const file of files ?? [])
                this.#known.add(file);
    }
    verdict() {
        const all = [
            ...this.#runs.map(({ item, outs }) => ({ item, reason: this.#ofRun(item, outs) ?? this.#ofKnownRun(outs) })),
            ...this.#ofKind("directory"),
            ...this.#ofKind("file"),
        ];
        const doubt = this.#unreadable.length > 0 && !this.#rules.allowMissing;
        const unsure = (reason) => reason ?? (doubt ? "doubt" : null);
        return {
            going: all.flatMap(({ item, reason }) => (unsure(reason) === null ? [item] : [])),
            staying: all.flatMap(({ item, reason }) => {
                const why = unsure(reason);
                return why === null ? [] : [{ item, reason: why }];
            }),
            unreadable: this.#unreadable,
        };
    }
    #ofKind(kind) {
        return this.#objects.flatMap((item) => (item.kind === kind ? [{ item, reason: this.#ofObject(item) }] : []));
    }
    #ofObject(item) {
        if (item.oid === null || this.#kept.has(item.oid))
            return "needed";
        if (this.#isYoung(item))
            return "young";
        return this.#rules.ours || this.#known.has(item.oid) ? null : "unknown";
    }
    /** What can be said of a run before anything is known of its outputs. */
    #ofRun(item, outs) {
        if (this.#isYoung(item))
            return "young";
        if (outs === null || outs.length === 0)
            return "unknown";
        return this.#rules.ours || outs.every((out) => this.#rules.known.has(out)) ? null : "unknown";
    }
    /** An old run is worth keeping as long as it can be restored. */
    #ofKnownRun(outs) {
        return outs?.every((out) => this.#stays(out)) === true ? "needed" : null;
    }
    /** By what is known so far: of directories that is all as soon as everything was listed, of files only when directories were looked into. */
    #stays(oid) {
        this.#there ??= Map.groupBy(this.#objects, (item) => item.oid ?? "");
        return this.#kept.has(oid) || this.#there.get(oid)?.some((item) => this.#ofObject(item) !== null) === true;
    }
    #isYoung({ modified }) {
        return modified === null || modified >= this.#rules.olderThan;
    }
}

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
;// CONCATENATED MODULE: ./build/retention/versions.js


/** The versions of a model that stay, each with the first reason that was found. */
function neededVersions(state, rehearsals, policy) {
    const { model, history, rejections } = state;
    const found = new Map();
    const need = (why, versions) => {
        for (const version of versions)
            if (!found.has(version))
                found.set(version, why);
    };
    const { versions } = history;
    need("environment", state.environments.flatMap(({ assignment }) => versions.filter((each) => isAt(each, assignment?.commit))));
    for (const environment of state.environments) {
        need("rollback", heldBefore(state, environment.name).slice(0, policy.keep ?? undefined));
        const target = (0,environments/* rollbackTarget */.es)(state, environment);
        if (target !== null)
            need("rollback", [target]);
    }
    need("newest", versions.filter(environments/* isUsable */.Ng).slice(0, policy.keep ?? undefined));
    need("rejected", versions.filter(({ version }) => rejections.has(version)));
    const rehearsed = new Set(rehearsals.flatMap((each) => (each.model === model ? [each.version] : [])));
    need("rehearsed", versions.filter(({ version }) => rehearsed.has(version)));
    const young = new Set(history.entries.flatMap(({ tag }) => (tag.taggedAt >= policy.olderThan ? [tag.target] : [])));
    need("young", versions.filter(({ commit }) => young.has(commit)));
    if (policy.keep === null)
        need("newest", versions);
    return [...found].map(([{ version, commit }, why]) => ({ model, version, commit, why }));
}
/** What an environment held and could have again, the last first, each once. */
function heldBefore({ history }, environment) {
    const commits = history.entries.flatMap(({ event, tag }) => event.kind === "assign" && event.stage === environment ? [tag.target] : []);
    const held = [...new Set(commits.reverse())].flatMap((commit) => history.versions.filter((each) => isAt(each, commit)));
    return held.filter(environments/* isUsable */.Ng);
}
function isAt({ commit }, other) {
    return commit === other;
}
/** The images of some versions: what their tags say, and what tags that assigned them say. */
function imagesOf({ history }, commits) {
    const images = new Set();
    const digests = new Set();
    for (const { tag, message } of history.entries) {
        if (!commits.has(tag.target))
            continue;
        const { image, digest } = message.trailers;
        const pinned = (0,kernel/* parseSha256 */.tz)(image?.split("@")[1] ?? "");
        if (image !== undefined)
            images.add(image);
        for (const each of [digest ?? null, pinned])
            if (each !== null)
                digests.add(each);
    }
    for (const version of history.versions) {
        const digest = commits.has(version.commit) ? (0,environments/* digestOf */.ol)(version) : null;
        if (digest !== null)
            digests.add(digest);
    }
    return { images, digests };
}

;// CONCATENATED MODULE: ./build/retention/index.js






// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
;// CONCATENATED MODULE: ./build/flows/gc/clear-images.js




/** How many questions a registry is asked at a time. */
const LANES = 8;
const SUFFIXES = ["", ".sig", ".att", ".sbom"];
/** What goes in each repository that mainline.yaml's models name, and with a historian: is gone. */
async function clearImages(context, clearing) {
    const { site } = clearing;
    const targets = new Map([...site.config.models.values()].map(({ image }) => [JSON.stringify(image), image]));
    const places = [];
    for (const image of targets.values()) {
        const store = (0,release_site/* openStore */.Ch)(site, image);
        places.push(await clearRepository(context, store, clearing));
    }
    return places;
}
async function clearRepository(context, store, clearing) {
    const { site, needs, rules, historian } = clearing;
    context.progress.live(`listing ${store.location}`);
    const imageRules = (now) => ({
        ...digestsOf(site, now),
        olderThan: rules.olderThan,
        unknown: rules.unknown,
    });
    const look = new Look(context, store);
    const tags = await look.readTags(imageRules(needs));
    const { going, staying } = sortImages(tags, imageRules(needs));
    for (const { digest } of staying)
        await look.keep(digest);
    for (const digest of await baseImages(site, store))
        await look.keep(digest);
    const doomed = [];
    for (const { kind, digest, tags: names } of going) {
        if (look.kept.has(digest))
            continue;
        const naming = await look.naming(digest);
        doomed.push({
            kind,
            digest,
            tags: names,
            hanging: await look.hangingOn(digest),
            created: naming?.created ?? null,
        });
    }
    for (const each of historian === null ? [] : doomed) {
        const now = imageRules(await historian.read());
        if (now.needed.has(each.digest))
            continue;
        context.signal.throwIfAborted();
        context.progress.live(`clearing ${store.location}: ${each.tags.join(", ")}`);
        for (const digest of [...each.hanging, each.digest].filter((digest) => !now.needed.has(digest))) {
            const names = tags.flatMap((tag) => (tag.digest === digest ? [tag.tag] : []));
            await store.remove(digest, names);
        }
    }
    return place(store, { look, doomed, staying, deleted: historian !== null, site });
}
/** What tags of git say of images: of those that are needed, and of all. */
function digestsOf(site, needs) {
    const [needed, known] = [new Set(), new Set()];
    for (const model of site.ledger.histories().keys()) {
        const state = (0,release_site/* stateOf */.L4)(site, model);
        const commits = new Set(needs.versions.flatMap((each) => (each.model === model ? [each.commit] : [])));
        for (const digest of imagesOf(state, commits).digests)
            needed.add(digest);
        const all = new Set(state.history.entries.map(({ tag }) => tag.target));
        for (const digest of imagesOf(state, all).digests)
            known.add(digest);
    }
    for (const { digest } of site.ledger.rehearsals())
        needed.add(digest);
    return { needed, known };
}
/** Images of the same repository that mainline.yaml's models stand on. */
async function baseImages({ config }, store) {
    const found = [];
    for (const { base } of config.models.values()) {
        const reference = base === null ? null : (0,release/* parseReference */.F2)(base);
        if (reference === null || `${reference.host}/${reference.path}` !== store.location)
            continue;
        const digest = reference.digest ?? (await store.resolve(reference.tag ?? "latest"));
        if (digest !== null)
            found.push(digest);
    }
    return found;
}
/** What a repository holds, asked once. */
class Look {
    /** Manifests that stay, with all that they are made of and that hangs on them. */
    kept = new Set();
    #context;
    #store;
    #namings = new Map();
    #sizes = new Map();
    #tags = [];
    constructor(context, store) {
        this.#context = context;
        this.#store = store;
    }
    /** Every tag; with the image's age where that decides. */
    async readTags(rules) {
        const names = await this.#store.tags();
        const found = await (0,kernel/* inParallel */.HN)(names, LANES, async (tag) => {
            this.#context.signal.throwIfAborted();
            const digest = await this.#store.resolve(tag);
            if (digest === null)
                return [];
            const known = { tag, digest, created: null };
            return [needsAge(known, rules) ? { ...known, created: (await this.naming(digest))?.created ?? null } : known];
        });
        this.#tags = found.flat();
        return this.#tags;
    }
    async keep(digest) {
        if (this.kept.has(digest))
            return;
        this.kept.add(digest);
        if ((await this.naming(digest)) === null)
            return;
        for (const each of await this.#below(digest))
            await this.keep(each);
    }
    /** Null where it is not there. */
    async naming(digest) {
        const known = this.#namings.get(digest);
        if (known !== undefined)
            return known;
        const there = (await this.#store.resolve(digest)) !== null;
        const bytes = there ? await this.#store.manifest(digest) : null;
        const naming = bytes === null ? null : (0,release/* namedBy */.T)(bytes, `${this.#store.location}@${digest}`);
        if (bytes !== null)
            this.#sizes.set(digest, bytes.length);
        this.#namings.set(digest, naming);
        return naming;
    }
    /** What goes with an image: documents on it and on those, lists of them, and the images of an index; the innermost first. */
    async hangingOn(image) {
        const found = [];
        const add = async (digest) => {
            if (found.includes(digest) || this.kept.has(digest) || digest === image)
                return;
            if ((await this.naming(digest)) === null)
                return;
            for (const each of await this.#below(digest))
                await add(each);
            found.push(digest);
        };
        for (const each of await this.#below(image))
            await add(each);
        return found;
    }
    async #below(digest) {
        const lists = SUFFIXES.map((suffix) => `${(0,release/* fallbackTag */.fH)(digest)}${suffix}`);
        return [
            ...(await this.#store.referrers(digest)).map((referrer) => referrer.digest),
            ...this.#tags.flatMap((tag) => (lists.includes(tag.tag) ? [tag.digest] : [])),
            ...((await this.naming(digest))?.manifests ?? []).map((child) => child.digest),
        ];
    }
    /** Bytes that nothing but these manifests needs. */
    bytesOf(digests) {
        const blobs = (which) => new Map([...which].flatMap((digest) => (this.#namings.get(digest)?.blobs ?? []).map((each) => [each.digest, each.size])));
        const stays = blobs(this.kept);
        const layers = [...blobs(digests)].filter(([digest]) => !stays.has(digest));
        const manifests = digests.map((digest) => this.#sizes.get(digest) ?? 0);
        return [...layers.map(([, size]) => size), ...manifests].reduce((sum, size) => sum + size, 0);
    }
}
function place(store, { look, doomed, staying, deleted, site }) {
    const hanging = doomed.flatMap((each) => each.hanging);
    const groups = ["image", "environment"].map((kind) => {
        const some = doomed.filter((each) => each.kind === kind);
        return group(kind, some.map(({ digest }) => digest), { look, times: some.flatMap(({ created }) => created ?? []) });
    });
    const all = [...groups, group("document", hanging, { look, times: [] })].filter(({ count }) => count > 0);
    const digests = [...new Set([...hanging, ...doomed.map(({ digest }) => digest)])];
    return {
        place: "registry",
        name: "registry",
        address: store.location,
        going: all,
        staying: REASONS.flatMap((reason) => {
            const some = staying.flatMap((each) => (each.reason === reason ? [each.digest] : []));
            return some.length === 0 ? [] : [{ reason, count: some.length, bytes: look.bytesOf(some) }];
        }),
        images: doomed.map(({ digest, tags }) => ({ digest, tags, version: versionWith(site, digest) })),
        deleted: deleted ? { count: digests.length, bytes: look.bytesOf(digests) } : null,
        remarks: doomed.length === 0 ? [] : [collector(store)],
    };
}
/** Manifests are deleted; what they are made of is freed by whoever runs the store. */
function collector({ location }) {
    return location.startsWith("oci:")
        ? "the layers stay in the folder until something collects them (umoci gc --layout FOLDER)"
        : "the layers are freed when the registry collects its garbage; hosted ones do so by themselves";
}
function group(kind, digests, { look, times }) {
    const sorted = [...times].sort((a, b) => a.getTime() - b.getTime());
    const [oldest, newest] = [sorted[0]?.toISOString() ?? null, sorted.at(-1)?.toISOString() ?? null];
    return { kind, count: digests.length, bytes: look.bytesOf(digests), oldest, newest };
}
function versionWith(site, digest) {
    for (const [model, { versions }] of site.ledger.histories()) {
        const found = versions.find(({ registration }) => registration?.message.trailers.digest === digest);
        if (found !== undefined)
            return `${model} ${found.version}`;
    }
    return null;
}

// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/digest/index.js + 20 modules
var digest = __webpack_require__(22712);
// EXTERNAL MODULE: ./build/flows/entry-format.js
var entry_format = __webpack_require__(81596);
;// CONCATENATED MODULE: ./build/flows/gc/objects.js





const HEX = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));
/** Objects of DVC 3; of one shelf in 256 there are so many that listing all at once would be slow. */
const OBJECTS = "files/md5/";
const CROWDED = 20;
/** The run cache, and claims of runs. Of all else that may lie at the place nothing is looked at. */
const RUNS = ["runs/", "mainline/claims/"];
/** What a killed clearing had begun to take away. */
const JOURNALS = "mainline/gc/";
/** A run's entry is a few hundred bytes a dependency. */
const LARGEST_RUN = 16 * 1024 * 1024;
/** Lists the place, looks into its directories and runs, and sorts. Nothing is changed. */
async function surveyObjects(context, place, { needs, rules }) {
    const { stock } = place;
    const journals = (await stock.list(JOURNALS)).map(({ key }) => key).filter((key) => key.endsWith(".txt"));
    const known = new Set(needs.known);
    for (const key of journals)
        for (const oid of digestsIn(textOf(await stock.read(key))))
            known.add(oid);
    const ours = place.ours || rules.unknown;
    const { olderThan, allowMissing } = rules;
    const { needed, unstored } = needs;
    const sorting = new Sorting({ needed, unstored, known, ours, olderThan, allowMissing });
    // objects of DVC 2 lie on 256 shelves more
    const items = await listed(context, stock, ours || needs.legacy);
    for (const item of items)
        if (item.kind !== "run")
            sorting.object(item);
    await eachOf(context, place, {
        what: "runs",
        all: items.filter(({ kind }) => kind === "run"),
        work: async (item) => sorting.run(item, await runAt(place, item)),
    });
    await eachOf(context, place, {
        what: "directories",
        all: sorting.toRead(),
        work: async (oid) => sorting.listing(oid, await filesOf(place, oid)),
    });
    const verdict = sorting.verdict();
    const files = verdict.going.flatMap(({ kind, oid }) => (kind === "file" && oid !== null ? [oid] : []));
    return { verdict, byListing: place.ours ? [] : files.filter((oid) => !needs.known.has(oid)), journals };
}
async function listed({ progress, signal }, stock, legacy) {
    const items = [];
    const list = async (shelf) => {
        signal.throwIfAborted();
        const found = (await stock.list(shelf)).flatMap((blob) => itemOf(blob) ?? []);
        for (const item of found)
            items.push(item);
        progress.live(`listing ${stock.address}: ${items.length} so far`);
        return found.length;
    };
    const [first = "", ...others] = HEX;
    const crowded = (await list(`${OBJECTS}${first}/`)) > CROWDED;
    const shelves = crowded ? others.map((hex) => `${OBJECTS}${hex}/`) : [OBJECTS];
    const all = [...shelves, ...(legacy ? HEX.map((hex) => `${hex}/`) : []), ...RUNS];
    await (0,kernel/* inParallel */.HN)(all, Math.min(stock.lanes, 32), list);
    return [...new Map(items.map((item) => [item.key, item])).values()];
}
async function eachOf({ progress, signal }, { stock }, each) {
    let done = 0;
    await (0,kernel/* inParallel */.HN)(each.all, stock.lanes, async (item) => {
        signal.throwIfAborted();
        await each.work(item);
        if (++done % 50 === 0)
            progress.live(`looking into ${each.what} of ${stock.address}: ${done} of ${each.all.length}`);
    });
}
/** What a run's entry names. Its name says what is in it, so that a copy elsewhere is as good. */
async function runAt(place, { key, size }) {
    if (size > LARGEST_RUN)
        return { outs: null, names: [] };
    const bytes = key.startsWith("runs/") ? await firstOf(place, key, () => true) : await place.stock.read(key);
    const text = textOf(bytes);
    return { outs: outsIn(text, key), names: digestsIn(text) };
}
function outsIn(text, key) {
    try {
        return entry_format/* entryFormat */.m.fromText(text, key).outs.flatMap(({ oid }) => oid ?? []);
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return null;
    }
}
/** Null where its listing is nowhere, or is none. */
async function filesOf(place, oid) {
    const inside = `${oid.slice(0, 2)}/${oid.slice(2)}`;
    const whole = (bytes) => `${(0,digest/* hashBytes */.yi)(bytes)}.dir` === oid;
    const found = (await firstOf(place, `files/md5/${inside}`, whole)) ?? (await firstOf(place, inside, whole));
    return (found === null ? null : (0,digest/* parseListing */._S)(found))?.map((file) => file.oid) ?? null;
}
async function firstOf({ stock, elsewhere }, key, fits) {
    const [cache, ...others] = elsewhere;
    for (const at of cache === undefined ? [stock] : [cache, stock, ...others]) {
        const bytes = await at.read(key);
        if (bytes !== null && fits(bytes))
            return bytes;
    }
    return null;
}
/** So many objects are taken away before git is asked again. */
const BATCH = 1000;
/** Takes away what was found, what names others first; killed anywhere it can be done again. What was taken away. */
async function removeObjects(context, { place, surveyed, spared }) {
    const { stock } = place;
    const { going } = surveyed.verdict;
    const journal = `${JOURNALS}${(0,external_node_crypto_.randomBytes)(8).toString("hex")}.txt`;
    const noted = surveyed.byListing.length > 0;
    if (noted)
        await stock.write(journal, Buffer.from(`${surveyed.byListing.join("\n")}\n`));
    const gone = [];
    const stillSpared = async () => {
        const keep = await spared();
        const missed = gone.filter(({ oid }) => oid !== null && keep.has(oid));
        if (missed.length > 0)
            throw overtaken(`${missed.length} of the objects that are gone are needed by now`);
        return keep;
    };
    for (const kind of KINDS) {
        const all = going.filter((item) => item.kind === kind);
        for (let at = 0; at < all.length; at += BATCH) {
            context.signal.throwIfAborted();
            const keep = await stillSpared();
            const batch = all.slice(at, at + BATCH).filter(({ oid }) => oid === null || !keep.has(oid));
            await (0,kernel/* inParallel */.HN)(chunks(batch, stock.batch), stock.lanes, async (some) => {
                context.signal.throwIfAborted();
                await stock.remove(some.map(({ key }) => key));
                gone.push(...some);
                context.progress.live(`clearing ${stock.address}: ${gone.length} of ${going.length} gone`);
            });
        }
    }
    if (gone.length > 0)
        await stillSpared();
    // in doubt nothing went, and what earlier ones noted is still to be known
    const settled = surveyed.verdict.unreadable.length === 0 || going.length > 0;
    for (const key of [...(settled ? surveyed.journals : []), ...(noted ? [journal] : [])])
        await stock.remove([key]);
    return gone;
}
/** What is needed now and was not when the place was seen through. Failure where that cannot be followed. */
async function newlyNeeded(place, before, now) {
    const added = [...now.needed].filter((oid) => !before.needed.has(oid));
    const found = new Set(added);
    for (const oid of added.filter(kernel/* isDirectoryOid */.ie)) {
        const files = await filesOf(place, oid);
        if (files === null && !now.unstored.has(oid))
            throw overtaken(`a directory that cannot be looked into: ${now.whereNamed(oid)}`);
        for (const file of files ?? [])
            found.add(file);
    }
    return found;
}
function overtaken(found) {
    return new kernel/* Failure */.HR("infrastructure", "gc-overtaken", "somebody named data while it was cleared", {
        found,
        hint: "push that data again from where it is (`mainline push --all-tags`), then run again",
    });
}
function chunks(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
function textOf(bytes) {
    return Buffer.from(bytes ?? []).toString("utf8");
}

;// CONCATENATED MODULE: ./build/flows/gc/clear-objects.js



/** So many directories that are lost are named. */
const NAMED = 5;
/** What goes at a cache or a remote, and with a historian: is gone. */
async function clearObjects(context, clearing) {
    const { place, name, stock, needs, rules, historian } = clearing;
    const surveyed = await surveyObjects(context, clearing, { needs, rules });
    const { going, staying, unreadable } = surveyed.verdict;
    const lost = unreadable.slice(0, NAMED).map((oid) => `${oid} (${needs.whereNamed(oid)})`);
    const more = unreadable.length > NAMED ? ` and ${unreadable.length - NAMED} more` : "";
    const doubt = `${(0,compare/* countOf */.pq)(unreadable.length, "directory", "directories")} that something kept names cannot be looked into: ${lost.join(", ")}${more}`;
    const remedy = rules.allowMissing
        ? "taken for lost, as --allow-missing says"
        : "which files they need is not known, so nothing goes here; push them from where they are (mainline push --all-tags), or take them for lost with --allow-missing";
    const keeps = going.length === 0 ? null : await stock.keeps();
    const gone = historian === null
        ? null
        : await removeObjects(context, {
            place: clearing,
            surveyed,
            spared: async () => newlyNeeded(clearing, needs, await historian.read()),
        });
    return {
        place,
        name,
        address: stock.address,
        going: groups(gone ?? going),
        staying: REASONS.flatMap((reason) => {
            const items = staying.flatMap((each) => (each.reason === reason ? [each.item] : []));
            return items.length === 0 ? [] : [{ reason, count: items.length, bytes: bytesOf(items) }];
        }),
        deleted: gone === null ? null : { count: gone.length, bytes: bytesOf(gone) },
        remarks: [...(unreadable.length === 0 ? [] : [`${doubt}; ${remedy}`]), ...(keeps === null ? [] : [keeps])],
    };
}
function groups(items) {
    return KINDS.flatMap((kind) => {
        const some = items.filter((item) => item.kind === kind);
        const times = some.flatMap(({ modified }) => (modified === null ? [] : [modified.getTime()]));
        const at = (time) => (time === undefined ? null : new Date(time).toISOString());
        const [oldest, newest] = [times.reduce(least, times[0] ?? 0), times.reduce(most, times[0] ?? 0)];
        const known = times.length > 0;
        return some.length === 0
            ? []
            : [
                {
                    kind,
                    count: some.length,
                    bytes: bytesOf(some),
                    oldest: at(known ? oldest : undefined),
                    newest: at(known ? newest : undefined),
                },
            ];
    });
}
const least = (a, b) => Math.min(a, b);
const most = (a, b) => Math.max(a, b);
function bytesOf(items) {
    return items.reduce((sum, { size }) => sum + size, 0);
}

// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/flows/gc/records.js


/** Reads `dvc.lock` or a `.dvc` file; `path` from the git root. Failures of the manifest room. */
function readRecords(path, bytes) {
    const at = (recorded) => (0,kernel/* joinPath */.uJ)((0,kernel/* parentOf */.gN)(path), recorded.path);
    if (path.endsWith(".lock")) {
        const entries = [...(0,manifest/* parseLock */.PG)(bytes, path).values()];
        return {
            deps: entries.flatMap(({ deps }) => deps),
            outs: entries.flatMap(({ outs }) => outs.map((out) => ({ ...out, at: at(out), kept: null }))),
        };
    }
    const { outs, lock } = (0,manifest/* readDotDvc */.PA)(bytes, path, null);
    const kept = new Map(outs.map((out) => [out.path, out.cache && out.push]));
    return {
        deps: lock?.deps ?? [],
        outs: (lock?.outs ?? []).map((out) => ({ ...out, at: at(out), kept: kept.get(out.path) ?? null })),
    };
}
/**
 * Directories of which no place has to hold a listing: those that are only read (where another stage makes one, its output says so), and outputs that
 * git holds itself, as with `cache: false`.
 */
async function unstoredIn({ deps, outs }, isGits) {
    const found = new Set(deps.flatMap(({ oid }) => directory(oid)));
    for (const { oid, at, kept } of outs) {
        for (const each of directory(oid))
            if (kept === null ? await isGits(at) : !kept)
                found.add(each);
    }
    for (const { oid, at, kept } of outs) {
        for (const each of directory(oid))
            if (kept ?? !(await isGits(at)))
                found.delete(each);
    }
    return found;
}
function directory(oid) {
    return oid !== null && (0,kernel/* isDirectoryOid */.ie)(oid) ? [oid] : [];
}

;// CONCATENATED MODULE: ./build/flows/gc/names.js






/** What texts of DVC's name, collected; each commit and each text is looked at once. */
class Names {
    oids = new Set();
    /** Where a directory was first found, for people. */
    places = new Map();
    /** Whether some entry does not say its hash, as DVC 2 wrote them. */
    legacy = false;
    /** Files that cannot be read as DVC would, and where. */
    broken = new Map();
    /** Directories that some text names as the cache's, and those that some names as git's own. */
    #stored = new Set();
    #ofGit = new Set();
    #files;
    #byPath = new Map();
    #strict;
    /** `strict`: what cannot be read is noted; else it may be passed over, as nothing is kept by these names. */
    constructor(archive, { strict }) {
        this.#files = archive.namedFiles(recordsData);
        this.#strict = strict;
    }
    async addCommit(commit) {
        for (const file of await this.#files.in(commit)) {
            if (file.link)
                this.#link(file);
            else
                await this.#add(file.path, file.blob, { commit, where: commit.slice(0, 12) });
        }
    }
    /** What lies in a working tree and in its index, committed or not. */
    async addWorktree(archive, { path: folder, head: commit }) {
        const { paths, staged } = await archive.recordFiles(folder);
        for (const path of paths) {
            const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, path)).catch(goneAsNull);
            if (bytes !== null)
                await this.#text(path, bytes, { commit, where: "the working tree" });
        }
        for (const { path, blob } of staged)
            await this.#add(path, blob, { commit, where: "git's index" });
    }
    /** Directories that no place has to hold a listing of, as all that names them says. */
    unstored() {
        return new Set([...this.#ofGit].filter((oid) => !this.#stored.has(oid)));
    }
    /** Everything that files of this path ever named. */
    ofPath(path) {
        return this.#byPath.get(path) ?? [];
    }
    async #add(path, blob, at) {
        await this.#text(path, await this.#files.read(blob), at);
    }
    async #text(path, bytes, at) {
        const text = Buffer.from(bytes).toString("utf8");
        this.legacy ||= countOf(text, /\bmd5:/g) > countOf(text, /\bhash: *md5\b/g);
        const records = this.#strict ? this.#records(path, bytes, at) : null;
        const listed = text.includes("files:") ? this.#listed(path, bytes, at) : [];
        const found = [...digestsIn(text), ...listed];
        const unstored = records === null ? new Set() : await this.#unstoredIn(records, at);
        for (const oid of found) {
            this.oids.add(oid);
            if (!(0,kernel/* isDirectoryOid */.ie)(oid))
                continue;
            if (!this.places.has(oid))
                this.places.set(oid, `${path} at ${at.where}`);
            (unstored.has(oid) ? this.#ofGit : this.#stored).add(oid);
        }
        this.#byPath.set(path, [...(this.#byPath.get(path) ?? []), ...found]);
    }
    /** Null where it cannot be read as DVC would, which is noted: a file that was cut is YAML still, mostly; what it says of an object is not. */
    #records(path, bytes, { where }) {
        try {
            return readRecords(path, bytes);
        }
        catch (failure) {
            if (!(failure instanceof kernel/* Failure */.HR))
                throw failure;
            this.#note(path, where, failure);
            return null;
        }
    }
    #unstoredIn(records, { commit }) {
        return unstoredIn(records, async (path) => commit !== null && (await this.#files.isFolder(commit, path)));
    }
    #listed(path, bytes, { where }) {
        try {
            return listedIn((0,source/* toValue */.BA)((0,source/* parseYaml */.hN)((0,source/* decodeUtf8 */._6)(bytes, path), path)));
        }
        catch (failure) {
            if (!(failure instanceof kernel/* Failure */.HR))
                throw failure;
            if (this.#strict)
                this.#note(path, where, failure);
            return [];
        }
    }
    #note(path, where, failure) {
        if (!this.broken.has(path))
            this.broken.set(path, `${where}: ${failure.message}`);
    }
    /** DVC reads through a link to a file; one to a file of DVC's own name is found there. */
    #link({ path, commit }) {
        if (!this.#strict)
            return;
        throw (0,kernel/* badInput */.AN)("gc-link", `${path} at ${commit.slice(0, 12)} is a link, which nothing is cleared past`, {
            at: { file: path },
            found: "a symbolic link in place of a file of DVC's",
            expected: "the file itself",
            hint: `put the file in the place of the link where it is still needed, and delete what names the commit elsewhere (git tag --contains, git branch -a --contains ${commit.slice(0, 12)})`,
        });
    }
}
function countOf(text, pattern) {
    return [...text.matchAll(pattern)].length;
}
/** Deleted and not yet committed so, or a folder of that name. */
function goneAsNull(cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR")
        return null;
    throw cause;
}

// EXTERNAL MODULE: ./build/github/index.js + 24 modules
var github = __webpack_require__(99811);
// EXTERNAL MODULE: ./build/flows/doctor/origin.js
var doctor_origin = __webpack_require__(84296);
;// CONCATENATED MODULE: ./build/flows/gc/remote-heads.js


/** What is to be merged, at GitHub and Gitea, and at GitLab. */
const PULL = /^refs\/(?:pull|merge-requests)\/(\d+)\/head$/;
/** Fetched as they are, and what servers make of a pull request by themselves. */
const ELSEWHERE = /^refs\/(?:heads|tags)\/|^refs\/(?:pull|merge-requests)\/\d+\/(?!head$)/;
/**
 * What the remote names beside branches and tags, fetched: what pull requests wanted to bring in, those of forks included, and whatever else has a name there.
 * Open are those that GitHub says are, where it can be asked; else all there ever were: git's own protocol does not tell an open one from a closed one.
 */
async function remoteHeads(context, asking) {
    const { archive, remote, url, access } = asking;
    const offered = (await archive.offered(remote)).filter(({ name }) => !ELSEWHERE.test(name));
    await archive.fetchRefs(remote, offered);
    const pulls = offered.filter(({ name }) => PULL.test(name));
    const everything = await archive.commitsOf(offered.map(({ object }) => object));
    if (pulls.length === 0)
        return { open: everything, all: everything, remark: null };
    const origin = (0,doctor_origin/* originAt */.i)(url, access);
    const open = typeof origin === "string" || origin.token === null
        ? null
        : new Set(await (0,github/* openPullNumbers */.cd)({
            apiUrl: origin.apiUrl,
            repository: origin.repository,
            token: origin.token,
            clock: context.clock,
        }));
    const closed = new Set(open === null ? [] : pulls.filter(({ name }) => !open.has(Number(PULL.exec(name)?.[1]))));
    const wanted = offered.filter((each) => !closed.has(each)).map(({ object }) => object);
    const remark = `which pull requests are open is not known, so what all ${pulls.length} of them name is kept: a token in GH_TOKEN lets GitHub be asked`;
    return {
        open: await archive.commitsOf(wanted),
        all: everything,
        remark: open === null ? remark : null,
    };
}

;// CONCATENATED MODULE: ./build/flows/gc/needs.js






/** Reads it from git, and reads again what was added since. */
class Historian {
    #context;
    #archive;
    #site;
    #options;
    #kept;
    #all;
    constructor(context, { archive, site, options }) {
        this.#context = context;
        this.#archive = archive;
        this.#site = site;
        this.#options = options;
        this.#kept = new Names(archive, { strict: true });
        this.#all = new Names(archive, { strict: false });
    }
    /** Brings in what others pushed, then reads. Failures `gc-shallow`, `git-failed`. */
    async read() {
        const { progress } = this.#context;
        const { remote } = this.#options;
        await this.#refuseShallow();
        progress.live("asking git what is needed");
        if (remote !== null)
            await this.#archive.fetchAll(remote);
        await this.#site.ledger.refresh();
        const beside = remote === null ? { open: [], all: [], remark: null } : await this.#remoteHeads(remote);
        const { tips, every, versions } = await this.#tips(beside);
        const history = await this.#archive.historyOf(every);
        const kept = keptCommits(history, tips, this.#options.olderThan);
        await this.#look(this.#kept, kept);
        for (const each of await this.#archive.worktrees())
            await this.#kept.addWorktree(this.#archive, each);
        await this.#look(this.#all, new Set(history.map(({ id }) => id)));
        const broken = [...this.#kept.broken];
        const doubted = new Set(broken.flatMap(([path]) => this.#all.ofPath(path)));
        const needed = new Set([...this.#kept.oids, ...doubted]);
        return {
            needed,
            unstored: new Set([...this.#kept.unstored()].filter((oid) => !doubted.has(oid))),
            known: new Set([...this.#all.oids, ...needed]),
            legacy: this.#kept.legacy || this.#all.legacy,
            versions,
            commits: { kept: kept.size, all: history.length },
            remarks: [
                ...(beside.remark === null ? [] : [beside.remark]),
                ...broken.map(([path, says]) => `${path} cannot be read, so what it ever named is kept (${says})`),
            ],
            whereNamed: (oid) => this.#kept.places.get(oid) ?? this.#all.places.get(oid) ?? "a commit",
        };
    }
    async #remoteHeads(remote) {
        const url = await this.#site.git.remoteUrl(remote);
        return remoteHeads(this.#context, { archive: this.#archive, remote, url, access: this.#options.access });
    }
    /** Where keeping begins: all that has a name, but for versions that nothing needs. `every`: the same with those, and with all that had one. */
    async #tips(theirs) {
        const { olderThan, keep } = this.#options;
        const [refs, worktrees, left] = await Promise.all([
            this.#archive.refs(),
            this.#archive.worktrees(),
            this.#archive.leftBehind(),
        ]);
        const recent = left.flatMap(({ commit, at }) => (at === null || at >= olderThan ? [commit] : []));
        const beside = [...worktrees.flatMap(({ head }) => head ?? []), ...recent, ...theirs.open];
        const once = [...left.map(({ commit }) => commit), ...theirs.all];
        const versions = versionsIn(this.#site, { keep, olderThan });
        const judged = keep === null ? new Set() : this.#site.ledger.refs((name) => (0,release/* parseTag */.ED)(name) !== null);
        const tips = refs.filter(({ name }) => !judged.has(name)).map(({ commit }) => commit);
        const needed = versions.map(({ commit }) => commit);
        return {
            tips: [...new Set([...tips, ...beside, ...needed])],
            every: [...new Set([...refs.map(({ commit }) => commit), ...beside, ...needed, ...once])],
            versions,
        };
    }
    async #look(names, commits) {
        const { progress, signal } = this.#context;
        let done = 0;
        for (const commit of commits) {
            signal.throwIfAborted();
            await names.addCommit(commit);
            if (++done % 100 === 0)
                progress.live(`reading the history: ${done} of ${commits.size} commits`);
        }
    }
    async #refuseShallow() {
        if (!(await this.#site.git.isShallow()))
            return;
        throw (0,kernel/* badInput */.AN)("gc-shallow", "this clone is shallow: what its missing commits need cannot be known", {
            found: "a part of the history",
            expected: "all of it",
            hint: "git fetch --unshallow, or `fetch-depth: 0` for actions/checkout",
        });
    }
}
/** Every model's versions that stay. */
function versionsIn(site, policy) {
    const rehearsals = site.ledger.rehearsals();
    return [...site.ledger.histories().keys()].flatMap((model) => neededVersions((0,release_site/* stateOf */.L4)(site, model), rehearsals, policy));
}
/** The tips, what is young, and what each of these came from: a revert of it brings that back. */
function keptCommits(history, tips, olderThan) {
    const byId = new Map(history.map((commit) => [commit.id, commit]));
    const young = history.filter(({ time }) => time >= olderThan).map(({ id }) => id);
    const named = [...tips, ...young];
    return new Set([...named, ...named.flatMap((id) => byId.get(id)?.parents ?? [])]);
}

// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
// EXTERNAL MODULE: ./build/flows/remotes.js
var remotes = __webpack_require__(41805);
// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
;// CONCATENATED MODULE: ./build/flows/gc.js











/**
 * Says what nothing needs any more, in the cache, a remote and the registry, and with `yes` deletes it. What is needed is read from git
 * alone, and read again before every thousand objects.
 */
async function gc(context, options) {
    if (options.yes && options.cache)
        return (0,flows_workspace/* changeWorkspace */.ub)(context, "gc", (workspace) => clear(context, workspace, options));
    const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
    try {
        return await clear(context, workspace, options);
    }
    finally {
        workspace.git?.close();
    }
}
async function clear(context, workspace, options) {
    const { git } = workspace;
    if (git === null) {
        throw (0,kernel/* badInput */.AN)("no-git", "without git nothing says what is needed", {
            hint: "`git init` and a first commit; or `dvc gc -w`, which keeps what the workspace names alone",
        });
    }
    const remotes = await git.remotes();
    const remote = options.local || !remotes.includes(ORIGIN) ? null : ORIGIN;
    refuseBlind(options, remotes);
    const now = context.clock.now();
    const olderThan = new Date(now.getTime() - options.olderThanMs);
    const site = await (0,open_site/* openSite */.c2)(context, { remote: null, plan: false, by: null });
    const archive = new build_git/* Archive */.Td(git.root);
    const stocks = [];
    try {
        const { keep, access } = options;
        const historian = new Historian(context, { archive, site, options: { olderThan, keep, remote, access } });
        const needs = await historian.read();
        const rules = { olderThan, unknown: options.unknown, allowMissing: options.allowMissing };
        const common = { needs, rules, historian: options.yes ? historian : null };
        const places = [];
        for (const open of await stocksOf(context, workspace, options)) {
            stocks.push(open.stock, ...open.elsewhere);
            places.push(await clearObjects(context, { ...open, ...common }));
        }
        if (options.registry || !isPlaced(options))
            places.push(...(await clearImages(context, { site, ...common })));
        return {
            answer: "yes",
            document: {
                schema: "mainline.gc/1",
                plan: !options.yes,
                at: now.toISOString(),
                olderThan: (0,kernel/* formatDuration */.a3)(options.olderThanMs),
                keep,
                unknown: options.unknown,
                commits: needs.commits,
                versions: needs.versions.map(({ model, version, why }) => ({ model, version, why })),
                places,
                remarks: needs.remarks,
            },
        };
    }
    finally {
        archive.close();
        site.git.close();
        for (const stock of new Set(stocks))
            await stock.close();
    }
}
/** The git remote that others push to. */
const ORIGIN = "origin";
/** Deleting where others work needs to know what they pushed, and a word where. */
function refuseBlind({ yes, local, cache, remote, registry }, remotes) {
    if (!yes)
        return;
    if (!isPlaced({ cache, remote, registry })) {
        throw (0,kernel/* badInput */.AN)("bad-option", "nobody said where to delete", {
            found: "--yes alone",
            expected: "--cache, -r NAME or --registry beside it",
            hint: "mainline gc, to see what would go where",
        });
    }
    if ((remote === null && !registry) || remotes.length === 0)
        return;
    if (!remotes.includes(ORIGIN)) {
        throw (0,kernel/* badInput */.AN)("gc-no-origin", "nobody knows which git remote others push to", {
            found: `remotes, and none is called origin: ${remotes.join(", ")}`,
            expected: "origin, which is asked what they need",
            hint: `git remote rename ${remotes[0]} origin`,
        });
    }
    if (!local)
        return;
    throw (0,kernel/* badInput */.AN)("bad-option", "`--local` cannot stand beside `--yes` for a place that others use", {
        found: "--local",
        expected: "to ask origin what others pushed",
        hint: "leave --local out",
    });
}
/** Whether places are named; else all are meant. */
function isPlaced({ cache, remote, registry }) {
    return cache || remote !== null || registry;
}
/** The cache and the remote, as far as they are asked for; each reads listings from the other where it lacks them. */
async function stocksOf(context, { config, root }, options) {
    const all = !isPlaced(options);
    const cache = (0,store/* folderStock */.zn)(config.cacheDir);
    const name = options.remote ?? config.defaultRemote;
    const open = async () => {
        try {
            return name === null ? null : await (0,store/* openStock */.Re)((0,remotes/* remoteConfig */.bl)(config, name), (0,remotes/* surroundingsOf */.ZD)(context));
        }
        catch (failure) {
            if (options.remote !== null || !(failure instanceof kernel/* Failure */.HR))
                throw failure;
            context.progress.warn(`remote "${name}" is left out: ${failure.message}`);
            return null;
        }
    };
    const remote = all || options.cache || options.remote !== null ? await open() : null;
    const places = [];
    if (all || options.cache) {
        // not where it is a link to a place that others share
        const ours = (0,kernel/* isWithin */.UO)(await (0,promises_.realpath)(config.cacheDir).catch(() => config.cacheDir), (0,external_node_path_.join)(root, ".dvc"));
        const elsewhere = [cache, ...(remote === null ? [] : [remote])];
        places.push({ place: "cache", name: "cache", stock: cache, ours, elsewhere });
    }
    if (remote !== null && (all || options.remote !== null)) {
        places.push({ place: "remote", name: name ?? "", stock: remote, ours: false, elsewhere: [cache] });
    }
    return places;
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
